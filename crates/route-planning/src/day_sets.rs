//! Which set of days is best for a stop, given what a visit would cost on each day.
//!
//! Sets are never enumerated (there are 2^days of them): [`Spacing`] chooses by a dynamic programme over (visits so far, day of the
//! last one), exact for any spacing, fixed dates, weekday fees and limits of the first and last visit, in O(visits x days x gap).
//! What this does *not* know: buses, tours, hours. All of that is in the price of a day.

use vocabulary::Weekday;

use crate::{Cost, cost::shortfall};

/// Days of the season by number (0 is the first), ascending.
pub type DaySet = Vec<u16>;

/// A way to say which day sets a stop may have.
pub trait DaySets {
    /// The cheapest allowed set and what it costs in all: the prices of its days and what the set costs by itself (missing visits,
    /// waits, weekdays). A price that is [`Cost::FORBIDDEN`] bars the day, except where a fixed visit already is: those days are in
    /// every set, at no price. `None` when no set is allowed.
    fn cheapest(&self, price: &[Cost]) -> Option<(Cost, DaySet)>;

    /// What a set costs by itself, without prices; `None` when it is not allowed.
    fn cost(&self, days: &[u16]) -> Option<Cost>;
}

/// Day sets given by counts, spacing, fixed days and fees: what a request says.
///
/// A rule about two visits, or about the first or last one, binds only where the planner chose at least one of them: the set of just
/// the fixed days is always allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spacing {
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
    /// Days on which a visit that counts is fixed.
    pub(crate) fixed: Vec<bool>,
    /// What a visit on a day costs beside its price: weekdays, and less than nothing where it keeps an announced visit.
    pub(crate) day_fee: Vec<Cost>,
    /// What all sets cost: the announced visits, given back by `day_fee` where they are kept.
    pub(crate) base: Cost,
    /// The fee for a visit off the most frequent weekday, if the same weekday is liked, and the weekday of each day.
    pub(crate) same_weekday: Option<(i64, Vec<Weekday>)>,
    /// A wait of up to so many days is fair.
    pub(crate) fair_wait: u32,
}

impl Spacing {
    fn days(&self) -> usize {
        self.fixed.len()
    }

    fn wait_fee(&self, gap: usize) -> i64 {
        (gap as i64 - i64::from(self.fair_wait)).max(0) * i64::from(self.need)
    }

    fn count_cost(&self, visits: usize) -> Cost {
        let visits = visits as u32;
        Cost {
            least: shortfall(self.need, self.least.saturating_sub(visits)),
            wanted: shortfall(self.need, self.wanted.saturating_sub(visits)),
            ..self.base
        }
    }

    /// Cost of a first visit on `day` besides its own, if it may be the first.
    fn opening(&self, day: usize) -> Option<i64> {
        let free_choice = (usize::from(self.first_from)..=usize::from(self.first_by)).contains(&day);
        (free_choice || self.fixed[day]).then(|| self.wait_fee(day + 1))
    }

    /// Cost of a last visit on `day` besides its own, if it may be the last.
    fn closing(&self, day: usize) -> Option<i64> {
        (day >= usize::from(self.last_from) || self.fixed[day]).then(|| self.wait_fee(self.days() - day))
    }

    fn pair_allowed(&self, from: usize, to: usize) -> bool {
        let gap = (to - from) as u32;
        (self.fixed[from] && self.fixed[to]) || (self.gap_min..=self.gap_max).contains(&gap)
    }

    fn weekday_fee(&self, day: usize, liked: Option<Weekday>) -> i64 {
        match (&self.same_weekday, liked) {
            (Some((fee, weekdays)), Some(liked)) if weekdays[day] != liked => *fee,
            _ => 0,
        }
    }

    /// As [`DaySets::cheapest`], with at most `cap` visits (more only where they are fixed).
    pub(crate) fn cheapest_up_to(&self, price: &[Cost], cap: u32) -> Option<(Cost, DaySet)> {
        if self.same_weekday.is_none() {
            return self.cheapest_with(price, cap, None);
        }
        // The fee is the number of visits off the most frequent weekday: the least over all weekdays taken as the liked one.
        let each = Weekday::ALL
            .into_iter()
            .filter_map(|w| self.cheapest_with(price, cap, Some(w)));
        each.min_by(|a, b| a.0.cmp(&b.0))
    }

