//! People with an account: the least that is needed to sign in and to decide about shifts.

use diesel::prelude::*;
use vocabulary::{AccountRole, Day, PersonId, PersonKind, Timestamp};

use crate::{
    Db, Json, Page, Paged, PasswordHash, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::{audit, people, signups},
};

row! {
    table = people, row = PersonRow, derive = [Insertable, AsChangeset];
    /// A person.
    pub struct Person {
        /// Its id.
        id: PersonId,
        /// Where mail reaches them, and what they sign in with; see [`fold_email`].
        email: String,
        /// As they want to be called.
        name: String,
        /// What the account may do.
        role: AccountRole,
        /// None until a password was set.
        password_hash: Option<PasswordHash>,
        /// Whether the account may be used.
        active: bool,
        /// The day of birth of a minor, kept until they come of age; none for an adult.
        born_on: Option<Day>,
        /// On what footing they work with the bus.
        kind: PersonKind,
        /// Their papers, roles and qualifications, as `app/papers.rs` writes them: that and when, never what was found.
        papers: Json,
        /// When and where they would like to come, as `app/wishes.rs` writes it.
        wishes: Json,
        /// The tag of the language in which they are spoken to.
        language: String,
        /// Whether they registered themselves and staff has not said yes yet.
        awaits_approval: bool,
        /// When they asked for their data to be erased.
        erasure_asked_at: Option<Timestamp>,
        /// When their data was erased, see [`crate::erasure`]; such a person is only what old rows refer to.
        erased_at: Option<Timestamp>,
        /// When the account was made.
        created_at: Timestamp,
        /// Raised by one at each edit.
        version: u32,
    }
}

queries!(people, Person, PersonRow, PersonId; insert, get, save);

/// One portion of all, by id; without those whose data was erased.
pub fn list(db: &mut Db, page: &Page) -> Result<Paged<Person>, StoreError> {
    let mut query = people::table
        .filter(people::erased_at.is_null())
        .select(PersonRow::as_select())
        .order(people::id)
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = &page.after {
        query = query.filter(people::id.gt(after));
    }
    let items = things(query.load(db)?)?;
    Ok(page.cut(items, |person: &Person| person.id.to_string()))
}

/// Those who registered themselves and wait for staff, the first to come first; at most so many.
pub fn awaiting(db: &mut Db, most: u32) -> Result<Vec<Person>, StoreError> {
    let found = people::table.filter(people::awaits_approval.eq(true));
    things(
        found
            .order((people::created_at, people::id))
            .limit(i64::from(most))
            .select(PersonRow::as_select())
            .load(db)?,
    )
}

/// Those of whom a day of birth is kept: minors, and who came of age since it was last looked.
pub fn with_birth_day(db: &mut Db) -> Result<Vec<Person>, StoreError> {
    let found = people::table.filter(people::born_on.is_not_null());
    things(found.order(people::id).select(PersonRow::as_select()).load(db)?)
}

/// Volunteers and participants whose account works and who have done nothing since an instant: did not sign in, and no sign-up of theirs changed.
pub fn idle_since(db: &mut Db, since: Timestamp) -> Result<Vec<Person>, StoreError> {
    let acted = audit::table
        .filter(audit::actor.eq(people::id.nullable()))
        .filter(audit::at.ge(since.store()));
    let signed_up = signups::table
        .filter(signups::person_id.eq(people::id))
        .filter(signups::changed_at.ge(since.store()));
    let idle = people::table
        .filter(people::role.eq(AccountRole::Volunteer.as_str()))
        .filter(people::erased_at.is_null())
        .filter(people::awaits_approval.eq(false))
        .filter(people::created_at.lt(since.store()))
        .filter(diesel::dsl::not(diesel::dsl::exists(acted)))
        .filter(diesel::dsl::not(diesel::dsl::exists(signed_up)));
    things(idle.order(people::id).select(PersonRow::as_select()).load(db)?)
}

/// The address as it is stored and compared: trimmed, in lower case. [`insert`] and [`save`] expect it so.
pub fn fold_email(address: &str) -> String {
    address.trim().to_lowercase()
}

/// The one with this address, however it is written.
pub fn by_email(db: &mut Db, address: &str) -> Result<Person, StoreError> {
    let found = people::table.filter(people::email.eq(fold_email(address)));
    found.select(PersonRow::as_select()).first(db)?.try_into()
}

/// The coordinators whose accounts may be used: whom the service tells what staff must know.
pub fn staff(db: &mut Db) -> Result<Vec<PersonId>, StoreError> {
    let found = people::table
        .filter(people::role.eq(AccountRole::Coordinator.as_str()))
        .filter(people::active.eq(true));
    let ids: Vec<String> = found.order(people::id).select(people::id).load(db)?;
    ids.into_iter()
        .map(|id| PersonId::load(id).map_err(StoreError::Broken))
        .collect()
}

/// Proof that a person's row is held until the transaction ends: nobody else can sign the same person up meanwhile.
#[derive(Debug)]
pub struct HeldPerson(PersonId);

impl HeldPerson {
    /// Whose row it is.
    pub fn id(&self) -> &PersonId {
        &self.0
    }
}

/// Holds an active person's row; the first statement of every transaction about their sign-ups. `NotFound` also for an
/// account that is not active, or that staff has not approved yet.
pub fn hold(db: &mut Db, id: &PersonId) -> Result<HeldPerson, StoreError> {
    let active = people::table
        .filter(people::id.eq(id.as_str()))
        .filter(people::active.eq(true))
        .filter(people::awaits_approval.eq(false));
    match diesel::update(active)
        .set(people::signup_guard.eq(people::signup_guard + 1))
        .execute(db)?
    {
        0 => Err(StoreError::NotFound),
        _ => Ok(HeldPerson(id.clone())),
    }
}
