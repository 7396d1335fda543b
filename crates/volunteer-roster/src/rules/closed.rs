//! A shift that staff closed takes no sign-ups. One whose visit is cancelled has its own reason.

use vocabulary::ShiftState;

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    match asked.shift.state {
        ShiftState::Closed => vec![Refusal::ShiftClosed],
        ShiftState::Open | ShiftState::Cancelled => vec![],
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
            (ShiftState::Closed, "shift-closed"),
            (ShiftState::Cancelled, ""),
        ];
        for (state, expected) in cases {
            let got = check(rule, |facts| facts.shift.state = state);
            assert_eq!(codes(&got), expected, "{state}");
        }
    }
}
