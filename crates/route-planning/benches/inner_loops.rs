//! The inner loops through the public API: `cargo bench -p route-planning --bench inner_loops`. docs/benchmarks.md tells what they are.

#[path = "../examples/town/made_up.rs"]
mod made_up;

use divan::{Bencher, black_box};
use made_up::{Size, parts};
use route_planning::{Plan, Problem, ProblemParts, SolveSettings, Unwatched, alternatives, check, solve};

/// Stops and buses of a quarter, a town, a district.
const SIZES: [(usize, usize); 3] = [(12, 1), (60, 2), (240, 5)];

fn main() {
    divan::main();
}

fn town((stops, buses): (usize, usize)) -> (ProblemParts, Problem) {
    let size = Size { stops, buses, days: 65 };
    let parts = parts(size).unwrap_or_else(|why| panic!("{why}"));
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:?}"));
    (parts, problem)
}

fn planned(problem: &Problem, iterations: u64) -> Plan {
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(iterations),
    };
    solve(problem, settings, &mut Unwatched)
}

/// From plain data to the checked problem.
#[divan::bench(args = SIZES, sample_count = 10)]
fn build(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let (parts, _) = town(size);
    bencher.bench(|| Problem::build(black_box(parts.clone())));
}

/// The first plan alone, with its reasons.
#[divan::bench(args = SIZES, sample_count = 5)]
fn first_plan(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let (_, problem) = town(size);
    bencher.bench(|| planned(black_box(&problem), 0));
}

/// The first plan and a hundred iterations.
#[divan::bench(args = SIZES, sample_count = 5)]
fn hundred_iterations(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let (_, problem) = town(size);
    bencher.bench(|| planned(black_box(&problem), 100));
}

/// The independent checker on a finished plan.
#[divan::bench(args = SIZES, sample_count = 20)]
fn check_a_plan(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let (parts, problem) = town(size);
    let plan = planned(&problem, 0);
    bencher.bench(|| check(black_box(&parts), black_box(&plan)));
}

/// Where else the first visit of a plan could be, and what that costs.
#[divan::bench(args = SIZES, sample_count = 20)]
fn alternatives_of_a_visit(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let (_, problem) = town(size);
    let plan = planned(&problem, 0);
    let Some(visit) = plan.visits.first() else { return };
    bencher.bench(|| alternatives(black_box(&problem), black_box(&plan), &visit.stop, visit.day, 3));
}
