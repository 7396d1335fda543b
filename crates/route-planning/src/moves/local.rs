//! Local search on the tours of a day: visits change their place, alone or in pairs, two visits change places, a tour is partly turned round, two
//! tours exchange their ends.
//!
//! Only visits of stops near each other are looked at (the granular neighbourhood, Toth & Vigo 2003). A move is first judged by the legs and loads it
//! changes, which takes a few look-ups; only where that leaves hope, the changed tours are measured exactly.

use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use crate::{
    Cost, apart,
    day_sets::DaySets,
    problem::{Job, Problem},
    solution::{Route, Solution},
    workshop::Workshop,
};

/// Visits looked at around each visit.
const NEAR: usize = 30;
/// Of them, those looked at however long the way is.
const SURELY_NEAR: usize = 5;

/// Where a visit is: bus of its day and position in the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    bus_day: u32,
    position: u32,
}

const NOWHERE: Spot = Spot {
    bus_day: u32::MAX,
    position: 0,
};

/// The memory of the local search.
pub(crate) struct Local {
    near: Vec<Vec<u32>>,
    /// By stop and day.
    spots: Vec<Spot>,
    visits: Vec<(u32, u32)>,
    /// When a tour was changed last, and when a visit was last looked at, both counted in changes.
    changed: Vec<u64>,
    looked: Vec<u64>,
    now: u64,
    /// By stop: whether one of its visits may go to another day while the others stay.
    may_change_days: Vec<bool>,
    /// By stop and day: in which run it came on the list.
    listed: Vec<u32>,
    run_number: u32,
    first: Vec<Job>,
    second: Vec<Job>,
    days: usize,
}

