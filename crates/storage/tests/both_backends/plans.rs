//! Planning jobs: asked for, claimed, alive or given up, ended.

use storage::{Json, NewPlan, Page, Store, StoreError, plans};
use vocabulary::{PlanId, PlanState};

use crate::{on_both, samples::*};

fn plan(number: u128) -> PlanId {
    PlanId::from_uuid(n(number))
}

pub(crate) fn request(store: &Store, number: u128) {
    let new = NewPlan {
        id: plan(number),
        season_id: season_id(),
        seed: u64::MAX,
        iteration_limit: Some(2000),
        second_limit: None,
        problem: Json::of("problem").unwrap(),
        requested_by: None,
        requested_at: now(0),
    };
    let made = store.write(|db| plans::request(db, &new)).unwrap();
    assert_eq!(
        (made.state, made.seed, made.iteration_limit),
        (PlanState::Queued, u64::MAX, Some(2000))
    );
}

fn claim(store: &Store, seconds: i64) -> Option<(PlanId, u32)> {
    let claimed = store.write(|db| plans::claim(db, now(seconds))).unwrap()?;
    assert_eq!(claimed.problem.read::<String>().unwrap(), "problem");
    Some((claimed.plan.id, claimed.plan.claims))
}

#[test]
fn from_request_to_result() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        request(store, 2);
        request(store, 1);
        assert_eq!(claim(store, 1), Some((plan(1), 1)));
        assert_eq!(claim(store, 1), Some((plan(2), 1)));
        assert_eq!(claim(store, 1), None);

        let progress = Json::of(&[50]).unwrap();
        assert!(
            store
                .write(|db| plans::heartbeat(db, &plan(1), 1, &progress, now(5)))
                .unwrap()
        );
        assert_eq!(
            store.read(|db| plans::get(db, &plan(1))).unwrap().progress,
            Some(progress.clone())
        );
        assert_eq!(store.read(|db| plans::result(db, &plan(1))).unwrap(), None);
        let result = Json::of("visits").unwrap();
        assert!(
            store
                .write(|db| plans::finish(db, &plan(1), 1, &result, now(6)))
                .unwrap()
        );
        let ready = store.read(|db| plans::get(db, &plan(1))).unwrap();
        assert_eq!((ready.state, ready.finished_at), (PlanState::Ready, Some(now(6))));
        assert_eq!(store.read(|db| plans::result(db, &plan(1))).unwrap(), Some(result));
        assert!(
            !store.write(|db| plans::cancel(db, &plan(1), now(7))).unwrap(),
            "it has ended"
        );
        assert_eq!(
            store.write(|db| plans::cancel(db, &plan(9), now(7))),
            Err(StoreError::NotFound)
        );

        assert!(store.write(|db| plans::cancel(db, &plan(2), now(7))).unwrap());
        assert!(
            !store
                .write(|db| plans::heartbeat(db, &plan(2), 1, &progress, now(8)))
                .unwrap(),
            "told to stop"
        );

        let newest = store
            .read(|db| plans::of_season(db, &season_id(), &Page::first(1)))
            .unwrap();
        assert_eq!(
            (newest.items[0].id.clone(), newest.next),
            (plan(2), Some(plan(2).to_string()))
        );
    });
}

#[test]
fn a_planner_given_up_for_dead_writes_nothing_more() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        request(store, 1);
        assert_eq!(claim(store, 0), Some((plan(1), 1)));
        assert_eq!(store.write(|db| plans::requeue_stale(db, now(0))).unwrap(), 0);
        assert_eq!(store.write(|db| plans::requeue_stale(db, now(60))).unwrap(), 1);
        assert_eq!(claim(store, 61), Some((plan(1), 2)));
        let late = Json::of("late").unwrap();
        assert!(
            !store
                .write(|db| plans::finish(db, &plan(1), 1, &late, now(62)))
                .unwrap()
        );
        assert!(
            store
                .write(|db| plans::fail(db, &plan(1), 2, "no room", now(62)))
                .unwrap()
        );
        let failed = store.read(|db| plans::get(db, &plan(1))).unwrap();
        assert_eq!(
            (failed.state, failed.error.as_deref()),
            (PlanState::Failed, Some("no room"))
        );
        assert_eq!(
            store.read(|db| plans::problem(db, &plan(1))).unwrap(),
            Json::of("problem").unwrap()
        );
    });
}
