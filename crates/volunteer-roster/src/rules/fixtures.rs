//! A shift and a person with nothing against it; a case changes what it is about.

use vocabulary::{CrewRole, Day, PersonId, ShiftId, ShiftState, Timestamp};

use super::{Question, Rule};
use crate::{Age, AgeCategory, Commitment, Person, Refusal, Shift};

pub(crate) struct Facts {
    pub(crate) shift: Shift,
    pub(crate) person: Person,
    pub(crate) commitments: Vec<Commitment>,
    pub(crate) now: Timestamp,
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Helper, Thursday 1 July 2027, crew time 11:30 to 15:30 in Warsaw; one of two places free; asked the day before.
pub(crate) fn facts() -> Facts {
    Facts {
        shift: Shift {
            id: shift_id(1),
            role: CrewRole::Helper,
            day: day("2027-07-01"),
            starts: at("2027-07-01T09:30:00Z"),
            ends: at("2027-07-01T13:30:00Z"),
            places: 2,
            taken: 1,
            state: ShiftState::Open,
            minimum_age: AgeCategory::Adult,
        },
        person: Person {
            id: format!("per_{:032x}", 1).parse::<PersonId>().unwrap(),
            roles: vec![CrewRole::Helper],
            age: Age::Adult,
            cleared_until: Some(day("2027-12-31")),
        },
        commitments: vec![],
        now: at("2027-06-30T12:00:00Z"),
    }
}

pub(crate) fn shift_id(number: u128) -> ShiftId {
    format!("shf_{number:032x}").parse().unwrap()
}

pub(crate) fn commitment(number: u128, (starts, ends): (&str, &str)) -> Commitment {
    Commitment {
        shift: shift_id(number),
        starts: at(starts),
        ends: at(ends),
    }
}

/// What one rule says of the fixture after a change.
pub(crate) fn check(rule: Rule, change: impl FnOnce(&mut Facts)) -> Vec<Refusal> {
    let mut facts = facts();
    change(&mut facts);
    let Facts {
        shift,
        person,
        commitments,
        now,
    } = &facts;
    rule(&Question {
        shift,
        person,
        commitments,
        now: *now,
    })
}

/// The codes, separated by spaces; empty for none.
pub(crate) fn codes(refusals: &[Refusal]) -> String {
    refusals.iter().map(Refusal::code).collect::<Vec<_>>().join(" ")
}
