//! Stops: listed, read, made, edited, merged. None is ever merely deleted, since addresses on posters lead to them.

mod merge;

use season_files::StopDetails;
use serde::{Deserialize, Serialize};
use storage::{Db, Estate, Guarded, Json, Page, Paged, Stop, StoreError};
use utoipa::ToSchema;
use vocabulary::{Certainty, Coordinate, EstateId, Metres, SeasonId, Slug, StopId, StopKind, Timestamp};

use super::{
    App, AppError, Caller, audit, fresh,
    idempotency::Asked,
    season_check::{self, Table},
};
use crate::schema;

pub use merge::{MergeInput, MergeObstacle, MergePreview, merge, preview};

/// What a coordinator says of a stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StopInput {
    /// Its name in addresses. One that is given up goes on leading to it.
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    /// The estate it lies in; null: not known, and then it cannot be published.
    #[serde(default)]
    #[schema(value_type = Option<schema::EstateId>)]
    pub estate: Option<EstateId>,
    /// Its name as people write it.
    #[schema(min_length = 1, max_length = 10_000)]
    pub name: String,
    /// What kind of place it is.
    #[schema(value_type = schema::StopKind)]
    pub kind: StopKind,
    /// Street and number, or whatever stands for them.
    #[serde(default)]
    pub address: String,
    /// How to find it, for the public, in the town's language.
    #[serde(default)]
    pub directions: String,
    /// Its own point; null: the estate's stands for it.
    #[serde(default)]
    #[schema(value_type = Option<schema::Coordinate>)]
    pub point: Option<Coordinate>,
    /// How far the point can be trusted; `unknown` without a point.
    #[schema(value_type = schema::Certainty)]
    pub certainty: Certainty,
    /// How many metres off the point may be; 0 when nobody said.
    #[serde(default)]
    pub uncertainty_m: u32,
    /// Where the facts come from.
    #[serde(default)]
    pub source: String,
    /// Hours, permission and site.
    #[serde(default)]
    #[schema(value_type = schema::StopDetails)]
    pub details: StopDetails,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `StopInput`.
pub struct StopShape {
    #[schema(value_type = schema::StopId)]
    pub id: StopId,
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    #[schema(value_type = Option<schema::EstateId>)]
    pub estate: Option<EstateId>,
    pub name: String,
    #[schema(value_type = schema::StopKind)]
    pub kind: StopKind,
    pub address: String,
    pub directions: String,
    #[schema(value_type = Option<schema::Coordinate>)]
    pub point: Option<Coordinate>,
    #[schema(value_type = schema::Certainty)]
    pub certainty: Certainty,
    pub uncertainty_m: u32,
    pub source: String,
    #[schema(value_type = schema::StopDetails)]
    pub details: StopDetails,
    pub version: u32,
}

impl StopShape {
    /// The shape of a row.
    pub fn of(stop: Stop) -> Result<Self, AppError> {
        Ok(Self {
            details: stop.details.read()?,
            id: stop.id,
            slug: stop.slug,
            estate: stop.estate_id,
            name: stop.name,
            kind: stop.kind,
            address: stop.address,
            directions: stop.directions,
            point: stop.point,
            certainty: stop.certainty,
            uncertainty_m: stop.uncertainty.unwrap_or_default().get(),
            source: stop.source,
            version: stop.version,
        })
    }
}

impl StopInput {
    fn row(&self, id: StopId, version: u32, now: Timestamp) -> Result<Stop, AppError> {
        Ok(Stop {
            id,
            slug: self.slug.clone(),
            estate_id: self.estate.clone(),
            name: self.name.trim().to_owned(),
            kind: self.kind,
            address: self.address.trim().to_owned(),
            directions: self.directions.trim().to_owned(),
            certainty: self.certainty,
            uncertainty: Some(Metres(self.uncertainty_m)),
            source: self.source.trim().to_owned(),
            details: Json::of(&self.details)?,
            version,
            updated_at: now,
            point: self.point,
        })
    }

