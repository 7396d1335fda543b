//! Another order of the visits of one tour: one visit elsewhere, or a stretch turned round, until neither helps.

use crate::{problem::Job, solution::Solution, workshop::Workshop};

/// Improves the order; whether it did.
pub(crate) fn improve(workshop: &mut Workshop<'_>, solution: &mut Solution, bus_day: usize) -> bool {
    let mut improved = false;
    while let Some(jobs) = better_order(workshop, solution, bus_day) {
        if !workshop.replace_if_drivable(solution, bus_day, &jobs) {
            break;
        }
        improved = true;
    }
    improved
}

fn better_order(workshop: &mut Workshop<'_>, solution: &Solution, bus_day: usize) -> Option<Vec<Job>> {
    let jobs = &solution.routes[bus_day].jobs;
    let n = jobs.len();
    let now = workshop.points(bus_day, jobs)?;
    let moved = |from: usize, to: usize| {
        let mut order = jobs.to_vec();
        let job = order.remove(from);
        order.insert(to, job);
        order
    };
    let turned = |from: usize, to: usize| {
        let mut order = jobs.to_vec();
        order[from..=to].reverse();
        order
    };
    let moves = (0..n).flat_map(|from| (0..n).filter(move |to| *to != from).map(move |to| (from, to)));
    let turns = (0..n).flat_map(|from| (from + 2..n).map(move |to| (from, to)));
    let orders = moves
        .map(|(from, to)| moved(from, to))
        .chain(turns.map(|(from, to)| turned(from, to)));
    orders
        .filter_map(|order| Some((workshop.points(bus_day, &order)?, order)))
        .filter(|(found, _)| *found < now)
        .min_by_key(|(found, _)| *found)
        .map(|(_, order)| order)
}
