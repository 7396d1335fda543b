//! Being told on a phone: a browser subscribes, and what is announced is handed to its push service, many at once.

use std::{
    collections::HashSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use public_calendar::addresses;
use serde::{Deserialize, Serialize};
use serde_json::json;
use storage::{Announcement, Db, Follower, Push};
use utoipa::ToSchema;
use vocabulary::{FollowScope, FollowerId, Timestamp};
use wording::{Language, Words};

use super::{Place, announce::Content, find, insert, language_fault, link, news, wish};
use crate::{
    app::{App, AppError, audit, error::Fault, fresh},
    push::{EndpointFault, Parcel, PushFault, Sender, Subscription, Urgency},
};

/// A claim older than this, in seconds, is of a server that is gone; far more than the longest timeouts of one portion together.
const CLAIM_HOLDS: i64 = 10 * 60;
/// So many are claimed at once.
const PORTION: u32 = 128;
/// So many portions in one go, so that a stopping server is not waited for.
const MOST_AT_ONCE: usize = 8;
/// The wait after the first try, in seconds; it doubles with each.
const FIRST_WAIT: i64 = 30;
/// The longest wait that we choose ourselves, in seconds.
const LONGEST_WAIT: i64 = 3_600;
/// After so many tries, more than a day by the waits above, a push is given up.
const MOST_TRIES: u32 = 30;
/// How long a push service keeps what happened for a phone that is off, in seconds.
const KEPT: u32 = 24 * 3_600;
/// The same for tomorrow's visits: until they are over.
const KEPT_OVERNIGHT: u32 = 20 * 3_600;
/// So many visits are named in one message.
const MOST_LINES: usize = 4;
/// No title or line is longer, in characters; push services take 4096 bytes in all.
const LONGEST_LINE: usize = 200;

/// A browser asks for notifications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PushInput {
    /// The address of its push service, as `PushSubscription.endpoint` gives it.
    #[schema(
        max_length = 1000,
        example = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA"
    )]
    pub endpoint: String,
    /// Its public key: `getKey("p256dh")` as base64url.
    pub p256dh: String,
    /// Its secret: `getKey("auth")` as base64url.
    pub auth: String,
    /// What to follow: `town`, or `estate:` or `stop:` and a slug.
    #[schema(value_type = String, example = "stop:plac-zabaw")]
    pub place: Place,
    /// The language of the messages: `pl`, `uk` or `en`; `pl` where none is given.
    #[serde(default = "super::polish")]
    #[schema(example = "pl")]
    pub language: String,
}

/// Takes the wish of a browser; what ends it. For anybody, as often as `sign_in.tries` from one network address in a quarter of an hour.
pub fn subscribe(app: &App, input: &PushInput, client: &str) -> Result<String, AppError> {
    if !app.push_is_on() {
        let why = if app.demo {
            "this is a demo: its visits are invented, so it sends no push messages"
        } else {
            "this service sends no push messages"
        };
        return Err(AppError::refused("follow-push-off", why));
    }
    let now = app.now();
    let subscription = Subscription {
        endpoint: input.endpoint.clone(),
        p256dh: input.p256dh.clone(),
        auth: input.auth.clone(),
    };
    let mut faults: Vec<Fault> = subscription.faults(&app.config.follow).iter().map(fault).collect();
    faults.extend(language_fault(&input.language));
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let key = format!("follow {client}");
    if let Some(until) = app.tries.blocked(&key, now) {
        return Err(AppError::TooManyTries(until));
    }
    app.tries.wrong(&key, now);
    let new = Follower {
        id: fresh::id(FollowerId::from_uuid),
        language: input.language.clone(),
        email: None,
        endpoint: Some(input.endpoint.clone()),
        p256dh: Some(input.p256dh.clone()),
        auth: Some(input.auth.clone()),
        asked_at: None,
        created_at: now,
        told_at: None,
    };
    app.write(|db| {
        let found = find(app, db, &input.place)?;
        let follower = match storage::followers::by_endpoint(db, &input.endpoint)? {
            Some(known) => {
                let held = storage::followers::hold(db, &known.id)?;
                let next = Follower {
                    id: held.id,
                    created_at: held.created_at,
                    told_at: held.told_at,
                    ..new.clone()
                };
                storage::followers::save(db, &next)?;
                next
            }
            None => {
                insert(db, &new)?;
                new.clone()
            }
        };
        // Whoever holds the phone has asked: there is nothing more to confirm.
        wish(db, &follower.id, &found, Some(now), now)?;
        audit::note(db, now, None, "follower.subscribe", follower.id.as_str(), &found.scope)?;
        Ok(link::token(app, &follower.id))
    })
}

fn fault(fault: &EndpointFault) -> Fault {
    let pointer = match fault {
        EndpointFault::NotAnAddress | EndpointFault::UnknownHost { .. } => "/endpoint",
        EndpointFault::NoKey => "/p256dh",
        EndpointFault::NoSecret => "/auth",
    };
    Fault::new(pointer, fault.to_string())
}

