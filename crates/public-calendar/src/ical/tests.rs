//! The bytes that leave the house, and what another program reads in them.

use icalendar::parser::{Calendar, read_calendar, unfold};
use proptest::prelude::*;
use vocabulary::{Day, VisitState};
use wording::Language;

use super::*;
use crate::{MovedFrom, examples};

fn words() -> Words {
    Words::of(Language::Polish)
}

fn season(publication: &Publication, flavour: Flavour) -> String {
    write(publication, words(), Feed::Season, flavour)
}

#[test]
fn snapshots() {
    let publication = examples::publication();
    let stop = publication.stop(&examples::slug("lazek-plac")).unwrap();
    let estate = publication.estate(&examples::slug("starosty-kosa")).unwrap();
    let bytes = |feed, flavour| write(&publication, words(), feed, flavour).replace("\r\n", "\n");
    insta::assert_snapshot!("season", bytes(Feed::Season, Flavour::Standard));
    insta::assert_snapshot!("stop_for_google", bytes(Feed::Stop(stop), Flavour::Google));
    insta::assert_snapshot!("estate", bytes(Feed::Estate(estate), Flavour::Standard));
}

#[test]
fn every_line_ends_in_crlf_and_fits() {
    let file = season(&examples::publication(), Flavour::Standard);
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

/// Only what a change touches may change, and the cancelled visit must not vanish in either flavour.
#[test]
fn cancelling() {
    let before = examples::data();
    let mut after = before.clone();
    let visit = &mut after.visits[1];
    assert_eq!(visit.state, VisitState::Planned);
    visit.state = VisitState::Cancelled;
    visit.sequence += 1;
    visit.revised = "2027-06-28T06:00:00Z".parse().unwrap();
    let id = visit.id.clone();
    let read = |data: &crate::PublicationData, flavour| {
        let file = season(&Publication::build(data.clone()).unwrap(), flavour);
        let text = unfold(&file);
        let calendar = read_calendar(&text).unwrap();
        let uid = format!("visit-{id}@swietlicobus.example.pl");
        let event = calendar
            .components
            .iter()
            .find(|event| value(event, "UID") == uid)
            .unwrap();
        ["STATUS", "SEQUENCE", "SUMMARY", "DTSTART"].map(|name| value(event, name))
    };
    let summary = "Radosny Świetlicobus: Plac zabaw os. Łazek";
    let cancelled = format!("ODWOŁANE: {summary}");
    let start = "20270629T080000Z";
    assert_eq!(read(&before, Flavour::Standard), ["CONFIRMED", "0", summary, start]);
    assert_eq!(read(&after, Flavour::Standard), ["CANCELLED", "1", &cancelled, start]);
    assert_eq!(read(&after, Flavour::Google), ["CONFIRMED", "1", &cancelled, start]);
}

/// A late visit keeps its times: its title and its first sentence say it.
#[test]
fn late() {
    let file = season(&examples::publication(), Flavour::Standard);
    let text = unfold(&file);
    let calendar = read_calendar(&text).unwrap();
    let uid = "visit-vis_00000000000000000000000000000002@swietlicobus.example.pl";
    let event = calendar
        .components
        .iter()
        .find(|event| value(event, "UID") == uid)
        .unwrap();
    let read = ["STATUS", "SEQUENCE", "SUMMARY", "DTSTART"].map(|name| value(event, name));
    let title = "SPÓŹNI SIĘ: Radosny Świetlicobus: Podwórko między blokami 11 Listopada 5 i 7";
    assert_eq!(read, ["CONFIRMED", "1", title, "20270701T120000Z"]);
    let said = "Spóźni się o 15 minut: będzie około 14:15. Powód: korek na moście.";
    assert!(
        value(event, "DESCRIPTION").starts_with(said),
        "{}",
        value(event, "DESCRIPTION")
    );
}

/// A feed has no clock and no state: the same publication gives the same bytes, also after a way through JSON.
#[test]
fn stable_bytes() {
    let publication = examples::publication();
    let json = serde_json::to_string(&publication).unwrap();
    let again: Publication = serde_json::from_str(&json).unwrap();
    assert_eq!(
        season(&publication, Flavour::Standard),
        season(&again, Flavour::Standard)
    );
}

/// On the Sundays when clocks change, local hours become the right instants.
#[test]
fn clock_changes() {
    for (day, window, starts, ends) in [
        ("2027-03-28", "01:30-03:30", "20270328T003000Z", "20270328T013000Z"),
        ("2027-10-31", "01:30-03:30", "20271030T233000Z", "20271031T023000Z"),
    ] {
        let mut data = examples::data();
        data.season.first = examples::day("2027-01-01");
        data.season.last = examples::day("2027-12-31");
        data.visits = vec![examples::visit(1, "lazek-plac", day, window)];
        let file = season(&Publication::build(data).unwrap(), Flavour::Standard);
        assert!(
            file.contains(&format!("DTSTART:{starts}\r\nDTEND:{ends}\r\n")),
            "{day}: {file}"
        );
    }
}

#[test]
fn flavours() {
    for (client, expected) in [
        (None, Flavour::Standard),
        (Some("google"), Flavour::Google),
        (Some("x"), Flavour::Standard),
    ] {
        assert_eq!(Flavour::from_client(client), expected);
    }
}

fn value(event: &icalendar::parser::Component<'_>, name: &str) -> String {
    event
        .find_prop(name)
        .map(|property| property.val.to_string())
        .unwrap_or_default()
}

/// Names and notes as people type them, and worse.
fn any_text() -> impl Strategy<Value = String> {
    "[a-zA-ZąćęłńóśźżĄĆĘŁŃÓŚŹŻ0-9🚌👩‍👧é„”\"';:,\\\\()\r\n\t -]{1,120}"
}

prop_compose! {
    fn any_visit()(
        day in 0..67_i64,
        start in 0..1380_u32,
        length in 1..60_u32,
        note in proptest::option::of(any_text()),
        event in proptest::option::of(any_text()),
        cancelled: bool,
        moved: bool,
        at_kosa: bool,
    ) -> Visit {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let window = format!("{}-{}", clock(start), clock(start + length));
        let first: Day = "2027-06-26".parse().unwrap();
        let stop = if at_kosa { "kosa-podworko" } else { "lazek-plac" };
        let mut visit = examples::visit(0, stop, &first.plus_days(day).to_string(), &window);
        visit.state = if cancelled { VisitState::Cancelled } else { VisitState::Planned };
        visit.reason = note.clone();
        visit.note = note;
        visit.event = event;
        visit.moved_from = moved.then_some(MovedFrom { day: first, window: visit.window });
        visit
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Another program finds every visit, its hours and its text again.
    #[test]
    fn another_reader_agrees(visits in proptest::collection::vec(any_visit(), 0..12), name in any_text()) {
        let mut data = examples::data();
        data.stops[0].name = name;
        data.visits = visits;
        for (number, visit) in data.visits.iter_mut().enumerate() {
            visit.id = format!("vis_{number:032x}").parse().unwrap();
        }
        let publication = Publication::build(data).unwrap();
        let text = unfold(&season(&publication, Flavour::Standard));
        let calendar: Calendar<'_> = read_calendar(&text).map_err(TestCaseError::fail)?;
        prop_assert_eq!(calendar.components.len(), publication.visits().len());
        for (event, visit) in calendar.components.iter().zip(publication.visits()) {
            let (starts, ends) = publication.instants(visit);
            prop_assert_eq!(value(event, "UID"), format!("visit-{}@swietlicobus.example.pl", visit.id));
            prop_assert_eq!(value(event, "DTSTART"), starts.ical());
            prop_assert_eq!(value(event, "DTEND"), ends.ical());
            let page = format!("https://swietlicobus.example.pl/wizyty/{}", visit.id);
            let description = value(event, "DESCRIPTION");
            prop_assert!(description.ends_with(&page), "{}", description);
            prop_assert_eq!(description, readable(&super::description(&publication, words(), visit, &page)));
            prop_assert_eq!(value(event, "SUMMARY"), readable(&title(&publication, words(), visit)));
        }
    }
}

/// What a feed can carry of a text: line ends as one kind, no other control characters.
fn readable(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "")
}
