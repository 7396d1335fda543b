//! Calendar feeds: the bytes of an `.ics` file (RFC 5545, RFC 7986), as pure functions of the publication.
//!
//! The rules, each for a client that was seen to need it:
//! - one event per visit with its real date, no recurrence: exceptions stay simple and nothing expands zones;
//! - the UID never changes, whatever else of the visit does: a new one is a second entry in Google's calendar;
//! - no "now": DTSTAMP and LAST-MODIFIED are when the visit was last changed (section 3.8.7.2), so the bytes are stable;
//! - a late visit keeps its times: clients come back hours later, and a time that was moved by a quarter of an hour would then be neither what
//!   was announced nor what was; its title and its first sentence say it, and SEQUENCE rises, for the few who come back in time;
//! - a cancelled visit stays, marked in STATUS and in its title, since clients that merely miss an event keep showing it;
//! - times in UTC and no VTIMEZONE: zone rules that reach decades back are read an hour late by some clients;
//! - no METHOD, attendee or alarm: this is a timetable, not an invitation.

mod entry;
mod lines;
mod personal;

use wording::{Language, Words};

use self::lines::Lines;
pub use self::{
    entry::{Certain, Entry},
    personal::{PersonalFeed, personal},
};
use crate::{Estate, Publication, Stop, Visit, addresses, mix::Mix, pages};

/// Which visits a feed holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Feed<'a> {
    /// All of the season.
    Season,
    /// Those of an estate.
    Estate(&'a Estate),
    /// Those of a stop.
    Stop(&'a Stop),
    /// Those of a visitor's own mix of places.
    Mix(&'a Mix<'a>),
}

impl Feed<'_> {
    /// Its path on the host of the service.
    pub fn path(&self, language: Language) -> String {
        match self {
            Self::Season => addresses::season_feed(language),
            Self::Estate(estate) => addresses::estate_feed(language, &estate.slug),
            Self::Stop(stop) => addresses::stop_feed(language, &stop.slug),
            Self::Mix(mix) => addresses::mix_feed(language, &mix.text()),
        }
    }

    fn holds(&self, publication: &Publication, visit: &Visit) -> bool {
        match self {
            Self::Season => true,
            Self::Estate(estate) => publication.stop_of(visit).estate == estate.slug,
            Self::Stop(stop) => visit.stop == stop.slug,
            Self::Mix(mix) => mix.holds(publication, visit),
        }
    }
}

/// For whom a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flavour {
    /// As the standard says.
    Standard,
    /// `?client=google`: Google Calendar hides cancelled events, so here they are confirmed ones with a title that tells.
    Google,
}

impl Flavour {
    /// From the value of `?client=`. Anything unknown is the standard, so that no subscription ever breaks.
    pub fn from_client(client: Option<&str>) -> Self {
        match client {
            Some("google") => Self::Google,
            _ => Self::Standard,
        }
    }

    /// The address of a feed in this flavour.
    pub fn address(self, feed: String) -> String {
        match self {
            Self::Standard => feed,
            Self::Google => addresses::for_google(&feed),
        }
    }
}

/// The media type of every feed.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Clients are asked to come back so often (a hint: Google keeps its own pace).
const REFRESH: &str = "PT4H";

