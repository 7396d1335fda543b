//! What the files must hold among each other.

use std::collections::{BTreeMap, BTreeSet};

use vocabulary::{Coordinate, Day, EventEffect, Metres, Slug};

use crate::fault::FaultKind;
use crate::sketch::SKETCH;
use crate::table::{Faults, nearest, short};
use crate::tables::{ESTATES, EVENTS, Located, REQUESTS, Rows, STOPS, STREETS};
use crate::toml_read::{SEASON, SettingsRead};
use crate::{ClosedDay, DayOff, Estate, Event, Request, RequestRules, Season, Settings, Shape, Stop, Street};

/// The five tables and the sketch as read.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) estates: Rows<Estate>,
    pub(crate) stops: Rows<Stop>,
    pub(crate) streets: Rows<Street>,
    pub(crate) requests: Rows<Request>,
    pub(crate) events: Rows<Event>,
    pub(crate) sketch: Vec<Located<Shape>>,
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
            sketch: self.sketch.into_iter().map(|located| located.value).collect(),
        }
    }
}

pub(crate) fn check(settings: &SettingsRead, tables: &Tables, faults: &mut Faults) {
    once(ESTATES, "slug", "estate", &tables.estates.keys, faults);
    once(STOPS, "slug", "stop", &tables.stops.keys, faults);
    once(REQUESTS, "stop", "request for the stop", &tables.requests.keys, faults);
    once(EVENTS, "slug", "event", &tables.events.keys, faults);
    let streets: Vec<_> = tables.streets.whole.iter().map(street_key).collect();
    once(STREETS, "name", "street", &streets, faults);
    references(tables, faults);
    let stops: Stops<'_> = tables
        .stops
        .whole
        .iter()
        .map(|located| (&located.value.slug, located))
        .collect();
    for located in &tables.requests.whole {
        request(settings, &stops, located, faults);
    }
    for located in &tables.events.whole {
        event(settings, &stops, located, faults);
    }
    needs(settings, tables, faults);
    loads(settings, tables, faults);
    places(settings, tables, faults);
}

/// What a visit takes, some bus carries.
fn loads(settings: &SettingsRead, tables: &Tables, faults: &mut Faults) {
    let Some(settings) = &settings.settings else { return };
    let carried = settings.buses.iter().map(|bus| bus.capacity.unwrap_or(u32::MAX));
    let Some(most) = carried.max() else { return };
    for Located { row, value } in &tables.requests.whole {
        if value.rules.load > most {
            let kind = FaultKind::LoadTooLarge {
                load: value.rules.load,
                most,
            };
            faults.add(REQUESTS, Some(*row), Some("load"), kind);
        }
    }
}

/// What a stop needs, some bus has.
fn needs(settings: &SettingsRead, tables: &Tables, faults: &mut Faults) {
    let Some(settings) = &settings.settings else { return };
    let known: BTreeSet<&str> = settings
        .buses
        .iter()
        .flat_map(|bus| bus.capabilities.iter().map(Slug::as_str))
        .collect();
    for Located { row, value } in &tables.stops.whole {
        for need in value.details.needs.iter().filter(|need| !known.contains(need.as_str())) {
            let kind = FaultKind::UnknownReference {
                what: "capability of a bus",
                found: need.to_string(),
                nearest: nearest(need.as_str(), known.iter().copied()),
                file: SEASON,
            };
            faults.add(STOPS, Some(*row), Some("needs"), kind);
        }
    }
}

/// A street may have several rows, but not two for the same numbers of the same estate.
fn street_key(located: &Located<Street>) -> Located<String> {
    let Located { row, value } = located;
    let estate = value.estate.as_ref().map_or("", |estate| estate.as_str());
    let key = [&value.name, estate, &value.numbers].join(" ");
    Located {
        row: *row,
        value: key.trim_end().to_owned(),
    }
}

/// No two rows with one key. Empty keys are told elsewhere.
fn once(file: &str, column: &str, what: &'static str, keys: &[Located<String>], faults: &mut Faults) {
    let mut first: BTreeMap<&str, u64> = BTreeMap::new();
    for Located { row, value } in keys.iter().filter(|key| !key.value.is_empty()) {
        match first.get(value.as_str()) {
            Some(row_before) => {
                let kind = FaultKind::Duplicate {
                    what,
                    found: short(value),
                    first_row: Some(*row_before),
                };
                faults.add(file, Some(*row), Some(column), kind);
            }
            None => {
                first.insert(value, *row);
            }
        }
    }
}

/// A column that refers to a row of another table.
struct Reference<'a> {
    what: &'static str,
    target: &'static str,
    known: BTreeSet<&'a str>,
}

impl<'a> Reference<'a> {
    fn to(what: &'static str, target: &'static str, keys: &'a [Located<String>]) -> Self {
        Self {
            what,
            target,
            known: keys.iter().map(|key| key.value.as_str()).collect(),
        }
    }

