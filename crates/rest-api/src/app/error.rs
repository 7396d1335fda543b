//! Every way a use case can end other than well. `web/problem.rs` gives each its status code, without a wildcard.

use route_planning::Violation;
use serde::Serialize;
use vocabulary::Timestamp;
use volunteer_roster::{Obstacle, Refusal};

use super::visits::BrokenRule;

/// Something in the input that does not fit, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// A JSON pointer (RFC 6901) into the body, or a file, row and column.
    pub pointer: String,
    /// What was found, what was expected, what to do.
    pub detail: String,
}

impl Fault {
    /// A fault at a pointer.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

/// One reason for a "no" that a rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// A stable word for programs, e.g. `shift-full`.
    pub code: &'static str,
    /// A sentence for people.
    pub detail: String,
    /// The facts behind it, for whoever says it in another language. Not sent.
    #[serde(skip)]
    pub cause: Option<Cause>,
    /// Whose reason it is, where several are asked at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
}

/// Whose reason it is in a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Who proposed it.
    Giver,
    /// The other person.
    Taker,
    /// The crews that there would be.
    Crew,
}

/// The facts behind a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A rule of the roster.
    Roster(Refusal),
    /// A rule of the season that a visit's new time breaks.
    Visit(BrokenRule),
    /// A rule of the season that a plan breaks.
    Plan(Violation),
    /// What keeps somebody from a place of a proposed crew.
    Crew(Obstacle),
}

impl Reason {
    /// Every code of a reason that is not the roster's ([`Refusal::CODES`]), in the order of docs/problems.md.
    pub const CODES: &'static [&'static str] = &[
        "visit-past",
        "closed-day",
        "public-holiday",
        "weekday-off",
        "outside-hours",
        "permission-ended",
        "stop-closed",
        "bus-elsewhere",
        "bus-not-running",
        "event-keeps-away",
        "plan-ended",
        "no-plan-yet",
        "plan-not-ready",
        "plan-already-published",
        "nothing-to-replan",
        "change-by-hand",
        "plan-no-longer-fits",
        "stop-without-estate",
        "event-has-visit",
        "no-season",
        "calendar-cannot-show",
        "swap-open",
        "other-person-may-not",
        "nobody-to-ask",
        "not-asked",
        "not-a-volunteer",
        "nothing-attended",
        "certificate-unchanged",
        "not-in-psu",
        "visit-not-on",
        "visit-not-today",
        "no-empty-place",
        "on-this-visit",
        "not-available",
        "not-their-role",
        "in-training",
        "said-no",
        "meanwhile",
        "too-far",
        "too-little-rest",
        "day-full",
        "week-full",
        "month-full",
        "season-full",
        "too-few-adults",
        "season-over",
        "follow-email-off",
        "follow-push-off",
    ];

    /// A reason that its code and its sentence say in full.
    pub fn new(code: &'static str, detail: impl Into<String>) -> Self {
        debug_assert!(Self::CODES.contains(&code), "{code} is explained nowhere");
        Self {
            code,
            detail: detail.into(),
            cause: None,
            side: None,
        }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self {
            code: refusal.code(),
            detail: refusal.to_string(),
            cause: Some(Cause::Roster(refusal)),
            side: None,
        }
    }
}

impl From<Obstacle> for Reason {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Rule(refusal) => refusal.into(),
            other => Self {
                code: other.code(),
                detail: other.to_string(),
                cause: Some(Cause::Crew(other)),
                side: None,
            },
        }
    }
}

impl From<BrokenRule> for Reason {
    fn from(rule: BrokenRule) -> Self {
        debug_assert!(
            Self::CODES.contains(&rule.code()),
            "{} is explained nowhere",
            rule.code()
        );
        Self {
            code: rule.code(),
            detail: rule.to_string(),
            cause: Some(Cause::Visit(rule)),
            side: None,
        }
    }
}

