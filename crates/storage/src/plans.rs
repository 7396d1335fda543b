//! Planning jobs. A planner thread *claims* a queued one; everything it writes afterwards carries the number of its claim,
//! so that one who was given up for dead cannot overwrite the work of its successor.
//!
//! The best plan so far outlives its planner: it is written whole, in one statement, and stays with the job whatever becomes of it.

use diesel::prelude::*;
use vocabulary::{PersonId, PlanId, PlanKind, PlanState, PlanTravel, SeasonId, Timestamp};

use crate::{
    Db, Json, Page, Paged, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::plans::{self, dsl},
};

row! {
    table = plans, row = PlanRow, derive = [];
    /// A planning job without its two long texts.
    pub struct Plan {
        /// Its id.
        id: PlanId,
        /// The season that is planned.
        season_id: SeasonId,
        /// What it does.
        kind: PlanKind,
        /// The plan it starts from; none for one from the beginning.
        base_plan: Option<PlanId>,
        /// What is changed; none for one from the beginning.
        changes: Option<Json>,
        /// How far it is.
        state: PlanState,
        /// The seed of its search.
        seed: u64,
        /// After how many iterations it stops.
        iteration_limit: Option<u32>,
        /// After how many seconds it stops.
        second_limit: Option<u32>,
        /// When the best plan so far was stored; none while none is.
        best_at: Option<Timestamp>,
        /// Whether somebody wants the plan as it stands now.
        keep_now: bool,
        /// The last progress that was reported.
        progress: Option<Json>,
        /// Why it failed.
        error: Option<String>,
        /// Who asked for it; nobody for the demo and the command line.
        requested_by: Option<PersonId>,
        /// When it was asked for.
        requested_at: Timestamp,
        /// How often a planner took it up; more than one after a restart.
        claims: u32,
        /// When the last planner took it up.
        claimed_at: Option<Timestamp>,
        /// When the planner last gave a sign of life.
        heartbeat_at: Option<Timestamp>,
        /// When it came to its end, whichever.
        finished_at: Option<Timestamp>,
        /// Raised by one at each change of state.
        version: u32,
        /// Where its travel times come from.
        travel: PlanTravel,
        /// Why it failed, for who says it in another language; read by the caller only.
        failure: Option<Json>,
    }
}

queries!(plans, Plan, PlanRow, PlanId; get);

/// What is asked of the planner.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPlan {
    /// Its id.
    pub id: PlanId,
    /// The season to plan.
    pub season_id: SeasonId,
    /// What to do.
    pub kind: PlanKind,
    /// The plan to start from; none for [`PlanKind::Solve`].
    pub base_plan: Option<PlanId>,
    /// What is changed; none for [`PlanKind::Solve`].
    pub changes: Option<Json>,
    /// The seed of the search.
    pub seed: u64,
    /// After how many iterations to stop.
    pub iteration_limit: Option<u32>,
    /// After how many seconds to stop.
    pub second_limit: Option<u32>,
    /// The problem, read by the caller only.
    pub problem: Json,
    /// Where its travel times come from.
    pub travel: PlanTravel,
    /// Who asks.
    pub requested_by: Option<PersonId>,
    /// When.
    pub requested_at: Timestamp,
}

/// A job taken up, with all that is needed to do it.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// The job; its `claims` is the number of this claim.
    pub plan: Plan,
    /// The problem to solve.
    pub problem: Json,
}

/// Puts a job into the queue.
pub fn request(db: &mut Db, new: &NewPlan) -> Result<Plan, StoreError> {
    let row = (
        dsl::id.eq(new.id.as_str()),
        dsl::season_id.eq(new.season_id.as_str()),
        dsl::kind.eq(new.kind.as_str()),
        dsl::base_plan.eq(new.base_plan.store()),
        dsl::changes.eq(new.changes.store()),
        dsl::keep_now.eq(false),
        dsl::state.eq(PlanState::Queued.as_str()),
        dsl::seed.eq(new.seed.store()),
        dsl::iteration_limit.eq(new.iteration_limit.store()),
        dsl::second_limit.eq(new.second_limit.store()),
        dsl::problem.eq(new.problem.as_str()),
        dsl::travel.eq(new.travel.as_str()),
        dsl::requested_by.eq(new.requested_by.store()),
        dsl::requested_at.eq(new.requested_at.store()),
        dsl::claims.eq(0),
        dsl::version.eq(1),
    );
    diesel::insert_into(plans::table).values(row).execute(db)?;
    get(db, &new.id)
}

