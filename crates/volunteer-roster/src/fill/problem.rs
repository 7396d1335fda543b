//! The problem: plain data in, every fault at once or a [`Problem`] that the rest may trust; and what comes out.

use serde::{Deserialize, Serialize};

use super::{Assignment, Fault, Parts, dense::Dense, validate};

/// Parts without a fault, and what the search reads instead of them.
#[derive(Debug, Clone)]
pub struct Problem {
    parts: Parts,
    pub(super) dense: Dense,
}

impl Problem {
    /// Checks the parts and turns them into what the search reads. `Err` holds every fault that was found, never none.
    pub fn build(parts: Parts) -> Result<Self, Vec<Fault>> {
        let faults = validate::faults(&parts);
        if !faults.is_empty() {
            return Err(faults);
        }
        let dense = Dense::compile(&parts);
        Ok(Self { parts, dense })
    }

    /// What it was built from.
    pub const fn parts(&self) -> &Parts {
        &self.parts
    }
}

/// A proposal for the whole season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fill {
    /// Who goes where on which post, sorted.
    pub assignments: Vec<Assignment>,
    /// What it costs, by [`Weights`](super::Weights).
    pub cost: i64,
    /// Whether no lawful proposal can cost less. False means only that this was not shown.
    pub proved: bool,
    /// The rounds that were searched.
    pub rounds: u64,
}
