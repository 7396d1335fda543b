//! Accounts, as a coordinator or the command line makes and changes them. How somebody registers themselves: `registration.rs`.

use serde::{Deserialize, Serialize};
use storage::{Db, Guarded, Json, Page, Paged, PasswordHash, Person, StoreError};
use utoipa::ToSchema;
use vocabulary::{AccountRole, Day, PersonId, PersonKind, Timestamp};
use wording::Language;

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    fresh,
    idempotency::Asked,
    papers::{self, Papers},
    passwords::{self, Cost, Floor, Passwords},
};
use crate::schema;

/// What a coordinator sets on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    /// What they sign in with.
    pub email: String,
    /// What they are called on screen.
    pub name: String,
    /// What the account may do.
    #[schema(value_type = schema::AccountRole)]
    pub role: AccountRole,
    /// Whether the account may be used.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub active: bool,
    /// The day of birth of a minor; none for an adult.
    #[serde(default)]
    #[schema(value_type = Option<schema::Day>)]
    pub born_on: Option<Day>,
    /// On what footing they work with the bus; the role's usual one if it is left out.
    #[serde(default)]
    #[schema(value_type = Option<schema::PersonKind>)]
    pub kind: Option<PersonKind>,
    /// Their roles, qualifications and papers: that they are there, never what they say.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub papers: Papers,
    /// The language in which they are spoken to, `pl`, `uk` or `en`; left out, it stays as it is, and is Polish at first.
    #[serde(default)]
    pub language: Option<String>,
}

/// Whether this looks like an e-mail address.
pub fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    text.len() <= 254 && parts.is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}

fn yes() -> bool {
    true
}

impl PersonInput {
    /// Everything that is wrong with it, each with its place.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        let email = self.email.trim();
        if !is_email(email) {
            found.push(Fault::new(
                "/email",
                format!("{email:?} is not an e-mail address, e.g. anna@example.pl"),
            ));
        }
        if email.chars().any(|c| c.is_whitespace() || c.is_control()) {
            found.push(Fault::new("/email", "an e-mail address has no spaces"));
        }
        let name = self.name.trim();
        if !(1..=100).contains(&name.chars().count()) || name.chars().any(char::is_control) {
            found.push(Fault::new("/name", "write 1 to 100 characters"));
        }
        if self
            .language
            .as_ref()
            .is_some_and(|tag| Language::from_tag(tag).is_none())
        {
            let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
            found.push(Fault::new("/language", format!("one of {}", tags.join(", "))));
        }
        found.extend(self.papers.faults("/papers"));
        found
    }

    fn check(&self) -> Result<(), AppError> {
        let found = self.faults();
        if found.is_empty() {
            Ok(())
        } else {
            Err(AppError::Invalid(found))
        }
    }

    pub(super) fn apply(&self, person: Person) -> Result<Person, AppError> {
        Ok(Person {
            email: storage::people::fold_email(&self.email),
            name: self.name.trim().to_owned(),
            role: self.role,
            active: self.active,
            born_on: self.born_on,
            kind: self.kind.unwrap_or_else(|| papers::usual_kind(self.role)),
            papers: self.papers.store()?,
            language: self.language.clone().unwrap_or(person.language),
            ..person
        })
    }
}

/// Makes an account without a password; sign-in works once one is set. Under the key that a client gave.
pub fn add_once(app: &App, asked: Asked<'_>, input: &PersonInput) -> Result<PersonShape, AppError> {
    asked.caller.coordinator()?;
    input.check()?;
    let now = app.now();
    app.write(|db| {
        asked.once(db, now, |db| {
            PersonShape::of(&insert(db, now, Some(asked.caller), input)?)
        })
    })
}

/// Makes an account without a caller: for the command line and the demo.
pub fn create(app: &App, caller: Option<&Caller>, input: &PersonInput) -> Result<Person, AppError> {
    input.check()?;
    let now = app.now();
    app.write(|db| insert(db, now, caller, input))
}

/// A person of whom nothing is said yet.
pub(super) fn blank(id: PersonId, role: AccountRole, now: Timestamp) -> Result<Person, AppError> {
    Ok(Person {
        id,
        email: String::new(),
        name: String::new(),
        role,
        password_hash: None,
        active: true,
        born_on: None,
        kind: papers::usual_kind(role),
        papers: Papers::default().store()?,
        wishes: Json::of(&serde_json::json!({}))?,
        language: Language::Polish.tag().to_owned(),
        awaits_approval: false,
        erasure_asked_at: None,
        erased_at: None,
        created_at: now,
        version: 1,
    })
}

fn insert(db: &mut Db, now: Timestamp, caller: Option<&Caller>, input: &PersonInput) -> Result<Person, AppError> {
    let person = input.apply(blank(fresh::id(PersonId::from_uuid), input.role, now)?)?;
    storage::people::insert(db, &person).map_err(email_taken)?;
    let actor = caller.map(|c| &c.person);
    audit::note(db, now, actor, "person.add", person.id.as_str(), &person.role)?;
    Ok(person)
}

