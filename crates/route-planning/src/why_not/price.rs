//! Placing one stop among the others in a relaxed problem, and what the plan costs more with it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Placed,
    room::{Room, Standing, Used},
};
use crate::{
    Cost, apart,
    day_sets::{DaySets, NO_PRICE},
    draft::{Bench, Place, breakdown, days_of},
    problem::{Fixed, Job, Problem, RequestRules},
    schedule::Points,
};

/// The tours without what one stop asked for.
pub(super) struct Others<'a> {
    standing: &'a Standing<'a>,
    stop: usize,
    /// By bus-day: the tours in which the stop is in the plan, without it.
    without: BTreeMap<usize, (Vec<Job>, Used)>,
    room: Room,
    /// By day: the cheapest place for a visit of the stop, by the rules as they are.
    places: Vec<Option<Place>>,
    /// What the stop's days cost by themselves, and what its visits add to the tours.
    days: Cost,
    visits: Points,
}

impl<'a> Others<'a> {
    pub(super) fn of(standing: &'a Standing<'a>, stop: usize) -> Self {
        let Standing { problem, solution, .. } = *standing;
        let mut bench = Bench::new(problem);
        let (mut visits, mut without) = (Points::default(), BTreeMap::new());
        for bus_day in &solution.asked[stop] {
            let mut jobs = solution.routes[*bus_day].jobs.clone();
            let with = bench.parts(*bus_day, &jobs).unwrap_or_default();
            jobs.retain(|job| *job as usize != stop);
            if bench.points(*bus_day, &jobs).is_none() {
                // Only where a detour is quicker than the direct way; then nothing else than the fixed visits is sure.
                jobs.clone_from(&problem.fixed_tours[*bus_day]);
            }
            visits = visits + with - bench.parts(*bus_day, &jobs).unwrap_or_default();
            let used = Used::of(&mut bench, *bus_day, &jobs);
            without.insert(*bus_day, (jobs, used));
        }
        let request = problem.stops[stop].request.as_ref();
        let days = days_of(problem, &solution.asked[stop], stop);
        let mut others = Self {
            room: Room::default(),
            places: Vec::new(),
            days: request.and_then(|r| r.sets.cost(&days)).unwrap_or(Cost::ZERO),
            visits,
            standing,
            stop,
            without,
        };
        others.room = Room::for_stop(problem, stop, |bus_day| others.jobs(bus_day));
        let on = |day| others.place_on(&mut bench, day, 0..problem.buses, None);
        others.places = (0..problem.days).map(on).collect();
        others
    }

    fn jobs(&self, bus_day: usize) -> &[Job] {
        match self.without.get(&bus_day) {
            Some((jobs, _)) => jobs,
            None => &self.standing.solution.routes[bus_day].jobs,
        }
    }

    fn used(&self, bus_day: usize) -> Used {
        match self.without.get(&bus_day) {
            Some((_, used)) => *used,
            None => self.standing.used[bus_day],
        }
    }

