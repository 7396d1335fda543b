//! A visit of today is late: said by whoever is on the bus or at the desk, shown to the public at once, gone when the visit is over.

use serde::{Deserialize, Serialize};
use storage::{Db, Visit};
use utoipa::ToSchema;
use vocabulary::{PersonId, Timestamp, VisitId, VisitState};

use super::{VisitShape, not_over, text};
use crate::app::{App, AppError, Caller, audit, crew, follow::announce, idempotency::Asked};

/// The least and the most that a visit is late, in minutes. Less than that nobody needs to be told; later than that it is cancelled or moved.
pub const MINUTES: std::ops::RangeInclusive<u32> = 5..=240;

/// How late a visit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Delay {
    /// By so many minutes, from 5 to 240.
    #[schema(minimum = 5, maximum = 240)]
    pub minutes: u32,
    /// Why, in a word for the public; may be empty.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Says that a visit of today is late. The last word wins: on the road nobody looks at versions.
pub fn late(app: &App, asked: Asked<'_>, id: &VisitId, delay: &Delay) -> Result<VisitShape, AppError> {
    asked.caller.staff()?;
    if !MINUTES.contains(&delay.minutes) {
        let said = format!("write a number from {} to {}", MINUTES.start(), MINUTES.end());
        return Err(AppError::invalid("/minutes", said));
    }
    let reason = text("/reason", &delay.reason, 0)?;
    let reason = (!reason.is_empty()).then_some(reason);
    change(
        app,
        asked,
        id,
        "visit.late",
        &delay.minutes,
        (Some(delay.minutes), reason),
    )
}

/// Takes it back: the bus comes as its hours say.
pub fn on_time(app: &App, asked: Asked<'_>, id: &VisitId) -> Result<VisitShape, AppError> {
    asked.caller.staff()?;
    change(app, asked, id, "visit.on-time", &0, (None, None))
}

fn change(
    app: &App,
    asked: Asked<'_>,
    id: &VisitId,
    action: &str,
    minutes: &u32,
    to: (Option<u32>, Option<String>),
) -> Result<VisitShape, AppError> {
    let (now, by) = (app.now(), &asked.caller.person);
    app.write_public(|db| {
        asked.once(db, now, |db| {
            let was = storage::visits::get(db, id)?;
            of_today(app, db, &was, now)?;
            let (version, before) = (was.version, was.delay_minutes);
            let visit = set(db, was, to.clone(), now)?;
            if visit.version != version {
                announce::delayed(db, now, &visit, before)?;
                audit::note(db, now, Some(by), action, id.as_str(), minutes)?;
            }
            Ok(VisitShape::of(&visit))
        })
    })
}

/// Only what is on the road today can be late.
fn of_today(app: &App, db: &mut Db, visit: &Visit, now: Timestamp) -> Result<(), AppError> {
    not_over(db, visit, now)?;
    if visit.state == VisitState::Cancelled {
        return Err(AppError::refused(
            "visit-not-on",
            "the visit is cancelled: it cannot be late",
        ));
    }
    if visit.day != app.today() {
        let said = format!(
            "the visit is on {}: only today's can be late; another day's is moved",
            visit.day
        );
        return Err(AppError::refused("visit-not-today", said));
    }
    Ok(())
}

/// Stores it; nothing is stored where it is so already.
fn set(db: &mut Db, was: Visit, to: (Option<u32>, Option<String>), now: Timestamp) -> Result<Visit, AppError> {
    if (was.delay_minutes, &was.delay_reason) == (to.0, &to.1) {
        return Ok(was);
    }
    // How late it is stands in the title of its calendar entry.
    let revised = u32::from(was.delay_minutes != to.0);
    let visit = Visit {
        sequence: was.sequence + revised,
        delay_revisions: was.delay_revisions + revised,
        delay_minutes: to.0,
        delay_reason: to.1,
        revised_at: was.revised_at.max(now),
        ..was
    };
    crew::saved(storage::visits::save(db, &visit)?)
}

/// What the clock does: a visit that is over is late no more. How many there were.
pub fn tick(app: &App) -> Result<usize, AppError> {
    let (now, today) = (app.now(), app.today());
    let over = |db: &mut Db| {
        let mut over = storage::visits::late(db, today)?;
        // Errors of reading one season are not hidden: the whole is looked at again in a while.
        let mut kept = Vec::with_capacity(over.len());
        for visit in over.drain(..) {
            match not_over(db, &visit, now) {
                Ok(()) => {}
                Err(AppError::Refused { .. }) => kept.push(visit),
                Err(other) => return Err(other),
            }
        }
        Ok(kept)
    };
    if app.read(over)?.is_empty() {
        return Ok(0);
    }
    app.write_public(|db| {
        let all = over(db)?;
        let nobody: Option<&PersonId> = None;
        for visit in &all {
            set(db, visit.clone(), (None, None), now)?;
            audit::note(db, now, nobody, "visit.on-time", visit.id.as_str(), &0)?;
        }
        Ok(all.len())
    })
}

/// Whether somebody may say now that a visit is late, for the buttons of pages.
pub fn may_be_late(app: &App, caller: &Caller, visit: &Visit) -> bool {
    let (today, minute) = app.zone.civil(app.now());
    caller.staff().is_ok() && visit.state == VisitState::Planned && visit.day == today && minute < visit.public_end
}
