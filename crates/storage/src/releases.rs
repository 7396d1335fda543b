//! Releases: numbered, frozen publications; and the revision of what the public sees, which also counts every change
//! between releases.

use diesel::prelude::*;
use vocabulary::{PersonId, PlanId, ReleaseId, SeasonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    column::Column,
    row::{queries, row, things},
    schema::{public_revision, releases},
};

row! {
    table = releases, row = ReleaseRow, derive = [Insertable];
    /// A publication of a season, without its long text.
    pub struct Release {
        /// Its id.
        id: ReleaseId,
        /// The season.
        season_id: SeasonId,
        /// 1, 2, 3… within the season.
        number: u32,
        /// The plan it was made from.
        plan_id: Option<PlanId>,
        /// Who published it; nobody for the demo and the command line.
        published_by: Option<PersonId>,
        /// When.
        published_at: Timestamp,
    }
}

queries!(releases, Release, ReleaseRow, ReleaseId; get);

/// The number that the season's next release bears. Holds the season until the transaction ends, so that two who publish
/// at once come one after the other: call it first.
pub fn next_number(db: &mut Db, season: &SeasonId) -> Result<u32, StoreError> {
    crate::seasons::hold(db, season)?;
    let of_it = releases::table.filter(releases::season_id.eq(season.as_str()));
    let last: Option<i64> = of_it.select(diesel::dsl::max(releases::number)).first(db)?;
    u32::load(last.unwrap_or(0) + 1).map_err(StoreError::Broken)
}

/// Stores a release and what it froze.
pub fn publish(db: &mut Db, release: &Release, publication: &Json) -> Result<(), StoreError> {
    let row = (
        ReleaseRow::from(release),
        releases::publication.eq(publication.as_str()),
    );
    diesel::insert_into(releases::table).values(row).execute(db)?;
    Ok(())
}

/// What a release froze.
pub fn publication(db: &mut Db, id: &ReleaseId) -> Result<Json, StoreError> {
    Ok(Json(
        releases::table
            .find(id.as_str())
            .select(releases::publication)
            .first(db)?,
    ))
}

/// The season's newest release; none before the first.
pub fn latest(db: &mut Db, season: &SeasonId) -> Result<Option<Release>, StoreError> {
    let of_it = releases::table.filter(releases::season_id.eq(season.as_str()));
    let row = of_it
        .order(releases::number.desc())
        .select(ReleaseRow::as_select())
        .first(db)
        .optional()?;
    row.map(Release::try_from).transpose()
}

/// All releases of the season, the newest first.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Vec<Release>, StoreError> {
    let of_it = releases::table.filter(releases::season_id.eq(season.as_str()));
    things(
        of_it
            .order(releases::number.desc())
            .select(ReleaseRow::as_select())
            .load(db)?,
    )
}

/// How often, and when last, the public was shown something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicRevision {
    /// 0 before anything was published.
    pub revision: u32,
    /// When it last changed.
    pub changed_at: Option<Timestamp>,
}

/// The revision now.
pub fn public_revision(db: &mut Db) -> Result<PublicRevision, StoreError> {
    let one = public_revision::table.find(1);
    let (revision, changed_at) = one
        .select((public_revision::revision, public_revision::changed_at))
        .first(db)?;
    Ok(PublicRevision {
        revision: u32::load(revision).map_err(StoreError::Broken)?,
        changed_at: Option::load(changed_at).map_err(StoreError::Broken)?,
    })
}

/// Says that the public is to see something new; the last call of every transaction that makes it so (it holds the one row
/// of the table until the end).
pub fn raise_public_revision(db: &mut Db, now: Timestamp) -> Result<PublicRevision, StoreError> {
    diesel::update(public_revision::table.find(1))
        .set((
            public_revision::revision.eq(public_revision::revision + 1),
            public_revision::changed_at.eq(Some(now.store())),
        ))
        .execute(db)?;
    public_revision(db)
}
