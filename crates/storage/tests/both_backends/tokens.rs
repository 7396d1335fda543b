//! Refresh tokens: used once, and what a second use means.

use storage::{RefreshToken, Rotation, Store, Successor, TokenHash, tokens};
use vocabulary::TokenId;

use crate::{on_both, samples::*};

pub(crate) fn sign_in(store: &Store) {
    let first = RefreshToken {
        id: TokenId::from_uuid(n(1)),
        family: TokenId::from_uuid(n(100)),
        person_id: person_id(1),
        token_hash: TokenHash::new("hash 1"),
        issued_at: now(0),
        expires_at: now(1000),
        used_at: None,
        revoked_at: None,
    };
    store.write(|db| tokens::issue(db, &first)).unwrap();
}

pub(crate) fn rotate(store: &Store, from: &str, to: u128, grace: i64, at: i64) -> Rotation {
    let successor = Successor {
        id: TokenId::from_uuid(n(to)),
        token_hash: TokenHash::new(format!("hash {to}")),
        expires_at: now(at + 1000),
    };
    store
        .write(|db| tokens::rotate(db, &TokenHash::new(from), &successor, grace, now(at)))
        .unwrap()
}

fn lives(store: &Store, at: i64) -> bool {
    store
        .read(|db| tokens::family_lives(db, &TokenId::from_uuid(n(100)), now(at)))
        .unwrap()
}

#[test]
fn once_and_again() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        sign_in(store);
        let Rotation::Rotated(second) = rotate(store, "hash 1", 2, 0, 10) else {
            panic!("first use")
        };
        assert_eq!(
            (second.family, second.person_id),
            (TokenId::from_uuid(n(100)), person_id(1))
        );
        assert_eq!(rotate(store, "hash 1", 3, 10, 12), Rotation::JustUsed);
        assert!(lives(store, 12));
        assert!(matches!(
            rotate(store, "hash 1", 3, 10, 20),
            Rotation::ReuseDetected { .. }
        ));
        assert!(!lives(store, 20), "the successor is void too");
        for hash in ["hash 2", "hash 1", "hash 9"] {
            assert_eq!(rotate(store, hash, 4, 0, 30), Rotation::Invalid, "{hash}");
        }
        assert_eq!(store.write(|db| tokens::prune(db, now(1005))).unwrap(), 1);
    });
}

#[test]
fn ends_by_time_and_by_sign_out() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        sign_in(store);
        assert_eq!(rotate(store, "hash 1", 2, 0, 1000), Rotation::Invalid);
        assert!(lives(store, 999) && !lives(store, 1000));
        assert_eq!(
            store
                .write(|db| tokens::revoke_person(db, &person_id(1), now(5)))
                .unwrap(),
            1
        );
        assert_eq!(rotate(store, "hash 1", 2, 0, 10), Rotation::Invalid);
        assert_eq!(
            store
                .write(|db| tokens::revoke_family(db, &TokenId::from_uuid(n(100)), now(5)))
                .unwrap(),
            0
        );
    });
}
