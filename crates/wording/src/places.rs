//! The places that the service knows, for staff.

crate::messages::messages! {
    /// The page of estates and stops, and merging two stops.
    Places {
        /// The heading, and the link to the page.
        pub fn heading();
        /// Where places come from.
        pub fn help();
        /// No stops yet.
        pub fn none();
        /// The heading above stops without an estate.
        pub fn no_estate();
        /// A stop without a point of its own.
        pub fn no_point();
        /// The heading above the form.
        pub fn merge_heading();
        /// What merging is for.
        pub fn merge_help();
        /// The label of the stop that goes.
        pub fn gone_label();
        /// The label of the stop that stays.
        pub fn stays_label();
        /// What stands in the list before anything is chosen.
        pub fn choose();
        /// The button that shows what would change.
        pub fn look();
        /// The heading above what would change.
        pub fn preview_heading(gone: &str, stays: &str);
        /// Visits change over.
        pub fn visits(count: usize);
        /// There are none.
        pub fn no_visits();
        /// Old addresses and followers.
        pub fn addresses(stays: &str);
        /// It cannot be undone.
        pub fn for_good();
        /// The button.
        pub fn merge_button();
        /// What keeps it from being done.
        pub fn kept_from();
        /// It is one stop.
        pub fn itself();
        /// The stop that stays lies in no estate.
        pub fn lies_in_none(stays: &str);
        /// Both ask for visits.
        pub fn both_ask(seasons: &str);
        /// Only one of them was chosen, or one is gone.
        pub fn not_chosen();
        /// What the button did.
        pub fn done();
    }
}
