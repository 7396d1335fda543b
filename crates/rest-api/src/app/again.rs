//! Plans that start from a plan: planned again after a change of the world, or "what if" a rule were another. And what can be asked
//! about a plan that stands: how it differs, where else a visit could be, why a season cannot work.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use route_planning::{
    Alternative, Change, Conflict, Figures, NoAlternatives, Plan, PlanDifference, PlannedVisit, Problem, ProblemParts,
    Progress, Step, Tour, VisitReason,
};
use storage::{Db, Json, NewPlan};
use vocabulary::{Day, DecidedBy, Minutes, PlanId, PlanKind, PlanState, SeasonId, Slug, VisitId, VisitState};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    fresh,
    idempotency::Asked,
    plans::{self, PlanLimits, PlanShape},
    season_model::{self, Loaded},
    travel,
};

/// More changes at once are another season.
const MOST_CHANGES: usize = 50;
/// So long the search for a conflict may take.
const CONFLICT_WITHIN: Duration = Duration::from_secs(20);

/// Other places for a visit, or why there are none.
pub type Places = Result<Vec<Alternative>, NoAlternatives>;

/// What a plan again is asked to be.
#[derive(Debug, Clone)]
pub struct Again {
    /// What is changed.
    pub changes: Vec<Change>,
    /// How it is to be made.
    pub limits: PlanLimits,
}

/// Queues a "what if": the plan again, with rules changed that stay as they are in the season.
pub fn what_if_once(app: &App, asked: Asked<'_>, base: &PlanId, again: &Again) -> Result<PlanShape, AppError> {
    asked.caller.coordinator()?;
    check(app, again)?;
    let plan = app.write(|db| {
        asked.once(db, app.now(), |db| {
            let row = storage::plans::get(db, base)?;
            if row.state != PlanState::Ready {
                let detail = format!("only a ready plan can be asked what would be; it is {}", row.state);
                return Err(AppError::refused("plan-not-ready", detail));
            }
            let parts = unchanged(app, db, &row)?;
            let start = (PlanKind::WhatIf, base);
            queue(app, db, asked.caller, &row.season_id, start, &parts, again)
        })
    })?;
    app.planners.wake();
    Ok(plan)
}

/// Queues a replan: the season as it is published, after changes of the world, with as few visits moved as can be.
pub fn replan_once(app: &App, asked: Asked<'_>, season: &SeasonId, again: &Again) -> Result<PlanShape, AppError> {
    asked.caller.coordinator()?;
    check(app, again)?;
    let plan = app.write(|db| {
        asked.once(db, app.now(), |db| {
            let (loaded, mut parts) = plans::problem_of(db, season, app.today())?;
            let Some((base, _)) = published(db, &loaded)? else {
                let detail = "no plan of this season has been published: ask for a plan";
                return Err(AppError::refused("nothing-to-replan", detail));
            };
            travel::as_in(db, &base, &mut parts)?;
            queue(app, db, asked.caller, season, (PlanKind::Replan, &base), &parts, again)
        })
    })?;
    app.planners.wake();
    Ok(plan)
}

fn check(app: &App, again: &Again) -> Result<(), AppError> {
    let mut found = match plans::check_limits(app, again.limits) {
        Ok(()) => Vec::new(),
        Err(AppError::Invalid(found)) => found,
        Err(other) => return Err(other),
    };
    if again.changes.is_empty() || again.changes.len() > MOST_CHANGES {
        found.push(Fault::new("/changes", format!("give 1 to {MOST_CHANGES} changes")));
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(AppError::Invalid(found))
    }
}

fn queue(
    app: &App,
    db: &mut Db,
    caller: &Caller,
    season: &SeasonId,
    (kind, base): (PlanKind, &PlanId),
    parts: &ProblemParts,
    again: &Again,
) -> Result<PlanShape, AppError> {
    let parts = route_planning::changed(parts, &again.changes).map_err(|faults| {
        let told = faults
            .iter()
            .map(|(i, fault)| Fault::new(format!("/changes/{i}"), fault.to_string()));
        AppError::Invalid(told.collect())
    })?;
    Problem::build(parts.clone()).map_err(plans::faults)?;
    let now = app.now();
    let new = NewPlan {
        id: fresh::id(PlanId::from_uuid),
        season_id: season.clone(),
        kind,
        base_plan: Some(base.clone()),
        changes: Some(Json::of(&again.changes)?),
        seed: again.limits.seed,
        iteration_limit: again.limits.iterations,
        second_limit: again.limits.seconds,
        problem: Json::of(&parts)?,
        // That of the plan that it starts from; nobody is asked again.
        travel: storage::plans::get(db, base)?.travel,
        requested_by: Some(caller.person.clone()),
        requested_at: now,
    };
    let plan = storage::plans::request(db, &new)?;
    audit::note(db, now, Some(&caller.person), "plan.again", plan.id.as_str(), &kind)?;
    PlanShape::of(&plan)
}

