//! The letter that asks for all shifts of a proposed crew at once.

use storage::Db;
use vocabulary::{CivilWindow, SignupId, SignupState, Timestamp};
use wording::Words;

use super::Said;
use crate::app::{App, AppError, notices::ProposalNotice, signups};

/// The words, as things stand now: shifts that were answered meanwhile are asked for no more.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    notice: &ProposalNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let ProposalNotice::Proposed { signups } = notice;
    let mut lines = Vec::new();
    for signup in signups {
        lines.extend(line(db, spoken, signup, now)?);
    }
    let words = spoken.proposals();
    Ok(Said {
        subject: words.letter_subject(lines.len()),
        moot: lines.is_empty(),
        paragraphs: vec![
            words.letter(),
            lines.join("\n"),
            spoken.notices().link_line(&format!("{}/dyzury", app.base_address)),
        ],
        calendar: None,
    })
}

fn line(db: &mut Db, spoken: Words, id: &SignupId, now: Timestamp) -> Result<Option<String>, AppError> {
    let signup = storage::signups::get(db, id)?;
    let until = signup.expires_at.filter(|until| now <= *until);
    let (SignupState::Offered, Some(until)) = (signup.state, until) else {
        return Ok(None);
    };
    let shift = storage::shifts::get(db, &signup.shift_id)?;
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let zone = storage::seasons::get(db, &visit.season_id)?.zone;
    let place = signups::places(db)?.remove(&visit.stop_id).unwrap_or_default();
    let dates = spoken.dates();
    let hours = CivilWindow::new(shift.crew_start, shift.crew_end).map(|window| dates.window(window));
    let name = spoken
        .staff()
        .shift_name(&dates.medium(shift.crew_day), &hours.unwrap_or_default(), &place.stop);
    let name = format!("{name}, {}", spoken.common().crew_role(shift.role));
    Ok(Some(spoken.proposals().letter_line(&name, &dates.instant(until, zone))))
}
