//! In place of a page that is not there, or no more.

crate::messages::messages! {
    /// What is said where nothing is.
    Missing {
        /// Heading: no such estate.
        pub fn estate_heading();
        /// Heading: no such stop.
        pub fn stop_heading();
        /// Heading: no such visit.
        pub fn visit_heading();
        /// Heading: no such page.
        pub fn page_heading();
        /// Heading: a visit of a season that is shown no more.
        pub fn former_visit_heading();
        /// Heading: a stop that is none any more.
        pub fn former_stop_heading();
        /// What the visit was.
        pub fn former_visit(season: &str, stop: &str, day: &str);
        /// What the stop was.
        pub fn former_stop(stop: &str);
        /// That the address may be mistyped or old.
        pub fn mistyped();
        /// Before the names that come nearest.
        pub fn nearest();
        /// What to do where none comes near.
        pub fn look();
        /// The link to the stop of a former visit.
        pub fn now_at(stop: &str);
    }
}
