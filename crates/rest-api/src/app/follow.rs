//! Whoever wants to be told of visits without an account: by e-mail with a letter that asks to confirm, or by push on a phone.
//!
//! Of a follower nothing is known but an address or a push subscription, a language and a list of places. Whether an address is known is told to that
//! address alone. The link in letters is signed, not stored; it opens the page on which everything is confirmed or ended.

pub mod announce;
mod evening;
pub mod link;
pub mod news;
pub mod push;
pub mod tell;

use serde::{Deserialize, Serialize};
use storage::{Db, Follow, Follower};
use utoipa::ToSchema;
use vocabulary::{EstateId, FollowScope, FollowerId, SeasonId, Slug, StopId, Timestamp};
use wording::{Language, Words};

use super::{App, AppError, audit, calendar, error::Fault, fresh, notices, people::is_email, signups};

pub use evening::write as write_evening;

/// One letter that asks to confirm leaves to an address in so many seconds.
const ONE_LETTER_IN: i64 = 3_600;
/// What is not confirmed is forgotten after so many seconds.
pub const UNCONFIRMED_IS_KEPT: i64 = 48 * 3_600;
/// Nobody follows more places than this one by one: then the town is meant.
const MOST_PLACES: usize = 60;

/// How much of the season somebody wants to follow, as addresses and forms name it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// Every visit.
    Town,
    /// The visits of an estate.
    Estate(Slug),
    /// The visits of a stop.
    Stop(Slug),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Town => f.write_str("town"),
            Self::Estate(slug) => write!(f, "estate:{slug}"),
            Self::Stop(slug) => write!(f, "stop:{slug}"),
        }
    }
}

impl std::str::FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("{text:?} is neither \"town\" nor \"estate:\" or \"stop:\" with a slug");
        let slug = |slug: &str| slug.parse().map_err(|_| refuse());
        match text.split_once(':') {
            None if text == "town" => Ok(Self::Town),
            Some(("estate", name)) => slug(name).map(Self::Estate),
            Some(("stop", name)) => slug(name).map(Self::Stop),
            _ => Err(refuse()),
        }
    }
}

impl TryFrom<String> for Place {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

/// Somebody asks for notifications by e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmailInput {
    /// The address.
    #[schema(max_length = 254, example = "anna@example.pl")]
    pub email: String,
    /// What to follow: `town`, or `estate:` or `stop:` and a slug.
    #[schema(value_type = String, example = "estate:lazek")]
    pub place: Place,
    /// The language of the letters: `pl`, `uk` or `en`; `pl` where none is given.
    #[serde(default = "polish")]
    #[schema(example = "uk")]
    pub language: String,
}

fn polish() -> String {
    Language::Polish.tag().to_owned()
}

/// A place as it is stored, and the season that it is followed in.
pub(super) struct Found {
    season: SeasonId,
    scope: FollowScope,
    place: String,
}

/// What to follow, as the public knows it now. `NotFound` for a place that it does not know.
pub(super) fn find(app: &App, db: &mut Db, place: &Place) -> Result<Found, AppError> {
    let today = app.today();
    let season = calendar::season_to_show(db, today)?.ok_or(AppError::NothingPublished)?;
    if storage::seasons::get(db, &season)?.last_day < today {
        return Err(AppError::refused(
            "season-over",
            "the season is over: come back next summer",
        ));
    }
    let snapshot = app.public.newest();
    let public = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let (scope, place) = match place {
        Place::Town => (FollowScope::Town, String::new()),
        Place::Estate(slug) => {
            let known = public.estate(slug).ok_or(AppError::NotFound)?;
            let id = storage::estates::by_slug(db, &known.slug)?.id;
            (FollowScope::Estate, id.to_string())
        }
        Place::Stop(slug) => {
            let known = public.stop(slug).ok_or(AppError::NotFound)?;
            let id = storage::stops::by_slug(db, &known.slug)?.id;
            (FollowScope::Stop, id.to_string())
        }
    };
    Ok(Found { season, scope, place })
}

/// Everything that is wrong with a language tag.
pub(super) fn language_fault(tag: &str) -> Option<Fault> {
    let known: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    (!known.contains(&tag)).then(|| Fault::new("/language", format!("{tag:?} is none of: {}", known.join(", "))))
}

