//! Answers kept by the key that a client made for one press of a button, so that pressing twice does the thing once.

use diesel::prelude::*;
use vocabulary::{PersonId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    db::each_backend,
    schema::idempotency::{self, dsl},
};

/// What a key means.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// Never seen: do it, and call [`finish`] in the same transaction.
    Fresh,
    /// Done before, with this answer.
    Done {
        /// Its HTTP status.
        status: u32,
        /// Its body.
        body: String,
    },
    /// The key was used for another request.
    OtherRequest,
}

/// Takes a key for a request, in the transaction that does what it asks. Who comes with the same key meanwhile waits for
/// the end of that transaction; if it is rolled back, the key was never used.
pub fn begin(
    db: &mut Db,
    actor: &PersonId,
    key: &str,
    request_hash: &str,
    now: Timestamp,
) -> Result<Attempt, StoreError> {
    let added = each_backend!(db, |conn| diesel::insert_into(idempotency::table)
        .values((
            dsl::actor.eq(actor.as_str()),
            dsl::key.eq(key),
            dsl::request_hash.eq(request_hash),
            dsl::created_at.eq(now.store()),
        ))
        .on_conflict_do_nothing()
        .execute(conn))?;
    if added == 1 {
        return Ok(Attempt::Fresh);
    }
    let (hash, status, body): (String, Option<i64>, Option<String>) = idempotency::table
        .find((actor.as_str(), key))
        .select((dsl::request_hash, dsl::status, dsl::body))
        .first(db)?;
    match (status, body) {
        _ if hash != request_hash => Ok(Attempt::OtherRequest),
        (Some(status), Some(body)) => Ok(Attempt::Done {
            status: u32::load(status).map_err(StoreError::Broken)?,
            body,
        }),
        _ => Err(StoreError::Broken(
            "an idempotency key was committed without its answer".to_owned(),
        )),
    }
}

/// Keeps the answer of a fresh key.
pub fn finish(db: &mut Db, actor: &PersonId, key: &str, status: u32, body: &str) -> Result<(), StoreError> {
    diesel::update(idempotency::table.find((actor.as_str(), key)))
        .set((dsl::status.eq(Some(status.store())), dsl::body.eq(Some(body))))
        .execute(db)?;
    Ok(())
}

/// Forgets keys made before this (48 hours ago); how many.
pub fn prune(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    Ok(diesel::delete(idempotency::table.filter(dsl::created_at.lt(before.store()))).execute(db)?)
}
