//! Hours that repeat every week.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use vocabulary::{CivilWindow, Weekday};

/// The open hours of each weekday. A weekday that is absent is closed; within a day the windows are in order and do not overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WeekHours(BTreeMap<Weekday, Vec<CivilWindow>>);

impl WeekHours {
    /// The same hours on each of the days given.
    pub fn on(days: impl IntoIterator<Item = Weekday>, hours: CivilWindow) -> Self {
        Self(days.into_iter().map(|day| (day, vec![hours])).collect())
    }

    /// Whether nothing is said at all. What that means is told where it is used (mostly: as the season).
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The windows of a weekday, in order; none when it is closed.
    pub fn of(&self, day: Weekday) -> &[CivilWindow] {
        self.0.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Every weekday that has hours, Monday first, with its windows.
    pub fn iter(&self) -> impl Iterator<Item = (Weekday, &[CivilWindow])> {
        self.0.iter().map(|(day, windows)| (*day, windows.as_slice()))
    }

    /// Adds a window. False, and nothing added, when it overlaps one that is there.
    pub fn add(&mut self, day: Weekday, window: CivilWindow) -> bool {
        let windows = self.0.entry(day).or_default();
        let free = !windows.iter().any(|w| w.overlaps(window));
        if free {
            windows.push(window);
            windows.sort();
        }
        free
    }
}

/// Written `mon-fri 10:00-18:00 | sat 10:00-13:00`; days with the same hours stand together.
impl fmt::Display for WeekHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<_> = self.0.iter().filter(|(_, windows)| !windows.is_empty()).collect();
        let runs = days.chunk_by(|(a, w), (b, v)| a.index() + 1 == b.index() && w == v);
        let mut between = "";
        for run in runs {
            let (first, windows) = run[0];
            let last = run[run.len() - 1].0;
            for window in windows {
                f.write_str(between)?;
                match run.len() {
                    1 => write!(f, "{} {window}", first.as_str())?,
                    _ => write!(f, "{}-{} {window}", first.as_str(), last.as_str())?,
                }
                between = " | ";
            }
        }
        Ok(())
    }
}

/// Text that is no week of hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not hours by weekday of the form mon-fri 10:00-18:00 | sat 10:00-13:00, without overlaps")]
pub struct ParseWeekHoursError;

impl FromStr for WeekHours {
    type Err = ParseWeekHoursError;

    /// Reads what `Display` writes. A part without a weekday holds for all seven.
    fn from_str(text: &str) -> Result<Self, ParseWeekHoursError> {
        let mut week = Self::default();
        for part in text.split('|').map(str::trim) {
            let (days, hours) = match part.split_once(' ') {
                Some((days, hours)) if !days.starts_with(|c: char| c.is_ascii_digit()) => (weekdays(days)?, hours),
                _ => (Weekday::ALL.to_vec(), part),
            };
            let window = hours.trim().parse().map_err(|_| ParseWeekHoursError)?;
            if !days.into_iter().all(|day| week.add(day, window)) {
                return Err(ParseWeekHoursError);
            }
        }
        Ok(week)
    }
}

/// `mon`, `mon-fri`.
fn weekdays(text: &str) -> Result<Vec<Weekday>, ParseWeekHoursError> {
    let read = |s: &str| s.trim().parse::<Weekday>().map_err(|_| ParseWeekHoursError);
    let (first, last) = match text.split_once('-') {
        Some((first, last)) => (read(first)?, read(last)?),
        None => (read(text)?, read(text)?),
    };
    if first > last {
        return Err(ParseWeekHoursError);
    }
    Ok(Weekday::ALL[first.index()..=last.index()].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for (text, written) in [
            (
                "mon-fri 10:00-18:00|sat 10:00-13:00",
                "mon-fri 10:00-18:00 | sat 10:00-13:00",
            ),
            ("sun 9.30-11:00", "sun 09:30-11:00"),
            ("mon 14:00-16:00 | mon 10:00-12:00", "mon 10:00-12:00 | mon 14:00-16:00"),
            ("12:00-15:00", "mon-sun 12:00-15:00"),
            ("mon 10:00-18:00 | wed 10:00-18:00", "mon 10:00-18:00 | wed 10:00-18:00"),
        ] {
            let week: WeekHours = text.parse().unwrap();
            assert_eq!(week.to_string(), written);
            assert_eq!(written.parse(), Ok(week));
        }
        for bad in [
            "",
            "mon",
            "fri-mon 10:00-12:00",
            "mon 10:00-12:00 | mon 11:00-13:00",
            "10:00",
            "xyz 10:00-12:00",
        ] {
            assert!(bad.parse::<WeekHours>().is_err(), "{bad}");
        }
    }
}
