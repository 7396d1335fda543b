//! What is no longer of use is forgotten: sign-ins that ended, answers kept by their idempotency key, links that nobody used, and messages that left long ago.

use super::{App, AppError};

/// How long the answer to a creating request is kept under its key, in seconds: 48 hours, as the API's description promises.
const KEYS_ARE_KEPT: i64 = 48 * 3_600;

/// How long a link that ended unused is kept, in seconds: whoever made it can still be told what became of it.
const LINKS_ARE_KEPT: i64 = 30 * 86_400;

/// How long a message is kept after it left or was given up, in seconds.
const MESSAGES_ARE_KEPT: i64 = 90 * 86_400;

/// Forgets what is past its time. Any number of servers on one database may do it at once.
pub fn run(app: &App) -> Result<(), AppError> {
    let now = app.now();
    let (tokens, keys, links, messages) = app.write(|db| {
        let tokens = storage::tokens::prune(db, now)?;
        let keys = storage::idempotency::prune(db, now.plus_seconds(-KEYS_ARE_KEPT))?;
        let links = storage::links::prune(db, now.plus_seconds(-LINKS_ARE_KEPT))?;
        let messages = storage::messages::prune(db, now.plus_seconds(-MESSAGES_ARE_KEPT))?;
        Ok((tokens, keys, links, messages))
    })?;
    if tokens + keys + links + messages > 0 {
        tracing::info!(tokens, keys, links, messages, "forgot what is past its time");
    }
    Ok(())
}
