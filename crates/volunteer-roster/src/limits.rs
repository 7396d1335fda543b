//! Every limit of the crew as a dated setting with its source: none is a constant, since the law changes and is in doubt.
//!
//! [`Rules::default`] is what docs/roster-rules.md lists, [`Rules::unlimited`] asks for nothing but roles, ages and the
//! clearance's papers. In JSON a section left out is the default; a section that is given is given whole, so that a limit
//! forgotten in it is a fault and not silently no limit.

mod dated;
mod defaults;
mod fault;
#[cfg(test)]
mod page;

pub use dated::{Basis, Dated, SetBy, Setting};
pub use fault::{RulesFault, RulesFaultKind};

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Minute, Minutes};

use crate::{AgeCategory, Grosze, PersonKind};

/// All limits of the crew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// For employed people.
    pub staff: WorkLimits,
    /// For volunteers.
    pub volunteer: WorkLimits,
    /// For socially useful work; what an agreement says goes before it.
    pub psu: WorkLimits,
    /// For each hour of socially useful work; what an agreement says goes before it.
    pub psu_rate: Setting<Grosze>,
    /// For minors.
    pub minors: MinorRules,
    /// On the clearance for work with children.
    pub clearance: ClearanceRules,
    /// On agreements and insurance.
    pub agreement: AgreementRules,
    /// On who may be together on one visit.
    pub crew: CrewLimits,
    /// On the way from one shift to the next.
    pub travel: TravelRules,
    /// On the waiting list.
    pub waiting: WaitingRules,
}

/// How much work, for people on one footing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkLimits {
    /// At most so long on one day.
    pub day: Setting<Minutes>,
    /// At most so long in one week, Monday to Sunday.
    pub week: Setting<Minutes>,
    /// At most so long in one calendar month.
    pub month: Setting<Minutes>,
    /// At most so long in the whole season.
    pub season: Setting<Minutes>,
    /// At least so long between the shifts of two days, on instants.
    pub rest: Setting<Minutes>,
    /// At most so many days in a row.
    pub days_in_a_row: Setting<u32>,
}

/// The hours of one age category of minors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinorHours {
    /// No shift begins before this hour, local time.
    pub earliest: Minute,
    /// No shift ends after this hour, local time.
    pub latest: Minute,
    /// At most so long on one day; 0: nothing at all.
    pub a_day: Minutes,
    /// At most so many days in a row; at least 1.
    pub days_in_a_row: u32,
}

/// What holds for minors beside the limits of volunteers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinorRules {
    /// Under 13.
    pub under_13: Setting<MinorHours>,
    /// 13 to 15.
    pub from_13: Setting<MinorHours>,
    /// 16 and 17.
    pub from_16: Setting<MinorHours>,
    /// Whether the guardian's consent is asked for.
    pub consent: Setting<bool>,
    /// The oldest version of the consent's text that is still good.
    pub oldest_consent: Setting<u32>,
    /// Whether staff approves each sign-up of a minor without standing approval.
    pub approval: Setting<bool>,
    /// Whether an adult of the staff must hold a place on the visit first.
    pub adult_of_staff: Setting<bool>,
    /// At most so many minors for each adult leader or helper of the visit.
    pub for_each_adult: Setting<u32>,
}

impl MinorRules {
    /// The hours of an age category on a day; none for adults and where there is no limit.
    pub fn hours(&self, age: AgeCategory, day: Day) -> Option<&Dated<MinorHours>> {
        match age {
            AgeCategory::Under13 => self.under_13.on(day),
            AgeCategory::From13 => self.from_13.on(day),
            AgeCategory::From16 => self.from_16.on(day),
            AgeCategory::Adult => None,
        }
    }
}

/// On the clearance for work with children. That its papers are there is always asked, of everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearanceRules {
    /// The youngest who hand in a criminal-record certificate; without it, everybody does.
    pub certificate_from: Setting<AgeCategory>,
    /// For how many days a check of the register and a certificate hold; without it, for ever.
    pub recheck_days: Setting<u32>,
    /// The version of the standards for protecting minors that must have been read; without it, none.
    pub standards: Setting<u32>,
}

/// On agreements with volunteers and on socially useful work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRules {
    /// Whether an agreement in force on the day is asked for.
    pub required: Setting<bool>,
    /// More days than this must be agreed in writing.
    pub oral_days: Setting<u32>,
    /// Up to so many days the centre insures the volunteer.
    pub insured_days: Setting<u32>,
}

/// On who may be together on one visit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrewLimits {
    /// At most so many people of socially useful work.
    pub psu: Setting<u32>,
    /// At most so many children for each adult; a crew rule may ask for more adults, not for fewer.
    pub children_per_adult: Setting<u32>,
}

/// How long the way from one shift to the next takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TravelRules {
    /// To another stop of the same estate, when the points are not known.
    pub within_estate: Setting<Minutes>,
    /// To another estate, when the points are not known.
    pub between_estates: Setting<Minutes>,
    /// How many metres of straight line one gets on in a minute, when the points are known; at least 1.
    pub metres_a_minute: Setting<u32>,
}

/// On the waiting list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingRules {
    /// How long an offer holds at most; half of the time left, where that is less.
    pub offer: Setting<Minutes>,
    /// How long a place of a proposed crew is held for whoever is asked, at most; half of the time left, where that is less.
    pub proposal: Setting<Minutes>,
    /// So long before the start all who wait are asked at once, and the first to say yes wins.
    pub ask_all: Setting<Minutes>,
}

impl Rules {
    /// No limit at all: roles, ages and the clearance's papers only.
    pub fn unlimited() -> Self {
        Self {
            staff: WorkLimits::default(),
            volunteer: WorkLimits::default(),
            psu: WorkLimits::default(),
            psu_rate: Setting::none(),
            minors: MinorRules::default(),
            clearance: ClearanceRules::default(),
            agreement: AgreementRules::default(),
            crew: CrewLimits::default(),
            travel: TravelRules::default(),
            waiting: WaitingRules::default(),
        }
    }

    /// The limits of people on one footing.
    pub const fn work(&self, kind: PersonKind) -> &WorkLimits {
        match kind {
            PersonKind::Staff => &self.staff,
            PersonKind::Volunteer => &self.volunteer,
            PersonKind::Psu => &self.psu,
        }
    }
}
