//! What a crew lacks, and what a shift asks of whoever takes it.

use vocabulary::Tongue;

crate::messages::messages! {
    /// The conditions of crews and shifts.
    Crew {
        fn missing_tongue(tongue: &str);
        /// Heading of what a shift asks for.
        pub fn conditions_heading();
        /// It may be taken since it was published.
        pub fn opens_from_start();
        /// From when on, by the season.
        pub fn opens_season(when: &str);
        /// From when on, by the shift.
        pub fn opens_own(when: &str);
        /// Label of the shift's own day.
        pub fn opens_day();
        /// What an empty or a past day means.
        pub fn opens_day_help();
        /// Label of the time of that day.
        pub fn opens_time();
        /// Papers that the season asks for.
        pub fn season_asks(papers: &str);
        /// Legend of further papers.
        pub fn also_asked();
        /// What becomes of those who are on it.
        pub fn conditions_help();
        /// The button.
        pub fn save_conditions();
        /// It was done.
        pub fn conditions_saved();
        /// Day or time is none.
        pub fn no_such_time();
    }
}

impl Crew {
    /// Nobody of the crew speaks the language.
    pub fn nobody_speaks(&self, tongue: Tongue) -> String {
        self.missing_tongue(tongue.as_str())
    }
}
