//! Nobody works every day: so many in a row, and fewer for minors.
//!
//! Source: none in law that could be read as days; Labour Code art. 133 asks for 35 hours of rest a week, for which the six
//! days of the proposal stand.

use std::collections::BTreeSet;

use vocabulary::Day;

use super::Ask;
use crate::{Basis, Refusal};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let day = asked.shift.day;
    let worked: BTreeSet<Day> = asked.others().map(|held| held.day).collect();
    let run = |step: i64| {
        // A year is longer than any limit, and an end to the counting at the end of the calendar.
        let days = (1..=366).map(|n: i64| day.plus_days(n * step));
        let in_a_row = days.take_while(|day| worked.contains(day)).count();
        u32::try_from(in_a_row).unwrap_or(u32::MAX)
    };
    let would_be = run(-1).saturating_add(run(1)).saturating_add(1);
    let exceeded = limit(asked).filter(|(limit, _)| would_be > *limit);
    exceeded
        .map(|(limit, basis)| Refusal::TooManyDays { limit, would_be, basis })
        .into_iter()
        .collect()
}

/// The narrower of what holds for the footing and for the age.
fn limit(asked: &Ask<'_>) -> Option<(u32, Basis)> {
    let (person, day) = (asked.person, asked.shift.day);
    let usual = asked.rules.work(person.kind).days_in_a_row.on(day);
    let of_age = asked.rules.minors.hours(person.category_on(day), day);
    let usual = usual.map(|dated| (dated.value, dated.basis()));
    let of_age = of_age.map(|dated| (dated.value.days_in_a_row, dated.basis()));
    usual.into_iter().chain(of_age).min_by_key(|(limit, _)| *limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age,
        rules::fixtures::{check, codes, day, work},
    };

    #[test]
    fn table() {
        let (adult, minor) = (Age::Adult, Age::BornOn(day("2011-01-01")));
        // The visit is on 1 July 2027; an adult may work six days in a row, a minor three.
        let cases: [(Age, &[u32], &str); 7] = [
            (adult, &[], ""),
            (adult, &[26, 27, 28, 29, 30], ""),
            (adult, &[25, 26, 27, 28, 29, 30], "too-many-days"),
            (adult, &[24, 25, 26, 28, 29, 30], ""),     // free on the 27th
            (adult, &[26, 26, 26, 26, 26, 26, 26], ""), // often on one day
            (minor, &[29, 30], ""),
            (minor, &[28, 29, 30], "too-many-days"),
        ];
        for (age, june, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.age = age;
                let days = june.iter().map(|d| format!("2027-06-{d:02}"));
                facts.commitments = days.map(|on| work(2, &on, 60)).collect();
            });
            assert_eq!(codes(&got), expected, "{age:?}, {june:?}");
        }
    }

    #[test]
    fn a_shift_between_two_runs_joins_them() {
        let got = check(rule, |facts| {
            let days = [
                "2027-06-28",
                "2027-06-29",
                "2027-06-30",
                "2027-07-02",
                "2027-07-03",
                "2027-07-04",
            ];
            facts.commitments = days.map(|on| work(2, on, 60)).to_vec();
        });
        let [
            Refusal::TooManyDays {
                would_be: 7, limit: 6, ..
            },
        ] = &got[..]
        else {
            panic!("{got:?}")
        };
    }
}
