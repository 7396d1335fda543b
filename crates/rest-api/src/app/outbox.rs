//! Messages leave: each is claimed, put into words, handed to a carrier and marked. Any number of servers on one database may do it.
//!
//! A mail server that is away costs nothing but time: what could not be handed over waits, longer at each try, for about three days.

use storage::{Db, Ending, Json, Message};
use vocabulary::{MessageId, MessageState, Timestamp};

use super::{App, AppError, Caller, audit, letters, letters::Letter, notices::Notice};

/// A claim older than this, in seconds, is of a server that is gone; far more than the longest timeouts of one letter together.
const CLAIM_HOLDS: i64 = 10 * 60;
/// So many leave in one go, so that a stopping server is not waited for.
const MOST_AT_ONCE: usize = 100;
/// The wait after the first try, in seconds; it doubles with each.
const FIRST_WAIT: i64 = 60;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 3_600;
/// After so many tries, about three days by the waits above, a message is given up.
const MOST_TRIES: u32 = 70;
/// What was due so long ago, in seconds, and was never tried, is old news: mail was off.
const OLD_NEWS: i64 = 7 * 86_400;
/// So many of each state the page shows.
const LISTED: u32 = 100;

/// What takes letters to people.
pub trait Carrier {
    /// Hands a letter over.
    fn carry(&mut self, letter: &Letter) -> Result<(), Fault>;
}

/// Why a letter was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was said.
    pub said: String,
    /// Whether this letter will never be taken.
    pub refused: bool,
    /// Whether no other letter would have been taken either.
    pub of_server: bool,
}

/// What came of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// So many were sent.
    pub sent: usize,
    /// So many were moot or not wanted.
    pub dropped: usize,
    /// So many will be tried again.
    pub postponed: usize,
    /// So many were given up.
    pub dead: usize,
}

impl Round {
    /// Whether it ended because it was long enough, so that more may be due.
    pub fn is_full(&self) -> bool {
        self.sent + self.dropped + self.postponed + self.dead >= MOST_AT_ONCE
    }
}

/// Sends what is due, until nothing is left or the mail server is found to be away. `clock` is asked for each message anew.
pub fn deliver(app: &App, carrier: &mut dyn Carrier, clock: &dyn Fn() -> Timestamp) -> Result<Round, AppError> {
    let mut round = Round::default();
    for _ in 0..MOST_AT_ONCE {
        let now = clock();
        let stale = now.plus_seconds(-CLAIM_HOLDS);
        let Some(message) = app.write(|db| Ok(storage::messages::claim(db, now, stale)?))? else {
            break;
        };
        if !deliver_one(app, carrier, &message, now, &mut round)? {
            break;
        }
    }
    Ok(round)
}

/// Whether the next one may be tried.
fn deliver_one(
    app: &App,
    carrier: &mut dyn Carrier,
    message: &Message,
    now: Timestamp,
    round: &mut Round,
) -> Result<bool, AppError> {
    let old = message.tries == 1 && message.due_at < now.plus_seconds(-OLD_NEWS);
    let letter = match app.read(|db| letters::leaving(app, db, message, now)) {
        Ok(Some(letter)) if !old => letter,
        Ok(_) => {
            end(app, message, MessageState::Dropped, now, None)?;
            round.dropped += 1;
            return Ok(true);
        }
        Err(error) => {
            // Not the mail server's fault, and none of the other messages'.
            tracing::error!(message = %message.id, %error, "a message could not be put into words");
            let fault = Fault {
                said: error.to_string(),
                refused: false,
                of_server: false,
            };
            return failed(app, message, &fault, now, round);
        }
    };
    match carrier.carry(&letter) {
        Ok(()) => {
            end(app, message, MessageState::Sent, now, None)?;
            round.sent += 1;
            Ok(true)
        }
        Err(fault) => failed(app, message, &fault, now, round),
    }
}

