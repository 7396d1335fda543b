//! The map of the streets, which some operators have.

crate::messages::messages! {
    /// The map of the streets in place of the sketch.
    StreetMap {
        /// The button that puts it in the sketch's place.
        pub fn show();
        /// The button that brings the sketch back.
        pub fn sketch();
        /// While it is being loaded.
        pub fn loading();
        /// It could not be loaded, and the sketch stays.
        pub fn failed();
        /// A part of it could not be loaded.
        pub fn gaps();
        /// What it is, for who does not see it.
        pub fn label();
        /// The button that shows less in more detail.
        pub fn zoom_in();
        /// The button that shows more in less detail.
        pub fn zoom_out();
        /// The link from a stop to its place on the map.
        pub fn link();
    }
}
