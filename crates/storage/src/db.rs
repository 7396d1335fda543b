//! One connection type for both databases, and the way round what its derive cannot do.

/// A connection to either database; handed to a closure by [`crate::Store::read`] and [`crate::Store::write`] and passed
/// on to the query functions of this crate. Nobody else looks inside.
#[allow(missing_docs, unreachable_pub)]
mod connection {
    #[derive(diesel::MultiConnection)]
    pub enum Db {
        Postgres(diesel::PgConnection),
        Sqlite(diesel::SqliteConnection),
    }
}

pub use connection::Db;

/// Runs one text of a query on whichever database it is, for what the derived [`Db`] does not compile: upserts and
/// batches. `each_backend!(db, |conn| diesel::insert_into(…).on_conflict_do_nothing().execute(conn))`.
macro_rules! each_backend {
    ($db:expr, |$conn:ident| $query:expr) => {
        match $db {
            $crate::db::Db::Postgres($conn) => $query,
            $crate::db::Db::Sqlite($conn) => $query,
        }
    };
}
pub(crate) use each_backend;
