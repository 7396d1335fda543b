//! Which plans to go on from: one that is not much worse than the present one, where "not much" shrinks as the run goes on
//! (simulated annealing). Whole numbers only, so that every machine decides alike.
//!
//! Waiting has a price here, though comfort never makes up for it in a plan: seasons without any waiting too much lie far from each other,
//! and the way between them leads over others. Only the best plan is judged strictly.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use crate::Cost;

/// Parts of a whole run.
pub(crate) const WHOLE: u64 = 1 << 20;
/// Prices of waiting are in parts of so much of a point.
pub(crate) const POINT: i64 = 1 << 10;

/// The temperature, in points of comfort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anneal {
    /// At the beginning.
    hottest: i64,
    now: i64,
    /// It falls by half so many times from the beginning to the end.
    halvings: u64,
    /// What a day of waiting too much costs, times need, in parts of [`POINT`].
    waiting: i64,
}

impl Anneal {
    pub(crate) fn new(hottest: i64, halvings: u64, waiting: i64) -> Self {
        Self {
            hottest: hottest.max(1),
            now: hottest.max(1),
            halvings,
            waiting,
        }
    }

    /// Sets the temperature for a run of which `spent` parts of [`WHOLE`] are over.
    pub(crate) fn cool(&mut self, spent: u64) {
        let steps = spent.min(WHOLE) * self.halvings;
        let (halved, rest) = (steps / WHOLE, steps % WHOLE);
        let here = self.hottest >> halved;
        // Straight between two halvings.
        self.now = here - (i128::from(here) * i128::from(rest) / i128::from(2 * WHOLE)) as i64;
    }

    /// Whether to go on from the candidate. Missing visits decide by themselves; within waiting and comfort the worse one may win.
    pub(crate) fn accepts(&self, candidate: Cost, current: Cost, rng: &mut Pcg64Mcg) -> bool {
        let priced = |cost: Cost| Cost {
            fairness: 0,
            comfort: cost.comfort + (i128::from(cost.fairness) * i128::from(self.waiting) / i128::from(POINT)) as i64,
            ..cost
        };
        let mut limit = priced(current);
        limit.comfort += self.allowance(rng);
        priced(candidate) < limit
    }

    /// The temperature times an exponential variate of mean 1.
    fn allowance(&self, rng: &mut Pcg64Mcg) -> i64 {
        // -ln u, with u uniform: ln 2 for each leading zero, and the rest by log2(1 + f) = f + 0.344 f (1 - f), right to 0.5 %.
        let random = rng.random::<u64>() | 1;
        let zeros = i64::from(random.leading_zeros());
        let fraction = ((random << (zeros + 1)) >> 48) as i64; // 16 bits
        let log2 = fraction + 344 * fraction * (65536 - fraction) / 65536 / 1000;
        let bits = (zeros + 1) * 65536 - log2; // -log2 u, in 1/65536
        (i128::from(self.now) * i128::from(bits) * 45426 / (65536 * 65536)) as i64
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn it_cools_by_half_and_half_again() {
        let mut anneal = Anneal::new(1 << 20, 5, 0);
        let at = |anneal: &mut Anneal, spent: u64| {
            anneal.cool(spent);
            anneal.now
        };
        assert_eq!(at(&mut anneal, 0), 1 << 20);
        assert_eq!(at(&mut anneal, WHOLE / 5 + 1), (1 << 19) - 1);
        assert_eq!(at(&mut anneal, WHOLE), 1 << 15);
        assert!(at(&mut anneal, WHOLE / 10) < 1 << 20);
        let mut warmer = Anneal::new(1 << 20, 3, 0);
        assert_eq!(at(&mut warmer, WHOLE), 1 << 17);
    }

    #[test]
    fn the_allowance_is_exponential() {
        let (anneal, mut rng) = (Anneal::new(10_000, 5, 0), Pcg64Mcg::seed_from_u64(1));
        let drawn: Vec<i64> = (0..20_000).map(|_| anneal.allowance(&mut rng)).collect();
        let mean = drawn.iter().sum::<i64>() / 20_000;
        assert!((9_700..10_300).contains(&mean), "{mean}");
        let above = drawn.iter().filter(|d| **d > 10_000).count(); // 1/e of them: 7358
        assert!((7_100..7_600).contains(&above), "{above}");
    }

    #[test]
    fn a_graver_group_is_never_traded() {
        let (anneal, mut rng) = (Anneal::new(1_000_000, 5, POINT), Pcg64Mcg::seed_from_u64(1));
        let current = Cost::comfort(100);
        let worse = Cost {
            wanted: 1,
            ..Cost::ZERO
        };
        assert!(!(0..1000).any(|_| anneal.accepts(worse, current, &mut rng)));
        assert!(anneal.accepts(current, worse, &mut rng));
    }

    #[test]
    fn waiting_is_traded_at_its_price() {
        let (anneal, mut rng) = (Anneal::new(1, 5, POINT / 2), Pcg64Mcg::seed_from_u64(1));
        let waits = Cost {
            fairness: 200,
            ..Cost::comfort(1000)
        };
        assert!(anneal.accepts(waits, Cost::comfort(1200), &mut rng), "1100 points");
        assert!(!anneal.accepts(waits, Cost::comfort(1000), &mut rng));
    }
}
