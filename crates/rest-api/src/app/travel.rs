//! Which travel times a plan is made with: the season's own matrix, the engine of the settings, or the estimate.
//!
//! Nothing here asks an engine: that waits, and is done by a planner thread.

use std::collections::HashMap;

use route_planning::{ProblemFault, ProblemParts, TravelPoint, travel_points};
use serde::{Deserialize, Serialize};
use storage::{Db, Json, TravelMatrix};
use utoipa::ToSchema;
use vocabulary::{PlanId, PlanTravel, SeasonId, Slug, Timestamp, TravelChoice};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    overview::{self, SeasonHead},
    plans, problem,
    season_model::Loaded,
};
use crate::travel::{
    Cache,
    matrix_file::{self, Finding, Matrix, Outdated},
};

/// Settles where a plan takes its travel times from, and puts a matrix of the season into its problem. An engine is asked later;
/// until then the problem has the estimate.
pub fn choose(
    app: &App,
    db: &mut Db,
    loaded: &Loaded,
    season: &SeasonId,
    parts: &mut ProblemParts,
    choice: TravelChoice,
) -> Result<PlanTravel, AppError> {
    if choice == TravelChoice::Estimate {
        return Ok(PlanTravel::Estimate);
    }
    if let Some(stored) = storage::travel_matrices::get(db, season)? {
        let matrix: Matrix = stored.matrix.read()?;
        let how = problem::travel_settings(&loaded.season.settings);
        parts.travel = matrix.travel(&points(parts), &how).map_err(outdated)?;
        return Ok(PlanTravel::Matrix);
    }
    // Checked when the settings were read.
    let engine = app
        .config
        .travel
        .engine()
        .map_err(|said| AppError::Internal(anyhow::anyhow!(said)))?;
    Ok(match (engine, choice) {
        (None, _) => PlanTravel::Estimate,
        (Some(_), TravelChoice::EstimateGaps) => PlanTravel::EngineOrEstimate,
        (Some(_), TravelChoice::Usual | TravelChoice::Estimate) => PlanTravel::Engine,
    })
}

/// The first places of the pointers of `outdated`.
pub const LACKS: &str = "/travel/lacks/";
/// The same for places that have moved.
pub const MOVED: &str = "/travel/moved/";

fn outdated(found: Outdated) -> AppError {
    let advice = "upload a new matrix, take the old one away, or plan with estimated travel";
    let lacks = found.new.iter().map(|slug| {
        Fault::new(
            format!("{LACKS}{slug}"),
            format!("the season's travel matrix lacks {slug}: {advice}"),
        )
    });
    let moved = found.moved.iter().map(|slug| {
        let said = format!("the season's travel matrix was made for another point of {slug}: {advice}");
        Fault::new(format!("{MOVED}{slug}"), said)
    });
    AppError::Invalid(lacks.chain(moved).collect())
}

/// Whether travel is measured for this season, so that the estimate is a choice.
pub fn is_measured(app: &App, db: &mut Db, season: &SeasonId) -> Result<bool, AppError> {
    let engine = matches!(app.config.travel.engine(), Ok(Some(_)));
    Ok(engine || storage::travel_matrices::get(db, season)?.is_some())
}

/// The faults of a problem that already count: those about travel wait until the engine has been asked.
pub fn before_asking(faults: Vec<ProblemFault>, travel: PlanTravel) -> Vec<ProblemFault> {
    let asks = matches!(travel, PlanTravel::Engine | PlanTravel::EngineOrEstimate);
    let of_travel = |fault: &ProblemFault| {
        matches!(
            fault,
            ProblemFault::TravelTooLong { .. }
                | ProblemFault::TravelTooFar { .. }
                | ProblemFault::FixedOutsideHours { .. }
                | ProblemFault::FixedCollide { .. }
        )
    };
    faults.into_iter().filter(|fault| !asks || !of_travel(fault)).collect()
}

