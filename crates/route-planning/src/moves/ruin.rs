//! Which visits to take out together. What is put back together should be able to use each other's room, so it is near
//! each other: on the map, in neighbouring tours of a day, or in days.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use crate::{problem::Problem, solution::Solution, workshop::Workshop};

/// Visits taken out in one step, on average.
const MEAN: u32 = 12;
/// The longest string taken out of one tour.
const LONGEST: u32 = 12;
/// At most one stop in so many is taken out: in a small season the rest should still say something.
const MOST_PART: usize = 4;
/// Stops near a stop that are known.
const NEAR: usize = 1000;

/// A stop that was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ruined {
    pub(crate) stop: usize,
    /// Only of this day, to which it comes back; `None`: of all days.
    pub(crate) only_on: Option<usize>,
}

/// Takes visits out; remembers which stops are near which.
pub(crate) struct Ruin {
    asking: Vec<usize>,
    /// By stop: itself and the nearest asking stops, nearest first.
    pub(crate) near: Vec<Vec<u32>>,
    /// Stops taken out in one step at most.
    most: usize,
    epoch: u32,
    route_done: Vec<u32>,
    stop_done: Vec<u32>,
}

impl Ruin {
    pub(crate) fn new(problem: &Problem) -> Self {
        let asking: Vec<usize> = problem.asking().map(|(stop, _)| stop).collect();
        let mut near = vec![Vec::new(); problem.stops.len()];
        for stop in &asking {
            near[*stop] = nearest(problem, *stop, &asking);
        }
        Self {
            near,
            most: (asking.len() / MOST_PART).max(2),
            epoch: 0,
            route_done: vec![0; problem.shifts.len()],
            stop_done: vec![0; problem.stops.len()],
            asking,
        }
    }

    /// Takes some visits out and tells which.
    pub(crate) fn ruin(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        ruined: &mut Vec<Ruined>,
        rng: &mut Pcg64Mcg,
    ) {
        self.epoch += 1;
        ruined.clear();
        let seed = self.seed(workshop.problem, solution, rng);
        match rng.random_range(0..8u32) {
            0..3 => self.strings(workshop, solution, seed, true, ruined, rng),
            3..6 => self.strings(workshop, solution, seed, false, ruined, rng),
            6 => self.near_on_the_map(workshop, solution, seed, ruined, rng),
            _ => self.near_in_days(workshop, solution, ruined, rng),
        }
        if ruined.is_empty() {
            self.take(workshop, solution, seed, None, ruined);
        }
    }

    /// Where to begin: anywhere, and now and then at a stop that lacks visits.
    fn seed(&self, problem: &Problem, solution: &Solution, rng: &mut Pcg64Mcg) -> usize {
        let lacking = solution.total.least > 0 || solution.total.wanted > 0;
        if lacking && rng.random_range(0..4u32) == 0 {
            let lacks = |stop: &usize| {
                let request = problem.stops[*stop].request.as_ref();
                request.is_some_and(|r| solution.got(problem, *stop) < r.wanted)
            };
            let all: Vec<usize> = self.asking.iter().copied().filter(lacks).collect();
            if !all.is_empty() {
                return one_of(&all, rng);
            }
        }
        self.any(rng)
    }

    /// A stop that asks for visits. There is one, or nobody searches.
    pub(super) fn any(&self, rng: &mut Pcg64Mcg) -> usize {
        one_of(&self.asking, rng)
    }

    /// Strings of neighbouring tours of one day, near the seed (Christiaens & Vanden Berghe 2020). With `whole`, their stops lose all their days.
    fn strings(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        seed: usize,
        whole: bool,
        ruined: &mut Vec<Ruined>,
        rng: &mut Pcg64Mcg,
    ) {
        let problem = workshop.problem;
        let Some(day) = any_day(problem, solution, seed, rng) else {
            return;
        };
        let tours = (0..problem.buses).map(|bus| solution.routes[problem.bus_day(bus, day)].jobs.len());
        let (visits, driven) = tours.fold((0, 0), |(visits, driven), len| {
            (visits + len, driven + usize::from(len > 0))
        });
        let longest = LONGEST.min((visits / driven.max(1)).max(1) as u32);
        let most_strings = (4 * MEAN / (1 + longest)).saturating_sub(1).max(1);
        let mut strings = rng.random_range(1..=most_strings);
        let near = std::mem::take(&mut self.near[seed]);
        for stop in near.iter().map(|stop| *stop as usize) {
            if strings == 0 {
                break;
            }
            let asked = &solution.asked[stop];
            let bus_day = if whole {
                asked.get(rng.random_range(0..asked.len().max(1) as u32) as usize)
            } else {
                asked.iter().find(|bus_day| problem.day_of(**bus_day) == day)
            };
            let Some(bus_day) = bus_day.copied() else { continue };
            if self.route_done[bus_day] == self.epoch || self.stop_done[stop] == self.epoch {
                continue;
            }
            self.route_done[bus_day] = self.epoch;
            strings -= 1;
            for out in string(&solution.routes[bus_day].jobs, stop, longest, problem.stops.len(), rng) {
                self.take(workshop, solution, out, (!whole).then_some(day), ruined);
            }
        }
        self.near[seed] = near;
    }

