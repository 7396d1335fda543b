//! The season as values: everything the files say, checked.

use serde::{Deserialize, Serialize};
use vocabulary::{
    Certainty, CivilWindow, Coordinate, Day, EventEffect, Metres, Minute, Minutes, Sameness, Slug, StopKind,
    StreetScope, Weekdays,
};

use crate::{Settings, Shape, Surface, WeekHours};

/// A whole season: what [`crate::read`] gives and [`crate::write`] takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Season {
    /// season.toml.
    pub settings: Settings,
    /// estates.csv, in the order of the file.
    pub estates: Vec<Estate>,
    /// stops.csv, in the order of the file.
    pub stops: Vec<Stop>,
    /// streets.csv, in the order of the file.
    pub streets: Vec<Street>,
    /// requests.csv, in the order of the file; at most one for a stop.
    pub requests: Vec<Request>,
    /// events.csv, in the order of the file.
    pub events: Vec<Event>,
    /// sketch.geojson, in the order of the file; empty without one.
    #[serde(default)]
    pub sketch: Vec<Shape>,
}

/// A point with how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Where.
    pub coordinate: Coordinate,
    /// Who says so.
    pub certainty: Certainty,
    /// How far off it may be; 0 when nobody said.
    pub uncertainty: Metres,
}

impl Season {
    /// The estate of that short name.
    pub fn estate(&self, slug: &Slug) -> Option<&Estate> {
        self.estates.iter().find(|e| e.slug == *slug)
    }

    /// The stop of that short name.
    pub fn stop(&self, slug: &Slug) -> Option<&Stop> {
        self.stops.iter().find(|s| s.slug == *slug)
    }

    /// Where a stop is: its own point, or its estate's, which is then only an estimate of the stop's.
    pub fn position(&self, stop: &Stop) -> Option<Position> {
        if let Some(coordinate) = stop.coordinate {
            return Some(Position {
                coordinate,
                certainty: stop.certainty,
                uncertainty: stop.uncertainty,
            });
        }
        let estate = self.estate(stop.estate.as_ref()?)?;
        Some(Position {
            coordinate: estate.coordinate,
            certainty: Certainty::Estimated,
            uncertainty: estate.uncertainty,
        })
    }
}

/// A neighbourhood that people name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estate {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name as people write it.
    pub name: String,
    /// A point in it.
    pub coordinate: Coordinate,
    /// How far that point can be trusted.
    pub certainty: Certainty,
    /// How far off the point may be; 0 when nobody said.
    pub uncertainty: Metres,
    /// How much need there is (children, or what stands for them); above 0, any unit, only the ratio between estates counts.
    pub weight: f64,
    /// Where the weight comes from.
    #[serde(default)]
    pub weight_source: String,
    /// Where the estate and its point come from.
    #[serde(default)]
    pub source: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// A place where the bus parks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Its name in addresses.
    pub slug: Slug,
    /// The estate it lies in, when that is known.
    #[serde(default)]
    pub estate: Option<Slug>,
    /// Its name as people write it.
    pub name: String,
    /// What kind of place it is.
    pub kind: StopKind,
    /// Street and number, or whatever stands for them.
    #[serde(default)]
    pub address: String,
    /// How to find it, for the public, in the town's language.
    #[serde(default)]
    pub directions: String,
    /// Its own point, when it has one ([`Season::position`] falls back to the estate's).
    #[serde(default)]
    pub coordinate: Option<Coordinate>,
    /// How far the point can be trusted; `unknown` without a point.
    pub certainty: Certainty,
    /// How far off the point may be; 0 when nobody said.
    #[serde(default)]
    pub uncertainty: Metres,
    /// Where the stop and its point come from.
    #[serde(default)]
    pub source: String,
    /// Hours, permission and site.
    #[serde(default)]
    pub details: StopDetails,
}

/// Hours, permission and site of a stop. `None` in a site fact means: nobody knows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StopDetails {
    /// When the bus may be at the place, weekly; empty: whenever the season runs.
    pub hours: WeekHours,
    /// Days with other hours than the weekly ones; no two for one day.
    pub exceptions: Vec<DatedHours>,
    /// The last day on which the owner lets the bus in.
    pub permission_until: Option<Day>,
    /// What a bus must have or can to stand there: words of the buses' `capabilities`.
    pub needs: Vec<Slug>,
    /// Minutes to set up, when not the season's default.
    pub setup_minutes: Option<Minutes>,
    /// Minutes to pack up, when not the season's default.
    pub teardown_minutes: Option<Minutes>,
    /// What the ground is like.
    pub surface: Option<Surface>,
    /// Whether there is shade.
    pub shade: Option<bool>,
    /// Whether there is a socket.
    pub power: Option<bool>,
    /// Whether there are toilets.
    pub toilets: Option<bool>,
    /// Whether there is drinking water.
    pub water: Option<bool>,
    /// Whether one gets there without a step.
    pub step_free: Option<bool>,
    /// Where to go in bad weather, in words; empty: nowhere known.
    pub indoor: String,
    /// The `stop_id` of the GTFS feed it came from.
    pub gtfs_stop_id: Option<String>,
    /// Anything else the crew should know.
    pub notes: String,
}

