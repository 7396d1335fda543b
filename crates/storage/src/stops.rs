//! Stops: the places where the bus parks.

use diesel::{prelude::*, sql_types::Text};
use vocabulary::{Certainty, EstateId, FollowScope, Metres, Slug, StopId, StopKind, Timestamp};

use crate::{
    Db, Json, StoreError,
    db::each_backend,
    row::{queries, row},
    schema::{announcements, events, follows, requests, slug_aliases, stops, visits},
    slugs::{self, slug_queries},
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

diesel::define_sql_function! {
    /// The text with one part in place of another, on both databases.
    fn replace(text: Text, old: Text, new: Text) -> Text;
}

/// Makes a stop part of another: what happens there, what it asks for, who follows it and every name it ever had in addresses are the other's from
/// now on, and its row is gone. A season in which both ask for visits is a conflict. Visits keep their revisions: the caller tells of them.
pub fn absorb(db: &mut Db, gone: &Stop, into: &StopId) -> Result<(), StoreError> {
    let (old, new) = (gone.id.as_str(), into.as_str());
    diesel::update(visits::table.filter(visits::stop_id.eq(old)))
        .set(visits::stop_id.eq(new))
        .execute(db)?;
    diesel::update(requests::table.filter(requests::stop_id.eq(old)))
        .set(requests::stop_id.eq(new))
        .execute(db)?;
    diesel::update(events::table.filter(events::stop_id.eq(old)))
        .set(events::stop_id.eq(new))
        .execute(db)?;
    follow_the_other(db, old, new)?;
    // What followers are still to be told names the stop by its id.
    diesel::update(announcements::table)
        .set(announcements::content.eq(replace(announcements::content, old, new)))
        .execute(db)?;
    diesel::update(slug_aliases::table.filter(slug_aliases::kind.eq("stop")))
        .filter(slug_aliases::target_id.eq(old))
        .set(slug_aliases::target_id.eq(new))
        .execute(db)?;
    diesel::delete(stops::table.find(old)).execute(db)?;
    slugs::keep(db, "stop", &gone.slug, new)
}

fn follow_the_other(db: &mut Db, old: &str, new: &str) -> Result<(), StoreError> {
    let of = |place: &str| {
        follows::table
            .filter(follows::scope.eq(FollowScope::Stop.as_str()))
            .filter(follows::place.eq(place.to_owned()))
    };
    let both = of(new)
        .select((follows::follower_id, follows::season_id))
        .load::<(String, String)>(db)?;
    for (follower, season) in both {
        let twice = of(old)
            .filter(follows::follower_id.eq(follower))
            .filter(follows::season_id.eq(season));
        each_backend!(db, |conn| diesel::delete(twice).execute(conn))?;
    }
    each_backend!(db, |conn| diesel::update(of(old))
        .set(follows::place.eq(new))
        .execute(conn))?;
    Ok(())
}
