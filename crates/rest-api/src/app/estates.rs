//! Estates: listed, read, made, edited. None is ever deleted, since addresses on posters lead to them.

use serde::{Deserialize, Serialize};
use storage::{Db, Estate, Guarded, Page, Paged, StoreError};
use utoipa::ToSchema;
use vocabulary::{Certainty, Coordinate, EstateId, Metres, Slug, Timestamp};

use super::{
    App, AppError, Caller, audit, fresh,
    idempotency::Asked,
    season_check::{self, Table},
};
use crate::schema;

/// What a coordinator says of an estate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EstateInput {
    /// Its name in addresses. One that is given up goes on leading to it.
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    /// Its name as people write it.
    #[schema(min_length = 1, max_length = 10_000)]
    pub name: String,
    /// A point in it.
    #[schema(value_type = schema::Coordinate)]
    pub point: Coordinate,
    /// How far that point can be trusted.
    #[schema(value_type = schema::Certainty)]
    pub certainty: Certainty,
    /// How many metres off the point may be; 0 when nobody said.
    #[serde(default)]
    pub uncertainty_m: u32,
    /// How much need there is, 0.001 to 1000000000; only the ratio between estates counts.
    #[serde(default = "one")]
    #[schema(minimum = 0.001, maximum = 1_000_000_000)]
    pub weight: f64,
    /// Where the facts come from.
    #[serde(default)]
    pub source: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

fn one() -> f64 {
    1.0
}

/// An estate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `EstateInput`.
pub struct EstateShape {
    #[schema(value_type = schema::EstateId)]
    pub id: EstateId,
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    pub name: String,
    #[schema(value_type = Option<schema::Coordinate>)]
    pub point: Option<Coordinate>,
    #[schema(value_type = schema::Certainty)]
    pub certainty: Certainty,
    pub uncertainty_m: u32,
    pub weight: f64,
    pub source: String,
    pub note: String,
    pub version: u32,
}

impl EstateShape {
    /// The shape of a row.
    pub fn of(estate: Estate) -> Self {
        Self {
            id: estate.id,
            slug: estate.slug,
            name: estate.name,
            point: estate.point,
            certainty: estate.certainty,
            uncertainty_m: estate.uncertainty.unwrap_or_default().get(),
            weight: estate.weight,
            source: estate.source,
            note: estate.note,
            version: estate.version,
        }
    }
}

impl EstateInput {
    fn row(&self, id: EstateId, version: u32, now: Timestamp) -> Result<Estate, AppError> {
        // The files' check comes after the database's, which says less.
        if self.weight < 0.0 {
            return Err(AppError::invalid("/weight", "must be 0.001 to 1000000000"));
        }
        Ok(Estate {
            id,
            slug: self.slug.clone(),
            name: self.name.trim().to_owned(),
            sort_key: public_calendar::search::fold(&self.name),
            certainty: self.certainty,
            uncertainty: Some(Metres(self.uncertainty_m)),
            weight: self.weight,
            source: self.source.trim().to_owned(),
            note: self.note.trim().to_owned(),
            version,
            updated_at: now,
            point: Some(self.point),
        })
    }
}

/// One portion of all estates.
pub fn list(app: &App, caller: &Caller, page: &Page) -> Result<Paged<Estate>, AppError> {
    caller.staff()?;
    app.read(|db| Ok(storage::estates::list(db, page)?))
}

/// One estate.
pub fn get(app: &App, caller: &Caller, id: &EstateId) -> Result<EstateShape, AppError> {
    caller.staff()?;
    app.read(|db| Ok(EstateShape::of(storage::estates::get(db, id)?)))
}

/// Makes an estate.
pub fn create(app: &App, asked: Asked<'_>, input: &EstateInput) -> Result<EstateShape, AppError> {
    asked.caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.write_public(|db| {
        asked.once(db, now, |db| {
            let row = input.row(fresh::id(EstateId::from_uuid), 1, now)?;
            let write = |db: &mut Db| {
                storage::estates::insert(db, &row).map_err(taken)?;
                Ok((row.clone(), Some(row.slug.clone())))
            };
            let seasons = season_check::concerned(db, today)?;
            let estate = season_check::guarded(db, &seasons, Table::Estates, write)?;
            note(db, now, asked.caller, "estate.add", &estate)?;
            Ok(EstateShape::of(estate))
        })
    })
}

/// Edits an estate.
pub fn update(
    app: &App,
    caller: &Caller,
    id: &EstateId,
    version: u32,
    input: &EstateInput,
) -> Result<EstateShape, AppError> {
    caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.write_public(|db| {
        storage::estates::get(db, id)?;
        let row = input.row(id.clone(), version, now)?;
        let write = |db: &mut Db| match storage::estates::save(db, &row).map_err(taken)? {
            Guarded::Done(estate) => Ok((estate, Some(row.slug.clone()))),
            Guarded::Stale(stored) => Err(AppError::Stale {
                current: serde_json::json!(EstateShape::of(stored)),
                asked: serde_json::json!(input),
            }),
        };
        let seasons = season_check::concerned(db, today)?;
        let estate = season_check::guarded(db, &seasons, Table::Estates, write)?;
        note(db, now, caller, "estate.update", &estate)?;
        Ok(EstateShape::of(estate))
    })
}

fn taken(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict("another estate has this short name, or had it".to_owned()),
        other => other.into(),
    }
}

fn note(db: &mut Db, now: Timestamp, caller: &Caller, action: &str, estate: &Estate) -> Result<(), AppError> {
    audit::note(db, now, Some(&caller.person), action, estate.id.as_str(), &estate.slug)
}
