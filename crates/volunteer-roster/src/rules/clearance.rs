//! Nobody works with children before the checks are done, and nobody may be let off: no role, no age, no staff override.
//!
//! Source: act of 13 May 2016 on countering the threat of sexual crime and on the protection of minors, art. 21, in the
//! wording of the act of 28 July 2023, in force since 15 February 2024: before admission to any activity of education,
//! leisure or care of minors the organiser checks the registers and takes the certificate; volunteers are included. The
//! act gives no interval for a new check: how long a clearance holds is the centre's setting, written as the last day.
//! Kept is that day only, never what a record says.

use super::Question;
use crate::Refusal;

pub(super) fn rule(asked: &Question<'_>) -> Vec<Refusal> {
    let (on, cleared_until) = (asked.shift.day, asked.person.cleared_until);
    let cleared = cleared_until.is_some_and(|last| on <= last);
    (!cleared)
        .then_some(Refusal::NotCleared { on, cleared_until })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{check, codes, day};

    #[test]
    fn table() {
        // The visit is on 1 July 2027, and now is a day before.
        let cases = [
            (None, "not-cleared"),
            (Some("2026-07-01"), "not-cleared"),
            (Some("2027-06-30"), "not-cleared"), // holds today, not on the day
            (Some("2027-07-01"), ""),
            (Some("2029-01-01"), ""),
        ];
        for (until, expected) in cases {
            let got = check(rule, |facts| facts.person.cleared_until = until.map(day));
            assert_eq!(codes(&got), expected, "{until:?}");
        }
    }
}
