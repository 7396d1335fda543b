//! The visits of a month as a table.

crate::messages::messages! {
    /// What stands around the table.
    Month {
        /// Heading: "Kalendarz miesiąca: osiedle Łazek".
        pub fn heading(place: &str);
        /// The table's caption: "lipiec 2027, 3 wizyty".
        pub fn caption(month: &str, visits: usize);
        /// For search engines.
        pub fn description(place: &str, month: &str);
        /// The link to the table.
        pub fn link();
        /// The link to the list.
        pub fn as_list();
        /// Name of the links to other months.
        pub fn months();
        /// No visits in this month.
        pub fn none();
    }
}
