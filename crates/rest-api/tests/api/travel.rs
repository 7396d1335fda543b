//! Where plans take their travel times from.

use std::{path::Path, sync::mpsc};

use serde_json::{Value, json};

use crate::{
    a_morning, check, empty,
    harness::{
        Answer, Database, Running,
        engine::{Server, computing, json as answer, status},
    },
    on_both, published, put, season, text,
};

/// The service with an engine at this address. OSRM is asked for a few places at once, so that there are several questions.
fn with_engine(service: Running, url: &str, cache: &Path) -> Running {
    service.reset(a_morning(), |settings| {
        settings.travel.engine = rest_api::config::TravelEngine::Osrm;
        settings.travel.url = Some(url.to_owned());
        settings.travel.cache = Some(cache.to_owned());
        settings.travel.batch = 10;
        settings.travel.retries = 0;
    })
}

fn ask(service: &Running, token: &str, travel: &Value) -> Answer {
    let plans = format!("/api/v1/seasons/{}/plans", season(service, token));
    service.post(&plans, Some(token), &json!({"iterations": 5, "travel": travel}))
}

/// The plan's last state.
fn ended(service: &Running, token: &str, asked: &Answer) -> Value {
    assert_eq!(asked.status, 202, "{}", asked.body);
    loop {
        let plan = service.get(&asked.location, Some(token)).json();
        if !["queued", "running"].contains(&text(&plan["state"]).as_str()) {
            return plan;
        }
        std::thread::yield_now();
    }
}

fn result(service: &Running, token: &str, asked: &Answer) -> Value {
    service.get(&format!("{}/result", asked.location), Some(token)).json()
}

#[test]
fn a_plan_with_an_engine_s_travel_is_made_and_published() {
    on_both(|database| {
        let cache = tempfile::tempdir().unwrap();
        let (service, token) = published(database);
        let engine = computing();
        let service = with_engine(service, &engine.url, cache.path());
        let asked = ask(&service, &token, &json!("usual"));
        let plan = ended(&service, &token, &asked);
        assert_eq!(
            (&plan["state"], &plan["travel"]),
            (&json!("ready"), &json!("engine")),
            "{plan}"
        );
        let made = result(&service, &token, &asked);
        assert_eq!(made["estimated_travel"], false);
        // The engine's metres are thousandths of a degree; estimates would be hundreds.
        let legs = made["tours"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|tour| tour["legs"].as_array().unwrap());
        assert!(
            legs.map(|leg| leg["metres"].as_u64().unwrap())
                .all(|metres| metres < 100),
            "{made}"
        );
        let questions = engine.count();
        assert!(questions > 1, "several batches");

        // Judged again on publishing: by the travel that it was made with.
        let released = service.post(&format!("{}/publish", asked.location), Some(&token), &empty());
        assert_eq!(released.status, 201, "{}", released.body);

        let again = ask(&service, &token, &json!("usual"));
        assert_eq!(ended(&service, &token, &again)["state"], "ready");
        assert_eq!(engine.count(), questions, "all is in the cache");
    });
}

#[test]
fn without_an_engine_s_answer_there_is_no_plan_unless_the_estimate_is_chosen() {
    let cache = tempfile::tempdir().unwrap();
    let (service, token) = published(Database::Sqlite);
    let engine = Server::new(|_, _, _| status(503, ""));
    let service = with_engine(service, &engine.url, cache.path());
    let plan = ended(&service, &token, &ask(&service, &token, &json!("usual")));
    assert_eq!(plan["state"], "failed");
    assert!(text(&plan["error"]).contains("OSRM cannot be reached"), "{plan}");
    assert_eq!(
        (&plan["failure"]["code"], &plan["failure"]["address"]),
        (&json!("unreachable"), &json!(engine.url))
    );
    assert_eq!(engine.count(), 1);

    let asked = ask(&service, &token, &json!("estimate"));
    let plan = ended(&service, &token, &asked);
    assert_eq!((&plan["state"], &plan["travel"]), (&json!("ready"), &json!("estimate")));
    assert_eq!(result(&service, &token, &asked)["estimated_travel"], true);
    assert_eq!(engine.count(), 1, "nobody was asked");
    check(&ask(&service, &token, &json!("guess")), 400, "malformed", &["/travel"]);
}

#[test]
fn ways_that_the_engine_does_not_know_are_told_or_estimated_and_marked() {
    let cache = tempfile::tempdir().unwrap();
    let (service, token) = published(Database::Sqlite);
    // No two different places are joined.
    let engine = Server::new(|_, head, _| {
        let list = |name: &str| {
            head.split(name)
                .nth(1)
                .unwrap()
                .split(['&', ' '])
                .next()
                .unwrap()
                .split(';')
                .count()
        };
        let (from, to) = (list("sources="), list("destinations="));
        let rows = vec![vec![Value::Null; to]; from];
        let off = |count: usize| vec![json!({"distance": 5}); count];
        answer(
            &json!({"durations": rows, "distances": rows, "sources": off(from), "destinations": off(to)}).to_string(),
        )
    });
    let service = with_engine(service, &engine.url, cache.path());
    let plan = ended(&service, &token, &ask(&service, &token, &json!("usual")));
    assert_eq!(plan["failure"]["code"], "gaps", "{plan}");
    assert!(text(&plan["error"]).contains("no way by road: "), "{plan}");
    assert_eq!(plan["failure"]["pairs"].as_array().unwrap().len(), 200);
    assert!(plan["failure"]["more_pairs"].as_u64().unwrap() > 100);

    let asked = ask(&service, &token, &json!("estimate-gaps"));
    let plan = ended(&service, &token, &asked);
    assert_eq!(
        (&plan["state"], &plan["travel"]),
        (&json!("ready"), &json!("engine-or-estimate")),
        "{plan}"
    );
    assert_eq!(result(&service, &token, &asked)["estimated_travel"], true);
}

