//! Before the search: the routing engine is asked for travel times, where the plan wants them.

use std::{
    panic::resume_unwind,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    time::Instant,
};

use route_planning::{ProblemParts, travel_points};
use storage::{Claimed, Json, PlanFailure};
use vocabulary::{PlanKind, PlanTravel, SeasonId};

use super::{Batches, NEWS, News, Watcher};
use crate::{
    app::{App, AppError, problem, season_model, travel as choice},
    travel::{self, Answers, Gaps, TravelFailure},
};

/// Puts measured travel into the problem and stores it so, that the plan can be made again. Nothing to do where the plan asks no
/// engine. Without an answer there is no plan: the estimate is never put in its place unasked.
pub(super) fn measure(
    claimed: &Claimed,
    watcher: &mut Watcher<'_>,
    parts: &mut ProblemParts,
) -> Result<(), PlanFailure> {
    if claimed.plan.kind != PlanKind::Solve {
        // It has the travel of the plan that it starts from.
        return Ok(());
    }
    let gaps = match claimed.plan.travel {
        PlanTravel::Estimate | PlanTravel::Matrix => return Ok(()),
        PlanTravel::Engine => Gaps::Refuse,
        PlanTravel::EngineOrEstimate => Gaps::Estimate,
    };
    let answers = ask(watcher, parts).map_err(|failure| told(&failure))?;
    let points = travel_points(&parts.depots, &parts.stops);
    let said = |error: AppError| PlanFailure {
        error: error.to_string(),
        facts: None,
    };
    let how = estimate_of(watcher.app, &claimed.plan.season_id).map_err(said)?;
    parts.travel = answers.travel(&points, &how, gaps).map_err(|failure| told(&failure))?;
    let stored = Json::of(parts).map_err(AppError::from).and_then(|json| {
        watcher.app.write(|db| {
            Ok(storage::plans::set_problem(
                db,
                &claimed.plan.id,
                claimed.plan.claims,
                &json,
            )?)
        })
    });
    watcher.lost = !stored.map_err(said)?;
    // The time limit of a plan is for the search.
    watcher.started = Instant::now();
    Ok(())
}

fn told(failure: &TravelFailure) -> PlanFailure {
    PlanFailure {
        error: failure.to_string(),
        facts: Json::of(failure).ok(),
    }
}

fn estimate_of(app: &App, season: &SeasonId) -> Result<route_planning::TravelEstimate, AppError> {
    app.read(|db| {
        Ok(problem::travel_settings(
            &season_model::load(db, season)?.season.settings,
        ))
    })
}

/// On a thread of its own, so that this one gives signs of life while the engine thinks.
fn ask(watcher: &mut Watcher<'_>, parts: &ProblemParts) -> Result<Answers, TravelFailure> {
    // Checked when the settings were read.
    let Ok(Some(engine)) = watcher.app.config.travel.engine() else {
        return Err(TravelFailure::NoEngine);
    };
    let cache = choice::cache(watcher.app);
    let points = travel_points(&parts.depots, &parts.stops);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (tell, told) = mpsc::channel();
        let (stop, engine, cache, points) = (&stop, &engine, &cache, &points);
        let asking = scope.spawn(move || {
            travel::ask(engine, Some(cache), points, stop, &mut |done, of| {
                // Whoever listens ends only after this thread.
                let _ = tell.send(Batches { done, of });
            })
        });
        let mut so_far = Batches { done: 0, of: 0 };
        loop {
            match told.recv_timeout(NEWS) {
                Ok(batches) => so_far = batches,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            watcher.now_and_then(|watcher| watcher.asking(so_far));
            stop.store(watcher.is_unwanted(), Ordering::Relaxed);
        }
        asking.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

impl Watcher<'_> {
    fn asking(&self, so_far: Batches) -> News {
        News {
            iteration: 0,
            iterations: self.claimed.plan.iteration_limit.map(u64::from),
            seconds: self.started.elapsed().as_secs_f64(),
            second_limit: self.claimed.plan.second_limit,
            visits: 0,
            unmet: 0,
            asking: Some(so_far),
        }
    }
}
