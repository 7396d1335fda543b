//! Where a visit would go, and what it would cost there.

use super::{Insertion, Offer, Remembered, Workshop};
use crate::{
    amounts::Amounts,
    apart,
    day_sets::NO_PRICE,
    problem::{Job, Shift},
    solution::{Route, Solution},
};

impl Workshop<'_> {
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
            let bar = best.map_or(i64::MAX, |(points, _)| points);
            let Some(Insertion { points, position }) = self.insertion(solution, stop, bus_day, bar) else {
                continue;
            };
            if points < bar {
                best = Some((points, Offer { bus_day, position }));
            }
        }
        best
    }

    /// The cheapest place in one tour. Where a detour is quicker than the direct way, another may be a little cheaper; the price is
    /// always that of the place given.
    pub(crate) fn price_tour(&mut self, solution: &Solution, stop: usize, bus_day: usize) -> Option<(i64, Offer)> {
        let Insertion { points, position } = self.insertion(solution, stop, bus_day, i64::MAX)?;
        Some((points, Offer { bus_day, position }))
    }

    /// The cheapest place in one tour, and what it costs more, penalties included. Where that is not less than `bar`, any answer of at
    /// least `bar` will do.
    fn insertion(&mut self, solution: &Solution, stop: usize, bus_day: usize, bar: i64) -> Option<Insertion> {
        let route = &solution.routes[bus_day];
        if self.remembered[stop].is_empty() {
            self.remembered[stop].resize(self.problem.shifts.len(), Remembered::default());
        }
        let remembered = self.remembered[stop][bus_day];
        if remembered.stamp == route.stamp && route.stamp != 0 {
            let insertion = remembered.insertion;
            if remembered.exact || insertion.is_none_or(|at_least| at_least.points >= bar) {
                return insertion;
            }
        }
        let untimed = route.measure.timed == 0 && !self.timed[stop];
        let (insertion, exact) = match untimed {
            true => (self.untimed_insertion(route, stop, bus_day), true),
            false => self.timed_insertion(route, stop, bus_day, bar),
        };
        self.remembered[stop][bus_day] = Remembered {
            stamp: route.stamp,
            insertion,
            exact,
        };
        insertion
    }

    fn untimed_insertion(&self, route: &Route, stop: usize, bus_day: usize) -> Option<Insertion> {
        let (shift, roads) = (self.problem.shifts[bus_day]?, &self.problem.roads);
        let (limit, place, measure) = (self.limits[bus_day], self.places[stop], &route.measure);
        let base = measure.used + self.uses[stop];
        if !self.excess_allowed && base.load > limit.load {
            return None; // Wherever it goes.
        }
        // Where no way can go over a limit, and none is paid by its length of work, the fee of the legs is all that differs.
        let longest = self.longest_detour;
        let only_fee = self.problem.weights.spread == 0
            && base.minutes + longest.minutes <= limit.minutes
            && base.metres + longest.metres <= limit.metres;
        let old_points = self.paid(measure);
        // What is the same at every place; beside the legs a longer way can only add to it.
        let same_everywhere =
            measure.fee + self.spread(base.minutes) + self.penalties.points(base.above(limit)) - old_points;
        let fee = &roads.fee[shift.prices..];
        let (from_here, alone) = (place * roads.places, route.jobs.is_empty());
        let mut best: Option<Insertion> = None;
        let mut at = shift.from;
        for position in 0..=route.jobs.len() {
            let next = route
                .jobs
                .get(position)
                .map_or(shift.to, |job| self.places[*job as usize]);
            let (there, on, direct) = (at * roads.places + place, from_here + next, at * roads.places + next);
            at = next;
            let mut points = same_everywhere + fee[there] + fee[on] - if alone { 0 } else { fee[direct] };
            if best.is_some_and(|b| points >= b.points) {
                continue;
            }
            if !only_fee {
                let detour = |of: &[u32]| {
                    i64::from(of[there]) + i64::from(of[on]) - if alone { 0 } else { i64::from(of[direct]) }
                };
                let mut used = base;
                used.minutes += detour(&roads.minutes);
                used.metres += detour(&roads.metres);
                let excess = used.above(limit);
                if !self.excess_allowed && excess != Amounts::ZERO {
                    continue;
                }
                points += self.spread(used.minutes) - self.spread(base.minutes) + self.penalties.points(excess)
                    - self.penalties.points(base.above(limit));
                if best.is_some_and(|b| points >= b.points) {
                    continue;
                }
            }
            best = Some(Insertion {
                points,
                position: position as u32,
            });
        }
        best
    }

    /// The cheapest place by the schedule, and whether it is that: places that cost `bar` by their legs alone are not scheduled.
    fn timed_insertion(&mut self, route: &Route, stop: usize, bus_day: usize, bar: i64) -> (Option<Insertion>, bool) {
        let Some(shift) = self.problem.shifts[bus_day] else {
            return (None, true);
        };
        let problem = self.problem;
        let roads = &problem.roads;
        let old_points = self.paid(&route.measure);
        let place = self.places[stop];
        let mut trial = std::mem::take(&mut self.trial);
        let (mut best, mut exact): (Option<Insertion>, bool) = (None, true);
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
            let position = position as u32;
            let points = route.measure.fee + fee + self.spread(minutes) - old_points;
            if best.is_some_and(|b| points >= b.points) {
                continue;
            }
            if points >= bar {
                (best, exact) = (Some(Insertion { points, position }), false);
                continue;
            }
            trial.clear();
            trial.extend_from_slice(&route.jobs);
            trial.insert(position as usize, stop as Job);
            let Some(points) = self.points(bus_day, &trial) else {
                continue;
            };
            let points = points - old_points;
            if best.is_none_or(|b| points < b.points) {
                (best, exact) = (Some(Insertion { points, position }), true);
            }
        }
        self.trial = trial;
        (best, exact)
    }
}
