//! Requests: what a stop asks for in a season.

use diesel::prelude::*;
use vocabulary::{RequestId, SeasonId, StopId, Timestamp};

use crate::{
    Db, Guarded, Json, StoreError,
    row::{queries, row, things},
    schema::requests,
};

row! {
    table = requests, row = RequestRow, derive = [Insertable, AsChangeset];
    /// What one stop asks for in one season; at most one each.
    pub struct Request {
        /// Its id.
        id: RequestId,
        /// The season.
        season_id: SeasonId,
        /// The stop.
        stop_id: StopId,
        /// How often, how far apart, when: read by the caller only.
        rules: Json,
        /// Raised by one at each edit.
        version: u32,
        /// When it was last edited.
        updated_at: Timestamp,
    }
}

queries!(requests, Request, RequestRow, RequestId; insert, get, save);

/// All of a season, by id.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<Request>, StoreError> {
    let query = requests::table
        .filter(requests::season_id.eq(season.as_str()))
        .order(requests::id);
    things(query.select(RequestRow::as_select()).load(db)?)
}

/// All of a stop, in every season, by id.
pub fn of_stop(db: &mut Db, stop: &StopId) -> Result<Vec<Request>, StoreError> {
    let query = requests::table
        .filter(requests::stop_id.eq(stop.as_str()))
        .order(requests::id);
    things(query.select(RequestRow::as_select()).load(db)?)
}

/// Removes it if the stored version still is this one.
pub fn delete(db: &mut Db, id: &RequestId, version: u32) -> Result<Guarded<Request>, StoreError> {
    let before = get(db, id)?;
    let same = requests::table
        .find(id.as_str())
        .filter(requests::version.eq(i64::from(version)));
    match diesel::delete(same).execute(db)? {
        0 => Ok(Guarded::Stale(before)),
        _ => Ok(Guarded::Done(before)),
    }
}
