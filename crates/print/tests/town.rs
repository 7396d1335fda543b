//! The leaflet and the table of the town as a reader of PDFs sees them.

// Helpers may end a test as well as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Drawn, built, day, full_season, town};
use print::{Languages, Sheet, Size, leaflet, town_table};
use public_calendar::PublicationData;
use wording::Language::{English, Polish, Ukrainian};

type Draw = fn(&Sheet<'_>) -> Result<Vec<u8>, print::PrintError>;

fn drawn(draw: Draw, data: PublicationData, languages: Languages, size: Size) -> Drawn {
    let publication = built(data);
    let sheet = Sheet {
        publication: &publication,
        from: day("2027-07-01"),
        languages,
        size,
    };
    Drawn::of(&draw(&sheet).unwrap())
}

#[test]
fn the_leaflet_is_one_sheet_on_both_sides_with_every_estate() {
    for (languages, expected) in [
        (
            Languages::one(Polish),
            [
                "Ulotka: Lato 2027 – Radosny Świetlicobus",
                "Świetlica na kołach",
                "tu złożyć",
                "Dobrze wiedzieć",
                "Rozkład nr 2 z 3 maja 2027",
            ],
        ),
        (
            Languages::one(Ukrainian),
            [
                "Листівка: Lato 2027 – Radosny Świetlicobus",
                "Дитяча світлиця на колесах",
                "тут скласти",
                "Варто знати",
                "swietlicobus.example.pl/uk",
            ],
        ),
        (
            Languages::two(English, Polish),
            [
                "Leaflet: Lato 2027 – Radosny Świetlicobus",
                "Świetlica na kołach",
                "fold here / tu złożyć",
                "Tematy tygodni",
                "Timetable no. 2 of 3 May 2027",
            ],
        ),
    ] {
        let drawn = drawn(leaflet, full_season(), languages, Size::A3);
        assert_eq!((drawn.pages(), drawn.info("Tagged").as_str()), (2, "yes"));
        assert!(drawn.info("Page size").contains("A4"), "{}", drawn.info("Page size"));
        assert_eq!(drawn.info("Title"), expected[0]);
        let outside = drawn.text_of(1);
        for expected in &expected[1..] {
            assert!(outside.contains(expected), "{expected}: {outside}");
        }
        let inside = drawn.text_of(2);
        let estates = full_season().estates;
        assert!(estates.iter().all(|estate| inside.contains(&estate.name)), "{inside}");
    }
}

#[test]
fn the_leaflet_says_day_hours_place_and_what_is_cancelled() {
    let mut data = town();
    data.season.bring = Some("Woda i czapka".to_owned());
    let drawn = drawn(leaflet, data, Languages::one(Polish), Size::A4);
    assert!(drawn.text_of(1).contains("Warto zabrać: Woda i czapka"));
    let said = drawn.text_of(2);
    for expected in [
        "Łazek",
        "pt. 2 lipca 10:00–13:00 Plac zabaw os. Łazek odwołana",
        "wt. 20 lipca 10:00–13:00 Park nad Narwią",
        "Starosty Kosa",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!said.contains("29 czerwca"), "over on 1 July: {said}");
    assert_eq!(drawn.qr(1), "https://swietlicobus.example.pl/");
}

#[test]
fn a_season_on_one_sheet_a_row_a_stop_and_a_column_a_week() {
    for (languages, size, title) in [
        (
            Languages::one(Polish),
            Size::A3,
            "Rozkład na cały sezon: Ostrołęka, Lato 2027",
        ),
        (
            Languages::one(English),
            Size::A4,
            "Timetable of the whole season: Ostrołęka, Lato 2027",
        ),
        (
            Languages::two(Polish, Ukrainian),
            Size::A3,
            "Rozkład na cały sezon: Ostrołęka, Lato 2027",
        ),
    ] {
        let mut data = full_season();
        // Each estate by its first stop.
        for visit in &mut data.visits {
            visit.stop = visit.stop.as_str().replace("-2", "-1").parse().unwrap();
        }
        let drawn = drawn(town_table, data, languages, size);
        assert_eq!(drawn.info("Title"), title);
        assert!(drawn.info("Page size").to_lowercase().contains(size.as_str()));
        let said = drawn.text();
        for estate in full_season().estates {
            assert!(said.contains(&estate.name), "{}: {said}", estate.name);
        }
        assert_eq!(drawn.pages(), 1, "{title}");
    }
}

#[test]
fn the_table_shows_what_is_over_what_is_cancelled_and_the_theme() {
    let drawn = drawn(town_table, town(), Languages::one(Polish), Size::A4);
    assert_eq!((drawn.pages(), drawn.info("Tagged").as_str()), (1, "yes"));
    let said = drawn.text();
    for expected in [
        "28 czerwca – 4 lipca Kosmos",
        "5–11 lipca",
        "wt. 29 10:00–13:00",
        "pt. 2 10:00–13:00 odwołana",
        "czw. 8 14:00–17:00 przeniesiona",
        "Łazek Park nad Narwią",
        "Rozkład nr 2 z 3 maja 2027",
        "swietlicobus.example.pl/sezon",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!(drawn.qr(1), "https://swietlicobus.example.pl/sezon");
}

#[test]
fn a_year_goes_on_to_more_sheets_with_their_heads() {
    let mut data = full_season();
    data.season.last = day("2028-06-30");
    data.visits = (0..250_u32)
        .map(|n| {
            let stop = format!("s{}-1", n % 17);
            common::visit(n, &stop, day("2027-07-01").plus_days(i64::from(n)), "10:00-13:00")
        })
        .collect();
    let table = drawn(town_table, data.clone(), Languages::one(Polish), Size::A4);
    assert!(table.pages() >= 4, "{}", table.pages());
    for page in 1..=table.pages() {
        let said = table.text_of(page);
        assert!(said.contains("Osiedle i przystanek"), "{page}: {said}");
        assert!(said.contains(&format!("{page} / {}", table.pages())), "{page}: {said}");
    }
    let leaflet = drawn(leaflet, data, Languages::two(Polish, English), Size::A4);
    assert!(leaflet.pages() > 2 && leaflet.text_of(leaflet.pages()).contains("Wojciechowice"));
}

#[test]
fn an_empty_season_and_hostile_names_break_nothing() {
    let hostile = "= *A* #panic(\"no\") <script>alert(1)</script> 🚌 \u{202e}x\u{202c} / y: z";
    for draw in [leaflet as Draw, town_table] {
        let mut data = town();
        data.visits.clear();
        data.themes.clear();
        data.season.example = true;
        let empty = drawn(draw, data, Languages::two(Polish, Ukrainian), Size::A4);
        let said = empty.text();
        assert!(
            said.contains("W tym sezonie nie ma już więcej wizyt.") && said.contains("To jest przykładowy plan."),
            "{said}"
        );
        let mut data = town();
        data.service.name = hostile.to_owned();
        data.service.town = hostile.to_owned();
        data.season.name = hostile.to_owned();
        data.estates[0].name = hostile.to_owned();
        data.stops[0].name = format!("{hostile} {}", "ż".repeat(5_000));
        data.themes[0].name = hostile.to_owned();
        let shown: String = "=*A*#panic(\"no\")<script>alert(1)</script>\u{fffd}x/y:z".to_owned();
        let said: String = drawn(draw, data, Languages::one(Polish), Size::A4)
            .text()
            .split_whitespace()
            .collect();
        assert!(said.matches(&shown).count() >= 4, "{said}");
    }
}
