//! Somebody who asks for a shift.

use serde::{Deserialize, Serialize};
use vocabulary::{CrewRole, Day, PersonId, PersonKind, Qualification, Tongue};

use super::{Agreement, Clearance, Consent, Insurance};
use crate::{Age, AgeCategory};

/// Whether staff has seen that it is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmation {
    /// Only said by the person; counts for nothing yet.
    Claimed,
    /// Seen by staff; nobody named where that was not kept.
    Seen(Option<PersonId>),
}

impl Confirmation {
    /// Whether it counts.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Seen(_))
    }
}

/// A role that somebody may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleHeld {
    /// Which.
    pub role: CrewRole,
    /// The last day on which it may be taken, this day included; none for no end.
    #[serde(default)]
    pub until: Option<Day>,
    /// Comes along to learn it, and does not count as one of the crew.
    #[serde(default)]
    pub in_training: bool,
    /// Who allowed it.
    pub confirmed: Confirmation,
}

/// A qualification that somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualificationHeld {
    /// Which.
    pub qualification: Qualification,
    /// The last day on which it holds, this day included; none for no end.
    #[serde(default)]
    pub until: Option<Day>,
    /// Who saw the paper.
    pub confirmed: Confirmation,
}

/// Somebody who asks for a shift, or is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// On what footing.
    pub kind: PersonKind,
    /// As far as it is kept.
    pub age: Age,
    /// The roles that staff has allowed them, and those that they only say they could.
    pub roles: Vec<RoleHeld>,
    /// What they are qualified for.
    pub qualifications: Vec<QualificationHeld>,
    /// Languages beside Polish.
    pub tongues: Vec<Tongue>,
    /// What the law on the protection of minors asks for.
    pub clearance: Clearance,
    /// Every agreement, past and future ones too; employed people need none here.
    pub agreements: Vec<Agreement>,
    /// Every period in which the centre has insured them.
    pub insurance: Vec<Insurance>,
    /// The guardian's consent for a minor.
    pub consent: Option<Consent>,
}

impl Person {
    /// The age category on a day.
    pub fn category_on(&self, day: Day) -> AgeCategory {
        self.age.category_on(day)
    }

    /// Whether they are a minor on a day.
    pub fn is_minor_on(&self, day: Day) -> bool {
        self.category_on(day) < AgeCategory::Adult
    }

    /// The role as they hold it on a day: the one in full before the one in training; none if neither.
    pub fn role_on(&self, role: CrewRole, day: Day) -> Option<&RoleHeld> {
        let held = self.roles.iter().filter(|held| held.role == role);
        let valid = held.filter(|held| held.confirmed.counts() && held.until.is_none_or(|last| day <= last));
        valid.min_by_key(|held| held.in_training)
    }

    /// The agreements in force on a day.
    pub fn agreements_on(&self, day: Day) -> impl Iterator<Item = &Agreement> {
        self.agreements.iter().filter(move |agreement| agreement.covers(day))
    }
}
