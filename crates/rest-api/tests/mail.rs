//! Messages leave once, whatever mail server and push service do; what they say and when.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "mail/command.rs"]
mod command;
#[path = "mail/crews.rs"]
mod crews;
#[path = "mail/follow.rs"]
mod follow;
#[path = "../../../tests/harness/mod.rs"]
#[allow(unreachable_pub, dead_code)] // In the journeys it is a library.
mod harness;
#[path = "mail/letters.rs"]
mod letters;
#[path = "mail/links.rs"]
mod links;
#[path = "mail/pages.rs"]
mod pages;
#[path = "mail/push.rs"]
mod push;
#[path = "mail/push_sink.rs"]
mod push_sink;
#[path = "mail/sink.rs"]
mod sink;
#[allow(dead_code)] // Other pages need more of it.
mod support;

use harness::{Database, Running, a_morning, day};
use rest_api::{
    app::outbox::{self, Round},
    config::{Config, MailTls, Secret},
    mail::{Account, Session},
};
use serde_json::json;
use sink::Sink;
use storage::Message;
use vocabulary::{AccountRole, CrewRole, MessageState, Timestamp};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

/// A service with the example season, and people who may sign up.
struct Town(Running);

impl std::ops::Deref for Town {
    type Target = Running;

    fn deref(&self) -> &Running {
        &self.0
    }
}

impl Town {
    fn new(database: Database) -> Self {
        let town = Self(Running::published(database, a_morning()));
        town.account("hanna@example.pl", AccountRole::Coordinator, &[]);
        for number in 0..6 {
            let email = format!("osoba{number}@example.pl");
            town.account(&email, AccountRole::Volunteer, &[CrewRole::Helper, CrewRole::Leader]);
        }
        town
    }

    /// Somebody takes the first shift that they may take from a day on; its sign-up, shift and visit.
    fn signs_up(&self, number: usize, from: &str) -> (String, String, String) {
        let token = self.token(&format!("osoba{number}@example.pl"));
        let board = self.get("/api/v1/shifts", Some(&token)).json();
        let free = |shift: &&serde_json::Value| {
            shift["refusals"].as_array().unwrap().is_empty() && shift["day"].as_str().unwrap() >= from
        };
        let shift = board["items"].as_array().unwrap().iter().find(free).unwrap();
        let id = shift["id"].as_str().unwrap().to_owned();
        let answer = self.post(&format!("/api/v1/shifts/{id}/signups"), Some(&token), &json!({}));
        assert_eq!(answer.status, 201, "{}", answer.body);
        let signup = answer.json()["id"].as_str().unwrap().to_owned();
        (signup, id, shift["visit"].as_str().unwrap().to_owned())
    }

    fn messages(&self, state: MessageState) -> Vec<Message> {
        self.app
            .read(|db| Ok(storage::messages::in_state(db, state, 1_000)?))
            .unwrap()
    }

    /// A round of the background job at an instant.
    fn round(&self, sink: &Sink, now: Timestamp) -> Round {
        let mut session = Session::new(account(sink));
        outbox::deliver(&self.app, &mut session, &|| now).unwrap()
    }
}

fn account(sink: &Sink) -> Account {
    let mut mail = Config::defaults().unwrap().mail;
    mail.host = Some("127.0.0.1".to_owned());
    mail.port = Some(sink.port);
    mail.tls = MailTls::None;
    mail.user = Some("bus".to_owned());
    mail.password = Some(Secret::new("tajne"));
    mail.from = Some("Świetlicobus <bus@example.pl>".to_owned());
    mail.seconds = 5;
    Account::of(&mail).unwrap().unwrap()
}

fn on_both(story: impl Fn(Town)) {
    for database in [Database::Sqlite, Database::Postgres] {
        eprintln!("on {database:?}");
        story(Town::new(database));
    }
}

