//! Papers of the public calendar over HTTP: at their addresses, as they are kept, and as they change.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use super::*;

/// The text of a paper, in one line.
fn text(town: &Town, path: &str) -> String {
    let mut response = ureq::get(format!("{}{path}", town.address)).call().unwrap();
    let pdf = response.body_mut().read_to_vec().unwrap();
    let reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut reader = reader.unwrap_or_else(|e| panic!("pdftotext: {e}; install poppler-utils"));
    reader.stdin.take().unwrap().write_all(&pdf).unwrap();
    let text = String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_poster_stands_beside_its_page_and_follows_a_cancellation_at_once() {
    let town = Town::published();
    let mut hanna = town.signed_in("hanna@example.pl");
    let visit = first_visit(&mut hanna);
    let public = visit.replace("/koordynator/wizyty", "/wizyty");
    let stop = town.visitor().open(&public).addresses("/przystanki/", "").remove(0);
    let address = format!("{stop}/plakat.pdf");

    let before = town.get(&address, None);
    assert_eq!(
        (before.status, before.content_type.as_str()),
        (200, "application/pdf"),
        "{}",
        before.body
    );
    let name = format!("plakat-{}-a4-pl.pdf", stop.rsplit('/').next().unwrap());
    assert_eq!(
        before.header("content-disposition"),
        format!("inline; filename=\"{name}\"")
    );
    assert_eq!(before.header("cache-control"), "no-cache");
    let with = |method, etag: &str| town.send(method, &address, None, &[("if-none-match", etag)], None);
    assert_eq!(with("GET", &before.etag).status, 304);
    let head = with("HEAD", "\"other\"");
    assert_eq!(
        (head.status, head.etag.as_str(), head.body.as_str()),
        (200, before.etag.as_str(), "")
    );

    let page = hanna.open(&visit);
    let done = hanna.submit(&page, &format!("{visit}/odwolaj"), &[("reason", "z powodu burzy")]);
    assert_eq!(done.status, 303, "{}", done.html);
    let after = with("GET", &before.etag);
    assert_eq!(after.status, 200, "another paper at once");
    let said = text(&town, &format!("/uk{address}?rozmiar=a3&drugi=pl"));
    for expected in [
        "Візит скасовано. / Wizyta odwołana.",
        "z powodu burzy",
        &format!("/uk{stop}"),
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn what_cannot_be_printed_is_told() {
    let town = Town::published();
    let mut browser = town.visitor();
    let wrong = town.get("/ulotka.pdf?drugi=pl", None);
    assert_eq!(
        (wrong.status, wrong.content_type.as_str()),
        (400, "application/problem+json")
    );
    assert_eq!(wrong.json()["errors"][0]["detail"], "must be uk or en");
    let large = town.get("/ulotka.pdf?rozmiar=a3", None);
    assert_eq!(
        (large.status, &large.json()["errors"][0]["detail"]),
        (400, &"must be a4".into())
    );
    let both = town.get("/en/tabela.pdf?rozmiar=a5&drugi=xx", None);
    let pointers: Vec<_> = both.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["pointer"].clone())
        .collect();
    assert_eq!((both.status, pointers), (400, vec!["?rozmiar".into(), "?drugi".into()]));
    assert_eq!(town.get("/druk/plik?co=nic", None).status, 400);
    for nowhere in [
        "/przystanki/nie-ma/plakat.pdf",
        "/osiedla/%2e%2e/plakat.pdf",
        "/en/osiedla/nie-ma/plakat.pdf",
    ] {
        let page = browser.get(nowhere);
        assert_eq!(page.status, 404, "{nowhere}");
        page.must_say("<h1>");
    }
    assert_eq!(town.send("POST", "/ulotka.pdf", None, &[], None).status, 405);
    let empty = Town::empty();
    assert_eq!(empty.get("/tabela.pdf", None).status, 404);
}

#[test]
fn everything_is_chosen_on_one_page() {
    let town = Town::published();
    let mut browser = town.visitor();
    for (page, heading, chosen, leads_to) in [
        (
            "/druk",
            "Do druku",
            "co=leaflet&rozmiar=a4&jezyki=pl-uk",
            "/ulotka.pdf?drugi=uk",
        ),
        (
            "/uk/druk",
            "Для друку",
            "co=table&rozmiar=a3&jezyki=uk",
            "/uk/tabela.pdf?rozmiar=a3",
        ),
        (
            "/en/druk",
            "For print",
            "co=table&rozmiar=a3&jezyki=en",
            "/en/tabela.pdf?rozmiar=a3",
        ),
    ] {
        browser.open(page).must_say(&format!("<h1>{heading}</h1>"));
        let chosen = browser.get(&format!("{page}/plik?{chosen}"));
        assert_eq!((chosen.status, chosen.location.as_str()), (303, leads_to));
        let paper = town.get(leads_to, None);
        assert_eq!((paper.status, paper.content_type.as_str()), (200, "application/pdf"));
    }
    let estate = browser.open("/osiedla/lazek");
    let link = estate.addresses("/druk?co=estate:lazek", "").remove(0);
    browser.open(&link).must_say("<option value=\"estate:lazek\" selected>");
}

#[test]
fn all_posters_come_in_one_file_for_staff() {
    let town = Town::published();
    let address = "/koordynator/plakaty.pdf?rozmiar=a4&jezyki=pl";
    let mut hanna = town.signed_in("hanna@example.pl");
    hanna.open(SEASON).must_say("action=\"/koordynator/plakaty.pdf\"");
    let all = hanna.open(address);
    assert!(all.html.starts_with("%PDF-"));
    assert_eq!(hanna.get("/koordynator/plakaty.pdf?rozmiar=a9").status, 422);
    assert_eq!(town.signed_in("zofia@example.pl").get(address).status, 403);
    assert_eq!(town.visitor().get(address).status, 303);
}

#[test]
fn a_link_is_shared_with_its_card() {
    let town = Town::published();
    let mut browser = town.visitor();
    let visits = town.get("/api/v1/public/visits", None).json();
    let all = visits["visits"].as_array().unwrap();
    let id_where = |is: &dyn Fn(&str) -> bool| {
        let found = all.iter().find(|visit| is(visit["day"].as_str().unwrap())).unwrap();
        found["id"].as_str().unwrap().to_owned()
    };
    let (ahead, over) = (id_where(&|day| day > TODAY), id_where(&|day| day < TODAY));
    for (page, card, locale) in [
        ("/".to_owned(), "/karta.png".to_owned(), "pl_PL"),
        (
            "/uk/osiedla/lazek".to_owned(),
            "/uk/osiedla/lazek/karta.png".to_owned(),
            "uk_UA",
        ),
        (
            format!("/en/wizyty/{ahead}"),
            format!("/en/wizyty/{ahead}/karta.png"),
            "en_GB",
        ),
        (format!("/wizyty/{over}"), "/karta.png".to_owned(), "pl_PL"),
    ] {
        let html = browser.open(&page).html;
        let (_, after) = html
            .split_once("property=\"og:image\" content=\"")
            .unwrap_or_else(|| panic!("{html}"));
        let address = after.split_once('"').unwrap().0.replace("&#38;", "&");
        let (_, path) = address.split_once("://").unwrap().1.split_once('/').unwrap();
        assert!(
            format!("/{path}").starts_with(&format!("{card}?stan=")),
            "{page}: {address}"
        );
        for expected in [
            "property=\"og:image:width\" content=\"1200\"",
            "property=\"og:image:height\" content=\"630\"",
            "property=\"og:image:alt\"",
            "property=\"og:title\"",
            "property=\"og:description\"",
            "name=\"twitter:card\" content=\"summary_large_image\"",
            &format!("property=\"og:locale\" content=\"{locale}\""),
        ] {
            assert!(html.contains(expected), "{page} lacks {expected}");
        }
        let picture = town.get(&format!("/{path}"), None);
        assert_eq!(
            (picture.status, picture.content_type.as_str()),
            (200, "image/png"),
            "{address}"
        );
        let again = town.send(
            "GET",
            &format!("/{path}"),
            None,
            &[("if-none-match", &picture.etag)],
            None,
        );
        assert_eq!(again.status, 304);
    }
    for nothing in [
        format!("/wizyty/{over}/karta.png"),
        "/przystanki/nie-ma/karta.png".to_owned(),
        "/wizyty/nic/karta.png".to_owned(),
    ] {
        assert_eq!(town.get(&nothing, None).status, 404, "{nothing}");
    }
}
