//! Registering, one's own calendar, erasing and people from a table, in a browser without scripts.

use rest_api::app::{
    letters::Letter,
    outbox::{self, Carrier, Fault},
};

use crate::{
    HOSTILE,
    support::{PASSWORD, Page, Town},
};

#[derive(Default)]
struct Postbag(Vec<Letter>);

impl Carrier for Postbag {
    fn carry(&mut self, letter: &Letter) -> Result<(), Fault> {
        self.0.push(letter.clone());
        Ok(())
    }
}

fn letters(town: &Town) -> Vec<Letter> {
    let mut bag = Postbag::default();
    let now = town.app.now();
    outbox::deliver(&town.app, &mut bag, &|| now).unwrap();
    bag.0
}

/// The person of this name, as the list links to them.
fn person(page: &Page, name: &str) -> String {
    let (before, _) = page.html.split_once(&format!("\">{name}</a>")).unwrap();
    let (_, address) = before.rsplit_once("href=\"").unwrap();
    address.to_owned()
}

#[test]
fn somebody_joins_and_sees_nothing_until_the_coordinator_says_yes() {
    let town = Town::open_to_all();
    let mut visitor = town.visitor();
    visitor.open("/logowanie").must_say("href=\"/dolacz\"");
    let page = visitor.open("/dolacz");
    let wrong = [
        ("name", HOSTILE),
        ("email", "jan"),
        ("kind", "boss"),
        ("born_on", "wczoraj"),
    ];
    let told = visitor.submit(&page, "/dolacz", &wrong);
    assert_eq!(told.status, 422);
    for (field, sentence) in [
        ("name", "Wpisz od 1 do 100 znaków."),
        ("email", "Wpisz adres e-mail, na przykład anna@example.pl."),
        ("kind", "Wybierz jedną z możliwości."),
        ("born_on", "Wpisz datę, na przykład 2027-07-01."),
    ] {
        told.must_say(&format!("<a href=\"#{field}\">{sentence}</a>"));
    }
    assert!(!told.says("<script>alert(2)"));
    let foreign = visitor.post("/dolacz", &wrong, &[("sec-fetch-site", "cross-site")]);
    assert_eq!(foreign.status, 403);
    let right = [
        ("name", "Jan Nowy"),
        ("email", "jan@example.pl"),
        ("kind", "volunteer"),
        ("adult", "yes"),
    ];
    let sent = visitor.submit(&page, "/dolacz", &right);
    assert_eq!(sent.status, 200, "{}", sent.html);
    sent.must_say("Zgłoszenie przyjęte");
    let known = visitor.submit(
        &page,
        "/dolacz",
        &[
            ("name", "X"),
            ("email", "zofia@example.pl"),
            ("kind", "volunteer"),
            ("adult", "yes"),
        ],
    );
    assert_eq!(known.html, sent.html, "nobody learns who has an account");

    let letter = letters(&town)
        .into_iter()
        .find(|letter| letter.to == "jan@example.pl")
        .unwrap();
    let (_, link) = letter.body.split_once("http://swietlicobus.test").unwrap();
    let link = link.split_whitespace().next().unwrap();
    let page = visitor.open(link);
    page.must_say("jan@example.pl");
    assert_eq!(visitor.submit(&page, link, &[("password", "haslo")]).status, 422);
    visitor
        .submit(&page, link, &[("password", PASSWORD)])
        .must_say("Hasło jest ustawione");
    assert_eq!(visitor.get(link).status, 410);

    let mut jan = town.signed_in("jan@example.pl");
    for path in ["/dyzury", "/dzis", "/osoby", "/koordynator"] {
        let led = jan.get(path);
        assert_eq!((led.status, led.location.as_str()), (303, "/moje"), "{path}");
    }
    let mine = jan.open("/moje");
    mine.must_say("Twoje zgłoszenie czeka na odpowiedź");
    assert!(!mine.says("href=\"/dyzury\"") && !mine.says("/moje/kalendarz") && !mine.says("/moje/zyczenia"));
    jan.open("/moje/dane.json").must_say("jan@example.pl");

    let mut hanna = town.signed_in("hanna@example.pl");
    let list = hanna.open("/osoby");
    list.must_say("Czeka na odpowiedź: 1 zgłoszenie");
    list.must_say("adres potwierdzony");
    let yes = format!("{}/przyjmij", person(&list, "Jan Nowy"));
    let done = hanna.submit(&list, &yes, &[]);
    hanna.follow(&done).must_say("Osoba jest przyjęta");
    assert!(!hanna.open("/osoby").says("Czeka na odpowiedź"));
    jan.open("/dyzury");
}

