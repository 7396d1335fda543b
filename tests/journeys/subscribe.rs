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

        // The change is told in words, in the Atom feeds of its stop and of the town, and in no other stop's.
        let changes = service.get("/zmiany", None);
        assert!(
            changes.body.contains("Odwołana:") && changes.body.contains("Burza nad miastem"),
            "{}",
            changes.body
        );
        let atom = |path: &str| service.get(path, None);
        for path in [
            "/changes.atom".to_owned(),
            format!("/stops/{stop}.atom"),
            format!("/uk/stops/{stop}.atom"),
        ] {
            let feed = atom(&path);
            assert_eq!(
                (feed.status, feed.content_type.as_str()),
                (200, "application/atom+xml; charset=utf-8")
            );
            assert_eq!(feed.body.matches("<entry>").count(), 1, "{path}: {}", feed.body);
        }
        let visits = visits["visits"].as_array().unwrap();
        let other = visits.iter().find(|v| v["stop"]["slug"] != stop).unwrap();
        let quiet = atom(&format!("/stops/{}.atom", other["stop"]["slug"].as_str().unwrap()));
        assert_eq!((quiet.status, quiet.body.matches("<entry>").count()), (200, 0));
        assert_eq!(atom("/stops/nie-ma.atom").status, 404);
    });
}

/// A second release: what it changed, the first one still to be read, and the feed of releases.
#[test]
fn releases_stay_to_be_read() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("anna@example.pl", AccountRole::Coordinator, &[]);
        let token = service.token("anna@example.pl");
        let list = service.get("/wydania", None);
        assert!(
            list.body.contains("Wydanie 1 rozkładu") && list.body.contains("Pierwsze wydanie"),
            "{}",
            list.body
        );

        let visits = service.get("/api/v1/public/visits", None).json();
        let last = visits["visits"].as_array().unwrap().last().unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let staff = service.get(&format!("/api/v1/visits/{last}"), Some(&token));
        let cancelled = service.send(
            "POST",
            &format!("/api/v1/visits/{last}/cancel"),
            Some(&token),
            &[("if-match", &staff.etag)],
            Some(&json!({"reason": "Remont placu"})),
        );
        assert_eq!(cancelled.status, 200, "{}", cancelled.body);
        let season = service.get("/api/v1/seasons", Some(&token)).json()["items"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let wanted = json!({ "seed": 1, "iterations": 20 });
        let queued = service.post(&format!("/api/v1/seasons/{season}/plans"), Some(&token), &wanted);
        let plan = queued.json()["id"]
            .as_str()
            .unwrap_or_else(|| panic!("{}", queued.body))
            .to_owned();
        service.wait_for_plan(&plan);
        let published = service.post(&format!("/api/v1/plans/{plan}/publish"), Some(&token), &json!({}));
        assert!(published.status < 300, "{}", published.body);

        let list = service.get("/wydania", None);
        assert!(list.body.contains("Wydanie 2 rozkładu"), "{}", list.body);
        let changes = service.get("/zmiany?od=1&do=2", None);
        assert!(
            changes.body.contains("Odwołana:") && changes.body.contains("Remont placu"),
            "{}",
            changes.body
        );
        let old = service.get("/wydania/1", None);
        assert!(
            old.body.contains("dawne wydanie 1") && !old.body.contains("Remont placu"),
            "{}",
            old.body
        );
        assert_eq!(service.get("/wydania/3", None).status, 404);
        assert_eq!(service.get("/zmiany?od=1&do=9", None).status, 404);
        assert_eq!(service.get("/zmiany?po=kiedys", None).status, 404);
        let nothing = service.get("/en/zmiany?od=2", None);
        assert!(nothing.body.contains("Nothing has changed"), "{}", nothing.body);
        let feed = service.get("/releases.atom", None);
        assert_eq!(feed.body.matches("<entry>").count(), 2, "{}", feed.body);
    });
}
