//! Links that work once go out by e-mail too, and their secrets stay nowhere.

use std::time::{Duration, Instant};

use storage::Message;
use vocabulary::{MessageKind, MessageState};

use crate::{
    sink::{Sink, header},
    support::{Browser, Page, Town},
};

const OURS: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];
const HOST: &str = "http://swietlicobus.test";

/// A minor volunteer's page and its address.
fn minor(hanna: &mut Browser<'_>) -> (String, Page) {
    let page = hanna.open("/osoby/nowa");
    let fields = [
        ("name", "Ola Mała"),
        ("email", "ola@example.pl"),
        ("role", "volunteer"),
        ("kind", "volunteer"),
        ("active", "yes"),
        ("born_on", "2010-03-01"),
        ("guardian_name", "Ewa Mała"),
        ("guardian_email", "ewa@example.pl"),
    ];
    let made = hanna.submit(&page, "/osoby/nowa", &fields);
    (made.location.clone(), hanna.follow(&made))
}

/// The path that stands on the page of a link just made.
fn link_on(page: &Page) -> String {
    assert_eq!(page.status, 200, "{}", page.html);
    let (_, rest) = page.html.split_once("readonly value=\"").unwrap();
    let (link, _) = rest.split_once('"').unwrap();
    link.strip_prefix(HOST).unwrap().to_owned()
}

