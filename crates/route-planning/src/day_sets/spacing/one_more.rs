//! What a set costs with one day more, for many days: counted once, and for each of them only what differs there.

use super::{Spacing, Tally, Unit};
use crate::Cost;

/// A set of single days to which one will be added. It need not be allowed as it is.
pub(crate) struct OneMore<'a> {
    sets: &'a Spacing,
    days: &'a [u16],
    /// Of the set as it is.
    tally: Tally,
    fees: Cost,
}

impl Spacing {
    /// The set, its days ascending, made ready for one day more; none where visits are blocks of days, or where none may be on one of these.
    pub(crate) fn one_more<'a>(&'a self, days: &'a [u16]) -> Option<OneMore<'a>> {
        if self.rules.block > 1 {
            return None;
        }
        let (mut tally, mut last) = (Tally::default(), None);
        for day in days {
            let unit = self.unit_on(*day)?;
            tally.step(self.step(last, Some(unit)));
            tally.add(self, unit);
            last = Some(unit);
        }
        tally.step(self.step(last, None));
        let fees = days.iter().map(|day| self.rules.day_fee[usize::from(*day)]).sum();
        Some(OneMore {
            sets: self,
            days,
            tally,
            fees,
        })
    }

    /// The unit that starts on a day.
    fn unit_on(&self, day: u16) -> Option<&Unit> {
        self.starting[usize::from(day)].map(|number| &self.units[usize::from(number)])
    }
}

impl OneMore<'_> {
    /// What the set costs by itself with this day as well; `None` when it is not allowed, or has the day.
    pub(crate) fn cost(&self, day: u16) -> Option<Cost> {
        let (sets, at) = (self.sets, self.days.partition_point(|d| *d < day));
        if self.days.get(at) == Some(&day) {
            return None;
        }
        let unit = sets.unit_on(day)?;
        let neighbour = |day: Option<&u16>| day.and_then(|day| sets.unit_on(*day));
        let (before, after) = (neighbour(self.days[..at].last()), neighbour(self.days.get(at)));
        let mut tally = self.tally;
        // Between its neighbours there is a visit now.
        tally.step_back(sets.step(before, after));
        tally.step(sets.step(before, Some(unit)));
        tally.step(sets.step(Some(unit), after));
        tally.add(sets, unit);
        Some(tally.cost(sets)? + self.fees + sets.rules.day_fee[usize::from(day)])
    }
}
