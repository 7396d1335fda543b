//! A role is taken only by those to whom staff has allowed it: a leader is employed, a driver has the licence, a first
//! aider the certificate.

use super::Question;
use crate::Refusal;

pub(super) fn rule(asked: &Question<'_>) -> Vec<Refusal> {
    let (needed, held) = (asked.shift.role, &asked.person.roles);
    let allowed = held.contains(&needed);
    (!allowed)
        .then(|| Refusal::WrongRole {
            needed,
            held: held.clone(),
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use vocabulary::CrewRole::{self, Driver, FirstAider, Helper, Leader};

    use super::*;
    use crate::rules::fixtures::{check, codes};

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
                facts.person.roles = held.to_vec();
            });
            assert_eq!(codes(&got), expected, "{needed} by {held:?}");
        }
    }
}
