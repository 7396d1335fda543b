//! Letters about a shift as such, and the lines by which every letter tells which shift it means.

use storage::{Db, Person, Shift, Visit};
use vocabulary::{CivilWindow, ShiftId, ShiftState, Timestamp, Zone};
use wording::Words;

use super::Said;
use crate::app::{App, AppError, covers, facts, notices::ShiftNotice, signups, signups::Place};

/// A shift, as letters tell of it.
pub(super) struct OfShift {
    /// In which language it is told.
    pub(super) spoken: Words,
    pub(super) shift: Shift,
    pub(super) visit: Visit,
    pub(super) place: Place,
    pub(super) zone: Zone,
    pub(super) starts: Timestamp,
    pub(super) ends: Timestamp,
}

impl OfShift {
    pub(super) fn read(db: &mut Db, spoken: Words, id: &ShiftId) -> Result<Self, AppError> {
        let shift = storage::shifts::get(db, id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let zone = storage::seasons::get(db, &visit.season_id)?.zone;
        let (starts, ends) = facts::instants(&shift, zone)?;
        Ok(Self {
            spoken,
            place: signups::places(db)?.remove(&visit.stop_id).unwrap_or_default(),
            shift,
            visit,
            zone,
            starts,
            ends,
        })
    }

    /// A line for each fact; `role` is the line about what is to be done.
    pub(super) fn lines(&self, role: &str) -> String {
        let (said, dates) = (self.spoken.notices(), self.spoken.dates());
        let window = |start, end| {
            CivilWindow::new(start, end)
                .map(|window| dates.window(window))
                .unwrap_or_default()
        };
        let day = dates.long(self.shift.crew_day);
        let mut lines = vec![
            said.when_line(&day, &window(self.shift.crew_start, self.shift.crew_end)),
            said.open_line(&window(self.visit.public_start, self.visit.public_end)),
            said.where_line(&self.place.stop, &self.spoken.pages().estate(&self.place.estate)),
        ];
        lines.extend((!self.place.address.is_empty()).then(|| said.address_line(&self.place.address)));
        lines.push(role.to_owned());
        lines.extend(self.visit.reason.as_ref().map(|reason| said.note_line(reason)));
        lines.extend(self.visit.note.as_ref().map(|note| said.note_line(note)));
        lines.join("\n")
    }

    /// The same for whoever might do it.
    pub(super) fn wanted(&self) -> String {
        let role = self.spoken.common().crew_role(self.shift.role);
        self.lines(&self.spoken.notices().role_wanted_line(&role))
    }

    /// The day in words and the stop, for subjects.
    pub(super) fn name(&self) -> (String, &str) {
        (self.spoken.dates().medium(self.shift.crew_day), &self.place.stop)
    }
}

/// The words, as things stand now.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    to: Option<&Person>,
    notice: &ShiftNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let words = spoken.swaps();
    let on = OfShift::read(db, spoken, notice.shift())?;
    let (when, stop) = on.name();
    let page = format!("{}/dyzury", app.base_address);
    let over = on.ends <= now;
    let told = match notice {
        ShiftNotice::Cover { shift } => {
            let asked = to.map(|person| covers::is_open(db, shift, &person.id)).transpose()?;
            let missing = on.shift.taken < on.shift.places && on.shift.state == ShiftState::Open;
            Said {
                subject: words.cover_subject(&when, stop),
                paragraphs: vec![words.cover_asked(), on.wanted(), spoken.notices().link_line(&page)],
                calendar: None,
                moot: on.starts <= now || !missing || asked == Some(false),
            }
        }
        ShiftNotice::Crew { text, .. } => Said {
            subject: words.crew_subject(&when, stop),
            paragraphs: vec![words.crew_intro(), text.clone(), on.wanted()],
            calendar: None,
            moot: over,
        },
    };
    Ok(told)
}
