//! What changed for the public between two publications, as values.

use std::collections::BTreeMap;

use serde::Serialize;
use vocabulary::{CivilWindow, Day, Slug, VisitId};

use crate::{Publication, Visit};

/// One change of one visit. A visit that changed in two ways has two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// The visit is new.
    Added {
        /// Which.
        visit: VisitId,
    },
    /// The visit is not in the later publication at all (another release may leave it out).
    Removed {
        /// Which.
        visit: VisitId,
    },
    /// The visit was cancelled.
    Cancelled {
        /// Which.
        visit: VisitId,
        /// Why, for the public.
        reason: Option<String>,
    },
    /// A cancelled visit will be after all.
    Restored {
        /// Which.
        visit: VisitId,
    },
    /// The visit has another day or other hours.
    Moved {
        /// Which.
        visit: VisitId,
        /// What it had.
        from: Slot,
        /// What it has.
        to: Slot,
    },
    /// The visit is at another stop.
    OtherPlace {
        /// Which.
        visit: VisitId,
        /// The stop it was at.
        from: Slug,
        /// The stop it is at.
        to: Slug,
    },
}

impl Change {
    /// Which visit.
    pub const fn visit(&self) -> &VisitId {
        match self {
            Self::Added { visit }
            | Self::Removed { visit }
            | Self::Cancelled { visit, .. }
            | Self::Restored { visit }
            | Self::Moved { visit, .. }
            | Self::OtherPlace { visit, .. } => visit,
        }
    }

    /// A machine word, for a class name or a data attribute.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::Removed { .. } => "removed",
            Self::Cancelled { .. } => "cancelled",
            Self::Restored { .. } => "restored",
            Self::Moved { .. } => "moved",
            Self::OtherPlace { .. } => "other-place",
        }
    }
}

/// A day and public hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// The public hours.
    pub window: CivilWindow,
}

impl Slot {
    fn of(visit: &Visit) -> Self {
        Self {
            day: visit.day,
            window: visit.window,
        }
    }
}

/// What changed from one publication to another: first what is or was, in the later one's order of time, then what is gone.
pub fn difference(before: &Publication, after: &Publication) -> Vec<Change> {
    let old: BTreeMap<&VisitId, &Visit> = before.visits().iter().map(|visit| (&visit.id, visit)).collect();
    let stayed = after.visits().iter().flat_map(|visit| match old.get(&visit.id) {
        Some(old) => changes(old, visit),
        None => vec![Change::Added {
            visit: visit.id.clone(),
        }],
    });
    let gone = before.visits().iter().filter(|visit| after.visit(&visit.id).is_none());
    stayed
        .chain(gone.map(|visit| Change::Removed {
            visit: visit.id.clone(),
        }))
        .collect()
}

fn changes(old: &Visit, new: &Visit) -> Vec<Change> {
    let visit = || new.id.clone();
    let mut changes = Vec::new();
    match (old.is_cancelled(), new.is_cancelled()) {
        (false, true) => changes.push(Change::Cancelled {
            visit: visit(),
            reason: new.reason.clone(),
        }),
        (true, false) => changes.push(Change::Restored { visit: visit() }),
        (true, true) | (false, false) => {}
    }
    let (from, to) = (Slot::of(old), Slot::of(new));
    if from != to {
        changes.push(Change::Moved {
            visit: visit(),
            from,
            to,
        });
    }
    if old.stop != new.stop {
        changes.push(Change::OtherPlace {
            visit: visit(),
            from: old.stop.clone(),
            to: new.stop.clone(),
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use vocabulary::VisitState;

    use super::*;
    use crate::{PublicationData, examples};

    fn check(change: impl Fn(&mut PublicationData), expected: &[&str]) {
        let before = examples::publication();
        let mut data = before.data().clone();
        change(&mut data);
        let after = Publication::build(data).unwrap();
        let found: Vec<String> = difference(&before, &after)
            .iter()
            .map(|change| {
                serde_json::to_string(change)
                    .unwrap()
                    .replace("vis_000000000000000000000000000000", "…")
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_kind_of_change() {
        check(|_| {}, &[]);
        check(
            |data| {
                data.visits
                    .push(examples::visit(16, "lazek-plac", "2027-08-01", "10:00-11:00"))
            },
            &[r#"{"change":"added","visit":"…10"}"#],
        );
        check(
            |data| drop(data.visits.remove(0)),
            &[r#"{"change":"removed","visit":"…01"}"#],
        );
        check(
            |data| {
                data.visits[0].state = VisitState::Cancelled;
                data.visits[0].reason = Some("upał".to_owned());
            },
            &[r#"{"change":"cancelled","visit":"…01","reason":"upał"}"#],
        );
        check(
            |data| data.visits[2].state = VisitState::Planned,
            &[r#"{"change":"restored","visit":"…03"}"#],
        );
        check(|data| data.visits[0].note = Some("x".to_owned()), &[]);
        check(
            |data| {
                data.visits[0].day = examples::day("2027-06-30");
                data.visits[0].stop = examples::slug("kosa-podworko");
            },
            &[
                r#"{"change":"moved","visit":"…01","from":{"day":"2027-06-29","window":"10:00-13:00"},"to":{"day":"2027-06-30","window":"10:00-13:00"}}"#,
                r#"{"change":"other-place","visit":"…01","from":"lazek-plac","to":"kosa-podworko"}"#,
            ],
        );
    }
}