/// Gives today's problem the travel that a plan was made with, for all pairs of places that are still where they were; others keep
/// the estimate. An estimate is not taken over: it is reckoned anew.
pub fn as_planned(made_with: &ProblemParts, travel: PlanTravel, today: &mut ProblemParts) {
    if travel == PlanTravel::Estimate {
        return;
    }
    let number: HashMap<&Slug, usize> = made_with
        .travel
        .places
        .iter()
        .enumerate()
        .map(|(i, slug)| (slug, i))
        .collect();
    let before: HashMap<Slug, TravelPoint> = points(made_with).into_iter().map(|p| (p.slug.clone(), p)).collect();
    let unmoved = |point: &TravelPoint| {
        let same = before.get(&point.slug) == Some(point);
        same.then(|| number.get(&point.slug).copied()).flatten()
    };
    let now = points(today);
    let numbers: Vec<Option<usize>> = now.iter().map(unmoved).collect();
    let n = made_with.travel.places.len();
    for (i, from) in numbers.iter().enumerate() {
        for (j, to) in numbers.iter().enumerate() {
            let (Some(from), Some(to)) = (from, to) else { continue };
            let (old, new) = (from * n + to, i * now.len() + j);
            let cells = (made_with.travel.minutes.get(old), made_with.travel.metres.get(old));
            let own = (today.travel.minutes.get_mut(new), today.travel.metres.get_mut(new));
            if let ((Some(minutes), Some(metres)), (Some(own_minutes), Some(own_metres))) = (cells, own) {
                (*own_minutes, *own_metres) = (*minutes, *metres);
            }
        }
    }
    if numbers.iter().all(Option::is_some) {
        today.travel.estimated = made_with.travel.estimated;
        today
            .travel
            .estimated_pairs
            .clone_from(&made_with.travel.estimated_pairs);
    }
}

/// The same, of a plan that is stored.
pub fn as_in(db: &mut Db, plan: &PlanId, today: &mut ProblemParts) -> Result<(), AppError> {
    let travel = storage::plans::get(db, plan)?.travel;
    if travel != PlanTravel::Estimate {
        as_planned(&storage::plans::problem(db, plan)?.read()?, travel, today);
    }
    Ok(())
}

fn points(parts: &ProblemParts) -> Vec<TravelPoint> {
    travel_points(&parts.depots, &parts.stops)
}

/// The folder in which engines' answers are kept.
pub fn cache(app: &App) -> Cache {
    let beside = || {
        let path = app.config.database.url.reveal().strip_prefix("sqlite:")?;
        Some(std::path::Path::new(path).parent()?.join("travel"))
    };
    let folder = app.config.travel.cache.clone().or_else(beside);
    Cache::new(folder.unwrap_or_else(|| "swietlicobus-data/travel".into()))
}

/// What became of an upload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Uploaded {
    /// Places of the matrix.
    pub places: usize,
    /// Ways that look wrong and were taken all the same.
    pub warnings: Vec<String>,
}

/// A matrix that was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its places.
    pub places: usize,
    /// Ways that look wrong and were taken all the same.
    pub warnings: Vec<Finding>,
}

/// Stores a season's own matrix in place of the one before; every fault is told and nothing is kept then.
pub fn upload(app: &App, caller: &Caller, season: &SeasonId, bytes: &[u8]) -> Result<Uploaded, AppError> {
    caller.coordinator()?;
    store(app, Some(caller), season, bytes)
}

/// The same without a caller: for the command line.
pub fn store(app: &App, caller: Option<&Caller>, season: &SeasonId, bytes: &[u8]) -> Result<Uploaded, AppError> {
    match store_or_tell(app, caller, season, bytes)? {
        Ok(Stored { places, warnings }) => Ok(Uploaded {
            places,
            warnings: warnings.iter().map(ToString::to_string).collect(),
        }),
        Err(found) => Err(AppError::Invalid(found.iter().map(fault).collect())),
    }
}

