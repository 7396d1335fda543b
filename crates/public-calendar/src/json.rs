//! The public calendar as JSON, for `/api/v1/public/visits`.
//!
//! Times are RFC 3339 with the offset of that day, and the zone is named beside them. Field names and the closed words are
//! part of the API: they are only ever added to.

use serde::Serialize;
use vocabulary::{Day, Minute, Slug, StopKind, VisitId, VisitState};
use wording::{Language, Words};

use crate::{Estate, Event, Moment, Publication, Stop, Visit, addresses, pages::Pages};

/// Of which part of the town the visits are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part<'a> {
    /// All of it.
    Town,
    /// An estate.
    Estate(&'a Estate),
    /// A stop.
    Stop(&'a Stop),
}

impl Part<'_> {
    /// "Radosny Świetlicobus: osiedle Łazek"
    pub(crate) fn title(&self, publication: &Publication, words: Words) -> String {
        let (calendar, service) = (words.calendar(), &publication.data().service);
        match self {
            Self::Town => calendar.calendar_season(&service.name, &service.town),
            Self::Estate(estate) => calendar.calendar_estate(&service.name, &estate.name),
            Self::Stop(stop) => calendar.calendar_stop(&service.name, &stop.name),
        }
    }

    /// The path of its page.
    pub(crate) fn path(&self, language: Language) -> String {
        match self {
            Self::Town => addresses::home(language),
            Self::Estate(estate) => addresses::estate(language, &estate.slug),
            Self::Stop(stop) => addresses::stop(language, &stop.slug),
        }
    }

    pub(crate) fn holds(&self, publication: &Publication, visit: &Visit) -> bool {
        match self {
            Self::Town => true,
            Self::Estate(estate) => publication.stop_of(visit).estate == estate.slug,
            Self::Stop(stop) => visit.stop == stop.slug,
        }
    }

    fn entry(&self, publication: &Publication, language: Language) -> PlaceEntry {
        let data = publication.data();
        let name = match self {
            Self::Town => &data.service.town,
            Self::Estate(estate) => &estate.name,
            Self::Stop(stop) => &stop.name,
        };
        PlaceEntry {
            name: name.clone(),
            url: publication.absolute(&self.path(language)),
        }
    }
}

/// What is wanted of the visits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted<'a> {
    /// Of which part of the town.
    pub part: Part<'a>,
    /// Only those that are not over at this moment.
    pub ahead: Option<Moment>,
    /// So many at most.
    pub limit: usize,
    /// Also in words of this language, as things stand at this moment.
    pub words: Option<(Language, Moment)>,
}

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
    /// Of which part of the town the visits are, where not all were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceEntry>,
    /// What stands around them in words, where a language was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<AroundEntry>,
    /// The visits in the order of time, cancelled ones included.
    pub visits: Vec<VisitEntry>,
    /// Events of others in town, in the order of time: the bus takes no part.
    pub events: Vec<EventEntry>,
}

/// A part of the town.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceEntry {
    /// Its name.
    pub name: String,
    /// Absolute address of its page.
    pub url: String,
}

/// What stands around visits in words, in the language asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AroundEntry {
    /// "Radosny Świetlicobus: osiedle Łazek"
    pub title: String,
    /// That the plan is an example, where it is one. Show it.
    pub example: Option<String>,
    /// In place of visits where there are none.
    pub none: String,
    /// The link to the place's page.
    pub all: String,
}

/// A visit in words, in the language asked for. Only for showing: the texts may be worded otherwise in the next version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordsEntry {
    /// "czwartek, 1 lipca"
    pub day: String,
    /// "dziś", "jutro", "za 3 dni"; null further away.
    pub near: Option<String>,
    /// "10:00–13:00"
    pub hours: String,
    /// How it stands: "odwołana". Always show it, where it is not null: colour alone says nothing.
    pub status: Option<String>,
    /// That it is late, was moved or cancelled, in a sentence.
    pub change: Option<String>,
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
    /// The same in words, where a language was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<WordsEntry>,
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
    let kept = publication.visits().iter().filter(|visit| wanted(visit));
    document(
        publication,
        kept.map(|visit| entry(publication, language, visit)).collect(),
    )
}

/// The document of the visits that are wanted.
pub fn some_visits(publication: &Publication, wanted: &Wanted<'_>) -> VisitsDocument {
    let language = wanted.words.map_or(Language::Polish, |(language, _)| language);
    let fits = |visit: &&Visit| {
        wanted.part.holds(publication, visit) && wanted.ahead.is_none_or(|moment| !moment.is_after(visit))
    };
    let shown = publication.visits().iter().filter(fits).take(wanted.limit);
    let entry = |visit| VisitEntry {
        words: wanted.words.map(|words| in_words(publication, words, visit)),
        ..entry(publication, language, visit)
    };
    VisitsDocument {
        place: Some(wanted.part.entry(publication, language)),
        words: wanted
            .words
            .map(|(language, _)| around(publication, language, wanted.part)),
        ..document(publication, shown.map(entry).collect())
    }
}

fn around(publication: &Publication, language: Language, part: Part<'_>) -> AroundEntry {
    let words = Words::of(language);
    let calendar = words.calendar();
    AroundEntry {
        title: part.title(publication, words),
        example: publication.data().season.example.then(|| calendar.example_notice()),
        none: calendar.visits_over(),
        all: words.embed().all(),
    }
}

fn in_words(publication: &Publication, (language, moment): (Language, Moment), visit: &Visit) -> WordsEntry {
    let card = Pages::new(publication, Words::of(language), moment).card(visit);
    WordsEntry {
        day: card.when.short,
        near: card.when.relative,
        hours: card.hours.short,
        status: card.status.is_worth_saying().then_some(card.status_words),
        change: card.delay.or(card.change),
    }
}

fn document(publication: &Publication, visits: Vec<VisitEntry>) -> VisitsDocument {
    let data = publication.data();
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
        place: None,
        words: None,
        visits,
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
        words: None,
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

    #[test]
    fn a_place_ahead_in_words() {
        let publication = examples::publication();
        let moment = Moment::day(publication.visits()[0].day);
        let estate = publication.estate(&"lazek".parse().unwrap()).unwrap();
        let wanted = Wanted {
            part: Part::Estate(estate),
            ahead: Some(moment),
            limit: 2,
            words: Some((Language::English, moment)),
        };
        let document = some_visits(&publication, &wanted);
        let shown = serde_json::json!({ "place": document.place, "around": document.words, "words": document.visits.iter().map(|v| (&v.url, &v.words)).collect::<Vec<_>>() });
        insta::assert_snapshot!(serde_json::to_string_pretty(&shown).unwrap());
        let none = some_visits(&publication, &Wanted { limit: 0, ..wanted });
        assert_eq!(none.visits, []);
    }
}
