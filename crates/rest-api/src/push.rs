//! The way to push services (RFC 8030): a message is encrypted for one browser (RFC 8291), signed as ours (RFC 8292) and handed over.
//!
//! A browser names the address of its push service itself, so nothing but the hosts of the settings is ever called, no redirect is followed, and
//! those hosts must have public addresses. Which messages are sent and when is the affair of `app/follow/`; this is the only part that knows how.

mod client;
mod endpoint;
mod reach;
mod vapid;

pub use client::Pusher;
pub use endpoint::{EndpointFault, Subscription};
pub use vapid::Vapid;

/// How soon a browser should show a message (RFC 8030 section 5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// When the phone is awake anyhow.
    Normal,
    /// At once.
    High,
}

/// A message for one browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Where to.
    pub subscription: Subscription,
    /// What the service worker is given: JSON.
    pub payload: String,
    /// How long the push service keeps it for a phone that is off, in seconds.
    pub ttl: u32,
    /// How soon it should be shown.
    pub urgency: Urgency,
    /// Of messages with the same one that a phone has not fetched yet, the last is enough; at most 32 characters of base64url.
    pub topic: Option<String>,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PushFault {
    /// The subscription is no more (404, 410).
    Gone,
    /// This message will never be taken.
    Refused {
        /// What was said.
        said: String,
    },
    /// Nobody answered, or the push service asks to be left alone for a while.
    Later {
        /// What was said.
        said: String,
        /// For how long, in seconds, where it said so.
        wait: Option<u32>,
        /// Whether nobody answered there at all, so that other messages to it need not be tried now.
        away: bool,
    },
}

/// What hands messages to push services.
pub trait Sender: Sync {
    /// Hands one over. `now` is in seconds since 1970, for the signature.
    fn send(&self, parcel: &Parcel, now: i64) -> Result<(), PushFault>;
}
