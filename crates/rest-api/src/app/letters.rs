//! From a message to the letter that leaves: its facts are read when it leaves, so it tells how things stand then.
//!
//! A message whose matter is moot, for the offer was answered or the shift is over, becomes no letter. Each kind of notice has its words in a file of
//! its own; what stands around them is the same for all and made here.

mod account;
mod barrier;
mod certificates;
mod follow;
mod links;
mod proposal;
mod shift;
mod signup;
mod swap;

use storage::{Db, Message, Person};
use vocabulary::Timestamp;
use wording::{Language, Words};

use super::{App, AppError, caller::spoken_to, notices::Notice, unsubscribe};

/// What leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// `id@host`, the same at every try, so that a second copy can be known for one.
    pub id: String,
    /// The address; empty once it is forgotten.
    pub to: String,
    /// Whose it is; none if it is no account's.
    pub name: Option<String>,
    /// When the message was written.
    pub written: Timestamp,
    /// The language of subject and body.
    pub language: Language,
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

/// What one kind of notice says, without the envelope.
struct Said {
    /// One line.
    subject: String,
    /// Between greeting and signature.
    paragraphs: Vec<String>,
    /// A file for the person's calendar.
    calendar: Option<String>,
    /// Whether there is nothing to tell any more.
    moot: bool,
}

/// The letter of a message that is to leave now; none if it is moot or not wanted.
pub fn leaving(app: &App, db: &mut Db, message: &Message, now: Timestamp) -> Result<Option<Letter>, AppError> {
    // Who is invited has no account that may be used yet: such letters are for everybody.
    if let Some(person) = message
        .person_id
        .as_ref()
        .filter(|_| unsubscribe::possible(message.kind))
    {
        let wanted = !storage::messages::is_unsubscribed(db, person, message.kind)?;
        if !wanted || !storage::people::get(db, person)?.active {
            return Ok(None);
        }
    }
    let worded = word(app, db, message, &message.content.read()?, now)?;
    Ok((!worded.moot).then_some(worded.letter))
}

/// A message in words, for whoever looks at it: the secret of a link is for nobody but the one who gets it.
pub fn worded(app: &App, db: &mut Db, message: &Message, now: Timestamp) -> Result<Worded, AppError> {
    let notice: Notice = message.content.read()?;
    word(app, db, message, &notice.for_others(), now)
}

fn word(app: &App, db: &mut Db, message: &Message, notice: &Notice, now: Timestamp) -> Result<Worded, AppError> {
    let person = message
        .person_id
        .as_ref()
        .map(|id| storage::people::get(db, id))
        .transpose()?;
    let language = person
        .as_ref()
        .map_or(Language::Polish, |person| spoken_to(&person.language));
    let spoken = Words::of(language);
    let told = match notice {
        Notice::Signup(notice) => signup::said(app, db, spoken, notice, now)?,
        Notice::Proposal(notice) => proposal::said(app, db, spoken, notice, now)?,
        Notice::Link(notice) => links::said(app, db, spoken, person.as_ref(), notice, now)?,
        Notice::Swap(notice) => swap::said(app, db, spoken, person.as_ref(), notice, now)?,
        Notice::Shift(notice) => shift::said(app, db, spoken, person.as_ref(), notice, now)?,
        Notice::Certificate(notice) => certificates::said(app, db, spoken, notice)?,
        Notice::Barrier(notice) => barrier::said(app, db, spoken, notice)?,
        Notice::Account(notice) => account::said(app, db, spoken, person.as_ref(), notice, now)?,
        // The envelope is in their language, too.
        Notice::Follower(notice) => return follow::worded(app, db, message, notice, now),
    };
    // A letter about a person may be for another, who has no account.
    let addressee = person.as_ref().filter(|_| notice.is_for_its_person());
    let said = spoken.notices();
    let token = |person: &Person| unsubscribe::link(app, language, &person.id, message.kind);
    let unsubscribe = addressee.filter(|_| unsubscribe::possible(message.kind)).map(token);
    let mut paragraphs = vec![addressee.map_or_else(|| said.greeting_anybody(), |person| said.greeting(&person.name))];
    paragraphs.extend(told.paragraphs);
    let mut foot = vec!["-- ".to_owned(), said.signature(&app.config.calendar.service_name)];
    foot.extend(unsubscribe.as_ref().map(|link| said.unsubscribe_line(link)));
    paragraphs.push(foot.join("\n"));
    let own = addressee.map(|person| person.email.clone());
    let letter = Letter {
        id: format!("{}@{}", message.id, app.feed_host),
        to: message.address.clone().or(own).unwrap_or_default(),
        name: addressee.map(|person| person.name.clone()),
        written: message.made_at,
        language,
        subject: told.subject,
        body: format!("{}\n", paragraphs.join("\n\n")),
        calendar: told.calendar,
        unsubscribe,
    };
    Ok(Worded {
        letter,
        moot: told.moot,
    })
}

/// A letter to try the way to the mail server with.
pub fn test(to: &str, id: String, written: Timestamp) -> Letter {
    let said = Words::of(Language::Polish).notices();
    Letter {
        id,
        to: to.to_owned(),
        name: None,
        written,
        language: Language::Polish,
        subject: said.test_subject(),
        body: format!("{}\n", said.test_body()),
        calendar: None,
        unsubscribe: None,
    }
}
