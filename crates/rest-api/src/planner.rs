//! The planner threads: claim a job, solve, report, store.
//!
//! They are plain threads, not the web's: a solve of ten minutes must hold no slot of theirs nor delay a shutdown. A job is
//! claimed by a guarded update, so any number of servers may share one queue; one whose planner gave no sign of life for
//! a while goes back into the queue, and since the same problem, seed and iterations give the same plan, that is harmless.
//!
//! The best plan so far is stored now and then, whole and judged, so that a server that is killed leaves that one or none, never
//! half of one. Whoever takes the job up again begins anew and stores only what is better.

mod asking;
pub(crate) mod team;

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use route_planning::{Plan, Problem, ProblemParts, Progress, SolveSettings, Step, check};
use serde::{Deserialize, Serialize};
use storage::{Claimed, Json, PlanFailure, Pulse};
use tokio::sync::watch;
use vocabulary::{PlanId, PlanKind};

use crate::app::{App, AppError, Clock, SharedApp, again};

/// How long a planner may be silent before its job is given to another, in seconds.
const SILENCE_SECONDS: i64 = 15;
/// How often a job may be taken up. One that was never finished so often probably ends the process, for want of memory, say.
const MOST_CLAIMS: u32 = 3;
/// Why a job that was taken up too often has failed.
const GIVEN_UP: &str = "three times a planner took it up and fell silent before the end: the server was stopped meanwhile, or has \
                        too little memory for it; ask for a new plan";
/// How often a job writes a sign of life into its row. SQLite has one writer, so this is rare.
const HEARTBEAT: Duration = Duration::from_secs(3);
/// How often the best plan so far is stored. SQLite has one writer, and a plan is long.
const BEST: Duration = Duration::from_secs(20);
/// How often watchers in this process are told.
const NEWS: Duration = Duration::from_millis(100);
/// How often an idle planner looks for jobs of other servers.
const IDLE: Duration = Duration::from_secs(2);

/// Where a running plan stands, for people who watch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct News {
    /// Finished iterations.
    pub iteration: u64,
    /// The limit, if there is one.
    pub iterations: Option<u64>,
    /// Seconds since the planner took the job up.
    pub seconds: f64,
    /// The limit, if there is one.
    pub second_limit: Option<u32>,
    /// Visits in the best plan so far.
    pub visits: u32,
    /// Requests that the best plan so far does not meet in full.
    pub unmet: u32,
    /// While the routing engine is asked for travel times, before the search: how far that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<Batches>,
}

/// How far the questions to a routing engine are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Batches {
    /// Answered.
    pub done: usize,
    /// Altogether.
    pub of: usize,
}

impl News {
    /// How much of the run is over, 0 to 1, by whichever limit comes first.
    pub fn share(&self) -> f64 {
        if self.asking.is_some() {
            return 0.0;
        }
        let by_iterations = self
            .iterations
            .filter(|i| *i > 0)
            .map(|i| self.iteration as f64 / i as f64);
        let by_seconds = self.second_limit.map(|limit| self.seconds / f64::from(limit));
        by_iterations.unwrap_or(0.0).max(by_seconds.unwrap_or(0.0)).min(1.0)
    }
}

/// The planner threads of this process, as others see them.
#[derive(Default)]
pub struct Planners {
    wake: Condvar,
    jobs: Mutex<HashMap<PlanId, Job>>,
    stopping: AtomicBool,
}

struct Job {
    news: watch::Receiver<Option<News>>,
    stop: Arc<AtomicBool>,
    keep: Arc<AtomicBool>,
}

