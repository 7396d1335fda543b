//! How long people were there: first as the shift says, then as staff corrected it. Only added to; the last line counts.

use diesel::prelude::*;
use vocabulary::{Minutes, PersonId, SignupId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    row::{row, things},
    schema::{
        signups,
        worked_hours::{self, dsl},
    },
};

row! {
    table = worked_hours, row = WorkedRow, derive = [Insertable];
    /// One line about the hours of a sign-up.
    pub struct Worked {
        /// The sign-up.
        signup_id: SignupId,
        /// How long it was.
        minutes: Minutes,
        /// Why it was corrected; none for the shift's own length.
        reason: Option<String>,
        /// Who wrote it down.
        by: Option<PersonId>,
        /// When.
        at: Timestamp,
    }
}

/// Adds a line.
pub fn add(db: &mut Db, worked: &Worked) -> Result<(), StoreError> {
    diesel::insert_into(worked_hours::table)
        .values(WorkedRow::from(worked))
        .execute(db)?;
    Ok(())
}

/// Every line about a sign-up, the first first; the last one counts.
pub fn of_signup(db: &mut Db, signup: &SignupId) -> Result<Vec<Worked>, StoreError> {
    let found = worked_hours::table.filter(dsl::signup_id.eq(signup.store()));
    things(found.order(dsl::id).select(WorkedRow::as_select()).load(db)?)
}

/// Every line about the sign-ups of a person, the first first.
pub fn of_person(db: &mut Db, person: &PersonId) -> Result<Vec<Worked>, StoreError> {
    let own = signups::table
        .filter(signups::person_id.eq(person.as_str()))
        .select(signups::id);
    let found = worked_hours::table.filter(dsl::signup_id.eq_any(own));
    things(found.order(dsl::id).select(WorkedRow::as_select()).load(db)?)
}
