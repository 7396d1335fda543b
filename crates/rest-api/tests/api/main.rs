//! The REST API as a program sees it: the service runs in this process and is spoken to over HTTP.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

#[path = "../../../../tests/harness/mod.rs"]
#[allow(unreachable_pub, dead_code)] // In the journeys it is a library.
mod harness;

mod access;
mod addresses;
mod again;
mod crew;
mod described;
mod editing;
mod planning;
mod problems;
mod public;
mod sessions;
mod street_map;
mod travel;

use harness::{Answer, Database, Running, a_morning};
use serde_json::{Value, json};
use vocabulary::{AccountRole, CrewRole};

/// Tells a story to both databases.
fn on_both(story: fn(Database)) {
    story(Database::Sqlite);
    story(Database::Postgres);
}

/// A published season, and a coordinator's token.
fn published(database: Database) -> (Running, String) {
    let service = Running::published(database, a_morning());
    service.account("anna@example.pl", AccountRole::Coordinator, &[]);
    let token = service.token("anna@example.pl");
    (service, token)
}

/// Everything of a list, portion by portion.
fn all(service: &Running, path: &str, token: &str, limit: usize) -> Vec<Value> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let answer = service.get(&format!("{path}?limit={limit}{after}"), Some(token));
        assert_eq!(answer.status, 200, "{}", answer.body);
        let portion = answer.json();
        let items = portion["items"].as_array().unwrap();
        assert!(items.len() <= limit);
        found.extend(items.iter().cloned());
        match portion["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

/// The id of the one season.
fn season(service: &Running, token: &str) -> String {
    text(&service.get("/api/v1/seasons", Some(token)).json()["items"][0]["id"])
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
        .to_owned()
}

/// What a problem says in short: status, kind, and the pointers or codes in it.
fn problem(answer: &Answer) -> (u16, String, Vec<String>) {
    assert_eq!(answer.content_type, "application/problem+json", "{}", answer.body);
    let body = answer.json();
    assert_eq!(body["status"], answer.status, "{body}");
    assert!(body["instance"].as_str().unwrap().starts_with("req_"), "{body}");
    assert!(
        !text(&body["title"]).is_empty() && !text(&body["detail"]).is_empty(),
        "{body}"
    );
    let kind = text(&body["type"]);
    let names = |list: &str, name: &str| -> Vec<String> {
        body[list]
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| text(&item[name]))
            .collect()
    };
    let told = [names("errors", "pointer"), names("refusals", "code")].concat();
    (answer.status, kind.strip_prefix("/problems#").unwrap().to_owned(), told)
}

/// What a call is refused for.
fn check(answer: &Answer, status: u16, kind: &str, told: &[&str]) {
    let told = told.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(problem(answer), (status, kind.to_owned(), told), "{}", answer.body);
}

fn put(service: &Running, token: &str, path: &str, etag: &str, body: &Value) -> Answer {
    service.send("PUT", path, Some(token), &[("if-match", etag)], Some(body))
}

/// The roles in the words of the API, with a token each.
fn one_of_each(service: &Running) -> Vec<(&'static str, String)> {
    let crew: &[CrewRole] = &[CrewRole::Helper];
    let roles = [
        ("coordinator", AccountRole::Coordinator),
        ("animator", AccountRole::Animator),
        ("volunteer", AccountRole::Volunteer),
    ];
    roles
        .into_iter()
        .map(|(word, role)| {
            let email = format!("{word}@example.pl");
            service.account(&email, role, crew);
            (word, service.token(&email))
        })
        .collect()
}

/// An id of the right form that names nothing.
fn nobodys(prefix: &str) -> String {
    format!("{prefix}_00000000000000000000000000000007")
}

fn empty() -> Value {
    json!({})
}