impl Planners {
    /// Tells an idle planner that there is a new job.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Stops the job if it runs here; planners of other servers notice at their next sign of life.
    pub fn cancelled(&self, id: &PlanId) {
        if let Some(job) = self.lock().get(id) {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Ends the job with its best plan so far if it runs here; planners of other servers notice at their next sign of life.
    pub fn keep(&self, id: &PlanId) {
        if let Some(job) = self.lock().get(id) {
            job.keep.store(true, Ordering::Relaxed);
        }
    }

    /// News of a job that runs in this process.
    pub fn watch(&self, id: &PlanId) -> Option<watch::Receiver<Option<News>>> {
        self.lock().get(id).map(|job| job.news.clone())
    }

    /// Asks every thread to stop soon; a job under way goes back into the queue by its silence.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        self.wake.notify_all();
    }

    /// Whether this server is being stopped.
    pub fn stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<PlanId, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sleep(&self) {
        let guard = self.lock();
        drop(
            self.wake
                .wait_timeout(guard, IDLE)
                .unwrap_or_else(PoisonError::into_inner),
        );
    }
}

/// Starts the threads that the settings ask for. They end when the app is dropped or [`Planners::stop`] is called.
pub fn start(app: &SharedApp) -> std::io::Result<Vec<JoinHandle<()>>> {
    let thread = |number| {
        let app = Arc::downgrade(app);
        std::thread::Builder::new()
            .name(format!("planner-{number}"))
            .spawn(move || work(&app))
    };
    (0..app.config.planner.threads).map(thread).collect()
}

fn work(app: &Weak<App>) {
    while let Some(app) = app.upgrade() {
        if app.planners.stopping() {
            return;
        }
        match next_job(&app) {
            Ok(Some(claimed)) => run(&app, &claimed),
            Ok(None) => app.planners.sleep(),
            Err(error) => {
                tracing::warn!(%error, "the planner cannot reach its queue");
                app.planners.sleep();
            }
        }
    }
}

fn next_job(app: &App) -> Result<Option<Claimed>, AppError> {
    // Signs of life are compared with the machine's clock, also where the app pretends another day.
    let now = Clock::Machine.now();
    app.write(|db| {
        storage::plans::requeue_stale(db, now.plus_seconds(-SILENCE_SECONDS))?;
        while let Some(claimed) = storage::plans::claim(db, now)? {
            let plan = &claimed.plan;
            let given_up = plan.claims > MOST_CLAIMS;
            // What is stored was judged before it was.
            let best = storage::plans::best(db, &plan.id)?;
            match best.filter(|_| given_up || plan.keep_now) {
                Some(best) => {
                    storage::plans::finish(db, &plan.id, plan.claims, &best, now)?;
                }
                None if given_up => {
                    tracing::error!(plan = %plan.id, "given up: {GIVEN_UP}");
                    storage::plans::fail(db, &plan.id, plan.claims, &GIVEN_UP.into(), now)?;
                }
                None => return Ok(Some(claimed)),
            }
        }
        Ok(None)
    })
}

fn run(app: &App, claimed: &Claimed) {
    let id = &claimed.plan.id;
    let stop = Arc::new(AtomicBool::new(false));
    let keep = Arc::new(AtomicBool::new(claimed.plan.keep_now));
    let (tell, news) = watch::channel(None);
    app.planners.lock().insert(
        id.clone(),
        Job {
            news,
            stop: stop.clone(),
            keep: keep.clone(),
        },
    );
    let mut watcher = Watcher {
        app,
        claimed,
        stop,
        keep,
        tell,
        started: Instant::now(),
        last_news: None,
        last_heartbeat: Instant::now(),
        last_best: Instant::now(),
        parts: None,
        best: None,
        lost: false,
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| plan(claimed, &mut watcher)));
    let stopped = watcher.stop.load(Ordering::Relaxed);
    let written = match outcome {
        // Cancelled or lost to another planner: whoever did that has written what is to be written.
        _ if stopped || watcher.lost => Ok(()),
        // The server is being stopped: another one begins anew, and has this one to fall back on.
        Ok(Ok(plan)) if app.planners.stopping() => {
            watcher.store_best(&plan);
            Ok(())
        }
        _ if app.planners.stopping() => Ok(()),
        Ok(Ok(plan)) => store(app, claimed, &plan),
        Ok(Err(why)) => fail(app, claimed, &why),
        Err(_) => fail(
            app,
            claimed,
            &"the planner stopped by a defect; the log tells where".into(),
        ),
    };
    if let Err(error) = written {
        tracing::error!(%error, plan = %id, "a plan could not be stored");
    }
    app.planners.lock().remove(id);
}

