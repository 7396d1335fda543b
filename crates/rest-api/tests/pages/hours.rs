//! Hours and certificates as a coordinator and a volunteer meet them, and the sheet of socially useful work.

use serde_json::json;
use vocabulary::AccountRole;

use crate::{
    HOSTILE,
    harness::a_morning,
    support::{Page, Town},
};

/// Sixty days later, when Zofia's shift is over and written down; with her id and her sign-up.
fn after_a_shift() -> (Town, String, String) {
    let town = Town::published();
    let zofia = town.token("zofia@example.pl");
    let board = town.get("/api/v1/shifts?limit=500", Some(&zofia)).json();
    let free = |shift: &&serde_json::Value| shift["refusals"] == json!([]);
    let shift = board["items"].as_array().unwrap().iter().find(free).unwrap().clone();
    let path = format!("/api/v1/shifts/{}/signups", shift["id"].as_str().unwrap());
    let signup = town.post(&path, Some(&zofia), &json!({})).json();
    let town = town.at(a_morning().plus_seconds(60 * 24 * 3600));
    let hanna = town.token("hanna@example.pl");
    let signup = signup["id"].as_str().unwrap().to_owned();
    let attended = town.post(&format!("/api/v1/signups/{signup}/attend"), Some(&hanna), &json!({}));
    assert_eq!(attended.status, 200, "{}", attended.body);
    let zofia = town.token("zofia@example.pl");
    let me = town.get("/api/v1/me", Some(&zofia)).json();
    (town, me["id"].as_str().unwrap().to_owned(), signup)
}

#[test]
fn hours_are_corrected_and_a_certificate_is_issued() {
    let (town, person, signup) = after_a_shift();
    let mut hanna = town.signed_in("hanna@example.pl");
    let own = format!("/osoby/{person}/godziny");
    hanna
        .open(&format!("/osoby/{person}"))
        .must_say(&format!("href=\"{own}\""));
    let page = hanna.open(&own);
    let action = format!("{own}/{signup}");
    let told = hanna.submit(&page, &action, &[("length", "26:00"), ("reason", HOSTILE)]);
    assert_eq!(told.status, 422);
    told.must_say(&format!("id=\"length-{signup}-error\">Wpisz godziny i minuty"));
    told.must_say(&format!("id=\"reason-{signup}-error\">Wpisz powód"));
    told.must_say("value=\"26:00\"");
    assert!(!told.says("<script>alert(2)"));
    let done = hanna.submit(&page, &action, &[("length", "1:30"), ("reason", "<b>krócej</b>")]);
    let page = hanna.follow(&done);
    page.must_say("Poprawiono godziny.");
    page.must_say("1 godz. 30 min");
    page.must_say("hanna: 1 godz. 30 min. Powód: &#60;b&#62;krócej&#60;/b&#62;");

    let mut zofia = town.signed_in("zofia@example.pl");
    zofia.open("/moje").must_say("1 godz. 30 min");
    let mine = zofia.open("/moje/godziny");
    let days = [("first", "2026-09-01"), ("last", "2026-09-30")];
    let told = zofia.submit(&mine, "/moje/zaswiadczenia", &days);
    assert_eq!(told.status, 422);
    told.must_say("W tych dniach nie ma żadnego dyżuru");
    told.must_say("value=\"2026-09-30\"");
    let days = [("first", "2026-09-01"), ("last", "2027-08-31")];
    let asked = zofia.submit(&mine, "/moje/zaswiadczenia", &days);
    zofia.follow(&asked).must_say("Prośba zapisana.");

    let page = hanna.open(&own);
    page.must_say("Ta osoba prosi o zaświadczenie");
    let action = format!("/osoby/{person}/zaswiadczenia");
    let told = hanna.submit(&page, &action, &[("first", "x"), ("last", "2027-08-31"), ("name", " ")]);
    assert_eq!(told.status, 422);
    told.must_say("id=\"first-error\">Wpisz datę");
    told.must_say("id=\"name-error\">Wpisz imię i nazwisko");
    let fields = [
        ("first", "2026-09-01"),
        ("last", "2027-08-31"),
        ("name", "#panic(\"Zofia\")"),
    ];
    let issued = hanna.submit(&page, &action, &fields);
    let twice = hanna.submit(&page, &action, &fields);
    assert_eq!(twice.status, 303, "{}", twice.html);
    let page = hanna.follow(&issued);
    page.must_say("Wydano zaświadczenie.");
    page.must_say("aktualne");
    assert!(!page.says("prosi o zaświadczenie"), "it is answered");
    assert!(!page.says("wydanie 2"), "sent twice, issued once");

    let files = |page: &Page| page.addresses("/zaswiadczenia/", ".pdf");
    let [file] = &files(&zofia.open("/moje/godziny"))[..] else {
        panic!("one certificate")
    };
    assert_eq!(zofia.open(file).cache, "no-store");
    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get(file).status, 404, "another's");
    let form = hanna.submit(
        &page,
        &format!("{own}/{signup}"),
        &[("length", "2"), ("reason", "jednak dłużej")],
    );
    let page = hanna.follow(&form);
    page.must_say("po wydaniu zmieniono godziny");
    let renew = file.replace(".pdf", "/wydanie");
    let renewed = hanna.submit(&page, &renew, &[]);
    let page = hanna.follow(&renewed);
    page.must_say("Wydano nowe wydanie.");
    page.must_say("zastąpione wydaniem 2");
    assert_eq!(files(&zofia.open("/moje/godziny")).len(), 2);
    let told = zofia.submit(
        &mine,
        "/moje/zaswiadczenia",
        &[("first", "2027-08-31"), ("last", "2027-08-01")],
    );
    told.must_say("id=\"last-error\">Ten dzień jest przed pierwszym.");
    assert_eq!(zofia.get(&own).status, 403);
}

