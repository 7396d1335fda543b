//! People with an account: the least that is needed to sign in and to decide about shifts.

use diesel::prelude::*;
use vocabulary::{AccountRole, Day, PersonId, PersonKind, Timestamp};

use crate::{
    Db, Json, PasswordHash, StoreError,
    column::Column,
    row::{queries, row},
    schema::people,
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
        /// Whether they registered themselves and staff has not said yes yet.
        awaits_approval: bool,
        /// When the account was made.
        created_at: Timestamp,
        /// Raised by one at each edit.
        version: u32,
    }
}

queries!(people, Person, PersonRow, PersonId; insert, get, save, list);

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
/// account that is not active.
pub fn hold(db: &mut Db, id: &PersonId) -> Result<HeldPerson, StoreError> {
    let active = people::table
        .filter(people::id.eq(id.as_str()))
        .filter(people::active.eq(true));
    match diesel::update(active)
        .set(people::signup_guard.eq(people::signup_guard + 1))
        .execute(db)?
    {
        0 => Err(StoreError::NotFound),
        _ => Ok(HeldPerson(id.clone())),
    }
}
