//! Estates, stops, requests, events and seasons: made, read, changed, deleted, never against the season's rules.

use std::sync::Barrier;

use serde_json::{Value, json};

use crate::{
    all, check,
    harness::{Database, a_morning},
    on_both, published, put, season, text,
};

fn by_slug(things: &[Value], slug: &str) -> Value {
    things
        .iter()
        .find(|thing| thing["slug"] == slug)
        .unwrap_or_else(|| panic!("{slug}"))
        .clone()
}

/// A thing as it was read, as it is sent back: without what the server alone says.
fn input(shape: &Value) -> Value {
    let mut fields = shape.as_object().unwrap().clone();
    for name in ["id", "version", "season"] {
        fields.remove(name);
    }
    Value::Object(fields)
}

#[test]
fn estates_and_stops() {
    on_both(|database| {
        let (service, token) = published(database);
        let estates = all(&service, "/api/v1/estates", &token, 5);
        assert_eq!(estates.len(), 17);
        let stops = all(&service, "/api/v1/stops", &token, 7);
        assert_eq!(stops.len(), all(&service, "/api/v1/stops", &token, 500).len());

        let estate = by_slug(&estates, "lazek");
        let path = format!("/api/v1/estates/{}", text(&estate["id"]));
        let read = service.get(&path, Some(&token));
        assert_eq!((read.json(), read.etag.as_str()), (estate.clone(), "\"1\""));
        let mut renamed = input(&estate);
        renamed["slug"] = json!("nowy-lazek");
        let done = put(&service, &token, &path, &read.etag, &renamed);
        assert_eq!(
            (done.status, &done.json()["slug"]),
            (200, &json!("nowy-lazek")),
            "{}",
            done.body
        );
        assert_eq!(service.get("/estates/nowy-lazek.ics", None).status, 200);
        assert_eq!(service.get("/estates/lazek.ics", None).status, 200);
        let moved = service.get("/uk/osiedla/lazek/plakat.pdf?rozmiar=a3&drugi=pl", None);
        assert_eq!(
            (moved.status, moved.location.as_str()),
            (308, "/uk/osiedla/nowy-lazek/plakat.pdf?rozmiar=a3&drugi=pl")
        );
        check(&put(&service, &token, &path, &read.etag, &renamed), 412, "stale", &[]);

        let mut wrong = renamed.clone();
        wrong["name"] = json!(" ");
        wrong["weight"] = json!(0);
        check(
            &put(&service, &token, &path, "\"2\"", &wrong),
            422,
            "invalid",
            &["/name", "/weight"],
        );
        let mut swapped = renamed.clone();
        swapped["point"] = json!({"lat": estate["point"]["lon"], "lon": estate["point"]["lat"]});
        check(
            &put(&service, &token, &path, "\"2\"", &swapped),
            422,
            "invalid",
            &["/point"],
        );
        let mut taken = renamed.clone();
        taken["slug"] = by_slug(&estates, "centrum")["slug"].clone();
        check(&put(&service, &token, &path, "\"2\"", &taken), 409, "conflict", &[]);
        let mut new = input(&estate);
        check(
            &service.post("/api/v1/estates", Some(&token), &new),
            409,
            "conflict",
            &[],
        );
        new["slug"] = json!("za-torami");
        let made = service.post("/api/v1/estates", Some(&token), &new);
        assert_eq!(made.status, 201, "{}", made.body);
        assert_eq!(service.get(&made.location, Some(&token)).json(), made.json());

        let stop = stops.iter().find(|stop| stop["estate"] == estate["id"]).unwrap();
        let path = format!("/api/v1/stops/{}", text(&stop["id"]));
        let mut wrong = input(stop);
        wrong["details"]["setup_minutes"] = json!(20);
        wrong["details"]["hours"] = json!({"mon": ["10:00-10:10"]});
        wrong["details"]["colour"] = json!("red");
        check(
            &put(&service, &token, &path, "\"1\"", &wrong),
            400,
            "malformed",
            &["/details/colour"],
        );
        wrong["details"].as_object_mut().unwrap().remove("colour");
        wrong["estate"] = json!(crate::nobodys("est"));
        check(
            &put(&service, &token, &path, "\"1\"", &wrong),
            422,
            "invalid",
            &["/estate"],
        );
        wrong["estate"] = made.json()["id"].clone();
        check(
            &put(&service, &token, &path, "\"1\"", &wrong),
            422,
            "invalid",
            &["/details/hours"],
        );
        wrong["details"]["hours"] = json!({"mon": ["10:00-18:00"], "tue": ["10:00-18:00"]});
        let done = put(&service, &token, &path, "\"1\"", &wrong);
        assert_eq!(
            (done.status, &done.json()["details"]["setup_minutes"]),
            (200, &json!(20)),
            "{}",
            done.body
        );
        assert_eq!(service.get(&path, Some(&token)).json(), done.json());

        // A stop that lies in no estate is not shown; that it was renamed must not keep the calendar from going on.
        let hidden = json!({"slug": "bez-osiedla", "name": "Plac", "kind": "square", "certainty": "unknown"});
        let hidden = service.post("/api/v1/stops", Some(&token), &hidden);
        assert_eq!(hidden.status, 201, "{}", hidden.body);
        let mut renamed = input(&hidden.json());
        renamed["slug"] = json!("wciaz-bez-osiedla");
        let revision = || {
            service.get("/api/v1/public/visits", None).json()["revision"]
                .as_u64()
                .unwrap()
        };
        let before = revision();
        assert_eq!(
            put(&service, &token, &hidden.location, &hidden.etag, &renamed).status,
            200
        );
        assert!(revision() > before, "the public sees the newest state");

        let log = format!("/api/v1/audit?thing=stop&thing_id={}", text(&stop["id"]));
        let log = service.get(&log, Some(&token)).json();
        assert_eq!(log["items"][0]["action"], "stop.update", "{log}");
        assert_eq!(
            log["items"].as_array().unwrap().len(),
            1,
            "what is refused leaves no line: {log}"
        );
    });
}

