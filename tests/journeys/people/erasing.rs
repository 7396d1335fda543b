//! Erasing: asked for, confirmed, whole.

use journeys::{Running, a_morning};
use serde_json::json;

use super::*;
use crate::on_both;

/// Whether a text stands in a file of the SQLite database; nothing is said of PostgreSQL, whose tables `storage` looks through.
fn file_holds(service: &Running, text: &str) -> bool {
    let url = service.app.config.database.url.reveal();
    let Some(path) = url.strip_prefix("sqlite:") else {
        return false;
    };
    ["", "-wal"].iter().any(|end| {
        let bytes = std::fs::read(format!("{path}{end}")).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn an_erased_person_leaves_counts_and_a_place_for_the_next() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        let staff = coordinator(&service);
        let name = "niepowtarzalna.zofia";
        let email = format!("{name}@example.pl");
        let (zofia, ola) = (volunteer(&service, &email), volunteer(&service, "ola@example.pl"));
        let shift = one_place(&service, &zofia);
        let (held, waits) = (sign_up(&service, &shift, &zofia), sign_up(&service, &shift, &ola));
        letters(&service);
        let calendar = service.post("/api/v1/me/calendar", Some(&zofia), &json!({})).json();
        let calendar = calendar["address"]
            .as_str()
            .unwrap()
            .replace("http://swietlicobus.test", "");
        assert_eq!(service.post("/api/v1/me/erasure", Some(&zofia), &json!({})).status, 204);
        let told = letters(&service);
        assert!(
            told.iter()
                .any(|letter| letter.subject.contains("Prośba o usunięcie danych")),
            "{told:?}"
        );

        let person = by_email(&service, &staff, &email).unwrap();
        let at = format!("/api/v1/people/{}", id_of(&person));
        let all = service.get(&format!("{at}/data"), Some(&staff)).json();
        assert_eq!(
            (&all["person"]["email"], all["signups"].as_array().unwrap().len()),
            (&json!(email), 1)
        );
        assert_eq!(service.get(&format!("{at}/data"), Some(&zofia)).status, 403);
        let erase = |name: &str, token: &str| {
            let body = json!({"name": name});
            service.post(&format!("{at}/erase"), Some(token), &body).status
        };
        assert_eq!(erase(name, &zofia), 403);
        assert_eq!(erase("Ktoś Inny", &staff), 422, "a slip erases nobody");
        assert_eq!(erase(&name.to_uppercase(), &staff), 204);
        assert_eq!(erase(name, &staff), 404, "once");

        assert_eq!(service.get("/api/v1/me", Some(&zofia)).status, 401);
        assert_eq!(service.get(&calendar, None).status, 404);
        assert_eq!(service.get(&format!("{at}/data"), Some(&staff)).status, 404);
        assert_eq!(by_email(&service, &staff, &email), None);
        let state = |id: &str| {
            let signup = service.get(&format!("/api/v1/signups/{id}"), Some(&staff)).json();
            signup["state"].as_str().unwrap().to_owned()
        };
        assert_eq!(
            (state(&held), state(&waits)),
            ("withdrawn".to_owned(), "offered".to_owned())
        );
        let log = service.get("/api/v1/audit?limit=500", Some(&staff)).body;
        assert!(log.contains("person.erase"));
        for text in [name, email.as_str()] {
            assert!(!log.contains(text), "{text} in the audit log");
            assert!(!file_holds(&service, text), "{text} in the file");
        }
        // Whoever waited is told; the erased one is written to no more.
        assert!(letters(&service).iter().all(|letter| letter.to == "ola@example.pl"));
        let again = json!({"email": email, "name": "Ktoś Nowy", "role": "volunteer"});
        assert_eq!(
            service.post("/api/v1/people", Some(&staff), &again).status,
            201,
            "the address is free"
        );
    });
}

#[test]
fn nobody_erases_themselves_and_a_request_can_be_taken_back() {
    let service = Running::published(Database::Sqlite, a_morning());
    let staff = coordinator(&service);
    let me = service.get("/api/v1/me", Some(&staff)).json();
    let body = json!({"name": me["name"]});
    let own = service.post(&format!("/api/v1/people/{}/erase", id_of(&me)), Some(&staff), &body);
    assert_eq!(own.status, 422);
    let jan = volunteer(&service, "jan@example.pl");
    assert_eq!(service.post("/api/v1/me/erasure", Some(&jan), &json!({})).status, 204);
    assert_eq!(
        service
            .send("DELETE", "/api/v1/me/erasure", Some(&jan), &[], None)
            .status,
        204
    );
    assert!(letters(&service).is_empty(), "what was taken back is not told");
}
