//! Letters about certificates of hours. What stands on the paper is not sent: the letter says where to fetch it.

use storage::Db;
use wording::Words;

use super::Said;
use crate::app::{App, AppError, notices::CertificateNotice};

/// The words, as things stand now.
pub(super) fn said(app: &App, db: &mut Db, spoken: Words, notice: &CertificateNotice) -> Result<Said, AppError> {
    let words = spoken.notices();
    let (subject, what, page, moot) = match notice {
        CertificateNotice::CertificateAsked { person } => {
            let name = storage::people::get(db, person)?.name;
            let answered = storage::certificates::ask_of(db, person)?.is_none();
            let page = format!("/osoby/{person}/godziny");
            let what = words.certificate_asked(&name);
            (words.certificate_asked_subject(), what, page, answered)
        }
        CertificateNotice::CertificateIssued { certificate } => {
            let number = storage::certificates::get(db, certificate)?.number.to_string();
            let page = "/moje/godziny".to_owned();
            let what = words.certificate_issued(&number);
            (words.certificate_issued_subject(), what, page, false)
        }
    };
    let link = words.link_line(&format!("{}{page}", app.base_address));
    Ok(Said {
        subject,
        paragraphs: vec![what, link],
        calendar: None,
        moot,
    })
}
