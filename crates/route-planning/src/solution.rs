//! A plan while it is searched for: tours, the days of each stop, and what they cost. Always one that can be driven.

use crate::{
    Cost,
    day_sets::{DaySets, NO_PRICE},
    problem::{Job, Problem},
    schedule::Scheduler,
};

/// One bus on one day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Route {
    pub(crate) jobs: Vec<Job>,
    pub(crate) points: i64,
    /// Another number whenever the jobs change: prices remember for which jobs they hold.
    stamp: u64,
}

/// All visits, and their cost.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    /// By bus-day.
    pub(crate) routes: Vec<Route>,
    /// By stop: the bus-days of the visits it asked for (not of fixed ones), by day.
    pub(crate) asked: Vec<Vec<usize>>,
    /// By stop: what its days cost by themselves.
    own: Vec<Cost>,
    total: Cost,
}

/// The cheapest place for a visit on one bus-day.
#[derive(Debug, Clone, Copy)]
struct Insertion {
    points: i64,
    position: usize,
}

/// An insertion (none: it does not fit) as it was for the tour with this stamp.
#[derive(Debug, Clone, Copy, Default)]
struct Remembered {
    stamp: Option<u64>,
    insertion: Option<Insertion>,
}

/// The cheapest place for a visit on one day, over all buses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offer {
    bus_day: usize,
    position: usize,
}

/// Works out prices and changes solutions; remembers prices as long as the tour they were for is unchanged.
pub(crate) struct Workshop<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) scheduler: Scheduler,
    next_stamp: u64,
    /// By stop, then bus-day; empty until the stop is first asked for.
    remembered: Vec<Vec<Remembered>>,
    trial: Vec<Job>,
}