#[test]
fn a_day_without_the_mail_server_loses_nothing() {
    on_both(|town| {
        let mut sink = Sink::away();
        for number in 0..3 {
            town.signs_up(number, "2027-07-12");
        }
        let mut failed = 0;
        for minutes in (0..24 * 60).step_by(20) {
            let now = a_morning().plus_seconds(minutes * MINUTE);
            let round = town.round(&sink, now);
            assert_eq!((round.sent, round.dead), (0, 0), "{round:?}");
            failed += round.postponed;
            if minutes == 600 {
                for number in 3..6 {
                    town.signs_up(number, "2027-07-12");
                }
            }
        }
        assert!(failed > 10, "it was tried now and then: {failed}");
        let waiting = town.messages(MessageState::Waiting);
        assert_eq!(waiting.len(), 6);
        assert!(
            waiting
                .iter()
                .any(|one| one.error.as_deref().unwrap_or("").contains("does not answer"))
        );

        sink.comes_back();
        for minutes in (24 * 60..27 * 60).step_by(20) {
            town.round(&sink, a_morning().plus_seconds(minutes * MINUTE));
        }
        let mut ids = sink.headers("Message-ID");
        let mut expected: Vec<_> = waiting
            .iter()
            .map(|one| format!("<{}@swietlicobus.test>", one.id))
            .collect();
        ids.sort();
        expected.sort();
        assert_eq!(ids, expected, "each leaves once");
        assert_eq!(town.messages(MessageState::Sent).len(), 6);
        assert!(town.messages(MessageState::Waiting).is_empty());
    });
}

#[test]
fn several_servers_send_each_message_once() {
    on_both(|town| {
        let sink = Sink::there();
        for number in 0..6 {
            town.signs_up(number, "2027-07-12");
        }
        let sent: usize = std::thread::scope(|scope| {
            let servers: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| town.round(&sink, a_morning()).sent))
                .collect();
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        let mut ids = sink.headers("Message-ID");
        ids.sort();
        ids.dedup();
        assert_eq!((sent, ids.len(), sink.taken().len()), (6, 6, 6));
    });
}

#[test]
fn a_refused_message_is_given_up_and_the_others_leave() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    town.signs_up(0, "2027-07-12");
    sink.answers("RCPT", "550 5.1.1 no such user");
    assert_eq!(town.round(&sink, a_morning()).dead, 1);
    let dead = town.messages(MessageState::Dead);
    assert!(dead[0].error.as_deref().unwrap().contains("no such user"), "{dead:?}");
    sink.takes_all();
    town.signs_up(1, "2027-07-12");
    assert_eq!(town.round(&sink, a_morning()).sent, 1);
    let tomorrow = a_morning().plus_seconds(24 * HOUR);
    assert_eq!(town.round(&sink, tomorrow), Round::default(), "it is not tried again");
}

#[test]
fn what_is_wrong_with_all_messages_ends_none() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    town.signs_up(0, "2027-07-12");
    town.signs_up(1, "2027-07-12");
    let mut now = a_morning();
    for (command, answer) in [
        ("AUTH", "535 5.7.8 wrong password"),
        ("MAIL", "550 5.7.1 not your address"),
        ("EHLO", "421 too many connections"),
    ] {
        sink.answers(command, answer);
        let round = town.round(&sink, now);
        assert_eq!(
            (round.postponed, round.dead),
            (1, 0),
            "{answer}: the others are not even tried"
        );
        sink.takes_all();
        now = now.plus_seconds(MINUTE);
    }
    sink.answers("RCPT", "450 4.2.0 greylisted");
    now = now.plus_seconds(HOUR);
    assert_eq!(town.round(&sink, now).postponed, 2, "it may be about one address only");
    sink.takes_all();
    assert_eq!(town.round(&sink, now.plus_seconds(2 * HOUR)).sent, 2);
}

#[test]
fn what_was_due_long_ago_is_old_news() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    town.signs_up(0, "2027-07-16");
    let round = town.round(&sink, a_morning().plus_seconds(8 * 24 * HOUR));
    assert_eq!((round.sent, round.dropped), (0, 1));
    assert!(sink.taken().is_empty());
}

#[test]
fn a_message_that_is_moot_does_not_leave() {
    let town = Town::new(Database::Sqlite);
    let sink = Sink::there();
    let (signup, _, _) = town.signs_up(0, "2027-07-12");
    let token = town.token("osoba0@example.pl");
    let answer = town.post(&format!("/api/v1/signups/{signup}/withdraw"), Some(&token), &json!({}));
    assert!((200..300).contains(&answer.status), "{}", answer.body);
    let round = town.round(&sink, a_morning());
    assert_eq!(
        (round.sent, round.dropped),
        (1, 1),
        "only that the place was given back"
    );
    assert!(day("2027-07-12") > town.app.today());
}
