//! The small problems of the planner's own tests.

#[path = "../../../crates/route-planning/tests/common/mod.rs"]
mod common;

/// A small problem with rules of many kinds; the numbers choose which. It may have faults.
pub(crate) fn small(choices: &[u32]) -> route_planning::ProblemParts {
    common::random(choices)
}
