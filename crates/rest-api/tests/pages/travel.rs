//! The coordinator brings travel times.

use crate::support::{Page, SEASON, Town};

/// A table of all pairs of the places that the page names, 20 km in 10 minutes each.
fn table(page: &Page) -> String {
    let cells = page.html.split("class=\"code\">").skip(1);
    let places: Vec<&str> = cells.map(|cell| cell.split_once('<').unwrap().0).collect();
    assert!(places.len() > 10, "{places:?}");
    let mut text = "from,to,seconds,metres\n".to_owned();
    for from in &places {
        for to in places.iter().filter(|to| *to != from) {
            text.push_str(&format!("{from},{to},600,20000\n"));
        }
    }
    text
}

#[test]
fn a_table_is_brought_used_and_taken_away() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let address = format!("{SEASON}/czasy-jazdy");
    hanna
        .open(&format!("{SEASON}/plany"))
        .must_say(&format!("href=\"{address}\""));
    let page = hanna.open(&address);
    page.must_say("Nowe plany szacują czasy jazdy");
    page.must_say("baza: Świetlicobus");
    let whole = table(&page);

    let wrong = whole
        .replacen(",600,20000", ",-600,20000", 1)
        .replacen("centrum-sp10,", "centrum-sp100,", 1);
    let told = hanna.upload(&page, &address, wrong.as_bytes());
    assert_eq!(told.status, 422, "{}", told.html);
    for words in [
        "Wiersz 2, kolumna seconds: Liczba -600 jest ujemna. Wpisz 0 albo więcej.",
        "W tym sezonie nie ma miejsca centrum-sp100. Może chodzi o centrum-sp10?",
        "Potrzebna jest każda para, w obie strony.",
        "Nowe plany szacują czasy jazdy",
    ] {
        told.must_say(words);
    }
    let none = hanna.upload(&page, &address, b"");
    assert_eq!(none.status, 422);
    none.must_say("Wybierz plik.");

    let done = hanna.upload(&page, &address, whole.as_bytes());
    let page = hanna.follow(&done);
    page.must_say("Tabela czasów jazdy jest wgrana.");
    page.must_say("Nowe plany korzystają z wgranej tabeli.");
    let short = whole.replacen(",600,20000", ",600,1", 1);
    let doubtful = hanna.upload(&page, &address, short.as_bytes());
    assert_eq!(doubtful.status, 200);
    doubtful.must_say("Tabela jest wgrana, ale sprawdź te drogi:");
    doubtful.must_say("Wiersz 2, kolumna metres: ");

    let gone = hanna.submit(&page, &format!("{address}/usun"), &[]);
    hanna.follow(&gone).must_say("Tabela czasów jazdy jest usunięta.");
    let again = hanna.submit(&page, &format!("{address}/usun"), &[]);
    assert_eq!(again.status, 303, "pressed twice");
}

#[test]
fn only_a_coordinator_brings_one_and_only_from_the_page() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let address = format!("{SEASON}/czasy-jazdy");
    let page = hanna.open(&address);
    let whole = table(&page);
    for email in ["marek@example.pl", "zofia@example.pl"] {
        let mut other = town.signed_in(email);
        assert_eq!(other.get(&address).status, 403);
        let shifts = other.open("/dyzury");
        let token = shifts.hidden("/wyloguj")[0].1.clone();
        assert_eq!(
            other.upload_with(&token, &address, whole.as_bytes()).status,
            403,
            "{email}"
        );
        let removed = other.post(&format!("{address}/usun"), &[("csrf", &token)], &[]);
        assert_eq!(removed.status, 403, "{email}");
    }
    assert_eq!(hanna.upload_with("", &address, whole.as_bytes()).status, 403);
    assert_eq!(hanna.upload_with("0123", &address, whole.as_bytes()).status, 403);
    let csrf = page.hidden("/wyloguj")[0].1.clone();
    assert_eq!(
        hanna.post(&address, &[("csrf", &csrf)], &[]).status,
        415,
        "a form without a file"
    );
    let large = vec![b'a'; 17 * 1024 * 1024];
    let refused = hanna.upload_with(&csrf, &address, &large);
    assert_eq!(refused.status, 422);
    refused.must_say("Ten plik jest większy niż 16 MB.");
    hanna.open(&address).must_say("Nowe plany szacują czasy jazdy");
    assert_eq!(town.visitor().get(&address).status, 303);
    assert_eq!(hanna.get("/koordynator/sezony/nie-ma/czasy-jazdy").status, 404);
}
