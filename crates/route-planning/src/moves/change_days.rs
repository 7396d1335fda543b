//! Another day set for one stop: the best there is, with all other stops as they are.

use crate::solution::{Solution, Workshop};

/// Places a stop that has no asked visit in the plan, on the best days, with at most `cap` visits (more only where fixed).
pub(crate) fn place(workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize, cap: u32) {
    let Some(request) = &workshop.problem.stops[stop].request else {
        return;
    };
    let (prices, offers) = workshop.prices(solution, stop);
    if let Some((_, days)) = request.sets.cheapest_up_to(&prices, cap) {
        workshop.insert_all(solution, stop, &days, &offers);
    }
}

/// Takes the stop out and places it again; whether that made the plan cheaper. If not, the plan is as it was.
pub(crate) fn improve(workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize) -> bool {
    let mut changed = solution.clone();
    workshop.remove_all(&mut changed, stop);
    place(workshop, &mut changed, stop, u32::MAX);
    let better = changed.cost() < solution.cost();
    if better {
        *solution = changed;
    }
    better
}
