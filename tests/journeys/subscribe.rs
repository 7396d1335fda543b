//! A parent's calendar: found by a street, subscribed to, followed through a cancellation and a move.

use journeys::{Running, a_morning};
use serde_json::json;
use vocabulary::AccountRole;

use crate::on_both;

#[test]
fn a_feed_follows_what_the_coordinator_does() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("anna@example.pl", AccountRole::Coordinator, &[]);
        let token = service.token("anna@example.pl");

        let search = service.get("/szukaj?q=lazek", None);
        assert!(search.body.contains("Łazek"), "{}", search.body);
        let before = service.get("/calendar.ics", None);
        assert_eq!(
            (before.status, before.content_type.as_str()),
            (200, "text/calendar; charset=utf-8")
        );
        let again = service.send("GET", "/calendar.ics", None, &[("if-none-match", &before.etag)], None);
        assert_eq!(again.status, 304);

        let visits = service.get("/api/v1/public/visits", None).json();
        let ahead = |v: &&serde_json::Value| v["day"].as_str().unwrap() > "2027-07-08";
        let visit = visits["visits"].as_array().unwrap().iter().find(ahead).unwrap().clone();
        let (id, stop) = (visit["id"].as_str().unwrap(), visit["stop"]["slug"].as_str().unwrap());
        let staff = service.get(&format!("/api/v1/visits/{id}"), Some(&token));
        let cancel = |etag: &str| {
            let body = json!({"reason": "Burza nad miastem"});
            service.send(
                "POST",
                &format!("/api/v1/visits/{id}/cancel"),
                Some(&token),
                &[("if-match", etag)],
                Some(&body),
            )
        };
        assert_eq!(cancel(&staff.etag).status, 200);
        let stale = cancel(&staff.etag);
        assert_eq!(stale.status, 412, "{}", stale.body);
        assert_eq!(stale.json()["current"]["state"], "cancelled");

        let after = service.get("/calendar.ics", None);
        assert_ne!(after.etag, before.etag);
        let unfolded = after.body.replace("\r\n ", "");
        let event = unfolded.split("BEGIN:VEVENT").find(|e| e.contains(id)).unwrap();
        assert!(
            event.contains("STATUS:CANCELLED") && event.contains("ODWOŁANE") && event.contains("SEQUENCE:1"),
            "{event}"
        );
        assert_eq!(
            after.body.matches("BEGIN:VEVENT").count(),
            before.body.matches("BEGIN:VEVENT").count()
        );
        let page = service.get(&format!("/przystanki/{stop}"), None);
        assert!(page.body.contains("Burza nad miastem"), "{}", page.body);
    });
}
