//! Planning jobs: asked for, claimed, alive or given up, ended.

use storage::{Json, Kept, NewPlan, Page, PlanFailure, Pulse, Store, StoreError, TravelMatrix, plans, travel_matrices};
use vocabulary::{PlanId, PlanKind, PlanState, PlanTravel};

use crate::{on_both, samples::*};

fn plan(number: u128) -> PlanId {
    PlanId::from_uuid(n(number))
}

pub(crate) fn request(store: &Store, number: u128) {
    let new = NewPlan {
        id: plan(number),
        season_id: season_id(),
        kind: PlanKind::Solve,
        base_plan: None,
        changes: None,
        seed: u64::MAX,
        iteration_limit: Some(2000),
        second_limit: None,
        problem: Json::of("problem").unwrap(),
        travel: PlanTravel::Engine,
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
        assert_eq!(
            store
                .write(|db| plans::heartbeat(db, &plan(1), 1, &progress, now(5)))
                .unwrap(),
            Pulse::Ours
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
        assert_eq!(
            store
                .write(|db| plans::heartbeat(db, &plan(2), 1, &progress, now(8)))
                .unwrap(),
            Pulse::Lost,
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
        let set = |claim, text: &str| {
            let problem = Json::of(text).unwrap();
            store
                .write(|db| plans::set_problem(db, &plan(1), claim, &problem))
                .unwrap()
        };
        assert!(!set(1, "of a dead planner"));
        assert!(set(2, "with travel"));
        assert!(
            !store
                .write(|db| plans::finish(db, &plan(1), 1, &late, now(62)))
                .unwrap()
        );
        let why = PlanFailure {
            error: "no room".to_owned(),
            facts: Some(Json::of(&["room"]).unwrap()),
        };
        assert!(store.write(|db| plans::fail(db, &plan(1), 2, &why, now(62))).unwrap());
        let failed = store.read(|db| plans::get(db, &plan(1))).unwrap();
        assert_eq!(
            (failed.state, failed.error.as_deref(), failed.travel),
            (PlanState::Failed, Some("no room"), PlanTravel::Engine)
        );
        assert_eq!(failed.failure, why.facts);
        assert!(!set(2, "too late"));
        assert_eq!(
            store.read(|db| plans::problem(db, &plan(1))).unwrap(),
            Json::of("with travel").unwrap()
        );
    });
}

#[test]
fn the_best_plan_so_far_outlives_its_planner() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let keep = |at: i64| store.write(|db| plans::keep(db, &plan(1), now(at))).unwrap();
        let best = |claim: u32, text: &str, at: i64| {
            let best = Json::of(text).unwrap();
            store
                .write(|db| plans::store_best(db, &plan(1), claim, &best, now(at)))
                .unwrap()
        };
        request(store, 1);
        assert_eq!(keep(0), Kept::Nothing, "it waits, and nobody has planned anything");
        assert_eq!(claim(store, 1), Some((plan(1), 1)));
        assert!(best(1, "first", 2) && best(1, "second", 3));
        let row = store.read(|db| plans::get(db, &plan(1))).unwrap();
        assert_eq!(
            (row.best_at, row.heartbeat_at, row.keep_now),
            (Some(now(3)), Some(now(3)), false)
        );
        assert_eq!(
            store.read(|db| plans::result(db, &plan(1))).unwrap(),
            None,
            "it is no result yet"
        );

        // The planner is told at its next sign of life, and dies before it hands in.
        assert_eq!(keep(4), Kept::Asked);
        let progress = Json::of(&[1]).unwrap();
        let pulse = store
            .write(|db| plans::heartbeat(db, &plan(1), 1, &progress, now(5)))
            .unwrap();
        assert_eq!(pulse, Pulse::Keep);
        assert_eq!(store.write(|db| plans::requeue_stale(db, now(60))).unwrap(), 1);
        assert!(!best(1, "late", 61), "given up for dead");
        assert_eq!(keep(62), Kept::Taken);
        let row = store.read(|db| plans::get(db, &plan(1))).unwrap();
        assert_eq!((row.state, row.finished_at), (PlanState::Ready, Some(now(62))));
        let result = store.read(|db| plans::result(db, &plan(1))).unwrap();
        assert_eq!(result, Some(Json::of("second").unwrap()));
        assert_eq!(keep(63), Kept::Nothing, "it is ready");
        assert_eq!(
            store.write(|db| plans::keep(db, &plan(9), now(7))),
            Err(StoreError::NotFound)
        );
    });
}

#[test]
fn a_plan_that_was_stopped_is_taken_as_it_stood() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let best = Json::of("best").unwrap();
        for (number, end) in [(1, "cancelled"), (2, "failed")] {
            request(store, number);
            let (id, claims) = claim(store, 1).unwrap();
            assert!(
                store
                    .write(|db| plans::store_best(db, &id, claims, &best, now(2)))
                    .unwrap()
            );
            let ended = match end {
                "failed" => store
                    .write(|db| plans::fail(db, &id, claims, &"why".into(), now(3)))
                    .unwrap(),
                _ => store.write(|db| plans::cancel(db, &id, now(3))).unwrap(),
            };
            assert!(ended);
            assert_eq!(store.write(|db| plans::keep(db, &id, now(4))).unwrap(), Kept::Taken);
            let row = store.read(|db| plans::get(db, &id)).unwrap();
            assert_eq!((row.state, row.error), (PlanState::Ready, None));
        }
    });
}

#[test]
fn a_plan_again_starts_from_a_plan() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        request(store, 1);
        let new = |id: u128, base_plan: Option<PlanId>, changes: Option<Json>| NewPlan {
            id: plan(id),
            season_id: season_id(),
            kind: PlanKind::WhatIf,
            base_plan,
            changes,
            seed: 1,
            iteration_limit: None,
            second_limit: Some(5),
            problem: Json::of("problem").unwrap(),
            travel: PlanTravel::Estimate,
            requested_by: None,
            requested_at: now(0),
        };
        let changes = Some(Json::of(&["change"]).unwrap());
        let again = new(2, Some(plan(1)), changes.clone());
        let made = store.write(|db| plans::request(db, &again)).unwrap();
        assert_eq!(
            (made.kind, made.base_plan, made.changes),
            (PlanKind::WhatIf, Some(plan(1)), changes.clone())
        );
        // Never half: without the plan to start from, or without what is changed, there is no such job.
        for half in [new(3, None, changes), new(3, Some(plan(1)), None)] {
            assert!(store.write(|db| plans::request(db, &half)).is_err());
        }
    });
}

#[test]
fn a_season_has_one_travel_matrix_or_none() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 1)).unwrap();
        let get = || store.read(|db| travel_matrices::get(db, &season_id())).unwrap();
        assert_eq!(get(), None);
        for text in ["first", "second"] {
            let matrix = TravelMatrix {
                season_id: season_id(),
                matrix: Json::of(text).unwrap(),
                uploaded_by: None,
                uploaded_at: now(1),
            };
            store.write(|db| travel_matrices::put(db, &matrix)).unwrap();
            assert_eq!(get(), Some(matrix));
        }
        assert!(store.write(|db| travel_matrices::remove(db, &season_id())).unwrap());
        assert!(!store.write(|db| travel_matrices::remove(db, &season_id())).unwrap());
        assert_eq!(get(), None);
    });
}
