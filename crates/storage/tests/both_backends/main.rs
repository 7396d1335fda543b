//! The same stories on a fresh SQLite file and on a fresh PostgreSQL database. If one passes on one only, the code is not
//! done. PostgreSQL is never skipped: see `tests/postgres`.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

#[path = "../../../../tests/harness/postgres.rs"]
#[allow(unreachable_pub, dead_code)] // In the journeys it is a public module.
mod postgres;

mod backup;
mod barriers;
mod crew;
mod crew_proposals;
mod erasure;
mod followers;
mod hours;
mod links;
mod messages;
mod migrations;
mod outages;
mod plans;
mod races;
mod samples;
mod season;
mod swaps;
mod tokens;

use std::path::Path;

use postgres::TestDatabase;
use storage::{Store, StoreOptions};
use tempfile::TempDir;

/// A database of a test's own, without tables.
struct Fresh {
    store: Store,
    address: String,
    /// Keeps the SQLite file while the test runs.
    folder: TempDir,
    /// Keeps the database of PostgreSQL likewise.
    _database: Option<TestDatabase>,
}

impl Fresh {
    fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("test.db").display());
        Self::open(address, folder, None)
    }

    fn postgres() -> Self {
        let database = TestDatabase::fresh();
        Self::open(database.address.clone(), tempfile::tempdir().unwrap(), Some(database))
    }

    fn open(address: String, folder: TempDir, _database: Option<TestDatabase>) -> Self {
        let options = StoreOptions {
            connections: 8,
            ..StoreOptions::default()
        };
        let store = Store::open(&address, options).unwrap();
        Self {
            store,
            address,
            folder,
            _database,
        }
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Runs a story on each database, with all tables made.
fn on_both(story: impl Fn(&Store)) {
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        fresh.store.migrate().unwrap();
        eprintln!("on {}", fresh.store.kind());
        story(&fresh.store);
    }
}
