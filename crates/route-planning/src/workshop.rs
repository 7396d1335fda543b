//! Works out prices and changes solutions. Remembers prices as long as the tour they were for is unchanged.
//!
//! A tour whose visits may be at any time needs no schedule: what an insertion changes is the difference of three legs, and what goes
//! over a limit has a price (see [`Penalties`]). Other tours are scheduled exactly, and only where the legs leave hope.

use crate::{
    Cost,
    amounts::{Amounts, Penalties},
    apart,
    day_sets::{DaySets, NO_PRICE},
    journal::Journal,
    problem::{Fixed, Job, Problem, RequestRules, Shift},
    schedule::Scheduler,
    solution::{Measure, Route, Solution},
};

/// No limit.
const ANY: i64 = 1 << 40;

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
            limits: problem.shifts.iter().map(|shift| limits(shift.as_ref())).collect(),
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

    /// What a tour with these jobs would be like; `None` if it cannot be driven in time.
    pub(crate) fn measure(&mut self, bus_day: usize, jobs: &[Job]) -> Option<Measure> {
        if jobs.is_empty() {
            return Some(Measure::default());
        }
        let shift = self.problem.shifts[bus_day]?;
        let roads = &self.problem.roads;
        let mut measure = Measure::default();
        let mut at = shift.from;
        for job in jobs {
            let place = self.places[*job as usize];
            measure.fee += roads.fee_of(&shift, at, place);
            measure.used = measure.used + self.uses[*job as usize];
            measure.used.minutes += i64::from(roads.minutes(at, place));
            measure.used.metres += i64::from(roads.metres(at, place));
            measure.timed += u32::from(self.timed[*job as usize]);
            at = place;
        }
        measure.fee += roads.fee_of(&shift, at, shift.to);
        measure.used.minutes += i64::from(roads.minutes(at, shift.to));
        measure.used.metres += i64::from(roads.metres(at, shift.to));
        measure.excess = measure.used.above(self.limits[bus_day]);
        measure.points = if measure.timed > 0 {
            measure.excess.minutes = 0;
            self.scheduler.points(self.problem, bus_day, jobs)?.sum()
        } else {
            measure.fee + self.spread(measure.used.minutes)
        };
        Some(measure)
    }

    fn spread(&self, minutes: i64) -> i64 {
        i64::from(self.problem.weights.spread) * minutes * minutes / 1000
    }

    /// Points of a tour with these jobs, penalties included, if it may be.
    pub(crate) fn points(&mut self, bus_day: usize, jobs: &[Job]) -> Option<i64> {
        let measure = self.measure(bus_day, jobs)?;
        let allowed = self.excess_allowed || measure.excess == Amounts::ZERO;
        allowed.then(|| measure.points + self.penalties.points(measure.excess))
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
        let excess_allowed = self.excess_allowed;
        let allowed = |measure: &Measure| excess_allowed || measure.excess == Amounts::ZERO;
        let Some(measure) = self.measure(bus_day, &jobs).filter(allowed) else {
            self.journal.give_back(jobs);
            return false;
        };
        let old = solution.routes[bus_day].measure;
        solution.total.comfort += measure.points - old.points;
        solution.excess = solution.excess + measure.excess - old.excess;
        let stamp = self.next_stamp;
        self.next_stamp += 1;
        self.journal
            .put_route(solution, bus_day, Route { jobs, measure, stamp });
        true
    }

    /// What a tour costs beside its legs: nobody can save more than this and them.
    pub(crate) fn slack(&self, measure: &Measure) -> i64 {
        measure.points - measure.fee + self.penalties.points(measure.excess)
    }

    /// The same without what too much load costs.
    pub(crate) fn slack_beside_load(&self, measure: &Measure) -> i64 {
        let beside_load = Amounts {
            load: 0,
            ..measure.excess
        };
        measure.points - measure.fee + self.penalties.points(beside_load)
    }

    /// How too much load is paid in two tours.
    pub(crate) fn load_scale(&self, solution: &Solution, a: usize, b: usize) -> LoadScale {
        let above = |bus_day: usize| solution.routes[bus_day].measure.used.load - self.limits[bus_day].load;
        LoadScale {
            penalties: self.penalties,
            above_a: above(a),
            above_b: above(b),
        }
    }

    /// Puts other jobs on two tours if they and what the days of stops then cost more (`own`) are cheaper; whether it did.
    pub(crate) fn replace_pair_if_better(
        &mut self,
        solution: &mut Solution,
        (a, first): (usize, &[Job]),
        (b, second): (usize, &[Job]),
        own: Cost,
    ) -> bool {
        let points = |workshop: &Self, bus_day: usize| {
            let measure = &solution.routes[bus_day].measure;
            measure.points + workshop.penalties.points(measure.excess)
        };
        let old = points(self, a) + points(self, b);
        let better = |points: i64| Cost::comfort(points - old) + own < Cost::ZERO;
        let Some(of_first) = self.points(a, first).filter(|points| better(*points)) else {
            return false;
        };
        if !self.points(b, second).is_some_and(|points| better(of_first + points)) {
            return false;
        }
        self.replace_if_drivable(solution, a, first) && self.replace_if_drivable(solution, b, second)
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

    /// Works out what a visit of the stop would cost on each day, and where it would go: see `prices` and `offers`. The stop has no
    /// asked visit in the plan. `passed_over` says of which tours to look away.
    pub(crate) fn price_days(&mut self, solution: &Solution, stop: usize, mut passed_over: impl FnMut() -> bool) {
        let problem = self.problem;
        self.prices.fill(NO_PRICE);
        self.offers.fill(None);
        let Some(request) = &problem.stops[stop].request else {
            return;
        };
        for day in 0..problem.days {
            if request.slots[day].is_empty() && request.slots_of_bus.is_empty() {
                continue;
            }
            if let Some((points, offer)) = self.price_day(solution, stop, day, &mut passed_over) {
                self.prices[day] = points;
                self.offers[day] = Some(offer);
            }
        }
    }

    /// The cheapest place on one day.
    pub(crate) fn price_day(
        &mut self,
        solution: &Solution,
        stop: usize,
        day: usize,
        passed_over: &mut impl FnMut() -> bool,
    ) -> Option<(i64, Offer)> {
        let problem = self.problem;
        let request = problem.stops[stop].request.as_ref()?;
        if apart::too_near(problem, &solution.asked, stop, day) {
            return None;
        }
        let mut best: Option<(i64, Offer)> = None;
        let mut empty_before: Option<Shift> = None;
        for bus in 0..problem.buses {
            let bus_day = problem.bus_day(bus, day);
            let Some(shift) = problem.shifts[bus_day] else { continue };
            if request.slots_with(bus, day).is_empty() || passed_over() {
                continue;
            }
            if solution.routes[bus_day].jobs.is_empty() && request.slots_of_bus.is_empty() {
                // One of several like buses that stand still is as good as another.
                if empty_before == Some(shift) {
                    continue;
                }
                empty_before = Some(shift);
            }
            let Some(Insertion { points, position }) = self.insertion(solution, stop, bus_day) else {
                continue;
            };
            if best.is_none_or(|(b, _)| points < b) {
                best = Some((points, Offer { bus_day, position }));
            }
        }
        best
    }

    /// The cheapest place in one tour, and what it costs more, penalties included.
    pub(crate) fn insertion(&mut self, solution: &Solution, stop: usize, bus_day: usize) -> Option<Insertion> {
        let route = &solution.routes[bus_day];
        if self.remembered[stop].is_empty() {
            self.remembered[stop].resize(self.problem.shifts.len(), Remembered::default());
        }
        let remembered = self.remembered[stop][bus_day];
        if remembered.stamp == route.stamp && route.stamp != 0 {
            return remembered.insertion;
        }
        let insertion = if route.measure.timed == 0 && !self.timed[stop] {
            self.untimed_insertion(route, stop, bus_day)
        } else {
            self.timed_insertion(route, stop, bus_day)
        };
        self.remembered[stop][bus_day] = Remembered {
            stamp: route.stamp,
            insertion,
        };
        insertion
    }

    fn untimed_insertion(&self, route: &Route, stop: usize, bus_day: usize) -> Option<Insertion> {
        let (shift, roads) = (self.problem.shifts[bus_day]?, &self.problem.roads);
        let (limit, place, measure) = (self.limits[bus_day], self.places[stop], &route.measure);
        let base = measure.used + self.uses[stop];
        if !self.excess_allowed && base.above(limit) != Amounts::ZERO {
            return None; // Without even the way.
        }
        // Where no way can go over a limit, and none is paid by its length of work, the fee of the legs is all that differs.
        let longest = self.longest_detour;
        let only_fee = self.problem.weights.spread == 0
            && base.minutes + longest.minutes <= limit.minutes
            && base.metres + longest.metres <= limit.metres;
        let old_points = measure.points + self.penalties.points(measure.excess);
        let same_everywhere = measure.points - measure.fee - old_points + self.penalties.points(base.above(limit));
        let mut best: Option<Insertion> = None;
        let mut at = shift.from;
        for position in 0..=route.jobs.len() {
            let next = route
                .jobs
                .get(position)
                .map_or(shift.to, |job| self.places[*job as usize]);
            let way_before = !route.jobs.is_empty();
            let detour = |way: &dyn Fn(usize, usize) -> i64| {
                way(at, place) + way(place, next) - if way_before { way(at, next) } else { 0 }
            };
            let mut points = detour(&|a, b| roads.fee_of(&shift, a, b));
            if only_fee {
                points += same_everywhere;
            } else {
                let mut used = base;
                used.minutes += detour(&|a, b| i64::from(roads.minutes(a, b)));
                used.metres += detour(&|a, b| i64::from(roads.metres(a, b)));
                let excess = used.above(limit);
                if !self.excess_allowed && excess != Amounts::ZERO {
                    at = next;
                    continue;
                }
                points += measure.fee + self.spread(used.minutes) + self.penalties.points(excess) - old_points;
            }
            if best.is_none_or(|b| points < b.points) {
                best = Some(Insertion {
                    points,
                    position: position as u32,
                });
            }
            at = next;
        }
        best
    }

    fn timed_insertion(&mut self, route: &Route, stop: usize, bus_day: usize) -> Option<Insertion> {
        let (shift, problem) = (self.problem.shifts[bus_day]?, self.problem);
        let roads = &problem.roads;
        let old_points = route.measure.points + self.penalties.points(route.measure.excess);
        let place = self.places[stop];
        let mut trial = std::mem::take(&mut self.trial);
        let mut best: Option<Insertion> = None;
        let mut at = shift.from;
        for position in 0..=route.jobs.len() {
            let next = route
                .jobs
                .get(position)
                .map_or(shift.to, |job| self.places[*job as usize]);
            // The legs alone, and the work as if nobody waited: no schedule costs less.
            let alone = route.jobs.is_empty();
            let by = |a, b| roads.fee_of(&shift, a, b);
            let fee = by(at, place) + by(place, next) - if alone { 0 } else { by(at, next) };
            let way = |a, b| i64::from(roads.minutes(a, b));
            let minutes = route.measure.used.minutes + self.uses[stop].minutes + way(at, place) + way(place, next)
                - if alone { 0 } else { way(at, next) };
            at = next;
            if minutes > self.limits[bus_day].minutes {
                continue;
            }
            let at_least = route.measure.fee + fee + self.spread(minutes) - old_points;
            if best.is_some_and(|b| at_least >= b.points) {
                continue;
            }
            trial.clear();
            trial.extend_from_slice(&route.jobs);
            trial.insert(position, stop as Job);
            let Some(points) = self.points(bus_day, &trial) else {
                continue;
            };
            let points = points - old_points;
            if best.is_none_or(|b| points < b.points) {
                best = Some(Insertion {
                    points,
                    position: position as u32,
                });
            }
        }
        self.trial = trial;
        best
    }

    /// Puts one visit at the place offered; whether it is there now.
    pub(crate) fn insert(&mut self, solution: &mut Solution, stop: usize, offer: Offer) -> bool {
        let position = offer.position as usize;
        if !self.edit(solution, offer.bus_day, |jobs| jobs.insert(position, stop as Job)) {
            return false;
        }
        self.journal.save_stop(solution, stop);
        // Bus-days ascend with the day.
        let asked = &mut solution.asked[stop];
        asked.insert(asked.partition_point(|b| *b < offer.bus_day), offer.bus_day);
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

/// How too much load is paid in two tours, a and b.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LoadScale {
    penalties: Penalties,
    /// Load above the limit, below 0 where there is room.
    above_a: i64,
    above_b: i64,
}

impl LoadScale {
    /// What changes when so much load goes from a to b.
    pub(crate) fn points(&self, load: i64) -> i64 {
        let over = |above: i64| above.max(0);
        let change = over(self.above_a - load) - over(self.above_a) + over(self.above_b + load) - over(self.above_b);
        self.penalties.points(Amounts {
            load: change,
            ..Amounts::ZERO
        })
    }
}

/// The limits of a bus-day, as far as they bind whatever the hours of its visits are.
fn limits(shift: Option<&Shift>) -> Amounts {
    let Some(shift) = shift else {
        return Amounts {
            load: ANY,
            metres: ANY,
            minutes: ANY,
        };
    };
    let bounded = |limit: u32| if limit == u32::MAX { ANY } else { i64::from(limit) };
    Amounts {
        load: bounded(shift.capacity),
        metres: bounded(shift.range),
        minutes: i64::from(shift.max_duty.min(shift.end - shift.start)),
    }
}