#[test]
fn a_plan_that_waits_for_an_engine_shows_it_and_can_be_cancelled() {
    let cache = tempfile::tempdir().unwrap();
    let (service, token) = published(Database::Sqlite);
    let (release, gate) = mpsc::channel::<()>();
    let engine = Server::new(move |_, _, _| {
        // Until the other end is dropped.
        let _ = gate.recv();
        status(503, "")
    });
    let service = with_engine(service, &engine.url, cache.path());
    let asked = ask(&service, &token, &json!("usual"));
    let id = asked.location.rsplit('/').next().unwrap().parse().unwrap();
    loop {
        let told = service.app.planners.watch(&id).and_then(|news| news.borrow().clone());
        if told.is_some_and(|news| news.asking.is_some_and(|batches| batches.of > 1)) {
            break;
        }
        std::thread::yield_now();
    }
    let cancelled = service.post(&format!("{}/cancel", asked.location), Some(&token), &empty());
    assert_eq!(cancelled.json()["state"], "cancelled");
    drop(release);
}

/// A matrix of a season: 5 minutes and 3 km between any two places.
pub(crate) fn matrix(service: &Running, season: &str) -> String {
    let id = season.parse().unwrap();
    let parts = service
        .app
        .read(|db| rest_api::app::plans::problem_of(db, &id, service.app.today()));
    let parts = parts.unwrap().1;
    let points = route_planning::travel_points(&parts.depots, &parts.stops);
    let mut table = "from,to,seconds,metres\n".to_owned();
    for from in &points {
        for to in points.iter().filter(|to| to.slug != from.slug) {
            table.push_str(&format!("{},{},300,3000\n", from.slug, to.slug));
        }
    }
    table
}

#[test]
fn a_season_s_own_matrix_is_used_until_its_places_change() {
    on_both(|database| {
        let (service, token) = published(database);
        let season = season(&service, &token);
        let address = format!("/api/v1/seasons/{season}/travel-matrix");
        let upload = |kind: &str, text: &str| {
            service.send_text("PUT", &address, Some(&token), &[("content-type", kind)], Some(text))
        };
        check(&service.get(&address, Some(&token)), 404, "not-found", &[]);
        let table = matrix(&service, &season);
        check(&upload("text/plain", &table), 415, "unsupported-media-type", &[]);
        let holed = table.replacen(",300,", ",-5,", 1);
        check(&upload("text/csv", &holed), 422, "invalid", &["/2/seconds"]);
        check(&upload("application/json", "{}"), 422, "invalid", &[""]);
        check(&service.get(&address, Some(&token)), 404, "not-found", &[]);
        let stored = upload("text/csv", &table);
        assert_eq!(
            (stored.status, stored.json()["places"].as_u64()),
            (200, Some(30)),
            "{}",
            stored.body
        );
        assert!(!stored.json()["warnings"].as_array().unwrap().is_empty());
        assert_eq!(service.get(&address, Some(&token)).body, table);

        let asked = ask(&service, &token, &json!("usual"));
        let plan = ended(&service, &token, &asked);
        assert_eq!(
            (&plan["state"], &plan["travel"]),
            (&json!("ready"), &json!("matrix")),
            "{plan}"
        );
        let made = result(&service, &token, &asked);
        assert_eq!(
            (&made["estimated_travel"], &made["tours"][0]["legs"][0]["metres"]),
            (&json!(false), &json!(3000))
        );
        let released = service.post(&format!("{}/publish", asked.location), Some(&token), &empty());
        assert_eq!(released.status, 201, "{}", released.body);

        // A stop moves.
        let stops = crate::all(&service, "/api/v1/stops", &token, 500);
        let stop = stops.iter().find(|stop| stop["slug"] == "centrum-sp10").unwrap();
        let path = format!("/api/v1/stops/{}", text(&stop["id"]));
        let read = service.get(&path, Some(&token));
        let mut body = read.json();
        for own in ["id", "version"] {
            body.as_object_mut().unwrap().remove(own);
        }
        body["point"] = json!({"lat": 53.07, "lon": 21.59});
        let moved = put(&service, &token, &path, &read.etag, &body);
        assert_eq!(moved.status, 200, "{}", moved.body);
        check(
            &ask(&service, &token, &json!("usual")),
            422,
            "invalid",
            &["/travel/moved/centrum-sp10"],
        );
        let asked = ask(&service, &token, &json!("estimate"));
        assert_eq!(ended(&service, &token, &asked)["travel"], "estimate");

        let gone = service.send("DELETE", &address, Some(&token), &[], None);
        assert_eq!(gone.status, 204);
        check(
            &service.send("DELETE", &address, Some(&token), &[], None),
            404,
            "not-found",
            &[],
        );
        let asked = ask(&service, &token, &json!("usual"));
        assert_eq!(ended(&service, &token, &asked)["travel"], "estimate");
    });
}
