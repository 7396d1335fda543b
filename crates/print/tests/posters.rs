//! Posters as a reader of PDFs sees them.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Drawn, built, day, slug, town};
use print::{Languages, Sheet, Size, estate_poster, stop_poster, stop_posters};
use public_calendar::{Publication, PublicationData};
use wording::Language::{self, English, Polish, Ukrainian};

fn sheet(publication: &Publication, languages: Languages) -> Sheet<'_> {
    Sheet {
        publication,
        from: day("2027-07-01"),
        languages,
        size: Size::A4,
    }
}

fn of_stop(data: PublicationData, languages: Languages, size: Size) -> Drawn {
    let publication = built(data);
    let sheet = Sheet {
        size,
        ..sheet(&publication, languages)
    };
    let stop = publication.stop(&slug("lazek-plac")).unwrap();
    Drawn::of(&stop_poster(&sheet, stop).unwrap())
}

#[test]
fn a_tagged_page_with_title_and_language() {
    for (languages, size, words, tag) in [
        (
            Languages::one(Polish),
            Size::A4,
            "Plakat: Plac zabaw os. Łazek – Radosny Świetlicobus",
            "pl",
        ),
        (
            Languages::one(Ukrainian),
            Size::A3,
            "Плакат: Plac zabaw os. Łazek – Radosny Świetlicobus",
            "uk",
        ),
        (
            Languages::two(English, Polish),
            Size::A4,
            "Poster: Plac zabaw os. Łazek – Radosny Świetlicobus",
            "en",
        ),
    ] {
        let drawn = of_stop(town(), languages, size);
        assert_eq!((drawn.pages(), drawn.info("Tagged").as_str()), (1, "yes"));
        assert_eq!(drawn.info("Title"), words);
        assert!(
            drawn.info("Page size").to_lowercase().contains(size.as_str()),
            "{}",
            drawn.info("Page size")
        );
        let raw = drawn.raw();
        assert!(raw.contains(&format!("/Lang({tag})")) && raw.contains("pdfuaid:part"));
    }
}

