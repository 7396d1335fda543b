//! Who wants to be told of visits without an account, and of which. Nothing else is known of anybody.

use diesel::prelude::*;
use vocabulary::{Day, EstateId, FollowScope, FollowerId, SeasonId, StopId, Timestamp};

use crate::{
    Db, StoreError,
    column::Column,
    db::each_backend,
    row::{queries, row, things},
    schema::{
        followers::{self, dsl},
        follows, seasons,
    },
};

row! {
    table = followers, row = FollowerRow, derive = [Insertable, AsChangeset];
    /// Somebody who follows: by an e-mail address, or by a browser's push subscription (RFC 8030, RFC 8291).
    pub struct Follower {
        /// Their id.
        id: FollowerId,
        /// The tag of their language.
        language: String,
        /// Their address, folded; none for a push subscription.
        email: Option<String>,
        /// The address of a push subscription.
        endpoint: Option<String>,
        /// Its public key, base64url.
        p256dh: Option<String>,
        /// Its secret, base64url.
        auth: Option<String>,
        /// When the last letter that asks to confirm leaves, or left.
        asked_at: Option<Timestamp>,
        /// Since when they are known.
        created_at: Timestamp,
        /// When they were last told something.
        told_at: Option<Timestamp>,
    }
}

row! {
    table = follows, row = FollowRow, derive = [Insertable];
    /// What somebody follows.
    pub struct Follow {
        /// Who.
        follower_id: FollowerId,
        /// In which season; it ends with it.
        season_id: SeasonId,
        /// How much of it.
        scope: FollowScope,
        /// The id of the estate or stop; empty for the town.
        place: String,
        /// When it was confirmed; nothing is told before.
        confirmed_at: Option<Timestamp>,
        /// When it was asked for.
        created_at: Timestamp,
    }
}

queries!(followers, Follower, FollowerRow, FollowerId; insert, get);

/// Whoever has this address, if somebody has.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Follower>, StoreError> {
    let found = followers::table.filter(dsl::email.eq(email));
    let row = found.select(FollowerRow::as_select()).first(db).optional()?;
    row.map(Follower::try_from).transpose()
}

/// Whoever has this push subscription, if somebody has.
pub fn by_endpoint(db: &mut Db, endpoint: &str) -> Result<Option<Follower>, StoreError> {
    let found = followers::table.filter(dsl::endpoint.eq(endpoint));
    let row = found.select(FollowerRow::as_select()).first(db).optional()?;
    row.map(Follower::try_from).transpose()
}

/// Writes every field.
pub fn save(db: &mut Db, follower: &Follower) -> Result<(), StoreError> {
    diesel::update(followers::table.find(follower.id.as_str()))
        .set(FollowerRow::from(follower))
        .execute(db)?;
    Ok(())
}

/// Waits for whoever changes this follower at the same moment, and gives them as they then are.
pub fn hold(db: &mut Db, id: &FollowerId) -> Result<Follower, StoreError> {
    diesel::update(followers::table.find(id.as_str()))
        .set(dsl::language.eq(dsl::language))
        .execute(db)?;
    get(db, id)
}

