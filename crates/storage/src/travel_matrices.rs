//! A season's own travel matrix, that somebody uploaded.

use diesel::prelude::*;
use vocabulary::{PersonId, SeasonId, Timestamp};

use crate::{
    Db, Json, StoreError,
    row::row,
    schema::travel_matrices::{self, dsl},
};

row! {
    table = travel_matrices, row = MatrixRow, derive = [Insertable];
    /// The matrix of a season.
    pub struct TravelMatrix {
        /// The season.
        season_id: SeasonId,
        /// The matrix, read by the caller only.
        matrix: Json,
        /// Who uploaded it; nobody for the command line.
        uploaded_by: Option<PersonId>,
        /// When.
        uploaded_at: Timestamp,
    }
}

/// The matrix of a season; none unless one was uploaded.
pub fn get(db: &mut Db, season: &SeasonId) -> Result<Option<TravelMatrix>, StoreError> {
    let row = travel_matrices::table
        .find(season.as_str())
        .select(MatrixRow::as_select())
        .first(db)
        .optional()?;
    row.map(TravelMatrix::try_from).transpose()
}

/// Stores a season's matrix in place of the one before. Holds the season, so that two who upload at once come one after the other.
pub fn put(db: &mut Db, matrix: &TravelMatrix) -> Result<(), StoreError> {
    remove(db, &matrix.season_id)?;
    diesel::insert_into(travel_matrices::table)
        .values(MatrixRow::from(matrix))
        .execute(db)?;
    Ok(())
}

/// Takes a season's matrix away; whether there was one.
pub fn remove(db: &mut Db, season: &SeasonId) -> Result<bool, StoreError> {
    crate::seasons::hold(db, season)?;
    let of_it = travel_matrices::table.filter(dsl::season_id.eq(season.as_str()));
    Ok(diesel::delete(of_it).execute(db)? == 1)
}
