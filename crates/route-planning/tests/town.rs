//! A town of real size.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use route_planning::*;

fn solved(parts: &ProblemParts, seed: u64, iterations: u64) -> Plan {
    let problem = Problem::build(parts.clone()).unwrap();
    let plan = solve(
        &problem,
        SolveSettings {
            seed,
            iterations: Some(iterations),
        },
        &mut Unwatched,
    );
    assert_eq!(check(parts, &plan), []);
    plan
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let parts = town(26, 1);
    let bytes = |seed| serde_json::to_string_pretty(&solved(&parts, seed, 60)).unwrap();
    assert_eq!(bytes(1), bytes(1));
    assert_ne!(bytes(1), bytes(2));
}

#[test]
fn a_search_never_ends_worse_than_it_began() {
    // A limit is also a plan of how to spend it, so 120 iterations need not begin like 40; but the first plan is the same.
    let parts = town(26, 1);
    let ranks: Vec<_> = [0, 40, 400].iter().map(|n| solved(&parts, 1, *n).cost.rank()).collect();
    assert!(ranks[0] >= ranks[1] && ranks[0] > ranks[2], "{ranks:?}");
}

#[test]
fn every_missing_visit_has_a_reason() {
    let plan = solved(&town(40, 1), 1, 20);
    assert!(!plan.unmet.is_empty() && plan.unmet.iter().all(|unmet| !unmet.reasons.is_empty()));
}

#[test]
fn two_buses_and_two_hundred_stops() {
    let plan = solved(&town(200, 2), 1, 3);
    assert!(plan.figures.visits > 200);
}
