//! Which stops to take out together. Stops that are put back together should be able to use each other's room, so they are near
//! each other in days or on the map.

use rand::RngExt;
use rand_pcg::Pcg32;

use crate::{problem::Problem, solution::Solution};

/// The most stops that are taken out at once.
const MOST: u32 = 6;

/// Stops to take out, the first being a centre chosen at random; at least one if any stop asks.
pub(crate) fn choose(problem: &Problem, solution: &Solution, rng: &mut Pcg32) -> Vec<usize> {
    let asking: Vec<usize> = problem.asking().map(|(stop, _)| stop).collect();
    if asking.is_empty() {
        return asking;
    }
    let centre = match rng.random_range(0..4u32) {
        0 => wanting(problem, solution, rng).unwrap_or_else(|| pick(&asking, rng)),
        _ => pick(&asking, rng),
    };
    let count = rng.random_range(1..=MOST) as usize;
    let mut chosen = vec![centre];
    if rng.random_range(0..2u32) == 0 {
        near_on_the_map(problem, centre, &asking, &mut chosen, count);
    } else {
        near_in_days(problem, solution, rng, &mut chosen, count);
    }
    chosen
}

fn pick(stops: &[usize], rng: &mut Pcg32) -> usize {
    stops[rng.random_range(0..stops.len() as u32) as usize]
}

/// A stop with fewer visits than it wants.
fn wanting(problem: &Problem, solution: &Solution, rng: &mut Pcg32) -> Option<usize> {
    let short = |(stop, request): (usize, &crate::problem::RequestRules)| {
        (solution.got(problem, stop) < request.wanted).then_some(stop)
    };
    let all: Vec<usize> = problem.asking().filter_map(short).collect();
    (!all.is_empty()).then(|| pick(&all, rng))
}

fn near_on_the_map(problem: &Problem, centre: usize, asking: &[usize], chosen: &mut Vec<usize>, count: usize) {
    let from = problem.stops[centre].place;
    let mut others: Vec<usize> = asking.iter().copied().filter(|stop| *stop != centre).collect();
    others.sort_by_key(|stop| (problem.roads.minutes(from, problem.stops[*stop].place), *stop));
    chosen.extend(others.into_iter().take(count.saturating_sub(1)));
}

/// Stops with a visit within a few days of a random day of the season.
fn near_in_days(problem: &Problem, solution: &Solution, rng: &mut Pcg32, chosen: &mut Vec<usize>, count: usize) {
    let day = rng.random_range(0..problem.days as u32) as usize;
    for distance in 0..7usize {
        for near in [day.checked_sub(distance), Some(day + distance)]
            .into_iter()
            .flatten()
            .filter(|d| *d < problem.days)
        {
            for bus in 0..problem.buses {
                for job in &solution.routes[problem.bus_day(bus, near)].jobs {
                    let stop = *job as usize;
                    if chosen.len() >= count {
                        return;
                    }
                    if stop < problem.stops.len() && !chosen.contains(&stop) {
                        chosen.push(stop);
                    }
                }
            }
        }
    }
}
