//! Plans: asked for, worked on by a planner thread, read, cancelled. Publishing one is [`super::publish`].

use route_planning::{Plan, Problem, ProblemFault, ProblemParts};
use serde::{Deserialize, Serialize};
use storage::{Db, Json, Kept, NewPlan, Page, Paged};
use utoipa::ToSchema;
use vocabulary::{
    CivilWindow, Day, DecidedBy, PersonId, PlanId, PlanKind, PlanState, PlanTravel, SeasonId, Timestamp, TravelChoice,
    VisitState,
};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    fresh,
    idempotency::Asked,
    problem::{self, KnownVisit, Standing},
    season_model::{self, Loaded},
    travel,
};
use crate::{planner::News, schema, travel::TravelFailure};

/// How a plan is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLimits {
    /// The seed of the search.
    pub seed: u64,
    /// Stop after so many iterations.
    pub iterations: Option<u32>,
    /// Stop after so many seconds.
    pub seconds: Option<u32>,
    /// Which travel times.
    pub travel: TravelChoice,
}

/// Puts a planning job into the queue. All faults of the season are told at once and nothing is queued then.
pub fn request(app: &App, caller: &Caller, season: &SeasonId, limits: PlanLimits) -> Result<storage::Plan, AppError> {
    caller.coordinator()?;
    enqueue(app, Some(caller), season, limits)
}

/// The same under the key that a client gave.
pub fn request_once(app: &App, asked: Asked<'_>, season: &SeasonId, limits: PlanLimits) -> Result<PlanShape, AppError> {
    asked.caller.coordinator()?;
    check_limits(app, limits)?;
    let plan = app.write(|db| {
        asked.once(db, app.now(), |db| {
            PlanShape::of(&insert(app, db, Some(asked.caller), season, limits)?)
        })
    })?;
    app.planners.wake();
    Ok(plan)
}

/// The same without a caller: for the demo and the command line.
pub fn enqueue(
    app: &App,
    caller: Option<&Caller>,
    season: &SeasonId,
    limits: PlanLimits,
) -> Result<storage::Plan, AppError> {
    check_limits(app, limits)?;
    let plan = app.write(|db| insert(app, db, caller, season, limits))?;
    app.planners.wake();
    Ok(plan)
}

fn insert(
    app: &App,
    db: &mut Db,
    caller: Option<&Caller>,
    season: &SeasonId,
    limits: PlanLimits,
) -> Result<storage::Plan, AppError> {
    let now = app.now();
    let (loaded, mut parts) = problem_of(db, season, app.today())?;
    let travel = travel::choose(app, db, &loaded, season, &mut parts, limits.travel)?;
    if let Err(found) = Problem::build(parts.clone()) {
        let found = travel::before_asking(found, travel);
        if !found.is_empty() {
            return Err(faults(found));
        }
    }
    let new = NewPlan {
        id: fresh::id(PlanId::from_uuid),
        season_id: season.clone(),
        kind: PlanKind::Solve,
        base_plan: None,
        changes: None,
        seed: limits.seed,
        iteration_limit: limits.iterations,
        second_limit: limits.seconds,
        problem: Json::of(&parts)?,
        travel,
        requested_by: caller.map(|c| c.person.clone()),
        requested_at: now,
    };
    let plan = storage::plans::request(db, &new)?;
    audit::note(
        db,
        now,
        caller.map(|c| &c.person),
        "plan.request",
        plan.id.as_str(),
        &limits.seed,
    )?;
    Ok(plan)
}

