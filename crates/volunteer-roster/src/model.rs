//! The facts that the rules are told. Only what a rule reads stands here; names, addresses and papers do not.

use vocabulary::{CrewRole, Day, PersonId, ShiftId, ShiftState, SignupId, SignupState, Timestamp};

use crate::{Age, AgeCategory};

/// A piece of work on a visit for one role, with a number of places, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// What one does.
    pub role: CrewRole,
    /// The local day of the visit: papers and ages are judged on it.
    pub day: Day,
    /// When the crew must be there: the *crew* time, before the public start.
    pub starts: Timestamp,
    /// When the crew may go; after `starts`.
    pub ends: Timestamp,
    /// How many people it wants.
    pub places: u32,
    /// How many places are held.
    pub taken: u32,
    /// Whether it takes sign-ups.
    pub state: ShiftState,
    /// The youngest who may take it.
    pub minimum_age: AgeCategory,
}

/// Somebody who asks for a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The roles that staff has allowed them.
    pub roles: Vec<CrewRole>,
    /// As far as it is kept.
    pub age: Age,
    /// The last day on which their child-protection clearance holds, this day included; none if it was never given.
    pub cleared_until: Option<Day>,
}

/// A shift on which the person holds a place, seen from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Which shift.
    pub shift: ShiftId,
    /// Crew time, start.
    pub starts: Timestamp,
    /// Crew time, end.
    pub ends: Timestamp,
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
