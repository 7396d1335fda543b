//! Somebody registers themselves; staff says yes or no. Until then the account sees that it waits, and nothing of anybody.
//!
//! Whether an address has an account is told to that address alone: the answer to who registers is the same, and the password is set from a link
//! in the letter, so nobody signs in with an address that is not theirs. What the link is signed with is not stored, so it stands in no table.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use storage::{Db, Person, StoreError};
use utoipa::ToSchema;
use vocabulary::{AccountRole, Day, PersonId, PersonKind, Timestamp};
use volunteer_roster::{AgeCategory, Tongue};

use super::{
    App, AppError, Caller, audit,
    caller::spoken_to,
    crew, erasure,
    error::Fault,
    fresh,
    links::{Accepted, Opened},
    notices::{self, AccountNotice},
    papers::{self, Papers},
    passwords, people,
    people::PersonInput,
};
use crate::schema;

/// The page of the link in the letter.
pub const PATH: &str = "/dolacz";
/// How long that link works, in seconds: seven days.
const LIFE: i64 = 7 * 86_400;
/// So many may wait at once; more are no town's volunteers but somebody's joke.
const MOST_WAITING: u32 = 200;

/// The letter with the link to set a password.
const REGISTERED: AccountNotice = AccountNotice::FirstPassword {
    invited: false,
    without_link: false,
};

/// What somebody says who registers: the least that staff needs to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrationInput {
    /// What they are called.
    pub name: String,
    /// Where the letter goes, and what they will sign in with.
    pub email: String,
    /// On what footing they would come: as a volunteer, or sent by the labour office.
    #[schema(value_type = schema::PersonKind)]
    pub kind: PersonKind,
    /// That they are 18 or older. Then no day of birth is asked for.
    pub adult: bool,
    /// The day of birth of a minor; none for an adult.
    #[serde(default)]
    #[schema(value_type = Option<schema::Day>)]
    pub born_on: Option<Day>,
    /// Languages beside Polish: `uk`, `en` and others that the form lists.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub tongues: Vec<Tongue>,
    /// The language in which they want to be spoken to: `pl`, `uk` or `en`; Polish if it is left out.
    #[serde(default)]
    pub language: Option<String>,
}

impl RegistrationInput {
    /// Everything that is wrong with it.
    pub fn faults(&self, today: Day) -> Vec<Fault> {
        let mut found = self.person().faults();
        if self.kind == PersonKind::Staff {
            found.push(Fault::new("/kind", "staff is added by the coordinator"));
        }
        match (self.adult, self.born_on) {
            (true, Some(_)) => found.push(Fault::new(
                "/born_on",
                "of an adult no day of birth is kept: leave it out",
            )),
            (false, None) => found.push(Fault::new(
                "/born_on",
                "say the day of birth, or that you are 18 or older",
            )),
            (false, Some(day)) if day > today => found.push(Fault::new("/born_on", "this day is still to come")),
            (false, Some(day)) if papers::age(Some(day)).category_on(today) == AgeCategory::Adult => {
                found.push(Fault::new("/adult", "who was born then is 18 or older: say so"));
            }
            (true, None) | (false, Some(_)) => {}
        }
        found
    }

    fn person(&self) -> PersonInput {
        PersonInput {
            email: self.email.clone(),
            name: self.name.clone(),
            role: AccountRole::Volunteer,
            // Until the address is known to be theirs.
            active: false,
            born_on: self.born_on,
            kind: Some(self.kind),
            papers: Papers {
                tongues: self.tongues.clone(),
                ..Papers::default()
            },
            language: self.language.clone(),
        }
    }
}

/// Whether people may register themselves.
pub fn is_open(app: &App) -> bool {
    app.config.registration.open
}

/// Takes a registration. For anybody, as often as `sign_in.tries` from one network address in a quarter of an hour; the answer is the same whether
/// or not the e-mail address has an account.
pub fn register(app: &App, input: &RegistrationInput, client: &str) -> Result<(), AppError> {
    if !is_open(app) {
        return Err(AppError::NotFound);
    }
    let now = app.now();
    let found = input.faults(app.today());
    if !found.is_empty() {
        return Err(AppError::Invalid(found));
    }
    let key = format!("registration {client}");
    if let Some(until) = app.tries.blocked(&key, now) {
        return Err(AppError::TooManyTries(until));
    }
    app.tries.wrong(&key, now);
    let id = fresh::id(PersonId::from_uuid);
    app.write(|db| {
        // Before anything else is looked at, so that a full list tells nothing of an address.
        if storage::people::awaiting(db, MOST_WAITING)?.len() >= MOST_WAITING as usize {
            return Err(AppError::Busy);
        }
        match storage::people::by_email(db, &input.email) {
            Ok(person) => known(app, db, &person, now),
            Err(StoreError::NotFound) => begin(app, db, &id, input, now),
            Err(other) => Err(other.into()),
        }
    })
}

fn begin(app: &App, db: &mut Db, id: &PersonId, input: &RegistrationInput, now: Timestamp) -> Result<(), AppError> {
    let blank = Person {
        awaits_approval: true,
        ..people::blank(id.clone(), AccountRole::Volunteer, now)?
    };
    let person = input.person().apply(blank)?;
    match storage::people::insert(db, &person) {
        Ok(()) => {}
        // Somebody registered the same address at the same moment: the database decides who was first, and both are told alike.
        Err(StoreError::Conflict(_)) => return Err(AppError::Busy),
        Err(other) => return Err(other.into()),
    }
    audit::note(db, now, None, "person.register", id.as_str(), &person.kind)?;
    letter(app, db, &person, REGISTERED, now)
}

