//! The only place where local time becomes an instant and back.
//!
//! Policy (docs/time.md): a local time in the spring gap is refused; one that happens twice in autumn means the earlier, as
//! RFC 5545 section 3.3.5 says.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDateTime, NaiveTime, Offset, SubsecRound, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Day, Minute};

/// An instant in UTC, to the microsecond (what both databases keep).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "DateTime<Utc>", into = "DateTime<Utc>")]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The instant so many seconds after the Unix epoch; saturates at the ends of the calendar.
    pub fn from_unix_seconds(seconds: i64) -> Self {
        let end = if seconds < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        };
        Self(DateTime::from_timestamp(seconds, 0).unwrap_or(end))
    }

    /// Later by so many seconds; negative is earlier. Saturates.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let end = if seconds < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        };
        Self(
            TimeDelta::try_seconds(seconds)
                .and_then(|d| self.0.checked_add_signed(d))
                .unwrap_or(end),
        )
    }

    /// Whole seconds from this instant to `later`; negative when `later` is earlier.
    pub fn seconds_until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_seconds()
    }

    /// The UTC date and time, for storage and for formatting.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// `20270701T120000Z`, as iCalendar writes an instant (RFC 5545 section 3.3.5, form 2).
    pub fn ical(self) -> String {
        self.0.format("%Y%m%dT%H%M%SZ").to_string()
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(instant: DateTime<Utc>) -> Self {
        Self(instant.trunc_subsecs(6))
    }
}

impl From<std::time::SystemTime> for Timestamp {
    fn from(instant: std::time::SystemTime) -> Self {
        DateTime::<Utc>::from(instant).into()
    }
}

impl From<Timestamp> for DateTime<Utc> {
    fn from(instant: Timestamp) -> Self {
        instant.0
    }
}

impl FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, chrono::ParseError> {
        Ok(DateTime::parse_from_rfc3339(text)?.to_utc().into())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

/// A time zone of the IANA database, such as `Europe/Warsaw`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

/// Text that names no zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time zone of the IANA database, e.g. Europe/Warsaw")]
pub struct UnknownZone(pub String);

/// A local time that the clocks skip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{day} {minute} does not exist in {zone}: the clocks are put forward over it")]
pub struct LocalTimeGap {
    /// The day asked for.
    pub day: Day,
    /// The minute asked for.
    pub minute: Minute,
    /// The zone asked for.
    pub zone: Zone,
}

impl Zone {
    /// Poland's zone, the default.
    pub const WARSAW: Self = Self(Tz::Europe__Warsaw);

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The instant of a local time. 24:00 is 00:00 of the next day.
    pub fn resolve(self, day: Day, minute: Minute) -> Result<Timestamp, LocalTimeGap> {
        let (date, minutes) = match minute {
            Minute::END_OF_DAY => (day.plus_days(1), 0),
            within => (day, within.get()),
        };
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or(NaiveTime::MIN);
        #[allow(clippy::disallowed_methods)] // The one place that may.
        let local = NaiveDateTime::new(date.date(), time).and_local_timezone(self.0);
        local.earliest().map(|t| t.to_utc().into()).ok_or(LocalTimeGap {
            day,
            minute,
            zone: self,
        })
    }

    /// The local day and minute of an instant; seconds are cut off.
    pub fn civil(self, instant: Timestamp) -> (Day, Minute) {
        let local = instant.0.with_timezone(&self.0).naive_local();
        // Minutes of a clock time are below 1440, so the fallback is never taken.
        let minute = Minute::new(local.num_seconds_from_midnight() / 60).unwrap_or(Minute::END_OF_DAY);
        (local.date().into(), minute)
    }

    /// The local day of an instant.
    pub fn day(self, instant: Timestamp) -> Day {
        self.civil(instant).0
    }

    /// The instant as RFC 3339 with the zone's offset then: `2027-07-01T14:00:00+02:00`.
    pub fn rfc3339(self, instant: Timestamp) -> String {
        let local = instant.0.with_timezone(&self.0);
        local
            .with_timezone(&local.offset().fix())
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(text: &str) -> Result<Self, UnknownZone> {
        text.parse().map(Self).map_err(|_| UnknownZone(text.to_owned()))
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(text: String) -> Result<Self, UnknownZone> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name().to_owned()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(day: &str, minute: &str) -> Result<String, LocalTimeGap> {
        Zone::WARSAW
            .resolve(day.parse().unwrap(), minute.parse().unwrap())
            .map(|t| t.to_string())
    }

    #[test]
    fn warsaw() {
        let cases = [
            ("2027-07-01", "14:00", "2027-07-01T12:00:00Z"),
            ("2027-01-01", "14:00", "2027-01-01T13:00:00Z"),
            ("2027-07-01", "24:00", "2027-07-01T22:00:00Z"),
            ("2026-10-25", "02:30", "2026-10-25T00:30:00Z"), // twice: the earlier
            ("2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
        ];
        for (day, minute, expected) in cases {
            assert_eq!(resolve(day, minute).as_deref(), Ok(expected), "{day} {minute}");
        }
        assert!(resolve("2026-03-29", "02:30").is_err());
    }

    #[test]
    fn there_and_back() {
        let (day, minute) = ("2027-08-31".parse().unwrap(), "23:59".parse().unwrap());
        let instant = Zone::WARSAW.resolve(day, minute).unwrap();
        assert_eq!(Zone::WARSAW.civil(instant), (day, minute));
        assert_eq!(Zone::WARSAW.rfc3339(instant), "2027-08-31T23:59:00+02:00");
        assert_eq!(instant.ical(), "20270831T215900Z");
    }
}