    /// The cheapest place of a day with one of these buses, or the one that is known already if it is no dearer. The problem is the
    /// bench's, which differs from that of the plan only by rules that are relaxed.
    fn place_on(
        &self,
        bench: &mut Bench<'_>,
        day: usize,
        buses: std::ops::Range<usize>,
        known: Option<Place>,
    ) -> Option<Place> {
        let (problem, relaxed) = (self.standing.problem, bench.problem);
        let request = relaxed.stops[self.stop].request.as_ref()?;
        // What each place costs at least; most need no schedule then.
        let mut bounds: Vec<(i64, Place)> = Vec::new();
        for bus in buses.filter(|bus| !request.slots_with(*bus, day).is_empty()) {
            let bus_day = relaxed.bus_day(bus, day);
            let Some(shift) = &relaxed.shifts[bus_day] else {
                continue;
            };
            let in_plan = (bus < problem.buses).then(|| problem.bus_day(bus, day));
            match in_plan.filter(|known| problem.shifts[*known].is_some()) {
                Some(of_plan) => {
                    let (used, detours) = (self.used(of_plan), self.room.detours(of_plan));
                    bounds.extend(used.bounds(relaxed, request, shift, bus_day, detours));
                }
                // It stayed at home until now.
                None => {
                    let detour = Room::alone(relaxed, self.stop, shift);
                    bounds.extend(Used::NOTHING.bounds(relaxed, request, shift, bus_day, &[detour]));
                }
            }
        }
        let mut best = known;
        let better = |best: &Option<Place>, place: &Place| {
            let order = |place: &Place| (place.points, place.bus_day, place.position);
            best.as_ref().is_none_or(|best| order(place) < order(best))
        };
        // The most promising one first: it rules out most of the others.
        if let Some(first) = (0..bounds.len()).min_by_key(|number| bounds[*number].0) {
            bounds.swap(0, first);
        }
        for (least, place) in bounds {
            if best.as_ref().is_none_or(|best| least <= best.points)
                && let Some(place) = self.priced(bench, place)
                && better(&best, &place)
            {
                best = Some(place);
            }
        }
        best
    }

    /// The place with what it really costs, if the tour can be driven. That it keeps capacity and range is known.
    fn priced(&self, bench: &mut Bench<'_>, place: Place) -> Option<Place> {
        let (relaxed, bus_day) = (bench.problem, place.bus_day);
        let jobs = self.jobs_of(relaxed, bus_day);
        let without = match self.known_points(relaxed, bus_day) {
            Some(points) => points,
            None => bench.points(bus_day, jobs)?,
        };
        let mut with = Vec::with_capacity(jobs.len() + 1);
        with.extend_from_slice(jobs);
        with.insert(place.position, self.stop as Job);
        let points = bench.points_in_time(bus_day, &with)? - without;
        Some(Place { points, ..place })
    }

    /// The tour on a bus-day of a relaxed problem, which may have more buses.
    fn jobs_of(&self, relaxed: &Problem, bus_day: usize) -> &[Job] {
        match self.of_plan(relaxed, bus_day) {
            Some(of_plan) => self.jobs(of_plan),
            None => &[],
        }
    }

    fn of_plan(&self, relaxed: &Problem, bus_day: usize) -> Option<usize> {
        let (problem, bus) = (self.standing.problem, relaxed.bus_of(bus_day));
        (bus < problem.buses).then(|| problem.bus_day(bus, relaxed.day_of(bus_day)))
    }

    /// What the tour costs without the stop, where no rule that was relaxed makes it cheaper.
    fn known_points(&self, relaxed: &Problem, bus_day: usize) -> Option<i64> {
        let (problem, of_plan) = (self.standing.problem, self.of_plan(relaxed, bus_day)?);
        let used = self.used(of_plan);
        let same = || problem.shifts[of_plan] == relaxed.shifts[bus_day] && Arc::ptr_eq(&problem.fixed, &relaxed.fixed);
        used.points.filter(|_| used.cannot_be_cheaper(relaxed) || same())
    }