/// The address has an account: its owner is told, whoever it was that typed it.
fn known(app: &App, db: &mut Db, person: &Person, now: Timestamp) -> Result<(), AppError> {
    if person.awaits_approval && person.password_hash.is_none() {
        return letter(app, db, person, REGISTERED, now);
    }
    if !person.active {
        // Switched off by staff: there is nothing that a letter could ask for.
        return Ok(());
    }
    letter(app, db, person, AccountNotice::KnownAddress, now)
}

/// One letter of a kind a day, so that nobody's box is filled by a stranger.
fn letter(app: &App, db: &mut Db, person: &Person, notice: AccountNotice, now: Timestamp) -> Result<(), AppError> {
    let matter = format!("{}:{}:{}", notice.word(), person.id, app.zone.day(now));
    notices::account(db, now, &person.id, matter, notice)
}

/// The address of the page on which somebody sets their password: who registered, or was brought in by a list.
pub fn link(app: &App, person: &Person) -> String {
    let prefix = spoken_to(&person.language).path_prefix();
    format!("{}{prefix}{PATH}/{}", app.base_address, token(app, person))
}

fn token(app: &App, person: &Person) -> String {
    format!("{}.{}", person.id, signature(app, person))
}

fn signature(app: &App, person: &Person) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.form_secret.reveal().as_bytes()) else {
        // HMAC takes keys of any length (RFC 2104).
        return String::new();
    };
    // Other texts are signed with the same secret; this beginning is none of theirs. The instant ends old links of an id that is never used again.
    mac.update(format!("first password:{}:{}", person.id, person.created_at).as_bytes());
    mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

fn find(app: &App, db: &mut Db, text: &str, now: Timestamp) -> Result<Opened<Person>, AppError> {
    let id = text.split_once('.').and_then(|(id, _)| id.parse::<PersonId>().ok());
    let person = storage::people::get(db, &id.ok_or(AppError::NotFound)?)?;
    let digest = |text: &str| <Sha256 as sha2::Digest>::digest(text);
    // Compared through a hash, so that time tells nothing of how much of it was right.
    if digest(&token(app, &person)) != digest(text) {
        return Err(AppError::NotFound);
    }
    Ok(if link_works(&person, now) {
        Opened::Live(person)
    } else {
        Opened::Ended
    })
}

/// Whether the link to set a first password works for somebody.
pub fn link_works(person: &Person, now: Timestamp) -> bool {
    person.password_hash.is_none()
        && person.erased_at.is_none()
        && (person.active || person.awaits_approval)
        && now < person.created_at.plus_seconds(LIFE)
}

/// Whose password the link of a letter sets. Changes nothing.
pub fn opened(app: &App, token: &str) -> Result<Opened<Person>, AppError> {
    let now = app.now();
    app.read(|db| find(app, db, token, now))
}

/// Sets the first password: the address is theirs, so they may sign in. Staff hears that somebody waits.
pub fn set_password(app: &App, token: &str, password: &str) -> Result<Accepted, AppError> {
    let Opened::Live(person) = opened(app, token)? else {
        return Ok(Accepted::Ended);
    };
    if let Err(faults) = passwords::check_new(password, &person.email) {
        return Ok(Accepted::Wrong(faults));
    }
    let _place = app.tries.queue().ok_or(AppError::Busy)?;
    let hash = people::hash(app, password)?;
    let now = app.now();
    app.write(|db| {
        let Opened::Live(person) = find(app, db, token, now)? else {
            return Ok(Accepted::Ended);
        };
        let id = person.id.clone();
        let waits = person.awaits_approval;
        people::store_hash(db, Person { active: true, ..person }, hash.clone())?;
        audit::note(db, now, Some(&id), "person.confirm", id.as_str(), &())?;
        if waits {
            notices::account_staff(db, now, &id, &AccountNotice::Waits { person: id.clone() })?;
        }
        Ok(Accepted::Done)
    })
}

/// Staff says yes: the person may use the service, and is told.
pub fn approve(app: &App, caller: &Caller, id: &PersonId) -> Result<Person, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let person = waiting(db, id)?;
        let next = Person {
            awaits_approval: false,
            active: true,
            ..person
        };
        let person = crew::saved(storage::people::save(db, &next)?)?;
        audit::note(db, now, Some(&caller.person), "person.approve", id.as_str(), &())?;
        letter(app, db, &person, AccountNotice::Approved { without_link: false }, now)?;
        Ok(person)
    })
}

/// Staff says no: everything of the person is erased.
pub fn refuse(app: &App, caller: &Caller, id: &PersonId) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        waiting(db, id)?;
        erasure::take_out(db, id, now, Some(&caller.person))?;
        audit::note(db, now, Some(&caller.person), "person.refuse", id.as_str(), &())
    })?;
    erasure::settle(app);
    Ok(())
}

fn waiting(db: &mut Db, id: &PersonId) -> Result<Person, AppError> {
    let person = storage::people::get(db, id)?;
    if person.awaits_approval {
        Ok(person)
    } else {
        Err(AppError::Conflict("this account does not wait for approval".to_owned()))
    }
}
