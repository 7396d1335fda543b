//! What a plan costs, and why something asked for is missing in it.

crate::messages::messages! {
    /// The parts of a plan's cost, and the reasons of every request that is not met. Days, hours and names come in words.
    Planning {
        fn group_text(group: &str);
        fn points_text(count: &str);
        /// The least days between visits.
        pub fn least_gap(asked: u32, enough: u32);
        /// The most days between visits.
        pub fn most_gap(asked: u32, enough: u32);
        /// The most days between visits, where only no limit at all would do.
        pub fn most_gap_unlimited(asked: u32);
        /// A limit for the first or last visit.
        pub fn first_and_last();
        /// A limit for the first or last visit, where so many days would do.
        pub fn first_and_last_within(enough: u32);
        /// The length of a block of days.
        pub fn block_days(asked: u32, enough: u32);
        /// The cycle of so many weeks.
        pub fn off_cycle(weeks: u32);
        /// Always the same weekday.
        pub fn any_weekday();
        /// Always the same start.
        pub fn any_start();
        /// Stops that are kept apart.
        pub fn together(stops: &str);
        /// Forbidden weekdays; those to allow.
        pub fn weekdays(weekdays: &str);
        /// The hours of the place; how much longer at each end.
        pub fn site_hours(length: &str);
        /// The place is closed on these days.
        pub fn site_open(days: &str);
        /// The permission for the place ends.
        pub fn permission(until: &str);
        /// Events keep the bus away.
        pub fn events(events: &str);
        /// No bus runs on these days.
        pub fn open_days(days: &str);
        /// The hours of the buses; how much longer at each end.
        pub fn bus_hours(length: &str);
        /// The longest duty of a crew; how much longer.
        pub fn duty(length: &str);
        /// The longest time on the road in a day; how much longer.
        pub fn driving(length: &str);
        /// What a bus carries; how much more.
        pub fn capacity(more: &str);
        /// How far a bus drives on one tour; how much farther.
        pub fn range(distance: &str);
        /// The breaks of the crew; how much shorter.
        pub fn breaks(length: &str);
        /// Hours that the request forbids.
        pub fn forbidden_hours();
        /// What the place needs of a bus, in the words of the season files.
        pub fn capability(needs: &str);
        /// The length of a visit.
        pub fn visit_length(asked: &str, enough: &str);
        /// All buses are busy on these days.
        pub fn another_bus(days: &str);
        /// Only several rules together.
        pub fn several_rules(rules: &str);
        fn rule_text(rule: &str);
        /// The way is longer than a day.
        pub fn out_of_reach();
    }
}

impl Planning {
    /// An amount of the cost.
    pub fn points(&self, count: i64) -> String {
        self.points_text(&thousands(count))
    }

    /// A part of the cost, by its code (`unserved-least`, …).
    pub fn group(&self, code: &str) -> String {
        self.group_text(code)
    }

    /// A family of rules, by its code (`least-gap`, …).
    pub fn rule(&self, code: &str) -> String {
        self.rule_text(code)
    }
}

/// Five digits and more in threes, held together by no-break spaces.
fn thousands(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::from(if count < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        let rest = digits.len() - i;
        if i > 0 && digits.len() > 4 && rest.is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::{Language, Words};

    #[test]
    fn large_amounts_are_read_in_threes() {
        let planning = Words::of(Language::Polish).planning();
        for (count, said) in [
            (0, "0 pkt"),
            (1854, "1854 pkt"),
            (16413, "16\u{a0}413 pkt"),
            (-1_234_567, "-1\u{a0}234\u{a0}567 pkt"),
        ] {
            assert_eq!(planning.points(count), said);
        }
    }

    #[test]
    fn counted_days() {
        let planning = Words::of(Language::Polish).planning();
        let least = |enough| planning.least_gap(7, enough);
        for (said, expected) in [
            (
                least(1),
                "Za duży najmniejszy odstęp między wizytami: 7 dni. Wystarczy 1 dzień.",
            ),
            (
                least(5),
                "Za duży najmniejszy odstęp między wizytami: 7 dni. Wystarczy 5 dni.",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }
}
