//! A plan from the request to the release.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use serde_json::{Value, json};
use vocabulary::Timestamp;

use crate::{all, check, empty, harness::Database, on_both, published, season, text};

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

#[test]
fn a_plan_that_is_never_finished_is_given_up() {
    on_both(|database| {
        let (service, token) = published(database);
        let plans = format!("/api/v1/seasons/{}/plans", season(&service, &token));
        // The only planner is held by another plan meanwhile.
        let long = json!({"iterations": 10_000_000, "seconds": 600});
        let first = service.post(&plans, Some(&token), &long);
        while service.get(&first.location, Some(&token)).json()["state"] != "running" {
            std::thread::yield_now();
        }
        let deadly = service.post(&plans, Some(&token), &long);
        let now = Timestamp::from_unix_seconds(0);
        for _ in 0..3 {
            let claimed = service
                .app
                .write(|db| Ok(storage::plans::claim(db, now)?))
                .unwrap()
                .unwrap();
            assert!(deadly.location.ends_with(claimed.plan.id.as_str()));
            // As if its server had died. The other planner's job gives signs of life.
            service
                .app
                .write(|db| Ok(storage::plans::requeue_stale(db, now.plus_seconds(1))?))
                .unwrap();
        }
        service.post(&format!("{}/cancel", first.location), Some(&token), &empty());
        let given_up = loop {
            let plan = service.get(&deadly.location, Some(&token)).json();
            if plan["state"] != "queued" {
                break plan;
            }
            std::thread::yield_now();
        };
        assert_eq!(given_up["state"], "failed", "{given_up}");
        assert!(text(&given_up["error"]).contains("three times"), "{given_up}");
    });
}
