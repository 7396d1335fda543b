//! Posters, the leaflet and the table of the town, and the page that offers them.

use crate::Language;

crate::messages::messages! {
    /// The words of papers that are hung up and handed out.
    Paper {
        /// "Tutaj zatrzymuje się Świetlicobus": above the name of a stop or an estate.
        pub fn stops_here();
        /// Title of a poster.
        pub fn poster_title(name: &str, service: &str);
        /// Title of the file of all posters.
        pub fn posters_title(service: &str);
        /// Title of the leaflet.
        pub fn leaflet_title(season: &str, service: &str);
        /// Title of the table.
        pub fn table_title(town: &str, season: &str);
        /// Head of the column of places.
        pub fn place();
        /// Head of the column of themes, notes and changes.
        pub fn information();
        /// What the address and the QR code beside it lead to.
        pub fn look_here();
        /// "Rozkład nr 2 z 3 maja 2027".
        pub fn timetable(number: u32, date: &str);
        /// When the state that the paper shows came to be.
        pub fn state_of(time: &str);
        /// What the QR code is, for who does not see it.
        pub fn qr_description(address: &str);
        /// After a note that was too long for the paper.
        pub fn more_on_page();
        /// Heading of the list of visits.
        pub fn when_and_where();
        /// Heading of what else one should know.
        pub fn good_to_know();
        /// Heading of the list of themes.
        pub fn themes();
        /// Heading beside the QR code on the leaflet.
        pub fn on_your_phone();
        /// What the live page offers.
        pub fn on_your_phone_help();
        /// Beside the mark of a fold.
        pub fn fold_here();
        /// Head of a column of the table.
        pub fn week();
        /// Head of the first column of the table.
        pub fn estate_and_stop();
        /// Heading of the page.
        pub fn heading();
        /// The page in a sentence.
        pub fn description(service: &str);
        /// What every paper bears.
        pub fn help();
        /// Label of the choice of the paper.
        pub fn what_label();
        /// Papers of the whole town.
        pub fn whole_town();
        /// The leaflet.
        pub fn leaflet();
        /// The table.
        pub fn town_table();
        /// Posters of estates.
        pub fn posters_of_estates();
        /// Posters of stops.
        pub fn posters_of_stops();
        /// Label of the choice of the size.
        pub fn size_label();
        /// What to know of the leaflet before printing it.
        pub fn size_help();
        /// Label of the choice of languages.
        pub fn languages_label();
        fn language_name(language: &str);
        /// "polski i ukraiński".
        pub fn two_languages(first: &str, second: &str);
        /// The button.
        pub fn open();
        /// Link from a stop or an estate to its poster.
        pub fn poster();
        /// The posters of all stops, for staff.
        pub fn all_posters();
    }
}

impl Paper {
    /// A language's name in the language of these words: "ukraiński".
    pub fn name_of_language(&self, language: Language) -> String {
        self.language_name(language.tag())
    }
}