/// The problem that a "what if" changes: the plan's own, but of a season that has begun since, what is left of it today. So nothing
/// is tried on days that are over.
fn unchanged(app: &App, db: &mut Db, base: &storage::Plan) -> Result<ProblemParts, AppError> {
    let own: ProblemParts = storage::plans::problem(db, &base.id)?.read()?;
    let (_, mut today) = plans::problem_of(db, &base.season_id, app.today())?;
    travel::as_in(db, &base.id, &mut today)?;
    let first = |parts: &ProblemParts| parts.days.first().map(|day| day.day);
    Ok(if first(&own) < first(&today) { today } else { own })
}

/// What a planner starts from.
#[derive(Debug, Clone)]
pub struct Start {
    /// The plan that stands.
    pub plan: Plan,
    /// The problem without the changes.
    pub parts: ProblemParts,
    /// The changes.
    pub changes: Vec<Change>,
}

/// What a job that plans again starts from; none for one from the beginning.
pub fn start_of(app: &App, job: &storage::Plan) -> Result<Option<Start>, AppError> {
    let (Some(base), Some(changes)) = (&job.base_plan, &job.changes) else {
        return Ok(None);
    };
    app.read(|db| {
        let gone = || AppError::Internal(anyhow::anyhow!("the plan that {} starts from is gone", job.id));
        let plan = match job.kind {
            PlanKind::Solve => return Ok(None),
            PlanKind::WhatIf => plans::read_result(db, base)?.ok_or_else(gone)?,
            PlanKind::Replan => {
                let loaded = season_model::load(db, &job.season_id)?;
                published(db, &loaded)?.ok_or_else(gone)?.1
            }
        };
        let base = storage::plans::get(db, base)?;
        Ok(Some(Start {
            plan,
            parts: unchanged(app, db, &base)?,
            changes: changes.read()?,
        }))
    })
}

/// The plan that the public sees: the newest release's, with its visits as they are by now.
pub fn published(db: &mut Db, loaded: &Loaded) -> Result<Option<(PlanId, Plan)>, AppError> {
    let releases = storage::releases::of_season(db, &loaded.id)?;
    let Some(id) = releases.into_iter().find_map(|release| release.plan_id) else {
        return Ok(None);
    };
    let Some(mut plan) = plans::read_result(db, &id)? else {
        return Ok(None);
    };
    let visits = storage::visits::of_season(db, &loaded.id)?;
    plan.visits = visits.iter().filter_map(|visit| as_planned(loaded, visit)).collect();
    plan.visits
        .sort_by(|a, b| (a.day, &a.bus, a.order).cmp(&(b.day, &b.bus, b.order)));
    Ok(Some((id, plan)))
}

fn as_planned(loaded: &Loaded, visit: &storage::Visit) -> Option<PlannedVisit> {
    if visit.state == VisitState::Cancelled {
        return None;
    }
    let event = visit
        .event_id
        .as_ref()
        .and_then(|id| loaded.event_ids.iter().find(|(_, own)| *own == id));
    let reason = match (event, visit.decided_by) {
        (Some((event, _)), _) => VisitReason::Event { event: event.clone() },
        (None, DecidedBy::Person) => VisitReason::Pin,
        (None, DecidedBy::Plan) => VisitReason::Asked,
    };
    Some(PlannedVisit {
        stop: loaded.stop_slug(&visit.stop_id)?.clone(),
        bus: visit.bus.clone(),
        day: visit.day,
        order: visit.position,
        arrival: visit.arrival,
        set_up_start: visit.set_up,
        public_start: visit.public_start,
        public_end: visit.public_end,
        departure: visit.departure,
        reason,
    })
}

/// What a plan is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The plan it started from; without one, what is published.
    Base,
    /// What is published now.
    Published,
    /// This plan.
    Plan(PlanId),
}

/// How a plan differs from another. What is over before the plan begins is left out. None: there is nothing to compare it with.
pub fn difference(
    app: &App,
    caller: &Caller,
    id: &PlanId,
    against: &Against,
) -> Result<Option<PlanDifference>, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let row = storage::plans::get(db, id)?;
        let loaded = season_model::load(db, &row.season_id)?;
        let plan = plans::read_result(db, id)?.ok_or(AppError::NotFound)?;
        let parts: ProblemParts = storage::plans::problem(db, id)?.read()?;
        difference_of(db, &loaded, &row, &plan, &parts, against)
    })
}

