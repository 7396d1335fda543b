//! Staff fills a shift: asks, decides against a rule of the house, approves a minor's request, writes down who came.

use journeys::{Running, a_morning, day};
use rest_api::app::{papers::Papers, people};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

use crate::on_both;

fn helpers(service: &Running, token: &str, places: u64) -> Value {
    let board = service.get("/api/v1/shifts?limit=500", Some(token)).json();
    let all = board["items"].as_array().unwrap();
    // The last: there is time to offer a place to one after the other.
    let found = all
        .iter()
        .rev()
        .find(|s| s["role"] == "helper" && s["places"] == places && s["refusals"] == json!([]));
    found.unwrap().clone()
}

fn candidate(service: &Running, shift: &Value, staff: &str, name: &str) -> Value {
    let path = format!("/api/v1/shifts/{}/candidates", shift["id"].as_str().unwrap());
    let all = service.get(&path, Some(staff)).json();
    let found = all.as_array().unwrap().iter().find(|one| one["name"] == name);
    found.cloned().unwrap_or_default()
}

#[test]
fn staff_asks_approves_and_writes_down() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        service.account("adam@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        service.account("zofia@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
        service.account("marek@example.pl", AccountRole::Animator, &[CrewRole::Leader]);
        let [staff, adam, zofia, marek] =
            ["szefowa", "adam", "zofia", "marek"].map(|name| service.token(&format!("{name}@example.pl")));
        let shift = helpers(&service, &adam, 1);
        let path = format!("/api/v1/shifts/{}", shift["id"].as_str().unwrap());
        let assign = |body: Value, token: &str| service.post(&format!("{path}/assignments"), Some(token), &body);
        let act = |signup: &str, what: &str, token: &str| {
            service.post(&format!("/api/v1/signups/{signup}/{what}"), Some(token), &json!({}))
        };

        // A volunteer may not; staff offers, the person says yes.
        let adams = candidate(&service, &shift, &staff, "adam");
        assert_eq!(adams["refusals"], json!([]), "{adams}");
        assert_eq!(assign(json!({"person": adams["person"]}), &zofia).status, 403);
        let keyed = |body: &Value| {
            let key = [("idempotency-key", "przydzial-1")];
            service.send("POST", &format!("{path}/assignments"), Some(&staff), &key, Some(body))
        };
        let offered = keyed(&json!({"person": adams["person"]}));
        assert_eq!((offered.status, &offered.json()["state"]), (200, &json!("offered")));
        assert!(offered.json()["expires_at"].is_string());
        let adams_signup = offered.json()["id"].as_str().unwrap().to_owned();
        let again = keyed(&json!({"person": adams["person"]}));
        assert_eq!(
            (again.status, again.json()),
            (200, offered.json()),
            "pressed twice is once"
        );
        assert_eq!(keyed(&json!({"person": adams["person"], "agreed": true})).status, 422);
        assert_eq!(act(&adams_signup, "accept", &adam).json()["state"], "confirmed");

        // The place is taken: nobody is put on it, whatever is written.
        let zofias = candidate(&service, &shift, &staff, "zofia");
        assert_eq!(zofias["refusals"][0]["code"], "shift-full");
        let against = json!({"person": zofias["person"], "overrides": [{"code": "shift-full", "reason": "bo tak"}]});
        assert_eq!(assign(against, &staff).status, 409);

        // Zofia waits; Adam's place is taken away and goes to her.
        let waits = service.post(&format!("{path}/signups"), Some(&zofia), &json!({"wait": true}));
        assert_eq!(waits.json()["state"], "waitlisted");
        let zofias_signup = waits.json()["id"].as_str().unwrap().to_owned();
        assert_eq!(act(&adams_signup, "release", &staff).json()["state"], "released");
        let zofias_now = service
            .get(&format!("/api/v1/signups/{zofias_signup}"), Some(&staff))
            .json();
        assert_eq!(zofias_now["state"], "offered");
        assert_eq!(act(&zofias_signup, "accept", &zofia).json()["state"], "confirmed");

        // On the day an animator writes down who came, not before.
        assert_eq!(act(&zofias_signup, "attend", &marek).status, 409);
        let on: vocabulary::Day = shift["day"].as_str().unwrap().parse().unwrap();
        let evening = vocabulary::Zone::WARSAW.resolve(on, "20:00".parse().unwrap()).unwrap();
        let service = service.restart(evening);
        let [marek, zofia] = ["marek", "zofia"].map(|name| service.token(&format!("{name}@example.pl")));
        let post = |what: &str, token: &str| {
            service.post(
                &format!("/api/v1/signups/{zofias_signup}/{what}"),
                Some(token),
                &json!({}),
            )
        };
        assert_eq!(post("check-in", &zofia).status, 403);
        assert_eq!(post("check-in", &marek).json()["state"], "checked-in");
        assert_eq!(post("attend", &marek).json()["state"], "attended");
        assert_eq!(
            post("no-show", &marek).status,
            409,
            "that is a correction, with a reason"
        );
    });
}

#[test]
fn a_minor_is_approved() {
    on_both(|database| {
        let service = Running::published(database, a_morning());
        service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
        service.account("marek@example.pl", AccountRole::Animator, &[CrewRole::Leader]);
        let ola = people::PersonInput {
            email: "ola@example.pl".to_owned(),
            name: "Ola".to_owned(),
            role: AccountRole::Volunteer,
            active: true,
            born_on: Some(day("2010-12-26")),
            kind: None,
            papers: Papers::with_roles(&[CrewRole::Helper])
                .cleared(day("2027-05-01"), 1)
                .agreed(day("2027-05-01"), day("2027-12-31"))
                .consented(day("2027-05-01"), false),
            language: None,
        };
        people::create(&service.app, None, &ola).unwrap();
        people::set_password(&service.app, "ola@example.pl", journeys::PASSWORD).unwrap();
        let [staff, marek, ola] = ["szefowa", "marek", "ola"].map(|name| service.token(&format!("{name}@example.pl")));
        let board = service.get("/api/v1/shifts?limit=500", Some(&ola)).json();
        let all = board["items"].as_array().unwrap();
        // Never without an adult of the staff.
        let alone = |s: &&Value| {
            let codes = s["refusals"].as_array().unwrap().iter().map(|r| r["code"].clone());
            codes.collect::<Vec<_>>().contains(&json!("no-adult-of-staff")) && s["minimum_age"] == 16
        };
        let shift = all.iter().find(alone).expect("nobody is on it yet").clone();
        let leader = all
            .iter()
            .find(|s| s["visit"] == shift["visit"] && s["role"] == "leader")
            .unwrap();
        let take = |shift: &Value, token: &str| {
            let path = format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap());
            service.post(&path, Some(token), &json!({}))
        };
        assert_eq!(take(&shift, &ola).status, 409);
        assert_eq!(take(leader, &marek).status, 201);
        let asked = take(&shift, &ola);
        assert_eq!(
            (asked.status, &asked.json()["state"]),
            (201, &json!("requested")),
            "{}",
            asked.body
        );
        let id = asked.json()["id"].as_str().unwrap().to_owned();
        let act =
            |what: &str, token: &str| service.post(&format!("/api/v1/signups/{id}/{what}"), Some(token), &json!({}));
        assert_eq!(act("approve", &ola).status, 403);
        assert_eq!(act("approve", &staff).json()["state"], "confirmed");
        assert_eq!(act("reject", &staff).status, 409);
    });
}
