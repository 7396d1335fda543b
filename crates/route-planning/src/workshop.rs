//! Works out prices and changes solutions. Remembers prices as long as the tour they were for is unchanged.
//!
//! A tour whose visits may be at any time needs no schedule: what an insertion changes is the difference of three legs, and what goes
//! over a limit has a price (see [`Penalties`]). Other tours are scheduled exactly, and only where the legs leave hope.

mod measure;
mod price;
#[cfg(test)]
mod tests;

use crate::{
    Cost,
    amounts::{Amounts, Penalties},
    day_sets::{DaySets, NO_PRICE},
    journal::Journal,
    problem::{Fixed, Job, Problem, RequestRules},
    schedule::Scheduler,
    solution::{Measure, Route, Solution},
};

/// The cheapest place for a visit on one bus-day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Insertion {
    pub(crate) points: i64,
    pub(crate) position: u32,
}

/// An insertion (none: it does not fit) as it was for the tour with this stamp.
#[derive(Debug, Clone, Copy, Default)]
struct Remembered {
    stamp: u64,
    insertion: Option<Insertion>,
    /// Otherwise it costs at least so much.
    exact: bool,
}

/// The cheapest place for a visit on one day, over all buses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offer {
    pub(crate) bus_day: usize,
    pub(crate) position: u32,
}

/// What every step of the search works with.
pub(crate) struct Workshop<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) scheduler: Scheduler,
    pub(crate) journal: Journal,
    pub(crate) penalties: Penalties,
    /// Whether tours may go over their limits at a price.
    pub(crate) excess_allowed: bool,
    limits: Vec<Amounts>,
    /// By job: where it is, what it uses beside the way, whether it needs a schedule.
    pub(crate) places: Vec<usize>,
    pub(crate) uses: Vec<Amounts>,
    timed: Vec<bool>,
    /// No detour for one visit is longer than this.
    longest_detour: Amounts,
    next_stamp: u64,
    /// By stop, then bus-day; empty until the stop is first asked for.
    remembered: Vec<Vec<Remembered>>,
    trial: Vec<Job>,
    /// By day, for the stop that is priced now.
    pub(crate) prices: Vec<i64>,
    pub(crate) offers: Vec<Option<Offer>>,
}

