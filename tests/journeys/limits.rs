//! The coordinator changes the limits of a season's crew.

use journeys::{Running, a_morning};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

use crate::on_both;

fn dated(value: &Value) -> Value {
    json!([{"from": "2000-01-01", "value": value, "set_by": "house", "source": "zarządzenie 7"}])
}

#[test]
fn house_limits_change_and_the_laws_stay() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        service.account(
            "jan@example.pl",
            AccountRole::Volunteer,
            &[CrewRole::Helper, CrewRole::Leader],
        );
        let (staff, jan) = (service.token("szefowa@example.pl"), service.token("jan@example.pl"));
        let season = service.get("/api/v1/seasons", Some(&staff)).json()["items"][0]["id"].clone();
        let at = format!("/api/v1/seasons/{}/limits", season.as_str().unwrap());
        let open = |token: &str| -> Vec<Value> {
            let board = service.get("/api/v1/shifts?limit=500", Some(token)).json();
            let free = |one: &&Value| one["refusals"].as_array().unwrap().is_empty();
            board["items"]
                .as_array()
                .unwrap()
                .iter()
                .filter(free)
                .cloned()
                .collect()
        };
        let shift = open(&jan).pop().unwrap()["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/shifts/{shift}/signups");
        let held = service.post(&path, Some(&jan), &json!({})).json();

        let read = service.get(&at, Some(&staff));
        assert_eq!((read.status, &read.json()["own"]), (200, &json!(false)));
        assert_eq!(service.get(&at, Some(&jan)).status, 403);
        let put = |limits: &Value, etag: &str| {
            let headers = [("if-match", etag)];
            service.send("PUT", &at, Some(&staff), &headers, Some(limits))
        };
        let mut limits = read.json()["limits"].clone();
        limits["agreement"]["required"] = json!([]);
        limits["volunteer"]["day"] = dated(&json!(5_000));
        let told = put(&limits, &read.etag);
        let pointers: Vec<Value> = told.json()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["pointer"].clone())
            .collect();
        assert_eq!(
            (told.status, pointers),
            (422, vec![json!("/volunteer/day/0"), json!("/agreement/required")])
        );

        let mut limits = read.json()["limits"].clone();
        limits["volunteer"]["day"] = dated(&json!(60));
        let changed = put(&limits, &read.etag);
        assert_eq!(
            (changed.status, &changed.json()["own"]),
            (200, &json!(true)),
            "{}",
            changed.body
        );
        assert_eq!(put(&limits, &read.etag).status, 412, "somebody was faster");
        assert!(open(&jan).is_empty(), "an hour a day is no shift");
        let signup = format!("/api/v1/signups/{}", held["id"].as_str().unwrap());
        assert_eq!(
            service.get(&signup, Some(&jan)).json()["state"],
            "confirmed",
            "nobody is taken off a shift"
        );

        let reset = |etag: &str| {
            service
                .send("DELETE", &at, Some(&staff), &[("if-match", etag)], None)
                .status
        };
        assert_eq!((reset(&read.etag), reset(&changed.etag)), (412, 204));
        assert_eq!(service.get(&at, Some(&staff)).json(), read.json());
        assert!(!open(&jan).is_empty());
    });
}
