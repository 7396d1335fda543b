//! The crew of a season: proposed, explained, changed, and then asked, who answer for themselves.

use journeys::{Database, Running, a_morning};
use rest_api::app::{Caller, me, outbox, wishes::Wishes};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

use crate::on_both;

/// A service with a leader, a driver and two helpers, one of whom wishes for two visits at most; all know it by these names.
fn staffed(database: Database) -> Running {
    let service = Running::published(database, a_morning());
    service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
    service.account("marek@example.pl", AccountRole::Animator, &[CrewRole::Leader]);
    service.account("jan@example.pl", AccountRole::Animator, &[CrewRole::Driver]);
    service.account("adam@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
    service.account("zofia@example.pl", AccountRole::Volunteer, &[CrewRole::Helper]);
    service
}

/// Somebody as the use cases see them.
fn caller(person: &str, role: AccountRole) -> Caller {
    Caller {
        person: person.parse().unwrap(),
        name: String::new(),
        role,
        family: "tok_00000000000000000000000000000001".parse().unwrap(),
        awaits_approval: false,
        language: rest_api::app::caller::spoken_to("pl"),
    }
}

/// The person's own wish for at most so many visits.
fn wish(service: &Running, person: &str, visits: u32) {
    let wishes = Wishes {
        visits: Some(visits),
        ..Wishes::default()
    };
    me::wish(&service.app, &caller(person, AccountRole::Volunteer), &wishes).unwrap();
}

/// The letters that wait to ask somebody for shifts of a proposed crew: to whom, and for how many.
fn letters(service: &Running, coordinator: &str) -> Vec<(String, usize)> {
    let outbox = outbox::look(&service.app, &caller(coordinator, AccountRole::Coordinator)).unwrap();
    let crew = outbox
        .waiting
        .iter()
        .filter(|shown| shown.message.matter.starts_with("crew:"));
    let letters = crew.map(|shown| &shown.worded.as_ref().unwrap().letter);
    letters
        .map(|letter| (letter.to.clone(), letter.body.matches("odpowiedz do:").count()))
        .collect()
}

struct Coordinator<'a> {
    service: &'a Running,
    token: String,
}

impl Coordinator<'_> {
    fn get(&self, path: &str) -> Value {
        let answer = self.service.get(&format!("/api/v1{path}"), Some(&self.token));
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()
    }

    fn post(&self, path: &str, body: &Value) -> journeys::Answer {
        self.service.post(&format!("/api/v1{path}"), Some(&self.token), body)
    }

    fn season(&self) -> String {
        self.get("/seasons")["items"][0]["id"].as_str().unwrap().to_owned()
    }

    fn propose(&self, body: &Value) -> Value {
        let made = self.post(&format!("/seasons/{}/crew-proposals", self.season()), body);
        assert_eq!(made.status, 201, "{}", made.body);
        made.json()
    }

    fn person(&self, name: &str) -> String {
        let all = self.get("/people?limit=500");
        let found = all["items"].as_array().unwrap().iter().find(|one| one["name"] == name);
        found.unwrap()["id"].as_str().unwrap().to_owned()
    }
}

fn places(proposal: &Value) -> Vec<(String, String)> {
    let text = |place: &Value, field: &str| place[field].as_str().unwrap().to_owned();
    let all = proposal["places"].as_array().unwrap().iter();
    all.map(|place| (text(place, "shift"), text(place, "person"))).collect()
}

