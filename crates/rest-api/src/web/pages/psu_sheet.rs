//! `/koordynator/arkusz`: the monthly sheet of socially useful work, on screen, on paper and as a table.

use actix_web::{
    HttpResponse,
    web::{self, Path, Query, ServiceConfig},
};
use print::{PsuPaper, PsuPerson};
use serde::Deserialize;
use vocabulary::{Day, PersonId};
use volunteer_roster::Grosze;
use wording::Words;

use super::{
    forms::{self, Button, Desk, Done, Download, Outcome, Posted, Signed},
    views::{FieldFaults, PsuSheetPage, SheetLine, Tab},
};
use crate::app::{
    AppError,
    psu::{self, AbsenceInput, PersonSheet, month},
};

const SHEET: &str = "/koordynator/arkusz";

/// The sheet and its absences.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource(SHEET, "GET").route(web::get().to(show)))
        .service(resource("/koordynator/arkusz.csv", "GET").route(web::get().to(table)))
        .service(resource("/koordynator/arkusz.pdf", "GET").route(web::get().to(paper)))
        .service(resource("/koordynator/arkusz/{person}", "POST").route(web::post().to(note)))
        .service(resource("/koordynator/arkusz/{person}/{day}/usun", "POST").route(web::post().to(remove)));
}

#[derive(Deserialize)]
struct Month {
    #[serde(default)]
    miesiac: String,
}

/// The first day of a month as it stands in an address; this month for anything else.
fn read(desk: &Desk, typed: &str) -> Day {
    let today = desk.app.today();
    let first = format!("{typed}-01").parse();
    first.unwrap_or_else(|_| first_of(today))
}

fn first_of(day: Day) -> Day {
    Day::from_ymd(day.year(), day.month(), 1).unwrap_or(day)
}

fn address(of: Day) -> String {
    format!("{SHEET}?miesiac={}", month(of))
}

async fn show(signed: Signed, Query(asked): Query<Month>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let first = read(desk, &asked.miesiac);
            forms::page(&page(desk, first, FieldFaults::default())?)
        })
        .await
}

async fn table(signed: Signed, Query(asked): Query<Month>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let first = read(desk, &asked.miesiac);
            let sheets = psu::sheets(&desk.app, &desk.caller, first)?;
            Ok(Outcome::File(Download {
                content_type: "text/csv; charset=utf-8",
                name: format!("arkusz-{}.csv", month(first)),
                bytes: psu::csv(&sheets)?,
            }))
        })
        .await
}

/// The same facts on paper, with room to sign.
async fn paper(signed: Signed, Query(asked): Query<Month>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let first = read(desk, &asked.miesiac);
            let sheets = psu::sheets(&desk.app, &desk.caller, first)?;
            let settings = &desk.app.config;
            let issuer = settings.papers.issuer.as_ref();
            let drawn = print::psu_sheet(&PsuPaper {
                month: desk.words().dates().month_heading(first),
                issuer: issuer.unwrap_or(&settings.calendar.service_name).clone(),
                people: sheets
                    .iter()
                    .map(|sheet| line(desk.words(), sheet))
                    .map(on_paper)
                    .collect(),
            });
            Ok(Outcome::File(Download {
                content_type: "application/pdf",
                name: format!("arkusz-{}.pdf", month(first)),
                bytes: drawn.map_err(|e| anyhow::anyhow!("a sheet could not be drawn: {e}"))?,
            }))
        })
        .await
}

fn on_paper(of: SheetLine) -> PsuPerson {
    PsuPerson {
        name: of.name,
        days: of.days,
        weeks: of.weeks,
        worked: of.worked,
        pay: of.pay,
        breaches: of.breaches,
        absences: of.absences.into_iter().map(|(_, sentence)| sentence).collect(),
    }
}

#[derive(Deserialize)]
struct Absent {
    #[serde(default)]
    miesiac: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    reason: String,
}

async fn note(posted: Posted<Absent>, person: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    signed
        .back_to(SHEET)
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
            let day: Option<Day> = form.day.trim().parse().ok();
            let reason = form.reason.trim();
            let worded = (1..=500).contains(&reason.chars().count()) && !reason.chars().any(char::is_control);
            let (Some(day), true) = (day, worded) else {
                let mut faults = FieldFaults::default();
                if day.is_none() {
                    faults.add(format!("day-{person}"), desk.words().hours().day_wrong());
                }
                if !worded {
                    faults.add(format!("reason-{person}"), desk.words().hours().reason_wrong());
                }
                let mut again = page(desk, read(desk, &form.miesiac), faults)?;
                if let Some(line) = again.people.iter_mut().find(|line| line.person == person) {
                    line.typed = [form.day, form.reason];
                }
                return forms::again(&again);
            };
            let input = AbsenceInput {
                day,
                reason: reason.to_owned(),
            };
            psu::note_absence(&desk.app, &desk.caller, &person, &input)?;
            forms::see(address(day), Done::AbsenceNoted)
        })
        .await
}

async fn remove(posted: Posted<Button>, path: Path<(String, String)>) -> HttpResponse {
    posted
        .signed
        .back_to(SHEET)
        .answer(move |desk| {
            let (person, day) = path.into_inner();
            let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
            let day: Day = day.parse().map_err(|_| AppError::NotFound)?;
            match psu::remove_absence(&desk.app, &desk.caller, &person, day) {
                Ok(()) => forms::see(address(day), Done::AbsenceRemoved),
                // Pressed twice: it is gone.
                Err(AppError::NotFound) => forms::see(address(day), Done::NothingToDo),
                Err(other) => Err(other),
            }
        })
        .await
}

fn page(desk: &Desk, first: Day, errors: FieldFaults) -> Result<PsuSheetPage, AppError> {
    let sheets = psu::sheets(&desk.app, &desk.caller, first)?;
    let name = desk.words().dates().month_heading(first);
    let before = first_of(first.plus_days(-1));
    let after = first_of(first.plus_days(31));
    Ok(PsuSheetPage {
        frame: desk.frame(&desk.words().hours().sheet_heading(&name), Tab::Sheet),
        month: name,
        months: [month(before), month(first), month(after)],
        people: sheets.iter().map(|sheet| line(desk.words(), sheet)).collect(),
        errors,
    })
}

fn line(words: Words, of: &PersonSheet) -> SheetLine {
    let (said, dates, sheet) = (words.hours(), words.dates(), &of.sheet);
    let day = |day: &volunteer_roster::SheetDay| {
        let rate = day.rate.map_or_else(|| said.no_rate(), |rate| money(words, rate));
        [dates.medium(day.day), dates.length(day.worked), rate]
    };
    let week = |week: &volunteer_roster::SheetWeek| {
        let span = dates.range(week.days.first, week.days.last);
        [span, dates.length(week.worked)]
    };
    let absence = |one: &volunteer_roster::Absence| {
        let text = said.absence(&dates.medium(one.day), &one.reason);
        (one.day, text)
    };
    SheetLine {
        person: of.person.id.clone(),
        name: of.person.name.clone(),
        days: sheet.days.iter().map(day).collect(),
        weeks: sheet.weeks.iter().map(week).collect(),
        worked: dates.length(sheet.worked),
        pay: money(words, sheet.pay),
        breaches: sheet.breaches.iter().map(psu::over).collect(),
        absences: sheet.absences.iter().map(absence).collect(),
        typed: [String::new(), String::new()],
    }
}

fn money(words: Words, amount: Grosze) -> String {
    let grosze = format!("{:02}", amount.get() % 100);
    words.hours().money(&(amount.get() / 100).to_string(), &grosze)
}
