//! Two stops that turn out to be one place.

use serde::{Deserialize, Serialize};
use storage::{Guarded, Stop, StoreError, Visit};
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

/// Makes a stop part of another. Its visits, its requests, its followers and all of its addresses are the other's from now on; visits keep their ids,
/// so calendars change their entries and double none. Refused where both ask for visits in one season: which of the two requests holds, a person says.
pub fn merge(app: &App, caller: &Caller, id: &StopId, version: u32, input: &MergeInput) -> Result<StopShape, AppError> {
    caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    if *id == input.into {
        return Err(AppError::invalid("/into", "a stop cannot be merged with itself"));
    }
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
        if !visits.is_empty() && stays.estate_id.is_none() {
            let detail =
                "visits to the other stop are published: this one must lie in an estate, so that people find them";
            return Err(AppError::invalid("/into", detail));
        }
        let write = |db: &mut storage::Db| {
            storage::stops::absorb(db, &gone, &stays.id).map_err(both_ask)?;
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
fn revise(
    db: &mut storage::Db,
    visit: &Visit,
    stays: &Stop,
    seasons: &[SeasonId],
    now: Timestamp,
) -> Result<(), AppError> {
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

fn both_ask(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict(
            "both stops ask for visits in one season: delete one of the two requests, then merge".to_owned(),
        ),
        other => other.into(),
    }
}
