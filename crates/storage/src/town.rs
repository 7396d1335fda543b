//! The whole town in one go, and its streets, which come from a file and are replaced as one.

use diesel::prelude::*;
use vocabulary::{Certainty, EstateId, StreetScope};

use crate::{
    Db, Estate, Stop, StoreError,
    estates::EstateRow,
    row::{row, things},
    schema::{estates, stops, streets},
    stops::StopRow,
};

row! {
    table = streets, row = StreetRow, derive = [Insertable];
    /// A street, or the part of one that lies in an estate.
    pub struct Street {
        /// Its name, without "ulica".
        name: String,
        /// The estate, where known.
        estate_id: Option<EstateId>,
        /// How much of the street this is about.
        scope: StreetScope,
        /// The house numbers meant, as the source writes them, or empty.
        numbers: String,
        /// Names it had, separated by semicolons, or empty.
        former_names: String,
        /// How far the estate can be trusted.
        certainty: Certainty,
        /// Where the facts come from.
        source: String,
    }
}

/// Everything about the places of the town, in no particular order (names are put in order by whoever shows them).
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// All estates.
    pub estates: Vec<Estate>,
    /// All stops.
    pub stops: Vec<Stop>,
    /// All streets, in the order they were given.
    pub streets: Vec<Street>,
}

/// The whole town.
pub fn read(db: &mut Db) -> Result<Town, StoreError> {
    Ok(Town {
        estates: things(
            estates::table
                .select(EstateRow::as_select())
                .order(estates::id)
                .load(db)?,
        )?,
        stops: things(stops::table.select(StopRow::as_select()).order(stops::id).load(db)?)?,
        streets: things(
            streets::table
                .select(StreetRow::as_select())
                .order(streets::id)
                .load(db)?,
        )?,
    })
}

/// Replaces all streets by these.
pub fn replace_streets(db: &mut Db, all: &[Street]) -> Result<(), StoreError> {
    diesel::delete(streets::table).execute(db)?;
    for (id, street) in (1_i64..).zip(all) {
        diesel::insert_into(streets::table)
            .values((streets::id.eq(id), StreetRow::from(street)))
            .execute(db)?;
    }
    Ok(())
}