/// Whether letters leave, or at least are shown: the form is offered only then.
pub fn by_email_works(app: &App) -> bool {
    app.demo || app.config.mail.host.is_some()
}

/// Takes the wish of somebody who gives an e-mail address. For anybody, as often as `sign_in.tries` from one network address, and to one e-mail
/// address, in a quarter of an hour; the answer is the same for every address.
pub fn ask_by_email(app: &App, input: &EmailInput, client: &str) -> Result<(), AppError> {
    if !by_email_works(app) {
        return Err(AppError::refused("follow-email-off", "this service sends no e-mail"));
    }
    let now = app.now();
    let email = storage::fold_email(input.email.trim());
    let mut faults = Vec::new();
    if !is_email(&email) || email.chars().any(|c| c.is_whitespace() || c.is_control()) {
        faults.push(Fault::new("/email", "this is no e-mail address, e.g. anna@example.pl"));
    }
    faults.extend(language_fault(&input.language));
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let keys = [format!("follow {client}"), format!("follow {email}")];
    if let Some(until) = keys.iter().filter_map(|key| app.tries.blocked(key, now)).max() {
        return Err(AppError::TooManyTries(until));
    }
    for key in &keys {
        app.tries.wrong(key, now);
    }
    let id = fresh::id(FollowerId::from_uuid);
    app.write(|db| {
        let found = find(app, db, &input.place)?;
        let follower = match storage::followers::by_email(db, &email)? {
            Some(known) => storage::followers::hold(db, &known.id)?,
            None => {
                let new = Follower {
                    id: id.clone(),
                    language: input.language.clone(),
                    email: Some(email.clone()),
                    endpoint: None,
                    p256dh: None,
                    auth: None,
                    asked_at: None,
                    created_at: now,
                    told_at: None,
                };
                insert(db, &new)?;
                new
            }
        };
        wish(db, &follower.id, &found, None, now)?;
        audit::note(db, now, None, "follower.ask", follower.id.as_str(), &found.scope)?;
        ask_to_confirm(db, &follower, now)
    })
}

/// Adds a follower; of two who come at once with one address the database decides who was first, and the other is told to come again.
pub(super) fn insert(db: &mut Db, follower: &Follower) -> Result<(), AppError> {
    match storage::followers::insert(db, follower) {
        Err(storage::StoreError::Conflict(_)) => Err(AppError::Busy),
        done => Ok(done?),
    }
}

/// Writes down what is to be followed.
pub(super) fn wish(
    db: &mut Db,
    follower: &FollowerId,
    found: &Found,
    confirmed_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), AppError> {
    if storage::followers::follows_of(db, follower)?.len() >= MOST_PLACES {
        // Nobody reads so many letters; who filled the list for another learns nothing of it.
        return Ok(());
    }
    let follow = Follow {
        follower_id: follower.clone(),
        season_id: found.season.clone(),
        scope: found.scope,
        place: found.place.clone(),
        confirmed_at,
        created_at: now,
    };
    storage::followers::follow(db, &follow)?;
    Ok(())
}

/// One letter an hour at most: a second wish is in the one that waits to leave, or waits for the next.
fn ask_to_confirm(db: &mut Db, follower: &Follower, now: Timestamp) -> Result<(), AppError> {
    if notices::follower_is_asked(db, &follower.id)? {
        return Ok(());
    }
    let due = match follower.asked_at {
        Some(at) => now.max(at.plus_seconds(ONE_LETTER_IN)),
        None => now,
    };
    notices::follower_confirm(db, now, due, &follower.id)?;
    let next = Follower {
        asked_at: Some(due),
        ..follower.clone()
    };
    Ok(storage::followers::save(db, &next)?)
}

/// One place on the page of a follower.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// What the page and the API name it by; it stays the same when the place is renamed.
    pub key: String,
    /// What people call it, in the follower's language.
    pub name: String,
    /// Whether it is confirmed.
    pub confirmed: bool,
}

/// What a follower sees of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Whose it is.
    pub follower: FollowerId,
    /// Their language.
    pub language: Language,
    /// What they follow.
    pub places: Vec<Followed>,
}

/// What the holder of a link follows. `NotFound` for a link that is not ours, or whose follower is forgotten.
pub fn look(app: &App, token: &str) -> Result<Sheet, AppError> {
    let id = link::read(app, token)?;
    app.read(|db| {
        let follower = storage::followers::get(db, &id)?;
        sheet(db, &follower)
    })
}

