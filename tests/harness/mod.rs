//! A running service on a fresh database, with a fixed clock, spoken to over HTTP only.
//!
//! The service runs in this process on a thread of its own, from the same `Service` that the program starts. Its season is
//! the example, planned with few iterations, and its accounts are made here.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used)]

pub mod engine;
pub mod postgres;

use postgres::TestDatabase;
use std::{sync::OnceLock, thread::JoinHandle, time::Duration};

use rest_api::{
    app::{self, Clock, SharedApp, papers::Papers, people::PersonInput, plans::PlanLimits},
    config::{Config, Secret},
    example,
    server::Service,
};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;
use vocabulary::{AccountRole, CrewRole, Day, PlanState, Timestamp, Zone};

/// The password of every account of a test.
pub const PASSWORD: &str = "kolorowy-autobus-27";

/// Which database a story is told to.
#[derive(Debug, Clone, Copy)]
pub enum Database {
    /// A file of its own.
    Sqlite,
    /// A database of its own on the throw-away server of `tests/postgres`.
    Postgres,
}

/// A running service.
pub struct Running {
    /// Where it listens: `http://127.0.0.1:PORT`.
    pub address: String,
    /// The app behind it, to set up what a story starts from. What the story tests goes over HTTP.
    pub app: SharedApp,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    settings: Config,
    /// Always there, until a restart hands it on.
    files: Option<Files>,
}

/// What a service leaves behind, gone with it: its folder and, on PostgreSQL, its database.
struct Files {
    folder: TempDir,
    _database: Option<TestDatabase>,
}

/// 9:00 of a working day in the middle of the example season.
pub fn a_morning() -> Timestamp {
    Zone::WARSAW
        .resolve(day("2027-07-07"), "09:00".parse().unwrap())
        .unwrap()
}