fn plan(claimed: &Claimed, watcher: &mut Watcher<'_>) -> Result<Plan, PlanFailure> {
    let said = |error: String| PlanFailure { error, facts: None };
    let mut parts: ProblemParts = claimed.problem.read().map_err(|e| said(e.to_string()))?;
    asking::measure(claimed, watcher, &mut parts)?;
    let problem = Problem::build(parts.clone())
        .map_err(|faults| said(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
    let settings = SolveSettings {
        seed: claimed.plan.seed,
        iterations: claimed.plan.iteration_limit.map(u64::from),
    };
    watcher.resume(parts.clone());
    let plan = answer(watcher, &problem, settings)?;
    // Checking and storing give no sign of life.
    let last = watcher.tell.borrow().clone();
    if let Some(news) = last {
        watcher.heartbeat(&news);
    }
    judge(&parts, &plan)?;
    // A run by the clock may end with less than an earlier one that was broken off.
    Ok(match watcher.best.take() {
        Some(earlier) if earlier.cost.rank() < plan.cost.rank() => earlier,
        _ => plan,
    })
}

fn answer(watcher: &mut Watcher<'_>, problem: &Problem, settings: SolveSettings) -> Result<Plan, String> {
    let start = again::start_of(watcher.app, &watcher.claimed.plan).map_err(|e| e.to_string())?;
    match start {
        Some(start) if watcher.claimed.plan.kind == PlanKind::WhatIf => {
            let answer = route_planning::what_if(&start.parts, &start.changes, &start.plan, settings, watcher);
            return answer.map(|answer| answer.plan).map_err(|fault| fault.to_string());
        }
        Some(start) => return Ok(route_planning::replan(problem, &start.plan, settings, watcher)),
        None => {}
    }
    let threads = watcher.app.config.planner.threads_per_plan;
    // The first plan comes at once; if this server is killed it is what is left.
    let first = SolveSettings {
        iterations: Some(0),
        ..settings
    };
    let first = route_planning::solve(problem, first, &mut route_planning::Unwatched);
    watcher.store_best(&first);
    Ok(team::solve(problem, settings, threads, watcher))
}

fn judge(parts: &ProblemParts, plan: &Plan) -> Result<(), String> {
    let violations = check(parts, plan);
    match violations.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "the planner's answer broke {} rule(s), first: {first}",
            violations.len()
        )),
    }
}

fn store(app: &App, claimed: &Claimed, plan: &Plan) -> Result<(), AppError> {
    let result = Json::of(plan)?;
    let kept = app.write(|db| {
        Ok(storage::plans::finish(
            db,
            &claimed.plan.id,
            claimed.plan.claims,
            &result,
            Clock::Machine.now(),
        )?)
    })?;
    if !kept {
        tracing::info!(plan = %claimed.plan.id, "a plan was finished that is no longer wanted from here");
    }
    Ok(())
}

fn fail(app: &App, claimed: &Claimed, why: &PlanFailure) -> Result<(), AppError> {
    tracing::error!(plan = %claimed.plan.id, cause = why.error, "planning failed");
    app.write(|db| {
        storage::plans::fail(db, &claimed.plan.id, claimed.plan.claims, why, Clock::Machine.now())?;
        Ok(())
    })
}

/// Passes progress on and says when to stop.
struct Watcher<'a> {
    app: &'a App,
    claimed: &'a Claimed,
    stop: Arc<AtomicBool>,
    keep: Arc<AtomicBool>,
    tell: watch::Sender<Option<News>>,
    started: Instant,
    last_news: Option<Instant>,
    last_heartbeat: Instant,
    last_best: Instant,
    parts: Option<ProblemParts>,
    /// The best plan that is stored, by this planner or one before it.
    best: Option<Plan>,
    lost: bool,
}

