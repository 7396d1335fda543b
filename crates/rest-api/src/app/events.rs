//! Events in town: listed, read, made, edited, deleted.

use season_files as files;
use serde::{Deserialize, Serialize};
use storage::{Db, Event, Guarded, Page, Paged, StoreError};
use utoipa::ToSchema;
use vocabulary::{Certainty, CivilWindow, Day, EstateId, EventEffect, EventId, SeasonId, Slug, StopId, Timestamp};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    fresh,
    idempotency::Asked,
    season_check::{self, Table},
    season_model,
};
use crate::schema;

/// What a coordinator says of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// Its short name; once a season.
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    /// Its name as people write it.
    #[schema(min_length = 1, max_length = 10_000)]
    pub name: String,
    /// The day; within the season.
    #[schema(value_type = schema::Day)]
    pub day: Day,
    /// Its hours; null: all day. Needed when the bus takes part.
    #[serde(default)]
    #[schema(value_type = Option<schema::CivilWindow>)]
    pub hours: Option<CivilWindow>,
    /// Where, in words.
    #[serde(default)]
    pub place: String,
    /// The stop it is at. Needed when the bus takes part.
    #[serde(default)]
    #[schema(value_type = Option<schema::StopId>)]
    pub stop: Option<StopId>,
    /// The estate it touches. To stay away from neither a stop nor an estate means: from the whole town.
    #[serde(default)]
    #[schema(value_type = Option<schema::EstateId>)]
    pub estate: Option<EstateId>,
    /// What it means for the bus.
    #[schema(value_type = schema::EventEffect)]
    pub effect: EventEffect,
    /// The bus that takes part or stays away; null: any, or all.
    #[serde(default)]
    #[schema(value_type = Option<schema::Slug>)]
    pub bus: Option<Slug>,
    /// Whether a visit that takes part counts towards what its stop asks for.
    #[serde(default)]
    pub counts: bool,
    /// Invented for the example season.
    #[serde(default)]
    pub example: bool,
    /// How many children come, as a guess for the crew.
    #[serde(default)]
    pub expected_children: Option<u32>,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// How far its date can be trusted.
    #[serde(default = "unknown")]
    #[schema(value_type = schema::Certainty, required = false, default = "unknown")]
    pub certainty: Certainty,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

