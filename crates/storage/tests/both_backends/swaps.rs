//! Swaps and questions to cover a shift, as they are kept.

use storage::{CoverAsk, Guarded, Store, StoreError, Swap, covers, people, shifts, signups, swaps, visits};
use vocabulary::{CoverAnswer, SignupState, SwapId, SwapState};

use crate::{on_both, samples::*};

fn swap_id(number: u128) -> SwapId {
    SwapId::from_uuid(n(number))
}

/// Person 1 gives sign-up 1 to this person.
fn swap(number: u128, taker: Option<u128>) -> Swap {
    Swap {
        id: swap_id(number),
        giver: person_id(1),
        given: signup_id(1),
        given_version: 1,
        taker: taker.map(person_id),
        back: None,
        back_version: None,
        state: SwapState::Proposed,
        message: Some("Proszę, mam egzamin".to_owned()),
        created_at: now(i64::try_from(number).unwrap()),
        changed_at: now(1),
        changed_by: Some(person_id(1)),
        version: 1,
    }
}

fn begin(store: &Store, who: u128) {
    let begun = store.write(|db| {
        let person = people::hold(db, &person_id(who))?;
        signups::begin(db, &person, &beginning(who, SignupState::Confirmed), &act(0))
    });
    assert!(matches!(begun.unwrap(), storage::Begun::Done(_)));
}

fn insert(store: &Store, swap: &Swap) -> Result<(), StoreError> {
    store.write(|db| swaps::insert(db, swap))
}

fn open(store: &Store) -> Vec<SwapId> {
    let all = store.read(swaps::open).unwrap();
    all.into_iter().map(|swap| swap.id).collect()
}

#[test]
fn a_sign_up_is_in_one_open_swap() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 3)).unwrap();
        begin(store, 1);
        begin(store, 2);
        let first = swap(1, Some(2));
        insert(store, &first).unwrap();
        assert_eq!(store.read(|db| swaps::get(db, &swap_id(1))).unwrap(), first);
        assert!(matches!(insert(store, &swap(2, None)), Err(StoreError::Conflict(_))));
        let declined = Swap {
            state: SwapState::Declined,
            changed_at: now(9),
            ..first.clone()
        };
        let Guarded::Done(ended) = store.write(|db| swaps::save(db, &declined)).unwrap() else {
            panic!("nobody was faster")
        };
        assert_eq!((ended.state, ended.version), (SwapState::Declined, 2));
        let late = store.write(|db| swaps::save(db, &first)).unwrap();
        assert_eq!(late, Guarded::Stale(ended), "who read it before changes nothing");
        insert(store, &swap(2, None)).unwrap();
        assert_eq!(open(store), [swap_id(2)]);
        let of = |signup| store.read(|db| swaps::open_of(db, &signup_id(signup))).unwrap();
        assert_eq!(of(1).map(|swap| swap.id), Some(swap_id(2)));
        assert_eq!(of(2), None);
    });
}

/// What no program of ours writes, the database does not keep either.
#[test]
fn a_swap_is_whole() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 3)).unwrap();
        begin(store, 1);
        begin(store, 2);
        let wrong = [
            swap(1, Some(1)),
            Swap {
                back: Some(signup_id(2)),
                ..swap(1, Some(2))
            },
            Swap {
                back: Some(signup_id(2)),
                back_version: Some(1),
                ..swap(1, None)
            },
            Swap {
                state: SwapState::Done,
                ..swap(1, None)
            },
        ];
        for swap in wrong {
            assert!(insert(store, &swap).is_err(), "{swap:?}");
        }
        insert(
            store,
            &Swap {
                back: Some(signup_id(2)),
                back_version: Some(1),
                ..swap(1, Some(2))
            },
        )
        .unwrap();
    });
}

#[test]
fn who_was_asked_and_what_they_said() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 3)).unwrap();
        let ask = |who, at| CoverAsk {
            shift_id: shift_id(1),
            person_id: person_id(who),
            asked_at: now(at),
            asked_by: Some(person_id(3)),
            answer: None,
            answered_at: None,
        };
        for (who, at) in [(2, 5), (1, 7)] {
            store.write(|db| covers::ask(db, &ask(who, at))).unwrap();
        }
        assert!(
            store.write(|db| covers::ask(db, &ask(1, 8))).is_err(),
            "once about a shift"
        );
        let all = store.read(|db| covers::of_shift(db, &shift_id(1))).unwrap();
        assert_eq!(all, [ask(2, 5), ask(1, 7)], "the first first");
        let last = store.read(covers::last_asked).unwrap();
        assert_eq!(last.get(&person_id(1)), Some(&now(7)));
        assert_eq!(last.get(&person_id(3)), None);

        let say = |who, what| {
            let said = |db: &mut storage::Db| covers::answer(db, &shift_id(1), &person_id(who), what, now(9));
            store.write(said).unwrap()
        };
        assert!(say(1, CoverAnswer::No));
        assert!(!say(1, CoverAnswer::Yes), "what was said stands");
        assert!(!say(3, CoverAnswer::Yes), "nobody asked");
        let waits = |who| store.read(|db| covers::unanswered(db, &person_id(who))).unwrap().len();
        assert_eq!((waits(1), waits(2)), (0, 1));
        let said = store.read(|db| covers::of_shift(db, &shift_id(1))).unwrap().remove(1);
        assert_eq!((said.answer, said.answered_at), (Some(CoverAnswer::No), Some(now(9))));
    });
}

/// Two who hold the same two shifts, each naming another first, do not wait for each other in a circle.
#[test]
fn two_shifts_are_held_in_one_order() {
    on_both(|store| {
        let other = visit(2, "2027-07-02");
        let two = |db: &mut storage::Db| {
            fill(db, 2, 1)?;
            visits::insert(db, &other)?;
            shifts::insert(db, &shift(2, &other, 2))
        };
        store.write(two).unwrap();
        std::thread::scope(|scope| {
            for number in 0..8 {
                scope.spawn(move || {
                    for _ in 0..20 {
                        let (one, two) = if number % 2 == 0 { (1, 2) } else { (2, 1) };
                        let held = store.write(|db| shifts::hold_both(db, &shift_id(one), &shift_id(two)));
                        let (first, second) = held.unwrap();
                        assert_eq!((first.id, second.id), (shift_id(one), shift_id(two)));
                    }
                });
            }
        });
        let held = store.write(|db| shifts::hold_both(db, &shift_id(1), &shift_id(1)));
        assert_eq!(held.unwrap().0.id, shift_id(1), "one shift twice is once");
    });
}
