//! Barriers that somebody told of, for staff.

crate::messages::messages! {
    /// The page of reports, and the letters about them.
    Barriers {
        /// The heading.
        pub fn heading();
        /// What the law asks of staff.
        pub fn help(days: u32);
        /// No reports.
        pub fn none();
        /// How many wait.
        pub fn waiting(count: usize);
        /// The link to them.
        pub fn look();
        /// When it was told, and in which language.
        pub fn told(at: &str, language: &str);
        /// "Gdzie: …"
        pub fn place_line(place: &str);
        /// "Kontakt: …"
        pub fn contact_line(contact: &str);
        /// Nobody to answer.
        pub fn no_contact();
        /// Until when to answer.
        pub fn due(day: &str);
        /// The time to answer is over.
        pub fn overdue(day: &str);
        /// The button.
        pub fn answered_button();
        /// When it was answered.
        pub fn answered(at: &str);
        /// What the button did.
        pub fn done();
        /// Subject of the letter.
        pub fn letter_subject();
        /// Its first sentence.
        pub fn letter_intro();
        /// Until when to answer, and the law.
        pub fn letter_due(day: &str);
        /// The report is deleted.
        pub fn letter_gone();
    }
}
