//! What holds for every problem.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use proptest::prelude::*;
use route_planning::*;

fn choices() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 600)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// The judge accepts every plan, whatever the rules and however early the search ends; twice the same is the same.
    #[test]
    fn every_plan_is_allowed(choices in choices(), seed in any::<u64>(), iterations in 0u64..12) {
        let parts = random(&choices);
        match Problem::build(parts.clone()) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok(problem) => {
                let settings = SolveSettings { seed, iterations: Some(iterations) };
                let plan = solve(&problem, settings, &mut Unwatched);
                prop_assert_eq!(check(&parts, &plan), vec![]);
                let text = serde_json::to_string(&plan).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Plan>(&text).unwrap(), &plan);
                let again = solve(&problem, settings, &mut Unwatched);
                prop_assert_eq!(serde_json::to_string(&again).unwrap(), text);
            }
        }
    }

    #[test]
    fn the_parts_survive_json(choices in choices()) {
        let parts = random(&choices);
        let text = serde_json::to_string(&parts).unwrap();
        prop_assert_eq!(serde_json::from_str::<ProblemParts>(&text).unwrap(), parts);
    }
}

/// The generator is worth something only if most of its problems can be planned and many of them fall short.
#[test]
fn the_random_problems_are_interesting() {
    let (mut planned, mut short) = (0, 0);
    for number in 0..200u32 {
        let choices: Vec<u32> = (0..600u32)
            .map(|i| (number * 600 + i).wrapping_mul(2_654_435_761) >> 7)
            .collect();
        let Ok(problem) = Problem::build(random(&choices)) else {
            continue;
        };
        planned += 1;
        let plan = solve(
            &problem,
            SolveSettings {
                seed: 1,
                iterations: Some(2),
            },
            &mut Unwatched,
        );
        short += usize::from(!plan.unmet.is_empty());
    }
    assert!(
        planned >= 60 && short >= 30,
        "{planned} planned, {short} short of visits"
    );
}
