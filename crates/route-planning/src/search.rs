//! The search: ruin and recreate in an iterated loop, with the day-set programme as the way to recreate.
//!
//! One iteration takes a few related stops out of all their days, puts each back on its best day set, tidies the tours that changed,
//! and keeps the result if it is better than the best plan so far or not much worse in the last group of the cost. How much worse
//! shrinks over a cycle of iterations and then starts again from the best plan. It depends on the number of the iteration alone,
//! never on the limit: a longer run begins exactly as a shorter one.

use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_pcg::Pcg32;
use serde::{Deserialize, Serialize};

use crate::{
    Breakdown, Observer, Plan, Problem, Progress, Step, construct,
    moves::{change_days, reorder, ruin, swap_days},
    report,
    solution::{Solution, Workshop},
    why_not,
};

/// How to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolveSettings {
    /// Where its random choices start.
    pub seed: u64,
    /// After how many iterations to stop; `None`: when the observer says so.
    pub iterations: Option<u64>,
}

/// Iterations from the greatest tolerance to none.
const CYCLE: u64 = 500;
/// The greatest tolerance: 1 part in so many of the best plan's points.
const TOLERANCE: i64 = 100;
/// Attempts to exchange days in one iteration.
const SWAPS: u32 = 8;

/// Plans the season. The plan is always valid, however early the observer stops; the more iterations the better, never worse.
///
/// The same problem, seed and number of finished iterations give the same plan.
pub fn solve(problem: &Problem, settings: SolveSettings, observer: &mut dyn Observer) -> Plan {
    let mut rng = Pcg32::seed_from_u64(settings.seed);
    let mut workshop = Workshop::new(problem);
    let mut best = construct::first_plan(&mut workshop);
    polish(&mut workshop, &mut best);
    let mut progress = first_progress(&mut workshop, settings, &best);
    let mut current = best.clone();
    let nothing_asked = problem.asking().next().is_none();
    let mut step = observer.progress(&progress);
    while step == Step::Continue && settings.iterations.is_none_or(|limit| progress.iteration < limit) && !nothing_asked
    {
        let candidate = iterate(&mut workshop, &current, &mut rng);
        if candidate.cost() < best.cost() {
            best = candidate.clone();
            report_best(&mut workshop, &best, &mut progress);
            progress.best_found_at = progress.iteration + 1;
        }
        if acceptable(&candidate, &best, progress.iteration) {
            current = candidate;
        }
        progress.iteration += 1;
        if progress.iteration.is_multiple_of(CYCLE) {
            current = best.clone();
        }
        step = observer.progress(&progress);
    }
    polish(&mut workshop, &mut best);
    let unmet = why_not::explain(&mut workshop, &best);
    report::plan(&mut workshop, &best, settings.seed, progress.iteration, unmet)
}

fn iterate(workshop: &mut Workshop<'_>, current: &Solution, rng: &mut Pcg32) -> Solution {
    let mut candidate = current.clone();
    let mut stops = ruin::choose(workshop.problem, current, rng);
    for stop in &stops {
        workshop.remove_all(&mut candidate, *stop);
    }
    stops.shuffle(rng);
    recreate(workshop, &mut candidate, &stops);
    for stop in &stops {
        for bus_day in candidate.asked[*stop].clone() {
            reorder::improve(workshop, &mut candidate, bus_day);
        }
    }
    for _ in 0..SWAPS {
        if let (Some(a), Some(b)) = (
            random_visit(workshop, &candidate, rng),
            random_visit(workshop, &candidate, rng),
        ) {
            swap_days::improve(workshop, &mut candidate, a, b);
        }
    }
    candidate
}

/// First each stop's least visits, then all it wants, so that an early one does not take what a later one needs most.
fn recreate(workshop: &mut Workshop<'_>, candidate: &mut Solution, stops: &[usize]) {
    let least =
        |workshop: &Workshop<'_>, stop: usize| workshop.problem.stops[stop].request.as_ref().map_or(0, |r| r.least);
    if stops.len() > 1 {
        for stop in stops {
            let cap = least(workshop, *stop);
            if cap > 0 {
                change_days::place(workshop, candidate, *stop, cap);
            }
        }
    }
    for stop in stops {
        workshop.remove_all(candidate, *stop);
        change_days::place(workshop, candidate, *stop, u32::MAX);
    }
}

fn random_visit(workshop: &Workshop<'_>, solution: &Solution, rng: &mut Pcg32) -> Option<swap_days::Asked> {
    let stop = rng.random_range(0..workshop.problem.stops.len() as u32) as usize;
    let visits = &solution.asked[stop];
    let number = rng.random_range(0..visits.len().max(1) as u32) as usize;
    visits.get(number).map(|bus_day| swap_days::Asked {
        stop,
        bus_day: *bus_day,
    })
}

fn acceptable(candidate: &Solution, best: &Solution, iteration: u64) -> bool {
    let (mut limit, left) = (best.cost(), (CYCLE - iteration % CYCLE) as i64);
    limit.comfort += limit.comfort / TOLERANCE * left / CYCLE as i64;
    candidate.cost() <= limit
}

/// Every stop on its best days and every tour in its best order, until nothing helps.
fn polish(workshop: &mut Workshop<'_>, solution: &mut Solution) {
    loop {
        let mut improved = false;
        for bus_day in 0..solution.routes.len() {
            improved |= reorder::improve(workshop, solution, bus_day);
        }
        for stop in 0..workshop.problem.stops.len() {
            improved |= change_days::improve(workshop, solution, stop);
        }
        if !improved {
            return;
        }
    }
}

fn first_progress(workshop: &mut Workshop<'_>, settings: SolveSettings, best: &Solution) -> Progress {
    let mut progress = Progress {
        iteration: 0,
        iterations: settings.iterations,
        best_found_at: 0,
        best: Breakdown::default(),
        visits: 0,
        unmet: 0,
    };
    report_best(workshop, best, &mut progress);
    progress
}

fn report_best(workshop: &mut Workshop<'_>, best: &Solution, progress: &mut Progress) {
    let problem = workshop.problem;
    progress.best = report::breakdown(workshop, best);
    progress.visits = best.routes.iter().map(|route| route.jobs.len() as u32).sum();
    progress.unmet = problem
        .asking()
        .filter(|(stop, request)| best.got(problem, *stop) < request.wanted)
        .count() as u32;
}
