//! What stands on every page, and what the public pages say beside the visits themselves.

crate::messages::messages! {
    /// The frame of every page, and the public pages.
    Pages {
        /// "Radosny Świetlicobus".
        pub fn app_name();
        /// "Świetlica na kołach odwiedza Twoje osiedle".
        pub fn tagline();
        /// The title of a window: the page, then the service.
        pub fn window_title(page: &str);
        /// The link that jumps over the header.
        pub fn skip_to_content();
        /// "Wersja pokazowa: udajemy, że jest czwartek, 1 lipca 2027."
        pub fn pretended_day(day: &str);
        /// That the dates are an example.
        pub fn example_plan();
        /// Footer: every date of the season.
        pub fn whole_season();
        /// Footer: the calendar of the whole town.
        pub fn town_calendar();
        /// Footer: to the staff pages.
        pub fn for_crew();
        /// Name of the footer's navigation for screen readers.
        pub fn footer_label();
        /// "Kiedy przyjedzie Świetlicobus?"
        pub fn home_heading();
        /// Label of the search field.
        pub fn search_label();
        /// Hint under the search field.
        pub fn search_hint();
        /// The search button.
        pub fn search();
        /// "Najbliższa wizyta".
        pub fn next_visit();
        /// "Kolejne wizyty".
        pub fn later_visits();
        /// "Osiedla".
        pub fn estates();
        /// "Przystanki".
        pub fn stops();
        /// "Ulice".
        pub fn streets();
        /// "do 18:00", after a large start time.
        pub fn until(time: &str);
        /// "osiedle Łazek".
        pub fn estate(name: &str);
        /// "Temat tygodnia: Mali odkrywcy".
        pub fn theme(theme: &str);
        /// "Wstęp wolny".
        pub fn free_entry();
        /// "Zapisy nie są potrzebne".
        pub fn no_signup_needed();
        /// The tag of a cancelled visit.
        pub fn cancelled();
        /// The tag of a cancelled visit with its reason.
        pub fn cancelled_because(reason: &str);
        /// The tag of a moved visit.
        pub fn moved();
        /// The tag of a moved visit, with the day and hours it had before.
        pub fn moved_from(day: &str, time: &str);
        /// "Zmiana: …", a note on a visit.
        pub fn note(note: &str);
        /// The tag of what is over.
        pub fn over();
        /// "Wyniki dla „lazek”".
        pub fn results_for(query: &str);
        /// Heading of the search page without a query.
        pub fn search_heading();
        /// Nothing was found.
        pub fn nothing_found(query: &str);
        /// What to try when nothing was found.
        pub fn nothing_found_help();
        /// A street whose estate nobody knows.
        pub fn street_unknown();
        /// "Miejsce".
        pub fn place();
        /// "Adres".
        pub fn address();
        /// "Rodzaj miejsca".
        pub fn kind();
        /// "Osiedle".
        pub fn estate_label();
        /// "Jak dojść".
        pub fn directions();
        /// What "położenie przybliżone" means.
        pub fn approximate_help();
        /// What "miejsce do ustalenia" means.
        pub fn place_to_be_set_help();
        /// A link that opens the phone's own map.
        pub fn open_map();
        /// A link to a route on a map's page, for who has no map application.
        pub fn route_in_browser();
        /// "Dodaj do kalendarza".
        pub fn subscribe();
        /// What a subscribed calendar does.
        pub fn subscribe_help();
        /// The button that subscribes.
        pub fn subscribe_button();
        /// Link for Google's calendar.
        pub fn subscribe_google();
        /// Label of the address to copy.
        pub fn feed_address();
        /// No visit is planned any more.
        pub fn no_visits();
        /// No season is published yet.
        pub fn no_season();
        /// "Godziny".
        pub fn hours();
        /// "Dzień".
        pub fn day();
        /// "Stan".
        pub fn state();
        /// "Wszystkie wizyty sezonu".
        pub fn season_heading(season: &str);
        /// "Wydanie rozkładu 2, ostatnia zmiana 1 lipca 2027, 14:05".
        pub fn release_line(number: u32, time: &str);
        /// "Wcześniejsze wizyty".
        pub fn earlier_visits();
        /// Not found.
        pub fn not_found_heading();
        /// Not found: what to do.
        pub fn not_found_help();
        /// Not allowed.
        pub fn not_allowed_heading();
        /// Not allowed: what to do.
        pub fn not_allowed_help();
        /// The request cannot be carried out.
        pub fn refused_heading();
        /// Refused: what to do.
        pub fn refused_help();
        /// Somebody changed the thing in the meantime.
        pub fn conflict_heading();
        /// Conflict: what to do.
        pub fn conflict_help();
        /// The form is too old, or was not sent from our page.
        pub fn stale_form_heading();
        /// Stale form: what to do.
        pub fn stale_form_help();
        /// Too busy.
        pub fn busy_heading();
        /// Too busy: what to do.
        pub fn busy_help();
        /// Our fault.
        pub fn broken_heading();
        /// Our fault: what to do.
        pub fn broken_help();
        /// "Numer zgłoszenia: …".
        pub fn request_number(id: &str);
        /// Link to the home page.
        pub fn to_home();
    }
}
