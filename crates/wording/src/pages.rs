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
        /// Name of the links to other languages for screen readers.
        pub fn language_label();
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
        /// "Najbliższe dni".
        pub fn coming_days();
        /// "Kolejne wizyty".
        pub fn later_visits();
        /// "Osiedla".
        pub fn estates();
        /// "Przystanki".
        pub fn stops();
        /// "do 18:00", after a large start time.
        pub fn until(time: &str);
        /// "osiedle Łazek".
        pub fn estate(name: &str);
        /// "Wstęp wolny".
        pub fn free_entry();
        /// "Zapisy nie są potrzebne".
        pub fn no_signup_needed();
        /// "Mapa przystanków".
        pub fn map_heading();
        /// That it is a sketch, and where the names are.
        pub fn map_help();
        /// What the picture is, for who does not see it.
        pub fn map_label();
        /// Heading of stops without a point.
        pub fn map_unplaced();
        /// The button that finds the nearest stops by the phone's own position.
        pub fn near_me();
        /// The phone told no position.
        pub fn near_failed();
        /// The button that keeps a stop on this phone.
        pub fn keep_stop();
        /// The button that keeps an estate on this phone.
        pub fn keep_estate();
        /// The same button once it is kept.
        pub fn kept();
        /// Heading of the places kept.
        pub fn my_stops();
        /// The tag of a visit whose hours run.
        pub fn here_now();
        /// How old a page is that was kept for lack of a network; `%` stands for the time.
        pub fn offline();
        /// The link to what changed since this phone last looked.
        pub fn changed_since();
        /// "Zmiana: …", a note on a visit.
        pub fn note(note: &str);
        /// "Powód:", before why a visit was cancelled or moved.
        pub fn reason();
        /// The tag of what is over.
        pub fn over();
        /// What to try when nothing was found.
        pub fn nothing_found_help();
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
        /// A link that opens the phone's own map.
        pub fn open_map();
        /// A link to a route on a map's page, for who has no map application.
        pub fn route_in_browser();
        /// "Godziny".
        pub fn hours();
        /// "Dzień".
        pub fn day();
        /// Heading of cancelled visits that people may be waiting for.
        pub fn cancelled_ones();
        /// "Wcześniejsze wizyty".
        pub fn earlier_visits();
        /// Heading of the events in town.
        pub fn town_events();
        /// The heading of events of others in an estate.
        pub fn estate_events();
        /// That the bus takes no part in an event.
        pub fn without_bus();
        /// Label of an event in town of which a visit is part.
        pub fn joint_event();
        /// Label of guests and partners.
        pub fn guests_label();
        /// Label of what to bring.
        pub fn bring_label();
        /// Label of the theme of the week.
        pub fn theme_of_week();
        /// The next visit of a stop or an estate in a list.
        pub fn next_at(when: &str);
        /// Label of the visit's status.
        pub fn status();
        /// Label of the time a visit had before it moved.
        pub fn moved_from_label();
        /// Heading of the next visit at the stop of a visit that will not be.
        pub fn next_here();
        /// Link from a visit to its stop.
        pub fn all_at_stop();
        /// Nothing has been published yet.
        pub fn preparing_heading();
        /// Nothing has been published yet: what to do.
        pub fn preparing_help();
        /// Link to the seasons, for a coordinator.
        pub fn to_plans();
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
