//! Sign-ups. Places are scarce and people are quick, so this file keeps one order: hold the person, then the shift, then
//! look, then write. [`crate::people::hold`] gives the proof of the first step; the guarded update of `shifts.taken` is the
//! second, and behind both stand a CHECK and a unique index.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use vocabulary::{Day, PersonId, SeasonId, ShiftId, ShiftState, SignupId, SignupState, Timestamp};

use crate::{
    Db, HeldPerson, Shift, StoreError, Visit,
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
        /// When an offer ends, or the answer to a moved visit is due; none otherwise.
        expires_at: Option<Timestamp>,
        /// Whether they come along to learn, on a place that does not count.
        in_training: bool,
        /// Raised by one at each change.
        version: u32,
    }
}

queries!(signups, Signup, SignupRow, SignupId; get);

/// The states that hold a place, as they are stored.
pub(crate) fn holding() -> Vec<&'static str> {
    words(|state| state.holds_place())
}

/// The states in which somebody has a sign-up on a shift and needs no other: not over, or been there. The partial unique index in both
/// migrations names the same.
fn present() -> Vec<&'static str> {
    words(|state| state.holds_place() || !state.is_over())
}

fn words(which: impl Fn(SignupState) -> bool) -> Vec<&'static str> {
    let all = SignupState::ALL.iter().filter(|state| which(**state));
    all.map(|state| state.as_str()).collect()
}

/// A sign-up that begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Beginning {
    /// Its id.
    pub id: SignupId,
    /// The shift.
    pub shift: ShiftId,
    /// In which state; one that holds a place takes one.
    pub state: SignupState,
    /// Whether it is a place for learning.
    pub in_training: bool,
    /// When an offer ends.
    pub expires_at: Option<Timestamp>,
}

/// What became of an attempt to begin a sign-up.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum Begun {
    /// It is stored, and its place taken if it holds one.
    Done(Signup),
    /// The person has one on this shift; this is it.
    Before(Signup),
    /// No place was free, or the visit is cancelled; nothing was written. The shift as it is.
    Full(Shift),
}

/// What became of a step.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum Stepped {
    /// It is stored.
    Done(Signup),
    /// The sign-up was in another state by then; nothing was written. As it is.
    Stale(Signup),
    /// The step takes a place and none was free; nothing was written. The shift as it is.
    Full(Shift),
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

/// Begins a sign-up of a held person. Whether its shift takes any is the rules' affair, asked in the same transaction: from here on
/// the shift's row is held if a place was taken.
pub fn begin(db: &mut Db, person: &HeldPerson, beginning: &Beginning, act: &Act) -> Result<Begun, StoreError> {
    if let Some(before) = present_of(db, person.id(), &beginning.shift)? {
        return Ok(Begun::Before(before));
    }
    if beginning.state.holds_place() && !take(db, &beginning.shift, beginning.in_training)? {
        return Ok(Begun::Full(crate::shifts::get(db, &beginning.shift)?));
    }
    let signup = Signup {
        id: beginning.id.clone(),
        shift_id: beginning.shift.clone(),
        person_id: person.id().clone(),
        state: beginning.state,
        created_at: act.at,
        changed_at: act.at,
        changed_by: act.by.clone(),
        expires_at: beginning.expires_at,
        in_training: beginning.in_training,
        version: 1,
    };
    diesel::insert_into(signups::table)
        .values(SignupRow::from(&signup))
        .execute(db)?;
    write_log(db, &signup.id, None, signup.state, act)?;
    Ok(Begun::Done(signup))
}

/// Takes a sign-up from one state to another; takes or gives back a place where the one holds one and the other does not.
pub fn step(
    db: &mut Db,
    id: &SignupId,
    (from, to): (SignupState, SignupState),
    expires_at: Option<Timestamp>,
    act: &Act,
) -> Result<Stepped, StoreError> {
    let before = hold_shift_of(db, id)?;
    if before.state != from {
        return Ok(Stepped::Stale(before));
    }
    match (from.holds_place(), to.holds_place()) {
        (false, true) if !take(db, &before.shift_id, before.in_training)? => {
            return Ok(Stepped::Full(crate::shifts::get(db, &before.shift_id)?));
        }
        (true, false) => give(db, &before.shift_id, before.in_training)?,
        _ => {}
    }
    change(db, before, to, expires_at, act).map(Stepped::Done)
}

