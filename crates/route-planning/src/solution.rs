//! A plan while it is searched for: tours, the days of each stop, and what they cost.

use crate::{
    Cost,
    amounts::Amounts,
    problem::{Job, Problem},
};

/// One bus on one day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Route {
    pub(crate) jobs: Vec<Job>,
    pub(crate) measure: Measure,
    /// Another number whenever the jobs change: prices remember for which jobs they hold.
    pub(crate) stamp: u64,
}

/// What a tour costs and uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Preferences, travel and spread.
    pub(crate) points: i64,
    /// Of these, travel.
    pub(crate) fee: i64,
    /// Minutes are driving and standing, without waiting.
    pub(crate) used: Amounts,
    /// What lies above the limits. Minutes count only in a tour that needs no schedule; another is driven in time or not at all.
    pub(crate) excess: Amounts,
    /// Visits that bind its hours, so that it needs a schedule.
    pub(crate) timed: u32,
}

/// All visits, and their cost.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    /// By bus-day.
    pub(crate) routes: Vec<Route>,
    /// By stop: the bus-days of the visits it asked for (not of fixed ones), by day.
    pub(crate) asked: Vec<Vec<usize>>,
    /// By stop: what its days cost by themselves.
    pub(crate) own: Vec<Cost>,
    pub(crate) total: Cost,
    pub(crate) excess: Amounts,
}

impl Solution {
    /// No visit at all, and nothing counted yet.
    pub(crate) fn empty(problem: &Problem) -> Self {
        Self {
            routes: vec![Route::default(); problem.shifts.len()],
            asked: vec![Vec::new(); problem.stops.len()],
            own: vec![Cost::ZERO; problem.stops.len()],
            total: Cost::ZERO,
            excess: Amounts::ZERO,
        }
    }

    /// What the days of a stop cost by themselves.
    pub(crate) fn own_cost(&self, stop: usize) -> Cost {
        self.own[stop]
    }

    /// What it costs, without penalties.
    pub(crate) fn cost(&self) -> Cost {
        self.total
    }

    /// Whether every tour keeps its limits.
    pub(crate) fn within_limits(&self) -> bool {
        self.excess == Amounts::ZERO
    }

    /// How often a stop is visited, fixed visits that count included.
    pub(crate) fn got(&self, problem: &Problem, stop: usize) -> u32 {
        let request = problem.stops[stop].request.as_ref();
        request.map_or(0, |r| r.sets.visits(self.asked[stop].len()))
    }

    /// The days of a stop that count: asked and fixed.
    pub(crate) fn days(&self, problem: &Problem, stop: usize) -> Vec<u16> {
        let mut days = Vec::new();
        self.days_into(problem, stop, &mut days);
        days
    }

    /// The same, into memory that is there.
    pub(crate) fn days_into(&self, problem: &Problem, stop: usize, days: &mut Vec<u16>) {
        days.clear();
        let Some(request) = &problem.stops[stop].request else {
            return;
        };
        days.extend(self.asked[stop].iter().map(|bus_day| problem.day_of(*bus_day) as u16));
        if request.has_fixed {
            let fixed = request.sets.fixed().iter().enumerate().filter(|(_, fixed)| **fixed);
            days.extend(fixed.map(|(day, _)| day as u16));
            days.sort_unstable();
        }
    }
}