impl Watcher<'_> {
    fn news(&self, progress: &Progress) -> News {
        News {
            iteration: progress.iteration,
            iterations: progress.iterations,
            seconds: self.started.elapsed().as_secs_f64(),
            second_limit: self.claimed.plan.second_limit,
            visits: progress.visits,
            unmet: progress.unmet,
            asking: None,
        }
    }

    /// Goes on from what is stored, if a planner before this one stored anything that still keeps every rule.
    fn resume(&mut self, parts: ProblemParts) {
        let id = &self.claimed.plan.id;
        let stored = self.app.read(|db| Ok(storage::plans::best(db, id)?));
        let stored: Option<Plan> = stored.ok().flatten().and_then(|json| json.read().ok());
        self.best = stored.filter(|plan| judge(&parts, plan).is_ok());
        self.parts = Some(parts);
    }

    /// Stores the best plan so far, unless what is stored is as good. This is the one place where it is done.
    fn store_best(&mut self, best: &Plan) {
        let as_good = |stored: &Plan| stored.cost.rank() <= best.cost.rank();
        let allowed = |parts: &ProblemParts| judge(parts, best).is_ok();
        if self.best.as_ref().is_some_and(as_good) || !self.parts.as_ref().is_some_and(allowed) {
            return;
        }
        let plan = &self.claimed.plan;
        let written = Json::of(best).map_err(AppError::from).and_then(|json| {
            self.app.write(|db| {
                let now = Clock::Machine.now();
                Ok(storage::plans::store_best(db, &plan.id, plan.claims, &json, now)?)
            })
        });
        match written {
            Ok(true) => self.best = Some(best.clone()),
            Ok(false) => self.lost = true,
            // The database is away: the next one may be stored.
            Err(error) => tracing::warn!(%error, plan = %plan.id, "the best plan so far could not be stored"),
        }
    }

    fn heartbeat(&mut self, news: &News) {
        let plan = &self.claimed.plan;
        let written = Json::of(news).map_err(AppError::from).and_then(|json| {
            self.app.write(|db| {
                Ok(storage::plans::heartbeat(
                    db,
                    &plan.id,
                    plan.claims,
                    &json,
                    Clock::Machine.now(),
                )?)
            })
        });
        match written {
            Ok(Pulse::Ours) => {}
            Ok(Pulse::Keep) => self.keep.store(true, Ordering::Relaxed),
            Ok(Pulse::Lost) => self.lost = true,
            // The database is away: go on, and if it stays away the job is given to another.
            Err(error) => tracing::warn!(%error, plan = %plan.id, "no sign of life could be written"),
        }
    }
}

impl Watcher<'_> {
    /// Tells watchers now and then, and gives a sign of life more seldom.
    fn now_and_then(&mut self, news: impl FnOnce(&Self) -> News) {
        let now = Instant::now();
        if self.last_news.is_none_or(|last| now - last >= NEWS) {
            self.last_news = Some(now);
            let news = news(self);
            if now - self.last_heartbeat >= HEARTBEAT {
                self.last_heartbeat = now;
                self.heartbeat(&news);
            }
            self.tell.send_replace(Some(news));
        }
    }

    /// Whether the job is not wanted from here any more.
    fn is_unwanted(&self) -> bool {
        self.lost || self.stop.load(Ordering::Relaxed) || self.app.planners.stopping()
    }
}

impl route_planning::Observer for Watcher<'_> {
    fn progress(&mut self, progress: &Progress) -> Step {
        self.now_and_then(|watcher| watcher.news(progress));
        let over = self
            .claimed
            .plan
            .second_limit
            .is_some_and(|limit| self.started.elapsed().as_secs_f64() >= f64::from(limit));
        let kept = self.keep.load(Ordering::Relaxed);
        if over || kept || self.is_unwanted() {
            Step::Stop
        } else {
            Step::Continue
        }
    }

    fn spent(&self) -> Option<u64> {
        let limit = self.claimed.plan.second_limit?;
        Some(parts_of_limit(
            self.started.elapsed(),
            Duration::from_secs(limit.into()),
        ))
    }

    fn wants_best(&mut self) -> bool {
        let due = self.last_best.elapsed() >= BEST;
        if due {
            self.last_best = Instant::now();
        }
        due
    }

    fn best(&mut self, plan: &Plan) {
        self.store_best(plan);
    }
}

/// How much of a limit is spent, in parts of 2^20.
pub fn parts_of_limit(spent: Duration, limit: Duration) -> u64 {
    let share = spent.as_secs_f64() / limit.as_secs_f64().max(f64::MIN_POSITIVE);
    // Between 0 and 2^20, which a float holds exactly.
    (share.clamp(0.0, 1.0) * f64::from(1_u32 << 20)) as u64
}
