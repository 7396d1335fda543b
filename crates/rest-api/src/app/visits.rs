//! What a coordinator does to a published visit: cancel, move, note. The public sees it in the same instant.

pub mod delays;
mod rules;

use season_files as files;
use serde::{Deserialize, Serialize};
use storage::{Act, Db, Guarded, Visit};
use utoipa::ToSchema;
use vocabulary::{Day, DecidedBy, Minute, Timestamp, VisitId, VisitState};

pub use rules::BrokenRule;

use super::{
    App, AppError, Caller, audit, crew,
    error::{Fault, Reason, RefusedBy},
    follow::announce,
    season_model::{self, Loaded},
    text::{Lines, has_controls},
};
use crate::schema;

/// Longest text that the public is given, in characters.
pub const LONGEST_TEXT: u32 = 500;

/// Shortest reason, where one is needed, in characters.
pub const SHORTEST_REASON: u32 = 3;

/// The visit, for staff.
pub fn get(app: &App, caller: &Caller, id: &VisitId) -> Result<Visit, AppError> {
    caller.staff()?;
    app.read(|db| Ok(storage::visits::get(db, id)?))
}

/// All visits of a season, cancelled ones included.
pub fn list(app: &App, caller: &Caller, season: &vocabulary::SeasonId) -> Result<Vec<Visit>, AppError> {
    caller.staff()?;
    app.read(|db| {
        storage::seasons::get(db, season)?;
        Ok(storage::visits::of_season(db, season)?)
    })
}

/// All visits of a season with their crew, for the coordinator.
pub fn of_season(
    app: &App,
    caller: &Caller,
    season: &vocabulary::SeasonId,
) -> Result<(Loaded, Vec<storage::StaffedVisit>), AppError> {
    caller.staff()?;
    app.read(|db| {
        let loaded = season_model::load(db, season)?;
        let visits = storage::visits::of_season(db, season)?;
        Ok((loaded, storage::shifts::with_crew(db, visits)?))
    })
}

/// A cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why, in words for the public; 3 to 500 characters.
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}

/// Cancels a visit. It stays in every list and feed, marked; its shifts are cancelled and their people let go.
/// Cancelling a cancelled visit again changes its reason.
pub fn cancel(app: &App, caller: &Caller, id: &VisitId, version: u32, cancel: &Cancel) -> Result<Visit, AppError> {
    caller.coordinator()?;
    let reason = text("/reason", &cancel.reason, SHORTEST_REASON)?;
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: Some(reason.clone()),
    };
    app.write_public(|db| {
        let was = storage::visits::get(db, id)?;
        not_over(db, &was, act.at)?;
        let mut visit = was.clone();
        visit.sequence += u32::from(was.state != VisitState::Cancelled);
        visit.state = VisitState::Cancelled;
        visit.decided_by = DecidedBy::Person;
        visit.reason = Some(reason.clone());
        (visit.delay_minutes, visit.delay_reason) = (None, None);
        visit.revised_at = was.revised_at.max(act.at);
        visit.version = version;
        let visit = current(storage::visits::save(db, &visit)?, cancel)?;
        crew::cancel_shifts(db, &visit, &act)?;
        announce::changed(db, act.at, &was, &visit)?;
        audit::note(db, act.at, act.by.as_ref(), "visit.cancel", id.as_str(), cancel)?;
        Ok(visit)
    })
}

/// Another time for a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The new day, in the season and not over.
    #[schema(value_type = schema::Day)]
    pub day: Day,
    /// The new public start. The visit keeps its length, its set-up and its teardown.
    #[schema(value_type = schema::Minute)]
    pub public_start: Minute,
    /// Why, in words for the public; may be empty.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
    /// Go on although rules of the plan (not those of the calendar) say no; needs a reason.
    #[serde(default)]
    pub override_rules: bool,
}

