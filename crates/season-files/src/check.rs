//! What the files must hold among each other.

use std::collections::BTreeMap;

use vocabulary::{Coordinate, EventEffect, Metres};

use crate::fault::FaultKind;
use crate::table::{Faults, nearest};
use crate::tables::{ESTATES, EVENTS, Located, REQUESTS, Rows, STOPS, STREETS};
use crate::toml_read::{SEASON, SettingsRead};
use crate::{Estate, Event, Request, Season, Settings, Stop, Street};

/// The five tables as read.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) estates: Rows<Estate>,
    pub(crate) stops: Rows<Stop>,
    pub(crate) streets: Rows<Street>,
    pub(crate) requests: Rows<Request>,
    pub(crate) events: Rows<Event>,
}

impl Tables {
    pub(crate) fn into_season(self, settings: Settings) -> Season {
        fn values<T>(rows: Rows<T>) -> Vec<T> {
            rows.whole.into_iter().map(|located| located.value).collect()
        }
        Season {
            settings,
            estates: values(self.estates),
            stops: values(self.stops),
            streets: values(self.streets),
            requests: values(self.requests),
            events: values(self.events),
        }
    }
}

pub(crate) fn check(settings: &SettingsRead, tables: &Tables, faults: &mut Faults) {
    once(ESTATES, "slug", "estate", &tables.estates, faults, |estate| {
        estate.slug.to_string()
    });
    once(STOPS, "slug", "stop", &tables.stops, faults, |stop| {
        stop.slug.to_string()
    });
    once(
        REQUESTS,
        "stop",
        "request for the stop",
        &tables.requests,
        faults,
        |request| request.stop.to_string(),
    );
    once(EVENTS, "slug", "event", &tables.events, faults, |event| {
        event.slug.to_string()
    });
    let street = |s: &Street| {
        let estate = s.estate.as_ref().map_or("", |estate| estate.as_str());
        [&s.name, estate, &s.numbers].join(" ").trim_end().to_owned()
    };
    once(STREETS, "name", "street", &tables.streets, faults, street);
    references(tables, faults);
    for located in &tables.requests.whole {
        request(settings, tables, located, faults);
    }
    for located in &tables.events.whole {
        event(settings, tables, located, faults);
    }
    places(settings, tables, faults);
}

/// No two rows with one key.
fn once<T>(
    file: &str,
    column: &str,
    what: &'static str,
    rows: &Rows<T>,
    faults: &mut Faults,
    key: impl Fn(&T) -> String,
) {
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    for located in &rows.whole {
        let found = key(&located.value);
        match first.get(&found) {
            Some(row) => {
                let kind = FaultKind::Duplicate {
                    what,
                    found,
                    first_row: Some(*row),
                };
                faults.add(file, Some(located.row), Some(column), kind);
            }
            None => {
                first.insert(found, located.row);
            }
        }
    }
}

/// Every estate and stop that is named exists.
fn references(tables: &Tables, faults: &mut Faults) {
    let mut refer = |file: &str, row, column: &'static str, slug: Option<&vocabulary::Slug>| {
        let (known, target) = if column == "estate" {
            (&tables.estates.keys, ESTATES)
        } else {
            (&tables.stops.keys, STOPS)
        };
        let Some(slug) = slug.filter(|slug| !known.iter().any(|key| key == slug.as_str())) else {
            return;
        };
        let kind = FaultKind::UnknownReference {
            what: column,
            found: slug.to_string(),
            nearest: nearest(slug.as_str(), known.iter().map(String::as_str)),
            file: target,
        };
        faults.add(file, Some(row), Some(column), kind);
    };
    for Located { row, value } in &tables.stops.whole {
        refer(STOPS, *row, "estate", value.estate.as_ref());
    }
    for Located { row, value } in &tables.streets.whole {
        refer(STREETS, *row, "estate", value.estate.as_ref());
    }
    for Located { row, value } in &tables.requests.whole {
        refer(REQUESTS, *row, "stop", Some(&value.stop));
    }
    for Located { row, value } in &tables.events.whole {
        refer(EVENTS, *row, "stop", value.stop.as_ref());
        refer(EVENTS, *row, "estate", value.estate.as_ref());
    }
}

fn find_stop<'a>(tables: &'a Tables, slug: &vocabulary::Slug) -> Option<&'a Located<Stop>> {
    tables.stops.whole.iter().find(|located| located.value.slug == *slug)
}

/// Whether the planner can put the stop on a map.
fn has_place(stop: &Stop) -> bool {
    stop.coordinate.is_some() || stop.estate.is_some()
}