fn unknown() -> Certainty {
    Certainty::Unknown
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `EventInput`.
pub struct EventShape {
    #[schema(value_type = schema::EventId)]
    pub id: EventId,
    #[schema(value_type = schema::SeasonId)]
    pub season: SeasonId,
    #[schema(value_type = schema::Slug)]
    pub slug: Slug,
    pub name: String,
    #[schema(value_type = schema::Day)]
    pub day: Day,
    #[schema(value_type = Option<schema::CivilWindow>)]
    pub hours: Option<CivilWindow>,
    pub place: String,
    #[schema(value_type = Option<schema::StopId>)]
    pub stop: Option<StopId>,
    #[schema(value_type = Option<schema::EstateId>)]
    pub estate: Option<EstateId>,
    #[schema(value_type = schema::EventEffect)]
    pub effect: EventEffect,
    #[schema(value_type = Option<schema::Slug>)]
    pub bus: Option<Slug>,
    pub counts: bool,
    pub example: bool,
    pub expected_children: Option<u32>,
    pub source: String,
    #[schema(value_type = schema::Certainty)]
    pub certainty: Certainty,
    pub note: String,
    pub version: u32,
}

impl EventShape {
    /// The shape of a row.
    pub fn of(event: Event) -> Result<Self, AppError> {
        let file = season_model::event_to_file(&event, None, None)?;
        Ok(Self {
            id: event.id,
            season: event.season_id,
            slug: event.slug,
            name: event.name,
            day: event.day,
            hours: file.hours,
            place: event.place,
            stop: event.stop_id,
            estate: event.estate_id,
            effect: event.effect,
            bus: file.bus,
            counts: file.counts,
            example: file.example,
            expected_children: file.expected_children,
            source: event.source,
            certainty: file.certainty,
            note: file.note,
            version: event.version,
        })
    }
}

impl EventInput {
    fn row(&self, id: EventId, season: SeasonId, version: u32, now: Timestamp) -> Result<Event, AppError> {
        let file = files::Event {
            slug: self.slug.clone(),
            name: self.name.trim().to_owned(),
            day: self.day,
            hours: self.hours,
            place: self.place.trim().to_owned(),
            stop: None,
            estate: None,
            effect: self.effect,
            bus: self.bus.clone(),
            counts: self.counts,
            example: self.example,
            expected_children: self.expected_children,
            source: self.source.trim().to_owned(),
            certainty: self.certainty,
            note: self.note.trim().to_owned(),
        };
        Ok(Event {
            details: season_model::event_details(&file)?,
            id,
            season_id: season,
            slug: file.slug,
            name: file.name,
            day: file.day,
            start: file.hours.map(CivilWindow::start),
            end: file.hours.map(CivilWindow::end),
            place: file.place,
            stop_id: self.stop.clone(),
            estate_id: self.estate.clone(),
            effect: file.effect,
            source: file.source,
            version,
            updated_at: now,
        })
    }

    fn references(&self, db: &mut Db) -> Result<(), AppError> {
        let mut found = Vec::new();
        let known = |outcome: Result<(), StoreError>| match outcome {
            Err(StoreError::NotFound) => Ok(false),
            other => other.map(|()| true),
        };
        if let Some(stop) = &self.stop
            && !known(storage::stops::get(db, stop).map(drop))?
        {
            found.push(Fault::new("/stop", "there is no such stop"));
        }
        if let Some(estate) = &self.estate
            && !known(storage::estates::get(db, estate).map(drop))?
        {
            found.push(Fault::new("/estate", "there is no such estate"));
        }
        if found.is_empty() {
            Ok(())
        } else {
            Err(AppError::Invalid(found))
        }
    }
}

/// One portion of a season's events, by day.
pub fn list(app: &App, caller: &Caller, season: &SeasonId, page: &Page) -> Result<Paged<EventShape>, AppError> {
    caller.staff()?;
    let all = app.read(|db| {
        storage::seasons::get(db, season)?;
        Ok(storage::events::of_season(db, season)?)
    })?;
    let all = all.into_iter().map(EventShape::of).collect::<Result<_, _>>()?;
    Ok(super::paging::cut(all, page, |event: &EventShape| {
        format!("{}~{}", event.day, event.id)
    }))
}

/// One event.
pub fn get(app: &App, caller: &Caller, id: &EventId) -> Result<EventShape, AppError> {
    caller.staff()?;
    app.read(|db| EventShape::of(storage::events::get(db, id)?))
}

/// Makes an event.
pub fn create(app: &App, asked: Asked<'_>, season: &SeasonId, input: &EventInput) -> Result<EventShape, AppError> {
    asked.caller.coordinator()?;
    let now = app.now();
    app.write_public(|db| {
        asked.once(db, now, |db| {
            storage::seasons::get(db, season)?;
            input.references(db)?;
            let row = input.row(fresh::id(EventId::from_uuid), season.clone(), 1, now)?;
            let write = |db: &mut Db| match storage::events::insert(db, &row) {
                Err(StoreError::Conflict(_)) => Err(another()),
                other => Ok((other.map(|()| row.clone())?, Some(row.slug.clone()))),
            };
            let event = season_check::guarded(db, std::slice::from_ref(season), Table::Events, write)?;
            note(db, now, asked.caller, "event.add", &event)?;
            EventShape::of(event)
        })
    })
}

/// Edits an event.
pub fn update(
    app: &App,
    caller: &Caller,
    id: &EventId,
    version: u32,
    input: &EventInput,
) -> Result<EventShape, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write_public(|db| {
        let was = storage::events::get(db, id)?;
        if was.version != version {
            return stale(was, input);
        }
        input.references(db)?;
        let season = was.season_id.clone();
        let row = input.row(id.clone(), was.season_id, version, now)?;
        let write = |db: &mut Db| match storage::events::save(db, &row) {
            Err(StoreError::Conflict(_)) => Err(another()),
            Ok(Guarded::Stale(stored)) => stale(stored, input),
            Ok(Guarded::Done(event)) => Ok((event, Some(row.slug.clone()))),
            Err(other) => Err(other.into()),
        };
        let event = season_check::guarded(db, std::slice::from_ref(&season), Table::Events, write)?;
        note(db, now, caller, "event.update", &event)?;
        EventShape::of(event)
    })
}

/// Deletes an event. One that a visit was published for stays: cancel the visit instead.
pub fn delete(app: &App, caller: &Caller, id: &EventId, version: u32) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write_public(|db| match storage::events::delete(db, id, version) {
        Ok(Guarded::Done(event)) => note(db, now, caller, "event.delete", &event),
        Ok(Guarded::Stale(stored)) => Err(AppError::Stale {
            current: serde_json::json!(EventShape::of(stored)?),
            asked: serde_json::Value::Null,
        }),
        Err(StoreError::Conflict(_)) => Err(AppError::refused(
            "event-has-visit",
            "a visit was published for this event: cancel the visit, the event stays",
        )),
        Err(other) => Err(other.into()),
    })
}

fn another() -> AppError {
    AppError::Conflict("another event of this season has this short name".to_owned())
}

fn stale<T>(stored: Event, input: &EventInput) -> Result<T, AppError> {
    Err(AppError::Stale {
        current: serde_json::json!(EventShape::of(stored)?),
        asked: serde_json::json!(input),
    })
}

fn note(db: &mut Db, now: Timestamp, caller: &Caller, action: &str, event: &Event) -> Result<(), AppError> {
    audit::note(db, now, Some(&caller.person), action, event.id.as_str(), &event.slug)
}
