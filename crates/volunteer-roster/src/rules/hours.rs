//! Hours of a day, a week, a month and the season, by what the person is to the centre.
//!
//! Source: people of socially useful work at most 10 hours a week and 40 a month (act of 20 April 2004, art. 73a; what
//! their own agreement says goes before it, since older agreements go on under the act of their time). All other hours are
//! the house's. A week runs from Monday to Sunday, a shift counts for the local day on which it begins, wholly.

use vocabulary::{Day, Minutes};

use super::Ask;
use crate::{Basis, Commitment, DaySpan, Period, Person, PersonKind, Refusal, Rules, SetBy};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let of_period = |period: &Period| {
        let span = span(asked, *period);
        let (limit, basis) = limit(asked.person, asked.rules, *period, asked.shift.day)?;
        let within = asked
            .others()
            .filter(|held| span.is_none_or(|span| span.contains(held.day)));
        let would_be = within.map(Commitment::length).sum::<Minutes>() + asked.shift.length();
        (would_be > limit).then(|| Refusal::TooManyHours {
            period: *period,
            first: span.map_or(asked.shift.day, |span| span.first),
            limit,
            would_be,
            basis,
        })
    };
    Period::ALL.iter().filter_map(of_period).collect()
}

/// The days of the period; none for a season without known days, of which everything counts.
fn span(asked: &Ask<'_>, period: Period) -> Option<DaySpan> {
    let day = asked.shift.day;
    match period {
        Period::Day => Some(DaySpan { first: day, last: day }),
        Period::Week => Some(DaySpan::week_of(day)),
        Period::Month => Some(DaySpan::month_of(day)),
        Period::Season => asked.shift.season,
    }
}

/// The limit of a period that binds a person on a day, and what it rests on; none where there is none.
///
/// The week and the month of socially useful work bind like law whoever has set them: were a narrower limit of the house
/// open to staff, the law's behind it would be open too.
pub(crate) fn limit(person: &Person, rules: &Rules, period: Period, day: Day) -> Option<(Minutes, Basis)> {
    let usual = rules.work(person.kind);
    let setting = match period {
        Period::Day => &usual.day,
        Period::Week => &usual.week,
        Period::Month => &usual.month,
        Period::Season => &usual.season,
    };
    if person.kind != PersonKind::Psu {
        return setting.on(day).map(|dated| (dated.value, dated.basis()));
    }
    let agreed = person.agreements_on(day).filter_map(|agreement| {
        let terms = agreement.psu.as_ref()?;
        match period {
            Period::Week => terms.hours_a_week.on(day),
            Period::Month => terms.hours_a_month.on(day),
            Period::Day | Period::Season => None,
        }
    });
    // Of two agreements at once the narrower binds.
    let binding = agreed.min_by_key(|dated| dated.value).or_else(|| setting.on(day))?;
    let set_by = match period {
        Period::Week | Period::Month => SetBy::Law,
        Period::Day | Period::Season => binding.set_by,
    };
    let basis = Basis {
        set_by,
        ..binding.basis()
    };
    Some((binding.value, basis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        PsuTerms, WorkLimits,
        rules::fixtures::{check, hours, work},
    };

    /// The periods that are exceeded by the fixture's four hours on Thursday 1 July 2027 and this work.
    fn periods(kind: PersonKind, limits: &WorkLimits, held: &[(&str, u32)]) -> String {
        let got = check(rule, |facts| {
            facts.person.kind = kind;
            facts.rules.volunteer = limits.clone();
            let numbered = (2_u128..).zip(held);
            facts.commitments = numbered.map(|(n, (on, minutes))| work(n, on, *minutes)).collect();
        });
        let period = |refusal: &Refusal| match refusal {
            Refusal::TooManyHours { period, .. } => period.as_str(),
            other => other.code(),
        };
        got.iter().map(period).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_period() {
        let all_six = WorkLimits {
            day: hours(6),
            week: hours(6),
            month: hours(6),
            season: hours(6),
            ..WorkLimits::default()
        };
        let cases: [(&[(&str, u32)], &str); 8] = [
            (&[], ""),
            (&[("2027-07-01", 120)], ""), // six hours to the minute
            (&[("2027-07-01", 121)], "day week month season"),
            (&[("2027-06-28", 121)], "week season"), // Monday of the week, June
            (&[("2027-06-27", 121)], ""),            // Sunday before, and before the season
            (&[("2027-07-04", 121)], "week month season"),
            (&[("2027-07-31", 60), ("2027-07-05", 61)], "month season"),
            (&[("2027-08-01", 121)], "season"),
        ];
        for (held, expected) in cases {
            assert_eq!(periods(PersonKind::Volunteer, &all_six, held), expected, "{held:?}");
        }
        assert_eq!(
            periods(PersonKind::Volunteer, &WorkLimits::default(), &[("2027-07-01", 1000)]),
            ""
        );
    }

    /// Art. 73a: 10 hours from Monday to Sunday, 40 in the calendar month.
    #[test]
    fn socially_useful_work() {
        let cases: [(&[(&str, u32)], &str); 4] = [
            (&[("2027-06-28", 360)], ""),
            (&[("2027-06-28", 361)], "week"),
            (
                &[
                    ("2027-07-06", 600),
                    ("2027-07-13", 600),
                    ("2027-07-20", 600),
                    ("2027-07-27", 360),
                ],
                "",
            ),
            (
                &[
                    ("2027-07-06", 600),
                    ("2027-07-13", 600),
                    ("2027-07-20", 600),
                    ("2027-07-27", 361),
                ],
                "month",
            ),
        ];
        for (held, expected) in cases {
            assert_eq!(
                periods(PersonKind::Psu, &WorkLimits::default(), held),
                expected,
                "{held:?}"
            );
        }
    }

    #[test]
    fn an_agreement_has_limits_of_its_own_and_the_law_binds_everybody() {
        let ask = |kind| {
            check(rule, |facts| {
                facts.person.kind = kind;
                facts.person.agreements[0].psu = Some(PsuTerms {
                    hours_a_week: hours(12),
                    ..PsuTerms::default()
                });
                facts.commitments = vec![work(2, "2027-06-28", 481)];
            })
        };
        let [
            Refusal::TooManyHours {
                limit, would_be, basis, ..
            },
        ] = &ask(PersonKind::Psu)[..]
        else {
            panic!("one reason")
        };
        assert_eq!(
            (limit, would_be, basis.set_by),
            (&Minutes(720), &Minutes(721), SetBy::Law)
        );
        assert!(
            ask(PersonKind::Volunteer).is_empty(),
            "no agreement on socially useful work"
        );

        let two_at_once = check(rule, |facts| {
            facts.person.kind = PersonKind::Psu;
            let agreed = |week| crate::Agreement {
                psu: Some(PsuTerms {
                    hours_a_week: hours(week),
                    ..PsuTerms::default()
                }),
                ..facts.person.agreements[0].clone()
            };
            facts.person.agreements = vec![agreed(12), agreed(3), agreed(8)];
        });
        assert!(
            matches!(
                two_at_once[..],
                [Refusal::TooManyHours {
                    limit: Minutes(180),
                    ..
                }]
            ),
            "the narrowest binds: {two_at_once:?}"
        );

        let by_law = check(rule, |facts| {
            facts.person.kind = PersonKind::Psu;
            facts.commitments = vec![work(2, "2027-06-28", 361)];
        });
        assert!(!by_law[0].overridable(), "hard for staff too");
        let by_house = check(rule, |facts| facts.commitments = vec![work(2, "2027-07-01", 241)]);
        assert!(by_house[0].overridable());
    }
}