    /// Tells a slug that no row of the target has.
    fn check(&self, file: &str, row: u64, slug: Option<&Slug>, faults: &mut Faults) {
        self.check_column(file, row, self.what, slug, faults);
    }

    fn check_column(&self, file: &str, row: u64, column: &str, slug: Option<&Slug>, faults: &mut Faults) {
        let Some(slug) = slug.filter(|slug| !self.known.contains(slug.as_str())) else {
            return;
        };
        let kind = FaultKind::UnknownReference {
            what: self.what,
            found: slug.to_string(),
            nearest: nearest(slug.as_str(), self.known.iter().copied()),
            file: self.target,
        };
        faults.add(file, Some(row), Some(column), kind);
    }
}

/// Every estate and stop that is named exists.
fn references(tables: &Tables, faults: &mut Faults) {
    let estate = Reference::to("estate", ESTATES, &tables.estates.keys);
    let stop = Reference::to("stop", STOPS, &tables.stops.keys);
    for Located { row, value } in &tables.stops.whole {
        estate.check(STOPS, *row, value.estate.as_ref(), faults);
    }
    for Located { row, value } in &tables.streets.whole {
        estate.check(STREETS, *row, value.estate.as_ref(), faults);
    }
    for Located { row, value } in &tables.requests.whole {
        stop.check(REQUESTS, *row, Some(&value.stop), faults);
    }
    for Located { row, value } in &tables.requests.whole {
        for (column, stops) in apart(&value.rules) {
            for other in stops {
                stop.check_column(REQUESTS, *row, column, Some(other), faults);
            }
        }
    }
    for Located { row, value } in &tables.events.whole {
        stop.check(EVENTS, *row, value.stop.as_ref(), faults);
        estate.check(EVENTS, *row, value.estate.as_ref(), faults);
    }
    for Located { row, value } in &tables.sketch {
        estate.check(SKETCH, *row, value.estate.as_ref(), faults);
    }
}

