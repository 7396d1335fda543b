//! Events: what happens in town on a date.

use diesel::prelude::*;
use vocabulary::{Day, EstateId, EventEffect, EventId, Minute, SeasonId, Slug, StopId, Timestamp};

use crate::{
    Db, Guarded, Json, StoreError,
    row::{queries, row, things},
    schema::events,
};

row! {
    table = events, row = EventRow, derive = [Insertable, AsChangeset];
    /// An event of a season.
    pub struct Event {
        /// Its id.
        id: EventId,
        /// The season.
        season_id: SeasonId,
        /// Its name in the season's files; once a season.
        slug: Slug,
        /// As people write it.
        name: String,
        /// The date.
        day: Day,
        /// When it begins, where known.
        start: Option<Minute>,
        /// When it ends, where known; after the start.
        end: Option<Minute>,
        /// Where, in words.
        place: String,
        /// The stop it takes place at, if it is one.
        stop_id: Option<StopId>,
        /// The estate it concerns, if one.
        estate_id: Option<EstateId>,
        /// What it means for the bus.
        effect: EventEffect,
        /// Where the facts come from.
        source: String,
        /// More that only the caller reads.
        details: Json,
        /// Raised by one at each edit.
        version: u32,
        /// When it was last edited.
        updated_at: Timestamp,
    }
}

queries!(events, Event, EventRow, EventId; insert, get, save);

/// All of a season, by day.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<Event>, StoreError> {
    let query = events::table
        .filter(events::season_id.eq(season.as_str()))
        .order((events::day, events::id));
    things(query.select(EventRow::as_select()).load(db)?)
}

/// Removes it if the stored version still is this one. An event that a visit was made for is a conflict.
pub fn delete(db: &mut Db, id: &EventId, version: u32) -> Result<Guarded<Event>, StoreError> {
    let before = get(db, id)?;
    let same = events::table
        .find(id.as_str())
        .filter(events::version.eq(i64::from(version)));
    match diesel::delete(same).execute(db)? {
        0 => Ok(Guarded::Stale(before)),
        _ => Ok(Guarded::Done(before)),
    }
}