#[test]
fn the_address_of_a_calendar_is_shown_once() {
    let town = Town::published();
    let mut zofia = town.signed_in("zofia@example.pl");
    let mine = zofia.open("/moje");
    mine.must_say("Kalendarz jest wyłączony.");
    let made = zofia.submit(&mine, "/moje/kalendarz", &[]);
    assert_eq!((made.status, made.cache.as_str()), (200, "no-store"));
    made.must_say("href=\"webcal://swietlicobus.test/moje-dyzury/");
    let address = made
        .addresses("http://swietlicobus.test/moje-dyzury/", ".ics")
        .remove(0);
    let path = address.replace("http://swietlicobus.test", "");
    assert!(town.visitor().open(&path).says("BEGIN:VCALENDAR"));
    let mine = zofia.open("/moje");
    mine.must_say("Kalendarz działa od");
    assert!(!mine.says("moje-dyzury"), "not again");
    let off = zofia.submit(&mine, "/moje/kalendarz/wylacz", &[]);
    zofia
        .follow(&off)
        .must_say("Kalendarz jest wyłączony, a jego adres przestał działać.");
    assert_eq!(town.visitor().get(&path).status, 404);
}

#[test]
fn erasing_is_asked_for_and_confirmed_by_typing() {
    let town = Town::published();
    let mut zofia = town.signed_in("zofia@example.pl");
    let page = zofia.open("/moje/usun");
    page.must_say("Co znika");
    let wrong = zofia.submit(&page, "/moje/usun", &[("word", "tak")]);
    assert_eq!(wrong.status, 422);
    wrong.must_say("Wpisz dokładnie: USUŃ");
    let asked = zofia.submit(&page, "/moje/usun", &[("word", "usuń")]);
    zofia.follow(&asked).must_say("Koordynator odpowie do 6 sierpnia 2027.");

    let mut hanna = town.signed_in("hanna@example.pl");
    let list = hanna.open("/osoby");
    list.must_say("prosi o usunięcie danych, odpowiedz do 6 sierpnia 2027");
    let at = person(&list, "zofia");
    hanna.open(&at).must_say(&format!("href=\"{at}/usun\""));
    let page = hanna.open(&format!("{at}/usun"));
    page.must_say("porozumienie od 1 maja 2027 do 31 grudnia 2027: do 31 grudnia 2034");
    page.must_say(&format!("href=\"{at}/dane.json\""));
    hanna.open(&format!("{at}/dane.json")).must_say("zofia@example.pl");
    let action = format!("{at}/usun");
    let slip = hanna.submit(&page, &action, &[("name", "marek")]);
    assert_eq!(slip.status, 422);
    slip.must_say("Wpisz dokładnie: zofia");
    let gone = hanna.submit(&page, &action, &[("name", "Zofia")]);
    assert_eq!(gone.status, 200, "{}", gone.html);
    gone.must_say("Dane są usunięte");
    assert!(!gone.says("zofia"));
    assert_eq!(hanna.get(&at).status, 404);
    let led = zofia.get("/moje");
    assert_eq!(led.status, 303, "{}", led.html);
    // One's own account has no such link.
    let own = person(&hanna.open("/osoby"), "hanna");
    assert!(!hanna.open(&own).says(&format!("{own}/usun\"")));
    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get(&format!("{own}/usun")).status, 403);
}

#[test]
fn people_come_from_a_table() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open("/osoby").must_say("href=\"/osoby/import\"");
    let template = hanna.open("/osoby/import/wzor.csv");
    assert!(template.html.contains("name,email,phone,kind,born_on"));
    let page = hanna.open("/osoby/import");
    let csrf = page
        .hidden("/osoby/import")
        .into_iter()
        .find(|(name, _)| name == "csrf")
        .unwrap()
        .1;
    let wrong = format!(
        "name,email,roles\nJan,jan,helper\n{},a@b.pl,<b>king</b>\n",
        "x".repeat(101)
    );
    let told = hanna.upload_with(&csrf, "/osoby/import", wrong.as_bytes());
    assert_eq!(told.status, 422);
    told.must_say("Wiersz 2, kolumna email: „jan” nie jest adresem e-mail, na przykład anna@example.pl");
    told.must_say("Wiersz 3, kolumna name: wpisz od 1 do 100 znaków w jednym wierszu");
    told.must_say("Wiersz 3, kolumna roles:");
    assert!(!told.says("<b>king"));
    let right = "name,email\nJan Lis,jan@example.pl\nZofia,zofia@example.pl\n".as_bytes();
    let looked = hanna.upload_with(&csrf, "/osoby/import/sprawdz", right);
    looked.must_say("Zostałaby dodana 1 osoba.");
    assert!(!hanna.open("/osoby").says("Jan Lis"));
    let done = hanna.upload_with(&csrf, "/osoby/import/zapros", right);
    done.must_say("Dodano 1 osobę.");
    done.must_say("1 osoba ma już konto i pozostaje bez zmian:");
    hanna.open("/osoby").must_say("Jan Lis");
    assert_eq!(letters(&town).len(), 1);
    let none = hanna.upload_with(&csrf, "/osoby/import", b"");
    none.must_say("Wybierz plik.");
    let large = vec![b'x'; 1024 * 1024 + 8192];
    hanna
        .upload_with(&csrf, "/osoby/import", &large)
        .must_say("Plik jest większy niż 1 MB");
    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get("/osoby/import").status, 403);
}
