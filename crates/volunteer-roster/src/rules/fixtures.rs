//! A shift and a person with nothing against it under the default rules; a case changes what it is about.

use vocabulary::{CrewRole, Day, Minutes, PersonId, ShiftId, ShiftState, SignupState, Timestamp, Zone};

use super::{Ask, Rule};
use crate::{
    Age, AgeCategory, Agreement, AgreementKind, Clearance, Commitment, Confirmation, CrewMember, Dated, DaySpan,
    Person, PersonKind, Refusal, RoleHeld, Rules, SetBy, Setting, Shift, StandardsRead,
};

#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub(crate) shift: Shift,
    pub(crate) person: Person,
    pub(crate) commitments: Vec<Commitment>,
    pub(crate) own: Option<SignupState>,
    pub(crate) rules: Rules,
    pub(crate) now: Timestamp,
}

impl Facts {
    pub(crate) fn ask(&self) -> Ask<'_> {
        Ask {
            shift: &self.shift,
            person: &self.person,
            commitments: &self.commitments,
            own: self.own,
            rules: &self.rules,
            now: self.now,
        }
    }
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Helper, Thursday 1 July 2027, crew time 11:30 to 15:30 in Warsaw; one of two places free; asked the day before by an
/// adult volunteer with all papers.
pub(crate) fn facts() -> Facts {
    Facts {
        shift: shift(1),
        person: person(1),
        commitments: vec![],
        own: None,
        rules: Rules::default(),
        now: at("2027-06-30T12:00:00Z"),
    }
}

pub(crate) fn shift(number: u128) -> Shift {
    Shift {
        id: shift_id(number),
        role: CrewRole::Helper,
        qualifications: vec![],
        day: day("2027-07-01"),
        starts: at("2027-07-01T09:30:00Z"),
        ends: at("2027-07-01T13:30:00Z"),
        zone: Zone::WARSAW,
        opens_at: None,
        season: Some(DaySpan {
            first: day("2027-06-28"),
            last: day("2027-08-29"),
        }),
        place: None,
        places: 2,
        taken: 1,
        training_places: 0,
        training_taken: 0,
        state: ShiftState::Open,
        minimum_age: AgeCategory::Under13,
        crew: vec![member(90, PersonKind::Staff, AgeCategory::Adult, CrewRole::Leader)],
    }
}

pub(crate) fn person(number: u128) -> Person {
    let june = Some(day("2027-06-01"));
    Person {
        id: person_id(number),
        kind: PersonKind::Volunteer,
        roles: vec![role(CrewRole::Helper)],
        qualifications: vec![],
        tongues: vec![],
        age: Age::Adult,
        clearance: Clearance {
            register_on: june,
            certificate_on: june,
            statements_on: june,
            standards_read: Some(StandardsRead {
                version: 1,
                on: day("2027-06-01"),
            }),
            held_until: None,
        },
        agreements: vec![written("2027-06-01", Some("2027-12-31"))],
        insurance: vec![],
        consent: None,
    }
}

pub(crate) fn role(role: CrewRole) -> RoleHeld {
    RoleHeld {
        role,
        until: None,
        in_training: false,
        confirmed: Confirmation::Seen(None),
    }
}

pub(crate) fn written(from: &str, to: Option<&str>) -> Agreement {
    Agreement {
        kind: AgreementKind::Written,
        signed_on: Some(day(from)),
        from: day(from),
        to: to.map(day),
        paper_on_file: true,
        psu: None,
    }
}

pub(crate) fn member(number: u128, kind: PersonKind, age: AgeCategory, role: CrewRole) -> CrewMember {
    CrewMember {
        person: person_id(number),
        kind,
        age,
        role,
        in_training: false,
    }
}

pub(crate) fn person_id(number: u128) -> PersonId {
    format!("per_{number:032x}").parse().unwrap()
}

pub(crate) fn shift_id(number: u128) -> ShiftId {
    format!("shf_{number:032x}").parse().unwrap()
}

/// The other shift of a number, on the UTC day of its start.
pub(crate) fn commitment(number: u128, (starts, ends): (&str, &str)) -> Commitment {
    Commitment {
        shift: shift_id(number),
        day: day(starts.split_once('T').unwrap().0),
        starts: at(starts),
        ends: at(ends),
        place: None,
    }
}

/// A shift on a day from 12:00 UTC on, so many minutes long.
pub(crate) fn work(number: u128, on: &str, minutes: u32) -> Commitment {
    let starts = at(&format!("{on}T12:00:00Z"));
    Commitment {
        shift: shift_id(number),
        day: day(on),
        starts,
        ends: starts.plus_seconds(60 * i64::from(minutes)),
        place: None,
    }
}

/// A setting in force for ever, by the house.
pub(crate) fn set<T>(value: T) -> Setting<T> {
    Setting::of(vec![Dated {
        from: day("2000-01-01"),
        value,
        set_by: SetBy::House,
        source: "the test".to_owned(),
        doubt: None,
    }])
}

pub(crate) fn hours(hours: u32) -> Setting<Minutes> {
    set(Minutes(60 * hours))
}

/// What one rule says of the fixture after a change.
pub(crate) fn check(rule: Rule, change: impl FnOnce(&mut Facts)) -> Vec<Refusal> {
    let mut facts = facts();
    change(&mut facts);
    rule(&facts.ask())
}

/// The codes, separated by spaces; empty for none.
pub(crate) fn codes(refusals: &[Refusal]) -> String {
    refusals.iter().map(Refusal::code).collect::<Vec<_>>().join(" ")
}