/// Takes one more place by a guarded update; whether one was free.
fn take(db: &mut Db, shift: &ShiftId, in_training: bool) -> Result<bool, StoreError> {
    let there = shifts::table
        .filter(shifts::id.eq(shift.as_str()))
        .filter(shifts::state.ne(ShiftState::Cancelled.as_str()));
    let version = shifts::version.eq(shifts::version + 1);
    let changed = if in_training {
        diesel::update(there.filter(shifts::training_taken.lt(shifts::training_places)))
            .set((shifts::training_taken.eq(shifts::training_taken + 1), version))
            .execute(db)?
    } else {
        diesel::update(there.filter(shifts::taken.lt(shifts::places)))
            .set((shifts::taken.eq(shifts::taken + 1), version))
            .execute(db)?
    };
    Ok(changed > 0)
}

fn give(db: &mut Db, shift: &ShiftId, in_training: bool) -> Result<(), StoreError> {
    let there = shifts::table.find(shift.as_str());
    let version = shifts::version.eq(shifts::version + 1);
    if in_training {
        diesel::update(there)
            .set((shifts::training_taken.eq(shifts::training_taken - 1), version))
            .execute(db)?;
    } else {
        diesel::update(there)
            .set((shifts::taken.eq(shifts::taken - 1), version))
            .execute(db)?;
    }
    Ok(())
}

/// Sign-ups on the shift in one of these states, the first to come first: the order of the waiting list.
pub fn of_shift_in(db: &mut Db, shift: &ShiftId, states: &[SignupState]) -> Result<Vec<Signup>, StoreError> {
    let states: Vec<_> = states.iter().map(|state| state.as_str()).collect();
    let found = signups::table
        .filter(signups::shift_id.eq(shift.as_str()))
        .filter(signups::state.eq_any(states));
    things(
        found
            .order((signups::created_at, signups::id))
            .select(SignupRow::as_select())
            .load(db)?,
    )
}

/// Sign-ups that are not over on the shifts of visits up to a day, in one of these states; for the clock that ends waiting.
pub fn up_to(db: &mut Db, day: Day, states: &[SignupState]) -> Result<Vec<Signup>, StoreError> {
    let states: Vec<_> = states.iter().map(|state| state.as_str()).collect();
    let found = signups::table
        .inner_join(shifts::table)
        .filter(shifts::crew_day.le(day.store()))
        .filter(signups::state.eq_any(states));
    things(found.order(signups::id).select(SignupRow::as_select()).load(db)?)
}

/// Sign-ups in a state on the shifts of a day, each with its shift and visit; for the reminder of the evening before.
pub fn on_day(db: &mut Db, day: Day, state: SignupState) -> Result<Vec<SignupOfPerson>, StoreError> {
    let rows: Vec<(SignupRow, (ShiftRow, VisitRow))> = signups::table
        .inner_join(shifts::table.inner_join(visits::table))
        .filter(shifts::crew_day.eq(day.store()))
        .filter(signups::state.eq(state.as_str()))
        .order(signups::id)
        .select((SignupRow::as_select(), (ShiftRow::as_select(), VisitRow::as_select())))
        .load(db)?;
    rows.into_iter().map(of_row).collect()
}

/// Sign-ups of a season that somebody counts on, confirmed or asked again after a move, on the shifts from a day on; by day and time.
pub fn counted_from(db: &mut Db, season: &SeasonId, from: Day) -> Result<Vec<SignupOfPerson>, StoreError> {
    let counted = [SignupState::Confirmed.as_str(), SignupState::ToReconfirm.as_str()];
    let rows: Vec<(SignupRow, (ShiftRow, VisitRow))> = signups::table
        .inner_join(shifts::table.inner_join(visits::table))
        .filter(visits::season_id.eq(season.as_str()))
        .filter(shifts::crew_day.ge(from.store()))
        .filter(signups::state.eq_any(counted))
        .order((shifts::crew_day, shifts::crew_start, signups::id))
        .select((SignupRow::as_select(), (ShiftRow::as_select(), VisitRow::as_select())))
        .load(db)?;
    rows.into_iter().map(of_row).collect()
}

