//! Who did what to which thing: one line for every write.

use serde::Serialize;
use storage::{AuditRecord, Db, Json};
use vocabulary::{PersonId, Timestamp};

use super::AppError;

/// Adds a line. `detail` holds what is needed to understand it later, and no personal data.
pub fn note(
    db: &mut Db,
    at: Timestamp,
    actor: Option<&PersonId>,
    action: &str,
    thing_id: &str,
    detail: &impl Serialize,
) -> Result<(), AppError> {
    let record = AuditRecord {
        at,
        actor: actor.cloned(),
        action: action.to_owned(),
        thing: action.split('.').next().unwrap_or(action).to_owned(),
        thing_id: thing_id.to_owned(),
        detail: Json::of(detail)?,
    };
    Ok(storage::audit::append(db, &record)?)
}
