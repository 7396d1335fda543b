//! What changed from one plan to another, as values: visits added, removed, moved and kept, and the figures side by side.
//!
//! The rules are those by which a published visit keeps its identity when the next plan is published:
//! 1. a visit to the same stop on the same day is the same visit;
//! 2. of what is left, the visits of each stop are paired in order of their days: those have moved;
//! 3. what has no partner was removed, or added.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Minute, Slug};

use crate::{Breakdown, Figures, Plan, PlannedVisit};

/// A visit as far as people outside the crew see it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct VisitPlace {
    /// Where.
    pub stop: Slug,
    /// The date.
    pub day: Day,
    /// Which bus.
    pub bus: Slug,
    /// Children may come.
    pub public_start: Minute,
    /// Public hours are over.
    pub public_end: Minute,
}

impl From<&PlannedVisit> for VisitPlace {
    fn from(visit: &PlannedVisit) -> Self {
        Self {
            stop: visit.stop.clone(),
            day: visit.day,
            bus: visit.bus.clone(),
            public_start: visit.public_start,
            public_end: visit.public_end,
        }
    }
}

/// A visit that is in both plans, but not at the same time or not with the same bus. The stop is the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MovedVisit {
    /// As it was.
    pub from: VisitPlace,
    /// As it is.
    pub to: VisitPlace,
}

impl MovedVisit {
    /// Whether it is on another day.
    pub fn other_day(&self) -> bool {
        self.from.day != self.to.day
    }

    /// Whether another bus comes.
    pub fn other_bus(&self) -> bool {
        self.from.bus != self.to.bus
    }

    /// Whether its public hours are others, as times of the day.
    pub fn other_hours(&self) -> bool {
        (self.from.public_start, self.from.public_end) != (self.to.public_start, self.to.public_end)
    }
}

/// How many visits changed, and how. The last three overlap: a visit may have another day and other hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceCounts {
    /// As they were.
    pub kept: u32,
    /// New.
    pub added: u32,
    /// Gone.
    pub removed: u32,
    /// The same visit at another time or with another bus.
    pub moved: u32,
    /// Of these, on another day.
    pub other_day: u32,
    /// Of these, with another bus.
    pub other_bus: u32,
    /// Of these, at other hours of the day.
    pub other_hours: u32,
    /// Stops with an added, removed or moved visit.
    pub stops: u32,
}

/// The same thing in both plans.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideBySide<T> {
    /// In the plan before.
    pub from: T,
    /// In the plan after.
    pub to: T,
}

/// How two plans differ. It lists what changed and only counts what did not, so it stays small.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDifference {
    /// How many.
    pub counts: DifferenceCounts,
    /// New visits, by day.
    pub added: Vec<VisitPlace>,
    /// Visits that are gone, by day.
    pub removed: Vec<VisitPlace>,
    /// Visits at another time or with another bus, by the day they were on.
    pub moved: Vec<MovedVisit>,
    /// Totals of the whole plans.
    pub figures: SideBySide<Figures>,
    /// Costs of the whole plans, each as it was counted under the rules it was made for.
    pub cost: SideBySide<Breakdown>,
}

impl PlanDifference {
    /// Whether no visit differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.moved.is_empty()
    }

    /// What the change costs: the cost after less the cost before. Less than nothing is a gain.
    pub fn price(&self) -> Breakdown {
        self.cost.to - self.cost.from
    }
}

/// How `to` differs from `from`.
pub fn difference(from: &Plan, to: &Plan) -> PlanDifference {
    compare(from, to, |_| true)
}

/// The same, but visits before `first` are left out on both sides: what is over has not changed, even when a plan for the rest of
/// a season no longer lists it. Figures and costs are still those of the whole plans.
pub fn difference_since(from: &Plan, to: &Plan, first: Day) -> PlanDifference {
    compare(from, to, |visit| visit.day >= first)
}

/// The visits of one stop that are not on a day of both plans: before, after.
type Unpaired<'a> = (Vec<&'a PlannedVisit>, Vec<&'a PlannedVisit>);

fn compare(from: &Plan, to: &Plan, counts: impl Fn(&PlannedVisit) -> bool) -> PlanDifference {
    let of = |plan: &'_ Plan| -> BTreeMap<(Slug, Day), usize> {
        let visits = plan.visits.iter().enumerate().filter(|(_, visit)| counts(visit));
        visits.map(|(i, visit)| ((visit.stop.clone(), visit.day), i)).collect()
    };
    let (before, after) = (of(from), of(to));
    let mut found = PlanDifference {
        figures: SideBySide {
            from: from.figures,
            to: to.figures,
        },
        cost: SideBySide {
            from: from.cost,
            to: to.cost,
        },
        ..PlanDifference::default()
    };
    let mut unpaired: BTreeMap<&Slug, Unpaired<'_>> = BTreeMap::new();
    for (key, i) in &before {
        match after.get(key) {
            Some(j) => found.pair(&from.visits[*i], &to.visits[*j]),
            None => unpaired.entry(&key.0).or_default().0.push(&from.visits[*i]),
        }
    }
    for (key, j) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
        unpaired.entry(&key.0).or_default().1.push(&to.visits[*j]);
    }
    for (was, is) in unpaired.values() {
        // Both by day, as the keys are.
        for (was, is) in was.iter().zip(is) {
            found.pair(was, is);
        }
        let pairs = was.len().min(is.len());
        found
            .removed
            .extend(was[pairs..].iter().map(|visit| VisitPlace::from(*visit)));
        found
            .added
            .extend(is[pairs..].iter().map(|visit| VisitPlace::from(*visit)));
    }
    found.finish();
    found
}

