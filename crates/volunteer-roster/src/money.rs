//! Money in whole grosze: no floating point ever touches pay.

use std::fmt;

use serde::{Deserialize, Serialize};
use vocabulary::Minutes;

/// An amount in grosze; 100 are a złoty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grosze(pub u64);

impl Grosze {
    /// The plain number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Pay for so long at this rate for an hour, rounded to the nearest grosz, half a grosz up.
    pub fn for_time(self, worked: Minutes) -> Self {
        let exact = u128::from(self.0) * u128::from(worked.get());
        Self(u64::try_from((exact + 30) / 60).unwrap_or(u64::MAX))
    }

    /// Both together; stops at the largest amount there is.
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl fmt::Display for Grosze {
    /// `10.90 PLN`: for logs; people read it from `wording`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02} PLN", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_for_time() {
        let cases = [
            (1090, 0, "0.00 PLN"),
            (1090, 60, "10.90 PLN"),
            (1090, 90, "16.35 PLN"),
            (1090, 1, "0.18 PLN"), // 18.17 grosze
            (1, 30, "0.01 PLN"),   // half a grosz is one
            (1, 29, "0.00 PLN"),
            (1090, 40 * 60, "436.00 PLN"),
        ];
        for (rate, minutes, expected) in cases {
            assert_eq!(
                Grosze(rate).for_time(Minutes(minutes)).to_string(),
                expected,
                "{rate} for {minutes}"
            );
        }
        assert_eq!(Grosze(u64::MAX).for_time(Minutes(u32::MAX)), Grosze(u64::MAX));
        assert_eq!(Grosze(u64::MAX).plus(Grosze(1)), Grosze(u64::MAX));
    }
}