    fn cheapest_with(&self, price: &[Cost], cap: u32, liked: Option<Weekday>) -> Option<(Cost, DaySet)> {
        let days = self.days();
        let fixed_count = self.fixed.iter().filter(|f| **f).count();
        let most = (self.most.min(cap) as usize).max(fixed_count);
        let own: Vec<Cost> = (0..days)
            .map(|d| {
                let price = if self.fixed[d] { Cost::ZERO } else { price[d] };
                price + self.day_fee[d] + Cost::comfort(self.weekday_fee(d, liked))
            })
            .collect();
        let (first_fixed, last_fixed) = (self.fixed.iter().position(|f| *f), self.fixed.iter().rposition(|f| *f));

        let mut best: Option<(Cost, usize, usize)> = None; // cost, visits, last day
        let mut none = self.count_cost(0);
        none.fairness += self.wait_fee(days + 1);
        let empty = (fixed_count == 0).then_some(none);

        // table[k][d]: the cheapest way to have k + 1 visits with the last on day d, and the day before it.
        let mut table: Vec<Vec<(Cost, u16)>> = Vec::with_capacity(most);
        for k in 0..most {
            let mut row = vec![(Cost::FORBIDDEN, 0); days];
            let mut previous_fixed: Option<usize> = None;
            for d in 0..days {
                if !own[d].is_forbidden() {
                    row[d] = match k {
                        0 => self.first_cell(d, first_fixed, own[d]),
                        _ => self.next_cell(d, previous_fixed, own[d], &table[k - 1]),
                    };
                }
                if self.fixed[d] {
                    previous_fixed = Some(d);
                }
                let ends = last_fixed.is_none_or(|f| d >= f);
                if let (true, false, Some(wait)) = (ends, row[d].0.is_forbidden(), self.closing(d)) {
                    let mut cost = row[d].0 + self.count_cost(k + 1);
                    cost.fairness += wait;
                    if best.is_none_or(|(b, ..)| cost < b) {
                        best = Some((cost, k, d));
                    }
                }
            }
            table.push(row);
        }
        match (best, empty) {
            (Some((cost, ..)), Some(nothing)) if nothing <= cost => Some((nothing, Vec::new())),
            (Some((cost, k, d)), _) => Some((cost, trace(&table, k, d))),
            (None, Some(nothing)) => Some((nothing, Vec::new())),
            (None, None) => None,
        }
    }

    fn first_cell(&self, day: usize, first_fixed: Option<usize>, own: Cost) -> (Cost, u16) {
        match self.opening(day) {
            Some(wait) if first_fixed.is_none_or(|f| day <= f) => {
                let mut cost = own;
                cost.fairness += wait;
                (cost, 0)
            }
            _ => (Cost::FORBIDDEN, 0),
        }
    }

    fn next_cell(&self, day: usize, previous_fixed: Option<usize>, own: Cost, row: &[(Cost, u16)]) -> (Cost, u16) {
        let mut best = (Cost::FORBIDDEN, 0);
        let earliest = day
            .saturating_sub(self.gap_max as usize)
            .max(previous_fixed.unwrap_or(0));
        let latest = (day + 1).saturating_sub(self.gap_min as usize); // exclusive
        let both_fixed = previous_fixed.filter(|_| self.fixed[day]);
        for before in (earliest..latest.min(day)).chain(both_fixed) {
            if row[before].0.is_forbidden() {
                continue;
            }
            let mut cost = row[before].0;
            cost.fairness += self.wait_fee(day - before);
            if cost < best.0 {
                best = (cost, before as u16);
            }
        }
        if !best.0.is_forbidden() {
            best.0 += own;
        }
        best
    }
}

fn trace(table: &[Vec<(Cost, u16)>], visits: usize, last: usize) -> DaySet {
    let (mut day, mut set) = (last as u16, Vec::with_capacity(visits + 1));
    for row in table[..=visits].iter().rev() {
        set.push(day);
        day = row[usize::from(day)].1;
    }
    set.reverse();
    set
}

impl DaySets for Spacing {
    fn cheapest(&self, price: &[Cost]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        let days: Vec<usize> = days.iter().map(|d| usize::from(*d)).collect();
        let has_fixed = (0..self.days()).all(|d| !self.fixed[d] || days.contains(&d));
        if !has_fixed || days.len() > self.most as usize {
            return None;
        }
        let mut cost = self.count_cost(days.len());
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            cost.fairness += self.wait_fee(self.days() + 1);
            return Some(cost);
        };
        cost.fairness += self.opening(*first)? + self.closing(*last)?;
        for pair in days.windows(2) {
            if !self.pair_allowed(pair[0], pair[1]) {
                return None;
            }
            cost.fairness += self.wait_fee(pair[1] - pair[0]);
        }
        let off = |liked| days.iter().map(|d| self.weekday_fee(*d, liked)).sum::<i64>();
        cost.comfort += match self.same_weekday {
            Some(_) => Weekday::ALL.into_iter().map(|w| off(Some(w))).min().unwrap_or(0),
            None => 0,
        };
        Some(cost + days.iter().map(|d| self.day_fee[*d]).sum())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weekdays(days: usize) -> Vec<Weekday> {
        (0..days).map(|d| Weekday::ALL[d % 7]).collect()
    }