/// The language that a follower is spoken to in.
pub(in crate::app) fn language(follower: &Follower) -> Language {
    Language::from_tag(&follower.language).unwrap_or(Language::Polish)
}

pub(in crate::app) fn sheet(db: &mut Db, follower: &Follower) -> Result<Sheet, AppError> {
    let language = language(follower);
    let words = Words::of(language);
    let mut places = Vec::new();
    for follow in storage::followers::follows_of(db, &follower.id)? {
        places.push(Followed {
            key: format!("{}:{}", follow.scope, follow.place),
            name: name(db, words, &follow)?,
            confirmed: follow.confirmed_at.is_some(),
        });
    }
    Ok(Sheet {
        follower: follower.id.clone(),
        language,
        places,
    })
}

/// What people call what somebody follows.
fn name(db: &mut Db, words: Words, follow: &Follow) -> Result<String, AppError> {
    let said = words.follow();
    let broken = || anyhow::anyhow!("a followed {} has no id of one", follow.scope);
    Ok(match follow.scope {
        FollowScope::Town => said.town(),
        FollowScope::Estate => {
            let id: EstateId = follow.place.parse().map_err(|_| broken())?;
            said.estate(&storage::estates::get(db, &id)?.name)
        }
        FollowScope::Stop => {
            let id: StopId = follow.place.parse().map_err(|_| broken())?;
            let place = signups::places(db)?.remove(&id).unwrap_or_default();
            said.stop(&place.stop, &place.estate)
        }
    })
}

/// The name of a place that is not followed yet, for the page of the form.
pub fn name_of(app: &App, words: Words, place: &Place) -> Result<String, AppError> {
    let snapshot = app.public.newest();
    let public = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let said = words.follow();
    match place {
        Place::Town => Some(said.town()),
        Place::Estate(slug) => public.estate(slug).map(|estate| said.estate(&estate.name)),
        Place::Stop(slug) => public.stop(slug).map(|stop| {
            let estate = public.estate(&stop.estate).map_or("", |estate| estate.name.as_str());
            said.stop(&stop.name, estate)
        }),
    }
    .ok_or(AppError::NotFound)
}

/// Everything that waits is confirmed by the holder of a link.
pub fn confirm(app: &App, token: &str) -> Result<Sheet, AppError> {
    let id = link::read(app, token)?;
    let now = app.now();
    app.write(|db| {
        let follower = storage::followers::hold(db, &id)?;
        if storage::followers::confirm(db, &id, now)? > 0 {
            // A letter that still waits has nothing left to ask.
            notices::follower_confirmed(db, now, &id)?;
            audit::note(db, now, None, "follower.confirm", id.as_str(), &())?;
        }
        sheet(db, &follower)
    })
}

/// The holder of a link wants nothing any more: everything about them is deleted. `NotFound` if it was before.
pub fn stop(app: &App, token: &str) -> Result<(), AppError> {
    let id = link::read(app, token)?;
    let now = app.now();
    app.write(|db| {
        if !storage::followers::remove(db, &id)? {
            return Err(AppError::NotFound);
        }
        audit::note(db, now, None, "follower.stop", id.as_str(), &())
    })
}

/// The holder of a link wants one place less; none left: everything about them is deleted.
pub fn stop_one(app: &App, token: &str, key: &str) -> Result<(), AppError> {
    let id = link::read(app, token)?;
    let (scope, place) = key.split_once(':').ok_or(AppError::NotFound)?;
    let scope: FollowScope = scope.parse().map_err(|_| AppError::NotFound)?;
    let now = app.now();
    app.write(|db| {
        storage::followers::hold(db, &id)?;
        if storage::followers::unfollow(db, &id, scope, place)? {
            audit::note(db, now, None, "follower.stop", id.as_str(), &scope)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for (text, fits) in [
            ("town", true),
            ("estate:lazek", true),
            ("stop:plac-zabaw", true),
            ("", false),
            ("town:", false),
            ("estate", false),
            ("estate:", false),
            ("stop:Ł", false),
            ("stop:a b", false),
            ("visit:lazek", false),
        ] {
            let read = text.parse::<Place>();
            assert_eq!(read.is_ok(), fits, "{text}");
            assert!(read.is_err() || read.unwrap().to_string() == text);
        }
    }
}
