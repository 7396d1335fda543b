//! A person's papers as the service keeps them: one document, in the types of the roster's rules. That they are there and from when to
//! when; never what they say.

use serde::{Deserialize, Serialize};
use storage::{Json, Person};
use vocabulary::{CrewRole, Day, PersonId, PersonKind};
use volunteer_roster as roster;

use super::{AppError, error::Fault};

/// Which version of the guardian's consent is shown now. A new text is a new version, and is asked for again.
pub const CONSENT_VERSION: u32 = 1;

/// Somebody who answers for a minor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guardian {
    /// As they sign.
    pub name: String,
    /// Where the link for the consent goes; empty if they have given none.
    pub email: String,
}

/// What staff keeps of somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Papers {
    /// A telephone number, where they gave one.
    pub phone: Option<String>,
    /// The roles that staff has allowed them, and those they say they could take.
    pub roles: Vec<roster::RoleHeld>,
    /// What they are qualified for.
    pub qualifications: Vec<roster::QualificationHeld>,
    /// Languages beside Polish.
    pub tongues: Vec<roster::Tongue>,
    /// What the law on the protection of minors asks for.
    pub clearance: roster::Clearance,
    /// Every agreement, past and future ones too.
    pub agreements: Vec<roster::Agreement>,
    /// Every period in which the centre has insured them.
    pub insurance: Vec<roster::Insurance>,
    /// Who answers for a minor.
    pub guardian: Option<Guardian>,
    /// The guardian's consent.
    pub consent: Option<roster::Consent>,
}

impl Papers {
    /// Those of a stored person.
    pub fn of(person: &Person) -> Result<Self, AppError> {
        Ok(person.papers.read()?)
    }

    /// As they are stored.
    pub fn store(&self) -> Result<Json, AppError> {
        Ok(Json::of(self)?)
    }

    /// Only roles, seen by staff, without an end.
    pub fn with_roles(roles: &[CrewRole]) -> Self {
        let held = |role: &CrewRole| roster::RoleHeld {
            role: *role,
            until: None,
            in_training: false,
            confirmed: roster::Confirmation::Seen(None),
        };
        Self {
            roles: roles.iter().map(held).collect(),
            ..Self::default()
        }
    }

    /// The clearance with all its parts of one day, and the standards of a version read on it.
    #[must_use]
    pub fn cleared(mut self, on: Day, standards: u32) -> Self {
        self.clearance = roster::Clearance {
            register_on: Some(on),
            certificate_on: Some(on),
            statements_on: Some(on),
            standards_read: Some(roster::StandardsRead { version: standards, on }),
            held_until: None,
        };
        self
    }

    /// A written agreement from one day to another, signed on the first.
    #[must_use]
    pub fn agreed(mut self, from: Day, to: Day) -> Self {
        self.agreements.push(roster::Agreement {
            kind: roster::AgreementKind::Written,
            signed_on: Some(from),
            from,
            to: Some(to),
            paper_on_file: true,
            psu: None,
        });
        self
    }

    /// The guardian's consent, given on a day.
    #[must_use]
    pub fn consented(mut self, on: Day, standing_approval: bool) -> Self {
        self.consent = Some(roster::Consent {
            given_on: on,
            text_version: CONSENT_VERSION,
            withdrawn_on: None,
            standing_approval,
        });
        self
    }

    /// The roles that count, whenever they end.
    pub fn role_words(&self) -> Vec<CrewRole> {
        let seen = self.roles.iter().filter(|held| held.confirmed.counts());
        seen.map(|held| held.role).collect()
    }

    /// What cannot be so, each with its place below `at`.
    pub fn faults(&self, at: &str) -> Vec<Fault> {
        let mut found = Vec::new();
        for (i, agreement) in self.agreements.iter().enumerate() {
            if agreement.to.is_some_and(|to| to < agreement.from) {
                found.push(Fault::new(
                    format!("{at}/agreements/{i}/to"),
                    format!("the last day is before {}, the first", agreement.from),
                ));
            }
        }
        for (i, insurance) in self.insurance.iter().enumerate() {
            if insurance.to < insurance.from {
                found.push(Fault::new(
                    format!("{at}/insurance/{i}/to"),
                    format!("the last day is before {}, the first", insurance.from),
                ));
            }
        }
        let clearance = &self.clearance;
        let given = [clearance.register_on, clearance.certificate_on, clearance.statements_on];
        match clearance.held_until {
            Some(until) if given.iter().flatten().any(|on| until < *on) => found.push(Fault::new(
                format!("{at}/clearance/held_until"),
                format!("{until} is before a day on which the clearance was given"),
            )),
            Some(_) if given.iter().all(Option::is_none) => found.push(Fault::new(
                format!("{at}/clearance/register_on"),
                "say when the clearance was given",
            )),
            _ => {}
        }
        if let Some(consent) = &self.consent
            && consent.withdrawn_on.is_some_and(|on| on < consent.given_on)
        {
            found.push(Fault::new(
                format!("{at}/consent/withdrawn_on"),
                format!("is before {}, the day it was given", consent.given_on),
            ));
        }
        found
    }
}

/// On what footing the people of an account role work, unless it is said otherwise.
pub fn usual_kind(role: vocabulary::AccountRole) -> PersonKind {
    match role {
        vocabulary::AccountRole::Coordinator | vocabulary::AccountRole::Animator => PersonKind::Staff,
        vocabulary::AccountRole::Volunteer => PersonKind::Volunteer,
    }
}

/// A person as the roster's rules read them.
pub fn facts(person: &Person) -> Result<roster::Person, AppError> {
    let papers = Papers::of(person)?;
    Ok(roster::Person {
        id: person.id.clone(),
        kind: person.kind,
        age: age(person.born_on),
        roles: papers.roles,
        qualifications: papers.qualifications,
        tongues: papers.tongues,
        clearance: papers.clearance,
        agreements: papers.agreements,
        insurance: papers.insurance,
        consent: papers.consent,
    })
}

/// The age as far as it is kept: nobody's but a minor's.
pub fn age(born_on: Option<Day>) -> roster::Age {
    born_on.map_or(roster::Age::Adult, roster::Age::BornOn)
}

/// Who saw a paper, for [`roster::Confirmation`].
pub fn seen_by(person: &PersonId) -> roster::Confirmation {
    roster::Confirmation::Seen(Some(person.clone()))
}
