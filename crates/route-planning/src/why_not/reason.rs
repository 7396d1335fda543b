//! Reasons for a "no", as values, and the relaxations that prove them.

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Metres, Minutes, Slug, Weekdays};

use crate::Breakdown;

/// A family of rules that can bind a stop. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleFamily {
    /// At least so many days between visits.
    LeastGap,
    /// At most so many days between visits, or a limit for the first or last visit.
    MostGap,
    /// The length of a block of days.
    Block,
    /// The cycle: every so many weeks on the same weekday.
    Cycle,
    /// Always the same weekday.
    SameWeekday,
    /// Always the same start.
    SameStart,
    /// Stops that are kept apart.
    Apart,
    /// Weekdays that the request forbids.
    Weekdays,
    /// The hours of the place.
    SiteHours,
    /// The permission for the place ends.
    Permission,
    /// An event keeps the bus away.
    Event,
    /// Days on which no bus or this bus does not run.
    ClosedDay,
    /// The hours of the buses.
    BusHours,
    /// The longest duty of the crew.
    Duty,
    /// The longest time on the road in one day.
    Driving,
    /// What a bus carries on one tour.
    Capacity,
    /// How far a bus drives on one tour.
    Range,
    /// The breaks of the crew.
    Breaks,
    /// The length of a visit.
    VisitLength,
    /// Hours that the request forbids.
    ForbiddenHours,
    /// What the place needs and not every bus has.
    Capability,
    /// All buses are busy with other stops.
    SeasonFull,
}

impl RuleFamily {
    /// All of them, those that a coordinator lifts most easily first.
    pub const ALL: [Self; 22] = [
        Self::LeastGap,
        Self::MostGap,
        Self::Block,
        Self::Cycle,
        Self::SameWeekday,
        Self::SameStart,
        Self::Apart,
        Self::Weekdays,
        Self::ForbiddenHours,
        Self::SiteHours,
        Self::Permission,
        Self::Event,
        Self::ClosedDay,
        Self::BusHours,
        Self::Duty,
        Self::Driving,
        Self::Capacity,
        Self::Range,
        Self::Breaks,
        Self::VisitLength,
        Self::Capability,
        Self::SeasonFull,
    ];

    /// Whether it is about one stop (its request or its place) and not about days and buses for all.
    pub(crate) fn is_of_stop(self) -> bool {
        match self {
            Self::LeastGap
            | Self::MostGap
            | Self::Block
            | Self::Cycle
            | Self::SameWeekday
            | Self::SameStart
            | Self::Apart
            | Self::Weekdays
            | Self::SiteHours
            | Self::Permission
            | Self::ForbiddenHours
            | Self::Capability
            | Self::VisitLength => true,
            Self::Event
            | Self::ClosedDay
            | Self::BusHours
            | Self::Duty
            | Self::Driving
            | Self::Capacity
            | Self::Range
            | Self::Breaks
            | Self::SeasonFull => false,
        }
    }

    /// The kind of rule in a few English words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::LeastGap => "least days between visits",
            Self::MostGap => "most days between visits, or limits of the first and last",
            Self::Block => "days of a block",
            Self::Cycle => "the cycle of weeks",
            Self::SameWeekday => "always the same weekday",
            Self::SameStart => "always the same start",
            Self::Apart => "stops kept apart",
            Self::Weekdays => "forbidden weekdays",
            Self::SiteHours => "hours of the place",
            Self::Permission => "end of the permission",
            Self::Event => "an event that keeps the bus away",
            Self::ClosedDay => "days without the bus",
            Self::BusHours => "hours of the buses",
            Self::Duty => "longest duty of the crew",
            Self::Driving => "longest time on the road in a day",
            Self::Capacity => "what a bus carries",
            Self::Range => "how far a bus drives on one tour",
            Self::Breaks => "breaks of the crew",
            Self::ForbiddenHours => "forbidden hours",
            Self::Capability => "what the place needs of a bus",
            Self::VisitLength => "length of a visit",
            Self::SeasonFull => "no more buses than there are",
        }
    }
}

