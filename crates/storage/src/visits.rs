//! Visits: the bus at a stop on a date, as it now stands. There is no way to delete one: a cancelled visit stays, because
//! a calendar that only loses it goes on showing it.

use diesel::prelude::*;
use vocabulary::{Day, DecidedBy, EventId, Minute, SeasonId, Slug, StopId, Timestamp, VisitId, VisitState};

use crate::{
    Db, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::visits,
};

row! {
    table = visits, row = VisitRow, derive = [Insertable, AsChangeset];
    /// A visit.
    pub struct Visit {
        /// Its id, for ever: calendar UIDs are made of it.
        id: VisitId,
        /// The season.
        season_id: SeasonId,
        /// Where.
        stop_id: StopId,
        /// The event it takes part in; none for a visit that the stop asked for.
        event_id: Option<EventId>,
        /// Which bus, by its name in the season.
        bus: Slug,
        /// On which day.
        day: Day,
        /// The how-manieth visit of that bus on that day, from 1.
        position: u32,
        /// When the bus arrives.
        arrival: Minute,
        /// When setting up begins.
        set_up: Minute,
        /// From when the public is welcome.
        public_start: Minute,
        /// Until when the public is welcome; packing up begins.
        public_end: Minute,
        /// When the bus leaves.
        departure: Minute,
        /// Whether it will be.
        state: VisitState,
        /// Who decided its present time, or that it will not be.
        decided_by: DecidedBy,
        /// Why it was cancelled or moved, in words for the public.
        reason: Option<String>,
        /// What else the public should know.
        note: Option<String>,
        /// The day it was last announced for, if it was moved since.
        moved_from_day: Option<Day>,
        /// The start it was last announced for, if it was moved since.
        moved_from_start: Option<Minute>,
        /// How often it was revised (RFC 5545 SEQUENCE), from 0.
        sequence: u32,
        /// The first release it was in.
        first_release: u32,
        /// The last release it was in.
        last_release: u32,
        /// When it was first published.
        created_at: Timestamp,
        /// When it was last revised.
        revised_at: Timestamp,
        /// By how many minutes it is late today; none: as its hours say.
        delay_minutes: Option<u32>,
        /// Why it is late, in words for the public.
        delay_reason: Option<String>,
        /// How many of its revisions only said that it is late, or on time again.
        delay_revisions: u32,
        /// Raised by one at each edit.
        version: u32,
    }
}

queries!(visits, Visit, VisitRow, VisitId; insert, get, save);

/// All of a season, cancelled ones too, by day and time.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<Visit>, StoreError> {
    let found = visits::table.filter(visits::season_id.eq(season.as_str()));
    things(
        found
            .order((visits::day, visits::public_start, visits::id))
            .select(VisitRow::as_select())
            .load(db)?,
    )
}

/// All of a day, cancelled ones too, by bus and arrival.
pub fn of_day(db: &mut Db, day: Day) -> Result<Vec<Visit>, StoreError> {
    let found = visits::table.filter(visits::day.eq(day.store()));
    things(
        found
            .order((visits::bus, visits::arrival, visits::id))
            .select(VisitRow::as_select())
            .load(db)?,
    )
}

/// All of a stop in a season, cancelled ones too, by day and time.
pub fn of_stop(db: &mut Db, season: &SeasonId, stop: &StopId) -> Result<Vec<Visit>, StoreError> {
    let found = visits::table
        .filter(visits::season_id.eq(season.as_str()))
        .filter(visits::stop_id.eq(stop.as_str()));
    things(
        found
            .order((visits::day, visits::public_start, visits::id))
            .select(VisitRow::as_select())
            .load(db)?,
    )
}

/// All of a stop in every season, cancelled ones too, by id.
pub fn at_stop(db: &mut Db, stop: &StopId) -> Result<Vec<Visit>, StoreError> {
    let found = visits::table.filter(visits::stop_id.eq(stop.as_str()));
    things(found.order(visits::id).select(VisitRow::as_select()).load(db)?)
}

/// Whether any was ever published at this stop, in whichever season.
pub fn ever_at(db: &mut Db, stop: &StopId) -> Result<bool, StoreError> {
    let found = visits::table.filter(visits::stop_id.eq(stop.as_str()));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// All that are said to be late, up to a day.
pub fn late(db: &mut Db, until: Day) -> Result<Vec<Visit>, StoreError> {
    let found = visits::table
        .filter(visits::delay_minutes.is_not_null())
        .filter(visits::day.le(until.store()));
    things(found.order(visits::id).select(VisitRow::as_select()).load(db)?)
}
