//! The JSON forms of problem and plan, damaged: faults, violations, or a plan that is allowed; never a panic.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use proptest::prelude::*;
use route_planning::*;

/// Reads what may be a problem and does with it what the service does.
fn check_problem(text: &[u8]) {
    let Ok(parts) = serde_json::from_slice::<ProblemParts>(text) else {
        return;
    };
    match Problem::build(parts.clone()) {
        Err(faults) => assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty())),
        Ok(problem) => {
            let settings = SolveSettings {
                seed: 1,
                iterations: Some(1),
            };
            let plan = solve(&problem, settings, &mut Unwatched);
            assert_eq!(check(&parts, &plan), []);
        }
    }
}

/// The text with one stretch replaced.
fn damaged(text: &str, from: prop::sample::Index, cut: usize, put: &str) -> Vec<u8> {
    let from = from.index(text.len());
    let to = (from + cut).min(text.len());
    [&text.as_bytes()[..from], put.as_bytes(), &text.as_bytes()[to..]].concat()
}

/// Numbers that no field should believe, and what else may stand between two characters of JSON.
fn rubbish() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "0",
        "-1",
        "4294967295",
        "4294967296",
        "1e999",
        "NaN",
        "null",
        "\"0:00-24:00\"",
        "\"9999-12-31\"",
        "[]",
        "{}",
    ]);
    prop_oneof![known.prop_map(str::to_owned), "[a-z0-9\",:{}\\[\\]. -]{0,12}"]
}

proptest! {
    #[test]
    fn damaged_problems(choices in proptest::collection::vec(any::<u32>(), 0..120), from in any::<prop::sample::Index>(), cut in 0..20_usize, put in rubbish()) {
        let text = serde_json::to_string(&common::random(&choices)).unwrap();
        check_problem(&damaged(&text, from, cut, &put));
    }

    /// A number somewhere in the problem is another one.
    #[test]
    fn other_numbers(choices in proptest::collection::vec(any::<u32>(), 0..120), at in any::<prop::sample::Index>(), number in prop_oneof![Just(0_u64), Just(1), Just(1440), Just(u64::from(u32::MAX)), any::<u64>(), 0..2000_u64]) {
        let mut json = serde_json::to_value(common::random(&choices)).unwrap();
        let mut numbers = Vec::new();
        collect(&mut json, &mut numbers);
        let count = numbers.len();
        *numbers.swap_remove(at.index(count)) = number.into();
        check_problem(json.to_string().as_bytes());
    }

    #[test]
    fn damaged_plans(wanted in 0..4_u32, from in any::<prop::sample::Index>(), cut in 0..20_usize, put in rubbish()) {
        let parts = common::with_stops(10, &[("a", wanted), ("b", 2)]);
        let text = serde_json::to_string(&common::planned(&parts, 2)).unwrap();
        if let Ok(plan) = serde_json::from_slice::<Plan>(&damaged(&text, from, cut, &put)) {
            for violation in check(&parts, &plan) {
                prop_assert!(serde_json::to_string(&violation).is_ok());
            }
        }
    }
}

/// Every number of a value.
fn collect<'a>(json: &'a mut serde_json::Value, found: &mut Vec<&'a mut serde_json::Value>) {
    match json {
        serde_json::Value::Array(all) => all.iter_mut().for_each(|one| collect(one, found)),
        serde_json::Value::Object(all) => all.values_mut().for_each(|one| collect(one, found)),
        serde_json::Value::Number(_) => found.push(json),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => {}
    }
}
