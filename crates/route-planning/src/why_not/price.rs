//! Placing one stop among the others in a relaxed problem, and what the plan costs more with it.

use super::Placed;
use crate::{
    Cost, apart,
    day_sets::{DaySets, NO_PRICE},
    draft::{Bench, Place, breakdown, days_of},
    problem::{Job, Problem},
    schedule::Points,
    solution::Solution,
};

/// The tours without what one stop asked for.
pub(super) struct Others {
    /// By bus-day.
    tours: Vec<Vec<Job>>,
    /// By stop: the bus-days of the visits it asked for.
    asked: Vec<Vec<usize>>,
    /// By bus-day: the cheapest place for a visit of the stop, by the rules as they are.
    places: Vec<Option<Place>>,
    /// What the stop's days cost by themselves, and what its visits add to the tours.
    days: Cost,
    visits: Points,
}

impl Others {
    pub(super) fn of(problem: &Problem, solution: &Solution, stop: usize) -> Self {
        let mut bench = Bench::new(problem);
        let mut tours: Vec<Vec<Job>> = solution.routes.iter().map(|route| route.jobs.clone()).collect();
        let mut visits = Points::default();
        for bus_day in &solution.asked[stop] {
            let with = bench.parts(*bus_day, &tours[*bus_day]).unwrap_or_default();
            tours[*bus_day].retain(|job| *job as usize != stop);
            if bench.points(*bus_day, &tours[*bus_day]).is_none() {
                // Only where a detour is quicker than the direct way; then nothing else than the fixed visits is sure.
                tours[*bus_day].clone_from(&problem.fixed_tours[*bus_day]);
            }
            visits = visits + with - bench.parts(*bus_day, &tours[*bus_day]).unwrap_or_default();
        }
        let request = problem.stops[stop].request.as_ref();
        let days = days_of(problem, &solution.asked[stop], stop);
        let mut others = Self {
            asked: solution.asked.clone(),
            places: Vec::new(),
            days: request.and_then(|r| r.sets.cost(&days)).unwrap_or(Cost::ZERO),
            visits,
            tours,
        };
        others.places = (0..problem.shifts.len())
            .map(|bus_day| others.place_in(&mut bench, others.tours.get(bus_day), stop, bus_day))
            .collect();
        others
    }

    fn place_in(&self, bench: &mut Bench<'_>, jobs: Option<&Vec<Job>>, stop: usize, bus_day: usize) -> Option<Place> {
        let problem = bench.problem;
        let request = problem.stops[stop].request.as_ref()?;
        let (bus, day) = (problem.bus_of(bus_day), problem.day_of(bus_day));
        if problem.shifts[bus_day].is_none() || request.slots_with(bus, day).is_empty() {
            return None;
        }
        // A bus that is not in the plan stays at home until now.
        let jobs = jobs.map_or(&[][..], Vec::as_slice);
        let points = bench.points(bus_day, jobs)?;
        bench.insertion(jobs, points, stop, bus_day)
    }

    /// The stop on its best days in a problem that differs from the one of the plan in rules of this stop and in buses. Places are
    /// worked out anew only where something differs.
    pub(super) fn place(&self, problem: &Problem, relaxed: &Problem, stop: usize) -> Option<Placed> {
        let mut bench = Bench::new(relaxed);
        let (old, new) = (
            problem.stops[stop].request.as_ref()?,
            relaxed.stops[stop].request.as_ref()?,
        );
        let (mut prices, mut places) = (vec![NO_PRICE; relaxed.days], vec![None; relaxed.days]);
        let here = |bus_day: &usize| relaxed.bus_day(problem.bus_of(*bus_day), problem.day_of(*bus_day));
        let asked: Vec<Vec<usize>> = match relaxed.apart[stop].is_empty() {
            true => Vec::new(),
            false => self.asked.iter().map(|days| days.iter().map(here).collect()).collect(),
        };
        for day in (0..relaxed.days).filter(|day| !apart::too_near(relaxed, &asked, stop, *day)) {
            for bus in 0..relaxed.buses {
                let bus_day = relaxed.bus_day(bus, day);
                let of_plan = (bus < problem.buses).then(|| problem.bus_day(bus, day));
                let same = of_plan.filter(|known| {
                    problem.shifts[*known] == relaxed.shifts[bus_day]
                        && old.public == new.public
                        && old.preferred_hours[day] == new.preferred_hours[day]
                        && old.slots_with(bus, day) == new.slots_with(bus, day)
                });
                let place = match same {
                    Some(known) => self.places[known].map(|place| Place { bus_day, ..place }),
                    None => self.place_in(&mut bench, of_plan.map(|known| &self.tours[known]), stop, bus_day),
                };
                if let Some(place) = place.filter(|place| place.points < prices[day]) {
                    (prices[day], places[day]) = (place.points, Some((place, of_plan)));
                }
            }
        }
        let (_, days) = new.sets.cheapest(&prices)?;
        let mut visits = Points::default();
        let all = days.iter().map(|day| usize::from(*day));
        let chosen: Vec<usize> = all.filter(|day| !new.sets.fixed()[*day]).collect();
        for (place, of_plan) in chosen.iter().filter_map(|day| places[*day]) {
            let mut jobs = of_plan.map_or(Vec::new(), |known| self.tours[known].clone());
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
}
