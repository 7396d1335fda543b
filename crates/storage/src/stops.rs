//! Stops: the places where the bus parks.

use diesel::prelude::*;
use vocabulary::{Certainty, EstateId, Metres, Slug, StopId, StopKind, Timestamp};

use crate::{
    Json,
    row::{queries, row},
    schema::stops,
    slugs::slug_queries,
};

row! {
    table = stops, row = StopRow, derive = [Insertable, AsChangeset];
    /// A stop.
    pub struct Stop {
        /// Its id.
        id: StopId,
        /// Its name in addresses; older ones go on working.
        slug: Slug,
        /// The estate it lies in, where known.
        estate_id: Option<EstateId>,
        /// As people write it.
        name: String,
        /// What kind of place it is.
        kind: StopKind,
        /// Street and number, or empty.
        address: String,
        /// How to find it, or empty.
        directions: String,
        /// How far the point can be trusted.
        certainty: Certainty,
        /// By how much the point may be wrong.
        uncertainty: Option<Metres>,
        /// Where the facts come from.
        source: String,
        /// Facts about the site that only the caller reads.
        details: Json,
        /// Raised by one at each edit.
        version: u32,
        /// When it was last edited.
        updated_at: Timestamp,
    }
    point = {
        /// Where the bus parks, where known.
        point: lat, lon
    }
}

queries!(stops, Stop, StopRow, StopId; get, list);
slug_queries!(stops, Stop, StopRow, StopId, "stop");
