//! The problem as plain data: what a caller fills in and what is stored as JSON beside a plan.
//!
//! Nothing here is checked; [`crate::Problem::build`] does that, with all faults at once.

use serde::{Deserialize, Serialize};
use vocabulary::{Certainty, CivilWindow, Coordinate, Day, Metres, Minute, Minutes, Sameness, Slug, Weekdays};

use crate::Travel;

/// The version of the JSON form of [`ProblemParts`]. Raised when an old reader could no longer read a new file rightly.
pub const PROBLEM_VERSION: u32 = 1;

/// A whole season to plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProblemParts {
    /// [`PROBLEM_VERSION`].
    pub version: u32,
    /// Every day of the season without a hole, first to last.
    pub days: Vec<SeasonDay>,
    /// Where buses start and end.
    pub depots: Vec<Depot>,
    /// The buses; at least one.
    pub buses: Vec<Bus>,
    /// Where the bus may park; also those without a request (event sites).
    pub stops: Vec<Stop>,
    /// What stops ask for; at most one request a stop.
    pub requests: Vec<Request>,
    /// Town events that bind the bus.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Visits that may not move: a frozen past, decisions of people.
    #[serde(default)]
    pub pins: Vec<Pin>,
    /// Visits that people already know of: another day costs [`Weights::announced_moved`], another hour on its day as much as
    /// missed preferred hours.
    #[serde(default)]
    pub announced: Vec<Announced>,
    /// Stops whose visits are kept apart.
    #[serde(default)]
    pub apart: Vec<Apart>,
    /// The day the plan is made for: notice of an announced visit counts from it. `None`: every move has long notice.
    #[serde(default)]
    pub planned_on: Option<Day>,
    /// Minutes and metres between all depots and stops.
    pub travel: Travel,
    /// What weighs how much.
    #[serde(default)]
    pub weights: Weights,
    /// Public start times are multiples of this many minutes of the clock (1 to 60, a divisor of 60; usually 5 or 15).
    /// Hours fixed by events and pins are kept as they are.
    #[serde(default = "default_start_step")]
    pub start_step: Minutes,
}

fn default_start_step() -> Minutes {
    Minutes(15)
}

/// One day of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeasonDay {
    /// The date.
    pub day: Day,
    /// When buses may be out, from leaving the depot to being back; `None`: no bus runs.
    pub hours: Option<CivilWindow>,
    /// The working windows in `hours`, in order: the public hours of every visit whose time the planner chooses lie in one of
    /// them. Between two the crew may drive, set up and pack up. None: whenever the bus is out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<CivilWindow>,
    /// Why no bus runs, in the words of the season file; only shown.
    #[serde(default)]
    pub closed_because: Option<String>,
}

/// A place where buses start or end their day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Depot {
    /// Its name; depots and stops share one set of names.
    pub slug: Slug,
    /// Where it is.
    pub coordinate: Coordinate,
    /// How far the point can be trusted.
    pub certainty: Certainty,
}

/// A vehicle with its crew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bus {
    /// Its name.
    pub slug: Slug,
    /// The depot it leaves from.
    pub depart_from: Slug,
    /// The depot it comes back to.
    pub return_to: Slug,
    /// Days with other hours than the season's.
    #[serde(default)]
    pub hours: Vec<BusHours>,
    /// Days on which it does not run though the season does.
    #[serde(default)]
    pub closed_days: Vec<Day>,
    /// The longest time from leaving the depot to being back; `None`: only the hours bind.
    #[serde(default)]
    pub max_duty: Option<Minutes>,
    /// The most it can carry on one tour, in the unit of [`Request::load`]; `None`: anything.
    #[serde(default)]
    pub capacity: Option<u32>,
    /// The longest tour, in metres (an electric bus between two charges); `None`: any.
    #[serde(default)]
    pub range: Option<Metres>,
    /// The longest time on the road in one day; `None`: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_driving: Option<Minutes>,
    /// The breaks of its crew; `None`: none are planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<BreakRule>,
    /// Days on which it starts or ends elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depots: Vec<BusDepots>,
    /// What it has and can: a lift, a generator, small enough for a narrow gate. Any words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<Slug>,
    /// Points for a minute on the road with this bus; `None`: [`Weights::travel_minute`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minute: Option<u32>,
    /// Points for a kilometre on the road with this bus; `None`: [`Weights::travel_km`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_km: Option<u32>,
}