    fn near_on_the_map(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        seed: usize,
        ruined: &mut Vec<Ruined>,
        rng: &mut Pcg64Mcg,
    ) {
        let count = rng.random_range(1..=MEAN) as usize;
        let near = std::mem::take(&mut self.near[seed]);
        for stop in near.iter().take(count) {
            self.take(workshop, solution, *stop as usize, None, ruined);
        }
        self.near[seed] = near;
    }

    /// Stops with a visit within a few days of a random day of the season.
    fn near_in_days(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        ruined: &mut Vec<Ruined>,
        rng: &mut Pcg64Mcg,
    ) {
        let problem = workshop.problem;
        let count = rng.random_range(1..=MEAN) as usize;
        let centre = rng.random_range(0..problem.days as u32) as usize;
        for distance in 0..7usize {
            for day in [
                centre.checked_sub(distance),
                Some(centre + distance).filter(|_| distance > 0),
            ] {
                let Some(day) = day.filter(|day| *day < problem.days) else {
                    continue;
                };
                let first = rng.random_range(0..problem.buses as u32) as usize;
                for bus in (first..problem.buses).chain(0..first) {
                    for job in solution.routes[problem.bus_day(bus, day)].jobs.clone() {
                        if ruined.len() >= count {
                            return;
                        }
                        if (job as usize) < problem.stops.len() {
                            self.take(workshop, solution, job as usize, None, ruined);
                        }
                    }
                }
            }
        }
    }

    fn take(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        stop: usize,
        only_on: Option<usize>,
        ruined: &mut Vec<Ruined>,
    ) {
        if self.stop_done[stop] == self.epoch || ruined.len() >= self.most {
            return;
        }
        self.stop_done[stop] = self.epoch;
        match only_on {
            None => workshop.remove_all(solution, stop),
            Some(day) => {
                let problem = workshop.problem;
                let Some(bus_day) = solution.asked[stop].iter().copied().find(|b| problem.day_of(*b) == day) else {
                    return;
                };
                workshop.remove(solution, stop, bus_day);
            }
        }
        ruined.push(Ruined { stop, only_on });
    }
}

fn one_of(stops: &[usize], rng: &mut Pcg64Mcg) -> usize {
    stops[rng.random_range(0..stops.len() as u32) as usize]
}

fn nearest(problem: &Problem, stop: usize, asking: &[usize]) -> Vec<u32> {
    let roads = &problem.roads;
    let place = |stop: usize| problem.stops[stop].place;
    let way = |other: usize| {
        let there_and_back = roads.fee(place(stop), place(other)) + roads.fee(place(other), place(stop));
        let minutes = roads.minutes(place(stop), place(other));
        (other != stop, there_and_back, minutes, other)
    };
    let mut others = asking.to_vec();
    if others.len() > NEAR {
        others.select_nth_unstable_by_key(NEAR, |other| way(*other));
        others.truncate(NEAR);
    }
    others.sort_unstable_by_key(|other| way(*other));
    others.into_iter().map(|other| other as u32).collect()
}

fn any_day(problem: &Problem, solution: &Solution, stop: usize, rng: &mut Pcg64Mcg) -> Option<usize> {
    let asked = &solution.asked[stop];
    let number = rng.random_range(0..asked.len().max(1) as u32) as usize;
    asked.get(number).map(|bus_day| problem.day_of(*bus_day))
}

/// A stretch of a tour that holds the stop, sometimes with some visits in its middle left where they are. Fixed visits stay.
fn string(jobs: &[u32], stop: usize, longest: u32, stops: usize, rng: &mut Pcg64Mcg) -> Vec<usize> {
    let Some(at) = jobs.iter().position(|job| *job as usize == stop) else {
        return Vec::new();
    };
    let length = rng.random_range(1..=longest.min(jobs.len() as u32)) as usize;
    // Left in the middle: mostly none or one.
    let mut left = 0;
    if length > 1 && rng.random_range(0..2u32) == 0 {
        left = 1;
        while length + left < jobs.len() && rng.random_range(0..100u32) == 0 {
            left += 1;
        }
        left = left.min(jobs.len() - length);
    }
    let whole = length + left;
    let earliest = (at + 1).saturating_sub(whole);
    let latest = at.min(jobs.len() - whole);
    let start = rng.random_range(earliest as u32..=latest as u32) as usize;
    let hole = start + rng.random_range(0..=length as u32) as usize;
    let in_hole = |i: usize| (hole..hole + left).contains(&i);
    let taken = (start..start + whole)
        .filter(|i| !in_hole(*i))
        .map(|i| jobs[i] as usize);
    taken.filter(|job| *job < stops).collect()
}
