//! Waiting lists: who is offered a place that became free, and what the clock makes of answers that did not come.
//!
//! A free place is offered in the transaction that frees it, so that no newcomer takes it before those who wait. The clock ends offers, answers
//! to moved visits and waiting, each in a transaction of its own, and goes on down the list.

use storage::{Act, Db, Shift, Signup};
use vocabulary::{ShiftId, SignupId, SignupState, Timestamp};
use volunteer_roster as roster;

use super::{App, AppError, audit, crew, facts, facts::Known, notices, papers};

/// Offers the free places of a shift to those who wait for one. The transaction holds the shift.
pub fn promote(db: &mut Db, id: &ShiftId, now: Timestamp) -> Result<(), AppError> {
    let list = storage::signups::of_shift_in(db, id, &[SignupState::Waitlisted])?;
    if list.is_empty() {
        return Ok(());
    }
    let shift = storage::shifts::get(db, id)?;
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let mut known = Known::default();
    let staffed = facts::staffed(db, &visit)?;
    let facts = known.shift(db, &shift, &visit, &staffed)?;
    let mut waiting = Vec::new();
    for signup in list {
        let person = storage::people::get(db, &signup.person_id)?;
        if !person.active || person.awaits_approval {
            continue;
        }
        waiting.push(roster::Waiting {
            commitments: known.commitments(db, &signup.person_id, &shift, &visit.season_id)?,
            person: papers::facts(&person)?,
            joined_at: signup.created_at,
            signup: signup.id,
        });
    }
    let rules = known.season(db, &visit.season_id)?.rules.clone();
    let act = Act {
        at: now,
        by: None,
        reason: None,
    };
    for offer in roster::promote(&facts, &waiting, &rules, now).offers {
        if offer.held {
            let states = (SignupState::Waitlisted, SignupState::Offered);
            let outcome = storage::signups::step(db, &offer.signup, states, Some(offer.expires_at), &act)?;
            let signup = crew::stepped(outcome)?;
            audit::note(db, now, None, "signup.offer", signup.id.as_str(), &offer.expires_at)?;
        }
        notices::offered(db, now, &offer)?;
    }
    Ok(())
}

/// What the clock does: once a minute or so. How many sign-ups it changed.
pub fn tick(app: &App) -> Result<usize, AppError> {
    let now = app.now();
    let due = app.read(|db| Ok(storage::signups::overdue(db, now)?))?;
    let mut changed = 0;
    for signup in due {
        changed += usize::from(app.write(|db| end_answer(db, &signup.id, now))?);
    }
    let open = [SignupState::Waitlisted, SignupState::Requested, SignupState::Offered];
    // Whose day has come somewhere; the instant is looked at one by one.
    let today = app.today().plus_days(1);
    for signup in app.read(|db| Ok(storage::signups::up_to(db, today, &open)?))? {
        changed += usize::from(app.write(|db| end_waiting(db, &signup.id, now))?);
    }
    Ok(changed)
}

/// Ends an offer or a question that was not answered in time, and goes on down the list.
fn end_answer(db: &mut Db, id: &SignupId, now: Timestamp) -> Result<bool, AppError> {
    let (signup, shift) = held(db, id)?;
    let due = signup.expires_at.filter(|due| *due < now);
    let Some(after) = due.and_then(|due| roster::after_due(signup.state, due, now)) else {
        return Ok(false);
    };
    change(db, &signup, after, now)?;
    notices::ended(db, now, &signup, after)?;
    promote(db, &shift.id, now)?;
    Ok(true)
}

/// Ends waiting for a shift that has begun.
fn end_waiting(db: &mut Db, id: &SignupId, now: Timestamp) -> Result<bool, AppError> {
    let (signup, shift) = held(db, id)?;
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let zone = storage::seasons::get(db, &visit.season_id)?.zone;
    let (starts, _) = facts::instants(&shift, zone)?;
    let Some(after) = (starts <= now).then(|| roster::at_start(signup.state)).flatten() else {
        return Ok(false);
    };
    change(db, &signup, after, now)?;
    Ok(true)
}

/// A sign-up and its shift, read while the shift is held.
fn held(db: &mut Db, id: &SignupId) -> Result<(Signup, Shift), AppError> {
    let shift = storage::signups::get(db, id)?.shift_id;
    let shift = storage::shifts::hold(db, &shift)?;
    Ok((storage::signups::get(db, id)?, shift))
}

fn change(db: &mut Db, signup: &Signup, after: SignupState, now: Timestamp) -> Result<(), AppError> {
    let act = Act {
        at: now,
        by: None,
        reason: None,
    };
    crew::stepped(storage::signups::step(
        db,
        &signup.id,
        (signup.state, after),
        None,
        &act,
    )?)?;
    audit::note(db, now, None, "signup.clock", signup.id.as_str(), &after)
}
