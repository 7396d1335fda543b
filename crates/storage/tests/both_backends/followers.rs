//! Who follows what; an announcement told once to each, in portions; pushes claimed once.

use std::sync::Barrier;

use storage::{
    Announcement, Follow, Follower, Json, Message, Push, Store, StoreError, announcements, followers, messages, pushes,
};
use vocabulary::{AnnouncementId, AnnouncementState, FollowScope, FollowerId, MessageId, MessageKind, MessageState};

use crate::{on_both, samples::*};

fn id(number: u128) -> FollowerId {
    FollowerId::from_uuid(n(number))
}

fn by_email(number: u128) -> Follower {
    Follower {
        id: id(number),
        language: "pl".to_owned(),
        email: Some(format!("rodzic{number}@example.pl")),
        endpoint: None,
        p256dh: None,
        auth: None,
        asked_at: Some(now(0)),
        created_at: now(0),
        told_at: None,
    }
}

fn by_push(number: u128) -> Follower {
    Follower {
        email: None,
        endpoint: Some(format!("https://push.example/{number}")),
        p256dh: Some("key".to_owned()),
        auth: Some("secret".to_owned()),
        asked_at: None,
        ..by_email(number)
    }
}

fn follow(number: u128, scope: FollowScope, confirmed: Option<i64>) -> Follow {
    Follow {
        follower_id: id(number),
        season_id: season_id(),
        scope,
        place: match scope {
            FollowScope::Town => String::new(),
            FollowScope::Estate => estate_id().to_string(),
            FollowScope::Stop => stop_id().to_string(),
        },
        confirmed_at: confirmed.map(now),
        created_at: now(0),
    }
}

