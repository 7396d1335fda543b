//! `/dyzury`: what one does and may do; taking a shift, giving it back, saying yes to a new time.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use storage::{Shift, Visit};
use vocabulary::{CivilWindow, ShiftId, SignupId, SignupState};
use volunteer_roster::{Wish, Withdrawal};

use super::{
    covers as covers_page,
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    reasons, swaps as swaps_page,
    views::{MyShift, OpenShift, RefusedShift, ShiftFacts, ShiftsPage, SwapCard, Tab},
};
use crate::app::{
    AppError,
    covers::CoverAsked,
    signups::{self, Board, Offer, Own, Place, SignedUp},
    swaps::Mine,
};

mod filter;

use filter::Question;

const SHIFTS: &str = "/dyzury";

/// A season has hundreds of shifts: a phone gets two weeks of them at a time.
const DAYS_LISTED: i64 = 14;

/// The shifts and what a person does with them.
pub fn routes(config: &mut ServiceConfig) {
    let post = |path| web::resource(path).default_service(crate::web::wrong_method("POST"));
    config
        .service(
            web::resource(SHIFTS)
                .route(web::get().to(show))
                .default_service(crate::web::wrong_method("GET")),
        )
        .service(post("/dyzury/{shift}/zapisz").route(web::post().to(sign_up)))
        .service(post("/dyzury/{shift}/czekaj").route(web::post().to(wait)))
        .service(post("/zapisy/{signup}/przyjmij").route(web::post().to(accept)))
        .service(post("/zapisy/{signup}/odrzuc").route(web::post().to(decline)))
        .service(post("/zapisy/{signup}/wycofaj").route(web::post().to(withdraw)))
        .service(post("/zapisy/{signup}/potwierdz").route(web::post().to(reconfirm)));
}

async fn show(signed: Signed, question: web::Query<Question>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let board = signups::board(&desk.app, &desk.caller)?;
            let swaps = crate::app::swaps::mine(&desk.app, &desk.caller)?;
            let covers = crate::app::covers::mine(&desk.app, &desk.caller)?;
            forms::page(&view(desk, &board, &swaps, &covers, &question))
        })
        .await
}

async fn sign_up(posted: Posted<Button>, shift: Path<String>) -> HttpResponse {
    ask(posted, shift, Wish::Place).await
}

async fn wait(posted: Posted<Button>, shift: Path<String>) -> HttpResponse {
    ask(posted, shift, Wish::PlaceOrWaiting).await
}

