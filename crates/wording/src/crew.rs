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
        /// Reasons are worded for the person whom they are about.
        pub fn as_told();
        /// Heading of saying that a visit is late.
        pub fn late_heading();
        /// Who sees it.
        pub fn late_help();
        /// What the public reads now.
        pub fn late_said(said: &str);
        /// A button: so many minutes.
        pub fn late_tap(minutes: u32);
        /// The same with the stop, for who does not see the page.
        pub fn late_tap_name(minutes: u32, stop: &str);
        /// What stands before these buttons.
        pub fn late_question();
        /// Label of the minutes.
        pub fn late_minutes();
        /// Label of why.
        pub fn late_reason();
        /// The button.
        pub fn late_save();
        /// The button that takes it back.
        pub fn on_time();
        /// The same with the stop.
        pub fn on_time_name(stop: &str);
        /// It was said.
        pub fn done_late();
        /// It was taken back.
        pub fn done_on_time();
        /// The minutes are no such number.
        pub fn late_wrong(least: u32, most: u32);
    }
}

impl Crew {
    /// Nobody of the crew speaks the language.
    pub fn nobody_speaks(&self, tongue: Tongue) -> String {
        self.missing_tongue(tongue.as_str())
    }
}