#[test]
fn the_sheet_takes_absences_of_socially_useful_work_only() {
    let (town, person, _) = after_a_shift();
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna
        .open("/koordynator/arkusz?miesiac=2027-07")
        .must_say("Nie ma nikogo, kto pracuje na tej podstawie.");
    let hanna_token = town.token("hanna@example.pl");
    let path = format!("/api/v1/people/{person}");
    let read = town.get(&path, Some(&hanna_token));
    let mut account = read.json();
    account["kind"] = json!("psu");
    for gone in ["id", "version", "has_password", "awaits_approval"] {
        account.as_object_mut().unwrap().remove(gone);
    }
    let changed = town.send(
        "PUT",
        &path,
        Some(&hanna_token),
        &[("if-match", &read.etag)],
        Some(&account),
    );
    assert_eq!(changed.status, 200, "{}", changed.body);
    let month = "/koordynator/arkusz?miesiac=2027-07";
    let page = hanna.open(month);
    let action = format!("/koordynator/arkusz/{person}");
    let told = hanna.submit(&page, &action, &[("day", "lipiec"), ("reason", HOSTILE)]);
    assert_eq!(told.status, 422);
    told.must_say(&format!("id=\"day-{person}-error\""));
    assert!(!told.says("<script>alert(2)"));
    let noted = hanna.submit(&page, &action, &[("day", "2027-07-02"), ("reason", "choroba")]);
    let page = hanna.follow(&noted);
    page.must_say("piątek, 2 lipca: choroba");
    let removed = hanna.submit(&page, &format!("{action}/2027-07-02/usun"), &[]);
    hanna.follow(&removed).must_say("Usunięto nieobecność.");
    let again = hanna.submit(&page, &format!("{action}/2027-07-02/usun"), &[]);
    assert_eq!(again.status, 303, "twice is once");
    let mut marek = town.signed_in("marek@example.pl");
    assert_eq!(marek.get(month).status, 403);
    assert_eq!(marek.get("/koordynator/arkusz.csv?miesiac=2027-07").status, 403);
    assert_eq!(marek.get("/koordynator/arkusz.pdf?miesiac=2027-07").status, 403);
    page.must_say("href=\"/koordynator/arkusz.pdf?miesiac=2027-07\"");
    let pdf = hanna.open("/koordynator/arkusz.pdf?miesiac=2027-07");
    assert!(pdf.html.starts_with("%PDF-") && pdf.cache == "no-store");
    let csv = hanna.open("/koordynator/arkusz.csv?miesiac=2027-07");
    csv.must_say("osoba;rodzaj;dzień");
}

#[test]
fn the_public_page_of_certificates_knows_nobody() {
    let town = Town::published();
    town.account("inna@example.pl", AccountRole::Volunteer, &[]);
    let mut visitor = town.visitor();
    visitor.open("/zaswiadczenie").must_say("Kod z zaświadczenia");
    let led = visitor.get("/zaswiadczenie?kod=ab-cd%20ef");
    assert_eq!((led.status, led.location.as_str()), (303, "/zaswiadczenie/abcdef"));
    let unknown = visitor.get("/zaswiadczenie/%3Cscript%3Ealert(2)");
    assert_eq!(unknown.status, 404);
    assert!(!unknown.says("<script>alert(2)"));
    unknown.must_say("No certificate was issued here under this code.");
    assert_eq!(unknown.set_cookies, Vec::<String>::new());
    unknown.must_say("<meta name=\"robots\" content=\"noindex\">");
}
