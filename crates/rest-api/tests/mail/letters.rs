//! What people read: the whole of a letter, changes told once, the evening before.

use rest_api::{
    app::{
        letters,
        notices::{self, SignupNotice as Notice},
        outbox, reminders,
    },
    mail,
};
use serde_json::{Value, json};
use vocabulary::{MessageKind, MessageState, ShiftId, SignupId, SignupState, Timestamp, Zone};

use crate::{
    HOUR, MINUTE, Town, account, day,
    harness::{Database, a_morning},
    sink::{Sink, header},
};

impl Town {
    /// The coordinator changes a visit.
    fn change(&self, visit: &str, verb: &str, body: &Value) {
        let token = self.token("hanna@example.pl");
        let path = format!("/api/v1/visits/{visit}");
        let etag = self.get(&path, Some(&token)).etag;
        let headers = [("if-match", etag.as_str())];
        let answer = self.send("POST", &format!("{path}/{verb}"), Some(&token), &headers, Some(body));
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// The letters of all messages in a state, as things stand now.
    fn letters(&self, state: MessageState) -> Vec<letters::Letter> {
        let messages = self.messages(state);
        let words = |message| {
            self.app
                .read(|db| letters::worded(&self.app, db, message, a_morning()))
                .unwrap()
                .letter
        };
        messages.iter().map(words).collect()
    }
}

fn at(on: &str, time: &str) -> Timestamp {
    Zone::WARSAW.resolve(day(on), time.parse().unwrap()).unwrap()
}

fn unfolded(calendar: Option<&String>) -> String {
    calendar.cloned().unwrap_or_default().replace("\r\n ", "")
}

#[test]
fn the_whole_of_a_letter() {
    let town = Town::new(Database::Sqlite);
    let (signup, _, _) = town.signs_up(0, "2027-07-12");
    let letter = town.letters(MessageState::Waiting).remove(0);
    let id = letter.id.split('@').next().unwrap().to_owned();
    let link = letter.unsubscribe.clone().unwrap();
    let known = |text: String| {
        text.replace(&link, "http://swietlicobus.test/wypisz/TOKEN")
            .replace(&id, "MESSAGE")
            .replace(&signup, "SIGNUP")
            .replace('\r', "")
    };
    let calendar = known(unfolded(letter.calendar.as_ref()));
    insta::assert_snapshot!(
        "letter",
        known(format!("{}\n\n{}\n{calendar}", letter.subject, letter.body))
    );
    assert!(!letter.body.contains(['\u{2068}', '\u{2069}']), "no marks for screens");
}

/// The bytes that leave: headers, text and file.
#[test]
fn the_bytes_of_a_message() {
    let letter = letters::Letter {
        id: "0190-7@swietlicobus.test".to_owned(),
        to: "zofia@example.pl".to_owned(),
        name: Some("Zofia Żółć".to_owned()),
        written: a_morning(),
        language: wording::Language::Polish,
        subject: "Masz miejsce\r\nBcc: wszyscy@example.pl".to_owned(),
        body: "Dzień dobry!\n\nDo zobaczenia.\n".to_owned(),
        calendar: Some("BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n".to_owned()),
        unsubscribe: Some("https://swietlicobus.test/wypisz/abc".to_owned()),
    };
    let sink = Sink::away();
    let bytes = || mail::bytes(&account(&sink), &letter).unwrap().formatted();
    let text = String::from_utf8(bytes()).unwrap();
    assert!(text.is_ascii() && text == String::from_utf8(bytes()).unwrap());
    assert_eq!(header(&text, "Bcc"), "", "a subject is one line");
    insta::assert_snapshot!("bytes", text.replace('\r', ""));
}

#[test]
fn a_visit_that_moves_twice_and_is_cancelled_is_told_once() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    let (signup, _, visit) = town.signs_up(0, "2027-07-12");
    assert_eq!(town.round(&sink, a_morning()).sent, 1);
    let to =
        |start: &str| json!({"day": "2027-08-16", "public_start": start, "override_rules": true, "reason": "Odpust"});
    town.change(&visit, "move", &to("12:00"));
    town.change(&visit, "move", &to("12:30"));
    assert_eq!(
        town.round(&sink, a_morning().plus_seconds(5 * MINUTE)).sent,
        0,
        "who changes is given time"
    );
    let asked = town.letters(MessageState::Waiting);
    assert_eq!(asked.len(), 1);
    let entry = unfolded(asked[0].calendar.as_ref());
    assert!(
        entry.contains("STATUS:TENTATIVE") && entry.contains(&format!("UID:signup-{signup}@")),
        "{entry}"
    );
    assert!(entry.contains("SEQUENCE:5"), "{entry}");
    assert!(asked[0].body.contains("Odpowiedz najpóźniej"), "{}", asked[0].body);

