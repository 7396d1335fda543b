//! Publishing a plan: the draft becomes release n+1, in one transaction.
//!
//! The plan is judged against today's data, visit ids are carried over so that calendar UIDs survive, moved visits are
//! revised, shifts are made or moved and their people asked again, and the whole is frozen.

use std::collections::HashMap;

use route_planning::{Plan, PlannedVisit, Problem, VisitReason};
use serde::{Deserialize, Serialize};
use storage::{Act, Db, Json, Release, Visit};
use utoipa::ToSchema;
use vocabulary::{Day, DecidedBy, PlanId, PlanState, ReleaseId, StopId, VisitId, VisitState};

use super::{
    App, AppError, Caller, audit, calendar,
    carry_over::{Fate, Published, carry_over},
    crew,
    error::{Reason, RefusedBy},
    follow::announce,
    fresh,
    idempotency::Asked,
    plans,
    season_model::Loaded,
    travel,
};
use crate::schema;

/// What a publication changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// The release.
    #[schema(value_type = schema::ReleaseId)]
    pub release: ReleaseId,
    /// Its number.
    pub number: u32,
    /// Visits that nobody had heard of.
    pub added: usize,
    /// Visits with another day, hours or bus.
    pub changed: usize,
    /// Visits that will not be any more.
    pub cancelled: usize,
}

/// Publishes a plan that is ready.
pub fn publish(app: &App, caller: &Caller, plan: &PlanId) -> Result<Outcome, AppError> {
    caller.coordinator()?;
    run(app, Some(caller), plan)
}

/// The same under the key that a client gave.
pub fn publish_once(app: &App, asked: Asked<'_>, plan: &PlanId) -> Result<Outcome, AppError> {
    asked.caller.coordinator()?;
    app.write_public(|db| asked.once(db, app.now(), |db| release(app, db, Some(asked.caller), plan)))
}

/// The same without a caller: for the demo and the command line.
pub fn run(app: &App, caller: Option<&Caller>, plan_id: &PlanId) -> Result<Outcome, AppError> {
    app.write_public(|db| release(app, db, caller, plan_id))
}

fn release(app: &App, db: &mut Db, caller: Option<&Caller>, plan_id: &PlanId) -> Result<Outcome, AppError> {
    let act = Act {
        at: app.now(),
        by: caller.map(|c| c.person.clone()),
        reason: None,
    };
    let today = app.today();
    let row = storage::plans::get(db, plan_id)?;
    let number = storage::releases::next_number(db, &row.season_id)?;
    let latest = storage::releases::latest(db, &row.season_id)?;
    if latest.is_some_and(|release| release.plan_id.as_ref() == Some(plan_id)) {
        return Err(AppError::refused(
            "plan-already-published",
            "this plan is what the public sees already",
        ));
    }
    let plan = match (row.state, plans::read_result(db, plan_id)?) {
        (PlanState::Ready, Some(plan)) => plan,
        (state, _) => {
            return Err(AppError::refused(
                "plan-not-ready",
                format!("only a ready plan can be published; it is {state}"),
            ));
        }
    };
    let (loaded, mut parts) = plans::problem_of(db, &row.season_id, today)?;
    travel::as_in(db, plan_id, &mut parts)?;
    judge(parts, &plan, &loaded, today)?;
    let mut writing = Writing {
        db,
        loaded: &loaded,
        act: &act,
        number,
        today,
        told: Vec::new(),
    };
    let (added, changed, cancelled) = writing.visits(&plan)?;
    let told = std::mem::take(&mut writing.told);
    let told: Vec<_> = told.iter().map(|(was, is)| (was, is)).collect();
    announce::all_changed(db, act.at, &told)?;
    let id = fresh::id(ReleaseId::from_uuid);
    let release = Release {
        id: id.clone(),
        season_id: row.season_id.clone(),
        number,
        plan_id: Some(plan_id.clone()),
        published_by: act.by.clone(),
        published_at: act.at,
    };
    let revision = storage::releases::public_revision(db)?.revision + 1;
    let header = calendar::Header {
        release: number,
        published_at: act.at,
        revision,
        changed_at: act.at,
    };
    let publication = calendar::build(app, db, &row.season_id, &header)?;
    storage::releases::publish(db, &release, &Json::of(&publication)?)?;
    let outcome = Outcome {
        release: id,
        number,
        added,
        changed,
        cancelled,
    };
    audit::note(
        db,
        act.at,
        act.by.as_ref(),
        "release.publish",
        outcome.release.as_str(),
        &outcome,
    )?;
    Ok(outcome)
}