    /// What the files' check cannot see: the ids behind the short names, and visits.
    fn references(&self, db: &mut Db, id: Option<&StopId>, seasons: &[SeasonId]) -> Result<(), AppError> {
        if let Some(estate) = &self.estate {
            return match storage::estates::get(db, estate) {
                Err(StoreError::NotFound) => Err(AppError::invalid("/estate", "there is no such estate")),
                other => Ok(other.map(drop)?),
            };
        }
        let Some(id) = id else { return Ok(()) };
        for season in seasons {
            if !storage::visits::of_stop(db, season, id)?.is_empty() {
                let detail = "visits to this stop are published: it must lie in an estate, so that people find them";
                return Err(AppError::invalid("/estate", detail));
            }
        }
        Ok(())
    }
}

/// One portion of all stops.
pub fn list(app: &App, caller: &Caller, page: &Page) -> Result<Paged<StopShape>, AppError> {
    caller.staff()?;
    let Paged { items, next } = app.read(|db| Ok(storage::stops::list(db, page)?))?;
    let items = items.into_iter().map(StopShape::of).collect::<Result<_, _>>()?;
    Ok(Paged { items, next })
}

/// The town as a coordinator keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its estates, by id.
    pub estates: Vec<Estate>,
    /// Its stops, by id.
    pub stops: Vec<Stop>,
}

/// Every estate and every stop, however many.
pub fn town(app: &App, caller: &Caller) -> Result<Town, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        Ok(Town {
            estates: storage::whole(|page| storage::estates::list(db, page))?,
            stops: storage::whole(|page| storage::stops::list(db, page))?,
        })
    })
}

/// One stop.
pub fn get(app: &App, caller: &Caller, id: &StopId) -> Result<StopShape, AppError> {
    caller.staff()?;
    app.read(|db| StopShape::of(storage::stops::get(db, id)?))
}

/// Makes a stop.
pub fn create(app: &App, asked: Asked<'_>, input: &StopInput) -> Result<StopShape, AppError> {
    asked.caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.write_public(|db| {
        asked.once(db, now, |db| {
            let seasons = season_check::concerned(db, today)?;
            input.references(db, None, &seasons)?;
            let row = input.row(fresh::id(StopId::from_uuid), 1, now)?;
            let write = |db: &mut Db| {
                storage::stops::insert(db, &row).map_err(taken)?;
                Ok((row.clone(), Some(row.slug.clone())))
            };
            let stop = season_check::guarded(db, &seasons, Table::Stops, write)?;
            note(db, now, asked.caller, "stop.add", &stop)?;
            StopShape::of(stop)
        })
    })
}

/// Edits a stop.
pub fn update(app: &App, caller: &Caller, id: &StopId, version: u32, input: &StopInput) -> Result<StopShape, AppError> {
    caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.write_public(|db| {
        let stored = storage::stops::get(db, id)?;
        if stored.version != version {
            return stale(stored, input);
        }
        let seasons = season_check::concerned(db, today)?;
        input.references(db, Some(id), &seasons)?;
        let row = input.row(id.clone(), version, now)?;
        let write = |db: &mut Db| match storage::stops::save(db, &row).map_err(taken)? {
            Guarded::Done(stop) => Ok((stop, Some(row.slug.clone()))),
            Guarded::Stale(stored) => stale(stored, input),
        };
        let stop = season_check::guarded(db, &seasons, Table::Stops, write)?;
        note(db, now, caller, "stop.update", &stop)?;
        StopShape::of(stop)
    })
}

fn taken(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict("another stop has this short name, or had it".to_owned()),
        other => other.into(),
    }
}

fn stale<T>(stored: Stop, input: &StopInput) -> Result<T, AppError> {
    Err(AppError::Stale {
        current: serde_json::json!(StopShape::of(stored)?),
        asked: serde_json::json!(input),
    })
}

fn stale_merge<T>(stored: Stop, input: &MergeInput) -> Result<T, AppError> {
    Err(AppError::Stale {
        current: serde_json::json!(StopShape::of(stored)?),
        asked: serde_json::json!(input),
    })
}

fn note(db: &mut Db, now: Timestamp, caller: &Caller, action: &str, stop: &Stop) -> Result<(), AppError> {
    audit::note(db, now, Some(&caller.person), action, stop.id.as_str(), &stop.slug)
}
