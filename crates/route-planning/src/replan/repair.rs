//! Room for least visits that could not be placed: take the visits of one tour out, give the lacking stop what it needs, and put
//! the others back as near to where they were as they fit.
//!
//! A step is kept only if it makes the draft cheaper. In a problem whose standing visits are announced that means: never more
//! visits moved than were needed for a least visit.

use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_pcg::Pcg32;

use crate::draft::{Bench, Draft};

/// Steps that look for fewer moved visits once all least visits are placed.
const AFTERWARDS: u64 = 40;

/// Searches until no least visit is missing, and a little longer for fewer moved visits; `go_on` is told the number of finished
/// steps and may stop. The number of steps.
pub(crate) fn least_visits(
    bench: &mut Bench<'_>,
    draft: &mut Draft,
    seed: u64,
    mut go_on: impl FnMut(u64, &Draft) -> bool,
) -> u64 {
    let lacked = lacking(bench, draft);
    for stop in &lacked {
        bench.settle(draft, *stop);
        one_moves(bench, draft, *stop);
    }
    let moved = draft.cost().moved;
    let steps = search(bench, draft, seed, &mut go_on);
    if steps == 0 || draft.cost().moved <= moved || !lacking(bench, draft).is_empty() {
        // With a single other visit moved nothing is left to gain.
        return steps;
    }
    let mut rng = Pcg32::seed_from_u64(seed);
    let mut afterwards = 0;
    while afterwards < AFTERWARDS && go_on(steps + afterwards, draft) {
        let stop = lacked[rng.random_range(0..lacked.len() as u32) as usize];
        step(bench, draft, stop, &mut rng);
        afterwards += 1;
    }
    steps + afterwards
}

/// Searches until no least visit is missing, or as long as `go_on` says so; the number of steps.
pub(crate) fn search(
    bench: &mut Bench<'_>,
    draft: &mut Draft,
    seed: u64,
    mut go_on: impl FnMut(u64, &Draft) -> bool,
) -> u64 {
    let mut rng = Pcg32::seed_from_u64(seed);
    let mut steps = 0;
    loop {
        let lacking = lacking(bench, draft);
        if lacking.is_empty() || !go_on(steps, draft) {
            return steps;
        }
        let stop = lacking[rng.random_range(0..lacking.len() as u32) as usize];
        step(bench, draft, stop, &mut rng);
        steps += 1;
    }
}

/// Tries every single visit that could give its place to the stop and go elsewhere; keeps the best of all. Nothing is left out, so
/// when this finds nothing, more than one visit has to move.
fn one_moves(bench: &mut Bench<'_>, draft: &mut Draft, stop: usize) {
    let problem = bench.problem;
    let least = problem.stops[stop].request.as_ref().map_or(0, |request| request.least);
    while bench.got(draft, stop) < least {
        let mut best: Option<Draft> = None;
        let open: Vec<usize> = (0..problem.days)
            .flat_map(|day| bench.open_bus_days(stop, day))
            .collect();
        for bus_day in open {
            for job in draft.tours()[bus_day].clone() {
                let other = job as usize;
                if problem.fixed_of(job).is_some() || other == stop {
                    continue;
                }
                let mut changed = draft.clone();
                if !bench.take_out(&mut changed, other, bus_day) || bench.place_in(&changed, stop, bus_day).is_none() {
                    continue;
                }
                bench.settle(&mut changed, stop);
                if bench.got(&changed, stop) > bench.got(draft, stop) {
                    bench.settle(&mut changed, other);
                    if changed.cost() < best.as_ref().map_or(draft.cost(), Draft::cost) {
                        best = Some(changed);
                    }
                }
            }
        }
        match best {
            Some(better) => *draft = better,
            None => return,
        }
    }
}

/// Stops with fewer visits than the least they ask for.
pub(crate) fn lacking(bench: &Bench<'_>, draft: &Draft) -> Vec<usize> {
    let asking = bench.problem.asking();
    asking
        .filter(|(stop, request)| bench.got(draft, *stop) < request.least)
        .map(|(stop, _)| stop)
        .collect()
}

fn step(bench: &mut Bench<'_>, draft: &mut Draft, stop: usize, rng: &mut Pcg32) {
    let problem = bench.problem;
    let open: Vec<usize> = (0..problem.days)
        .flat_map(|day| bench.open_bus_days(stop, day))
        .collect();
    if open.is_empty() {
        return;
    }
    let mut changed = draft.clone();
    let mut out = vec![stop];
    // One or two tours make room: two let the days of the stop change as a set.
    for _ in 0..rng.random_range(1..=2u32) {
        let bus_day = open[rng.random_range(0..open.len() as u32) as usize];
        for job in draft.tours()[bus_day]
            .iter()
            .filter(|job| problem.fixed_of(**job).is_none())
        {
            let other = *job as usize;
            if rng.random_range(0..3u32) > 0 && bench.take_out(&mut changed, other, bus_day) && !out.contains(&other) {
                out.push(other);
            }
        }
    }
    if rng.random_range(0..2u32) == 0 {
        for bus_day in draft.asked(stop) {
            bench.take_out(&mut changed, stop, *bus_day);
        }
    }
    out[1..].shuffle(rng);
    for stop in &out {
        bench.settle(&mut changed, *stop);
    }
    if changed.cost() < draft.cost() {
        *draft = changed;
    }
}