/// How many wait for each shift from a day on; shifts for which nobody waits are left out.
pub fn waiting(db: &mut Db, from: Day) -> Result<HashMap<ShiftId, u32>, StoreError> {
    let found = signups::table
        .inner_join(shifts::table)
        .filter(shifts::crew_day.ge(from.store()))
        .filter(signups::state.eq(SignupState::Waitlisted.as_str()));
    let ids: Vec<String> = found.select(signups::shift_id).load(db)?;
    let mut counted = HashMap::new();
    for id in ids {
        *counted
            .entry(ShiftId::load(id).map_err(StoreError::Broken)?)
            .or_insert(0) += 1;
    }
    Ok(counted)
}

/// Sign-ups whose answer was due before this, the longest overdue first.
pub fn overdue(db: &mut Db, now: Timestamp) -> Result<Vec<Signup>, StoreError> {
    let found = signups::table.filter(signups::expires_at.lt(now.store()));
    things(
        found
            .order((signups::expires_at, signups::id))
            .select(SignupRow::as_select())
            .load(db)?,
    )
}

/// All sign-ups that hold a place on the shift, the first to come first.
pub fn of_shift(db: &mut Db, shift: &ShiftId) -> Result<Vec<Signup>, StoreError> {
    let all: Vec<_> = SignupState::ALL
        .iter()
        .copied()
        .filter(|state| state.holds_place())
        .collect();
    of_shift_in(db, shift, &all)
}

/// Every sign-up of a season's shifts, in every state, the first to come first.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<Signup>, StoreError> {
    let found = signups::table
        .inner_join(shifts::table.inner_join(visits::table))
        .filter(visits::season_id.eq(season.as_str()));
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
    rows.into_iter().map(of_row).collect()
}

fn of_row((signup, (shift, visit)): (SignupRow, (ShiftRow, VisitRow))) -> Result<SignupOfPerson, StoreError> {
    Ok(SignupOfPerson {
        signup: signup.try_into()?,
        shift: shift.try_into()?,
        visit: visit.try_into()?,
    })
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

/// The sign-up of a person on a shift that is not over, or by which they were there.
pub fn present_of(db: &mut Db, person: &PersonId, shift: &ShiftId) -> Result<Option<Signup>, StoreError> {
    let found = signups::table
        .filter(signups::shift_id.eq(shift.as_str()))
        .filter(signups::person_id.eq(person.as_str()))
        .filter(signups::state.eq_any(present()));
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

fn change(
    db: &mut Db,
    before: Signup,
    to: SignupState,
    expires_at: Option<Timestamp>,
    act: &Act,
) -> Result<Signup, StoreError> {
    let after = Signup {
        state: to,
        expires_at,
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
            signups::expires_at.eq(after.expires_at.store()),
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

/// A person's sign-ups that ever held a confirmed place, whatever became of them.
pub fn ever_confirmed(db: &mut Db, person: &PersonId) -> Result<HashSet<SignupId>, StoreError> {
    let own: Vec<String> = signups::table
        .filter(signups::person_id.eq(person.as_str()))
        .select(signups::id)
        .load(db)?;
    let found = signup_log::table
        .filter(log::signup_id.eq_any(own))
        .filter(log::to_state.eq(SignupState::Confirmed.as_str()))
        .select(log::signup_id)
        .distinct();
    let ids: Vec<String> = found.load(db)?;
    ids.into_iter()
        .map(|id| SignupId::load(id).map_err(StoreError::Broken))
        .collect()
}

/// Forgets what happened to sign-ups before this; how many lines. How each stands now, and the hours, stay.
pub fn prune_log(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    Ok(diesel::delete(signup_log::table.filter(log::at.lt(before.store()))).execute(db)?)
}
