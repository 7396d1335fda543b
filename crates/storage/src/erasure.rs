//! Taking a person out of the database. The row stays, without anything of the person, since sign-ups, hours and the audit log refer to it: hours
//! remain as counts. One function names every column that may hold something of a person; a new such column belongs here.

use diesel::prelude::*;
use vocabulary::{AccountRole, PersonId, SwapState, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    db::each_backend,
    schema::{
        absences, certificate_asks, certificates, cover_asks, idempotency, links, messages, people, personal_feeds,
        refresh_tokens, signup_log, signups, swaps, unsubscribed, worked_hours,
    },
    store::Store,
};

/// What stands where a name was: nobody's.
pub const NO_NAME: &str = "—";

/// The tables in which texts of a person stood.
const CLEANED: [&str; 9] = [
    "people",
    "messages",
    "idempotency",
    "links",
    "certificates",
    "signup_log",
    "worked_hours",
    "swaps",
    "absences",
];

/// Holds the person's row and switches the account off, so that nothing new of theirs is begun; the first statement of an erasure. `NotFound` for
/// one who was erased before.
pub fn begin(db: &mut Db, id: &PersonId) -> Result<(), StoreError> {
    let there = people::table
        .filter(people::id.eq(id.as_str()))
        .filter(people::erased_at.is_null());
    match diesel::update(there)
        .set((
            people::signup_guard.eq(people::signup_guard + 1),
            people::active.eq(false),
        ))
        .execute(db)?
    {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Takes everything of the person out of every table, in the transaction of [`begin`]. Their open sign-ups were given back before.
pub fn finish(db: &mut Db, id: &PersonId, now: Timestamp) -> Result<(), StoreError> {
    let person = id.as_str();
    diesel::delete(refresh_tokens::table.filter(refresh_tokens::person_id.eq(person))).execute(db)?;
    diesel::delete(links::table.filter(links::person_id.eq(person))).execute(db)?;
    diesel::delete(personal_feeds::table.find(person)).execute(db)?;
    diesel::delete(unsubscribed::table.filter(unsubscribed::person_id.eq(person))).execute(db)?;
    diesel::delete(cover_asks::table.filter(cover_asks::person_id.eq(person))).execute(db)?;
    diesel::delete(certificate_asks::table.filter(certificate_asks::person_id.eq(person))).execute(db)?;
    diesel::delete(absences::table.filter(absences::person_id.eq(person))).execute(db)?;
    // An error may quote the address.
    diesel::delete(messages::table.filter(messages::person_id.eq(person))).execute(db)?;
    diesel::delete(idempotency::table.filter(idempotency::actor.eq(person))).execute(db)?;
    answers_about(db, person)?;
    let own: Vec<String> = signups::table
        .filter(signups::person_id.eq(person))
        .select(signups::id)
        .load(db)?;
    // Why something was decided is said in words, which may name the person or tell of them.
    diesel::update(signup_log::table.filter(signup_log::signup_id.eq_any(&own)))
        .set(signup_log::reason.eq(None::<String>))
        .execute(db)?;
    diesel::update(worked_hours::table.filter(worked_hours::signup_id.eq_any(&own)))
        .set(worked_hours::reason.eq(None::<String>))
        .execute(db)?;
    swaps_of(db, person, now)?;
    // The number stays taken; the code, and with it the public page that verifies, names nothing any more.
    let issued = certificates::table.filter(certificates::person_id.eq(Some(person)));
    each_backend!(db, |conn| diesel::update(issued)
        .set((
            certificates::person_id.eq(None::<String>),
            certificates::content.eq("null"),
            certificates::code.eq(diesel::dsl::sql::<diesel::sql_types::Text>("'erased ' || id")),
        ))
        .execute(conn))?;
    blank(db, id, now)
}

/// Answers that were kept for somebody else and tell of the person. There are those of two days, so they are looked through one by one.
fn answers_about(db: &mut Db, person: &str) -> Result<(), StoreError> {
    let kept: Vec<(String, String, Option<String>)> = idempotency::table
        .select((idempotency::actor, idempotency::key, idempotency::body))
        .load(db)?;
    for (actor, key, body) in kept {
        if body.is_some_and(|body| body.contains(person)) {
            diesel::delete(idempotency::table.find((actor, key))).execute(db)?;
        }
    }
    Ok(())
}

/// Proposals that wait end, and what was written with any of them goes.
fn swaps_of(db: &mut Db, person: &str, now: Timestamp) -> Result<(), StoreError> {
    let all = || swaps::table.filter(swaps::giver.eq(person).or(swaps::taker.eq(person)));
    diesel::update(all())
        .set(swaps::message.eq(None::<String>))
        .execute(db)?;
    let open = [SwapState::Proposed.as_str(), SwapState::Accepted.as_str()];
    diesel::update(all().filter(swaps::state.eq_any(open)))
        .set((
            swaps::state.eq(SwapState::Cancelled.as_str()),
            swaps::changed_at.eq(now.store()),
            swaps::version.eq(swaps::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

fn blank(db: &mut Db, id: &PersonId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(people::table.find(id.as_str()))
        .set((
            people::email.eq(format!("{id}@erased.invalid")),
            people::name.eq(NO_NAME),
            people::role.eq(AccountRole::Volunteer.as_str()),
            people::password_hash.eq(None::<String>),
            people::active.eq(false),
            people::born_on.eq(None::<chrono::NaiveDate>),
            people::papers.eq("{}"),
            people::wishes.eq("{}"),
            people::language.eq("pl"),
            people::awaits_approval.eq(false),
            people::erasure_asked_at.eq(None::<chrono::NaiveDateTime>),
            people::erased_at.eq(Some(now.store())),
            people::version.eq(people::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

impl Store {
    /// Sees to it that what was taken out of the tables is in no file of the database any more, as far as the database lets us: SQLite overwrites
    /// what it frees (`secure_delete`) and here the side file is folded in and emptied; PostgreSQL frees dead rows, whose bytes its own files keep
    /// until they are written over.
    pub fn settle_erasure(&self) -> Result<(), StoreError> {
        use diesel::connection::SimpleConnection as _;
        let mut connection = self.connection_apart()?;
        match &mut connection {
            Db::Sqlite(connection) => connection.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?,
            Db::Postgres(connection) => {
                for table in CLEANED {
                    connection.batch_execute(&format!("VACUUM {table}"))?;
                }
            }
        }
        Ok(())
    }
}
