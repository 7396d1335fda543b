//! One person takes one place of a shift, and asks for it once.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let held = asked.commitments.iter().any(|held| held.shift == asked.shift.id);
    match asked.own {
        Some(state) if !held && !state.holds_place() && !state.is_over() => vec![Refusal::AlreadyAsked { state }],
        Some(state) if state.holds_place() => vec![Refusal::AlreadySignedUp],
        _ if held => vec![Refusal::AlreadySignedUp],
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use vocabulary::SignupState::{self, Confirmed, Requested, Waitlisted, Withdrawn};

    use super::*;
    use crate::rules::fixtures::{check, codes, commitment};

    #[test]
    fn table() {
        let same_time = ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z");
        // The fixture's shift is number 1.
        let cases: [(&[u128], Option<SignupState>, &str); 9] = [
            (&[], None, ""),
            (&[2], None, ""),
            (&[1], None, "already-signed-up"),
            (&[2, 1, 3], None, "already-signed-up"),
            (&[1], Some(Confirmed), "already-signed-up"),
            (&[], Some(Confirmed), "already-signed-up"),
            (&[], Some(Waitlisted), "already-asked"),
            (&[], Some(Requested), "already-asked"),
            (&[], Some(Withdrawn), ""), // whoever gave a place back may take one again
        ];
        for (held, own, expected) in cases {
            let got = check(rule, |facts| {
                facts.commitments = held.iter().map(|n| commitment(*n, same_time)).collect();
                facts.own = own;
            });
            assert_eq!(codes(&got), expected, "{held:?}, {own:?}");
        }
    }
}
