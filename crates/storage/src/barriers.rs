//! Barriers that somebody told of: on the site, at a stop, in the bus.

use diesel::prelude::*;
use vocabulary::{BarrierId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::barriers,
};

row! {
    table = barriers, row = BarrierRow, derive = [Insertable, AsChangeset];
    /// A barrier.
    pub struct Barrier {
        /// Its id.
        id: BarrierId,
        /// The tag of the language in which it was told.
        language: String,
        /// What it is, as it was told.
        what: String,
        /// Where it was met, or empty.
        place: String,
        /// How to answer whoever told of it, or empty.
        contact: String,
        /// When.
        told_at: Timestamp,
        /// When staff answered.
        answered_at: Option<Timestamp>,
        /// Raised by one at each edit.
        version: u32,
    }
}

queries!(barriers, Barrier, BarrierRow, BarrierId; insert, get, save);

/// The newest first, at most so many.
pub fn newest(db: &mut Db, most: u32) -> Result<Vec<Barrier>, StoreError> {
    things(
        barriers::table
            .order((barriers::told_at.desc(), barriers::id.desc()))
            .limit(i64::from(most))
            .select(BarrierRow::as_select())
            .load(db)?,
    )
}

/// How many are not answered yet.
pub fn open(db: &mut Db) -> Result<u32, StoreError> {
    let found = barriers::table.filter(barriers::answered_at.is_null());
    let count: i64 = found.count().get_result(db)?;
    u32::load(count).map_err(StoreError::Broken)
}

/// Forgets those that were told before an instant; how many.
pub fn prune(db: &mut Db, told_before: Timestamp) -> Result<usize, StoreError> {
    let old = barriers::table.filter(barriers::told_at.lt(told_before.store()));
    Ok(diesel::delete(old).execute(db)?)
}
