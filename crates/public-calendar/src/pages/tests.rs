//! The pages of the example town: snapshots of whole pages, tables for what differs by day.

use wording::{Language, Words};

use super::*;
use crate::examples;

fn pages<'a>(publication: &'a Publication, today: &str) -> Pages<'a> {
    Pages::new(
        publication,
        Words::of(Language::Polish),
        Moment::day(examples::day(today)),
    )
}

#[test]
fn snapshots() {
    let publication = examples::publication();
    let pages = pages(&publication, "2027-07-01");
    insta::assert_debug_snapshot!("home", pages.home());
    insta::assert_debug_snapshot!("estate", pages.estate(&examples::slug("lazek")).unwrap());
    insta::assert_debug_snapshot!("stop", pages.stop(&examples::slug("lazek-plac")).unwrap());
    insta::assert_debug_snapshot!("season", pages.season());
    insta::assert_debug_snapshot!("search", pages.search("halera 12").hits);
    let visit = |number: u32| {
        pages
            .visit(&examples::visit(number, "x", "2027-07-01", "10:00-11:00").id)
            .unwrap()
    };
    insta::assert_debug_snapshot!("visit_cancelled", visit(3));
    insta::assert_debug_snapshot!("visit_moved", visit(4));
}

/// Every page speaks its language alone: what is left in Polish are names and what the service wrote.
#[test]
fn other_languages() {
    let publication = examples::publication();
    for (language, name) in [(Language::Ukrainian, "visit_uk"), (Language::English, "visit_en")] {
        let pages = Pages::new(
            &publication,
            Words::of(language),
            Moment::day(examples::day("2027-07-01")),
        );
        let id = examples::visit(3, "x", "2027-07-01", "10:00-11:00").id;
        insta::assert_debug_snapshot!(name, pages.visit(&id).unwrap());
    }
}

/// A visit is late until the bus is there, and no longer than its day.
#[test]
fn a_late_visit() {
    let publication = examples::publication();
    let id = examples::visit(2, "x", "2027-07-01", "10:00-11:00").id;
    let moment = |day: &str, now: Option<&str>| Moment {
        today: examples::day(day),
        now: now.map(|now| now.parse().unwrap()),
    };
    for (when, status) in [
        (moment("2027-06-30", None), "planned"),
        (moment("2027-07-01", None), "late"),
        (moment("2027-07-01", Some("13:00")), "late"),
        (moment("2027-07-01", Some("14:14")), "late"),
        (moment("2027-07-01", Some("14:15")), "running"),
        (moment("2027-07-01", Some("17:00")), "over"),
        (moment("2027-07-02", None), "over"),
    ] {
        let card = Pages::new(&publication, Words::of(Language::Polish), when)
            .visit(&id)
            .unwrap()
            .card;
        assert_eq!(card.status.as_str(), status, "{when:?}");
        assert_eq!(card.delay.is_some(), status == "late", "{when:?}");
    }
    let said = |language| {
        let pages = Pages::new(
            &publication,
            Words::of(language),
            Moment::day(examples::day("2027-07-01")),
        );
        let card = pages.visit(&id).unwrap().card;
        (card.status_words, card.delay.unwrap())
    };
    let expected = [
        (
            Language::Polish,
            "opóźniona",
            "Spóźni się o 15 minut: będzie około 14:15.",
        ),
        (
            Language::Ukrainian,
            "запізнюється",
            "Запізниться на 15 хвилин: буде близько 14:15.",
        ),
        (
            Language::English,
            "late",
            "Running 15 minutes late: expected at about 14:15.",
        ),
    ];
    for (language, word, sentence) in expected {
        assert_eq!(said(language), (word.to_owned(), sentence.to_owned()));
    }
}

