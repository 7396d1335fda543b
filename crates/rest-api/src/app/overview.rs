//! What the coordinator's pages show: each page's facts, read in one snapshot.

use std::collections::HashMap;

use route_planning::{Change, Figures, Plan, PlanDifference, ProblemParts};
use serde::Deserialize;
use storage::{Db, Page, Release, StaffedVisit};
use vocabulary::{Day, PlanId, PlanKind, PlanState, SeasonId, Slug, StopId, Tongue, VisitId, VisitState};

use super::{
    App, AppError, Caller,
    again::{self, Against},
    crew,
    error::Reason,
    plans, publish,
    season_model::{self, Loaded},
    signups::{self, Place},
};
use crate::planner::News;

/// So many plans are listed, the newest first; older ones are still reached by their address.
const PLANS_LISTED: u16 = 20;

/// A season and how far it is published.
#[derive(Debug, Clone)]
pub struct SeasonHead {
    /// The season.
    pub season: storage::Season,
    /// The number of its newest release.
    pub release: Option<u32>,
}

/// A plan in a list.
#[derive(Debug, Clone)]
pub struct PlanHead {
    /// The job.
    pub plan: storage::Plan,
    /// Visits in its result, once it is ready.
    pub visits: Option<u32>,
    /// The newest release that it became.
    pub release: Option<u32>,
}

/// Everything about one season.
#[derive(Debug, Clone)]
pub struct SeasonSheet {
    /// The season.
    pub head: SeasonHead,
    /// Its visits with their crew, by day and time.
    pub visits: Vec<StaffedVisit>,
    /// The names of all places.
    pub places: HashMap<StopId, Place>,
    /// Its releases, the newest first.
    pub releases: Vec<Release>,
    /// Its plans, the newest first.
    pub plans: Vec<PlanHead>,
}

/// Everything about one plan.
#[derive(Debug, Clone)]
pub struct PlanSheet {
    /// Its season.
    pub head: SeasonHead,
    /// The job.
    pub plan: PlanHead,
    /// The plan itself, once it is ready.
    pub result: Option<Plan>,
    /// The newest news of a plan that is being made.
    pub news: Option<News>,
    /// The season's data, for the names.
    pub loaded: Loaded,
    /// The number it would be published under; none if it cannot be published.
    pub next_release: Option<u32>,
    /// What was asked of the planner, once there is a result.
    pub parts: Option<ProblemParts>,
    /// How it differs from the plan that a "what if" started from, else from what is published.
    pub difference: Option<PlanDifference>,
    /// What a plan again changes.
    pub changes: Vec<Change>,
    /// Rules of today's season that a plan again breaks: while there are any, it cannot be published.
    pub obstacles: Vec<Reason>,
}

/// One day of a plan.
#[derive(Debug, Clone)]
pub struct PlanDaySheet {
    /// The plan.
    pub plan: Plan,
    /// What was asked of the planner.
    pub parts: ProblemParts,
    /// The season's data, for the names.
    pub loaded: Loaded,
    /// The published visits of the day, by stop.
    pub published: HashMap<Slug, VisitId>,
}

/// Everything about one visit.
#[derive(Debug, Clone)]
pub struct VisitSheet {
    /// Its season.
    pub head: SeasonHead,
    /// The visit with its crew.
    pub visit: StaffedVisit,
    /// Where it is, by name.
    pub place: Place,
    /// Languages that its crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
}

/// Every season, the newest first.
pub fn seasons(app: &App, caller: &Caller) -> Result<Vec<SeasonHead>, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let all = storage::whole(|page| storage::seasons::list(db, page))?;
        let mut heads = all
            .into_iter()
            .map(|season| head(db, season))
            .collect::<Result<Vec<_>, _>>()?;
        heads.sort_by_key(|head| std::cmp::Reverse(head.season.first_day));
        Ok(heads)
    })
}

/// One season with its visits, releases and plans.
pub fn season(app: &App, caller: &Caller, slug: &Slug) -> Result<SeasonSheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let head = by_slug(db, slug)?;
        let id = head.season.id.clone();
        let visits = storage::visits::of_season(db, &id)?;
        let releases = storage::releases::of_season(db, &id)?;
        Ok(SeasonSheet {
            head,
            visits: storage::shifts::with_crew(db, visits)?,
            places: signups::places(db)?,
            plans: plan_heads(db, &id, &releases)?,
            releases,
        })
    })
}

/// The plans of a season, the newest first.
pub fn plans(app: &App, caller: &Caller, slug: &Slug) -> Result<(SeasonHead, Vec<PlanHead>), AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let head = by_slug(db, slug)?;
        let releases = storage::releases::of_season(db, &head.season.id)?;
        let plans = plan_heads(db, &head.season.id, &releases)?;
        Ok((head, plans))
    })
}

/// The estates and the visits of a season, for the list that people filter.
pub fn visits(app: &App, caller: &Caller, slug: &Slug) -> Result<(SeasonHead, Loaded, Vec<StaffedVisit>), AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let head = by_slug(db, slug)?;
        let loaded = season_model::load(db, &head.season.id)?;
        let visits = storage::visits::of_season(db, &head.season.id)?;
        Ok((head, loaded, storage::shifts::with_crew(db, visits)?))
    })
}

