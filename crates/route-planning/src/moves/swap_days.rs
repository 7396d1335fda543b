//! Two stops exchange a day (and bus): stop A goes to B's tour and B to A's.

use crate::{
    problem::Job,
    solution::{Solution, Workshop},
};

/// A visit that a stop asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) stop: usize,
    pub(crate) bus_day: usize,
}

/// Exchanges the two visits if that makes the plan cheaper; whether it did. Otherwise the plan is as it was.
pub(crate) fn improve(workshop: &mut Workshop<'_>, solution: &mut Solution, a: Asked, b: Asked) -> bool {
    let has = |stop: usize, day: usize| {
        solution.asked[stop]
            .iter()
            .any(|bus_day| workshop.problem.day_of(*bus_day) == day)
    };
    let (day_a, day_b) = (workshop.problem.day_of(a.bus_day), workshop.problem.day_of(b.bus_day));
    // On one day, or where one of them comes already, there is nothing to exchange.
    if a.stop == b.stop || day_a == day_b || has(a.stop, day_b) || has(b.stop, day_a) {
        return false;
    }
    let Some(route_a) = exchanged(workshop, &solution.routes[a.bus_day].jobs, a.bus_day, a.stop, b.stop) else {
        return false;
    };
    let Some(route_b) = exchanged(workshop, &solution.routes[b.bus_day].jobs, b.bus_day, b.stop, a.stop) else {
        return false;
    };
    let mut changed = solution.clone();
    let drivable = workshop.replace_if_drivable(&mut changed, a.bus_day, route_a)
        && workshop.replace_if_drivable(&mut changed, b.bus_day, route_b);
    if !drivable {
        return false;
    }
    workshop.note_moved(&mut changed, a.stop, a.bus_day, b.bus_day);
    workshop.note_moved(&mut changed, b.stop, b.bus_day, a.bus_day);
    let better = changed.cost() < solution.cost();
    if better {
        *solution = changed;
    }
    better
}

/// The cheapest order of a tour with `out` replaced by `incoming`, the others in their order.
fn exchanged(
    workshop: &mut Workshop<'_>,
    jobs: &[Job],
    bus_day: usize,
    out: usize,
    incoming: usize,
) -> Option<Vec<Job>> {
    let rest: Vec<Job> = jobs.iter().copied().filter(|job| *job as usize != out).collect();
    let with = |position: usize| {
        let mut order = rest.clone();
        order.insert(position, incoming as Job);
        order
    };
    let orders = (0..=rest.len()).map(with);
    orders
        .filter_map(|order| Some((workshop.points(bus_day, &order)?, order)))
        .min_by_key(|(points, _)| *points)
        .map(|(_, order)| order)
}
