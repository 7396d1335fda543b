//! People may do without some kinds of message. The link in a message is enough; nobody need sign in for it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use vocabulary::{MessageKind, PersonId};
use wording::Language;

use super::{App, AppError};

/// The page.
pub const PATH: &str = "/wypisz";

/// Whether people may do without a kind of message: without a new password or a guardian's consent nothing goes on.
pub fn possible(kind: MessageKind) -> bool {
    !matches!(kind, MessageKind::Account | MessageKind::Consent)
}

/// The address of the page on which a person does without a kind.
pub fn link(app: &App, language: Language, person: &PersonId, kind: MessageKind) -> String {
    let prefix = language.path_prefix();
    format!("{}{prefix}{PATH}/{}", app.base_address, token(app, person, kind))
}

/// Who it is and what kind; signed, so that nobody does without for another.
fn token(app: &App, person: &PersonId, kind: MessageKind) -> String {
    format!("{person}.{kind}.{}", signature(app, person, kind))
}

fn signature(app: &App, person: &PersonId, kind: MessageKind) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.form_secret.reveal().as_bytes()) else {
        // HMAC takes keys of any length (RFC 2104).
        return String::new();
    };
    // Forms sign other texts with the same secret; this beginning is none of theirs.
    mac.update(format!("unsubscribe:{person}:{kind}").as_bytes());
    mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

/// Of whom and what a token speaks; `NotFound` for one that we did not make.
pub fn read(app: &App, token: &str) -> Result<(PersonId, MessageKind), AppError> {
    let mut parts = token.splitn(3, '.');
    let (Some(person), Some(kind), Some(given)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(AppError::NotFound);
    };
    let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
    let kind: MessageKind = kind.parse().map_err(|_| AppError::NotFound)?;
    let right = signature(app, &person, kind);
    // Compared through a hash, so that time tells nothing of how much of it was right.
    let digest = |text: &str| <Sha256 as sha2::Digest>::digest(text);
    let ours = !right.is_empty() && digest(&right) == digest(given);
    if ours && possible(kind) {
        Ok((person, kind))
    } else {
        Err(AppError::NotFound)
    }
}

/// The kind of a token, and whether its person does without it now.
pub fn look(app: &App, token: &str) -> Result<(MessageKind, bool), AppError> {
    let (person, kind) = read(app, token)?;
    let without = app.read(|db| Ok(storage::messages::is_unsubscribed(db, &person, kind)?))?;
    Ok((kind, without))
}

/// The person of a token does without its kind from now on, or wants it again.
pub fn set(app: &App, token: &str, without: bool) -> Result<MessageKind, AppError> {
    let (person, kind) = read(app, token)?;
    let now = app.now();
    app.write(|db| {
        storage::people::get(db, &person)?;
        if without {
            storage::messages::unsubscribe(db, &person, kind, now)?;
        } else {
            storage::messages::subscribe(db, &person, kind)?;
        }
        Ok(())
    })?;
    Ok(kind)
}
