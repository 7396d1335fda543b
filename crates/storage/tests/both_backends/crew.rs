//! Taking places and giving them back; who is on which shift.

use storage::{Beginning, Begun, Guarded, Shift, Stepped, Store, StoreError, people, shifts, signups, visits};
use vocabulary::{ShiftState, SignupState, VisitState};

use crate::{on_both, samples::*};

fn take(store: &Store, who: u128, signup: u128) -> Begun {
    begin(store, who, signup, SignupState::Confirmed, false)
}

fn begin(store: &Store, who: u128, signup: u128, state: SignupState, in_training: bool) -> Begun {
    let outcome = store.write(|db| {
        let person = people::hold(db, &person_id(who))?;
        let beginning = Beginning {
            in_training,
            ..beginning(signup, state)
        };
        signups::begin(db, &person, &beginning, &act(i64::try_from(signup).unwrap()))
    });
    outcome.unwrap()
}

fn step(store: &Store, signup: u128, from: SignupState, to: SignupState, at: i64) -> Stepped {
    let outcome = store.write(|db| signups::step(db, &signup_id(signup), (from, to), None, &act(at)));
    outcome.unwrap()
}

fn the_shift(store: &Store) -> Shift {
    store.read(|db| shifts::get(db, &shift_id(1))).unwrap()
}

#[test]
fn a_place_is_taken_and_given_back() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 3)).unwrap();
        let Begun::Done(first) = take(store, 1, 1) else {
            panic!("both places are free")
        };
        assert_eq!(
            (first.state, first.created_at, first.version),
            (SignupState::Confirmed, now(1), 1)
        );
        assert_eq!(take(store, 1, 2), Begun::Before(first.clone()));
        assert!(matches!(take(store, 2, 3), Begun::Done(_)));
        assert_eq!(take(store, 3, 4), Begun::Full(the_shift(store)));
        assert_eq!(the_shift(store).taken, 2);

        let ask = step(store, 1, SignupState::Confirmed, SignupState::ToReconfirm, 5);
        assert!(matches!(ask, Stepped::Done(_)));
        assert_eq!(the_shift(store).taken, 2);
        let back = || step(store, 1, SignupState::ToReconfirm, SignupState::Withdrawn, 6);
        let Stepped::Done(given) = back() else {
            panic!("it held a place")
        };
        assert_eq!(
            (given.state, given.changed_at, given.version),
            (SignupState::Withdrawn, now(6), 3)
        );
        assert_eq!(back(), Stepped::Stale(given), "twice is once");
        assert_eq!(the_shift(store).taken, 1);

        assert!(
            matches!(take(store, 1, 5), Begun::Done(_)),
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
fn waiting_takes_no_place_and_an_offer_does() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 3)).unwrap();
        assert!(matches!(take(store, 1, 1), Begun::Done(_)));
        for (who, signup) in [(3, 2), (2, 3)] {
            let begun = begin(store, who, signup, SignupState::Waitlisted, false);
            assert!(matches!(begun, Begun::Done(_)));
        }
        let again = begin(store, 3, 4, SignupState::Waitlisted, false);
        assert!(matches!(again, Begun::Before(first) if first.id == signup_id(2)));
        assert_eq!(the_shift(store).taken, 1);
        let list = store.read(|db| signups::of_shift_in(db, &shift_id(1), &[SignupState::Waitlisted]));
        let list: Vec<_> = list.unwrap().into_iter().map(|signup| signup.id).collect();
        assert_eq!(list, [signup_id(2), signup_id(3)], "the first to come first");
        let counted = store.read(|db| signups::waiting(db, day("2027-07-01"))).unwrap();
        assert_eq!(counted.get(&shift_id(1)), Some(&2));

        let offer = || step(store, 2, SignupState::Waitlisted, SignupState::Offered, 8);
        assert_eq!(offer(), Stepped::Full(the_shift(store)), "the place is still held");
        let back = step(store, 1, SignupState::Confirmed, SignupState::Withdrawn, 8);
        assert!(matches!(back, Stepped::Done(_)));
        assert!(matches!(offer(), Stepped::Done(_)));
        assert_eq!(the_shift(store).taken, 1);
    });
}

#[test]
fn a_place_for_learning_does_not_count() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 3)).unwrap();
        let learn = |who, signup| begin(store, who, signup, SignupState::Confirmed, true);
        assert!(matches!(learn(1, 1), Begun::Done(_)));
        assert!(matches!(learn(2, 2), Begun::Full(_)), "there is one");
        assert_eq!((the_shift(store).taken, the_shift(store).training_taken), (0, 1));
        assert!(matches!(take(store, 3, 3), Begun::Done(_)));
        let back = step(store, 1, SignupState::Confirmed, SignupState::Withdrawn, 4);
        assert!(matches!(back, Stepped::Done(_)));
        assert_eq!((the_shift(store).taken, the_shift(store).training_taken), (1, 0));
    });
}

#[test]
fn what_the_clock_looks_at() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        let offered = Beginning {
            expires_at: Some(now(10)),
            ..beginning(1, SignupState::Offered)
        };
        let begun = store.write(|db| {
            let person = people::hold(db, &person_id(1))?;
            signups::begin(db, &person, &offered, &act(1))
        });
        assert!(matches!(begun.unwrap(), Begun::Done(_)));
        let overdue = |at| store.read(|db| signups::overdue(db, now(at))).unwrap().len();
        assert_eq!((overdue(10), overdue(11)), (0, 1), "the last instant still counts");
        let up_to = |text| {
            store
                .read(|db| signups::up_to(db, day(text), &[SignupState::Offered]))
                .unwrap()
                .len()
        };
        assert_eq!((up_to("2027-06-30"), up_to("2027-07-01")), (0, 1));
        let ended = step(store, 1, SignupState::Offered, SignupState::Expired, 11);
        assert!(matches!(ended, Stepped::Done(signup) if signup.expires_at.is_none()));
        assert_eq!(overdue(99), 0);
    });
}

#[test]
fn cancelled_shifts_and_closed_accounts() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let cancelled = Shift {
            state: ShiftState::Cancelled,
            ..the_shift(store)
        };
        assert!(matches!(
            store.write(|db| shifts::save(db, &cancelled)).unwrap(),
            Guarded::Done(_)
        ));
        assert_eq!(take(store, 1, 1), Begun::Full(the_shift(store)));
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
        assert!(matches!(take(store, 1, 1), Begun::Done(_)));
        let edit = store.write(|db| shifts::save(db, &before)).unwrap();
        assert_eq!(edit, Guarded::Stale(the_shift(store)));
    });
}

#[test]
fn who_is_where() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        assert!(matches!(take(store, 2, 1), Begun::Done(_)));
        assert!(matches!(take(store, 1, 2), Begun::Done(_)));
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
                let states = (signup.state, SignupState::Released);
                let _ = signups::step(db, &signup.id, states, None, &act(9))?;
            }
            Ok::<_, StoreError>(done)
        });
        assert!(matches!(released.unwrap(), Guarded::Done(_)));
        assert_eq!((open("2027-07-01"), the_shift(store).taken), (0, 0));
        assert_eq!(day_of("2027-07-01").unwrap()[0].shifts[0].crew, []);
    });
}
