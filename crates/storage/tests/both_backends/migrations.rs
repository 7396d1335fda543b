//! The twin migrations: same names, same columns; there and back; a newer database is refused.

use std::{collections::BTreeSet, fs, path::PathBuf};

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Bool, Text},
};
use storage::{MigrateError, Store, StoreOptions};

use crate::{Fresh, on_both, samples::*};

/// A column of the database, and whether it may be empty.
#[derive(Debug, QueryableByName, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, NOT c.\"notnull\" AS nullable \
     FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c \
     WHERE m.type = 'table' AND m.name NOT IN ('sqlite_sequence', '__diesel_schema_migrations')";
const POSTGRES_COLUMNS: &str = "SELECT table_name::text, column_name::text, is_nullable = 'YES' AS nullable \
     FROM information_schema.columns \
     WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'";

/// A connection below the crate's, for what no program of ours does.
enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    fn to(fresh: &Fresh) -> Self {
        match fresh.address.strip_prefix("sqlite:") {
            Some(path) => Self::Sqlite(SqliteConnection::establish(path).unwrap()),
            None => Self::Postgres(PgConnection::establish(&fresh.address).unwrap()),
        }
    }

    fn run(&mut self, sql: &str) {
        match self {
            Self::Sqlite(connection) => connection.batch_execute(sql).unwrap(),
            Self::Postgres(connection) => connection.batch_execute(sql).unwrap(),
        }
    }

    fn columns(&mut self) -> BTreeSet<Found> {
        let found: Vec<Found> = match self {
            Self::Sqlite(connection) => sql_query(SQLITE_COLUMNS).load(connection).unwrap(),
            Self::Postgres(connection) => sql_query(POSTGRES_COLUMNS).load(connection).unwrap(),
        };
        found.into_iter().collect()
    }

    fn folder(&self) -> PathBuf {
        let of = match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        };
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations")).join(of)
    }

    fn steps(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn twins() {
    let (sqlite, postgres) = (Fresh::sqlite(), Fresh::postgres());
    let (mut a, mut b) = (Raw::to(&sqlite), Raw::to(&postgres));
    assert_eq!(a.steps(), b.steps());
    assert_eq!(sqlite.store.missing_steps().unwrap(), a.steps());
    assert_eq!(sqlite.store.migrate().unwrap(), a.steps());
    assert_eq!(postgres.store.migrate().unwrap(), b.steps());
    assert_eq!(sqlite.store.missing_steps().unwrap(), Vec::<String>::new());
    let columns = a.columns();
    assert!(columns.len() > 150, "{}", columns.len());
    assert_eq!(columns, b.columns());
}

#[test]
fn there_and_back() {
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        fresh.store.migrate().unwrap();
        let mut raw = Raw::to(&fresh);
        let before = raw.columns();
        for step in raw.steps().iter().rev() {
            raw.run(&fs::read_to_string(raw.folder().join(step).join("down.sql")).unwrap());
        }
        assert_eq!(raw.columns(), BTreeSet::new());
        raw.run("DELETE FROM __diesel_schema_migrations");
        fresh.store.migrate().unwrap();
        assert_eq!(raw.columns(), before);
        fresh.store.write(|db| fill(db, 1, 1)).unwrap();
    }
}

#[test]
fn a_second_run_does_nothing_and_loses_nothing() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        assert_eq!(store.migrate().unwrap(), Vec::<String>::new());
        assert_eq!(
            store.read(|db| storage::people::get(db, &person_id(1))).unwrap(),
            person(1)
        );
    });
}

#[test]
fn a_newer_database_is_refused() {
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        fresh.store.migrate().unwrap();
        let mut raw = Raw::to(&fresh);
        raw.run("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000001')");
        let newer = MigrateError::Newer("29990101000001".to_owned());
        assert!(newer.to_string().contains("made by a newer version"));
        assert_eq!(fresh.store.migrate(), Err(newer.clone()));
        assert_eq!(fresh.store.missing_steps(), Err(newer));
    }
}