/// The file of a feed. `feed` is of this publication.
pub fn write(publication: &Publication, words: Words, feed: Feed<'_>, flavour: Flavour) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    head(&mut lines, publication, words, feed, flavour);
    for visit in publication
        .visits()
        .iter()
        .filter(|visit| feed.holds(publication, visit))
    {
        event(&mut lines, publication, words, visit, flavour);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

fn head(lines: &mut Lines, publication: &Publication, words: Words, feed: Feed<'_>, flavour: Flavour) {
    let data = publication.data();
    let calendar = words.calendar();
    let language = words.language();
    let (name, page) = match feed {
        Feed::Season => (
            calendar.calendar_season(&data.service.name, &data.service.town),
            addresses::home(language),
        ),
        Feed::Estate(estate) => (
            calendar.calendar_estate(&data.service.name, &estate.name),
            addresses::estate(language, &estate.slug),
        ),
        Feed::Stop(stop) => (
            calendar.calendar_stop(&data.service.name, &stop.name),
            addresses::stop(language, &stop.slug),
        ),
        Feed::Mix(mix) => {
            let (names, more) = pages::named(mix);
            (
                words.subscribe().calendar_mix(&data.service.name, &names, more),
                addresses::subscribe(language, &mix.text()),
            )
        }
    };
    lines.raw("VERSION", "2.0");
    lines.raw(
        "PRODID",
        &format!("-//Swietlicobus//Public calendar//{}", language.tag().to_uppercase()),
    );
    lines.raw("CALSCALE", "GREGORIAN");
    // Outlook and Google read the X- names, Apple the standard ones.
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    if data.season.example {
        lines.text("DESCRIPTION", &calendar.example_notice());
        lines.text("X-WR-CALDESC", &calendar.example_notice());
    }
    lines.raw("X-WR-TIMEZONE", data.zone.name());
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.raw("X-PUBLISHED-TTL", REFRESH);
    let source = publication.absolute(&flavour.address(feed.path(language)));
    lines.raw("SOURCE;VALUE=URI", &source);
    lines.raw("URL", &publication.absolute(&page));
}

fn event(lines: &mut Lines, publication: &Publication, words: Words, visit: &Visit, flavour: Flavour) {
    let stop = publication.stop_of(visit);
    let (starts, ends) = publication.instants(visit);
    let page = publication.absolute(&addresses::visit(words.language(), &visit.id));
    lines.raw("BEGIN", "VEVENT");
    lines.raw(
        "UID",
        &format!("visit-{}@{}", visit.id, publication.data().service.feed_host),
    );
    lines.raw("DTSTAMP", &visit.revised.ical());
    lines.raw("CREATED", &visit.created.ical());
    lines.raw("LAST-MODIFIED", &visit.revised.ical());
    lines.raw("SEQUENCE", &visit.sequence.to_string());
    lines.raw("DTSTART", &starts.ical());
    lines.raw("DTEND", &ends.ical());
    lines.text("SUMMARY", &title(publication, words, visit));
    lines.raw("STATUS", status(visit, flavour));
    // A timetable makes nobody busy.
    lines.raw("TRANSP", "TRANSPARENT");
    lines.text("LOCATION", &location(publication, words, stop));
    if let Some(at) = stop.coordinate {
        lines.raw("GEO", &format!("{:.6};{:.6}", at.lat(), at.lon()));
    }
    lines.text("DESCRIPTION", &description(publication, words, visit, &page));
    lines.raw("URL", &page);
    lines.raw("END", "VEVENT");
}

fn status(visit: &Visit, flavour: Flavour) -> &'static str {
    match flavour {
        Flavour::Standard if visit.is_cancelled() => "CANCELLED",
        Flavour::Standard | Flavour::Google => "CONFIRMED",
    }
}

/// The title; a change stands in it as well, because some clients pass over STATUS.
fn title(publication: &Publication, words: Words, visit: &Visit) -> String {
    let calendar = words.calendar();
    let service = &publication.data().service.name;
    let stop = &publication.stop_of(visit).name;
    let title = match &visit.event {
        Some(event) => calendar.entry_event(service, event, stop),
        None => calendar.entry(service, stop),
    };
    if visit.is_cancelled() {
        calendar.entry_cancelled(&title)
    } else if visit.delay.is_some() {
        calendar.entry_late(&title)
    } else if visit.moved_from.is_some() {
        calendar.entry_moved(&title)
    } else {
        title
    }
}

fn location(publication: &Publication, words: Words, stop: &Stop) -> String {
    let estate = &publication.estate_of(stop).name;
    match &stop.address {
        Some(address) => words.calendar().location(&stop.name, address, estate),
        None => words.calendar().location_without_address(&stop.name, estate),
    }
}

/// Whole sentences, one a line; last the link, since Google shows no URL field.
fn description(publication: &Publication, words: Words, visit: &Visit, page: &str) -> String {
    let calendar = words.calendar();
    let stop = publication.stop_of(visit);
    let theme = publication.theme_on(visit.day);
    let said = [
        pages::late_because(words, visit),
        pages::change(words, visit),
        visit.note.clone(),
        theme.map(|theme| calendar.theme(&theme.name)),
        theme.and_then(|theme| Some(calendar.guests(theme.guests.as_deref()?))),
        publication.bring_on(visit.day).map(|what| calendar.bring(&what)),
        stop.directions.clone(),
        pages::doubt(words, stop),
        publication.data().season.example.then(|| calendar.example_notice()),
        Some(page.to_owned()),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