fn failed(app: &App, message: &Message, fault: &Fault, now: Timestamp, round: &mut Round) -> Result<bool, AppError> {
    if fault.refused || message.tries >= MOST_TRIES {
        tracing::warn!(message = %message.id, said = fault.said, "a message was given up");
        end(app, message, MessageState::Dead, now, Some(&fault.said))?;
        round.dead += 1;
    } else {
        let due = now.plus_seconds(wait(message));
        app.write(|db| Ok(storage::messages::postpone(db, message, due, &fault.said)?))?;
        round.postponed += 1;
    }
    Ok(!fault.of_server)
}

fn end(app: &App, message: &Message, state: MessageState, at: Timestamp, said: Option<&str>) -> Result<(), AppError> {
    let left = message
        .content
        .read::<Notice>()
        .ok()
        .and_then(|notice| notice.without_secret());
    let left = left.map(|left| Json::of(&left)).transpose()?;
    let ending = Ending {
        state,
        at,
        error: said,
        left: left.as_ref(),
    };
    // Whoever took the message over meanwhile ends it; the id in its header tells that both copies are one.
    app.write(|db| {
        storage::messages::end(db, message, &ending)?;
        match (&message.follower_id, state) {
            (Some(follower), MessageState::Sent) => Ok(storage::followers::told(db, follower, at)?),
            _ => Ok(()),
        }
    })
}

/// How long a message waits after a try, in seconds: doubled each time, up to an hour, and up to a quarter more by its id, so that not all come
/// back at once.
fn wait(message: &Message) -> i64 {
    let doubled = FIRST_WAIT << message.tries.saturating_sub(1).min(10);
    let wait = doubled.min(LONGEST_WAIT);
    let spread = message.id.as_str().bytes().fold(i64::from(message.tries), |sum, byte| {
        (sum * 31 + i64::from(byte)) % 1_009
    });
    wait + spread * wait / 4 / 1_009
}

/// A message as the page shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The message.
    pub message: Message,
    /// Its words as things stand now; none if it cannot be read any more.
    pub worded: Option<letters::Worded>,
    /// Whether it bore a link whose secret is forgotten, so that it cannot be sent again.
    pub spent: bool,
}

/// What coordinators see of the messages.
#[derive(Debug, Clone)]
pub struct Outbox {
    /// Waiting, the next to leave first.
    pub waiting: Vec<Shown>,
    /// Given up, the newest first.
    pub dead: Vec<Shown>,
    /// Sent, the newest first.
    pub sent: Vec<Shown>,
}

/// The messages, for coordinators.
pub fn look(app: &App, caller: &Caller) -> Result<Outbox, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let mut waiting = shown(app, db, MessageState::Waiting, now)?;
        waiting.sort_by_key(|shown| shown.message.due_at);
        Ok(Outbox {
            waiting,
            dead: shown(app, db, MessageState::Dead, now)?,
            sent: shown(app, db, MessageState::Sent, now)?,
        })
    })
}

/// How many messages were given up and wait for staff to look at them.
pub fn given_up(app: &App, caller: &Caller) -> Result<u32, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::messages::count_in_state(db, MessageState::Dead)?))
}

fn shown(app: &App, db: &mut Db, state: MessageState, now: Timestamp) -> Result<Vec<Shown>, AppError> {
    let found = storage::messages::in_state(db, state, LISTED)?;
    let shown = found.into_iter().map(|message| Shown {
        worded: letters::worded(app, db, &message, now).ok(),
        spent: is_spent(&message),
        message,
    });
    Ok(shown.collect())
}

fn is_spent(message: &Message) -> bool {
    message.content.read::<Notice>().is_ok_and(|notice| notice.is_spent())
}

/// Lets a message that was given up wait again; false if it was not given up, another was faster, or it bore a link that is forgotten.
pub fn send_again(app: &App, caller: &Caller, id: &MessageId) -> Result<bool, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let message = storage::messages::get(db, id)?;
        let again = !is_spent(&message) && storage::messages::send_again(db, id, now)?;
        if again {
            audit::note(db, now, Some(&caller.person), "message.send-again", id.as_str(), &())?;
        }
        Ok(again)
    })
}

#[cfg(test)]
mod tests;
