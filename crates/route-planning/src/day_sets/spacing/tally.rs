//! What is counted of a set while its units are gone through.

use super::{Spacing, Unit};
use crate::Cost;

/// The counts of a set. Whether it is allowed shows at the end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    units: usize,
    fixed: usize,
    /// How many neighbours may not follow each other, edges of the season included.
    refused: usize,
    waits: i64,
    /// By weekday: the units that start on it, and those of them that the planner chose.
    on: [i64; 7],
    chosen: [i64; 7],
}

impl Tally {
    pub(super) fn add(&mut self, sets: &Spacing, unit: &Unit) {
        let weekday = sets.rules.weekdays[usize::from(unit.start)].index();
        self.units += 1;
        self.fixed += usize::from(unit.fixed);
        self.on[weekday] += 1;
        self.chosen[weekday] += i64::from(!unit.fixed);
    }

    /// From one unit to the next, as [`Spacing::step`] says.
    pub(super) fn step(&mut self, wait: Option<i64>) {
        self.refused += usize::from(wait.is_none());
        self.waits += wait.unwrap_or(0);
    }

    /// Takes a step out again.
    pub(super) fn step_back(&mut self, wait: Option<i64>) {
        self.refused -= usize::from(wait.is_none());
        self.waits -= wait.unwrap_or(0);
    }

    /// What at least one unit costs beside the fees of its days; `None` when the set is not allowed.
    pub(super) fn cost(&self, sets: &Spacing) -> Option<Cost> {
        if self.refused > 0 || self.fixed != sets.fixed_count || self.units > sets.rules.most as usize {
            return None;
        }
        let mut cost = sets.count_cost(self.units);
        cost.fairness += self.waits;
        cost.comfort += sets.off_weekday(self.on, self.chosen)?;
        Some(cost)
    }
}
