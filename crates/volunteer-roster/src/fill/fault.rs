//! Everything that can be wrong with [`Parts`](super::Parts).

use serde::Serialize;

use super::Violation;

/// What a number should have named, or what is out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Thing {
    Person,
    Visit,
    Estate,
    Offer,
    Bar,
    Pin,
    Standing,
    Weight,
    RestMinutes,
    TravelMinutes,
    Share,
    Language,
    Places,
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Person => "person",
            Self::Visit => "visit",
            Self::Estate => "estate",
            Self::Offer => "offer",
            Self::Bar => "bar",
            Self::Pin => "pinned assignment",
            Self::Standing => "standing assignment",
            Self::Weight => "weight",
            Self::RestMinutes => "minutes of rest",
            Self::TravelMinutes => "minutes of travel",
            Self::Share => "fair share",
            Self::Language => "language",
            Self::Places => "number of places",
        })
    }
}

/// One fault of [`Parts`](super::Parts). The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum Fault {
    #[error("there are {found} of {thing}; at most {most} can be handled at once")]
    TooMany { thing: Thing, found: u64, most: u64 },
    #[error("{used_by} {at} names {thing} {index}, which is not there")]
    Unknown {
        thing: Thing,
        index: u32,
        used_by: Thing,
        at: usize,
    },
    #[error("{thing} {at} is there twice: the same person and visit stand before it")]
    Twice { thing: Thing, at: usize },
    #[error("the {thing} number {at} is {found}; at most {most}")]
    TooLarge {
        thing: Thing,
        at: usize,
        found: u64,
        most: u64,
    },
    #[error("visit {visit} lasts from minute {starts} to {ends}: it must last 1 to 1440 minutes, near the epoch")]
    Times { visit: usize, starts: i64, ends: i64 },
    #[error("visit {visit} needs {minimum} people on a post that has {wanted} places")]
    MinimumAboveWanted { visit: usize, wanted: u32, minimum: u32 },
    #[error("visit {visit} is on another day, in another week or in another month than its day number says elsewhere")]
    DayInTwoWeeks { visit: usize },
    #[error("between {estates} estates are {expected} travel times; there are {found}")]
    TravelShape { estates: u32, expected: u64, found: usize },
    #[error("the pinned assignments break a rule: {violation}")]
    Pinned { violation: Violation },
}
