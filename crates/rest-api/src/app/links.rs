//! Links that work once: the invitation to an account, and a guardian's consent. Whoever has the link may do what it is for; only its hash is
//! kept, and a link that is unknown tells nothing about anybody.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use storage::{Db, Json, Link, Person, StoreError, TokenHash};
use vocabulary::{Day, LinkPurpose, PersonId, Timestamp};
use volunteer_roster::Consent;

use super::{
    App, AppError, Caller, audit, crew,
    error::Fault,
    fresh,
    notices::{self, LinkNotice, LinkSecret},
    papers::{CONSENT_VERSION, Guardian, Papers},
    passwords::{self, PasswordFault},
    people,
};

/// How long a link works, in seconds: seven days.
const LIFE: i64 = 7 * 86_400;

/// A link just made. Its secret is shown once.
#[derive(Debug, Clone)]
pub struct Made {
    /// What stands in the address.
    pub token: String,
    /// Until when it works.
    pub expires_at: Timestamp,
    /// The address to which a letter with it goes; none if none was written.
    pub sent_to: Option<String>,
}

/// What came of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Came {
    /// Nothing yet.
    Nothing,
    /// It did what it is for.
    Done,
    /// Whoever was asked said no.
    Refused,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened<T> {
    /// This.
    Live(T),
    /// Nothing any more: it was used, or its time is over.
    Ended,
}

/// Makes an invitation to set a password; it switches the account on. A letter with it goes to the account's address.
pub fn invite(app: &App, caller: &Caller, id: &PersonId) -> Result<Made, AppError> {
    caller.coordinator()?;
    make(app, caller, id, LinkPurpose::Invitation, |person| {
        Ok(Some(person.email.clone()))
    })
}

/// Makes a link by which a minor's guardian gives consent. A letter with it goes to this address, which is kept no longer than the letter.
pub fn ask_consent(app: &App, caller: &Caller, id: &PersonId, send_to: Option<&str>) -> Result<Made, AppError> {
    caller.coordinator()?;
    let send_to = send_to.map(str::trim).filter(|text| !text.is_empty());
    let mut faults = Vec::new();
    if send_to.is_some_and(|text| !people::is_email(text)) {
        faults.push(Fault::new("/send_to", "write an e-mail address, or nothing"));
    }
    make(app, caller, id, LinkPurpose::Consent, |person| {
        let mut faults = faults.clone();
        if person.born_on.is_none() {
            faults.push(Fault::new("/born_on", "only for a minor a guardian consents"));
        }
        match faults.is_empty() {
            true => Ok(send_to.map(str::to_owned)),
            false => Err(AppError::Invalid(faults)),
        }
    })
}

/// `fits` says whether the link may be made for this person, and to which address a letter goes.
fn make(
    app: &App,
    caller: &Caller,
    id: &PersonId,
    purpose: LinkPurpose,
    fits: impl Fn(&Person) -> Result<Option<String>, AppError>,
) -> Result<Made, AppError> {
    let secret = fresh::bytes::<32>()?;
    let token: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let now = app.now();
    let link = Link {
        token_hash: hash(&token),
        purpose,
        person_id: Some(id.clone()),
        detail: Json::of(&Came::Nothing)?,
        made_by: Some(caller.person.clone()),
        made_at: now,
        expires_at: now.plus_seconds(LIFE),
        used_at: None,
    };
    // Without a mail server the letter would keep its secret for as long as nobody sets one up.
    let mail = app.config.mail.host.is_some() || app.demo;
    let sent_to = app.write(|db| {
        let person = people::living(db, id)?;
        let sent_to = fits(&person)?.filter(|_| mail);
        storage::links::make(db, &link)?;
        if let Some(address) = &sent_to {
            // A guardian's letter is about the minor and goes elsewhere.
            let other = (purpose == LinkPurpose::Consent).then_some(address.as_str());
            notices::link(db, now, id, other, notice(purpose, &token, link.expires_at))?;
        }
        audit::note(db, now, Some(&caller.person), "person.link", id.as_str(), &purpose)?;
        Ok(sent_to)
    })?;
    Ok(Made {
        token,
        expires_at: link.expires_at,
        sent_to,
    })
}

fn notice(purpose: LinkPurpose, token: &str, until: Timestamp) -> LinkNotice {
    let secret = Some(LinkSecret::new(token));
    match purpose {
        LinkPurpose::Consent => LinkNotice::Consent { secret, until },
        LinkPurpose::Invitation | LinkPurpose::Password | LinkPurpose::Address => {
            LinkNotice::Password { secret, until }
        }
    }
}

