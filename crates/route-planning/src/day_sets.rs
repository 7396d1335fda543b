//! Which set of days is best for a stop, given what a visit would cost on each day.
//!
//! Each kind of set is a file of its own: [`spacing`] chooses by counts and gaps with a programme that never enumerates sets (there are
//! 2^days of them), [`cycle`] the phase of a cycle, [`listed`] has them one by one. What this does *not* know: buses, tours, hours. All of
//! that is in the price of a day.

mod cycle;
mod listed;
mod rank;
mod spacing;

pub(crate) use cycle::Cycle;
pub(crate) use listed::Listed;
pub(crate) use spacing::{SameWeekday, Spacing, SpacingRules};

use crate::Cost;

/// Days of the season by number (0 is the first), ascending.
pub type DaySet = Vec<u16>;

/// The price of a day on which no visit can be. Other prices lie between -2^44 and 2^44 points.
pub const NO_PRICE: i64 = i64::MAX / 4;

/// A way to say which day sets a stop may have.
pub trait DaySets {
    /// The cheapest allowed set and what it costs in all: the prices of its days in points of comfort, and what the set costs by
    /// itself (missing visits, waits, weekdays). [`NO_PRICE`] bars a day, except where a fixed visit already is: those days are in
    /// every set, at no price. `None` when no set is allowed.
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)>;

    /// What a set costs by itself, without prices; `None` when it is not allowed.
    fn cost(&self, days: &[u16]) -> Option<Cost>;
}

/// The day sets of a request, of whichever kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sets {
    Spacing(Spacing),
    Listed(Listed),
    Cycle(Cycle),
}

impl Sets {
    /// As [`DaySets::cheapest`], with at most `cap` visits (more only where they are fixed).
    pub(crate) fn cheapest_up_to(&self, price: &[i64], cap: u32) -> Option<(Cost, DaySet)> {
        match self {
            Self::Spacing(sets) => sets.cheapest_up_to(price, cap),
            Self::Listed(sets) => sets.cheapest_up_to(price, cap),
            Self::Cycle(sets) => sets.cheapest_up_to(price, cap),
        }
    }

    /// How much the stop needs the bus.
    pub(crate) fn need(&self) -> u32 {
        match self {
            Self::Spacing(sets) => sets.rules().need,
            Self::Listed(sets) => sets.need,
            Self::Cycle(sets) => sets.need,
        }
    }

    /// By day: whether a visit that counts is fixed there.
    pub(crate) fn fixed(&self) -> &[bool] {
        match self {
            Self::Spacing(sets) => &sets.rules().fixed,
            Self::Listed(sets) => &sets.fixed,
            Self::Cycle(sets) => &sets.fixed,
        }
    }

    /// The visits that fixed days and so many others are.
    pub(crate) fn visits(&self, chosen_days: usize) -> u32 {
        match self {
            Self::Spacing(sets) => sets.visits(chosen_days),
            Self::Cycle(sets) => sets.visits(chosen_days),
            Self::Listed(sets) => (chosen_days + sets.fixed.iter().filter(|fixed| **fixed).count()) as u32,
        }
    }

    /// Tells what the set of days costs by itself with one day more; `None` where that is not allowed or the set has the day. For
    /// many days and stops of which [`Sets::one_day_may_change`].
    pub(crate) fn with_one_more<'a>(&'a self, days: &'a [u16]) -> impl Fn(u16) -> Option<Cost> + 'a {
        let counted = match self {
            Self::Spacing(sets) => Some(sets.one_more(days)),
            Self::Listed(_) | Self::Cycle(_) => None,
        };
        move |day| match &counted {
            Some(one_more) => one_more.as_ref()?.cost(day),
            None => {
                let at = days.binary_search(&day).err()?;
                let mut whole = days.to_vec();
                whole.insert(at, day);
                self.cost(&whole)
            }
        }
    }

    /// Whether one visit may go to another day while the others stay; `true` when nobody knows.
    pub(crate) fn one_day_may_change(&self) -> bool {
        match self {
            Self::Spacing(sets) => sets.rules().block == 1,
            Self::Cycle(_) => false,
            Self::Listed(sets) => sets.one_day_may_change(),
        }
    }
}

impl DaySets for Sets {
    fn cheapest(&self, price: &[i64]) -> Option<(Cost, DaySet)> {
        self.cheapest_up_to(price, u32::MAX)
    }

    fn cost(&self, days: &[u16]) -> Option<Cost> {
        match self {
            Self::Spacing(sets) => sets.cost(days),
            Self::Listed(sets) => sets.cost(days),
            Self::Cycle(sets) => sets.cost(days),
        }
    }
}
