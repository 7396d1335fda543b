//! When and where somebody would like to come: one document, written by themselves. Wishes bind nobody.

use serde::{Deserialize, Serialize};
use storage::{Json, Person};
use vocabulary::{CivilWindow, Day, EstateId, Minute, Weekdays};
use volunteer_roster as roster;

use super::{AppError, error::Fault};

/// Nobody is away so often that it needs more rows.
pub const MOST_AWAY: usize = 20;
/// No season has more visits for one person.
pub const MOST_VISITS: u32 = 200;

/// Where the halves of a day meet.
const NOON: Minute = Minute::NOON;

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

    /// What it costs to send them somewhere at these hours, as [`volunteer_roster::Hand::prices`] counts it; none if they cannot come then.
    ///
    /// Whoever said nothing about hours can come at any. Hours that begin before noon and end after it need both halves of the day.
    pub fn price(&self, estate: Option<&EstateId>, day: Day, hours: CivilWindow) -> Option<u32> {
        let weekday = day.weekday();
        let morning = hours.start() < NOON;
        let afternoon = hours.end() > NOON;
        let anything = self.mornings.is_empty() && self.afternoons.is_empty();
        let free = (!morning || self.mornings.contains(weekday)) && (!afternoon || self.afternoons.contains(weekday));
        let away = self.away.iter().any(|away| away.from <= day && day <= away.to);
        if away || !(anything || free) {
            return None;
        }
        Some(match estate {
            _ if self.estates.is_empty() => roster::UNSAID,
            Some(estate) if self.estates.contains(estate) => roster::LIKED,
            _ => roster::ELSEWHERE,
        })
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
    fn who_can_come_when_and_where() {
        let friday: Day = "2027-07-02".parse().unwrap();
        let window = |hours: &str| hours.parse::<CivilWindow>().unwrap();
        let (home, other) = (
            "est_00000000000000000000000000000001",
            "est_00000000000000000000000000000002",
        );
        let estate = |id: &str| id.parse::<EstateId>().unwrap();
        let said = |text: &str| serde_json::from_str::<Wishes>(text).unwrap();
        let price = |wishes: &Wishes, id: &str, hours: &str| wishes.price(Some(&estate(id)), friday, window(hours));
        let nothing = said("{}");
        assert_eq!(price(&nothing, home, "10:00-15:00"), Some(roster::UNSAID));
        let likes = said(&format!(r#"{{"estates":["{home}"]}}"#));
        assert_eq!(price(&likes, home, "10:00-15:00"), Some(roster::LIKED));
        assert_eq!(price(&likes, other, "10:00-15:00"), Some(roster::ELSEWHERE));
        assert_eq!(
            likes.price(None, friday, window("10:00-15:00")),
            Some(roster::ELSEWHERE)
        );
        let halves = |mornings: &[&str], afternoons: &[&str]| {
            said(&serde_json::json!({"mornings": mornings, "afternoons": afternoons}).to_string())
        };
        let cases = [
            (halves(&["fri"], &[]), "08:00-12:00", true),
            (halves(&["fri"], &[]), "08:00-12:01", false),
            (halves(&[], &["fri"]), "12:00-15:00", true),
            (halves(&[], &["fri"]), "11:59-15:00", false),
            (halves(&["fri"], &["fri"]), "10:00-15:00", true),
            (halves(&["mon"], &["tue"]), "08:00-11:00", false),
        ];
        for (wishes, hours, comes) in cases {
            assert_eq!(price(&wishes, home, hours).is_some(), comes, "{wishes:?} {hours}");
        }
        let away = said(r#"{"away":[{"from":"2027-07-02","to":"2027-07-02"}]}"#);
        assert_eq!(price(&away, home, "10:00-15:00"), None);
    }

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
