//! What is no longer of use is forgotten: sign-ins that ended, and answers kept by their idempotency key.

use super::{App, AppError};

/// How long the answer to a creating request is kept under its key, in seconds: 48 hours, as the API's description promises.
const KEYS_ARE_KEPT: i64 = 48 * 3_600;

/// Forgets what is past its time. Any number of servers on one database may do it at once.
pub fn run(app: &App) -> Result<(), AppError> {
    let now = app.now();
    let (tokens, keys) = app.write(|db| {
        let tokens = storage::tokens::prune(db, now)?;
        let keys = storage::idempotency::prune(db, now.plus_seconds(-KEYS_ARE_KEPT))?;
        Ok((tokens, keys))
    })?;
    if tokens + keys > 0 {
        tracing::info!(tokens, keys, "forgot what is past its time");
    }
    Ok(())
}
