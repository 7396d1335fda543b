//! What a shift asks of whoever takes it, on its board: from when on, and with which papers.

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use vocabulary::{Day, Minute, Qualification, ShiftId, Timestamp};
use wording::Words;

use super::{
    crew_board,
    forms::{self, Desk, Done, Posted},
    views::{BoardConditions, FieldError, FormErrors},
};
use crate::app::{
    AppError,
    shift_conditions::{self, Conditions, ConditionsInput},
};

/// The address.
pub fn routes(config: &mut ServiceConfig) {
    let post = |path| web::resource(path).default_service(crate::web::wrong_method("POST"));
    config.service(post("/koordynator/dyzury/{id}/warunki").route(web::post().to(save)));
}

/// What the board shows of it.
pub(super) fn view(desk: &Desk, shift: &ShiftId) -> Result<BoardConditions, AppError> {
    let held = shift_conditions::get(&desk.app, &desk.caller, shift)?;
    let words = desk.words().crew();
    let when = |at: Timestamp| desk.words().dates().instant(at, desk.zone());
    let (day, time) = match held.own_opens_at.map(|at| desk.zone().civil(at)) {
        Some((day, minute)) => (day.to_string(), minute.to_string()),
        None => (String::new(), String::new()),
    };
    Ok(BoardConditions {
        shift: shift.clone(),
        opens: match (held.own_opens_at, held.season_opens_at) {
            (Some(own), _) => words.opens_own(&when(own)),
            (None, Some(season)) => words.opens_season(&when(season)),
            (None, None) => words.opens_from_start(),
        },
        day,
        time,
        season_asks: season_asks(desk.words(), &held),
        papers: choices(desk.words(), &held),
        errors: FormErrors::default(),
    })
}

fn season_asks(words: Words, held: &Conditions) -> Option<String> {
    let paper = |one: &Qualification| words.refusals().qualification(one.as_str());
    let papers: Vec<String> = held.season_qualifications.iter().map(paper).collect();
    (!papers.is_empty()).then(|| words.crew().season_asks(&papers.join(", ")))
}

/// What the season asks for anyway is no choice.
fn choices(words: Words, held: &Conditions) -> Vec<(Qualification, String, bool)> {
    let free = Qualification::ALL
        .iter()
        .filter(|one| !held.season_qualifications.contains(one));
    let choice = |one: &Qualification| {
        let name = words.refusals().qualification(one.as_str());
        (*one, name, held.own_qualifications.contains(one))
    };
    free.map(choice).collect()
}

async fn save(posted: Posted<BTreeMap<String, String>>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    let back = crew_board::path_of_text(&id);
    let to = back.clone();
    let act = move |desk: &Desk| {
        let id: ShiftId = id.parse().map_err(|_| AppError::NotFound)?;
        let text = |name: &str| form.get(name).map(|text| text.trim()).unwrap_or_default();
        let ticked = |one: &Qualification| text(one.as_str()) == "yes";
        let own: Vec<Qualification> = Qualification::ALL.iter().copied().filter(ticked).collect();
        let Ok(opens_at) = opening(desk, text("opens_day"), text("opens_time")) else {
            return crew_board::again(desk, &id, |page| {
                let conditions = &mut page.conditions;
                text("opens_day").clone_into(&mut conditions.day);
                text("opens_time").clone_into(&mut conditions.time);
                conditions
                    .papers
                    .iter_mut()
                    .for_each(|(one, _, yes)| *yes = ticked(one));
                conditions.errors = FormErrors(vec![FieldError {
                    field: "opens_day",
                    text: desk.words().crew().no_such_time(),
                }]);
            });
        };
        let input = ConditionsInput {
            opens_at,
            qualifications: own,
        };
        shift_conditions::set(&desk.app, &desk.caller, &id, &input)?;
        forms::see(to, Done::ConditionsSaved)
    };
    signed.back_to(back).answer(act).await
}

/// No day: as the season says. A day without a time begins at midnight.
fn opening(desk: &Desk, day: &str, time: &str) -> Result<Option<Timestamp>, ()> {
    if day.is_empty() && time.is_empty() {
        return Ok(None);
    }
    let day: Day = day.parse().map_err(|_| ())?;
    let minute: Minute = match time {
        "" => Minute::START_OF_DAY,
        time => time.parse().map_err(|_| ())?,
    };
    desk.zone().resolve(day, minute).map(Some).map_err(|_| ())
}