/// One plan, with its newest news while it is being made.
pub fn plan(app: &App, caller: &Caller, id: &PlanId) -> Result<PlanSheet, AppError> {
    caller.coordinator()?;
    let live = app.planners.watch(id).and_then(|news| news.borrow().clone());
    app.read(|db| {
        let row = storage::plans::get(db, id)?;
        let season = storage::seasons::get(db, &row.season_id)?;
        let head = head(db, season)?;
        let releases = storage::releases::of_season(db, &row.season_id)?;
        let result = plans::read_result(db, id)?;
        let stored = row.progress.as_ref().and_then(|json| json.read().ok());
        let shown = releases.first().is_some_and(|r| r.plan_id.as_ref() == Some(id));
        let loaded = season_model::load(db, &row.season_id)?;
        let parts: Option<ProblemParts> = match result {
            Some(_) => Some(storage::plans::problem(db, id)?.read()?),
            None => None,
        };
        let (mut difference, mut obstacles) = (None, Vec::new());
        if let (Some(plan), Some(parts)) = (&result, &parts) {
            if !shown {
                difference = again::difference_of(db, &loaded, &row, plan, parts, &Against::Base)?;
            }
            if row.kind != PlanKind::Solve && !shown {
                obstacles = publish::obstacles(db, &row, plan, app.today())?;
            }
        }
        let ready = row.state == PlanState::Ready && !shown && obstacles.is_empty();
        Ok(PlanSheet {
            loaded,
            parts,
            difference,
            obstacles,
            changes: row
                .changes
                .as_ref()
                .map(storage::Json::read)
                .transpose()?
                .unwrap_or_default(),
            next_release: ready.then(|| head.release.unwrap_or(0) + 1),
            news: live.clone().or(stored),
            plan: PlanHead {
                visits: result.as_ref().map(|plan| plan.figures.visits),
                release: release_of(&releases, id),
                plan: row,
            },
            head,
            result,
        })
    })
}

/// One day of a plan; `NotFound` for a day without a tour.
pub fn plan_day(app: &App, caller: &Caller, id: &PlanId, day: Day) -> Result<PlanDaySheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let row = storage::plans::get(db, id)?;
        let plan = plans::read_result(db, id)?.ok_or(AppError::NotFound)?;
        if !plan.tours.iter().any(|tour| tour.day == day) {
            return Err(AppError::NotFound);
        }
        let loaded = season_model::load(db, &row.season_id)?;
        let visits = storage::visits::of_season(db, &row.season_id)?.into_iter();
        let published = visits.filter(|v| v.day == day && v.state == VisitState::Planned);
        let published = published.filter_map(|v| Some((loaded.stop_slug(&v.stop_id)?.clone(), v.id)));
        Ok(PlanDaySheet {
            published: published.collect(),
            parts: storage::plans::problem(db, id)?.read()?,
            plan,
            loaded,
        })
    })
}

/// One visit, with its crew.
pub fn visit(app: &App, caller: &Caller, id: &VisitId) -> Result<VisitSheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let visit = storage::visits::get(db, id)?;
        let season = storage::seasons::get(db, &visit.season_id)?;
        let settings = season.settings.read()?;
        let head = head(db, season)?;
        let place = signups::places(db)?.remove(&visit.stop_id).unwrap_or_default();
        let visit = storage::shifts::with_crew(db, vec![visit])?
            .pop()
            .ok_or(AppError::NotFound)?;
        Ok(VisitSheet {
            head,
            missing_tongues: crew::missing_tongues(db, &settings, &visit.visit, &visit.shifts)?,
            visit,
            place,
        })
    })
}

pub(super) fn by_slug(db: &mut Db, slug: &Slug) -> Result<SeasonHead, AppError> {
    let season = storage::seasons::by_slug(db, slug)?;
    head(db, season)
}

fn head(db: &mut Db, season: storage::Season) -> Result<SeasonHead, AppError> {
    let release = storage::releases::latest(db, &season.id)?.map(|release| release.number);
    Ok(SeasonHead { season, release })
}

fn plan_heads(db: &mut Db, season: &SeasonId, releases: &[Release]) -> Result<Vec<PlanHead>, AppError> {
    /// The part of a result that a list shows; the rest is not read.
    #[derive(Deserialize)]
    struct Sketch {
        figures: Figures,
    }

    let rows = storage::plans::of_season(db, season, &Page::first(PLANS_LISTED))?.items;
    let head = |plan: storage::Plan| {
        let result = storage::plans::result(db, &plan.id)?;
        let sketch: Option<Sketch> = result.map(|json| json.read()).transpose()?;
        Ok(PlanHead {
            visits: sketch.map(|s| s.figures.visits),
            release: release_of(releases, &plan.id),
            plan,
        })
    };
    rows.into_iter().map(head).collect()
}

/// The newest release that a plan became.
fn release_of(releases: &[Release], plan: &PlanId) -> Option<u32> {
    let mut of_it = releases.iter().filter(|r| r.plan_id.as_ref() == Some(plan));
    of_it.next().map(|release| release.number)
}
