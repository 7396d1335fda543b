//! The groups of a cost that depend on the choice of days, packed into one number, so that the inner loop adds and compares once.
//!
//! From the top: announced visits moved, fairness, comfort. Each is a whole number below the one above; comfort may be negative. A sum of
//! packed numbers is the packed sum, and the greater number is the graver cost, as long as comfort stays within 2^55 and fairness
//! within 2^39: 731 days at 2^44 points, 731 waits of 731 days at need 1000.

use std::ops::Add;

use crate::Cost;

const FAIRNESS: u32 = 56;
const MOVED: u32 = 96;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(i128);

impl Rank {
    /// Greater than any cost, and two of them can be added up.
    pub(super) const BARRED: Self = Self(i128::MAX / 4);

    /// Of a cost without missing visits.
    pub(super) fn of(cost: Cost) -> Self {
        Self((i128::from(cost.moved) << MOVED) + (i128::from(cost.fairness) << FAIRNESS) + i128::from(cost.comfort))
    }

    pub(super) fn comfort(points: i64) -> Self {
        Self(i128::from(points))
    }

    pub(super) fn fairness(amount: i64) -> Self {
        Self(i128::from(amount) << FAIRNESS)
    }

    pub(super) fn is_barred(self) -> bool {
        self >= Self::BARRED
    }

    /// The groups again.
    pub(super) fn unpack(self) -> Cost {
        let low = |bits: u32, value: i128| (value << (128 - bits)) >> (128 - bits);
        let comfort = low(FAIRNESS, self.0);
        let above = (self.0 - comfort) >> FAIRNESS;
        let fairness = low(MOVED - FAIRNESS, above);
        Cost {
            moved: ((above - fairness) >> (MOVED - FAIRNESS)) as i64,
            fairness: fairness as i64,
            comfort: comfort as i64,
            ..Cost::ZERO
        }
    }
}

impl Add for Rank {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cost() -> impl Strategy<Value = Cost> {
        (-70_000_000i64..70_000_000, -1i64 << 30..1 << 30, -1i64 << 50..1 << 50).prop_map(
            |(moved, fairness, comfort)| Cost {
                moved,
                fairness,
                comfort,
                ..Cost::ZERO
            },
        )
    }

    proptest! {
        #[test]
        fn adds_and_compares_as_the_groups_do(a in cost(), b in cost()) {
            prop_assert_eq!(Rank::of(a).unpack(), a);
            prop_assert_eq!((Rank::of(a) + Rank::of(b)).unpack(), a + b);
            prop_assert_eq!(Rank::of(a).cmp(&Rank::of(b)), a.cmp(&b));
            prop_assert!(Rank::of(a) < Rank::BARRED);
        }
    }
}
