//! Plans the season of a travelling service: which stops on which days, with which bus, in which order, at which time, so that
//! every stop is visited as often and as far apart as it asks (a periodic vehicle routing problem with time windows).
//!
//! The way through: fill [`ProblemParts`], make a [`Problem`] of it ([`Problem::build`] tells all faults at once), call [`solve`],
//! have the [`Plan`] judged by [`check`], which shares no code with the search.
//!
//! What this crate does *not* know: a clock, a time zone, randomness of its own, files, a database, threads, a language. The seed
//! is handed in; whoever wants to stop says so through the [`Observer`]. The same problem, seed and number of iterations give the
//! same plan, byte for byte, on every machine: inside all is integers and dense indices, no hash order.
#![forbid(unsafe_code)]

mod alternatives;
mod amounts;
mod anchor;
mod anneal;
mod apart;
mod change;
mod check;
mod conflict;
mod construct;
mod cost;
mod day_sets;
mod difference;
mod draft;
mod journal;
mod moves;
mod observer;
mod plan;
mod problem;
mod replan;
mod report;
mod schedule;
mod search;
mod solution;
mod travel;
mod why_not;
mod workshop;

pub use alternatives::{Alternative, NoAlternatives, alternatives};
pub use change::{Change, ChangeFault, NewLeg, changed};
pub use check::{Violation, check};
pub use conflict::{Conflict, ConflictMember, ConflictProof, conflict};
pub use cost::{Breakdown, Cost, CostGroup};
pub use day_sets::{DaySet, DaySets, NO_PRICE};
pub use difference::{
    DifferenceCounts, MovedVisit, PlanDifference, SideBySide, VisitPlace, difference, difference_since,
};
pub use observer::{Observer, Progress, Step, Unwatched};
pub use plan::{
    Break, EstateFairness, Figures, LeftOut, Leg, PLAN_VERSION, Plan, PlannedVisit, Skipped, Tour, Unmet, VisitReason,
};
pub use problem::{
    Announced, Apart, ApartBy, Block, BreakRule, Bus, BusDepots, BusHours, Depot, Event, EventRule, PROBLEM_VERSION,
    Pin, Problem, ProblemFault, ProblemParts, Request, Scope, SeasonDay, SiteException, SiteWindow, Stop, Thing,
    Weights,
};
pub use replan::{WhatIf, WhatIfFault, replan, what_if};
pub use search::{SolveSettings, solve};
pub use travel::{Road, Travel, TravelEstimate, TravelPoint, estimate, measured, straight_line, travel_points};
pub use why_not::{Reason, Relaxation, RuleFamily};

// The builders of the integration tests serve the unit tests too; they name this crate from outside.
#[cfg(test)]
extern crate self as route_planning;
#[cfg(test)]
#[path = "../tests/common/mod.rs"]
mod common;
