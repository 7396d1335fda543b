//! One question to an engine over HTTP: bounded in time, size and repetitions, and to the configured address only.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use ureq::{
    Agent,
    http::{Request, StatusCode, header},
};

use super::{Engine, TravelFailure};

/// No more of an answer is read: a matrix of 100 x 100 with every field of Valhalla has 3 MB.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// No longer wait before a question is repeated, whatever the engine asks for.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// How often a wait looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(100);
/// Of what an engine says so many characters are passed on.
const MOST_SAID: usize = 200;

/// What is asked.
pub(super) enum Question {
    /// GET of this path.
    Get(String),
    /// POST of JSON to this path.
    Post(&'static str, String),
}

/// What came back, with a status that is neither "busy" nor "broken".
pub(super) struct Reply {
    pub(super) ok: bool,
    pub(super) body: Vec<u8>,
}

pub(super) struct Client<'a> {
    engine: &'a Engine,
    agent: Agent,
    stop: &'a AtomicBool,
}

/// One try that brought nothing.
struct Missed {
    said: String,
    wait: Option<Duration>,
}

impl<'a> Client<'a> {
    pub(super) fn new(engine: &'a Engine, stop: &'a AtomicBool) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            // A redirect would lead to an address that nobody has configured; so would a proxy of the environment.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .timeout_global(Some(engine.timeout))
            .user_agent(concat!("swietlicobus/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        Self { engine, agent, stop }
    }

    /// Asks, and asks again while it makes sense.
    pub(super) fn ask(&self, question: &Question) -> Result<Reply, TravelFailure> {
        let mut pause = self.engine.pause;
        let mut tries = 0;
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(TravelFailure::Stopped);
            }
            tries += 1;
            let missed = match self.once(question)? {
                Ok(reply) => return Ok(reply),
                Err(missed) => missed,
            };
            if tries > self.engine.retries {
                return Err(TravelFailure::Unreachable {
                    engine: self.engine.kind.name().to_owned(),
                    address: self.engine.address().to_owned(),
                    tries,
                    said: missed.said,
                });
            }
            tracing::debug!(
                engine = self.engine.kind.name(),
                said = missed.said,
                "no answer, asking again"
            );
            self.wait(missed.wait.unwrap_or(pause).min(LONGEST_PAUSE));
            pause = pause.saturating_mul(2);
        }
    }

    fn once(&self, question: &Question) -> Result<Result<Reply, Missed>, TravelFailure> {
        let missed = |said: String| Ok(Err(Missed { said, wait: None }));
        let mut response = match self.send(question) {
            Ok(response) => response,
            Err(error) => return missed(error.to_string()),
        };
        let status = response.status();
        if status.is_redirection() {
            return Err(self
                .refused("it sends elsewhere (a redirect), which is not followed: set the address that it leads to"));
        }
        if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
            let seconds = response
                .headers()
                .get(header::RETRY_AFTER)
                .and_then(|v| v.to_str().ok());
            let wait = seconds.and_then(|s| s.trim().parse().ok()).map(Duration::from_secs);
            return Ok(Err(Missed {
                said: format!("status {status}"),
                wait,
            }));
        }
        match response.body_mut().with_config().limit(MOST_BYTES).read_to_vec() {
            Ok(body) => Ok(Ok(Reply {
                ok: status.is_success(),
                body,
            })),
            Err(ureq::Error::BodyExceedsLimit(_)) => {
                Err(self.unreadable(format!("it is longer than {} MiB", MOST_BYTES / 1024 / 1024)))
            }
            Err(error) => missed(error.to_string()),
        }
    }

    fn send(&self, question: &Question) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
        let address = self.engine.address();
        match question {
            Question::Get(path) => self.agent.run(Request::get(format!("{address}{path}")).body(())?),
            Question::Post(path, body) => {
                let request =
                    Request::post(format!("{address}{path}")).header(header::CONTENT_TYPE, "application/json");
                self.agent.run(request.body(body.as_str())?)
            }
        }
    }

    /// In slices, so that whoever cancels need not wait.
    fn wait(&self, whole: Duration) {
        let mut left = whole;
        while !left.is_zero() && !self.stop.load(Ordering::Relaxed) {
            let slice = left.min(LOOK);
            std::thread::sleep(slice);
            left -= slice;
        }
    }

    pub(super) fn refused(&self, said: impl AsRef<str>) -> TravelFailure {
        TravelFailure::Refused {
            engine: self.engine.kind.name().to_owned(),
            address: self.engine.address().to_owned(),
            said: short(said.as_ref()),
        }
    }

    pub(super) fn unreadable(&self, said: impl AsRef<str>) -> TravelFailure {
        TravelFailure::Unreadable {
            engine: self.engine.kind.name().to_owned(),
            address: self.engine.address().to_owned(),
            said: short(said.as_ref()),
        }
    }
}

/// Words of a stranger: one line, not endless.
fn short(said: &str) -> String {
    let plain = said.chars().map(|c| if c.is_control() { ' ' } else { c });
    plain.take(MOST_SAID).collect::<String>().trim().to_owned()
}
