//! Swaps: a shift passed on to somebody, to anybody who may, or traded for theirs.
//!
//! Whoever says yes last sets off one transaction that holds both persons and both shifts, asks the rules about both sides and both crews, and lets
//! the sign-ups change hands: nobody else gets in between, and no shift is over-filled. A sign-up that changed meanwhile ends the proposal.

mod board;
mod carry_out;
mod case;
mod choices;

use serde::{Deserialize, Serialize};
use storage::{Db, Guarded, Signup, Swap};
use utoipa::ToSchema;
use vocabulary::{PersonId, SignupId, SwapId, SwapState, Timestamp};
use volunteer_roster::{self as roster, Refusal, SwapOutcome, SwapRefusals};

pub(super) use board::short;
pub use board::{Awaiting, Mine, Part, SwapView, awaiting_staff, mine, shifts_awaiting};
pub(super) use case::stands;
pub use choices::{Choices, Partner, Trade, choices};

use super::{
    App, AppError, Caller, audit,
    crew_board::OverrideInput,
    error::Fault,
    fresh,
    idempotency::Asked,
    notices,
    signups::refused,
    text::{Lines, has_controls},
};
use crate::schema;
use case::{SwapCase, Viewer, refused_swap};

/// The longest message to the other person, in characters.
pub const LONGEST_MESSAGE: usize = 300;

/// What is proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SwapInput {
    /// To whom; none: to anybody who may, or to whom the sign-up `back` is.
    #[schema(value_type = Option<schema::PersonId>)]
    pub to: Option<PersonId>,
    /// The other's sign-up that is wanted for it; none: it is passed on for nothing.
    #[schema(value_type = Option<schema::SignupId>)]
    pub back: Option<SignupId>,
    /// A word to the other person; at most 300 characters.
    pub message: Option<String>,
}

/// A swap as the API shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SwapShape {
    /// Its id.
    #[schema(value_type = schema::SwapId)]
    pub id: SwapId,
    /// Whose proposal it is.
    #[schema(value_type = schema::PersonId)]
    pub giver: PersonId,
    /// The sign-up that is given.
    #[schema(value_type = schema::SignupId)]
    pub given: SignupId,
    /// To whom; null while it is for anybody who may.
    #[schema(value_type = Option<schema::PersonId>)]
    pub taker: Option<PersonId>,
    /// The sign-up that is wanted for it; null: none.
    #[schema(value_type = Option<schema::SignupId>)]
    pub back: Option<SignupId>,
    /// Where it stands.
    #[schema(value_type = schema::SwapState)]
    pub state: SwapState,
    /// What the giver writes.
    pub message: Option<String>,
    /// When it was proposed.
    #[schema(value_type = schema::Timestamp)]
    pub created_at: Timestamp,
    /// When its state last changed.
    #[schema(value_type = schema::Timestamp)]
    pub changed_at: Timestamp,
}

impl SwapShape {
    /// The shape of a row.
    pub fn of(swap: &Swap) -> Self {
        Self {
            id: swap.id.clone(),
            giver: swap.giver.clone(),
            given: swap.given.clone(),
            taker: swap.taker.clone(),
            back: swap.back.clone(),
            state: swap.state,
            message: swap.message.clone(),
            created_at: swap.created_at,
            changed_at: swap.changed_at,
        }
    }
}

/// Proposes to pass one's own shift on, or to trade it.
pub fn propose(app: &App, asked: Asked<'_>, given: &SignupId, input: &SwapInput) -> Result<SwapShape, AppError> {
    let now = app.now();
    let message = message(input)?;
    // Whom it is for hangs on who may take it, which is looked up before anything is held.
    let known = match (&input.to, &input.back) {
        (None, None) => {
            let mut people = choices(app, asked.caller, given)?.people;
            people.retain(|one| !one.needs_staff);
            people
        }
        _ => Vec::new(),
    };
    app.write(|db| {
        asked.once(db, now, |db| {
            let giver = &asked.caller.person;
            let mine = storage::signups::get(db, given)?;
            if mine.person_id != *giver {
                return Err(AppError::NotFound);
            }
            let taker = taker(db, input)?;
            case::hold(db, giver, taker.as_ref(), given, input.back.as_ref())?;
            let mine = storage::signups::get(db, given)?;
            // What stands no more makes room; what stands is withdrawn first.
            if let Some(before) = storage::swaps::open_of(db, given)?
                && !board::lapse(db, &before, now)?
            {
                return Err(AppError::refused(
                    "swap-open",
                    "this shift is in a swap that waits for an answer",
                ));
            }
            let swap = fresh_swap(db, now, &mine, taker, input, message.clone())?;
            match &swap.taker {
                Some(taker) => {
                    let case = SwapCase::read(db, &swap, taker)?;
                    roster::decide_proposal(&case.ask(now))
                        .map(drop)
                        .map_err(|found| refused_swap(found, Viewer::Giver))?;
                }
                None => case::may_be_given(db, &mine, now)?,
            }
            storage::swaps::insert(db, &swap)?;
            audit::note(db, now, Some(giver), "swap.propose", swap.id.as_str(), &swap.given)?;
            match &swap.taker {
                Some(taker) => notices::swap_proposed(db, now, &swap, taker)?,
                None => {
                    for partner in &known {
                        notices::swap_open(db, now, &swap, &partner.id)?;
                    }
                }
            }
            Ok(SwapShape::of(&swap))
        })
    })
}

