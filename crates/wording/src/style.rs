//! The page that shows the design system.

crate::messages::messages! {
    /// Headings and samples of the page that shows the design system.
    Style {
        /// Heading of the page.
        pub fn style_heading();
        /// What the page is.
        pub fn style_help();
        /// Heading.
        pub fn palette_heading();
        /// What the colours mean.
        pub fn palette_help();
        /// Heading.
        pub fn type_heading();
        /// Which typeface.
        pub fn type_help();
        /// A line with the letters of all languages.
        pub fn sample_text();
        /// Heading.
        pub fn space_heading();
        /// The steps.
        pub fn space_help();
        /// Heading.
        pub fn buttons_heading();
        /// On a button.
        pub fn button_main();
        /// On a button.
        pub fn button_plain();
        /// On a button.
        pub fn button_danger();
        /// A link.
        pub fn sample_link();
        /// Heading.
        pub fn states_heading();
        /// Heading.
        pub fn tickets_heading();
        /// Heading.
        pub fn notes_heading();
        /// A note.
        pub fn note_calm();
        /// A note.
        pub fn note_good();
        /// A note.
        pub fn note_bad();
        /// Heading.
        pub fn forms_heading();
        /// Label of a field.
        pub fn sample_label();
        /// Its hint.
        pub fn sample_hint();
        /// Its fault.
        pub fn sample_error();
        /// Heading.
        pub fn drawings_heading();
        /// Whose they are.
        pub fn drawings_help();
    }
}
