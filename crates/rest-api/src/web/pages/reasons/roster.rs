//! The roster's "no" and what would help, in the reader's words. Matched without a wildcard: a new reason does not compile
//! before it is worded.

use vocabulary::{CivilWindow, Timestamp, Zone};
use volunteer_roster::{Refusal, Remedy, Who};
use wording::Words;

/// Why a person may not take a shift, give it back or keep it.
pub fn refusal(words: Words, zone: Zone, refusal: &Refusal) -> String {
    let (said, dates) = (words.refusals(), words.dates());
    let other = |starts: &Timestamp, ends: &Timestamp| day_and_hours(words, zone, *starts, *ends);
    match refusal {
        Refusal::ShiftFull { places } => said.shift_full(*places),
        Refusal::ShiftClosed => said.shift_closed(),
        Refusal::VisitCancelled => said.visit_cancelled(),
        Refusal::ShiftPast { started } => said.shift_past(&dates.instant(*started, zone)),
        Refusal::AlreadySignedUp => said.already_signed_up(),
        Refusal::Overlap { with: _, starts, ends } => {
            let (day, hours) = other(starts, ends);
            said.overlap(&day, &hours)
        }
        Refusal::WrongRole { needed, held: _ } => said.wrong_role(*needed),
        Refusal::TooYoung { minimum, age: _ } => match u32::from(minimum.least_years()) {
            18.. => said.only_adults(),
            years => said.too_young(years),
        },
        Refusal::HoldsNoPlace { state } => said.holds_no_place(*state),
        Refusal::NothingToReconfirm { state: _ } => said.nothing_to_reconfirm(),
        Refusal::StepNotPossible { step: _, state } => said.step_not_possible(*state),
        Refusal::NotYourStep { step, by: _ } if step.takers().contains(&Who::Staff) => said.only_staff(),
        Refusal::NotYourStep { step: _, by: _ } => said.only_by_itself(),
        Refusal::NotYetOpen { opens } => said.not_yet_open(&dates.instant(*opens, zone)),
        Refusal::AlreadyAsked { state } => said.already_asked(*state),
        Refusal::TrainingFull { places } => said.training_full(*places),
        Refusal::TravelTooLong {
            starts, ends, needed, ..
        } => {
            let (day, hours) = other(starts, ends);
            said.travel_too_long(&day, &hours, &dates.length(*needed))
        }
        Refusal::TooManyHours {
            period,
            limit,
            would_be,
            ..
        } => said.too_many_hours(period.as_str(), &dates.length(*would_be), &dates.length(*limit)),
        Refusal::RestTooShort {
            starts,
            ends,
            rest,
            needed,
            ..
        } => {
            let (day, hours) = other(starts, ends);
            said.rest_too_short(&day, &hours, &dates.length(*rest), &dates.length(*needed))
        }
        Refusal::TooManyDays {
            limit,
            would_be,
            basis: _,
        } => said.too_many_days(*would_be, *limit),
        Refusal::RoleEnded { role, until } => said.role_ended(*role, &dates.with_year(*until)),
        Refusal::NeedsApproval => said.needs_approval(),
        Refusal::OfferEnded { ended } => said.offer_ended(&dates.instant(*ended, zone)),
        Refusal::NotAskedYet { from } => said.not_asked_yet(&dates.instant(*from, zone)),
        Refusal::ReasonMissing => said.reason_missing(),
        Refusal::SwapChangesNothing => said.swap_changes_nothing(),
        Refusal::SwapOutdated => said.swap_outdated(),
        Refusal::SwapNotWaiting => said.swap_not_waiting(),
        Refusal::DayTooLong { limit } => said.day_too_long(&dates.length(*limit)),
        Refusal::NotCleared { .. }
        | Refusal::ClearancePartMissing { .. }
        | Refusal::ClearancePartTooOld { .. }
        | Refusal::StandardsNotRead { .. }
        | Refusal::QualificationMissing { .. }
        | Refusal::QualificationEnded { .. }
        | Refusal::AgreementMissing
        | Refusal::AgreementEnded { .. }
        | Refusal::AgreementNotBegun { .. }
        | Refusal::AgreementNotInWriting { .. }
        | Refusal::InsuranceMissing { .. }
        | Refusal::ConsentMissing
        | Refusal::ConsentWithdrawn { .. }
        | Refusal::ConsentOutdated { .. } => papers(words, refusal),
        Refusal::MinorHours { .. }
        | Refusal::MinorTooLong { .. }
        | Refusal::NoAdultOfStaff
        | Refusal::TooManyMinors { .. }
        | Refusal::TooManyPsu { .. } => together(words, refusal),
    }
}