/// Whether a link may still be used for the first time.
pub(super) fn is_open(db: &mut Db, token: &str, now: Timestamp) -> Result<bool, AppError> {
    match storage::links::find(db, &hash(token)) {
        Ok(link) => Ok(link.used_at.is_none() && now < link.expires_at),
        Err(StoreError::NotFound) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

fn hash(token: &str) -> TokenHash {
    let digest = Sha256::new().chain_update("link ").chain_update(token).finalize();
    TokenHash::new(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// The link and whom it is about; `NotFound` for a secret that is none, or is for something else.
fn found(db: &mut Db, token: &str, purpose: LinkPurpose) -> Result<(Link, Person), AppError> {
    let link = match storage::links::find(db, &hash(token)) {
        Ok(link) if link.purpose == purpose => link,
        Ok(_) | Err(StoreError::NotFound) => return Err(AppError::NotFound),
        Err(other) => return Err(other.into()),
    };
    let id = link.person_id.clone().ok_or(AppError::NotFound)?;
    Ok((link, storage::people::get(db, &id)?))
}

/// Whom an invitation is for. Changes nothing.
pub fn invitation(app: &App, token: &str) -> Result<Opened<Person>, AppError> {
    let now = app.now();
    app.read(|db| {
        let (link, person) = found(db, token, LinkPurpose::Invitation)?;
        let live = link.used_at.is_none() && now < link.expires_at;
        Ok(if live { Opened::Live(person) } else { Opened::Ended })
    })
}

/// What came of an answer to an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// The password is set and the account works.
    Done,
    /// The password will not do; the link still works.
    Wrong(Vec<PasswordFault>),
    /// The link does not work any more.
    Ended,
}

/// Sets the password of the invited and switches the account on.
pub fn accept_invitation(app: &App, token: &str, password: &str) -> Result<Accepted, AppError> {
    let Opened::Live(person) = invitation(app, token)? else {
        return Ok(Accepted::Ended);
    };
    if let Err(faults) = passwords::check_new(password, &person.email) {
        return Ok(Accepted::Wrong(faults));
    }
    let hash_of_password = people::hash(app, password)?;
    let now = app.now();
    app.write(|db| {
        let (link, person) = found(db, token, LinkPurpose::Invitation)?;
        if !storage::links::use_once(db, &link.token_hash, now, &Json::of(&Came::Done)?)? {
            return Ok(Accepted::Ended);
        }
        let id = person.id.clone();
        let person = Person { active: true, ..person };
        people::store_hash(db, person, hash_of_password.clone())?;
        storage::tokens::revoke_person(db, &id, now)?;
        audit::note(db, now, Some(&id), "person.accept", id.as_str(), &())?;
        Ok(Accepted::Done)
    })
}

/// What a guardian's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentSheet {
    /// The minor's name.
    pub minor: String,
    /// The guardian's, as staff knows it; may be empty.
    pub guardian: String,
    /// Which version of the text is shown.
    pub version: u32,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a guardian's consent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is asked for.
    Asked,
    /// It was given by this link on a day, and may be withdrawn.
    Given(Day),
    /// It was given by this link and withdrawn.
    Withdrawn(Day),
    /// It was refused.
    Refused,
}

/// What the guardian's link leads to. Changes nothing.
pub fn consent(app: &App, token: &str) -> Result<Opened<ConsentSheet>, AppError> {
    let now = app.now();
    app.read(|db| {
        let (link, person) = found(db, token, LinkPurpose::Consent)?;
        if link.expires_at <= now {
            return Ok(Opened::Ended);
        }
        let papers = Papers::of(&person)?;
        let standing = match (link.detail.read()?, &papers.consent) {
            (Came::Nothing, _) => Standing::Asked,
            (Came::Refused, _) => Standing::Refused,
            (Came::Done, Some(consent)) => consent
                .withdrawn_on
                .map_or(Standing::Given(consent.given_on), Standing::Withdrawn),
            // Staff has taken it away since.
            (Came::Done, None) => return Ok(Opened::Ended),
        };
        Ok(Opened::Live(ConsentSheet {
            minor: person.name,
            guardian: papers.guardian.map(|guardian| guardian.name).unwrap_or_default(),
            version: CONSENT_VERSION,
            standing,
        }))
    })
}

/// What a guardian says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes, signed with this name.
    Yes(String),
    /// No.
    No,
    /// No longer, after a yes.
    Withdraw,
}

/// Carries out what a guardian says. A link that does not work any more, or is asked for a step that is not its next, is `Ended`.
pub fn answer(app: &App, token: &str, said: &Answer) -> Result<Opened<()>, AppError> {
    let (now, today) = (app.now(), app.today());
    if let Answer::Yes(name) = said
        && (!(1..=100).contains(&name.trim().chars().count()) || name.chars().any(char::is_control))
    {
        return Err(AppError::Invalid(vec![Fault::new(
            "/name",
            "write 1 to 100 characters",
        )]));
    }
    app.write(|db| {
        let (link, person) = found(db, token, LinkPurpose::Consent)?;
        let mut papers = Papers::of(&person)?;
        let (action, changed) = match said {
            Answer::Withdraw => {
                let given = link.detail.read::<Came>()? == Came::Done && now < link.expires_at;
                match papers
                    .consent
                    .as_mut()
                    .filter(|one| given && one.withdrawn_on.is_none())
                {
                    None => return Ok(Opened::Ended),
                    Some(consent) => consent.withdrawn_on = Some(today),
                }
                ("person.consent-withdraw", true)
            }
            Answer::No if used(db, &link, now, Came::Refused)? => ("person.consent-refuse", false),
            Answer::Yes(name) if used(db, &link, now, Came::Done)? => {
                papers.consent = Some(Consent {
                    given_on: today,
                    text_version: CONSENT_VERSION,
                    withdrawn_on: None,
                    standing_approval: false,
                });
                let email = papers
                    .guardian
                    .take()
                    .map(|guardian| guardian.email)
                    .unwrap_or_default();
                papers.guardian = Some(Guardian {
                    name: name.trim().to_owned(),
                    email,
                });
                ("person.consent", true)
            }
            Answer::No | Answer::Yes(_) => return Ok(Opened::Ended),
        };
        let id = person.id.clone();
        if changed {
            let next = Person {
                papers: papers.store()?,
                ..person
            };
            crew::saved(storage::people::save(db, &next)?)?;
        }
        audit::note(db, now, None, action, id.as_str(), &CONSENT_VERSION)?;
        match said {
            Answer::Yes(_) => {}
            Answer::No => notices::consent_ended(db, now, &id, false)?,
            Answer::Withdraw => notices::consent_ended(db, now, &id, true)?,
        }
        Ok(Opened::Live(()))
    })
}

fn used(db: &mut Db, link: &Link, now: Timestamp, came: Came) -> Result<bool, AppError> {
    Ok(storage::links::use_once(db, &link.token_hash, now, &Json::of(&came)?)?)
}
