//! Days on which somebody in socially useful work was expected and did not come.

use diesel::prelude::*;
use vocabulary::{Day, PersonId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    row::{row, things},
    schema::absences::{self, dsl},
};

row! {
    table = absences, row = AbsenceRow, derive = [Insertable];
    /// One such day of one person.
    pub struct Absence {
        /// Who.
        person_id: PersonId,
        /// Which day.
        day: Day,
        /// Why, as staff wrote it down.
        reason: String,
        /// Who wrote it down.
        noted_by: Option<PersonId>,
        /// When.
        noted_at: Timestamp,
    }
}

/// Notes an absence, in place of what was noted for the same day. The person's row is held.
pub fn note(db: &mut Db, absence: &Absence) -> Result<(), StoreError> {
    remove(db, &absence.person_id, absence.day)?;
    diesel::insert_into(absences::table)
        .values(AbsenceRow::from(absence))
        .execute(db)?;
    Ok(())
}

/// Takes a note back; whether there was one.
pub fn remove(db: &mut Db, person: &PersonId, day: Day) -> Result<bool, StoreError> {
    let found = absences::table
        .filter(dsl::person_id.eq(person.as_str()))
        .filter(dsl::day.eq(day.store()));
    Ok(diesel::delete(found).execute(db)? > 0)
}

/// Those of a person between two days, both included, the first first.
pub fn of_person(db: &mut Db, person: &PersonId, first: Day, last: Day) -> Result<Vec<Absence>, StoreError> {
    let found = absences::table
        .filter(dsl::person_id.eq(person.as_str()))
        .filter(dsl::day.between(first.store(), last.store()));
    things(found.order(dsl::day).select(AbsenceRow::as_select()).load(db)?)
}
