//! A shift takes no more people than it has places.
//!
//! Here for the sentence; that it holds when two ask at the same moment is the database's doing.

use super::Question;
use crate::Refusal;

pub(super) fn rule(asked: &Question<'_>) -> Vec<Refusal> {
    let places = asked.shift.places;
    let full = asked.shift.taken >= places;
    full.then_some(Refusal::ShiftFull { places }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::{check, codes};

    #[test]
    fn table() {
        let cases = [
            (2, 0, ""),
            (2, 1, ""),
            (2, 2, "shift-full"),
            (2, 3, "shift-full"), // the number of places was lowered
            (0, 0, "shift-full"),
        ];
        for (places, taken, expected) in cases {
            let got = check(rule, |facts| (facts.shift.places, facts.shift.taken) = (places, taken));
            assert_eq!(codes(&got), expected, "{taken} of {places}");
        }
    }
}
