//! Letters about accounts.

use storage::{Db, Person};
use vocabulary::{PersonId, Timestamp};
use wording::Words;

use super::Said;
use crate::app::{App, AppError, notices::AccountNotice, registration};

/// The words, as things stand now. `person` is who is written to.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    person: Option<&Person>,
    notice: &AccountNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let person = person.ok_or(AppError::NotFound)?;
    let (words, service) = (spoken.accounts(), &app.config.calendar.service_name);
    let page = |path: &str| spoken.notices().link_line(&format!("{}{path}", app.base_address));
    let of = |db: &mut Db, id: &PersonId| storage::people::get(db, id);
    let (subject, what, link, moot) = match notice {
        AccountNotice::FirstPassword { invited, without_link } => {
            let (subject, what) = if *invited {
                (words.letter_invited_subject(service), words.letter_invited(service))
            } else {
                (
                    words.letter_registered_subject(service),
                    words.letter_registered(service),
                )
            };
            let moot = !registration::link_works(person, now);
            (subject, what, first_password(app, spoken, person, *without_link), moot)
        }
        AccountNotice::KnownAddress => {
            let subject = words.letter_known_subject(service);
            (
                subject,
                words.letter_known(service),
                page(&format!("{}/logowanie", spoken.language().path_prefix())),
                false,
            )
        }
        AccountNotice::Approved { without_link } => {
            let (what, link) = if person.password_hash.is_none() {
                let link = first_password(app, spoken, person, *without_link);
                (words.letter_approved_without_password(), link)
            } else {
                (words.letter_approved(), page("/dyzury"))
            };
            (words.letter_approved_subject(service), what, link, false)
        }
        AccountNotice::Waits { person } => {
            let about = of(db, person)?;
            let subject = words.letter_waits_subject(&about.name);
            let link = page(&format!("/osoby/{person}"));
            (subject, words.letter_waits(&about.name), link, !about.awaits_approval)
        }
        AccountNotice::ErasureAsked { person } => {
            let about = of(db, person)?;
            let subject = words.letter_erasure_subject(&about.name);
            let link = page(&format!("/osoby/{person}/usun"));
            let moot = about.erasure_asked_at.is_none();
            (subject, words.letter_erasure(&about.name), link, moot)
        }
        AccountNotice::Idle { on } => {
            let what = words.letter_idle(&spoken.dates().with_year(*on));
            let moot = *on <= app.zone.day(now);
            (
                words.letter_idle_subject(service),
                what,
                page(&format!("{}/logowanie", spoken.language().path_prefix())),
                moot,
            )
        }
    };
    Ok(Said {
        subject,
        paragraphs: vec![what, link],
        calendar: None,
        moot,
    })
}

fn first_password(app: &App, spoken: Words, person: &Person, without_link: bool) -> String {
    if without_link {
        spoken.notices().link_not_shown()
    } else {
        registration::link(app, person)
    }
}
