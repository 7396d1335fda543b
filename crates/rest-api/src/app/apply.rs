//! Making a "what if" so: its changes written into what the stops ask for, in one transaction, so that its plan fits the season.

use route_planning::{Change, Relaxation};
use season_files::{RequestRules, StopDetails};
use storage::{Db, Guarded, Json};
use vocabulary::{PlanId, SeasonId, Slug, StopId, Weekdays};

use super::{
    App, AppError, Caller, audit,
    season_check::{self, Table},
    season_model::{self, Loaded},
};

/// Where in the season a change of a plan belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Into what this stop asks for.
    Request(Slug),
    /// Into the facts about this stop.
    Stop(Slug),
    /// Into a place that is edited by hand: the season's settings, its events, the hours of a place, a new stop.
    ByHand,
}

/// Where a change belongs.
pub fn home_of(change: &Change) -> Home {
    match change {
        Change::LongerService { stop, .. } => Home::Request(stop.clone()),
        Change::Relax { stop, relaxation } => match relaxation {
            Relaxation::LeastGap { .. }
            | Relaxation::MostGap { .. }
            | Relaxation::Weekdays { .. }
            | Relaxation::VisitLength { .. } => Home::Request(stop.clone()),
            Relaxation::Permission { .. } => Home::Stop(stop.clone()),
            _ => Home::ByHand,
        },
        _ => Home::ByHand,
    }
}

/// Writes the changes of a plan into the requests and stops that they are about; how many were written. Those that belong
/// elsewhere are left to people. Refused when none can be written.
pub fn apply(app: &App, caller: &Caller, id: &PlanId) -> Result<usize, AppError> {
    caller.coordinator()?;
    app.write_public(|db| {
        let row = storage::plans::get(db, id)?;
        let changes: Vec<Change> = row.changes.as_ref().map(Json::read).transpose()?.unwrap_or_default();
        let mut written = 0;
        for change in &changes {
            let loaded = season_model::load(db, &row.season_id)?;
            match home_of(change) {
                Home::Request(stop) => request(app, db, caller, &loaded, &stop, change)?,
                Home::Stop(stop) => site(app, db, caller, &loaded, &stop, change)?,
                Home::ByHand => continue,
            }
            written += 1;
        }
        if written == 0 {
            let detail =
                "what this plan changes stands in no request and no stop: edit the season's settings or events";
            return Err(AppError::refused("change-by-hand", detail));
        }
        Ok(written)
    })
}

fn stop_id(loaded: &Loaded, stop: &Slug) -> Result<StopId, AppError> {
    loaded.stop_ids.get(stop).cloned().ok_or(AppError::NotFound)
}

fn request(
    app: &App,
    db: &mut Db,
    caller: &Caller,
    loaded: &Loaded,
    stop: &Slug,
    change: &Change,
) -> Result<(), AppError> {
    let (now, season, stop_id) = (app.now(), loaded.id.clone(), stop_id(loaded, stop)?);
    let requests = storage::requests::of_season(db, &season)?;
    let was = requests
        .into_iter()
        .find(|request| request.stop_id == stop_id)
        .ok_or(AppError::NotFound)?;
    let mut rules: RequestRules = was.rules.read()?;
    change_rules(&mut rules, change);
    let row = storage::Request {
        rules: Json::of(&rules)?,
        updated_at: now,
        ..was
    };
    let write = |db: &mut Db| match storage::requests::save(db, &row)? {
        Guarded::Done(request) => Ok((request, Some(stop.clone()))),
        // Read in this transaction, so nobody can have been faster.
        Guarded::Stale(_) => Err(AppError::Busy),
    };
    let saved = season_check::guarded(db, &[season], Table::Requests, write)?;
    audit::note(
        db,
        now,
        Some(&caller.person),
        "request.update",
        saved.id.as_str(),
        &saved.stop_id,
    )
}

fn change_rules(rules: &mut RequestRules, change: &Change) {
    match change {
        Change::LongerService { public, .. } => rules.public_minutes = *public,
        Change::Relax { relaxation, .. } => match relaxation {
            Relaxation::LeastGap { enough, .. } => rules.gap_min_days = *enough,
            Relaxation::MostGap { enough, .. } => rules.gap_max_days = *enough,
            Relaxation::Weekdays { allow } => {
                let left: Weekdays = rules
                    .weekdays_forbidden
                    .iter()
                    .filter(|day| !allow.contains(*day))
                    .collect();
                rules.weekdays_forbidden = left;
            }
            Relaxation::VisitLength { enough, .. } => rules.public_minutes = *enough,
            _ => {}
        },
        _ => {}
    }
}

fn site(
    app: &App,
    db: &mut Db,
    caller: &Caller,
    loaded: &Loaded,
    slug: &Slug,
    change: &Change,
) -> Result<(), AppError> {
    let Change::Relax {
        relaxation: Relaxation::Permission { until },
        ..
    } = change
    else {
        return Ok(());
    };
    let now = app.now();
    let was = storage::stops::get(db, &stop_id(loaded, slug)?)?;
    let mut details: StopDetails = was.details.read()?;
    details.permission_until = details.permission_until.map(|old| old.max(*until));
    let row = storage::Stop {
        details: Json::of(&details)?,
        updated_at: now,
        ..was
    };
    let write = |db: &mut Db| match storage::stops::save(db, &row)? {
        Guarded::Done(stop) => Ok((stop, Some(slug.clone()))),
        Guarded::Stale(_) => Err(AppError::Busy),
    };
    let seasons: Vec<SeasonId> = season_check::concerned(db, app.today())?;
    let saved = season_check::guarded(db, &seasons, Table::Stops, write)?;
    audit::note(
        db,
        now,
        Some(&caller.person),
        "stop.update",
        saved.id.as_str(),
        &saved.slug,
    )
}