fn add(store: &Store, follower: &Follower, follows: &[Follow]) {
    store
        .write(|db| {
            followers::insert(db, follower)?;
            for follow in follows {
                followers::follow(db, follow)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

fn interested(store: &Store, stops: bool, after: &str, most: u32) -> Vec<FollowerId> {
    let stops = if stops { vec![stop_id()] } else { Vec::new() };
    let found = store
        .read(|db| followers::interested(db, &season_id(), &[estate_id()], &stops, after, most))
        .unwrap();
    found.into_iter().map(|follower| follower.id).collect()
}

fn announcement(number: u128, matter: &str) -> Announcement {
    Announcement {
        id: AnnouncementId::from_uuid(n(number)),
        season_id: season_id(),
        matter: matter.to_owned(),
        content: Json::of(&"facts").unwrap(),
        made_at: now(0),
        due_at: now(20),
        state: AnnouncementState::Waiting,
        cursor: String::new(),
    }
}

#[test]
fn followed_confirmed_ended_and_forgotten() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let (town, estate, stop) = (FollowScope::Town, FollowScope::Estate, FollowScope::Stop);
        add(store, &by_email(1), &[follow(1, stop, None), follow(1, estate, None)]);
        add(
            store,
            &by_push(2),
            &[follow(2, town, Some(1)), follow(2, stop, Some(1))],
        );
        add(store, &by_email(3), &[follow(3, estate, Some(1))]);
        assert!(
            store
                .write(|db| followers::insert(
                    db,
                    &Follower {
                        id: id(9),
                        ..by_email(1)
                    }
                ))
                .is_err(),
            "an address is one follower"
        );
        let known = store.read(|db| followers::by_email(db, "rodzic1@example.pl")).unwrap();
        assert_eq!(known, Some(by_email(1)));
        let known = store
            .read(|db| followers::by_endpoint(db, "https://push.example/2"))
            .unwrap();
        assert_eq!(known, Some(by_push(2)));
        assert!(
            !store
                .write(|db| followers::follow(db, &follow(1, stop, Some(5))))
                .unwrap(),
            "said twice"
        );
        let wishes = store.read(|db| followers::follows_of(db, &id(1))).unwrap();
        assert_eq!(wishes, [follow(1, estate, None), follow(1, stop, None)]);

        assert_eq!(
            interested(store, true, "", 10),
            [id(2), id(3)],
            "nothing is told before it is confirmed"
        );
        assert_eq!(store.write(|db| followers::confirm(db, &id(1), now(5))).unwrap(), 2);
        assert_eq!(store.write(|db| followers::confirm(db, &id(1), now(6))).unwrap(), 0);
        assert_eq!(interested(store, true, "", 10), [id(1), id(2), id(3)], "each once");
        assert_eq!(interested(store, true, "", 2), [id(1), id(2)]);
        assert_eq!(interested(store, true, id(2).as_str(), 2), [id(3)]);
        assert_eq!(store.read(followers::count).unwrap(), (2, 1));
        let one = |scope, place: &str| store.write(|db| followers::unfollow(db, &id(1), scope, place)).unwrap();
        assert!(one(estate, estate_id().as_str()));
        assert!(!one(estate, estate_id().as_str()));
        assert_eq!(
            interested(store, false, "", 10),
            [id(2), id(3)],
            "the stop is not asked for"
        );
        assert!(one(stop, stop_id().as_str()));
        assert_eq!(
            store.read(|db| followers::by_email(db, "rodzic1@example.pl")).unwrap(),
            None
        );

        // Never confirmed: forgotten; the season is over: all are.
        add(store, &by_email(4), &[follow(4, stop, None)]);
        let prune = |before: i64, today: &str| store.write(|db| followers::prune(db, now(before), day(today))).unwrap();
        assert_eq!(prune(0, "2027-08-31"), 0);
        assert_eq!(prune(1, "2027-08-31"), 1);
        assert_eq!(store.read(followers::count).unwrap(), (1, 1));
        assert_eq!(prune(1, "2027-09-01"), 2);
        assert_eq!(store.read(followers::count).unwrap(), (0, 0));
    });
}

#[test]
fn what_is_to_be_sent_goes_with_its_follower() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        add(store, &by_push(1), &[follow(1, FollowScope::Town, Some(1))]);
        add(store, &by_email(2), &[follow(2, FollowScope::Town, Some(1))]);
        let message = Message {
            id: MessageId::from_uuid(n(1)),
            person_id: None,
            address: None,
            kind: MessageKind::Follow,
            matter: "follow".to_owned(),
            content: Json::of(&"facts").unwrap(),
            made_at: now(0),
            due_at: now(0),
            state: MessageState::Waiting,
            tries: 0,
            claimed_at: None,
            ended_at: None,
            error: None,
            follower_id: Some(id(2)),
        };
        let nobody = Message {
            follower_id: None,
            matter: "nobody".to_owned(),
            id: MessageId::from_uuid(n(2)),
            ..message.clone()
        };
        assert!(
            store.write(|db| messages::put(db, &nobody)).is_err(),
            "a message is for somebody"
        );
        assert!(store.write(|db| messages::put(db, &message)).unwrap());
        let waits = |matter: &str| store.read(|db| messages::waits(db, matter)).unwrap();
        assert!(waits("fol") && waits("follow") && !waits("follow:"));
        store.write(|db| announcements::put(db, &announcement(1, "a"))).unwrap();
        let push = Push {
            announcement_id: AnnouncementId::from_uuid(n(1)),
            follower_id: id(1),
            due_at: now(0),
            tries: 0,
            claimed_at: None,
        };
        store.write(|db| pushes::put(db, &push)).unwrap();
        assert_eq!(store.read(pushes::count).unwrap(), 1);
        for number in [1, 2] {
            assert!(store.write(|db| followers::remove(db, &id(number))).unwrap());
            assert!(!store.write(|db| followers::remove(db, &id(number))).unwrap());
        }
        assert_eq!(store.read(pushes::count).unwrap(), 0);
        assert!(!store.read(|db| messages::known(db, "follow")).unwrap());
    });
}

