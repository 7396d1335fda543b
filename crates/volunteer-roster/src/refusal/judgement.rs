//! What a reason means: where it lies, what would lift it, and whether staff may decide otherwise.

use serde::Serialize;
use vocabulary::{ShiftId, Timestamp};

use super::Refusal;
use crate::{ClearancePart, Paper, SetBy};

/// What would have to change before the answer can be yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DependsOn {
    /// The present state of shifts and sign-ups; the same person may well succeed elsewhere or later (HTTP 409).
    State,
    /// The person's own papers, roles or age; repeating the request cannot help (HTTP 422).
    Person,
}

/// The nearest thing that would lift a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "remedy", rename_all = "kebab-case")]
pub enum Remedy {
    /// The same again, from an instant on.
    WaitUntil {
        /// From when on.
        at: Timestamp,
    },
    /// A turn on the waiting list.
    JoinWaitingList,
    /// Another shift.
    OtherShift,
    /// Another shift, or this one after a place elsewhere is given back.
    GiveBack {
        /// The shift whose place is in the way.
        shift: ShiftId,
    },
    /// A paper, or a new one.
    HandIn {
        /// Which.
        paper: Paper,
    },
    /// Staff: it can be entered, allowed or approved.
    AskStaff,
    /// A reason in words.
    SayWhy,
    /// Nothing.
    Nothing,
}

impl Refusal {
    /// Whether this reason lies in the person or in the present state of things.
    ///
    /// Hours, rest and days in a row hang on the person's other shifts, which can be given back: that is state.
    pub const fn depends_on(&self) -> DependsOn {
        match self {
            Self::NotCleared { .. }
            | Self::WrongRole { .. }
            | Self::TooYoung { .. }
            | Self::NotYourStep { .. }
            | Self::RoleEnded { .. }
            | Self::QualificationMissing { .. }
            | Self::QualificationEnded { .. }
            | Self::ClearancePartMissing { .. }
            | Self::ClearancePartTooOld { .. }
            | Self::StandardsNotRead { .. }
            | Self::AgreementMissing
            | Self::AgreementEnded { .. }
            | Self::AgreementNotBegun { .. }
            | Self::AgreementNotInWriting { .. }
            | Self::InsuranceMissing { .. }
            | Self::ConsentMissing
            | Self::ConsentWithdrawn { .. }
            | Self::ConsentOutdated { .. }
            | Self::MinorHours { .. }
            | Self::NeedsApproval
            | Self::ReasonMissing
            | Self::SwapChangesNothing
            | Self::DayTooLong { .. } => DependsOn::Person,
            Self::ShiftFull { .. }
            | Self::ShiftClosed
            | Self::VisitCancelled
            | Self::ShiftPast { .. }
            | Self::AlreadySignedUp
            | Self::Overlap { .. }
            | Self::HoldsNoPlace { .. }
            | Self::NothingToReconfirm { .. }
            | Self::StepNotPossible { .. }
            | Self::NotYetOpen { .. }
            | Self::AlreadyAsked { .. }
            | Self::TrainingFull { .. }
            | Self::TravelTooLong { .. }
            | Self::TooManyHours { .. }
            | Self::RestTooShort { .. }
            | Self::TooManyDays { .. }
            | Self::MinorTooLong { .. }
            | Self::NoAdultOfStaff
            | Self::TooManyMinors { .. }
            | Self::TooManyPsu { .. }
            | Self::OfferEnded { .. }
            | Self::NotAskedYet { .. }
            | Self::SwapOutdated
            | Self::SwapNotWaiting => DependsOn::State,
        }
    }

    /// What a whole answer depends on: the person as soon as one reason does. None for an empty list.
    pub fn all_depend_on(refusals: &[Self]) -> Option<DependsOn> {
        refusals.iter().map(Self::depends_on).max()
    }