#[test]
fn programs_that_start_together_migrate_once() {
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        let all = Raw::to(&fresh).steps();
        let start = std::sync::Barrier::new(4);
        let runs: Vec<Vec<String>> = std::thread::scope(|scope| {
            let program = || {
                let store = Store::open(&fresh.address, StoreOptions::default()).unwrap();
                start.wait();
                store.migrate().unwrap()
            };
            let running: Vec<_> = (0..4).map(|_| scope.spawn(program)).collect();
            running.into_iter().map(|program| program.join().unwrap()).collect()
        });
        assert_eq!(runs.iter().filter(|run| **run == all).count(), 1, "{runs:?}");
        assert_eq!(runs.iter().filter(|run| run.is_empty()).count(), 3, "{runs:?}");
    }
}

/// One line of text of a query.
#[derive(Debug, QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

impl Raw {
    fn lines(&mut self, sql: &str) -> Vec<String> {
        let found: Vec<Line> = match self {
            Self::Sqlite(connection) => sql_query(sql).load(connection).unwrap(),
            Self::Postgres(connection) => sql_query(sql).load(connection).unwrap(),
        };
        found.into_iter().map(|found| found.line).collect()
    }
}

/// The roles and the clearance that people had before their papers were kept whole are among their papers, and come back.
#[test]
fn papers_move_with_the_people() {
    const ROSTER: &str = "2026-11-26-000005_roster";
    for fresh in [Fresh::sqlite(), Fresh::postgres()] {
        let mut raw = Raw::to(&fresh);
        let read = |raw: &Raw, step: &str, file: &str| fs::read_to_string(raw.folder().join(step).join(file)).unwrap();
        for step in raw.steps().iter().take_while(|step| *step != ROSTER) {
            let up = read(&raw, step, "up.sql");
            raw.run(&up);
        }
        let yes = if matches!(raw, Raw::Sqlite(_)) { "1" } else { "TRUE" };
        for (id, role, roles, on, until) in [
            ("a", "volunteer", "helper first-aider", "'2027-05-01'", "NULL"),
            ("b", "animator", "", "NULL", "NULL"),
            ("c", "volunteer", "leader", "'2027-05-01'", "'2027-09-01'"),
        ] {
            raw.run(&format!(
                "INSERT INTO people (id, email, name, role, active, crew_roles, cleared_on, cleared_until, signup_guard, created_at, version) \
                 VALUES ('{id}', '{id}', '{id}', '{role}', {yes}, '{roles}', {on}, {until}, 0, '2027-01-01 00:00:00', 1)"
            ));
        }
        let up = read(&raw, ROSTER, "up.sql");
        raw.run(&up);
        let kinds = raw.lines("SELECT kind AS line FROM people ORDER BY id");
        assert_eq!(kinds, ["volunteer", "staff", "volunteer"]);
        let papers: Vec<serde_json::Value> = raw
            .lines("SELECT papers AS line FROM people ORDER BY id")
            .iter()
            .map(|text| serde_json::from_str(text).unwrap())
            .collect();
        let seen = |role: &str| serde_json::json!({"role": role, "confirmed": {"seen": null}});
        assert_eq!(
            papers[0]["roles"],
            serde_json::json!([seen("helper"), seen("first-aider")])
        );
        assert_eq!(papers[0]["clearance"]["certificate_on"], "2027-05-01");
        assert_eq!(papers[1], serde_json::json!({"roles": []}));
        assert_eq!(papers[2]["clearance"]["held_until"], "2027-09-01");
        let down = read(&raw, ROSTER, "down.sql");
        raw.run(&down);
        let roles = raw.lines("SELECT crew_roles AS line FROM people ORDER BY id");
        assert_eq!(roles, ["helper first-aider", "", "leader"]);
        let cleared = "SELECT CAST(cleared_on AS TEXT) AS line FROM people WHERE cleared_on IS NOT NULL ORDER BY id";
        assert_eq!(raw.lines(cleared), ["2027-05-01", "2027-05-01"]);
    }
}
