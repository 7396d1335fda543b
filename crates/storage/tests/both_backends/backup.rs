//! A copy made while others write opens, is whole, and is complete.

use std::sync::atomic::{AtomicBool, Ordering};

use storage::{Backup, BackupError, Store, StoreError, StoreOptions, people, town};

use crate::{Fresh, samples::*};

#[test]
fn sqlite_while_writing() {
    let fresh = Fresh::sqlite();
    fresh.store.migrate().unwrap();
    fresh.store.write(|db| fill(db, 1, 1)).unwrap();
    let to = fresh.folder().join("copy.db");
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 2.. {
                fresh.store.write(|db| people::insert(db, &person(number))).unwrap();
                if stop.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        let made = fresh.store.backup(&to).unwrap();
        stop.store(true, Ordering::Relaxed);
        assert!(matches!(made, Backup::Written { path, bytes } if path == to && bytes > 0));
    });
    assert!(matches!(fresh.store.backup(&to), Err(BackupError::Exists(_))));
    let left: Vec<_> = std::fs::read_dir(fresh.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !left.iter().any(|name| name.to_string_lossy().contains("unfinished")),
        "{left:?}"
    );

    let copy = Store::open(&format!("sqlite:{}", to.display()), StoreOptions::default()).unwrap();
    assert_eq!(copy.migrate().unwrap(), Vec::<String>::new());
    assert_eq!(copy.read(town::read).unwrap(), fresh.store.read(town::read).unwrap());
    assert_eq!(copy.read(|db| people::get(db, &person_id(1))).unwrap(), person(1));
    copy.write(|db| people::insert(db, &person(9_999_999))).unwrap();
}

#[test]
fn a_copy_that_cannot_be_written_leaves_nothing() {
    let fresh = Fresh::sqlite();
    fresh.store.migrate().unwrap();
    let nowhere = fresh.folder().join("no-such-folder").join("copy.db");
    assert!(matches!(
        fresh.store.backup(&nowhere),
        Err(BackupError::Store(StoreError::Unavailable(_)))
    ));
}

#[test]
fn postgres_says_how() {
    let fresh = Fresh::postgres();
    let Backup::UsePgDump { command } = fresh.store.backup("a copy".as_ref()).unwrap() else {
        panic!("there is no file to copy")
    };
    assert_eq!(
        command,
        format!("pg_dump --format=custom --file='a copy' '{}'", fresh.address)
    );
}
