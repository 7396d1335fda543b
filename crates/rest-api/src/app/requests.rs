//! What stops ask for in a season: listed, read, made, edited, taken back.

use season_files::RequestRules;
use serde::{Deserialize, Serialize};
use storage::{Db, Guarded, Json, Page, Paged, Request, StoreError};
use utoipa::ToSchema;
use vocabulary::{RequestId, SeasonId, Slug, StopId, Timestamp};

use super::{
    App, AppError, Caller, audit, fresh,
    idempotency::Asked,
    season_check::{self, Table},
};
use crate::schema;

/// What a stop asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestInput {
    /// The stop; at most one request each in a season.
    #[schema(value_type = schema::StopId)]
    pub stop: StopId,
    /// What it asks for.
    #[serde(default)]
    #[schema(value_type = schema::RequestRules)]
    pub rules: RequestRules,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `RequestInput`.
pub struct RequestShape {
    #[schema(value_type = schema::RequestId)]
    pub id: RequestId,
    #[schema(value_type = schema::SeasonId)]
    pub season: SeasonId,
    #[schema(value_type = schema::StopId)]
    pub stop: StopId,
    #[schema(value_type = schema::RequestRules)]
    pub rules: RequestRules,
    pub version: u32,
}

impl RequestShape {
    /// The shape of a row.
    pub fn of(request: Request) -> Result<Self, AppError> {
        Ok(Self {
            rules: request.rules.read()?,
            id: request.id,
            season: request.season_id,
            stop: request.stop_id,
            version: request.version,
        })
    }
}

/// One portion of a season's requests.
pub fn list(app: &App, caller: &Caller, season: &SeasonId, page: &Page) -> Result<Paged<RequestShape>, AppError> {
    caller.coordinator()?;
    let all = app.read(|db| {
        storage::seasons::get(db, season)?;
        Ok(storage::requests::of_season(db, season)?)
    })?;
    let all = all.into_iter().map(RequestShape::of).collect::<Result<_, _>>()?;
    Ok(super::paging::cut(all, page, |request: &RequestShape| {
        request.id.to_string()
    }))
}

/// One request.
pub fn get(app: &App, caller: &Caller, id: &RequestId) -> Result<RequestShape, AppError> {
    caller.coordinator()?;
    app.read(|db| RequestShape::of(storage::requests::get(db, id)?))
}

/// Makes a request.
pub fn create(app: &App, asked: Asked<'_>, season: &SeasonId, input: &RequestInput) -> Result<RequestShape, AppError> {
    asked.caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        asked.once(db, now, |db| {
            storage::seasons::get(db, season)?;
            let slug = stop_of(db, input)?;
            let row = Request {
                id: fresh::id(RequestId::from_uuid),
                season_id: season.clone(),
                stop_id: input.stop.clone(),
                rules: Json::of(&tidy(&input.rules))?,
                version: 1,
                updated_at: now,
            };
            let write = |db: &mut Db| match storage::requests::insert(db, &row) {
                Err(StoreError::Conflict(_)) => Err(another()),
                other => Ok((other.map(|()| row.clone())?, Some(slug))),
            };
            let request = season_check::guarded(db, std::slice::from_ref(season), Table::Requests, write)?;
            note(db, now, asked.caller, "request.add", &request)?;
            RequestShape::of(request)
        })
    })
}

/// Edits a request.
pub fn update(
    app: &App,
    caller: &Caller,
    id: &RequestId,
    version: u32,
    input: &RequestInput,
) -> Result<RequestShape, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let was = storage::requests::get(db, id)?;
        if was.version != version {
            return stale(was, input);
        }
        let slug = stop_of(db, input)?;
        let season = was.season_id.clone();
        let row = Request {
            stop_id: input.stop.clone(),
            rules: Json::of(&tidy(&input.rules))?,
            updated_at: now,
            ..was
        };
        let write = |db: &mut Db| match storage::requests::save(db, &row) {
            Err(StoreError::Conflict(_)) => Err(another()),
            Ok(Guarded::Stale(stored)) => stale(stored, input),
            Ok(Guarded::Done(request)) => Ok((request, Some(slug))),
            Err(other) => Err(other.into()),
        };
        let request = season_check::guarded(db, std::slice::from_ref(&season), Table::Requests, write)?;
        note(db, now, caller, "request.update", &request)?;
        RequestShape::of(request)
    })
}

/// Takes a request back. What is published stays until the next release.
pub fn delete(app: &App, caller: &Caller, id: &RequestId, version: u32) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| match storage::requests::delete(db, id, version)? {
        Guarded::Done(request) => note(db, now, caller, "request.delete", &request),
        Guarded::Stale(stored) => Err(AppError::Stale {
            current: serde_json::json!(RequestShape::of(stored)?),
            asked: serde_json::Value::Null,
        }),
    })
}

/// As the files keep it: promised visits in order, no blanks around words.
fn tidy(rules: &RequestRules) -> RequestRules {
    let mut rules = rules.clone();
    rules.fixed.sort();
    rules.note = rules.note.trim().to_owned();
    rules
}

fn stop_of(db: &mut Db, input: &RequestInput) -> Result<Slug, AppError> {
    match storage::stops::get(db, &input.stop) {
        Ok(stop) => Ok(stop.slug),
        Err(StoreError::NotFound) => Err(AppError::invalid("/stop", "there is no such stop")),
        Err(other) => Err(other.into()),
    }
}

fn another() -> AppError {
    AppError::Conflict("this stop has a request in this season: edit that one".to_owned())
}

fn stale<T>(stored: Request, input: &RequestInput) -> Result<T, AppError> {
    Err(AppError::Stale {
        current: serde_json::json!(RequestShape::of(stored)?),
        asked: serde_json::json!(input),
    })
}

fn note(db: &mut Db, now: Timestamp, caller: &Caller, action: &str, request: &Request) -> Result<(), AppError> {
    audit::note(
        db,
        now,
        Some(&caller.person),
        action,
        request.id.as_str(),
        &request.stop_id,
    )
}
