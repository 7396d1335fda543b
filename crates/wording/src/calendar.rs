//! What the public calendar says: pages and feeds.

crate::messages::messages! {
    /// Sentences of the public calendar. Days and hours are given in words.
    Calendar {
        /// `<title>` of a page.
        pub fn window_title(page: &str, service: &str);
        /// `<title>` of the home page.
        pub fn home_title(service: &str, town: &str);
        /// What the service is, for search engines and share cards.
        pub fn home_description(town: &str, dates: &str);
        /// The next visit of an estate or stop, for search engines and share cards.
        pub fn next_description(place: &str, day: &str, hours: &str);
        /// The same where no visit is ahead.
        pub fn none_description(place: &str);
        /// A visit, for search engines and share cards.
        pub fn visit_description(stop: &str, estate: &str, day: &str, hours: &str);
        /// What the search page is for.
        pub fn search_description(town: &str);
        /// The whole season, for search engines and share cards.
        pub fn season_description(service: &str, season: &str, dates: &str);
        /// That the plan is an invented example.
        pub fn example_notice();
        /// "Wydanie 1 rozkładu".
        pub fn release(number: u32);
        /// "Ostatnia zmiana: 1 lipca 2027, 14:05".
        pub fn last_change(time: &str);

        /// The heading of the home page.
        pub fn home_heading();
        /// Today is before the season.
        pub fn today_before_season(first: &str);
        /// Today the bus is out.
        pub fn today_out(stops: usize);
        /// Today was to be out, but all was cancelled.
        pub fn today_all_cancelled(visits: usize);
        /// Today the bus stays at home, and is next out on a day.
        pub fn today_not_out(next: &str);
        /// Today the bus stays at home, and no visit is ahead.
        pub fn today_not_out_any_more();
        /// The season is over.
        pub fn today_after_season();

        /// "Temat tygodnia: Kosmos".
        pub fn theme(name: &str);
        /// Guests and partners of the week.
        pub fn guests(who: &str);
        /// What to bring.
        pub fn bring(what: &str);
        pub(crate) fn status_text(status: &str);
        /// "czwartek, 1 lipca, od 10:00 do 13:00".
        pub fn day_and_hours(day: &str, hours: &str);
        /// A cancelled visit whose reason nobody gave.
        pub fn cancelled();
        /// A cancelled visit.
        pub fn cancelled_because(reason: &str);
        /// It is late by so many minutes, and may begin at that time.
        pub fn late(minutes: u32, time: &str);
        /// The same where the time would be another day's.
        pub fn late_only(minutes: u32);
        /// A sentence, and why.
        pub fn with_reason(said: &str, reason: &str);
        /// A moved visit: the day and hours it had.
        pub fn moved(day: &str, hours: &str);
        /// The same with the reason.
        pub fn moved_because(day: &str, hours: &str, reason: &str);

        /// The heading of the search page.
        pub fn search_heading();
        /// The heading of the search page after a question.
        pub fn search_heading_for(query: &str);
        /// What to type.
        pub fn search_prompt();
        /// How much was found.
        pub fn search_found(count: usize);
        /// Nothing was found, and what to do.
        pub fn search_nothing(query: &str);
        pub(crate) fn hit_kind_text(kind: &str);
        /// The estate of a stop.
        pub fn in_estate(estate: &str);
        /// A street wholly in an estate.
        pub fn street_whole(estate: &str);
        /// A street partly in an estate.
        pub fn street_part(estate: &str);
        /// House numbers of a street that lie in an estate.
        pub fn street_numbers(estate: &str, numbers: &str);
        /// A street whose estate nobody knows.
        pub fn street_unknown();
        /// "dawniej: Berlinga".
        pub fn formerly(name: &str);

        /// "Osiedle Łazek".
        pub fn estate_heading(estate: &str);
        /// How many visits are ahead.
        pub fn visits_ahead(count: usize);
        /// All visits are over.
        pub fn visits_over();
        /// No visit is in the plan.
        pub fn no_visits();

        /// The point on the map is only approximate.
        pub fn approximate();
        /// The same, shortly.
        pub fn approximate_short();
        /// Nobody knows the point.
        pub fn place_unknown();
        /// The place is still to be agreed.
        pub fn place_to_be_agreed();
        pub(crate) fn fact_text(fact: &str, is: &str);
        /// Where the visit goes in bad weather.
        pub fn wet_weather_place(place: &str);

        /// The heading of a visit's page.
        pub fn visit_heading(stop: &str, day: &str);
        /// How many visits a month has.
        pub fn month_summary(visits: usize);
        /// How many visits and estates a season has.
        pub fn season_summary(visits: usize, estates: usize);

        /// What the season's feed holds.
        pub fn feed_season(town: &str);
        /// What an estate's feed holds.
        pub fn feed_estate(estate: &str);
        /// What a stop's feed holds.
        pub fn feed_stop(stop: &str);

        /// The name of the season's calendar.
        pub fn calendar_season(service: &str, town: &str);
        /// The name of an estate's calendar.
        pub fn calendar_estate(service: &str, estate: &str);
        /// The name of a stop's calendar.
        pub fn calendar_stop(service: &str, stop: &str);
        /// The title of a visit in a calendar.
        pub fn entry(service: &str, stop: &str);
        /// The title of a visit that is part of an event.
        pub fn entry_event(service: &str, event: &str, stop: &str);
        /// The title of a cancelled visit.
        pub fn entry_cancelled(title: &str);
        /// Title of an entry that is late.
        pub fn entry_late(title: &str);
        /// The title of a moved visit.
        pub fn entry_moved(title: &str);
        /// "Plac zabaw, ul. Koszarowa, os. Wojciechowice".
        pub fn location(stop: &str, address: &str, estate: &str);
        /// The same where the address is unknown.
        pub fn location_without_address(stop: &str, estate: &str);
    }
}

impl Calendar {
    /// "zaplanowana", "przeniesiona", "trwa", "zakończona", "odwołana"; given as planned, moved, running, over, cancelled.
    pub fn status(&self, status: &str) -> String {
        self.status_text(status)
    }

    /// "osiedle", "przystanek", "ulica"; given as estate, stop, street.
    pub fn hit_kind(&self, kind: &str) -> String {
        self.hit_kind_text(kind)
    }

    /// A fact about a site in a phrase. Given as shade, toilet, water or step-free, and whether it is so.
    pub fn fact(&self, fact: &str, is: bool) -> String {
        self.fact_text(fact, if is { "yes" } else { "no" })
    }
}