/// The holder of a token wants one place less; none left: everything about them is deleted. `NotFound` if they do not follow it.
pub fn stop_place(app: &App, token: &str, place: &Place) -> Result<(), AppError> {
    let id = link::read(app, token)?;
    let now = app.now();
    app.write(|db| {
        let (scope, key) = match place {
            Place::Town => (FollowScope::Town, String::new()),
            Place::Estate(slug) => {
                let estate = storage::estates::by_slug(db, slug)?;
                (FollowScope::Estate, estate.id.to_string())
            }
            Place::Stop(slug) => (FollowScope::Stop, storage::stops::by_slug(db, slug)?.id.to_string()),
        };
        storage::followers::hold(db, &id)?;
        if !storage::followers::unfollow(db, &id, scope, &key)? {
            return Err(AppError::NotFound);
        }
        audit::note(db, now, None, "follower.stop", id.as_str(), &scope)
    })
}

/// What came of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// So many were taken by push services.
    pub sent: usize,
    /// So many subscriptions were no more, and are forgotten.
    pub gone: usize,
    /// So many will be tried again.
    pub postponed: usize,
    /// So many had nothing to tell any more, or were given up.
    pub dropped: usize,
    /// Whether more may be due at once.
    pub more: bool,
}

/// Hands over what is due. `clock` is asked for each portion anew.
pub fn deliver(app: &App, sender: &dyn Sender, clock: &(dyn Fn() -> Timestamp + Sync)) -> Result<Round, AppError> {
    let mut round = Round::default();
    // Push services that nobody answered at: their other messages wait, too.
    let away = Mutex::new(HashSet::new());
    for _ in 0..MOST_AT_ONCE {
        let now = clock();
        let stale = now.plus_seconds(-CLAIM_HOLDS);
        let claimed = app.write(|db| Ok(storage::pushes::claim(db, now, stale, PORTION)?))?;
        if claimed.is_empty() {
            return Ok(round);
        }
        let parcels = app.read(|db| {
            claimed
                .iter()
                .map(|push| parcel(app, db, push, now))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let outcomes = hand_over(app, sender, &parcels, &away, now);
        app.write(|db| settle(db, &claimed, &outcomes, now))?;
        count(&mut round, &claimed, &outcomes);
    }
    round.more = true;
    Ok(round)
}

/// What became of one push.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Sent,
    Gone,
    Nothing,
    Refused,
    Later(Option<u32>),
}

/// Several threads take one parcel after the other.
fn hand_over(
    app: &App,
    sender: &dyn Sender,
    parcels: &[Option<Parcel>],
    away: &Mutex<HashSet<String>>,
    now: Timestamp,
) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let outcomes: Vec<Mutex<Outcome>> = parcels.iter().map(|_| Mutex::new(Outcome::Nothing)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(parcel), Some(outcome)) = (parcels.get(at), outcomes.get(at)) else {
                return;
            };
            if let Some(parcel) = parcel {
                *outcome.lock().unwrap_or_else(PoisonError::into_inner) = send(sender, parcel, away, now);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..app.config.follow.push_parallel {
            scope.spawn(work);
        }
    });
    let unlocked = outcomes
        .into_iter()
        .map(|outcome| outcome.into_inner().unwrap_or_else(PoisonError::into_inner));
    unlocked.collect()
}

fn send(sender: &dyn Sender, parcel: &Parcel, away: &Mutex<HashSet<String>>, now: Timestamp) -> Outcome {
    let host = host(&parcel.subscription.endpoint);
    let lock = || away.lock().unwrap_or_else(PoisonError::into_inner);
    if lock().contains(host) {
        return Outcome::Later(None);
    }
    match sender.send(parcel, now.unix_seconds()) {
        Ok(()) => Outcome::Sent,
        Err(PushFault::Gone) => Outcome::Gone,
        Err(PushFault::Refused { said }) => {
            tracing::warn!(host, said, "a push message was refused");
            Outcome::Refused
        }
        Err(PushFault::Later { said, wait, away }) => {
            tracing::debug!(host, said, "a push message waits");
            if away {
                lock().insert(host.to_owned());
            }
            Outcome::Later(wait)
        }
    }
}

