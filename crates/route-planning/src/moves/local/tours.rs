//! The moves, judged by the legs they change and then exactly.

use super::{
    Local, Spot,
    change::{Move, Offers},
    side::Side,
};
use crate::{
    Cost, apart,
    day_sets::DaySets,
    problem::{Job, Problem},
    solution::Solution,
    workshop::Workshop,
};

impl Local {
    /// Moves that bring u of one tour and v of another together.
    pub(super) fn between(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: Spot, v: Spot) {
        let (a, b) = (u.bus_day as usize, v.bus_day as usize);
        let (i, j) = (u.position as usize, v.position as usize);
        let mut best = std::mem::take(&mut self.offers);
        best.begin(slack(workshop, solution, a, b));
        // On another day the visit must be allowed there: every move that takes it along needs that.
        let own = self.goes_to(workshop.problem, solution, (a, i), b);
        let goes = own.is_some();
        let goes_alone = own.is_some_and(|own| !own.is_graver_than_comfort());
        let (s, t) = (Side::new(workshop, solution, a), Side::new(workshop, solution, b));
        let (pu, px) = (s.at(i), s.after(i));
        let (qv, ql, qy) = (t.at(j), t.before(j), t.after(j));
        if s.same_ways(&t) {
            best.offer(
                s.leg(pu, qv) + t.leg(ql, px) - s.leg(pu, px) - t.leg(ql, qv),
                Move::Tails { i: i + 1, j },
            );
            best.offer(
                s.leg(pu, qv) + t.leg(px, qy) - s.leg(pu, px) - t.leg(qv, qy),
                Move::Turned { i: i + 1, j: j + 1 },
            );
        }
        if goes {
            taking_along((&s, i), (&t, j), goes_alone, &mut best);
        }
        self.decide(workshop, solution, a, b, best);
    }

    /// What the days of a visit cost more when it goes to the other tour's day; `None` if it may not.
    fn goes_to(&mut self, problem: &Problem, solution: &Solution, (a, i): (usize, usize), b: usize) -> Option<Cost> {
        if problem.day_of(a) == problem.day_of(b) {
            return Some(Cost::ZERO);
        }
        let job = solution.routes[a].jobs[i];
        let about = (job, a, self.now);
        if self.going.about != about {
            self.going.about = about;
            self.going.number += 1;
        }
        let (number, own) = self.going.to[b];
        if number == self.going.number {
            return own;
        }
        let own = self.other_day(problem, solution, job, (a, b));
        self.going.to[b] = (self.going.number, own);
        own
    }

    /// Moves that bring u and v of one tour together.
    pub(super) fn within(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, u: Spot, v: Spot) {
        let a = u.bus_day as usize;
        let (i, j) = (u.position as usize, v.position as usize);
        let side = Side::new(workshop, solution, a);
        let f = |x: usize, y: usize| side.leg(x, y);
        let (pu, pl, px) = (side.at(i), side.before(i), side.after(i));
        let (pv, pvl, py) = (side.at(j), side.before(j), side.after(j));
        let mut best = std::mem::take(&mut self.offers);
        best.begin(workshop.slack(&solution.routes[a].measure));
        let out = f(pl, px) - f(pl, pu) - f(pu, px);
        let inside = |from: std::ops::Range<usize>, to: usize| Move::Inside { from, to };
        if i != j + 1 {
            best.offer(out + f(pv, pu) + f(pu, py) - f(pv, py), inside(i..i + 1, j + 1));
        }
        if j != i + 1 {
            best.offer(out + f(pvl, pu) + f(pu, pv) - f(pvl, pv), inside(i..i + 1, j));
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
            best.offer(pair_out + f(pv, pu) + f(px, py) - f(pv, py), inside(i..i + 2, j + 1));
        }
        if i + 1 < j {
            // As if ways were as long backwards; the exact measure knows better.
            best.offer(
                f(pu, pv) + f(px, py) - f(pu, px) - f(pv, py),
                Move::TurnInside { from: i + 1, to: j },
            );
        }
        if let Some((_, one)) = best.all.iter().min_by_key(|(delta, _)| *delta) {
            self.try_inside(workshop, solution, a, one);
        }
        self.offers = best;
    }

