//! Everything that can be wrong with a plan.

use serde::Serialize;
use vocabulary::{Day, Metres, Minute, Minutes, Slug};

/// One rule that a plan breaks. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize)]
#[serde(tag = "violation", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum Violation {
    #[error("version {found} of the plan's form is unknown; this program reads version {known}")]
    Version { found: u32, known: u32 },
    #[error("{stop} on {day}: there is no such stop")]
    UnknownStop { stop: Slug, day: Day },
    #[error("{stop} on {day}: there is no bus {bus}")]
    UnknownBus { stop: Slug, bus: Slug, day: Day },
    #[error("{stop} on {day}: bus {bus} does not run that day")]
    ClosedDay { stop: Slug, bus: Slug, day: Day },
    #[error("bus {bus} on {day} leaves at {depart} and is back at {back}: outside its hours")]
    BusHours {
        bus: Slug,
        day: Day,
        depart: Minute,
        back: Minute,
    },
    #[error("bus {bus} on {day} carries {load}; {most} fit in")]
    Overloaded { bus: Slug, day: Day, load: u32, most: u32 },
    #[error("bus {bus} on {day} drives {way}; its range is {most}")]
    BeyondRange {
        bus: Slug,
        day: Day,
        way: Metres,
        most: Metres,
    },
    #[error("{stop}: its days are none of the listed day sets")]
    DaySetNotListed { stop: Slug },
    #[error("bus {bus} on {day} is on duty for {duty}; {most} are allowed")]
    Duty {
        bus: Slug,
        day: Day,
        duty: Minutes,
        most: Minutes,
    },
    #[error("bus {bus} on {day} is driven for {driving}; {most} are allowed")]
    Driving {
        bus: Slug,
        day: Day,
        driving: Minutes,
        most: Minutes,
    },
    #[error("bus {bus} on {day}: {worked} of work until {until} without a break; {most} are allowed")]
    BreakAfterWork {
        bus: Slug,
        day: Day,
        until: Minute,
        worked: Minutes,
        most: Minutes,
    },
    #[error("bus {bus} on {day}: {driving} of driving until {until} without a break; {most} are allowed")]
    BreakAfterDriving {
        bus: Slug,
        day: Day,
        until: Minute,
        driving: Minutes,
        most: Minutes,
    },
    #[error("bus {bus} on {day}: the break from {start} is shorter than {least}")]
    BreakTooShort {
        bus: Slug,
        day: Day,
        start: Minute,
        least: Minutes,
    },
    #[error("bus {bus} on {day}: the break from {start} is not while the bus stands there and nobody is served")]
    BreakMisplaced { bus: Slug, day: Day, start: Minute },
    #[error("bus {bus} on {day}: the tour does not fit its visits")]
    TourMismatch { bus: Slug, day: Day },
    #[error("bus {bus} on {day}: the way to {to} takes longer than the plan says")]
    LegTooShort { bus: Slug, day: Day, to: Slug },
    #[error("bus {bus} on {day}: the way to {to} is not as the travel matrix says")]
    LegWrong { bus: Slug, day: Day, to: Slug },
    #[error("{stop} on {day}: arrival, set-up, public hours and departure are out of order")]
    TimesDisordered { stop: Slug, day: Day },
    #[error("{stop} on {day}: {given} for set-up, {needed} needed")]
    SetUpTooShort {
        stop: Slug,
        day: Day,
        given: Minutes,
        needed: Minutes,
    },
    #[error("{stop} on {day}: {given} for teardown, {needed} needed")]
    TeardownTooShort {
        stop: Slug,
        day: Day,
        given: Minutes,
        needed: Minutes,
    },
    #[error("{stop} on {day}: public hours of {given}, {asked} asked for")]
    PublicLength {
        stop: Slug,
        day: Day,
        given: Minutes,
        asked: Minutes,
    },
    #[error("{stop} on {day}: public start {start} is not a multiple of {step}")]
    StartStep {
        stop: Slug,
        day: Day,
        start: Minute,
        step: Minutes,
    },
    #[error("{stop} on {day}: public hours are outside the place's windows")]
    SiteWindow { stop: Slug, day: Day },
    #[error("{stop} on {day}: public hours are outside the working windows of the day")]
    WorkingWindow { stop: Slug, day: Day },
    #[error("{stop} on {day}: public hours are within hours that the request forbids")]
    ForbiddenHours { stop: Slug, day: Day },
    #[error("{stop} on {day}: the place needs {need}, and bus {bus} has it not")]
    BusUnable {
        stop: Slug,
        bus: Slug,
        day: Day,
        need: Slug,
    },
    #[error("{stop} on {day}: the permission for the place has ended")]
    PermissionEnded { stop: Slug, day: Day },
    #[error("{stop} on {day}: the event {event} keeps the bus away")]
    EventKeepsAway { stop: Slug, day: Day, event: Slug },
    #[error("{stop} on {day}: the request forbids this weekday")]
    ForbiddenWeekday { stop: Slug, day: Day },
    #[error("{stop} is visited twice on {day}")]
    TwiceADay { stop: Slug, day: Day },
    #[error("bus {bus} on {day}: the visits overlap or are numbered wrongly")]
    OrderBroken { bus: Slug, day: Day },
    #[error("{stop} on {day}: nobody asked for this visit")]
    NotAsked { stop: Slug, day: Day },
    #[error("{stop} has {got} visits; {most} are allowed")]
    TooMany { stop: Slug, got: u32, most: u32 },
    #[error("{stop}: {gap} days from {from} to {to}; at least {least} asked for")]
    GapTooShort {
        stop: Slug,
        from: Day,
        to: Day,
        gap: u32,
        least: u32,
    },
    #[error("{stop}: {gap} days from {from} to {to}; at most {most} allowed")]
    GapTooLong {
        stop: Slug,
        from: Day,
        to: Day,
        gap: u32,
        most: u32,
    },
    #[error("{stop} on {day}: not a turn of the cycle of {weeks} weeks")]
    OffCycle { stop: Slug, day: Day, weeks: u32 },
    #[error("{stop}: the turns of its cycle that are left out are not those that the plan tells")]
    SkippedMisstated { stop: Slug },
    #[error("{stop} on {day}: another weekday than on {first}")]
    OtherWeekday { stop: Slug, day: Day, first: Day },
    #[error("{stop} on {day} starts at {start}, and not at {first} as before")]
    OtherStart {
        stop: Slug,
        day: Day,
        start: Minute,
        first: Minute,
    },
    #[error("{stop} on {day} and {other} on {other_day} must be kept apart")]
    NotApart {
        stop: Slug,
        day: Day,
        other: Slug,
        other_day: Day,
    },
    #[error("{stop}: {days} days in a row from {day}; blocks of {asked} asked for")]
    BlockBroken {
        stop: Slug,
        day: Day,
        days: u32,
        asked: u32,
    },
    #[error("{stop}: the first visit is on {first}, later than {by}")]
    FirstTooLate { stop: Slug, first: Day, by: Day },
    #[error("{stop}: the last visit is on {last}, earlier than {from}")]
    LastTooEarly { stop: Slug, last: Day, from: Day },
    #[error("the event {event} on {day} has no visit at {stop} as it asks")]
    EventMissed { event: Slug, stop: Slug, day: Day },
    #[error("the visit fixed at {stop} on {day} is missing or moved")]
    PinMoved { stop: Slug, day: Day },
    #[error("{stop}: the plan says {stated} visits of {wanted} wanted, it has {got}")]
    UnmetMisstated {
        stop: Slug,
        stated: u32,
        wanted: u32,
        got: u32,
    },
    #[error("{stop}: {got} visits of {wanted} wanted, and no reason is given")]
    UnmetUnexplained { stop: Slug, got: u32, wanted: u32 },
    #[error("the plan's totals do not fit its visits and tours")]
    FiguresWrong,
}

