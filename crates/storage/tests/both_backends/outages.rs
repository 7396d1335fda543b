//! What a caller is told when the database is in use or away, and that it goes on without a restart.

use std::{
    cell::Cell,
    sync::{
        Barrier,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use diesel::{Connection, PgConnection, SqliteConnection, connection::SimpleConnection};
use storage::{OpenError, Store, StoreError, StoreOptions, estates, people};

use crate::{Fresh, on_both, samples::*};

#[test]
fn a_busy_write_is_run_again_a_few_times() {
    on_both(|store| {
        let runs = Cell::new(0);
        let outcome = store.write(|db| {
            estates::insert(db, &estate())?;
            runs.set(runs.get() + 1);
            if runs.get() < 3 { Err(StoreError::Busy) } else { Ok(()) }
        });
        assert_eq!((outcome, runs.get()), (Ok(()), 3));
        runs.set(0);
        let outcome = store.write(|_| -> Result<(), StoreError> {
            runs.set(runs.get() + 1);
            Err(StoreError::Busy)
        });
        assert_eq!((outcome, runs.get()), (Err(StoreError::Busy), 5));
    });
}

#[test]
fn sqlite_locked_by_another_program() {
    let fresh = Fresh::sqlite();
    fresh.store.migrate().unwrap();
    let options = StoreOptions {
        patience: Duration::from_secs(1),
        ..StoreOptions::default()
    };
    let impatient = Store::open(&fresh.address, options).unwrap();
    let mut other = SqliteConnection::establish(fresh.address.strip_prefix("sqlite:").unwrap()).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    assert_eq!(
        impatient.write(|db| estates::insert(db, &estate())),
        Err(StoreError::Busy)
    );
    assert_eq!(
        impatient.read(|db| estates::get(db, &estate_id())),
        Err(StoreError::NotFound),
        "readers go on"
    );
    other.batch_execute("COMMIT").unwrap();
    assert_eq!(impatient.write(|db| estates::insert(db, &estate())), Ok(()));
}

const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
     WHERE datname = current_database() AND pid <> pg_backend_pid()";

#[test]
fn postgres_cuts_the_line() {
    let fresh = Fresh::postgres();
    fresh.store.migrate().unwrap();
    let mut other = PgConnection::establish(&fresh.address).unwrap();
    let broken = fresh.store.write(|db| {
        estates::insert(db, &estate())?;
        other.batch_execute(CUT).unwrap();
        estates::get(db, &estate_id())
    });
    assert!(matches!(broken, Err(StoreError::Unavailable(_))), "{broken:?}");
    assert_eq!(
        fresh.store.read(|db| estates::get(db, &estate_id())),
        Err(StoreError::NotFound),
        "nothing half"
    );
    other.batch_execute(CUT).unwrap();
    assert_eq!(
        fresh.store.write(|db| estates::insert(db, &estate())),
        Ok(()),
        "found out before, not by failing"
    );
}

#[test]
fn postgres_breaks_a_deadlock_and_both_come_through() {
    let fresh = Fresh::postgres();
    fresh.store.migrate().unwrap();
    fresh.store.write(|db| fill(db, 1, 2)).unwrap();
    let (both_hold_one, runs) = (Barrier::new(2), AtomicU32::new(0));
    let hold = |first: u128, second: u128| {
        let tried = Cell::new(false);
        fresh.store.write(|db| {
            people::hold(db, &person_id(first))?;
            if !tried.replace(true) {
                both_hold_one.wait();
            }
            runs.fetch_add(1, Ordering::Relaxed);
            people::hold(db, &person_id(second)).map(|held| held.id().clone())
        })
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| hold(2, 1));
        assert_eq!(hold(1, 2), Ok(person_id(2)));
        assert_eq!(other.join().unwrap(), Ok(person_id(1)));
    });
    assert_eq!(runs.into_inner(), 3, "one of the two was run again");
}

#[test]
fn what_cannot_be_opened_says_so() {
    let opened = |address: &str| Store::open(address, StoreOptions::default()).map(|_| ());
    let fresh = Fresh::sqlite();
    let nowhere = format!("sqlite:{}", fresh.folder().join("no-such-folder/bus.db").display());
    assert!(matches!(
        opened(&nowhere),
        Err(OpenError::Refused(StoreError::Unavailable(_)))
    ));
    let no_server = format!("postgres://u:secret@/d?host={}", fresh.folder().display());
    let Err(refused) = opened(&no_server) else {
        panic!("nobody serves there")
    };
    assert!(
        matches!(refused, OpenError::Refused(StoreError::Unavailable(_))),
        "{refused}"
    );
    assert!(!refused.to_string().contains("secret"));
}
