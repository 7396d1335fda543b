//! A person's own calendar feed. Its secret is in the address; here only its hash is known.

use diesel::prelude::*;
use vocabulary::{PersonId, Timestamp};

use crate::{
    Db, Person, StoreError, TokenHash,
    people::PersonRow,
    row::row,
    schema::{people, personal_feeds},
};

row! {
    table = personal_feeds, row = FeedRow, derive = [Insertable];
    /// A person's own feed.
    pub struct PersonalFeed {
        /// Whose it is.
        person_id: PersonId,
        /// What is compared.
        token_hash: TokenHash,
        /// When it was made.
        made_at: Timestamp,
    }
}

/// Keeps a new feed; the one before ends.
pub fn make(db: &mut Db, feed: &PersonalFeed) -> Result<(), StoreError> {
    end_of(db, &feed.person_id)?;
    diesel::insert_into(personal_feeds::table)
        .values(FeedRow::from(feed))
        .execute(db)?;
    Ok(())
}

/// That of a person, if there is one.
pub fn of_person(db: &mut Db, person: &PersonId) -> Result<Option<PersonalFeed>, StoreError> {
    let found = personal_feeds::table.find(person.as_str());
    let row = found.select(FeedRow::as_select()).first(db).optional()?;
    row.map(PersonalFeed::try_from).transpose()
}

/// Whose feed has this hash; `NotFound` where there is none, and where the account is switched off or waits for staff.
pub fn whose(db: &mut Db, hash: &TokenHash) -> Result<Person, StoreError> {
    let found = personal_feeds::table
        .inner_join(people::table)
        .filter(personal_feeds::token_hash.eq(hash.reveal()))
        .filter(people::active.eq(true))
        .filter(people::awaits_approval.eq(false));
    found.select(PersonRow::as_select()).first(db)?.try_into()
}

/// Ends a person's feed; whether there was one.
pub fn end_of(db: &mut Db, person: &PersonId) -> Result<bool, StoreError> {
    Ok(diesel::delete(personal_feeds::table.find(person.as_str())).execute(db)? == 1)
}
