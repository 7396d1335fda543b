//! Plain local time as people plan it: a day, a minute of the day, a window. No zone, no instant.
//!
//! "Saturday 14:00" is an intent that stays true when a law changes the clocks; only [`crate::Zone`] turns it into an instant.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Minutes;

/// A calendar day, written `2027-07-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

/// Text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date of the form 2027-07-01")]
pub struct ParseDayError(pub String);

impl Day {
    /// The day with this year, month (1-12) and day of the month, if there is one.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1-12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Day of the month, 1-31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[self.0.weekday().num_days_from_monday() as usize]
    }

    /// The Monday of its week (weeks run Monday to Sunday, ISO 8601).
    pub fn monday(self) -> Self {
        self.plus_days(-i64::from(self.0.weekday().num_days_from_monday()))
    }

    /// This day and so many days; negative goes back. Saturates at the ends of the calendar (years ±262 000).
    pub fn plus_days(self, days: i64) -> Self {
        let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Self(
            chrono::TimeDelta::try_days(days)
                .and_then(|d| self.0.checked_add_signed(d))
                .unwrap_or(end),
        )
    }

    /// Days from this day to `later`; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// Every day from this one to `last`, both included; none when `last` is earlier.
    pub fn through(self, last: Self) -> impl Iterator<Item = Day> {
        self.0.iter_days().take_while(move |d| *d <= last.0).map(Self)
    }

    /// The underlying date, for storage and for formatting.
    pub fn date(self) -> NaiveDate {
        self.0
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl FromStr for Day {
    type Err = ParseDayError;

    fn from_str(text: &str) -> Result<Self, ParseDayError> {
        let well_formed = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let date = if well_formed {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
        } else {
            None
        };
        date.map(Self).ok_or_else(|| ParseDayError(text.to_owned()))
    }
}

impl TryFrom<String> for Day {
    type Error = ParseDayError;

    fn try_from(text: String) -> Result<Self, ParseDayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// Day of the week; Monday is the first, as in ISO 8601. Written `mon` … `sun`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];

    /// 0 for Monday to 6 for Sunday.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// `mon` … `sun`.
    pub const fn as_str(self) -> &'static str {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][self as usize]
    }
}

impl FromStr for Weekday {
    type Err = crate::UnknownWord;

    fn from_str(text: &str) -> Result<Self, crate::UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|w| w.as_str() == text)
            .ok_or_else(|| crate::UnknownWord {
                given: text.to_owned(),
                expected: "mon, tue, wed, thu, fri, sat, sun".to_owned(),
            })
    }
}

/// A set of days of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Weekday>", into = "Vec<Weekday>")]
pub struct Weekdays(u8);

impl Weekdays {
    /// No day.
    pub const NONE: Self = Self(0);
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);

    /// Whether the day is in the set.
    pub const fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.index()) != 0
    }

    /// Whether no day is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days of the set, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |d| self.contains(*d))
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | (1 << day.index())))
    }
}

impl From<Vec<Weekday>> for Weekdays {
    fn from(days: Vec<Weekday>) -> Self {
        days.into_iter().collect()
    }
}

impl From<Weekdays> for Vec<Weekday> {
    fn from(set: Weekdays) -> Self {
        set.iter().collect()
    }
}

/// A minute of the day, 0 to 1440; written `14:05`. 24:00 is the end of the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Minute(u16);

/// Text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time of day of the form 14:05")]
pub struct ParseMinuteError(pub String);

impl Minute {
    /// 00:00.
    pub const START_OF_DAY: Self = Self(0);

    /// 24:00.
    pub const END_OF_DAY: Self = Self(1440);

    /// The middle of the day, 12:00.
    pub const NOON: Self = Self(720);

    /// So many minutes after midnight, if not past 24:00.
    pub const fn new(minutes_after_midnight: u32) -> Option<Self> {
        if minutes_after_midnight <= 1440 {
            Some(Self(minutes_after_midnight as u16))
        } else {
            None
        }
    }

    /// Minutes after midnight, 0 to 1440.
    pub const fn get(self) -> u32 {
        self.0 as u32
    }

    /// The hour, 0 to 24.
    pub const fn hour(self) -> u32 {
        self.get() / 60
    }

    /// The minute within the hour, 0 to 59.
    pub const fn minute_of_hour(self) -> u32 {
        self.get() % 60
    }

    /// Later by `by`, if that is still on this day.
    pub fn plus(self, by: Minutes) -> Option<Self> {
        self.get().checked_add(by.get()).and_then(Self::new)
    }

    /// Earlier by `by`, if that is still on this day.
    pub fn minus(self, by: Minutes) -> Option<Self> {
        self.get().checked_sub(by.get()).and_then(Self::new)
    }
}

impl FromStr for Minute {
    type Err = ParseMinuteError;

