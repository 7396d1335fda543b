//! A season folder into the database: all of it or nothing.
//!
//! Things are matched by their short name, also by one they formerly had. What the files do not mention stays, but for the
//! season's own requests and events and the town's streets, of which the files are the whole truth.

use std::collections::HashMap;

use season_files as files;
use serde::{Deserialize, Serialize};
use storage::{Db, Json, StoreError};
use utoipa::ToSchema;
use vocabulary::{EstateId, EventId, PersonId, RequestId, SeasonId, Slug, StopId, Timestamp};

use super::{AppError, audit, crew::saved, fresh, season_model};
use crate::schema;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Imported {
    /// The season, new or known.
    #[schema(value_type = schema::SeasonId)]
    pub season: SeasonId,
    /// Estates, stops, requests and events that are new.
    pub added: usize,
    /// Those that were there and now read otherwise.
    pub changed: usize,
    /// Requests and events that the files no longer have.
    pub removed: usize,
}

/// Writes a checked season.
pub fn season(
    db: &mut Db,
    season: &files::Season,
    actor: Option<&PersonId>,
    now: Timestamp,
) -> Result<Imported, AppError> {
    let mut import = Import {
        db,
        now,
        added: 0,
        changed: 0,
        removed: 0,
    };
    let id = import.settings(season)?;
    let estates = import.estates(season)?;
    let stops = import.stops(season, &estates)?;
    import.streets(season, &estates)?;
    import.requests(&id, season, &stops)?;
    import.events(&id, season, &stops, &estates)?;
    let Import {
        added,
        changed,
        removed,
        ..
    } = import;
    let done = Imported {
        season: id,
        added,
        changed,
        removed,
    };
    audit::note(db, now, actor, "season.import", done.season.as_str(), &done)?;
    Ok(done)
}

struct Import<'a> {
    db: &'a mut Db,
    now: Timestamp,
    added: usize,
    changed: usize,
    removed: usize,
}

