//! What is no longer of use is forgotten: sign-ins that ended, answers kept by their idempotency key, links that nobody used, messages that left long
//! ago, who asked to be told of visits and did not confirm it or whose season is over; and of people what the settings say (`retention`), each by its own term. Any number of servers on one database may do it at once.

mod people;

use super::{App, AppError, follow};

/// How long the answer to a creating request is kept under its key, in seconds: 48 hours, as the API's description promises.
const KEYS_ARE_KEPT: i64 = 48 * 3_600;

/// How long a link that ended unused is kept, in seconds: whoever made it can still be told what became of it.
const LINKS_ARE_KEPT: i64 = 30 * 86_400;

/// How long a message is kept after it left or was given up, in seconds.
const MESSAGES_ARE_KEPT: i64 = 90 * 86_400;

/// How long it is remembered that an announcement was told, in seconds.
const ANNOUNCEMENTS_ARE_KEPT: i64 = 30 * 86_400;

/// Forgets what is past its time.
pub fn run(app: &App) -> Result<(), AppError> {
    let now = app.now();
    let (tokens, keys, links, messages, log, followers) = app.write(|db| {
        let tokens = storage::tokens::prune(db, now)?;
        let keys = storage::idempotency::prune(db, now.plus_seconds(-KEYS_ARE_KEPT))?;
        let links = storage::links::prune(db, now.plus_seconds(-LINKS_ARE_KEPT))?;
        let messages = storage::messages::prune(db, now.plus_seconds(-MESSAGES_ARE_KEPT))?;
        let followers = storage::followers::prune(db, now.plus_seconds(-follow::UNCONFIRMED_IS_KEPT), app.today())?;
        storage::barriers::prune(
            db,
            now.plus_seconds(-i64::from(app.config.retention.barrier_days) * 86_400),
        )?;
        storage::announcements::prune(db, now.plus_seconds(-ANNOUNCEMENTS_ARE_KEPT))?;
        let log_is_kept = i64::from(app.config.retention.signup_log_days) * 86_400;
        let log = storage::signups::prune_log(db, now.plus_seconds(-log_is_kept))?;
        Ok((tokens, keys, links, messages, log, followers))
    })?;
    if tokens + keys + links + messages + log + followers > 0 {
        tracing::info!(
            tokens,
            keys,
            links,
            messages,
            log,
            followers,
            "forgot what is past its time"
        );
    }
    let done = people::run(app)?;
    if done != people::Done::default() {
        tracing::info!(
            grown_up = done.grown_up,
            papers = done.papers,
            registrations = done.registrations,
            written_to = done.written_to,
            erased = done.erased,
            "kept no personal data longer than the settings say"
        );
    }
    Ok(())
}
