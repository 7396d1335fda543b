//! A plan is asked for, the service stops in the middle, and starts again: nothing is lost and nothing is doubled.

use journeys::{Running, a_morning};
use serde_json::json;
use vocabulary::AccountRole;

use crate::on_both;

#[test]
fn a_plan_survives_a_restart_and_the_publication_stays() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("anna@example.pl", AccountRole::Coordinator, &[]);
        let token = service.token("anna@example.pl");
        let feed = service.get("/calendar.ics", None).body;
        let season = service.get("/api/v1/seasons", Some(&token)).json()["items"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let body = json!({"seed": 7, "iterations": 5_000_000, "seconds": 600});
        let asked = service.post(&format!("/api/v1/seasons/{season}/plans"), Some(&token), &body);
        assert_eq!(asked.status, 202, "{}", asked.body);
        let id = asked.json()["id"].as_str().unwrap().to_owned();
        assert!(asked.location.ends_with(&id));
        while service.get(&asked.location, Some(&token)).json()["best_at"].is_null() {
            std::thread::yield_now();
        }

        let service = service.restart(a_morning());
        let token = service.token("anna@example.pl");
        let state = service.get(&format!("/api/v1/plans/{id}"), Some(&token)).json()["state"].clone();
        assert!(state == "running" || state == "queued", "{state}");
        assert!(service.get("/calendar.ics", None).body == feed, "the feed changed");
        let cancelled = service.post(&format!("/api/v1/plans/{id}/cancel"), Some(&token), &json!({}));
        assert_eq!(
            (cancelled.status, &cancelled.json()["state"]),
            (200, &json!("cancelled"))
        );
        let publish = service.post(&format!("/api/v1/plans/{id}/publish"), Some(&token), &json!({}));
        assert_eq!(publish.status, 409, "{}", publish.body);
        assert!(service.get("/calendar.ics", None).body == feed, "the feed changed");

        // The best plan so far outlived the server that found it.
        let kept = service.post(&format!("/api/v1/plans/{id}/keep"), Some(&token), &json!({}));
        assert_eq!(
            (kept.status, &kept.json()["state"]),
            (200, &json!("ready")),
            "{}",
            kept.body
        );
        let result = service.get(&format!("/api/v1/plans/{id}/result"), Some(&token)).json();
        assert!(result["figures"]["visits"].as_u64().unwrap() > 0);
    });
}
