//! What a set costs with one day more, for many days: counted once, and for each of them only what differs there.

use super::{Spacing, Unit};
use crate::Cost;

/// A set of single days to which one will be added. It need not be allowed as it is.
pub(crate) struct OneMore<'a> {
    sets: &'a Spacing,
    days: &'a [u16],
    /// How many neighbours may not follow each other, edges of the season included.
    refused: usize,
    waits: i64,
    fixed: usize,
    on: [i64; 7],
    chosen: [i64; 7],
    fees: Cost,
}

impl<'a> OneMore<'a> {
    /// `days`, ascending; none where visits are blocks of days, or where the planner may not put one of them.
    pub(super) fn of(sets: &'a Spacing, days: &'a [u16]) -> Option<Self> {
        let mut one_more = Self {
            sets,
            days,
            refused: 0,
            waits: 0,
            fixed: 0,
            on: [0; 7],
            chosen: [0; 7],
            fees: Cost::ZERO,
        };
        if sets.rules.block > 1 {
            return None;
        }
        let mut last = None;
        for day in days {
            let unit = sets.unit_on(*day)?;
            one_more.count(sets.step(last, Some(unit)));
            one_more.fixed += usize::from(unit.fixed);
            let weekday = sets.weekday_of(unit);
            one_more.on[weekday] += 1;
            one_more.chosen[weekday] += i64::from(!unit.fixed);
            one_more.fees += sets.rules.day_fee[usize::from(*day)];
            last = Some(unit);
        }
        one_more.count(sets.step(last, None));
        Some(one_more)
    }

    fn count(&mut self, step: Option<i64>) {
        self.refused += usize::from(step.is_none());
        self.waits += step.unwrap_or(0);
    }

    /// What the set costs by itself with this day as well; `None` when it is not allowed, or has the day.
    pub(crate) fn cost(&self, day: u16) -> Option<Cost> {
        let (sets, at) = (self.sets, self.days.partition_point(|d| *d < day));
        if self.days.get(at) == Some(&day) {
            return None;
        }
        let unit = sets.unit_on(day)?;
        let neighbour = |day: Option<&u16>| day.and_then(|day| sets.unit_on(*day));
        let (before, after) = (neighbour(self.days[..at].last()), neighbour(self.days.get(at)));
        // Where the new day stands, nobody follows the one before any more.
        let old = sets.step(before, after);
        let new = sets.step(before, Some(unit))? + sets.step(Some(unit), after)?;
        let (units, fixed) = (self.days.len() + 1, self.fixed + usize::from(unit.fixed));
        let others_refused = self.refused > usize::from(old.is_none());
        if others_refused || fixed != sets.fixed_count || units > sets.rules.most as usize {
            return None;
        }
        let (mut on, mut chosen) = (self.on, self.chosen);
        let weekday = sets.weekday_of(unit);
        on[weekday] += 1;
        chosen[weekday] += i64::from(!unit.fixed);
        let mut cost = sets.count_cost(units);
        cost.fairness += self.waits - old.unwrap_or(0) + new;
        cost.comfort += sets.off_weekday(on, chosen)?;
        Some(cost + self.fees + sets.rules.day_fee[usize::from(day)])
    }
}

impl Spacing {
    /// The unit that starts on a day.
    fn unit_on(&self, day: u16) -> Option<&Unit> {
        self.starting[usize::from(day)].map(|number| &self.units[usize::from(number)])
    }
}
