//! The page that brings visits into a calendar, device by device, saying what each does not do.

crate::messages::messages! {
    /// What the page of calendars says.
    Subscribe {
        /// Heading: what is subscribed to.
        pub fn heading(what: &str);
        /// What a subscribed calendar does, in two sentences.
        pub fn intro();
        /// The link to the page, beside each place.
        pub fn link();
        /// What stands beside that link.
        pub fn link_help();
        /// What is subscribed to: several places; `more` of them are not named.
        pub fn mix(names: &str, more: usize);
        /// The calendar's name: several places; `more` of them are not named.
        pub fn calendar_mix(service: &str, names: &str, more: usize);
        /// For search engines.
        pub fn description(town: &str);
        /// The mix cannot be read: nothing in it is known.
        pub fn mix_unknown();
        /// The mix cannot be read: too many places.
        pub fn mix_too_many(most: usize);

        /// Heading: push and e-mail, which come at once.
        pub fn at_once_heading();
        /// Why they are better for what is urgent.
        pub fn at_once();
        /// The link to them.
        pub fn at_once_link();

        /// Heading.
        pub fn apple_heading();
        /// The button.
        pub fn apple_button();
        /// What happens then.
        pub fn apple_how();
        /// What it does not do.
        pub fn apple_not();

        /// Heading.
        pub fn android_heading();
        /// That a button would do nothing, and what to do.
        pub fn android_how();
        /// What it does not do.
        pub fn android_not();

        /// Heading.
        pub fn google_heading();
        /// The link.
        pub fn google_button();
        /// What happens then.
        pub fn google_how();
        /// What it does not do.
        pub fn google_not();

        /// Heading.
        pub fn outlook_heading();
        /// Step by step.
        pub fn outlook_how();
        /// What it does not do.
        pub fn outlook_not();

        /// Heading.
        pub fn thunderbird_heading();
        /// Step by step.
        pub fn thunderbird_how();
        /// What it does not do.
        pub fn thunderbird_not();

        /// Heading.
        pub fn file_heading();
        /// The link.
        pub fn file_button();
        /// What it does not do.
        pub fn file_not();

        /// Label of the address.
        pub fn address();
        /// The button that copies it.
        pub fn copy();
        /// The same once it is copied.
        pub fn copied();
        /// Label of the address for Google.
        pub fn address_google();
        /// Heading of the QR code.
        pub fn qr_heading();
        /// What it is for.
        pub fn qr_help();
        /// What the picture is, for who does not see it.
        pub fn qr_label(address: &str);

        /// Heading of the choice of places.
        pub fn choose_heading();
        /// How the choice works, and that it is stored nowhere.
        pub fn choose_help();
        /// Stops of an estate.
        pub fn stops_of(estate: &str);
        /// The whole of an estate.
        pub fn whole_estate(estate: &str);
        /// The button.
        pub fn choose_button();
        /// One calendar for the places kept on this phone.
        pub fn mine();
    }
}