#[test]
fn today() {
    let publication = examples::publication();
    for (today, kind, sentence) in [
        (
            "2027-06-20",
            TodayKind::BeforeSeason,
            "Sezon jeszcze się nie zaczął. Pierwszy dzień: wtorek, 29 czerwca 2027.",
        ),
        ("2027-07-01", TodayKind::Out, "Dziś Świetlicobus staje na 1 przystanku."),
        (
            "2027-07-08",
            TodayKind::Out,
            "Dziś Świetlicobus staje na 2 przystankach.",
        ),
        (
            "2027-07-02",
            TodayKind::AllCancelled,
            "Dzisiejsza wizyta została odwołana.",
        ),
        (
            "2027-07-03",
            TodayKind::NotOut,
            "Dziś Świetlicobus nie kursuje. Najbliższa wizyta: czwartek, 8 lipca, od 10:00 do 12:30.",
        ),
        (
            "2027-09-01",
            TodayKind::AfterSeason,
            "Sezon się skończył. Do zobaczenia w następnym!",
        ),
    ] {
        let view = pages(&publication, today).home().today;
        assert_eq!((view.kind, view.sentence.as_str()), (kind, sentence), "{today}");
    }
}

#[test]
fn a_visit_through_its_day() {
    let mut data = examples::data();
    data.visits.iter_mut().for_each(|visit| visit.delay = None);
    let publication = crate::Publication::build(data).unwrap();
    let id = examples::visit(2, "x", "2027-07-01", "14:00-17:00").id;
    let status = |moment| {
        Pages::new(&publication, Words::of(Language::Polish), moment)
            .visit(&id)
            .unwrap()
            .card
            .status
    };
    let day = examples::day("2027-07-01");
    assert_eq!(status(Moment::day(day.plus_days(-1))), Status::Planned);
    assert_eq!(status(Moment::day(day)), Status::Planned);
    assert_eq!(status(Moment::day(day.plus_days(1))), Status::Over);
    for (minute, expected) in [
        ("13:59", Status::Planned),
        ("14:00", Status::Running),
        ("16:59", Status::Running),
        ("17:00", Status::Over),
    ] {
        assert_eq!(
            status(Moment::minute(day, minute.parse().unwrap())),
            expected,
            "{minute}"
        );
    }
}

#[test]
fn every_visit_of_a_place_stands_in_one_part() {
    let publication = examples::publication();
    let view = pages(&publication, "2027-07-01")
        .stop(&examples::slug("lazek-plac"))
        .unwrap()
        .visits;
    let numbers = |cards: &[VisitCard]| cards.iter().map(|card| card.when.machine.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&view.past), ["2027-06-29"]);
    assert_eq!(numbers(&view.cancelled), ["2027-07-02"]);
    assert_eq!(view.next.unwrap().when.machine, "2027-07-08");
    assert_eq!(numbers(&view.later), ["2027-08-31"]);
    assert_eq!(view.summary, "W tym sezonie jeszcze 2 wizyty.");
}

#[test]
fn old_slugs_lead_to_the_page() {
    let publication = examples::publication();
    let pages = pages(&publication, "2027-07-01");
    let estate = pages.estate(&examples::slug("lazek-stary")).unwrap();
    assert_eq!(estate.frame.canonical, "https://swietlicobus.example.pl/osiedla/lazek");
    let stop = pages.stop(&examples::slug("lazek-1")).unwrap();
    assert_eq!(
        stop.frame.canonical,
        "https://swietlicobus.example.pl/przystanki/lazek-plac"
    );
    assert!(pages.stop(&examples::slug("nowhere")).is_none());
}

/// A status without its own words would silently be said as another.
#[test]
fn every_status_is_said_apart() {
    let calendar = Words::of(Language::Polish).calendar();
    let all = [
        Status::Planned,
        Status::Moved,
        Status::Running,
        Status::Over,
        Status::Cancelled,
    ];
    let said: std::collections::BTreeSet<String> = all.iter().map(|status| calendar.status(status.as_str())).collect();
    assert_eq!(said.len(), all.len());
    let facts = ["shade", "toilet", "water", "step-free"];
    let said: std::collections::BTreeSet<String> = facts
        .iter()
        .flat_map(|fact| [calendar.fact(fact, true), calendar.fact(fact, false)])
        .collect();
    assert_eq!(said.len(), 8);
}