/// The message, trimmed; none if there is none.
fn message(input: &SwapInput) -> Result<Option<String>, AppError> {
    let typed = input.message.as_deref().unwrap_or_default().trim();
    let wrong = typed.chars().count() > LONGEST_MESSAGE || has_controls(typed, Lines::Several);
    match (typed, wrong) {
        (_, true) => Err(AppError::invalid(
            "/message",
            "write at most 300 characters of plain text",
        )),
        ("", false) => Ok(None),
        (typed, false) => Ok(Some(typed.to_owned())),
    }
}

/// For whom it is; the sign-up that is wanted back tells it too.
fn taker(db: &mut Db, input: &SwapInput) -> Result<Option<PersonId>, AppError> {
    let found = |pointer: &str, error| match error {
        storage::StoreError::NotFound => AppError::Invalid(vec![Fault::new(pointer, "there is no such thing")]),
        other => other.into(),
    };
    let named = input.to.as_ref().map(|id| storage::people::get(db, id)).transpose();
    let named = named.map_err(|error| found("/to", error))?.map(|person| person.id);
    let back = input.back.as_ref().map(|id| storage::signups::get(db, id)).transpose();
    let owner = back
        .map_err(|error| found("/back", error))?
        .map(|signup| signup.person_id);
    match (named, owner) {
        (Some(named), Some(owner)) if named != owner => {
            Err(AppError::invalid("/back", "this sign-up is another person's"))
        }
        (named, owner) => Ok(owner.or(named)),
    }
}

fn fresh_swap(
    db: &mut Db,
    now: Timestamp,
    given: &Signup,
    taker: Option<PersonId>,
    input: &SwapInput,
    message: Option<String>,
) -> Result<Swap, AppError> {
    let back = input
        .back
        .as_ref()
        .map(|id| storage::signups::get(db, id))
        .transpose()?;
    Ok(Swap {
        id: fresh::id(SwapId::from_uuid),
        giver: given.person_id.clone(),
        given: given.id.clone(),
        given_version: given.version,
        taker,
        back_version: back.as_ref().map(|signup| signup.version),
        back: back.map(|signup| signup.id),
        state: SwapState::Proposed,
        message,
        created_at: now,
        changed_at: now,
        changed_by: Some(given.person_id.clone()),
        version: 1,
    })
}

/// A swap that concerns the caller; another's is not found. Staff may see all.
pub fn get(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapShape, AppError> {
    app.read(|db| {
        let swap = storage::swaps::get(db, id)?;
        let concerns = swap.giver == caller.person || swap.taker.as_ref().is_none_or(|taker| *taker == caller.person);
        match concerns || caller.coordinator().is_ok() {
            true => Ok(SwapShape::of(&swap)),
            false => Err(AppError::NotFound),
        }
    })
}

/// Says yes: the shifts change hands, or staff is asked where a rule wants it.
pub fn accept(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapShape, AppError> {
    let now = app.now();
    app.write(|db| {
        let swap = concerning(db, caller, id)?;
        let taker = &caller.person;
        case::hold(db, &swap.giver, Some(taker), &swap.given, swap.back.as_ref())?;
        let swap = storage::swaps::get(db, id)?;
        if swap.state != SwapState::Proposed {
            // What else stands against it follows from how it ended.
            return Err(refused(&[Refusal::SwapNotWaiting]));
        }
        let case = SwapCase::read(db, &swap, taker)?;
        let decided = roster::decide_swap_answer(&case.swap, &case.ask(now), taker);
        let state = match decided.map_err(|found| refused_swap(found, Viewer::Taker))? {
            SwapOutcome::Done(swapped) => {
                carry_out::run(app, db, &swap, &swapped, Some(taker))?;
                SwapState::Done
            }
            SwapOutcome::ForStaff(_) => SwapState::Accepted,
        };
        let swap = Swap {
            taker: Some(taker.clone()),
            ..swap
        };
        let swap = stepped(db, swap, state, Some(taker), now)?;
        audit::note(db, now, Some(taker), "swap.accept", id.as_str(), &state)?;
        if state == SwapState::Accepted {
            notices::swap_for_staff(db, now, &swap)?;
        }
        Ok(SwapShape::of(&swap))
    })
}

/// Says no.
pub fn decline(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapShape, AppError> {
    let now = app.now();
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        let swap = concerning(db, caller, id)?;
        if swap.taker.as_ref() != Some(&caller.person) || swap.state != SwapState::Proposed {
            return Err(refused(&[Refusal::SwapNotWaiting]));
        }
        let swap = stepped(db, swap, SwapState::Declined, Some(&caller.person), now)?;
        audit::note(db, now, Some(&caller.person), "swap.decline", id.as_str(), &())?;
        notices::swap_ended(db, now, &swap, &swap.giver)?;
        Ok(SwapShape::of(&swap))
    })
}

/// Takes one's own proposal back.
pub fn withdraw(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapShape, AppError> {
    let now = app.now();
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        let swap = storage::swaps::get(db, id)?;
        if swap.giver != caller.person {
            return Err(AppError::NotFound);
        }
        let was = swap.state;
        if !matches!(was, SwapState::Proposed | SwapState::Accepted) {
            return Err(refused(&[Refusal::SwapNotWaiting]));
        }
        let swap = stepped(db, swap, SwapState::Cancelled, Some(&caller.person), now)?;
        audit::note(db, now, Some(&caller.person), "swap.withdraw", id.as_str(), &())?;
        if let Some(taker) = swap.taker.as_ref().filter(|_| was == SwapState::Accepted) {
            notices::swap_ended(db, now, &swap, taker)?;
        }
        Ok(SwapShape::of(&swap))
    })
}