/// Moves a visit to another day or hour. A cancelled visit is thereby on again. Its people are asked to confirm anew.
pub fn reschedule(app: &App, caller: &Caller, id: &VisitId, version: u32, to: &Move) -> Result<Visit, AppError> {
    caller.coordinator()?;
    let reason = text(
        "/reason",
        &to.reason,
        if to.override_rules { SHORTEST_REASON } else { 0 },
    )?;
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: Some(reason.clone()),
    };
    let today = app.today();
    app.write_public(|db| {
        // The bus can be at one place only: who moves visits of a season does so one after the other.
        let season = storage::visits::get(db, id)?.season_id;
        storage::seasons::hold(db, &season)?;
        let was = storage::visits::get(db, id)?;
        not_over(db, &was, act.at)?;
        let loaded = season_model::load(db, &was.season_id)?;
        let mut visit = shifted(&was, to)?;
        in_season(&loaded.season.settings, &visit, today)?;
        let others = storage::visits::of_day(db, to.day)?;
        let broken = rules::broken(&loaded, &visit, was.day, &others);
        if !broken.is_empty() && !to.override_rules {
            return Err(AppError::Refused {
                by: RefusedBy::State,
                reasons: broken.into_iter().map(Reason::from).collect(),
            });
        }
        visit.state = VisitState::Planned;
        visit.decided_by = DecidedBy::Person;
        visit.reason = (!reason.is_empty()).then(|| reason.clone());
        // Who moves a late visit says anew when it will be.
        (visit.delay_minutes, visit.delay_reason) = (None, None);
        visit.moved_from_day = Some(was.moved_from_day.unwrap_or(was.day));
        visit.moved_from_start = Some(was.moved_from_start.unwrap_or(was.public_start));
        visit.sequence += 1;
        visit.revised_at = was.revised_at.max(act.at);
        visit.version = version;
        let visit = current(storage::visits::save(db, &visit)?, to)?;
        crew::align_to_season(db, &loaded, &visit, &act)?;
        announce::changed(db, act.at, &was, &visit)?;
        audit::note(db, act.at, act.by.as_ref(), "visit.move", id.as_str(), to)?;
        Ok(visit)
    })
}

/// A word to the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The words, at most 500 characters; empty takes the note away.
    #[schema(max_length = 500)]
    pub note: String,
}

/// Sets or takes away the note of a visit.
pub fn note(app: &App, caller: &Caller, id: &VisitId, version: u32, note: &Note) -> Result<Visit, AppError> {
    caller.coordinator()?;
    let words = text("/note", &note.note, 0)?;
    let now = app.now();
    app.write_public(|db| {
        let mut visit = storage::visits::get(db, id)?;
        visit.note = (!words.is_empty()).then(|| words.clone());
        visit.revised_at = visit.revised_at.max(now);
        visit.version = version;
        let visit = current(storage::visits::save(db, &visit)?, note)?;
        audit::note(db, now, Some(&caller.person), "visit.note", id.as_str(), note)?;
        Ok(visit)
    })
}

/// The saved visit, or 412 with what is stored and what was asked for.
fn current(outcome: Guarded<Visit>, asked: &impl Serialize) -> Result<Visit, AppError> {
    match outcome {
        Guarded::Done(visit) => Ok(visit),
        Guarded::Stale(stored) => Err(AppError::Stale {
            current: serde_json::json!(VisitShape::of(&stored)),
            asked: serde_json::json!(asked),
        }),
    }
}

/// A visit as the API shows it to staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `storage::Visit`.
pub struct VisitShape {
    #[schema(value_type = schema::VisitId)]
    pub id: VisitId,
    #[schema(value_type = schema::SeasonId)]
    pub season: vocabulary::SeasonId,
    #[schema(value_type = schema::StopId)]
    pub stop: vocabulary::StopId,
    #[schema(value_type = schema::Slug)]
    pub bus: vocabulary::Slug,
    #[schema(value_type = schema::Day)]
    pub day: Day,
    #[schema(value_type = schema::Minute)]
    pub arrival: Minute,
    #[schema(value_type = schema::Minute)]
    pub set_up: Minute,
    #[schema(value_type = schema::Minute)]
    pub public_start: Minute,
    #[schema(value_type = schema::Minute)]
    pub public_end: Minute,
    #[schema(value_type = schema::Minute)]
    pub departure: Minute,
    #[schema(value_type = schema::VisitState)]
    pub state: VisitState,
    pub reason: Option<String>,
    pub note: Option<String>,
    #[schema(value_type = Option<schema::Day>)]
    pub moved_from_day: Option<Day>,
    #[schema(value_type = Option<schema::Minute>)]
    pub moved_from_start: Option<Minute>,
    pub delay_minutes: Option<u32>,
    pub delay_reason: Option<String>,
    pub sequence: u32,
    pub version: u32,
}

