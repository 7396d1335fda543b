//! Why somebody is not proposed for a place.

use vocabulary::ShiftId;

use crate::Refusal;

/// One reason why somebody does not come in question for a place as the proposal stands. The list is closed: match on it without a
/// wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// A rule about the person and the shift, as it would be told them.
    #[error("{0}")]
    Rule(Refusal),
    /// They have, or are proposed for, a place on this visit.
    #[error("they are on this visit, or proposed for it")]
    OnThisVisit,
    /// They said that they cannot come then.
    #[error("they said that they cannot come then")]
    NotAvailable,
    /// They may not take this role on any day of the season.
    #[error("they may not take this role")]
    NotTheirRole,
    /// They would only come along to learn.
    #[error("they would only come along to learn")]
    InTraining,
    /// They have said no to this shift.
    #[error("they have said no to this shift")]
    SaidNo,
    /// They are proposed for this shift at the same time.
    #[error("they are on shift {0} at that time, or proposed for it")]
    Meanwhile(ShiftId),
    /// They could not get from or to this shift in time.
    #[error("the way from or to shift {0} is too long")]
    TooFar(ShiftId),
    /// They would rest too little before or after this shift.
    #[error("too little rest before or after shift {0}")]
    TooLittleRest(ShiftId),
    /// With what is proposed, the hours of the day would be too many.
    #[error("with what is proposed, too many hours on the day")]
    DayFull,
    /// Those of the week.
    #[error("with what is proposed, too many hours in the week")]
    WeekFull,
    /// Those of the month.
    #[error("with what is proposed, too many hours in the month")]
    MonthFull,
    /// Those of the season, or the number of visits that they wish for.
    #[error("as many visits or hours of the season as they wish for or may have")]
    SeasonFull,
    /// They would work too many days in a row.
    #[error("too many days in a row")]
    TooManyDays,
    /// Too few adults are in the crew, or nobody of the staff.
    #[error("too few adults in the crew, or nobody of the staff")]
    TooFewAdults,
    /// There are as many people of socially useful work as may be.
    #[error("as many people of socially useful work as may be")]
    TooManyPsu,
}

impl Obstacle {
    /// A stable word for programs; that of a rule is the rule's.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rule(refusal) => refusal.code(),
            Self::OnThisVisit => "on-this-visit",
            Self::NotAvailable => "not-available",
            Self::NotTheirRole => "not-their-role",
            Self::InTraining => "in-training",
            Self::SaidNo => "said-no",
            Self::Meanwhile(_) => "meanwhile",
            Self::TooFar(_) => "too-far",
            Self::TooLittleRest(_) => "too-little-rest",
            Self::DayFull => "day-full",
            Self::WeekFull => "week-full",
            Self::MonthFull => "month-full",
            Self::SeasonFull => "season-full",
            Self::TooManyDays => "too-many-days",
            Self::TooFewAdults => "too-few-adults",
            Self::TooManyPsu => "too-many-psu",
        }
    }
}

/// What keeps somebody from an empty place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// These, never none.
    Obstacles(Vec<Obstacle>),
    /// Nothing: with them the proposal would cost this much more (0 or more if the proposal is as good as it can be).
    Free(i64),
}
