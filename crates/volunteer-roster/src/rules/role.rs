//! A role is taken only by those to whom staff has allowed it: a leader is employed, a driver has the licence, a first
//! aider the certificate. What a person only says they could do counts for nothing yet.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let (needed, person) = (asked.shift.role, asked.person);
    if person.role_on(needed, asked.shift.day).is_some() {
        return vec![];
    }
    let confirmed = || person.roles.iter().filter(|held| held.confirmed.counts());
    let ended = confirmed()
        .filter(|held| held.role == needed)
        .filter_map(|held| held.until);
    vec![match ended.max() {
        Some(until) => Refusal::RoleEnded { role: needed, until },
        None => Refusal::WrongRole {
            needed,
            held: confirmed().map(|held| held.role).collect(),
        },
    }]
}

#[cfg(test)]
mod tests {
    use vocabulary::CrewRole::{self, Driver, FirstAider, Helper, Leader};

    use super::*;
    use crate::{
        Confirmation,
        rules::fixtures::{check, codes, day, role},
    };

    #[test]
    fn table() {
        let cases: [(CrewRole, &[CrewRole], &str); 6] = [
            (Helper, &[Helper], ""),
            (Helper, &[Leader, Helper], ""),
            (Leader, &[Helper], "wrong-role"),
            (Helper, &[Leader], "wrong-role"), // no role stands for another
            (Driver, &[Helper, FirstAider], "wrong-role"),
            (Helper, &[], "wrong-role"),
        ];
        for (needed, held, expected) in cases {
            let got = check(rule, |facts| {
                facts.shift.role = needed;
                facts.person.roles = held.iter().copied().map(role).collect();
            });
            assert_eq!(codes(&got), expected, "{needed} by {held:?}");
        }
    }

    #[test]
    fn until_when_and_by_whom() {
        // The visit is on 1 July 2027.
        let cases = [
            (Some("2027-06-30"), Confirmation::Seen(None), "role-ended"),
            (Some("2027-07-01"), Confirmation::Seen(None), ""),
            (None, Confirmation::Claimed, "wrong-role"),
            (Some("2027-06-30"), Confirmation::Claimed, "wrong-role"),
        ];
        for (until, confirmed, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.roles[0].until = until.map(day);
                facts.person.roles[0].confirmed = confirmed.clone();
            });
            assert_eq!(codes(&got), expected, "{until:?}, {confirmed:?}");
        }
        // An old entry is no reason against a new one.
        let got = check(rule, |facts| {
            facts.person.roles.push(role(Helper));
            facts.person.roles[0].until = Some(day("2027-01-01"));
        });
        assert_eq!(codes(&got), "");
    }
}