    fn spacing(days: usize) -> Spacing {
        Spacing {
            need: 1,
            least: 0,
            wanted: 2,
            most: 3,
            gap_min: 1,
            gap_max: u32::MAX,
            first_from: 0,
            first_by: u16::MAX,
            last_from: 0,
            fixed: vec![false; days],
            day_fee: vec![Cost::ZERO; days],
            base: Cost::ZERO,
            same_weekday: None,
            fair_wait: 1000,
        }
    }

    /// Every set, judged by `cost` alone.
    fn by_brute_force(sets: &Spacing, price: &[Cost]) -> Option<Cost> {
        let days = sets.days() as u16;
        (0u32..1 << days)
            .filter_map(|bits| {
                let set: DaySet = (0..days).filter(|d| bits & (1 << d) != 0).collect();
                let own = sets.cost(&set)?;
                let chosen = set.iter().map(|d| usize::from(*d)).filter(|d| !sets.fixed[*d]);
                Some(own + chosen.map(|d| price[d]).sum())
            })
            .filter(|cost| !cost.is_forbidden())
            .min()
    }

    #[test]
    fn the_gap_pushes_the_second_visit() {
        let price: Vec<Cost> = [1, 1, 9, 5, 3].map(Cost::comfort).to_vec();
        let sets = Spacing {
            gap_min: 3,
            ..spacing(5)
        };
        assert_eq!(sets.cheapest(&price), Some((Cost::comfort(4), vec![0, 4]))); // 1 and 3 would cost 4 too, by day 1
        let sets = Spacing {
            gap_min: 3,
            gap_max: 3,
            ..spacing(5)
        };
        assert_eq!(sets.cheapest(&price).unwrap().1, vec![1, 4]);
    }

    #[test]
    fn a_missing_visit_outweighs_any_price() {
        let mut price = vec![Cost::FORBIDDEN; 5];
        price[2] = Cost::comfort(1_000_000);
        let (cost, set) = spacing(5).cheapest(&price).unwrap();
        assert_eq!((cost.wanted, set), (1, vec![2]));
    }

    #[test]
    fn fixed_days_are_always_in_the_set() {
        let mut sets = Spacing {
            gap_min: 4,
            most: 2,
            ..spacing(6)
        };
        sets.fixed[2] = true;
        sets.fixed[3] = true; // nearer than the gap: people decided so
        let (_, set) = sets.cheapest(&[Cost::ZERO; 6]).unwrap();
        assert_eq!(set, vec![2, 3]);
    }

    proptest! {
        #[test]
        fn agrees_with_trying_every_set(
            price in prop::collection::vec(prop::option::weighted(0.8, -20i64..60), 9),
            fixed in prop::collection::vec(prop::bool::weighted(0.15), 9),
            fees in prop::collection::vec(0i64..20, 9),
            counts in (0u32..4, 0u32..3, 0u32..3),
            gaps in (1u32..5, 0u32..5, any::<bool>()),
            edges in (0u16..4, 3u16..9, 0u16..8),
            others in (1u32..4, 1u32..6, prop::option::of(1i64..30)),
        ) {
            let price: Vec<Cost> = price.into_iter().map(|p| p.map_or(Cost::FORBIDDEN, Cost::comfort)).collect();
            let sets = Spacing {
                need: others.0,
                least: counts.0,
                wanted: counts.0 + counts.1,
                most: (counts.0 + counts.1 + counts.2).max(fixed.iter().filter(|f| **f).count() as u32),
                gap_min: gaps.0,
                gap_max: if gaps.2 { gaps.0 + gaps.1 } else { u32::MAX },
                first_from: edges.0,
                first_by: edges.1,
                last_from: edges.2,
                fixed,
                day_fee: fees.into_iter().map(Cost::comfort).collect(),
                base: Cost::ZERO,
                same_weekday: others.2.map(|fee| (fee, weekdays(9))),
                fair_wait: others.1,
            };
            let found = sets.cheapest(&price);
            prop_assert_eq!(found.as_ref().map(|f| f.0), by_brute_force(&sets, &price));
            if let Some((cost, set)) = found {
                let chosen = set.iter().map(|d| usize::from(*d)).filter(|d| !sets.fixed[*d]);
                prop_assert_eq!(sets.cost(&set).unwrap() + chosen.map(|d| price[d]).sum(), cost);
            }
        }
    }
}
