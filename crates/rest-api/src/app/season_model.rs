//! The season as the database keeps it and as the season files say it: one conversion each way, and no other.
//!
//! Estates, stops and streets belong to the town and outlive a season; settings, requests and events belong to the season.

use std::collections::{BTreeMap, HashMap};

use season_files as files;
use storage::{Db, Json, StoreError};
use vocabulary::{EstateId, EventId, SeasonId, Slug, StopId};

use super::AppError;

/// A season as its files would say it, with the ids behind its short names.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its id.
    pub id: SeasonId,
    /// The version of its settings row.
    pub version: u32,
    /// What the files would say.
    pub season: files::Season,
    /// The ids of the stops.
    pub stop_ids: BTreeMap<Slug, StopId>,
    /// The ids of the events.
    pub event_ids: BTreeMap<Slug, EventId>,
    /// Short names that estates formerly had, and have now.
    pub estate_aliases: BTreeMap<Slug, Slug>,
    /// Short names that stops formerly had, and have now.
    pub stop_aliases: BTreeMap<Slug, Slug>,
}

impl Loaded {
    /// The short name of a stop.
    pub fn stop_slug(&self, id: &StopId) -> Option<&Slug> {
        self.stop_ids
            .iter()
            .find(|(_, other)| *other == id)
            .map(|(slug, _)| slug)
    }
}

/// Loads a season and its town.
pub fn load(db: &mut Db, id: &SeasonId) -> Result<Loaded, AppError> {
    let whole = storage::seasons::whole(db, id)?;
    let town = storage::town::read(db)?;
    let estate_slug: HashMap<EstateId, Slug> = town.estates.iter().map(|e| (e.id.clone(), e.slug.clone())).collect();
    let stop_slug: HashMap<StopId, Slug> = town.stops.iter().map(|s| (s.id.clone(), s.slug.clone())).collect();
    let estate_of = |id: &Option<EstateId>| id.as_ref().and_then(|id| estate_slug.get(id)).cloned();

    let mut season = files::Season {
        settings: whole.season.settings.read()?,
        estates: town.estates.iter().map(estate_to_file).collect::<Result<_, _>>()?,
        stops: Vec::with_capacity(town.stops.len()),
        streets: Vec::with_capacity(town.streets.len()),
        requests: Vec::with_capacity(whole.requests.len()),
        events: Vec::with_capacity(whole.events.len()),
        sketch: match &whole.season.sketch {
            Some(sketch) => sketch.read()?,
            None => Vec::new(),
        },
    };
    for stop in &town.stops {
        season.stops.push(stop_to_file(stop, estate_of(&stop.estate_id))?);
    }
    for street in &town.streets {
        season.streets.push(files::Street {
            name: street.name.clone(),
            estate: estate_of(&street.estate_id),
            scope: street.scope,
            numbers: street.numbers.clone(),
            former_names: street
                .former_names
                .split(';')
                .map(str::trim)
                .filter(|n| !n.is_empty())
                .map(Into::into)
                .collect(),
            certainty: street.certainty,
            source: street.source.clone(),
            note: String::new(),
        });
    }
    for request in &whole.requests {
        if let Some(stop) = stop_slug.get(&request.stop_id) {
            season.requests.push(files::Request {
                stop: stop.clone(),
                rules: request.rules.read()?,
            });
        }
    }
    for event in &whole.events {
        let stop = event.stop_id.as_ref().and_then(|id| stop_slug.get(id)).cloned();
        season
            .events
            .push(event_to_file(event, stop, estate_of(&event.estate_id))?);
    }
    season.estates.sort_by(|a, b| a.slug.cmp(&b.slug));
    season.stops.sort_by(|a, b| a.slug.cmp(&b.slug));
    season.requests.sort_by(|a, b| a.stop.cmp(&b.stop));
    season.events.sort_by(|a, b| (a.day, &a.slug).cmp(&(b.day, &b.slug)));
    let estate_aliases = storage::estates::former_slugs(db)?;
    let estate_aliases = estate_aliases
        .into_iter()
        .filter_map(|(old, id)| Some((old, estate_slug.get(&id)?.clone())));
    let stop_aliases = storage::stops::former_slugs(db)?;
    let stop_aliases = stop_aliases
        .into_iter()
        .filter_map(|(old, id)| Some((old, stop_slug.get(&id)?.clone())));
    Ok(Loaded {
        // A slug that came back to its owner is no alias.
        estate_aliases: estate_aliases.filter(|(old, now)| old != now).collect(),
        stop_aliases: stop_aliases.filter(|(old, now)| old != now).collect(),
        id: id.clone(),
        version: whole.season.version,
        season,
        stop_ids: stop_slug.into_iter().map(|(id, slug)| (slug, id)).collect(),
        event_ids: whole.events.iter().map(|e| (e.slug.clone(), e.id.clone())).collect(),
    })
}

fn estate_to_file(estate: &storage::Estate) -> Result<files::Estate, StoreError> {
    let Some(coordinate) = estate.point else {
        return Err(StoreError::Broken(format!("estate {} has no point", estate.slug)));
    };
    Ok(files::Estate {
        slug: estate.slug.clone(),
        name: estate.name.clone(),
        coordinate,
        certainty: estate.certainty,
        uncertainty: estate.uncertainty.unwrap_or_default(),
        weight: estate.weight,
        weight_source: String::new(),
        source: estate.source.clone(),
        note: estate.note.clone(),
    })
}

fn stop_to_file(stop: &storage::Stop, estate: Option<Slug>) -> Result<files::Stop, StoreError> {
    Ok(files::Stop {
        slug: stop.slug.clone(),
        estate,
        name: stop.name.clone(),
        kind: stop.kind,
        address: stop.address.clone(),
        directions: stop.directions.clone(),
        coordinate: stop.point,
        certainty: stop.certainty,
        uncertainty: stop.uncertainty.unwrap_or_default(),
        source: stop.source.clone(),
        details: stop.details.read()?,
    })
}

/// What an event has beyond its own columns.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct EventDetails {
    example: bool,
    expected_children: Option<u32>,
    bus: Option<Slug>,
    counts: bool,
    certainty: Option<vocabulary::Certainty>,
    note: String,
}

/// An event as the files say it, at a stop and in an estate of these short names.
pub fn event_to_file(
    event: &storage::Event,
    stop: Option<Slug>,
    estate: Option<Slug>,
) -> Result<files::Event, StoreError> {
    let details: EventDetails = event.details.read()?;
    let hours = match (event.start, event.end) {
        (Some(start), Some(end)) => vocabulary::CivilWindow::new(start, end).ok(),
        _ => None,
    };
    Ok(files::Event {
        slug: event.slug.clone(),
        name: event.name.clone(),
        day: event.day,
        hours,
        place: event.place.clone(),
        stop,
        estate,
        effect: event.effect,
        bus: details.bus,
        counts: details.counts,
        example: details.example,
        expected_children: details.expected_children,
        source: event.source.clone(),
        certainty: details.certainty.unwrap_or(vocabulary::Certainty::Unknown),
        note: details.note,
    })
}

/// What an event row stores beyond its own columns.
pub fn event_details(event: &files::Event) -> Result<Json, StoreError> {
    Json::of(&EventDetails {
        example: event.example,
        expected_children: event.expected_children,
        bus: event.bus.clone(),
        counts: event.counts,
        certainty: Some(event.certainty),
        note: event.note.clone(),
    })
}
