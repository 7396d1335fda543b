//! The answer, as plain values: visits, tours, figures, and why something asked for is missing.

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Metres, Minute, Minutes, Slug};

use crate::{Breakdown, why_not::Reason};

/// The version of the JSON form of [`Plan`]. Raised when an old reader could no longer read a new plan rightly.
pub const PLAN_VERSION: u32 = 1;

/// All visits of a season as the planner made them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// [`PLAN_VERSION`].
    pub version: u32,
    /// The seed it was made with.
    pub seed: u64,
    /// Iterations that were run.
    pub iterations: u64,
    /// Whether its travel is estimated, to be said wherever travel is shown.
    pub estimated_travel: bool,
    /// Every visit, by day, then bus (in the problem's order), then order of the tour.
    pub visits: Vec<PlannedVisit>,
    /// Every bus and day with a visit, by day, then bus.
    pub tours: Vec<Tour>,
    /// Totals.
    pub figures: Figures,
    /// What it costs.
    pub cost: Breakdown,
    /// How the estates fare, by name.
    pub fairness: Vec<EstateFairness>,
    /// Requests that are not met in full, in the problem's order.
    pub unmet: Vec<Unmet>,
    /// Turns of cycles on which the bus does not come, in the problem's order, then by day.
    #[serde(default)]
    pub skipped: Vec<Skipped>,
}

/// One visit. All times are of its day; `arrival <= set_up_start <= public_start < public_end <= departure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedVisit {
    /// Where.
    pub stop: Slug,
    /// Which bus.
    pub bus: Slug,
    /// The date.
    pub day: Day,
    /// Place in the tour, from 1.
    pub order: u32,
    /// The bus gets there; it may wait before set-up.
    pub arrival: Minute,
    /// Set-up begins.
    pub set_up_start: Minute,
    /// Children may come.
    pub public_start: Minute,
    /// Public hours are over; teardown begins.
    pub public_end: Minute,
    /// The bus drives off: after teardown, and after the break that the crew has there.
    pub departure: Minute,
    /// Why it is there.
    pub reason: VisitReason,
}

/// Why a visit is in the plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum VisitReason {
    /// The stop asked for it.
    Asked,
    /// The bus takes part in an event.
    Event {
        /// Which.
        event: Slug,
    },
    /// People fixed it.
    Pin,
}

/// The way of one bus on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tour {
    /// Which bus.
    pub bus: Slug,
    /// The date.
    pub day: Day,
    /// Leaves the depot.
    pub depart: Minute,
    /// Is back at the depot.
    pub back: Minute,
    /// Depot to first stop, stop to stop, last stop to depot.
    pub legs: Vec<Leg>,
    /// Breaks of the crew, in order of time; none where the bus has no rule for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
}

/// A break of the crew: the bus stands at a stop, before set-up or after teardown. It lies between the arrival and the departure of
/// the visit there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// At which stop.
    pub place: Slug,
    /// From.
    pub start: Minute,
    /// To; all waiting there is part of the break.
    pub end: Minute,
}

impl Tour {
    /// From leaving the depot to being back.
    pub fn duty(&self) -> Minutes {
        Minutes(self.back.get().saturating_sub(self.depart.get()))
    }
}

/// A drive without a halt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// From this depot or stop.
    pub from: Slug,
    /// To this depot or stop.
    pub to: Slug,
    /// How long.
    pub minutes: Minutes,
    /// How far.
    pub metres: Metres,
}

/// Totals of a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Visits.
    pub visits: u32,
    /// Stops with at least one visit.
    pub stops_visited: u32,
    /// Bus-days with at least one visit.
    pub tours: u32,
    /// Public hours of all visits.
    pub public: Minutes,
    /// On the road.
    pub travel: Minutes,
    /// On the road.
    pub distance: Metres,
    /// From leaving the depot to being back, all tours.
    pub duty: Minutes,
    /// The longest such.
    pub longest_duty: Minutes,
    /// Visits asked for (wanted) by all requests.
    pub wanted: u32,
    /// Of these, visits that are missing.
    pub missing: u32,
}

/// How an estate fares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateFairness {
    /// Which.
    pub estate: Slug,
    /// Visits in it, events included.
    pub visits: u32,
    /// Need of its stops that ask for visits, added up.
    pub need: u32,
    /// Visits per 1000 need, rounded down; `None` when nobody asks.
    pub visits_per_1000_need: Option<u32>,
    /// The most days without a visit: from the season's first day, between visits, to its last day. All days of the season when
    /// there is no visit.
    pub longest_wait_days: u32,
}

/// A turn of a cycle that is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skipped {
    /// Whose turn.
    pub stop: Slug,
    /// When.
    pub day: Day,
    /// Why.
    #[serde(default)]
    pub because: LeftOut,
}

/// Why a turn of a cycle is left out. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// No bus runs, or a rule bars the day: hours, permission, weekday, event, a stop that is kept apart. Also in plans stored before it was
    /// said.
    #[default]
    Closed,
    /// The stop has all the visits it wants without it.
    Enough,
    /// A visit could be there, but no tour has room for it.
    NoRoom,
}

/// A request that is not met in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// Who asked.
    pub stop: Slug,
    /// Least asked for.
    pub least: u32,
    /// Wanted.
    pub wanted: u32,
    /// Visits in the plan that count.
    pub got: u32,
    /// What binds, each proved. One at least.
    pub reasons: Vec<Reason>,
}

impl Plan {
    /// The visits of a day, by bus and order.
    pub fn visits_on(&self, day: Day) -> impl Iterator<Item = &PlannedVisit> {
        self.visits.iter().filter(move |visit| visit.day == day)
    }

    /// The visits at a stop, by day.
    pub fn visits_at<'a>(&'a self, stop: &'a Slug) -> impl Iterator<Item = &'a PlannedVisit> {
        self.visits.iter().filter(move |visit| visit.stop == *stop)
    }

    /// The tours, each with its visits in order.
    pub fn days(&self) -> impl Iterator<Item = (&Tour, Vec<&PlannedVisit>)> {
        self.tours.iter().map(|tour| {
            let own = |visit: &&PlannedVisit| visit.day == tour.day && visit.bus == tour.bus;
            (tour, self.visits.iter().filter(own).collect())
        })
    }
}
