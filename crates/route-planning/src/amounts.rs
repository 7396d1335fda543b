//! What a tour uses up (load, metres, minutes of work), its limits, and what too much of it costs while the search goes on.

/// What a tour uses, may use at most, or uses too much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Amounts {
    pub(crate) load: i64,
    pub(crate) metres: i64,
    pub(crate) minutes: i64,
}

impl Amounts {
    pub(crate) const ZERO: Self = Self {
        load: 0,
        metres: 0,
        minutes: 0,
    };

    /// How much of it lies above the limit.
    pub(crate) fn above(self, limit: Self) -> Self {
        Self {
            load: (self.load - limit.load).max(0),
            metres: (self.metres - limit.metres).max(0),
            minutes: (self.minutes - limit.minutes).max(0),
        }
    }
}

impl std::ops::Add for Amounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            load: self.load + other.load,
            metres: self.metres + other.metres,
            minutes: self.minutes + other.minutes,
        }
    }
}

impl std::ops::Sub for Amounts {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            load: self.load - other.load,
            metres: self.metres - other.metres,
            minutes: self.minutes - other.minutes,
        }
    }
}

/// Points for what lies above a limit. They make the search cross plans that cannot be, and are tuned so that it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Penalties {
    /// In 1/[`PARTS`] points a unit.
    each: Amounts,
}

const PARTS: i64 = 64;
/// Bounds of a penalty, in parts of a point: it never vanishes, and never makes sums overflow.
const LEAST: i64 = 1;
const MOST: i64 = 1 << 32;

impl Penalties {
    /// First penalties: going over by a typical amount costs about a typical leg.
    pub(crate) fn new(leg: i64, typical: Amounts) -> Self {
        let each = |amount: i64| (leg * PARTS / amount.max(1)).clamp(LEAST, MOST);
        Self {
            each: Amounts {
                load: each(typical.load),
                metres: each(typical.metres),
                minutes: each(typical.minutes),
            },
        }
    }

    pub(crate) fn points(&self, excess: Amounts) -> i64 {
        let parts =
            self.each.load * excess.load + self.each.metres * excess.metres + self.each.minutes * excess.minutes;
        parts / PARTS
    }

    /// Dearer or cheaper, each kind by itself: `broken` says of how many of `of` solutions the kind was broken. Aims at a share of
    /// solutions within the limits between a third and a half.
    pub(crate) fn tune(&mut self, broken: Amounts, of: i64) {
        let tuned = |each: i64, broken: i64| {
            let wanted = if broken * 10 > of * 6 {
                each + each * 6 / 100 + 1
            } else if broken * 10 < of * 4 {
                each - each * 4 / 100
            } else {
                each
            };
            wanted.clamp(LEAST, MOST)
        };
        self.each = Amounts {
            load: tuned(self.each.load, broken.load),
            metres: tuned(self.each.metres, broken.metres),
            minutes: tuned(self.each.minutes, broken.minutes),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_above_costs() {
        let limit = Amounts {
            load: 10,
            metres: 100,
            minutes: 60,
        };
        let used = Amounts {
            load: 12,
            metres: 90,
            minutes: 61,
        };
        let excess = used.above(limit);
        assert_eq!((excess.load, excess.metres, excess.minutes), (2, 0, 1));
        let penalties = Penalties::new(
            100,
            Amounts {
                load: 10,
                metres: 1,
                minutes: 50,
            },
        );
        assert_eq!(penalties.points(excess), 2 * 10 + 2);
    }

    #[test]
    fn what_is_broken_often_becomes_dearer() {
        let mut penalties = Penalties::new(
            1000,
            Amounts {
                load: 1,
                ..Amounts::ZERO
            },
        );
        let (before, over) = (
            penalties,
            Amounts {
                load: 1,
                ..Amounts::ZERO
            },
        );
        penalties.tune(
            Amounts {
                load: 90,
                ..Amounts::ZERO
            },
            100,
        );
        assert!(penalties.points(over) > before.points(over));
        penalties.tune(
            Amounts {
                load: 5,
                ..Amounts::ZERO
            },
            100,
        );
        penalties.tune(
            Amounts {
                load: 5,
                ..Amounts::ZERO
            },
            100,
        );
        assert!(penalties.points(over) < before.points(over));
    }
}
