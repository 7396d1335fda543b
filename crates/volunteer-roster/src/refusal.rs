//! Every reason to say no, as a value with its facts.

mod judgement;

pub use judgement::{DependsOn, Remedy};

use serde::Serialize;
use vocabulary::{CrewRole, Day, Minute, Minutes, ShiftId, SignupState, Timestamp, word_lists};

use crate::{AgeCategory, Basis, ClearancePart, Qualification, Step, Who};

word_lists! {
    /// The time in which hours are counted.
    Period {
        /// One local day.
        Day = "day",
        /// Monday to Sunday.
        Week = "week",
        /// A calendar month.
        Month = "month",
        /// The whole season.
        Season = "season",
    }
}

/// Declares the refusals with their codes once: the enum, [`Refusal::code`] and [`Refusal::CODES`].
macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident $({ $($(#[$fmeta:meta])* $field:ident: $kind:ty,)+ })? = $code:literal,)+) => {
        /// One reason why a decision is no. Closed: whoever explains refusals must explain each.
        ///
        /// Serialised as `{"code": "shift-full", "places": 2}`; the codes are stable and stand in docs/problems.md.
        /// The `Display` text is for logs and developers, not for the screen.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
        #[serde(tag = "code")]
        pub enum Refusal {
            $($(#[$meta])* #[serde(rename = $code)] $name $({ $($(#[$fmeta])* $field: $kind,)+ })?,)+
        }

        impl Refusal {
            /// Every code, in the order of docs/problems.md.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stable text that the API, the wording and docs/problems.md know this reason by.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)+ }
            }
        }
    };
}

refusals! {
    /// No place is free.
    #[error("all {places} places are taken")]
    ShiftFull {
        /// How many places there are.
        places: u32,
    } = "shift-full",
    /// Staff closed the shift to sign-ups.
    #[error("the shift takes no sign-ups")]
    ShiftClosed = "shift-closed",
    /// The visit will not be.
    #[error("the visit is cancelled")]
    VisitCancelled = "visit-cancelled",
    /// The crew's time has begun or is over.
    #[error("the shift started at {started}")]
    ShiftPast {
        /// When the crew's time began.
        started: Timestamp,
    } = "shift-past",
    /// The person holds a place on this very shift.
    #[error("already signed up")]
    AlreadySignedUp = "already-signed-up",
    /// The person holds a place on another shift at the same time.
    #[error("overlaps {with}, {starts} to {ends}")]
    Overlap {
        /// The other shift.
        with: ShiftId,
        /// Its crew time, start.
        starts: Timestamp,
        /// Its crew time, end.
        ends: Timestamp,
    } = "overlap",
    /// The child-protection clearance was never given, or staff let it hold only to a day before the shift's.
    #[error("no child-protection clearance for {on}")]
    NotCleared {
        /// The day of the shift.
        on: Day,
        /// The last day it holds; none if it was never given.
        cleared_until: Option<Day>,
    } = "not-cleared",
    /// Staff has not allowed the person this role.
    #[error("role {needed} is not among the person's roles")]
    WrongRole {
        /// What the shift asks for.
        needed: CrewRole,
        /// What the person may do.
        held: Vec<CrewRole>,
    } = "wrong-role",
    /// The person is too young for it on that day.
    #[error("age {age} on the day, at least {minimum} is asked for")]
    TooYoung {
        /// The youngest category that may take it.
        minimum: AgeCategory,
        /// The person's on the day of the shift.
        age: AgeCategory,
    } = "too-young",
    /// The sign-up holds no place that could be given back.
    #[error("a sign-up that is {state} holds no place")]
    HoldsNoPlace {
        /// Where it stands.
        state: SignupState,
    } = "holds-no-place",
    /// The sign-up does not wait for a new yes.
    #[error("a sign-up that is {state} needs no new confirmation")]
    NothingToReconfirm {
        /// Where it stands.
        state: SignupState,
    } = "nothing-to-reconfirm",
    /// The sign-up cannot take this step from where it stands.
    #[error("a sign-up that is {state} cannot {step}")]
    StepNotPossible {
        /// What was asked for.
        step: Step,
        /// Where it stands.
        state: SignupState,
    } = "step-not-possible",
    /// The step is another's to take.
    #[error("{step} is not for {by} to do")]
    NotYourStep {
        /// What was asked for.
        step: Step,
        /// Who asked.
        by: Who,
    } = "not-your-step",
    /// The shift does not take sign-ups yet.
    #[error("sign-up opens at {opens}")]
    NotYetOpen {
        /// When it will.
        opens: Timestamp,
    } = "not-yet-open",
    /// The person asked before, and waits for an answer or a place.
    #[error("asked before, and is {state}")]
    AlreadyAsked {
        /// Where it stands.
        state: SignupState,
    } = "already-asked",
    /// No place for somebody in training is free.
    #[error("all {places} places in training are taken")]
    TrainingFull {
        /// How many there are.
        places: u32,
    } = "training-full",
    /// The way from or to another shift takes longer than there is time.
    #[error("{between} from or to {with}, and the way takes {needed}")]
    TravelTooLong {
        /// The other shift.
        with: ShiftId,
        /// Its crew time, start.
        starts: Timestamp,
        /// Its crew time, end.
        ends: Timestamp,
        /// The time between the two.
        between: Minutes,
        /// What the way takes.
        needed: Minutes,
    } = "travel-too-long",
    /// With this shift the hours of a day, week, month or season would be too many.
    #[error("{would_be} in the {period} from {first}, at most {limit} are allowed")]
    TooManyHours {
        /// In which time.
        period: Period,
        /// Its first day.
        first: Day,
        /// What is allowed.
        limit: Minutes,
        /// What it would be.
        would_be: Minutes,
        /// What the limit rests on.
        basis: Basis,
    } = "too-many-hours",
    /// Between this shift and one of another day is too little rest.
    #[error("{rest} of rest from or to {with}, at least {needed} are needed")]
    RestTooShort {
        /// The other shift.
        with: ShiftId,
        /// Its crew time, start.
        starts: Timestamp,
        /// Its crew time, end.
        ends: Timestamp,
        /// The time between the two.
        rest: Minutes,
        /// What is needed.
        needed: Minutes,
        /// What the limit rests on.
        basis: Basis,
    } = "rest-too-short",
    /// With this shift there would be too many days in a row.
    #[error("{would_be} days in a row, at most {limit} are allowed")]
    TooManyDays {
        /// What is allowed.
        limit: u32,
        /// What it would be.
        would_be: u32,
        /// What the limit rests on.
        basis: Basis,
    } = "too-many-days",
    /// The person had the role until a day before the shift's.
    #[error("role {role} was allowed until {until}")]
    RoleEnded {
        /// Which.
        role: CrewRole,
        /// Its last day.
        until: Day,
    } = "role-ended",
    /// The person lacks a qualification, or staff has not seen its paper.
    #[error("qualification {needed} is missing")]
    QualificationMissing {
        /// Which.
        needed: Qualification,
        /// Whether the person says that they have it.
        claimed: bool,
    } = "qualification-missing",
    /// A qualification ends before the day of the shift.
    #[error("qualification {needed} ended on {until}")]
    QualificationEnded {
        /// Which.
        needed: Qualification,
        /// Its last day.
        until: Day,
    } = "qualification-ended",
    /// A part of the clearance was never handed in.
    #[error("the {part} of the clearance is missing")]
    ClearancePartMissing {
        /// Which.
        part: ClearancePart,
    } = "clearance-part-missing",
    /// A part of the clearance is too old on the day of the shift.
    #[error("the {part} of the clearance is of {of}, and holds until {holds_until}")]
    ClearancePartTooOld {
        /// Which.
        part: ClearancePart,
        /// When it was done.
        of: Day,
        /// The last day on which it holds.
        holds_until: Day,
    } = "clearance-part-too-old",
    /// The standards for protecting minors were not read in the version in force.
    #[error("version {in_force} of the standards was not read")]
    StandardsNotRead {
        /// The version in force on the day.
        in_force: u32,
        /// What was read last; none if never.
        read: Option<u32>,
    } = "standards-not-read",
    /// There is no agreement at all.
    #[error("there is no agreement")]
    AgreementMissing = "agreement-missing",
    /// The agreement ends before the day of the shift.
    #[error("the agreement ended on {until}")]
    AgreementEnded {
        /// Its last day.
        until: Day,
    } = "agreement-ended",
    /// The agreement begins after the day of the shift.
    #[error("the agreement begins on {from}")]
    AgreementNotBegun {
        /// Its first day.
        from: Day,
    } = "agreement-not-begun",
    /// The work lasts longer than what may be agreed by word of mouth, and no signed paper is on file.
    #[error("{days} days from {first} to {last}, more than {limit} must be agreed in writing")]
    AgreementNotInWriting {
        /// The first day of the work.
        first: Day,
        /// Its last.
        last: Day,
        /// From one to the other, both included.
        days: u32,
        /// What may be agreed by word of mouth.
        limit: u32,
    } = "agreement-not-in-writing",
    /// A short agreement, for which the centre must take out an insurance that covers the day.
    #[error("no accident insurance on {on}")]
    InsuranceMissing {
        /// The day of the shift.
        on: Day,
    } = "insurance-missing",
    /// A minor without the guardian's consent.
    #[error("the guardian's consent is missing")]
    ConsentMissing = "consent-missing",
    /// The guardian's consent is withdrawn by the day of the shift.
    #[error("the guardian's consent is withdrawn from {from} on")]
    ConsentWithdrawn {
        /// From which day on.
        from: Day,
    } = "consent-withdrawn",
    /// The guardian signed a text that is not good any more.
    #[error("the guardian's consent is of version {given}, at least {needed} is needed")]
    ConsentOutdated {
        /// What was signed.
        given: u32,
        /// The oldest that is good.
        needed: u32,
    } = "consent-outdated",
    /// The shift is too early or too late for a minor's age.
    #[error("outside {earliest} to {latest}, the hours of {age}")]
    MinorHours {
        /// The age on the day.
        age: AgeCategory,
        /// The earliest hour.
        earliest: Minute,
        /// The latest hour.
        latest: Minute,
        /// What the limit rests on.
        basis: Basis,
    } = "minor-hours",
    /// The day would be too long for a minor's age.
    #[error("{would_be} on one day, at most {limit} at {age}")]
    MinorTooLong {
        /// The age on the day.
        age: AgeCategory,
        /// What is allowed.
        limit: Minutes,
        /// What it would be.
        would_be: Minutes,
        /// What the limit rests on.
        basis: Basis,
    } = "minor-too-long",
    /// A minor, and no adult of the staff holds a place on the visit.
    #[error("no adult of the staff is on the visit")]
    NoAdultOfStaff = "no-adult-of-staff",
    /// There would be more minors than the adults of the visit can look after.
    #[error("{minors} minors and {adults} adults, at most {for_each} for each")]
    TooManyMinors {
        /// How many minors there would be.
        minors: u32,
        /// How many adult leaders and helpers there are.
        adults: u32,
        /// How many minors are allowed for each.
        for_each: u32,
        /// What the limit rests on.
        basis: Basis,
    } = "too-many-minors",
    /// There would be more people of socially useful work on the visit than allowed.
    #[error("at most {limit} people of socially useful work on one visit")]
    TooManyPsu {
        /// How many are allowed.
        limit: u32,
        /// What the limit rests on.
        basis: Basis,
    } = "too-many-psu",
    /// Only staff can say this yes.
    #[error("staff must approve it")]
    NeedsApproval = "needs-approval",
    /// The time to answer is over.
    #[error("the offer ended at {ended}")]
    OfferEnded {
        /// When.
        ended: Timestamp,
    } = "offer-ended",
    /// The person waits, and not everybody is asked yet.
    #[error("all who wait are asked from {from} on")]
    NotAskedYet {
        /// From when on.
        from: Timestamp,
    } = "not-asked-yet",
    /// A step that is taken only with a reason in words.
    #[error("say why")]
    ReasonMissing = "reason-missing",
    /// A swap with oneself, or for the same shift.
    #[error("nothing would change")]
    SwapChangesNothing = "swap-changes-nothing",
    /// A sign-up of the swap has changed since it was proposed.
    #[error("a sign-up of the swap has changed since")]
    SwapOutdated = "swap-outdated",
    /// The swap is proposed to somebody else, or is not at this point.
    #[error("the swap does not wait for this answer")]
    SwapNotWaiting = "swap-not-waiting",
    /// More hours are written down for a day than it has.
    #[error("a day has at most {limit}")]
    DayTooLong {
        /// What a day has.
        limit: Minutes,
    } = "day-too-long",
}

#[cfg(test)]
mod tests;
