//! One value as text: how it is read from a cell (or a TOML value), how it is written, what is expected of it.

use std::fmt::Display;

use vocabulary::{
    Certainty, CivilWindow, Day, EventEffect, Metres, Minute, Minutes, Qualification, Sameness, ShapeKind, Slug,
    StopKind, StreetScope, Tongue, Weekday, Weekdays, Zone,
};

use crate::{DatedHours, FixedVisit, HolidayRule, Surface, WeekHours};

/// The longest text in one cell, characters.
pub(crate) const LONGEST_TEXT: usize = 10_000;

/// What a value is in TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TomlKind {
    Text,
    Whole,
    Number,
    YesNo,
}

/// A value that fits a cell.
pub(crate) trait Cell: Sized {
    /// How TOML writes it.
    const TOML: TomlKind = TomlKind::Text;

    /// What is expected, with an example, to follow "expected".
    fn expected() -> String;

    /// The value of a trimmed text that is not empty.
    fn parse(text: &str) -> Option<Self>;

    /// The text; [`Cell::parse`] gives the value back.
    fn write(&self) -> String;
}

/// Types whose `FromStr` and `Display` are already right.
macro_rules! plain {
    ($($type:ty, $expected:expr;)+) => {$(
        impl Cell for $type {
            fn expected() -> String {
                $expected.to_owned()
            }

            fn parse(text: &str) -> Option<Self> {
                text.parse().ok()
            }

            fn write(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

plain! {
    String, "text";
    Slug, "a short name of a-z, 0-9 and single hyphens, e.g. stare-miasto";
    Minute, "a time of day, e.g. 14:05";
    CivilWindow, "a stretch of a day, start before end, e.g. 12:00-15:00";
    Zone, "a time zone of the IANA database, e.g. Europe/Warsaw";
    WeekHours, "hours by weekday without overlaps, e.g. mon-fri 10:00-18:00 | sat 10:00-13:00";
}

/// Closed lists of words.
macro_rules! words {
    ($($type:ty),+) => {$(
        impl Cell for $type {
            fn expected() -> String {
                one_of(Self::ALL)
            }

            fn parse(text: &str) -> Option<Self> {
                text.parse().ok()
            }

            fn write(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

words!(
    Certainty,
    EventEffect,
    StopKind,
    StreetScope,
    Surface,
    HolidayRule,
    Tongue,
    Qualification,
    ShapeKind
);

fn one_of(words: &[impl Display]) -> String {
    let words: Vec<_> = words.iter().map(ToString::to_string).collect();
    format!("one of {}", words.join(", "))
}

/// Whole numbers from 0 up.
macro_rules! whole {
    ($($type:ty, $unit:literal, $make:expr, $get:expr;)+) => {$(
        impl Cell for $type {
            const TOML: TomlKind = TomlKind::Whole;

            fn expected() -> String {
                concat!("a whole number", $unit, " from 0 to 1000000").to_owned()
            }

            fn parse(text: &str) -> Option<Self> {
                let digits = text.bytes().all(|b| b.is_ascii_digit());
                let number: u32 = text.parse().ok().filter(|n| digits && *n <= 1_000_000)?;
                Some($make(number))
            }

            fn write(&self) -> String {
                let number: u32 = $get(self);
                number.to_string()
            }
        }
    )+};
}

whole! {
    u32, "", |n| n, |n: &u32| *n;
    Minutes, " of minutes", Minutes, |n: &Minutes| n.get();
    Metres, " of metres", Metres, |n: &Metres| n.get();
}

impl Cell for f64 {
    const TOML: TomlKind = TomlKind::Number;

    fn expected() -> String {
        "a number, e.g. 53.0847 (or 53,0847)".to_owned()
    }

    /// Plain digits with at most one decimal point or comma: no exponent, no NaN, no infinity.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let points = digits.bytes().filter(|b| matches!(b, b'.' | b',')).count();
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        if !plain || points > 1 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        text.replace(',', ".")
            .parse()
            .ok()
            .filter(|number: &Self| number.is_finite())
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Cell for bool {
    const TOML: TomlKind = TomlKind::YesNo;

    fn expected() -> String {
        "yes or no".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "yes" | "tak" | "true" => Some(true),
            "no" | "nie" | "false" => Some(false),
            _ => None,
        }
    }

    fn write(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Cell for Day {
    fn expected() -> String {
        "a date, e.g. 2027-07-01 (or 01.07.2027)".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        let turned = || match text.as_bytes() {
            [_, _, b'.', _, _, b'.', _, _, _, _] => {
                format!("{}-{}-{}", text.get(6..)?, text.get(3..5)?, text.get(..2)?)
                    .parse()
                    .ok()
            }
            _ => None,
        };
        text.parse().ok().or_else(turned)
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

/// Names of weekdays as people print them, beside `mon` … `sun`.
const WEEKDAY_NAMES: [[&str; 4]; 7] = [
    ["monday", "poniedziałek", "pn", "pon"],
    ["tuesday", "wtorek", "wt", "wto"],
    ["wednesday", "środa", "śr", "śro"],
    ["thursday", "czwartek", "cz", "czw"],
    ["friday", "piątek", "pt", "pią"],
    ["saturday", "sobota", "so", "sob"],
    ["sunday", "niedziela", "nd", "niedz"],
];

impl Cell for Weekday {
    fn expected() -> String {
        "a weekday: mon, tue, wed, thu, fri, sat or sun (or its English or Polish name)".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let text = text.trim_end_matches('.');
        let named = || {
            Self::ALL
                .into_iter()
                .find(|day| WEEKDAY_NAMES[day.index()].contains(&text))
        };
        text.parse().ok().or_else(named)
    }

    fn write(&self) -> String {
        self.as_str().to_owned()
    }
}

/// The parts of a list, trimmed.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split('|').map(str::trim)
}

fn join(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(" | ")
}

impl Cell for Weekdays {
    fn expected() -> String {
        "weekdays with | between them, e.g. tue | thu".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        parts(text).map(Weekday::parse).collect()
    }

    fn write(&self) -> String {
        join(self.iter().map(|day| day.write()))
    }
}

impl Cell for Vec<String> {
    fn expected() -> String {
        "names with | between them".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        Some(parts(text).filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    fn write(&self) -> String {
        join(self.iter().cloned())
    }
}

impl Cell for Vec<Slug> {
    fn expected() -> String {
        "short names with | between them, e.g. stare-miasto | lazek".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        parts(text).map(Slug::parse).collect()
    }

    fn write(&self) -> String {
        join(self.iter().map(Slug::write))
    }
}

impl Cell for Sameness {
    fn expected() -> String {
        "yes (better so), always (a rule) or no".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "always" | "zawsze" => Some(Self::Always),
            _ => bool::parse(text).map(Self::from),
        }
    }

    /// Empty for `no`, as with other words of yes and no.
    fn write(&self) -> String {
        match self {
            Self::No => String::new(),
            Self::Liked | Self::Always => self.to_string(),
        }
    }
}

impl Cell for Vec<CivilWindow> {
    fn expected() -> String {
        "stretches of a day with | between them, e.g. 7:00-9:00 | 12:00-13:00".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        parts(text).map(CivilWindow::parse).collect()
    }

    fn write(&self) -> String {
        join(self.iter().map(ToString::to_string))
    }
}

impl Cell for Vec<FixedVisit> {
    fn expected() -> String {
        "dates, each with its start if that is fixed too, e.g. 2027-07-03 | 2027-07-10 14:00".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        let visit = |part: &str| {
            let (day, start) = match part.split_once(' ') {
                Some((day, start)) => (day, Some(Minute::parse(start.trim())?)),
                None => (part, None),
            };
            Some(FixedVisit {
                day: Day::parse(day)?,
                start,
            })
        };
        parts(text).map(visit).collect()
    }

    fn write(&self) -> String {
        join(self.iter().map(|visit| match visit.start {
            Some(start) => format!("{} {start}", visit.day),
            None => visit.day.to_string(),
        }))
    }
}

/// `2027-07-05 closed roadworks | 2027-07-06 12:00-15:00`. Windows of one day need not stand together; whether they go together is
/// for `check` to say, so here a day may come several times.
impl Cell for Vec<DatedHours> {
    fn expected() -> String {
        "dates, each closed (and why) or with hours, e.g. 2027-07-05 closed roadworks | 2027-07-06 12:00-15:00"
            .to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        let dated = |part: &str| {
            let (day, hours) = part.split_once(' ')?;
            let (windows, reason) = match hours.trim().strip_prefix("closed") {
                Some("") => (Vec::new(), ""),
                Some(why) => (Vec::new(), why.strip_prefix(' ')?.trim()),
                None => (vec![CivilWindow::parse(hours.trim())?], ""),
            };
            Some(DatedHours {
                day: Day::parse(day)?,
                windows,
                reason: reason.to_owned(),
            })
        };
        parts(text).map(dated).collect()
    }

    fn write(&self) -> String {
        join(self.iter().flat_map(|dated| {
            let day = dated.day;
            let closed = dated.windows.is_empty().then(|| match dated.reason.as_str() {
                "" => format!("{day} closed"),
                why => format!("{day} closed {why}"),
            });
            let open = dated.windows.iter().map(move |window| format!("{day} {window}"));
            closed.into_iter().chain(open)
        }))
    }
}

/// A limit that can be lifted: a whole number or `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit(pub(crate) Option<u32>);

impl Cell for Limit {
    fn expected() -> String {
        "a whole number of days from 1 up, or none for no limit".to_owned()
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self(None)),
            _ => u32::parse(text).map(|days| Self(Some(days))),
        }
    }

    fn write(&self) -> String {
        self.0.map_or_else(|| "none".to_owned(), |days| days.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Cell>(text: &str, written: Option<&str>) {
        assert_eq!(T::parse(text).map(|value| value.write()).as_deref(), written, "{text}");
    }

    #[test]
    fn table() {
        check::<f64>("53,0847", Some("53.0847"));
        check::<f64>("-0.5", Some("-0.5"));
        for bad in ["NaN", "inf", "1e5", "1.2.3", "1,234.5", ".5", "-", ""] {
            check::<f64>(bad, None);
        }
        check::<u32>("+5", None);
        check::<u32>("1000001", None);
        check::<Day>("01.07.2027", Some("2027-07-01"));
        check::<Day>("31.02.2027", None);
        check::<Day>("ąć.07.202", None);
        check::<Weekday>("Śr.", Some("wed"));
        check::<Weekday>("Saturday", Some("sat"));
        check::<bool>("Tak", Some("yes"));
        check::<Sameness>("Zawsze", Some("always"));
        check::<Sameness>("tak", Some("yes"));
        check::<Sameness>("perhaps", None);
        check::<Vec<Slug>>("plac|park", Some("plac | park"));
        check::<Vec<Slug>>("plac|", None);
        check::<Weekdays>("thu|tue", Some("tue | thu"));
        check::<Weekdays>("thu|", None);
        check::<Vec<FixedVisit>>("2027-07-03|2027-07-10 14.00", Some("2027-07-03 | 2027-07-10 14:00"));
        check::<Vec<DatedHours>>(
            "2027-07-05 closed | 2027-07-06 12:00-15:00",
            Some("2027-07-05 closed | 2027-07-06 12:00-15:00"),
        );
        check::<Vec<DatedHours>>("2027-07-05", None);
        check::<Vec<DatedHours>>(
            "2027-07-05 closed  remont placu",
            Some("2027-07-05 closed remont placu"),
        );
        check::<Vec<DatedHours>>("2027-07-05 closed-ish", None);
        check::<Vec<Slug>>("lift|small-vehicle", Some("lift | small-vehicle"));
        check::<Vec<Slug>>("Lift", None);
        check::<Vec<CivilWindow>>("7.00-9.00|12:00-13:00", Some("07:00-09:00 | 12:00-13:00"));
        check::<Limit>("none", Some("none"));
        check::<Surface>("grass", Some("grass"));
        check::<Surface>("lava", None);
    }
}
