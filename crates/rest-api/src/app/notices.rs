//! What people are told by message: written in the transaction of what it tells of, sent by a background job.
//!
//! A message names its *matter*; while one about the same matter waits, it is replaced, so that an hour of changes is one message.

use serde::{Deserialize, Serialize};
use storage::{Db, Json, Message, Signup};
use vocabulary::{MessageId, MessageKind, MessageState, PersonId, ShiftId, SignupId, SignupState, Timestamp};
use volunteer_roster as roster;

use super::{AppError, fresh};

/// Somebody who changes much at once is given time to end before people are told, in seconds.
const TOLD_AFTER: i64 = 10 * 60;

/// What a message tells. Stored as JSON; the words are made when it leaves, of things as they then are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum Notice {
    /// A place is held for the person until an instant.
    Offered {
        /// The sign-up.
        signup: SignupId,
        /// The last instant at which it can be taken.
        until: Timestamp,
    },
    /// A place is free: the first of all who wait to say yes has it.
    FreePlace {
        /// The sign-up, on the waiting list.
        signup: SignupId,
    },
    /// The sign-up is in another state than before.
    Signup {
        /// The sign-up.
        signup: SignupId,
        /// Its new state.
        state: SignupState,
    },
    /// For staff: somebody gave a place back after the deadline.
    GivenBackLate {
        /// The sign-up.
        signup: SignupId,
        /// Of which shift.
        shift: ShiftId,
    },
    /// The shift is tomorrow.
    Reminder {
        /// The sign-up.
        signup: SignupId,
    },
}

impl Notice {
    /// The sign-up that it is about.
    pub fn signup(&self) -> &SignupId {
        match self {
            Self::Offered { signup, .. }
            | Self::FreePlace { signup }
            | Self::Signup { signup, .. }
            | Self::GivenBackLate { signup, .. }
            | Self::Reminder { signup } => signup,
        }
    }
}

/// Writes a message to a person.
pub fn tell(
    db: &mut Db,
    now: Timestamp,
    due: Timestamp,
    person: &PersonId,
    kind: MessageKind,
    matter: String,
    notice: &Notice,
) -> Result<(), AppError> {
    let message = Message {
        id: fresh::id(MessageId::from_uuid),
        person_id: Some(person.clone()),
        address: None,
        kind,
        matter,
        content: Json::of(notice)?,
        made_at: now,
        due_at: due,
        state: MessageState::Waiting,
        tries: 0,
        claimed_at: None,
        ended_at: None,
        error: None,
    };
    storage::messages::put(db, &message)?;
    Ok(())
}

/// A place on a shift is offered to somebody who waits.
pub fn offered(db: &mut Db, now: Timestamp, offer: &roster::Offer) -> Result<(), AppError> {
    let signup = offer.signup.clone();
    let matter = format!("offer:{signup}:{}", offer.expires_at);
    let notice = if offer.held {
        Notice::Offered {
            signup,
            until: offer.expires_at,
        }
    } else {
        Notice::FreePlace { signup }
    };
    tell(db, now, now, &offer.person, MessageKind::Offer, matter, &notice)
}

/// The clock ended an offer, or a question about a new time.
pub fn ended(db: &mut Db, now: Timestamp, signup: &Signup, after: SignupState) -> Result<(), AppError> {
    let notice = Notice::Signup {
        signup: signup.id.clone(),
        state: after,
    };
    let matter = format!("signup:{}:{}", signup.id, signup.version);
    tell(db, now, now, &signup.person_id, MessageKind::Offer, matter, &notice)
}

/// A sign-up is in another state by staff, or because its visit moved or will not be: told after a while, as it then is.
pub fn changed(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = Notice::Signup {
        signup: signup.id.clone(),
        state: signup.state,
    };
    let due = now.plus_seconds(TOLD_AFTER);
    let matter = format!("change:{}:{}", signup.id, signup.version);
    storage::messages::drop_waiting(db, &format!("change:{}:", signup.id), now)?;
    tell(db, now, due, &signup.person_id, MessageKind::Change, matter, &notice)
}

/// The person did something themselves: the answer in writing.
pub fn done(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = Notice::Signup {
        signup: signup.id.clone(),
        state: signup.state,
    };
    let matter = format!("signup:{}:{}", signup.id, signup.version);
    tell(db, now, now, &signup.person_id, MessageKind::Signup, matter, &notice)
}

/// A place was given back so late that staff must look for somebody.
pub fn late(db: &mut Db, now: Timestamp, signup: &Signup) -> Result<(), AppError> {
    let notice = Notice::GivenBackLate {
        signup: signup.id.clone(),
        shift: signup.shift_id.clone(),
    };
    for person in storage::people::staff(db)? {
        let matter = format!("late:{}:{person}", signup.id);
        tell(db, now, now, &person, MessageKind::Staff, matter, &notice)?;
    }
    Ok(())
}
