//! Days, hours and lengths of time in words.
//!
//! The private messages take plain numbers and words of `vocabulary`; the public functions take its types, so that no caller
//! chooses a wrong month.

use vocabulary::{CivilWindow, Day, Minute, Minutes, Timestamp, Zone};

crate::messages::messages! {
    /// Days, hours and lengths of time.
    Dates {
        fn weekday(weekday: &str);
        fn weekday_short(weekday: &str);
        fn on_weekday_text(weekday: &str);
        fn month_of_year(month: u32, year: i32);
        fn day_month(day: u32, month: u32);
        fn day_month_year(day: u32, month: u32, year: i32);
        fn weekday_day_month(weekday: &str, day: u32, month: u32);
        fn weekday_day_month_year(weekday: &str, day: u32, month: u32, year: i32);
        fn on_weekday_day_month(weekday: &str, day: u32, month: u32);
        fn days_of_month(first: u32, last: u32, month: u32, year: i32);
        fn day_to_day(first: &str, last: &str);
        fn clock(hour: u32, minute: &str);
        fn at_time(hour: u32, minute: &str);
        fn window_text(start: &str, end: &str);
        fn time_to_time(start: &str, end: &str);
        fn instant_text(date: &str, time: &str);
        /// "dziś".
        pub fn today();
        /// "jutro".
        pub fn tomorrow();
        /// "pojutrze".
        pub fn day_after_tomorrow();
        /// "wczoraj".
        pub fn yesterday();
        /// "za 3 dni", from today to a later day.
        pub fn in_days(count: i64);
        /// "3 dni temu".
        pub fn days_ago(count: i64);
        /// "za 5 minut".
        pub fn in_minutes(count: u32);
        /// "2 godziny".
        pub fn hours(count: u32);
        /// "45 minut".
        pub fn minutes(count: u32);
        /// "2 godz. 15 min": hours and minutes, where both are not zero.
        fn hours_and_minutes(hours: u32, minutes: u32);
    }
}

impl Dates {
    /// "czwartek, 1 lipca 2027": for headings and wherever the year could be unclear.
    pub fn long(&self, day: Day) -> String {
        self.weekday_day_month_year(day.weekday().as_str(), day.day_of_month(), day.month(), day.year())
    }

    /// "czwartek, 1 lipca": where the year is clear.
    pub fn medium(&self, day: Day) -> String {
        self.weekday_day_month(day.weekday().as_str(), day.day_of_month(), day.month())
    }

    /// "1 lipca".
    pub fn short(&self, day: Day) -> String {
        self.day_month(day.day_of_month(), day.month())
    }

    /// "1 lipca 2027".
    pub fn with_year(&self, day: Day) -> String {
        self.day_month_year(day.day_of_month(), day.month(), day.year())
    }

    /// "w czwartek, 1 lipca": inside a sentence.
    pub fn on(&self, day: Day) -> String {
        self.on_weekday_day_month(day.weekday().as_str(), day.day_of_month(), day.month())
    }

    /// "w czwartek", "we wtorek".
    pub fn on_weekday(&self, day: vocabulary::Weekday) -> String {
        self.on_weekday_text(day.as_str())
    }

    /// "czwartek".
    pub fn name_of_weekday(&self, day: vocabulary::Weekday) -> String {
        self.weekday(day.as_str())
    }

    /// "czw.": for narrow tables; give the full name to screen readers.
    pub fn short_weekday(&self, day: vocabulary::Weekday) -> String {
        self.weekday_short(day.as_str())
    }

    /// "lipiec 2027": the heading of a month.
    pub fn month_heading(&self, day: Day) -> String {
        self.month_of_year(day.month(), day.year())
    }

    /// "26 czerwca – 31 sierpnia 2027", "5–11 lipca 2027", or one day. `last` is not before `first`.
    pub fn range(&self, first: Day, last: Day) -> String {
        if first == last {
            self.with_year(first)
        } else if first.year() != last.year() {
            self.day_to_day(&self.with_year(first), &self.with_year(last))
        } else if first.month() != last.month() {
            self.day_to_day(&self.short(first), &self.with_year(last))
        } else {
            self.days_of_month(first.day_of_month(), last.day_of_month(), last.month(), last.year())
        }
    }

    /// How `day` lies to `today`, for seven days ahead and one back: "dziś", "jutro", "pojutrze", "za 3 dni", "wczoraj".
    pub fn relative(&self, today: Day, day: Day) -> Option<String> {
        match today.days_until(day) {
            0 => Some(self.today()),
            1 => Some(self.tomorrow()),
            2 => Some(self.day_after_tomorrow()),
            days @ 3..=7 => Some(self.in_days(days)),
            -1 => Some(self.yesterday()),
            _ => None,
        }
    }

    /// "10:00".
    pub fn time(&self, minute: Minute) -> String {
        self.clock(minute.hour(), &two_digits(minute.minute_of_hour()))
    }