/// Why a plan could not be published now: every rule of today's season that it breaks. Empty: nothing is in its way.
pub fn obstacles(db: &mut Db, row: &storage::Plan, plan: &Plan, today: Day) -> Result<Vec<Reason>, AppError> {
    let (loaded, mut parts) = plans::problem_of(db, &row.season_id, today)?;
    travel::as_in(db, &row.id, &mut parts)?;
    match judge(parts, plan, &loaded, today) {
        Ok(()) => Ok(Vec::new()),
        Err(AppError::Refused { reasons, .. }) => Ok(reasons),
        Err(AppError::Invalid(faults)) => {
            let told = faults
                .into_iter()
                .map(|fault| Reason::new("plan-no-longer-fits", fault.detail));
            Ok(told.collect())
        }
        Err(other) => Err(other),
    }
}

/// 409 with every violation if the plan no longer fits the season as it is today.
fn judge(parts: route_planning::ProblemParts, plan: &Plan, loaded: &Loaded, today: Day) -> Result<(), AppError> {
    Problem::build(parts.clone()).map_err(plans::faults)?;
    // A plan that was made before today has days that are history by now; the rest is judged.
    let mut rest = plan.clone();
    rest.visits.retain(|visit| visit.day > today);
    rest.tours.retain(|tour| tour.day > today);
    let whole = rest.visits.len() == plan.visits.len();
    let mut reasons: Vec<Reason> = route_planning::check(&parts, &rest)
        .into_iter()
        .filter(|violation| whole || !is_about_totals(violation))
        .map(Reason::from)
        .collect();
    for visit in &rest.visits {
        if loaded.season.stop(&visit.stop).is_none_or(|s| s.estate.is_none()) {
            let detail = format!(
                "the stop {} lies in no estate: say which, so that people find it",
                visit.stop
            );
            reasons.push(Reason::new("stop-without-estate", detail));
        }
    }
    if reasons.is_empty() {
        Ok(())
    } else {
        Err(AppError::Refused {
            by: RefusedBy::State,
            reasons,
        })
    }
}

/// What a plan says of itself as a whole, which is not true of its rest.
fn is_about_totals(violation: &route_planning::Violation) -> bool {
    use route_planning::Violation as V;
    matches!(
        violation,
        V::FiguresWrong | V::UnmetMisstated { .. } | V::UnmetUnexplained { .. }
    )
}

struct Writing<'a> {
    db: &'a mut Db,
    loaded: &'a Loaded,
    act: &'a Act,
    number: u32,
    today: Day,
    /// Visits that were announced otherwise, before and after.
    told: Vec<(Visit, Visit)>,
}

