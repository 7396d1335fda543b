//! Invitations and a guardian's consent.

use crate::{
    HOSTILE,
    support::{Browser, Page, Town},
};

const OURS: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];

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
    let address = made.location.clone();
    (address, hanna.follow(&made))
}

/// The path of the link that a button makes.
fn link(hanna: &mut Browser<'_>, page: &Page, button: &str) -> String {
    let made = hanna.submit(page, button, &[]);
    assert_eq!((made.status, made.cache.as_str()), (200, "no-store"), "{}", made.html);
    made.must_say("drugi raz go nie pokażemy");
    let (_, path) = made.html.split_once("readonly value=\"http").unwrap();
    let (link, _) = path.split_once('"').unwrap();
    let at = link.find("/za").or_else(|| link.find("/zgoda")).unwrap();
    link[at..].to_owned()
}

#[test]
fn an_invitation_sets_a_password_once() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    let button = format!("{person}/zaproszenie");
    let first = link(&mut hanna, &page, &button);
    let second = link(&mut hanna, &page, &button);
    let mut ola = town.visitor();
    assert_eq!(ola.get(&first).status, 410, "a newer one took its place");
    for _ in 0..2 {
        ola.open(&second).must_say("Logujesz się adresem ola@example.pl.");
    }
    for (password, sentence) in [
        ("kot", "Hasło musi mieć od 8 do 128 znaków."),
        ("password", "To hasło każdy zgadnie"),
        ("ola@example.pl", "Hasło nie może być Twoim adresem e-mail."),
    ] {
        let told = ola.post(&second, &[("password", password)], OURS);
        assert_eq!(told.status, 422, "{password}");
        told.must_say(sentence);
    }
    let foreign = ola.post(
        &second,
        &[("password", "zielony-autobus-7")],
        &[("sec-fetch-site", "cross-site")],
    );
    assert_eq!(foreign.status, 403);
    let done = ola.post(&second, &[("password", "zielony-autobus-7")], OURS);
    assert_eq!(done.status, 200);
    done.must_say("Hasło jest ustawione");
    assert_eq!(ola.sign_in("ola@example.pl", "zielony-autobus-7", None).status, 303);
    let again = town.visitor().post(&second, &[("password", "inne-haslo-99")], OURS);
    assert_eq!(again.status, 410);
    again.must_say("Ten link już nie działa");
    assert!(!again.says("ola@example.pl"));
    for unknown in [
        format!("/zaproszenie/{}", "0".repeat(64)),
        "/zaproszenie/x".to_owned(),
        second.replace("zaproszenie", "zgoda"),
    ] {
        let page = town.visitor().get(&unknown);
        assert_eq!(page.status, 404, "{unknown}");
        assert!(!page.says("ola@example.pl") && !page.says("Ola"));
    }
    // An account that is switched off is not switched on again by a link from before.
    let open = link(&mut hanna, &page, &button);
    let off = [
        ("name", "Ola"),
        ("email", "ola@example.pl"),
        ("role", "volunteer"),
        ("kind", "volunteer"),
        ("adult", "yes"),
    ];
    let fresh = hanna.open(&person);
    let saved = hanna.submit(&fresh, &person, &off);
    assert_eq!(saved.status, 303, "{}", saved.html);
    assert_eq!(town.visitor().get(&open).status, 410);
}

#[test]
fn a_guardian_consents_and_withdraws() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let (person, page) = minor(&mut hanna);
    page.must_say("<li>zgoda rodzica lub opiekuna</li>");
    let button = format!("{person}/zgoda");
    let asked = link(&mut hanna, &page, &button);
    let mut ewa = town.visitor();
    for _ in 0..2 {
        let sheet = ewa.open(&asked);
        sheet.must_say("Tekst zgody, wersja 1:");
        sheet.must_say("Ola Mała");
        sheet.must_say("value=\"Ewa Mała\"");
    }
    let told = ewa.post(&asked, &[("answer", "yes"), ("name", HOSTILE)], OURS);
    assert_eq!(told.status, 422);
    told.must_say("Wpisz swoje imię i nazwisko");
    assert!(!told.says("<script>alert(2)"));
    assert_eq!(
        ewa.post(&asked, &[("answer", "withdraw")], OURS).status,
        410,
        "not given yet"
    );
    let given = ewa.post(&asked, &[("answer", "yes"), ("name", "Ewa <b>Mała</b>")], OURS);
    let sheet = ewa.follow(&given);
    sheet.must_say("Zgoda jest zapisana z dniem 7 lipca 2027.");
    let shown = hanna.open(&person);
    assert!(
        !shown.says("<li>zgoda rodzica") && !shown.says("<b>Mała"),
        "{}",
        shown.html
    );
    assert_eq!(ewa.post(&asked, &[("answer", "no")], OURS).status, 410, "answered");
    let gone = ewa.post(&asked, &[("answer", "withdraw")], OURS);
    ewa.follow(&gone).must_say("Zgoda jest wycofana od dnia 7 lipca 2027.");
    hanna
        .open(&person)
        .must_say("<li>zgoda rodzica lub opiekuna (wycofana 7 lipca 2027)</li>");

    let next = link(&mut hanna, &page, &button);
    let no = ewa.post(&next, &[("answer", "no")], OURS);
    ewa.follow(&no).must_say("Zapisaliśmy, że nie ma zgody.");

    // Nobody else makes links, and none is made for an adult.
    let mut zofia = town.signed_in("zofia@example.pl");
    let csrf = zofia.open("/dyzury").hidden("/wyloguj")[0].1.clone();
    for address in [&button, &format!("{person}/zaproszenie")] {
        assert_eq!(zofia.post(address, &[("csrf", &csrf)], &[]).status, 403);
        assert_eq!(zofia.get(address).status, 405);
    }
}