/// What would have been enough for one more visit: the least change of one rule family that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "relax", rename_all = "kebab-case")]
pub enum Relaxation {
    /// At least `enough` instead of `asked` days between visits.
    LeastGap {
        /// The rule.
        asked: u32,
        /// What would do.
        enough: u32,
    },
    /// At most `enough` days between visits; `None`: no limit, and none for the first and last visit.
    MostGap {
        /// The rule for the time between visits, if there is one.
        asked: Option<u32>,
        /// What would do.
        enough: Option<u32>,
    },
    /// Blocks of `enough` instead of `asked` days in a row.
    BlockDays {
        /// The rule.
        asked: u32,
        /// What would do; 1: single days.
        enough: u32,
    },
    /// Off the cycle: on any day that the other rules allow.
    OffCycle {
        /// The rule: every so many weeks.
        weeks: u32,
    },
    /// Not always on the same weekday.
    AnyWeekday,
    /// Not always at the same time.
    AnyStart,
    /// No longer kept apart from these stops.
    Together {
        /// Which.
        stops: Vec<Slug>,
    },
    /// These forbidden weekdays allowed.
    Weekdays {
        /// Which.
        allow: Weekdays,
    },
    /// Every window of the place open this much earlier and later.
    SiteHours {
        /// By how much, at each end.
        longer_by: Minutes,
    },
    /// The place open all day on these days.
    SiteOpen {
        /// Which.
        days: Vec<Day>,
    },
    /// The place may be used until this day.
    Permission {
        /// The day.
        until: Day,
    },
    /// These events do not keep the bus away.
    Events {
        /// Which.
        events: Vec<Slug>,
    },
    /// The buses run on these closed days too (with the longest hours of the season).
    OpenDays {
        /// Which.
        days: Vec<Day>,
    },
    /// Every bus may be out this much earlier and later.
    BusHours {
        /// By how much, at each end.
        longer_by: Minutes,
    },
    /// Every crew may be on duty this much longer.
    Duty {
        /// By how much.
        longer_by: Minutes,
    },
    /// Every bus may be driven this much longer in one day.
    Driving {
        /// By how much.
        longer_by: Minutes,
    },
    /// Every bus may carry this much more on one tour.
    Capacity {
        /// By how much, in the unit of the loads.
        more_by: u32,
    },
    /// Every bus may drive this much farther on one tour.
    Range {
        /// By how much.
        farther_by: Metres,
    },
    /// Breaks this much shorter for every crew; a break of no length is none at all.
    Breaks {
        /// By how much.
        shorter_by: Minutes,
    },
    /// The public may be there in all hours, also those that the request forbids.
    AllHours,
    /// A bus without these would do.
    Capability {
        /// What the place would not need.
        without: Vec<Slug>,
    },
    /// Public hours of only this length.
    VisitLength {
        /// The rule.
        asked: Minutes,
        /// What would do.
        enough: Minutes,
    },
    /// One more bus like the first on these days.
    AnotherBus {
        /// Which.
        days: Vec<Day>,
    },
}

impl Relaxation {
    pub(super) fn needs_another_bus(&self) -> bool {
        matches!(self, Self::AnotherBus { .. })
    }

    /// The family of the rule it relaxes.
    pub fn family(&self) -> RuleFamily {
        match self {
            Self::LeastGap { .. } => RuleFamily::LeastGap,
            Self::MostGap { .. } => RuleFamily::MostGap,
            Self::BlockDays { .. } => RuleFamily::Block,
            Self::OffCycle { .. } => RuleFamily::Cycle,
            Self::AnyWeekday => RuleFamily::SameWeekday,
            Self::AnyStart => RuleFamily::SameStart,
            Self::Together { .. } => RuleFamily::Apart,
            Self::Weekdays { .. } => RuleFamily::Weekdays,
            Self::SiteHours { .. } | Self::SiteOpen { .. } => RuleFamily::SiteHours,
            Self::Permission { .. } => RuleFamily::Permission,
            Self::Events { .. } => RuleFamily::Event,
            Self::OpenDays { .. } => RuleFamily::ClosedDay,
            Self::BusHours { .. } => RuleFamily::BusHours,
            Self::Duty { .. } => RuleFamily::Duty,
            Self::Driving { .. } => RuleFamily::Driving,
            Self::Capacity { .. } => RuleFamily::Capacity,
            Self::Range { .. } => RuleFamily::Range,
            Self::Breaks { .. } => RuleFamily::Breaks,
            Self::AllHours => RuleFamily::ForbiddenHours,
            Self::Capability { .. } => RuleFamily::Capability,
            Self::VisitLength { .. } => RuleFamily::VisitLength,
            Self::AnotherBus { .. } => RuleFamily::SeasonFull,
        }
    }
}

/// Why a stop has fewer visits than it wants. Stated only after the stop, placed again with the rule relaxed and all other stops
/// as in the plan, got at least one visit more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Reason {
    /// This rule alone stands in the way.
    OneRule {
        /// Which kind of rule.
        family: RuleFamily,
        /// How little would do.
        relaxation: Relaxation,
        /// What the plan would cost more with it, part by part: the stop placed again with one visit more at least, all others as
        /// they are. Less than nothing is a gain.
        #[serde(default)]
        price: Breakdown,
        /// Whether it has the least price of all single rules ([`Breakdown::rank`] compares). One more bus counts as dearer than
        /// anything else: what a bus costs is in no plan. Of several reasons exactly one is the cheapest; in plans stored before
        /// there were prices none is.
        #[serde(default)]
        cheapest: bool,
    },
    /// No single rule does: these together do, and none of them can be left out.
    SeveralRules {
        /// Which kinds of rules.
        families: Vec<RuleFamily>,
    },
    /// Not even all of them together: the way there and back with the visit is longer than a day.
    OutOfReach,
}
