//! Two stops that turn out to be one place.

use serde::{Deserialize, Serialize};
use storage::{Db, Guarded, Stop, StoreError, Visit};
use utoipa::ToSchema;
use vocabulary::{SeasonId, StopId, Timestamp};

use super::{StopShape, note, season_check, stale_merge};
use crate::{
    app::{App, AppError, Caller, season_check::Table},
    schema,
};

/// Which stop takes the other in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeInput {
    /// The stop that stays.
    #[schema(value_type = schema::StopId)]
    pub into: StopId,
}

/// What keeps two stops from being merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeObstacle {
    /// It is one stop.
    Itself,
    /// Visits to the one that goes are published, and the one that stays lies in no estate: people would not find them.
    NoEstate,
    /// Both ask for visits in these seasons: which of the two requests holds, a person says.
    BothAsk(Vec<String>),
}

/// What merging would do.
#[derive(Debug, Clone, PartialEq)]
pub struct MergePreview {
    /// The stop that goes.
    pub gone: Stop,
    /// The stop that stays.
    pub stays: Stop,
    /// So many visits, of all seasons, are the other's afterwards.
    pub visits: usize,
    /// Everything that keeps it from being done; empty: it can be.
    pub obstacles: Vec<MergeObstacle>,
}

/// What merging two stops would do, and what keeps it from being done.
pub fn preview(app: &App, caller: &Caller, gone: &StopId, into: &StopId) -> Result<MergePreview, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let (gone, stays) = (storage::stops::get(db, gone)?, storage::stops::get(db, into)?);
        let visits = storage::visits::at_stop(db, &gone.id)?.len();
        Ok(MergePreview {
            obstacles: obstacles(db, &gone, &stays, visits)?,
            visits,
            gone,
            stays,
        })
    })
}

fn obstacles(db: &mut Db, gone: &Stop, stays: &Stop, visits: usize) -> Result<Vec<MergeObstacle>, AppError> {
    if gone.id == stays.id {
        return Ok(vec![MergeObstacle::Itself]);
    }
    let mut found = Vec::new();
    if visits > 0 && stays.estate_id.is_none() {
        found.push(MergeObstacle::NoEstate);
    }
    let asked = storage::requests::of_stop(db, &stays.id)?;
    let mut both = Vec::new();
    for request in storage::requests::of_stop(db, &gone.id)? {
        if asked.iter().any(|other| other.season_id == request.season_id) {
            both.push(storage::seasons::get(db, &request.season_id)?.name);
        }
    }
    found.extend((!both.is_empty()).then_some(MergeObstacle::BothAsk(both)));
    Ok(found)
}

impl MergeObstacle {
    fn refusal(&self) -> AppError {
        match self {
            Self::Itself => AppError::invalid("/into", "a stop cannot be merged with itself"),
            Self::NoEstate => AppError::invalid(
                "/into",
                "visits to the other stop are published: this one must lie in an estate, so that people find them",
            ),
            Self::BothAsk(seasons) => AppError::Conflict(format!(
                "both stops ask for visits in {}: delete one of the two requests, then merge",
                seasons.join(", ")
            )),
        }
    }
}

/// Makes a stop part of another. Its visits, its requests, its followers and all of its addresses are the other's from now on; visits keep their ids,
/// so calendars change their entries and double none. Refused where both ask for visits in one season: which of the two requests holds, a person says.
pub fn merge(app: &App, caller: &Caller, id: &StopId, version: u32, input: &MergeInput) -> Result<StopShape, AppError> {
    caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.write_public(|db| {
        let gone = storage::stops::get(db, id)?;
        if gone.version != version {
            return stale_merge(gone, input);
        }
        let stays = match storage::stops::get(db, &input.into) {
            Err(StoreError::NotFound) => return Err(AppError::invalid("/into", "there is no such stop")),
            other => other?,
        };
        let seasons = season_check::concerned(db, today)?;
        for season in &seasons {
            storage::seasons::hold(db, season)?;
        }
        let visits = storage::visits::at_stop(db, id)?;
        if let Some(obstacle) = obstacles(db, &gone, &stays, visits.len())?.first() {
            return Err(obstacle.refusal());
        }
        let write = |db: &mut Db| {
            storage::stops::absorb(db, &gone, &stays.id)?;
            for visit in &visits {
                revise(db, visit, &stays, &seasons, now)?;
            }
            Ok(((), Some(stays.slug.clone())))
        };
        season_check::guarded(db, &seasons, Table::Stops, write)?;
        note(db, now, caller, "stop.merge", &gone)?;
        StopShape::of(storage::stops::get(db, &stays.id)?)
    })
}

/// Calendars that were told of the visit learn that its place goes by another name.
fn revise(db: &mut Db, visit: &Visit, stays: &Stop, seasons: &[SeasonId], now: Timestamp) -> Result<(), AppError> {
    if !seasons.contains(&visit.season_id) {
        return Ok(());
    }
    let mut next = visit.clone();
    next.stop_id = stays.id.clone();
    next.sequence += 1;
    next.revised_at = next.revised_at.max(now);
    match storage::visits::save(db, &next)? {
        Guarded::Done(_) => Ok(()),
        Guarded::Stale(_) => Err(AppError::Busy),
    }
}
