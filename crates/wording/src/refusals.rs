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
        /// The shift takes no sign-ups yet: from when on, in words.
        pub fn not_yet_open(opens: &str);
        fn already_asked_text(state: &str);
        fn training_full_text(are: &str);
        /// The way from or to another shift takes too long: its day and hours and the length of the way in words.
        pub fn travel_too_long(day: &str, hours: &str, needed: &str);
        fn too_many_hours_text(period: &str, would_be: &str, limit: &str);
        /// Too little rest from or to another shift: its day and hours and both lengths in words.
        pub fn rest_too_short(day: &str, hours: &str, rest: &str, needed: &str);
        /// Too many days in a row.
        pub fn too_many_days(would_be: u32, limit: u32);
        fn role_ended_text(role: &str, until: &str);
        /// The paper of a qualification, by its word: `first-aid` and so on.
        pub fn qualification(which: &str);
        /// A paper is missing, in words.
        pub fn qualification_missing(paper: &str);
        /// Staff has not seen a paper, in words.
        pub fn qualification_unseen(paper: &str);
        /// A paper ends before the day of the shift; both in words.
        pub fn qualification_ended(paper: &str, until: &str);
        fn clearance_part_missing_text(part: &str);
        fn clearance_part_too_old_text(part: &str, until: &str);
        /// The standards for protecting minors were not read in the version in force.
        pub fn standards_not_read(version: u32);
        /// There is no agreement.
        pub fn agreement_missing();
        /// The agreement ends before the day of the shift: its last day in words.
        pub fn agreement_ended(until: &str);
        /// The agreement begins after the day of the shift: its first day in words.
        pub fn agreement_not_begun(from: &str);
        /// More than so many days need an agreement in writing: both ends in words.
        pub fn agreement_not_in_writing(first: &str, last: &str, limit: u32);
        /// No accident insurance on the day, in words.
        pub fn insurance_missing(on: &str);
        /// The guardian's consent is missing.
        pub fn consent_missing();
        /// The guardian's consent is withdrawn from a day on, in words.
        pub fn consent_withdrawn(from: &str);
        /// The guardian's consent is of an old text.
        pub fn consent_outdated();
        /// Outside the hours of a minor: the hours in words.
        pub fn minor_hours(hours: &str);
        /// Too young for any shift.
        pub fn minor_not_at_all();
        /// The day would be too long for a minor: both lengths in words.
        pub fn minor_too_long(would_be: &str, limit: &str);
        /// No adult of the staff is on the visit, which minors need.
        pub fn no_adult_of_staff();
        /// More minors than the adults of the visit can look after.
        pub fn too_many_minors();
        /// At most so many people of socially useful work on one visit.
        pub fn too_many_psu(limit: u32);
        /// Only staff can say this yes.
        pub fn needs_approval();
        /// The time to answer is over: since when, in words.
        pub fn offer_ended(ended: &str);
        /// All who wait are asked from an instant on, in words.
        pub fn not_asked_yet(from: &str);
        /// A reason in words is asked for.
        pub fn reason_missing();
        /// A swap with oneself, or for the same shift.
        pub fn swap_changes_nothing();
        /// A sign-up of the swap has changed since.
        pub fn swap_outdated();
        /// The swap waits for another answer, or for none.
        pub fn swap_not_waiting();
        /// More hours than a day has: its length in words.
        pub fn day_too_long(limit: &str);
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

    /// The person asked before and waits: for approval (`requested`) or a place.
    pub fn already_asked(&self, state: SignupState) -> String {
        self.already_asked_text(state.as_str())
    }

    /// No place in training is free, or there is none.
    pub fn training_full(&self, places: u32) -> String {
        self.training_full_text(if places == 0 { "none" } else { "some" })
    }

    /// Too many hours in a `day`, `week`, `month` or `season`: both lengths in words.
    pub fn too_many_hours(&self, period: &str, would_be: &str, limit: &str) -> String {
        self.too_many_hours_text(period, would_be, limit)
    }

    /// The role ends before the day of the shift: its last day in words.
    pub fn role_ended(&self, role: CrewRole, until: &str) -> String {
        self.role_ended_text(role.as_str(), until)
    }

    /// A part of the clearance is missing: `register`, `certificate` or `statements`.
    pub fn clearance_part_missing(&self, part: &str) -> String {
        self.clearance_part_missing_text(part)
    }

    /// A part of the clearance is too old: until when it holds, in words.
    pub fn clearance_part_too_old(&self, part: &str, until: &str) -> String {
        self.clearance_part_too_old_text(part, until)
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
            (
                refusals.too_many_hours("week", "10 godz. 30 min", "10 godzin"),
                "W tym tygodniu byłoby za dużo godzin: 10 godz. 30 min. Najwięcej można: 10 godzin.",
            ),
            (
                refusals.too_many_psu(1),
                "Na jednej wizycie może być najwyżej 1 osoba z prac społecznie użytecznych.",
            ),
            (
                refusals.clearance_part_missing("certificate"),
                "Brakuje Twojego zaświadczenia o niekaralności z KRK. Przynieś je koordynatorowi.",
            ),
            (
                refusals.qualification_missing(&refusals.qualification("first-aid")),
                "Na ten dyżur potrzebny jest dokument: zaświadczenie o kursie pierwszej pomocy. Pokaż go koordynatorowi.",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }
}
