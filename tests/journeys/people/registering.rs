//! Registering, and staff's answer.

use journeys::{Answer, PASSWORD, Running, a_morning};
use serde_json::{Value, json};

use super::*;
use crate::on_both;

fn register(service: &Running, name: &str, email: &str) -> Answer {
    let body = json!({"name": name, "email": email, "kind": "volunteer", "adult": true, "tongues": ["uk"]});
    service.post("/api/v1/registrations", None, &body)
}

/// The path of the link in a letter.
fn link(letter: &Letter) -> String {
    let (_, after) = letter.body.split_once("http://swietlicobus.test").unwrap();
    after.split_whitespace().next().unwrap().to_owned()
}

fn set_password(service: &Running, path: &str, password: &str) -> u16 {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = format!("password={password}");
    service.send_text("POST", path, None, &form, Some(&body)).status
}

fn sign_in(service: &Running, email: &str) -> Answer {
    service.post("/api/v1/sessions", None, &json!({"email": email, "password": PASSWORD}))
}

#[test]
fn somebody_registers_waits_and_is_approved() {
    on_both(|database| {
        let service = open(database, a_morning());
        let staff = coordinator(&service);
        volunteer(&service, "zofia@example.pl");
        let new = register(&service, "Jan Nowy", "Jan@Example.pl ");
        let known = register(&service, "Ktoś Inny", "zofia@example.pl");
        let twice = register(&service, "Jan Drugi", "jan@example.pl");
        assert_eq!(
            (new.status, known.status, twice.status),
            (200, 200, 200),
            "{}",
            new.body
        );
        assert_eq!(
            (&new.body, &new.body),
            (&known.body, &twice.body),
            "nobody learns who has an account"
        );
        assert_eq!(sign_in(&service, "jan@example.pl").status, 401);

        let sent = letters(&service);
        let to = |address: &str| -> Vec<&Letter> { sent.iter().filter(|letter| letter.to == address).collect() };
        assert_eq!(
            (to("jan@example.pl").len(), to("zofia@example.pl").len()),
            (1, 1),
            "{sent:?}"
        );
        assert!(to("zofia@example.pl")[0].body.contains("Konto z tym adresem już jest"));
        let path = link(to("jan@example.pl")[0]);
        assert_eq!(service.get(&path, None).status, 200);
        assert_eq!(service.get(&format!("{path}0"), None).status, 404);
        assert_eq!(set_password(&service, &path, "haslo"), 422, "too short");
        assert_eq!(set_password(&service, &path, PASSWORD), 200);
        assert_eq!(set_password(&service, &path, "inne-haslo-27"), 410, "once");

        // Waiting: their own account and nothing of anybody.
        let token = service.token("jan@example.pl");
        let me = service.get("/api/v1/me", Some(&token)).json();
        assert_eq!(
            (&me["name"], &me["awaits_approval"]),
            (&json!("Jan Nowy"), &json!(true))
        );
        assert_eq!(service.get("/api/v1/me/data", Some(&token)).status, 200);
        for path in ["/shifts", "/signups", "/people", "/seasons", "/estates"] {
            let answer = service.get(&format!("/api/v1{path}"), Some(&token));
            assert_eq!(answer.status, 403, "{path}: {}", answer.body);
        }
        assert_eq!(
            service.post("/api/v1/me/calendar", Some(&token), &json!({})).status,
            403
        );
        let told: Vec<_> = letters(&service)
            .into_iter()
            .map(|letter| (letter.to, letter.subject))
            .collect();
        assert_eq!(
            told,
            [(
                "szefowa@example.pl".to_owned(),
                "Nowe zgłoszenie do załogi: Jan Nowy".to_owned()
            )]
        );

        let jan = by_email(&service, &staff, "jan@example.pl").unwrap();
        assert_eq!(jan["papers"]["tongues"], json!(["uk"]));
        let approve = format!("/api/v1/people/{}/approve", id_of(&jan));
        assert_eq!(service.post(&approve, Some(&token), &json!({})).status, 403);
        let approved = service.post(&approve, Some(&staff), &json!({}));
        assert_eq!(
            (approved.status, &approved.json()["awaits_approval"]),
            (200, &json!(false))
        );
        assert_eq!(service.post(&approve, Some(&staff), &json!({})).status, 409, "once");
        assert_eq!(service.get("/api/v1/shifts", Some(&token)).status, 200);
        let told = letters(&service);
        assert_eq!(told.len(), 1);
        assert!(told[0].subject.contains("zgłoszenie przyjęte"), "{}", told[0].subject);
    });
}

