//! The rules, in the order in which their reasons are told: first what anybody would meet, then what hangs on the person's
//! other shifts, then what lies in the person, last who else is on the visit.
//!
//! A rule is a function without state from the question to its refusals; most give one or none. Rules do not know of
//! each other and none stops another, so that a person learns everything at once. More commitments never take a reason
//! away; a property test holds that.

pub(crate) mod agreement;
mod already_signed_up;
mod cancelled;
pub(crate) mod clearance;
mod closed;
pub(crate) mod consent;
mod days_in_a_row;
mod full;
pub(crate) mod hours;
pub(crate) mod insurance;
mod minimum_age;
mod minor_hours;
pub(crate) mod mix;
mod not_open;
mod overlap;
mod past;
mod qualification;
mod rest;
mod role;
pub(crate) mod standards;
pub(crate) mod travel;

use vocabulary::{SignupState, Timestamp};

use crate::{Commitment, Person, Refusal, Rules, Shift};

/// What the decisions on a sign-up are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// The shift as it stands now.
    pub shift: &'a Shift,
    /// Who asks, or is asked.
    pub person: &'a Person,
    /// The shifts on which the person holds a place and was not missing, of the whole season and of the week and month
    /// around the shift. What is left out counts for no limit.
    pub commitments: &'a [Commitment],
    /// Where the person's own sign-up for this very shift stands, if there is one that is not over.
    pub own: Option<SignupState>,
    /// The limits.
    pub rules: &'a Rules,
    /// The present.
    pub now: Timestamp,
}

impl<'a> Ask<'a> {
    /// The person's other shifts.
    pub(crate) fn others(&self) -> impl Iterator<Item = &'a Commitment> + use<'a> {
        let id = &self.shift.id;
        self.commitments.iter().filter(move |held| held.shift != *id)
    }

    /// Whether the person would come along in training only.
    pub fn in_training(&self) -> bool {
        let role = self.person.role_on(self.shift.role, self.shift.day);
        role.is_some_and(|held| held.in_training)
    }
}

pub(crate) type Rule = fn(&Ask<'_>) -> Vec<Refusal>;

/// For somebody who asks for a place.
pub(crate) const SIGNUP: &[Rule] = &[
    cancelled::rule,
    closed::rule,
    past::rule,
    not_open::rule,
    already_signed_up::rule,
    full::rule,
    overlap::rule,
    travel::rule,
    hours::rule,
    rest::rule,
    days_in_a_row::rule,
    role::rule,
    qualification::rule,
    minimum_age::rule,
    clearance::rule,
    standards::rule,
    agreement::rule,
    insurance::rule,
    consent::rule,
    minor_hours::rule,
    mix::rule,
];

/// For somebody who holds a place on a shift that moved, or to whom one is offered: it is held already, so that it is full
/// or closed is no reason.
pub(crate) const HELD: &[Rule] = &[
    cancelled::rule,
    past::rule,
    overlap::rule,
    travel::rule,
    hours::rule,
    rest::rule,
    days_in_a_row::rule,
    role::rule,
    qualification::rule,
    minimum_age::rule,
    clearance::rule,
    standards::rule,
    agreement::rule,
    insurance::rule,
    consent::rule,
    minor_hours::rule,
    mix::rule,
];

/// Every refusal of every rule, in order.
pub(crate) fn judge(rules: &[Rule], asked: &Ask<'_>) -> Vec<Refusal> {
    rules.iter().flat_map(|rule| rule(asked)).collect()
}

#[cfg(test)]
pub(crate) mod fixtures;