impl Local {
    pub(crate) fn new(problem: &Problem, near: &[Vec<u32>]) -> Self {
        let wanted: u32 = problem.asking().map(|(_, r)| r.wanted).sum();
        let near_count = NEAR * problem.asking().count() * problem.days / (wanted.max(1) as usize);
        let others = |(stop, all): (usize, &Vec<u32>)| {
            all.iter()
                .copied()
                .filter(|other| *other as usize != stop)
                .take(near_count)
                .collect()
        };
        Self {
            near: near.iter().enumerate().map(others).collect(),
            spots: vec![NOWHERE; problem.stops.len() * problem.days],
            visits: Vec::new(),
            changed: vec![0; problem.shifts.len()],
            looked: vec![0; problem.stops.len() * problem.days],
            now: 0,
            may_change_days: problem
                .stops
                .iter()
                .map(|stop| stop.request.as_ref().is_some_and(|r| r.sets.one_day_may_change()))
                .collect(),
            listed: vec![0; problem.stops.len() * problem.days],
            run_number: 0,
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
        self.enter(problem, solution);
        for bus_day in tours {
            self.changed[*bus_day] = self.now;
        }
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
        loop {
            let before = self.now;
            let mut next = 0;
            // Tours that change add their visits to the list.
            while let Some((stop, day)) = self.visits.get(next).copied() {
                self.around(workshop, solution, stop as usize, day as usize);
                next += 1;
            }
            if self.now == before {
                break;
            }
        }
        for (bus_day, route) in solution.routes.iter().enumerate() {
            let day = workshop.problem.day_of(bus_day);
            for job in route
                .jobs
                .iter()
                .filter(|job| (**job as usize) < workshop.problem.stops.len())
            {
                self.spots[*job as usize * self.days + day] = NOWHERE;
            }
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
            self.looked[key] = 0;
            self.visits.push((job, day as u32));
        }
    }

    fn enter(&mut self, problem: &Problem, solution: &Solution) {
        self.now += 1;
        self.run_number += 1;
        self.visits.clear();
        self.changed.fill(0);
        for (bus_day, route) in solution.routes.iter().enumerate() {
            let day = problem.day_of(bus_day);
            for (position, job) in route
                .jobs
                .iter()
                .enumerate()
                .filter(|(_, job)| (**job as usize) < problem.stops.len())
            {
                self.spots[*job as usize * self.days + day] = Spot {
                    bus_day: bus_day as u32,
                    position: position as u32,
                };
            }
        }
    }

    /// Tries all moves of one visit with the visits near it, of its own day and of others.
    fn around(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize, day: usize) {
        let key = stop * self.days + day;
        if self.spots[key] == NOWHERE {
            return; // It is on another day by now.
        }
        let looked = std::mem::replace(&mut self.looked[key], self.now);
        let near = std::mem::take(&mut self.near[stop]);
        for (rank, other) in near.iter().enumerate() {
            let u = self.spots[key];
            if u == NOWHERE || (rank >= SURELY_NEAR && too_far(workshop, solution, u, *other as usize)) {
                break;
            }
            if self.may_change_days[stop] {
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
        if self.spots[key] != NOWHERE {
            self.try_empty_bus(workshop, solution, key, day, looked);
        }
    }

    fn with(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: usize, v: usize, looked: u64) {
        // A move that was made may have changed everything.
        let (u, v) = (self.spots[u], self.spots[v]);
        if u == NOWHERE || v == NOWHERE {
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

    /// Moves that bring u of one tour and v of another together.
    fn between(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: Spot, v: Spot) -> bool {
        let (a, b) = (u.bus_day as usize, v.bus_day as usize);
        let (i, j) = (u.position as usize, v.position as usize);
        let slack = workshop.slack(&solution.routes[a].measure) + workshop.slack(&solution.routes[b].measure);
        let (s, t) = (Side::new(workshop, solution, a), Side::new(workshop, solution, b));
        let f = |x: usize, y: usize| workshop.problem.roads.fee(x, y);
        let (pu, pl, px) = (s.at(i), s.before(i), s.after(i));
        let (qv, ql, qy) = (t.at(j), t.before(j), t.after(j));
        let (w, x) = (i > 0, i + 1 < s.len());
        let (k, y) = (j > 0, j + 1 < t.len());
        let mut best = Offers::new(slack);
        let join_before = f(qv, pu) - f(qv, qy); // v, then u
        let join_after = f(pu, qv) - f(ql, qv); // u, then v
        let out = f(pl, px) - f(pl, pu) - f(pu, px);
        best.offer(out + join_before + f(pu, qy), Move::relocate(i..i + 1, j + 1));
        best.offer(out + join_after + f(ql, pu), Move::relocate(i..i + 1, j));
        if x {
            let pxx = s.after(i + 1);
            let out = f(pl, pxx) - f(pl, pu) - f(px, pxx);
            best.offer(out + join_before + f(px, qy), Move::relocate(i..i + 2, j + 1));
            best.offer(
                out - f(pu, px) + f(px, pu) + join_after + f(ql, px),
                Move::relocate_turned(i..i + 2, j),
            );
        }
        if w {
            let pll = s.before(i - 1);
            let out = f(pll, px) - f(pll, pl) - f(pu, px);
            best.offer(out + join_after + f(ql, pl), Move::relocate(i - 1..i + 1, j));
            best.offer(
                out - f(pl, pu) + f(pu, pl) + join_before + f(pl, qy),
                Move::relocate_turned(i - 1..i + 1, j + 1),
            );
        }
        let out = -f(pl, pu) - f(pu, px);
        if y {
            // u takes the place of what follows v.
            let qyy = t.after(j + 1);
            let place = f(qv, pu) - f(qv, qy) - f(qy, qyy);
            best.offer(
                out + f(pl, qy) + f(qy, px) + place + f(pu, qyy),
                Move::swap(i..i + 1, j + 1..j + 2),
            );
            if x {
                let pxx = s.after(i + 1);
                best.offer(
                    f(pl, qy) + f(qy, pxx) - f(pl, pu) - f(px, pxx) + place + f(px, qyy),
                    Move::swap(i..i + 2, j + 1..j + 2),
                );
            }
        }
        if k {
            // u takes the place of what comes before v.
            let qll = t.before(j - 1);
            let place = f(pu, qv) - f(ql, qv) - f(qll, ql);
            best.offer(
                out + f(pl, ql) + f(ql, px) + place + f(qll, pu),
                Move::swap(i..i + 1, j - 1..j),
            );
            if w {
                let pll = s.before(i - 1);
                best.offer(
                    f(pll, ql) + f(ql, px) - f(pll, pl) - f(pu, px) + place + f(qll, pl),
                    Move::swap(i - 1..i + 1, j - 1..j),
                );
            }
        }
        if s.same_depots(&t) {
            best.offer(
                f(pu, qv) + f(ql, px) - f(pu, px) - f(ql, qv),
                Move::Tails { i: i + 1, j },
            );
            best.offer(
                f(qv, pu) + f(pl, qy) - f(pl, pu) - f(qv, qy),
                Move::Tails { i, j: j + 1 },
            );
            best.offer(
                f(pu, qv) + f(px, qy) - f(pu, px) - f(qv, qy),
                Move::Turned { i: i + 1, j: j + 1 },
            );
            best.offer(f(pu, qv) + f(pl, ql) - f(pl, pu) - f(ql, qv), Move::Turned { i, j });
        }
        self.decide(workshop, solution, a, b, &best)
    }

    fn within(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: Spot, v: Spot) -> bool {
        let a = u.bus_day as usize;
        let (i, j) = (u.position as usize, v.position as usize);
        let side = Side::new(workshop, solution, a);
        let f = |x: usize, y: usize| workshop.problem.roads.fee(x, y);
        let slack = workshop.slack(&solution.routes[a].measure);
        let (pu, pl, px) = (side.at(i), side.before(i), side.after(i));
        let (pv, pvl, py) = (side.at(j), side.before(j), side.after(j));
        let mut best = Offers::new(slack);
        let out = f(pl, px) - f(pl, pu) - f(pu, px);
        if i != j + 1 {
            best.offer(
                out + f(pv, pu) + f(pu, py) - f(pv, py),
                Move::Inside {
                    from: i..i + 1,
                    to: j + 1,
                },
            );
        }
        if j != i + 1 {
            best.offer(
                out + f(pvl, pu) + f(pu, pv) - f(pvl, pv),
                Move::Inside { from: i..i + 1, to: j },
            );
        }
        if i.abs_diff(j) > 1 {
            best.offer(
                f(pl, pv) + f(pv, px) - f(pl, pu) - f(pu, px) + f(pvl, pu) + f(pu, py) - f(pvl, pv) - f(pv, py),
                Move::Exchange { i, j },
            );
        }
        if i + 1 < side.len() && j != i + 1 && i != j + 1 {
            let pxx = side.after(i + 1);
            let pair_out = f(pl, pxx) - f(pl, pu) - f(px, pxx);
            if j + 1 != i {
                best.offer(
                    pair_out + f(pv, pu) + f(px, py) - f(pv, py),
                    Move::Inside {
                        from: i..i + 2,
                        to: j + 1,
                    },
                );
            }
        }
        if i + 1 < j {
            // As if ways were as long backwards; the exact measure knows better.
            best.offer(
                f(pu, pv) + f(px, py) - f(pu, px) - f(pv, py),
                Move::TurnInside { from: i + 1, to: j },
            );
        }
        let best = best.offers.iter().flatten().min_by_key(|(delta, _)| *delta);
        let Some((_, one)) = best else { return false };
        let old = solution.routes[a].measure;
        self.first.clear();
        self.first.extend_from_slice(&solution.routes[a].jobs);
        one.apply_inside(&mut self.first);
        let Some(points) = workshop.points(a, &self.first) else {
            return false;
        };
        if points >= old.points + workshop.penalties.points(old.excess) {
            return false;
        }
        let jobs = std::mem::take(&mut self.first);
        let done = workshop.replace_if_drivable(solution, a, &jobs);
        self.first = jobs;
        if done {
            self.note(workshop, solution, a, a);
        }
        done
    }

    /// One visit, or the end of a tour, into a bus that stands still.
    fn try_empty_bus(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        key: usize,
        day: usize,
        looked: u64,
    ) -> bool {
        let problem = workshop.problem;
        let u = self.spots[key];
        let a = u.bus_day as usize;
        if self.changed[a] <= looked {
            return false;
        }
        let empty = (0..problem.buses)
            .map(|bus| problem.bus_day(bus, day))
            .find(|b| solution.routes[*b].jobs.is_empty() && problem.shifts[*b].is_some());
        let Some(b) = empty else { return false };
        let i = u.position as usize;
        let slack = workshop.slack(&solution.routes[a].measure);
        let (s, t) = (Side::new(workshop, solution, a), Side::new(workshop, solution, b));
        let f = |x: usize, y: usize| problem.roads.fee(x, y);
        let (pu, pl, px) = (s.at(i), s.before(i), s.after(i));
        let mut best = Offers::new(slack);
        best.offer(
            f(pl, px) - f(pl, pu) - f(pu, px) + f(t.from, pu) + f(pu, t.to),
            Move::relocate(i..i + 1, 0),
        );
        if i + 1 < s.len() && s.same_depots(&t) {
            best.offer(
                f(pu, s.to) + f(t.from, px) - f(pu, px),
                Move::relocate(i + 1..s.len(), 0),
            );
        }
        self.decide(workshop, solution, a, b, &best)
    }

    /// Makes the first move that the exact measure likes.
    fn decide(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        a: usize,
        b: usize,
        offers: &Offers,
    ) -> bool {
        let scale = workshop.load_scale(solution, a, b);
        let slack = workshop.slack_beside_load(&solution.routes[a].measure)
            + workshop.slack_beside_load(&solution.routes[b].measure);
        offers.offers.iter().flatten().any(|(delta, one)| {
            let load = one.load(workshop, solution, a, b);
            *delta + scale.points(load) < slack && self.try_move(workshop, solution, a, b, one)
        })
    }

    fn try_move(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        a: usize,
        b: usize,
        one: &Move,
    ) -> bool {
        let problem = workshop.problem;
        let (there, back) = one.moved(solution.routes[a].jobs.len(), solution.routes[b].jobs.len());
        let mut own = Cost::ZERO;
        for (from, to, range) in [(a, b, there), (b, a, back)] {
            for job in &solution.routes[from].jobs[range] {
                match self.other_day(problem, solution, *job, from, to) {
                    Some(cost) => own += cost,
                    None => return false,
                }
            }
        }
        one.apply(
            &solution.routes[a],
            &solution.routes[b],
            &mut self.first,
            &mut self.second,
        );
        if !workshop.replace_pair_if_better(solution, (a, &self.first), (b, &self.second), own) {
            return false;
        }
        self.note(workshop, solution, a, b);
        self.note(workshop, solution, b, a);
        true
    }

    /// What the days of a stop cost more when a visit goes from one bus-day to another; `None` if it may not. Which bus does a fixed
    /// visit is settled.
    fn other_day(&self, problem: &Problem, solution: &Solution, job: Job, from: usize, to: usize) -> Option<Cost> {
        let stop = job as usize;
        let request = problem.stops.get(stop)?.request.as_ref()?;
        let (old, new) = (problem.day_of(from), problem.day_of(to));
        if old == new {
            return Some(Cost::ZERO);
        }
        if apart::too_near(problem, &solution.asked, stop, new)
            || request.slots_with(problem.bus_of(to), new).is_empty()
            || request.sets.fixed()[new]
            || self.spots[stop * self.days + new] != NOWHERE
        {
            return None;
        }
        let mut days = solution.days(problem, stop);
        for day in days.iter_mut().filter(|day| usize::from(**day) == old) {
            *day = new as u16;
        }
        days.sort_unstable();
        Some(request.sets.cost(&days)? - solution.own_cost(stop))
    }

    /// Writes down that a tour was changed, and where its visits are now; some were in the tour `other` before.
    fn note(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, bus_day: usize, other: usize) {
        self.now += 1;
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
                self.spots[there] = NOWHERE;
                workshop.other_bus(solution, stop, other, bus_day);
            }
            self.spots[spot] = Spot {
                bus_day: bus_day as u32,
                position: position as u32,
            };
        }
    }
}

/// Whether the way to the other stop is longer than both ways that a visit has now: then a move that brings the two together can help
/// only by what it saves beside ways (the gain criterion of Lin & Kernighan 1973).
fn too_far(workshop: &Workshop<'_>, solution: &Solution, u: Spot, other: usize) -> bool {
    let side = Side::new(workshop, solution, u.bus_day as usize);
    let (i, roads) = (u.position as usize, &workshop.problem.roads);
    let longer = roads
        .fee(side.before(i), side.at(i))
        .max(roads.fee(side.at(i), side.after(i)));
    roads.fee(side.at(i), workshop.places[other]) >= longer
}

/// A change of one or two tours.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Move {
    /// A stretch of the first tour into the second, before the visit that was at `to`.
    Relocate {
        from: std::ops::Range<usize>,
        to: usize,
        turned: bool,
    },
    /// Two stretches change places.
    Swap {
        from: std::ops::Range<usize>,
        to: std::ops::Range<usize>,
    },
    /// What comes from `i` on and what comes from `j` on change places.
    Tails { i: usize, j: usize },
    /// What the first tour has from `i` on and what the second has before `j` change places, both turned round.
    Turned { i: usize, j: usize },
    /// A stretch elsewhere in its own tour, before the visit that was at `to`.
    Inside { from: std::ops::Range<usize>, to: usize },
    /// Two visits of one tour change places.
    Exchange { i: usize, j: usize },
    /// A stretch of one tour turned round, both ends included.
    TurnInside { from: usize, to: usize },
}

impl Move {
    fn relocate(from: std::ops::Range<usize>, to: usize) -> Self {
        Self::Relocate {
            from,
            to,
            turned: false,
        }
    }

    fn relocate_turned(from: std::ops::Range<usize>, to: usize) -> Self {
        Self::Relocate { from, to, turned: true }
    }

    fn swap(from: std::ops::Range<usize>, to: std::ops::Range<usize>) -> Self {
        Self::Swap { from, to }
    }

    /// What it takes of load from tour `a` to tour `b`.
    fn load(&self, workshop: &Workshop<'_>, solution: &Solution, a: usize, b: usize) -> i64 {
        let (a, b) = (&solution.routes[a].jobs, &solution.routes[b].jobs);
        let (there, back) = self.moved(a.len(), b.len());
        let sum = |jobs: &[Job]| jobs.iter().map(|job| workshop.uses[*job as usize].load).sum::<i64>();
        sum(&a[there]) - sum(&b[back])
    }

    /// Which positions of the first tour go to the second, and which of the second to the first.
    fn moved(&self, first: usize, second: usize) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        match self {
            Self::Relocate { from, .. } => (from.clone(), 0..0),
            Self::Swap { from, to } => (from.clone(), to.clone()),
            Self::Tails { i, j } => (*i..first, *j..second),
            Self::Turned { i, j } => (*i..first, 0..*j),
            Self::Inside { .. } | Self::Exchange { .. } | Self::TurnInside { .. } => (0..0, 0..0),
        }
    }

    fn apply(&self, a: &Route, b: &Route, first: &mut Vec<Job>, second: &mut Vec<Job>) {
        let (a, b) = (&a.jobs, &b.jobs);
        first.clear();
        second.clear();
        match self {
            Self::Relocate { from, to, turned } => {
                first.extend_from_slice(&a[..from.start]);
                first.extend_from_slice(&a[from.end..]);
                second.extend_from_slice(&b[..*to]);
                if *turned {
                    second.extend(a[from.clone()].iter().rev());
                } else {
                    second.extend_from_slice(&a[from.clone()]);
                }
                second.extend_from_slice(&b[*to..]);
            }
            Self::Swap { from, to } => {
                first.extend_from_slice(&a[..from.start]);
                first.extend_from_slice(&b[to.clone()]);
                first.extend_from_slice(&a[from.end..]);
                second.extend_from_slice(&b[..to.start]);
                second.extend_from_slice(&a[from.clone()]);
                second.extend_from_slice(&b[to.end..]);
            }
            Self::Tails { i, j } => {
                first.extend_from_slice(&a[..*i]);
                first.extend_from_slice(&b[*j..]);
                second.extend_from_slice(&b[..*j]);
                second.extend_from_slice(&a[*i..]);
            }
            Self::Turned { i, j } => {
                first.extend_from_slice(&a[..*i]);
                first.extend(b[..*j].iter().rev());
                second.extend(a[*i..].iter().rev());
                second.extend_from_slice(&b[*j..]);
            }
            Self::Inside { .. } | Self::Exchange { .. } | Self::TurnInside { .. } => {
                first.extend_from_slice(a);
                second.extend_from_slice(b);
                self.apply_inside(first);
            }
        }
    }

    fn apply_inside(&self, jobs: &mut [Job]) {
        match self {
            Self::Inside { from, to } if *to > from.end => jobs[from.start..*to].rotate_left(from.len()),
            Self::Inside { from, to } if *to < from.start => jobs[*to..from.end].rotate_right(from.len()),
            Self::Exchange { i, j } => jobs.swap(*i, *j),
            Self::TurnInside { from, to } => jobs[*from..=*to].reverse(),
            _ => {}
        }
    }
}

/// Moves that may help, with what they change by the legs.
#[derive(Debug)]
struct Offers {
    slack: i64,
    count: usize,
    offers: [Option<(i64, Move)>; 16],
}

impl Offers {
    fn new(slack: i64) -> Self {
        Self {
            slack,
            count: 0,
            offers: [const { None }; 16],
        }
    }

