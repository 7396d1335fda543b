//! Bringing a database to this program's schema.

use std::collections::BTreeSet;

use diesel::{
    RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    migration::{Migration, MigrationSource, MigrationVersion},
    sql_query,
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::{
    Db, Store, StoreError,
    store::{Begin, transact},
};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// A database whose schema could not be brought up to date. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MigrateError {
    /// A newer program has been here.
    #[error(
        "this database was made by a newer version of the program (it has the unknown step {0}): \
         start the newer version, or restore a backup from before the upgrade"
    )]
    Newer(String),
    /// A step failed; all were undone.
    #[error("the step {step} failed and everything was undone: {said}")]
    Failed {
        /// Its stamp and name.
        step: String,
        /// The database's words.
        said: String,
    },
    /// The steps left rows that refer to nothing; all were undone.
    #[error("the steps would leave {0} rows that refer to nothing; everything was undone")]
    Dangling(usize),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Runs every step that is missing, in one transaction, one process at a time; the names of those that were run. Does
    /// nothing to a database that is up to date, and refuses one that is newer than the program.
    pub fn migrate(&self) -> Result<Vec<String>, MigrateError> {
        let mut db = self.connection_apart()?;
        if let Db::Sqlite(connection) = &mut db {
            // A step may rebuild a table that others refer to; the references are checked at the end instead.
            connection
                .batch_execute("PRAGMA foreign_keys = OFF")
                .map_err(StoreError::from)?;
        }
        let begin = Begin {
            sqlite: "BEGIN IMMEDIATE",
            postgres: "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        transact(&mut db, &begin, &mut run_missing)
    }

    /// The steps that [`Store::migrate`] would run, or that the database is newer than the program.
    pub fn missing_steps(&self) -> Result<Vec<String>, MigrateError> {
        match &mut self.connection_apart()? {
            Db::Sqlite(connection) => missing(connection, SQLITE).map(|steps| names(&steps)),
            Db::Postgres(connection) => missing(connection, POSTGRES).map(|steps| names(&steps)),
        }
    }
}

fn run_missing(db: &mut Db) -> Result<Vec<String>, MigrateError> {
    match db {
        Db::Sqlite(connection) => {
            let done = run(connection, SQLITE)?;
            match dangling(connection)? {
                0 => Ok(done),
                rows => Err(MigrateError::Dangling(rows)),
            }
        }
        Db::Postgres(connection) => {
            // Any fixed number nobody else uses; the lock ends with the transaction.
            connection
                .batch_execute("SELECT pg_advisory_xact_lock(7394502716481)")
                .map_err(StoreError::from)?;
            run(connection, POSTGRES)
        }
    }
}

fn run<DB: diesel::backend::Backend>(
    connection: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
) -> Result<Vec<String>, MigrateError> {
    let missing = missing(connection, source)?;
    for step in &missing {
        connection.run_migration(step).map_err(|e| MigrateError::Failed {
            step: step.name().to_string(),
            said: e.to_string(),
        })?;
    }
    Ok(names(&missing))
}

fn missing<DB: diesel::backend::Backend>(
    connection: &mut impl MigrationHarness<DB>,
    source: EmbeddedMigrations,
) -> Result<Vec<Box<dyn Migration<DB>>>, MigrateError> {
    let broken = |e: Box<dyn std::error::Error + Send + Sync>| StoreError::Broken(e.to_string());
    let mut known: Vec<Box<dyn Migration<DB>>> = source.migrations().map_err(broken)?;
    known.sort_by(|a, b| a.name().version().cmp(&b.name().version()));
    let applied: BTreeSet<MigrationVersion<'static>> =
        connection.applied_migrations().map_err(broken)?.into_iter().collect();
    let unknown = applied
        .iter()
        .find(|version| known.iter().all(|step| step.name().version() != **version));
    if let Some(version) = unknown {
        return Err(MigrateError::Newer(version.to_string()));
    }
    known.retain(|step| !applied.contains(&step.name().version()));
    Ok(known)
}

fn names<DB: diesel::backend::Backend>(steps: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    steps.iter().map(|step| step.name().to_string()).collect()
}

/// How many rows of an SQLite database refer to nothing.
pub(crate) fn dangling(connection: &mut SqliteConnection) -> Result<usize, StoreError> {
    #[derive(diesel::QueryableByName)]
    struct Found {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        rows: i64,
    }
    let found: Found = sql_query("SELECT count(*) AS rows FROM pragma_foreign_key_check").get_result(connection)?;
    Ok(usize::try_from(found.rows).unwrap_or(usize::MAX))
}
