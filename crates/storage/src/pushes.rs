//! Announcements on their way to browsers. A row is gone as soon as the push service has it.

use diesel::prelude::*;
use vocabulary::{AnnouncementId, FollowerId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    db::each_backend,
    row::row,
    schema::pushes::{self, dsl},
};

row! {
    table = pushes, row = PushRow, derive = [Insertable];
    /// An announcement on its way to one browser.
    pub struct Push {
        /// What is told.
        announcement_id: AnnouncementId,
        /// Whom.
        follower_id: FollowerId,
        /// From when on it may be tried.
        due_at: Timestamp,
        /// How often it was tried.
        tries: u32,
        /// When somebody last began to send it.
        claimed_at: Option<Timestamp>,
    }
}

/// Adds one; one that is there already stays as it is.
pub fn put(db: &mut Db, push: &Push) -> Result<(), StoreError> {
    let row = PushRow::from(push);
    each_backend!(db, |conn| diesel::insert_into(pushes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(())
}

/// Takes some that are due, so that nobody else sends them; those taken before `stale` and not ended are taken over. A taken one bears a new count
/// of tries, by which [`end`] and [`postpone`] know whose it is.
pub fn claim(db: &mut Db, now: Timestamp, stale: Timestamp, most: u32) -> Result<Vec<Push>, StoreError> {
    let free = || dsl::claimed_at.is_null().or(dsl::claimed_at.lt(stale.store()));
    let found: Vec<PushRow> = pushes::table
        .filter(dsl::due_at.le(now.store()))
        .filter(free())
        .order((dsl::due_at, dsl::announcement_id, dsl::follower_id))
        .limit(i64::from(most))
        .select(PushRow::as_select())
        .load(db)?;
    let mut mine = Vec::new();
    for row in found {
        let same = pushes::table
            .filter(dsl::announcement_id.eq(row.announcement_id.clone()))
            .filter(dsl::follower_id.eq(row.follower_id.clone()))
            .filter(dsl::tries.eq(row.tries))
            .filter(free());
        let changed = diesel::update(same)
            .set((dsl::tries.eq(dsl::tries + 1), dsl::claimed_at.eq(Some(now.store()))))
            .execute(db)?;
        if changed == 1 {
            let mut push = Push::try_from(row)?;
            push.tries += 1;
            push.claimed_at = Some(now);
            mine.push(push);
        }
    }
    Ok(mine)
}

/// Ends a claimed one. Whether it still was the claimer's.
pub fn end(db: &mut Db, claimed: &Push) -> Result<bool, StoreError> {
    let mine = pushes::table
        .filter(dsl::announcement_id.eq(claimed.announcement_id.as_str()))
        .filter(dsl::follower_id.eq(claimed.follower_id.as_str()))
        .filter(dsl::tries.eq(claimed.tries.store()));
    Ok(diesel::delete(mine).execute(db)? == 1)
}

/// Lets a claimed one wait until it is due again. Whether it still was the claimer's.
pub fn postpone(db: &mut Db, claimed: &Push, due: Timestamp) -> Result<bool, StoreError> {
    let mine = pushes::table
        .filter(dsl::announcement_id.eq(claimed.announcement_id.as_str()))
        .filter(dsl::follower_id.eq(claimed.follower_id.as_str()))
        .filter(dsl::tries.eq(claimed.tries.store()));
    let changed = diesel::update(mine)
        .set((
            dsl::due_at.eq(due.store()),
            dsl::claimed_at.eq(None::<chrono::NaiveDateTime>),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// How many wait.
pub fn count(db: &mut Db) -> Result<u32, StoreError> {
    let count: i64 = pushes::table.count().get_result(db)?;
    u32::load(count).map_err(StoreError::Broken)
}
