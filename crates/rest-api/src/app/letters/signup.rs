//! Letters about a sign-up: what became of it, and what its person is asked.

use public_calendar::ical::{Certain, Entry};
use storage::{Db, Shift, Signup, Visit};
use vocabulary::{CivilWindow, ShiftState, SignupId, SignupState, Timestamp, VisitState, Zone};
use wording::Notices;

use super::{Said, WORDS};
use crate::app::{App, AppError, facts, notices::SignupNotice, signups, signups::Place};

/// What the words of a message are made of.
struct Facts {
    signup: Signup,
    /// Of the sign-up, who is not always the one who is written to.
    name: String,
    shift: Shift,
    visit: Visit,
    place: Place,
    zone: Zone,
    starts: Timestamp,
    ends: Timestamp,
}

/// The words, as things stand now.
pub(super) fn said(app: &App, db: &mut Db, notice: &SignupNotice, now: Timestamp) -> Result<Said, AppError> {
    let facts = Facts::read(db, notice.signup())?;
    let said = WORDS.notices();
    let calendar = facts.entry(app, notice);
    let mut paragraphs = vec![
        facts.what(&said, notice),
        facts.which(&said, notice),
        said.link_line(&facts.link(app, notice)),
    ];
    paragraphs.extend(calendar.as_ref().map(|_| said.calendar_line()));
    Ok(Said {
        subject: facts.subject(&said, notice),
        paragraphs,
        calendar,
        moot: facts.moot(notice, now),
    })
}

