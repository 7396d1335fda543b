//! `/osoby/{id}/godziny` and `/moje/godziny`: what somebody worked, what staff corrects, and the certificates made of it.

mod sheet;

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::{Day, Minutes, PersonId, SignupId};

use super::{
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    reasons,
    views::{FieldFaults, HoursPage},
};
use crate::app::{
    AppError,
    certificates::{self, AskInput, IssueInput},
    hours::{self, CorrectionInput, PresenceInput},
    idempotency::Asked,
};

use sheet::Sheet;
pub(super) use sheet::years;
use wording::Words;

const MINE: &str = "/moje/godziny";
/// The longest day, in minutes: the one on which the clocks go back.
const LONGEST: u32 = 25 * 60;
/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// Hours and certificates.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/osoby/{id}/godziny", "GET").route(web::get().to(show)))
        .service(resource("/osoby/{id}/godziny/{signup}", "POST").route(web::post().to(correct)))
        .service(resource("/osoby/{id}/obecnosc/{signup}", "POST").route(web::post().to(correct_presence)))
        .service(resource("/osoby/{id}/zaswiadczenia", "POST").route(web::post().to(issue)))
        .service(resource(MINE, "GET").route(web::get().to(mine)))
        .service(resource("/moje/zaswiadczenia", "POST").route(web::post().to(ask)));
}

fn parse<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

fn address(id: &PersonId) -> String {
    format!("/osoby/{id}/godziny")
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let sheet = Sheet::read(desk, &parse(&id)?)?;
            forms::page(&sheet.page(desk, false, FieldFaults::default())?)
        })
        .await
}

async fn mine(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let sheet = Sheet::read(desk, &desk.caller.person)?;
            forms::page(&sheet.page(desk, true, FieldFaults::default())?)
        })
        .await
}

#[derive(Deserialize)]
struct Correction {
    #[serde(default)]
    length: String,
    #[serde(default)]
    reason: String,
}

async fn correct(posted: Posted<Correction>, path: Path<(String, String)>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let (person, signup) = path.into_inner();
    let back = format!("/osoby/{person}/godziny");
    signed
        .back_to(back)
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let (person, signup): (PersonId, SignupId) = (parse(&person)?, parse(&signup)?);
            let mut faults = FieldFaults::default();
            let minutes = length(&form.length);
            if minutes.is_none() {
                faults.add(format!("length-{signup}"), desk.words().hours().length_wrong());
            }
            if !reason_fits(&form.reason) {
                faults.add(format!("reason-{signup}"), desk.words().hours().reason_wrong());
            }
            let (Some(minutes), true) = (minutes, faults.is_empty()) else {
                let sheet = Sheet::read(desk, &person)?;
                let mut page = sheet.page(desk, false, faults)?;
                typed_again(&mut page, &signup, [form.length, form.reason]);
                return forms::again(&page);
            };
            let input = CorrectionInput {
                minutes,
                reason: form.reason,
            };
            hours::correct(&desk.app, &desk.caller, &signup, &input)?;
            forms::see(address(&person), Done::HoursCorrected)
        })
        .await
}

#[derive(Deserialize)]
struct Presence {
    #[serde(default)]
    attended: String,
    #[serde(default)]
    reason: String,
}

async fn correct_presence(posted: Posted<Presence>, path: Path<(String, String)>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let (person, signup) = path.into_inner();
    let back = format!("/osoby/{person}/godziny");
    signed
        .back_to(back)
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let (person, signup): (PersonId, SignupId) = (parse(&person)?, parse(&signup)?);
            if !reason_fits(&form.reason) {
                let mut faults = FieldFaults::default();
                faults.add(format!("why-{signup}"), desk.words().hours().reason_wrong());
                let mut page = Sheet::read(desk, &person)?.page(desk, false, faults)?;
                let length = page.shifts.iter().find(|line| line.signup == signup);
                let length = length.map(|line| line.typed[0].clone()).unwrap_or_default();
                typed_again(&mut page, &signup, [length, form.reason]);
                return forms::again(&page);
            }
            let input = PresenceInput {
                attended: form.attended == "yes",
                reason: form.reason,
            };
            hours::correct_presence(&desk.app, &desk.caller, &signup, &input)?;
            forms::see(address(&person), Done::PresenceCorrected)
        })
        .await
}

