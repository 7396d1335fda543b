//! Another day set for one stop: the best there is, with all other stops as they are.

use crate::{solution::Solution, workshop::Workshop};

/// Places a stop that has no asked visit in the plan, on the best days, with at most `cap` visits (more only where fixed).
pub(crate) fn place(workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize, cap: u32) {
    place_passing_over(workshop, solution, stop, cap, || false);
}

/// The same, looking away from some tours.
pub(crate) fn place_passing_over(
    workshop: &mut Workshop<'_>,
    solution: &mut Solution,
    stop: usize,
    cap: u32,
    passed_over: impl FnMut() -> bool,
) {
    let Some(request) = &workshop.problem.stops[stop].request else {
        return;
    };
    workshop.price_days(solution, stop, passed_over);
    if let Some((_, days)) = request.sets.cheapest_up_to(&workshop.prices, cap) {
        workshop.insert_all(solution, stop, &days);
    }
}

/// Takes the stop out and places it again; whether that made the plan cheaper. If not, the plan is as it was.
pub(crate) fn improve(workshop: &mut Workshop<'_>, solution: &mut Solution, stop: usize) -> bool {
    let before = workshop.cost(solution);
    workshop.journal.begin(solution);
    workshop.remove_all(solution, stop);
    place(workshop, solution, stop, u32::MAX);
    let better = workshop.cost(solution) < before;
    if better {
        workshop.journal.close();
    } else {
        workshop.journal.take_back(solution);
    }
    better
}
