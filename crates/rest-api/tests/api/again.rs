//! Plans that start from a plan: what if, planned again, compared, drawn; alternatives of a visit.

use serde_json::{Value, json};

use crate::{
    all, check, empty,
    harness::{Database, Running},
    on_both, published, season, text,
};

/// The plan of the first release.
fn released(service: &Running, token: &str) -> String {
    let plans = format!("/api/v1/seasons/{}/plans", season(service, token));
    let first = all(service, &plans, token, 10).pop().unwrap();
    format!("/api/v1/plans/{}", text(&first["id"]))
}

/// Asks for a plan again and waits for its result.
fn again(service: &Running, token: &str, path: &str, changes: Value) -> (String, Value) {
    let asked = service.post(path, Some(token), &json!({"changes": changes, "iterations": 20}));
    assert_eq!(asked.status, 202, "{}", asked.body);
    loop {
        let plan = service.get(&asked.location, Some(token)).json();
        match plan["state"].as_str().unwrap() {
            "queued" | "running" => std::thread::yield_now(),
            "ready" => break,
            _ => panic!("{plan}"),
        }
    }
    let result = service.get(&format!("{}/result", asked.location), Some(token)).json();
    (asked.location, result)
}

/// The last visit that a stop asked for: it is ahead.
fn a_visit(result: &Value) -> (String, String) {
    let asked = |visit: &&Value| visit["reason"]["because"] == "asked";
    let visit = result["visits"].as_array().unwrap().iter().rfind(asked).unwrap();
    (text(&visit["stop"]), text(&visit["day"]))
}

#[test]
fn a_day_is_closed_and_little_else_changes() {
    on_both(|database| {
        let (service, token) = published(database);
        let token = token.as_str();
        let path = format!("/api/v1/seasons/{}/replan", season(&service, token));
        let faulty = |changes: Value| service.post(&path, Some(token), &json!({"changes": changes, "iterations": 1}));
        check(&faulty(json!([])), 422, "invalid", &["/changes"]);
        let nowhere = json!([{"change": "close-day", "day": "2031-01-01"}]);
        check(&faulty(nowhere), 422, "invalid", &["/changes/0"]);
        assert_eq!(faulty(json!([{"change": "sing"}])).status, 400);

        let before = service
            .get(&format!("{}/result", released(&service, token)), Some(token))
            .json();
        let (_, day) = a_visit(&before);
        let (plan, result) = again(&service, token, &path, json!([{"change": "close-day", "day": day}]));
        assert!(
            result["visits"]
                .as_array()
                .unwrap()
                .iter()
                .all(|visit| visit["day"] != *day)
        );
        let row = service.get(&plan, Some(token)).json();
        assert_eq!(
            (&row["kind"], &row["changes"][0]["change"]),
            (&json!("replan"), &json!("close-day"))
        );

        let found = service.get(&format!("{plan}/difference"), Some(token)).json();
        let count = |what: &str| found["counts"][what].as_u64().unwrap();
        assert!(count("removed") + count("moved") >= 1, "{found}");
        assert!(
            count("kept") > 5 * (count("removed") + count("moved") + count("added")),
            "{found}"
        );
        let published = service
            .get(&format!("{plan}/difference?against=published"), Some(token))
            .json();
        assert_eq!(published, found);
        let publish = service.post(&format!("{plan}/publish"), Some(token), &empty());
        assert_eq!(publish.status, 201, "{}", publish.body);
        let same = service
            .get(&format!("{plan}/difference?against=published"), Some(token))
            .json();
        assert_eq!(
            (&same["counts"]["moved"], &same["counts"]["added"]),
            (&json!(0), &json!(0)),
            "{same}"
        );
    });
}