impl<'a> Workshop<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let jobs = 0..(problem.stops.len() + problem.fixed.len()) as Job;
        let uses = |job: Job| {
            let (stop, fixed) = (&problem.stops[problem.stop_of(job)], problem.fixed_of(job));
            let request = stop.request.as_ref();
            let stay = |f: &Fixed| f.set_up + f.public + f.teardown;
            let asked = |r: &RequestRules| r.set_up + r.public + r.teardown;
            let minutes = fixed.map(stay).or(request.map(asked)).unwrap_or(0);
            Amounts {
                load: request.map_or(0, |r| i64::from(r.load)),
                metres: 0,
                minutes: i64::from(minutes),
            }
        };
        let timed = |job: Job| {
            let request = problem.stops[problem.stop_of(job)].request.as_ref();
            problem.fixed_of(job).is_some() || !request.is_some_and(|r| r.any_time)
        };
        Self {
            problem,
            scheduler: Scheduler::default(),
            journal: Journal::new(problem.shifts.len(), problem.stops.len()),
            penalties: Penalties::new(0, Amounts::ZERO),
            excess_allowed: false,
            limits: problem
                .shifts
                .iter()
                .map(|shift| measure::limits(shift.as_ref()))
                .collect(),
            places: jobs
                .clone()
                .map(|job| problem.stops[problem.stop_of(job)].place)
                .collect(),
            uses: jobs.clone().map(uses).collect(),
            timed: jobs.map(timed).collect(),
            longest_detour: Amounts {
                load: 0,
                metres: 2 * i64::from(problem.roads.metres.iter().copied().max().unwrap_or(0)),
                minutes: 2 * i64::from(problem.roads.minutes.iter().copied().max().unwrap_or(0)),
            },
            next_stamp: 1,
            remembered: vec![Vec::new(); problem.stops.len()],
            trial: Vec::new(),
            prices: vec![NO_PRICE; problem.days],
            offers: vec![None; problem.days],
        }
    }

    /// For a solution that another workshop made: no tour of it has a number that this one will give.
    pub(crate) fn going_on(problem: &'a Problem, solution: &Solution) -> Self {
        let highest = solution.routes.iter().map(|route| route.stamp).max();
        Self {
            next_stamp: highest.unwrap_or(0) + 1,
            ..Self::new(problem)
        }
    }

    /// The plan with fixed visits only.
    pub(crate) fn only_fixed(&mut self) -> Solution {
        let mut solution = Solution::empty(self.problem);
        for bus_day in 0..solution.routes.len() {
            // Fixed tours were found drivable when the problem was built.
            self.replace_if_drivable(&mut solution, bus_day, &self.problem.fixed_tours[bus_day]);
        }
        for stop in 0..solution.own.len() {
            self.count_own(&mut solution, stop);
        }
        solution
    }

    /// What the solution costs now, penalties included.
    pub(crate) fn cost(&self, solution: &Solution) -> Cost {
        solution.total + Cost::comfort(self.penalties.points(solution.excess))
    }

    /// Forgets every price, because penalties have changed.
    pub(crate) fn forget_prices(&mut self, solution: &mut Solution) {
        for route in &mut solution.routes {
            route.stamp = self.next_stamp;
            self.next_stamp += 1;
        }
    }

    /// Puts other jobs on a tour and says so, or leaves it as it is when that may not be.
    pub(crate) fn replace_if_drivable(&mut self, solution: &mut Solution, bus_day: usize, jobs: &[Job]) -> bool {
        self.edit(solution, bus_day, |old| {
            old.clear();
            old.extend_from_slice(jobs);
        })
    }

    fn edit(&mut self, solution: &mut Solution, bus_day: usize, edit: impl FnOnce(&mut Vec<Job>)) -> bool {
        let mut jobs = self.journal.spare();
        jobs.extend_from_slice(&solution.routes[bus_day].jobs);
        edit(&mut jobs);
        match self.measure(bus_day, &jobs) {
            Some(measure) => {
                self.put_own(solution, bus_day, jobs, measure);
                true
            }
            None => {
                self.journal.give_back(jobs);
                false
            }
        }
    }

    /// Puts jobs on a tour, for which they were measured.
    fn put(&mut self, solution: &mut Solution, bus_day: usize, jobs: &[Job], measure: Measure) {
        let mut own = self.journal.spare();
        own.extend_from_slice(jobs);
        self.put_own(solution, bus_day, own, measure);
    }

    fn put_own(&mut self, solution: &mut Solution, bus_day: usize, jobs: Vec<Job>, measure: Measure) {
        let old = solution.routes[bus_day].measure;
        solution.total.comfort += measure.points - old.points;
        solution.excess = solution.excess + measure.excess - old.excess;
        let stamp = self.next_stamp;
        self.next_stamp += 1;
        self.journal
            .put_route(solution, bus_day, Route { jobs, measure, stamp });
    }

    /// Notes that a visit of the stop is now done by another bus or on another day.
    pub(crate) fn other_bus(&mut self, solution: &mut Solution, stop: usize, from: usize, to: usize) {
        self.journal.save_stop(solution, stop);
        for bus_day in solution.asked[stop].iter_mut().filter(|b| **b == from) {
            *bus_day = to;
        }
        if self.problem.day_of(from) != self.problem.day_of(to) {
            solution.asked[stop].sort_unstable();
            self.count_own(solution, stop);
        }
    }

    /// Takes all visits that the stop asked for out of the plan.
    pub(crate) fn remove_all(&mut self, solution: &mut Solution, stop: usize) {
        self.journal.save_stop(solution, stop);
        let mut asked = std::mem::take(&mut solution.asked[stop]);
        for bus_day in asked.drain(..) {
            self.take_out(solution, stop, bus_day);
        }
        solution.asked[stop] = asked;
        self.count_own(solution, stop);
    }

    /// Takes one visit out of the plan.
    pub(crate) fn remove(&mut self, solution: &mut Solution, stop: usize, bus_day: usize) {
        self.journal.save_stop(solution, stop);
        solution.asked[stop].retain(|b| *b != bus_day);
        self.take_out(solution, stop, bus_day);
        self.count_own(solution, stop);
    }

    /// Takes a visit of each of the stops out of one tour, at once; whether that was possible. Where the rest could not be driven, all stays.
    pub(crate) fn remove_many(&mut self, solution: &mut Solution, stops: &[usize], bus_day: usize) -> bool {
        if !self.edit(solution, bus_day, |jobs| {
            jobs.retain(|job| !stops.contains(&(*job as usize)));
        }) {
            return false;
        }
        for stop in stops {
            self.journal.save_stop(solution, *stop);
            solution.asked[*stop].retain(|b| *b != bus_day);
            self.count_own(solution, *stop);
        }
        true
    }

    fn take_out(&mut self, solution: &mut Solution, stop: usize, bus_day: usize) {
        if self.edit(solution, bus_day, |jobs| jobs.retain(|job| *job as usize != stop)) {
            return;
        }
        // A shorter tour can be undrivable only where a detour is quicker than the direct way. Then nothing else than the
        // fixed visits is sure; the other stops lose this day and may get it back.
        let others: Vec<usize> = solution.routes[bus_day].jobs.iter().map(|j| *j as usize).collect();
        self.replace_if_drivable(solution, bus_day, &self.problem.fixed_tours[bus_day]);
        for other in others
            .into_iter()
            .filter(|o| *o != stop && *o < self.problem.stops.len())
        {
            self.journal.save_stop(solution, other);
            solution.asked[other].retain(|b| *b != bus_day);
            self.count_own(solution, other);
        }
    }

    /// Puts one visit at the place offered; whether it is there now.
    pub(crate) fn insert(&mut self, solution: &mut Solution, stop: usize, offer: Offer) -> bool {
        self.insert_many(solution, std::iter::once(stop), offer)
    }

    /// Puts a visit of each of the stops at the place offered, one after the other; whether they are there now. They go in at once,
    /// because a tour with some of them need not be drivable where a tour with all of them is.
    pub(crate) fn insert_many(
        &mut self,
        solution: &mut Solution,
        stops: impl Iterator<Item = usize> + Clone,
        Offer { bus_day, position }: Offer,
    ) -> bool {
        let at = position as usize..position as usize;
        let put_in = |jobs: &mut Vec<Job>| drop(jobs.splice(at, stops.clone().map(|stop| stop as Job)));
        if !self.edit(solution, bus_day, put_in) {
            return false;
        }
        for stop in stops {
            self.journal.save_stop(solution, stop);
            // Bus-days ascend with the day.
            let asked = &mut solution.asked[stop];
            asked.insert(asked.partition_point(|b| *b < bus_day), bus_day);
        }
        true
    }

    /// Puts visits of the stop on these days, at the places that [`Workshop::price_days`] found.
    pub(crate) fn insert_all(&mut self, solution: &mut Solution, stop: usize, days: &[u16]) {
        let problem = self.problem;
        let fixed = problem.stops[stop].request.as_ref().map(|r| r.sets.fixed());
        for day in days.iter().map(|day| usize::from(*day)) {
            // A day without an offer is one of a fixed visit, which is there already.
            if let Some(offer) = self.offers[day].filter(|_| fixed.is_some_and(|f| !f[day])) {
                self.insert(solution, stop, offer);
            }
        }
        self.count_own(solution, stop);
    }

    /// Counts anew what the days of a stop cost by themselves.
    pub(crate) fn count_own(&mut self, solution: &mut Solution, stop: usize) {
        let Some(request) = &self.problem.stops[stop].request else {
            return;
        };
        self.journal.save_stop(solution, stop);
        // A set that is not allowed has the highest cost, so a search step that left one is never kept.
        let cost = request
            .sets
            .cost(&solution.days(self.problem, stop))
            .unwrap_or(Cost::FORBIDDEN);
        solution.total = solution.total - solution.own[stop] + cost;
        solution.own[stop] = cost;
    }
}
