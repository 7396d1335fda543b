//! Puts visits back that were taken out, one stop after the other, each where it is cheapest now.
//!
//! The order is drawn anew each time: at random, heavy ones first, those far from a depot or near it first. Now and then a tour is
//! looked away from ("blinks", Christiaens & Vanden Berghe 2020, *Slack induction by string removals*), so that the same ruin does not always end in the
//! same place.

use rand::{RngExt, seq::SliceRandom};
use rand_pcg::Pcg64Mcg;

use super::{change_days, ruin::Ruined};
use crate::{solution::Solution, workshop::Workshop};

/// One tour in so many is looked away from.
const BLINK: u32 = 50;

/// Puts everything back.
pub(crate) fn recreate(
    workshop: &mut Workshop<'_>,
    solution: &mut Solution,
    ruined: &mut [Ruined],
    rng: &mut Pcg64Mcg,
) {
    sort(workshop, ruined, rng);
    let several = ruined.len() > 1;
    // First each stop's least visits, then all it wants, so that an early one does not take what a later one needs most.
    let mut raise = Vec::new();
    for one in ruined.iter() {
        let Some(request) = &workshop.problem.stops[one.stop].request else {
            continue;
        };
        match one.only_on {
            Some(day) => {
                let offer = workshop.price_day(solution, one.stop, day, &mut || blink(rng));
                if let Some((_, offer)) = offer {
                    workshop.insert(solution, one.stop, offer);
                }
                workshop.count_own(solution, one.stop);
            }
            None if several && request.least < request.wanted => {
                if request.least > 0 {
                    change_days::place_passing_over(workshop, solution, one.stop, request.least, || blink(rng));
                }
                raise.push(one.stop);
            }
            None => change_days::place_passing_over(workshop, solution, one.stop, u32::MAX, || blink(rng)),
        }
    }
    for stop in raise {
        workshop.remove_all(solution, stop);
        change_days::place_passing_over(workshop, solution, stop, u32::MAX, || blink(rng));
    }
}

/// Whether to look away this time.
pub(super) fn blink(rng: &mut Pcg64Mcg) -> bool {
    rng.random_range(0..BLINK) == 0
}

fn sort(workshop: &Workshop<'_>, ruined: &mut [Ruined], rng: &mut Pcg64Mcg) {
    ruined.shuffle(rng);
    let problem = workshop.problem;
    let roads = &problem.roads;
    let depot = problem.shifts.iter().flatten().next().map_or(0, |shift| shift.from);
    let far = |one: &Ruined| roads.fee(depot, problem.stops[one.stop].place);
    let load = |one: &Ruined| problem.stops[one.stop].request.as_ref().map_or(0, |r| r.load);
    match rng.random_range(0..11u32) {
        0..4 => {}
        4..8 => ruined.sort_by_key(|one| std::cmp::Reverse(load(one))),
        8..10 => ruined.sort_by_key(|one| std::cmp::Reverse(far(one))),
        _ => ruined.sort_by_key(far),
    }
}