#[test]
fn requests() {
    on_both(|database| {
        let (service, token) = published(database);
        let list = format!("/api/v1/seasons/{}/requests", season(&service, &token));
        let requests = all(&service, &list, &token, 4);
        let path = format!("/api/v1/requests/{}", text(&requests[0]["id"]));
        let mut changed = input(&requests[0]);
        changed["rules"]["least"] = json!(5);
        changed["rules"]["wanted"] = json!(2);
        changed["rules"]["public_minutes"] = json!(5);
        let refused = put(&service, &token, &path, "\"1\"", &changed);
        check(&refused, 422, "invalid", &["/rules/wanted", "/rules/public_minutes"]);
        changed["rules"]["least"] = json!(1);
        changed["rules"]["public_minutes"] = json!(60);
        let done = put(&service, &token, &path, "\"1\"", &changed);
        assert_eq!(
            (done.status, &done.json()["rules"]["wanted"]),
            (200, &json!(2)),
            "{}",
            done.body
        );
        check(&service.post(&list, Some(&token), &changed), 409, "conflict", &[]);

        let delete = |etag: &str| service.send("DELETE", &path, Some(&token), &[("if-match", etag)], None);
        check(
            &service.send("DELETE", &path, Some(&token), &[], None),
            428,
            "precondition-required",
            &[],
        );
        let late = delete("\"1\"");
        check(&late, 412, "stale", &[]);
        assert_eq!(late.json()["current"], done.json());
        assert_eq!(delete(&done.etag).status, 204);
        check(&service.get(&path, Some(&token)), 404, "not-found", &[]);
        let again = service.post(&list, Some(&token), &json!({"stop": changed["stop"]}));
        assert_eq!(again.status, 201, "{}", again.body);
        assert_eq!(
            again.json()["rules"]["note"],
            "",
            "what is left out has its default: {}",
            again.body
        );
        assert_eq!(all(&service, &list, &token, 500).len(), requests.len());
    });
}