/// Every reason that stands against a swap which waits for staff.
pub fn against(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapRefusals, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let swap = storage::swaps::get(db, id)?;
        let Some(taker) = swap.taker.clone() else {
            return Ok(SwapRefusals::default());
        };
        let case = SwapCase::read(db, &swap, &taker)?;
        let decided = roster::decide_swap_approval(&case.swap, &case.ask(now), &[]);
        Ok(decided.err().unwrap_or_default())
    })
}

/// Staff says yes, with a reason against each rule of the house that stands against it.
pub fn approve(app: &App, caller: &Caller, id: &SwapId, overrides: &[OverrideInput]) -> Result<SwapShape, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let swap = storage::swaps::get(db, id)?;
        // Nobody has said yes yet: there is nothing to approve.
        let Some(taker) = swap.taker.clone() else {
            return Err(refused(&[Refusal::SwapNotWaiting]));
        };
        case::hold(db, &swap.giver, Some(&taker), &swap.given, swap.back.as_ref())?;
        let swap = storage::swaps::get(db, id)?;
        let case = SwapCase::read(db, &swap, &taker)?;
        let overrides = super::crew_board::overrides(overrides);
        let decided = roster::decide_swap_approval(&case.swap, &case.ask(now), &overrides);
        let swapped = decided.map_err(|found| refused_swap(found, Viewer::Staff))?;
        carry_out::run(app, db, &swap, &swapped, Some(&caller.person))?;
        let swap = stepped(db, swap, SwapState::Done, Some(&caller.person), now)?;
        audit::note(db, now, Some(&caller.person), "swap.approve", id.as_str(), &())?;
        Ok(SwapShape::of(&swap))
    })
}

/// Staff says no.
pub fn reject(app: &App, caller: &Caller, id: &SwapId) -> Result<SwapShape, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let swap = storage::swaps::get(db, id)?;
        if swap.state != SwapState::Accepted {
            return Err(refused(&[Refusal::SwapNotWaiting]));
        }
        let swap = stepped(db, swap, SwapState::Rejected, Some(&caller.person), now)?;
        audit::note(db, now, Some(&caller.person), "swap.reject", id.as_str(), &())?;
        for person in std::iter::once(&swap.giver).chain(&swap.taker) {
            notices::swap_ended(db, now, &swap, person)?;
        }
        Ok(SwapShape::of(&swap))
    })
}

/// Ends the proposals that stand no more: a sign-up changed, or the shift has begun. How many.
pub fn tick(app: &App) -> Result<usize, AppError> {
    let now = app.now();
    let open = app.read(|db| Ok(storage::swaps::open(db)?))?;
    let mut ended = 0;
    for swap in open {
        ended += usize::from(app.write(|db| {
            let swap = storage::swaps::get(db, &swap.id)?;
            board::lapse(db, &swap, now)
        })?);
    }
    Ok(ended)
}

/// A swap that was proposed to the caller, or to anybody.
fn concerning(db: &mut Db, caller: &Caller, id: &SwapId) -> Result<Swap, AppError> {
    let swap = storage::swaps::get(db, id)?;
    match swap.taker.as_ref().is_none_or(|taker| *taker == caller.person) {
        true => Ok(swap),
        // It was for anybody, perhaps, and somebody was faster.
        false if swap.state != SwapState::Proposed => Err(refused(&[Refusal::SwapNotWaiting])),
        false => Err(AppError::NotFound),
    }
}

/// Stores the next state of a swap as it was read; whoever was faster makes this run again.
fn stepped(db: &mut Db, swap: Swap, state: SwapState, by: Option<&PersonId>, now: Timestamp) -> Result<Swap, AppError> {
    let next = Swap {
        state,
        changed_at: now,
        changed_by: by.cloned(),
        ..swap
    };
    match storage::swaps::save(db, &next)? {
        Guarded::Done(swap) => Ok(swap),
        Guarded::Stale(_) => Err(AppError::Busy),
    }
}