/// The lists of stops that a request keeps apart from its own.
fn apart(rules: &RequestRules) -> [(&'static str, &[Slug]); 2] {
    [
        ("not_same_day", &rules.not_same_day),
        ("not_same_week", &rules.not_same_week),
    ]
}

/// The sound rows of stops.csv by slug.
type Stops<'a> = BTreeMap<&'a Slug, &'a Located<Stop>>;

/// Whether the planner can put the stop on a map.
fn has_place(stop: &Stop) -> bool {
    stop.coordinate.is_some() || stop.estate.is_some()
}

/// A request against its stop and the season.
fn request(settings: &SettingsRead, stops: &Stops<'_>, located: &Located<Request>, faults: &mut Faults) {
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
    room(settings, located, faults);
    for fixed in &value.rules.fixed {
        let day_off = settings.settings.as_ref().and_then(|s| nobody_works(s, fixed.day));
        if let Some(because) = day_off.filter(|_| inside(settings, fixed.day)) {
            let kind = FaultKind::ClosedDay {
                day: fixed.day,
                because,
            };
            faults.add(REQUESTS, Some(*row), Some("fixed"), kind);
        }
    }
    dates(settings, located, faults);
    for (column, _) in apart(&value.rules)
        .into_iter()
        .filter(|(_, stops)| stops.contains(&value.stop))
    {
        let kind = FaultKind::ApartFromItself {
            stop: value.stop.to_string(),
        };
        faults.add(REQUESTS, Some(*row), Some(column), kind);
    }
    let Some(stop) = stops.get(&value.stop) else {
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

/// Whether the season is long enough for the visits that must be, whatever else happens. Visits that people fixed may be closer.
fn room(settings: &SettingsRead, located: &Located<Request>, faults: &mut Faults) {
    let Some((first, last)) = settings.days else { return };
    let rules = &located.value.rules;
    let days = u32::try_from(first.days_until(last) + 1).unwrap_or(0);
    let (block, gap) = (
        rules.block_days.unwrap_or(1).clamp(1, 31),
        rules.gap_min_days.clamp(1, 1000),
    );
    let room = match (rules.every_weeks, days.checked_sub(block)) {
        (Some(weeks), _) => days.div_ceil(7 * weeks.clamp(1, 52)),
        (None, Some(after_first)) => after_first / (gap + block - 1) + 1,
        (None, None) => 0,
    };
    if rules.least > room.max(u32::try_from(rules.fixed.len()).unwrap_or(u32::MAX)) {
        let kind = FaultKind::NoRoom {
            visits: rules.least,
            gap: rules.gap_min_days.max(1),
            room,
        };
        faults.add(REQUESTS, Some(located.row), Some("gap_min_days"), kind);
    }
}

fn inside(settings: &SettingsRead, day: Day) -> bool {
    settings.days.is_some_and(|(first, last)| first <= day && day <= last)
}

/// Why nobody works on a day, in words.
fn nobody_works(settings: &Settings, day: Day) -> Option<String> {
    match settings.day_off(day)? {
        DayOff::Closed(closed) => Some(closed.reason.clone()),
        DayOff::PublicHoliday(holiday) => Some(holiday.name.to_owned()),
        DayOff::Weekday => Some(format!("{} has no hours", day.weekday().as_str())),
    }
}

/// Why no bus goes out on a day that somebody closed by hand. A public holiday or a weekday without hours is opened by an event that the
/// bus takes part in; a closed day is not: one row says no and the other yes.
fn closed_by_hand(settings: &Settings, day: Day) -> Option<String> {
    let of = |closed: &[ClosedDay]| closed.iter().find(|c| c.covers(day)).map(|c| c.reason.clone());
    let of_buses: Option<Vec<String>> = settings.buses.iter().map(|bus| of(&bus.closed)).collect();
    of(&settings.closed).or_else(|| of_buses?.into_iter().next())
}

/// The dates of a request against the season.
fn dates(settings: &SettingsRead, located: &Located<Request>, faults: &mut Faults) {
    let Located { row, value } = located;
    let Some((first, last)) = settings.days else { return };
    for (column, day) in [("first_by", value.rules.first_by), ("last_from", value.rules.last_from)] {
        if let Some(day) = day.filter(|day| *day < first || *day > last) {
            faults.add(
                REQUESTS,
                Some(*row),
                Some(column),
                FaultKind::OutsideSeason { day, first, last },
            );
        }
    }
    if let Some(day) = value.rules.previous_visit.filter(|day| *day >= first) {
        let kind = FaultKind::NotBeforeSeason { day, first };
        faults.add(REQUESTS, Some(*row), Some("previous_visit"), kind);
    }
}

/// An event against its stop and the season.
fn event(settings: &SettingsRead, stops: &Stops<'_>, located: &Located<Event>, faults: &mut Faults) {
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
    let closed = settings.settings.as_ref().and_then(|s| closed_by_hand(s, value.day));
    if value.effect == EventEffect::TakePart
        && let Some(because) = closed.filter(|_| inside(settings, value.day))
    {
        let kind = FaultKind::ClosedDay {
            day: value.day,
            because,
        };
        faults.add(EVENTS, Some(*row), Some("day"), kind);
    }
    if let (Some(bus), Some(settings)) = (&value.bus, &settings.settings) {
        let known: Vec<&str> = settings.buses.iter().map(|bus| bus.slug.as_str()).collect();
        if !known.contains(&bus.as_str()) {
            let kind = FaultKind::UnknownReference {
                what: "bus",
                found: bus.to_string(),
                nearest: nearest(bus.as_str(), known.iter().copied()),
                file: SEASON,
            };
            faults.add(EVENTS, Some(*row), Some("bus"), kind);
        }
    }
    let stop = value.stop.as_ref().and_then(|slug| stops.get(slug));
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
    let middle = middle(points.iter().map(|(.., point)| *point));
    for (file, row, column, point) in &points {
        if let Some(kind) = middle.and_then(|middle| astray(middle, *point)) {
            faults.add(file, *row, Some(column), kind);
        }
    }
}

/// The middle of a town in each direction (the median, so that a few points astray do not move it); `None` below three
/// points, since two cannot tell which of them is astray.
pub(crate) fn middle(points: impl Iterator<Item = Coordinate>) -> Option<(f64, f64)> {
    let (mut lat, mut lon): (Vec<f64>, Vec<f64>) = points.map(|point| (point.lat(), point.lon())).unzip();
    lat.sort_by(f64::total_cmp);
    lon.sort_by(f64::total_cmp);
    (lat.len() >= 3).then(|| (lat[lat.len() / 2], lon[lon.len() / 2]))
}

/// What is wrong with a point that is far from the middle.
pub(crate) fn astray(middle: (f64, f64), point: Coordinate) -> Option<FaultKind> {
    let (lat, lon) = (point.lat(), point.lon());
    let distance = metres_between(middle, (lat, lon));
    if distance <= FAR {
        None
    } else if metres_between(middle, (lon, lat)) <= FAR {
        Some(FaultKind::SwappedCoordinate { lat, lon })
    } else {
        Some(FaultKind::FarAway { distance, most: FAR })
    }
}

/// Metres between two points (latitude, longitude in degrees) on a ball of 6371 km: the haversine formula.
fn metres_between(a: (f64, f64), b: (f64, f64)) -> Metres {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let h = half(a.0, b.0) + a.0.to_radians().cos() * b.0.to_radians().cos() * half(a.1, b.1);
    // Rounded into u32 on purpose: no two points are more than 20 100 km apart.
    Metres((2.0 * 6_371_000.0 * h.clamp(0.0, 1.0).sqrt().asin()) as u32)
}