    /// "o 10:00".
    pub fn at(&self, minute: Minute) -> String {
        self.at_time(minute.hour(), &two_digits(minute.minute_of_hour()))
    }

    /// "od 10:00 do 13:00".
    pub fn window(&self, window: CivilWindow) -> String {
        self.window_text(&self.time(window.start()), &self.time(window.end()))
    }

    /// "10:00–13:00": where space is short.
    pub fn span(&self, window: CivilWindow) -> String {
        self.time_to_time(&self.time(window.start()), &self.time(window.end()))
    }

    /// "1 lipca 2027, 14:05" by the clocks of the zone.
    pub fn instant(&self, instant: Timestamp, zone: Zone) -> String {
        let (day, minute) = zone.civil(instant);
        self.instant_text(&self.with_year(day), &self.time(minute))
    }

    /// "45 minut", "2 godziny", "2 godz. 15 min".
    pub fn length(&self, length: Minutes) -> String {
        match (length.get() / 60, length.get() % 60) {
            (0, minutes) => self.minutes(minutes),
            (hours, 0) => self.hours(hours),
            (hours, minutes) => self.hours_and_minutes(hours, minutes),
        }
    }
}

fn two_digits(number: u32) -> String {
    format!("{number:02}")
}

#[cfg(test)]
mod tests {
    use crate::{Dates, Language, Words};

    fn check(say: impl Fn(Dates) -> String, expected: &str) {
        assert_eq!(say(Words::of(Language::Polish).dates()), expected);
    }

    #[test]
    fn days() {
        let day = |text: &str| text.parse::<vocabulary::Day>().unwrap();
        let thursday = day("2027-07-01");
        check(|d| d.long(thursday), "czwartek, 1 lipca 2027");
        check(|d| d.medium(thursday), "czwartek, 1 lipca");
        check(|d| d.short(thursday), "1 lipca");
        check(|d| d.with_year(thursday), "1 lipca 2027");
        check(|d| d.on(thursday), "w czwartek, 1 lipca");
        check(|d| d.on(day("2027-07-06")), "we wtorek, 6 lipca");
        check(|d| d.on_weekday(day("2027-07-07").weekday()), "w środę");
        check(|d| d.short_weekday(thursday.weekday()), "czw.");
        check(|d| d.month_heading(thursday), "lipiec 2027");
        check(
            |d| d.range(day("2027-06-26"), day("2027-08-31")),
            "26 czerwca – 31 sierpnia 2027",
        );
        check(|d| d.range(day("2027-07-05"), day("2027-07-11")), "5–11 lipca 2027");
        check(
            |d| d.range(day("2027-12-30"), day("2028-01-02")),
            "30 grudnia 2027 – 2 stycznia 2028",
        );
        check(|d| d.range(thursday, thursday), "1 lipca 2027");
    }

    #[test]
    fn other_languages() {
        let day: vocabulary::Day = "2027-07-06".parse().unwrap();
        let window: vocabulary::CivilWindow = "09:05-13:00".parse().unwrap();
        for (language, long, on, range, hours) in [
            (
                Language::Ukrainian,
                "вівторок, 6 липня 2027 року",
                "у вівторок, 6 липня",
                "26 червня – 6 липня 2027 року",
                "з 9:05 до 13:00",
            ),
            (
                Language::English,
                "Tuesday 6 July 2027",
                "on Tuesday 6 July",
                "26 June – 6 July 2027",
                "from 9:05 to 13:00",
            ),
        ] {
            let dates = Words::of(language).dates();
            let said = [
                dates.long(day),
                dates.on(day),
                dates.range(day.plus_days(-10), day),
                dates.window(window),
            ];
            assert_eq!(said, [long, on, range, hours]);
        }
    }

    #[test]
    fn relative_days() {
        let today: vocabulary::Day = "2027-07-01".parse().unwrap();
        for (ahead, expected) in [
            (0, Some("dziś")),
            (1, Some("jutro")),
            (2, Some("pojutrze")),
            (3, Some("za 3 dni")),
            (7, Some("za 7 dni")),
            (8, None),
            (-1, Some("wczoraj")),
            (-2, None),
        ] {
            let said = Words::of(Language::Polish)
                .dates()
                .relative(today, today.plus_days(ahead));
            assert_eq!(said.as_deref(), expected, "{ahead}");
        }
    }

    #[test]
    fn hours() {
        let window: vocabulary::CivilWindow = "09:05-13:00".parse().unwrap();
        check(|d| d.window(window), "od 9:05 do 13:00");
        check(|d| d.span(window), "9:05–13:00");
        check(|d| d.at(window.end()), "o 13:00");
        check(|d| d.length(vocabulary::Minutes(45)), "45 minut");
        check(|d| d.length(vocabulary::Minutes(120)), "2 godziny");
        check(|d| d.length(vocabulary::Minutes(135)), "2 godz. 15 min");
        let instant = "2027-07-01T12:05:00Z".parse().unwrap();
        check(|d| d.instant(instant, vocabulary::Zone::WARSAW), "1 lipca 2027, 14:05");
    }
}