#[test]
fn searching() {
    let publication = examples::publication();
    let pages = pages(&publication, "2027-07-01");
    for (question, message) in [
        (
            "",
            "Wpisz pierwsze litery osiedla, przystanku lub ulicy. Polskie znaki nie są potrzebne.",
        ),
        ("hallera", "Znaleziono 2 miejsca."),
        (
            "zzzz",
            "Nie znaleziono niczego dla „zzzz”. Sprawdź pisownię albo wybierz osiedle z listy.",
        ),
    ] {
        assert_eq!(pages.search(question).message, message);
    }
    let unknown = &pages.search("rozana").hits[0];
    assert_eq!(unknown.path, None);
    assert_eq!(
        unknown.detail.as_deref(),
        Some("Nie wiemy, do którego osiedla należy ta ulica. Wybierz osiedle z listy.")
    );
    let former = &pages.search("Berlinga").hits[0];
    assert_eq!(former.former.as_deref(), Some("dawniej: Berlinga"));
    assert_eq!(pages.search(&"a".repeat(10_000)).query.len(), 100);
}

#[test]
fn plain_text() {
    let publication = examples::publication();
    let words = Words::of(Language::Polish);
    let pages = pages(&publication, "2027-07-01");
    let id = examples::visit(3, "x", "2027-07-01", "10:00-11:00").id;
    let texts = [
        text::home(words, &pages.home()),
        text::estate(words, &pages.estate(&examples::slug("lazek")).unwrap()),
        text::stop(words, &pages.stop(&examples::slug("lazek-plac")).unwrap()),
        text::visit(words, &pages.visit(&id).unwrap()),
        text::search(&pages.search("lazek")),
        text::season(words, &pages.season()),
        text::changes(words, &pages.changes(Span::SinceTheFirst)),
    ];
    insta::assert_snapshot!("plain_text", texts.join("\n\n#####\n\n"));
}

/// A name with escapes of a terminal comes out as letters.
#[test]
fn plain_text_steers_no_terminal() {
    let mut data = examples::data();
    for stop in &mut data.stops {
        stop.name = "Plac\u{1b}[2J\r\n\u{9b}31m".to_owned() + stop.slug.as_str();
    }
    let publication = Publication::build(data).unwrap();
    let text = text::season(Words::of(Language::Polish), &pages(&publication, "2027-07-01").season());
    assert!(text.contains("Plac [2J"), "{text}");
    assert!(!text.chars().any(|letter| letter.is_control() && letter != '\n'));
}

/// Each kind of change between two releases, in words.
#[test]
fn changes_in_words() {
    let before = examples::publication();
    let mut data = before.data().clone();
    data.release = 2;
    data.visits[0].state = vocabulary::VisitState::Cancelled;
    data.visits[0].reason = Some("upał".to_owned());
    data.visits[1].window = "14:30-17:30".parse().unwrap();
    data.visits[2].state = vocabulary::VisitState::Planned;
    data.visits[3].day = examples::day("2027-07-20");
    data.visits[4].stop = examples::slug("kosa-podworko");
    data.visits
        .push(examples::visit(16, "lazek-plac", "2027-08-01", "10:00-11:00"));
    let after = Publication::build(data).unwrap();
    let view = pages(&after, "2027-07-01").changes(Span::Releases(&before, &after));
    insta::assert_snapshot!("changes", text::changes(Words::of(Language::Polish), &view));
    let back = pages(&after, "2027-07-01").changes(Span::Releases(&after, &before));
    assert!(back.lines.iter().any(|line| line.kind == "removed"));
    assert_eq!(
        pages(&after, "2027-07-01").changes(Span::SinceRelease(&after)).lines,
        []
    );
}

/// What a phone has seen is not told again: an instant itself is not since it.
#[test]
fn changes_since_an_instant() {
    let publication = examples::publication();
    let newest = crate::changes::changed(&publication)[0].at();
    let told = |since| {
        pages(&publication, "2027-07-01")
            .changes(Span::Since(since))
            .lines
            .len()
    };
    assert_eq!(told(newest), 0);
    assert_eq!(told(newest.plus_seconds(-1)), 1);
}
