//! People come by themselves or from a table, read their shifts in their own calendar, and are forgotten: asked for, or in time.

mod erasing;
mod feed;
mod forgetting;
mod registering;
mod table;

use journeys::{Database, Running};
use rest_api::app::{
    letters::Letter,
    outbox::{self, Carrier, Fault},
};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole, Timestamp};

/// Takes every letter.
#[derive(Default)]
struct Postbag(Vec<Letter>);

impl Carrier for Postbag {
    fn carry(&mut self, letter: &Letter) -> Result<(), Fault> {
        self.0.push(letter.clone());
        Ok(())
    }
}

/// What leaves by now.
fn letters(service: &Running) -> Vec<Letter> {
    let mut bag = Postbag::default();
    let now = service.app.now();
    outbox::deliver(&service.app, &mut bag, &|| now).unwrap();
    bag.0
}

/// A published season in which people may register.
fn open(database: Database, now: Timestamp) -> Running {
    Running::published(database, now).reset(now, |settings| {
        settings.registration.open = true;
        settings.registration.controller = Some("Ośrodek, Ostrołęka".to_owned());
        settings.registration.contact = Some("iod@example.pl".to_owned());
    })
}

fn coordinator(service: &Running) -> String {
    service.account("szefowa@example.pl", AccountRole::Coordinator, &[]);
    service.token("szefowa@example.pl")
}

fn volunteer(service: &Running, email: &str) -> String {
    service.account(email, AccountRole::Volunteer, &[CrewRole::Helper, CrewRole::Leader]);
    service.token(email)
}

/// The last day's shift with one place that this person may take.
fn one_place(service: &Running, token: &str) -> String {
    let board = service.get("/api/v1/shifts?limit=500", Some(token)).json();
    let fits = |s: &&Value| s["places"] == 1 && s["refusals"].as_array().unwrap().is_empty();
    let found = board["items"].as_array().unwrap().iter().rev().find(fits);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

/// The id of a sign-up, made or to wait.
fn sign_up(service: &Running, shift: &str, token: &str) -> String {
    let path = format!("/api/v1/shifts/{shift}/signups");
    let answer = service.post(&path, Some(token), &json!({"wait": true}));
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn people(service: &Running, staff: &str) -> Vec<Value> {
    let all = service.get("/api/v1/people?limit=500", Some(staff)).json();
    all["items"].as_array().unwrap().clone()
}

fn by_email(service: &Running, staff: &str, email: &str) -> Option<Value> {
    people(service, staff).into_iter().find(|one| one["email"] == email)
}

fn id_of(person: &Value) -> &str {
    person["id"].as_str().unwrap()
}
