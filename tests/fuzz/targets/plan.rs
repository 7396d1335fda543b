//! Any bytes as the JSON of a plan: the checker judges it and never stumbles.
#![no_main]

mod towns;

use std::sync::OnceLock;

use route_planning::{Plan, ProblemParts, check};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static PARTS: OnceLock<ProblemParts> = OnceLock::new();
    if let Ok(plan) = serde_json::from_slice::<Plan>(bytes) {
        for violation in check(PARTS.get_or_init(|| towns::small(&[])), &plan) {
            assert!(serde_json::to_string(&violation).is_ok(), "{violation:?}");
        }
    }
});
