//! From a message to the letter that leaves: its facts are read when it leaves, so it tells how things stand then.
//!
//! A message whose matter is moot, for the offer was answered or the shift is over, becomes no letter.

use public_calendar::ical::{Certain, Entry};
use storage::{Db, Message, Person, Shift, Signup, Visit};
use vocabulary::{CivilWindow, ShiftState, SignupId, SignupState, Timestamp, VisitState, Zone};
use wording::{Language, Notices, Words};

use super::{App, AppError, facts, notices::Notice, signups, signups::Place, unsubscribe};

/// The language of letters.
const WORDS: Words = Words::of(Language::Polish);

/// What leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// `id@host`, the same at every try, so that a second copy can be known for one.
    pub id: String,
    /// The address.
    pub to: String,
    /// Whose it is.
    pub name: Option<String>,
    /// When the message was written.
    pub written: Timestamp,
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by `\n`.
    pub body: String,
    /// A file for the person's calendar.
    pub calendar: Option<String>,
    /// The page on which one does without such letters.
    pub unsubscribe: Option<String>,
}

/// A message in words, for whoever looks at it before or after it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// The letter, as things stand now.
    pub letter: Letter,
    /// Whether it would not be sent any more.
    pub moot: bool,
}

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

/// The letter of a message that is to leave now; none if it is moot or not wanted.
pub fn leaving(app: &App, db: &mut Db, message: &Message, now: Timestamp) -> Result<Option<Letter>, AppError> {
    if let Some(person) = &message.person_id {
        let wanted =
            !unsubscribe::possible(message.kind) || !storage::messages::is_unsubscribed(db, person, message.kind)?;
        if !wanted || !storage::people::get(db, person)?.active {
            return Ok(None);
        }
    }
    let worded = worded(app, db, message, now)?;
    Ok((!worded.moot).then_some(worded.letter))
}

/// A message in words.
pub fn worded(app: &App, db: &mut Db, message: &Message, now: Timestamp) -> Result<Worded, AppError> {
    let notice: Notice = message.content.read()?;
    let person = message
        .person_id
        .as_ref()
        .map(|id| storage::people::get(db, id))
        .transpose()?;
    let facts = Facts::read(db, notice.signup())?;
    let said = WORDS.notices();
    let token = |person: &Person| unsubscribe::link(app, &person.id, message.kind);
    let unsubscribe = person
        .as_ref()
        .filter(|_| unsubscribe::possible(message.kind))
        .map(token);
    let calendar = facts.entry(app, &notice);
    let mut paragraphs = Vec::new();
    paragraphs.extend(person.as_ref().map(|person| said.greeting(&person.name)));
    paragraphs.push(facts.what(&said, &notice));
    paragraphs.push(facts.which(&said, &notice));
    paragraphs.push(said.link_line(&facts.link(app, &notice)));
    paragraphs.extend(calendar.as_ref().map(|_| said.calendar_line()));
    let mut foot = vec!["-- ".to_owned(), said.signature(&app.config.calendar.service_name)];
    foot.extend(unsubscribe.as_ref().map(|link| said.unsubscribe_line(link)));
    paragraphs.push(foot.join("\n"));
    let to = message
        .address
        .clone()
        .or(person.as_ref().map(|person| person.email.clone()));
    let letter = Letter {
        id: format!("{}@{}", message.id, app.feed_host),
        to: to.unwrap_or_default(),
        name: person.map(|person| person.name),
        written: message.made_at,
        subject: facts.subject(&said, &notice),
        body: format!("{}\n", paragraphs.join("\n\n")),
        calendar,
        unsubscribe,
    };
    Ok(Worded {
        letter,
        moot: facts.moot(&notice, now),
    })
}

/// A letter to try the way to the mail server with.
pub fn test(to: &str, id: String, written: Timestamp) -> Letter {
    let said = WORDS.notices();
    Letter {
        id,
        to: to.to_owned(),
        name: None,
        written,
        subject: said.test_subject(),
        body: format!("{}\n", said.test_body()),
        calendar: None,
        unsubscribe: None,
    }
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
    fn moot(&self, notice: &Notice, now: Timestamp) -> bool {
        let state = self.signup.state;
        let free = self.shift.places.saturating_sub(self.shift.taken);
        let learning = self.shift.training_places.saturating_sub(self.shift.training_taken);
        let open = self.shift.state == ShiftState::Open && now < self.starts;
        match notice {
            Notice::Offered { until, .. } => {
                state != SignupState::Offered || self.signup.expires_at != Some(*until) || *until < now
            }
            Notice::FreePlace { .. } => state != SignupState::Waitlisted || free == 0 || !open,
            Notice::Signup { state: told, .. } => state != *told || self.ends <= now,
            Notice::GivenBackLate { .. } => !open || free + learning == 0,
            Notice::Reminder { .. } => state != SignupState::Confirmed || self.starts <= now,
        }
    }

    fn subject(&self, said: &Notices, notice: &Notice) -> String {
        let (when, stop) = (WORDS.dates().medium(self.shift.crew_day), &self.place.stop);
        match notice {
            Notice::Offered { .. } => said.offered_subject(&when, stop),
            Notice::FreePlace { .. } => said.free_place_subject(&when, stop),
            Notice::Signup { state, .. } => said.signup_subject(*state, &when, stop),
            Notice::GivenBackLate { .. } => said.given_back_late_subject(&when, stop),
            Notice::Reminder { .. } => said.reminder_subject(&when, stop),
        }
    }

    /// What happened, and what the person is asked.
    fn what(&self, said: &Notices, notice: &Notice) -> String {
        let instant = |at| WORDS.dates().instant(at, self.zone);
        let sentences = match notice {
            Notice::Offered { until, .. } => vec![said.offered(&instant(*until))],
            Notice::FreePlace { .. } => vec![said.free_place()],
            Notice::Signup { state, .. } => {
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
            Notice::GivenBackLate { .. } => {
                let missing = self.shift.places.saturating_sub(self.shift.taken);
                let mut sentences = vec![said.given_back_late(&self.name)];
                sentences.extend((missing > 0).then(|| said.still_missing(missing)));
                sentences
            }
            Notice::Reminder { .. } => vec![said.reminder()],
        };
        sentences.join("\n")
    }

    /// Which shift it is about, a line for each fact.
    fn which(&self, said: &Notices, notice: &Notice) -> String {
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
            Notice::GivenBackLate { .. } => said.role_wanted_line(&role),
            Notice::Offered { .. } | Notice::FreePlace { .. } | Notice::Signup { .. } | Notice::Reminder { .. } => {
                said.role_line(&role)
            }
        });
        lines.extend(self.visit.reason.as_ref().map(|reason| said.note_line(reason)));
        lines.extend(self.visit.note.as_ref().map(|note| said.note_line(note)));
        lines.join("\n")
    }

    /// Where to look and answer.
    fn link(&self, app: &App, notice: &Notice) -> String {
        match notice {
            Notice::GivenBackLate { .. } => format!("{}/koordynator/wizyty/{}", app.base_address, self.visit.id),
            Notice::Offered { .. } | Notice::FreePlace { .. } | Notice::Signup { .. } | Notice::Reminder { .. } => {
                format!("{}/dyzury#{}", app.base_address, self.signup.id)
            }
        }
    }

    /// The entry for the person's calendar, where the notice says whether the person comes.
    fn entry(&self, app: &App, notice: &Notice) -> Option<String> {
        let Notice::Signup { state, .. } = notice else {
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
