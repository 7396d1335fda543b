//! Sign-ups. Places are scarce and people are quick, so this file keeps one order: hold the person, then the shift, then
//! look, then write. [`crate::people::hold`] gives the proof of the first step; the guarded update of `shifts.taken` is the
//! second, and behind both stand a CHECK and a unique index.

use diesel::prelude::*;
use vocabulary::{Day, PersonId, ShiftId, ShiftState, SignupId, SignupState, Timestamp};

use crate::{
    Db, Guarded, HeldPerson, Shift, StoreError, Visit,
    column::Column,
    row::{queries, row, things},
    schema::{
        shifts,
        signup_log::{self, dsl as log},
        signups, visits,
    },
    shifts::ShiftRow,
    visits::VisitRow,
};

row! {
    table = signups, row = SignupRow, derive = [Insertable];
    /// One person on one shift. Who gives a place back and takes one again has two.
    pub struct Signup {
        /// Its id.
        id: SignupId,
        /// The shift.
        shift_id: ShiftId,
        /// The person.
        person_id: PersonId,
        /// How it stands.
        state: SignupState,
        /// When the place was taken.
        created_at: Timestamp,
        /// When the state last changed.
        changed_at: Timestamp,
        /// Who changed it; nobody when the software did by itself.
        changed_by: Option<PersonId>,
        /// Raised by one at each change.
        version: u32,
    }
}

queries!(signups, Signup, SignupRow, SignupId; get);

/// The states that hold a place, as they are stored. The partial unique index in both migrations names the same.
pub(crate) fn holding() -> Vec<&'static str> {
    let all = SignupState::ALL.iter().filter(|state| state.holds_place());
    all.map(|state| state.as_str()).collect()
}

/// What became of an attempt to take a place.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum Taking {
    /// The place is taken, by this sign-up.
    Taken(Signup),
    /// The person held a place on this shift before; this is it.
    AlreadyHeld(Signup),
    /// No place was free; nothing was written. The shift as it is.
    Full(Shift),
    /// The shift takes no sign-ups; nothing was written. The shift as it is.
    NotOpen(Shift),
}

/// Who did something to a sign-up, when and why; goes into the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// Who; nobody when the software did by itself.
    pub by: Option<PersonId>,
    /// Why, where there is more to say than the state says.
    pub reason: Option<String>,
}

/// Takes a place on a shift for a held person, if one is free.
pub fn take_place(
    db: &mut Db,
    person: &HeldPerson,
    id: SignupId,
    shift: &ShiftId,
    act: &Act,
) -> Result<Taking, StoreError> {
    if let Some(held) = held_by(db, person.id(), shift)? {
        return Ok(Taking::AlreadyHeld(held));
    }
    let free = shifts::table
        .filter(shifts::id.eq(shift.as_str()))
        .filter(shifts::state.eq(ShiftState::Open.as_str()))
        .filter(shifts::taken.lt(shifts::places));
    let more = (
        shifts::taken.eq(shifts::taken + 1),
        shifts::version.eq(shifts::version + 1),
    );
    if diesel::update(free).set(more).execute(db)? == 0 {
        let shift = crate::shifts::get(db, shift)?;
        return Ok(match shift.state {
            ShiftState::Open => Taking::Full(shift),
            ShiftState::Closed | ShiftState::Cancelled => Taking::NotOpen(shift),
        });
    }
    let signup = Signup {
        id,
        shift_id: shift.clone(),
        person_id: person.id().clone(),
        state: SignupState::Confirmed,
        created_at: act.at,
        changed_at: act.at,
        changed_by: act.by.clone(),
        version: 1,
    };
    diesel::insert_into(signups::table)
        .values(SignupRow::from(&signup))
        .execute(db)?;
    write_log(db, &signup.id, None, signup.state, act)?;
    Ok(Taking::Taken(signup))
}

/// Gives the place of a sign-up back; `to` is a state that holds none. Stale if it held none any more.
pub fn give_back(db: &mut Db, id: &SignupId, to: SignupState, act: &Act) -> Result<Guarded<Signup>, StoreError> {
    if to.holds_place() {
        return Err(StoreError::Broken(format!(
            "a place cannot be given back by the state {to}"
        )));
    }
    let before = hold_shift_of(db, id)?;
    if !before.state.holds_place() {
        return Ok(Guarded::Stale(before));
    }
    let less = (
        shifts::taken.eq(shifts::taken - 1),
        shifts::version.eq(shifts::version + 1),
    );
    diesel::update(shifts::table.find(before.shift_id.as_str()))
        .set(less)
        .execute(db)?;
    change(db, before, to, act).map(Guarded::Done)
}

