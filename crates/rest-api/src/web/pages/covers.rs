//! Asking people to cover a shift, their answers, and writing to a crew.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::{ShiftId, SignupState};

use super::{
    crew_board,
    forms::{self, Button, Desk, Done, Posted},
    shifts,
    views::{BoardAsks, CoverCard, FieldError, FormErrors},
};
use crate::app::{
    AppError,
    covers::{self, CoverAsked, CoverInput, MOST_AT_ONCE},
    crew_board::ShiftBoard,
    crew_message::{self, Crew, CrewMessageInput, LONGEST},
    idempotency::Asked,
};

const SHIFTS: &str = "/dyzury";

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let post = |path| web::resource(path).default_service(crate::web::wrong_method("POST"));
    config
        .service(post("/dyzury/{shift}/zastapie").route(web::post().to(accept)))
        .service(post("/dyzury/{shift}/nie-zastapie").route(web::post().to(decline)))
        .service(post("/koordynator/dyzury/{id}/zapytaj").route(web::post().to(ask)))
        .service(post("/koordynator/dyzury/{id}/wiadomosc").route(web::post().to(write)));
}

async fn accept(posted: Posted<Button>, shift: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: ShiftId = shift.parse().map_err(|_| AppError::NotFound)?;
        let signup = covers::accept(&desk.app, &desk.caller, &id)?;
        let requested = signup.state == SignupState::Requested;
        forms::see(SHIFTS, if requested { Done::Requested } else { Done::SignedUp })
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

async fn decline(posted: Posted<Button>, shift: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: ShiftId = shift.parse().map_err(|_| AppError::NotFound)?;
        match covers::decline(&desk.app, &desk.caller, &id) {
            // Sent twice, or answered elsewhere: nothing is asked any more.
            Err(AppError::Refused { .. }) => forms::see(SHIFTS, Done::NothingToDo),
            outcome => outcome.and_then(|()| forms::see(SHIFTS, Done::CoverDeclined)),
        }
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

/// What one is asked to cover.
pub(super) fn card(asked: &CoverAsked) -> Option<CoverCard> {
    Some(CoverCard {
        shift: shifts::facts(&asked.shift, &asked.visit, &asked.place)?,
    })
}

/// How many are asked.
#[derive(Deserialize)]
struct Count {
    #[serde(default)]
    people: String,
}

async fn ask(posted: Posted<Count>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    let back = crew_board::path_of_text(&id);
    let to = back.clone();
    let act = move |desk: &Desk| {
        let id: ShiftId = id.parse().map_err(|_| AppError::NotFound)?;
        let wrong = || {
            let errors = fault("people", desk.words().swaps().cover_count_wrong(MOST_AT_ONCE));
            crew_board::again(desk, &id, |page| {
                page.asks.people.clone_from(&form.people);
                page.asks.errors = errors;
            })
        };
        let Ok(people) = form.people.trim().parse() else {
            return wrong();
        };
        let key = forms::key_of(&key, &[id.as_str(), &form.people]);
        let asked = Asked {
            caller: &desk.caller,
            key: key.as_ref(),
        };
        match covers::ask(&desk.app, asked, &id, &CoverInput { people }) {
            Err(AppError::Invalid(_)) => wrong(),
            outcome => outcome.and_then(|_| forms::see(to, Done::CoverAsked)),
        }
    };
    signed.back_to(back).answer(act).await
}

/// What is written, and to whom.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    text: String,
    /// `shift` or `visit`.
    #[serde(default)]
    to: String,
}

async fn write(posted: Posted<Written>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    let back = crew_board::path_of_text(&id);
    let to = back.clone();
    let act = move |desk: &Desk| {
        let id: ShiftId = id.parse().map_err(|_| AppError::NotFound)?;
        let board = crate::app::crew_board::board(&desk.app, &desk.caller, &id)?;
        let crew = match form.to.as_str() {
            "visit" => Crew::Visit(board.visit.id.clone()),
            _ => Crew::Shift(id.clone()),
        };
        let key = forms::key_of(&key, &[id.as_str(), &form.to, &form.text]);
        let asked = Asked {
            caller: &desk.caller,
            key: key.as_ref(),
        };
        let input = CrewMessageInput {
            text: form.text.clone(),
        };
        match crew_message::send(&desk.app, asked, &crew, &input) {
            Ok(sent) if sent.people == 0 => forms::see(to, Done::NothingToDo),
            Ok(_) => forms::see(to, Done::CrewWritten),
            Err(AppError::Invalid(_)) => crew_board::again(desk, &id, |page| {
                page.asks.text.clone_from(&form.text);
                page.asks.errors = fault("text", desk.words().swaps().crew_message_wrong(LONGEST));
            }),
            Err(other) => Err(other),
        }
    };
    signed.back_to(back).answer(act).await
}

fn fault(field: &'static str, text: String) -> FormErrors {
    FormErrors(vec![FieldError { field, text }])
}

/// What the board of a shift shows of it.
pub(super) fn asks(desk: &Desk, board: &ShiftBoard, begun: bool) -> Result<BoardAsks, AppError> {
    let words = desk.words().swaps();
    let shift = &board.shift;
    let asked = covers::of_shift(&desk.app, &desk.caller, &shift.id)?;
    let line = |one: &covers::CoverShape| {
        let when = desk.words().dates().instant(one.asked_at, desk.zone());
        (words.cover_asked_line(&one.name, &when), words.cover_answer(one.answer))
    };
    let on_it = board.members.iter().filter(|one| one.signup.state.holds_place());
    Ok(BoardAsks {
        shift: shift.id.clone(),
        may_ask: !begun && shift.state == vocabulary::ShiftState::Open && shift.taken < shift.places,
        people: "3".to_owned(),
        most: MOST_AT_ONCE,
        asked: asked.iter().map(line).collect(),
        crew: on_it.filter(|one| one.signup.state != SignupState::NoShow).count(),
        text: String::new(),
        longest: LONGEST,
        errors: FormErrors::default(),
    })
}
