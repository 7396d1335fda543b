//! What the public calendar says: pages and feeds.

crate::messages::messages! {
    /// Sentences of the public calendar.
    Calendar {
        /// "Najbliższa wizyta".
        pub fn next_visit();
    }
}
