//! Day sets given by counts, spacing, fixed days and fees: what most requests say.
//!
//! A set is a row of *units*: a day, or what people fixed. Which unit may follow which depends on their days alone, so it is worked out
//! once, when the problem is built; [`programme`] then chooses.

mod programme;
#[cfg(test)]
mod tests;

use vocabulary::Weekday;

use super::{DaySet, DaySets, rank::Rank};
use crate::{Cost, cost::shortfall};

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
    /// Whether a visit that counts is fixed.
    pub(crate) fixed: Vec<bool>,
    /// Whether the planner may put a visit.
    pub(crate) possible: Vec<bool>,
    /// What a visit costs beside its price: weekdays, and less than nothing where it keeps an announced visit.
    pub(crate) day_fee: Vec<Cost>,
    /// What all sets cost: the announced visits, given back by `day_fee` where they are kept.
    pub(crate) base: Cost,
    pub(crate) weekdays: Vec<Weekday>,
    /// The fee for a visit off the most frequent weekday, if the same weekday is liked.
    pub(crate) same_weekday: Option<i64>,
    /// A wait of up to so many days is fair.
    pub(crate) fair_wait: u32,
}

/// The rules, made ready for the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spacing {
    rules: SpacingRules,
    /// Everything that may be in a set, by day.
    units: Vec<Unit>,
    /// The first and the last unit that people fixed.
    fixed_units: Option<(usize, usize)>,
}

/// A visit that may be in a set. `before[..]` are numbers of units.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unit {
    day: u16,
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
        let mut sets = Self {
            units: Vec::new(),
            fixed_units: None,
            rules,
        };
        for day in 0..sets.days() {
            if sets.rules.fixed[day] || sets.rules.possible[day] {
                let unit = sets.unit(day);
                sets.units.push(unit);
            }
        }
        sets.fixed_units = sets
            .units
            .iter()
            .position(|unit| unit.fixed)
            .zip(sets.units.iter().rposition(|unit| unit.fixed));
        sets
    }

    /// The unit of a day; those before it are there.
    fn unit(&self, day: usize) -> Unit {
        let rules = &self.rules;
        let fixed = rules.fixed[day];
        let last_fixed = self.units.iter().rposition(|unit| unit.fixed);
        // A fixed unit is never passed over.
        let earliest = |most: u32| self.first_within(day, most).max(last_fixed.unwrap_or(0));
        let (from, to) = (
            earliest(rules.gap_max),
            self.first_within(day, rules.gap_min.saturating_sub(1)),
        );
        Unit {
            day: day as u16,
            fixed,
            fee: Rank::of(rules.day_fee[day]),
            opening: self.opening(day).map_or(Rank::BARRED, Rank::fairness),
            closing: self.closing(day).map_or(Rank::BARRED, Rank::fairness),
            from: from.min(to),
            fair: earliest(rules.fair_wait).clamp(from.min(to), to),
            to,
            after_fixed: last_fixed.filter(|_| fixed),
        }
    }

    /// The first unit from which it is at most so many days to the day.
    fn first_within(&self, day: usize, most: u32) -> usize {
        self.units
            .partition_point(|unit| (day - usize::from(unit.day)) as u64 > u64::from(most))
    }

    pub(crate) fn rules(&self) -> &SpacingRules {
        &self.rules
    }

    /// The visits that the fixed days and so many others are.
    pub(crate) fn visits(&self, chosen_days: usize) -> u32 {
        (self.rules.fixed.iter().filter(|f| **f).count() + chosen_days) as u32
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

    /// The wait before a first visit on the day, if it may be the first.
    fn opening(&self, day: usize) -> Option<i64> {
        let rules = &self.rules;
        let in_time = (usize::from(rules.first_from)..=usize::from(rules.first_by)).contains(&day);
        (in_time || rules.fixed[day]).then(|| self.wait_fee(day + 1))
    }

    /// The wait after a last visit on the day, if it may be the last.
    fn closing(&self, day: usize) -> Option<i64> {
        let rules = &self.rules;
        (day >= usize::from(rules.last_from) || rules.fixed[day]).then(|| self.wait_fee(self.days() - day))
    }

    fn weekday_fee(&self, unit: &Unit, liked: Option<Weekday>) -> i64 {
        match (self.rules.same_weekday, liked) {
            (Some(fee), Some(liked)) if self.rules.weekdays[usize::from(unit.day)] != liked => fee,
            _ => 0,
        }
    }

    fn pair_allowed(&self, from: &Unit, to: &Unit) -> bool {
        let gap = u32::from(to.day - from.day);
        (from.fixed && to.fixed) || (self.rules.gap_min.max(1)..=self.rules.gap_max).contains(&gap)
    }

    /// The units of a set of days; `None` when a day can be in no set.
    fn units_of(&self, days: &[u16]) -> Option<Vec<&Unit>> {
        let unit = |day: &u16| {
            let number = self.units.binary_search_by_key(day, |unit| unit.day).ok()?;
            self.units.get(number)
        };
        days.iter().map(unit).collect()
    }
}

impl DaySets for Spacing {
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        let units = self.units_of(days)?;
        let fixed = |units: &[&Unit]| units.iter().filter(|unit| unit.fixed).count();
        let all_fixed = self.rules.fixed.iter().filter(|f| **f).count();
        if fixed(&units) != all_fixed || units.len() > self.rules.most as usize {
            return None;
        }
        let mut cost = self.count_cost(units.len());
        let (Some(first), Some(last)) = (units.first(), units.last()) else {
            return self.nothing();
        };
        cost.fairness += self.opening(usize::from(first.day))? + self.closing(usize::from(last.day))?;
        for pair in units.windows(2) {
            if !self.pair_allowed(pair[0], pair[1]) {
                return None;
            }
            cost.fairness += self.wait_fee(usize::from(pair[1].day - pair[0].day));
        }
        if self.rules.same_weekday.is_some() {
            let off = |liked| {
                units
                    .iter()
                    .map(|unit| self.weekday_fee(unit, Some(liked)))
                    .sum::<i64>()
            };
            cost.comfort += Weekday::ALL.into_iter().map(off).min().unwrap_or(0);
        }
        Some(cost + units.iter().map(|unit| self.rules.day_fee[usize::from(unit.day)]).sum())
    }
}
