//! What somebody lacks, in the words of whoever helps them.

use volunteer_roster::Refusal;
use wording::Words;

/// Something that lacks now; any other reason in the words of developers, which no list of lacks holds.
pub(in super::super) fn missing(words: Words, refusal: &Refusal) -> String {
    let (said, dates) = (words.people(), words.dates());
    match refusal {
        Refusal::NotCleared {
            cleared_until: None, ..
        } => said.lack_clearance(),
        Refusal::NotCleared {
            cleared_until: Some(until),
            ..
        } => said.lack_clearance_until(&dates.with_year(*until)),
        Refusal::ClearancePartMissing { part } => said.lack_part(part.as_str()),
        Refusal::ClearancePartTooOld { part, holds_until, .. } => {
            said.lack_part_until(part.as_str(), &dates.with_year(*holds_until))
        }
        Refusal::StandardsNotRead { in_force, .. } => said.lack_standards(*in_force),
        Refusal::AgreementMissing => said.lack_agreement(),
        Refusal::AgreementEnded { until } => said.lack_agreement_until(&dates.with_year(*until)),
        Refusal::AgreementNotBegun { from } => said.lack_agreement_from(&dates.with_year(*from)),
        Refusal::AgreementNotInWriting { .. } => said.lack_writing(),
        Refusal::InsuranceMissing { on } => said.lack_insurance(&dates.with_year(*on)),
        Refusal::ConsentMissing => said.lack_consent(),
        Refusal::ConsentWithdrawn { from } => said.lack_consent_withdrawn(&dates.with_year(*from)),
        Refusal::ConsentOutdated { .. } => said.lack_consent_outdated(),
        other => other.to_string(),
    }
}

/// Something that ends soon.
pub(in super::super) fn ending(words: Words, refusal: &Refusal) -> String {
    let (said, dates) = (words.people(), words.dates());
    match refusal {
        Refusal::NotCleared {
            cleared_until: Some(until),
            ..
        } => said.ends_clearance(&dates.with_year(*until)),
        Refusal::ClearancePartTooOld { part, holds_until, .. } => {
            said.ends_part(part.as_str(), &dates.with_year(*holds_until))
        }
        Refusal::AgreementEnded { until } => said.ends_agreement(&dates.with_year(*until)),
        Refusal::RoleEnded { role, until } => {
            said.ends_role(&words.common().crew_role(*role), &dates.with_year(*until))
        }
        Refusal::QualificationEnded { needed, until } => {
            let paper = words.refusals().qualification(needed.as_str());
            said.ends_qualification(&paper, &dates.with_year(*until))
        }
        other => missing(words, other),
    }
}