#[test]
fn it_says_what_a_parent_needs_in_each_language() {
    let expected: [(Language, &[&str]); 3] = [
        (
            Polish,
            &[
                "Tutaj zatrzymuje się Świetlicobus",
                "Plac zabaw os. Łazek",
                "Osiedle Łazek",
                "ul. Kwiatowa 7",
                "Wjazd od ulicy Otok.",
                "lipiec 2027",
                "czwartek, 15 lipca",
                "9:05–12:30",
                "Piknik nad Narwią",
                "Prosimy zabrać wodę.",
                "Temat tygodnia: Woda, piasek i błoto",
                "sierpień 2027",
                "wtorek, 31 sierpnia",
                "Wstęp wolny",
                "jest cień",
                "bez toalety w pobliżu",
                "Wizyta odwołana. Powód: burza.",
                "Wizyta przeniesiona. Poprzedni termin: wtorek, 6 lipca 2027, od 15:00 do 18:00.",
                "Zmiany i odwołania są zawsze na tej stronie:",
                "Rozkład nr 2 z 3 maja 2027",
                "Stan: 30 czerwca 2027, 14:05",
                "swietlicobus.example.pl/przystanki/lazek-plac",
            ],
        ),
        (
            Ukrainian,
            &[
                "Тут зупиняється Світліцобус",
                "Plac zabaw os. Łazek",
                "четвер, 15 липня",
                "Візит скасовано. Причина: burza.",
                "Розклад № 2 від 3 травня 2027 року",
                "swietlicobus.example.pl/uk/przystanki/lazek-plac",
            ],
        ),
        (
            English,
            &[
                "The bus stops here",
                "Thursday 15 July",
                "Timetable no. 2 of 3 May 2027",
                "swietlicobus.example.pl/en/przystanki/lazek-plac",
            ],
        ),
    ];
    for (language, expected) in expected {
        let said = of_stop(town(), Languages::one(language), Size::A4).text();
        for expected in expected {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        assert!(!said.contains("29"), "the visit of 29 June is over: {said}");
        assert!(!said.contains('\u{fffd}'), "{said}");
    }
}

#[test]
fn in_two_languages_each_fact_stands_once_with_both_words() {
    let said = of_stop(town(), Languages::two(Polish, Ukrainian), Size::A4).text();
    for expected in [
        "czwartek, 15 lipca четвер, 15 липня",
        "lipiec 2027 / липень 2027",
        "Wizyta odwołana. / Візит скасовано.",
        "Rozkład nr 2 z 3 maja 2027 Розклад № 2 від 3 травня 2027 року",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    for once in [
        "9:05–12:30",
        "Plac zabaw os. Łazek",
        "Prosimy zabrać wodę.",
        "swietlicobus.example.pl/przystanki/lazek-plac",
    ] {
        assert_eq!(said.matches(once).count(), 1, "{once}: {said}");
    }
}

#[test]
fn the_qr_code_leads_to_the_live_page_in_the_first_language() {
    let drawn = of_stop(town(), Languages::two(Ukrainian, Polish), Size::A4);
    assert_eq!(drawn.qr(1), "https://swietlicobus.example.pl/uk/przystanki/lazek-plac");
    let publication = built(town());
    let estate = publication.estate(&slug("lazek")).unwrap();
    let drawn = Drawn::of(&estate_poster(&sheet(&publication, Languages::one(Polish)), estate).unwrap());
    assert_eq!(drawn.qr(1), "https://swietlicobus.example.pl/osiedla/lazek");
    let said = drawn.text();
    for expected in ["Osiedle Łazek", "wtorek, 20 lipca", "Park nad Narwią", "ul. Kwiatowa 7"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!said.contains("Podwórko"), "another estate's stop: {said}");
}

#[test]
fn a_poster_for_each_stop_in_one_file() {
    let publication = built(town());
    let stops: Vec<_> = publication.data().stops.iter().collect();
    let drawn = Drawn::of(&stop_posters(&sheet(&publication, Languages::one(Polish)), &stops).unwrap());
    assert_eq!(drawn.pages(), 3);
    for (page, stop) in ["lazek-plac", "lazek-park", "kosa-podworko"].into_iter().enumerate() {
        assert_eq!(
            drawn.qr(page + 1),
            format!("https://swietlicobus.example.pl/przystanki/{stop}")
        );
    }
}

#[test]
fn what_to_bring_stands_once_and_guests_beside_their_visit() {
    let mut data = town();
    data.season.bring = Some("Woda i czapka".to_owned());
    data.themes[1].guests = Some("Straż pożarna".to_owned());
    let said = of_stop(data, Languages::two(Polish, English), Size::A4).text();
    for expected in [
        "Warto zabrać / Worth bringing: Woda i czapka",
        "Goście i partnerzy / Guests and partners: Straż pożarna",
    ] {
        assert_eq!(said.matches(expected).count(), 1, "{expected}: {said}");
    }
}

#[test]
fn a_stop_without_visits_says_so() {
    let mut data = town();
    data.visits.retain(|visit| visit.stop.as_str() != "lazek-plac");
    data.season.example = true;
    let drawn = of_stop(data, Languages::one(Polish), Size::A4);
    assert_eq!(drawn.pages(), 1);
    assert!(
        drawn.text().contains("W tym sezonie nie ma tu zaplanowanych wizyt."),
        "{}",
        drawn.text()
    );
    assert!(drawn.text().contains("To jest przykładowy plan."));
}

#[test]
fn a_season_of_two_hundred_visits_goes_on_to_more_sheets() {
    let mut data = town();
    data.season.last = day("2028-06-30");
    let on = |n: u32| {
        common::visit(
            n + 100,
            "lazek-plac",
            day("2027-07-01").plus_days(i64::from(n)),
            "10:00-13:00",
        )
    };
    data.visits = (0..200).map(on).collect();
    let drawn = of_stop(data, Languages::two(Polish, English), Size::A4);
    assert!(drawn.pages() > 3);
    let (first, second, last) = (drawn.text_of(1), drawn.text_of(2), drawn.text_of(drawn.pages()));
    assert!(
        first.contains("czwartek, 1 lipca") && !first.contains("Rozkład nr 2"),
        "{first}"
    );
    for expected in ["Plac zabaw os. Łazek", "Dzień / Day", "sierpień 2027"] {
        assert!(second.contains(expected), "{expected}: {second}");
    }
    assert!(last.contains("Rozkład nr 2"), "{last}");
}

#[test]
fn nothing_that_people_write_breaks_a_poster() {
    for text in [
        "= *Anna* _x_ $a$ `r` #panic(\"no\") #read(\"/etc/passwd\") <l> @r \\ // --- ~ <script>alert(1)</script>",
        "Dwór; \"cytat\", 'x' \u{202e}wspak\u{202c}\r\nBEGIN:VEVENT",
    ] {
        let mut data = town();
        data.service.name = text.to_owned();
        data.estates[0].name = text.to_owned();
        data.stops[0].name = text.to_owned();
        data.stops[0].address = Some(text.to_owned());
        data.visits[3].note = Some(text.to_owned());
        let said = of_stop(data, Languages::two(Polish, English), Size::A4).text();
        let shown: String = text
            .chars()
            .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}'))
            .collect();
        let close = |text: &str| text.split_whitespace().collect::<String>();
        assert!(close(&said).matches(&close(&shown)).count() >= 4, "{shown}: {said}");
    }
    let mut data = town();
    data.stops[0].name = "🚌 Plac 名 \u{feff}zabaw".to_owned();
    data.visits[3].note = Some("Weź wodę i czapkę. ".repeat(264));
    data.visits[4].note = Some("ł".repeat(5_000));
    data.visits[1].reason = Some("z".repeat(2_000));
    let drawn = of_stop(data, Languages::two(Polish, Ukrainian), Size::A3);
    let said = drawn.text();
    assert!(said.contains("\u{fffd} Plac \u{fffd} zabaw"), "{said}");
    assert!(said.contains("… Ciąg dalszy na stronie."), "{said}");
    assert!(said.contains("Rozkład nr 2"), "{said}");
    assert!(drawn.pages() <= 2, "{}", drawn.pages());
}

#[test]
fn an_estate_with_many_visits_leaves_themes_to_the_page_and_stays_on_one_sheet() {
    let mut data = town();
    let on = |n: u32| {
        let stop = ["lazek-plac", "lazek-park"][n as usize % 2];
        common::visit(
            n + 100,
            stop,
            day("2027-07-01").plus_days(i64::from(n) * 3),
            "10:00-13:00",
        )
    };
    data.visits = (0..19).map(on).collect();
    let publication = built(data);
    let estate = publication.estate(&slug("lazek")).unwrap();
    let drawn = Drawn::of(&estate_poster(&sheet(&publication, Languages::one(Ukrainian)), estate).unwrap());
    let said = drawn.text();
    assert_eq!(drawn.pages(), 1, "{said}");
    assert!(
        said.contains("Plac zabaw os. Łazek, ul. Kwiatowa 7") && !said.contains("Kosmos"),
        "{said}"
    );
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let publication = built(town());
    let sheet = sheet(&publication, Languages::one(Polish));
    let stop = publication.stop(&slug("lazek-plac")).unwrap();
    assert_eq!(stop_poster(&sheet, stop).unwrap(), stop_poster(&sheet, stop).unwrap());
}
