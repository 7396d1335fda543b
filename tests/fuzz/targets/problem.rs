//! Any bytes as the JSON of a problem: faults, or a plan that the independent checker allows.
#![no_main]

use route_planning::{Problem, ProblemParts, SolveSettings, Unwatched, check, solve};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(parts) = serde_json::from_slice::<ProblemParts>(bytes) else {
        return;
    };
    match Problem::build(parts.clone()) {
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a fault");
            for fault in &faults {
                assert!(
                    !fault.to_string().is_empty() && serde_json::to_string(fault).is_ok(),
                    "{fault:?}"
                );
            }
        }
        Ok(problem) => {
            let settings = SolveSettings {
                seed: 1,
                iterations: Some(2),
            };
            let plan = solve(&problem, settings, &mut Unwatched);
            assert_eq!(check(&parts, &plan), []);
        }
    }
});
