//! What a proposal costs, group by group, for pages that list it.

use serde::{Deserialize, Serialize};

/// The cost in its parts. Broken hard rules have no part: [`check`](super::check) hands out no cost then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // Said by `CostGroup`.
pub struct Cost {
    pub missing: i64,
    pub first_aid: i64,
    pub language: i64,
    pub wishes: i64,
    pub fairness: i64,
    pub estates: i64,
    pub changes: i64,
}

/// A part of the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostGroup {
    /// Empty places.
    Missing,
    /// Visits without first aid.
    FirstAid,
    /// Visits without a language asked for.
    Language,
    /// The prices of the offers taken.
    Wishes,
    /// Visits more or less than the fair share.
    Fairness,
    /// Changes of estate on one day.
    Estates,
    /// Standing assignments not kept.
    Changes,
}

impl Cost {
    /// The groups, each with its amount.
    pub fn groups(&self) -> [(CostGroup, i64); 7] {
        [
            (CostGroup::Missing, self.missing),
            (CostGroup::FirstAid, self.first_aid),
            (CostGroup::Language, self.language),
            (CostGroup::Wishes, self.wishes),
            (CostGroup::Fairness, self.fairness),
            (CostGroup::Estates, self.estates),
            (CostGroup::Changes, self.changes),
        ]
    }

    /// The sum, which is what the search makes small.
    pub fn total(&self) -> i64 {
        self.groups().iter().map(|(_, amount)| amount).sum()
    }
}