#[test]
fn events() {
    on_both(|database| {
        let (service, token) = published(database);
        let list = format!("/api/v1/seasons/{}/events", season(&service, &token));
        let before = all(&service, &list, &token, 3);
        let days: Vec<_> = before.iter().map(|event| text(&event["day"])).collect();
        assert!(days.is_sorted(), "{days:?}");
        let mut new = json!({"slug": "festyn", "name": "Festyn", "day": "2027-12-24", "effect": "take-part"});
        let refused = service.post(&list, Some(&token), &new);
        check(&refused, 422, "invalid", &["/hours", "/stop", "/day"]);
        new["day"] = json!("2027-07-24");
        new["effect"] = json!("show-only");
        let made = service.post(&list, Some(&token), &new);
        assert_eq!(made.status, 201, "{}", made.body);
        check(&service.post(&list, Some(&token), &new), 409, "conflict", &[]);
        let mut changed = input(&made.json());
        changed["hours"] = json!("14:00-18:00");
        let done = put(&service, &token, &made.location, &made.etag, &changed);
        assert_eq!(
            (done.status, &done.json()["hours"]),
            (200, &json!("14:00-18:00")),
            "{}",
            done.body
        );
        let delete = |path: &str, etag: &str| service.send("DELETE", path, Some(&token), &[("if-match", etag)], None);
        check(&delete(&made.location, &made.etag), 412, "stale", &[]);
        assert_eq!(delete(&made.location, &done.etag).status, 204);
        assert_eq!(all(&service, &list, &token, 500), before);
        if let Some(visited) = before.iter().find(|event| event["effect"] == "take-part") {
            let path = format!("/api/v1/events/{}", text(&visited["id"]));
            check(&delete(&path, "\"1\""), 409, "refused", &["event-has-visit"]);
        }
    });
}