    fn offer(&mut self, delta: i64, one: Move) {
        if delta < self.slack {
            self.offers[self.count] = Some((delta, one));
            self.count += 1;
        }
    }
}

/// One tour, as moves look at it.
struct Side<'s> {
    jobs: &'s [Job],
    places: &'s [usize],
    from: usize,
    to: usize,
}

impl<'s> Side<'s> {
    fn new(workshop: &'s Workshop<'_>, solution: &'s Solution, bus_day: usize) -> Self {
        let (from, to) = workshop.problem.shifts[bus_day].map_or((0, 0), |shift| (shift.from, shift.to));
        Self {
            jobs: &solution.routes[bus_day].jobs,
            places: &workshop.places,
            from,
            to,
        }
    }

    fn len(&self) -> usize {
        self.jobs.len()
    }

    fn at(&self, position: usize) -> usize {
        self.places[self.jobs[position] as usize]
    }

    fn before(&self, position: usize) -> usize {
        if position == 0 {
            self.from
        } else {
            self.at(position - 1)
        }
    }

    fn after(&self, position: usize) -> usize {
        if position + 1 < self.jobs.len() {
            self.at(position + 1)
        } else {
            self.to
        }
    }

    fn same_depots(&self, other: &Self) -> bool {
        self.from == other.from && self.to == other.to
    }
}