/// The hours of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedHours {
    /// The day.
    pub day: Day,
    /// Its windows, in order; none: closed all day.
    pub windows: Vec<CivilWindow>,
    /// Why it is closed, in words; only shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A street and the estate it lies in. One street may have several rows (numbers in several estates).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Street {
    /// Its name, without "ul."
    pub name: String,
    /// Its estate; `None`: nobody knows, and the page says so.
    #[serde(default)]
    pub estate: Option<Slug>,
    /// How much of it lies in that estate.
    pub scope: StreetScope,
    /// The house numbers, when the scope is `numbers`.
    #[serde(default)]
    pub numbers: String,
    /// Names it had and that people still use.
    #[serde(default)]
    pub former_names: Vec<String>,
    /// How far the estate can be trusted.
    pub certainty: Certainty,
    /// Where the row comes from.
    #[serde(default)]
    pub source: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// What a stop asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The stop.
    pub stop: Slug,
    /// What it asks for.
    pub rules: RequestRules,
}

/// How often, how far apart, when and how long. Blank cells of the file are already filled from [`crate::Defaults`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestRules {
    /// Fewer visits than this is a failure; `least <= wanted <= most`.
    pub least: u32,
    /// So many would be right.
    pub wanted: u32,
    /// More than this is never planned.
    pub most: u32,
    /// From one visit to the next at least so many days; 0 and 1 both allow the day after.
    pub gap_min_days: u32,
    /// And at most so many; `None`: no limit.
    pub gap_max_days: Option<u32>,
    /// Better on these weekdays; empty: all alike.
    pub weekdays_preferred: Weekdays,
    /// Never on these weekdays.
    pub weekdays_forbidden: Weekdays,
    /// Better within these hours.
    pub hours_preferred: Option<CivilWindow>,
    /// Better always on the same weekday, or always without exception.
    pub same_weekday: Sameness,
    /// Better always at the same time of day, or always without exception.
    pub same_start: Sameness,
    /// A visit is so many working days in a row at the place, 2 to 31; counts are then of blocks, and gaps from the last day of one to
    /// the first of the next. `None`: one day.
    pub block_days: Option<u32>,
    /// All days of a block lie in one week, Monday to Sunday; only with `block_days`.
    pub block_within_week: bool,
    /// Every so many weeks on the same weekday, 1 to 52; what falls on a day off is left out.
    pub every_weeks: Option<u32>,
    /// The first visit is on this day or earlier.
    pub first_by: Option<Day>,
    /// The last visit is on this day or later.
    pub last_from: Option<Day>,
    /// `gap_max_days` also holds from the last visit to the season's last day.
    pub gap_max_to_end: bool,
    /// The last visit before the season; spacing, or the cycle, goes on from it.
    pub previous_visit: Option<Day>,
    /// Stops that are never visited on the same day, from either's side.
    pub not_same_day: Vec<Slug>,
    /// Stops that are never visited in the same week, from either's side.
    pub not_same_week: Vec<Slug>,
    /// The public is never there within these hours.
    pub hours_forbidden: Vec<CivilWindow>,
    /// Minutes to set up for its visits, when not the stop's.
    pub setup_minutes: Option<Minutes>,
    /// Minutes to pack up after them, when not the stop's.
    pub teardown_minutes: Option<Minutes>,
    /// How long the public part of a visit is.
    pub public_minutes: Minutes,
    /// What one visit takes of a bus's capacity, in any unit.
    pub load: u32,
    /// How many children come to a visit, as a guess for the crew; `None`: nobody knows.
    pub expected_children: Option<u32>,
    /// Need of this stop, when it should not be its estate's weight.
    pub weight: Option<f64>,
    /// Visits that are already promised; at most `most`, no two on one day.
    pub fixed: Vec<FixedVisit>,
    /// An invented value, made for the example season.
    pub example: bool,
    /// Anything else, such as why.
    pub note: String,
}

impl Default for RequestRules {
    fn default() -> Self {
        let defaults = crate::Defaults::default();
        Self {
            least: defaults.least,
            wanted: defaults.wanted,
            most: defaults.most,
            gap_min_days: defaults.gap_min_days,
            gap_max_days: defaults.gap_max_days,
            weekdays_preferred: Weekdays::NONE,
            weekdays_forbidden: Weekdays::NONE,
            hours_preferred: None,
            same_weekday: Sameness::No,
            same_start: Sameness::No,
            block_days: None,
            block_within_week: false,
            every_weeks: None,
            first_by: None,
            last_from: None,
            gap_max_to_end: false,
            previous_visit: None,
            not_same_day: Vec::new(),
            not_same_week: Vec::new(),
            hours_forbidden: Vec::new(),
            setup_minutes: None,
            teardown_minutes: None,
            public_minutes: defaults.public_minutes,
            load: 0,
            expected_children: None,
            weight: None,
            fixed: Vec::new(),
            example: false,
            note: String::new(),
        }
    }
}

/// A visit that is already promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FixedVisit {
    /// The day.
    pub day: Day,
    /// When the public part starts; `None`: any time of that day.
    #[serde(default)]
    pub start: Option<Minute>,
}

/// Something in town with a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name as people write it.
    pub name: String,
    /// The day; within the season.
    pub day: Day,
    /// Its hours; `None`: all day. Always given when the bus takes part: they are then the public hours of the visit.
    #[serde(default)]
    pub hours: Option<CivilWindow>,
    /// Where, in words.
    #[serde(default)]
    pub place: String,
    /// The stop it is at. Always given, with a point, when the bus takes part.
    #[serde(default)]
    pub stop: Option<Slug>,
    /// The estate it touches. To stay away from neither a stop nor an estate means: from the whole town.
    #[serde(default)]
    pub estate: Option<Slug>,
    /// What it means for the bus.
    pub effect: EventEffect,
    /// The bus that takes part, or that stays away wherever it would be; `None`: any, or all.
    #[serde(default)]
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
    pub certainty: Certainty,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}
