//! Letters about swaps, covers and from staff to a crew: to whom, once, and what they say.

use rest_api::app::{letters::Letter, outbox::Round};
use serde_json::{Value, json};
use vocabulary::{MessageKind, MessageState};

use crate::{
    MINUTE, Town,
    harness::{Database, a_morning},
    sink::Sink,
};

impl Town {
    fn call(&self, email: &str, path: &str, body: &Value) -> Value {
        let answer = self.post(&format!("/api/v1{path}"), Some(&self.token(email)), body);
        assert!((200..300).contains(&answer.status), "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap_or_default()
    }

    /// The letters of a kind that wait, by address.
    fn letters_of(&self, kind: MessageKind) -> Vec<Letter> {
        let waiting = self.messages(MessageState::Waiting);
        let worded = |message| {
            let read = |db: &mut storage::Db| rest_api::app::letters::worded(&self.app, db, message, a_morning());
            self.app.read(read).unwrap()
        };
        let of_kind = waiting.iter().filter(|one| one.kind == kind).map(worded);
        let mut letters: Vec<_> = of_kind.filter(|one| !one.moot).map(|one| one.letter).collect();
        letters.sort_by(|a, b| a.to.cmp(&b.to));
        letters
    }
}

fn person(town: &Town, email: &str) -> Value {
    town.get("/api/v1/me", Some(&town.token(email))).json()["id"].clone()
}

/// Subject, and the first paragraph after the greeting.
fn told(letter: &Letter) -> String {
    let what = letter.body.split("\n\n").nth(1).unwrap_or_default();
    format!("{}: {}\n  {}", letter.to, letter.subject, what.replace('\n', "\n  "))
}

#[test]
fn everybody_in_a_swap_is_told() {
    let town = Town::new(Database::Sqlite);
    let (signup, _, _) = town.signs_up(0, "2027-07-12");
    let body = json!({"to": person(&town, "osoba1@example.pl"), "message": "Mam <egzamin>."});
    let swap = town.call("osoba0@example.pl", &format!("/signups/{signup}/swaps"), &body);
    let asked = town.letters_of(MessageKind::Swap);
    assert_eq!(asked.len(), 1);
    assert!(
        asked[0].body.contains("osoba0 pisze: „Mam <egzamin>.”"),
        "{}",
        asked[0].body
    );
    let id = swap["id"].as_str().unwrap();
    town.call("osoba1@example.pl", &format!("/swaps/{id}/accept"), &json!({}));
    let done = town.letters_of(MessageKind::Swap);
    assert_eq!(done.len(), 1, "the question is moot: {done:?}");
    let entry = done[0].calendar.clone().unwrap();
    assert!(entry.contains("STATUS:CANCELLED"), "{entry}");
    let taken = town.letters_of(MessageKind::Signup);
    let confirmed = taken.iter().find(|letter| letter.to == "osoba1@example.pl").unwrap();
    assert!(confirmed.calendar.as_ref().unwrap().contains("STATUS:CONFIRMED"));
    let said: Vec<_> = asked.iter().chain(&done).map(told).collect();
    insta::assert_snapshot!("swap_letters", said.join("\n"));
}

#[test]
fn what_is_for_anybody_is_told_after_a_while_and_not_if_it_is_taken() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    let (signup, _, _) = town.signs_up(0, "2027-07-12");
    town.round(&sink, a_morning());
    let swap = town.call("osoba0@example.pl", &format!("/signups/{signup}/swaps"), &json!({}));
    assert_eq!(town.letters_of(MessageKind::Swap).len(), 5, "everybody else who may");
    assert_eq!(
        town.round(&sink, a_morning().plus_seconds(5 * MINUTE)),
        Round::default()
    );
    let id = swap["id"].as_str().unwrap();
    town.call("osoba3@example.pl", &format!("/swaps/{id}/accept"), &json!({}));
    let round = town.round(&sink, a_morning().plus_seconds(11 * MINUTE));
    assert_eq!((round.sent, round.dropped), (2, 5), "the two who are concerned");
}

#[test]
fn a_crew_and_those_who_are_asked_to_cover() {
    let town = Town::new(Database::Sqlite);
    let (_, shift, visit) = town.signs_up(0, "2027-07-12");
    town.call(
        "hanna@example.pl",
        &format!("/shifts/{shift}/messages"),
        &json!({"text": "Weźcie kalosze."}),
    );
    town.call(
        "hanna@example.pl",
        &format!("/visits/{visit}/messages"),
        &json!({"text": "Zbiórka przy szkole."}),
    );
    let crew = town.letters_of(MessageKind::Crew);
    let to: Vec<_> = crew.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, ["osoba0@example.pl", "osoba0@example.pl"], "one for each press");
    assert!(crew.iter().any(|letter| letter.body.contains("Weźcie kalosze.")));

    let board = town
        .get("/api/v1/shifts?limit=500", Some(&town.token("osoba1@example.pl")))
        .json();
    let free = |one: &&Value| one["refusals"] == json!([]) && one["taken"] == 0;
    let lacking = board["items"].as_array().unwrap().iter().rev().find(free).unwrap();
    let path = format!("/shifts/{}/cover-asks", lacking["id"].as_str().unwrap());
    town.call("hanna@example.pl", &path, &json!({"people": 2}));
    let asked = town.letters_of(MessageKind::Offer);
    assert_eq!(asked.len(), 2);
    let said: Vec<_> = crew.iter().take(1).chain(asked.iter().take(1)).map(told).collect();
    assert!(said[0].contains("Wiadomość od koordynatora do załogi"), "{said:?}");
    assert!(said[1].contains("Czy możesz przyjść?"), "{said:?}");
}