/// Takes up the oldest queued job; none if the queue is empty.
pub fn claim(db: &mut Db, now: Timestamp) -> Result<Option<Claimed>, StoreError> {
    loop {
        let queued = plans::table.filter(dsl::state.eq(PlanState::Queued.as_str()));
        let next = queued
            .order((dsl::requested_at, dsl::id))
            .select(dsl::id)
            .first::<String>(db)
            .optional()?;
        let Some(id) = next else { return Ok(None) };
        let still_queued = plans::table.find(&id).filter(dsl::state.eq(PlanState::Queued.as_str()));
        let taken = diesel::update(still_queued)
            .set((
                dsl::state.eq(PlanState::Running.as_str()),
                dsl::claims.eq(dsl::claims + 1),
                dsl::version.eq(dsl::version + 1),
                dsl::claimed_at.eq(Some(now.store())),
                dsl::heartbeat_at.eq(Some(now.store())),
                dsl::progress.eq(None::<String>),
            ))
            .execute(db)?;
        // Zero rows: another server's planner was faster; look for the next job.
        if taken == 1 {
            let (plan, problem) = plans::table
                .find(&id)
                .select((PlanRow::as_select(), dsl::problem))
                .first::<(PlanRow, String)>(db)?;
            return Ok(Some(Claimed {
                plan: plan.try_into()?,
                problem: Json(problem),
            }));
        }
    }
}

/// What a planner learns when it gives a sign of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pulse {
    /// Go on.
    Ours,
    /// Stop, and hand in the best plan so far.
    Keep,
    /// The job is no longer this planner's: stop, nothing is wanted.
    Lost,
}

/// A sign of life with the newest progress.
pub fn heartbeat(db: &mut Db, id: &PlanId, claim: u32, progress: &Json, now: Timestamp) -> Result<Pulse, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::claims.eq(claim.store()))
        .set((
            dsl::heartbeat_at.eq(Some(now.store())),
            dsl::progress.eq(Some(progress.as_str())),
        ))
        .execute(db)?;
    if changed == 0 {
        return Ok(Pulse::Lost);
    }
    let keep: bool = plans::table.find(id.as_str()).select(dsl::keep_now).first(db)?;
    Ok(if keep { Pulse::Keep } else { Pulse::Ours })
}

/// Stores the best plan so far in place of an earlier one. False: the job is no longer this planner's, nothing was written.
pub fn store_best(db: &mut Db, id: &PlanId, claim: u32, best: &Json, now: Timestamp) -> Result<bool, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::claims.eq(claim.store()))
        .set((
            dsl::best.eq(Some(best.as_str())),
            dsl::best_at.eq(Some(now.store())),
            dsl::heartbeat_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// What came of the wish to have the plan as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Its planner was told and hands it in soon.
    Asked,
    /// No planner works on it: the best plan that was stored is the plan now.
    Taken,
    /// There is no plan to take: none was stored, or the job is ready.
    Nothing,
}

/// Ends the job with the best plan so far: by its planner, or, where none works on it (waiting again after its server stopped,
/// cancelled, failed), from what was stored.
pub fn keep(db: &mut Db, id: &PlanId, now: Timestamp) -> Result<Kept, StoreError> {
    let asked = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .set(dsl::keep_now.eq(true))
        .execute(db)?;
    if asked == 1 {
        return Ok(Kept::Asked);
    }
    let idle = [PlanState::Queued, PlanState::Cancelled, PlanState::Failed].map(|state| state.as_str());
    let taken = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq_any(idle.to_vec()))
        .filter(dsl::best.is_not_null())
        .set((
            dsl::state.eq(PlanState::Ready.as_str()),
            dsl::version.eq(dsl::version + 1),
            dsl::result.eq(dsl::best),
            dsl::error.eq(None::<String>),
            dsl::failure.eq(None::<String>),
            dsl::finished_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    if taken == 0 {
        get(db, id)?; // NotFound, if that is the reason.
    }
    Ok(if taken == 1 { Kept::Taken } else { Kept::Nothing })
}

/// Puts a job's problem in order before it is solved, so that it can be solved again as it was. False: the job is no longer this
/// planner's, nothing was written.
pub fn set_problem(db: &mut Db, id: &PlanId, claim: u32, problem: &Json) -> Result<bool, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::claims.eq(claim.store()))
        .set(dsl::problem.eq(problem.as_str()))
        .execute(db)?;
    Ok(changed == 1)
}