/// A request against its stop and the season.
fn request(settings: &SettingsRead, tables: &Tables, located: &Located<Request>, faults: &mut Faults) {
    let Located { row, value } = located;
    if let Some((first, last)) = settings.days {
        for fixed in value
            .rules
            .fixed
            .iter()
            .filter(|fixed| fixed.day < first || fixed.day > last)
        {
            let kind = FaultKind::OutsideSeason {
                day: fixed.day,
                first,
                last,
            };
            faults.add(REQUESTS, Some(*row), Some("fixed"), kind);
        }
    }
    let Some(stop) = find_stop(tables, &value.stop) else {
        return;
    };
    if !has_place(&stop.value) {
        let kind = FaultKind::NoPlace {
            stop: value.stop.to_string(),
        };
        faults.add(REQUESTS, Some(*row), Some("stop"), kind);
    }
    let details = &stop.value.details;
    let needed = value.rules.public_minutes;
    let weekly = details
        .hours
        .iter()
        .flat_map(|(_, windows)| windows)
        .map(|w| ("hours", w));
    let dated = details
        .exceptions
        .iter()
        .flat_map(|dated| &dated.windows)
        .map(|w| ("exceptions", w));
    if let Some((column, window)) = weekly.chain(dated).find(|(_, window)| window.length() < needed) {
        let kind = FaultKind::WindowTooShort {
            window: *window,
            needed,
        };
        faults.add(STOPS, Some(stop.row), Some(column), kind);
    }
}

/// An event against its stop and the season.
fn event(settings: &SettingsRead, tables: &Tables, located: &Located<Event>, faults: &mut Faults) {
    let Located { row, value } = located;
    if let Some((first, last)) = settings.days
        && (value.day < first || value.day > last)
    {
        let kind = FaultKind::OutsideSeason {
            day: value.day,
            first,
            last,
        };
        faults.add(EVENTS, Some(*row), Some("day"), kind);
    }
    let stop = value.stop.as_ref().and_then(|slug| find_stop(tables, slug));
    if value.effect == EventEffect::TakePart
        && let Some(stop) = stop.filter(|stop| !has_place(&stop.value))
    {
        let kind = FaultKind::NoPlace {
            stop: stop.value.slug.to_string(),
        };
        faults.add(EVENTS, Some(*row), Some("stop"), kind);
    }
}

/// How far a point may be from the middle of all points.
const FAR: Metres = Metres(50_000);

/// Points that are far from the others, and those that would be near with latitude and longitude exchanged.
fn places(settings: &SettingsRead, tables: &Tables, faults: &mut Faults) {
    let estates = tables
        .estates
        .whole
        .iter()
        .map(|l| (ESTATES, Some(l.row), "lat", l.value.coordinate));
    let stops = tables.stops.whole.iter();
    let stops = stops.filter_map(|l| Some((STOPS, Some(l.row), "lat", l.value.coordinate?)));
    let buses = settings.settings.iter().flat_map(|s| &s.buses);
    let depots = buses.map(|bus| (SEASON, None, "buses.depot.coordinate", bus.depot.coordinate));
    let points: Vec<_> = estates.chain(stops).chain(depots).collect();
    // Two points cannot tell which of them is astray.
    if points.len() < 3 {
        return;
    }
    let middle = |of: fn(Coordinate) -> f64| {
        let mut all: Vec<f64> = points.iter().map(|(.., point)| of(*point)).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (lat, lon) = (middle(Coordinate::lat), middle(Coordinate::lon));
    for (file, row, column, point) in &points {
        let distance = metres_between((lat, lon), (point.lat(), point.lon()));
        if distance <= FAR {
            continue;
        }
        let kind = if metres_between((lat, lon), (point.lon(), point.lat())) <= FAR {
            FaultKind::SwappedCoordinate {
                lat: point.lat(),
                lon: point.lon(),
            }
        } else {
            FaultKind::FarAway { distance, most: FAR }
        };
        faults.add(file, *row, Some(column), kind);
    }
}

/// Metres between two points (latitude, longitude in degrees) on a ball of 6371 km: the haversine formula.
fn metres_between(a: (f64, f64), b: (f64, f64)) -> Metres {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let h = half(a.0, b.0) + a.0.to_radians().cos() * b.0.to_radians().cos() * half(a.1, b.1);
    // Rounded into u32 on purpose: no two points are more than 20 100 km apart.
    Metres((2.0 * 6_371_000.0 * h.clamp(0.0, 1.0).sqrt().asin()) as u32)
}
