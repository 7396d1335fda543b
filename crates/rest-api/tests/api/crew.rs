//! Visits and their shifts: seen, taken, moved, confirmed, given back, cancelled.

use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

use crate::{all, check, empty, on_both, published, season, text};

#[test]
fn a_place_through_all_that_can_happen_to_it() {
    on_both(|database| {
        let (service, token) = published(database);
        service.account("jan@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        service.account("ola@example.pl", AccountRole::Volunteer, &[CrewRole::Driver]);
        let (jan, ola) = (service.token("jan@example.pl"), service.token("ola@example.pl"));
        let board = all(&service, "/api/v1/shifts", &jan, 50);
        assert_eq!(board.len(), all(&service, "/api/v1/shifts", &jan, 500).len());
        let free = |shift: &&Value| {
            shift["refusals"] == json!([]) && shift["role"] == "helper" && text(&shift["day"]).as_str() > "2027-07-10"
        };
        let shift = board.iter().find(free).unwrap();
        let path = format!("/api/v1/shifts/{}/signups", text(&shift["id"]));

        let refused = service.post(&path, Some(&ola), &empty());
        check(&refused, 422, "not-eligible", &["wrong-role"]);
        let taken = service.post(&path, Some(&jan), &empty());
        assert_eq!(
            (taken.status, &taken.json()["state"]),
            (201, &json!("confirmed")),
            "{}",
            taken.body
        );
        let again = service.post(&path, Some(&jan), &empty());
        assert_eq!((again.status, &again.body), (200, &taken.body));
        check(&service.get(&taken.location, Some(&ola)), 404, "not-found", &[]);
        check(
            &service.post(&format!("{}/withdraw", taken.location), Some(&ola), &empty()),
            404,
            "not-found",
            &[],
        );
        let own = all(&service, "/api/v1/signups", &jan, 1);
        assert_eq!(
            (own.len(), &own[0]["id"], &own[0]["on"]["id"]),
            (1, &taken.json()["id"], &shift["id"])
        );
        assert_eq!(own[0]["withdrawn_now"], "withdrawn", "{}", own[0]);
        let confirm = |as_whom: &str| service.post(&format!("{}/confirm", taken.location), Some(as_whom), &empty());
        check(&confirm(&jan), 409, "refused", &["nothing-to-reconfirm"]);

        let visit = format!("/api/v1/visits/{}", text(&shift["visit"]));
        let change = |verb: &str, body: &Value| {
            let etag = service.get(&visit, Some(&token)).etag;
            service.send(
                "POST",
                &format!("{visit}/{verb}"),
                Some(&token),
                &[("if-match", &etag)],
                Some(body),
            )
        };
        let to = json!({"day": "2027-08-15", "public_start": "12:00"});
        let (status, kind, codes) = crate::problem(&change("move", &to));
        assert_eq!((status, kind.as_str()), (409, "refused"));
        assert!(codes.contains(&"public-holiday".to_owned()), "{codes:?}");
        let forced = json!({"day": "2027-08-15", "public_start": "12:00", "override_rules": true, "reason": "Odpust"});
        let moved = change("move", &forced);
        assert_eq!(
            (moved.status, &moved.json()["day"]),
            (200, &json!("2027-08-15")),
            "{}",
            moved.body
        );
        let outside = json!({"day": "2028-01-01", "public_start": "12:00"});
        check(&change("move", &outside), 422, "invalid", &["/day"]);
        assert_eq!(service.get(&taken.location, Some(&jan)).json()["state"], "to-reconfirm");
        assert_eq!(confirm(&jan).json()["state"], "confirmed");

        let withdraw = || service.post(&format!("{}/withdraw", taken.location), Some(&jan), &empty());
        assert_eq!(withdraw().json()["state"], "withdrawn");
        check(&withdraw(), 409, "refused", &["holds-no-place"]);
        let anew = service.post(&path, Some(&jan), &empty());
        assert_eq!(anew.status, 201, "{}", anew.body);
        check(&change("cancel", &json!({"reason": "x"})), 422, "invalid", &["/reason"]);
        assert_eq!(
            change("cancel", &json!({"reason": "Burza"})).json()["state"],
            "cancelled"
        );
        assert_eq!(service.get(&anew.location, Some(&jan)).json()["state"], "released");
        let (status, _, codes) = crate::problem(&service.post(&path, Some(&jan), &empty()));
        assert_eq!(
            (status, codes.contains(&"visit-cancelled".to_owned())),
            (409, true),
            "{codes:?}"
        );
    });
}

#[test]
fn visits_are_listed_by_day_and_stop() {
    on_both(|database| {
        let (service, token) = published(database);
        let list = format!("/api/v1/seasons/{}/visits", season(&service, &token));
        let visits = all(&service, &list, &token, 9);
        let key = |visit: &Value| (text(&visit["day"]), text(&visit["public_start"]));
        assert!(visits.iter().map(key).is_sorted());
        let stop = text(&visits[0]["stop"]);
        let of_stop = service
            .get(&format!("{list}?stop={stop}&to=2027-07-31&limit=500"), Some(&token))
            .json();
        let right = |visit: &&Value| visit["stop"] == stop.as_str() && text(&visit["day"]).as_str() <= "2027-07-31";
        let expected: Vec<_> = visits.iter().filter(right).cloned().collect();
        assert_eq!(of_stop["items"], json!(expected));
    });
}
