//! Links that work once. Only the hash of a link's secret is known.

use diesel::prelude::*;
use vocabulary::{LinkPurpose, PersonId, Timestamp};

use crate::{
    Db, Json, StoreError, TokenHash,
    column::Column,
    row::row,
    schema::links::{self, dsl},
};

row! {
    table = links, row = LinkRow, derive = [Insertable];
    /// A link that works once.
    pub struct Link {
        /// What is compared.
        token_hash: TokenHash,
        /// What it is for.
        purpose: LinkPurpose,
        /// Whom it is about.
        person_id: Option<PersonId>,
        /// What came of it, as `app/links.rs` writes it.
        detail: Json,
        /// Who made it.
        made_by: Option<PersonId>,
        /// When it was made.
        made_at: Timestamp,
        /// When it ends.
        expires_at: Timestamp,
        /// When it was used.
        used_at: Option<Timestamp>,
    }
}

/// Adds a link. What was open of the same person for the same purpose ends: the newest is the one that works.
pub fn make(db: &mut Db, link: &Link) -> Result<(), StoreError> {
    if let Some(person) = &link.person_id {
        let open = links::table
            .filter(dsl::person_id.eq(person.as_str()))
            .filter(dsl::purpose.eq(link.purpose.store()))
            .filter(dsl::expires_at.gt(link.made_at.store()))
            .filter(dsl::used_at.is_null());
        diesel::update(open)
            .set(dsl::expires_at.eq(link.made_at.store()))
            .execute(db)?;
    }
    diesel::insert_into(links::table)
        .values(LinkRow::from(link))
        .execute(db)?;
    Ok(())
}

/// The link with this hash, however it stands, or `NotFound`.
pub fn find(db: &mut Db, hash: &TokenHash) -> Result<Link, StoreError> {
    links::table
        .find(hash.reveal())
        .select(LinkRow::as_select())
        .first(db)?
        .try_into()
}

/// Uses it, and keeps what came of it. False, and nothing is written, if it was used before or has ended: of any number who come at once, one
/// uses it.
pub fn use_once(db: &mut Db, hash: &TokenHash, now: Timestamp, detail: &Json) -> Result<bool, StoreError> {
    let live = links::table
        .filter(dsl::token_hash.eq(hash.reveal()))
        .filter(dsl::used_at.is_null())
        .filter(dsl::expires_at.gt(now.store()));
    let used = diesel::update(live)
        .set((dsl::used_at.eq(Some(now.store())), dsl::detail.eq(detail.as_str())))
        .execute(db)?;
    Ok(used == 1)
}

/// Ends every link of a person that still works.
pub fn end_of(db: &mut Db, person: &PersonId, now: Timestamp) -> Result<(), StoreError> {
    let open = links::table
        .filter(dsl::person_id.eq(person.as_str()))
        .filter(dsl::expires_at.gt(now.store()));
    diesel::update(open).set(dsl::expires_at.eq(now.store())).execute(db)?;
    Ok(())
}

/// Forgets links that ended before this without being used; how many. What came of a used one is kept: a consent is proved by it.
pub fn prune(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    let ended = links::table
        .filter(dsl::expires_at.lt(before.store()))
        .filter(dsl::used_at.is_null());
    Ok(diesel::delete(ended).execute(db)?)
}
