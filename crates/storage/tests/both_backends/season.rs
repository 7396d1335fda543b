//! The town, a season, its release and a visit's life; the log; keys; lists in portions.

use storage::{
    Attempt, AuditRecord, Guarded, Json, Page, Release, Rule, Store, StoreError, Street, audit, estates, events,
    idempotency, people, releases, requests, seasons, service, stops, town, visits,
};
use vocabulary::{Certainty, PersonId, ReleaseId, StreetScope, VisitState};

use crate::{on_both, samples::*};

type No = StoreError;

fn rule<T: std::fmt::Debug>(outcome: Result<T, StoreError>) -> Rule {
    match outcome {
        Err(StoreError::Conflict(conflict)) => conflict.rule,
        other => panic!("not a conflict: {other:?}"),
    }
}

#[test]
fn what_goes_in_comes_out() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        let street = Street {
            name: "Otok".to_owned(),
            estate_id: Some(estate_id()),
            scope: StreetScope::Part,
            numbers: String::new(),
            former_names: String::new(),
            certainty: Certainty::Sourced,
            source: "radio".to_owned(),
        };
        let unknown = Street {
            name: "Bez osiedla".to_owned(),
            estate_id: None,
            ..street.clone()
        };
        store
            .write(|db| town::replace_streets(db, &[street.clone(), street.clone()]))
            .unwrap();
        store
            .write(|db| town::replace_streets(db, &[street.clone(), unknown.clone()]))
            .unwrap();
        let found = store.read(town::read).unwrap();
        assert_eq!((found.estates, found.stops), (vec![estate()], vec![stop()]));
        assert_eq!(found.streets, [street, unknown]);

        let whole = store.read(|db| seasons::whole(db, &season_id())).unwrap();
        assert_eq!(
            (whole.season, whole.requests, whole.events),
            (season(), vec![request()], vec![event()])
        );
        for (on, expected) in [("2027-07-01", 1), ("2026-01-01", 1), ("2028-01-01", 1)] {
            let around = store.read(|db| seasons::around(db, day(on))).unwrap();
            assert_eq!(around.into_iter().count(), expected, "{on}");
        }
        assert_eq!(
            store.read(|db| visits::get(db, &visit_id(1))).unwrap(),
            visit(1, "2027-07-01")
        );
        assert_eq!(store.read(|db| people::get(db, &person_id(1))).unwrap(), person(1));
        assert_eq!(
            store
                .read(|db| people::by_email(db, " Osoba1@Przyklad.EXAMPLE"))
                .unwrap(),
            person(1)
        );
        assert_eq!(store.read(|db| people::get(db, &person_id(9))), Err(No::NotFound));
    });
}

#[test]
fn the_schema_refuses() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        let again = store.write(|db| estates::insert(db, &estate()));
        assert_eq!(rule(again), Rule::Unique);
        let mut same_slug = stop();
        same_slug.id = vocabulary::StopId::from_uuid(n(2));
        assert_eq!(rule(store.write(|db| stops::insert(db, &same_slug))), Rule::Unique);
        let mut nowhere = visit(2, "2027-07-02");
        nowhere.stop_id = vocabulary::StopId::from_uuid(n(9));
        assert_eq!(rule(store.write(|db| visits::insert(db, &nowhere))), Rule::Reference);
        let mut backwards = visit(2, "2027-07-02");
        backwards.public_end = at("14:00");
        assert_eq!(rule(store.write(|db| visits::insert(db, &backwards))), Rule::Check);
        let mut lower = visit(2, "2027-07-02");
        lower.event_id = Some(event().id);
        store.write(|db| visits::insert(db, &lower)).unwrap();
        assert_eq!(
            rule(store.write(|db| events::delete(db, &event().id, 1))),
            Rule::Reference
        );
    });
}