/// Of an address that was checked; what stands behind the host is a secret of the browser's and no part of any log.
fn host(endpoint: &str) -> &str {
    let rest = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

fn settle(db: &mut Db, claimed: &[Push], outcomes: &[Outcome], now: Timestamp) -> Result<(), AppError> {
    for (push, outcome) in claimed.iter().zip(outcomes) {
        match outcome {
            Outcome::Sent => {
                storage::pushes::end(db, push)?;
                storage::followers::told(db, &push.follower_id, now)?;
            }
            Outcome::Gone => {
                if storage::followers::remove(db, &push.follower_id)? {
                    audit::note(db, now, None, "follower.gone", push.follower_id.as_str(), &())?;
                }
            }
            Outcome::Nothing | Outcome::Refused => {
                storage::pushes::end(db, push)?;
            }
            Outcome::Later(_) if push.tries >= MOST_TRIES => {
                storage::pushes::end(db, push)?;
            }
            Outcome::Later(asked) => {
                let due = now.plus_seconds(wait(push.tries, *asked));
                storage::pushes::postpone(db, push, due)?;
            }
        }
    }
    Ok(())
}

fn count(round: &mut Round, claimed: &[Push], outcomes: &[Outcome]) {
    for (push, outcome) in claimed.iter().zip(outcomes) {
        match outcome {
            Outcome::Sent => round.sent += 1,
            Outcome::Gone => round.gone += 1,
            Outcome::Later(_) if push.tries < MOST_TRIES => round.postponed += 1,
            Outcome::Nothing | Outcome::Refused | Outcome::Later(_) => round.dropped += 1,
        }
    }
}

/// How long a push waits after a try, in seconds: doubled each time up to an hour, and never less than the push service asks for.
fn wait(tries: u32, asked: Option<u32>) -> i64 {
    let doubled = FIRST_WAIT << tries.saturating_sub(1).min(10);
    doubled.min(LONGEST_WAIT).max(asked.map_or(0, i64::from))
}

/// What a browser is handed; none where there is nothing to tell any more, or nobody.
fn parcel(app: &App, db: &mut Db, push: &Push, now: Timestamp) -> Result<Option<Parcel>, AppError> {
    let found = storage::followers::get(db, &push.follower_id)
        .and_then(|follower| Ok((follower, storage::announcements::get(db, &push.announcement_id)?)));
    let (follower, announcement) = match found {
        Ok(found) => found,
        Err(storage::StoreError::NotFound) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    let Some(subscription) = subscription(&follower) else {
        return Ok(None);
    };
    let told = news::of(db, &follower, &announcement, now)?;
    told.map(|news| worded(app, &follower, subscription, &announcement, &news))
        .transpose()
}

fn subscription(follower: &Follower) -> Option<Subscription> {
    Some(Subscription {
        endpoint: follower.endpoint.clone()?,
        p256dh: follower.p256dh.clone()?,
        auth: follower.auth.clone()?,
    })
}

fn worded(
    app: &App,
    follower: &Follower,
    subscription: Subscription,
    announcement: &Announcement,
    news: &news::News,
) -> Result<Parcel, AppError> {
    let language = super::language(follower);
    let tomorrow = matches!(announcement.content.read()?, Content::Tomorrow { .. });
    let (tag, url) = match news.items.as_slice() {
        // One of many messages about the same visit is enough: the last.
        [one] if !tomorrow => (one.visit.to_string(), one.path.clone()),
        [one] => (announcement.matter.clone(), one.path.clone()),
        _ => (announcement.matter.clone(), addresses::home(language)),
    };
    let payload = json!({
        "title": short(&news.subject),
        "body": body(app, language, news),
        "url": url,
        "tag": tag,
        "lang": language.tag(),
    });
    // The last 32 characters of an id are its digits.
    let digits = |id: &str| id.rsplit('_').next().map(str::to_owned);
    let topic = if tomorrow {
        Some("tomorrow".to_owned())
    } else {
        news.items
            .first()
            .filter(|_| news.items.len() == 1)
            .and_then(|one| digits(one.visit.as_str()))
    };
    Ok(Parcel {
        subscription,
        payload: payload.to_string(),
        ttl: if tomorrow { KEPT_OVERNIGHT } else { KEPT },
        urgency: if tomorrow { Urgency::Normal } else { Urgency::High },
        topic,
    })
}

fn body(app: &App, language: Language, news: &news::News) -> String {
    let said = Words::of(language).follow();
    let mut lines: Vec<String> = match news.items.as_slice() {
        // The title has its headline.
        [one] => one.details.iter().map(|line| short(line)).collect(),
        more => more.iter().take(MOST_LINES).map(|item| short(&item.headline)).collect(),
    };
    let left = news.items.len().saturating_sub(MOST_LINES);
    lines.extend((left > 0).then(|| said.and_more(left)));
    if lines.is_empty() {
        lines.push(app.config.calendar.service_name.clone());
    }
    lines.join("\n")
}

fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST_LINE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_LINE - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_are_what_the_push_service_asks_for_at_least() {
        for (tries, asked, expected) in [
            (1, None, 30),
            (2, None, 60),
            (7, None, 1_920),
            (8, None, 3_600),
            (30, None, 3_600),
            (1, Some(120), 120),
            (8, Some(120), 3_600),
            (8, Some(7_200), 7_200),
        ] {
            assert_eq!(wait(tries, asked), expected, "{tries} {asked:?}");
        }
    }

    #[test]
    fn only_the_host_of_an_endpoint_is_told_of() {
        assert_eq!(host("https://push.example/secret/key"), "push.example");
        assert_eq!(host("https://push.example:443"), "push.example:443");
    }
}
