//! Somebody tells of a barrier: on the site, at a stop, in the bus. Staff answers within seven days (act of 4 April 2019 on digital accessibility,
//! art. 18), and the report is deleted when its time is over.

use storage::{Barrier, Guarded};
use vocabulary::{BarrierId, Timestamp};
use wording::Language;

use super::{App, AppError, Caller, audit, error::Fault, fresh, notices};

/// So many seconds staff has to answer: seven days.
const TO_ANSWER: i64 = 7 * 86_400;
/// So many may wait for an answer at once; more are no town's barriers but somebody's joke.
const MOST_OPEN: u32 = 200;
/// So many are shown to staff, the newest first.
const MOST_SHOWN: u32 = 500;
/// The longest description, in characters.
pub const LONGEST_WHAT: usize = 3_000;
/// The longest other answer, in characters.
pub const LONGEST_LINE: usize = 300;

/// What somebody tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarrierInput {
    /// What keeps them from what.
    pub what: String,
    /// Where: a page, a stop, the bus. May be empty.
    pub place: String,
    /// How to answer them. May be empty: then nobody can.
    pub contact: String,
}

impl BarrierInput {
    /// Everything that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        if self.what.trim().is_empty() {
            found.push(Fault::new("/what", "say what the barrier is"));
        }
        for (pointer, text, most) in [
            ("/what", &self.what, LONGEST_WHAT),
            ("/place", &self.place, LONGEST_LINE),
            ("/contact", &self.contact, LONGEST_LINE),
        ] {
            if text.chars().count() > most {
                found.push(Fault::new(pointer, format!("at most {most} characters")));
            }
        }
        found
    }
}

/// Until when staff must answer.
pub fn due(barrier: &Barrier) -> Timestamp {
    barrier.told_at.plus_seconds(TO_ANSWER)
}

/// Takes a report. For anybody, as often as `sign_in.tries` from one network address in a quarter of an hour. It goes to every coordinator and to the
/// address of the declaration, and is there to be read whether or not letters leave.
pub fn tell(app: &App, input: &BarrierInput, language: Language, client: &str) -> Result<(), AppError> {
    let Some(declaration) = app.config.declaration.complete() else {
        return Err(AppError::NotFound);
    };
    let now = app.now();
    let found = input.faults();
    if !found.is_empty() {
        return Err(AppError::Invalid(found));
    }
    let key = format!("barrier {client}");
    if let Some(until) = app.tries.blocked(&key, now) {
        return Err(AppError::TooManyTries(until));
    }
    app.tries.wrong(&key, now);
    let barrier = Barrier {
        id: fresh::id(BarrierId::from_uuid),
        language: language.tag().to_owned(),
        what: input.what.trim().to_owned(),
        place: input.place.trim().to_owned(),
        contact: input.contact.trim().to_owned(),
        told_at: now,
        answered_at: None,
        version: 1,
    };
    app.write(|db| {
        if storage::barriers::open(db)? >= MOST_OPEN {
            return Err(AppError::Busy);
        }
        storage::barriers::insert(db, &barrier)?;
        audit::note(db, now, None, "barrier.tell", barrier.id.as_str(), &barrier.language)?;
        notices::barrier_told(db, now, &barrier.id, declaration.email)
    })
}

/// All reports, the newest first.
pub fn list(app: &App, caller: &Caller) -> Result<Vec<Barrier>, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::barriers::newest(db, MOST_SHOWN)?))
}

/// How many wait for an answer.
pub fn waiting(app: &App, caller: &Caller) -> Result<u32, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::barriers::open(db)?))
}

/// Staff says that a report was answered; whether it was open until now.
pub fn answered(app: &App, caller: &Caller, id: &BarrierId) -> Result<bool, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let barrier = storage::barriers::get(db, id)?;
        if barrier.answered_at.is_some() {
            return Ok(false);
        }
        let next = Barrier {
            answered_at: Some(now),
            ..barrier
        };
        match storage::barriers::save(db, &next)? {
            Guarded::Done(_) => {}
            Guarded::Stale(_) => return Err(AppError::Busy),
        }
        audit::note(db, now, Some(&caller.person), "barrier.answer", id.as_str(), &())?;
        Ok(true)
    })
}