impl Writing<'_> {
    /// How many were added, changed, cancelled.
    fn visits(&mut self, plan: &Plan) -> Result<(usize, usize, usize), AppError> {
        let season = &self.loaded.id;
        let known: HashMap<VisitId, Visit> = storage::visits::of_season(self.db, season)?
            .into_iter()
            .map(|v| (v.id.clone(), v))
            .collect();
        let planned_again = |v: &Visit| {
            let slug = self.loaded.stop_slug(&v.stop_id);
            plan.visits.iter().any(|p| Some(&p.stop) == slug && p.day == v.day)
        };
        // What a person set stays as it is, also where no plan has it.
        let kept = |v: &Visit| v.decided_by == DecidedBy::Person && v.state == VisitState::Planned && !planned_again(v);
        let mut published: Vec<_> = known
            .values()
            .filter(|v| !kept(v))
            .map(|v| Published {
                id: v.id.clone(),
                stop: v.stop_id.clone(),
                day: v.day,
                state: v.state,
            })
            .collect();
        published.sort_by(|a, b| a.id.cmp(&b.id));
        let stops = plan
            .visits
            .iter()
            .map(|v| Ok((self.stop_id(v)?, v.day)))
            .collect::<Result<Vec<_>, AppError>>()?;
        let carried = carry_over(&published, &stops, self.today.plus_days(1));

        let (mut added, mut changed) = (0, 0);
        for (planned, fate) in plan.visits.iter().zip(&carried.planned) {
            match fate {
                Fate::Past => {}
                Fate::New => {
                    let visit = self.new_visit(planned)?;
                    storage::visits::insert(self.db, &visit)?;
                    self.align(&visit)?;
                    added += 1;
                }
                Fate::Continues(id) => changed += usize::from(self.continue_visit(&known[id], planned)?),
            }
        }
        for id in &carried.cancelled {
            let mut visit = known[id].clone();
            visit.state = VisitState::Cancelled;
            visit.decided_by = DecidedBy::Plan;
            visit.reason = None;
            visit.sequence += 1;
            visit.revised_at = visit.revised_at.max(self.act.at);
            let visit = crew::saved(storage::visits::save(self.db, &visit)?)?;
            crew::cancel_shifts(self.db, &visit, self.act)?;
            self.told.push((known[id].clone(), visit));
        }
        Ok((added, changed, carried.cancelled.len()))
    }

    fn stop_id(&self, planned: &PlannedVisit) -> Result<StopId, AppError> {
        let id = self.loaded.stop_ids.get(&planned.stop).cloned();
        Ok(id.ok_or_else(|| anyhow::anyhow!("the plan visits {}, which is no stop", planned.stop))?)
    }

    fn new_visit(&self, planned: &PlannedVisit) -> Result<Visit, AppError> {
        let event_id = match &planned.reason {
            VisitReason::Event { event } => self.loaded.event_ids.get(event).cloned(),
            VisitReason::Asked | VisitReason::Pin => None,
        };
        Ok(Visit {
            id: fresh::id(VisitId::from_uuid),
            season_id: self.loaded.id.clone(),
            stop_id: self.stop_id(planned)?,
            event_id,
            bus: planned.bus.clone(),
            day: planned.day,
            position: planned.order,
            arrival: planned.arrival,
            set_up: planned.set_up_start,
            public_start: planned.public_start,
            public_end: planned.public_end,
            departure: planned.departure,
            state: VisitState::Planned,
            decided_by: DecidedBy::Plan,
            reason: None,
            note: None,
            moved_from_day: None,
            delay_minutes: None,
            delay_reason: None,
            delay_revisions: 0,
            moved_from_start: None,
            sequence: 0,
            first_release: self.number,
            last_release: self.number,
            created_at: self.act.at,
            revised_at: self.act.at,
            version: 1,
        })
    }

    /// Whether the public sees a change.
    fn continue_visit(&mut self, was: &Visit, planned: &PlannedVisit) -> Result<bool, AppError> {
        let new = self.new_visit(planned)?;
        let public_change = (was.day, was.public_start, was.public_end, was.state)
            != (new.day, new.public_start, new.public_end, VisitState::Planned);
        let other_time = (was.day, was.public_start) != (new.day, new.public_start);
        let visit = Visit {
            id: was.id.clone(),
            event_id: new.event_id.clone().or_else(|| was.event_id.clone()),
            note: was.note.clone(),
            decided_by: if public_change { DecidedBy::Plan } else { was.decided_by },
            reason: was.reason.clone().filter(|_| !public_change),
            moved_from_day: if other_time { Some(was.day) } else { was.moved_from_day },
            moved_from_start: if other_time {
                Some(was.public_start)
            } else {
                was.moved_from_start
            },
            delay_minutes: was.delay_minutes.filter(|_| !public_change),
            delay_reason: was.delay_reason.clone().filter(|_| !public_change),
            delay_revisions: was.delay_revisions,
            sequence: was.sequence + u32::from(public_change),
            first_release: was.first_release,
            created_at: was.created_at,
            revised_at: if public_change {
                was.revised_at.max(self.act.at)
            } else {
                was.revised_at
            },
            version: was.version,
            ..new
        };
        let saved = crew::saved(storage::visits::save(self.db, &visit)?)?;
        self.align(&saved)?;
        self.told.push((was.clone(), saved));
        Ok(public_change)
    }

    fn align(&mut self, visit: &Visit) -> Result<(), AppError> {
        crew::align_to_season(self.db, self.loaded, visit, self.act)
    }
}
