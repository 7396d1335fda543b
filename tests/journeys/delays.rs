//! "15 minutes late": said on the road, read by parents at once, gone by itself.

use journeys::{Answer, Running, a_morning, day};
use rest_api::app::visits::delays;
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole, Zone};

use crate::on_both;

/// The public's visits whose day is so beside the story's.
fn visit(service: &Running, fits: impl Fn(&str) -> bool) -> Value {
    let all = service.get("/api/v1/public/visits", None).json();
    let found = all["visits"].as_array().unwrap().iter().rev();
    found
        .clone()
        .find(|one| fits(one["day"].as_str().unwrap()))
        .unwrap()
        .clone()
}

/// SUMMARY and SEQUENCE of a visit in the feed of the season.
fn entry(service: &Running, id: &str) -> String {
    let unfolded = service.get("/calendar.ics", None).body.replace("\r\n ", "");
    let entry = unfolded.split("BEGIN:VEVENT").find(|entry| entry.contains(id)).unwrap();
    let wanted =
        |line: &&str| line.starts_with("SUMMARY") || line.starts_with("SEQUENCE") || line.starts_with("DTSTART");
    entry.lines().filter(wanted).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_visit_is_late_and_on_time_again() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("marek@example.pl", AccountRole::Animator, &[CrewRole::Leader]);
        service.account("adam@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        let [marek, adam] = ["marek", "adam"].map(|name| service.token(&format!("{name}@example.pl")));
        let today = visit(&service, |day| day == "2027-07-07");
        let id = today["id"].as_str().unwrap();
        let stop = today["stop"]["slug"].as_str().unwrap();
        let before = entry(&service, id);
        assert_eq!(today["delay_minutes"], Value::Null);
        let say = |id: &str, token: &str, key: &str, body: &Value| -> Answer {
            let path = format!("/api/v1/visits/{id}/delay");
            service.send("POST", &path, Some(token), &[("idempotency-key", key)], Some(body))
        };
        let late = json!({"minutes": 15, "reason": "korek na moście"});
        assert_eq!(say(id, &adam, "a", &late).status, 403);
        for wrong in [
            json!({"minutes": 4}),
            json!({"minutes": 241}),
            json!({"minutes": 15, "reason": "\u{7}"}),
        ] {
            assert_eq!(say(id, &marek, "b", &wrong).status, 422, "{wrong}");
        }
        let tomorrow = visit(&service, |day| day > "2027-07-07");
        let refused = say(tomorrow["id"].as_str().unwrap(), &marek, "c", &late);
        assert_eq!(
            (refused.status, &refused.json()["refusals"][0]["code"]),
            (409, &json!("visit-not-today"))
        );

        // Tapped twice is once, and the public reads it in the page, the feed and the JSON at once.
        let said = say(id, &marek, "d", &late);
        assert_eq!(
            (said.status, &said.json()["delay_minutes"]),
            (200, &json!(15)),
            "{}",
            said.body
        );
        assert_eq!(say(id, &marek, "d", &late).json(), said.json());
        assert_eq!(
            say(id, &marek, "d", &json!({"minutes": 30})).status,
            422,
            "the key was for another"
        );
        let public = visit(&service, |day| day == "2027-07-07");
        assert_eq!(
            (&public["delay_minutes"], &public["delay_reason"]),
            (&json!(15), &json!("korek na moście"))
        );
        assert_eq!(public["starts"], today["starts"], "its hours stand");
        let feed = entry(&service, id);
        assert!(
            feed.contains("SUMMARY:SPÓŹNI SIĘ: ") && feed.contains("SEQUENCE:1"),
            "{feed}"
        );
        for (path, words) in [
            ("", "Spóźni się o 15 minut: będzie około "),
            ("/uk", "Запізниться на 15 хвилин"),
        ] {
            let page = service.get(&format!("{path}/przystanki/{stop}"), None);
            let page = if page.status == 200 {
                page
            } else {
                service.get(&page.location, None)
            };
            assert!(page.body.contains(words), "{path}: {}", page.body);
        }

        // Taken back, and said again; the day goes by and takes it away.
        let path = format!("/api/v1/visits/{id}/on-time");
        let on_time = service.send("POST", &path, Some(&marek), &[], None);
        assert_eq!((on_time.status, &on_time.json()["delay_minutes"]), (200, &Value::Null));
        assert_eq!(entry(&service, id), before.replace("SEQUENCE:0", "SEQUENCE:2"));
        assert_eq!(say(id, &marek, "e", &json!({"minutes": 45})).status, 200);
        let night = Zone::WARSAW
            .resolve(day("2027-07-07"), "23:30".parse().unwrap())
            .unwrap();
        let service = service.restart(night);
        delays::tick(&service.app).unwrap();
        let over = visit(&service, |day| day == "2027-07-07");
        assert_eq!((&over["id"], &over["delay_minutes"]), (&json!(id), &Value::Null));
        let marek = service.token("marek@example.pl");
        let past = service.post(&format!("/api/v1/visits/{id}/delay"), Some(&marek), &late);
        assert_eq!(
            (past.status, &past.json()["refusals"][0]["code"]),
            (409, &json!("visit-past"))
        );
    });
}