impl Bus {
    /// Where it leaves from and comes back to on a day.
    pub fn depots_on(&self, day: Day) -> (&Slug, &Slug) {
        match self.depots.iter().find(|own| own.day == day) {
            Some(own) => (&own.depart_from, &own.return_to),
            None => (&self.depart_from, &self.return_to),
        }
    }
}

/// When a crew must have a break. It is taken while the bus stands and nobody is served: before set-up or after teardown.
///
/// At least one of the two limits is given. Which limits the law sets depends on the bus, the contract and the country; in the
/// European Union article 7 of regulation (EC) 561/2006 asks for 45 minutes after 4 h 30 min of driving, where it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakRule {
    /// How long a break is at least. A longer stop before set-up or after teardown counts as one.
    pub length: Minutes,
    /// After at most so long on the road since the last break (or the depot). A single way must not take longer.
    #[serde(default)]
    pub after_driving: Option<Minutes>,
    /// After at most so long since the end of the last break (or leaving the depot), whatever was done in it. A visit from set-up to
    /// teardown must not take longer.
    #[serde(default)]
    pub after_work: Option<Minutes>,
}

/// Where one bus starts and ends one day, instead of its usual depots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusDepots {
    /// The date.
    pub day: Day,
    /// The depot it leaves from.
    pub depart_from: Slug,
    /// The depot it comes back to.
    pub return_to: Slug,
}

/// Hours of one bus on one day, instead of the season's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusHours {
    /// The date; must be a day on which the season runs.
    pub day: Day,
    /// From leaving the depot to being back.
    pub hours: CivilWindow,
    /// Its working windows of that day, as [`SeasonDay::windows`]; the season's do not hold then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<CivilWindow>,
}

/// A place where the bus parks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Its name.
    pub slug: Slug,
    /// The estate it lies in: fairness is reported by estate and events may close a whole one.
    pub estate: Slug,
    /// Where it is.
    pub coordinate: Coordinate,
    /// How far the point can be trusted; an estimated one widens the travel buffer.
    pub certainty: Certainty,
    /// How much it needs the bus, 1 to 1000: children, or a stand-in for them. Twice the need weighs a missing visit twice.
    pub need: u32,
    /// When public hours may be. No window at all means: whenever the bus runs.
    #[serde(default)]
    pub windows: Vec<SiteWindow>,
    /// Dates with other windows; they replace the weekday's.
    #[serde(default)]
    pub exceptions: Vec<SiteException>,
    /// The last day on which the place may be used.
    #[serde(default)]
    pub permission_until: Option<Day>,
    /// From parking to public start.
    #[serde(default)]
    pub set_up: Minutes,
    /// From public end to driving off.
    #[serde(default)]
    pub teardown: Minutes,
    /// What a bus must have or can to stand here ([`Bus::capabilities`]). A bus that people named for a fixed visit need not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Slug>,
}

/// Hours in which the public may be at a stop, on some weekdays. A stop may have several for one weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteWindow {
    /// On which weekdays.
    pub weekdays: Weekdays,
    /// Public start and public end lie in it.
    pub hours: CivilWindow,
}

/// Other hours of a stop on one date; none means that the place is closed that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteException {
    /// The date.
    pub day: Day,
    /// The windows of that date.
    #[serde(default)]
    pub hours: Vec<CivilWindow>,
}

