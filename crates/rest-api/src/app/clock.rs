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
    /// A clock that goes on from `minute` of `day`; without a minute it shows the machine's time of day. A minute that
    /// the zone's summer time leaves out is read as the machine's.
    pub fn pretending(day: Day, minute: Option<Minute>, zone: Zone) -> Self {
        let now = Self::Machine.now();
        let start = minute.and_then(|minute| zone.resolve(day, minute).ok());
        Self::Shifted(match start {
            Some(start) => now.seconds_until(start),
            None => zone.day(now).days_until(day) * 86_400,
        })
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
