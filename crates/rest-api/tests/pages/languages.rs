//! Everybody with an account is spoken to in the language they choose: on pages, in refusals, in letters.

use crate::support::Town;

const UKRAINIAN: &str = "<html lang=\"uk\">";

#[test]
fn a_volunteer_chooses_ukrainian() {
    let town = Town::published();
    let mut zofia = town.signed_in("zofia@example.pl");
    let shifts = zofia.open("/dyzury");
    shifts.must_say("<html lang=\"pl\">");
    let chosen = zofia.submit(&shifts, "/moje/jezyk", &[("language", "uk")]);
    let mine = zofia.follow(&chosen);
    for said in [UKRAINIAN, "Відтепер сторінки й листи – українською.", "Вийти"]
    {
        mine.must_say(said);
    }
    // Sentences that come from rules, not from the page alone.
    let shifts = zofia.open("/dyzury");
    shifts.must_say(UKRAINIAN);
    for polish in ["Zapisz się", "Brakuje", "Dyżury"] {
        assert!(!shifts.says(polish), "{polish} in {}", shifts.html);
    }
    let own = zofia.open("/moje");
    let made = zofia.submit(&own, "/moje/kalendarz", &[]);
    let feed = made
        .addresses("http://swietlicobus.test/moje-dyzury/", ".ics")
        .remove(0);
    let path = feed.replace("http://swietlicobus.test", "");
    town.visitor().open(&path).must_say("мої зміни");
    // A language that nobody speaks changes nothing.
    let none = zofia.submit(&shifts, "/moje/jezyk", &[("language", "xx")]);
    assert_eq!(none.status, 404);
    none.must_say(UKRAINIAN);
    // It is theirs alone, and stays when they come again.
    town.signed_in("marek@example.pl")
        .open("/dzis")
        .must_say("<html lang=\"pl\">");
    town.signed_in("zofia@example.pl").open("/moje").must_say(UKRAINIAN);

    let mut hanna = town.signed_in("hanna@example.pl");
    let people = hanna.open("/osoby");
    let page = people.addresses("/osoby/per_", "");
    let theirs = page
        .iter()
        .find(|path| hanna.open(path).says("zofia@example.pl"))
        .unwrap();
    hanna
        .open(theirs)
        .must_say("<option value=\"uk\" selected>Українська</option>");
}

#[test]
fn who_registers_in_ukrainian_is_written_to_in_ukrainian() {
    let town = Town::open_to_all();
    let mut olena = town.visitor();
    let sign_in = olena.open("/uk/logowanie");
    sign_in.must_say(UKRAINIAN);
    sign_in.must_say("href=\"/uk/dolacz\"");
    let form = olena.open("/uk/dolacz");
    form.must_say(UKRAINIAN);
    let wrong = olena.submit(
        &form,
        "/uk/dolacz",
        &[("name", "Олена"), ("email", "x"), ("adult", "yes")],
    );
    assert_eq!(wrong.status, 422);
    wrong.must_say(UKRAINIAN);
    let fields = [
        ("name", "Олена"),
        ("email", "olena@example.pl"),
        ("kind", "volunteer"),
        ("adult", "yes"),
    ];
    olena.submit(&form, "/uk/dolacz", &fields).must_say(UKRAINIAN);

    let mut hanna = town.signed_in("hanna@example.pl");
    let outbox = hanna.open("/wiadomosci");
    outbox.must_say("Добрий день, Олена!");
}

#[test]
fn an_english_guardian_reads_english() {
    let town = Town::published();
    for path in ["/en/zgoda/nothing", "/en/zaproszenie/nothing", "/en/wypisz/nothing"] {
        let page = town.visitor().get(path);
        assert!((400..500).contains(&page.status), "{path}: {}", page.status);
        page.must_say("<html lang=\"en\">");
    }
}