    /// What would lift this reason.
    pub fn remedy(&self) -> Remedy {
        let hand_in = |paper| Remedy::HandIn { paper };
        match self {
            Self::ShiftFull { .. } | Self::ShiftClosed | Self::TrainingFull { .. } => Remedy::JoinWaitingList,
            Self::NotYetOpen { opens: at } | Self::NotAskedYet { from: at } => Remedy::WaitUntil { at: *at },
            Self::Overlap { with, .. } | Self::TravelTooLong { with, .. } | Self::RestTooShort { with, .. } => {
                Remedy::GiveBack { shift: with.clone() }
            }
            Self::NotCleared { .. } => hand_in(Paper::Clearance),
            Self::ClearancePartMissing { part } | Self::ClearancePartTooOld { part, .. } => hand_in(match part {
                ClearancePart::Register => Paper::Register,
                ClearancePart::Certificate => Paper::Certificate,
                ClearancePart::Statements => Paper::Statements,
            }),
            Self::StandardsNotRead { .. } => hand_in(Paper::Standards),
            Self::QualificationMissing { .. } | Self::QualificationEnded { .. } => hand_in(Paper::Qualification),
            Self::AgreementMissing | Self::AgreementEnded { .. } => hand_in(Paper::Agreement),
            Self::AgreementNotInWriting { .. } => hand_in(Paper::WrittenAgreement),
            Self::InsuranceMissing { .. } => hand_in(Paper::Insurance),
            Self::ConsentMissing | Self::ConsentWithdrawn { .. } | Self::ConsentOutdated { .. } => {
                hand_in(Paper::Consent)
            }
            Self::WrongRole { .. }
            | Self::RoleEnded { .. }
            | Self::NeedsApproval
            | Self::NoAdultOfStaff
            | Self::NotYourStep { .. } => Remedy::AskStaff,
            Self::ReasonMissing => Remedy::SayWhy,
            Self::VisitCancelled
            | Self::ShiftPast { .. }
            | Self::TooYoung { .. }
            | Self::TooManyHours { .. }
            | Self::TooManyDays { .. }
            | Self::AgreementNotBegun { .. }
            | Self::MinorHours { .. }
            | Self::MinorTooLong { .. }
            | Self::TooManyMinors { .. }
            | Self::TooManyPsu { .. }
            | Self::OfferEnded { .. } => Remedy::OtherShift,
            Self::AlreadySignedUp
            | Self::AlreadyAsked { .. }
            | Self::HoldsNoPlace { .. }
            | Self::NothingToReconfirm { .. }
            | Self::StepNotPossible { .. }
            | Self::SwapChangesNothing
            | Self::SwapOutdated
            | Self::SwapNotWaiting
            | Self::DayTooLong { .. } => Remedy::Nothing,
        }
    }

    /// Whether staff may let somebody off this reason, with a reason of its own.
    ///
    /// Open is what the house has set, and what only the coordinator can judge: whether somebody can be in two places in
    /// a row. Nobody can let anybody off what the law asks; the clearance and the presence of an adult with minors never.
    pub fn overridable(&self) -> bool {
        match self {
            Self::ShiftClosed
            | Self::ShiftPast { .. }
            | Self::NotYetOpen { .. }
            | Self::Overlap { .. }
            | Self::TravelTooLong { .. }
            | Self::NeedsApproval => true,
            Self::TooManyHours { basis, .. }
            | Self::RestTooShort { basis, .. }
            | Self::TooManyDays { basis, .. }
            | Self::MinorHours { basis, .. }
            | Self::MinorTooLong { basis, .. }
            | Self::TooManyMinors { basis, .. }
            | Self::TooManyPsu { basis, .. } => basis.set_by == SetBy::House,
            Self::ShiftFull { .. }
            | Self::TrainingFull { .. }
            | Self::VisitCancelled
            | Self::AlreadySignedUp
            | Self::AlreadyAsked { .. }
            | Self::NotCleared { .. }
            | Self::ClearancePartMissing { .. }
            | Self::ClearancePartTooOld { .. }
            | Self::StandardsNotRead { .. }
            | Self::WrongRole { .. }
            | Self::RoleEnded { .. }
            | Self::QualificationMissing { .. }
            | Self::QualificationEnded { .. }
            | Self::TooYoung { .. }
            | Self::AgreementMissing
            | Self::AgreementEnded { .. }
            | Self::AgreementNotBegun { .. }
            | Self::AgreementNotInWriting { .. }
            | Self::InsuranceMissing { .. }
            | Self::ConsentMissing
            | Self::ConsentWithdrawn { .. }
            | Self::ConsentOutdated { .. }
            | Self::NoAdultOfStaff
            | Self::HoldsNoPlace { .. }
            | Self::NothingToReconfirm { .. }
            | Self::StepNotPossible { .. }
            | Self::NotYourStep { .. }
            | Self::OfferEnded { .. }
            | Self::NotAskedYet { .. }
            | Self::ReasonMissing
            | Self::SwapChangesNothing
            | Self::SwapOutdated
            | Self::SwapNotWaiting
            | Self::DayTooLong { .. } => false,
        }
    }

    /// Whether somebody with this reason against them may still wait for a place: it may well be gone by the time one
    /// is free. A missing clearance is one, so that people can put themselves down while their papers are on the way.
    pub const fn may_wait(&self) -> bool {
        matches!(
            self,
            Self::ShiftFull { .. }
                | Self::TrainingFull { .. }
                | Self::ShiftClosed
                | Self::NotCleared { .. }
                | Self::ClearancePartMissing { .. }
                | Self::ClearancePartTooOld { .. }
                | Self::StandardsNotRead { .. }
        )
    }
}