async fn ask(posted: Posted<Button>, shift: Path<String>, wish: Wish) -> HttpResponse {
    let act = move |desk: &Desk| {
        let shift: ShiftId = shift.parse().map_err(|_| AppError::NotFound)?;
        let done = match signups::sign_up(&desk.app, &desk.caller, &shift, wish)? {
            SignedUp::Before(_) => Done::SignedUpBefore,
            SignedUp::Now(signup) => match signup.state {
                SignupState::Waitlisted => Done::Waiting,
                SignupState::Requested => Done::Requested,
                _ => Done::SignedUp,
            },
        };
        forms::see(SHIFTS, done)
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

async fn accept(posted: Posted<Button>, signup: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
        match signups::accept(&desk.app, &desk.caller, &id) {
            // Sent twice: what was asked for holds.
            Err(AppError::Refused { .. }) if state(desk, &id)? == SignupState::Confirmed => {
                forms::see(SHIFTS, Done::SignedUpBefore)
            }
            outcome => outcome.and_then(|_| forms::see(SHIFTS, Done::SignedUp)),
        }
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

async fn decline(posted: Posted<Button>, signup: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
        match signups::decline(&desk.app, &desk.caller, &id) {
            Err(AppError::Refused { .. }) if state(desk, &id)? == SignupState::Declined => {
                forms::see(SHIFTS, Done::Declined)
            }
            outcome => outcome.and_then(|_| forms::see(SHIFTS, Done::Declined)),
        }
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

async fn withdraw(posted: Posted<Button>, signup: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
        let outcome = signups::withdraw(&desk.app, &desk.caller, &id);
        outcome_of(desk, &id, outcome)
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

async fn reconfirm(posted: Posted<Button>, signup: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: SignupId = signup.parse().map_err(|_| AppError::NotFound)?;
        match signups::reconfirm(&desk.app, &desk.caller, &id) {
            // Sent twice: what was asked for holds.
            Err(AppError::Refused { .. }) if state(desk, &id)? == SignupState::Confirmed => {
                forms::see(SHIFTS, Done::Reconfirmed)
            }
            outcome => outcome_of(desk, &id, outcome),
        }
    };
    posted.signed.back_to(SHIFTS).answer(act).await
}

/// What a sign-up now is tells what was done; a form sent twice finds it done.
fn outcome_of(desk: &Desk, id: &SignupId, outcome: Result<storage::Signup, AppError>) -> Result<Outcome, AppError> {
    let state = match outcome {
        Ok(signup) => signup.state,
        Err(AppError::Refused { by, reasons }) => match state(desk, id)? {
            gone @ (SignupState::Withdrawn | SignupState::WithdrawnLate) => gone,
            SignupState::Requested
            | SignupState::Rejected
            | SignupState::Offered
            | SignupState::Waitlisted
            | SignupState::Closed
            | SignupState::Confirmed
            | SignupState::ToReconfirm
            | SignupState::Declined
            | SignupState::Expired
            | SignupState::Released
            | SignupState::CheckedIn
            | SignupState::Attended
            | SignupState::NoShow => {
                return Err(AppError::Refused { by, reasons });
            }
        },
        Err(other) => return Err(other),
    };
    match state {
        SignupState::Requested
        | SignupState::Offered
        | SignupState::Waitlisted
        | SignupState::Confirmed
        | SignupState::ToReconfirm
        | SignupState::CheckedIn
        | SignupState::Attended
        | SignupState::NoShow => forms::see(SHIFTS, Done::Reconfirmed),
        SignupState::Rejected
        | SignupState::Closed
        | SignupState::Declined
        | SignupState::Expired
        | SignupState::Withdrawn
        | SignupState::Released => forms::see(SHIFTS, Done::Withdrawn),
        SignupState::WithdrawnLate => forms::see(SHIFTS, Done::WithdrawnLate),
    }
}

fn state(desk: &Desk, id: &SignupId) -> Result<SignupState, AppError> {
    Ok(signups::get(&desk.app, &desk.caller, id)?.state)
}

fn view(desk: &Desk, board: &Board, swaps: &Mine, covers: &[CoverAsked], question: &Question) -> ShiftsPage {
    let filter = question.filter(desk.words(), &board.offers);
    let shown = || board.offers.iter().filter(|offer| filter.shows(offer));
    let of = |states: &[SignupState]| -> Vec<MyShift> {
        let found = board.own.iter().filter(|own| states.contains(&own.signup.state));
        found.filter_map(|own| mine(desk, own, swaps)).collect()
    };
    let free_days = shown().filter(|o| o.refusals.is_empty());
    let until = question.until().or(filter.day).unwrap_or_else(|| {
        let soon = desk.app.today().plus_days(DAYS_LISTED - 1);
        // The first shift that one may take is shown, however late it is.
        free_days
            .map(|o| o.shift.crew_day)
            .min()
            .map_or(soon, |first| first.max(soon))
    });
    let more = shown().any(|o| o.shift.crew_day > until);
    let listed = shown().filter(|o| o.shift.crew_day <= until);
    let (open, refused): (Vec<&Offer>, Vec<&Offer>) = listed.partition(|o| o.refusals.is_empty());
    ShiftsPage {
        frame: desk.frame(&desk.words().staff().shifts_heading(), Tab::Shifts),
        covers: covers.iter().filter_map(covers_page::card).collect(),
        swaps: to_answer(desk, swaps),
        for_anybody: swaps
            .for_anybody
            .iter()
            .filter_map(|view| swaps_page::card(desk.words(), view))
            .collect(),
        to_answer: of(&[SignupState::Offered, SignupState::ToReconfirm]),
        mine: of(&[SignupState::Confirmed, SignupState::CheckedIn]),
        waiting: of(&[SignupState::Waitlisted, SignupState::Requested]),
        open: open.into_iter().filter_map(free).collect(),
        refused: refused.into_iter().filter_map(|offer| closed(desk, offer)).collect(),
        until,
        later: more.then(|| {
            let later = until.plus_days(DAYS_LISTED);
            (later, filter.address(later))
        }),
        filter,
    }
}

/// What the person is to answer, and what they have said yes to and staff is to decide.
fn to_answer(desk: &Desk, swaps: &Mine) -> Vec<SwapCard> {
    let taken = swaps
        .waiting
        .iter()
        .filter(|view| view.swap.giver != desk.caller.person);
    swaps
        .to_answer
        .iter()
        .chain(taken)
        .filter_map(|view| swaps_page::card(desk.words(), view))
        .collect()
}

fn mine(desk: &Desk, own: &Own, swaps: &Mine) -> Option<MyShift> {
    let moved = own.signup.state == SignupState::ToReconfirm;
    Some(MyShift {
        shift: facts(&own.shift, &own.visit, &own.place)?,
        signup: own.signup.id.clone(),
        withdraw_by: own.deadline,
        late: matches!(own.withdrawal, Ok(Withdrawal::Late)),
        may_withdraw: own.withdrawal.is_ok(),
        moved_from: moved.then(|| super::moved_from(&own.visit)).flatten(),
        offered: own.signup.state == SignupState::Offered,
        answer_by: own.signup.expires_at,
        turn: own.turn.map(|turn| turn as usize),
        may_take: own.asked_from.is_some_and(|from| from <= desk.app.now()) && own.shift.taken < own.shift.places,
        in_training: own.signup.in_training,
        others: own.others.clone(),
        may_swap: own.signup.state == SignupState::Confirmed && own.withdrawal.is_ok(),
        swap: swaps
            .waiting
            .iter()
            .find(|view| view.swap.given == own.signup.id)
            .map(|view| swaps_page::my_swap(desk.words(), view)),
    })
}

fn free(offer: &Offer) -> Option<OpenShift> {
    Some(OpenShift {
        shift: facts(&offer.shift, &offer.visit, &offer.place)?,
        free: offer.shift.places.saturating_sub(offer.shift.taken) as usize,
    })
}

fn closed(desk: &Desk, offer: &Offer) -> Option<RefusedShift> {
    let worded = offer.refusals.iter().map(|reason| {
        let zone = desk.zone();
        (
            reasons::refusal(desk.words(), zone, reason),
            reasons::remedy(desk.words(), zone, &reason.remedy()),
        )
    });
    Some(RefusedShift {
        shift: facts(&offer.shift, &offer.visit, &offer.place)?,
        reasons: worded.collect(),
        may_wait: offer.may_wait,
        waiting: offer.waiting as usize,
    })
}

/// None for a shift without hours, which the database rules out.
pub(super) fn facts(shift: &Shift, visit: &Visit, place: &Place) -> Option<ShiftFacts> {
    Some(ShiftFacts {
        id: shift.id.clone(),
        day: shift.crew_day,
        crew: CivilWindow::new(shift.crew_start, shift.crew_end).ok()?,
        open: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
        stop: place.stop.clone(),
        estate: place.estate.clone(),
        role: shift.role,
    })
}
