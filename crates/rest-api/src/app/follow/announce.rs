//! Writes down what followers are to be told: one row, in the transaction of what it tells of, however many they are.

use serde::{Deserialize, Serialize};
use storage::{Announcement, Db, Json, Visit};
use vocabulary::{AnnouncementId, AnnouncementState, Day, Minute, SeasonId, StopId, Timestamp, VisitId, VisitState};

use crate::app::{AppError, fresh};

/// Somebody who presses the wrong button has so many seconds to take it back before anybody is told.
pub const TAKEN_BACK_WITHIN: i64 = 20;

/// When and where a visit is, and whether it will be: what followers are told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Where.
    pub stop: StopId,
    /// The day.
    pub day: Day,
    /// Public start.
    pub start: Minute,
    /// Public end.
    pub end: Minute,
    /// Whether it will not be.
    pub cancelled: bool,
}

impl Slot {
    /// As a visit stands.
    pub fn of(visit: &Visit) -> Self {
        Self {
            stop: visit.stop_id.clone(),
            day: visit.day,
            start: visit.public_start,
            end: visit.public_end,
            cancelled: visit.state == VisitState::Cancelled,
        }
    }
}

/// One thing that happened to a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Happened {
    /// Another day, hour or place, cancelled, or on again.
    Changed {
        /// Which.
        visit: VisitId,
        /// As it was announced.
        before: Slot,
        /// As it is now.
        after: Slot,
    },
    /// The bus will be late; by 0 minutes: it will not after all.
    Late {
        /// Which.
        visit: VisitId,
        /// Where.
        stop: StopId,
        /// By how much it was before.
        before: u32,
        /// By how much it is now.
        minutes: u32,
    },
}

impl Happened {
    /// The visit.
    pub fn visit(&self) -> &VisitId {
        match self {
            Self::Changed { visit, .. } | Self::Late { visit, .. } => visit,
        }
    }

    /// The stops whose followers are told.
    pub fn stops(&self) -> Vec<&StopId> {
        match self {
            Self::Changed { before, after, .. } => vec![&before.stop, &after.stop],
            Self::Late { stop, .. } => vec![stop],
        }
    }
}

/// What an announcement tells. Stored as JSON; the words are made when it leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum Content {
    /// Something happened to visits.
    Happened {
        /// What.
        all: Vec<Happened>,
    },
    /// All visits of the day that is tomorrow.
    Tomorrow {
        /// Which day.
        day: Day,
    },
}

/// A visit is another than it was announced. Nothing is written where the public sees no difference.
pub fn changed(db: &mut Db, now: Timestamp, was: &Visit, is: &Visit) -> Result<(), AppError> {
    let changed = [(was, is)];
    all_changed(db, now, &changed)
}

/// The same for many at once: one row.
pub fn all_changed(db: &mut Db, now: Timestamp, visits: &[(&Visit, &Visit)]) -> Result<(), AppError> {
    let Some((first, _)) = visits.first() else {
        return Ok(());
    };
    let season = first.season_id.clone();
    let pairs = visits.iter().map(|(was, is)| (&is.id, Slot::of(was), Slot::of(is)));
    let all = pairs
        .filter(|(_, before, after)| before != after)
        .map(|(visit, before, after)| Happened::Changed {
            visit: visit.clone(),
            before,
            after,
        })
        .collect();
    write(db, now, &season, all)
}

/// A visit is late by another number of minutes than before, or no longer. Nothing is written where it is the same.
pub fn delayed(db: &mut Db, now: Timestamp, visit: &Visit, before: Option<u32>) -> Result<(), AppError> {
    if visit.delay_minutes == before {
        return Ok(());
    }
    let late = Happened::Late {
        visit: visit.id.clone(),
        stop: visit.stop_id.clone(),
        before: before.unwrap_or(0),
        minutes: visit.delay_minutes.unwrap_or(0),
    };
    write(db, now, &visit.season_id, vec![late])
}

fn write(db: &mut Db, now: Timestamp, season: &SeasonId, all: Vec<Happened>) -> Result<(), AppError> {
    if all.is_empty() {
        return Ok(());
    }
    let due = now.plus_seconds(TAKEN_BACK_WITHIN);
    put(db, now, due, season, None, &Content::Happened { all })?;
    Ok(())
}

/// Writes an announcement, once a matter; a change is a matter of its own each time. Whether it is new.
pub(super) fn put(
    db: &mut Db,
    now: Timestamp,
    due: Timestamp,
    season: &SeasonId,
    matter: Option<String>,
    content: &Content,
) -> Result<bool, AppError> {
    let id = fresh::id(AnnouncementId::from_uuid);
    let announcement = Announcement {
        matter: matter.unwrap_or_else(|| format!("happened:{id}")),
        id,
        season_id: season.clone(),
        content: Json::of(content)?,
        made_at: now,
        due_at: due,
        state: AnnouncementState::Waiting,
        cursor: String::new(),
    };
    Ok(storage::announcements::put(db, &announcement)?)
}
