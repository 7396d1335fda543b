//! Why something cannot be done, and what would help. One message to each reason of the roster's rules.

use vocabulary::{CrewRole, SignupState};

crate::messages::messages! {
    /// Reasons of every "no", as whole sentences to the person who asked.
    Refusals {
        /// All places of the shift are taken.
        pub fn shift_full(places: u32);
        /// Staff closed the shift to sign-ups.
        pub fn shift_closed();
        /// The visit will not be.
        pub fn visit_cancelled();
        /// The crew's time has begun: at an instant in words.
        pub fn shift_past(started: &str);
        /// The person holds a place on this shift.
        pub fn already_signed_up();
        /// The person holds a place on another shift at this time: its day and hours in words.
        pub fn overlap(day: &str, hours: &str);
        /// No clearance was ever given.
        pub fn never_cleared();
        /// The clearance ends before the day of the shift; both in words.
        pub fn clearance_ends(until: &str, on: &str);
        fn wrong_role_text(role: &str);
        /// The volunteer must be 18 on the day.
        pub fn only_adults();
        /// The volunteer must have reached an age, in years, on the day.
        pub fn too_young(minimum: u32);
        fn holds_no_place_text(state: &str);
        /// The sign-up needs no new yes.
        pub fn nothing_to_reconfirm();
        fn step_not_possible_text(state: &str);
        /// The step is for staff to take.
        pub fn only_staff();
        /// The step is for nobody to take: the software does it.
        pub fn only_by_itself();
    }
}

impl Refusals {
    /// The person may not do what the shift asks for.
    pub fn wrong_role(&self, needed: CrewRole) -> String {
        self.wrong_role_text(needed.as_str())
    }

    /// The sign-up holds no place that could be given back.
    pub fn holds_no_place(&self, state: SignupState) -> String {
        self.holds_no_place_text(state.as_str())
    }

    /// From where the sign-up stands this cannot be done.
    pub fn step_not_possible(&self, state: SignupState) -> String {
        self.step_not_possible_text(state.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Words};

    #[test]
    fn polish() {
        let refusals = Words::of(Language::Polish).refusals();
        for (said, expected) in [
            (refusals.shift_full(1), "Jedyne miejsce na tym dyżurze jest już zajęte."),
            (
                refusals.shift_full(2),
                "Wszystkie 2 miejsca na tym dyżurze są już zajęte.",
            ),
            (
                refusals.shift_full(5),
                "Wszystkie 5 miejsc na tym dyżurze jest już zajętych.",
            ),
            (
                refusals.too_young(16),
                "Na ten dyżur można się zapisać po ukończeniu 16 lat.",
            ),
            (
                refusals.wrong_role(CrewRole::Driver),
                "Ten dyżur jest dla kierowcy, a koordynator nie wpisał Ci tej roli.",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }
}
