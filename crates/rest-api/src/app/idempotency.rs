//! Pressing twice does the thing once: the answer to a creating request is kept under the key that the client gave it.
//!
//! The key is taken in the transaction that does the thing. Who comes with the same key meanwhile waits for its end; a "no"
//! rolls the key back with everything else, so that the client may mend its request and send it under the same key.

use serde::{Serialize, de::DeserializeOwned};
use storage::{Attempt, Db};
use vocabulary::Timestamp;

use super::{AppError, Caller};

/// The status that answers of creating requests bear; the table keeps one beside each answer.
const CREATED: u32 = 201;

/// A client's own name for one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What the client sent; unique among the client's own.
    pub name: String,
    /// A digest of the request, by which another one under the same key is noticed.
    pub request_hash: String,
}

/// Who asks for something to be made, and under which key.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who.
    pub caller: &'a Caller,
    /// The key; none: each request does its thing.
    pub key: Option<&'a Key>,
}

impl Asked<'_> {
    /// Does it, or gives back what was answered when it was done under this key. Part of a transaction.
    pub fn once<T: Serialize + DeserializeOwned>(
        self,
        db: &mut Db,
        now: Timestamp,
        make: impl FnOnce(&mut Db) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let Some(key) = self.key else {
            return make(db);
        };
        let actor = &self.caller.person;
        match storage::idempotency::begin(db, actor, &key.name, &key.request_hash, now)? {
            Attempt::Fresh => {
                let made = make(db)?;
                let text = serde_json::to_string(&made).map_err(|e| anyhow::anyhow!(e))?;
                storage::idempotency::finish(db, actor, &key.name, CREATED, &text)?;
                Ok(made)
            }
            Attempt::Done { body, .. } => Ok(serde_json::from_str(&body).map_err(|e| anyhow::anyhow!(e))?),
            Attempt::OtherRequest => Err(AppError::KeyReused),
        }
    }
}