impl Import<'_> {
    fn settings(&mut self, season: &files::Season) -> Result<SeasonId, AppError> {
        let settings = &season.settings;
        let row = |id: SeasonId, version| {
            Ok::<_, AppError>(storage::Season {
                id,
                slug: settings.slug.clone(),
                name: settings.name.clone(),
                first_day: settings.first_day,
                last_day: settings.last_day,
                zone: settings.zone,
                settings: Json::of(settings)?,
                sketch: match season.sketch.as_slice() {
                    [] => None,
                    shapes => Some(Json::of(shapes)?),
                },
                version,
                updated_at: self.now,
            })
        };
        match known(storage::seasons::by_slug(self.db, &settings.slug))? {
            None => {
                let new = row(fresh::id(SeasonId::from_uuid), 1)?;
                storage::seasons::insert(self.db, &new)?;
                self.added += 1;
                Ok(new.id)
            }
            Some(old) => {
                let new = row(old.id.clone(), old.version)?;
                if (storage::Season {
                    updated_at: old.updated_at,
                    ..new.clone()
                }) != old
                {
                    saved(storage::seasons::save(self.db, &new)?)?;
                    self.changed += 1;
                }
                Ok(old.id)
            }
        }
    }

    fn estates(&mut self, season: &files::Season) -> Result<HashMap<Slug, EstateId>, AppError> {
        let mut ids = HashMap::new();
        for estate in &season.estates {
            let row = |id, version| storage::Estate {
                id,
                slug: estate.slug.clone(),
                name: estate.name.clone(),
                sort_key: public_calendar::search::fold(&estate.name),
                certainty: estate.certainty,
                uncertainty: Some(estate.uncertainty),
                weight: estate.weight,
                source: estate.source.clone(),
                note: estate.note.clone(),
                version,
                updated_at: self.now,
                point: Some(estate.coordinate),
            };
            let id = match known(storage::estates::by_slug(self.db, &estate.slug))? {
                None => {
                    let new = row(fresh::id(EstateId::from_uuid), 1);
                    storage::estates::insert(self.db, &new)?;
                    self.added += 1;
                    new.id
                }
                Some(old) => {
                    let new = row(old.id.clone(), old.version);
                    if (storage::Estate {
                        updated_at: old.updated_at,
                        ..new.clone()
                    }) != old
                    {
                        saved(storage::estates::save(self.db, &new)?)?;
                        self.changed += 1;
                    }
                    old.id
                }
            };
            ids.insert(estate.slug.clone(), id);
        }
        Ok(ids)
    }

    fn stops(
        &mut self,
        season: &files::Season,
        estates: &HashMap<Slug, EstateId>,
    ) -> Result<HashMap<Slug, StopId>, AppError> {
        let mut ids = HashMap::new();
        for stop in &season.stops {
            let details = Json::of(&stop.details)?;
            let row = |id, version| storage::Stop {
                id,
                slug: stop.slug.clone(),
                estate_id: stop.estate.as_ref().and_then(|slug| estates.get(slug)).cloned(),
                name: stop.name.clone(),
                kind: stop.kind,
                address: stop.address.clone(),
                directions: stop.directions.clone(),
                certainty: stop.certainty,
                uncertainty: Some(stop.uncertainty),
                source: stop.source.clone(),
                details: details.clone(),
                version,
                updated_at: self.now,
                point: stop.coordinate,
            };
            let id = match known(storage::stops::by_slug(self.db, &stop.slug))? {
                None => {
                    let new = row(fresh::id(StopId::from_uuid), 1);
                    storage::stops::insert(self.db, &new)?;
                    self.added += 1;
                    new.id
                }
                Some(old) => {
                    let new = row(old.id.clone(), old.version);
                    if (storage::Stop {
                        updated_at: old.updated_at,
                        ..new.clone()
                    }) != old
                    {
                        saved(storage::stops::save(self.db, &new)?)?;
                        self.changed += 1;
                    }
                    old.id
                }
            };
            ids.insert(stop.slug.clone(), id);
        }
        Ok(ids)
    }

    fn streets(&mut self, season: &files::Season, estates: &HashMap<Slug, EstateId>) -> Result<(), AppError> {
        let street = |street: &files::Street| storage::Street {
            name: street.name.clone(),
            estate_id: street.estate.as_ref().and_then(|slug| estates.get(slug)).cloned(),
            scope: street.scope,
            numbers: street.numbers.clone(),
            former_names: street.former_names.join(";"),
            certainty: street.certainty,
            source: street.source.clone(),
        };
        let streets: Vec<_> = season.streets.iter().map(street).collect();
        Ok(storage::town::replace_streets(self.db, &streets)?)
    }

    fn requests(
        &mut self,
        id: &SeasonId,
        season: &files::Season,
        stops: &HashMap<Slug, StopId>,
    ) -> Result<(), AppError> {
        let mut old: HashMap<StopId, storage::Request> = storage::requests::of_season(self.db, id)?
            .into_iter()
            .map(|request| (request.stop_id.clone(), request))
            .collect();
        for request in &season.requests {
            let Some(stop) = stops.get(&request.stop) else { continue };
            let rules = Json::of(&request.rules)?;
            match old.remove(stop) {
                None => {
                    let new = storage::Request {
                        id: fresh::id(RequestId::from_uuid),
                        season_id: id.clone(),
                        stop_id: stop.clone(),
                        rules,
                        version: 1,
                        updated_at: self.now,
                    };
                    storage::requests::insert(self.db, &new)?;
                    self.added += 1;
                }
                Some(was) if was.rules != rules => {
                    saved(storage::requests::save(
                        self.db,
                        &storage::Request {
                            rules,
                            updated_at: self.now,
                            ..was
                        },
                    )?)?;
                    self.changed += 1;
                }
                Some(_) => {}
            }
        }
        for gone in old.into_values() {
            saved(storage::requests::delete(self.db, &gone.id, gone.version)?)?;
            self.removed += 1;
        }
        Ok(())
    }

    fn events(
        &mut self,
        id: &SeasonId,
        season: &files::Season,
        stops: &HashMap<Slug, StopId>,
        estates: &HashMap<Slug, EstateId>,
    ) -> Result<(), AppError> {
        let mut old: HashMap<Slug, storage::Event> = storage::events::of_season(self.db, id)?
            .into_iter()
            .map(|event| (event.slug.clone(), event))
            .collect();
        for event in &season.events {
            let row = |event_id, version, updated_at| {
                Ok::<_, AppError>(storage::Event {
                    id: event_id,
                    season_id: id.clone(),
                    slug: event.slug.clone(),
                    name: event.name.clone(),
                    day: event.day,
                    start: event.hours.map(|h| h.start()),
                    end: event.hours.map(|h| h.end()),
                    place: event.place.clone(),
                    stop_id: event.stop.as_ref().and_then(|slug| stops.get(slug)).cloned(),
                    estate_id: event.estate.as_ref().and_then(|slug| estates.get(slug)).cloned(),
                    effect: event.effect,
                    source: event.source.clone(),
                    details: season_model::event_details(event)?,
                    version,
                    updated_at,
                })
            };
            match old.remove(&event.slug) {
                None => {
                    storage::events::insert(self.db, &row(fresh::id(EventId::from_uuid), 1, self.now)?)?;
                    self.added += 1;
                }
                Some(was) if row(was.id.clone(), was.version, was.updated_at)? != was => {
                    saved(storage::events::save(self.db, &row(was.id, was.version, self.now)?)?)?;
                    self.changed += 1;
                }
                Some(_) => {}
            }
        }
        for gone in old.into_values() {
            match storage::events::delete(self.db, &gone.id, gone.version) {
                Err(StoreError::Conflict(_)) => {
                    let detail = format!(
                        "a visit was published for the event {}: keep its row, or cancel the visit",
                        gone.slug
                    );
                    return Err(AppError::refused("event-has-visit", detail));
                }
                outcome => saved(outcome?)?,
            };
            self.removed += 1;
        }
        Ok(())
    }
}

/// Nothing is an answer here, not an error.
fn known<T>(found: Result<T, storage::StoreError>) -> Result<Option<T>, AppError> {
    match found {
        Ok(thing) => Ok(Some(thing)),
        Err(storage::StoreError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
