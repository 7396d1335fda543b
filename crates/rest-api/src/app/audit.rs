//! Who did what to which thing: one line for every write.

use serde::Serialize;
use storage::{AuditRecord, Db, Json, NumberedRecord, Page, Paged};
use vocabulary::{PersonId, Timestamp};

use super::{App, AppError, Caller};

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

/// One portion of the log, the newest first; of one thing if its kind and id are given.
pub fn list(
    app: &App,
    caller: &Caller,
    of: Option<(&str, &str)>,
    page: &Page,
) -> Result<Paged<NumberedRecord>, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::audit::list(db, of, page)?))
}