    town.change(&visit, "cancel", &json!({"reason": "Burza"}));
    assert_eq!(town.round(&sink, a_morning().plus_seconds(11 * MINUTE)).sent, 1);
    assert_eq!(
        town.round(&sink, a_morning().plus_seconds(HOUR)),
        outbox::Round::default()
    );
    let told = &town.letters(MessageState::Sent)[0];
    let entry = unfolded(told.calendar.as_ref());
    assert!(
        entry.contains("STATUS:CANCELLED") && entry.contains("SEQUENCE:7"),
        "{entry}"
    );
    assert!(
        told.body.contains("została odwołana") && told.body.contains("Burza"),
        "{}",
        told.body
    );
    assert_eq!(sink.taken().len(), 2);
}

#[test]
fn tomorrow_is_remembered_once_in_the_evening() {
    for database in [Database::Sqlite, Database::Postgres] {
        let town = Town::new(database);
        let (_, shift, _) = town.signs_up(0, "2027-07-12");
        let shift = shift.parse().unwrap();
        let shift = town.app.read(|db| Ok(storage::shifts::get(db, &shift)?)).unwrap();
        let eve = shift.crew_day.plus_days(-1).to_string();
        let write = |time| reminders::write(&town.app, at(&eve, time)).unwrap();
        assert_eq!(
            [write("17:59"), write("18:00"), write("18:01"), write("23:59")],
            [0, 1, 0, 0]
        );
        let waiting = town.messages(MessageState::Waiting);
        let reminders: Vec<_> = waiting.iter().filter(|one| one.kind == MessageKind::Reminder).collect();
        assert_eq!(reminders.len(), 1);
        let sink = Sink::there();
        town.round(&sink, at(&eve, "18:02"));
        assert!(sink.headers("Subject").len() == 2 && town.messages(MessageState::Waiting).is_empty());
    }
}

/// Subjects and first sentences of what the other stories do not send.
#[test]
fn every_notice_has_words() {
    let town = Town::new(Database::Sqlite);
    let (signup, shift, _) = town.signs_up(0, "2027-07-12");
    let (signup, shift): (SignupId, ShiftId) = (signup.parse().unwrap(), shift.parse().unwrap());
    let state = |state| Notice::Signup {
        signup: signup.clone(),
        state,
    };
    let mut all = vec![
        Notice::Offered {
            signup: signup.clone(),
            until: at("2027-07-10", "18:00"),
        },
        Notice::FreePlace { signup: signup.clone() },
        Notice::GivenBackLate {
            signup: signup.clone(),
            shift,
        },
        Notice::Reminder { signup: signup.clone() },
    ];
    all.extend(SignupState::ALL.iter().map(|one| state(*one)));
    let person = town
        .app
        .read(|db| Ok(storage::signups::get(db, &signup)?))
        .unwrap()
        .person_id;
    let mut said = String::new();
    for (number, notice) in all.iter().enumerate() {
        let matter = format!("test:{number}");
        let write = |db: &mut storage::Db| {
            let now = a_morning();
            notices::tell(
                db,
                now,
                now,
                &person,
                MessageKind::Signup,
                matter.clone(),
                notice.clone(),
            )?;
            Ok(storage::messages::in_state(db, MessageState::Waiting, 1)?)
        };
        let newest = town.app.write(write).unwrap().remove(0);
        let letter = town
            .app
            .read(|db| letters::worded(&town.app, db, &newest, a_morning()))
            .unwrap()
            .letter;
        let what = letter.body.split("\n\n").nth(1).unwrap();
        said.push_str(&format!("{}\n  {}\n", letter.subject, what.replace('\n', "\n  ")));
    }
    insta::assert_snapshot!("every_notice", said);
}
