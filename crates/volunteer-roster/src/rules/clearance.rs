//! Nobody works with children before the checks are done, and nobody may be let off: no role, no age, no staff override.
//!
//! Source: act of 13 May 2016 on countering the threat of sexual crime and on the protection of minors, art. 21, in the
//! wording of the act of 28 July 2023, in force since 15 February 2024: before admission to any activity of education,
//! leisure or care of minors the organiser checks the registers (21.2) and takes the certificate (21.3) and the statements
//! (21.4 to 21.8); volunteers are included. The act gives no interval for a new check in what could be read: how long one
//! holds is a setting of the centre. Kept are days only, never what a record says.

use vocabulary::Day;

use super::Ask;
use crate::{ClearancePart, Person, Refusal, Rules};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    on_day(asked.person, asked.shift.day, asked.rules)
}

/// What lacks on a day, whatever the shift.
pub(crate) fn on_day(person: &Person, on: Day, rules: &Rules) -> Vec<Refusal> {
    let clearance = &person.clearance;
    let handed_in = |part: &&ClearancePart| clearance.part(**part).is_some();
    if !ClearancePart::ALL.iter().any(|part| handed_in(&part)) {
        // Nothing at all: one reason says more than three.
        return vec![Refusal::NotCleared {
            on,
            cleared_until: None,
        }];
    }
    let ended = clearance.held_until.filter(|last| *last < on);
    let ended = ended.map(|last| Refusal::NotCleared {
        on,
        cleared_until: Some(last),
    });
    let parts = ClearancePart::ALL
        .iter()
        .filter_map(|part| of_part(person, on, rules, *part));
    ended.into_iter().chain(parts).collect()
}

fn of_part(person: &Person, day: Day, rules: &Rules, part: ClearancePart) -> Option<Refusal> {
    let Some(of) = person.clearance.part(part) else {
        return needed(person, day, rules, part).then_some(Refusal::ClearancePartMissing { part });
    };
    let days = match part {
        ClearancePart::Register | ClearancePart::Certificate => rules.clearance.recheck_days.on(day)?.value,
        // A statement is about the past; only new years abroad make it old, and those the person tells.
        ClearancePart::Statements => return None,
    };
    let holds_until = of.plus_days(i64::from(days));
    (holds_until < day).then_some(Refusal::ClearancePartTooOld { part, of, holds_until })
}

fn needed(person: &Person, day: Day, rules: &Rules, part: ClearancePart) -> bool {
    match part {
        ClearancePart::Register | ClearancePart::Statements => true,
        ClearancePart::Certificate => {
            let from = rules.clearance.certificate_from.on(day);
            from.is_none_or(|youngest| person.category_on(day) >= youngest.value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age, AgeCategory, Clearance,
        rules::fixtures::{check, codes, day, set},
    };

    #[test]
    fn parts() {
        // The visit is on 1 July 2027.
        let june = Some("2027-06-01");
        let cases = [
            // register, certificate, statements, held until
            ((june, june, june, None), ""),
            ((None, None, None, None), "not-cleared"),
            ((None, None, None, Some("2029-01-01")), "not-cleared"),
            ((None, june, june, None), "clearance-part-missing"),
            (
                (june, None, None, None),
                "clearance-part-missing clearance-part-missing",
            ),
            ((june, june, june, Some("2027-06-30")), "not-cleared"), // holds today, not on the day
            ((june, june, june, Some("2027-07-01")), ""),
            (
                (june, june, None, Some("2027-06-30")),
                "not-cleared clearance-part-missing",
            ),
        ];
        for (facts @ (register, certificate, statements, until), expected) in cases {
            let got = check(rule, |facts| {
                facts.person.clearance = Clearance {
                    register_on: register.map(day),
                    certificate_on: certificate.map(day),
                    statements_on: statements.map(day),
                    standards_read: None,
                    held_until: until.map(day),
                }
            });
            assert_eq!(codes(&got), expected, "{facts:?}");
        }
    }

    #[test]
    fn a_check_grows_old_where_the_centre_says_so() {
        let cases = [
            // for how many days, of when
            (None, "2020-01-01", ""),
            (Some(365), "2026-07-01", ""), // to the very day
            (Some(365), "2026-06-30", "clearance-part-too-old clearance-part-too-old"),
        ];
        for (days, of, expected) in cases {
            let got = check(rule, |facts| {
                facts.rules.clearance.recheck_days = days.map(set).unwrap_or_default();
                facts.person.clearance.register_on = Some(day(of));
                facts.person.clearance.certificate_on = Some(day(of));
                facts.person.clearance.statements_on = Some(day("2010-01-01"));
            });
            assert_eq!(codes(&got), expected, "{days:?}, {of}");
        }
    }

    /// Whether a helper of 13 to 16 has a record at all is in doubt, so the age is a setting.
    #[test]
    fn from_which_age_a_certificate_is_asked() {
        let born = Age::BornOn(day("2012-01-01")); // 15 on the day
        let cases = [
            (None, born, "clearance-part-missing"),
            (Some(AgeCategory::From13), born, "clearance-part-missing"),
            (Some(AgeCategory::From16), born, ""),
            (Some(AgeCategory::From16), Age::Adult, "clearance-part-missing"),
        ];
        for (from, age, expected) in cases {
            let got = check(rule, |facts| {
                facts.rules.clearance.certificate_from = from.map(set).unwrap_or_default();
                facts.person.clearance.certificate_on = None;
                facts.person.age = age;
            });
            assert_eq!(codes(&got), expected, "{from:?}, {age:?}");
        }
    }
}
