//! Why somebody is not proposed for a place.

use vocabulary::ShiftId;

use crate::Refusal;

/// One reason why somebody does not come in question for a place as the proposal stands. The list is closed: match on it without a
/// wildcard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A rule about the person and the shift, as it would be told them.
    Rule(Refusal),
    /// They have, or are proposed for, a place on this visit.
    OnThisVisit,
    /// They said that they cannot come then.
    NotAvailable,
    /// They may not take this role on any day of the season.
    NotTheirRole,
    /// They would only come along to learn.
    InTraining,
    /// They have said no to this shift.
    SaidNo,
    /// They are proposed for this shift at the same time.
    Meanwhile(ShiftId),
    /// They could not get from or to this shift in time.
    TooFar(ShiftId),
    /// They would rest too little before or after this shift.
    TooLittleRest(ShiftId),
    /// With what is proposed, the hours of the day would be too many.
    DayFull,
    /// Those of the week.
    WeekFull,
    /// Those of the month.
    MonthFull,
    /// Those of the season, or the number of visits that they wish for.
    SeasonFull,
    /// They would work too many days in a row.
    TooManyDays,
    /// Too few adults are in the crew, or nobody of the staff.
    TooFewAdults,
    /// There are as many people of socially useful work as may be.
    TooManyPsu,
}

/// What keeps somebody from an empty place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// These, never none.
    Obstacles(Vec<Obstacle>),
    /// Nothing: with them the proposal would cost this much more (0 or more if the proposal is as good as it can be).
    Free(i64),
}
