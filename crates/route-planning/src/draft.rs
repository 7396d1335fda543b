//! A plan on the workbench: tours that can be driven, one visit put in or taken out at a time. For the answers that are given
//! about a plan that stands (alternatives, replanning, conflicts), where little changes and every rule is kept at every moment.
//!
//! The search has a solution of its own that may break rules on its way and is built for speed; here nothing is ever broken.

use crate::{
    Breakdown, Cost, apart,
    day_sets::{DaySets, NO_PRICE, Sets},
    problem::{Job, Problem},
    schedule::{Points, Schedule, Scheduler},
};

/// Tours and what they cost. Only [`Bench`] changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// By bus-day.
    tours: Vec<Vec<Job>>,
    /// By bus-day.
    points: Vec<i64>,
    /// By stop: the bus-days of the visits it asked for, by day.
    asked: Vec<Vec<usize>>,
    /// By stop: what its days cost by themselves.
    own: Vec<Cost>,
    total: Cost,
}

/// A place for a visit: a bus-day, the place in the order, and what it adds to the tour's points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) bus_day: usize,
    pub(crate) position: usize,
    pub(crate) points: i64,
}

/// Makes and changes drafts of one problem.
pub(crate) struct Bench<'a> {
    pub(crate) problem: &'a Problem,
    scheduler: Scheduler,
}

impl Draft {
    pub(crate) fn tours(&self) -> &[Vec<Job>] {
        &self.tours
    }

    pub(crate) fn cost(&self) -> Cost {
        self.total
    }

    /// The bus-days of the visits that the stop asked for, by day.
    pub(crate) fn asked(&self, stop: usize) -> &[usize] {
        &self.asked[stop]
    }
}

