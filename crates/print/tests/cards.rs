//! Share cards, and the sheet of socially useful work.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Drawn, built, day, slug, town};
use print::{CARD_SIZE, Languages, PsuPaper, PsuPerson, Sheet, Size, Subject, card, psu_sheet};
use public_calendar::PublicationData;
use wording::Language::{self, English, Polish, Ukrainian};

/// Width and height as the header of a PNG says them (RFC 2083 section 4.1.1).
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.ends_with(b"IEND\xaeB`\x82"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

fn drawn(data: PublicationData, language: Language, which: &str) -> Vec<u8> {
    let publication = built(data);
    let sheet = Sheet {
        publication: &publication,
        from: day("2027-07-01"),
        languages: Languages::one(language),
        size: Size::A4,
    };
    let visit = |number: u32| {
        let id = format!("vis_{number:032x}").parse().unwrap();
        Subject::Visit(publication.visit(&id).unwrap())
    };
    let subject = match which {
        "town" => Subject::Town,
        "estate" => Subject::Estate(publication.estate(&slug("lazek")).unwrap()),
        "stop" => Subject::Stop(publication.stop(&slug("lazek-plac")).unwrap()),
        "cancelled" => visit(2),
        _ => visit(4),
    };
    let png = card(&sheet, subject).unwrap();
    if let Some(shelf) = std::env::var_os("PRINTED") {
        let name = format!("card-{which}-{}-{}.png", language.tag(), png.len());
        std::fs::write(std::path::Path::new(&shelf).join(name), &png).unwrap();
    }
    png
}

#[test]
fn a_picture_of_the_size_that_is_announced_and_of_what_is_there() {
    let stop = drawn(town(), Polish, "stop");
    assert_eq!(size(&stop), CARD_SIZE);
    assert_eq!(stop, drawn(town(), Polish, "stop"), "the same values, the same bytes");
    let mut cards = vec![stop];
    for (language, which) in [
        (Polish, "town"),
        (Ukrainian, "estate"),
        (English, "stop"),
        (Polish, "cancelled"),
        (Polish, "visit"),
    ] {
        let card = drawn(town(), language, which);
        assert_eq!(size(&card), CARD_SIZE, "{which}");
        assert!(!cards.contains(&card), "{which} looks like another");
        cards.push(card);
    }
    let mut later = town();
    later.visits.retain(|visit| visit.id.as_str().ends_with('1'));
    assert_eq!(size(&drawn(later, Polish, "stop")), CARD_SIZE, "nothing left");
}

#[test]
fn nothing_that_people_write_breaks_a_card() {
    for text in [
        "= *A* #panic(\"no\") <script>alert(1)</script> 🚌 \u{202e}x / y: z".to_owned(),
        "ż".repeat(5_000),
        "Szkoła ".repeat(200),
    ] {
        let mut data = town();
        data.service.name = text.clone();
        data.estates[0].name = text.clone();
        data.stops[0].name = text.clone();
        for which in ["town", "cancelled"] {
            assert_eq!(size(&drawn(data.clone(), Polish, which)), CARD_SIZE);
        }
    }
}

fn person(name: &str) -> PsuPerson {
    PsuPerson {
        name: name.to_owned(),
        days: vec![["czwartek, 1 lipca", "4 godziny", "9,40 zł"].map(str::to_owned)],
        weeks: vec![["28 czerwca – 4 lipca 2027", "4 godziny"].map(str::to_owned)],
        worked: "4 godziny".to_owned(),
        pay: "37,60 zł".to_owned(),
        breaches: vec!["Tydzień od 5 lipca: 11 godzin, a wolno 10.".to_owned()],
        absences: vec!["piątek, 2 lipca: choroba".to_owned()],
    }
}

fn sheet(people: Vec<PsuPerson>) -> Drawn {
    Drawn::of(
        &psu_sheet(&PsuPaper {
            month: "lipiec 2027".to_owned(),
            issuer: "Miejski Ośrodek Pomocy Rodzinie w Ostrołęce".to_owned(),
            people,
        })
        .unwrap(),
    )
}

#[test]
fn the_sheet_has_a_page_for_each_with_room_to_sign() {
    let none = PsuPerson {
        days: Vec::new(),
        breaches: Vec::new(),
        absences: Vec::new(),
        ..person("Jan #panic() <b>")
    };
    let drawn = sheet(vec![person("Łucja Żak"), none]);
    assert_eq!((drawn.pages(), drawn.info("Tagged").as_str()), (2, "yes"));
    assert_eq!(drawn.info("Title"), "Prace społecznie użyteczne: lipiec 2027");
    for (page, expected) in [
        (
            1,
            [
                "Miejski Ośrodek Pomocy Rodzinie w Ostrołęce",
                "Prace społecznie użyteczne: lipiec 2027",
                "Łucja Żak",
                "czwartek, 1 lipca 4 godziny 9,40 zł",
                "37,60 zł",
                "28 czerwca – 4 lipca 2027: 4 godziny",
                "a wolno 10.",
                "piątek, 2 lipca: choroba",
                "podpis organizatora",
                "podpis osoby wykonującej prace",
            ]
            .as_slice(),
        ),
        (
            2,
            &[
                "Prace społecznie użyteczne: lipiec 2027",
                "Jan #panic() <b>",
                "W tym miesiącu nic nie przepracowano.",
                "podpis organizatora",
            ],
        ),
    ] {
        let said = drawn.text_of(page);
        for expected in expected {
            assert!(said.contains(expected), "{expected}: {said}");
        }
    }
    assert!(
        sheet(Vec::new())
            .text()
            .contains("Nie ma nikogo, kto pracuje na tej podstawie.")
    );
}