fn typed_again(page: &mut HoursPage, signup: &SignupId, typed: [String; 2]) {
    if let Some(line) = page.shifts.iter_mut().find(|line| line.signup == *signup) {
        line.typed = typed;
    }
}

fn reason_fits(reason: &str) -> bool {
    let length = reason.trim().chars().count();
    (1..=LONGEST_REASON).contains(&length) && !reason.chars().any(char::is_control)
}

/// "3:30", or "3" for whole hours.
fn length(typed: &str) -> Option<Minutes> {
    let typed = typed.trim();
    let (hours, minutes) = typed.split_once(':').unwrap_or((typed, "0"));
    let digits = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse::<u32>().ok())?
    };
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    let sum = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && sum <= LONGEST).then_some(Minutes(sum))
}

/// Of which days a certificate is to be.
#[derive(Deserialize)]
struct Days {
    #[serde(default)]
    first: String,
    #[serde(default)]
    last: String,
    #[serde(default)]
    name: String,
}

impl Days {
    fn read(&self, words: Words, with_name: bool) -> Result<(Day, Day), FieldFaults> {
        let said = words.hours();
        let mut faults = FieldFaults::default();
        let mut day = |field: &str, typed: &str| match typed.trim().parse::<Day>() {
            Ok(day) => Some(day),
            Err(_) => {
                faults.add(field, said.day_wrong());
                None
            }
        };
        let days = (day("first", &self.first), day("last", &self.last));
        if let (Some(first), Some(last)) = days
            && last < first
        {
            faults.add("last", said.last_before());
        }
        let name = self.name.trim();
        let fits = (1..=100).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        if with_name && !fits {
            faults.add("name", said.name_wrong());
        }
        match days {
            (Some(first), Some(last)) if faults.is_empty() => Ok((first, last)),
            _ => Err(faults),
        }
    }

    /// The page again, with what was typed.
    fn again(self, desk: &Desk, person: &PersonId, own: bool, faults: FieldFaults) -> Result<Outcome, AppError> {
        let mut page = Sheet::read(desk, person)?.page(desk, own, faults)?;
        page.typed = [self.first, self.last, self.name];
        forms::again(&page)
    }
}

async fn issue(posted: Posted<Days>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    signed
        .back_to(format!("/osoby/{id}/godziny"))
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let person: PersonId = parse(&id)?;
            let (first, last) = match form.read(desk.words(), true) {
                Ok(days) => days,
                Err(faults) => return form.again(desk, &person, false, faults),
            };
            let input = IssueInput {
                first,
                last,
                name: Some(form.name.clone()),
            };
            let key = forms::key_of(&key, &["certificate", &format!("{person} {first} {last}"), &form.name]);
            let asked = Asked {
                caller: &desk.caller,
                key: key.as_ref(),
            };
            match certificates::issue_once(&desk.app, asked, &person, &input) {
                Ok(_) => forms::see(address(&person), Done::CertificateIssued),
                Err(error @ AppError::Refused { .. }) => form.again(desk, &person, false, as_fault(desk, &error)),
                Err(other) => Err(other),
            }
        })
        .await
}

async fn ask(posted: Posted<Days>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    signed
        .back_to(MINE)
        .answer(move |desk| {
            let person = desk.caller.person.clone();
            let (first, last) = match form.read(desk.words(), false) {
                Ok(days) => days,
                Err(faults) => return form.again(desk, &person, true, faults),
            };
            match certificates::ask(&desk.app, &desk.caller, &AskInput { first, last }) {
                Ok(_) => forms::see(MINE, Done::CertificateAsked),
                Err(error @ AppError::Refused { .. }) => form.again(desk, &person, true, as_fault(desk, &error)),
                Err(other) => Err(other),
            }
        })
        .await
}

/// A "no" of the rules at the head of the form.
fn as_fault(desk: &Desk, error: &AppError) -> FieldFaults {
    let mut faults = FieldFaults::default();
    for text in reasons::of(desk.words(), desk.zone(), error) {
        faults.add("form", text);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_as_people_type_it() {
        for (typed, expected) in [
            ("3:30", Some(210)),
            (" 0:05 ", Some(5)),
            ("4", Some(240)),
            ("25:00", Some(1500)),
            ("25:01", None),
            ("3:60", None),
            ("-1", None),
            ("1:+5", None),
            (":", None),
            ("", None),
            ("99999999999", None),
            ("71582789:00", None),
        ] {
            assert_eq!(length(typed), expected.map(Minutes), "{typed:?}");
        }
    }
}
