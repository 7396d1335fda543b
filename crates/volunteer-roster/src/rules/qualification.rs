//! What other law asks for, a paper must show on the day; a volunteer needs qualifications only there (act of 24 April
//! 2003 on public benefit and volunteering, art. 43). Which shift asks for which is told with the shift.

use vocabulary::Day;

use super::Ask;
use crate::{Person, Qualification, Refusal};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let needed = asked.shift.qualifications.iter();
    needed
        .filter_map(|needed| lacks(asked.person, *needed, asked.shift.day))
        .collect()
}

fn lacks(person: &Person, needed: Qualification, on: Day) -> Option<Refusal> {
    let held = || person.qualifications.iter().filter(|held| held.qualification == needed);
    let seen = || held().filter(|held| held.confirmed.counts());
    if seen().any(|held| held.until.is_none_or(|last| on <= last)) {
        return None;
    }
    Some(match seen().filter_map(|held| held.until).max() {
        Some(until) => Refusal::QualificationEnded { needed, until },
        None => Refusal::QualificationMissing {
            needed,
            claimed: held().next().is_some(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Confirmation, QualificationHeld,
        rules::fixtures::{check, codes, day},
    };

    #[test]
    fn table() {
        use Confirmation::{Claimed, Seen};
        use Qualification::{FirstAid, Pedagogue};
        // The visit is on 1 July 2027 and asks for first aid.
        type Held = (Qualification, Option<&'static str>, Confirmation);
        let cases: [(&[Held], &str); 7] = [
            (&[(FirstAid, None, Seen(None))], ""),
            (&[(FirstAid, Some("2027-07-01"), Seen(None))], ""),
            (&[(FirstAid, Some("2027-06-30"), Seen(None))], "qualification-ended"),
            (&[(FirstAid, None, Claimed)], "qualification-missing"),
            (&[(Pedagogue, None, Seen(None))], "qualification-missing"),
            (&[], "qualification-missing"),
            (
                &[
                    (FirstAid, Some("2027-01-01"), Seen(None)),
                    (FirstAid, Some("2029-01-01"), Seen(None)),
                ],
                "",
            ),
        ];
        for (held, expected) in cases {
            let got = check(rule, |facts| {
                facts.shift.qualifications = vec![FirstAid];
                let each = held.iter().cloned();
                facts.person.qualifications = each
                    .map(|(qualification, until, confirmed)| QualificationHeld {
                        qualification,
                        until: until.map(day),
                        confirmed,
                    })
                    .collect();
            });
            assert_eq!(codes(&got), expected, "{held:?}");
        }
        let got = check(rule, |facts| facts.shift.qualifications = vec![FirstAid, Pedagogue]);
        assert_eq!(codes(&got), "qualification-missing qualification-missing");
    }
}
