//! Every reason to say no, as a value with its facts.

use serde::Serialize;
use vocabulary::{CrewRole, Day, ShiftId, SignupState, Timestamp};

use crate::{AgeCategory, Step, Who};

/// One reason why a decision is no. Closed: whoever explains refusals must explain each.
///
/// Serialised as `{"code": "shift-full", "places": 2}`; the codes are stable and stand in docs/problems.md.
/// The `Display` text is for logs and developers, not for the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refusal {
    /// No place is free.
    #[error("all {places} places are taken")]
    ShiftFull {
        /// How many places there are.
        places: u32,
    },
    /// Staff closed the shift to sign-ups.
    #[error("the shift takes no sign-ups")]
    ShiftClosed,
    /// The visit will not be.
    #[error("the visit is cancelled")]
    VisitCancelled,
    /// The crew's time has begun or is over.
    #[error("the shift started at {started}")]
    ShiftPast {
        /// When the crew's time began.
        started: Timestamp,
    },
    /// The person holds a place on this very shift.
    #[error("already signed up")]
    AlreadySignedUp,
    /// The person holds a place on another shift at the same time.
    #[error("overlaps {with}, {starts} to {ends}")]
    Overlap {
        /// The other shift.
        with: ShiftId,
        /// Its crew time, start.
        starts: Timestamp,
        /// Its crew time, end.
        ends: Timestamp,
    },
    /// The child-protection clearance is missing, or does not reach the day of the shift.
    #[error("no child-protection clearance for {on}")]
    NotCleared {
        /// The day of the shift.
        on: Day,
        /// The last day it holds; none if it was never given.
        cleared_until: Option<Day>,
    },
    /// Staff has not allowed the person this role.
    #[error("role {needed} is not among the person's roles")]
    WrongRole {
        /// What the shift asks for.
        needed: CrewRole,
        /// What the person may do.
        held: Vec<CrewRole>,
    },
    /// The person is too young for it on that day.
    #[error("age {age} on the day, at least {minimum} is asked for")]
    TooYoung {
        /// The youngest category that may take it.
        minimum: AgeCategory,
        /// The person's on the day of the shift.
        age: AgeCategory,
    },
    /// The sign-up holds no place that could be given back.
    #[error("a sign-up that is {state} holds no place")]
    HoldsNoPlace {
        /// Where it stands.
        state: SignupState,
    },
    /// The sign-up does not wait for a new yes.
    #[error("a sign-up that is {state} needs no new confirmation")]
    NothingToReconfirm {
        /// Where it stands.
        state: SignupState,
    },
    /// The sign-up cannot take this step from where it stands.
    #[error("a sign-up that is {state} cannot {step}")]
    StepNotPossible {
        /// What was asked for.
        step: Step,
        /// Where it stands.
        state: SignupState,
    },
    /// The step is another's to take.
    #[error("{step} is not for {by} to do")]
    NotYourStep {
        /// What was asked for.
        step: Step,
        /// Who asked.
        by: Who,
    },
}

/// What would have to change before the answer can be yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DependsOn {
    /// The present state of shifts and sign-ups; the same person may well succeed elsewhere or later (HTTP 409).
    State,
    /// The person's own papers, roles or age; repeating the request cannot help (HTTP 422).
    Person,
}

impl Refusal {
    /// Every code, in the order of docs/problems.md.
    pub const CODES: &'static [&'static str] = &[
        "shift-full",
        "shift-closed",
        "visit-cancelled",
        "shift-past",
        "already-signed-up",
        "overlap",
        "not-cleared",
        "wrong-role",
        "too-young",
        "holds-no-place",
        "nothing-to-reconfirm",
        "step-not-possible",
        "not-your-step",
    ];

    /// The stable text that the API, the wording and docs/problems.md know this reason by.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ShiftFull { .. } => "shift-full",
            Self::ShiftClosed => "shift-closed",
            Self::VisitCancelled => "visit-cancelled",
            Self::ShiftPast { .. } => "shift-past",
            Self::AlreadySignedUp => "already-signed-up",
            Self::Overlap { .. } => "overlap",
            Self::NotCleared { .. } => "not-cleared",
            Self::WrongRole { .. } => "wrong-role",
            Self::TooYoung { .. } => "too-young",
            Self::HoldsNoPlace { .. } => "holds-no-place",
            Self::NothingToReconfirm { .. } => "nothing-to-reconfirm",
            Self::StepNotPossible { .. } => "step-not-possible",
            Self::NotYourStep { .. } => "not-your-step",
        }
    }

    /// Whether this reason lies in the person or in the present state of things.
    pub const fn depends_on(&self) -> DependsOn {
        match self {
            Self::NotCleared { .. } | Self::WrongRole { .. } | Self::TooYoung { .. } | Self::NotYourStep { .. } => {
                DependsOn::Person
            }
            Self::ShiftFull { .. }
            | Self::ShiftClosed
            | Self::VisitCancelled
            | Self::ShiftPast { .. }
            | Self::AlreadySignedUp
            | Self::Overlap { .. }
            | Self::HoldsNoPlace { .. }
            | Self::NothingToReconfirm { .. }
            | Self::StepNotPossible { .. } => DependsOn::State,
        }
    }

    /// What a whole answer depends on: the person as soon as one reason does. None for an empty list.
    pub fn all_depend_on(refusals: &[Self]) -> Option<DependsOn> {
        refusals.iter().map(Self::depends_on).max()
    }
}
