//! A shift takes no more people than it has places; those in training have places of their own and do not count.
//!
//! Here for the sentence; that it holds when two ask at the same moment is the database's doing.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let shift = asked.shift;
    if asked.in_training() {
        let places = shift.training_places;
        let full = shift.training_taken >= places;
        return full.then_some(Refusal::TrainingFull { places }).into_iter().collect();
    }
    let places = shift.places;
    let full = shift.taken >= places;
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

    /// Whoever has learnt it counts, though the old entry still stands.
    #[test]
    fn the_role_in_full_goes_before_the_one_in_training() {
        let got = check(rule, |facts| {
            let mut learning = facts.person.roles[0].clone();
            learning.in_training = true;
            facts.person.roles = vec![learning.clone(), facts.person.roles[0].clone(), learning];
        });
        assert_eq!(codes(&got), "");
    }

    #[test]
    fn in_training_one_takes_another_kind_of_place() {
        let cases = [
            // places, taken, in training
            ((2, 2), (1, 0), ""),
            ((2, 0), (1, 1), "training-full"),
            ((2, 0), (0, 0), "training-full"),
        ];
        for ((places, taken), (training, training_taken), expected) in cases {
            let got = check(rule, |facts| {
                facts.person.roles[0].in_training = true;
                (facts.shift.places, facts.shift.taken) = (places, taken);
                (facts.shift.training_places, facts.shift.training_taken) = (training, training_taken);
            });
            assert_eq!(codes(&got), expected, "{training_taken} of {training}");
        }
    }
}
