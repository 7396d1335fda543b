//! Timetables as others publish them: each is a season folder in `patterns/` (its note says where the pattern comes from and what in it
//! is an example), read without a fault, planned, judged by `check`, and recognised.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{collections::BTreeMap, path::PathBuf};

use rest_api::app::problem;
use route_planning::{Plan, PlannedVisit, Problem, SolveSettings, Unwatched, check, solve};
use season_files::{Files, Season};
use vocabulary::{Day, Slug, Weekday};

/// The season of a folder, and its plan.
fn planned(name: &str) -> (Season, Plan) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/patterns")
        .join(name);
    let files: Files = std::fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap()))
        .collect();
    let season = season_files::read(&files).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        panic!("{name}:\n{}", lines.join("\n"))
    });
    assert!(!season.settings.note.is_empty(), "{name} says where it comes from");
    let parts = problem::parts(&season, &[], None);
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(100),
    };
    let plan = solve(&problem, settings, &mut Unwatched);
    assert_eq!(check(&parts, &plan), [], "{name}");
    (season, plan)
}

/// The same, where everything that was asked for fits.
fn planned_in_full(name: &str) -> (Season, Plan) {
    let (season, plan) = planned(name);
    assert!(plan.unmet.is_empty(), "{name}: {:#?}", plan.unmet);
    (season, plan)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn days(plan: &Plan, stop: &Slug) -> Vec<Day> {
    plan.visits_at(stop).map(|visit| visit.day).collect()
}

fn stops(season: &Season) -> Vec<Slug> {
    season.requests.iter().map(|request| request.stop.clone()).collect()
}

/// `12:00-15:00`
fn hours(visit: &PlannedVisit) -> String {
    format!("{}-{}", visit.public_start, visit.public_end)
}

fn all_at(plan: &Plan, expected: &str) {
    for visit in &plan.visits {
        assert_eq!(hours(visit), expected, "{visit:?}");
    }
}

/// Visits by day.
fn calendar(plan: &Plan) -> BTreeMap<Day, Vec<&PlannedVisit>> {
    let mut calendar: BTreeMap<Day, Vec<&PlannedVisit>> = BTreeMap::new();
    for visit in &plan.visits {
        calendar.entry(visit.day).or_default().push(visit);
    }
    calendar
}

/// Every stop has one block from Monday to Friday, at these hours.
fn weeks_at_one_place(name: &str, expected: &str) -> Vec<(Day, Slug)> {
    let (season, plan) = planned_in_full(name);
    all_at(&plan, expected);
    let mut blocks: Vec<(Day, Slug)> = Vec::new();
    for stop in stops(&season) {
        let days = days(&plan, &stop);
        let monday = days[0].monday();
        assert_eq!(days, monday.through(monday.plus_days(4)).collect::<Vec<_>>(), "{stop}");
        blocks.push((monday, stop));
    }
    blocks.sort();
    blocks
}

#[test]
fn sosnowiec_mondays_with_gap_weeks() {
    let (season, plan) = planned_in_full("sosnowiec-mopsikobus");
    let mondays = [
        "2024-07-01",
        "2024-07-08",
        "2024-07-15",
        "2024-07-22",
        "2024-08-05",
        "2024-08-19",
    ];
    assert_eq!(plan.visits.iter().map(|v| v.day).collect::<Vec<_>>(), mondays.map(day));
    all_at(&plan, "12:00-15:00");
    assert_eq!(plan.visits[0].stop.as_str(), "wiejska");
    assert_eq!(season.events[0].day, plan.visits[0].day);
    assert!(season.stops.iter().all(|stop| !stop.directions.is_empty()));
}

#[test]
fn lodz_three_days_a_place_with_two_vehicles() {
    let (season, plan) = planned_in_full("lodz-happy-bus");
    for stop in stops(&season) {
        let days = days(&plan, &stop);
        assert_eq!(
            days,
            days[0].through(days[0].plus_days(2)).collect::<Vec<_>>(),
            "{stop}"
        );
    }
    all_at(&plan, "11:00-15:00");
    for bus in &season.settings.buses {
        assert!(plan.visits.iter().any(|visit| visit.bus == bus.slug));
    }
    assert!(
        plan.visits
            .iter()
            .all(|visit| season.settings.theme_on(visit.day).is_some())
    );
}

#[test]
fn slupsk_ten_trips_on_printed_dates() {
    let (season, plan) = planned_in_full("slupsk-wesoly-autobus");
    assert_eq!(plan.visits.len(), 10);
    for request in &season.requests {
        let printed: Vec<_> = request.rules.fixed.iter().map(|fixed| fixed.day).collect();
        assert_eq!(days(&plan, &request.stop), printed);
    }
}

#[test]
fn luebeck_a_playground_a_week() {
    let blocks = weeks_at_one_place("luebeck-spielmobil", "14:00-18:00");
    let weeks: Vec<Day> = blocks.iter().map(|(monday, _)| *monday).collect();
    assert_eq!(
        weeks,
        (0..6)
            .map(|week| day("2010-07-12").plus_days(7 * week))
            .collect::<Vec<_>>()
    );
}

#[test]
fn ingolstadt_blocks_and_the_next_station() {
    let blocks = weeks_at_one_place("ingolstadt-spielmobil", "10:00-15:00");
    // The third week is closed: the station after the second is the one of the fourth.
    let weeks: Vec<Day> = blocks.iter().map(|(monday, _)| *monday).collect();
    assert_eq!(weeks, ["2027-08-02", "2027-08-09", "2027-08-23"].map(day));
}

#[test]
fn oberallgaeu_three_sites_at_once_on_split_days() {
    let (season, plan) = planned_in_full("oberallgaeu-spielmobil");
    for stop in stops(&season) {
        let monday = days(&plan, &stop)[0].monday();
        assert_eq!(
            days(&plan, &stop),
            monday.through(monday.plus_days(4)).collect::<Vec<_>>(),
            "{stop}"
        );
    }
    for (day, visits) in calendar(&plan) {
        for (part, expected) in [("vormittag", "09:00-12:00"), ("nachmittag", "13:30-16:30")] {
            let of_part: Vec<_> = visits.iter().filter(|v| v.stop.as_str().ends_with(part)).collect();
            let buses: std::collections::BTreeSet<_> = of_part.iter().map(|v| &v.bus).collect();
            assert_eq!((of_part.len(), buses.len()), (3, 3), "{day} {part}");
            assert!(of_part.iter().all(|v| hours(v) == expected));
        }
    }
}

#[test]
fn mettmann_mondays_and_thursdays_a_site_a_fortnight() {
    let (season, plan) = planned_in_full("mettmann-spielmobil");
    all_at(&plan, "15:00-18:00");
    let mut fortnights = Vec::new();
    for stop in stops(&season) {
        let days = days(&plan, &stop);
        let monday = days[0];
        assert_eq!(days, [0, 3, 7, 10].map(|n| monday.plus_days(n)), "{stop}");
        fortnights.push(day("2020-06-29").days_until(monday));
    }
    fortnights.sort_unstable();
    assert_eq!(fortnights, [0, 14, 28]);
    assert!(
        season
            .requests
            .iter()
            .all(|request| request.rules.expected_children == Some(30))
    );
}

#[test]
fn hilden_slots_postponed_for_works() {
    let (_, plan) = planned("hilden-spielmobil");
    all_at(&plan, "15:00-18:00");
    let works = plan
        .visits
        .iter()
        .find(|visit| visit.stop.as_str() == "kalstert")
        .unwrap();
    assert!(
        works.day > day("2027-06-18"),
        "postponed until the works are done: {}",
        works.day
    );
    // Abroad with the partner town.
    let abroad = |day: Day| ["2027-06-24", "2027-06-25"].map(self::day).contains(&day);
    assert!(plan.visits.iter().all(|visit| !abroad(visit.day)));
    for (stop, weekday) in [
        ("holterhoefchen", Weekday::Mon),
        ("stadtpark", Weekday::Tue),
        ("hasseler", Weekday::Thu),
    ] {
        let days = days(&plan, &stop.parse().unwrap());
        let on_slot = days.iter().filter(|day| day.weekday() == weekday).count();
        assert!(on_slot >= 4, "{stop}: {days:?}");
    }
}

#[test]
fn fuerth_preparation_then_blocks_from_monday_to_thursday() {
    let (season, plan) = planned_in_full("fuerth-spielmobil");
    for request in &season.requests {
        let days = days(&plan, &request.stop);
        assert!((2..=4).contains(&days.len()), "{}: {days:?}", request.stop);
        assert_eq!(days[0].days_until(days[days.len() - 1]) + 1, days.len() as i64);
        assert!(days.iter().all(|day| day.weekday() <= Weekday::Thu));
    }
    for preparation in ["2027-05-31", "2027-06-21", "2027-07-12"].map(day) {
        assert!(plan.visits.iter().all(|visit| visit.day.monday() != preparation));
    }
    let crew = &season.settings.crew;
    assert_eq!((crew.regular.smallest_crew, crew.event.smallest_crew), (5, 6));
}

#[test]
fn udine_a_park_a_day_with_its_theme_and_a_roof() {
    let (season, plan) = planned_in_full("udine-ludobus");
    all_at(&plan, "17:30-19:30");
    assert!(calendar(&plan).values().all(|visits| visits.len() == 1));
    let themes: std::collections::BTreeSet<_> = plan
        .visits
        .iter()
        .map(|visit| &season.settings.theme_on(visit.day).unwrap().title)
        .collect();
    assert_eq!(themes.len(), 5);
    assert!(
        season
            .stops
            .iter()
            .all(|stop| stop.details.indoor == "Ludoteca comunale")
    );
}

#[test]
fn villafranca_evenings_then_afternoons() {
    let (_, plan) = planned_in_full("villafranca-ludobus");
    for visit in &plan.visits {
        if visit.day < day("2027-09-01") {
            assert_eq!(hours(visit), "19:30-22:00");
        } else {
            assert!(
                visit.public_start.hour() >= 16 && visit.public_end.hour() <= 19,
                "{visit:?}"
            );
        }
    }
    let park = days(&plan, &"parco-nord".parse().unwrap());
    assert!(park[0] > day("2027-08-04"), "not before the works are done: {park:?}");
    assert!(plan.visits.iter().any(|visit| visit.day >= day("2027-09-01")));
}

#[test]
fn livorno_a_weekday_is_a_park() {
    let (season, plan) = planned_in_full("livorno-ludobus");
    all_at(&plan, "16:30-19:30");
    for (number, stop) in stops(&season).iter().enumerate() {
        let days = days(&plan, stop);
        assert!(
            days.iter().all(|day| day.weekday().index() == number),
            "{stop}: {days:?}"
        );
        assert!(
            days.windows(2).all(|pair| pair[0].days_until(pair[1]) == 7),
            "{stop}: {days:?}"
        );
        // 16 Fridays and 15 or 16 of the others, from 21 May to 6 September.
        assert!(days.len() >= 15, "{stop}: {}", days.len());
    }
}

#[test]
fn geneva_two_sites_in_turn() {
    let (season, plan) = planned("geneve-ludobus");
    all_at(&plan, "14:30-17:00");
    let turns: Vec<(Day, &str)> = plan
        .visits
        .iter()
        .map(|visit| (visit.day, visit.stop.as_str()))
        .collect();
    assert!(turns.iter().all(|(day, _)| day.weekday() == Weekday::Wed));
    for pair in turns.windows(2) {
        let weeks = pair[0].0.days_until(pair[1].0) / 7;
        assert!(weeks >= 1, "one site a week: {pair:?}");
        assert_eq!(pair[0].1 != pair[1].1, weeks % 2 == 1, "in turn: {pair:?}");
    }
    assert!(turns.len() >= 18, "{turns:?}");
    assert_eq!(season.settings.crew.regular.smallest_crew, 4);
}

#[test]
fn leicester_four_half_hours_a_day_every_week() {
    let (season, plan) = planned_in_full("leicester-bookbus");
    for (day, visits) in calendar(&plan) {
        assert_eq!(visits.len(), 4, "{day}");
    }
    assert!(
        plan.visits
            .iter()
            .all(|v| v.public_end.get() - v.public_start.get() == 30)
    );
    for stop in stops(&season) {
        let days = days(&plan, &stop);
        assert_eq!(
            days,
            (0..4).map(|week| days[0].plus_days(7 * week)).collect::<Vec<_>>(),
            "{stop}"
        );
    }
}

#[test]
fn worcestershire_every_four_weeks_and_holidays_left_out() {
    let (season, plan) = planned("worcestershire-library");
    let mut left_out = 0;
    for stop in stops(&season) {
        let days = days(&plan, &stop);
        let skipped: Vec<Day> = plan.skipped.iter().filter(|s| s.stop == stop).map(|s| s.day).collect();
        let mut turns = [days.clone(), skipped.clone()].concat();
        turns.sort();
        assert!(
            turns.windows(2).all(|pair| pair[0].days_until(pair[1]) == 28),
            "{stop}: {turns:?}"
        );
        assert!(turns.len() >= 3, "{stop}: {turns:?}");
        for day in &skipped {
            assert!(season.settings.day_off(*day).is_some(), "{stop}: {day} is worked");
        }
        left_out += skipped.len();
    }
    // Its cycle goes on from 8 February and meets two bank holidays.
    let first: Vec<Day> = plan
        .skipped
        .iter()
        .filter(|s| s.stop.as_str() == "village-01")
        .map(|s| s.day)
        .collect();
    assert_eq!(first, ["2027-05-03", "2027-05-31"].map(day));
    // "No service, areas affected, next visit" can be told of each holiday that somebody's turn falls on.
    assert_eq!(left_out, plan.skipped.len());
}

#[test]
fn heidekreis_an_emergency_timetable() {
    let (_, plan) = planned("heidekreis-buecherbus");
    let breakdown = day("2027-06-28");
    for visit in &plan.visits {
        let bus = if visit.day < breakdown { "buecherbus" } else { "ersatz" };
        assert_eq!(visit.bus.as_str(), bus, "{visit:?}");
    }
    let emergency: Vec<_> = plan.visits.iter().filter(|visit| visit.day >= breakdown).collect();
    assert!(!emergency.is_empty());
    // The van comes on Tuesdays and Thursdays before noon.
    assert!(
        emergency
            .iter()
            .all(|visit| [Weekday::Tue, Weekday::Thu].contains(&visit.day.weekday()))
    );
    assert!(emergency.iter().all(|visit| visit.departure.hour() < 13));
}