/// What lies in papers; any other reason in the words of developers, which [`refusal`] rules out.
fn papers(words: Words, refusal: &Refusal) -> String {
    let (said, dates) = (words.refusals(), words.dates());
    match refusal {
        Refusal::NotCleared {
            on: _,
            cleared_until: None,
        } => said.never_cleared(),
        Refusal::NotCleared {
            on,
            cleared_until: Some(until),
        } => said.clearance_ends(&dates.with_year(*until), &dates.with_year(*on)),
        Refusal::ClearancePartMissing { part } => said.clearance_part_missing(part.as_str()),
        Refusal::ClearancePartTooOld { part, holds_until, .. } => {
            said.clearance_part_too_old(part.as_str(), &dates.with_year(*holds_until))
        }
        Refusal::StandardsNotRead { in_force, read: _ } => said.standards_not_read(*in_force),
        Refusal::QualificationMissing { needed, claimed } => {
            let paper = said.qualification(needed.as_str());
            if *claimed {
                said.qualification_unseen(&paper)
            } else {
                said.qualification_missing(&paper)
            }
        }
        Refusal::QualificationEnded { needed, until } => {
            said.qualification_ended(&said.qualification(needed.as_str()), &dates.with_year(*until))
        }
        Refusal::AgreementMissing => said.agreement_missing(),
        Refusal::AgreementEnded { until } => said.agreement_ended(&dates.with_year(*until)),
        Refusal::AgreementNotBegun { from } => said.agreement_not_begun(&dates.with_year(*from)),
        Refusal::AgreementNotInWriting { first, last, limit, .. } => {
            said.agreement_not_in_writing(&dates.with_year(*first), &dates.with_year(*last), *limit)
        }
        Refusal::InsuranceMissing { on } => said.insurance_missing(&dates.with_year(*on)),
        Refusal::ConsentMissing => said.consent_missing(),
        Refusal::ConsentWithdrawn { from } => said.consent_withdrawn(&dates.with_year(*from)),
        Refusal::ConsentOutdated { .. } => said.consent_outdated(),
        other => other.to_string(),
    }
}

/// What lies in the person's age and in who else comes; any other reason as in [`papers`].
fn together(words: Words, refusal: &Refusal) -> String {
    let (said, dates) = (words.refusals(), words.dates());
    match refusal {
        Refusal::MinorHours { earliest, latest, .. } => match CivilWindow::new(*earliest, *latest) {
            Ok(hours) => said.minor_hours(&dates.span(hours)),
            Err(_) => said.minor_not_at_all(),
        },
        Refusal::MinorTooLong { limit, .. } if limit.get() == 0 => said.minor_not_at_all(),
        Refusal::MinorTooLong { limit, would_be, .. } => {
            said.minor_too_long(&dates.length(*would_be), &dates.length(*limit))
        }
        Refusal::NoAdultOfStaff => said.no_adult_of_staff(),
        Refusal::TooManyMinors { .. } => said.too_many_minors(),
        Refusal::TooManyPsu { limit, basis: _ } => said.too_many_psu(*limit),
        other => other.to_string(),
    }
}

/// What would help; none where nothing does.
pub fn remedy(words: Words, zone: Zone, remedy: &Remedy) -> Option<String> {
    let said = words.remedies();
    Some(match remedy {
        Remedy::WaitUntil { at } => said.wait_until(&words.dates().instant(*at, zone)),
        Remedy::JoinWaitingList => said.join_waiting_list(),
        Remedy::OtherShift => said.other_shift(),
        Remedy::GiveBack { shift: _ } => said.give_back(),
        Remedy::HandIn { paper } => said.hand_in(paper.as_str()),
        Remedy::AskStaff => said.ask_staff(),
        Remedy::SayWhy => said.say_why(),
        Remedy::Nothing => return None,
    })
}

fn day_and_hours(words: Words, zone: Zone, starts: Timestamp, ends: Timestamp) -> (String, String) {
    let ((day, from), (_, to)) = (zone.civil(starts), zone.civil(ends));
    let hours = match CivilWindow::new(from, to) {
        Ok(window) => words.dates().span(window),
        Err(_) => words.dates().time(from),
    };
    (words.dates().medium(day), hours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wording::Language;

    fn check(reason: &Refusal, expected: &str, help: Option<&str>) {
        let words = Words::of(Language::Polish);
        assert_eq!(refusal(words, Zone::WARSAW, reason), expected);
        assert_eq!(remedy(words, Zone::WARSAW, &reason.remedy()).as_deref(), help);
    }

    #[test]
    fn reasons_and_what_helps() {
        let house = volunteer_roster::Basis {
            set_by: volunteer_roster::SetBy::House,
            source: "us".to_owned(),
        };
        let shift = || "shf_00000000000000000000000000000001".parse().unwrap();
        check(
            &Refusal::RestTooShort {
                with: shift(),
                starts: "2027-07-14T16:00:00Z".parse().unwrap(),
                ends: "2027-07-14T18:30:00Z".parse().unwrap(),
                rest: vocabulary::Minutes(630),
                needed: vocabulary::Minutes(660),
                basis: house.clone(),
            },
            "Za krótki odpoczynek między tym dyżurem a innym: środa, 14 lipca, 18:00–20:30. Byłoby: 10 godz. 30 min. \
             Trzeba co najmniej: 11 godzin.",
            Some("Zrezygnuj z tamtego dyżuru albo wybierz inny niż ten."),
        );
        check(
            &Refusal::MinorHours {
                age: volunteer_roster::AgeCategory::From13,
                earliest: "08:00".parse().unwrap(),
                latest: "20:00".parse().unwrap(),
                basis: house,
            },
            "W Twoim wieku można mieć dyżury tylko w godzinach 8:00–20:00.",
            Some("Wybierz inny dyżur."),
        );
        check(
            &Refusal::ConsentMissing,
            "Brakuje zgody Twojego rodzica lub opiekuna. Przynieś ją koordynatorowi.",
            Some("Zanieś koordynatorowi zgodę rodzica lub opiekuna."),
        );
        check(&Refusal::AlreadySignedUp, "Jesteś już na liście tego dyżuru.", None);
    }
}