impl PlanDifference {
    fn pair(&mut self, was: &PlannedVisit, is: &PlannedVisit) {
        let pair = MovedVisit {
            from: was.into(),
            to: is.into(),
        };
        if pair.from == pair.to {
            self.counts.kept += 1;
        } else {
            self.moved.push(pair);
        }
    }

    fn finish(&mut self) {
        let by_day = |place: &VisitPlace| (place.day, place.public_start, place.stop.clone());
        self.added.sort_by_key(by_day);
        self.removed.sort_by_key(by_day);
        self.moved.sort_by_key(|moved| by_day(&moved.from));
        let of = |what: fn(&MovedVisit) -> bool| self.moved.iter().filter(|moved| what(moved)).count() as u32;
        let moved_to = self.moved.iter().map(|moved| &moved.to.stop);
        let alone = self.added.iter().chain(&self.removed).map(|place| &place.stop);
        let stops: std::collections::BTreeSet<&Slug> = moved_to.chain(alone).collect();
        self.counts = DifferenceCounts {
            kept: self.counts.kept,
            added: self.added.len() as u32,
            removed: self.removed.len() as u32,
            moved: self.moved.len() as u32,
            other_day: of(MovedVisit::other_day),
            other_bus: of(MovedVisit::other_bus),
            other_hours: of(MovedVisit::other_hours),
            stops: stops.len() as u32,
        };
    }
}

#[cfg(test)]
mod tests {
    use vocabulary::Minutes;

    use super::*;
    use crate::common::{nth, planned, slug, with_stops};

    /// A plan with visits given as (stop, day, bus, hour); only what is compared is filled in.
    fn plan(visits: &[(&str, i64, &str, u32)]) -> Plan {
        let mut plan = planned(&with_stops(1, &[("a", 1)]), 0);
        let mut visit = plan.visits[0].clone();
        plan.visits = visits
            .iter()
            .map(|(stop, day, bus, hour)| {
                visit.stop = slug(stop);
                visit.day = nth(*day);
                visit.bus = slug(bus);
                visit.public_start = Minute::new(hour * 60).unwrap();
                visit.public_end = visit.public_start.plus(Minutes(60)).unwrap();
                visit.clone()
            })
            .collect();
        plan
    }

    type Visits<'a> = &'a [(&'a str, i64, &'a str, u32)];

    /// (kept, added, removed, moved, other day, other bus, other hours, stops)
    fn check(from: Visits<'_>, to: Visits<'_>, expected: [u32; 8]) {
        let c = difference(&plan(from), &plan(to)).counts;
        let found = [
            c.kept,
            c.added,
            c.removed,
            c.moved,
            c.other_day,
            c.other_bus,
            c.other_hours,
            c.stops,
        ];
        assert_eq!(found, expected, "{from:?} {to:?}");
    }

    #[test]
    fn table() {
        let one: Visits<'_> = &[("a", 1, "x", 10)];
        check(one, one, [1, 0, 0, 0, 0, 0, 0, 0]);
        check(&[], one, [0, 1, 0, 0, 0, 0, 0, 1]);
        check(one, &[], [0, 0, 1, 0, 0, 0, 0, 1]);
        // The same day is the same visit, whatever bus and hours.
        check(one, &[("a", 1, "y", 12)], [0, 0, 0, 1, 0, 1, 1, 1]);
        // Another stop is never the same visit.
        check(one, &[("b", 1, "x", 10)], [0, 1, 1, 0, 0, 0, 0, 2]);
        // What stays on its day is kept before the rest is paired in order of days.
        check(
            &[("a", 1, "x", 10), ("a", 8, "x", 10), ("a", 15, "x", 10)],
            &[("a", 8, "x", 10), ("a", 2, "x", 10), ("a", 20, "x", 11)],
            [1, 0, 0, 2, 2, 0, 1, 1],
        );
        // One more than before is new: the last.
        check(
            &[("a", 1, "x", 10)],
            &[("a", 3, "x", 10), ("a", 5, "x", 10)],
            [0, 1, 0, 1, 1, 0, 0, 1],
        );
    }

    #[test]
    fn what_is_over_has_not_changed() {
        let (whole, rest) = (
            plan(&[("a", 1, "x", 10), ("a", 8, "x", 10)]),
            plan(&[("a", 8, "x", 10)]),
        );
        assert_eq!(difference(&whole, &rest).counts.removed, 1);
        let since = difference_since(&whole, &rest, nth(2));
        assert!(since.is_empty());
        assert_eq!(since.counts.kept, 1);
    }

    #[test]
    fn the_words_of_the_json_form() {
        let found = difference(&plan(&[("a", 1, "x", 10)]), &plan(&[("a", 2, "x", 10)]));
        let text = serde_json::to_string(&found.moved).unwrap();
        let place = |day: &str| {
            format!(r#"{{"stop":"a","day":"{day}","bus":"x","public_start":"10:00","public_end":"11:00"}}"#)
        };
        assert_eq!(
            text,
            format!(r#"[{{"from":{},"to":{}}}]"#, place("2027-06-29"), place("2027-06-30"))
        );
        let whole = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<PlanDifference>(&whole).unwrap(), found);
    }
}
