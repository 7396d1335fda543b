//! A stretch of a tour for every time at which it may begin.

use crate::problem::{Slot, Task};

/// What is known of a stretch that begins at `x`, at the latest at `latest`: the bus can drive off from its last visit at
/// `max(ready, x + length)`.
///
/// Two numbers are enough because a later beginning first eats up waiting and then moves everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// When the bus drives off at the earliest.
    pub(super) ready: u32,
    /// From the beginning to driving off, without any waiting.
    pub(super) length: u32,
    /// The latest beginning with which every visit still starts in its slot.
    pub(super) latest: u32,
}

impl Run {
    /// A first visit, whose public part starts `before` minutes after the beginning, which is at `from` or later.
    pub(super) fn first(from: u32, before: u32, slot: Slot, task: &Task<'_>) -> Option<Self> {
        let start = slot.first.max((from + before).next_multiple_of(task.step));
        let stay = task.public + task.teardown;
        (start <= slot.last).then(|| Self {
            ready: start + stay,
            length: before + stay,
            latest: slot.last - before,
        })
    }

    /// A first visit after a break: whatever was before the break only makes it later, which the run of the whole day knows.
    pub(super) fn anew(before: u32, slot: Slot, task: &Task<'_>) -> Self {
        let stay = task.public + task.teardown;
        Self {
            ready: slot.first + stay,
            length: before + stay,
            latest: slot.last.saturating_sub(before),
        }
    }

    /// With one more visit, whose public part starts `before` minutes after driving off, or later. Starts that the planner chooses
    /// lie on a grid.
    pub(super) fn on(&self, before: u32, slot: Slot, task: &Task<'_>, grid: u32) -> Option<Self> {
        let start = slot.first.max((self.ready + before).next_multiple_of(task.step));
        if start > slot.last {
            return None;
        }
        let without_waiting = (self.latest + self.length + before).next_multiple_of(task.step);
        let too_late = without_waiting.saturating_sub(slot.last);
        let stay = task.public + task.teardown;
        Some(Self {
            ready: start + stay,
            length: without_waiting - self.latest + stay,
            latest: self.latest.saturating_sub(too_late.next_multiple_of(grid)),
        })
    }

    /// The least time from the beginning to driving off, when that is at the earliest.
    pub(super) fn least(&self) -> u32 {
        self.length.max(self.ready.saturating_sub(self.latest))
    }

    /// Whether it is as good as another, whatever follows.
    pub(super) fn beats(&self, other: &Self) -> bool {
        self.ready <= other.ready && self.length <= other.length && self.latest >= other.latest
    }
}
