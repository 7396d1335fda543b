//! Messages that are to leave. They are written in the transaction of what they tell of; a background job sends them later.

use diesel::prelude::*;
use vocabulary::{FollowerId, MessageId, MessageKind, MessageState, PersonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    column::Column,
    db::each_backend,
    row::{queries, row, things},
    schema::{
        messages::{self, dsl},
        unsubscribed,
    },
};

/// So many are looked at to find one that nobody else takes at the same moment.
const LOOKED_AT: i64 = 16;

row! {
    table = messages, row = MessageRow, derive = [Insertable, AsChangeset];
    /// A message.
    pub struct Message {
        /// Its id.
        id: MessageId,
        /// To which person; none for somebody without an account.
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
        /// To which follower, who has no account; forgotten with them.
        follower_id: Option<FollowerId>,
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

/// Takes messages about a matter out of the way that have not left yet; how many. `left` takes the place of their content where that must not stay.
pub fn drop_waiting(
    db: &mut Db,
    matter_starts: &str,
    now: Timestamp,
    left: Option<&Json>,
) -> Result<usize, StoreError> {
    let end = format!("{matter_starts}\u{10FFFF}");
    let waiting = messages::table
        .filter(dsl::matter.ge(matter_starts))
        .filter(dsl::matter.lt(end))
        .filter(dsl::state.eq(MessageState::Waiting.as_str()))
        // One that somebody is sending is out of our hands.
        .filter(dsl::claimed_at.is_null());
    let ended = (
        dsl::state.eq(MessageState::Dropped.as_str()),
        dsl::ended_at.eq(Some(now.store())),
    );
    let update = diesel::update(waiting);
    Ok(match left {
        None => update.set(ended).execute(db)?,
        Some(left) => update.set((ended, dsl::content.eq(left.as_str()))).execute(db)?,
    })
}

/// Whether a message whose matter begins so waits to leave.
pub fn waits(db: &mut Db, matter_starts: &str) -> Result<bool, StoreError> {
    let end = format!("{matter_starts}\u{10FFFF}");
    let waiting = messages::table
        .filter(dsl::matter.ge(matter_starts))
        .filter(dsl::matter.lt(end))
        .filter(dsl::state.eq(MessageState::Waiting.as_str()))
        .select(dsl::id);
    Ok(waiting.first::<String>(db).optional()?.is_some())
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

/// How many are in a state.
pub fn count_in_state(db: &mut Db, state: MessageState) -> Result<u32, StoreError> {
    let found = messages::table.filter(dsl::state.eq(state.as_str()));
    let count: i64 = found.count().get_result(db)?;
    u32::load(count).map_err(StoreError::Broken)
}

/// Whether there is a message about a matter, whatever became of it.
pub fn known(db: &mut Db, matter: &str) -> Result<bool, StoreError> {
    let found = messages::table.filter(dsl::matter.eq(matter)).select(dsl::id);
    Ok(found.first::<String>(db).optional()?.is_some())
}

/// Takes one message that is due, so that nobody else sends it; one that was taken before `stale` and not ended is taken over. A taken message
/// bears a new count of tries, by which [`end`] and [`postpone`] know whose it is.
pub fn claim(db: &mut Db, now: Timestamp, stale: Timestamp) -> Result<Option<Message>, StoreError> {
    let waits = dsl::state.eq(MessageState::Waiting.as_str());
    let free = || dsl::claimed_at.is_null().or(dsl::claimed_at.lt(stale.store()));
    let due = messages::table.filter(waits).filter(dsl::due_at.le(now.store()));
    let found: Vec<MessageRow> = due
        .filter(free())
        .order((dsl::due_at, dsl::id))
        .limit(LOOKED_AT)
        .select(MessageRow::as_select())
        .load(db)?;
    for row in found {
        let mine = messages::table
            .filter(dsl::id.eq(row.id.clone()))
            .filter(dsl::tries.eq(row.tries))
            .filter(waits)
            .filter(free());
        let changed = diesel::update(mine)
            .set((dsl::tries.eq(dsl::tries + 1), dsl::claimed_at.eq(Some(now.store()))))
            .execute(db)?;
        if changed == 1 {
            let mut message = Message::try_from(row)?;
            message.tries += 1;
            message.claimed_at = Some(now);
            return Ok(Some(message));
        }
    }
    Ok(None)
}

/// How a message ends.
#[derive(Debug, Clone, Copy)]
pub struct Ending<'a> {
    /// Sent, dead or dropped.
    pub state: MessageState,
    /// When.
    pub at: Timestamp,
    /// What the mail server said.
    pub error: Option<&'a str>,
    /// What stays in place of a content that must not: the address of somebody without an account is forgotten with it.
    pub left: Option<&'a Json>,
}

/// Ends a claimed message. Whether it still was the claimer's.
pub fn end(db: &mut Db, claimed: &Message, ending: &Ending<'_>) -> Result<bool, StoreError> {
    let mine = messages::table
        .filter(dsl::id.eq(claimed.id.as_str()))
        .filter(dsl::state.eq(MessageState::Waiting.as_str()))
        .filter(dsl::tries.eq(claimed.tries.store()));
    // A message without a person keeps its address: the table asks for one of the two.
    let forgotten = ending.left.is_some() && claimed.person_id.is_some();
    let content = ending.left.unwrap_or(&claimed.content);
    let address = claimed.address.as_deref().filter(|_| !forgotten);
    let changed = diesel::update(mine)
        .set((
            dsl::state.eq(ending.state.as_str()),
            dsl::ended_at.eq(Some(ending.at.store())),
            dsl::claimed_at.eq(None::<chrono::NaiveDateTime>),
            dsl::error.eq(ending.error),
            dsl::content.eq(content.as_str()),
            dsl::address.eq(address),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Lets a claimed message wait until it is due again. Whether it still was the claimer's.
pub fn postpone(db: &mut Db, claimed: &Message, due: Timestamp, error: &str) -> Result<bool, StoreError> {
    let mine = messages::table
        .filter(dsl::id.eq(claimed.id.as_str()))
        .filter(dsl::state.eq(MessageState::Waiting.as_str()))
        .filter(dsl::tries.eq(claimed.tries.store()));
    let changed = diesel::update(mine)
        .set((
            dsl::due_at.eq(due.store()),
            dsl::claimed_at.eq(None::<chrono::NaiveDateTime>),
            dsl::error.eq(Some(error)),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Lets a message that was given up wait again, as if it were new. Whether there was one.
pub fn send_again(db: &mut Db, id: &MessageId, now: Timestamp) -> Result<bool, StoreError> {
    let dead = messages::table
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(MessageState::Dead.as_str()));
    let changed = diesel::update(dead)
        .set((
            dsl::state.eq(MessageState::Waiting.as_str()),
            dsl::due_at.eq(now.store()),
            dsl::ended_at.eq(None::<chrono::NaiveDateTime>),
            dsl::tries.eq(0_i64),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Somebody wants no more messages of a kind. Said twice is said once.
pub fn unsubscribe(db: &mut Db, person: &PersonId, kind: MessageKind, since: Timestamp) -> Result<(), StoreError> {
    let row = (
        unsubscribed::person_id.eq(person.as_str()),
        unsubscribed::kind.eq(kind.as_str()),
        unsubscribed::since.eq(since.store()),
    );
    each_backend!(db, |conn| diesel::insert_into(unsubscribed::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(())
}

/// Somebody wants messages of a kind again.
pub fn subscribe(db: &mut Db, person: &PersonId, kind: MessageKind) -> Result<(), StoreError> {
    diesel::delete(unsubscribed::table.find((person.as_str(), kind.as_str()))).execute(db)?;
    Ok(())
}

/// Whether somebody does without messages of a kind.
pub fn is_unsubscribed(db: &mut Db, person: &PersonId, kind: MessageKind) -> Result<bool, StoreError> {
    let found = unsubscribed::table.find((person.as_str(), kind.as_str()));
    let since: Option<String> = found.select(unsubscribed::kind).first(db).optional()?;
    Ok(since.is_some())
}

/// Forgets messages that were sent, given up or dropped before this; how many. Their matters may then be told anew, so this is for what is long past.
pub fn prune(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    let ended = messages::table.filter(dsl::ended_at.lt(before.store()));
    Ok(diesel::delete(ended).execute(db)?)
}

/// When the message about a matter was sent; none while it was not.
pub fn sent_at(db: &mut Db, matter: &str) -> Result<Option<Timestamp>, StoreError> {
    let sent = messages::table
        .filter(dsl::matter.eq(matter))
        .filter(dsl::state.eq(MessageState::Sent.as_str()))
        .select(dsl::ended_at);
    let ended: Option<Option<chrono::NaiveDateTime>> = sent.first(db).optional()?;
    Option::<Timestamp>::load(ended.flatten()).map_err(StoreError::Broken)
}