#[test]
fn a_what_if_is_published_only_once_the_rule_is_changed_too() {
    on_both(|database| {
        let (service, token) = published(database);
        let token = token.as_str();
        let base = released(&service, token);
        let (stop, _) = a_visit(&service.get(&format!("{base}/result"), Some(token)).json());
        let shorter = json!([{"change": "relax", "stop": stop,
            "relaxation": {"relax": "visit-length", "asked": 120, "enough": 45}}]);
        let (plan, result) = again(&service, token, &format!("{base}/what-if"), shorter);
        let own = |visit: &&Value| visit["stop"] == *stop && visit["reason"]["because"] == "asked";
        let visits = result["visits"].as_array().unwrap();
        assert!(visits.iter().filter(own).count() > 0);
        let row = service.get(&plan, Some(token)).json();
        assert_eq!(row["kind"], "what-if");
        assert!(base.ends_with(row["base_plan"].as_str().unwrap()));

        let publish = || service.post(&format!("{plan}/publish"), Some(token), &empty());
        let refused = publish();
        assert_eq!(refused.status, 409);
        assert!(refused.body.contains("plan-no-longer-fits"), "{}", refused.body);
        let minutes = || {
            let path = format!("/api/v1/seasons/{}/requests", season(&service, token));
            let stops = all(&service, "/api/v1/stops", token, 500);
            let id = stops.iter().find(|s| s["slug"] == *stop).unwrap()["id"].clone();
            let requests = all(&service, &path, token, 500);
            requests.iter().find(|r| r["stop"] == id).unwrap()["rules"]["public_minutes"].clone()
        };
        assert_ne!(minutes(), 45, "a what-if changes nothing");
        let applied = service.post(&format!("{plan}/apply"), Some(token), &empty());
        assert_eq!((applied.status, applied.json()), (200, json!({"changes": 1})));
        assert_eq!(minutes(), 45);
        assert_eq!(publish().status, 201);

        // What stands in no request cannot be written into one.
        let closed = json!([{"change": "close-day", "day": "2027-08-10"}]);
        let (plan, _) = again(&service, token, &format!("{base}/what-if"), closed);
        let refused = service.post(&format!("{plan}/apply"), Some(token), &empty());
        check(&refused, 409, "refused", &["change-by-hand"]);
    });
}

#[test]
fn alternatives_explanations_and_drawings() {
    let (service, token) = published(Database::Sqlite);
    let token = token.as_str();
    let base = released(&service, token);
    let result = service.get(&format!("{base}/result"), Some(token)).json();
    let (stop, day) = a_visit(&result);
    let of = |stop: &str, day: &str, query: &str| {
        service.get(&format!("{base}/visits/{stop}/{day}/alternatives{query}"), Some(token))
    };
    let found = of(&stop, &day, "").json();
    let places = found["alternatives"].as_array().unwrap();
    assert!(places.len() <= 3 && found["none_because"].is_null(), "{found}");
    assert!(places.iter().all(|other| other["place"]["stop"] == *stop), "{found}");
    assert_eq!(of(&stop, "2027-01-01", "").status, 404);
    check(&of(&stop, &day, "?count=0"), 422, "invalid", &["?count"]);

    let unmet = service.get(&format!("{base}/explanations"), Some(token)).json();
    assert_eq!(unmet["unmet"], result["unmet"]);

    let season = service.get(&format!("{base}/drawings/season"), Some(token));
    assert_eq!((season.status, season.content_type.as_str()), (200, "image/svg+xml"));
    assert!(season.body.starts_with("<svg ") && season.body.contains("prefers-color-scheme"));
    let drawn = service.get(&format!("{base}/drawings/days/{day}"), Some(token));
    assert!(drawn.status == 200 && drawn.body.contains("</svg>"));
    assert_eq!(
        service
            .get(&format!("{base}/drawings/days/2027-01-01"), Some(token))
            .status,
        404
    );
}

