//! One's own calendar.

use journeys::{Running, a_morning};
use serde_json::json;

use super::*;
use crate::on_both;

fn make(service: &Running, token: &str) -> String {
    let answer = service.post("/api/v1/me/calendar", Some(token), &json!({}));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let address = answer.json()["address"].as_str().unwrap().to_owned();
    address.strip_prefix("http://swietlicobus.test").unwrap().to_owned()
}

/// The lines of a file, put together again.
fn lines(body: &str) -> Vec<String> {
    body.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

fn value(body: &str, name: &str) -> Vec<String> {
    let all = lines(body);
    let found = all.iter().filter_map(|line| line.strip_prefix(&format!("{name}:")));
    found.map(str::to_owned).collect()
}

#[test]
fn a_calendar_follows_its_person_until_it_is_switched_off() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let staff = coordinator(&service);
        let (jan, ola) = (
            volunteer(&service, "jan@example.pl"),
            volunteer(&service, "ola@example.pl"),
        );
        let shift = one_place(&service, &jan);
        let signup = sign_up(&service, &shift, &jan);
        sign_up(&service, &shift, &ola);
        let path = make(&service, &jan);
        let first = service.get(&path, None);
        assert_eq!(
            (first.status, first.content_type.as_str()),
            (200, "text/calendar; charset=utf-8")
        );
        assert!(first.header("cache-control").starts_with("private"));
        assert_eq!(
            value(&first.body, "UID"),
            [format!("signup-{signup}@swietlicobus.test")]
        );
        assert_eq!(value(&first.body, "STATUS"), ["CONFIRMED"]);
        assert!(!first.body.contains("ola"), "nobody else is in it");
        let same = service.send("GET", &path, None, &[("if-none-match", &first.etag)], None);
        assert_eq!(same.status, 304);
        let waits = service.get(&make(&service, &ola), None);
        assert!(value(&waits.body, "UID").is_empty(), "who only waits has no shift yet");

        let withdrawn = service.post(&format!("/api/v1/signups/{signup}/withdraw"), Some(&jan), &json!({}));
        assert_eq!(withdrawn.status, 200);
        let after = service.get(&path, None);
        assert_eq!(value(&after.body, "UID"), value(&first.body, "UID"));
        assert_eq!(value(&after.body, "STATUS"), ["CANCELLED"]);
        let number = |body: &str| value(body, "SEQUENCE")[0].parse::<u32>().unwrap();
        assert!(number(&after.body) > number(&first.body));
        let google = service.get(&format!("{path}?client=google"), None);
        assert_eq!(value(&google.body, "STATUS"), ["CONFIRMED"]);
        assert!(
            value(&google.body, "SUMMARY")[0].starts_with("ODWOŁAN"),
            "{}",
            google.body
        );

        let newer = make(&service, &jan);
        assert_eq!(
            (service.get(&path, None).status, service.get(&newer, None).status),
            (404, 200)
        );
        assert_eq!(service.get(&newer.replace(".ics", "0.ics"), None).status, 404);
        let off = service.send("DELETE", "/api/v1/me/calendar", Some(&jan), &[], None);
        assert_eq!((off.status, service.get(&newer, None).status), (204, 404));

        // An account that is switched off has no calendar any more.
        let path = make(&service, &jan);
        let person = by_email(&service, &staff, "jan@example.pl").unwrap();
        let at = format!("/api/v1/people/{}", id_of(&person));
        let etag = service.get(&at, Some(&staff)).etag;
        let body = json!({"email": "jan@example.pl", "name": "jan", "role": "volunteer", "active": false});
        let saved = service.send("PUT", &at, Some(&staff), &[("if-match", &etag)], Some(&body));
        assert_eq!(
            (saved.status, service.get(&path, None).status),
            (200, 404),
            "{}",
            saved.body
        );
    });
}
