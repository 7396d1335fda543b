//! The only place that asks the machine for the time.

use vocabulary::{Day, Minute, Timestamp, Zone};

/// Where `now` comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// The machine's clock, shifted by so many seconds: the demo pretends that it is another day.
    Shifted(i64),
    /// Always this instant: for tests.
    Fixed(Timestamp),
}

impl Clock {
    /// A clock that goes on from `minute` of `day`; without a minute from what the zone's clocks show now. Where
    /// summer time leaves that minute out, the day is shifted by whole days of 24 hours.
    pub fn pretending(day: Day, minute: Option<Minute>, zone: Zone) -> Self {
        Self::Shifted(shift(Self::Machine.now(), day, minute, zone))
    }

    /// The present instant.
    pub fn now(self) -> Timestamp {
        #[allow(clippy::disallowed_methods)] // The one place that may.
        let machine = || Timestamp::from(std::time::SystemTime::now());
        match self {
            Self::Machine => machine(),
            Self::Shifted(seconds) => machine().plus_seconds(seconds),
            Self::Fixed(instant) => instant,
        }
    }

    /// The day it pretends, if it pretends one.
    pub fn pretended_day(self, zone: Zone) -> Option<Day> {
        match self {
            Self::Machine => None,
            Self::Shifted(_) | Self::Fixed(_) => Some(zone.day(self.now())),
        }
    }
}

/// The seconds from `now` to the same time of day, or to `minute`, on `day`. Not whole days: where it is winter now and
/// summer on `day`, the last hour before midnight would fall on the day after.
fn shift(now: Timestamp, day: Day, minute: Option<Minute>, zone: Zone) -> i64 {
    let (today, shown) = zone.civil(now);
    match (zone.resolve(day, minute.unwrap_or(shown)), minute) {
        (Ok(start), Some(_)) => now.seconds_until(start),
        (Ok(start), None) => now.seconds_until(start) + now.unix_seconds().rem_euclid(60),
        // Summer time leaves that minute out.
        (Err(_), _) => today.days_until(day) * 86_400,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pretended_day_starts_at_the_time_of_day_that_clocks_show() {
        for (now, day, minute, shown) in [
            ("2026-11-26T22:01:16Z", "2027-07-07", None, "2027-07-07T21:01:16Z"),
            ("2026-11-26T22:59:59Z", "2027-07-07", None, "2027-07-07T21:59:59Z"),
            ("2026-11-26T23:00:00Z", "2027-07-07", None, "2027-07-06T22:00:00Z"),
            ("2027-07-01T22:30:00Z", "2027-12-24", None, "2027-12-23T23:30:00Z"),
            (
                "2026-11-26T22:01:16Z",
                "2027-07-07",
                Some("9:30"),
                "2027-07-07T07:30:00Z",
            ),
            // 2:30 does not exist on that day.
            ("2027-01-10T01:30:07Z", "2027-03-28", None, "2027-03-28T01:30:07Z"),
        ] {
            let now: Timestamp = now.parse().unwrap();
            let minute = minute.map(|m| m.parse().unwrap());
            let seconds = shift(now, day.parse().unwrap(), minute, Zone::WARSAW);
            assert_eq!(now.plus_seconds(seconds).to_string(), shown, "{now} {day} {minute:?}");
        }
    }
}
