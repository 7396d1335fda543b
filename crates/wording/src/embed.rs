//! Visits on pages of others: what the embed says, and the page that makes it.

crate::messages::messages! {
    /// What the embed and its page say.
    Embed {
        /// Heading of the page that makes the snippet.
        pub fn heading();
        /// What it is and that it needs no cookies, in two sentences.
        pub fn intro();
        /// For search engines.
        pub fn description();
        /// Label: of which place.
        pub fn place();
        /// The choice of the whole town.
        pub fn town(town: &str);
        /// Label: in which language.
        pub fn language();
        /// Label: how many visits.
        pub fn count();
        /// The button.
        pub fn show();
        /// Heading of the preview.
        pub fn preview();
        /// Heading of the snippet with the element.
        pub fn element();
        /// What the element needs of the page.
        pub fn element_help(host: &str);
        /// Heading of the snippet with the frame.
        pub fn frame();
        /// When the frame is better.
        pub fn frame_help();
        /// Label of a text to copy.
        pub fn snippet();
        /// The button that copies it.
        pub fn copy();
        /// Heading of the links to data.
        pub fn data();
        /// What else there is for programs.
        pub fn data_help();
        /// The link to the place's own page.
        pub fn all();
        /// That links leave the frame.
        pub fn new_tab();
        /// The place is not known.
        pub fn unknown();
    }
}
