//! What must be true of a publication, so that everything after may trust it.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{Day, LocalTimeGap, Slug, VisitId};

use super::{PublicationData, VERSION, Visit};

/// Everything that is wrong with a publication.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the publication cannot be used: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct PublicationFaults(pub Vec<Fault>);

/// One thing that is wrong with a publication.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)] // The fields are named by the messages.
pub enum Fault {
    /// Written by a newer program, or damaged.
    #[error("its form has version {found}, this program reads version {}", VERSION)]
    UnknownVersion { found: u32 },
    /// The feed host would not stand in a UID.
    #[error("{0:?} is no host for the ids of feeds")]
    BadFeedHost(String),
    /// The base address is not scheme and host.
    #[error("{0:?} is no address of the form https://example.pl (no slash at the end)")]
    BadBaseAddress(String),
    /// The season ends before it starts.
    #[error("the season ends on {last}, before it starts on {first}")]
    SeasonBackwards { first: Day, last: Day },
    /// Two estates share a slug.
    #[error("two estates are called {0}")]
    EstateTwice(Slug),
    /// Two stops share a slug.
    #[error("two stops are called {0}")]
    StopTwice(Slug),
    /// Two visits share an id.
    #[error("two visits have the id {0}")]
    VisitTwice(VisitId),
    /// A stop lies in an estate that is not there.
    #[error("stop {stop} lies in estate {estate}, which is not there")]
    StopWithoutEstate { stop: Slug, estate: Slug },
    /// A street lies in an estate that is not there.
    #[error("street {street} lies in estate {estate}, which is not there")]
    StreetWithoutEstate { street: String, estate: Slug },
    /// An event is of an estate that is not there.
    #[error("event {event:?} is in estate {estate}, which is not there")]
    EventWithoutEstate { event: String, estate: Slug },
    /// A visit is at a stop that is not there.
    #[error("visit {visit} is at stop {stop}, which is not there")]
    VisitWithoutStop { visit: VisitId, stop: Slug },
    /// A visit is on a day outside the season.
    #[error("visit {visit} is on {day}, outside the season")]
    VisitOutsideSeason { visit: VisitId, day: Day },
    /// A visit starts or ends at a local time that the clocks skip.
    #[error("visit {visit}: {gap}")]
    VisitInGap { visit: VisitId, gap: LocalTimeGap },
    /// A visit was revised before it was made.
    #[error("visit {0} was revised before it was made")]
    VisitRevisedBeforeMade(VisitId),
    /// A theme or an event ends before it starts.
    #[error("{name:?} ends on {last}, before it starts on {first}")]
    DaysBackwards { name: String, first: Day, last: Day },
    /// Two themes share a day.
    #[error("the themes {0:?} and {1:?} share a day")]
    ThemesOverlap(String, String),
    /// An old slug leads to nothing, or hides a thing that bears it now.
    #[error("the old name {alias} leads to {target}, which is not there or hides a thing of that name")]
    BadAlias { alias: Slug, target: Slug },
}

/// All faults at once. Themes are in the order of time.
pub(super) fn check(data: &PublicationData) -> Result<(), PublicationFaults> {
    let mut faults = Vec::new();
    frame(data, &mut faults);
    let estates = unique(data.estates.iter().map(|e| &e.slug), Fault::EstateTwice, &mut faults);
    let stops = unique(data.stops.iter().map(|s| &s.slug), Fault::StopTwice, &mut faults);
    unique(data.visits.iter().map(|v| &v.id), Fault::VisitTwice, &mut faults);
    for stop in data.stops.iter().filter(|stop| !estates.contains(&stop.estate)) {
        faults.push(Fault::StopWithoutEstate {
            stop: stop.slug.clone(),
            estate: stop.estate.clone(),
        });
    }
    for street in &data.streets {
        if let Some(estate) = street.estate.as_ref().filter(|estate| !estates.contains(estate)) {
            faults.push(Fault::StreetWithoutEstate {
                street: street.name.clone(),
                estate: estate.clone(),
            });
        }
    }
    for event in &data.events {
        if let Some(estate) = event.estate.as_ref().filter(|estate| !estates.contains(estate)) {
            faults.push(Fault::EventWithoutEstate {
                event: event.name.clone(),
                estate: estate.clone(),
            });
        }
    }
    for visit in &data.visits {
        check_visit(data, visit, &stops, &mut faults);
    }
    days(data, &mut faults);
    aliases(&data.estate_aliases, &estates, &mut faults);
    aliases(&data.stop_aliases, &stops, &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(PublicationFaults(faults))
    }
}

