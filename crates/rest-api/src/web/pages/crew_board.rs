//! `/koordynator/dyzury/{id}`: who is on a shift and who could be; asking, approving, writing down who came.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use vocabulary::{CivilWindow, PersonId, ShiftId, SignupId, SignupState};

use super::{
    conditions, covers,
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    reasons, swaps,
    views::{BoardAsks, BoardCandidate, BoardConditions, BoardMember, BoardSwap, CrewBoardPage, ShiftFacts, Tab},
};
use crate::app::{
    AppError,
    crew_board::{self, AssignInput, Candidate, Deed, Member, OverrideInput, ShiftBoard},
    idempotency::Asked,
};

/// The board of a shift and what is done on it.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/koordynator/dyzury/{id}", "GET").route(web::get().to(show)))
        .service(resource("/koordynator/dyzury/{id}/przydziel", "POST").route(web::post().to(assign)))
        .service(resource("/koordynator/zapisy/{id}/zatwierdz", "POST").route(web::post().to(approve)))
        .service(resource("/koordynator/zapisy/{id}/{deed}", "POST").route(web::post().to(deed)));
}

fn path_of(shift: &ShiftId) -> String {
    format!("/koordynator/dyzury/{shift}")
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let id: ShiftId = id.parse().map_err(|_| AppError::NotFound)?;
            forms::page(&page(desk, &id)?)
        })
        .await
}

fn page(desk: &Desk, id: &ShiftId) -> Result<CrewBoardPage, AppError> {
    let board = crew_board::board(&desk.app, &desk.caller, id)?;
    let begun = desk.app.now() >= board.starts;
    let asks = covers::asks(desk, &board, begun)?;
    let awaiting = crate::app::swaps::awaiting_staff(&desk.app, &desk.caller, id)?;
    let swaps = awaiting.iter().map(|one| swaps::board_swap(desk, one)).collect();
    let conditions = conditions::view(desk, id)?;
    view(desk, &board, swaps, asks, conditions).ok_or(AppError::NotFound)
}

/// The board again, with what is wrong with one of its forms and what was typed.
pub(super) fn again(desk: &Desk, id: &ShiftId, change: impl FnOnce(&mut CrewBoardPage)) -> Result<Outcome, AppError> {
    let mut page = page(desk, id)?;
    change(&mut page);
    forms::again(&page)
}

/// Where the board of a shift is, as the address names it.
pub(super) fn path_of_text(shift: &str) -> String {
    format!("/koordynator/dyzury/{shift}")
}

/// Whom to put on the shift.
#[derive(Deserialize)]
struct Assign {
    person: String,
    /// `offer` or `agreed`.
    how: String,
    /// Why, where a rule of the house stands against it.
    #[serde(default)]
    reason: String,
}

async fn assign(posted: Posted<Assign>, id: Path<String>) -> HttpResponse {
    let back = format!("/koordynator/dyzury/{id}");
    let Posted { signed, form, key } = posted;
    let act = move |desk: &Desk| {
        let id: ShiftId = id.parse().map_err(|_| AppError::NotFound)?;
        let person: PersonId = form.person.parse().map_err(|_| AppError::NotFound)?;
        let board = crew_board::board(&desk.app, &desk.caller, &id)?;
        let against = board.candidates.iter().find(|one| one.id == person);
        let refusals = against.map(|one| &one.refusals[..]).unwrap_or_default();
        let input = AssignInput {
            person,
            agreed: form.how == "agreed",
            overrides: overrides(refusals, &form.reason),
        };
        let key = forms::key_of(&key, &["assign", id.as_str(), &format!("{input:?}")]);
        let asked = Asked {
            caller: &desk.caller,
            key: key.as_ref(),
        };
        crew_board::assign(&desk.app, asked, &id, &input)?;
        forms::see(path_of(&id), Done::Assigned)
    };
    signed.back_to(&back).answer(act).await
}