#[test]
fn what_cannot_be_tried_is_refused_before_it_is_queued() {
    let (service, token) = published(Database::Sqlite);
    let token = token.as_str();
    let base = released(&service, token);
    let what_if = |plan: &str, changes: Value, limit: (&str, u32)| {
        let body = json!({"changes": changes, limit.0: limit.1});
        service.post(&format!("{plan}/what-if"), Some(token), &body)
    };
    let (stop, _) = a_visit(&service.get(&format!("{base}/result"), Some(token)).json());
    let closed = json!({"change": "close-day", "day": "2027-08-10"});
    let once = ("iterations", 1);
    check(
        &what_if(&base, Value::from(vec![closed.clone(); 51]), once),
        422,
        "invalid",
        &["/changes"],
    );
    let endless = json!([{"change": "longer-service", "stop": stop, "public": 1400}]);
    assert_eq!(what_if(&base, endless, once).status, 422, "longer than any day");
    check(
        &what_if(&base, json!([closed]), ("seconds", 601)),
        422,
        "invalid",
        &["/seconds"],
    );

    let plans = format!("/api/v1/seasons/{}/plans", season(&service, token));
    let long = json!({"iterations": 10_000_000, "seconds": 600});
    let working = service.post(&plans, Some(token), &long).location;
    check(
        &what_if(&working, json!([closed]), once),
        409,
        "refused",
        &["plan-not-ready"],
    );
    service.post(&format!("{working}/cancel"), Some(token), &empty());
}

#[test]
fn nothing_is_tried_on_days_that_are_over() {
    let (service, token) = published(Database::Sqlite);
    let token = token.as_str();
    let base = released(&service, token);
    let day = |visit: &Value| text(&visit["day"]);
    let first = |result: &Value| day(&result["visits"][0]);
    let before = service.get(&format!("{base}/result"), Some(token)).json();
    assert!(first(&before).as_str() < "2027-07-07", "the season has begun since");
    let closed = json!([{"change": "close-day", "day": "2027-08-10"}]);
    let (_, tried) = again(&service, token, &format!("{base}/what-if"), closed);
    assert!(first(&tried).as_str() > "2027-07-07", "{}", first(&tried));
}

#[test]
fn planned_again_with_the_travel_of_what_is_published() {
    let (service, token) = published(Database::Sqlite);
    let season = season(&service, &token);
    let address = format!("/api/v1/seasons/{season}/travel-matrix");
    let table = crate::travel::matrix(&service, &season);
    let csv = [("content-type", "text/csv")];
    let stored = service.send_text("PUT", &address, Some(&token), &csv, Some(&table));
    assert_eq!(stored.status, 200, "{}", stored.body);
    let plans = format!("/api/v1/seasons/{season}/plans");
    let asked = service.post(&plans, Some(&token), &json!({"iterations": 5}));
    service.wait_for_plan(asked.location.rsplit('/').next().unwrap());
    let released = service.post(&format!("{}/publish", asked.location), Some(&token), &empty());
    assert_eq!(released.status, 201, "{}", released.body);

    // Measured once, measured still, though the matrix is gone by now.
    assert_eq!(service.send("DELETE", &address, Some(&token), &[], None).status, 204);
    let closed = json!([{"change": "close-day", "day": "2027-08-10"}]);
    let path = format!("/api/v1/seasons/{season}/replan");
    let (_, result) = again(&service, &token, &path, closed);
    let metres = &result["tours"][0]["legs"][0]["metres"];
    assert_eq!((&result["estimated_travel"], metres), (&json!(false), &json!(3000)));
}

#[test]
fn a_plan_is_not_compared_with_one_of_another_season() {
    let (service, token) = published(Database::Sqlite);
    let base = released(&service, &token);
    let mut other = rest_api::app::seasons::read(&rest_api::example::ostroleka()).unwrap();
    other.settings.slug = "lato-2028".parse().unwrap();
    let other = rest_api::app::seasons::write(&service.app, None, &other).unwrap();
    let plans = format!("/api/v1/seasons/{}/plans", other.season);
    let asked = service.post(&plans, Some(&token), &json!({"iterations": 1}));
    assert_eq!(asked.status, 202, "{}", asked.body);
    let id = asked.location.rsplit('/').next().unwrap();
    let compared = service.get(&format!("{base}/difference?against={id}"), Some(&token));
    check(&compared, 422, "invalid", &["?against"]);
}
