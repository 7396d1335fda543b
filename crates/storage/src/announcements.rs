//! What followers are to be told: written once, with the change itself, however many they are; then passed on in portions.

use diesel::prelude::*;
use vocabulary::{AnnouncementId, AnnouncementState, SeasonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    column::Column,
    db::each_backend,
    row::{queries, row, things},
    schema::announcements::{self, dsl},
};

row! {
    table = announcements, row = AnnouncementRow, derive = [Insertable];
    /// Something that followers are to be told.
    pub struct Announcement {
        /// Its id.
        id: AnnouncementId,
        /// The season.
        season_id: SeasonId,
        /// The one thing that it tells of: a matter is told once.
        matter: String,
        /// Its facts, as `app/follow/announce.rs` writes them.
        content: Json,
        /// When it was written.
        made_at: Timestamp,
        /// From when on it is passed on.
        due_at: Timestamp,
        /// How far it has come.
        state: AnnouncementState,
        /// The last follower it was passed on to; empty at first.
        cursor: String,
    }
}

queries!(announcements, Announcement, AnnouncementRow, AnnouncementId; get);

/// Writes it down, unless its matter was told before; whether it is new.
pub fn put(db: &mut Db, announcement: &Announcement) -> Result<bool, StoreError> {
    let row = AnnouncementRow::from(announcement);
    let made = each_backend!(db, |conn| diesel::insert_into(announcements::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(made == 1)
}

/// Whether there is one about a matter, whatever became of it.
pub fn known(db: &mut Db, matter: &str) -> Result<bool, StoreError> {
    let found = announcements::table.filter(dsl::matter.eq(matter)).select(dsl::id);
    Ok(found.first::<String>(db).optional()?.is_some())
}

/// All in a state, the oldest first.
pub fn in_state(db: &mut Db, state: AnnouncementState) -> Result<Vec<Announcement>, StoreError> {
    let found = announcements::table.filter(dsl::state.eq(state.as_str()));
    things(
        found
            .order((dsl::made_at, dsl::id))
            .select(AnnouncementRow::as_select())
            .load(db)?,
    )
}

/// Ends the waiting of one: it is being told with this content from now on, or it is dropped. False if another was faster.
pub fn settle(
    db: &mut Db,
    id: &AnnouncementId,
    state: AnnouncementState,
    content: Option<&Json>,
) -> Result<bool, StoreError> {
    let waits = announcements::table
        .filter(dsl::id.eq(id.as_str()))
        .filter(dsl::state.eq(AnnouncementState::Waiting.as_str()));
    let update = diesel::update(waits);
    let changed = match content {
        Some(content) => update
            .set((dsl::state.eq(state.as_str()), dsl::content.eq(content.store())))
            .execute(db)?,
        None => update.set(dsl::state.eq(state.as_str())).execute(db)?,
    };
    Ok(changed == 1)
}

/// Goes on from one follower to another, or ends. False if another server went on meanwhile: then nothing may be kept of this portion.
pub fn advance(db: &mut Db, told: &Announcement, state: AnnouncementState, cursor: &str) -> Result<bool, StoreError> {
    let same = announcements::table
        .filter(dsl::id.eq(told.id.as_str()))
        .filter(dsl::state.eq(told.state.as_str()))
        .filter(dsl::cursor.eq(told.cursor.as_str()));
    let changed = diesel::update(same)
        .set((dsl::state.eq(state.as_str()), dsl::cursor.eq(cursor)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Forgets what was told or dropped and was written before this; how many.
pub fn prune(db: &mut Db, before: Timestamp) -> Result<usize, StoreError> {
    let ended = announcements::table
        .filter(dsl::made_at.lt(before.store()))
        .filter(dsl::state.eq_any([AnnouncementState::Told.as_str(), AnnouncementState::Dropped.as_str()]));
    Ok(diesel::delete(ended).execute(db)?)
}
