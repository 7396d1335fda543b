//! Day sets given by counts, spacing, fixed days and fees: what most requests say.
//!
//! A set is a row of *units*: a day, a block of days, or what people fixed. Which unit may follow which depends on their days alone, so
//! it is worked out once, when the problem is built; [`programme`] then chooses.

mod one_more;
mod programme;
mod tally;
#[cfg(test)]
mod tests;

use vocabulary::Weekday;

use super::{DaySet, DaySets, rank::Rank};
use crate::{Cost, cost::shortfall};
use tally::Tally;

/// What a request says about its days. Vectors are by day.
///
/// A rule about two visits, or about the first or last one, binds only where the planner chose at least one of them: the set of just
/// the fixed days is always allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SpacingRules {
    /// How much the stop needs the bus.
    pub(crate) need: u32,
    pub(crate) least: u32,
    pub(crate) wanted: u32,
    /// The most visits, raised to the number of fixed ones.
    pub(crate) most: u32,
    pub(crate) gap_min: u32,
    pub(crate) gap_max: u32,
    /// The first visit is on this day or later.
    pub(crate) first_from: u16,
    /// The first visit is on this day or earlier.
    pub(crate) first_by: u16,
    /// The last visit is on this day or later.
    pub(crate) last_from: u16,
    /// How many running days in a row a visit is.
    pub(crate) block: usize,
    /// Whether all days of a block lie in one week, Monday to Sunday.
    pub(crate) within_week: bool,
    /// Whether any bus runs.
    pub(crate) running: Vec<bool>,
    /// Whether a visit that counts is fixed.
    pub(crate) fixed: Vec<bool>,
    /// Whether the planner may put a visit.
    pub(crate) possible: Vec<bool>,
    /// What a visit costs beside its price: weekdays, and less than nothing where it keeps an announced visit.
    pub(crate) day_fee: Vec<Cost>,
    /// What all sets cost: the announced visits, given back by `day_fee` where they are kept.
    pub(crate) base: Cost,
    pub(crate) weekdays: Vec<Weekday>,
    pub(crate) same_weekday: SameWeekday,
    /// A wait of up to so many days is fair.
    pub(crate) fair_wait: u32,
}

/// Whether visits are better, or always, on one and the same weekday. That of a block is its first day's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameWeekday {
    No,
    /// The fee for a visit off the most frequent weekday.
    Fee(i64),
    /// For all that the planner chooses.
    Always,
}

/// The rules, made ready for the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spacing {
    rules: SpacingRules,
    /// The days on which a bus runs.
    running: Vec<u16>,
    /// Everything that may be in a set, by day.
    units: Vec<Unit>,
    /// The first and the last unit that people fixed, and how many they are.
    fixed_units: Option<(usize, usize)>,
    fixed_count: usize,
    /// By day: the unit that starts on it.
    starting: Vec<Option<u16>>,
}

/// A visit that may be in a set. `from`, `fair`, `to` and `after_fixed` are numbers of units.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unit {
    /// First and last day.
    start: u16,
    end: u16,
    /// Its days, as a range of the running ones.
    days: (usize, usize),
    fixed: bool,
    /// What it costs beside its price.
    fee: Rank,
    /// What it costs to be first, and last; barred where it may not.
    opening: Rank,
    closing: Rank,
    /// The unit before it is one of `from..to`; those from `fair` on are within a fair wait.
    from: usize,
    fair: usize,
    to: usize,
    /// The unit before it that is fixed, if this is too: no rule is between them.
    after_fixed: Option<usize>,
}

