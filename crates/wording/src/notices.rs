//! What people are told by e-mail, and the pages about that.

use vocabulary::{MessageKind, SignupState};

crate::messages::messages! {
    /// Subjects and paragraphs of messages. Days, hours and instants come in words.
    Notices {
        /// Subject: a place is held.
        pub fn offered_subject(when: &str, stop: &str);
        /// Subject: a place is free for whoever is first.
        pub fn free_place_subject(when: &str, stop: &str);
        fn signup_subject_text(state: &str, when: &str, stop: &str);
        /// Subject, for staff: a place was given back late.
        pub fn given_back_late_subject(when: &str, stop: &str);
        /// Subject: the evening before.
        pub fn reminder_subject(when: &str, stop: &str);
        /// "Dzień dobry, Zofia!"
        pub fn greeting(name: &str);
        /// "Dzień dobry!"
        pub fn greeting_anybody();
        /// Subject: an invitation to set a password.
        pub fn invitation_subject();
        /// Somebody is invited.
        pub fn invitation();
        /// Subject: a new password.
        pub fn new_password_subject();
        /// A new password can be set.
        pub fn new_password();
        /// Until when a link works, and that it is for one person.
        pub fn link_until(until: &str);
        /// Stands where nobody else is to see a link.
        pub fn link_not_shown();
        /// Subject: a guardian is asked.
        pub fn consent_subject();
        /// For whom a guardian's consent is asked.
        pub fn consent(minor: &str);
        /// What the guardian does there.
        pub fn consent_help();
        /// Subject, for staff: a guardian's answer.
        pub fn consent_ended_subject();
        /// For staff: the guardian took the consent back.
        pub fn consent_withdrawn(minor: &str);
        /// For staff: the guardian said no.
        pub fn consent_refused(minor: &str);
        /// A place is held until an instant.
        pub fn offered(until: &str);
        /// A place is free for whoever is first.
        pub fn free_place();
        fn signup_text(state: &str);
        /// Until when an answer is awaited.
        pub fn answer_by(until: &str);
        /// The visit will not be.
        pub fn visit_cancelled();
        /// For staff: who gave a place back late.
        pub fn given_back_late(name: &str);
        /// How many people are missing.
        pub fn still_missing(count: u32);
        /// The evening before.
        pub fn reminder();
        /// "Kiedy: czwartek, 1 lipca 2027, od 9:00 do 13:30".
        pub fn when_line(day: &str, hours: &str);
        /// "Dla dzieci: od 10:00 do 13:00".
        pub fn open_line(hours: &str);
        /// "Gdzie: Plac zabaw, os. Łazek".
        pub fn where_line(stop: &str, estate: &str);
        /// "Adres: ul. Polna 1".
        pub fn address_line(address: &str);
        /// What the person does there.
        pub fn role_line(role: &str);
        /// What somebody is missing for.
        pub fn role_wanted_line(role: &str);
        /// The note of the visit.
        pub fn note_line(note: &str);
        /// Where to look and answer.
        pub fn link_line(link: &str);
        /// There is an entry for a calendar.
        pub fn calendar_line();
        /// The service's name under a message.
        pub fn signature(service: &str);
        /// How to do without such messages.
        pub fn unsubscribe_line(link: &str);
        /// Title of a shift in a calendar.
        pub fn entry_confirmed(stop: &str);
        /// Title of a shift that is to be confirmed again.
        pub fn entry_tentative(stop: &str);
        /// Title of a shift that will not be.
        pub fn entry_cancelled(stop: &str);
        /// Subject of a test message.
        pub fn test_subject();
        /// Body of a test message.
        pub fn test_body();
        fn kind_text(kind: &str);
        /// Heading of the page on which somebody does without messages.
        pub fn unsubscribe_heading();
        /// The question: of which kind, in words.
        pub fn unsubscribe_ask(kind: &str);
        /// What is lost and what is not.
        pub fn unsubscribe_keep();
        /// Button.
        pub fn unsubscribe_button();
        /// It is done: of which kind, in words.
        pub fn unsubscribed(kind: &str);
        /// Button that takes it back.
        pub fn subscribe_button();
        /// It is taken back: of which kind, in words.
        pub fn subscribed(kind: &str);
        /// "Prośba o zaświadczenie".
        pub fn certificate_asked_subject();
        /// "`name` prosi o zaświadczenie o przepracowanych godzinach.".
        pub fn certificate_asked(name: &str);
        /// "Twoje zaświadczenie jest gotowe".
        pub fn certificate_issued_subject();
        /// "Wydaliśmy Twoje zaświadczenie nr `number`. Możesz je pobrać ze swojej strony.".
        pub fn certificate_issued(number: &str);
        /// Tab of the staff navigation.
        pub fn outbox_tab();
        /// Heading of the page of messages.
        pub fn outbox_heading();
        /// E-mail is not set up.
        pub fn outbox_off();
        /// In the demo nothing is sent.
        pub fn outbox_demo();
        /// Heading: waiting.
        pub fn outbox_waiting();
        /// Heading: given up.
        pub fn outbox_dead();
        /// Heading: sent lately.
        pub fn outbox_sent();
        /// There are none.
        pub fn outbox_none();
        /// To whom.
        pub fn outbox_to(name: &str);
        /// When it leaves.
        pub fn outbox_due(when: &str);
        /// When it was sent or given up.
        pub fn outbox_ended(when: &str);
        /// How often it was tried.
        pub fn outbox_tries(count: u32);
        /// What the mail server said.
        pub fn outbox_error(error: &str);
        /// It would not be sent any more.
        pub fn outbox_moot();
        /// Opens the words of a message.
        pub fn outbox_words();
        /// Button.
        pub fn outbox_again();
        /// So many messages were given up.
        pub fn outbox_given_up(count: u32);
        /// Link to them.
        pub fn outbox_look();
        /// To whom a message for a follower goes: nobody but them need know the address.
        pub fn outbox_follower();
        /// The address was forgotten when the message had left.
        pub fn outbox_forgotten();
        /// A link that was given up is forgotten.
        pub fn outbox_spent();
        /// Link to where a new one is made.
        pub fn outbox_new_link();
        /// It waits again.
        pub fn outbox_sent_again();
    }
}

impl Notices {
    /// Subject: how a sign-up stands now.
    pub fn signup_subject(&self, state: SignupState, when: &str, stop: &str) -> String {
        self.signup_subject_text(state.as_str(), when, stop)
    }

    /// How a sign-up stands now.
    pub fn signup(&self, state: SignupState) -> String {
        self.signup_text(state.as_str())
    }

    /// A kind of message.
    pub fn kind(&self, kind: MessageKind) -> String {
        self.kind_text(kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Words};

    #[test]
    fn every_state_and_kind_has_words_of_its_own() {
        let said = Words::of(Language::Polish).notices();
        let mut states: Vec<_> = SignupState::ALL.iter().map(|state| said.signup(*state)).collect();
        states.sort();
        states.dedup();
        assert_eq!(states.len(), SignupState::ALL.len());
        let mut kinds: Vec<_> = MessageKind::ALL.iter().map(|kind| said.kind(*kind)).collect();
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), MessageKind::ALL.len());
    }

    #[test]
    fn no_marks_around_what_is_filled_in() {
        let said = Words::of(Language::Polish).notices();
        assert_eq!(said.greeting("Zofia"), "Dzień dobry, Zofia!");
        assert_eq!(said.still_missing(2), "Brakuje 2 osób.");
    }
}
