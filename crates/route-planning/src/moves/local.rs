//! Local search on the tours of a day: visits change their place, alone or in pairs, two visits change places, a tour is partly turned round, two
//! tours exchange their ends.
//!
//! Only visits of stops near each other are looked at (the granular neighbourhood, Toth & Vigo 2003). A move is first judged by the legs and loads it
//! changes, which takes a few look-ups; only where that leaves hope, the changed tours are measured exactly.

mod change;
mod side;
mod tours;

use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use crate::{
    Cost,
    problem::{Job, Problem},
    solution::Solution,
    workshop::Workshop,
};
use change::Offers;
use side::Side;

/// Visits looked at around each visit.
const NEAR: usize = 30;
/// Of them, those looked at however long the way is.
const SURELY_NEAR: usize = 5;
/// Visits looked at in one run. Only the first runs of a large season come so far, where everything can be had better; whoever asks the
/// search to stop does not wait for all of it, and later runs begin elsewhere.
const MOST_LOOKS: usize = 1000;
/// Visits of other days looked at around each visit.
const ON_OTHER_DAYS: usize = 60;

/// Where a visit is: bus of its day and position in the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    bus_day: u32,
    position: u32,
}

impl Spot {
    const NOWHERE: Self = Self {
        bus_day: u32::MAX,
        position: 0,
    };
}

/// The memory of the local search.
pub(crate) struct Local {
    near: Vec<Vec<u32>>,
    /// Of so many of them the visits of other days too.
    near_on_other_days: usize,
    /// By stop and day.
    spots: Vec<Spot>,
    /// By bus-day: the tours as `spots` has them, and those that may be otherwise by now.
    known: Vec<Vec<Job>>,
    touched: Vec<usize>,
    visits: Vec<(u32, u32)>,
    /// When a tour was changed last, and when a visit was last looked at, both counted in changes; when the present run began.
    changed: Vec<u64>,
    looked: Vec<u64>,
    now: u64,
    begun: u64,
    /// By stop: whether one of its visits may go to another day while the others stay.
    may_change_days: Vec<bool>,
    /// By stop and day: in which run it came on the list.
    listed: Vec<u32>,
    run_number: u32,
    offers: Offers,
    going: Going,
    days_after: Vec<u16>,
    first: Vec<Job>,
    second: Vec<Job>,
    days: usize,
}

/// What it would cost one visit to go to other days, as far as it was asked.
struct Going {
    /// Which visit, in which tour, and when.
    about: (Job, usize, u64),
    /// Which one that is, counted.
    number: u64,
    /// By bus-day: the answer, and whose it is.
    to: Vec<(u64, Option<Cost>)>,
}

impl Local {
    /// `across_days`: whether visits may change their days.
    pub(crate) fn new(problem: &Problem, near: &[Vec<u32>], across_days: bool) -> Self {
        let wanted: u32 = problem.asking().map(|(_, r)| r.wanted).sum();
        let near_count = NEAR * problem.asking().count() * problem.days / (wanted.max(1) as usize);
        let other_days = SURELY_NEAR.max(ON_OTHER_DAYS * problem.asking().count() / wanted.max(1) as usize);
        let others = |(stop, all): (usize, &Vec<u32>)| {
            all.iter()
                .copied()
                .filter(|other| *other as usize != stop)
                .take(near_count)
                .collect()
        };
        Self {
            near: near.iter().enumerate().map(others).collect(),
            near_on_other_days: if across_days { other_days } else { 0 },
            spots: vec![Spot::NOWHERE; problem.stops.len() * problem.days],
            known: vec![Vec::new(); problem.shifts.len()],
            touched: (0..problem.shifts.len()).collect(),
            visits: Vec::new(),
            changed: vec![0; problem.shifts.len()],
            looked: vec![0; problem.stops.len() * problem.days],
            now: 0,
            begun: 0,
            may_change_days: problem
                .stops
                .iter()
                .map(|stop| stop.request.as_ref().is_some_and(|r| r.sets.one_day_may_change()))
                .collect(),
            listed: vec![0; problem.stops.len() * problem.days],
            run_number: 0,
            offers: Offers::default(),
            going: Going {
                about: (Job::MAX, 0, 0),
                number: 0,
                to: vec![(0, None); problem.shifts.len()],
            },
            days_after: Vec::new(),
            first: Vec::new(),
            second: Vec::new(),
            days: problem.days,
        }
    }