impl Spacing {
    pub(crate) fn new(rules: SpacingRules) -> Self {
        let running = (0..rules.fixed.len() as u16).filter(|d| rules.running[usize::from(*d)]);
        let mut sets = Self {
            running: running.collect(),
            units: Vec::new(),
            fixed_units: None,
            fixed_count: 0,
            starting: vec![None; rules.fixed.len()],
            rules,
        };
        let mut next = 0;
        while let Some(day) = sets.running.get(next) {
            let fixed = sets.rules.fixed[usize::from(*day)];
            let days = sets.days_from(next, fixed);
            let whole = days == sets.rules.block;
            if fixed || whole {
                let unit = sets.unit((next, next + days), fixed);
                sets.starting[usize::from(unit.start)] = Some(sets.units.len() as u16);
                sets.units.push(unit);
            }
            next += if fixed { days } else { 1 };
        }
        let fixed = |unit: &Unit| unit.fixed;
        sets.fixed_units = sets
            .units
            .iter()
            .position(fixed)
            .zip(sets.units.iter().rposition(fixed));
        sets.fixed_count = sets.units.iter().filter(|unit| unit.fixed).count();
        sets.rules.most = sets.rules.most.max(sets.fixed_count as u32);
        sets
    }

    /// How many running days from this one on, up to a whole block, are fixed, or may be chosen. Days that people fixed one after the
    /// other are blocks as long as they last.
    fn days_from(&self, first: usize, fixed: bool) -> usize {
        let rules = &self.rules;
        let start = self.running[first];
        let goes_on = |day: &&u16| {
            let number = usize::from(**day);
            let alike = if fixed {
                rules.fixed[number]
            } else {
                rules.possible[number] && !rules.fixed[number]
            };
            alike && (!rules.within_week || self.week(start) == self.week(**day))
        };
        self.running[first..]
            .iter()
            .take(rules.block)
            .take_while(goes_on)
            .count()
    }

    /// The number of a day's week, from the first one of the season.
    fn week(&self, day: u16) -> usize {
        (self.rules.weekdays[0].index() + usize::from(day)) / 7
    }

    /// The unit of these running days; those before it are there.
    fn unit(&self, days: (usize, usize), fixed: bool) -> Unit {
        let rules = &self.rules;
        let (start, end) = (self.running[days.0], self.running[days.1 - 1]);
        let last_fixed = self.units.iter().rposition(|unit| unit.fixed);
        // A fixed unit is never passed over.
        let earliest = |most: u32| self.first_within(start, most).max(last_fixed.unwrap_or(0));
        let to = self.first_within(start, rules.gap_min.max(1) - 1);
        let from = earliest(rules.gap_max).min(to);
        let fees = self.running[days.0..days.1]
            .iter()
            .map(|day| rules.day_fee[usize::from(*day)]);
        let edge = |wait: Option<i64>| wait.map_or(Rank::BARRED, Rank::fairness);
        Unit {
            start,
            end,
            days,
            fixed,
            fee: Rank::of(fees.sum()),
            opening: edge(self.opening(start, fixed)),
            closing: edge(self.closing(end, fixed)),
            from,
            fair: earliest(rules.fair_wait).clamp(from, to),
            to,
            after_fixed: last_fixed.filter(|_| fixed),
        }
    }

    /// The first unit from whose end it is at most so many days to the day.
    fn first_within(&self, day: u16, most: u32) -> usize {
        // Units that overlap with one that starts on the day are nearer than any gap.
        self.units
            .partition_point(|unit| u32::from(day.saturating_sub(unit.end)) > most)
    }

    pub(crate) fn rules(&self) -> &SpacingRules {
        &self.rules
    }

    /// The visits that the fixed days and so many others are.
    pub(crate) fn visits(&self, chosen_days: usize) -> u32 {
        (self.fixed_count + chosen_days / self.rules.block) as u32
    }

    fn days(&self) -> usize {
        self.rules.fixed.len()
    }

    fn wait_fee(&self, gap: usize) -> i64 {
        (gap as i64 - i64::from(self.rules.fair_wait)).max(0) * i64::from(self.rules.need)
    }

    fn count_cost(&self, visits: usize) -> Cost {
        let (rules, visits) = (&self.rules, visits as u32);
        Cost {
            least: shortfall(rules.need, rules.least.saturating_sub(visits)),
            wanted: shortfall(rules.need, rules.wanted.saturating_sub(visits)),
            ..rules.base
        }
    }

    /// What no visit at all costs, if nothing is fixed.
    fn nothing(&self) -> Option<Cost> {
        let mut cost = self.count_cost(0);
        cost.fairness += self.wait_fee(self.days() + 1);
        self.fixed_units.is_none().then_some(cost)
    }

