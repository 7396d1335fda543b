//! The form on which anybody tells of a barrier.

crate::messages::messages! {
    /// What the form says.
    Barrier {
        /// The heading, and the link to it.
        pub fn heading();
        /// What may be told.
        pub fn help();
        /// Label: what the barrier is.
        pub fn what();
        /// Hint: what helps.
        pub fn what_hint();
        /// Label: where.
        pub fn place();
        /// Hint: an example.
        pub fn place_hint();
        /// Label: how to answer.
        pub fn contact();
        /// Hint: that it is optional and what follows without it.
        pub fn contact_hint();
        /// How long it is kept.
        pub fn kept(days: u32);
        /// The button.
        pub fn send();
        /// A fault: nothing said.
        pub fn what_missing();
        /// A fault: too long.
        pub fn too_long(most: usize);
        /// Heading once it is sent.
        pub fn sent_heading();
        /// What follows, with a contact.
        pub fn sent_answer();
        /// What follows, without one.
        pub fn sent_without_contact();
        /// What the law says.
        pub fn sent_law();
        /// The link back to the declaration.
        pub fn back();
    }
}
