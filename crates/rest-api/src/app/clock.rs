//! The only place that asks the machine for the time.

use vocabulary::{Day, Timestamp, Zone};

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
    /// A clock that shows the machine's time of day, but on `day`.
    pub fn pretending(day: Day, zone: Zone) -> Self {
        let (today, _) = zone.civil(Self::Machine.now());
        Self::Shifted(today.days_until(day) * 86_400)
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
