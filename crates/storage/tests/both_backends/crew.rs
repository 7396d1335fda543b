//! Taking places and giving them back; who is on which shift.

use storage::{Guarded, Shift, Store, StoreError, Taking, people, shifts, signups, visits};
use vocabulary::{ShiftState, SignupState, VisitState};

use crate::{on_both, samples::*};

fn take(store: &Store, who: u128, signup: u128) -> Taking {
    let outcome = store.write(|db| {
        let person = people::hold(db, &person_id(who))?;
        signups::take_place(
            db,
            &person,
            signup_id(signup),
            &shift_id(1),
            &act(i64::try_from(signup).unwrap()),
        )
    });
    outcome.unwrap()
}

fn the_shift(store: &Store) -> Shift {
    store.read(|db| shifts::get(db, &shift_id(1))).unwrap()
}

#[test]
fn a_place_is_taken_and_given_back() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 3)).unwrap();
        let Taking::Taken(first) = take(store, 1, 1) else {
            panic!("both places are free")
        };
        assert_eq!(
            (first.state, first.created_at, first.version),
            (SignupState::Confirmed, now(1), 1)
        );
        assert_eq!(take(store, 1, 2), Taking::AlreadyHeld(first.clone()));
        assert!(matches!(take(store, 2, 3), Taking::Taken(_)));
        assert_eq!(take(store, 3, 4), Taking::Full(the_shift(store)));
        assert_eq!(the_shift(store).taken, 2);

        let ask = store
            .write(|db| signups::keep_place(db, &signup_id(1), SignupState::ToReconfirm, &act(5)))
            .unwrap();
        assert!(matches!(ask, Guarded::Done(_)));
        assert_eq!(the_shift(store).taken, 2);
        let back = || {
            store
                .write(|db| signups::give_back(db, &signup_id(1), SignupState::Withdrawn, &act(6)))
                .unwrap()
        };
        let Guarded::Done(given) = back() else {
            panic!("it held a place")
        };
        assert_eq!(
            (given.state, given.changed_at, given.version),
            (SignupState::Withdrawn, now(6), 3)
        );
        assert_eq!(back(), Guarded::Stale(given), "twice is once");
        assert_eq!(the_shift(store).taken, 1);
        let wrong = store.write(|db| signups::give_back(db, &signup_id(3), SignupState::Confirmed, &act(6)));
        assert!(matches!(wrong, Err(StoreError::Broken(_))));

        assert!(
            matches!(take(store, 1, 5), Taking::Taken(_)),
            "who gave back may come again"
        );
        let steps = store.read(|db| signups::history(db, &signup_id(1))).unwrap();
        let states: Vec<_> = steps.iter().map(|step| (step.from_state, step.to_state)).collect();
        let expected = [
            (None, SignupState::Confirmed),
            (Some(SignupState::Confirmed), SignupState::ToReconfirm),
            (Some(SignupState::ToReconfirm), SignupState::Withdrawn),
        ];
        assert_eq!(states, expected);
    });
}

#[test]
fn closed_shifts_and_closed_accounts() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let closed = Shift {
            state: ShiftState::Closed,
            ..the_shift(store)
        };
        assert!(matches!(
            store.write(|db| shifts::save(db, &closed)).unwrap(),
            Guarded::Done(_)
        ));
        assert_eq!(take(store, 1, 1), Taking::NotOpen(the_shift(store)));
        let mut gone = person(1);
        gone.active = false;
        assert!(matches!(
            store.write(|db| people::save(db, &gone)).unwrap(),
            Guarded::Done(_)
        ));
        let held = store.write(|db| people::hold(db, &person_id(1)).map(|held| held.id().clone()));
        assert_eq!(held, Err(StoreError::NotFound));
    });
}

#[test]
fn an_edit_made_before_a_place_was_taken_does_not_undo_it() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let before = the_shift(store);
        assert!(matches!(take(store, 1, 1), Taking::Taken(_)));
        let edit = store.write(|db| shifts::save(db, &before)).unwrap();
        assert_eq!(edit, Guarded::Stale(the_shift(store)));
    });
}

#[test]
fn who_is_where() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        assert!(matches!(take(store, 2, 1), Taking::Taken(_)));
        assert!(matches!(take(store, 1, 2), Taking::Taken(_)));
        let day_of = |text| store.read(|db| visits::of_day(db, day(text)).and_then(|all| shifts::with_crew(db, all)));
        let sheet = day_of("2027-07-01").unwrap();
        let names: Vec<_> = sheet[0].shifts[0]
            .crew
            .iter()
            .map(|member| member.name.as_str())
            .collect();
        assert_eq!(names, ["Osoba 2", "Osoba 1"], "the first to come first");
        assert_eq!(day_of("2027-07-02").unwrap(), []);

        let mine = store
            .read(|db| signups::of_person(db, &person_id(1), day("2027-07-01")))
            .unwrap();
        assert_eq!(
            (mine.len(), &mine[0].visit.id, &mine[0].shift.id),
            (1, &visit_id(1), &shift_id(1))
        );
        assert_eq!(
            store
                .read(|db| signups::of_person(db, &person_id(1), day("2027-07-02")))
                .unwrap(),
            []
        );
        let open = |text| store.read(|db| shifts::open_from(db, day(text))).unwrap().len();
        assert_eq!((open("2027-07-01"), open("2027-07-02")), (1, 0));

        let mut cancelled = visit(1, "2027-07-01");
        cancelled.state = VisitState::Cancelled;
        let released = store.write(|db| {
            let done = visits::save(db, &cancelled)?;
            for signup in signups::of_shift(db, &shift_id(1))? {
                let _ = signups::give_back(db, &signup.id, SignupState::Released, &act(9))?;
            }
            Ok::<_, StoreError>(done)
        });
        assert!(matches!(released.unwrap(), Guarded::Done(_)));
        assert_eq!((open("2027-07-01"), the_shift(store).taken), (0, 0));
        assert_eq!(day_of("2027-07-01").unwrap()[0].shifts[0].crew, []);
    });
}
