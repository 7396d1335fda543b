//! What is kept of somebody's papers: that they are there and from when to when, never what they say.

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Minutes, word_lists};

use crate::{Grosze, Setting};

word_lists! {
    /// A part of the clearance for work with children.
    ClearancePart {
        /// The check of the restricted register of offenders (RSPTS, art. 21.2 of the act of 13 May 2016).
        Register = "register",
        /// The criminal-record certificate that the person hands in (KRK, art. 21.3).
        Certificate = "certificate",
        /// The statements on other countries lived in (art. 21.4 to 21.8).
        Statements = "statements",
    }

    /// How an agreement was made.
    AgreementKind {
        /// By word of mouth.
        Oral = "oral",
        /// On paper, signed.
        Written = "written",
    }

    /// Something to hand in.
    Paper {
        /// Everything the clearance needs.
        Clearance = "clearance",
        /// What the check of the register needs.
        Register = "register",
        /// The criminal-record certificate.
        Certificate = "certificate",
        /// The statements on other countries.
        Statements = "statements",
        /// The signature under the standards for protecting minors.
        Standards = "standards",
        /// A volunteer's agreement, or its extension.
        Agreement = "agreement",
        /// The same in writing.
        WrittenAgreement = "written-agreement",
        /// The accident insurance, which the centre takes out.
        Insurance = "insurance",
        /// The guardian's consent.
        Consent = "consent",
        /// The paper of a qualification.
        Qualification = "qualification",
    }
}

/// The standards for protecting minors that somebody has read (art. 22b, 22c).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardsRead {
    /// Which version; versions count upwards.
    pub version: u32,
    /// When.
    pub on: Day,
}

/// The clearance for work with children, in its parts: facts and dates, never the content of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Clearance {
    /// When the register was last checked, with nothing found.
    pub register_on: Option<Day>,
    /// The date of the certificate that was handed in.
    pub certificate_on: Option<Day>,
    /// When the statements were last signed.
    pub statements_on: Option<Day>,
    /// What was read last of the standards.
    pub standards_read: Option<StandardsRead>,
    /// The last day on which staff lets it hold, this day included; none: as long as the rules let it.
    pub held_until: Option<Day>,
}

impl Clearance {
    /// When a part was done last.
    pub const fn part(&self, part: ClearancePart) -> Option<Day> {
        match part {
            ClearancePart::Register => self.register_on,
            ClearancePart::Certificate => self.certificate_on,
            ClearancePart::Statements => self.statements_on,
        }
    }
}

/// What one agreement on socially useful work says, where it differs from the rules: an older agreement goes on under
/// the act of its time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PsuTerms {
    /// At most so long in a week, Monday to Sunday.
    pub hours_a_week: Setting<Minutes>,
    /// At most so long in a calendar month.
    pub hours_a_month: Setting<Minutes>,
    /// For each hour worked.
    pub rate: Setting<Grosze>,
}

/// An agreement with a volunteer, or on socially useful work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// How it was made.
    pub kind: AgreementKind,
    /// When it was signed; none if it was not, or not yet.
    #[serde(default)]
    pub signed_on: Option<Day>,
    /// Its first day.
    pub from: Day,
    /// Its last day, included; none until one side ends it.
    #[serde(default)]
    pub to: Option<Day>,
    /// Whether the signed paper lies in the office.
    #[serde(default)]
    pub paper_on_file: bool,
    /// For socially useful work: what this agreement says of hours and pay.
    #[serde(default)]
    pub psu: Option<PsuTerms>,
}

impl Agreement {
    /// Whether it is in force on a day.
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    /// Whether it is signed on paper and the paper is there.
    pub const fn in_writing(&self) -> bool {
        matches!(self.kind, AgreementKind::Written) && self.signed_on.is_some() && self.paper_on_file
    }

    /// How many days it was made for, both ends included; none without an end.
    pub fn days(&self) -> Option<i64> {
        self.to.map(|last| self.from.days_until(last) + 1)
    }
}

/// An accident insurance (NNW) that the centre took out for somebody; both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insurance {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// The guardian's consent for a minor (Civil Code art. 15, 17; under 13 the guardian signs for the child, art. 12, 14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// When it was given.
    pub given_on: Day,
    /// Which version of the text was signed; versions count upwards.
    pub text_version: u32,
    /// From which day on it is withdrawn, this day included.
    #[serde(default)]
    pub withdrawn_on: Option<Day>,
    /// Whether guardian and staff have said yes to every shift in advance, so that no single one needs approval.
    #[serde(default)]
    pub standing_approval: bool,
}
