//! The demo's data, made once: season, plan, release, accounts, crews. A mark is written last; without it the data are
//! half made and are made anew.

use std::time::Duration;

use season_files::Season;
use storage::{Store, StoreOptions};
use vocabulary::{Day, Minute, PlanId, PlanState};

use super::crews;
use crate::{
    app::{
        App, Clock, SharedApp,
        demo::{ACCOUNTS, PASSWORD},
        people::{self, PersonInput},
        plans::{self, PlanLimits},
        publish, seasons,
    },
    cli::{
        failure::Failure,
        print,
        service::{DEMO_KEY, sqlite_file},
    },
    config::Config,
    planner, server,
};

/// How long the demo searches: about a second where the whole start takes two; longer finds little more on this season.
const ITERATIONS: u32 = 10_000;
/// The same for everybody, so that screenshots and tests agree.
const SEED: u64 = 1;
/// The demo was planned and published so long before its season.
const PUBLISHED_DAYS_BEFORE: i64 = 16;
/// At eight in the morning.
const PUBLISHED_AT: Option<Minute> = Minute::new(8 * 60);
/// How often the progress bar looks.
const LOOK: Duration = Duration::from_millis(50);

/// Whether the data were made to the end.
pub(super) fn is_whole(settings: &Config) -> Result<bool, Failure> {
    let url = settings.database.url.reveal();
    if !sqlite_file(url).is_some_and(|file| file.exists()) {
        return Ok(false);
    }
    let Ok(store) = Store::open(url, StoreOptions::default()) else {
        // No database at all: killed before the first step.
        return Ok(false);
    };
    match store.migrate() {
        Ok(_) => Ok(store.read(|db| storage::service::get(db, DEMO_KEY))?.is_some()),
        Err(error @ storage::MigrateError::Newer(_)) => Err(Failure::failed(format!("{error}; or add --reset"))),
        Err(_) => Ok(false),
    }
}

/// Makes everything, as if it were some weeks before the season.
pub(super) fn make(settings: &Config, season: &Season) -> Result<(), Failure> {
    let first_day = season.settings.first_day;
    let day = first_day.plus_days(-PUBLISHED_DAYS_BEFORE);
    let before = Clock::pretending(day, PUBLISHED_AT, season.settings.zone);
    let address = settings.public_url(settings.server.port);
    let app = server::build_app(settings.clone(), before, address, None, true)?;
    let id = seasons::write(&app, None, season)?.season;
    let limits = PlanLimits {
        seed: SEED,
        iterations: Some(ITERATIONS),
        seconds: None,
        travel: vocabulary::TravelChoice::Usual,
    };
    let plan = plans::enqueue(&app, None, &id, limits)?.id;
    finish(&app, &plan)?;
    publish::run(&app, None, &plan)?;
    accounts(&app, first_day, season.settings.last_day)?;
    crews::sign_up(&app)?;
    app.write(|db| Ok(storage::service::put(db, DEMO_KEY, first_day.to_string().as_str())?))?;
    Ok(())
}

/// Lets a planner thread work on the plan, as in the service, and shows how far it is.
fn finish(app: &SharedApp, plan: &PlanId) -> Result<(), Failure> {
    let threads = planner::start(app).map_err(|e| Failure::failed(format!("cannot start a planner thread: {e}")))?;
    let bar = print::bar(u64::from(ITERATIONS), "iterations");
    bar.set_message("planning the season");
    let ended = loop {
        let row = app.read(|db| Ok(storage::plans::get(db, plan)?))?;
        match row.state {
            PlanState::Queued | PlanState::Running => {
                let news = app.planners.watch(plan).and_then(|news| news.borrow().clone());
                bar.set_position(news.map_or(0, |news| news.iteration));
                std::thread::sleep(LOOK);
            }
            ended => break ended,
        }
    };
    app.planners.stop();
    for thread in threads {
        // A planner that panicked has said so in the log, and its plan is `failed`.
        let _ = thread.join();
    }
    bar.finish_and_clear();
    match ended {
        PlanState::Ready => Ok(()),
        other => Err(Failure::failed(format!(
            "the example could not be planned: the plan is {other}"
        ))),
    }
}

fn accounts(app: &App, first_day: Day, last_day: Day) -> Result<(), Failure> {
    for account in ACCOUNTS {
        let input = PersonInput {
            email: account.email.to_owned(),
            name: account.name.to_owned(),
            role: account.role,
            active: true,
            born_on: account.born_on(first_day),
            kind: Some(account.kind),
            papers: account.papers(first_day, last_day),
            language: None,
        };
        people::create(app, None, &input)?;
        people::set_password(app, account.email, PASSWORD)?;
    }
    Ok(())
}
