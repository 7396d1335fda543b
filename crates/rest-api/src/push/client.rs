//! One message to a push service over HTTP: bounded in time and size, to the hosts of the settings only.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use ureq::{
    Agent,
    config::Config,
    http::{Request, StatusCode, header},
    unversioned::transport::DefaultConnector,
};
use web_push_native::Auth;

use super::{Parcel, PushFault, Sender, Urgency, Vapid, endpoint, reach::PublicOnly};
use crate::config::Follow;

/// No more of an answer is read.
const MOST_BYTES: u64 = 16 * 1024;
/// Of what a push service says so many characters are passed on.
const MOST_SAID: usize = 200;
/// No longer wait is believed, in seconds.
const LONGEST_WAIT: u32 = 6 * 3_600;
/// A signature is used again for so long, in seconds: it is good for longer, and push services ask for few.
const SIGNED_ANEW_AFTER: i64 = 3_600;

/// Hands messages to push services.
#[derive(Debug)]
pub struct Pusher {
    settings: Follow,
    vapid: Vapid,
    contact: String,
    agent: Agent,
    /// By push service: when it was signed, and the header.
    signed: Mutex<HashMap<String, (i64, String)>>,
}

impl Pusher {
    /// By these settings; `contact` is who push services turn to.
    pub fn new(settings: Follow, vapid: Vapid, contact: String) -> Self {
        let config: Config = Agent::config_builder()
            .http_status_as_error(false)
            // A redirect would lead to an address that nobody has allowed; so would a proxy of the environment.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .https_only(!settings.push_inside)
            .timeout_global(Some(Duration::from_secs(settings.push_seconds)))
            .max_idle_connections(settings.push_parallel)
            .max_idle_connections_per_host(settings.push_parallel)
            .user_agent(concat!("swietlicobus/", env!("CARGO_PKG_VERSION")))
            .build();
        let resolver = PublicOnly::new(settings.push_inside);
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), resolver),
            settings,
            vapid,
            contact,
            signed: Mutex::default(),
        }
    }

    fn authorization(&self, audience: &str, now: i64) -> String {
        let mut signed = self.signed.lock().unwrap_or_else(PoisonError::into_inner);
        match signed.get(audience) {
            Some((at, header)) if (*at..*at + SIGNED_ANEW_AFTER).contains(&now) => header.clone(),
            _ => {
                let header = self.vapid.authorization(audience, &self.contact, now);
                // There are as many as the settings name hosts, but for wildcards.
                if signed.len() > 100 {
                    signed.clear();
                }
                signed.insert(audience.to_owned(), (now, header.clone()));
                header
            }
        }
    }

    /// Whether anybody answers at a host of the settings; what was said if not. Nothing is sent to any browser.
    pub fn knock(&self, host: &str) -> Result<(), String> {
        let address = format!("https://{host}/");
        let request = Request::get(address).body(()).map_err(|e| e.to_string())?;
        self.agent.run(request).map(|_| ()).map_err(|e| short(&e.to_string()))
    }

    fn request(&self, parcel: &Parcel, now: i64) -> Result<Request<Vec<u8>>, String> {
        let subscription = &parcel.subscription;
        let uri = endpoint::address(&subscription.endpoint, &self.settings).map_err(|fault| fault.to_string())?;
        let (key, secret) = subscription
            .key()
            .zip(subscription.secret())
            .ok_or("the subscription's keys are none")?;
        let payload = parcel.payload.clone().into_bytes();
        let body = web_push_native::encrypt(payload, &key, &Auth::from(secret)).map_err(|e| e.to_string())?;
        let authority = uri.authority().map(ToString::to_string).unwrap_or_default();
        let audience = format!("{}://{authority}", uri.scheme_str().unwrap_or("https"));
        let mut request = Request::post(uri)
            .header("TTL", parcel.ttl)
            .header(
                "Urgency",
                match parcel.urgency {
                    Urgency::Normal => "normal",
                    Urgency::High => "high",
                },
            )
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header(header::AUTHORIZATION, self.authorization(&audience, now));
        if let Some(topic) = &parcel.topic {
            request = request.header("Topic", topic);
        }
        request.body(body).map_err(|e| e.to_string())
    }
}

impl Sender for Pusher {
    fn send(&self, parcel: &Parcel, now: i64) -> Result<(), PushFault> {
        let request = self.request(parcel, now).map_err(|said| PushFault::Refused { said })?;
        let mut response = self.agent.run(request).map_err(|error| PushFault::Later {
            said: short(&error.to_string()),
            wait: None,
            away: true,
        })?;
        let status = response.status();
        if status.is_success() {
            return Ok(());
        }
        let wait = response.headers().get(header::RETRY_AFTER).and_then(|value| {
            let seconds: u32 = value.to_str().ok()?.trim().parse().ok()?;
            Some(seconds.min(LONGEST_WAIT))
        });
        let words = response.body_mut().with_config().limit(MOST_BYTES).read_to_string();
        let said = short(&format!("status {status} {}", words.unwrap_or_default()));
        Err(match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => PushFault::Gone,
            // Our key or our address is not taken: settings can be mended.
            StatusCode::UNAUTHORIZED
            | StatusCode::FORBIDDEN
            | StatusCode::TOO_MANY_REQUESTS
            | StatusCode::REQUEST_TIMEOUT => PushFault::Later {
                said,
                wait,
                away: false,
            },
            status if status.is_server_error() => PushFault::Later {
                said,
                wait,
                away: false,
            },
            _ => PushFault::Refused { said },
        })
    }
}

/// Words of a stranger: one line, not endless.
fn short(said: &str) -> String {
    let plain = said.chars().map(|c| if c.is_control() { ' ' } else { c });
    plain.take(MOST_SAID).collect::<String>().trim().to_owned()
}
