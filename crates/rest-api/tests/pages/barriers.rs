//! Somebody tells of a barrier, staff answers, and it is forgotten.

use rest_api::app::upkeep;
use vocabulary::Day;

use crate::{HOSTILE, support::Town};

const FORM: &str = "/deklaracja-dostepnosci/bariera";

#[test]
fn a_barrier_is_told_answered_and_forgotten() {
    let town = Town::published().declared();
    let mut parent = town.visitor();
    parent
        .open("/deklaracja-dostepnosci")
        .must_say(&format!("href=\"{FORM}\""));
    let form = parent.open(FORM);
    let again = parent.submit(
        &form,
        FORM,
        &[("what", " "), ("place", "Plac"), ("contact", &"x".repeat(301))],
    );
    assert_eq!(again.status, 422);
    again.must_say("Napisz, co jest barierą.");
    again.must_say("Skróć do 300 znaków.");
    again.must_say("value=\"Plac\"");
    let long = "ą".repeat(3_001);
    assert_eq!(parent.submit(&form, FORM, &[("what", &long)]).status, 422);

    let sent = parent.submit(
        &form,
        FORM,
        &[
            ("what", HOSTILE),
            ("place", "Plac Bema"),
            ("contact", "anna@example.pl"),
        ],
    );
    assert_eq!(sent.status, 200);
    sent.must_say("najpóźniej w ciągu 7 dni");
    let ukrainian = format!("/uk{FORM}");
    let form = parent.open(&ukrainian);
    parent
        .submit(&form, &ukrainian, &[("what", "Сходи")])
        .must_say("бо немає контакту");

    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get("/koordynator/bariery").status, 403);
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna
        .open("/koordynator")
        .must_say("2 zgłoszenia barier czekają na odpowiedź.");
    let list = hanna.open("/koordynator/bariery");
    for said in [
        "Plac Bema",
        "anna@example.pl",
        "Сходи",
        "Odpowiedz do: środa, 14 lipca 2027",
        "&#60;script&#62;alert(2)",
    ] {
        list.must_say(said);
    }
    // Letters are there to be read where none leave: to the coordinator, and to who has the address of the declaration.
    let outbox = hanna.open("/wiadomosci");
    outbox.must_say("Zgłoszenie bariery w dostępności");
    outbox.must_say("dostepnosc@example.pl");
    let action = list.addresses("/koordynator/bariery/", "/odpowiedziano").remove(0);
    let done = hanna.submit(&list, &action, &[]);
    hanna.follow(&done).must_say("Zapisane: na zgłoszenie odpowiedziano.");
    hanna
        .open("/koordynator")
        .must_say("1 zgłoszenie bariery czeka na odpowiedź.");

    let later = "2028-01-10".parse::<Day>().unwrap();
    let at = vocabulary::Zone::WARSAW
        .resolve(later, "09:00".parse().unwrap())
        .unwrap();
    let town = town.at(at);
    upkeep::run(&town.app).unwrap();
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/koordynator/bariery").must_say("Nie ma zgłoszeń.");
}

#[test]
fn it_is_not_for_flooding_nor_where_nothing_is_declared() {
    let town = Town::published();
    assert_eq!(town.visitor().get(FORM).status, 404);
    let town = town.declared();
    let mut parent = town.visitor();
    let form = parent.open(FORM);
    let statuses: Vec<u16> = (0..30)
        .map(|_| parent.submit(&form, FORM, &[("what", "Schody")]).status)
        .collect();
    assert_eq!((statuses[0], statuses[29]), (200, 429), "{statuses:?}");
}
