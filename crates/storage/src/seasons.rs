//! Seasons, and what is known before one is planned: what stops ask for and what else happens in town.

use diesel::prelude::*;
use vocabulary::{Day, SeasonId, Slug, Timestamp, Zone};

use crate::{
    Db, Event, Json, Request, StoreError, events, requests,
    row::{queries, row, things},
    schema::seasons,
    slugs::slug_queries,
};

row! {
    table = seasons, row = SeasonRow, derive = [Insertable, AsChangeset];
    /// A season.
    pub struct Season {
        /// Its id.
        id: SeasonId,
        /// Its name in addresses; older ones go on working.
        slug: Slug,
        /// As people write it.
        name: String,
        /// The first day it may run.
        first_day: Day,
        /// The last day it may run.
        last_day: Day,
        /// The zone of all its times of day.
        zone: Zone,
        /// Working days, hours, buses, themes: read by the caller only.
        settings: Json,
        /// What the sketch of the town shows beside the stops, if anything: read by the caller only.
        sketch: Option<Json>,
        /// Raised by one at each edit.
        version: u32,
        /// When it was last edited.
        updated_at: Timestamp,
    }
}

queries!(seasons, Season, SeasonRow, SeasonId; get, list);
slug_queries!(seasons, Season, SeasonRow, SeasonId, "season");

/// Holds the season until the transaction ends: whoever decides by looking at its visits, requests or events calls this
/// first, so that two of them come one after the other.
pub fn hold(db: &mut Db, id: &SeasonId) -> Result<(), StoreError> {
    let held = diesel::update(seasons::table.find(id.as_str()))
        .set(seasons::version.eq(seasons::version))
        .execute(db)?;
    if held == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// A season with all that is asked of it.
#[derive(Debug, Clone, PartialEq)]
pub struct WholeSeason {
    /// The season itself.
    pub season: Season,
    /// What its stops ask for.
    pub requests: Vec<Request>,
    /// What happens in town, by day.
    pub events: Vec<Event>,
}

/// The season with its requests and events.
pub fn whole(db: &mut Db, id: &SeasonId) -> Result<WholeSeason, StoreError> {
    Ok(WholeSeason {
        season: get(db, id)?,
        requests: requests::of_season(db, id)?,
        events: events::of_season(db, id)?,
    })
}

/// The season that runs on this day, else the next to come, else the last that was; none if there is no season at all.
pub fn around(db: &mut Db, day: Day) -> Result<Option<Season>, StoreError> {
    let all: Vec<Season> = things(
        seasons::table
            .select(SeasonRow::as_select())
            .order(seasons::first_day)
            .load(db)?,
    )?;
    let coming = all.iter().position(|season| season.last_day >= day);
    Ok(coming.map(|at| all[at].clone()).or_else(|| all.last().cloned()))
}