    /// Reads `14:05`, `9:30` and, as Polish posters write it, `14.05`.
    fn from_str(text: &str) -> Result<Self, ParseMinuteError> {
        let read = || {
            let (hour, minute) = text.split_once([':', '.'])?;
            let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
            if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
                return None;
            }
            let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
            if minute < 60 {
                Self::new(hour * 60 + minute)
            } else {
                None
            }
        };
        read().ok_or_else(|| ParseMinuteError(text.to_owned()))
    }
}

impl TryFrom<String> for Minute {
    type Error = ParseMinuteError;

    fn try_from(text: String) -> Result<Self, ParseMinuteError> {
        text.parse()
    }
}

impl From<Minute> for String {
    fn from(minute: Minute) -> String {
        minute.to_string()
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute_of_hour())
    }
}

/// A stretch of one day, start before end; written `12:00-15:00`. The end is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CivilWindow {
    start: Minute,
    end: Minute,
}

/// Text or times that are no window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CivilWindowError {
    /// Not of the form `12:00-15:00`.
    #[error("{0:?} is not a stretch of a day of the form 12:00-15:00")]
    Malformed(String),
    /// The end is not after the start.
    #[error("the end {end} is not after the start {start}")]
    Backwards {
        /// The start given.
        start: Minute,
        /// The end given.
        end: Minute,
    },
}

impl CivilWindow {
    /// From start to end; refused unless start < end.
    pub fn new(start: Minute, end: Minute) -> Result<Self, CivilWindowError> {
        if start < end {
            Ok(Self { start, end })
        } else {
            Err(CivilWindowError::Backwards { start, end })
        }
    }

    /// First minute.
    pub const fn start(self) -> Minute {
        self.start
    }

    /// The minute at which it is over.
    pub const fn end(self) -> Minute {
        self.end
    }

    /// How long it is.
    pub const fn length(self) -> Minutes {
        Minutes(self.end.get() - self.start.get())
    }

    /// Whether the two share a minute.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `inner` lies wholly in it.
    pub fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

impl FromStr for CivilWindow {
    type Err = CivilWindowError;

    /// Reads `12:00-15:00`; spaces around the dash and an en dash are accepted.
    fn from_str(text: &str) -> Result<Self, CivilWindowError> {
        let malformed = || CivilWindowError::Malformed(text.to_owned());
        let (start, end) = text.split_once(['-', '–']).ok_or_else(malformed)?;
        let read = |s: &str| s.trim().parse::<Minute>().map_err(|_| malformed());
        Self::new(read(start)?, read(end)?)
    }
}

impl TryFrom<String> for CivilWindow {
    type Error = CivilWindowError;

    fn try_from(text: String) -> Result<Self, CivilWindowError> {
        text.parse()
    }
}

impl From<CivilWindow> for String {
    fn from(window: CivilWindow) -> String {
        window.to_string()
    }
}

impl fmt::Display for CivilWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let day: Day = "2027-07-01".parse().unwrap();
        assert_eq!(day.weekday(), Weekday::Thu);
        assert_eq!(day.monday().to_string(), "2027-06-28");
        assert_eq!(day.plus_days(62).to_string(), "2027-09-01");
        assert_eq!(day.days_until(day.plus_days(-3)), -3);
        assert_eq!(day.through(day.plus_days(2)).count(), 3);
        assert_eq!(day.through(day.plus_days(-1)).count(), 0);
        for bad in ["2027-7-1", "2027-02-29", "01.07.2027", "", "2027-07-011", "+027-07-01"] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
    }

    #[test]
    fn times_of_day() {
        for (text, minutes) in [
            ("14:05", 845),
            ("9:30", 570),
            ("9.30", 570),
            ("00:00", 0),
            ("24:00", 1440),
        ] {
            assert_eq!(text.parse::<Minute>().unwrap().get(), minutes, "{text}");
        }
        for bad in ["24:01", "14:60", "14", "14:5", "+1:00", "", ":", "114:00"] {
            assert!(bad.parse::<Minute>().is_err(), "{bad}");
        }
        assert_eq!("9.05".parse::<Minute>().unwrap().to_string(), "09:05");
    }

    #[test]
    fn windows() {
        let window: CivilWindow = "12:00 – 15:00".parse().unwrap();
        assert_eq!(window.length(), Minutes(180));
        assert!(window.overlaps("14:59-15:30".parse().unwrap()));
        assert!(!window.overlaps("15:00-15:30".parse().unwrap()));
        assert!(matches!(
            "15:00-12:00".parse::<CivilWindow>(),
            Err(CivilWindowError::Backwards { .. })
        ));
        assert!(matches!(
            "15:00".parse::<CivilWindow>(),
            Err(CivilWindowError::Malformed(_))
        ));
    }

    #[test]
    fn weekday_sets() {
        let set: Weekdays = [Weekday::Sat, Weekday::Mon].into_iter().collect();
        assert_eq!(serde_json::to_string(&set).unwrap(), r#"["mon","sat"]"#);
        assert!(set.contains(Weekday::Mon) && !set.contains(Weekday::Tue));
    }
}
