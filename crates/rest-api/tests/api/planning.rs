//! A plan from the request to the release.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use serde_json::{Value, json};
use vocabulary::{PlanId, Timestamp};

use crate::{
    all, check, empty,
    harness::{Database, Running},
    on_both, published, season, text,
};

/// The events of a stream: name and data.
fn events(body: &str) -> Vec<(String, Value)> {
    let event = |block: &str| {
        let name = block.lines().find_map(|line| line.strip_prefix("event: "))?;
        let data = block.lines().find_map(|line| line.strip_prefix("data: "))?;
        Some((name.to_owned(), serde_json::from_str(data).unwrap()))
    };
    body.split("\n\n").filter_map(event).collect()
}

#[test]
fn a_plan_is_asked_for_watched_and_published() {
    on_both(|database| {
        let (service, token) = published(database);
        let token = token.as_str();
        let plans = format!("/api/v1/seasons/{}/plans", season(&service, token));
        check(
            &service.post(&plans, Some(token), &empty()),
            422,
            "invalid",
            &["/seconds"],
        );
        let ask = |key: &str| {
            let body = json!({"seed": 2, "iterations": 30});
            service.send("POST", &plans, Some(token), &[("idempotency-key", key)], Some(&body))
        };
        let asked = ask("plan-1");
        assert_eq!(
            (asked.status, &asked.json()["state"]),
            (202, &json!("queued")),
            "{}",
            asked.body
        );
        assert_eq!(
            (ask("plan-1").body, ask("plan-1").location),
            (asked.body.clone(), asked.location.clone())
        );
        assert_eq!(
            all(&service, &plans, token, 1).len(),
            2,
            "the first release's and this one"
        );

        let stream = service.get(&format!("{}/events", asked.location), Some(token));
        assert_eq!(
            (stream.status, stream.content_type.as_str()),
            (200, "text/event-stream")
        );
        let told = events(&stream.body);
        let (last, before) = told.split_last().unwrap();
        assert!(before.iter().all(|(name, _)| name == "progress"), "{}", stream.body);
        assert_eq!(
            (last.0.as_str(), &last.1["state"]),
            ("end", &json!("ready")),
            "{}",
            stream.body
        );
        let result = service.get(&format!("{}/result", asked.location), Some(token));
        assert_eq!((result.status, &result.json()["seed"]), (200, &json!(2)));
        let cancel = service.post(&format!("{}/cancel", asked.location), Some(token), &empty());
        check(&cancel, 409, "refused", &["plan-ended"]);

        let publish = |key: &str| {
            let path = format!("{}/publish", asked.location);
            service.send("POST", &path, Some(token), &[("idempotency-key", key)], None)
        };
        let released = publish("publish-1");
        assert_eq!(
            (released.status, &released.json()["number"]),
            (201, &json!(2)),
            "{}",
            released.body
        );
        assert_eq!(publish("publish-1").body, released.body);
        check(&publish("publish-2"), 409, "refused", &["plan-already-published"]);
        let release = service.get(&released.location, Some(token)).json();
        assert_eq!(
            (&release["number"], &release["publication"]["release"]),
            (&json!(2), &json!(2))
        );
        let releases = format!("/api/v1/seasons/{}/releases", season(&service, token));
        let numbers: Vec<_> = all(&service, &releases, token, 1)
            .iter()
            .map(|r| r["number"].clone())
            .collect();
        assert_eq!(numbers, [1, 2]);
    });
}

#[test]
fn a_running_plan_is_cancelled_and_whoever_watches_is_told() {
    on_both(|database| {
        let (service, token) = published(database);
        let plans = format!("/api/v1/seasons/{}/plans", season(&service, &token));
        let asked = service.post(&plans, Some(&token), &json!({"iterations": 10_000_000, "seconds": 600}));
        let stream = std::thread::scope(|scope| {
            let watching = scope.spawn(|| service.get(&format!("{}/events", asked.location), Some(&token)));
            while service.get(&asked.location, Some(&token)).json()["state"] != "running" {
                std::thread::yield_now();
            }
            check(
                &service.get(&format!("{}/result", asked.location), Some(&token)),
                404,
                "not-found",
                &[],
            );
            let cancelled = service.post(&format!("{}/cancel", asked.location), Some(&token), &empty());
            assert_eq!(
                (cancelled.status, &cancelled.json()["state"]),
                (200, &json!("cancelled"))
            );
            watching.join().unwrap()
        });
        let (name, plan) = events(&stream.body).pop().unwrap();
        assert_eq!((name.as_str(), text(&plan["state"])), ("end", "cancelled".to_owned()));
        let publish = service.post(&format!("{}/publish", asked.location), Some(&token), &empty());
        check(&publish, 409, "refused", &["plan-not-ready"]);
    });
}

/// Waits until a plan is as asked.
fn wait_for(service: &Running, address: &str, token: &str, done: impl Fn(&Value) -> bool) -> Value {
    loop {
        let plan = service.get(address, Some(token)).json();
        if done(&plan) {
            return plan;
        }
        std::thread::yield_now();
    }
}

