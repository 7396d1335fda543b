//! A volunteer works under an agreement that is in force on the day, and one for long is in writing.
//!
//! Source: act of 24 April 2003 on public benefit and volunteering, art. 44.1 (scope, way and time are agreed) and 44.4
//! (more than 30 days: in writing). People of socially useful work have an agreement too (act of 20 April 2004, art. 73a);
//! employed people have their contract, which is not kept here. Without writing an agreement stays valid, but its proof is
//! hard, so what counts here is the signed paper on file.

use vocabulary::Day;

use super::Ask;
use crate::{Agreement, DaySpan, Person, PersonKind, Refusal, Rules};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let others: Vec<Day> = asked.others().map(|held| held.day).collect();
    on_day(asked.person, asked.shift.day, asked.rules, &others)
}

/// What lacks on a day, whatever the shift; `others` are the days of the person's other shifts.
pub(crate) fn on_day(person: &Person, day: Day, rules: &Rules, others: &[Day]) -> Vec<Refusal> {
    if person.kind == PersonKind::Staff || !rules.agreement.required.asks_on(day) {
        return vec![];
    }
    if person.agreements_on(day).next().is_none() {
        return none_in_force(person, day);
    }
    let unwritten: Option<Vec<Refusal>> = person
        .agreements_on(day)
        .map(|agreement| needs_writing(day, rules, others, agreement))
        .collect();
    // One agreement under which all is well is enough.
    unwritten.into_iter().flatten().take(1).collect()
}

fn none_in_force(person: &Person, day: Day) -> Vec<Refusal> {
    let agreements = &person.agreements;
    let ended = agreements.iter().filter_map(|a| a.to).filter(|last| *last < day).max();
    let begins = agreements.iter().map(|a| a.from).filter(|first| *first > day).min();
    let mut refusals = Vec::new();
    refusals.extend(ended.map(|until| Refusal::AgreementEnded { until }));
    refusals.extend(begins.map(|from| Refusal::AgreementNotBegun { from }));
    if refusals.is_empty() {
        refusals.push(Refusal::AgreementMissing);
    }
    refusals
}

/// Why this agreement would have to be in writing: from the first shift under it to the last, this one included, or as
/// long as it was made for, are too many days.
fn needs_writing(day: Day, rules: &Rules, others: &[Day], agreement: &Agreement) -> Option<Refusal> {
    let limit = rules.agreement.oral_days.on(day)?.value;
    if agreement.in_writing() {
        return None;
    }
    let under = others.iter().copied().filter(|day| agreement.covers(*day));
    let worked = under.fold(DaySpan { first: day, last: day }, |span, day| DaySpan {
        first: span.first.min(day),
        last: span.last.max(day),
    });
    let made_for = agreement.to.map(|last| DaySpan {
        first: agreement.from,
        last,
    });
    let too_long = |span: &DaySpan| span.first.days_until(span.last) + 1 > i64::from(limit);
    let span = [Some(worked), made_for].into_iter().flatten().find(too_long)?;
    Some(Refusal::AgreementNotInWriting {
        first: span.first,
        last: span.last,
        days: u32::try_from(span.first.days_until(span.last) + 1).unwrap_or(u32::MAX),
        limit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AgreementKind,
        rules::fixtures::{check, codes, day, work, written},
    };

    #[test]
    fn in_force_on_the_day() {
        // The visit is on 1 July 2027.
        type Case = (&'static [(&'static str, Option<&'static str>)], &'static str);
        let cases: [Case; 8] = [
            (&[("2027-06-01", None)], ""),
            (&[("2027-07-01", Some("2027-07-01"))], ""),
            (&[], "agreement-missing"),
            (&[("2027-01-01", Some("2027-06-30"))], "agreement-ended"),
            (&[("2027-07-02", None)], "agreement-not-begun"),
            (
                &[("2027-01-01", Some("2027-06-30")), ("2027-07-02", None)],
                "agreement-ended agreement-not-begun",
            ),
            (&[("2026-01-01", Some("2026-12-31")), ("2027-01-01", None)], ""),
            (&[("2027-07-02", None), ("2028-07-02", None)], "agreement-not-begun"),
        ];
        for (agreements, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.agreements = agreements.iter().map(|(from, to)| written(from, *to)).collect();
            });
            assert_eq!(codes(&got), expected, "{agreements:?}");
        }
    }

    #[test]
    fn who_needs_one() {
        for (kind, expected) in [
            (PersonKind::Staff, ""),
            (PersonKind::Volunteer, "agreement-missing"),
            (PersonKind::Psu, "agreement-missing"),
        ] {
            let got = check(rule, |facts| {
                facts.person.kind = kind;
                facts.person.agreements.clear();
            });
            assert_eq!(codes(&got), expected, "{kind}");
        }
    }

    /// Art. 44.4: more than 30 days. 1 July and 30 July are 30 days, 1 July and 31 July are 31.
    #[test]
    fn thirty_days_by_word_of_mouth() {
        let oral = |to| Agreement {
            kind: AgreementKind::Oral,
            signed_on: None,
            paper_on_file: false,
            ..written("2027-06-01", to)
        };
        let unfiled = Agreement {
            paper_on_file: false,
            ..written("2027-06-01", None)
        };
        let cases = [
            (oral(None), vec![], ""),
            (oral(None), vec!["2027-07-30"], ""),
            (oral(None), vec!["2027-07-31"], "agreement-not-in-writing"),
            (oral(None), vec!["2027-06-02", "2027-06-05"], ""),
            (oral(None), vec!["2027-06-01"], "agreement-not-in-writing"),
            (oral(None), vec!["2027-05-01"], ""), // not under this agreement
            (oral(Some("2027-07-01")), vec![], "agreement-not-in-writing"), // made for 31 days
            (unfiled, vec!["2027-07-31"], "agreement-not-in-writing"), // the paper is nowhere
            (written("2027-06-01", None), vec!["2027-08-31"], ""),
        ];
        for (agreement, days, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.agreements = vec![agreement.clone()];
                facts.commitments = days.iter().map(|day| work(2, day, 60)).collect();
            });
            assert_eq!(codes(&got), expected, "{agreement:?}, {days:?}");
        }
        let got = check(rule, |facts| {
            facts.person.agreements = vec![oral(None), written("2027-06-01", None)];
            facts.commitments = vec![work(2, "2027-08-31", 60)];
        });
        assert_eq!(codes(&got), "", "a written one beside an oral one");
    }

    #[test]
    fn says_from_when_to_when() {
        let got = check(rule, |facts| {
            facts.person.agreements[0].paper_on_file = false;
            facts.person.agreements[0].to = None;
            facts.commitments = vec![work(2, "2027-07-31", 60)];
        });
        let expected = Refusal::AgreementNotInWriting {
            first: day("2027-07-01"),
            last: day("2027-07-31"),
            days: 31,
            limit: 30,
        };
        assert_eq!(got, [expected]);
    }
}
