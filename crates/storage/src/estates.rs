//! Estates: the neighbourhoods that people name.

use diesel::prelude::*;
use vocabulary::{Certainty, EstateId, Metres, Slug, Timestamp};

use crate::{
    row::{queries, row},
    schema::estates,
    slugs::slug_queries,
};

row! {
    table = estates, row = EstateRow, derive = [Insertable, AsChangeset];
    /// An estate.
    pub struct Estate {
        /// Its id.
        id: EstateId,
        /// Its name in addresses; older ones go on working.
        slug: Slug,
        /// As people write it.
        name: String,
        /// Folded name by which lists are put in order; made by the caller.
        sort_key: String,
        /// How far the point can be trusted.
        certainty: Certainty,
        /// By how much the point may be wrong.
        uncertainty: Option<Metres>,
        /// Its share in the season's visits; only ratios matter.
        weight: f64,
        /// Where the facts come from.
        source: String,
        /// For the staff.
        note: String,
        /// Raised by one at each edit.
        version: u32,
        /// When it was last edited.
        updated_at: Timestamp,
    }
    point = {
        /// Its middle, where known.
        point: lat, lon
    }
}

queries!(estates, Estate, EstateRow, EstateId; get, list);
slug_queries!(estates, Estate, EstateRow, EstateId, "estate");