#[test]
fn a_running_plan_is_taken_as_it_stands_and_a_stopped_one_as_it_stood() {
    on_both(|database| {
        let (service, token) = published(database);
        let plans = format!("/api/v1/seasons/{}/plans", season(&service, &token));
        let long = json!({"iterations": 10_000_000, "seconds": 600});
        let keep = |plan: &str| service.post(&format!("{plan}/keep"), Some(&token), &empty());

        let asked = service.post(&plans, Some(&token), &long);
        wait_for(&service, &asked.location, &token, |plan| !plan["best_at"].is_null());
        let waiting = service.post(&plans, Some(&token), &long);
        check(&keep(&waiting.location), 409, "refused", &["no-plan-yet"]);
        assert_eq!(keep(&asked.location).status, 200);
        wait_for(&service, &asked.location, &token, |plan| plan["state"] == "ready");
        let result = service.get(&format!("{}/result", asked.location), Some(&token)).json();
        assert!(result["figures"]["visits"].as_u64().unwrap() > 0);
        check(&keep(&asked.location), 409, "refused", &["plan-ended"]);

        wait_for(&service, &waiting.location, &token, |plan| !plan["best_at"].is_null());
        let cancelled = service.post(&format!("{}/cancel", waiting.location), Some(&token), &empty());
        assert_eq!(cancelled.json()["state"], "cancelled");
        assert_eq!(keep(&waiting.location).json()["state"], "ready");
        let publish = service.post(&format!("{}/publish", waiting.location), Some(&token), &empty());
        assert_eq!(publish.status, 201, "{}", publish.body);
    });
}

#[test]
fn whoever_watches_does_not_hold_a_server_that_is_to_stop() {
    let (service, token) = published(Database::Sqlite);
    let plans = format!("/api/v1/seasons/{}/plans", season(&service, &token));
    let asked = service.post(&plans, Some(&token), &json!({"iterations": 10_000_000, "seconds": 600}));
    let mut line = TcpStream::connect(service.address.trim_start_matches("http://")).unwrap();
    let path = format!("{}/events", asked.location);
    write!(
        line,
        "GET {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n"
    )
    .unwrap();
    let mut told = Vec::new();
    while !String::from_utf8_lossy(&told).contains("event: progress") {
        let mut some = [0; 1024];
        let read = line.read(&mut some).unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&told));
        told.extend(&some[..read]);
    }
    drop(service);
    line.read_to_end(&mut told).unwrap();
    let told = String::from_utf8_lossy(&told);
    assert!(told.ends_with("\r\n0\r\n\r\n"), "cut off, not ended: {told}");
}

/// A plan whose planners all die; what becomes of it.
fn given_up(database: Database, leaves_a_plan: bool) -> Value {
    let (service, token) = published(database);
    let plans = format!("/api/v1/seasons/{}/plans", season(&service, &token));
    let released = service.get(&plans, Some(&token)).json()["items"][0]["id"].clone();
    let released: PlanId = text(&released).parse().unwrap();
    let stored = service.app.read(|db| Ok(storage::plans::result(db, &released)?));
    let stored = stored.unwrap().unwrap();
    // The only planner is held by another plan meanwhile.
    let long = json!({"iterations": 10_000_000, "seconds": 600});
    let first = service.post(&plans, Some(&token), &long);
    wait_for(&service, &first.location, &token, |plan| plan["state"] == "running");
    let deadly = service.post(&plans, Some(&token), &long);
    let now = Timestamp::from_unix_seconds(0);
    for _ in 0..3 {
        let die = |db: &mut storage::Db| {
            let claimed = storage::plans::claim(db, now)?.unwrap().plan;
            assert!(deadly.location.ends_with(claimed.id.as_str()));
            if leaves_a_plan {
                assert!(storage::plans::store_best(
                    db,
                    &claimed.id,
                    claimed.claims,
                    &stored,
                    now
                )?);
            }
            // As if its server had died. The other planner's job gives signs of life.
            storage::plans::requeue_stale(db, now.plus_seconds(1))?;
            Ok(())
        };
        service.app.write(die).unwrap();
    }
    service.post(&format!("{}/cancel", first.location), Some(&token), &empty());
    let ended = wait_for(&service, &deadly.location, &token, |plan| plan["state"] != "queued");
    if leaves_a_plan {
        let result = service.get(&format!("{}/result", deadly.location), Some(&token));
        assert_eq!(result.json(), stored.read::<Value>().unwrap());
    }
    ended
}

#[test]
fn a_plan_that_is_never_finished_is_given_up() {
    on_both(|database| {
        let given_up = given_up(database, false);
        assert_eq!(given_up["state"], "failed", "{given_up}");
        assert!(text(&given_up["error"]).contains("three times"), "{given_up}");
    });
}

#[test]
fn a_plan_that_is_never_finished_ends_with_the_best_that_was_stored() {
    on_both(|database| {
        let ended = given_up(database, true);
        assert_eq!(
            (&ended["state"], &ended["error"]),
            (&json!("ready"), &Value::Null),
            "{ended}"
        );
    });
}
