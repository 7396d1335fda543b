//! A volunteer with a short agreement is insured against accidents by the centre before the first shift.
//!
//! Source: act of 24 April 2003 on public benefit and volunteering, art. 46.3 (up to 30 days the user of the service
//! ensures accident insurance); for longer agreements statutory benefits stand in (46.2), which are no policy but end the
//! duty. Counted is the length the agreement was made for, not the days worked.

use vocabulary::Day;

use super::Ask;
use crate::{Person, PersonKind, Refusal, Rules};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    on_day(asked.person, asked.shift.day, asked.rules)
}

/// What lacks on a day, whatever the shift.
pub(crate) fn on_day(person: &Person, on: Day, rules: &Rules) -> Vec<Refusal> {
    let Some(limit) = rules.agreement.insured_days.on(on) else {
        return vec![];
    };
    let short = |days: Option<i64>| days.is_some_and(|days| days <= i64::from(limit.value));
    let mut in_force = person.agreements_on(on).peekable();
    // Without any agreement that is the reason, and nobody knows yet how long one would be.
    let all_short = in_force.peek().is_some() && in_force.all(|agreement| short(agreement.days()));
    let insured = person
        .insurance
        .iter()
        .any(|period| period.from <= on && on <= period.to);
    let missing = person.kind == PersonKind::Volunteer && all_short && !insured;
    missing
        .then_some(Refusal::InsuranceMissing { on })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Insurance,
        rules::fixtures::{check, codes, day, written},
    };

    #[test]
    fn table() {
        // The visit is on 1 July 2027; from 7 June to 6 July are 30 days.
        let cases = [
            (PersonKind::Volunteer, Some("2027-07-06"), None, "insurance-missing"),
            (PersonKind::Volunteer, Some("2027-07-07"), None, ""), // 31 days: the State
            (PersonKind::Volunteer, None, None, ""),               // without an end
            (
                PersonKind::Volunteer,
                Some("2027-07-06"),
                Some(("2027-07-01", "2027-07-01")),
                "",
            ),
            (
                PersonKind::Volunteer,
                Some("2027-07-06"),
                Some(("2027-06-01", "2027-06-30")),
                "insurance-missing",
            ),
            (
                PersonKind::Volunteer,
                Some("2027-07-06"),
                Some(("2027-07-02", "2027-07-06")),
                "insurance-missing",
            ),
            (PersonKind::Volunteer, Some("2027-06-30"), None, ""), // not in force: another rule's matter
            (PersonKind::Psu, Some("2027-07-06"), None, ""),
            (PersonKind::Staff, Some("2027-07-06"), None, ""),
        ];
        for (kind, to, insured, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.kind = kind;
                facts.person.agreements = vec![written("2027-06-07", to)];
                let period = |(from, to)| Insurance {
                    from: day(from),
                    to: day(to),
                };
                facts.person.insurance = insured.map(period).into_iter().collect();
            });
            assert_eq!(codes(&got), expected, "{kind}, {to:?}, {insured:?}");
        }
    }
}
