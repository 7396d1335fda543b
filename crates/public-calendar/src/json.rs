//! The public calendar as JSON, for `/api/v1/public/visits`.
//!
//! Times are RFC 3339 with the offset of that day, and the zone is named beside them. Field names and the closed words are
//! part of the API: they are only ever added to.

use serde::Serialize;
use vocabulary::{Day, Minute, Slug, StopKind, VisitId, VisitState};
use wording::Language;

use crate::{Estate, Event, Publication, Visit, addresses};

/// All visits of a season.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VisitsDocument {
    /// The service's name.
    pub service: String,
    /// The town.
    pub town: String,
    /// The season.
    pub season: SeasonEntry,
    /// IANA name of the zone of all local times.
    pub zone: &'static str,
    /// Number of the release.
    pub release: u32,
    /// When it was published, RFC 3339.
    pub published_at: String,
    /// Number of this public state.
    pub revision: u64,
    /// When this state came to be, RFC 3339.
    pub changed_at: String,
    /// The visits in the order of time, cancelled ones included.
    pub visits: Vec<VisitEntry>,
    /// Events of others in town, in the order of time: the bus takes no part.
    pub events: Vec<EventEntry>,
}

/// The season of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonEntry {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// Whether the plan is an invented example.
    pub example: bool,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VisitEntry {
    /// Its id for ever.
    pub id: VisitId,
    /// Absolute address of its page.
    pub url: String,
    /// `planned` or `cancelled`.
    pub state: VisitState,
    /// The local day.
    pub day: Day,
    /// Public start, RFC 3339.
    pub starts: String,
    /// Public end, RFC 3339.
    pub ends: String,
    /// Where.
    pub stop: StopEntry,
    /// Why it was cancelled or moved.
    pub reason: Option<String>,
    /// A word to the public.
    pub note: Option<String>,
    /// The times it had before it was moved.
    pub moved_from: Option<SpanEntry>,
    /// By about how many minutes it is late; null: it is not.
    pub delay_minutes: Option<u32>,
    /// Why it is late.
    pub delay_reason: Option<String>,
    /// The event it is part of.
    pub event: Option<String>,
    /// The theme of its week.
    pub theme: Option<String>,
    /// Guests and partners of its week.
    pub guests: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
    /// Number of its changes since it was published.
    pub sequence: u32,
    /// When it was last changed, RFC 3339.
    pub revised: String,
}

/// An event of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventEntry {
    /// Its name.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// From when, local time of day; null: all day, or not known.
    pub starts: Option<Minute>,
    /// Until when, likewise.
    pub ends: Option<Minute>,
    /// Where, in words.
    pub place: Option<String>,
    /// Its estate, if it is of one.
    pub estate: Option<EstateEntry>,
}

/// The stop of a visit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StopEntry {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: StopKind,
    /// Its estate.
    pub estate: EstateEntry,
    /// Street and number, if known.
    pub address: Option<String>,
    /// The point, if known.
    pub point: Option<PointEntry>,
}

/// The estate of a stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EstateEntry {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

/// A point on the map, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PointEntry {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Whether the point is only near the place.
    pub approximate: bool,
}

/// A start and an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpanEntry {
    /// RFC 3339; the local text without an offset where the clocks skip it.
    pub starts: String,
    /// Likewise.
    pub ends: String,
}

/// The document of all visits, or of those that `wanted` keeps.
pub fn visits(publication: &Publication, language: Language, wanted: impl Fn(&Visit) -> bool) -> VisitsDocument {
    let data = publication.data();
    let kept = publication.visits().iter().filter(|visit| wanted(visit));
    VisitsDocument {
        service: data.service.name.clone(),
        town: data.service.town.clone(),
        season: SeasonEntry {
            slug: data.season.slug.clone(),
            name: data.season.name.clone(),
            first: data.season.first,
            last: data.season.last,
            example: data.season.example,
        },
        zone: data.zone.name(),
        release: data.release,
        published_at: data.zone.rfc3339(data.published_at),
        revision: data.revision,
        changed_at: data.zone.rfc3339(data.changed_at),
        visits: kept.map(|visit| entry(publication, language, visit)).collect(),
        events: data.events.iter().map(|event| of_others(publication, event)).collect(),
    }
}

/// One visit of the publication.
pub fn entry(publication: &Publication, language: Language, visit: &Visit) -> VisitEntry {
    let zone = publication.data().zone;
    let (starts, ends) = publication.instants(visit);
    let local = |day, minute| match zone.resolve(day, minute) {
        Ok(instant) => zone.rfc3339(instant),
        Err(_) => format!("{day}T{minute}:00"),
    };
    VisitEntry {
        id: visit.id.clone(),
        url: publication.absolute(&addresses::visit(language, &visit.id)),
        state: visit.state,
        day: visit.day,
        starts: zone.rfc3339(starts),
        ends: zone.rfc3339(ends),
        stop: stop(publication, visit),
        reason: visit.reason.clone(),
        note: visit.note.clone(),
        moved_from: visit.moved_from.map(|from| SpanEntry {
            starts: local(from.day, from.window.start()),
            ends: local(from.day, from.window.end()),
        }),
        delay_minutes: visit.delay.as_ref().map(|delay| delay.minutes.get()),
        delay_reason: visit.delay.as_ref().and_then(|delay| delay.reason.clone()),
        event: visit.event.clone(),
        theme: publication.theme_on(visit.day).map(|theme| theme.name.clone()),
        guests: publication.theme_on(visit.day).and_then(|theme| theme.guests.clone()),
        bring: publication.bring_on(visit.day),
        sequence: visit.sequence,
        revised: zone.rfc3339(visit.revised),
    }
}

fn of_others(publication: &Publication, event: &Event) -> EventEntry {
    let estate = event.estate.as_ref().and_then(|slug| publication.estate(slug));
    EventEntry {
        name: event.name.clone(),
        first: event.first,
        last: event.last,
        starts: event.hours.map(|hours| hours.start()),
        ends: event.hours.map(|hours| hours.end()),
        place: event.place.clone(),
        estate: estate.map(estate_entry),
    }
}

fn estate_entry(estate: &Estate) -> EstateEntry {
    EstateEntry {
        slug: estate.slug.clone(),
        name: estate.name.clone(),
    }
}

fn stop(publication: &Publication, visit: &Visit) -> StopEntry {
    let stop = publication.stop_of(visit);
    let estate = publication.estate_of(stop);
    StopEntry {
        slug: stop.slug.clone(),
        name: stop.name.clone(),
        kind: stop.kind,
        estate: estate_entry(estate),
        address: stop.address.clone(),
        point: stop.coordinate.map(|at| PointEntry {
            lat: at.lat(),
            lon: at.lon(),
            approximate: stop.is_approximate(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn snapshot() {
        let document = visits(&examples::publication(), Language::Polish, |visit| visit.sequence > 0);
        insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
    }
}
