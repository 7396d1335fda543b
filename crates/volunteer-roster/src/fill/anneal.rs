//! Which proposals to go on from: one that is not much worse than the present one, where "not much" shrinks as the run goes on
//! (simulated annealing). Whole numbers only, so that every machine decides alike.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Parts of a whole run.
pub(super) const WHOLE: u64 = 1 << 20;
/// Parts of one point of the temperature.
pub(super) const POINT: i64 = 1 << 10;
const DRAWS: usize = 1 << 12;

/// A temperature that falls geometrically.
#[derive(Debug, Clone)]
pub(super) struct Anneal {
    hottest: i64,
    halvings: u64,
    now: i64,
    /// `-ln u` for `u` in the middle of each of the equal parts of 0 to 1, in 1/65536.
    draws: Vec<u32>,
}

impl Anneal {
    /// From `hottest` (in parts of [`POINT`]) down by half `halvings` times.
    pub(super) fn new(hottest: i64, halvings: u64) -> Self {
        let draws = (0..DRAWS as u64).map(|i| minus_ln((2 * i + 1) << 51)).collect();
        Self {
            hottest: hottest.max(1),
            halvings,
            now: hottest.max(1),
            draws,
        }
    }

    /// Sets the temperature for a run of which `spent` parts of [`WHOLE`] are over.
    pub(super) fn cool(&mut self, spent: u64) {
        let steps = spent.min(WHOLE) * self.halvings;
        let (halved, rest) = (steps / WHOLE, steps % WHOLE);
        let here = self.hottest >> halved;
        // Straight between two halvings.
        self.now = here - (i128::from(here) * i128::from(rest) / i128::from(2 * WHOLE)) as i64;
    }

    /// How much worse the next proposal may be: the temperature times an exponential variate of mean 1, in points.
    #[inline]
    pub(super) fn allowance(&self, rng: &mut Pcg64Mcg) -> i64 {
        let draw = rng.random::<u32>() as usize % DRAWS;
        (self.now * i64::from(self.draws[draw])) / (POINT << 16)
    }
}

/// `-ln (x / 2^64)` in 1/65536: ln 2 for each leading zero, and the rest by log2(1 + f) = f + 0.344 f (1 - f), right to 0.5 %.
fn minus_ln(x: u64) -> u32 {
    let zeros = i64::from(x.leading_zeros());
    let fraction = (x.checked_shl(zeros as u32 + 1).unwrap_or(0) >> 48) as i64; // 16 bits
    let log2 = fraction + 344 * fraction * (65536 - fraction) / 65536 / 1000;
    let bits = (zeros + 1) * 65536 - log2; // -log2, in 1/65536
    (bits * 45426 / 65536) as u32
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn it_cools_by_half_and_half_again() {
        let mut anneal = Anneal::new(1 << 20, 4);
        let mut at = |spent: u64| {
            anneal.cool(spent);
            anneal.now
        };
        assert_eq!([at(0), at(WHOLE / 4), at(WHOLE)], [1 << 20, 1 << 19, 1 << 16]);
        assert!((1 << 19..1 << 20).contains(&at(WHOLE / 8)));
    }

    #[test]
    fn the_allowance_is_exponential() {
        let (anneal, mut rng) = (Anneal::new(10_000 * POINT, 1), Pcg64Mcg::seed_from_u64(1));
        let drawn: Vec<i64> = (0..20_000).map(|_| anneal.allowance(&mut rng)).collect();
        let mean = drawn.iter().sum::<i64>() / 20_000;
        assert!((9_700..10_300).contains(&mean), "{mean}");
        let above = drawn.iter().filter(|d| **d > 10_000).count(); // 1/e of them: 7358
        assert!((7_100..7_600).contains(&above), "{above}");
    }
}
