//! The macros that keep a table's struct, its row and its plain queries in one place each.

/// Declares a public struct and the private row that carries it: the same fields, each as its [`crate::column::Column`]
/// stores it. `point` adds a coordinate that lies in two columns.
macro_rules! row {
    (
        table = $table:ident, row = $Row:ident, derive = [$($derive:ident),*];
        $(#[$doc:meta])*
        pub struct $Thing:ident {
            $($(#[$fdoc:meta])* $field:ident: $ty:ty,)+
        }
        $(point = { $(#[$pdoc:meta])* $point:ident: $lat:ident, $lon:ident })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $Thing {
            $($(#[$fdoc])* pub $field: $ty,)+
            $($(#[$pdoc])* pub $point: Option<vocabulary::Coordinate>,)?
        }

        #[derive(diesel::Queryable, diesel::Selectable $(, diesel::$derive)*)]
        #[diesel(table_name = crate::schema::$table, treat_none_as_null = true)]
        pub(crate) struct $Row {
            $(pub(crate) $field: <$ty as crate::column::Column>::Stored,)+
            $(pub(crate) $lat: Option<f64>, pub(crate) $lon: Option<f64>,)?
        }

        impl From<&$Thing> for $Row {
            fn from(thing: &$Thing) -> Self {
                Self {
                    $($field: crate::column::Column::store(&thing.$field),)+
                    $($lat: thing.$point.map(|p| p.lat()), $lon: thing.$point.map(|p| p.lon()),)?
                }
            }
        }

        impl TryFrom<$Row> for $Thing {
            type Error = crate::StoreError;

            fn try_from(row: $Row) -> Result<Self, crate::StoreError> {
                Ok(Self {
                    $($field: crate::column::Column::load(row.$field)
                        .map_err(|said| crate::row::unreadable(concat!(stringify!($table), ".", stringify!($field)), &said))?,)+
                    $($point: crate::row::point(row.$lat, row.$lon)
                        .map_err(|said| crate::row::unreadable(concat!(stringify!($table), ".", stringify!($point)), &said))?,)?
                })
            }
        }
    };
}
pub(crate) use row;

/// The plain queries of a table with an id, each asked for by name: `queries!(estates, Estate, EstateRow, EstateId; get, list)`.
macro_rules! queries {
    ($table:ident, $Thing:ident, $Row:ident, $Id:ty; $($query:ident),+) => {
        $(crate::row::query!($query, $table, $Thing, $Row, $Id);)+
    };
}
pub(crate) use queries;

macro_rules! query {
    (insert, $table:ident, $Thing:ident, $Row:ident, $Id:ty) => {
        /// Adds it as given, its version too (1 for a new thing).
        pub fn insert(db: &mut crate::Db, thing: &$Thing) -> Result<(), crate::StoreError> {
            diesel::insert_into($table::table)
                .values(<$Row>::from(thing))
                .execute(db)?;
            Ok(())
        }
    };
    (get, $table:ident, $Thing:ident, $Row:ident, $Id:ty) => {
        /// The one with this id, or `NotFound`.
        pub fn get(db: &mut crate::Db, id: &$Id) -> Result<$Thing, crate::StoreError> {
            $table::table
                .find(id.as_str())
                .select(<$Row>::as_select())
                .first(db)?
                .try_into()
        }
    };
    (list, $table:ident, $Thing:ident, $Row:ident, $Id:ty) => {
        /// One portion of all, by id.
        pub fn list(db: &mut crate::Db, page: &crate::Page) -> Result<crate::Paged<$Thing>, crate::StoreError> {
            let mut query = $table::table
                .select(<$Row>::as_select())
                .order($table::id)
                .limit(page.fetch())
                .into_boxed();
            if let Some(after) = &page.after {
                query = query.filter($table::id.gt(after));
            }
            let items = crate::row::things(query.load::<$Row>(db)?)?;
            Ok(page.cut(items, |thing: &$Thing| thing.id.to_string()))
        }
    };
    (save, $table:ident, $Thing:ident, $Row:ident, $Id:ty) => {
        /// Writes every field if the stored version still is the one given, and raises the version by one.
        pub fn save(db: &mut crate::Db, thing: &$Thing) -> Result<crate::Guarded<$Thing>, crate::StoreError> {
            let mut next = thing.clone();
            next.version += 1;
            let same = $table::table
                .filter($table::id.eq(thing.id.as_str()))
                .filter($table::version.eq(i64::from(thing.version)));
            match diesel::update(same).set(<$Row>::from(&next)).execute(db)? {
                0 => Ok(crate::Guarded::Stale(get(db, &thing.id)?)),
                _ => Ok(crate::Guarded::Done(next)),
            }
        }
    };
}
pub(crate) use query;

use vocabulary::Coordinate;

use crate::StoreError;

/// All rows as what they stand for; the first that cannot be read ends it.
pub(crate) fn things<R, T: TryFrom<R, Error = StoreError>>(rows: Vec<R>) -> Result<Vec<T>, StoreError> {
    rows.into_iter().map(T::try_from).collect()
}

pub(crate) fn unreadable(column: &str, said: &str) -> StoreError {
    StoreError::Broken(format!("{column} holds what this program does not write: {said}"))
}

pub(crate) fn point(lat: Option<f64>, lon: Option<f64>) -> Result<Option<Coordinate>, String> {
    match (lat, lon) {
        (None, None) => Ok(None),
        (Some(lat), Some(lon)) => Coordinate::new(lat, lon).map(Some).map_err(|e| e.to_string()),
        _ => Err("half a coordinate".to_owned()),
    }
}
