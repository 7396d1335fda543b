//! The rules, in the order in which their reasons are told: first what anybody would meet, then what lies in the person.
//!
//! A rule is a function without state from the question to its refusals; most give one or none. Rules do not know of
//! each other and none stops another, so that a person learns everything at once.

mod already_signed_up;
mod cancelled;
mod clearance;
mod closed;
mod full;
mod minimum_age;
mod overlap;
mod past;
mod role;

use vocabulary::Timestamp;

use crate::{Commitment, Person, Refusal, Shift};

/// What a rule is asked about.
pub(crate) struct Question<'a> {
    pub(crate) shift: &'a Shift,
    pub(crate) person: &'a Person,
    pub(crate) commitments: &'a [Commitment],
    pub(crate) now: Timestamp,
}

pub(crate) type Rule = fn(&Question<'_>) -> Vec<Refusal>;

/// For somebody who asks for a place.
pub(crate) const SIGNUP: &[Rule] = &[
    cancelled::rule,
    closed::rule,
    past::rule,
    already_signed_up::rule,
    full::rule,
    overlap::rule,
    role::rule,
    minimum_age::rule,
    clearance::rule,
];

/// For somebody who holds a place on a shift that moved.
pub(crate) const RECONFIRM: &[Rule] = &[
    cancelled::rule,
    past::rule,
    overlap::rule,
    role::rule,
    minimum_age::rule,
    clearance::rule,
];

/// Every refusal of every rule, in order.
pub(crate) fn judge(rules: &[Rule], question: &Question<'_>) -> Result<(), Vec<Refusal>> {
    let refusals: Vec<Refusal> = rules.iter().flat_map(|rule| rule(question)).collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

#[cfg(test)]
pub(crate) mod fixtures;