#[test]
fn an_announcement_is_told_once_and_in_order() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        assert!(
            store
                .write(|db| announcements::put(db, &announcement(1, "evening")))
                .unwrap()
        );
        assert!(
            !store
                .write(|db| announcements::put(db, &announcement(2, "evening")))
                .unwrap()
        );
        assert!(store.read(|db| announcements::known(db, "evening")).unwrap());
        let settle = |number, state, content: Option<&Json>| {
            store
                .write(|db| announcements::settle(db, &AnnouncementId::from_uuid(n(number)), state, content))
                .unwrap()
        };
        let merged = Json::of(&"merged").unwrap();
        assert!(settle(1, AnnouncementState::Telling, Some(&merged)));
        assert!(!settle(1, AnnouncementState::Dropped, None), "it is being told");
        let telling = store
            .read(|db| announcements::in_state(db, AnnouncementState::Telling))
            .unwrap();
        assert_eq!(telling.len(), 1);
        assert_eq!(telling[0].content, merged);

        // Of many servers at the same portion, one goes on.
        let start = Barrier::new(8);
        let went_on: usize = std::thread::scope(|scope| {
            let server = || {
                start.wait();
                let state = AnnouncementState::Telling;
                usize::from(
                    store
                        .write(|db| announcements::advance(db, &telling[0], state, "flw_1"))
                        .unwrap(),
                )
            };
            let running: Vec<_> = (0..8).map(|_| scope.spawn(server)).collect();
            running.into_iter().map(|server| server.join().unwrap()).sum()
        });
        assert_eq!(went_on, 1);
        let now_at = store
            .read(|db| announcements::get(db, &AnnouncementId::from_uuid(n(1))))
            .unwrap();
        assert_eq!(now_at.cursor, "flw_1");
        assert!(
            store
                .write(|db| announcements::advance(db, &now_at, AnnouncementState::Told, "flw_1"))
                .unwrap()
        );
        let prune = |before: i64| store.write(|db| announcements::prune(db, now(before))).unwrap();
        assert_eq!((prune(0), prune(1)), (0, 1));
    });
}

#[test]
fn a_push_is_claimed_by_one() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        store.write(|db| announcements::put(db, &announcement(1, "a"))).unwrap();
        for number in 1..=20 {
            add(store, &by_push(number), &[follow(number, FollowScope::Town, Some(1))]);
            let push = Push {
                announcement_id: AnnouncementId::from_uuid(n(1)),
                follower_id: id(number),
                due_at: now(0),
                tries: 0,
                claimed_at: None,
            };
            for _ in 0..2 {
                store.write(|db| pushes::put(db, &push)).unwrap();
            }
        }
        let claim = |at: i64, stale: i64, most| store.write(|db| pushes::claim(db, now(at), now(stale), most)).unwrap();
        let start = Barrier::new(4);
        let mut taken: Vec<FollowerId> = std::thread::scope(|scope| {
            let server = || {
                start.wait();
                (0..10)
                    .flat_map(|_| claim(1, -600, 5))
                    .map(|push| push.follower_id)
                    .collect::<Vec<_>>()
            };
            let running: Vec<_> = (0..4).map(|_| scope.spawn(server)).collect();
            running.into_iter().flat_map(|server| server.join().unwrap()).collect()
        });
        taken.sort();
        assert_eq!(taken, (1..=20).map(id).collect::<Vec<_>>(), "each by one");
        assert!(claim(2, -600, 5).is_empty());
        let over = claim(1000, 2, 1).remove(0);
        assert_eq!((over.tries, &over.follower_id), (2, &id(1)), "its claimer is gone");
        let old = Push {
            tries: 1,
            ..over.clone()
        };
        assert!(!store.write(|db| pushes::end(db, &old)).unwrap(), "it is another's now");
        assert!(store.write(|db| pushes::postpone(db, &over, now(2000))).unwrap());
        let again = claim(2000, -600, 50)
            .into_iter()
            .find(|push| push.follower_id == id(1))
            .unwrap();
        assert_eq!(again.tries, 3);
        assert!(store.write(|db| pushes::end(db, &again)).unwrap());
        assert_eq!(store.read(pushes::count).unwrap(), 19);
    });
}