impl Facts {
    fn read(db: &mut Db, id: &SignupId) -> Result<Self, AppError> {
        let signup = storage::signups::get(db, id)?;
        let shift = storage::shifts::get(db, &signup.shift_id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let zone = storage::seasons::get(db, &visit.season_id)?.zone;
        let (starts, ends) = facts::instants(&shift, zone)?;
        Ok(Self {
            name: storage::people::get(db, &signup.person_id)?.name,
            place: signups::places(db)?.remove(&visit.stop_id).unwrap_or_default(),
            signup,
            shift,
            visit,
            zone,
            starts,
            ends,
        })
    }

    /// Whether a notice has nothing to tell any more.
    fn moot(&self, notice: &SignupNotice, now: Timestamp) -> bool {
        let state = self.signup.state;
        let free = self.shift.places.saturating_sub(self.shift.taken);
        let learning = self.shift.training_places.saturating_sub(self.shift.training_taken);
        let open = self.shift.state == ShiftState::Open && now < self.starts;
        match notice {
            SignupNotice::Offered { until, .. } => {
                state != SignupState::Offered || self.signup.expires_at != Some(*until) || *until < now
            }
            SignupNotice::FreePlace { .. } => state != SignupState::Waitlisted || free == 0 || !open,
            SignupNotice::Signup { state: told, .. } => state != *told || self.ends <= now,
            SignupNotice::GivenBackLate { .. } => !open || free + learning == 0,
            SignupNotice::Reminder { .. } => state != SignupState::Confirmed || self.starts <= now,
        }
    }

    fn subject(&self, said: &Notices, notice: &SignupNotice) -> String {
        let (when, stop) = (WORDS.dates().medium(self.shift.crew_day), &self.place.stop);
        match notice {
            SignupNotice::Offered { .. } => said.offered_subject(&when, stop),
            SignupNotice::FreePlace { .. } => said.free_place_subject(&when, stop),
            SignupNotice::Signup { state, .. } => said.signup_subject(*state, &when, stop),
            SignupNotice::GivenBackLate { .. } => said.given_back_late_subject(&when, stop),
            SignupNotice::Reminder { .. } => said.reminder_subject(&when, stop),
        }
    }

    /// What happened, and what the person is asked.
    fn what(&self, said: &Notices, notice: &SignupNotice) -> String {
        let instant = |at| WORDS.dates().instant(at, self.zone);
        let sentences = match notice {
            SignupNotice::Offered { until, .. } => vec![said.offered(&instant(*until))],
            SignupNotice::FreePlace { .. } => vec![said.free_place()],
            SignupNotice::Signup { state, .. } => {
                let gone = matches!(state, SignupState::Released | SignupState::Closed);
                let cancelled = gone && self.visit.state == VisitState::Cancelled;
                let asked = (*state == SignupState::ToReconfirm)
                    .then_some(self.signup.expires_at)
                    .flatten();
                let mut sentences = vec![said.signup(*state)];
                sentences.extend(cancelled.then(|| said.visit_cancelled()));
                sentences.extend(asked.map(|due| said.answer_by(&instant(due))));
                sentences
            }
            SignupNotice::GivenBackLate { .. } => {
                let missing = self.shift.places.saturating_sub(self.shift.taken);
                let mut sentences = vec![said.given_back_late(&self.name)];
                sentences.extend((missing > 0).then(|| said.still_missing(missing)));
                sentences
            }
            SignupNotice::Reminder { .. } => vec![said.reminder()],
        };
        sentences.join("\n")
    }

    /// Which shift it is about, a line for each fact.
    fn which(&self, said: &Notices, notice: &SignupNotice) -> String {
        let dates = WORDS.dates();
        let window = |start, end| {
            CivilWindow::new(start, end)
                .map(|window| dates.window(window))
                .unwrap_or_default()
        };
        let role = WORDS.common().crew_role(self.shift.role);
        let day = dates.long(self.shift.crew_day);
        let mut lines = vec![
            said.when_line(&day, &window(self.shift.crew_start, self.shift.crew_end)),
            said.open_line(&window(self.visit.public_start, self.visit.public_end)),
            said.where_line(&self.place.stop, &WORDS.pages().estate(&self.place.estate)),
        ];
        lines.extend((!self.place.address.is_empty()).then(|| said.address_line(&self.place.address)));
        lines.push(match notice {
            SignupNotice::GivenBackLate { .. } => said.role_wanted_line(&role),
            SignupNotice::Offered { .. }
            | SignupNotice::FreePlace { .. }
            | SignupNotice::Signup { .. }
            | SignupNotice::Reminder { .. } => said.role_line(&role),
        });
        lines.extend(self.visit.reason.as_ref().map(|reason| said.note_line(reason)));
        lines.extend(self.visit.note.as_ref().map(|note| said.note_line(note)));
        lines.join("\n")
    }

    /// Where to look and answer.
    fn link(&self, app: &App, notice: &SignupNotice) -> String {
        match notice {
            SignupNotice::GivenBackLate { .. } => format!("{}/koordynator/wizyty/{}", app.base_address, self.visit.id),
            SignupNotice::Offered { .. }
            | SignupNotice::FreePlace { .. }
            | SignupNotice::Signup { .. }
            | SignupNotice::Reminder { .. } => {
                format!("{}/dyzury#{}", app.base_address, self.signup.id)
            }
        }
    }

    /// The entry for the person's calendar, where the notice says whether the person comes.
    fn entry(&self, app: &App, notice: &SignupNotice) -> Option<String> {
        let SignupNotice::Signup { state, .. } = notice else {
            return None;
        };
        let said = WORDS.notices();
        let stop = &self.place.stop;
        let (certain, title) = match state {
            SignupState::Confirmed => (Certain::Confirmed, said.entry_confirmed(stop)),
            SignupState::ToReconfirm => (Certain::Tentative, said.entry_tentative(stop)),
            SignupState::Withdrawn | SignupState::WithdrawnLate | SignupState::Released => {
                (Certain::Cancelled, said.entry_cancelled(stop))
            }
            SignupState::Requested
            | SignupState::Rejected
            | SignupState::Offered
            | SignupState::Waitlisted
            | SignupState::Closed
            | SignupState::Declined
            | SignupState::Expired
            | SignupState::CheckedIn
            | SignupState::Attended
            | SignupState::NoShow => return None,
        };
        let estate = WORDS.pages().estate(&self.place.estate);
        let location = [stop.as_str(), &self.place.address, &estate];
        let location: Vec<_> = location.into_iter().filter(|part| !part.is_empty()).collect();
        let page = self.link(app, notice);
        let entry = Entry {
            uid: format!("signup-{}@{}", self.signup.id, app.feed_host),
            changed: self.signup.changed_at,
            sequence: self.signup.version,
            starts: self.starts,
            ends: self.ends,
            certain,
            title,
            location: location.join(", "),
            description: format!("{}\n{page}", self.which(&said, notice)),
            page,
        };
        Some(entry.file())
    }
}
