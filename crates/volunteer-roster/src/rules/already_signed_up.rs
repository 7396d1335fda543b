//! One person takes one place of a shift.

use super::Question;
use crate::Refusal;

pub(super) fn rule(asked: &Question<'_>) -> Vec<Refusal> {
    let holds = asked.commitments.iter().any(|held| held.shift == asked.shift.id);
    holds.then_some(Refusal::AlreadySignedUp).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{check, codes, commitment};

    #[test]
    fn table() {
        let same_time = ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z");
        // The fixture's shift is number 1.
        let cases: [(&[u128], &str); 4] = [
            (&[], ""),
            (&[2], ""),
            (&[1], "already-signed-up"),
            (&[2, 1, 3], "already-signed-up"),
        ];
        for (held, expected) in cases {
            let got = check(rule, |facts| {
                facts.commitments = held.iter().map(|n| commitment(*n, same_time)).collect();
            });
            assert_eq!(codes(&got), expected, "{held:?}");
        }
    }
}