fn email_taken(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict(_) => AppError::Conflict("an account with this e-mail address exists".to_owned()),
        other => other.into(),
    }
}

/// Changes an account. Switched off, it is signed out everywhere.
pub fn update(
    app: &App,
    caller: &Caller,
    id: &PersonId,
    version: u32,
    input: &PersonInput,
) -> Result<Person, AppError> {
    caller.coordinator()?;
    let mut found = input.faults();
    if *id == caller.person && (input.role != caller.role || !input.active) {
        found.push(Fault::new(
            "/role",
            "you cannot take your own account's rights away: ask another coordinator",
        ));
    }
    if !found.is_empty() {
        return Err(AppError::Invalid(found));
    }
    let now = app.now();
    app.write(|db| {
        let was = living(db, id)?;
        let next = Person {
            version,
            ..input.apply(was)?
        };
        match storage::people::save(db, &next).map_err(email_taken)? {
            Guarded::Done(person) => {
                if !person.active {
                    storage::tokens::revoke_person(db, id, now)?;
                    storage::links::end_of(db, id, now)?;
                    storage::feeds::end_of(db, id)?;
                }
                audit::note(
                    db,
                    now,
                    Some(&caller.person),
                    "person.update",
                    id.as_str(),
                    &person.role,
                )?;
                Ok(person)
            }
            Guarded::Stale(stored) => Err(AppError::Stale {
                current: serde_json::json!(PersonShape::of(&stored)?),
                asked: serde_json::json!(input),
            }),
        }
    })
}

/// An account as staff sees it: never its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(missing_docs)] // The names are those of `PersonInput`.
pub struct PersonShape {
    #[schema(value_type = schema::PersonId)]
    pub id: PersonId,
    pub email: String,
    pub name: String,
    #[schema(value_type = schema::AccountRole)]
    pub role: AccountRole,
    pub active: bool,
    #[schema(value_type = Option<schema::Day>)]
    pub born_on: Option<Day>,
    #[schema(value_type = schema::PersonKind)]
    pub kind: PersonKind,
    #[schema(value_type = Object)]
    pub papers: Papers,
    pub language: String,
    pub awaits_approval: bool,
    pub has_password: bool,
    pub version: u32,
}

impl PersonShape {
    /// The shape of a row.
    pub fn of(person: &Person) -> Result<Self, AppError> {
        Ok(Self {
            id: person.id.clone(),
            email: person.email.clone(),
            name: person.name.clone(),
            role: person.role,
            active: person.active,
            born_on: person.born_on,
            kind: person.kind,
            papers: Papers::of(person)?,
            language: person.language.clone(),
            awaits_approval: person.awaits_approval,
            has_password: person.password_hash.is_some(),
            version: person.version,
        })
    }
}

/// One account: a coordinator sees all, everybody their own.
pub fn get(app: &App, caller: &Caller, id: &PersonId) -> Result<Person, AppError> {
    if *id != caller.person {
        caller.coordinator()?;
    }
    app.read(|db| living(db, id))
}

/// Somebody whose data was not erased.
pub(super) fn living(db: &mut Db, id: &PersonId) -> Result<Person, AppError> {
    let person = storage::people::get(db, id)?;
    if person.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    Ok(person)
}

/// One portion of all accounts.
pub fn list(app: &App, caller: &Caller, page: &Page) -> Result<Paged<Person>, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::people::list(db, page)?))
}

/// Sets a password, for the command line and the demo; everybody signed in with the old one is signed out.
pub fn set_password(app: &App, email: &str, password: &str) -> Result<(), AppError> {
    if let Err(faults) = passwords::check_new(password, email) {
        return Err(AppError::Invalid(
            faults.iter().map(|f| Fault::new("/password", f.to_string())).collect(),
        ));
    }
    let hash = hash(app, password)?;
    let now = app.now();
    app.write(|db| {
        let person = storage::people::by_email(db, email)?;
        store_hash(db, person.clone(), hash.clone())?;
        storage::tokens::revoke_person(db, &person.id, now)?;
        audit::note(db, now, None, "person.password", person.id.as_str(), &())
    })
}

/// Stores a new hash of an account's password.
pub fn store_hash(db: &mut Db, person: Person, hash: PasswordHash) -> Result<(), AppError> {
    super::crew::saved(storage::people::save(
        db,
        &Person {
            password_hash: Some(hash),
            ..person
        },
    )?)?;
    Ok(())
}

/// Hashes a password, one at a time in this process.
pub fn hash(app: &App, password: &str) -> Result<PasswordHash, AppError> {
    let salt = fresh::bytes::<16>()?;
    let _one_at_a_time = app.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let hash = hasher()?.hash(password, salt).map_err(|e| anyhow::anyhow!(e))?;
    Ok(PasswordHash::new(hash))
}

/// The hasher at the cost in force.
pub fn hasher() -> Result<Passwords, AppError> {
    Ok(Passwords::new(Cost::default(), Floor::Held).map_err(|e| anyhow::anyhow!(e))?)
}
