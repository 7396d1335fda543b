//! Day sets that are listed one by one: a contract, a timetable to choose from, the classical periodic instances.

use super::{DaySet, DaySets, NO_PRICE};
use crate::{Cost, cost::shortfall};

/// One of these sets, whole, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// How much the stop needs the bus.
    pub(crate) need: u32,
    pub(crate) least: u32,
    pub(crate) wanted: u32,
    /// The allowed sets, days ascending; each holds every fixed day, unless no listed one does: then it is just the fixed days.
    pub(crate) sets: Vec<DaySet>,
    /// Days on which a visit that counts is fixed.
    pub(crate) fixed: Vec<bool>,
    /// What a visit on a day costs beside its price.
    pub(crate) day_fee: Vec<Cost>,
    /// What all sets cost: the announced visits, given back by `day_fee` where they are kept.
    pub(crate) base: Cost,
}

impl Listed {
    fn count_cost(&self, visits: usize) -> Cost {
        let visits = visits as u32;
        Cost {
            least: shortfall(self.need, self.least.saturating_sub(visits)),
            wanted: shortfall(self.need, self.wanted.saturating_sub(visits)),
            ..self.base
        }
    }

    /// Whether two sets differ by one day for another.
    pub(crate) fn one_day_may_change(&self) -> bool {
        let differ_by_one =
            |a: &DaySet, b: &DaySet| a.len() == b.len() && a.iter().filter(|day| !b.contains(day)).count() == 1;
        self.sets.iter().any(|a| self.sets.iter().any(|b| differ_by_one(a, b)))
    }

    /// As [`DaySets::cheapest`], with at most `cap` visits.
    pub(crate) fn cheapest_up_to(&self, price: &[i64], cap: u32) -> Option<(Cost, DaySet)> {
        let mut best: Option<(Cost, &DaySet)> = None;
        for set in self.sets.iter().filter(|set| set.len() <= cap as usize) {
            let chosen = set.iter().map(|day| usize::from(*day)).filter(|day| !self.fixed[*day]);
            let mut points = 0;
            if chosen.map(|day| price[day]).any(|price| {
                points += if price == NO_PRICE { 0 } else { price };
                price == NO_PRICE
            }) {
                continue;
            }
            let mut cost = self.count_cost(set.len());
            cost.comfort += points;
            for day in set {
                cost += self.day_fee[usize::from(*day)];
            }
            if best.is_none_or(|(b, _)| cost < b) {
                best = Some((cost, set));
            }
        }
        let none = self.count_cost(0);
        match best {
            Some((cost, set)) if cost < none || self.fixed.contains(&true) => Some((cost, set.clone())),
            None if self.fixed.contains(&true) => None,
            _ => Some((none, Vec::new())),
        }
    }
}

impl DaySets for Listed {
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        let empty_allowed = days.is_empty() && !self.fixed.contains(&true);
        if !empty_allowed && !self.sets.iter().any(|set| set.as_slice() == days) {
            return None;
        }
        let fees = days.iter().map(|day| self.day_fee[usize::from(*day)]);
        Some(self.count_cost(days.len()) + fees.sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(sets: &[&[u16]]) -> Listed {
        Listed {
            need: 1,
            least: 2,
            wanted: 2,
            sets: sets.iter().map(|set| set.to_vec()).collect(),
            fixed: vec![false; 6],
            day_fee: vec![Cost::ZERO; 6],
            base: Cost::ZERO,
        }
    }

    #[test]
    fn the_cheapest_whole_set_is_chosen() {
        let sets = listed(&[&[0, 3], &[1, 4], &[2, 5]]);
        let (cost, days) = sets.cheapest(&[5, 4, 1, 5, 4, 9]).unwrap();
        assert_eq!((cost, days), (Cost::comfort(8), vec![1, 4]));
        let (_, days) = sets.cheapest(&[5, NO_PRICE, 1, 5, 4, 9]).unwrap();
        assert_eq!(
            days,
            vec![0, 3],
            "a barred day bars the set, and 5 + 5 is as cheap as 1 + 9 but comes first"
        );
    }

    #[test]
    fn no_visit_when_no_set_fits() {
        let sets = listed(&[&[0, 3]]);
        let (cost, days) = sets.cheapest(&[NO_PRICE; 6]).unwrap();
        assert_eq!((cost.least, cost.wanted, days.len()), (3, 3, 0));
        assert_eq!(sets.cost(&[0]), None, "half a set is none");
        assert_eq!(sets.cost(&[0, 3]), Some(Cost::ZERO));
    }
}
