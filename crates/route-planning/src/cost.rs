//! What a plan costs, in groups that come strictly one after the other, and the breakdown that people read.

use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

/// A cost the search compares. The derived order is the rule: the first group in which two costs differ decides.
///
/// Broken hard rules have no group here: the search never holds a plan that breaks one, and [`crate::check`] judges that apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Visits missing to the least asked for: per stop need x m (m + 1) / 2, so that a shortage is shared out.
    pub least: i64,
    /// Announced visits that are not kept on their day.
    pub moved: i64,
    /// Visits missing to those wanted, counted in the same way.
    pub wanted: i64,
    /// Days of waiting beyond the fair share, x need.
    pub fairness: i64,
    /// Preferences, travel and spread of work, added up with their weights.
    pub comfort: i64,
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self {
        least: 0,
        moved: 0,
        wanted: 0,
        fairness: 0,
        comfort: 0,
    };

    /// The price of what cannot be: greater than any cost of a plan, and small enough to be added up.
    pub const FORBIDDEN: Self = Self {
        least: i64::MAX / 1024,
        ..Self::ZERO
    };

    /// Whether something that cannot be is part of it.
    pub const fn is_forbidden(&self) -> bool {
        self.least >= Self::FORBIDDEN.least
    }

    /// Whether it is more than nothing in the first group before comfort that is not nothing: no comfort makes up for it.
    pub(crate) fn is_graver_than_comfort(&self) -> bool {
        Self { comfort: 0, ..*self } > Self::ZERO
    }

    /// A cost in the last group alone.
    pub const fn comfort(points: i64) -> Self {
        Self {
            comfort: points,
            ..Self::ZERO
        }
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            least: self.least + other.least,
            moved: self.moved + other.moved,
            wanted: self.wanted + other.wanted,
            fairness: self.fairness + other.fairness,
            comfort: self.comfort + other.comfort,
        }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            least: self.least - other.least,
            moved: self.moved - other.moved,
            wanted: self.wanted - other.wanted,
            fairness: self.fairness - other.fairness,
            comfort: self.comfort - other.comfort,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// The parts of a plan's cost, gravest first. The first five are compared strictly one after the other; `preferences`, `travel`
/// and `spread` are points that are added up, by [`crate::Weights`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // Said by `CostGroup`.
pub struct Breakdown {
    pub hard_rules: i64,
    pub unserved_least: i64,
    pub announced_moved: i64,
    pub unserved_wanted: i64,
    pub fairness: i64,
    pub preferences: i64,
    pub travel: i64,
    pub spread: i64,
}

/// A part of the cost, for pages that list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostGroup {
    /// Broken rules: always 0 in a plan that [`crate::solve`] hands out.
    HardRules,
    /// Visits missing to the least asked for.
    UnservedLeast,
    /// Announced visits that are not kept on their day.
    AnnouncedMoved,
    /// Visits missing to those wanted, weighted by need.
    UnservedWanted,
    /// Days of waiting beyond the fair share, weighted by need.
    Fairness,
    /// Weekdays and hours that are not as preferred.
    Preferences,
    /// Minutes and kilometres on the road.
    Travel,
    /// Uneven work between days.
    Spread,
}

impl Sub for Breakdown {
    type Output = Self;

    /// The difference in every part; less than nothing where `self` is better.
    fn sub(self, other: Self) -> Self {
        Self {
            hard_rules: self.hard_rules - other.hard_rules,
            unserved_least: self.unserved_least - other.unserved_least,
            announced_moved: self.announced_moved - other.announced_moved,
            unserved_wanted: self.unserved_wanted - other.unserved_wanted,
            fairness: self.fairness - other.fairness,
            preferences: self.preferences - other.preferences,
            travel: self.travel - other.travel,
            spread: self.spread - other.spread,
        }
    }
}

impl Breakdown {
    /// The groups, gravest first, each with its amount.
    pub fn groups(&self) -> [(CostGroup, i64); 8] {
        [
            (CostGroup::HardRules, self.hard_rules),
            (CostGroup::UnservedLeast, self.unserved_least),
            (CostGroup::AnnouncedMoved, self.announced_moved),
            (CostGroup::UnservedWanted, self.unserved_wanted),
            (CostGroup::Fairness, self.fairness),
            (CostGroup::Preferences, self.preferences),
            (CostGroup::Travel, self.travel),
            (CostGroup::Spread, self.spread),
        ]
    }

    /// What two plans are compared by: less is better.
    pub fn rank(&self) -> [i64; 6] {
        let comfort = self.preferences + self.travel + self.spread;
        [
            self.hard_rules,
            self.unserved_least,
            self.announced_moved,
            self.unserved_wanted,
            self.fairness,
            comfort,
        ]
    }
}

/// `m` missing visits of a stop with this need: the second missing one weighs twice the first, so a shortage spreads over stops.
pub(crate) fn shortfall(need: u32, missing: u32) -> i64 {
    i64::from(need) * i64::from(missing) * i64::from(missing + 1) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graver_group_outweighs_everything_below() {
        let grave = Cost {
            wanted: 1,
            ..Cost::ZERO
        };
        let light = Cost {
            fairness: 1_000_000,
            comfort: 1_000_000,
            ..Cost::ZERO
        };
        assert!(light < grave);
        assert!(grave < Cost::FORBIDDEN);
        assert!((Cost::FORBIDDEN + light - grave).is_forbidden() || light < grave);
    }

    #[test]
    fn shortage_is_shared() {
        assert_eq!([0, 1, 2, 3].map(|m| shortfall(10, m)), [0, 10, 30, 60]);
    }
}
