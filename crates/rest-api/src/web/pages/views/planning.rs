//! A plan in the calendar, compared with another, and where else a visit could be.

use askama::Template;
use vocabulary::{CivilWindow, Day, Minute, Minutes, PlanId, PlanKind, Slug, VisitId};

use super::Frame;

/// Why a request is not met.
#[derive(Debug, Clone)]
pub struct ReasonLine {
    /// The sentence.
    pub text: String,
    /// Its number among the reasons of its stop, if one rule alone is in the way: a "what if" can lift that one.
    pub relax: Option<usize>,
}

/// A week of a plan, Monday to Sunday.
#[derive(Debug, Clone)]
pub struct PlanWeek {
    /// Its first day in the season.
    pub first: Day,
    /// Its last day in the season.
    pub last: Day,
    /// Its days in the season, in order.
    pub days: Vec<PlanDay>,
}

impl PlanWeek {
    /// Whether there is nothing to say of it.
    pub(super) fn is_idle(&self) -> bool {
        self.days
            .iter()
            .all(|day| day.visits.is_empty() && day.closed.is_none())
    }
}

/// A day of a plan.
#[derive(Debug, Clone)]
pub struct PlanDay {
    /// The day.
    pub day: Day,
    /// Why no bus runs, where somebody said why.
    pub closed: Option<String>,
    /// Its visits, in the order of time.
    pub visits: Vec<PlanDayVisit>,
}

/// A visit in the calendar of a plan.
#[derive(Debug, Clone)]
pub struct PlanDayVisit {
    /// Short name of the stop: the anchor on the page of the day.
    pub slug: Slug,
    /// Public hours.
    pub open: CivilWindow,
    /// Name of the stop.
    pub stop: String,
}

/// How an estate fares.
#[derive(Debug, Clone)]
pub struct EstateLine {
    /// Its name.
    pub estate: String,
    /// Visits in it.
    pub visits: u32,
    /// Its visits for its need, in percent of what all estates get for theirs; none where nobody asks.
    pub share: Option<u32>,
    /// The most days without a visit.
    pub longest_wait: u32,
}

/// The turns of a stop that are left out.
#[derive(Debug, Clone)]
pub struct SkippedLine {
    /// Name of the stop.
    pub stop: String,
    /// The days in words.
    pub days: String,
}

/// The chart of a season in three pictures: SVG of our own drawing, every text in it escaped.
#[derive(Debug, Clone)]
pub struct SeasonChart {
    /// The names of the rows.
    pub names: String,
    /// The days.
    pub days: String,
    /// What the marks mean.
    pub legend: String,
}

/// What is said of a plan that starts from a plan.
#[derive(Debug, Clone)]
pub struct AgainNote {
    /// What it is.
    pub kind: PlanKind,
    /// The plan that it starts from.
    pub base: Option<PlanId>,
    /// What is changed, worded.
    pub changes: Vec<String>,
    /// Rules of the season that it breaks, worded: while there are any, it cannot be published.
    pub obstacles: Vec<String>,
    /// Whether a change can be written into a request or a stop by a button.
    pub can_be_applied: bool,
    /// Where the other changes are made by hand, worded.
    pub by_hand: Vec<String>,
}

impl AgainNote {
    pub(super) fn is_what_if(&self) -> bool {
        self.kind == PlanKind::WhatIf
    }
}

/// How a plan differs from another, worded.
#[derive(Debug, Clone)]
pub struct Differs {
    /// Whether the other is the plan before, and not what is published.
    pub from_base: bool,
    /// Visits that moved.
    pub moved: Vec<String>,
    /// New visits.
    pub added: Vec<String>,
    /// Visits that drop out.
    pub removed: Vec<String>,
    /// How many stay.
    pub kept: u32,
    /// Figures: what, before, after.
    pub figures: Vec<(String, String, String)>,
}

impl Differs {
    pub(super) fn is_empty(&self) -> bool {
        self.moved.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }
}

/// Where else a visit could be.
#[derive(Debug, Clone)]
pub enum Alternatives {
    /// Nowhere, and why, worded.
    None(String),
    /// There, cheapest first.
    Some(Vec<AlternativeLine>),
}

impl Alternatives {
    pub(super) fn none(&self) -> Option<&str> {
        match self {
            Self::None(why) => Some(why),
            Self::Some(_) => None,
        }
    }

    pub(super) fn lines(&self) -> &[AlternativeLine] {
        match self {
            Self::None(_) => &[],
            Self::Some(lines) => lines,
        }
    }
}

/// Another place for a visit.
#[derive(Debug, Clone)]
pub struct AlternativeLine {
    /// The day.
    pub day: Day,
    /// Public hours.
    pub open: CivilWindow,
    /// What becomes worse and what better, worded.
    pub costs: Vec<String>,
    /// That another bus would come, worded: the form cannot do that.
    pub other_bus: Option<String>,
}

impl AlternativeLine {
    pub(super) fn when(&self, frame: &Frame) -> String {
        let (day, hours) = (frame.d().medium(self.day), frame.d().span(self.open));
        frame.words.calendar().day_and_hours(&day, &hours)
    }
}

/// `/koordynator/plany/{id}/dni/{day}`
#[derive(Debug, Clone, Template)]
#[template(path = "staff/plan_day.html")]
pub struct PlanDayPage {
    /// What stands around.
    pub frame: Frame,
    /// The plan.
    pub plan: PlanId,
    /// The day.
    pub day: Day,
    /// The day before with a tour.
    pub earlier: Option<Day>,
    /// The day after with a tour.
    pub later: Option<Day>,
    /// The sketch: SVG of our own drawing, every text in it escaped.
    pub sketch: String,
    /// The tours.
    pub tours: Vec<TourLines>,
}

/// A bus and its stops.
#[derive(Debug, Clone)]
pub struct TourLines {
    /// Name of the bus.
    pub bus: String,
    /// Leaves.
    pub depart: Minute,
    /// Is back.
    pub back: Minute,
    /// Its stops, in order.
    pub halts: Vec<HaltLine>,
}

/// A stop of a tour.
#[derive(Debug, Clone)]
pub struct HaltLine {
    /// Its number in the sketch.
    pub number: usize,
    /// Short name of the stop: the anchor.
    pub slug: Slug,
    /// Name of the stop.
    pub stop: String,
    /// Name of its estate.
    pub estate: String,
    /// How long the way there is.
    pub drive: Option<Minutes>,
    /// The bus gets there.
    pub arrival: Minute,
    /// Public hours.
    pub open: CivilWindow,
    /// The bus drives off.
    pub departure: Minute,
    /// Breaks of the crew there.
    pub breaks: Vec<CivilWindow>,
    /// Why it is there, where it is not because the stop asked.
    pub reason: Option<String>,
    /// The visit that people know of.
    pub published: Option<VisitId>,
}
