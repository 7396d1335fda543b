//! A stop gets the days it would like best, and the visits that stand in its way go elsewhere.
//!
//! Where tours are bound by hours and none may be overfull, a good day is had only by whoever is there first. Taking visits out by
//! chance rarely frees all the days that a stop would need at once: every Wednesday of a summer, say. Here the day-set programme
//! chooses among prices that count a visit less in each tour, as if it could always go elsewhere at its present price; those that
//! must go are then placed anew, one stop after the other, each on its best days (an ejection, Glover 1996, by whole day sets).

use rand::{RngExt, seq::SliceRandom};
use rand_pcg::Pcg64Mcg;

use super::{change_days, recreate::blink, ruin::Ruined};
use crate::{
    apart,
    day_sets::NO_PRICE,
    problem::Job,
    solution::Solution,
    workshop::{Offer, Workshop},
};

/// Buses of a day from which a visit may be sent away, and visits tried in one tour. It bounds the work where a day has many.
const BUSES: usize = 3;
const VISITS: usize = 3;

/// Where a visit would go on one day, and who would have to go.
#[derive(Debug, Clone, Copy)]
struct Way {
    points: i64,
    offer: Offer,
    instead_of: Option<usize>,
}

/// Puts the stop where it would like to be; tells in `ruined` which stops were moved.
pub(crate) fn make_room(
    workshop: &mut Workshop<'_>,
    solution: &mut Solution,
    stop: usize,
    ruined: &mut Vec<Ruined>,
    rng: &mut Pcg64Mcg,
) {
    let problem = workshop.problem;
    ruined.clear();
    ruined.push(Ruined { stop, only_on: None });
    let Some(request) = &problem.stops[stop].request else {
        return;
    };
    workshop.remove_all(solution, stop);
    let ways: Vec<Option<Way>> = (0..problem.days)
        .map(|day| cheapest_way(workshop, solution, stop, day, rng))
        .collect();
    let prices: Vec<i64> = ways.iter().map(|way| way.map_or(NO_PRICE, |way| way.points)).collect();
    let days = request.sets.cheapest_up_to(&prices, u32::MAX);
    for day in days.iter().flat_map(|(_, days)| days).map(|day| usize::from(*day)) {
        let Some(way) = ways[day].filter(|_| !request.sets.fixed()[day]) else {
            continue;
        };
        if let Some(out) = way.instead_of {
            workshop.remove(solution, out, way.offer.bus_day);
            if ruined.iter().all(|one| one.stop != out) {
                ruined.push(Ruined {
                    stop: out,
                    only_on: None,
                });
            }
        }
        workshop.insert(solution, stop, way.offer);
    }
    workshop.count_own(solution, stop);
    // The first is the stop itself.
    ruined[1..].shuffle(rng);
    for one in &ruined[1..] {
        workshop.remove_all(solution, one.stop);
        change_days::place_passing_over(workshop, solution, one.stop, u32::MAX, || blink(rng));
    }
}

/// The cheapest way onto a day, over all buses.
fn cheapest_way(
    workshop: &mut Workshop<'_>,
    solution: &Solution,
    stop: usize,
    day: usize,
    rng: &mut Pcg64Mcg,
) -> Option<Way> {
    let problem = workshop.problem;
    let request = problem.stops[stop].request.as_ref()?;
    if apart::too_near(problem, &solution.asked, stop, day) {
        return None;
    }
    let mut best = workshop
        .price_day(solution, stop, day, &mut || false)
        .map(|(points, offer)| Way {
            points,
            offer,
            instead_of: None,
        });
    let first = rng.random_range(0..problem.buses as u32) as usize;
    for bus in (first..problem.buses).chain(0..first).take(BUSES) {
        let bus_day = problem.bus_day(bus, day);
        if problem.shifts[bus_day].is_some() && !request.slots_with(bus, day).is_empty() {
            instead_of_one(workshop, solution, stop, bus_day, &mut best, rng);
        }
    }
    best
}

/// Into one tour, with a visit less.
fn instead_of_one(
    workshop: &mut Workshop<'_>,
    solution: &Solution,
    stop: usize,
    bus_day: usize,
    best: &mut Option<Way>,
    rng: &mut Pcg64Mcg,
) {
    let jobs = &solution.routes[bus_day].jobs;
    let first = rng.random_range(0..jobs.len().max(1) as u32) as usize;
    let mut trial: Vec<Job> = Vec::with_capacity(jobs.len() + 1);
    for out in (first..jobs.len()).chain(0..first).take(VISITS) {
        if jobs[out] as usize >= workshop.problem.stops.len() {
            continue; // People fixed it.
        }
        trial.clear();
        trial.extend(jobs.iter().enumerate().filter(|(i, _)| *i != out).map(|(_, job)| *job));
        let Some(without) = workshop.points(bus_day, &trial) else {
            continue;
        };
        for position in 0..jobs.len() {
            trial.insert(position, stop as Job);
            let bar = best.map_or(i64::MAX, |way| way.points.saturating_add(without));
            if let Some(points) = workshop.points_below(bus_day, &trial, bar) {
                let position = position as u32;
                *best = Some(Way {
                    points: points - without,
                    offer: Offer { bus_day, position },
                    instead_of: Some(jobs[out] as usize),
                });
            }
            trial.remove(position);
        }
    }
}
