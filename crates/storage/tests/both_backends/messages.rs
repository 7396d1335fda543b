//! Messages on their way: claimed once, taken over when their claimer is gone, ended by whoever holds them.

use std::sync::Barrier;

use storage::{Ending, Json, Message, Store, messages};
use vocabulary::{MessageId, MessageKind, MessageState};

use crate::{on_both, samples::*};

const CLAIMERS: usize = 8;

fn id(number: u128) -> MessageId {
    MessageId::from_uuid(n(number))
}

fn message(number: u128, due: i64) -> Message {
    Message {
        id: id(number),
        person_id: Some(person_id(1)),
        address: None,
        kind: MessageKind::Change,
        matter: format!("change:{number}"),
        content: Json::of(&"facts").unwrap(),
        made_at: now(0),
        due_at: now(due),
        state: MessageState::Waiting,
        tries: 0,
        claimed_at: None,
        ended_at: None,
        error: None,
        follower_id: None,
    }
}

fn put(store: &Store, message: &Message) {
    store
        .write(|db| {
            messages::put(db, message)?;
            Ok::<_, storage::StoreError>(())
        })
        .unwrap();
}

fn claim(store: &Store, at: i64, stale: i64) -> Option<Message> {
    store.write(|db| messages::claim(db, now(at), now(stale))).unwrap()
}

fn ending(state: MessageState, at: i64, error: Option<&str>) -> Ending<'_> {
    Ending {
        state,
        at: now(at),
        error,
        left: None,
    }
}

fn get(store: &Store, number: u128) -> Message {
    store.read(|db| messages::get(db, &id(number))).unwrap()
}

#[test]
fn many_claim_one_message_once() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        put(store, &message(1, 5));
        assert_eq!(claim(store, 4, -600), None, "it is not due yet");
        let start = Barrier::new(CLAIMERS);
        let claimed: Vec<_> = std::thread::scope(|scope| {
            let claimers: Vec<_> = (0..CLAIMERS)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        claim(store, 5, -595)
                    })
                })
                .collect();
            claimers.into_iter().filter_map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(claimed.len(), 1, "{claimed:?}");
        assert_eq!((claimed[0].tries, claimed[0].claimed_at), (1, Some(now(5))));
    });
}

#[test]
fn many_claim_many_messages_each_once() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        for number in 1..=20 {
            put(store, &message(number, 0));
        }
        let claimed: Vec<Message> = std::thread::scope(|scope| {
            let claimers: Vec<_> = (0..CLAIMERS)
                .map(|_| scope.spawn(|| std::iter::from_fn(|| claim(store, 5, -595)).collect::<Vec<_>>()))
                .collect();
            claimers.into_iter().flat_map(|one| one.join().unwrap()).collect()
        });
        let mut ids: Vec<_> = claimed.iter().map(|one| one.id.clone()).collect();
        ids.sort();
        ids.dedup();
        // A round that loses every race may end early; what it leaves is taken by the next.
        let left = std::iter::from_fn(|| claim(store, 5, -595)).count();
        assert_eq!((ids.len(), claimed.len() + left), (claimed.len(), 20));
    });
}

#[test]
fn a_claim_is_taken_over_and_the_first_claimer_can_end_nothing() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        put(store, &message(1, 0));
        let first = claim(store, 10, -590).unwrap();
        assert_eq!(claim(store, 600, 0), None, "ten minutes are not over");
        let second = claim(store, 700, 100).unwrap();
        assert_eq!((&second.id, second.tries), (&first.id, 2));
        let end = |message: &Message, state| {
            store
                .write(|db| messages::end(db, message, &ending(state, 701, Some("said"))))
                .unwrap()
        };
        assert!(!end(&first, MessageState::Dead), "it is another's");
        assert!(end(&second, MessageState::Sent));
        assert!(!end(&second, MessageState::Dead), "sent is sent");
        let kept = get(store, 1);
        assert_eq!((kept.state, kept.ended_at), (MessageState::Sent, Some(now(701))));
        assert_eq!(claim(store, 9_000, 8_400), None);
    });
}

