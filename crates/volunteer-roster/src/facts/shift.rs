//! A piece of work as the rules see it, and the others of one person.

use vocabulary::{
    Coordinate, CrewRole, Day, EstateId, Minutes, PersonId, ShiftId, ShiftState, SignupId, SignupState, Slug, StopId,
    Timestamp, Zone,
};

use crate::{AgeCategory, PersonKind, Qualification};

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DaySpan {
    /// The first.
    pub first: Day,
    /// The last; not before the first.
    pub last: Day,
}

impl DaySpan {
    /// Whether a day is one of them.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The week of a day, Monday to Sunday (ISO 8601).
    pub fn week_of(day: Day) -> Self {
        let first = day.monday();
        Self {
            first,
            last: first.plus_days(6),
        }
    }

    /// The calendar month of a day.
    pub fn month_of(day: Day) -> Self {
        let first = day.plus_days(1 - i64::from(day.day_of_month()));
        // 31 days on is always in the next month, and its day of the month says how far.
        let beyond = first.plus_days(31);
        Self {
            first,
            last: beyond.plus_days(-i64::from(beyond.day_of_month())),
        }
    }
}

/// Where a shift is, as far as the way to the next one needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The stop.
    pub stop: StopId,
    /// Its estate, where known.
    pub estate: Option<EstateId>,
    /// Its point on the map, where known.
    pub point: Option<Coordinate>,
    /// The bus that is there: whoever goes along with it from one visit to the next needs no other way.
    pub bus: Option<Slug>,
}

/// Somebody who holds a place on a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrewMember {
    /// Who.
    pub person: PersonId,
    /// On what footing.
    pub kind: PersonKind,
    /// Their age on the day.
    pub age: AgeCategory,
    /// What they do there.
    pub role: CrewRole,
    /// Whether they only come along to learn.
    pub in_training: bool,
}

/// A piece of work on a visit for one role, with a number of places, as it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// What one does.
    pub role: CrewRole,
    /// What one must be qualified for beside the role.
    pub qualifications: Vec<Qualification>,
    /// The local day of the visit: papers and ages are judged on it.
    pub day: Day,
    /// When the crew must be there: the *crew* time, before the public start.
    pub starts: Timestamp,
    /// When the crew may go; after `starts`.
    pub ends: Timestamp,
    /// The zone in which its hours are told: a minor's latest hour is a local one.
    pub zone: Zone,
    /// From when on it takes sign-ups; none: from the beginning.
    pub opens_at: Option<Timestamp>,
    /// The days of its season; none if there is no limit by season.
    pub season: Option<DaySpan>,
    /// Where it is; none if nobody knows.
    pub place: Option<Place>,
    /// How many people it wants.
    pub places: u32,
    /// How many places are held.
    pub taken: u32,
    /// How many may come along in training, beyond `places`.
    pub training_places: u32,
    /// How many of those are held.
    pub training_taken: u32,
    /// Whether it takes sign-ups.
    pub state: ShiftState,
    /// The youngest who may take it.
    pub minimum_age: AgeCategory,
    /// Everybody who holds a place on the same *visit*, this shift and its others; the asking person may be among them.
    pub crew: Vec<CrewMember>,
}

impl Shift {
    /// How long the crew is there, in whole minutes: on instants, so the October night has its 25 hours.
    pub fn length(&self) -> Minutes {
        minutes_between(self.starts, self.ends)
    }
}

/// A shift on which the person holds a place, seen from the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// Which shift.
    pub shift: ShiftId,
    /// The local day of its visit.
    pub day: Day,
    /// Crew time, start.
    pub starts: Timestamp,
    /// Crew time, end.
    pub ends: Timestamp,
    /// Where it is; none if nobody knows.
    pub place: Option<Place>,
}

impl Commitment {
    /// How long it is, in whole minutes.
    pub fn length(&self) -> Minutes {
        minutes_between(self.starts, self.ends)
    }
}

/// Whole minutes from one instant to a later one; none when it is earlier.
pub(crate) fn minutes_between(from: Timestamp, to: Timestamp) -> Minutes {
    Minutes(u32::try_from(from.seconds_until(to).max(0) / 60).unwrap_or(u32::MAX))
}

/// One person on one shift, in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signup {
    /// Its id.
    pub id: SignupId,
    /// The shift.
    pub shift: ShiftId,
    /// The person.
    pub person: PersonId,
    /// Where it stands.
    pub state: SignupState,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_and_months() {
        let cases = [
            // day, week, month
            ("2027-07-01", "2027-06-28 2027-07-04", "2027-07-01 2027-07-31"),
            ("2027-06-28", "2027-06-28 2027-07-04", "2027-06-01 2027-06-30"),
            ("2027-07-04", "2027-06-28 2027-07-04", "2027-07-01 2027-07-31"),
            ("2028-02-29", "2028-02-28 2028-03-05", "2028-02-01 2028-02-29"),
            ("2027-02-01", "2027-02-01 2027-02-07", "2027-02-01 2027-02-28"),
            ("2026-12-31", "2026-12-28 2027-01-03", "2026-12-01 2026-12-31"),
        ];
        for (day, week, month) in cases {
            let day: Day = day.parse().unwrap();
            let told = |span: DaySpan| format!("{} {}", span.first, span.last);
            assert_eq!(told(DaySpan::week_of(day)), week);
            assert_eq!(told(DaySpan::month_of(day)), month);
        }
    }
}
