//! Who was asked to cover a shift, and what they said; "no" is remembered.

use std::collections::HashMap;

use diesel::prelude::*;
use vocabulary::{CoverAnswer, PersonId, ShiftId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    row::{row, things},
    schema::cover_asks::{self, dsl},
};

row! {
    table = cover_asks, row = CoverAskRow, derive = [Insertable];
    /// Somebody was asked.
    pub struct CoverAsk {
        /// Which shift.
        shift_id: ShiftId,
        /// Who.
        person_id: PersonId,
        /// When.
        asked_at: Timestamp,
        /// Who asked.
        asked_by: Option<PersonId>,
        /// What they said; none so far.
        answer: Option<CoverAnswer>,
        /// When.
        answered_at: Option<Timestamp>,
    }
}

/// Writes down that somebody is asked.
pub fn ask(db: &mut Db, ask: &CoverAsk) -> Result<(), StoreError> {
    diesel::insert_into(cover_asks::table)
        .values(CoverAskRow::from(ask))
        .execute(db)?;
    Ok(())
}

/// Everybody who was asked about a shift, the first first.
pub fn of_shift(db: &mut Db, shift: &ShiftId) -> Result<Vec<CoverAsk>, StoreError> {
    let found = cover_asks::table.filter(dsl::shift_id.eq(shift.store()));
    things(
        found
            .order((dsl::asked_at, dsl::person_id))
            .select(CoverAskRow::as_select())
            .load(db)?,
    )
}

/// What somebody was asked and has not answered, the first first.
pub fn unanswered(db: &mut Db, person: &PersonId) -> Result<Vec<CoverAsk>, StoreError> {
    let found = cover_asks::table
        .filter(dsl::person_id.eq(person.store()))
        .filter(dsl::answer.is_null());
    things(
        found
            .order((dsl::asked_at, dsl::shift_id))
            .select(CoverAskRow::as_select())
            .load(db)?,
    )
}

/// When everybody was last asked to cover any shift; who never was is left out.
pub fn last_asked(db: &mut Db) -> Result<HashMap<PersonId, Timestamp>, StoreError> {
    let rows: Vec<(String, chrono::NaiveDateTime)> = cover_asks::table
        .order(dsl::asked_at)
        .select((dsl::person_id, dsl::asked_at))
        .load(db)?;
    // The later takes the place of the earlier.
    let pair = |(person, at)| {
        let person = PersonId::load(person).map_err(StoreError::Broken)?;
        Ok((person, Timestamp::load(at).map_err(StoreError::Broken)?))
    };
    rows.into_iter().map(pair).collect()
}

/// Keeps an answer. False, and nothing is written, if the person was not asked or has answered.
pub fn answer(
    db: &mut Db,
    shift: &ShiftId,
    person: &PersonId,
    answer: CoverAnswer,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let waits = cover_asks::table
        .filter(dsl::shift_id.eq(shift.store()))
        .filter(dsl::person_id.eq(person.store()))
        .filter(dsl::answer.is_null());
    let changed = diesel::update(waits)
        .set((
            dsl::answer.eq(Some(answer.store())),
            dsl::answered_at.eq(Some(at.store())),
        ))
        .execute(db)?;
    Ok(changed == 1)
}
