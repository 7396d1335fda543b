//! The fields of a publication.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::{
    Certainty, CivilWindow, Coordinate, Day, Minute, Minutes, ShapeKind, Slug, StopKind, StreetScope, Timestamp,
    VisitId, VisitState, Zone,
};

/// The version of this form. Raised when a field changes its meaning; a reader refuses a version it does not know.
pub const VERSION: u32 = 1;

/// A publication as plain values, not yet checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicationData {
    /// [`VERSION`] when it was written.
    pub version: u32,
    /// Who speaks, and where.
    pub service: Service,
    /// The season.
    pub season: Season,
    /// The zone of all local times.
    pub zone: Zone,
    /// The number of the release, from 1.
    pub release: u32,
    /// When the release was published.
    pub published_at: Timestamp,
    /// The number of this state: raised by every public change, never lowered.
    pub revision: u64,
    /// When this state came to be.
    pub changed_at: Timestamp,
    /// The estates, in the order in which lists without another order show them.
    pub estates: Vec<Estate>,
    /// The stops.
    pub stops: Vec<Stop>,
    /// The streets by which people look for their estate.
    pub streets: Vec<Street>,
    /// The visits, cancelled ones included: a published visit never leaves.
    pub visits: Vec<Visit>,
    /// Themes of weeks. They do not overlap.
    pub themes: Vec<Theme>,
    /// Events in town that are only shown; events in which the bus takes part are visits.
    pub events: Vec<Event>,
    /// What the sketch of the town shows beside the stops.
    #[serde(default)]
    pub sketch: Vec<Shape>,
    /// Slugs that estates once had, and have now.
    #[serde(default)]
    pub estate_aliases: BTreeMap<Slug, Slug>,
    /// Slugs that stops once had, and have now.
    #[serde(default)]
    pub stop_aliases: BTreeMap<Slug, Slug>,
}

/// The bus service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name: "Radosny Świetlicobus".
    pub name: String,
    /// The town.
    pub town: String,
    /// The host in the UIDs of feeds. A permanent setting: another one doubles every visit in calendars.
    pub feed_host: String,
    /// Scheme and host of the public pages, without a slash at the end.
    pub base_address: String,
}

/// The season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Its short name.
    pub slug: Slug,
    /// Its name: "Lato 2027".
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// Whether the plan is an invented example; pages and feeds then say so.
    pub example: bool,
    /// What to bring to every visit: "woda i czapka".
    #[serde(default)]
    pub bring: Option<String>,
}

/// A neighbourhood that people name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estate {
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its name, without "osiedle".
    pub name: String,
    /// A point in it, if known.
    pub coordinate: Option<Coordinate>,
}

/// A place where the bus parks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Its short name in addresses.
    pub slug: Slug,
    /// The estate in which it lies.
    pub estate: Slug,
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: StopKind,
    /// Street and number, as people say it.
    pub address: Option<String>,
    /// How to find it: "wjazd od ul. …".
    pub directions: Option<String>,
    /// The point on the map, if known.
    pub coordinate: Option<Coordinate>,
    /// How far the point can be trusted.
    pub certainty: Certainty,
    /// What parents ask about the site.
    pub facts: SiteFacts,
}

impl Stop {
    /// Whether the page must say "położenie przybliżone".
    pub const fn is_approximate(&self) -> bool {
        matches!(self.certainty, Certainty::Estimated | Certainty::Unknown)
    }
}

/// What parents ask about a site. `None` where nobody knows: the page then says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFacts {
    /// Shade on a hot day.
    pub shade: Option<bool>,
    /// A toilet nearby.
    pub toilet: Option<bool>,
    /// Drinking water.
    pub drinking_water: Option<bool>,
    /// Reached without a step, with a pram or a wheelchair.
    pub step_free: Option<bool>,
    /// Where the visit goes in bad weather.
    pub wet_weather_place: Option<String>,
}

/// A street, or a part of one, and the estate to which it belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Street {
    /// Its official name, without "ul.".
    pub name: String,
    /// Names it once had that people still use.
    pub former: Vec<String>,
    /// The estate; none where nobody knows, which the page says.
    pub estate: Option<Slug>,
    /// How much of the street lies there.
    pub scope: StreetScope,
    /// The house numbers, where only some are known: "5, 7, 13".
    pub numbers: Option<String>,
}

/// The bus at a stop on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its id for ever, also when day, hours or stop change.
    pub id: VisitId,
    /// Where.
    pub stop: Slug,
    /// The day.
    pub day: Day,
    /// Public start and end, local.
    pub window: CivilWindow,
    /// Whether it will be.
    pub state: VisitState,
    /// Why it was cancelled or moved, for the public.
    pub reason: Option<String>,
    /// A word to the public: "prosimy o wygodne buty".
    pub note: Option<String>,
    /// When it was to be before it was moved, if it was.
    pub moved_from: Option<MovedFrom>,
    /// How late it is today, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// How many of its changes only said that it is late, or on time again.
    #[serde(default)]
    pub delay_revisions: u32,
    /// Number of changes of time, place or state since it was first published (RFC 5545 section 3.8.7.4).
    pub sequence: u32,
    /// When it was first published.
    pub created: Timestamp,
    /// When it was last changed.
    pub revised: Timestamp,
    /// The name of the town event that it is part of.
    pub event: Option<String>,
}

impl Visit {
    /// The order of time; at one time, of stops.
    pub(crate) fn order(&self) -> (Day, Minute, Minute, &Slug, &VisitId) {
        (self.day, self.window.start(), self.window.end(), &self.stop, &self.id)
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.state == VisitState::Cancelled
    }
}

/// How late a visit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// By about so much.
    pub minutes: Minutes,
    /// Why, for the public.
    pub reason: Option<String>,
}

/// The time a moved visit had before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedFrom {
    /// The day.
    pub day: Day,
    /// The public hours.
    pub window: CivilWindow,
}

/// What a week is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its first day.
    pub first: Day,
    /// Its last day, included.
    pub last: Day,
    /// The theme: "Kosmos".
    pub name: String,
    /// A sentence about it.
    #[serde(default)]
    pub text: Option<String>,
    /// Who comes as a guest or takes part: firefighters, a library. Names of bodies, as the service announces them.
    #[serde(default)]
    pub guests: Option<String>,
    /// What to bring that week, beside what holds all season.
    #[serde(default)]
    pub bring: Option<String>,
}

/// Something on the sketch of the town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// What it is.
    pub kind: ShapeKind,
    /// Its name, if it bears one.
    pub name: Option<String>,
    /// A river's courses, an area's outer rings, a landmark's one point.
    pub lines: Vec<Vec<Coordinate>>,
}

/// Something in town with a date, only shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// From when to when on each of its days; none: all day, or nobody knows.
    #[serde(default)]
    pub hours: Option<CivilWindow>,
    /// Where.
    pub place: Option<String>,
    /// The estate it concerns, if it is of one.
    #[serde(default)]
    pub estate: Option<Slug>,
}