    /// Makes moves until none helps, beginning with the visits of some stops and those beside them. `tours` were changed since the last
    /// time; between others nothing can have become better.
    pub(crate) fn improve_from(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        stops: impl Iterator<Item = usize>,
        tours: &[usize],
        rng: &mut Pcg64Mcg,
    ) {
        let problem = workshop.problem;
        self.enter(problem, solution, tours);
        for stop in stops {
            for bus_day in &solution.asked[stop] {
                let jobs = &solution.routes[*bus_day].jobs;
                let day = problem.day_of(*bus_day);
                let at = self.spots[stop * self.days + day].position as usize;
                for job in jobs.iter().skip(at.saturating_sub(1)).take(if at == 0 { 2 } else { 3 }) {
                    self.list_visit(problem, *job, day);
                }
            }
        }
        self.run(workshop, solution, rng);
    }

    fn run(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, rng: &mut Pcg64Mcg) {
        self.visits.shuffle(rng);
        let mut next = 0;
        // Tours that change add their visits to the list.
        while let Some((stop, day)) = self.visits.get(next).copied().filter(|_| next < MOST_LOOKS) {
            self.listed[stop as usize * self.days + day as usize] = 0;
            self.around(workshop, solution, stop as usize, day as usize);
            next += 1;
        }
    }

    /// Puts a visit on the list, if it is not on it.
    fn list_visit(&mut self, problem: &Problem, job: Job, day: usize) {
        if job as usize >= problem.stops.len() {
            return;
        }
        let key = job as usize * self.days + day;
        if self.listed[key] != self.run_number {
            self.listed[key] = self.run_number;
            self.looked[key] = self.begun;
            self.visits.push((job, day as u32));
        }
    }

    /// Begins a run: only what was changed since the last one is read again.
    fn enter(&mut self, problem: &Problem, solution: &Solution, tours: &[usize]) {
        self.begun = self.now + 1;
        self.now += 2;
        self.run_number += 1;
        self.visits.clear();
        let mut touched = std::mem::take(&mut self.touched);
        touched.extend_from_slice(tours);
        for bus_day in &touched {
            let day = problem.day_of(*bus_day);
            for job in &self.known[*bus_day] {
                if let Some(spot) = self.spots.get_mut(*job as usize * self.days + day) {
                    *spot = Spot::NOWHERE;
                }
            }
        }
        for bus_day in &touched {
            let (day, jobs) = (problem.day_of(*bus_day), &solution.routes[*bus_day].jobs);
            self.known[*bus_day].clone_from(jobs);
            for (position, job) in (0..).zip(jobs) {
                if let Some(spot) = self.spots.get_mut(*job as usize * self.days + day) {
                    *spot = Spot {
                        bus_day: *bus_day as u32,
                        position,
                    };
                }
            }
        }
        touched.clear();
        touched.extend_from_slice(tours);
        self.touched = touched;
        for bus_day in tours {
            self.changed[*bus_day] = self.now;
        }
    }

    /// Other steps changed these tours, and nobody looked at them since.
    pub(crate) fn note_changed(&mut self, tours: impl Iterator<Item = usize>) {
        self.now += 1;
        for bus_day in tours {
            self.touched.push(bus_day);
            self.changed[bus_day] = self.now;
        }
    }

    /// Everything may have changed.
    pub(crate) fn forget(&mut self) {
        self.touched.clear();
        self.touched.extend(0..self.known.len());
    }

