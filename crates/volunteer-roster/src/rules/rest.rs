//! Between the work of one day and that of another is a night's rest, measured on instants: in the October night it is an
//! hour longer than the clock says, in the March night an hour shorter.
//!
//! Source: Labour Code of 26 June 1974, art. 132 (11 hours) for employed people; for all others the house's proposal.

use super::Ask;
use crate::{Refusal, facts::minutes_between};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let shift = asked.shift;
    let Some(needed) = asked.rules.work(asked.person.kind).rest.on(shift.day) else {
        return vec![];
    };
    let other_days = asked.others().filter(|held| held.day != shift.day);
    let apart = other_days.filter(|held| held.ends <= shift.starts || shift.ends <= held.starts);
    let short = apart.filter_map(|held| {
        let rest = minutes_between(held.ends, shift.starts).max(minutes_between(shift.ends, held.starts));
        (rest < needed.value).then(|| Refusal::RestTooShort {
            with: held.shift.clone(),
            starts: held.starts,
            ends: held.ends,
            rest,
            needed: needed.value,
            basis: needed.basis(),
        })
    });
    short.collect()
}

#[cfg(test)]
mod tests {
    use vocabulary::{Day, Zone};

    use super::*;
    use crate::{
        Commitment, PersonKind,
        rules::fixtures::{check, codes, day, shift_id},
    };

    /// Whether work until this hour on the first day and from that hour on the second leaves rest enough.
    fn nights(first: &str, until: &str, second: &str, from: &str) -> (String, String) {
        let at = |on: Day, minute: &str| Zone::WARSAW.resolve(on, minute.parse().unwrap()).unwrap();
        let (first, second) = (day(first), day(second));
        let (evening, morning) = (
            (first, at(first, until).plus_seconds(-3600), at(first, until)),
            (second, at(second, from), at(second, from).plus_seconds(3600)),
        );
        let ask = |asked: (Day, _, _), held: (Day, _, _)| {
            let got = check(rule, |facts| {
                (facts.shift.day, facts.shift.starts, facts.shift.ends) = asked;
                facts.commitments = vec![Commitment {
                    shift: shift_id(2),
                    day: held.0,
                    starts: held.1,
                    ends: held.2,
                    place: None,
                }];
            });
            codes(&got)
        };
        // Whichever of the two was taken first.
        (ask(morning, evening), ask(evening, morning))
    }

    #[test]
    fn eleven_hours() {
        let cases = [
            ("2027-07-01", "20:00", "2027-07-02", "07:00", ""),
            ("2027-07-01", "20:00", "2027-07-02", "06:59", "rest-too-short"),
            ("2027-07-01", "20:00", "2027-07-03", "06:00", ""),
            // 24 to 25 October 2026: the clocks go back at 3:00, so 20:00 to 6:00 are 11 hours.
            ("2026-10-24", "20:00", "2026-10-25", "06:00", ""),
            ("2026-10-24", "20:00", "2026-10-25", "05:59", "rest-too-short"),
            // 27 to 28 March 2027: the clocks go forward, so 20:00 to 7:00 are 10 hours.
            ("2027-03-27", "20:00", "2027-03-28", "07:00", "rest-too-short"),
            ("2027-03-27", "20:00", "2027-03-28", "08:00", ""),
        ];
        for (first, until, second, from, expected) in cases {
            let got = nights(first, until, second, from);
            assert_eq!(
                got,
                (expected.to_owned(), expected.to_owned()),
                "{first} {until}, {second} {from}"
            );
        }
    }

    #[test]
    fn two_shifts_of_one_day_need_no_night_and_the_law_is_hard_for_the_employed() {
        let ask = |kind, on: &str| {
            check(rule, |facts| {
                facts.person.kind = kind;
                facts.commitments = vec![crate::rules::fixtures::commitment(
                    2,
                    ("2027-07-01T14:00:00Z", "2027-07-01T15:00:00Z"),
                )];
                facts.commitments[0].day = day(on);
            })
        };
        assert_eq!(codes(&ask(PersonKind::Volunteer, "2027-07-01")), "");
        assert!(ask(PersonKind::Volunteer, "2027-07-02")[0].overridable());
        assert!(!ask(PersonKind::Staff, "2027-07-02")[0].overridable());
    }
}
