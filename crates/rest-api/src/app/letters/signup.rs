//! Letters about a sign-up: what became of it, and what its person is asked.

use public_calendar::ical::{Certain, Entry};
use storage::{Db, Signup};
use vocabulary::{ShiftState, SignupId, SignupState, Timestamp, VisitState};
use wording::{Notices, Words};

use super::{Said, shift::OfShift};
use crate::app::{App, AppError, notices::SignupNotice, personal_feed};

/// What the words of a message are made of.
struct Facts {
    signup: Signup,
    /// Of the sign-up, who is not always the one who is written to.
    name: String,
    on: OfShift,
}

/// The words, as things stand now.
pub(super) fn said(
    app: &App,
    db: &mut Db,
    spoken: Words,
    notice: &SignupNotice,
    now: Timestamp,
) -> Result<Said, AppError> {
    let facts = Facts::read(db, spoken, notice.signup())?;
    let said = spoken.notices();
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

/// The entry for a calendar that says how a sign-up stands.
pub(super) fn entry(app: &App, db: &mut Db, spoken: Words, id: &SignupId) -> Result<Option<String>, AppError> {
    let facts = Facts::read(db, spoken, id)?;
    let notice = SignupNotice::Signup {
        signup: id.clone(),
        state: facts.signup.state,
    };
    Ok(facts.entry(app, &notice))
}

impl Facts {
    fn read(db: &mut Db, spoken: Words, id: &SignupId) -> Result<Self, AppError> {
        let signup = storage::signups::get(db, id)?;
        Ok(Self {
            name: storage::people::get(db, &signup.person_id)?.name,
            on: OfShift::read(db, spoken, &signup.shift_id)?,
            signup,
        })
    }

    /// Whether a notice has nothing to tell any more.
    fn moot(&self, notice: &SignupNotice, now: Timestamp) -> bool {
        let state = self.signup.state;
        let free = self.on.shift.places.saturating_sub(self.on.shift.taken);
        let learning = self
            .on
            .shift
            .training_places
            .saturating_sub(self.on.shift.training_taken);
        let open = self.on.shift.state == ShiftState::Open && now < self.on.starts;
        match notice {
            SignupNotice::Offered { until, .. } => {
                state != SignupState::Offered || self.signup.expires_at != Some(*until) || *until < now
            }
            SignupNotice::FreePlace { .. } => state != SignupState::Waitlisted || free == 0 || !open,
            SignupNotice::Signup { state: told, .. } => state != *told || self.on.ends <= now,
            SignupNotice::GivenBackLate { .. } => !open || free + learning == 0,
            SignupNotice::Reminder { .. } => state != SignupState::Confirmed || self.on.starts <= now,
        }
    }

    fn subject(&self, said: &Notices, notice: &SignupNotice) -> String {
        let (when, stop) = (
            self.on.spoken.dates().medium(self.on.shift.crew_day),
            &self.on.place.stop,
        );
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
        let instant = |at| self.on.spoken.dates().instant(at, self.on.zone);
        let sentences = match notice {
            SignupNotice::Offered { until, .. } => vec![said.offered(&instant(*until))],
            SignupNotice::FreePlace { .. } => vec![said.free_place()],
            SignupNotice::Signup { state, .. } => {
                let gone = matches!(state, SignupState::Released | SignupState::Closed);
                let cancelled = gone && self.on.visit.state == VisitState::Cancelled;
                let asked = (*state == SignupState::ToReconfirm)
                    .then_some(self.signup.expires_at)
                    .flatten();
                let mut sentences = vec![said.signup(*state)];
                sentences.extend(cancelled.then(|| said.visit_cancelled()));
                sentences.extend(asked.map(|due| said.answer_by(&instant(due))));
                sentences
            }
            SignupNotice::GivenBackLate { .. } => {
                let missing = self.on.shift.places.saturating_sub(self.on.shift.taken);
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
        let role = self.on.spoken.common().crew_role(self.on.shift.role);
        self.on.lines(&match notice {
            SignupNotice::GivenBackLate { .. } => said.role_wanted_line(&role),
            SignupNotice::Offered { .. }
            | SignupNotice::FreePlace { .. }
            | SignupNotice::Signup { .. }
            | SignupNotice::Reminder { .. } => said.role_line(&role),
        })
    }

    /// Where to look and answer.
    fn link(&self, app: &App, notice: &SignupNotice) -> String {
        match notice {
            SignupNotice::GivenBackLate { .. } => {
                format!("{}/koordynator/wizyty/{}", app.base_address, self.on.visit.id)
            }
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
        let said = self.on.spoken.notices();
        let stop = &self.on.place.stop;
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
        let estate = self.on.spoken.pages().estate(&self.on.place.estate);
        let location = [stop.as_str(), &self.on.place.address, &estate];
        let location: Vec<_> = location.into_iter().filter(|part| !part.is_empty()).collect();
        let page = self.link(app, notice);
        let entry = Entry {
            uid: personal_feed::uid(app, &self.signup),
            changed: self.signup.changed_at.max(self.on.visit.revised_at),
            sequence: personal_feed::sequence(&self.signup, &self.on.visit),
            starts: self.on.starts,
            ends: self.on.ends,
            certain,
            title,
            location: location.join(", "),
            description: format!("{}\n{page}", self.which(&said, notice)),
            page,
        };
        Some(entry.file())
    }
}
