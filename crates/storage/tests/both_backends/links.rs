//! Links that work once.

use storage::{Json, Link, StoreError, TokenHash, links};
use vocabulary::LinkPurpose;

use crate::{on_both, samples::*};

fn link(name: &str, purpose: LinkPurpose, made: i64) -> Link {
    Link {
        token_hash: TokenHash::new(name),
        purpose,
        person_id: Some(person_id(1)),
        detail: Json::of("made").unwrap(),
        made_by: None,
        made_at: now(made),
        expires_at: now(made + 100),
        used_at: None,
    }
}

#[test]
fn once_and_not_after_its_end() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let make = |link: Link| store.write(|db| links::make(db, &link)).unwrap();
        let done = Json::of("done").unwrap();
        let used = |name: &str, at: i64| {
            let hash = TokenHash::new(name);
            store.write(|db| links::use_once(db, &hash, now(at), &done)).unwrap()
        };
        let find = |name: &str| store.read(|db| links::find(db, &TokenHash::new(name)));
        let unknown: Result<Link, StoreError> = find("none");
        assert!(matches!(unknown, Err(StoreError::NotFound)));
        assert!(!used("none", 1));

        let first = link("first", LinkPurpose::Invitation, 0);
        make(first.clone());
        assert_eq!(find("first").unwrap(), first);
        make(link("consent", LinkPurpose::Consent, 1));
        make(link("second", LinkPurpose::Invitation, 2));
        assert!(!used("first", 3), "a newer one for the same took its place");
        assert!(used("second", 3));
        assert!(!used("second", 4), "once");
        let kept = find("second").unwrap();
        assert_eq!((kept.used_at, kept.detail), (Some(now(3)), done.clone()));
        assert!(!used("consent", 101), "past its end");
        assert!(used("consent", 100), "to its end");

        make(link("third", LinkPurpose::Invitation, 200));
        store.write(|db| links::end_of(db, &person_id(1), now(201))).unwrap();
        assert!(!used("third", 202));
        // "first" and "third" ended unused, at 2 and 201.
        let pruned = |at: i64| store.write(|db| links::prune(db, now(at))).unwrap();
        assert_eq!((pruned(2), pruned(3), pruned(1000)), (0, 1, 1));
        assert!(find("second").is_ok(), "what came of a used one is kept");
    });
}