#[test]
fn a_write_is_whole_or_nothing_and_a_read_writes_nothing() {
    on_both(|store| {
        let half = store.write(|db| {
            estates::insert(db, &estate())?;
            Err::<(), _>(StoreError::Broken("on purpose".to_owned()))
        });
        assert_eq!(half, Err(StoreError::Broken("on purpose".to_owned())));
        assert_eq!(
            store.read(|db| estates::get(db, &estate_id())),
            Err(StoreError::NotFound)
        );
        assert!(store.read(|db| estates::insert(db, &estate())).is_err());
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            store.write(|db| -> Result<(), StoreError> {
                estates::insert(db, &estate())?;
                panic!("on purpose")
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(
            store.read(|db| estates::get(db, &estate_id())),
            Err(StoreError::NotFound)
        );
        store.write(|db| estates::insert(db, &estate())).unwrap();
        store.ping().unwrap();
    });
}

#[test]
fn edits_notice_each_other_and_old_addresses_live() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        let mut mine = estate();
        mine.slug = "osiedle-lazek".parse().unwrap();
        mine.point = None;
        mine.uncertainty = None;
        let Guarded::Done(saved) = store.write(|db| estates::save(db, &mine)).unwrap() else {
            panic!("nobody else edited")
        };
        assert_eq!(saved.version, 2);
        assert_eq!(
            store.read(|db| estates::get(db, &estate_id())).unwrap(),
            saved,
            "none is stored as NULL"
        );

        let late = store.write(|db| estates::save(db, &estate())).unwrap();
        assert_eq!(late, Guarded::Stale(saved.clone()));
        for slug in ["lazek", "osiedle-lazek"] {
            let slug = slug.parse().unwrap();
            assert_eq!(store.read(|db| estates::by_slug(db, &slug)).unwrap(), saved);
        }
        assert_eq!(
            store.read(estates::former_slugs).unwrap(),
            [("lazek".parse().unwrap(), saved.id.clone())]
        );
        let mut other = estate();
        other.id = vocabulary::EstateId::from_uuid(n(2));
        assert_eq!(
            rule(store.write(|db| estates::insert(db, &other))),
            Rule::Unique,
            "a poster bears it"
        );
        // The owner may have its old name back.
        let back = estates_slug(saved, "lazek");
        assert!(matches!(
            store.write(|db| estates::save(db, &back)).unwrap(),
            Guarded::Done(_)
        ));

        assert!(matches!(
            store.write(|db| requests::delete(db, &request().id, 7)).unwrap(),
            Guarded::Stale(_)
        ));
        assert!(matches!(
            store.write(|db| requests::delete(db, &request().id, 1)).unwrap(),
            Guarded::Done(_)
        ));
        assert_eq!(
            store.write(|db| requests::delete(db, &request().id, 1)),
            Err(StoreError::NotFound)
        );
    });
}

fn estates_slug(estate: storage::Estate, slug: &str) -> storage::Estate {
    storage::Estate {
        slug: slug.parse().unwrap(),
        ..estate
    }
}

#[test]
fn a_release_and_the_life_of_a_visit() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 1)).unwrap();
        assert_eq!(store.read(|db| releases::latest(db, &season_id())).unwrap(), None);
        for number in 1..=2 {
            publish(store, number);
        }
        let latest = store.read(|db| releases::latest(db, &season_id())).unwrap().unwrap();
        assert_eq!(latest.number, 2);
        let frozen = store.read(|db| releases::publication(db, &latest.id)).unwrap();
        assert_eq!(frozen.read::<u32>().unwrap(), 2);
        assert_eq!(store.read(|db| releases::of_season(db, &season_id())).unwrap().len(), 2);
        let twice = Release {
            id: ReleaseId::from_uuid(n(7)),
            ..latest
        };
        assert_eq!(
            rule(store.write(|db| releases::publish(db, &twice, &Json::of(&0)?))),
            Rule::Unique
        );

        let mut cancelled = visit(1, "2027-07-01");
        cancelled.state = VisitState::Cancelled;
        cancelled.reason = Some("burza".to_owned());
        cancelled.sequence = 1;
        let change = store.write(|db| {
            let done = visits::save(db, &cancelled)?;
            releases::raise_public_revision(db, now(60))?;
            Ok::<_, StoreError>(done)
        });
        let Guarded::Done(cancelled) = change.unwrap() else {
            panic!("nobody else edited")
        };
        let revision = store.read(releases::public_revision).unwrap();
        assert_eq!((revision.revision, revision.changed_at), (3, Some(now(60))));

        store.write(|db| visits::insert(db, &visit(2, "2027-07-08"))).unwrap();
        let all = [cancelled.clone(), visit(2, "2027-07-08")];
        assert_eq!(
            store.read(|db| visits::of_season(db, &season_id())).unwrap(),
            all,
            "a cancelled visit stays"
        );
        assert_eq!(
            store.read(|db| visits::of_stop(db, &season_id(), &stop_id())).unwrap(),
            all
        );
        assert_eq!(
            store.read(|db| visits::of_day(db, day("2027-07-01"))).unwrap(),
            [cancelled]
        );
    });
}

