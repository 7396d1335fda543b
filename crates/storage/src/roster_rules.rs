//! The limits of a season's crew, where they differ from the program's: one document a season, in the types of volunteer-roster.

use diesel::prelude::*;
use vocabulary::{PersonId, SeasonId, Timestamp};

use crate::{Db, Guarded, Json, StoreError, row::row, schema::roster_rules};

row! {
    table = roster_rules, row = RosterRulesRow, derive = [Insertable, AsChangeset];
    /// The rules of a season.
    pub struct RosterRules {
        /// Which season.
        season_id: SeasonId,
        /// As `volunteer_roster::Rules` writes itself.
        rules: Json,
        /// Who changed them last.
        changed_by: Option<PersonId>,
        /// When.
        changed_at: Timestamp,
        /// Raised by one at each edit.
        version: u32,
    }
}

/// Those of a season; none while nobody changed any.
pub fn of_season(db: &mut Db, season: &SeasonId) -> Result<Option<RosterRules>, StoreError> {
    let found = roster_rules::table.find(season.as_str());
    let row = found.select(RosterRulesRow::as_select()).first(db).optional()?;
    row.map(RosterRules::try_from).transpose()
}

/// Writes them if the stored version still is the one given (0 if there are none), and raises it by one.
pub fn save(db: &mut Db, rules: &RosterRules) -> Result<Guarded<RosterRules>, StoreError> {
    let next = RosterRules {
        version: rules.version + 1,
        ..rules.clone()
    };
    match of_season(db, &rules.season_id)? {
        Some(stored) if stored.version != rules.version => return Ok(Guarded::Stale(stored)),
        Some(_) => {
            let same = roster_rules::table
                .find(rules.season_id.as_str())
                .filter(roster_rules::version.eq(i64::from(rules.version)));
            if diesel::update(same).set(RosterRulesRow::from(&next)).execute(db)? == 0 {
                return Err(StoreError::Busy);
            }
        }
        None => {
            diesel::insert_into(roster_rules::table)
                .values(RosterRulesRow::from(&next))
                .execute(db)?;
        }
    }
    Ok(Guarded::Done(next))
}

/// Takes a season's own away; the program's hold again.
pub fn forget(db: &mut Db, season: &SeasonId) -> Result<(), StoreError> {
    diesel::delete(roster_rules::table.find(season.as_str())).execute(db)?;
    Ok(())
}
