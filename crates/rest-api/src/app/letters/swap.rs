//! Letters about a swap.

use storage::{Db, Person, Swap};
use vocabulary::{SignupId, SwapState, Timestamp};
use wording::Words;

use super::{Said, shift::OfShift, signup};
use crate::app::{App, AppError, notices::SwapNotice, swaps};

/// The words, as things stand now. `to` is who reads them.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    to: Option<&Person>,
    notice: &SwapNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let words = spoken.swaps();
    let swap = storage::swaps::get(db, notice.swap())?;
    let given = shift_of(db, spoken, &swap.given)?;
    let back = swap.back.as_ref().map(|id| shift_of(db, spoken, id)).transpose()?;
    let (giver, taker) = names(db, &swap)?;
    let stands = swaps::stands(db, &swap, now)?;
    let message = swap.message.as_ref().map(|text| words.swap_message(&giver, text));
    let mine = format!("{}/dyzury", app.base_address);
    let mut calendar = None;
    let (when, stop) = given.name();
    let (subject, mut paragraphs, page, moot) = match notice {
        SwapNotice::SwapProposed { .. } => {
            let mut paragraphs = vec![words.swap_proposed(&giver), given.wanted()];
            if let Some(back) = &back {
                paragraphs.extend([words.swap_for(), back.wanted()]);
            }
            paragraphs.extend(message);
            let moot = !stands || swap.state != SwapState::Proposed;
            (words.swap_proposed_subject(&when, stop), paragraphs, mine, moot)
        }
        SwapNotice::SwapOpen { .. } => {
            let mut paragraphs = vec![words.swap_open_asked(&giver), given.wanted()];
            paragraphs.extend(message);
            let moot = !stands || swap.state != SwapState::Proposed;
            (words.swap_open_subject(&when, stop), paragraphs, mine, moot)
        }
        SwapNotice::SwapForStaff { .. } => {
            let page = format!("{}/koordynator/dyzury/{}", app.base_address, given.shift.id);
            let paragraphs = vec![words.swap_for_staff(&giver, &taker), given.wanted()];
            let moot = !stands || swap.state != SwapState::Accepted;
            (words.swap_for_staff_subject(&when, stop), paragraphs, page, moot)
        }
        SwapNotice::SwapEnded { state, .. } => {
            let paragraphs = vec![words.swap_ended(*state), given.wanted()];
            (
                words.swap_ended_subject(&when, stop),
                paragraphs,
                mine,
                given.ends <= now,
            )
        }
        SwapNotice::SwapPassed { signup, .. } => {
            calendar = signup::entry(app, db, spoken, signup)?;
            let own = shift_of(db, spoken, signup)?;
            let other = match to {
                Some(person) if person.id == swap.giver => &taker,
                Some(_) | None => &giver,
            };
            let (when, stop) = own.name();
            let paragraphs = vec![words.swap_passed(other), own.wanted()];
            (
                words.swap_passed_subject(&when, stop),
                paragraphs,
                mine,
                own.ends <= now,
            )
        }
    };
    paragraphs.push(spoken.notices().link_line(&page));
    paragraphs.extend(calendar.as_ref().map(|_| spoken.notices().calendar_line()));
    Ok(Said {
        subject,
        paragraphs,
        calendar,
        moot,
    })
}

fn shift_of(db: &mut Db, spoken: Words, signup: &SignupId) -> Result<OfShift, AppError> {
    let shift = storage::signups::get(db, signup)?.shift_id;
    OfShift::read(db, spoken, &shift)
}

fn names(db: &mut Db, swap: &Swap) -> Result<(String, String), AppError> {
    let giver = storage::people::get(db, &swap.giver)?.name;
    let taker = swap.taker.as_ref().map(|id| storage::people::get(db, id)).transpose()?;
    let taker = taker.map(|person| swaps::short(&person.name)).unwrap_or_default();
    Ok((swaps::short(&giver), taker))
}
