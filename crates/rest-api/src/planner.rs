//! The planner threads: claim a job, solve, report, store.
//!
//! They are plain threads, not the web's: a solve of ten minutes must hold no slot of theirs nor delay a shutdown. A job is
//! claimed by a guarded update, so any number of servers may share one queue; one whose planner gave no sign of life for
//! a while goes back into the queue, and since the same problem, seed and iterations give the same plan, that is harmless.

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

use route_planning::{Plan, Problem, ProblemParts, Progress, SolveSettings, Step, check, solve};
use serde::{Deserialize, Serialize};
use storage::{Claimed, Json};
use tokio::sync::watch;
use vocabulary::PlanId;

use crate::app::{App, AppError, Clock, SharedApp};

/// How long a planner may be silent before its job is given to another, in seconds.
const SILENCE_SECONDS: i64 = 15;
/// How often a job may be taken up. One that was never finished so often probably ends the process, for want of memory, say.
const MOST_CLAIMS: u32 = 3;
/// Why a job that was taken up too often has failed.
const GIVEN_UP: &str = "three times a planner took it up and fell silent before the end: the server was stopped meanwhile, or has \
                        too little memory for it; ask for a new plan";
/// How often a job writes a sign of life into its row. SQLite has one writer, so this is rare.
const HEARTBEAT: Duration = Duration::from_secs(3);
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
}

impl News {
    /// How much of the run is over, 0 to 1, by whichever limit comes first.
    pub fn share(&self) -> f64 {
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
            if plan.claims <= MOST_CLAIMS {
                return Ok(Some(claimed));
            }
            tracing::error!(plan = %plan.id, "given up: {GIVEN_UP}");
            storage::plans::fail(db, &plan.id, plan.claims, GIVEN_UP, now)?;
        }
        Ok(None)
    })
}

fn run(app: &App, claimed: &Claimed) {
    let id = &claimed.plan.id;
    let stop = Arc::new(AtomicBool::new(false));
    let (tell, news) = watch::channel(None);
    app.planners.lock().insert(
        id.clone(),
        Job {
            news,
            stop: stop.clone(),
        },
    );
    let mut watcher = Watcher {
        app,
        claimed,
        stop,
        tell,
        started: Instant::now(),
        last_news: None,
        last_heartbeat: Instant::now(),
        lost: false,
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| plan(claimed, &mut watcher)));
    let stopped = watcher.stop.load(Ordering::Relaxed) || app.planners.stopping();
    let written = match outcome {
        // Cancelled, lost to another planner, or shut down: whoever did that has written what is to be written.
        _ if stopped || watcher.lost => Ok(()),
        Ok(Ok(plan)) => store(app, claimed, &plan),
        Ok(Err(cause)) => fail(app, claimed, &cause),
        Err(_) => fail(app, claimed, "the planner stopped by a defect; the log tells where"),
    };
    if let Err(error) = written {
        tracing::error!(%error, plan = %id, "a plan could not be stored");
    }
    app.planners.lock().remove(id);
}

fn plan(claimed: &Claimed, watcher: &mut Watcher<'_>) -> Result<Plan, String> {
    let parts: ProblemParts = claimed.problem.read().map_err(|e| e.to_string())?;
    let problem = Problem::build(parts.clone())
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let settings = SolveSettings {
        seed: claimed.plan.seed,
        iterations: claimed.plan.iteration_limit.map(u64::from),
    };
    let plan = solve(&problem, settings, watcher);
    // Checking and storing give no sign of life.
    let last = watcher.tell.borrow().clone();
    if let Some(news) = last {
        watcher.heartbeat(&news);
    }
    let violations = check(&parts, &plan);
    if violations.is_empty() {
        Ok(plan)
    } else {
        Err(format!(
            "the planner's answer broke {} rule(s), first: {}",
            violations.len(),
            violations[0]
        ))
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

fn fail(app: &App, claimed: &Claimed, cause: &str) -> Result<(), AppError> {
    tracing::error!(plan = %claimed.plan.id, cause, "planning failed");
    app.write(|db| {
        storage::plans::fail(db, &claimed.plan.id, claimed.plan.claims, cause, Clock::Machine.now())?;
        Ok(())
    })
}

/// Passes progress on and says when to stop.
struct Watcher<'a> {
    app: &'a App,
    claimed: &'a Claimed,
    stop: Arc<AtomicBool>,
    tell: watch::Sender<Option<News>>,
    started: Instant,
    last_news: Option<Instant>,
    last_heartbeat: Instant,
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
            Ok(still_ours) => self.lost = !still_ours,
            // The database is away: go on, and if it stays away the job is given to another.
            Err(error) => tracing::warn!(%error, plan = %plan.id, "no sign of life could be written"),
        }
    }
}

impl route_planning::Observer for Watcher<'_> {
    fn progress(&mut self, progress: &Progress) -> Step {
        let now = Instant::now();
        if self.last_news.is_none_or(|last| now - last >= NEWS) {
            self.last_news = Some(now);
            let news = self.news(progress);
            if now - self.last_heartbeat >= HEARTBEAT {
                self.last_heartbeat = now;
                self.heartbeat(&news);
            }
            self.tell.send_replace(Some(news));
        }
        let over = self
            .claimed
            .plan
            .second_limit
            .is_some_and(|limit| self.started.elapsed().as_secs_f64() >= f64::from(limit));
        let stop = self.lost || over || self.stop.load(Ordering::Relaxed) || self.app.planners.stopping();
        if stop { Step::Stop } else { Step::Continue }
    }
}