/// What a stop asks for. `least <= wanted <= most`.
///
/// Spacing, first and last limits judge what the planner decides: between two visits that people fixed (pins, events) any gap stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The stop that asks.
    pub stop: Slug,
    /// Fewer visits than this is the gravest shortfall a plan may have.
    pub least: u32,
    /// How many it would like. With `block`, all three count blocks.
    pub wanted: u32,
    /// More than this is forbidden.
    pub most: u32,
    /// Length of the public hours of one visit.
    pub public: Minutes,
    /// Least days from one visit to the next: 7 means "not before the same weekday next week". 1 when not said.
    #[serde(default)]
    pub gap_min: Option<u32>,
    /// Most days from one visit to the next.
    #[serde(default)]
    pub gap_max: Option<u32>,
    /// One visit is several days in a row; gaps are then from the last day of a block to the first of the next. `None`: one day.
    #[serde(default)]
    pub block: Option<Block>,
    /// The first visit may not be later.
    #[serde(default)]
    pub first_by: Option<Day>,
    /// The last visit may not be earlier.
    #[serde(default)]
    pub last_from: Option<Day>,
    /// Whether `gap_max` also binds from the last visit to the season's last day.
    #[serde(default)]
    pub gap_max_to_end: bool,
    /// The last visit before the season; spacing counts from it.
    #[serde(default)]
    pub previous_visit: Option<Day>,
    /// Weekdays it would like; another costs a fee. Empty: all alike.
    #[serde(default)]
    pub preferred_weekdays: Weekdays,
    /// Weekdays on which the planner never puts a visit.
    #[serde(default)]
    pub forbidden_weekdays: Weekdays,
    /// Public hours it would like; others cost a fee.
    #[serde(default)]
    pub preferred_hours: Option<CivilWindow>,
    /// Hours in which the public is never there: a rule, where `preferred_hours` is a wish.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden_hours: Vec<CivilWindow>,
    /// From parking to public start, instead of the stop's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<Minutes>,
    /// From public end to driving off, instead of the stop's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teardown: Option<Minutes>,
    /// Whether visits on one and the same weekday are liked (each visit off the most frequent one costs a fee), or a rule for what the
    /// planner chooses. The weekday of a block is its first day's.
    #[serde(default)]
    pub same_weekday: Sameness,
    /// What one visit takes of the bus's capacity: kits, books, costumes, in any unit.
    #[serde(default)]
    pub load: u32,
    /// The day sets that the visits may have, when they are listed one by one (a contract, a timetable to choose from). Then spacing and
    /// first and last limits are not looked at, and every set has at least `least` and at most `most` days. Empty: any set that the other rules allow.
    #[serde(default)]
    pub day_sets: Vec<Vec<Day>>,
    /// Whether the same public start each time is liked (another start costs as much as missed preferred hours), or a rule for what the
    /// planner chooses. Which start it is, the planner chooses, unless starts were announced.
    #[serde(default)]
    pub same_start: Sameness,
    /// Every so many weeks on the same weekday, 1 to 52. The phase is chosen, unless `previous_visit` gives it; a turn that falls on a
    /// day without the bus is left out, not moved, and the plan says so. Gaps are those of the cycle, and waits cost nothing. Not
    /// together with `block`, `first_by`, `last_from` or `gap_max_to_end`.
    #[serde(default)]
    pub every_weeks: Option<u32>,
}

/// A visit of several days in a row at one place, such as a week of games from Monday to Friday.
///
/// "In a row" counts the days on which any bus runs: a closed day in between does not break a block. Days that people fixed one after
/// the other are one block, as long as they last, up to `days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// How many, 2 to 31.
    pub days: u32,
    /// Whether all of them lie in one week, Monday to Sunday.
    #[serde(default)]
    pub within_week: bool,
}

/// A town event on one day; an event of several days is one entry a day, with the same slug.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its name.
    pub slug: Slug,
    /// The date.
    pub day: Day,
    /// What it means for the bus.
    pub rule: EventRule,
}