/// Follows something; said twice is said once. Whether it is new.
pub fn follow(db: &mut Db, follow: &Follow) -> Result<bool, StoreError> {
    let row = FollowRow::from(follow);
    let made = each_backend!(db, |conn| diesel::insert_into(follows::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(made == 1)
}

/// What somebody follows, the first first.
pub fn follows_of(db: &mut Db, id: &FollowerId) -> Result<Vec<Follow>, StoreError> {
    let found = follows::table.filter(follows::follower_id.eq(id.as_str()));
    things(
        found
            .order((follows::created_at, follows::scope, follows::place))
            .select(FollowRow::as_select())
            .load(db)?,
    )
}

/// Everything that somebody asked for and has not confirmed is confirmed; how much.
pub fn confirm(db: &mut Db, id: &FollowerId, at: Timestamp) -> Result<usize, StoreError> {
    let open = follows::table
        .filter(follows::follower_id.eq(id.as_str()))
        .filter(follows::confirmed_at.is_null());
    Ok(diesel::update(open)
        .set(follows::confirmed_at.eq(Some(at.store())))
        .execute(db)?)
}

/// Ends one thing that somebody follows; whether it was followed. Who follows nothing any more is forgotten.
pub fn unfollow(db: &mut Db, id: &FollowerId, scope: FollowScope, place: &str) -> Result<bool, StoreError> {
    let found = follows::table
        .filter(follows::follower_id.eq(id.as_str()))
        .filter(follows::scope.eq(scope.as_str()))
        .filter(follows::place.eq(place));
    let gone = diesel::delete(found).execute(db)?;
    if follows_of(db, id)?.is_empty() {
        remove(db, id)?;
    }
    Ok(gone > 0)
}

/// Forgets somebody, with everything that was still to be sent to them; whether they were known.
pub fn remove(db: &mut Db, id: &FollowerId) -> Result<bool, StoreError> {
    Ok(diesel::delete(followers::table.find(id.as_str())).execute(db)? == 1)
}

/// When somebody was last told something.
pub fn told(db: &mut Db, id: &FollowerId, at: Timestamp) -> Result<(), StoreError> {
    diesel::update(followers::table.find(id.as_str()))
        .set(dsl::told_at.eq(Some(at.store())))
        .execute(db)?;
    Ok(())
}

/// Whom something in these estates and at these stops is told: everybody whose confirmed wish holds one of them, each once, by id, after the one
/// named, at most so many.
pub fn interested(
    db: &mut Db,
    season: &SeasonId,
    estates: &[EstateId],
    stops: &[StopId],
    after: &str,
    most: u32,
) -> Result<Vec<Follower>, StoreError> {
    let ids = |ids: &mut dyn Iterator<Item = &str>| ids.map(str::to_owned).collect::<Vec<String>>();
    let town = follows::scope.eq(FollowScope::Town.as_str());
    let estate = follows::scope
        .eq(FollowScope::Estate.as_str())
        .and(follows::place.eq_any(ids(&mut estates.iter().map(EstateId::as_str))));
    let stop = follows::scope
        .eq(FollowScope::Stop.as_str())
        .and(follows::place.eq_any(ids(&mut stops.iter().map(StopId::as_str))));
    let wishes = follows::table
        .filter(follows::season_id.eq(season.as_str()))
        .filter(follows::confirmed_at.is_not_null())
        .filter(town.or(estate).or(stop))
        .select(follows::follower_id);
    let found = followers::table
        .filter(dsl::id.gt(after))
        .filter(dsl::id.eq_any(wishes));
    things(
        found
            .order(dsl::id)
            .limit(i64::from(most))
            .select(FollowerRow::as_select())
            .load(db)?,
    )
}

/// How many follow something that they confirmed: by e-mail, and by push.
pub fn count(db: &mut Db) -> Result<(u32, u32), StoreError> {
    let confirmed = || {
        let wishes = follows::table.filter(follows::confirmed_at.is_not_null());
        followers::table.filter(dsl::id.eq_any(wishes.select(follows::follower_id)))
    };
    let by_email: i64 = confirmed().filter(dsl::email.is_not_null()).count().get_result(db)?;
    let by_push: i64 = confirmed().filter(dsl::endpoint.is_not_null()).count().get_result(db)?;
    let count = |number| u32::load(number).map_err(StoreError::Broken);
    Ok((count(by_email)?, count(by_push)?))
}

/// Forgets what was asked for before an instant and never confirmed, what belongs to a season that is over, and then whoever follows nothing. How
/// many people were forgotten.
pub fn prune(db: &mut Db, unconfirmed_before: Timestamp, today: Day) -> Result<usize, StoreError> {
    let waited = follows::table
        .filter(follows::confirmed_at.is_null())
        .filter(follows::created_at.lt(unconfirmed_before.store()));
    diesel::delete(waited).execute(db)?;
    let over = seasons::table
        .filter(seasons::last_day.lt(today.store()))
        .select(seasons::id);
    diesel::delete(follows::table.filter(follows::season_id.eq_any(over))).execute(db)?;
    let idle = followers::table.filter(dsl::id.ne_all(follows::table.select(follows::follower_id)));
    Ok(diesel::delete(idle).execute(db)?)
}
