//! Poland's public holidays, by rule.
//!
//! Source: act of 18 January 1951 on days off work, article 1, as amended by the act of 6 December 2024, which made
//! 24 December the fourteenth, from 2025 on.

use vocabulary::Day;

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Its name in Polish.
    pub name: &'static str,
}

/// Holidays of a fixed date: month, day, name.
const FIXED: [(u32, u32, &str); 10] = [
    (1, 1, "Nowy Rok"),
    (1, 6, "Święto Trzech Króli"),
    (5, 1, "Święto Pracy"),
    (5, 3, "Święto Konstytucji 3 Maja"),
    (8, 15, "Wniebowzięcie Najświętszej Maryi Panny"),
    (11, 1, "Wszystkich Świętych"),
    (11, 11, "Narodowe Święto Niepodległości"),
    (12, 24, "Wigilia Bożego Narodzenia"),
    (12, 25, "Boże Narodzenie (pierwszy dzień)"),
    (12, 26, "Boże Narodzenie (drugi dzień)"),
];

/// Holidays counted from Easter Sunday: days after it, name.
const FROM_EASTER: [(i64, &str); 4] = [
    (0, "Wielkanoc"),
    (1, "Poniedziałek Wielkanocny"),
    (49, "Zesłanie Ducha Świętego (Zielone Świątki)"),
    (60, "Boże Ciało"),
];

/// The first year in which 24 December is a day off.
const CHRISTMAS_EVE_SINCE: i32 = 2025;

/// The public holiday on that day, as the law of 2025 has it (24 December only since then). Ordinary Sundays are none.
pub fn polish(day: Day) -> Option<Holiday> {
    let date = (day.month(), day.day_of_month());
    let fixed = FIXED
        .iter()
        .find(|(month, d, _)| (*month, *d) == date)
        .map(|(_, _, name)| *name);
    let fixed = fixed.filter(|_| date != (12, 24) || day.year() >= CHRISTMAS_EVE_SINCE);
    let movable = || {
        let after = easter(day.year())?.days_until(day);
        FROM_EASTER
            .iter()
            .find(|(days, _)| *days == after)
            .map(|(_, name)| *name)
    };
    fixed.or_else(movable).map(|name| Holiday { name })
}

/// Easter Sunday of the Gregorian calendar (years 1583 and later), after the anonymous algorithm of 1876 as printed in
/// J. Meeus, "Astronomical Algorithms", 1991, chapter 8. `None` outside the calendar of [`Day`].
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::from_ymd(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(year: i32) -> Vec<String> {
        let first = Day::from_ymd(year, 1, 1).unwrap();
        let last = Day::from_ymd(year, 12, 31).unwrap();
        first
            .through(last)
            .filter(|d| polish(*d).is_some())
            .map(|d| d.to_string()[5..].to_owned())
            .collect()
    }

    /// Against the published lists of days off.
    #[test]
    fn published_lists() {
        let fixed = [
            "01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11", "12-25", "12-26",
        ];
        for (year, movable) in [
            (2024, vec!["03-31", "04-01", "05-19", "05-30"]),
            (2025, vec!["04-20", "04-21", "06-08", "06-19", "12-24"]),
            (2026, vec!["04-05", "04-06", "05-24", "06-04", "12-24"]),
            (2027, vec!["03-28", "03-29", "05-16", "05-27", "12-24"]),
            (2028, vec!["04-16", "04-17", "06-04", "06-15", "12-24"]),
        ] {
            let mut expected: Vec<_> = fixed.iter().copied().chain(movable).collect();
            expected.sort_unstable();
            assert_eq!(of(year), expected, "{year}");
        }
    }

    #[test]
    fn easter_at_its_ends() {
        for (year, day) in [(2008, "2008-03-23"), (2038, "2038-04-25"), (1818, "1818-03-22")] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
    }
}
