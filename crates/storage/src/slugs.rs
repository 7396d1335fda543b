//! Names in addresses. A poster may bear a slug for years, so one that is given up stays as an alias, and nobody else
//! may take it.

use diesel::prelude::*;
use vocabulary::Slug;

use crate::{
    Db, StoreError,
    db::each_backend,
    error::Rule,
    schema::slug_aliases::{self, dsl},
};

/// `insert`, `save` and `by_slug` of a table whose things have a slug; `$kind` keeps the aliases of tables apart.
macro_rules! slug_queries {
    ($table:ident, $Thing:ident, $Row:ident, $Id:ident, $kind:literal) => {
        /// Adds it as given, its version too (1 for a new thing). A slug that was ever another's is a conflict.
        pub fn insert(db: &mut crate::Db, thing: &$Thing) -> Result<(), crate::StoreError> {
            crate::slugs::refuse_anothers(db, $kind, &thing.slug, thing.id.as_str())?;
            diesel::insert_into($table::table)
                .values(<$Row>::from(thing))
                .execute(db)?;
            Ok(())
        }

        /// Writes every field if the stored version still is the one given, and raises the version by one. A changed slug
        /// leaves the old one behind as an alias.
        pub fn save(db: &mut crate::Db, thing: &$Thing) -> Result<crate::Guarded<$Thing>, crate::StoreError> {
            crate::slugs::refuse_anothers(db, $kind, &thing.slug, thing.id.as_str())?;
            let before = get(db, &thing.id)?;
            let mut next = thing.clone();
            next.version += 1;
            let same = $table::table
                .filter($table::id.eq(thing.id.as_str()))
                .filter($table::version.eq(i64::from(thing.version)));
            if diesel::update(same).set(<$Row>::from(&next)).execute(db)? == 0 {
                return Ok(crate::Guarded::Stale(get(db, &thing.id)?));
            }
            if before.slug != next.slug {
                crate::slugs::keep(db, $kind, &before.slug, thing.id.as_str())?;
            }
            Ok(crate::Guarded::Done(next))
        }

        /// Every slug that was given up, and whose it is.
        pub fn former_slugs(db: &mut crate::Db) -> Result<Vec<(vocabulary::Slug, vocabulary::$Id)>, crate::StoreError> {
            crate::slugs::all_former(db, $kind)
        }

        /// The one with this slug, now or formerly: if its slug is another than the one asked for, the address has moved.
        pub fn by_slug(db: &mut crate::Db, slug: &vocabulary::Slug) -> Result<$Thing, crate::StoreError> {
            let now = $table::table
                .filter($table::slug.eq(slug.as_str()))
                .select(<$Row>::as_select())
                .first(db)
                .optional()?;
            match now {
                Some(row) => row.try_into(),
                None => {
                    let id = crate::slugs::formerly(db, $kind, slug)?;
                    $table::table
                        .find(id)
                        .select(<$Row>::as_select())
                        .first(db)?
                        .try_into()
                }
            }
        }
    };
}
pub(crate) use slug_queries;

/// A conflict if the slug was formerly another thing's.
pub(crate) fn refuse_anothers(db: &mut Db, kind: &str, slug: &Slug, id: &str) -> Result<(), StoreError> {
    match formerly(db, kind, slug) {
        Err(StoreError::NotFound) => Ok(()),
        Ok(owner) if owner == id => Ok(()),
        Ok(_) => Err(StoreError::conflict(
            Rule::Unique,
            format!("the {kind} slug {slug} was another's"),
        )),
        Err(other) => Err(other),
    }
}

pub(crate) fn formerly(db: &mut Db, kind: &str, slug: &Slug) -> Result<String, StoreError> {
    Ok(slug_aliases::table
        .find((kind, slug.as_str()))
        .select(dsl::target_id)
        .first(db)?)
}

pub(crate) fn all_former<Id: std::str::FromStr>(db: &mut Db, kind: &str) -> Result<Vec<(Slug, Id)>, StoreError> {
    let rows: Vec<(String, String)> = slug_aliases::table
        .filter(dsl::kind.eq(kind))
        .order(dsl::slug)
        .select((dsl::slug, dsl::target_id))
        .load(db)?;
    rows.into_iter()
        .map(|(slug, id)| match (slug.parse(), id.parse()) {
            (Ok(slug), Ok(id)) => Ok((slug, id)),
            _ => Err(crate::row::unreadable("slug_aliases", &slug)),
        })
        .collect()
}

pub(crate) fn keep(db: &mut Db, kind: &str, slug: &Slug, id: &str) -> Result<(), StoreError> {
    each_backend!(db, |conn| diesel::insert_into(slug_aliases::table)
        .values((dsl::kind.eq(kind), dsl::slug.eq(slug.as_str()), dsl::target_id.eq(id)))
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(())
}
