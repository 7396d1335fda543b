//! Day sets of a cycle: every so many weeks on the same weekday, as mobile libraries run.
//!
//! What is chosen is the phase: the day of the first cycle. Then every turn is taken on which a visit can be; one that falls on a day
//! without the bus is left out, not moved. A cycle is even by itself, so waits cost nothing here.

use super::{DaySet, DaySets, NO_PRICE};
use crate::{Cost, cost::shortfall};

/// Vectors are by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cycle {
    /// How much the stop needs the bus.
    pub(crate) need: u32,
    pub(crate) least: u32,
    pub(crate) wanted: u32,
    pub(crate) most: u32,
    /// Days from one turn to the next.
    pub(crate) period: usize,
    /// The only phase there is, when the cycle goes on from a visit before the season.
    pub(crate) phase: Option<usize>,
    /// Whether a visit that counts is fixed. Such visits need not be on a turn.
    pub(crate) fixed: Vec<bool>,
    /// Whether the planner may put a visit.
    pub(crate) possible: Vec<bool>,
    /// What a visit costs beside its price, and what all sets cost: as in [`super::SpacingRules`].
    pub(crate) day_fee: Vec<Cost>,
    pub(crate) base: Cost,
}

impl Cycle {
    /// As [`DaySets::cheapest`], with at most `cap` visits (more only where they are fixed): the first turns then.
    pub(crate) fn cheapest_up_to(&self, price: &[i64], cap: u32) -> Option<(Cost, DaySet)> {
        let room = (self.most.min(cap) as usize).saturating_sub(self.all_fixed());
        let of_phase = |phase: usize| {
            let can_be = |day: &usize| self.possible[*day] && !self.fixed[*day] && price[*day] < NO_PRICE;
            let chosen: Vec<usize> = self.turns(phase).filter(can_be).take(room).collect();
            let fixed = (0..self.fixed.len()).filter(|day| self.fixed[*day]);
            let points = chosen.iter().map(|day| price[*day]).sum();
            let mut days: DaySet = chosen.iter().copied().chain(fixed).map(|day| day as u16).collect();
            days.sort_unstable();
            Some((self.cost(&days)? + Cost::comfort(points), days))
        };
        self.phases().filter_map(of_phase).min_by(|a, b| a.0.cmp(&b.0))
    }

    /// The visits that the fixed days and so many others are.
    pub(crate) fn visits(&self, chosen_days: usize) -> u32 {
        (self.all_fixed() + chosen_days) as u32
    }

    fn all_fixed(&self) -> usize {
        self.fixed.iter().filter(|fixed| **fixed).count()
    }

    fn phases(&self) -> std::ops::Range<usize> {
        match self.phase {
            Some(only) => only..only + 1,
            None => 0..self.period.min(self.fixed.len()).max(1),
        }
    }

    fn turns(&self, phase: usize) -> impl Iterator<Item = usize> {
        (phase..self.fixed.len()).step_by(self.period)
    }
}

impl DaySets for Cycle {
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        let days: Vec<usize> = days.iter().map(|day| usize::from(*day)).collect();
        let chosen = || days.iter().copied().filter(|day| !self.fixed[*day]);
        let phase = self.phase.or(chosen().next().map(|day| day % self.period));
        let on_turn = chosen().all(|day| self.possible[day] && Some(day % self.period) == phase);
        let all_there = days.len() - chosen().count() == self.all_fixed();
        let most = (self.most as usize).max(self.all_fixed());
        if !on_turn || !all_there || days.len() > most {
            return None;
        }
        let missing = |asked: u32| shortfall(self.need, asked.saturating_sub(days.len() as u32));
        let by_count = Cost {
            least: missing(self.least),
            wanted: missing(self.wanted),
            ..self.base
        };
        Some(by_count + days.iter().map(|day| self.day_fee[*day]).sum())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cycle(days: usize, period: usize) -> Cycle {
        Cycle {
            need: 1,
            least: 0,
            wanted: 2,
            most: 9,
            period,
            phase: None,
            fixed: vec![false; days],
            possible: vec![true; days],
            day_fee: vec![Cost::ZERO; days],
            base: Cost::ZERO,
        }
    }

    #[test]
    fn the_cheapest_phase_with_all_its_turns() {
        let price = [5, 1, 9, 5, 9, 1, 5, 1, 9];
        assert_eq!(cycle(9, 3).cheapest(&price), Some((Cost::comfort(11), vec![1, 4, 7])));
        let mut closed = cycle(9, 3);
        closed.possible[7] = false; // the turn is left out; two are enough
        assert_eq!(closed.cheapest(&price), Some((Cost::comfort(10), vec![1, 4])));
        let goes_on = Cycle {
            phase: Some(2),
            ..cycle(9, 3)
        };
        assert_eq!(goes_on.cheapest(&price).map(|found| found.1), Some(vec![2, 5, 8]));
        assert_eq!(goes_on.cheapest_up_to(&price, 1).map(|found| found.1), Some(vec![2]));
    }

    #[test]
    fn a_phase_without_a_turn_in_the_season() {
        let sets = Cycle {
            phase: Some(8),
            ..cycle(5, 14)
        };
        assert_eq!(sets.cheapest(&[1; 5]).map(|found| found.1), Some(vec![]));
    }

    proptest! {
        /// Of all allowed sets with every turn of a phase that can be, none is cheaper.
        #[test]
        fn agrees_with_trying_every_set(
            price in prop::collection::vec(prop::option::weighted(0.8, -20i64..60), 9),
            fixed in prop::collection::vec(prop::bool::weighted(0.1), 9),
            possible in prop::collection::vec(prop::bool::weighted(0.9), 9),
            counts in (0u32..3, 0u32..3),
            period in 1usize..8,
            phase in prop::option::weighted(0.2, 0usize..8),
        ) {
            let price: Vec<i64> = price.into_iter().map(|p| p.unwrap_or(NO_PRICE)).collect();
            let sets = Cycle {
                least: counts.0,
                wanted: counts.0 + counts.1,
                phase: phase.map(|phase| phase % period),
                fixed,
                possible,
                ..cycle(9, period)
            };
            let open = |day: &usize| sets.possible[*day] && !sets.fixed[*day] && price[*day] < NO_PRICE;
            let in_all = |bits: u32| {
                let set: Vec<usize> = (0..9).filter(|d| bits & (1 << d) != 0).collect();
                let chosen: Vec<usize> = set.iter().copied().filter(|day| !sets.fixed[*day]).collect();
                let all_turns = |phase: usize| (0..9).filter(|day| day % period == phase).filter(open).eq(chosen.iter().copied());
                let whole = (0..period).any(|phase| sets.phase.is_none_or(|only| only == phase) && all_turns(phase));
                let days: DaySet = set.iter().map(|day| *day as u16).collect();
                let own = sets.cost(&days).filter(|_| whole)?;
                Some(own + Cost::comfort(chosen.iter().map(|day| price[*day]).sum()))
            };
            let (cost, set) = sets.cheapest(&price).unwrap();
            prop_assert_eq!(in_all(set.iter().fold(0, |bits, day| bits | 1u32 << day)), Some(cost));
            prop_assert_eq!((0u32..1 << 9).filter_map(in_all).min(), Some(cost));
        }
    }
}