/// The same for a plan that is at hand.
pub fn difference_of(
    db: &mut Db,
    loaded: &Loaded,
    row: &storage::Plan,
    plan: &Plan,
    parts: &ProblemParts,
    against: &Against,
) -> Result<Option<PlanDifference>, AppError> {
    let base = row.base_plan.as_ref().filter(|_| row.kind == PlanKind::WhatIf);
    let from = match (against, base) {
        (Against::Plan(other), _) => {
            let other_row = storage::plans::get(db, other)?;
            if other_row.season_id != row.season_id {
                return Err(AppError::invalid("?against", "the other plan is of another season"));
            }
            plans::read_result(db, other)?
        }
        (Against::Base, Some(base)) => plans::read_result(db, base)?,
        (Against::Base | Against::Published, _) => published(db, loaded)?.map(|(_, plan)| plan),
    };
    let first = parts.days.first().map(|day| day.day);
    Ok(from.map(|from| match first {
        Some(first) => route_planning::difference(&rest_of(from, plan, first), plan),
        None => route_planning::difference(&from, plan),
    }))
}

/// A plan from this day on, with its figures, so that like is compared with like. What its cost was stays that of the whole.
fn rest_of(whole: Plan, other: &Plan, first: Day) -> Plan {
    let mut rest = whole;
    let all = rest.visits.len();
    rest.visits.retain(|visit| visit.day >= first);
    rest.tours.retain(|tour| tour.day >= first);
    if rest.visits.len() == all {
        return rest;
    }
    let stops: BTreeSet<&Slug> = rest.visits.iter().map(|visit| &visit.stop).collect();
    let legs = || rest.tours.iter().flat_map(|tour| &tour.legs);
    let open = |visit: &PlannedVisit| Minutes(visit.public_end.get().saturating_sub(visit.public_start.get()));
    rest.figures = Figures {
        visits: rest.visits.len() as u32,
        stops_visited: stops.len() as u32,
        tours: rest.tours.len() as u32,
        public: rest.visits.iter().map(open).sum(),
        travel: legs().map(|leg| leg.minutes).sum(),
        distance: legs().map(|leg| leg.metres).sum(),
        duty: rest.tours.iter().map(Tour::duty).sum(),
        longest_duty: rest.tours.iter().map(Tour::duty).max().unwrap_or_default(),
        // What has been is asked for no more; what was missing is missing still.
        wanted: other.figures.wanted,
        missing: rest.figures.missing,
    };
    rest
}

/// Where else a visit of a plan could be, cheapest first.
pub fn alternatives(
    app: &App,
    caller: &Caller,
    id: &PlanId,
    (stop, day): (&Slug, Day),
    count: usize,
) -> Result<Places, AppError> {
    caller.coordinator()?;
    let (plan, parts): (Plan, ProblemParts) = app.read(|db| {
        storage::plans::get(db, id)?;
        let plan = plans::read_result(db, id)?.ok_or(AppError::NotFound)?;
        Ok((plan, storage::plans::problem(db, id)?.read()?))
    })?;
    let problem = Problem::build(parts).map_err(plans::faults)?;
    Ok(route_planning::alternatives(&problem, &plan, stop, day, count))
}

/// Where else a published visit could be under today's rules, cheapest first. None: nothing of it can be said, for the visit is
/// over or cancelled, or the season cannot be planned as it is.
pub fn alternatives_of_visit(
    app: &App,
    caller: &Caller,
    id: &VisitId,
    count: usize,
) -> Result<Option<(Loaded, Places)>, AppError> {
    caller.coordinator()?;
    let found = app.read(|db| {
        let visit = storage::visits::get(db, id)?;
        let (loaded, mut parts) = plans::problem_of(db, &visit.season_id, app.today())?;
        let stop = loaded.stop_slug(&visit.stop_id).cloned();
        let standing = published(db, &loaded)?;
        if let Some((id, _)) = &standing {
            travel::as_in(db, id, &mut parts)?;
        }
        let plan = standing.map(|(_, plan)| plan);
        Ok((visit, parts, stop, plan, loaded))
    })?;
    let (visit, parts, Some(stop), Some(plan), loaded) = found else {
        return Ok(None);
    };
    if visit.day <= app.today() || visit.state == VisitState::Cancelled {
        return Ok(None);
    }
    let Ok(problem) = Problem::build(parts) else {
        return Ok(None);
    };
    let found = route_planning::alternatives(&problem, &plan, &stop, visit.day, count);
    Ok(Some((loaded, found)))
}

/// Why the season cannot give every stop its least visits: requests and rules that contradict each other. None: it can.
pub fn conflict(app: &App, caller: &Caller, season: &SeasonId) -> Result<Option<Conflict>, AppError> {
    caller.coordinator()?;
    let (_, parts) = app.read(|db| plans::problem_of(db, season, app.today()))?;
    let started = Instant::now();
    let mut watch = |_: &Progress| {
        if started.elapsed() < CONFLICT_WITHIN && !app.planners.stopping() {
            Step::Continue
        } else {
            Step::Stop
        }
    };
    route_planning::conflict(&parts, &mut watch).map_err(plans::faults)
}
