//! Nobody is taken on for a visit that will not be.

use vocabulary::ShiftState;

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    match asked.shift.state {
        ShiftState::Cancelled => vec![Refusal::VisitCancelled],
        ShiftState::Open | ShiftState::Closed => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{check, codes};

    #[test]
    fn table() {
        let cases = [
            (ShiftState::Open, ""),
            (ShiftState::Closed, ""),
            (ShiftState::Cancelled, "visit-cancelled"),
        ];
        for (state, expected) in cases {
            let got = check(rule, |facts| facts.shift.state = state);
            assert_eq!(codes(&got), expected, "{state}");
        }
    }
}
