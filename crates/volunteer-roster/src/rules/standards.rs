//! Everybody who works with children has read the standards for protecting minors, in the version in force on the day; a
//! new version asks again.
//!
//! Source: act of 13 May 2016, art. 22b and 22c, in the wording of the act of 28 July 2023; the standards had to be in
//! place by 15 August 2024.

use vocabulary::Day;

use super::Ask;
use crate::{Person, Refusal, Rules};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    on_day(asked.person, asked.shift.day, asked.rules)
}

/// What lacks on a day, whatever the shift.
pub(crate) fn on_day(person: &Person, day: Day, rules: &Rules) -> Vec<Refusal> {
    let Some(in_force) = rules.clearance.standards.on(day) else {
        return vec![];
    };
    let read = person.clearance.standards_read.map(|read| read.version);
    let known = read.is_some_and(|version| version >= in_force.value);
    let refusal = Refusal::StandardsNotRead {
        in_force: in_force.value,
        read,
    };
    (!known).then_some(refusal).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Dated, SetBy, Setting, StandardsRead,
        rules::fixtures::{check, codes, day},
    };

    #[test]
    fn table() {
        let version = |from, value| Dated {
            from: day(from),
            value,
            set_by: SetBy::Law,
            source: "the test".to_owned(),
            doubt: None,
        };
        // The visit is on 1 July 2027; version 2 holds from that day on, version 3 from the next.
        let versions = [
            version("2024-08-15", 1),
            version("2027-07-01", 2),
            version("2027-07-02", 3),
        ];
        let cases = [
            (None, "standards-not-read"),
            (Some(1), "standards-not-read"),
            (Some(2), ""),
            (Some(3), ""), // read ahead
        ];
        for (read, expected) in cases {
            let got = check(rule, |facts| {
                facts.rules.clearance.standards = Setting::of(versions.to_vec());
                facts.person.clearance.standards_read = read.map(|version| StandardsRead {
                    version,
                    on: day("2027-06-01"),
                });
            });
            assert_eq!(codes(&got), expected, "{read:?}");
        }
        let got = check(rule, |facts| {
            facts.rules.clearance.standards = Setting::none();
            facts.person.clearance.standards_read = None;
        });
        assert_eq!(codes(&got), "");
    }
}