#[test]
fn a_crew_is_proposed_changed_and_asked() {
    on_both(|database| {
        let service = staffed(database);
        let adam = service.token("adam@example.pl");
        let staff = Coordinator {
            token: service.token("szefowa@example.pl"),
            service: &service,
        };
        wish(&service, &staff.person("adam"), 2);
        let forbidden = service.post(
            &format!("/api/v1/seasons/{}/crew-proposals", staff.season()),
            Some(&adam),
            &json!({}),
        );
        assert_eq!(forbidden.status, 403);
        let faults = staff.post(
            &format!("/seasons/{}/crew-proposals", staff.season()),
            &json!({"from": "2027-08-01", "to": "2027-07-01", "seconds": 0}),
        );
        assert_eq!(faults.status, 422);
        assert_eq!(faults.json()["errors"].as_array().unwrap().len(), 2, "{}", faults.body);

        let proposal = staff.propose(&json!({"seconds": 1}));
        let path = format!("/crew-proposals/{}", proposal["id"].as_str().unwrap());
        let proposed = places(&proposal);
        let (adam_id, zofia_id) = (staff.person("adam"), staff.person("zofia"));
        let of = |person: &str| proposed.iter().filter(|(_, who)| who == person).count();
        assert!(
            (1..=2).contains(&of(&adam_id)),
            "no more than Adam wishes for: {proposal}"
        );
        assert!(of(&zofia_id) > 2);

        // Nobody has been asked: Adam sees no offer.
        assert_eq!(service.get("/api/v1/signups", Some(&adam)).json()["items"], json!([]));

        // Adam is taken out, and the place says who could have it, Adam among them.
        let (shift, _) = proposed.iter().find(|(_, who)| *who == adam_id).unwrap();
        let place = format!("{path}/shifts/{shift}/people");
        let change =
            |method, id: &str| service.send(method, &format!("/api/v1{place}/{id}"), Some(&staff.token), &[], None);
        let gone = change("DELETE", &adam_id);
        assert_eq!(gone.status, 200, "{}", gone.body);
        assert_eq!(places(&gone.json()).len(), proposed.len() - 1);
        let whys = staff.get(&place);
        let why = |id: &str| {
            whys.as_array()
                .unwrap()
                .iter()
                .find(|one| one["person"] == id)
                .unwrap()
                .clone()
        };
        assert_eq!(why(&adam_id)["obstacles"], json!([]));
        let marek = why(&staff.person("marek"));
        let obstacles = marek["obstacles"].as_array().unwrap();
        assert!(obstacles.contains(&json!({"obstacle": "not-their-role"})), "{marek}");
        let put = |id: &str| change("PUT", id);
        let refused = put(&staff.person("marek"));
        assert_eq!(refused.status, 409);
        let told = refused.json()["refusals"].clone();
        let codes = |all: &[Value], key: &str| -> Vec<Value> { all.iter().map(|one| one[key].clone()).collect() };
        assert_eq!(
            codes(told.as_array().unwrap(), "code"),
            codes(obstacles, "obstacle"),
            "every obstacle, as the list says them"
        );
        let back = put(&adam_id);
        assert_eq!(back.status, 200, "{}", back.body);
        // A visit has one leader, and Marek is proposed for it.
        let marek_id = staff.person("marek");
        let (led, _) = proposed.iter().find(|(_, who)| *who == marek_id).unwrap();
        let full = format!("/api/v1{path}/shifts/{led}/people/{zofia_id}");
        let full = service.send("PUT", &full, Some(&staff.token), &[], None).json();
        assert_eq!(
            codes(full["refusals"].as_array().unwrap(), "code"),
            ["no-empty-place"],
            "{full}"
        );
        assert_eq!(places(&back.json()).len(), proposed.len());

        // Asked, each has offers and answers for themselves; the proposal is changed no more.
        let asked = staff.post(&format!("{path}/offer"), &json!({}));
        assert_eq!(asked.status, 200, "{}", asked.body);
        assert_eq!(asked.json()["offered"], json!(proposed.len()), "{}", asked.body);
        let letters = letters(&service, &staff.person("szefowa"));
        assert_eq!(
            json!(letters.len()),
            asked.json()["people"],
            "one letter to each: {letters:?}"
        );
        assert!(
            letters.contains(&("adam@example.pl".to_owned(), of(&adam_id))),
            "{letters:?}"
        );
        assert_eq!(staff.post(&format!("{path}/offer"), &json!({})).status, 409);
        assert_eq!(put(&adam_id).status, 409);
        let offers = service.get("/api/v1/signups", Some(&adam)).json();
        let offers = offers["items"].as_array().unwrap();
        assert_eq!(offers.len(), of(&adam_id));
        assert!(offers.iter().all(|one| one["state"] == "offered"), "{offers:?}");
        let yes = service.post(
            &format!("/api/v1/signups/{}/accept", offers[0]["id"].as_str().unwrap()),
            Some(&adam),
            &json!({}),
        );
        assert_eq!(yes.json()["state"], "confirmed", "{}", yes.body);

        // A proposal made now keeps whoever holds a place and asks nobody twice.
        let second = staff.propose(&json!({"seconds": 1, "seed": 2}));
        for (shift, person) in places(&second) {
            assert!(!proposed.contains(&(shift, person)), "{second}");
        }
        let thrown = staff.post(
            &format!("/crew-proposals/{}/discard", second["id"].as_str().unwrap()),
            &json!({}),
        );
        assert_eq!(thrown.json()["state"], "discarded");
    });
}

#[test]
fn pressing_twice_proposes_once_and_what_changed_meanwhile_is_told() {
    on_both(|database| {
        let service = staffed(database);
        let staff = Coordinator {
            token: service.token("szefowa@example.pl"),
            service: &service,
        };
        let path = format!("/api/v1/seasons/{}/crew-proposals", staff.season());
        let key = [("idempotency-key", "klucz-1")];
        let body = json!({"seconds": 1});
        let press = || service.send("POST", &path, Some(&staff.token), &key, Some(&body));
        let (first, second) = (press(), press());
        assert_eq!((first.status, second.status), (201, 201));
        assert_eq!(first.json()["id"], second.json()["id"]);
        let all = staff.get(&format!("/seasons/{}/crew-proposals", staff.season()));
        assert_eq!(all.as_array().unwrap().len(), 1);

        // Somebody takes a proposed place before the people are asked: that one is told as refused, all others are asked.
        let proposal = first.json();
        let zofia = service.token("zofia@example.pl");
        let zofia_id = staff.person("zofia");
        let proposed = places(&proposal);
        let (shift, _) = proposed.iter().find(|(_, who)| *who == zofia_id).unwrap();
        let taken = service.post(&format!("/api/v1/shifts/{shift}/signups"), Some(&zofia), &json!({}));
        assert_eq!(taken.status, 201, "{}", taken.body);
        let id = proposal["id"].as_str().unwrap();
        let asked = staff.post(&format!("/crew-proposals/{id}/offer"), &json!({}));
        assert_eq!(
            (asked.status, &asked.json()["refused"]),
            (200, &json!(1)),
            "{}",
            asked.body
        );
        let after = staff.get(&format!("/crew-proposals/{id}"));
        let one = after["places"]
            .as_array()
            .unwrap()
            .iter()
            .find(|place| place["shift"] == *shift && place["person"] == *zofia_id);
        let outcome = &one.unwrap()["outcome"];
        assert_eq!(outcome["outcome"], "refused", "{outcome}");
        assert!(
            outcome["codes"]
                .as_array()
                .unwrap()
                .contains(&json!("already-signed-up")),
            "{outcome}"
        );
    });
}
