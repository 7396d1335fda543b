//! When a page is looked at.

use vocabulary::{Day, Minute};

use crate::Visit;

/// The local day on which a page is looked at and, where it matters, the minute.
///
/// Pages that are kept for a whole day are made without the minute: then every visit of today is still ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The local day.
    pub today: Day,
    /// The local minute, if the page is made for this minute only.
    pub now: Option<Minute>,
}

impl Moment {
    /// A whole day.
    pub const fn day(today: Day) -> Self {
        Self { today, now: None }
    }

    /// One minute of a day.
    pub const fn minute(today: Day, now: Minute) -> Self {
        Self { today, now: Some(now) }
    }

    /// Whether the visit's hours are over.
    pub fn is_after(self, visit: &Visit) -> bool {
        visit.day < self.today || visit.day == self.today && self.now.is_some_and(|now| visit.window.end() <= now)
    }

    /// Whether the bus is still awaited although the visit's hours have begun, or will be late: until it is there, as far as is known. Without
    /// a minute, all of that day.
    pub fn awaits(self, visit: &Visit) -> bool {
        let Some(delay) = &visit.delay else { return false };
        let there = visit.window.start().plus(delay.minutes);
        visit.day == self.today && self.now.is_none_or(|now| there.is_none_or(|there| now < there))
    }

    /// Whether the visit's hours run; never said without a minute.
    pub fn is_within(self, visit: &Visit) -> bool {
        visit.day == self.today
            && self
                .now
                .is_some_and(|now| visit.window.start() <= now && now < visit.window.end())
    }
}
