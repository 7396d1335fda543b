//! The sign-ups change hands.

use storage::{Act, Beginning, Begun, Db, Signup, Stepped, Swap};
use vocabulary::{PersonId, SignupId, SignupState, Timestamp};
use volunteer_roster::{Accepted, Refusal, Swapped};

use crate::app::{App, AppError, audit, crew, crew_board, fresh, notices, signups, waiting};

/// Both sign-ups end, and both begin anew in the other's name. Persons, visits and shifts are held.
pub(super) fn run(
    app: &App,
    db: &mut Db,
    swap: &Swap,
    swapped: &Swapped,
    by: Option<&PersonId>,
) -> Result<(), AppError> {
    let act = Act {
        at: app.now(),
        by: by.cloned(),
        reason: crew_board::reasons(&swapped.overridden),
    };
    for (id, state) in &swapped.leave {
        let left = leave(db, id, *state, &act)?;
        notices::swap_passed(db, act.at, swap, &left)?;
    }
    for accepted in &swapped.enter {
        let entered = enter(db, accepted, &act)?;
        notices::done(db, act.at, &entered)?;
    }
    // A place for learning that was given is not the place that was taken.
    for accepted in &swapped.enter {
        waiting::promote(db, &accepted.shift, act.at)?;
    }
    Ok(())
}

fn leave(db: &mut Db, id: &SignupId, state: SignupState, act: &Act) -> Result<Signup, AppError> {
    let states = (SignupState::Confirmed, state);
    let left = crew::stepped(storage::signups::step(db, id, states, None, act)?)?;
    note(db, act.at, act.by.as_ref(), id, state)?;
    Ok(left)
}

fn enter(db: &mut Db, accepted: &Accepted, act: &Act) -> Result<Signup, AppError> {
    let held = storage::people::hold(db, &accepted.person)?;
    let entered = match storage::signups::present_of(db, &accepted.person, &accepted.shift)? {
        // Whoever waits for the very shift has their turn.
        Some(own) => match storage::signups::step(db, &own.id, (own.state, accepted.state), None, act)? {
            Stepped::Done(signup) => signup,
            Stepped::Full(shift) => return Err(full(shift.places)),
            Stepped::Stale(_) => return Err(AppError::Busy),
        },
        None => {
            let beginning = Beginning {
                id: fresh::id(SignupId::from_uuid),
                shift: accepted.shift.clone(),
                state: accepted.state,
                in_training: accepted.in_training,
                expires_at: None,
            };
            match storage::signups::begin(db, &held, &beginning, act)? {
                Begun::Done(signup) => signup,
                Begun::Full(shift) => return Err(full(shift.places)),
                Begun::Before(_) => return Err(AppError::Busy),
            }
        }
    };
    note(db, act.at, act.by.as_ref(), &entered.id, entered.state)?;
    Ok(entered)
}

/// The places of the shift were made fewer since: the one that was left is none any more.
fn full(places: u32) -> AppError {
    signups::refused(&[Refusal::ShiftFull { places }])
}

fn note(
    db: &mut Db,
    at: Timestamp,
    by: Option<&PersonId>,
    signup: &SignupId,
    state: SignupState,
) -> Result<(), AppError> {
    audit::note(db, at, by, "signup.swap", signup.as_str(), &state)
}
