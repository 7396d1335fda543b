//! How old somebody is, as far as the crew's rules ask, and no further.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use vocabulary::Day;

/// An age as the rules for crews tell ages apart; ordered from young to old.
///
/// The borders are those of Polish law on agreements: under 13 a guardian acts for the child (Civil Code art. 12, 14),
/// from 13 to 17 the minor acts with the guardian's consent (art. 15, 17). The border at 16 is the house's own, for
/// longer and later work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum AgeCategory {
    /// Not yet 13.
    Under13,
    /// 13, 14 or 15.
    From13,
    /// 16 or 17.
    From16,
    /// 18 or more.
    Adult,
}

/// Text that is no age category.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is unknown here; expected one of: under-13, 13-15, 16-17, adult")]
pub struct UnknownAgeCategory(pub String);

impl AgeCategory {
    /// From young to old.
    pub const ALL: [Self; 4] = [Self::Under13, Self::From13, Self::From16, Self::Adult];

    /// `under-13`, `13-15`, `16-17`, `adult`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Under13 => "under-13",
            Self::From13 => "13-15",
            Self::From16 => "16-17",
            Self::Adult => "adult",
        }
    }

    /// The first whole year of life in it: 0, 13, 16 or 18.
    pub const fn least_years(self) -> u8 {
        match self {
            Self::Under13 => 0,
            Self::From13 => 13,
            Self::From16 => 16,
            Self::Adult => 18,
        }
    }

    /// The category of somebody so many years old.
    pub const fn of_years(years: u32) -> Self {
        match years {
            0..=12 => Self::Under13,
            13..=15 => Self::From13,
            16..=17 => Self::From16,
            _ => Self::Adult,
        }
    }
}

impl FromStr for AgeCategory {
    type Err = UnknownAgeCategory;

    fn from_str(text: &str) -> Result<Self, UnknownAgeCategory> {
        let named = Self::ALL.into_iter().find(|category| category.as_str() == text);
        named.ok_or_else(|| UnknownAgeCategory(text.to_owned()))
    }
}

impl TryFrom<String> for AgeCategory {
    type Error = UnknownAgeCategory;

    fn try_from(text: String) -> Result<Self, UnknownAgeCategory> {
        text.parse()
    }
}

impl From<AgeCategory> for &'static str {
    fn from(category: AgeCategory) -> &'static str {
        category.as_str()
    }
}

impl fmt::Display for AgeCategory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is kept about a person's age: for an adult only that, for a minor the day of birth until they come of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Age {
    /// 18 or more; no date is kept.
    Adult,
    /// A minor, or somebody who has come of age since and whose date is not yet erased.
    BornOn(Day),
}

impl Age {
    /// The category on a day. Before the day of birth it is [`AgeCategory::Under13`].
    pub fn category_on(self, day: Day) -> AgeCategory {
        match self {
            Self::Adult => AgeCategory::Adult,
            Self::BornOn(born) => AgeCategory::of_years(whole_years(born, day)),
        }
    }
}

/// Whole years of life at the start of a day.
///
/// A year of life is full at the *start* of the birthday; where the year has no 29 February, the last day of that month
/// stands for it (Civil Code art. 112).
fn whole_years(born: Day, on: Day) -> u32 {
    let birthday = Day::from_ymd(on.year(), born.month(), born.day_of_month())
        .or_else(|| Day::from_ymd(on.year(), 2, 28))
        .unwrap_or(on);
    let years = on.year() - born.year() - i32::from(on < birthday);
    u32::try_from(years).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn category_on_a_day() {
        use AgeCategory::{Adult, From13, From16, Under13};
        let cases = [
            ("2010-07-01", "2028-06-30", From16),
            ("2010-07-01", "2028-07-01", Adult), // the birthday itself counts
            ("2010-07-01", "2026-07-01", From16),
            ("2010-07-01", "2026-06-30", From13),
            ("2010-07-01", "2023-07-01", From13),
            ("2010-07-01", "2023-06-30", Under13),
            ("2012-02-29", "2030-02-27", From16),
            ("2012-02-29", "2030-02-28", Adult), // no 29 February in 2030
            ("2012-02-29", "2028-02-28", From13),
            ("2012-02-29", "2028-02-29", From16),
            ("2027-07-01", "2026-07-01", Under13), // a date in the future is nobody's age
        ];
        for (born, on, expected) in cases {
            let age = Age::BornOn(born.parse().unwrap());
            assert_eq!(age.category_on(on.parse().unwrap()), expected, "born {born}, on {on}");
        }
        assert_eq!(Age::Adult.category_on("1900-01-01".parse().unwrap()), Adult);
    }

    #[test]
    fn text_and_years_round_trip() {
        for category in AgeCategory::ALL {
            assert_eq!(category.as_str().parse(), Ok(category));
            assert_eq!(AgeCategory::of_years(category.least_years().into()), category);
        }
        assert!("18".parse::<AgeCategory>().is_err());
        assert!(AgeCategory::From13 < AgeCategory::Adult);
    }
}