    fn try_inside(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, a: usize, one: &Move) {
        let route = &solution.routes[a];
        let bar = workshop.paid(&route.measure);
        self.first.clear();
        self.first.extend_from_slice(&route.jobs);
        one.apply_inside(&mut self.first);
        if workshop.points_below(a, &self.first, bar).is_some()
            && workshop.replace_if_drivable(solution, a, &self.first)
        {
            self.note(workshop, solution, a, a);
        }
    }

    /// One visit, or the end of a tour, into a bus that stands still.
    pub(super) fn try_empty_bus(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        key: usize,
        day: usize,
        looked: u64,
    ) {
        let problem = workshop.problem;
        let u = self.spots[key];
        let a = u.bus_day as usize;
        if self.changed[a] <= looked {
            return;
        }
        let empty = (0..problem.buses)
            .map(|bus| problem.bus_day(bus, day))
            .find(|b| solution.routes[*b].jobs.is_empty() && problem.shifts[*b].is_some());
        let Some(b) = empty else { return };
        let i = u.position as usize;
        let mut best = std::mem::take(&mut self.offers);
        best.begin(slack(workshop, solution, a, b));
        let (s, t) = (Side::new(workshop, solution, a), Side::new(workshop, solution, b));
        let (pu, pl, px) = (s.at(i), s.before(i), s.after(i));
        best.offer(
            s.leg(pl, px) - s.leg(pl, pu) - s.leg(pu, px) + t.leg(t.from, pu) + t.leg(pu, t.to),
            Move::relocate(i..i + 1, 0),
        );
        if i + 1 < s.len() && s.same_ways(&t) {
            best.offer(
                s.leg(pu, s.to) + t.leg(t.from, px) - s.leg(pu, px),
                Move::relocate(i + 1..s.len(), 0),
            );
        }
        self.decide(workshop, solution, a, b, best);
    }

    /// Makes the first move that the exact measure likes.
    fn decide(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, a: usize, b: usize, offers: Offers) {
        if !offers.all.is_empty() {
            let scale = workshop.scale(solution, a, b);
            let (one, other) = (&solution.routes[a].measure, &solution.routes[b].measure);
            let slack = workshop.slack_beside_load(one) + workshop.slack_beside_load(other);
            let _done = offers.all.iter().any(|(delta, one)| {
                let goes_over = one.goes_over(workshop, &solution.routes[a], &solution.routes[b]);
                *delta + scale.points(goes_over) < slack && self.try_move(workshop, solution, a, b, one)
            });
        }
        self.offers = offers;
    }