fn frame(data: &PublicationData, faults: &mut Vec<Fault>) {
    if data.version != VERSION {
        faults.push(Fault::UnknownVersion { found: data.version });
    }
    let host = &data.service.feed_host;
    let in_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    if host.is_empty() || !host.bytes().all(in_host) {
        faults.push(Fault::BadFeedHost(host.clone()));
    }
    let base = &data.service.base_address;
    let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
    let in_base = |byte: u8| in_host(byte) || matches!(byte, b':' | b'/' | b'[' | b']');
    if rest.is_none_or(|rest| rest.is_empty() || rest.ends_with('/') || !rest.bytes().all(in_base)) {
        faults.push(Fault::BadBaseAddress(base.clone()));
    }
    if data.season.last < data.season.first {
        faults.push(Fault::SeasonBackwards {
            first: data.season.first,
            last: data.season.last,
        });
    }
}

fn unique<'a, T: Ord + Clone>(
    all: impl Iterator<Item = &'a T>,
    fault: impl Fn(T) -> Fault,
    faults: &mut Vec<Fault>,
) -> BTreeSet<&'a T> {
    let mut seen = BTreeSet::new();
    for one in all {
        if !seen.insert(one) {
            faults.push(fault(one.clone()));
        }
    }
    seen
}

fn check_visit(data: &PublicationData, visit: &Visit, stops: &BTreeSet<&Slug>, faults: &mut Vec<Fault>) {
    let id = || visit.id.clone();
    if !stops.contains(&visit.stop) {
        faults.push(Fault::VisitWithoutStop {
            visit: id(),
            stop: visit.stop.clone(),
        });
    }
    if visit.day < data.season.first || data.season.last < visit.day {
        faults.push(Fault::VisitOutsideSeason {
            visit: id(),
            day: visit.day,
        });
    }
    for minute in [visit.window.start(), visit.window.end()] {
        if let Err(gap) = data.zone.resolve(visit.day, minute) {
            faults.push(Fault::VisitInGap { visit: id(), gap });
        }
    }
    if visit.revised < visit.created {
        faults.push(Fault::VisitRevisedBeforeMade(id()));
    }
}

fn days(data: &PublicationData, faults: &mut Vec<Fault>) {
    let themes = data.themes.iter().map(|t| (&t.name, t.first, t.last));
    let events = data.events.iter().map(|e| (&e.name, e.first, e.last));
    for (name, first, last) in themes.chain(events).filter(|(_, first, last)| last < first) {
        faults.push(Fault::DaysBackwards {
            name: name.clone(),
            first,
            last,
        });
    }
    for pair in data.themes.windows(2).filter(|pair| pair[1].first <= pair[0].last) {
        faults.push(Fault::ThemesOverlap(pair[0].name.clone(), pair[1].name.clone()));
    }
}

fn aliases(aliases: &BTreeMap<Slug, Slug>, current: &BTreeSet<&Slug>, faults: &mut Vec<Fault>) {
    for (alias, target) in aliases {
        if current.contains(alias) || !current.contains(target) {
            faults.push(Fault::BadAlias {
                alias: alias.clone(),
                target: target.clone(),
            });
        }
    }
}
