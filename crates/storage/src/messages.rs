//! Messages that are to leave. They are written in the transaction of what they tell of; a background job sends them later.

use diesel::prelude::*;
use vocabulary::{MessageId, MessageKind, MessageState, PersonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::messages::{self, dsl},
};

row! {
    table = messages, row = MessageRow, derive = [Insertable, AsChangeset];
    /// A message.
    pub struct Message {
        /// Its id.
        id: MessageId,
        /// To whom; none for somebody without an account.
        person_id: Option<PersonId>,
        /// To which address, if it is not the person's.
        address: Option<String>,
        /// What it is about.
        kind: MessageKind,
        /// The one thing that it tells of: a matter is told once.
        matter: String,
        /// Its facts, as `app/notices.rs` writes them; the words are made when it is sent.
        content: Json,
        /// When it was written.
        made_at: Timestamp,
        /// From when on it may leave.
        due_at: Timestamp,
        /// Where it stands.
        state: MessageState,
        /// How often it was tried.
        tries: u32,
        /// When somebody last began to send it.
        claimed_at: Option<Timestamp>,
        /// When it was sent or given up.
        ended_at: Option<Timestamp>,
        /// What the mail server said last.
        error: Option<String>,
    }
}

queries!(messages, Message, MessageRow, MessageId; get, list);

/// Writes a message. If the same matter still waits, it is told as it is now and when this one is due; if it was told or given up, nothing is
/// written. Whether it was written.
pub fn put(db: &mut Db, message: &Message) -> Result<bool, StoreError> {
    let found = messages::table.filter(dsl::matter.eq(&message.matter));
    let before: Option<MessageRow> = found.select(MessageRow::as_select()).first(db).optional()?;
    match before.map(Message::try_from).transpose()? {
        None => {
            diesel::insert_into(messages::table)
                .values(MessageRow::from(message))
                .execute(db)?;
            Ok(true)
        }
        Some(before) if before.state == MessageState::Waiting => {
            diesel::update(messages::table.find(before.id.as_str()))
                .set((
                    dsl::content.eq(message.content.store()),
                    dsl::due_at.eq(message.due_at.store()),
                ))
                .execute(db)?;
            Ok(true)
        }
        Some(_) => Ok(false),
    }
}

/// Takes messages about a matter out of the way that have not left yet; how many.
pub fn drop_waiting(db: &mut Db, matter_starts: &str, now: Timestamp) -> Result<usize, StoreError> {
    let end = format!("{matter_starts}\u{10FFFF}");
    let waiting = messages::table
        .filter(dsl::matter.ge(matter_starts))
        .filter(dsl::matter.lt(end))
        .filter(dsl::state.eq(MessageState::Waiting.as_str()));
    Ok(diesel::update(waiting)
        .set((
            dsl::state.eq(MessageState::Dropped.as_str()),
            dsl::ended_at.eq(Some(now.store())),
        ))
        .execute(db)?)
}

/// All in a state, the newest first, at most so many.
pub fn in_state(db: &mut Db, state: MessageState, most: u32) -> Result<Vec<Message>, StoreError> {
    let found = messages::table.filter(dsl::state.eq(state.as_str()));
    things(
        found
            .order((dsl::made_at.desc(), dsl::id.desc()))
            .limit(i64::from(most))
            .select(MessageRow::as_select())
            .load(db)?,
    )
}