/// The same with faults as values, for whoever words them.
pub fn try_upload(
    app: &App,
    caller: &Caller,
    season: &SeasonId,
    bytes: &[u8],
) -> Result<Result<Stored, Vec<Finding>>, AppError> {
    caller.coordinator()?;
    store_or_tell(app, Some(caller), season, bytes)
}

fn store_or_tell(
    app: &App,
    caller: Option<&Caller>,
    season: &SeasonId,
    bytes: &[u8],
) -> Result<Result<Stored, Vec<Finding>>, AppError> {
    let (now, by) = (app.now(), caller.map(|c| c.person.clone()));
    app.write(|db| {
        let points = points(&plans::problem_of(db, season, app.today())?.1);
        let (matrix, warnings) = match matrix_file::read(bytes, &points) {
            Ok(read) => read,
            Err(found) => return Ok(Err(found)),
        };
        let stored = TravelMatrix {
            season_id: season.clone(),
            matrix: Json::of(&matrix)?,
            uploaded_by: by.clone(),
            uploaded_at: now,
        };
        storage::travel_matrices::put(db, &stored)?;
        audit::note(db, now, by.as_ref(), "travel.upload", season.as_str(), &points.len())?;
        Ok(Ok(Stored {
            places: points.len(),
            warnings,
        }))
    })
}

/// Where a season's travel times come from, for the page about them.
#[derive(Debug, Clone)]
pub struct TravelSheet {
    /// The season.
    pub head: SeasonHead,
    /// Its data, for the names.
    pub loaded: Loaded,
    /// Every place of it, as a matrix names them.
    pub places: Vec<Slug>,
    /// Its own matrix.
    pub own: Option<OwnMatrix>,
    /// Whether an engine is set, which is asked where there is no matrix.
    pub engine: bool,
}

/// A season's own matrix.
#[derive(Debug, Clone)]
pub struct OwnMatrix {
    /// How many places it has.
    pub places: usize,
    /// When it was uploaded.
    pub uploaded_at: Timestamp,
    /// What has changed since: while there is something, no plan can use it.
    pub outdated: Outdated,
}

/// Where the travel times of a season come from.
pub fn sheet(app: &App, caller: &Caller, slug: &Slug) -> Result<TravelSheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let head = overview::by_slug(db, slug)?;
        let (loaded, parts) = plans::problem_of(db, &head.season.id, app.today())?;
        let points = points(&parts);
        let own = match storage::travel_matrices::get(db, &head.season.id)? {
            None => None,
            Some(stored) => {
                let matrix: Matrix = stored.matrix.read()?;
                let how = problem::travel_settings(&loaded.season.settings);
                Some(OwnMatrix {
                    places: matrix.places.len(),
                    uploaded_at: stored.uploaded_at,
                    outdated: matrix.travel(&points, &how).err().unwrap_or_default(),
                })
            }
        };
        Ok(TravelSheet {
            places: points.into_iter().map(|point| point.slug).collect(),
            engine: matches!(app.config.travel.engine(), Ok(Some(_))),
            own,
            loaded,
            head,
        })
    })
}

fn fault(finding: &Finding) -> Fault {
    let row = finding.row.map(|row| format!("/{row}")).unwrap_or_default();
    let column = finding.column.map(|column| format!("/{column}")).unwrap_or_default();
    Fault::new(format!("{row}{column}"), finding.to_string())
}

/// A season's own matrix as the table that can be uploaded again.
pub fn table(app: &App, caller: &Caller, season: &SeasonId) -> Result<String, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let stored = storage::travel_matrices::get(db, season)?.ok_or(AppError::NotFound)?;
        Ok(stored.matrix.read::<Matrix>()?.table())
    })
}

/// Takes a season's own matrix away.
pub fn remove(app: &App, caller: &Caller, season: &SeasonId) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        if !storage::travel_matrices::remove(db, season)? {
            return Err(AppError::NotFound);
        }
        audit::note(db, now, Some(&caller.person), "travel.remove", season.as_str(), &())?;
        Ok(())
    })
}