#[test]
fn a_refused_registration_leaves_nothing_and_old_links_end() {
    on_both(|database| {
        let service = open(database, a_morning());
        let staff = coordinator(&service);
        assert_eq!(register(&service, "Jan Nowy", "jan@example.pl").status, 200);
        assert_eq!(register(&service, "Ola Nowa", "ola@example.pl").status, 200);
        let sent = letters(&service);
        let path = |name: &str| link(sent.iter().find(|letter| letter.to == name).unwrap());
        let jan = by_email(&service, &staff, "jan@example.pl").unwrap();
        let refuse = format!("/api/v1/people/{}/refuse", id_of(&jan));
        assert_eq!(service.post(&refuse, Some(&staff), &json!({})).status, 204);
        assert_eq!(by_email(&service, &staff, "jan@example.pl"), None);
        assert_eq!(service.get(&path("jan@example.pl"), None).status, 410);
        // The address may come again.
        assert_eq!(register(&service, "Jan Nowy", "jan@example.pl").status, 200);
        assert!(by_email(&service, &staff, "jan@example.pl").is_some());

        let service = service.restart(a_morning().plus_seconds(7 * 86_400));
        assert_eq!(
            service.get(&path("ola@example.pl"), None).status,
            410,
            "after seven days"
        );
        let service = service.restart(a_morning().plus_seconds(31 * 86_400));
        let staff = service.token("szefowa@example.pl");
        assert_eq!(people(&service, &staff).len(), 1, "what nobody approved is erased");
    });
}

#[test]
fn faults_come_at_once_and_nobody_registers_for_ever() {
    let service = Running::published(journeys::Database::Sqlite, a_morning());
    assert_eq!(
        register(&service, "Jan", "jan@example.pl").status,
        404,
        "unless it is open"
    );
    assert_eq!(service.get("/dolacz", None).status, 404);
    assert!(!service.get("/logowanie", None).body.contains("/dolacz"));
    drop(service);
    let service = open(journeys::Database::Sqlite, a_morning());
    assert!(service.get("/logowanie", None).body.contains("href=\"/dolacz\""));
    let page = service.get("/dolacz", None);
    for text in ["Ośrodek, Ostrołęka", "iod@example.pl", "30 dniach", "Prezesa Urzędu"] {
        assert!(page.body.contains(text), "{text}");
    }
    let wrong = json!({"name": " ", "email": "jan", "kind": "staff", "adult": false});
    let told = service.post("/api/v1/registrations", None, &wrong);
    let told = told.json();
    let pointers: Vec<&Value> = told["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["pointer"])
        .collect();
    assert_eq!(pointers, ["/email", "/name", "/kind", "/born_on"]);
    for (adult, born, field) in [
        (true, json!("2010-01-01"), "/born_on"),
        (false, json!("1990-01-01"), "/adult"),
        (false, json!("2030-01-01"), "/born_on"),
    ] {
        let body =
            json!({"name": "Jan", "email": "jan@example.pl", "kind": "volunteer", "adult": adult, "born_on": born});
        let told = service.post("/api/v1/registrations", None, &body).json();
        assert_eq!(told["errors"][0]["pointer"], field, "{told}");
    }
    let statuses: Vec<u16> = (0..12)
        .map(|n| register(&service, "Jan", &format!("jan{n}@example.pl")).status)
        .collect();
    assert_eq!(statuses[..10], [200; 10]);
    assert_eq!(statuses[10..], [429; 2]);
}
