//! Many at once: exactly one gets it, and nobody an error.

use std::{sync::Barrier, thread};

use storage::{Begun, Rotation, Store, StoreError, people, plans, shifts, signups};
use vocabulary::SignupState;

use crate::{on_both, samples::*, tokens};

/// Runs it so many times at once.
fn all_at_once<T: Send>(racers: u128, run: impl Fn(u128) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(usize::try_from(racers).unwrap());
    thread::scope(|scope| {
        let (start, run) = (&start, &run);
        let racer = |number| {
            scope.spawn(move || {
                start.wait();
                run(number)
            })
        };
        let running: Vec<_> = (1..=racers).map(racer).collect();
        running.into_iter().map(|racer| racer.join().unwrap()).collect()
    })
}

fn take(store: &Store, who: u128, signup: u128) -> Result<Begun, StoreError> {
    store.write(|db| {
        let person = people::hold(db, &person_id(who))?;
        signups::begin(db, &person, &beginning(signup, SignupState::Confirmed), &act(0))
    })
}

#[test]
fn sixty_four_people_one_place() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 64)).unwrap();
        let outcomes = all_at_once(64, |number| take(store, number, number));
        let won = outcomes.iter().filter(|o| matches!(o, Ok(Begun::Done(_)))).count();
        let full = outcomes.iter().filter(|o| matches!(o, Ok(Begun::Full(_)))).count();
        assert_eq!((won, full), (1, 63), "{outcomes:?}");
        assert_eq!(store.read(|db| shifts::get(db, &shift_id(1))).unwrap().taken, 1);
        assert_eq!(store.read(|db| signups::of_shift(db, &shift_id(1))).unwrap().len(), 1);
    });
}

#[test]
fn one_person_taps_sixteen_times() {
    on_both(|store| {
        store.write(|db| fill(db, 5, 1)).unwrap();
        let outcomes = all_at_once(16, |number| take(store, 1, number));
        let won = outcomes.iter().filter(|o| matches!(o, Ok(Begun::Done(_)))).count();
        let held = outcomes.iter().filter(|o| matches!(o, Ok(Begun::Before(_)))).count();
        assert_eq!((won, held), (1, 15), "{outcomes:?}");
        assert_eq!(store.read(|db| shifts::get(db, &shift_id(1))).unwrap().taken, 1);
    });
}

#[test]
fn taking_and_giving_back_crosswise_loses_no_place() {
    on_both(|store| {
        store.write(|db| fill(db, 3, 12)).unwrap();
        let outcomes = all_at_once(12, |number| {
            if let Begun::Done(mine) = take(store, number, number)? {
                let _ = store
                    .write(|db| signups::step(db, &mine.id, (mine.state, SignupState::Withdrawn), None, &act(1)))?;
            }
            Ok::<_, StoreError>(())
        });
        assert_eq!(outcomes, vec![Ok(()); 12]);
        assert_eq!(store.read(|db| shifts::get(db, &shift_id(1))).unwrap().taken, 0);
    });
}

#[test]
fn twelve_refreshes_one_winner() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        tokens::sign_in(store);
        let outcomes = all_at_once(12, |number| tokens::rotate(store, "hash 1", 1 + number, 10, 10));
        let won = outcomes.iter().filter(|o| matches!(o, Rotation::Rotated(_))).count();
        let late = outcomes.iter().filter(|o| matches!(o, Rotation::JustUsed)).count();
        assert_eq!((won, late), (1, 11), "{outcomes:?}");
    });
}

#[test]
fn a_job_is_claimed_by_one_planner() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        crate::plans::request(store, 1);
        let claims = all_at_once(8, |_| store.write(|db| plans::claim(db, now(1))).unwrap());
        assert_eq!(claims.into_iter().flatten().count(), 1);
    });
}