/// What an event means for the bus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum EventRule {
    /// A visit must be, with exactly these public hours. The stop's own windows and permission do not bind it.
    TakePart {
        /// Where.
        stop: Slug,
        /// Public start and end.
        hours: CivilWindow,
        /// With this bus; `None`: with any.
        #[serde(default)]
        bus: Option<Slug>,
        /// Whether it counts towards the stop's request (and so for its spacing).
        #[serde(default)]
        counts: bool,
    },
    /// No bus may stand there then, from set-up to the end of teardown.
    StayAway {
        /// When; `None`: the whole day.
        #[serde(default)]
        hours: Option<CivilWindow>,
        /// Where.
        scope: Scope,
    },
}

/// What an event closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// One stop.
    Stop(Slug),
    /// All stops of an estate.
    Estate(Slug),
    /// All visits of one bus.
    Bus(Slug),
    /// All visits.
    All,
}

/// A visit that may not move. The stop's windows bind it only when it has no public start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Where.
    pub stop: Slug,
    /// When.
    pub day: Day,
    /// With this bus; `None`: with any.
    #[serde(default)]
    pub bus: Option<Slug>,
    /// At this time; `None`: at any that fits.
    #[serde(default)]
    pub public_start: Option<Minute>,
    /// This long; `None`: as the stop's request says.
    #[serde(default)]
    pub public: Option<Minutes>,
}

/// A visit that was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announced {
    /// Where.
    pub stop: Slug,
    /// When.
    pub day: Day,
    /// Its public start; on its day these hours are preferred to the request's. `None`: any hour of the day is as good.
    #[serde(default)]
    pub public_start: Option<Minute>,
}

/// Two stops that are never visited on the same day, or in the same week. Between two visits that people fixed it does not bind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// The two.
    pub stops: [Slug; 2],
    /// How far.
    pub by: ApartBy,
}

/// How far apart two stops are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApartBy {
    /// Not on the same day.
    Day,
    /// Not in the same week, Monday to Sunday.
    Week,
}

/// What weighs how much, in points. The first groups of the cost come strictly one after the other (see [`crate::Cost`]);
/// these weigh what lies below, where preferences, travel and spread are added up. With the defaults one missed preference
/// outweighs an hour of driving, and an even spread of work is worth a detour of some minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// An announced visit that the plan does not keep on its day.
    pub announced_moved: u32,
    /// The same with at most one day's notice, from [`ProblemParts::planned_on`] to the announced day. Shorter notice never costs less
    /// than longer.
    pub notice_1_day: u32,
    /// With at most three days.
    pub notice_3_days: u32,
    /// With at most a week.
    pub notice_7_days: u32,
    /// With at most two weeks.
    pub notice_14_days: u32,
    /// A visit on a weekday that is not preferred.
    pub weekday_not_preferred: u32,
    /// A visit whose public hours are not all within the preferred ones.
    pub hours_not_preferred: u32,
    /// A visit off the stop's most frequent weekday, where the same weekday is liked.
    pub other_weekday: u32,
    /// A minute on the road.
    pub travel_minute: u32,
    /// A kilometre on the road.
    pub travel_km: u32,
    /// Spread of work: per bus and day, this x (duty minutes)^2 / 1000; convex, so even days are cheaper than a long and a short one.
    pub spread: u32,
    /// A wait between two visits of a stop (also from the season's start and to its end) is fair up to this many per cent of the
    /// even share (season days / (wanted visits + 1)); each day beyond costs the stop's need.
    pub fair_wait_percent: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            announced_moved: 1,
            notice_1_day: 16,
            notice_3_days: 8,
            notice_7_days: 4,
            notice_14_days: 2,
            weekday_not_preferred: 600,
            hours_not_preferred: 600,
            other_weekday: 600,
            travel_minute: 10,
            travel_km: 5,
            spread: 2,
            fair_wait_percent: 150,
        }
    }
}