impl<'a> Workshop<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        Self {
            problem,
            scheduler: Scheduler::default(),
            next_stamp: 1,
            remembered: vec![Vec::new(); problem.stops.len()],
            trial: Vec::new(),
        }
    }

    /// The plan with fixed visits only.
    pub(crate) fn only_fixed(&mut self) -> Solution {
        let mut solution = Solution {
            routes: vec![Route::default(); self.problem.shifts.len()],
            asked: vec![Vec::new(); self.problem.stops.len()],
            own: vec![Cost::ZERO; self.problem.stops.len()],
            total: Cost::ZERO,
        };
        for bus_day in 0..solution.routes.len() {
            // Fixed tours were found drivable when the problem was built.
            self.replace_if_drivable(&mut solution, bus_day, self.problem.fixed_tours[bus_day].clone());
        }
        for stop in 0..solution.own.len() {
            self.count_own(&mut solution, stop);
        }
        solution
    }

    /// Puts other jobs on a tour and says so, or leaves it as it is when they cannot be driven.
    pub(crate) fn replace_if_drivable(&mut self, solution: &mut Solution, bus_day: usize, jobs: Vec<Job>) -> bool {
        let Some(points) = self.scheduler.points(self.problem, bus_day, &jobs) else {
            return false;
        };
        let route = &mut solution.routes[bus_day];
        solution.total.comfort += points.sum() - route.points;
        *route = Route {
            jobs,
            points: points.sum(),
            stamp: self.next_stamp,
        };
        self.next_stamp += 1;
        true
    }

    /// Points of a tour with these jobs, if it can be driven.
    pub(crate) fn points(&mut self, bus_day: usize, jobs: &[Job]) -> Option<i64> {
        self.scheduler
            .points(self.problem, bus_day, jobs)
            .map(|points| points.sum())
    }

    /// Takes all visits that the stop asked for out of the plan.
    pub(crate) fn remove_all(&mut self, solution: &mut Solution, stop: usize) {
        for bus_day in std::mem::take(&mut solution.asked[stop]) {
            self.take_out(solution, stop, bus_day);
        }
        self.count_own(solution, stop);
    }

    fn take_out(&mut self, solution: &mut Solution, stop: usize, bus_day: usize) {
        let mut jobs = solution.routes[bus_day].jobs.clone();
        jobs.retain(|job| *job as usize != stop);
        if !self.replace_if_drivable(solution, bus_day, jobs) {
            // A shorter tour can be undrivable only where a detour is quicker than the direct way. Then nothing else than the
            // fixed visits is sure; the other stops lose this day and may get it back.
            let others: Vec<usize> = solution.routes[bus_day].jobs.iter().map(|j| *j as usize).collect();
            self.replace_if_drivable(solution, bus_day, self.problem.fixed_tours[bus_day].clone());
            for other in others
                .into_iter()
                .filter(|o| *o != stop && *o < self.problem.stops.len())
            {
                solution.asked[other].retain(|b| *b != bus_day);
                self.count_own(solution, other);
            }
        }
    }

    /// What a visit of the stop would cost on each day, and where it would go. The stop has no asked visit in the plan.
    pub(crate) fn prices(&mut self, solution: &Solution, stop: usize) -> (Vec<i64>, Vec<Option<Offer>>) {
        let problem = self.problem;
        let mut prices = vec![NO_PRICE; problem.days];
        let mut offers = vec![None; problem.days];
        let Some(request) = &problem.stops[stop].request else {
            return (prices, offers);
        };
        for day in 0..problem.days {
            for bus in 0..problem.buses {
                let bus_day = problem.bus_day(bus, day);
                if problem.shifts[bus_day].is_none() || request.slots_with(bus, day).is_empty() {
                    continue;
                }
                let Some(insertion) = self.insertion(solution, stop, bus_day) else {
                    continue;
                };
                if insertion.points < prices[day] {
                    prices[day] = insertion.points;
                    offers[day] = Some(Offer {
                        bus_day,
                        position: insertion.position,
                    });
                }
            }
        }
        (prices, offers)
    }

    fn insertion(&mut self, solution: &Solution, stop: usize, bus_day: usize) -> Option<Insertion> {
        let route = &solution.routes[bus_day];
        if self.remembered[stop].is_empty() {
            self.remembered[stop].resize(self.problem.shifts.len(), Remembered::default());
        }
        let remembered = self.remembered[stop][bus_day];
        if remembered.stamp == Some(route.stamp) {
            return remembered.insertion;
        }
        let mut trial = std::mem::take(&mut self.trial);
        let mut best: Option<Insertion> = None;
        for position in 0..=route.jobs.len() {
            trial.clear();
            trial.extend_from_slice(&route.jobs);
            trial.insert(position, stop as Job);
            let Some(points) = self.points(bus_day, &trial) else {
                continue;
            };
            let points = points - route.points;
            if best.is_none_or(|b| points < b.points) {
                best = Some(Insertion { points, position });
            }
        }
        self.trial = trial;
        self.remembered[stop][bus_day] = Remembered {
            stamp: Some(route.stamp),
            insertion: best,
        };
        best
    }

    /// Puts visits of the stop on these days, at the places offered.
    pub(crate) fn insert_all(&mut self, solution: &mut Solution, stop: usize, days: &[u16], offers: &[Option<Offer>]) {
        for day in days {
            // A day without an offer is one of a fixed visit, which is there already.
            let Some(offer) = offers[usize::from(*day)].filter(|_| !self.is_fixed(stop, *day)) else {
                continue;
            };
            let mut jobs = solution.routes[offer.bus_day].jobs.clone();
            jobs.insert(offer.position, stop as Job);
            if self.replace_if_drivable(solution, offer.bus_day, jobs) {
                solution.asked[stop].push(offer.bus_day);
            }
        }
        solution.asked[stop].sort_unstable_by_key(|bus_day| self.problem.day_of(*bus_day));
        self.count_own(solution, stop);
    }

    fn is_fixed(&self, stop: usize, day: u16) -> bool {
        let request = self.problem.stops[stop].request.as_ref();
        request.is_some_and(|r| r.sets.fixed()[usize::from(day)])
    }

    /// The days of a stop that count: asked and fixed.
    pub(crate) fn days(&self, solution: &Solution, stop: usize) -> Vec<u16> {
        let Some(request) = &self.problem.stops[stop].request else {
            return Vec::new();
        };
        let mut days: Vec<u16> = solution.asked[stop]
            .iter()
            .map(|bus_day| self.problem.day_of(*bus_day) as u16)
            .collect();
        let fixed = request.sets.fixed().iter().enumerate().filter(|(_, fixed)| **fixed);
        days.extend(fixed.map(|(day, _)| day as u16));
        days.sort_unstable();
        days
    }

    fn count_own(&mut self, solution: &mut Solution, stop: usize) {
        let Some(request) = &self.problem.stops[stop].request else {
            return;
        };
        // A set that is not allowed has the highest cost, so a search step that left one is never kept.
        let cost = request.sets.cost(&self.days(solution, stop)).unwrap_or(Cost::FORBIDDEN);
        solution.total = solution.total - solution.own[stop] + cost;
        solution.own[stop] = cost;
    }

    /// Moves a stop's visit from one bus-day to a place on another, without looking at its cost.
    pub(crate) fn note_moved(&mut self, solution: &mut Solution, stop: usize, from: usize, to: usize) {
        let days = self.problem.days;
        for bus_day in solution.asked[stop].iter_mut().filter(|b| **b == from) {
            *bus_day = to;
        }
        solution.asked[stop].sort_unstable_by_key(|bus_day| bus_day % days);
        self.count_own(solution, stop);
    }
}

impl Solution {
    /// The same visits in a problem that has more buses, whose tours are empty.
    pub(crate) fn with_buses_of(&self, problem: &Problem) -> Self {
        let mut same = self.clone();
        same.routes.resize(problem.shifts.len(), Route::default());
        same
    }

    /// What the days of a stop cost by themselves.
    pub(crate) fn own_cost(&self, stop: usize) -> Cost {
        self.own[stop]
    }

    /// What it costs.
    pub(crate) fn cost(&self) -> Cost {
        self.total
    }

    /// How often a stop is visited, fixed visits that count included.
    pub(crate) fn got(&self, problem: &Problem, stop: usize) -> u32 {
        let request = problem.stops[stop].request.as_ref();
        request.map_or(0, |r| r.sets.visits(self.asked[stop].len()))
    }
}