/// Stores the result. False: the job is no longer this planner's, nothing was written.
pub fn finish(db: &mut Db, id: &PlanId, claim: u32, result: &Json, now: Timestamp) -> Result<bool, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::claims.eq(claim.store()))
        .set((
            dsl::state.eq(PlanState::Ready.as_str()),
            dsl::version.eq(dsl::version + 1),
            dsl::result.eq(Some(result.as_str())),
            dsl::finished_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Why a job ends without a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFailure {
    /// In English.
    pub error: String,
    /// The facts, where the caller keeps them.
    pub facts: Option<Json>,
}

impl From<String> for PlanFailure {
    fn from(error: String) -> Self {
        Self { error, facts: None }
    }
}

impl From<&str> for PlanFailure {
    fn from(error: &str) -> Self {
        error.to_owned().into()
    }
}

/// Ends the job without a plan. False: the job is no longer this planner's, nothing was written.
pub fn fail(db: &mut Db, id: &PlanId, claim: u32, why: &PlanFailure, now: Timestamp) -> Result<bool, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::claims.eq(claim.store()))
        .set((
            dsl::state.eq(PlanState::Failed.as_str()),
            dsl::version.eq(dsl::version + 1),
            dsl::error.eq(Some(why.error.as_str())),
            dsl::failure.eq(why.facts.as_ref().map(Json::as_str)),
            dsl::finished_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Stops a job that is queued or running; the planner learns of it at its next heartbeat. False: it had ended before.
pub fn cancel(db: &mut Db, id: &PlanId, now: Timestamp) -> Result<bool, StoreError> {
    let changed = diesel::update(plans::table)
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq_any([PlanState::Queued.as_str(), PlanState::Running.as_str()].to_vec()))
        .set((
            dsl::state.eq(PlanState::Cancelled.as_str()),
            dsl::version.eq(dsl::version + 1),
            dsl::finished_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    if changed == 0 {
        get(db, id)?; // NotFound, if that is the reason.
    }
    Ok(changed == 1)
}

/// Puts running jobs without a sign of life since `quiet_since` back into the queue; how many.
pub fn requeue_stale(db: &mut Db, quiet_since: Timestamp) -> Result<usize, StoreError> {
    let stale = plans::table
        .filter(dsl::state.eq(PlanState::Running.as_str()))
        .filter(dsl::heartbeat_at.lt(Some(quiet_since.store())));
    let back = (
        dsl::state.eq(PlanState::Queued.as_str()),
        dsl::version.eq(dsl::version + 1),
    );
    Ok(diesel::update(stale).set(back).execute(db)?)
}

/// The problem of a job.
pub fn problem(db: &mut Db, id: &PlanId) -> Result<Json, StoreError> {
    Ok(Json(plans::table.find(id.as_str()).select(dsl::problem).first(db)?))
}

/// The best plan so far that was stored; none while none is.
pub fn best(db: &mut Db, id: &PlanId) -> Result<Option<Json>, StoreError> {
    let text: Option<String> = plans::table.find(id.as_str()).select(dsl::best).first(db)?;
    Ok(text.map(Json))
}

/// The result of a job; none unless it is ready.
pub fn result(db: &mut Db, id: &PlanId) -> Result<Option<Json>, StoreError> {
    let text: Option<String> = plans::table.find(id.as_str()).select(dsl::result).first(db)?;
    Ok(text.map(Json))
}

/// One portion of a season's jobs, the newest first.
pub fn of_season(db: &mut Db, season: &SeasonId, page: &Page) -> Result<Paged<Plan>, StoreError> {
    let mut query = plans::table
        .filter(dsl::season_id.eq(season.as_str()))
        .select(PlanRow::as_select())
        .order(dsl::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(after) = &page.after {
        query = query.filter(dsl::id.lt(after));
    }
    let items = things(query.load::<PlanRow>(db)?)?;
    Ok(page.cut(items, |plan: &Plan| plan.id.to_string()))
}