    /// Tries all moves of one visit with the visits near it, of its own day and of others.
    fn around(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize, day: usize) {
        let key = stop * self.days + day;
        if self.spots[key] == Spot::NOWHERE {
            return; // It is on another day by now.
        }
        let looked = std::mem::replace(&mut self.looked[key], self.now);
        let near = std::mem::take(&mut self.near[stop]);
        let mut reach = (0, 0);
        for (rank, other) in near.iter().enumerate() {
            let u = self.spots[key];
            if u == Spot::NOWHERE {
                break;
            }
            if rank >= SURELY_NEAR {
                if reach.0 != self.now {
                    reach = (self.now, longer_leg(workshop, solution, u));
                }
                if workshop
                    .problem
                    .roads
                    .fee(workshop.places[stop], workshop.places[*other as usize])
                    >= reach.1
                {
                    break;
                }
            }
            if self.may_change_days[stop] && rank < self.near_on_other_days {
                for number in 0..solution.asked[*other as usize].len() {
                    if let Some(bus_day) = solution.asked[*other as usize].get(number) {
                        let v = *other as usize * self.days + workshop.problem.day_of(*bus_day);
                        self.with(workshop, solution, key, v, looked);
                    }
                }
            } else {
                self.with(workshop, solution, key, *other as usize * self.days + day, looked);
            }
        }
        self.near[stop] = near;
        if self.spots[key] != Spot::NOWHERE {
            self.try_empty_bus(workshop, solution, key, day, looked);
        }
    }

    fn with(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: usize, v: usize, looked: u64) {
        // A move that was made may have changed everything.
        let (u, v) = (self.spots[u], self.spots[v]);
        if u == Spot::NOWHERE || v == Spot::NOWHERE {
            return;
        }
        if self.changed[u.bus_day as usize].max(self.changed[v.bus_day as usize]) <= looked {
            return;
        }
        if u.bus_day == v.bus_day {
            self.within(workshop, solution, u, v);
        } else {
            self.between(workshop, solution, u, v);
        }
    }

    /// Writes down that a tour was changed, and where its visits are now; some were in the tour `other` before.
    fn note(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, bus_day: usize, other: usize) {
        self.now += 1;
        self.touched.push(bus_day);
        self.known[bus_day].clone_from(&solution.routes[bus_day].jobs);
        let problem = workshop.problem;
        let (day, other_day) = (problem.day_of(bus_day), problem.day_of(other));
        self.changed[bus_day] = self.now;
        // What stood before it in its old tour, as far as the spots still tell.
        let mut before_it = None;
        for position in 0..solution.routes[bus_day].jobs.len() {
            let job = solution.routes[bus_day].jobs[position];
            let stop = job as usize;
            if stop >= problem.stops.len() {
                before_it = None;
                continue;
            }
            let (spot, there) = (stop * self.days + day, stop * self.days + other_day);
            let comes_over = other != bus_day
                && self.spots[spot].bus_day != bus_day as u32
                && self.spots[there].bus_day == other as u32;
            let old = if comes_over {
                self.spots[there]
            } else {
                self.spots[spot]
            };
            let beside = before_it.is_some_and(|(_, spot): (Job, Spot)| {
                spot.bus_day == old.bus_day && spot.position.abs_diff(old.position) == 1
            });
            if !beside {
                self.list_visit(problem, job, day);
                if let Some((job, _)) = before_it {
                    self.list_visit(problem, job, day);
                }
            }
            before_it = Some((job, old));
            if comes_over {
                self.spots[there] = Spot::NOWHERE;
                workshop.other_bus(solution, stop, other, bus_day);
            }
            self.spots[spot] = Spot {
                bus_day: bus_day as u32,
                position: position as u32,
            };
        }
    }
}

/// The longer of the ways before and after a visit. If another stop is farther away than this, a move that brings the two together can
/// help only by what it saves beside ways (the gain criterion of Lin & Kernighan 1973).
fn longer_leg(workshop: &Workshop<'_>, solution: &Solution, u: Spot) -> i64 {
    let (side, roads) = (
        Side::new(workshop, solution, u.bus_day as usize),
        &workshop.problem.roads,
    );
    let (i, here) = (u.position as usize, side.at(u.position as usize));
    roads.fee(side.before(i), here).max(roads.fee(here, side.after(i)))
}
