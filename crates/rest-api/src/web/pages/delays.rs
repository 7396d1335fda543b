//! "15 minutes late": said with one tap on the day sheet, or with a number on the coordinator's page of the visit; taken back with another.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use storage::Visit;
use vocabulary::{Minutes, VisitId};
use wording::Words;

use super::{
    forms::{self, Button, Desk, Done, Outcome, Posted},
    views::{FieldError, FormErrors, LateForm},
    visits,
};
use crate::app::{
    AppError,
    idempotency::Asked,
    visits::{
        LONGEST_TEXT,
        delays::{self, Delay, MINUTES},
    },
};

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let post = |path| web::resource(path).default_service(crate::web::wrong_method("POST"));
    config
        .service(post("/dzis/wizyty/{id}/opoznienie").route(web::post().to(tap)))
        .service(post("/dzis/wizyty/{id}/na-czas").route(web::post().to(tap_on_time)))
        .service(post("/koordynator/wizyty/{id}/opoznienie").route(web::post().to(late)))
        .service(post("/koordynator/wizyty/{id}/na-czas").route(web::post().to(on_time)));
}

/// What a page shows of it; none where it is not to be said, by this person or now.
pub(super) fn form(desk: &Desk, visit: &Visit) -> Option<LateForm> {
    delays::may_be_late(&desk.app, &desk.caller, visit).then(|| LateForm {
        visit: visit.id.clone(),
        said: said(desk.words(), visit),
        minutes: "15".to_owned(),
        reason: visit.delay_reason.clone().unwrap_or_default(),
    })
}

/// That a visit is late, as the public reads it.
pub(super) fn said(words: Words, visit: &Visit) -> Option<String> {
    let minutes = visit.delay_minutes?;
    let said = words.calendar();
    Some(match visit.public_start.plus(Minutes(minutes)) {
        Some(there) => said.late(minutes, &words.dates().time(there)),
        None => said.late_only(minutes),
    })
}

/// How late, as typed or tapped.
#[derive(Deserialize)]
struct Late {
    #[serde(default)]
    minutes: String,
    #[serde(default)]
    reason: String,
}

/// Setting it twice is setting it once, so these forms need no key.
fn asked<'a>(desk: &'a Desk) -> Asked<'a> {
    Asked {
        caller: &desk.caller,
        key: None,
    }
}

fn parse(id: &str) -> Result<VisitId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn say(desk: &Desk, id: &VisitId, form: &Late) -> Result<(), AppError> {
    let delay = Delay {
        // What is no number is refused as one that is out of range.
        minutes: form.minutes.trim().parse().unwrap_or(0),
        reason: form.reason.clone(),
    };
    delays::late(&desk.app, asked(desk), id, &delay).map(drop)
}

async fn tap(posted: Posted<Late>, id: Path<String>) -> HttpResponse {
    let form = posted.form;
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        say(desk, &id, &form)?;
        forms::see(day_sheet(&id), Done::SaidLate)
    };
    posted.signed.back_to("/dzis").answer(act).await
}

async fn tap_on_time(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        delays::on_time(&desk.app, asked(desk), &id)?;
        forms::see(day_sheet(&id), Done::SaidOnTime)
    };
    posted.signed.back_to("/dzis").answer(act).await
}

fn day_sheet(id: &VisitId) -> String {
    format!("/dzis#{id}")
}

async fn late(posted: Posted<Late>, id: Path<String>) -> HttpResponse {
    let form = posted.form;
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        match say(desk, &id, &form) {
            Err(AppError::Invalid(faults)) => again(desk, &id, &form, &faults),
            outcome => outcome.and_then(|()| forms::see(visits::address(&id), Done::SaidLate)),
        }
    };
    posted.signed.answer(act).await
}

fn again(desk: &Desk, id: &VisitId, form: &Late, faults: &[crate::app::error::Fault]) -> Result<Outcome, AppError> {
    let words = desk.words().crew();
    let fault = |fault: &crate::app::error::Fault| match fault.pointer.as_str() {
        "/minutes" => FieldError {
            field: "late_minutes",
            text: words.late_wrong(*MINUTES.start(), *MINUTES.end()),
        },
        _ => FieldError {
            field: "late_reason",
            text: desk.words().reasons().text_length(LONGEST_TEXT),
        },
    };
    let errors = FormErrors(faults.iter().map(fault).collect());
    visits::again(desk, id, errors, |late| {
        late.minutes.clone_from(&form.minutes);
        late.reason.clone_from(&form.reason);
    })
}

async fn on_time(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id = parse(&id)?;
        delays::on_time(&desk.app, asked(desk), &id)?;
        forms::see(visits::address(&id), Done::SaidOnTime)
    };
    posted.signed.answer(act).await
}
