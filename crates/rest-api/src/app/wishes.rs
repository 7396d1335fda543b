//! When and where somebody would like to come: one document, written by themselves. Wishes bind nobody.

use serde::{Deserialize, Serialize};
use storage::{Json, Person};
use vocabulary::{Day, EstateId, Weekdays};

use super::{AppError, error::Fault};

/// Nobody is away so often that it needs more rows.
pub const MOST_AWAY: usize = 20;
/// No season has more visits for one person.
pub const MOST_VISITS: u32 = 200;

/// Days on which somebody cannot come, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// What somebody wishes; where nothing is said, anything will do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wishes {
    /// Days of the week on which they can come before noon.
    pub mornings: Weekdays,
    /// Days of the week on which they can come after noon.
    pub afternoons: Weekdays,
    /// When they are away.
    pub away: Vec<Away>,
    /// The estates where they like to be.
    pub estates: Vec<EstateId>,
    /// How many visits of a season they would take on at most.
    pub visits: Option<u32>,
}

impl Wishes {
    /// Those of a stored person.
    pub fn of(person: &Person) -> Result<Self, AppError> {
        Ok(person.wishes.read()?)
    }

    /// As they are stored.
    pub fn store(&self) -> Result<Json, AppError> {
        Ok(Json::of(self)?)
    }

    /// Everything that cannot be so.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        if self.away.len() > MOST_AWAY {
            found.push(Fault::new("/away", format!("at most {MOST_AWAY} periods")));
        }
        for (i, away) in self.away.iter().enumerate() {
            if away.to < away.from {
                let said = format!("the last day is before {}, the first", away.from);
                found.push(Fault::new(format!("/away/{i}/to"), said));
            }
        }
        if self.visits.is_some_and(|count| !(1..=MOST_VISITS).contains(&count)) {
            found.push(Fault::new("/visits", format!("write a number from 1 to {MOST_VISITS}")));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_is_stored_as_nothing_and_read_back() {
        let none: Wishes = serde_json::from_str("{}").unwrap();
        assert_eq!(none, Wishes::default());
        assert!(none.faults().is_empty());
        let away = |from: &str, to: &str| Away {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        let wishes = Wishes {
            away: vec![away("2027-07-01", "2027-07-01"), away("2027-07-02", "2027-07-01")],
            visits: Some(0),
            ..Wishes::default()
        };
        let text = serde_json::to_string(&wishes).unwrap();
        assert_eq!(serde_json::from_str::<Wishes>(&text).unwrap(), wishes);
        let found: Vec<_> = wishes.faults().into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(found, ["/away/1/to", "/visits"]);
    }
}