/// A day.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Running {
    /// A service with an empty database.
    pub fn empty(database: Database, now: Timestamp) -> Self {
        let made = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(TestDatabase::fresh()),
        };
        Self::on(made, tempfile::tempdir().unwrap(), now)
    }

    /// A service on this database of PostgreSQL, or on the SQLite file of the folder.
    fn on(database: Option<TestDatabase>, folder: TempDir, now: Timestamp) -> Self {
        let mut config = Self::settings(&folder);
        if let Some(database) = &database {
            config.database.url = Secret::new(database.address.clone());
        }
        let files = Files {
            folder,
            _database: database,
        };
        Self::start(config, now, files)
    }

    fn settings(folder: &TempDir) -> Config {
        let mut config = Config::defaults().unwrap();
        config.server.port = 0;
        config.server.shutdown_seconds = 2;
        config.database.url = Secret::new(format!("sqlite:{}", folder.path().join("test.db").display()));
        // The links in feeds are the same whichever port is free.
        config.server.public_url = Some("http://swietlicobus.test".to_owned());
        config.calendar.feed_host = Some("swietlicobus.test".to_owned());
        config
    }

    fn start(config: Config, now: Timestamp, files: Files) -> Self {
        let service = Service::build(config.clone(), Clock::Fixed(now), false).unwrap();
        let address = format!("http://{}", service.address().unwrap());
        let app = service.app.clone();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let until = async {
                // A dropped sender means that the test is over, too.
                let _ = stopped.await;
            };
            runtime.block_on(service.run_until(until)).unwrap();
        });
        Self {
            address,
            app,
            stop: Some(stop),
            thread: Some(thread),
            settings: config,
            files: Some(files),
        }
    }

    /// A service whose example season was planned on 10 June, published as release 1 and has shifts. The first one of a program is made, the others
    /// are copies of its database.
    pub fn published(database: Database, now: Timestamp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let copied = match database {
            Database::Sqlite => {
                std::fs::write(folder.path().join("test.db"), &model(database).file).unwrap();
                None
            }
            Database::Postgres => Some(TestDatabase::copy_of(&model(database).address)),
        };
        Self::on(copied, folder, now)
    }

    /// The same, made anew, with other words in the `season.toml` of the example: each first text by the second.
    pub fn published_with(database: Database, now: Timestamp, changes: &[(&str, &str)]) -> Self {
        let before = Zone::WARSAW.resolve(day("2027-06-10"), "09:00".parse().unwrap());
        let running = Self::empty(database, before.unwrap());
        let mut files = example::ostroleka();
        let mut text = String::from_utf8(files.get("season.toml").unwrap().to_vec()).unwrap();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        files.insert("season.toml", text);
        let season = app::seasons::read(&files).unwrap();
        let imported = app::seasons::write(&running.app, None, &season).unwrap();
        let limits = PlanLimits {
            seed: 1,
            iterations: Some(20),
            seconds: None,
            travel: vocabulary::TravelChoice::Usual,
        };
        let plan = app::plans::enqueue(&running.app, None, &imported.season, limits).unwrap();
        running.wait_for_plan(plan.id.as_str());
        app::publish::run(&running.app, None, &plan.id).unwrap();
        running.restart(now)
    }

    /// Waits until a plan has ended; the planner runs on its own threads.
    pub fn wait_for_plan(&self, id: &str) {
        let id = id.parse().unwrap();
        loop {
            let state = app::plans::state(&self.app, &id).unwrap();
            match state {
                PlanState::Queued | PlanState::Running => std::thread::sleep(Duration::from_millis(20)),
                ended => return assert_eq!(ended, PlanState::Ready),
            }
        }
    }

    /// An account with [`PASSWORD`].
    pub fn account(&self, email: &str, role: AccountRole, crew_roles: &[CrewRole]) {
        let input = PersonInput {
            email: email.to_owned(),
            name: email.split('@').next().unwrap().to_owned(),
            role,
            active: true,
            born_on: None,
            kind: None,
            papers: Papers::with_roles(crew_roles)
                .cleared(day("2027-05-01"), 1)
                .agreed(day("2027-05-01"), day("2027-12-31")),
            language: None,
        };
        app::people::create(&self.app, None, &input).unwrap();
        app::people::set_password(&self.app, email, PASSWORD).unwrap();
    }

    /// The access token of an account.
    pub fn token(&self, email: &str) -> String {
        let answer = self.post(
            "/api/v1/sessions",
            None,
            &serde_json::json!({"email": email, "password": PASSWORD}),
        );
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// GET.
    pub fn get(&self, path: &str, token: Option<&str>) -> Answer {
        self.send("GET", path, token, &[], None)
    }

    /// POST of JSON.
    pub fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Answer {
        self.send("POST", path, token, &[], Some(body))
    }

    /// Any call, with a JSON body or none.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Answer {
        let mut headers = headers.to_vec();
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        self.send_text(method, path, token, &headers, body.map(Value::to_string).as_deref())
    }

    /// Any call, with any body.
    pub fn send_text(
        &self,
        method: &str,
        path: &str,
        token: Option<&str>,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Answer {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address));
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = match body {
            Some(body) => agent.run(request.body(body).unwrap()),
            None => agent.run(request.body(()).unwrap()),
        };
        let mut response = response.unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        // The answer to HEAD names an encoding for a body that it does not have.
        let body = if method == "HEAD" {
            Vec::new()
        } else {
            response.body_mut().read_to_vec().unwrap()
        };
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or("")
                .to_owned()
        };
        Answer {
            status: response.status().as_u16(),
            etag: header("etag"),
            content_type: header("content-type"),
            location: header("location"),
            headers: response.headers().clone(),
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Stops it and starts it again on the same database, at another instant.
    pub fn restart(mut self, now: Timestamp) -> Self {
        self.end();
        let files = self.files.take().unwrap();
        Self::start(self.settings.clone(), now, files)
    }

    /// The same with other settings.
    pub fn reset(mut self, now: Timestamp, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.settings);
        self.restart(now)
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// The published database of a program's first test.
struct Model {
    /// The file of SQLite; empty for PostgreSQL.
    file: Vec<u8>,
    /// The address of PostgreSQL's.
    address: String,
    /// It lasts as long as the program.
    _files: Option<Files>,
}

fn model(database: Database) -> &'static Model {
    static SQLITE: OnceLock<Model> = OnceLock::new();
    static POSTGRES: OnceLock<Model> = OnceLock::new();
    let made = match database {
        Database::Sqlite => &SQLITE,
        Database::Postgres => &POSTGRES,
    };
    made.get_or_init(|| {
        let mut running = Running::published_with(database, a_morning(), &[]);
        let address = running.settings.database.url.reveal().to_owned();
        // A copy of one moment: connections of a service that has ended may still be closing.
        let file = match database {
            Database::Sqlite => {
                let copy = running.files.as_ref().unwrap().folder.path().join("model.db");
                running.app.store.backup(&copy).unwrap();
                std::fs::read(copy).unwrap()
            }
            Database::Postgres => Vec::new(),
        };
        let _files = running.files.take();
        Model { file, address, _files }
    })
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// `ETag`.
    pub etag: String,
    /// `Content-Type`.
    pub content_type: String,
    /// `Location`.
    pub location: String,
    /// Every header.
    pub headers: ureq::http::HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// A header, empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}
