//! Facts about this installation that outlive its settings: the host name in feed UIDs, whether it is the example.

use diesel::{prelude::*, upsert::excluded};

use crate::{
    Db, StoreError,
    db::each_backend,
    schema::service::{self, dsl},
};

/// The value under a key.
pub fn get(db: &mut Db, key: &str) -> Result<Option<String>, StoreError> {
    Ok(service::table.find(key).select(dsl::value).first(db).optional()?)
}

/// Sets the value under a key, whether there was one or not.
pub fn put(db: &mut Db, key: &str, value: &str) -> Result<(), StoreError> {
    each_backend!(db, |conn| diesel::insert_into(service::table)
        .values((dsl::key.eq(key), dsl::value.eq(value)))
        .on_conflict(dsl::key)
        .do_update()
        .set(dsl::value.eq(excluded(dsl::value)))
        .execute(conn))?;
    Ok(())
}

/// Sets the value under a key unless there is one, and gives back the one that holds: for what must never change again.
pub fn settle(db: &mut Db, key: &str, value: &str) -> Result<String, StoreError> {
    each_backend!(db, |conn| diesel::insert_into(service::table)
        .values((dsl::key.eq(key), dsl::value.eq(value)))
        .on_conflict_do_nothing()
        .execute(conn))?;
    get(db, key)?.ok_or(StoreError::NotFound)
}
