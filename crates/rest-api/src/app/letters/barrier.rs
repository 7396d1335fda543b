//! Letters about barriers.

use storage::{Db, StoreError};
use wording::Words;

use super::Said;
use crate::app::{App, AppError, barriers, notices::BarrierNotice};

/// The words; moot once it was answered or is deleted.
pub(super) fn said(app: &App, db: &mut Db, spoken: Words, notice: &BarrierNotice) -> Result<Said, AppError> {
    let BarrierNotice::BarrierTold { barrier } = notice;
    let words = spoken.barriers();
    let barrier = match storage::barriers::get(db, barrier) {
        Ok(barrier) => barrier,
        Err(StoreError::NotFound) => {
            return Ok(Said {
                subject: words.letter_subject(),
                paragraphs: vec![words.letter_gone()],
                calendar: None,
                moot: true,
            });
        }
        Err(other) => return Err(other.into()),
    };
    let page = format!("{}/koordynator/bariery#{}", app.base_address, barrier.id);
    let mut paragraphs = vec![words.letter_intro(), barrier.what.clone()];
    if !barrier.place.is_empty() {
        paragraphs.push(words.place_line(&barrier.place));
    }
    paragraphs.push(match barrier.contact.as_str() {
        "" => words.no_contact(),
        contact => words.contact_line(contact),
    });
    paragraphs.push(words.letter_due(&spoken.dates().long(app.zone.day(barriers::due(&barrier)))));
    paragraphs.push(spoken.notices().link_line(&page));
    Ok(Said {
        subject: words.letter_subject(),
        paragraphs,
        calendar: None,
        moot: barrier.answered_at.is_some(),
    })
}
