//! Coordinators look after messages; everybody may do without some.

use rest_api::{
    app::{outbox, unsubscribe},
    mail::Session,
};
use vocabulary::{MessageKind, MessageState};

use crate::{
    account,
    harness::{Running, a_morning},
    sink::Sink,
    support::Town,
};

/// Zofia takes the first shift that she may take.
fn zofia_signs_up(town: &Town) {
    let mut zofia = town.signed_in("zofia@example.pl");
    let page = zofia.open("/dyzury");
    let form = page.addresses("/dyzury/", "/zapisz").remove(0);
    let answer = zofia.submit(&page, &form, &[]);
    zofia.follow(&answer);
}

fn round(town: &Running, sink: &Sink) -> outbox::Round {
    outbox::deliver(&town.app, &mut Session::new(account(sink)), &a_morning).unwrap()
}

#[test]
fn a_coordinator_sees_what_was_given_up_and_sends_it_again() {
    let town = Town::published();
    let sink = Sink::there();
    zofia_signs_up(&town);
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/koordynator").must_say("href=\"/wiadomosci\"");
    let page = hanna.open("/wiadomosci");
    page.must_say("Poczta nie jest włączona");
    page.must_say("Czekają (1)");
    page.must_say("Masz miejsce na tym dyżurze.");
    assert!(!page.says("/wypisz/"), "the link is Zofia's");

    sink.answers("RCPT", "550 5.1.1 no such user");
    assert_eq!(round(&town, &sink).dead, 1);
    hanna
        .open("/koordynator")
        .must_say("1 wiadomości nie udało się wysłać. <a href=\"/wiadomosci\">");
    let page = hanna.open("/wiadomosci");
    page.must_say("Nie udało się wysłać (1)");
    page.must_say("no such user");
    let form = page.addresses("/wiadomosci/", "/wyslij").remove(0);
    let answer = hanna.submit(&page, &form, &[]);
    hanna.follow(&answer).must_say("Wiadomość znów czeka na wysłanie.");
    let twice = hanna.submit(&page, &form, &[]);
    assert_eq!(twice.status, 303, "sent twice is done once");
    sink.takes_all();
    assert_eq!(round(&town, &sink).sent, 1);
    assert!(!hanna.open("/koordynator").says("nie udało się wysłać"));
    hanna.open("/wiadomosci").must_say("Ostatnio wysłane (1)");

    for (email, status) in [("marek@example.pl", 403), ("zofia@example.pl", 403)] {
        let mut other = town.signed_in(email);
        assert_eq!(other.get("/wiadomosci").status, status, "{email}");
        assert!(!other.open("/dyzury").says("/wiadomosci"));
    }
    assert_eq!(town.visitor().get("/wiadomosci").status, 303);
}

#[test]
fn the_link_in_a_message_ends_its_kind() {
    let town = Town::published();
    let sink = Sink::there();
    zofia_signs_up(&town);
    let message = town
        .app
        .read(|db| Ok(storage::messages::in_state(db, MessageState::Waiting, 9)?))
        .unwrap()
        .remove(0);
    let person = message.person_id.clone().unwrap();
    let link = unsubscribe::link(&town.app, wording::Language::Polish, &person, message.kind);
    let path = link.strip_prefix("http://swietlicobus.test").unwrap();
    let without = |kind| {
        town.app
            .read(|db| Ok(storage::messages::is_unsubscribed(db, &person, kind)?))
            .unwrap()
    };

    let mut somebody = town.visitor();
    let page = somebody.open(path);
    page.must_say("Twoje zapisy na dyżury");
    assert!(!without(MessageKind::Signup), "looking changes nothing");
    // As a mail program does it: no cookie, no form of ours.
    let done = somebody.post(path, &[("List-Unsubscribe", "One-Click")], &[]);
    assert_eq!(done.status, 200);
    done.must_say("Nie będziemy już wysyłać");
    assert!(without(MessageKind::Signup) && !without(MessageKind::Change));
    assert_eq!(round(&town, &sink).dropped, 1);

    let back = somebody.post(&format!("{path}/przywroc"), &[], &[]);
    back.must_say("Znów wysyłamy");
    assert!(!without(MessageKind::Signup));
    let forged = path.replace(".signup.", ".offer.");
    for wrong in [forged.as_str(), "/wypisz/x", "/wypisz/a.b.c"] {
        assert_eq!(somebody.get(wrong).status, 404, "{wrong}");
        assert_eq!(somebody.post(wrong, &[], &[]).status, 404, "{wrong}");
    }
    let account = unsubscribe::link(&town.app, wording::Language::Polish, &person, MessageKind::Account);
    let path = account.strip_prefix("http://swietlicobus.test").unwrap();
    assert_eq!(somebody.get(path).status, 404, "nobody does without a new password");
}