    /// The wait before a first visit that starts on the day, if it may be the first.
    fn opening(&self, day: u16, fixed: bool) -> Option<i64> {
        let rules = &self.rules;
        let in_time = (rules.first_from..=rules.first_by).contains(&day);
        (in_time || fixed).then(|| self.wait_fee(usize::from(day) + 1))
    }

    /// The wait after a last visit that ends on the day, if it may be the last.
    fn closing(&self, day: u16, fixed: bool) -> Option<i64> {
        let late = day >= self.rules.last_from;
        (late || fixed).then(|| self.wait_fee(self.days() - usize::from(day)))
    }

    /// What a unit costs where this weekday is the liked one; `None`: it may not be.
    fn weekday_fee(&self, unit: &Unit, liked: Option<Weekday>) -> Option<i64> {
        let off = liked.is_some_and(|liked| self.rules.weekdays[usize::from(unit.start)] != liked);
        match self.rules.same_weekday {
            SameWeekday::Fee(fee) if off => Some(fee),
            SameWeekday::Always if off && !unit.fixed => None,
            SameWeekday::No | SameWeekday::Fee(_) | SameWeekday::Always => Some(0),
        }
    }

    fn pair_allowed(&self, from: &Unit, to: &Unit) -> bool {
        let gap = u32::from(to.start.saturating_sub(from.end));
        (from.fixed && to.fixed) || (self.rules.gap_min.max(1)..=self.rules.gap_max).contains(&gap)
    }

    /// The wait between two units that follow each other, or between one and an edge of the season (none); `None` when that is not allowed.
    fn step(&self, before: Option<&Unit>, after: Option<&Unit>) -> Option<i64> {
        match (before, after) {
            (None, None) => Some(0),
            (None, Some(first)) => self.opening(first.start, first.fixed),
            (Some(last), None) => self.closing(last.end, last.fixed),
            (Some(a), Some(b)) => {
                let wait = || self.wait_fee(usize::from(b.start - a.end));
                self.pair_allowed(a, b).then(wait)
            }
        }
    }

    /// The unit that a set of days, ascending, begins with, and the days after it; `None` when they make no unit.
    fn first_unit<'d>(&self, days: &'d [u16]) -> Option<(&Unit, &'d [u16])> {
        let number = self.starting[usize::from(*days.first()?)]?;
        let unit = &self.units[usize::from(number)];
        match unit.days.1 - unit.days.0 {
            1 => Some((unit, &days[1..])),
            _ => Some((unit, days.strip_prefix(self.days_of(unit))?)),
        }
    }

    /// What being off the most frequent weekday costs; `None` when it is not allowed. `on` and `chosen`: how many units are on each
    /// weekday, and how many of them the planner chose.
    fn off_weekday(&self, on: [i64; 7], chosen: [i64; 7]) -> Option<i64> {
        match self.rules.same_weekday {
            SameWeekday::No => Some(0),
            SameWeekday::Fee(fee) => Some(fee * (on.iter().sum::<i64>() - on.iter().max().unwrap_or(&0))),
            SameWeekday::Always => (chosen.iter().filter(|count| **count > 0).count() <= 1).then_some(0),
        }
    }

    fn days_of(&self, unit: &Unit) -> &[u16] {
        &self.running[unit.days.0..unit.days.1]
    }
}

impl DaySets for Spacing {
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        let (mut rest, mut last) = (days, None::<&Unit>);
        let mut tally = Tally::default();
        while !rest.is_empty() {
            let (unit, after) = self.first_unit(rest)?;
            // What comes after a step that is not allowed need not be counted.
            tally.step(Some(self.step(last, Some(unit))?));
            tally.add(self, unit);
            (rest, last) = (after, Some(unit));
        }
        if last.is_none() {
            return self.nothing();
        }
        tally.step(self.step(last, None));
        Some(tally.cost(self)? + days.iter().map(|day| self.rules.day_fee[usize::from(*day)]).sum())
    }
}