#[test]
fn a_message_waits_dies_and_is_sent_again() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        put(store, &message(1, 0));
        let claimed = claim(store, 1, -599).unwrap();
        assert!(
            store
                .write(|db| messages::postpone(db, &claimed, now(60), "away"))
                .unwrap()
        );
        assert_eq!(claim(store, 59, -541), None);
        let claimed = claim(store, 60, -540).unwrap();
        assert_eq!((claimed.tries, claimed.error.as_deref()), (2, Some("away")));
        let end = |db: &mut storage::Db| messages::end(db, &claimed, &ending(MessageState::Dead, 61, Some("550 no")));
        assert!(store.write(end).unwrap());
        let dead = |state| store.read(|db| messages::count_in_state(db, state)).unwrap();
        assert_eq!((dead(MessageState::Dead), dead(MessageState::Sent)), (1, 0));
        assert!(store.write(|db| messages::send_again(db, &id(1), now(99))).unwrap());
        assert!(
            !store.write(|db| messages::send_again(db, &id(1), now(99))).unwrap(),
            "once"
        );
        let waiting = get(store, 1);
        assert_eq!(
            (waiting.state, waiting.tries, waiting.due_at),
            (MessageState::Waiting, 0, now(99))
        );
        assert!(claim(store, 99, -501).is_some());
    });
}

#[test]
fn what_is_being_sent_is_not_dropped() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        put(store, &message(1, 0));
        claim(store, 1, -599).unwrap();
        put(store, &message(2, 50));
        let dropped = store
            .write(|db| messages::drop_waiting(db, "change:", now(2), None))
            .unwrap();
        assert_eq!(dropped, 1);
        assert_eq!(get(store, 1).state, MessageState::Waiting);
        assert_eq!(get(store, 2).state, MessageState::Dropped);
        assert!(store.read(|db| messages::known(db, "change:2")).unwrap());
        assert!(!store.read(|db| messages::known(db, "change:3")).unwrap());
    });
}

#[test]
fn a_kind_can_be_done_without() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        let without = |kind| {
            store
                .read(|db| messages::is_unsubscribed(db, &person_id(1), kind))
                .unwrap()
        };
        assert!(!without(MessageKind::Reminder));
        for _ in 0..2 {
            store
                .write(|db| messages::unsubscribe(db, &person_id(1), MessageKind::Reminder, now(1)))
                .unwrap();
        }
        assert!(without(MessageKind::Reminder) && !without(MessageKind::Offer));
        store
            .write(|db| messages::subscribe(db, &person_id(1), MessageKind::Reminder))
            .unwrap();
        assert!(!without(MessageKind::Reminder));
    });
}

#[test]
fn what_left_long_ago_is_forgotten_and_what_waits_is_not() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        put(store, &message(1, 0));
        put(store, &message(2, 0));
        let dropped = store
            .write(|db| messages::drop_waiting(db, "change:1", now(10), None))
            .unwrap();
        assert_eq!(dropped, 1);
        let pruned = |at: i64| store.write(|db| messages::prune(db, now(at))).unwrap();
        assert_eq!((pruned(10), pruned(11), pruned(1000)), (0, 1, 0));
        assert_eq!(get(store, 2).state, MessageState::Waiting);
    });
}

#[test]
fn what_must_not_stay_is_forgotten_when_a_message_ends() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        let left = Json::of(&"without").unwrap();
        let mut sent = message(1, 0);
        sent.address = Some("ewa@example.pl".to_owned());
        let nobodys = Message {
            person_id: None,
            address: Some("kto@example.pl".to_owned()),
            ..message(2, 0)
        };
        put(store, &sent);
        put(store, &nobodys);
        put(store, &message(3, 50));
        while let Some(claimed) = claim(store, 1, -599) {
            let ending = Ending {
                left: Some(&left),
                ..ending(MessageState::Sent, 2, None)
            };
            assert!(store.write(|db| messages::end(db, &claimed, &ending)).unwrap());
        }
        let drop = |db: &mut storage::Db| messages::drop_waiting(db, "change:3", now(3), Some(&left));
        assert_eq!(store.write(drop).unwrap(), 1);
        for number in 1..=3 {
            assert_eq!(get(store, number).content, left);
        }
        assert_eq!(
            (get(store, 1).address, get(store, 1).person_id),
            (None, Some(person_id(1)))
        );
        assert!(get(store, 2).address.is_some(), "it has nothing else");
    });
}