/// One reason for all that staff may decide against; without a reason nothing is decided against.
fn overrides(refusals: &[volunteer_roster::Refusal], reason: &str) -> Vec<OverrideInput> {
    let lifted = refusals
        .iter()
        .filter(|one| one.overridable() && !reason.trim().is_empty());
    let one = |refusal: &volunteer_roster::Refusal| OverrideInput {
        code: refusal.code().to_owned(),
        reason: reason.trim().to_owned(),
    };
    lifted.map(one).collect()
}

async fn approve(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: SignupId = id.parse().map_err(|_| AppError::NotFound)?;
        let signup = crew_board::approve(&desk.app, &desk.caller, &id, &[])?;
        forms::see(path_of(&signup.shift_id), Done::Assigned)
    };
    posted.signed.answer(act).await
}

async fn deed(posted: Posted<Button>, path: Path<(String, String)>) -> HttpResponse {
    let act = move |desk: &Desk| -> Result<Outcome, AppError> {
        let (id, deed) = path.into_inner();
        let id: SignupId = id.parse().map_err(|_| AppError::NotFound)?;
        let (deed, done) = match deed.as_str() {
            "odmow" => (Deed::Reject, Done::Rejected),
            "zwolnij" => (Deed::Release, Done::Released),
            "przyszedl" => (Deed::CheckIn, Done::WrittenDown),
            "byl" => (Deed::Attend, Done::WrittenDown),
            "nie-przyszedl" => (Deed::MissShift, Done::WrittenDown),
            _ => return Err(AppError::NotFound),
        };
        let signup = crew_board::deed(&desk.app, &desk.caller, &id, deed)?;
        forms::see(path_of(&signup.shift_id), done)
    };
    posted.signed.answer(act).await
}

fn view(
    desk: &Desk,
    board: &ShiftBoard,
    swaps: Vec<BoardSwap>,
    asks: BoardAsks,
    conditions: BoardConditions,
) -> Option<CrewBoardPage> {
    let shift = &board.shift;
    let (free, rest): (Vec<&Candidate>, Vec<&Candidate>) =
        board.candidates.iter().partition(|one| one.refusals.is_empty());
    let its_day = desk.app.today() >= shift.crew_day;
    let begun = desk.app.now() >= board.starts;
    Some(CrewBoardPage {
        frame: desk.frame(&desk.words().staff().board_heading(), Tab::Coordinator),
        visit: board.visit.id.clone(),
        shift: ShiftFacts {
            id: shift.id.clone(),
            day: shift.crew_day,
            crew: CivilWindow::new(shift.crew_start, shift.crew_end).ok()?,
            open: CivilWindow::new(board.visit.public_start, board.visit.public_end).ok()?,
            stop: board.place.stop.clone(),
            estate: board.place.estate.clone(),
            role: shift.role,
        },
        places: shift.places as usize,
        taken: shift.taken as usize,
        missing_tongues: board.missing_tongues.clone(),
        members: board.members.iter().map(|one| member(one, its_day, begun)).collect(),
        swaps,
        asks,
        conditions,
        free: free.into_iter().map(|one| candidate(desk, one)).collect(),
        refused: rest.into_iter().map(|one| candidate(desk, one)).collect(),
    })
}

fn member(member: &Member, its_day: bool, begun: bool) -> BoardMember {
    let state = member.signup.state;
    let expected = matches!(state, SignupState::Confirmed | SignupState::ToReconfirm);
    BoardMember {
        signup: member.signup.id.clone(),
        name: member.name.clone(),
        state,
        answer_by: member.signup.expires_at,
        in_training: member.signup.in_training,
        may_decide: state == SignupState::Requested,
        may_release: !begun && (expected || state == SignupState::Offered),
        may_come: its_day && expected,
        may_count: begun && matches!(state, SignupState::Confirmed | SignupState::CheckedIn),
        may_miss: begun && state == SignupState::Confirmed,
    }
}

fn candidate(desk: &Desk, candidate: &Candidate) -> BoardCandidate {
    let zone = desk.zone();
    let worded = candidate
        .refusals
        .iter()
        .map(|reason| reasons::refusal(desk.words(), zone, reason));
    BoardCandidate {
        person: candidate.id.clone(),
        name: candidate.name.clone(),
        reasons: worded.collect(),
        overridable: candidate.overridable(),
    }
}
