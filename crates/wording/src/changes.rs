//! What changed between two states of the calendar, and its releases.

crate::messages::messages! {
    /// Changes and releases. Days and hours are given in words.
    Changes {
        /// The heading of the page.
        pub fn changes_heading();
        /// The heading between two releases.
        pub fn changes_between(from: u32, to: u32);
        /// The heading from a release to the present state.
        pub fn changes_since_release(from: u32);
        /// The heading from an instant to the present state.
        pub fn changes_since(time: &str);
        /// For search engines and share cards.
        pub fn changes_description(service: &str);
        /// Between the two nothing changed.
        pub fn nothing_changed();
        /// A visit is new.
        pub fn change_added(stop: &str, day: &str, hours: &str);
        /// A visit is in the later state no more.
        pub fn change_removed(stop: &str, day: &str, hours: &str);
        /// A visit was cancelled.
        pub fn change_cancelled(stop: &str, day: &str, hours: &str);
        /// A cancelled visit will be after all.
        pub fn change_restored(stop: &str, day: &str, hours: &str);
        /// A visit has another day.
        pub fn change_moved(stop: &str, from_day: &str, from_hours: &str, day: &str, hours: &str);
        /// A visit has other hours on its day.
        pub fn change_hours(stop: &str, day: &str, from_hours: &str, hours: &str);
        /// A visit is at another stop.
        pub fn change_place(day: &str, hours: &str, from_stop: &str, stop: &str);
        /// A visit that is late.
        pub fn change_late(stop: &str, day: &str, hours: &str);
        /// A visit that changed, in what is no more known.
        pub fn change_other(stop: &str, day: &str, hours: &str);
        /// The heading of the list of releases.
        pub fn releases_heading();
        /// For search engines and share cards.
        pub fn releases_description(service: &str, season: &str);
        /// "Wydanie 2 rozkładu".
        pub fn release_heading(number: u32);
        /// "Ogłoszone: 1 lipca 2027, 14:05".
        pub fn release_published(time: &str);
        /// The first release changed nothing.
        pub fn release_first();
        /// How many changes a release brought.
        pub fn release_changes(count: usize);
        /// Link to the whole timetable of an old release.
        pub fn release_as_it_was();
        /// The notice on the timetable of an old release.
        pub fn release_old(number: u32, day: &str);
        /// The title of the feed of changes in town.
        pub fn feed_changes(town: &str);
        /// The title of the feed of changes at one stop or estate.
        pub fn feed_changes_at(stop: &str);
        /// The title of the feed of releases.
        pub fn feed_releases(service: &str);
    }
}