#[test]
fn a_key_makes_one_thing_however_often_it_is_sent() {
    on_both(|database| {
        let (service, token) = published(database);
        let list = format!("/api/v1/seasons/{}/events", season(&service, &token));
        let before = all(&service, &list, &token, 500).len();
        let body = json!({"slug": "festyn", "name": "Festyn", "day": "2027-07-24", "effect": "show-only"});
        let send = |key: &str, body: &Value| {
            service.send("POST", &list, Some(&token), &[("idempotency-key", key)], Some(body))
        };
        let start = Barrier::new(8);
        let answers: Vec<_> = std::thread::scope(|scope| {
            let call = || {
                start.wait();
                send("guzik-1", &body)
            };
            let calls: Vec<_> = (0..8).map(|_| scope.spawn(call)).collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        for answer in &answers {
            assert_eq!((answer.status, &answer.body), (201, &answers[0].body));
            assert_eq!(
                (&answer.location, &answer.etag),
                (&answers[0].location, &answers[0].etag)
            );
        }
        assert_eq!(all(&service, &list, &token, 500).len(), before + 1);
        let mut other = body.clone();
        other["name"] = json!("Inny festyn");
        check(&send("guzik-1", &other), 422, "key-reused", &[]);
        // A "no" leaves the key free for the mended request.
        check(&send("guzik-2", &other), 409, "conflict", &[]);
        other["slug"] = json!("inny-festyn");
        assert_eq!(send("guzik-2", &other).status, 201);
    });
}

fn folder() -> Value {
    let files: serde_json::Map<String, Value> = rest_api::example::ostroleka()
        .iter()
        .map(|(name, bytes)| (name.to_owned(), json!(String::from_utf8(bytes.to_vec()).unwrap())))
        .collect();
    json!({"files": files})
}

#[test]
fn a_season_folder_comes_in_whole_or_not_at_all() {
    on_both(|database| {
        let (service, token) = published(database);
        let seasons = || service.get("/api/v1/seasons", Some(&token)).json();
        let before = seasons();
        let mut files = folder();
        let same = service.post("/api/v1/seasons", Some(&token), &files);
        assert_eq!(same.status, 201, "{}", same.body);
        assert_eq!(
            same.json(),
            json!({"season": season(&service, &token), "added": 0, "changed": 0, "removed": 0})
        );
        let whole = service.get(&same.location, Some(&token));
        assert_eq!(
            (whole.status, &whole.json()["settings"]["slug"]),
            (200, &before["items"][0]["slug"])
        );
        let stops = text(&files["files"]["stops.csv"]).replace(",playground,", ",sandpit,");
        files["files"]["stops.csv"] = json!(stops);
        files["files"].as_object_mut().unwrap().remove("requests.csv");
        let refused = service.post("/api/v1/seasons", Some(&token), &files);
        let (status, kind, places) = crate::problem(&refused);
        assert_eq!((status, kind.as_str()), (422, "invalid"));
        assert!(places.iter().any(|place| place == "/requests.csv"), "{places:?}");
        assert!(
            places
                .iter()
                .any(|place| place.starts_with("/stops.csv/") && place.ends_with("/kind")),
            "{places:?}"
        );
        assert_eq!(seasons(), before);
    });
}

#[test]
fn a_key_is_forgotten_after_two_days() {
    on_both(|database| {
        let (mut service, mut token) = published(database);
        let list = format!("/api/v1/seasons/{}/events", season(&service, &token));
        for (hours, slug, status) in [(0, "festyn", 201), (47, "piknik", 422), (49, "koncert", 201)] {
            if hours > 0 {
                service = service.restart(a_morning().plus_seconds(hours * 3_600));
                token = service.token("anna@example.pl");
            }
            let body = json!({"slug": slug, "name": "Festyn", "day": "2027-07-24", "effect": "show-only"});
            let sent = service.send(
                "POST",
                &list,
                Some(&token),
                &[("idempotency-key", "guzik-2")],
                Some(&body),
            );
            assert_eq!(sent.status, status, "after {hours} hours: {}", sent.body);
        }
    });
}

#[test]
fn an_import_takes_no_event_from_its_visit() {
    let (service, token) = published(Database::Sqlite);
    let mut files: serde_json::Map<String, Value> = rest_api::example::ostroleka()
        .iter()
        .map(|(name, bytes)| (name.to_owned(), json!(String::from_utf8_lossy(bytes))))
        .collect();
    let events = files["events.csv"].as_str().unwrap().to_owned();
    let without: Vec<&str> = events.lines().filter(|line| !line.contains(",take-part,")).collect();
    assert!(without.len() < events.lines().count(), "the example has such an event");
    files.insert("events.csv".to_owned(), json!(without.join("\n")));
    let answer = service.post("/api/v1/seasons", Some(&token), &json!({"files": files}));
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert_eq!(
        answer.json()["refusals"][0]["code"],
        "event-has-visit",
        "{}",
        answer.body
    );
}

#[test]
fn an_import_that_the_calendar_could_not_show_is_refused_whole() {
    let (service, token) = published(Database::Sqlite);
    let feed = service.get("/calendar.ics", None).body;
    let files: serde_json::Map<String, Value> = rest_api::example::ostroleka()
        .iter()
        .map(|(name, bytes)| {
            // The season ends a day earlier, before visits that are published already.
            let text = String::from_utf8_lossy(bytes).replace("2027-08-31", "2027-08-30");
            (name.to_owned(), json!(text))
        })
        .collect();
    let answer = service.post("/api/v1/seasons", Some(&token), &json!({"files": files}));
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert_eq!(
        answer.json()["refusals"][0]["code"],
        "calendar-cannot-show",
        "{}",
        answer.body
    );
    assert!(service.get("/calendar.ics", None).body == feed, "the feed changed");
}
