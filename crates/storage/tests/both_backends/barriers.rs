//! Barriers that somebody told of.

use storage::{Barrier, Guarded, barriers};

use crate::{on_both, samples::*};

#[test]
fn told_answered_and_forgotten() {
    on_both(|store| {
        let barrier = |number: u128, hour: i64| Barrier {
            id: vocabulary::BarrierId::from_uuid(n(number)),
            language: "uk".to_owned(),
            what: "Немає пандуса; \"сходи\"".to_owned(),
            place: String::new(),
            contact: "anna@example.pl".to_owned(),
            told_at: now(hour),
            answered_at: None,
            version: 1,
        };
        let done = store.write(|db| {
            barriers::insert(db, &barrier(1, 1))?;
            barriers::insert(db, &barrier(2, 2))?;
            assert_eq!(barriers::newest(db, 9)?, [barrier(2, 2), barrier(1, 1)]);
            assert_eq!(barriers::newest(db, 1)?.len(), 1);
            assert_eq!(barriers::open(db)?, 2);
            let answered = Barrier {
                answered_at: Some(now(3)),
                ..barrier(1, 1)
            };
            assert!(matches!(barriers::save(db, &answered)?, Guarded::Done(saved) if saved.version == 2));
            assert!(matches!(barriers::save(db, &answered)?, Guarded::Stale(_)));
            assert_eq!(barriers::open(db)?, 1);
            assert_eq!(barriers::prune(db, now(2))?, 1);
            assert_eq!(barriers::newest(db, 9)?, [barrier(2, 2)]);
            Ok::<(), storage::StoreError>(())
        });
        done.unwrap();
    });
}