impl From<Violation> for Reason {
    fn from(violation: Violation) -> Self {
        Self {
            cause: Some(Cause::Plan(violation.clone())),
            ..Self::new("plan-no-longer-fits", violation.to_string())
        }
    }
}

/// Why a refused act was refused: what the reader can do about it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedBy {
    /// The state of the thing: trying later, or elsewhere, may work.
    State,
    /// Who or what was asked for: it will not work however often it is tried.
    Request,
}

/// Every way a use case can end other than well.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no such thing, or the caller may not know that there is.
    #[error("there is no such thing")]
    NotFound,
    /// No season has been published yet.
    #[error("nothing has been published yet")]
    NothingPublished,
    /// Nobody is signed in, or the token is not accepted.
    #[error("sign in first")]
    Unauthenticated,
    /// E-mail or password is wrong; which of them is not said.
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    /// The caller's role does not allow it.
    #[error("your role does not allow this")]
    NotAllowed,
    /// The input has faults; all of them are listed.
    #[error("the input has {} fault(s)", .0.len())]
    Invalid(Vec<Fault>),
    /// Rules say no; every reason is listed.
    #[error("refused for {} reason(s)", .reasons.len())]
    Refused {
        /// Whether the state or the request is the cause.
        by: RefusedBy,
        /// Every reason.
        reasons: Vec<Reason>,
    },
    /// The thing was changed by somebody else meanwhile; both versions are given.
    #[error("the thing was changed meanwhile")]
    Stale {
        /// The version that is stored now.
        current: serde_json::Value,
        /// The change that was asked for.
        asked: serde_json::Value,
    },
    /// It clashes with something that exists.
    #[error("{0}")]
    Conflict(String),
    /// An idempotency key came again with another request.
    #[error("this idempotency key was used for another request: make a new one for each new request")]
    KeyReused,
    /// Tried too often; the instant from which trying again makes sense.
    #[error("too many tries")]
    TooManyTries(Timestamp),
    /// Something is busy and nothing was written; trying again soon makes sense.
    #[error("busy, try again soon")]
    Busy,
    /// The database is out of service. Whether a write under way was kept is unknown, so it is never repeated here.
    #[error("the database is out of service: look first whether it was done, then try again")]
    Unavailable,
    /// Our fault. The cause is logged once and never shown.
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
}

impl AppError {
    /// A single reason of the state.
    pub fn refused(code: &'static str, detail: impl Into<String>) -> Self {
        Self::Refused {
            by: RefusedBy::State,
            reasons: vec![Reason::new(code, detail)],
        }
    }

    /// A single fault of the input.
    pub fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::Invalid(vec![Fault::new(pointer, detail)])
    }
}

impl From<anyhow::Error> for AppError {
    fn from(cause: anyhow::Error) -> Self {
        Self::Internal(cause)
    }
}

impl From<storage::StoreError> for AppError {
    fn from(error: storage::StoreError) -> Self {
        match error {
            storage::StoreError::NotFound => Self::NotFound,
            storage::StoreError::Conflict(conflict) => Self::Conflict(conflict.rule.to_string()),
            storage::StoreError::Busy => Self::Busy,
            storage::StoreError::Unavailable(cause) => {
                tracing::error!(cause, "the database is out of service");
                Self::Unavailable
            }
            storage::StoreError::Broken(cause) => Self::Internal(anyhow::anyhow!(cause)),
        }
    }
}

impl storage::CallError for AppError {
    fn is_busy(&self) -> bool {
        matches!(self, Self::Busy)
    }
}

#[cfg(test)]
mod tests {
    use storage::{CallError, StoreError};

    use super::*;

    #[test]
    fn only_what_was_surely_not_written_is_done_again() {
        assert!(AppError::from(StoreError::Busy).is_busy());
        let away = AppError::from(StoreError::Unavailable("the server closed the connection".to_owned()));
        assert!(matches!(away, AppError::Unavailable) && !away.is_busy());
    }
}
