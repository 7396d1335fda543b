//! What would lift a "no": one message to each remedy of the roster's rules.

crate::messages::messages! {
    /// What would help, as a request to the person who was told "no".
    Remedies {
        /// The same again from an instant on, in words.
        pub fn wait_until(at: &str);
        /// A turn on the waiting list.
        pub fn join_waiting_list();
        /// Another shift.
        pub fn other_shift();
        /// The other shift, which is in the way, can be given back.
        pub fn give_back();
        fn hand_in_text(paper: &str);
        /// Staff can enter, allow or approve it.
        pub fn ask_staff();
        /// A reason in words.
        pub fn say_why();
    }
}

impl Remedies {
    /// A paper to hand in, by its word: `certificate`, `consent` and so on.
    pub fn hand_in(&self, paper: &str) -> String {
        self.hand_in_text(paper)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Words};

    #[test]
    fn polish() {
        let remedies = Words::of(Language::Polish).remedies();
        assert_eq!(
            remedies.hand_in("consent"),
            "Zanieś koordynatorowi zgodę rodzica lub opiekuna."
        );
        assert_eq!(remedies.join_waiting_list(), "Zapisz się na listę oczekujących.");
    }
}