fn publish(store: &Store, number: u32) {
    let outcome = store.write(|db| {
        let release = Release {
            id: ReleaseId::from_uuid(n(u128::from(number))),
            season_id: season_id(),
            number: releases::next_number(db, &season_id())?,
            plan_id: None,
            published_by: None,
            published_at: now(i64::from(number)),
        };
        releases::publish(db, &release, &Json::of(&number)?)?;
        releases::raise_public_revision(db, now(i64::from(number)))?;
        Ok::<_, StoreError>(release.number)
    });
    assert_eq!(outcome.unwrap(), number);
}

#[test]
fn lists_come_in_portions() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 5)).unwrap();
        let mut page = Page::first(2);
        let mut seen: Vec<PersonId> = Vec::new();
        let mut portions = 0;
        loop {
            let portion = store.read(|db| people::list(db, &page)).unwrap();
            seen.extend(portion.items.into_iter().map(|person| person.id));
            portions += 1;
            match portion.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, (1..=5).map(person_id).collect::<Vec<_>>());
        assert_eq!(portions, 3);

        for number in 0..3 {
            let record = AuditRecord {
                at: now(number),
                actor: Some(person_id(1)),
                action: "visit.cancel".to_owned(),
                thing: "visit".to_owned(),
                thing_id: format!("vis_{}", number % 2),
                detail: Json::of(&number).unwrap(),
            };
            store.write(|db| audit::append(db, &record)).unwrap();
        }
        let newest = store.read(|db| audit::list(db, None, &Page::first(2))).unwrap();
        assert_eq!(
            newest.items.iter().map(|item| item.record.at).collect::<Vec<_>>(),
            [now(2), now(1)]
        );
        let rest = Page {
            after: newest.next,
            limit: 2,
        };
        assert_eq!(store.read(|db| audit::list(db, None, &rest)).unwrap().items.len(), 1);
        let of_one = store
            .read(|db| audit::list(db, Some(("visit", "vis_0")), &Page::first(9)))
            .unwrap();
        assert_eq!((of_one.items.len(), of_one.next), (2, None));
    });
}

#[test]
fn one_press_is_one_answer() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        let press = |who: u128, body: &str, at: i64| {
            store.write(|db| {
                let attempt = idempotency::begin(db, &person_id(who), "key", body, now(at))?;
                if attempt == Attempt::Fresh {
                    idempotency::finish(db, &person_id(who), "key", 201, "made")?;
                }
                Ok::<_, StoreError>(attempt)
            })
        };
        assert_eq!(press(1, "a", 0).unwrap(), Attempt::Fresh);
        let kept = Attempt::Done {
            status: 201,
            body: "made".to_owned(),
        };
        assert_eq!(press(1, "a", 1).unwrap(), kept);
        assert_eq!(press(1, "b", 1).unwrap(), Attempt::OtherRequest);
        assert_eq!(press(2, "b", 1).unwrap(), Attempt::Fresh, "keys are each person's own");
        assert_eq!(store.write(|db| idempotency::prune(db, now(1))).unwrap(), 1);
        assert_eq!(press(1, "b", 2).unwrap(), Attempt::Fresh);
    });
}

#[test]
fn facts_of_the_installation() {
    on_both(|store| {
        assert_eq!(store.read(|db| service::get(db, "host")).unwrap(), None);
        assert_eq!(
            store.write(|db| service::settle(db, "host", "a.example")).unwrap(),
            "a.example"
        );
        assert_eq!(
            store.write(|db| service::settle(db, "host", "b.example")).unwrap(),
            "a.example"
        );
        store.write(|db| service::put(db, "host", "c.example")).unwrap();
        assert_eq!(
            store.read(|db| service::get(db, "host")).unwrap().as_deref(),
            Some("c.example")
        );
    });
}
