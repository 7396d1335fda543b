//! The page that is easy to read: short sentences, one thought each.

crate::messages::messages! {
    /// What the page says, a sentence each.
    Easy {
        /// Heading, and the link to it.
        pub fn heading();
        /// For search engines.
        pub fn description();
        /// Heading: what it is.
        pub fn what_heading();
        /// It is a bus.
        pub fn what_bus();
        /// What is in it.
        pub fn what_games();
        /// Who is there.
        pub fn what_people();
        /// For whom it is.
        pub fn what_for();
        /// Heading: when and where.
        pub fn when_heading();
        /// From when until when.
        pub fn when_season(first: &str, last: &str);
        /// In which town.
        pub fn when_town(town: &str);
        /// How long it stays.
        pub fn when_stays();
        /// Before the next visits.
        pub fn when_next();
        /// The hours of a visit.
        pub fn when_hours(start: &str, end: &str);
        /// No visits any more.
        pub fn when_over();
        /// Label of the choice of an estate.
        pub fn choose();
        /// The choice of all.
        pub fn choose_all();
        /// The button.
        pub fn choose_button();
        /// Heading: what it costs.
        pub fn cost_heading();
        /// Nothing.
        pub fn cost_nothing();
        /// No sign-up.
        pub fn cost_sign_up();
        /// Heading: what to bring.
        pub fn bring_heading();
        /// Water.
        pub fn bring_water();
        /// A cap.
        pub fn bring_cap();
        /// Clothes for play.
        pub fn bring_clothes();
        /// Heading: bad weather.
        pub fn weather_heading();
        /// It may not come.
        pub fn weather_storm();
        /// Where it is told.
        pub fn weather_told();
        /// Heading: how to reach us.
        pub fn contact_heading();
        /// Whom to ask.
        pub fn contact_person(name: &str);
        /// By telephone.
        pub fn contact_phone();
        /// By e-mail.
        pub fn contact_email();
    }
}