/// Changes a sign-up between two states that hold a place (a moved visit asks again, the person says yes). Stale if it
/// held none any more.
pub fn keep_place(db: &mut Db, id: &SignupId, to: SignupState, act: &Act) -> Result<Guarded<Signup>, StoreError> {
    if !to.holds_place() {
        return Err(StoreError::Broken(format!("a place cannot be kept by the state {to}")));
    }
    let before = hold_shift_of(db, id)?;
    if !before.state.holds_place() {
        return Ok(Guarded::Stale(before));
    }
    change(db, before, to, act).map(Guarded::Done)
}

/// All sign-ups that hold a place on the shift, the first to come first.
pub fn of_shift(db: &mut Db, shift: &ShiftId) -> Result<Vec<Signup>, StoreError> {
    let found = signups::table
        .filter(signups::shift_id.eq(shift.as_str()))
        .filter(signups::state.eq_any(holding()));
    things(
        found
            .order((signups::created_at, signups::id))
            .select(SignupRow::as_select())
            .load(db)?,
    )
}

/// A person's sign-up with its shift and visit.
#[derive(Debug, Clone, PartialEq)]
pub struct SignupOfPerson {
    /// The sign-up, in any state.
    pub signup: Signup,
    /// Its shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
}

/// A person's sign-ups on visits from a day on, in every state, by day and time.
pub fn of_person(db: &mut Db, person: &PersonId, from: Day) -> Result<Vec<SignupOfPerson>, StoreError> {
    let rows: Vec<(SignupRow, (ShiftRow, VisitRow))> = signups::table
        .inner_join(shifts::table.inner_join(visits::table))
        .filter(signups::person_id.eq(person.as_str()))
        .filter(visits::day.ge(from.store()))
        .order((visits::day, shifts::crew_start, signups::id))
        .select((SignupRow::as_select(), (ShiftRow::as_select(), VisitRow::as_select())))
        .load(db)?;
    rows.into_iter()
        .map(|(signup, (shift, visit))| {
            Ok(SignupOfPerson {
                signup: signup.try_into()?,
                shift: shift.try_into()?,
                visit: visit.try_into()?,
            })
        })
        .collect()
}

row! {
    table = signup_log, row = LogRow, derive = [Insertable];
    /// One change of a sign-up; never edited.
    pub struct SignupChange {
        /// The sign-up.
        signup_id: SignupId,
        /// The state before; none at the beginning.
        from_state: Option<SignupState>,
        /// The state after.
        to_state: SignupState,
        /// When.
        at: Timestamp,
        /// Who; nobody when the software did by itself.
        actor: Option<PersonId>,
        /// Why, where there is more to say than the state says.
        reason: Option<String>,
    }
}

/// Everything that happened to a sign-up, the first first.
pub fn history(db: &mut Db, id: &SignupId) -> Result<Vec<SignupChange>, StoreError> {
    let found = signup_log::table.filter(log::signup_id.eq(id.as_str()));
    things(found.order(log::id).select(LogRow::as_select()).load(db)?)
}

fn held_by(db: &mut Db, person: &PersonId, shift: &ShiftId) -> Result<Option<Signup>, StoreError> {
    let found = signups::table
        .filter(signups::shift_id.eq(shift.as_str()))
        .filter(signups::person_id.eq(person.as_str()))
        .filter(signups::state.eq_any(holding()));
    found
        .select(SignupRow::as_select())
        .first(db)
        .optional()?
        .map(Signup::try_from)
        .transpose()
}

/// Holds the shift until the transaction ends and only then reads the sign-up: whoever cancels the whole shift goes the
/// same way, so neither waits for the other in a circle.
fn hold_shift_of(db: &mut Db, id: &SignupId) -> Result<Signup, StoreError> {
    let shift = get(db, id)?.shift_id;
    diesel::update(shifts::table.find(shift.as_str()))
        .set(shifts::taken.eq(shifts::taken))
        .execute(db)?;
    get(db, id)
}

fn change(db: &mut Db, before: Signup, to: SignupState, act: &Act) -> Result<Signup, StoreError> {
    let after = Signup {
        state: to,
        changed_at: act.at,
        changed_by: act.by.clone(),
        version: before.version + 1,
        ..before
    };
    diesel::update(signups::table.find(after.id.as_str()))
        .set((
            signups::state.eq(after.state.as_str()),
            signups::changed_at.eq(after.changed_at.store()),
            signups::changed_by.eq(after.changed_by.store()),
            signups::version.eq(after.version.store()),
        ))
        .execute(db)?;
    write_log(db, &after.id, Some(before.state), to, act)?;
    Ok(after)
}

fn write_log(
    db: &mut Db,
    id: &SignupId,
    from: Option<SignupState>,
    to: SignupState,
    act: &Act,
) -> Result<(), StoreError> {
    let change = SignupChange {
        signup_id: id.clone(),
        from_state: from,
        to_state: to,
        at: act.at,
        actor: act.by.clone(),
        reason: act.reason.clone(),
    };
    diesel::insert_into(signup_log::table)
        .values(LogRow::from(&change))
        .execute(db)?;
    Ok(())
}