    fn try_move(
        &mut self,
        workshop: &mut Workshop<'_>,
        solution: &mut Solution,
        a: usize,
        b: usize,
        one: &Move,
    ) -> bool {
        let (there, back) = one.moved(solution.routes[a].jobs.len(), solution.routes[b].jobs.len());
        // Most moves to another day fail here already.
        let mut own = Cost::ZERO;
        for (from, to, range) in [(a, b, there), (b, a, back)] {
            for position in range {
                let job = solution.routes[from].jobs[position];
                match self.other_day(workshop.problem, solution, job, (from, to)) {
                    Some(more) => own += more,
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
    fn other_day(
        &mut self,
        problem: &Problem,
        solution: &Solution,
        job: Job,
        (from, to): (usize, usize),
    ) -> Option<Cost> {
        let stop = job as usize;
        let request = problem.stops.get(stop)?.request.as_ref()?;
        let (old, new) = (problem.day_of(from), problem.day_of(to));
        if old == new {
            return Some(Cost::ZERO);
        }
        if self.spots[stop * self.days + new] != Spot::NOWHERE
            || request.sets.fixed()[new]
            || request.slots_with(problem.bus_of(to), new).is_empty()
            || apart::too_near(problem, &solution.asked, stop, new)
        {
            return None;
        }
        let days = &mut self.days_after;
        solution.days_into(problem, stop, days);
        for day in days.iter_mut().filter(|day| usize::from(**day) == old) {
            *day = new as u16;
        }
        days.sort_unstable();
        Some(request.sets.cost(days)? - solution.own_cost(stop))
    }
}

/// The moves that take u of the first tour into the second, beside v; `alone`: also without a visit that comes back.
fn taking_along((s, i): (&Side<'_>, usize), (t, j): (&Side<'_>, usize), alone: bool, best: &mut Offers) {
    let (pu, pl, px) = (s.at(i), s.before(i), s.after(i));
    let (qv, ql, qy) = (t.at(j), t.before(j), t.after(j));
    let (w, x) = (i > 0, i + 1 < s.len());
    let (k, y) = (j > 0, j + 1 < t.len());
    let join_before = t.leg(qv, pu) - t.leg(qv, qy); // v, then u
    let join_after = t.leg(pu, qv) - t.leg(ql, qv); // u, then v
    let away = -s.leg(pl, pu) - s.leg(pu, px);
    if alone {
        let out = s.leg(pl, px) + away;
        best.offer(out + join_before + t.leg(pu, qy), Move::relocate(i..i + 1, j + 1));
        best.offer(out + join_after + t.leg(ql, pu), Move::relocate(i..i + 1, j));
    }
    if x {
        let pxx = s.after(i + 1);
        let out = s.leg(pl, pxx) + away - s.leg(px, pxx);
        best.offer(
            out + join_before + t.leg(pu, px) + t.leg(px, qy),
            Move::relocate(i..i + 2, j + 1),
        );
        best.offer(
            out + t.leg(px, pu) + join_after + t.leg(ql, px),
            Move::relocate_turned(i..i + 2, j),
        );
    }
    if w {
        let pll = s.before(i - 1);
        let out = s.leg(pll, px) - s.leg(pll, pl) + away;
        best.offer(
            out + join_after + t.leg(pl, pu) + t.leg(ql, pl),
            Move::relocate(i - 1..i + 1, j),
        );
        best.offer(
            out + t.leg(pu, pl) + join_before + t.leg(pl, qy),
            Move::relocate_turned(i - 1..i + 1, j + 1),
        );
    }
    if y {
        // u takes the place of what follows v.
        let qyy = t.after(j + 1);
        let place = t.leg(qv, pu) - t.leg(qv, qy) - t.leg(qy, qyy);
        best.offer(
            away + s.leg(pl, qy) + s.leg(qy, px) + place + t.leg(pu, qyy),
            Move::swap(i..i + 1, j + 1..j + 2),
        );
        if x {
            let pxx = s.after(i + 1);
            best.offer(
                s.leg(pl, qy) + s.leg(qy, pxx) + away - s.leg(px, pxx) + place + t.leg(pu, px) + t.leg(px, qyy),
                Move::swap(i..i + 2, j + 1..j + 2),
            );
        }
    }
    if k {
        // u takes the place of what comes before v.
        let qll = t.before(j - 1);
        let place = t.leg(pu, qv) - t.leg(ql, qv) - t.leg(qll, ql);
        best.offer(
            away + s.leg(pl, ql) + s.leg(ql, px) + place + t.leg(qll, pu),
            Move::swap(i..i + 1, j - 1..j),
        );
        if w {
            let pll = s.before(i - 1);
            best.offer(
                s.leg(pll, ql) + s.leg(ql, px) - s.leg(pll, pl) + away + place + t.leg(pl, pu) + t.leg(qll, pl),
                Move::swap(i - 1..i + 1, j - 1..j),
            );
        }
    }
    if s.same_ways(t) {
        best.offer(
            t.leg(qv, pu) + s.leg(pl, qy) - s.leg(pl, pu) - t.leg(qv, qy),
            Move::Tails { i, j: j + 1 },
        );
        best.offer(
            t.leg(pu, qv) + s.leg(pl, ql) - s.leg(pl, pu) - t.leg(ql, qv),
            Move::Turned { i, j },
        );
    }
}

/// What a change of two tours may cost more by its legs and still help.
fn slack(workshop: &Workshop<'_>, solution: &Solution, a: usize, b: usize) -> i64 {
    let (one, other) = (&solution.routes[a].measure, &solution.routes[b].measure);
    let balance = match workshop.problem.weights.spread {
        0 => 0,
        _ => workshop.scale(solution, a, b).most_by_balance(),
    };
    workshop.slack(one) + workshop.slack(other) + balance
}