impl<'a> Bench<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        Self {
            problem,
            scheduler: Scheduler::default(),
        }
    }

    /// Points of a tour; `None` if it cannot be driven.
    pub(crate) fn points(&mut self, bus_day: usize, jobs: &[Job]) -> Option<i64> {
        Some(self.parts(bus_day, jobs)?.sum())
    }

    /// The same, by what they are for.
    pub(crate) fn parts(&mut self, bus_day: usize, jobs: &[Job]) -> Option<Points> {
        if !self.problem.within_limits(bus_day, jobs) {
            return None;
        }
        self.scheduler.points(self.problem, bus_day, jobs)
    }

    /// The same of a tour of which it is known that it keeps the bus's capacity and range.
    pub(crate) fn points_in_time(&mut self, bus_day: usize, jobs: &[Job]) -> Option<i64> {
        Some(self.scheduler.points(self.problem, bus_day, jobs)?.sum())
    }

    pub(crate) fn schedule(&mut self, bus_day: usize, jobs: &[Job]) -> Option<Schedule> {
        self.scheduler.schedule(self.problem, bus_day, jobs)
    }

    /// A draft of these tours (by bus-day); `None` if one of them cannot be driven.
    pub(crate) fn draft(&mut self, tours: Vec<Vec<Job>>) -> Option<Draft> {
        let stops = self.problem.stops.len();
        let (mut points, mut asked) = (Vec::with_capacity(tours.len()), vec![Vec::new(); stops]);
        for (bus_day, jobs) in tours.iter().enumerate() {
            points.push(self.points(bus_day, jobs)?);
            for job in jobs.iter().filter(|job| (**job as usize) < stops) {
                asked[*job as usize].push(bus_day);
            }
        }
        let mut draft = Draft {
            total: Cost::comfort(points.iter().sum()),
            tours,
            points,
            asked,
            own: vec![Cost::ZERO; stops],
        };
        for stop in 0..stops {
            self.count_own(&mut draft, stop);
        }
        Some(draft)
    }

    /// The days of a stop that count, asked and fixed.
    pub(crate) fn days(&self, draft: &Draft, stop: usize) -> Vec<u16> {
        days_of(self.problem, &draft.asked[stop], stop)
    }

    /// How often a stop is visited, fixed visits that count included.
    pub(crate) fn got(&self, draft: &Draft, stop: usize) -> u32 {
        let request = self.problem.stops[stop].request.as_ref();
        request.map_or(0, |r| r.sets.visits(draft.asked[stop].len()))
    }

    fn count_own(&self, draft: &mut Draft, stop: usize) {
        let Some(request) = &self.problem.stops[stop].request else {
            return;
        };
        let problem = self.problem;
        draft.asked[stop].sort_unstable_by_key(|bus_day| problem.day_of(*bus_day));
        let cost = request.sets.cost(&self.days(draft, stop)).unwrap_or(Cost::FORBIDDEN);
        draft.total = draft.total - draft.own[stop] + cost;
        draft.own[stop] = cost;
    }

    /// The cheapest place in one tour for a visit that the stop asks for.
    pub(crate) fn place_in(&mut self, draft: &Draft, stop: usize, bus_day: usize) -> Option<Place> {
        if apart::too_near(self.problem, &draft.asked, stop, self.problem.day_of(bus_day)) {
            return None;
        }
        self.insertion(&draft.tours[bus_day], draft.points[bus_day], stop, bus_day)
    }

    /// The cheapest place among these jobs, which cost so many points.
    pub(crate) fn insertion(&mut self, jobs: &[Job], points: i64, stop: usize, bus_day: usize) -> Option<Place> {
        let mut trial = Vec::with_capacity(jobs.len() + 1);
        let mut best: Option<Place> = None;
        for position in 0..=jobs.len() {
            trial.clear();
            trial.extend_from_slice(jobs);
            trial.insert(position, stop as Job);
            let Some(with) = self.points(bus_day, &trial) else {
                continue;
            };
            if best.is_none_or(|b| with - points < b.points) {
                best = Some(Place {
                    bus_day,
                    position,
                    points: with - points,
                });
            }
        }
        best
    }

    /// Bus-days of a day on which the rules of the stop itself leave room for a visit.
    pub(crate) fn open_bus_days(&self, stop: usize, day: usize) -> Vec<usize> {
        let Some(request) = &self.problem.stops[stop].request else {
            return Vec::new();
        };
        let open = |bus: &usize| {
            let runs = self.problem.shifts[self.problem.bus_day(*bus, day)].is_some();
            runs && !request.slots_with(*bus, day).is_empty()
        };
        let buses = (0..self.problem.buses).filter(open);
        buses.map(|bus| self.problem.bus_day(bus, day)).collect()
    }

    /// The cheapest place on each day, over all buses; days on which the stop comes already have none.
    pub(crate) fn places(&mut self, draft: &Draft, stop: usize) -> Vec<Option<Place>> {
        let here: Vec<usize> = draft.asked[stop].iter().map(|b| self.problem.day_of(*b)).collect();
        (0..self.problem.days)
            .map(|day| {
                if here.contains(&day) {
                    return None;
                }
                let places = self.open_bus_days(stop, day).into_iter();
                places
                    .filter_map(|bus_day| self.place_in(draft, stop, bus_day))
                    .min_by_key(|place| place.points)
            })
            .collect()
    }

    /// Puts a visit in; `false`, and all as it was, when the tour cannot be driven so.
    pub(crate) fn put_in(&mut self, draft: &mut Draft, stop: usize, bus_day: usize, position: usize) -> bool {
        let mut jobs = draft.tours[bus_day].clone();
        jobs.insert(position.min(jobs.len()), stop as Job);
        if !self.set_tour(draft, bus_day, jobs) {
            return false;
        }
        draft.asked[stop].push(bus_day);
        self.count_own(draft, stop);
        true
    }

    /// Takes a visit out; `false`, and all as it was, when it is not there or the tour cannot be driven without it (a detour that
    /// is quicker than the direct way).
    pub(crate) fn take_out(&mut self, draft: &mut Draft, stop: usize, bus_day: usize) -> bool {
        if !draft.asked[stop].contains(&bus_day) {
            return false;
        }
        let mut jobs = draft.tours[bus_day].clone();
        jobs.retain(|job| *job as usize != stop);
        if !self.set_tour(draft, bus_day, jobs) {
            return false;
        }
        draft.asked[stop].retain(|other| *other != bus_day);
        self.count_own(draft, stop);
        true
    }

    fn set_tour(&mut self, draft: &mut Draft, bus_day: usize, jobs: Vec<Job>) -> bool {
        let Some(points) = self.points(bus_day, &jobs) else {
            return false;
        };
        draft.total.comfort += points - draft.points[bus_day];
        draft.points[bus_day] = points;
        draft.tours[bus_day] = jobs;
        true
    }

    /// Gives the stop the best day set that there is: its visits cost nothing where they stand, others what their cheapest place
    /// costs, and the set what it costs by itself (there announced visits count). Whether the draft became cheaper; if not, it is
    /// as it was.
    pub(crate) fn settle(&mut self, draft: &mut Draft, stop: usize) -> bool {
        let Some(request) = &self.problem.stops[stop].request else {
            return false;
        };
        let better = self
            .with_best_days(draft, stop, &request.sets, 0)
            .filter(|changed| changed.cost() < draft.cost());
        match better {
            Some(changed) => {
                *draft = changed;
                true
            }
            None => false,
        }
    }

    /// The draft with the stop on the best of these day sets. `stay`: the price of a visit that stays where it is.
    pub(crate) fn with_best_days(&mut self, draft: &Draft, stop: usize, sets: &Sets, stay: i64) -> Option<Draft> {
        let places = self.places(draft, stop);
        let price = |place: &Option<Place>| place.map_or(NO_PRICE, |place| place.points);
        let mut prices: Vec<i64> = places.iter().map(price).collect();
        for bus_day in &draft.asked[stop] {
            prices[self.problem.day_of(*bus_day)] = stay;
        }
        let (_, days) = sets.cheapest(&prices)?;
        let mut changed = draft.clone();
        for bus_day in &draft.asked[stop] {
            let stays = days.contains(&(self.problem.day_of(*bus_day) as u16));
            if !stays && !self.take_out(&mut changed, stop, *bus_day) {
                return None;
            }
        }
        // A day without a place is one on which the stop comes already.
        for place in days.iter().filter_map(|day| places[usize::from(*day)]) {
            let fixed = sets.fixed()[self.problem.day_of(place.bus_day)];
            if !fixed && !self.put_in(&mut changed, stop, place.bus_day, place.position) {
                return None;
            }
        }
        Some(changed)
    }
}

/// A cost as people read it: what days cost by themselves, and what tours do.
pub(crate) fn breakdown(days: Cost, tours: Points) -> Breakdown {
    Breakdown {
        hard_rules: 0,
        unserved_least: days.least,
        announced_moved: days.moved,
        unserved_wanted: days.wanted,
        fairness: days.fairness,
        preferences: days.comfort + tours.preferences,
        travel: tours.travel,
        spread: tours.spread,
    }
}

/// The days of a stop that count: of these visits and the fixed ones.
pub(crate) fn days_of(problem: &Problem, asked: &[usize], stop: usize) -> Vec<u16> {
    let Some(request) = &problem.stops[stop].request else {
        return Vec::new();
    };
    let mut days: Vec<u16> = asked.iter().map(|bus_day| problem.day_of(*bus_day) as u16).collect();
    let fixed = request.sets.fixed().iter().enumerate().filter(|(_, fixed)| **fixed);
    days.extend(fixed.map(|(day, _)| day as u16));
    days.sort_unstable();
    days
}