/// A planning job as the API shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanShape {
    /// Its id.
    #[schema(value_type = schema::PlanId)]
    pub id: PlanId,
    /// The season that is planned.
    #[schema(value_type = schema::SeasonId)]
    pub season: SeasonId,
    /// What it does.
    #[schema(value_type = schema::PlanKind)]
    pub kind: PlanKind,
    /// The plan that it starts from; null for one from the beginning.
    #[schema(value_type = Option<schema::PlanId>)]
    pub base_plan: Option<PlanId>,
    /// What is changed; null for one from the beginning.
    #[schema(value_type = Option<Vec<Object>>)]
    pub changes: Option<serde_json::Value>,
    /// How far it is.
    #[schema(value_type = schema::PlanState)]
    pub state: PlanState,
    /// The seed of its search.
    pub seed: u64,
    /// After how many iterations it stops.
    pub iterations: Option<u32>,
    /// After how many seconds it stops.
    pub seconds: Option<u32>,
    /// When the best plan so far was last stored; null while none is. From then on `keep` gives a plan, whatever happens.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub best_at: Option<Timestamp>,
    /// The last progress that was reported.
    pub progress: Option<News>,
    /// Where its travel times come from.
    #[schema(value_type = schema::PlanTravel)]
    pub travel: PlanTravel,
    /// Why it failed.
    pub error: Option<String>,
    /// The facts behind it, where travel times are missing: `code` is unreachable, refused, unreadable, gaps, no-engine or stopped.
    #[schema(value_type = Option<Object>)]
    pub failure: Option<TravelFailure>,
    /// Who asked for it; null for the command line.
    #[schema(value_type = Option<schema::PersonId>)]
    pub requested_by: Option<PersonId>,
    /// When it was asked for.
    #[schema(value_type = schema::Timestamp)]
    pub requested_at: Timestamp,
    /// When it came to its end, whichever.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub finished_at: Option<Timestamp>,
}

impl PlanShape {
    /// The shape of a row.
    pub fn of(plan: &storage::Plan) -> Result<Self, AppError> {
        Ok(Self {
            id: plan.id.clone(),
            season: plan.season_id.clone(),
            kind: plan.kind,
            base_plan: plan.base_plan.clone(),
            changes: plan.changes.as_ref().map(Json::read).transpose()?,
            state: plan.state,
            seed: plan.seed,
            iterations: plan.iteration_limit,
            seconds: plan.second_limit,
            best_at: plan.best_at,
            progress: plan.progress.as_ref().map(Json::read).transpose()?,
            travel: plan.travel,
            error: plan.error.clone(),
            failure: plan.failure.as_ref().map(Json::read).transpose()?,
            requested_by: plan.requested_by.clone(),
            requested_at: plan.requested_at,
            finished_at: plan.finished_at,
        })
    }
}

/// Faults of the limits, all of them.
pub fn check_limits(app: &App, limits: PlanLimits) -> Result<(), AppError> {
    let most = app.config.planner.max_seconds;
    let mut found = Vec::new();
    if limits.seconds.is_none() && limits.iterations.is_none() {
        found.push(Fault::new(
            "/seconds",
            "give seconds, iterations, or both: a plan must end somewhere",
        ));
    }
    if limits.seconds.is_some_and(|s| s == 0 || u64::from(s) > most) {
        found.push(Fault::new("/seconds", format!("must be 1 to {most}")));
    }
    if limits.iterations.is_some_and(|i| i > 10_000_000) {
        found.push(Fault::new("/iterations", "must be 0 to 10000000"));
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(AppError::Invalid(found))
    }
}

/// The season's problem as it stands today: today and what was before is history, what people set stays, what was announced
/// moves for a reason only.
pub fn problem_of(db: &mut Db, season: &SeasonId, today: Day) -> Result<(Loaded, ProblemParts), AppError> {
    let loaded = season_model::load(db, season)?;
    let visits = storage::visits::of_season(db, season)?;
    let known: Vec<_> = visits
        .iter()
        .filter_map(|visit| known_visit(&loaded, visit, today))
        .collect();
    let parts = problem::parts(&loaded.season, &known, Some(today));
    let parts = problem::settle(parts, &known);
    Ok((loaded, parts))
}

fn known_visit(loaded: &Loaded, visit: &storage::Visit, today: Day) -> Option<KnownVisit> {
    let standing = match (visit.state, visit.day <= today, visit.decided_by) {
        (VisitState::Planned, true, _) => Standing::Past,
        (VisitState::Planned, false, DecidedBy::Person) => Standing::Fixed,
        (VisitState::Planned, false, DecidedBy::Plan) => Standing::Announced,
        (VisitState::Cancelled, false, DecidedBy::Person) => Standing::Cancelled,
        // What is over is over, and what a plan dropped another may take up again.
        (VisitState::Cancelled, true, _) | (VisitState::Cancelled, false, DecidedBy::Plan) => return None,
    };
    let of_event = |id: &vocabulary::EventId| {
        let found = loaded.event_ids.iter().find(|(_, own)| *own == id);
        found.map(|(slug, _)| slug.clone())
    };
    Some(KnownVisit {
        stop: loaded.stop_slug(&visit.stop_id)?.clone(),
        bus: visit.bus.clone(),
        day: visit.day,
        hours: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
        event: visit.event_id.as_ref().and_then(of_event),
        moved_from: visit.moved_from_day,
        standing,
    })
}

