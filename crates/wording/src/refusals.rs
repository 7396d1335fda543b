//! Why something cannot be done, and what would help.

crate::messages::messages! {
    /// Reasons of every "no".
    Refusals {
        /// All places of the shift are taken.
        pub fn shift_full(places: usize);
    }
}