impl Violation {
    /// The day on which the rule is broken; `None` where a whole request, or the plan, breaks it.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::UnknownStop { day, .. }
            | Self::UnknownBus { day, .. }
            | Self::ClosedDay { day, .. }
            | Self::BusHours { day, .. }
            | Self::Duty { day, .. }
            | Self::Overloaded { day, .. }
            | Self::BeyondRange { day, .. }
            | Self::Driving { day, .. }
            | Self::BreakAfterWork { day, .. }
            | Self::BreakAfterDriving { day, .. }
            | Self::BreakTooShort { day, .. }
            | Self::BreakMisplaced { day, .. }
            | Self::WorkingWindow { day, .. }
            | Self::ForbiddenHours { day, .. }
            | Self::BusUnable { day, .. }
            | Self::TourMismatch { day, .. }
            | Self::LegTooShort { day, .. }
            | Self::LegWrong { day, .. }
            | Self::TimesDisordered { day, .. }
            | Self::SetUpTooShort { day, .. }
            | Self::TeardownTooShort { day, .. }
            | Self::PublicLength { day, .. }
            | Self::StartStep { day, .. }
            | Self::SiteWindow { day, .. }
            | Self::PermissionEnded { day, .. }
            | Self::EventKeepsAway { day, .. }
            | Self::ForbiddenWeekday { day, .. }
            | Self::TwiceADay { day, .. }
            | Self::OrderBroken { day, .. }
            | Self::NotAsked { day, .. }
            | Self::BlockBroken { day, .. }
            | Self::OffCycle { day, .. }
            | Self::OtherWeekday { day, .. }
            | Self::OtherStart { day, .. }
            | Self::NotApart { day, .. }
            | Self::EventMissed { day, .. }
            | Self::PinMoved { day, .. } => Some(*day),
            Self::GapTooShort { to, .. } | Self::GapTooLong { to, .. } => Some(*to),
            Self::FirstTooLate { first, .. } => Some(*first),
            Self::LastTooEarly { last, .. } => Some(*last),
            Self::Version { .. }
            | Self::TooMany { .. }
            | Self::DaySetNotListed { .. }
            | Self::SkippedMisstated { .. }
            | Self::UnmetMisstated { .. }
            | Self::UnmetUnexplained { .. }
            | Self::FiguresWrong => None,
        }
    }
}