impl VisitShape {
    /// The shape of a row.
    pub fn of(visit: &Visit) -> Self {
        Self {
            id: visit.id.clone(),
            season: visit.season_id.clone(),
            stop: visit.stop_id.clone(),
            bus: visit.bus.clone(),
            day: visit.day,
            arrival: visit.arrival,
            set_up: visit.set_up,
            public_start: visit.public_start,
            public_end: visit.public_end,
            departure: visit.departure,
            state: visit.state,
            reason: visit.reason.clone(),
            note: visit.note.clone(),
            moved_from_day: visit.moved_from_day,
            moved_from_start: visit.moved_from_start,
            delay_minutes: visit.delay_minutes,
            delay_reason: visit.delay_reason.clone(),
            sequence: visit.sequence,
            version: visit.version,
        }
    }
}

fn text(pointer: &str, given: &str, least: u32) -> Result<String, AppError> {
    let words = given.trim();
    if has_controls(words, Lines::Several) {
        return Err(AppError::invalid(pointer, "write text without control characters"));
    }
    let length = words.chars().count() as u32;
    if (least..=LONGEST_TEXT).contains(&length) {
        Ok(words.to_owned())
    } else {
        Err(AppError::invalid(
            pointer,
            format!("write {least} to {LONGEST_TEXT} characters; these are {length}"),
        ))
    }
}

fn not_over(db: &mut Db, visit: &Visit, now: Timestamp) -> Result<(), AppError> {
    let zone = storage::seasons::get(db, &visit.season_id)?.zone;
    let ended = zone
        .resolve(visit.day, visit.public_end)
        .map_err(|gap| anyhow::anyhow!(gap))?;
    if ended <= now {
        return Err(AppError::refused(
            "visit-past",
            format!("the visit was on {}: what is past is not changed", visit.day),
        ));
    }
    Ok(())
}

/// The visit with all its times moved by as much as its public start.
fn shifted(was: &Visit, to: &Move) -> Result<Visit, AppError> {
    let by = i64::from(to.public_start.get()) - i64::from(was.public_start.get());
    let move_by = |minute: Minute| u32::try_from(i64::from(minute.get()) + by).ok().and_then(Minute::new);
    let moved = || {
        Some(Visit {
            day: to.day,
            arrival: move_by(was.arrival)?,
            set_up: move_by(was.set_up)?,
            public_start: move_by(was.public_start)?,
            public_end: move_by(was.public_end)?,
            departure: move_by(was.departure)?,
            ..was.clone()
        })
    };
    moved().ok_or_else(|| {
        AppError::invalid(
            "/public_start",
            "with set-up and teardown the visit would leave the day",
        )
    })
}

fn in_season(settings: &files::Settings, visit: &Visit, today: Day) -> Result<(), AppError> {
    let mut found = Vec::new();
    if visit.day < settings.first_day || visit.day > settings.last_day {
        let detail = format!("must be in the season, {} to {}", settings.first_day, settings.last_day);
        found.push(Fault::new("/day", detail));
    }
    if visit.day < today {
        found.push(Fault::new("/day", format!("{} is over", visit.day)));
    }
    for (minute, pointer) in [
        (visit.public_start, "/public_start"),
        (visit.public_end, "/public_start"),
    ] {
        if let Err(gap) = settings.zone.resolve(visit.day, minute) {
            found.push(Fault::new(pointer, gap.to_string()));
        }
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(AppError::Invalid(found))
    }
}
