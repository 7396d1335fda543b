//! The rules by example of docs/season-files.md: each is read from the page, planned, and judged by `check`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use rest_api::app::problem::{self, KnownVisit, Standing};
use route_planning::{LeftOut, Plan, Problem, Skipped, SolveSettings, Unwatched, check, solve};
use season_files::{Files, Season};
use vocabulary::{Day, Slug};

const PAGE: &str = include_str!("../../../docs/season-files.md");

/// The block of the page below the example with this title.
fn example(title: &str) -> &'static str {
    let (_, rules) = PAGE.split_once("### Rules by example").expect("the section");
    let (_, below) = rules.split_once(&format!("**{title}**")).expect(title);
    let (_, block) = below.split_once("```").expect("a block");
    let (block, _) = block.split_once("```").expect("its end");
    block.split_once('\n').expect("its lines").1
}

/// The season of an example: from Monday 28 June 2027, worked from Monday to Friday, with a stop for each row of the requests.
fn season(last_day: &str, requests: &str, more: &str) -> Season {
    season_with(last_day, requests, more, "")
}

/// The same with more keys of the bus.
fn season_with(last_day: &str, requests: &str, more: &str, of_bus: &str) -> Season {
    let settings = format!(
        r#"slug = "lato"
name = "Lato"
town = "Miasto"
first_day = 2027-06-28
last_day = {last_day}
public_holidays = "none"
{more}
[hours]
mon = "9:00-18:00"
tue = "9:00-18:00"
wed = "9:00-18:00"
thu = "9:00-18:00"
fri = "9:00-18:00"
[[buses]]
slug = "bus"
name = "Bus"
depot = {{ name = "Baza", coordinate = {{ lat = 53.08, lon = 21.57 }}, certainty = "checked" }}
{of_bus}
"#
    );
    let stops: String = requests
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next())
        .map(|slug| format!("{slug},{slug},centrum,square\n"))
        .collect();
    let files: Files = [
        ("season.toml", settings),
        (
            "estates.csv",
            "slug,name,lat,lon,certainty\ncentrum,Centrum,53.07,21.58,checked\n".to_owned(),
        ),
        ("stops.csv", format!("slug,name,estate,kind\n{stops}")),
        ("requests.csv", requests.to_owned()),
    ]
    .into_iter()
    .collect();
    let season = season_files::read(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
    // What was read comes back from what is written.
    assert_eq!(season_files::read(&season_files::write(&season)).as_ref(), Ok(&season));
    season
}

fn planned(season: &Season, known: &[KnownVisit], today: Option<Day>) -> Plan {
    let parts = problem::parts(season, known, today);
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(60),
    };
    let plan = solve(&problem, settings, &mut Unwatched);
    assert_eq!(check(&parts, &plan), []);
    plan
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn days(plan: &Plan, stop: &str) -> Vec<Day> {
    plan.visits_at(&slug(stop)).map(|visit| visit.day).collect()
}

fn gaps(days: &[Day]) -> Vec<i64> {
    days.windows(2).map(|pair| pair[0].days_until(pair[1])).collect()
}

#[test]
fn a_week_at_one_place() {
    let plan = planned(&season("2027-07-30", example("A week at one place."), ""), &[], None);
    for stop in ["klenzepark", "piuspark"] {
        let days = days(&plan, stop);
        assert_eq!((days[0], gaps(&days)), (days[0].monday(), vec![1, 1, 1, 1]), "{stop}");
    }
    assert!(plan.unmet.is_empty());
    // With the Wednesday of each week off, no week has five days in a row: told before the search.
    let wednesdays: String = [30, 37, 44, 51, 58]
        .iter()
        .map(|n| day("2027-05-31").plus_days(*n))
        .map(|day| format!("[[closed]]\nday = {day}\nreason = \"x\"\n"))
        .collect();
    let season = season("2027-07-30", example("A week at one place."), &wednesdays);
    let faults = Problem::build(problem::parts(&season, &[], None)).expect_err("no room");
    assert!(
        faults
            .iter()
            .all(|fault| fault.to_string().contains("so many days in a row"))
    );
}

#[test]
fn three_days_then_rest() {
    let rule = example("Three days, then two weeks of rest.");
    let days = days(&planned(&season("2027-08-27", rule, ""), &[], None), "rynek");
    assert_eq!(days.len(), 6);
    assert!(days[2].days_until(days[3]) >= 15, "{days:?}");
}