fn secret(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// A letter's text, soft line breaks taken out (RFC 2045 section 6.7).
fn text(letter: &str) -> String {
    letter.replace("=\r\n", "")
}

fn messages(town: &Town, kind: MessageKind) -> Vec<Message> {
    let read = |db: &mut storage::Db| {
        let mut all = Vec::new();
        for state in MessageState::ALL {
            all.extend(storage::messages::in_state(db, *state, 100)?);
        }
        all.retain(|one| one.kind == kind);
        Ok(all)
    };
    town.app.read(read).unwrap()
}

/// The service sends by itself; this waits until nothing of a kind waits any more.
fn all_ended(town: &Town, kind: MessageKind) -> Vec<Message> {
    let end = Instant::now() + Duration::from_secs(120);
    loop {
        let all = messages(town, kind);
        if all.iter().all(|one| one.state != MessageState::Waiting) {
            return all;
        }
        assert!(Instant::now() < end, "{all:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn without_a_mail_server_a_link_is_only_shown() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    assert!(!page.says("name=\"send_to\""));
    for button in ["zaproszenie", "zgoda"] {
        let made = hanna.submit(&page, &format!("{person}/{button}"), &[]);
        assert!(!made.says("Wysyłamy go"), "{}", made.html);
    }
    assert!(messages(&town, MessageKind::Account).is_empty() && messages(&town, MessageKind::Consent).is_empty());
}

#[test]
fn an_invitation_leaves_and_its_secret_is_forgotten() {
    let sink = Sink::there();
    let town = Town::published().with_mail(sink.port);
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    let made = hanna.submit(&page, &format!("{person}/zaproszenie"), &[]);
    made.must_say("Wysyłamy go też na adres ola@example.pl.");
    let path = link_on(&made);
    assert!(!hanna.open("/wiadomosci").says(secret(&path)), "nobody else sees it");

    let sent = all_ended(&town, MessageKind::Account);
    assert_eq!((sent.len(), sent[0].state), (1, MessageState::Sent));
    assert!(!sent[0].content.as_str().contains(secret(&path)), "{sent:?}");
    let letter = sink.taken().remove(0);
    assert!(header(&letter, "To").contains("ola@example.pl"), "{letter}");
    assert_eq!(header(&letter, "List-Unsubscribe"), "");
    assert!(text(&letter).contains(&format!("{HOST}{path}")), "{letter}");
    town.visitor()
        .open(&path)
        .must_say("Logujesz się adresem ola@example.pl.");
}

#[test]
fn a_guardian_is_written_to_once_and_their_address_is_forgotten() {
    let sink = Sink::there();
    let town = Town::published().with_mail(sink.port);
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    let button = format!("{person}/zgoda");
    page.must_say("name=\"send_to\" type=\"email\" value=\"ewa@example.pl\"");
    let wrong = hanna.submit(&page, &button, &[("send_to", "ewa <b>")]);
    assert_eq!(wrong.status, 422);
    wrong.must_say("id=\"send_to-error\"");
    wrong.must_say("value=\"ewa &#60;b&#62;\"");
    assert!(messages(&town, MessageKind::Consent).is_empty(), "nothing is half done");

    let made = hanna.submit(&page, &button, &[("send_to", " Ewa.Druga@example.pl ")]);
    made.must_say("Wysyłamy go też na adres Ewa.Druga@example.pl.");
    let path = link_on(&made);
    let sent = all_ended(&town, MessageKind::Consent);
    assert_eq!((sent[0].state, &sent[0].address), (MessageState::Sent, &None));
    assert!(!sent[0].content.as_str().contains(secret(&path)));
    let letter = text(&sink.taken().remove(0));
    assert_eq!(header(&letter, "To"), "Ewa.Druga@example.pl");
    assert!(letter.contains(&format!("{HOST}{path}")), "{letter}");
    hanna.open("/wiadomosci").must_say("Adres usunięty po wysłaniu");

    // She consents and takes it back: the coordinator is told.
    let mut ewa = town.visitor();
    let given = ewa.post(&path, &[("answer", "yes"), ("name", "Ewa Mała")], OURS);
    assert_eq!(given.status, 303);
    assert!(messages(&town, MessageKind::Staff).is_empty());
    ewa.post(&path, &[("answer", "withdraw")], OURS);
    let told = all_ended(&town, MessageKind::Staff);
    assert_eq!(told.len(), 1);
    hanna
        .open("/wiadomosci")
        .must_say("Opiekun wycofał zgodę na wolontariat.");
}

#[test]
fn a_link_that_was_given_up_or_replaced_is_not_sent_again() {
    let sink = Sink::there();
    sink.answers("RCPT", "550 5.1.1 no such user");
    let town = Town::published().with_mail(sink.port);
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    let button = format!("{person}/zaproszenie");
    let path = link_on(&hanna.submit(&page, &button, &[]));
    let dead = all_ended(&town, MessageKind::Account);
    assert_eq!(dead[0].state, MessageState::Dead);
    assert!(!dead[0].content.as_str().contains(secret(&path)));
    let list = hanna.open("/wiadomosci");
    list.must_say(&format!("href=\"{person}#linki\""));
    assert!(list.addresses("/wiadomosci/", "/wyslij").is_empty());
    let csrf = page.hidden("/wyloguj")[0].1.clone();
    let forced = format!("/wiadomosci/{}/wyslij", dead[0].id);
    hanna.post(&forced, &[("csrf", &csrf)], OURS);
    assert_eq!(messages(&town, MessageKind::Account)[0].state, MessageState::Dead);
    assert!(sink.taken().is_empty());
}

/// Two links for one purpose within a moment: the first works no more, so its letter does not leave.
#[test]
fn only_the_newest_link_leaves() {
    let sink = Sink::there();
    let town = Town::published().with_mail(1);
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    let button = format!("{person}/zaproszenie");
    let first = link_on(&hanna.submit(&page, &button, &[]));
    let second = link_on(&hanna.submit(&page, &button, &[]));
    let town = town.with_mail(sink.port);
    let later = crate::harness::a_morning().plus_seconds(crate::HOUR);
    let round = |now| {
        let mut session = rest_api::mail::Session::new(crate::account(&sink));
        rest_api::app::outbox::deliver(&town.app, &mut session, &|| now).unwrap()
    };
    round(later);
    let all = all_ended(&town, MessageKind::Account);
    let sent = all.iter().filter(|one| one.state == MessageState::Sent).count();
    assert_eq!((all.len(), sent, sink.taken().len()), (2, 1, 1));
    let letter = text(&sink.taken().remove(0));
    assert!(letter.contains(&second) && !letter.contains(&first), "{letter}");
}
