//! Letters with a link that works once, and what staff is told of a guardian's answer.

use storage::{Db, Person};
use vocabulary::Timestamp;
use wording::Words;

use super::Said;
use crate::app::{
    App, AppError, links,
    notices::{LinkNotice, LinkSecret},
};

/// The words, as things stand now. `about` is whose account or consent it is.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    about: Option<&Person>,
    notice: &LinkNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let words = spoken.notices();
    let until = |at| spoken.dates().instant(at, app.zone);
    let (subject, paragraphs) = match notice {
        LinkNotice::Password { secret, until: end } => {
            let known = about.is_some_and(|person| person.password_hash.is_some());
            let what = if known {
                (words.new_password_subject(), words.new_password())
            } else {
                (words.invitation_subject(), words.invitation())
            };
            let link = address(app, spoken, "zaproszenie", secret.as_ref());
            (what.0, vec![what.1, link, words.link_until(&until(*end))])
        }
        LinkNotice::Consent { secret, until: end } => {
            let minor = about.map(|person| person.name.as_str()).unwrap_or_default();
            let link = address(app, spoken, "zgoda", secret.as_ref());
            let paragraphs = vec![
                words.consent(minor),
                link,
                words.link_until(&until(*end)),
                words.consent_help(),
            ];
            (words.consent_subject(), paragraphs)
        }
        LinkNotice::ConsentEnded { person, withdrawn } => {
            let minor = storage::people::get(db, person)?.name;
            let what = if *withdrawn {
                words.consent_withdrawn(&minor)
            } else {
                words.consent_refused(&minor)
            };
            let page = format!("{}/osoby/{person}", app.base_address);
            (words.consent_ended_subject(), vec![what, words.link_line(&page)])
        }
    };
    Ok(Said {
        subject,
        paragraphs,
        calendar: None,
        moot: moot(db, notice, now)?,
    })
}

fn address(app: &App, spoken: Words, path: &str, secret: Option<&LinkSecret>) -> String {
    match secret {
        Some(secret) => format!(
            "{}{}/{path}/{}",
            app.base_address,
            spoken.language().path_prefix(),
            secret.reveal()
        ),
        None => spoken.notices().link_not_shown(),
    }
}

/// A link that was used, replaced or is over is not worth sending.
fn moot(db: &mut Db, notice: &LinkNotice, now: Timestamp) -> Result<bool, AppError> {
    match notice {
        LinkNotice::Password { secret, until } | LinkNotice::Consent { secret, until } => match secret {
            Some(secret) => Ok(!links::is_open(db, secret.reveal(), now)?),
            None => Ok(*until <= now),
        },
        LinkNotice::ConsentEnded { .. } => Ok(false),
    }
}
