//! What a proposal can break.

use serde::Serialize;

use crate::fill::{Assignment, PersonIndex, Post, VisitIndex};

/// One rule that a proposal breaks. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize)]
#[serde(tag = "violation", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum Violation {
    #[error("person {} or visit {} is not there", assignment.person.0, assignment.visit.0)]
    Unknown { assignment: Assignment },
    #[error("person {} did not offer to come on visit {}", person.0, visit.0)]
    NotOffered { person: PersonIndex, visit: VisitIndex },
    #[error("person {} cannot be {:?} on visit {}", assignment.person.0, assignment.post, assignment.visit.0)]
    WrongPost { assignment: Assignment },
    #[error("person {} must not be {:?} on visit {} (reason {reason})", assignment.person.0, assignment.post, assignment.visit.0)]
    Barred { assignment: Assignment, reason: u32 },
    #[error("person {} is on visit {} twice", person.0, visit.0)]
    TwicePresent { person: PersonIndex, visit: VisitIndex },
    #[error("for person {}, visits {} and {} overlap", person.0, first.0, second.0)]
    Overlap {
        person: PersonIndex,
        first: VisitIndex,
        second: VisitIndex,
    },
    #[error("person {} cannot get from visit {} to {} in time", person.0, first.0, second.0)]
    Travel {
        person: PersonIndex,
        first: VisitIndex,
        second: VisitIndex,
    },
    #[error("person {} rests too little between visits {} and {}", person.0, first.0, second.0)]
    Rest {
        person: PersonIndex,
        first: VisitIndex,
        second: VisitIndex,
    },
    #[error("person {} works more than allowed on day {day}", person.0)]
    Day { person: PersonIndex, day: i32 },
    #[error("person {} works more than allowed in week {week}", person.0)]
    Week { person: PersonIndex, week: i32 },
    #[error("person {} works more than allowed in month {month}", person.0)]
    Month { person: PersonIndex, month: i32 },
    #[error("person {} works more than allowed in the season", person.0)]
    Season { person: PersonIndex },
    #[error("person {} works too many days in a row, day {day} the last of them", person.0)]
    DaysInRow { person: PersonIndex, day: i32 },
    #[error("visit {} has more people as {post:?} than places", visit.0)]
    TooMany { visit: VisitIndex, post: Post },
    #[error("visit {} has more minors than adults among its helpers", visit.0)]
    TooManyMinors { visit: VisitIndex },
    #[error("visit {} has minors and nobody of the staff", visit.0)]
    MinorsAlone { visit: VisitIndex },
    #[error("visit {} has too many participants of socially useful work", visit.0)]
    TooMuchUsefulWork { visit: VisitIndex },
    #[error("the pinned assignment of person {} to visit {} is not kept", pin.person.0, pin.visit.0)]
    PinNotKept { pin: Assignment },
    #[error("the cost is told as {told}, it is {found}")]
    WrongCost { told: i64, found: i64 },
}