    /// The stop on its best days in a problem that differs from the one of the plan in rules of this stop and in buses. Places are
    /// worked out anew only on days on which something differs.
    pub(super) fn place(&self, relaxed: &Problem) -> Option<Placed> {
        let (problem, stop) = (self.standing.problem, self.stop);
        let mut bench = Bench::new(relaxed);
        let new = relaxed.stops[stop].request.as_ref()?;
        let (mut prices, mut places) = (vec![NO_PRICE; relaxed.days], vec![None; relaxed.days]);
        let same = SameDays::of(problem, relaxed, stop)?;
        let asked = self.asked(relaxed);
        for day in (0..relaxed.days).filter(|day| !apart::too_near(relaxed, &asked, stop, *day)) {
            let place = if same.holds(day) {
                let known = self.places[day].map(|place| Place {
                    bus_day: relaxed.bus_day(problem.bus_of(place.bus_day), day),
                    ..place
                });
                match relaxed.buses > problem.buses {
                    true => self
                        .place_on(&mut bench, day, problem.buses..relaxed.buses, known)
                        .or(known),
                    false => known,
                }
            } else {
                self.place_on(&mut bench, day, 0..relaxed.buses, None)
            };
            if let Some(place) = place {
                (prices[day], places[day]) = (place.points, Some(place));
            }
        }
        let (_, days) = new.sets.cheapest(&prices)?;
        let mut visits = Points::default();
        let all = days.iter().map(|day| usize::from(*day));
        let chosen: Vec<usize> = all.filter(|day| !new.sets.fixed()[*day]).collect();
        for place in chosen.iter().filter_map(|day| places[*day]) {
            let mut jobs = self.jobs_of(relaxed, place.bus_day).to_vec();
            let without = bench.parts(place.bus_day, &jobs)?;
            jobs.insert(place.position, stop as Job);
            visits = visits + bench.parts(place.bus_day, &jobs)? - without;
        }
        let own = new.sets.cost(&days)?;
        Some(Placed {
            visits: new.sets.visits(chosen.len()),
            price: breakdown(own - self.days, visits - self.visits),
            days,
        })
    }

    /// By stop: the bus-days of the visits it asked for, where that matters.
    fn asked(&self, relaxed: &Problem) -> Vec<Vec<usize>> {
        let Standing { problem, solution, .. } = *self.standing;
        if relaxed.apart[self.stop].is_empty() {
            return Vec::new();
        }
        let here = |bus_day: &usize| relaxed.bus_day(problem.bus_of(*bus_day), problem.day_of(*bus_day));
        let asked = solution.asked.iter();
        asked.map(|days| days.iter().map(here).collect()).collect()
    }
}

/// On which days the cheapest place with the buses of the plan is the same in two problems.
struct SameDays<'a> {
    problem: &'a Problem,
    relaxed: &'a Problem,
    old: &'a RequestRules,
    new: &'a RequestRules,
    /// By day: whether a fixed visit may be at other times.
    fixed_differ: Vec<bool>,
}

impl<'a> SameDays<'a> {
    fn of(problem: &'a Problem, relaxed: &'a Problem, stop: usize) -> Option<Self> {
        let mut fixed_differ = vec![false; problem.days];
        if !Arc::ptr_eq(&problem.fixed, &relaxed.fixed) {
            let both = problem.fixed.iter().zip(relaxed.fixed.iter());
            for (one, _) in both.filter(|(one, other)| !timed_alike(one, other)) {
                fixed_differ[one.day] = true;
            }
        }
        Some(Self {
            problem,
            relaxed,
            old: problem.stops[stop].request.as_ref()?,
            new: relaxed.stops[stop].request.as_ref()?,
            fixed_differ,
        })
    }

    fn holds(&self, day: usize) -> bool {
        !self.fixed_differ[day] && self.same_visit(day) && self.same_shifts(day)
    }

    fn same_visit(&self, day: usize) -> bool {
        let (old, new) = (self.old, self.new);
        std::ptr::eq(old, new)
            || (old.public == new.public
                && old.preferred_hours[day] == new.preferred_hours[day]
                && (0..self.problem.buses).all(|bus| old.slots_with(bus, day) == new.slots_with(bus, day)))
    }

    fn same_shifts(&self, day: usize) -> bool {
        let (one, other) = (self.problem, self.relaxed);
        let same = |bus| one.shifts[one.bus_day(bus, day)] == other.shifts[other.bus_day(bus, day)];
        Arc::ptr_eq(&one.shifts, &other.shifts) || (0..one.buses).all(same)
    }
}

fn timed_alike(one: &Fixed, other: &Fixed) -> bool {
    (one.set_up, one.public, one.teardown, one.step) == (other.set_up, other.public, other.teardown, other.step)
        && one.slots == other.slots
        && one.slots_of_bus == other.slots_of_bus
}
