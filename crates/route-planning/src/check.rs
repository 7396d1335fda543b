//! The independent judge.

mod violation;

pub use violation::Violation;
