//! Who did what to which thing. Only added to.

use diesel::prelude::*;
use vocabulary::{PersonId, Timestamp};

use crate::{
    Db, Json, Page, Paged, StoreError,
    row::row,
    schema::audit::{self, dsl},
};

row! {
    table = audit, row = NewRow, derive = [Insertable];
    /// Something somebody did.
    pub struct AuditRecord {
        /// When.
        at: Timestamp,
        /// Who; nobody for the command line and for the software itself.
        actor: Option<PersonId>,
        /// What was done, as a fixed word such as `visit.cancel`.
        action: String,
        /// What kind of thing, such as `visit`.
        thing: String,
        /// Which thing.
        thing_id: String,
        /// More, without personal data; read by the caller only.
        detail: Json,
    }
}

/// A record and its place in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberedRecord {
    /// Its place; also the cursor.
    pub number: i64,
    /// The record.
    pub record: AuditRecord,
}

/// Adds a record.
pub fn append(db: &mut Db, record: &AuditRecord) -> Result<(), StoreError> {
    diesel::insert_into(audit::table)
        .values(NewRow::from(record))
        .execute(db)?;
    Ok(())
}

/// One portion, the newest first; of one thing if `of` names its kind and id.
pub fn list(db: &mut Db, of: Option<(&str, &str)>, page: &Page) -> Result<Paged<NumberedRecord>, StoreError> {
    let mut query = audit::table
        .select((dsl::id, NewRow::as_select()))
        .order(dsl::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some((thing, id)) = of {
        query = query.filter(dsl::thing.eq(thing)).filter(dsl::thing_id.eq(id));
    }
    if let Some(after) = &page.after {
        // A cursor that is no number was never given out: nothing comes after it.
        query = query.filter(dsl::id.lt(after.parse::<i64>().unwrap_or(0)));
    }
    let rows = query.load::<(i64, NewRow)>(db)?;
    let items = rows
        .into_iter()
        .map(|(number, row)| AuditRecord::try_from(row).map(|record| NumberedRecord { number, record }))
        .collect::<Result<_, _>>()?;
    Ok(page.cut(items, |item: &NumberedRecord| item.number.to_string()))
}