/// A problem's faults as faults of the season.
pub fn faults(found: Vec<ProblemFault>) -> AppError {
    AppError::Invalid(found.iter().map(|fault| Fault::new("", fault.to_string())).collect())
}

/// The same portion in the shape that the API shows.
pub fn shapes(app: &App, caller: &Caller, season: &SeasonId, page: &Page) -> Result<Paged<PlanShape>, AppError> {
    caller.coordinator()?;
    let Paged { items, next } = app.read(|db| {
        storage::seasons::get(db, season)?;
        Ok(storage::plans::of_season(db, season, page)?)
    })?;
    let items = items.iter().map(PlanShape::of).collect::<Result<_, _>>()?;
    Ok(Paged { items, next })
}

/// A plan as it stands, for those who watch it and were let in before.
pub fn shape(app: &App, id: &PlanId) -> Result<PlanShape, AppError> {
    app.read(|db| PlanShape::of(&storage::plans::get(db, id)?))
}

/// A plan's row.
pub fn get(app: &App, caller: &Caller, id: &PlanId) -> Result<storage::Plan, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::plans::get(db, id)?))
}

/// How far a plan is, for whoever waits for it in this process.
pub fn state(app: &App, id: &PlanId) -> Result<PlanState, AppError> {
    app.read(|db| Ok(storage::plans::get(db, id)?.state))
}

/// The plan itself; none while there is none.
pub fn result(app: &App, caller: &Caller, id: &PlanId) -> Result<Option<Plan>, AppError> {
    caller.coordinator()?;
    app.read(|db| read_result(db, id))
}

/// The stored result of a plan.
pub fn read_result(db: &mut Db, id: &PlanId) -> Result<Option<Plan>, AppError> {
    Ok(storage::plans::result(db, id)?.map(|json| json.read()).transpose()?)
}

/// Ends a plan that is being made with the best that was found so far; one that was stopped, failed or lost its planner with the
/// best that was stored.
pub fn keep(app: &App, caller: &Caller, id: &PlanId) -> Result<storage::Plan, AppError> {
    caller.coordinator()?;
    let now = app.now();
    let (kept, plan) = app.write(|db| {
        let kept = storage::plans::keep(db, id, now)?;
        let plan = storage::plans::get(db, id)?;
        match kept {
            Kept::Nothing if plan.state == PlanState::Ready => Err(AppError::refused(
                "plan-ended",
                "the plan is ready: there is nothing to wait for",
            )),
            Kept::Nothing => Err(AppError::refused(
                "no-plan-yet",
                format!("no plan has been found yet; the job is {}", plan.state),
            )),
            Kept::Asked | Kept::Taken => {
                audit::note(db, now, Some(&caller.person), "plan.keep", id.as_str(), &())?;
                Ok((kept, plan))
            }
        }
    })?;
    if kept == Kept::Asked {
        app.planners.keep(id);
    }
    Ok(plan)
}

/// Stops a plan that is queued or running. What is published stays as it is.
pub fn cancel(app: &App, caller: &Caller, id: &PlanId) -> Result<storage::Plan, AppError> {
    caller.coordinator()?;
    let now = app.now();
    let plan = app.write(|db| {
        let stopped = storage::plans::cancel(db, id, now)?;
        let plan = storage::plans::get(db, id)?;
        if !stopped && plan.state != PlanState::Cancelled {
            return Err(AppError::refused(
                "plan-ended",
                format!("the plan has ended before: it is {}", plan.state),
            ));
        }
        if stopped {
            audit::note(db, now, Some(&caller.person), "plan.cancel", id.as_str(), &())?;
        }
        Ok(plan)
    })?;
    app.planners.cancelled(id);
    Ok(plan)
}