#[test]
fn a_cycle() {
    let plan = planned(&season("2027-08-29", example("A cycle."), ""), &[], None);
    let days_of = days(&plan, "wichelstowe");
    assert!(
        days_of.len() >= 2 && gaps(&days_of).iter().all(|gap| *gap == 28),
        "{days_of:?}"
    );
    // It goes on from 7 June: 5 July and 2 August, which is a holiday here.
    let goes_on = example("A cycle.")
        .replace("every_weeks", "every_weeks,previous_visit")
        .replace(",4", ",4,2027-06-07");
    let holiday = "[[closed]]\nday = 2027-08-02\nreason = \"Odpust\"";
    let plan = planned(&season("2027-08-29", &goes_on, holiday), &[], None);
    assert_eq!(days(&plan, "wichelstowe"), [day("2027-07-05")]);
    let left_out = Skipped {
        stop: slug("wichelstowe"),
        day: day("2027-08-02"),
        because: LeftOut::Closed,
    };
    assert_eq!(plan.skipped, [left_out]);
    assert_eq!(plan.unmet.len(), 1); // two are wanted
}

#[test]
fn the_same_weekday() {
    let rule = example("The same weekday, as a wish and as a rule.");
    let plan = planned(&season("2027-07-30", rule, ""), &[], None);
    for stop in ["plac", "park"] {
        let days = days(&plan, stop);
        assert_eq!(days.len(), 4);
        assert!(days.iter().all(|day| day.weekday() == days[0].weekday()), "{days:?}");
    }
}

#[test]
fn the_same_start() {
    let plan = planned(&season("2027-07-30", example("The same start."), ""), &[], None);
    for stop in ["plac", "park"] {
        let stop = slug(stop);
        let visits: Vec<_> = plan.visits_at(&stop).collect();
        let alike = |visit: &&route_planning::PlannedVisit| {
            (visit.day.weekday(), visit.public_start) == (visits[0].day.weekday(), visits[0].public_start)
        };
        assert!(visits.len() == 4 && visits.iter().all(alike), "{visits:#?}");
    }
}

#[test]
fn kept_apart() {
    let plan = planned(&season("2027-07-30", example("Kept apart."), ""), &[], None);
    let (one, other) = (days(&plan, "lazek-plac"), days(&plan, "lazek-boisko"));
    assert!(
        one.len() == 3 && one.iter().all(|day| !other.contains(day)),
        "{one:?} {other:?}"
    );
    let weeks = |stop: &str| days(&plan, stop).iter().map(|day| day.monday()).collect::<Vec<_>>();
    let (one, other) = (weeks("rynek"), weeks("bulwar"));
    assert!(
        one.len() == 2 && one.iter().all(|week| !other.contains(week)),
        "{one:?} {other:?}"
    );
}

#[test]
fn from_edge_to_edge() {
    let plan = planned(&season("2027-07-30", example("From edge to edge."), ""), &[], None);
    let days = days(&plan, "osiedle");
    let all: Vec<Day> = [day("2027-06-21")]
        .into_iter()
        .chain(days)
        .chain([day("2027-07-30")])
        .collect();
    assert!(gaps(&all).iter().all(|gap| *gap <= 10), "{all:?}");
    assert!(all[1] <= day("2027-07-04"));
}

/// A visit announced for tomorrow falls on a day that was closed since: the plan pays what the page says.
#[test]
fn loads_and_range() {
    let keys = ["capacity = 100", "range_km = 30"];
    assert!(keys.iter().all(|key| PAGE.contains(&format!("`{key}`"))));
    let rule = example("Loads and range.");
    let season = season_with("2027-06-29", rule, "", &keys.join("\n"));
    let plan = planned(&season, &[], None);
    let load = |stop: &Slug| {
        season
            .requests
            .iter()
            .find(|r| r.stop == *stop)
            .map_or(0, |r| r.rules.load)
    };
    let tours: Vec<u32> = plan
        .tours
        .iter()
        .map(|tour| {
            plan.visits
                .iter()
                .filter(|visit| visit.day == tour.day)
                .map(|visit| load(&visit.stop))
                .sum()
        })
        .collect();
    assert_eq!((plan.visits.len(), tours.len()), (3, 2));
    assert!(tours.iter().all(|carried| *carried <= 100), "{tours:?}");
    let problem = problem::parts(&season, &[], None);
    assert_eq!(problem.buses[0].range.map(|range| range.get()), Some(30_000));
}

#[test]
fn notice() {
    let weights = example("How much notice people get.");
    let season = season(
        "2027-07-30",
        "stop,wanted\nplac,1\n",
        &format!("[[closed]]\nday = 2027-07-06\nreason = \"x\"\n{weights}"),
    );
    let announced = KnownVisit {
        stop: slug("plac"),
        bus: slug("bus"),
        day: day("2027-07-06"),
        hours: "10:00-12:30".parse().unwrap(),
        event: None,
        moved_from: None,
        standing: Standing::Announced,
    };
    let moved = |today: &str| {
        planned(&season, std::slice::from_ref(&announced), Some(day(today)))
            .cost
            .announced_moved
    };
    assert_eq!(
        (moved("2027-07-05"), moved("2027-07-03"), moved("2027-06-01")),
        (160, 8, 1)
    );
}
