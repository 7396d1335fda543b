//! The pictures' bytes, on a small plan made by hand.

use std::path::Path;

use route_planning::{Announced, Plan, ProblemParts};
use season_files::Season;
use serde_json::{Value, json};
use vocabulary::Day;
use wording::{Language, Words};

use super::{For, Part, Sheet, chart, route};
use crate::app::problem;

/// Two weeks of the example with four stops that ask, and one with an event.
fn example() -> (Season, ProblemParts) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/examples/ostroleka");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        (
            path.file_name().unwrap().to_string_lossy().into_owned(),
            std::fs::read(path).unwrap(),
        )
    });
    let files = files.filter(|(name, _)| name.ends_with(".toml") || name.ends_with(".csv"));
    let season = season_files::read(&files.collect()).unwrap();
    let mut parts = problem::parts(&season, &[], None);
    parts.days.truncate(14);
    parts.requests.truncate(4);
    (season, parts)
}

fn visit(parts: &ProblemParts, stop: usize, day: &str, order: u32, start: &str, end: &str, reason: Value) -> Value {
    json!({
        "stop": parts.requests[stop].stop, "bus": parts.buses[0].slug, "day": day, "order": order,
        "arrival": start, "set_up_start": start, "public_start": start, "public_end": end, "departure": end,
        "reason": reason,
    })
}

/// Two stops on the first day, one of them again on the sixth, fixed by hand, and a visit at an event.
fn plan(parts: &ProblemParts) -> Plan {
    let depot = &parts.depots[0].slug;
    let stop = |number: usize| &parts.requests[number].stop;
    let leg = |from, to| json!({"from": from, "to": to, "minutes": 12, "metres": 3450});
    let asked = || json!({"because": "asked"});
    serde_json::from_value(json!({
        "version": 1, "seed": 1, "iterations": 0, "estimated_travel": true,
        "visits": [
            visit(parts, 0, "2027-06-28", 1, "10:00", "12:00", asked()),
            visit(parts, 1, "2027-06-28", 2, "13:00", "15:00", asked()),
            visit(parts, 2, "2027-06-30", 1, "10:00", "12:00", json!({"because": "event", "event": "festyn"})),
            visit(parts, 0, "2027-07-03", 1, "10:00", "12:00", json!({"because": "pin"})),
        ],
        "tours": [
            {"bus": parts.buses[0].slug, "day": "2027-06-28", "depart": "9:00", "back": "15:45",
             "legs": [leg(depot, stop(0)), leg(stop(0), stop(1)), leg(stop(1), depot)]},
        ],
        "figures": {"visits": 4, "stops_visited": 3, "tours": 1, "public": 480, "travel": 36, "distance": 10350, "duty": 405,
                    "longest_duty": 405, "wanted": 10, "missing": 6},
        "cost": {"hard_rules": 0, "unserved_least": 0, "announced_moved": 0, "unserved_wanted": 0, "fairness": 0,
                 "preferences": 0, "travel": 0, "spread": 0},
        "fairness": [], "unmet": [],
    }))
    .unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn sheet<'a>(season: &'a Season, parts: &'a ProblemParts, plan: &'a Plan, place: For) -> Sheet<'a> {
    Sheet {
        words: Words::of(Language::Polish),
        season,
        parts,
        plan,
        place,
    }
}

#[test]
fn the_route_of_a_day() {
    let (season, parts) = example();
    let plan = plan(&parts);
    let file = route(&sheet(&season, &parts, &plan, For::File), day("2027-06-28"));
    for words in ["wyjazd 9:00", "10:00–12:00", "13:00–15:00"] {
        assert!(file.contains(words), "{words} is not in the list");
    }
    insta::assert_snapshot!(route(&sheet(&season, &parts, &plan, For::Page), day("2027-06-28")));
}

#[test]
fn the_chart_of_a_season() {
    let (season, mut parts) = example();
    // The second stop was announced for the day after.
    parts.announced.push(Announced {
        stop: parts.requests[1].stop.clone(),
        day: day("2027-06-29"),
        public_start: None,
    });
    let plan = plan(&parts);
    insta::assert_snapshot!(chart(&sheet(&season, &parts, &plan, For::Page), Part::Whole));
}

#[test]
fn a_file_brings_its_colours_and_a_page_has_its_own() {
    let (season, parts) = example();
    let plan = plan(&parts);
    for part in [Part::Whole, Part::Names, Part::Days, Part::Legend] {
        assert!(chart(&sheet(&season, &parts, &plan, For::File), part).contains("<style>"));
        let page = chart(&sheet(&season, &parts, &plan, For::Page), part);
        // The pages' policy forbids both.
        assert!(!page.contains("<style") && !page.contains("style="), "{page}");
    }
}

#[test]
fn a_day_without_tours_and_names_that_attack() {
    let (mut season, mut parts) = example();
    for stop in &mut season.stops {
        stop.name = "</title><script>alert(1)</script>\u{1}".repeat(9);
    }
    parts.stops[0].coordinate = parts.depots[0].coordinate;
    let plan = plan(&parts);
    let sheet = sheet(&season, &parts, &plan, For::File);
    for picture in [
        route(&sheet, day("2027-06-28")),
        route(&sheet, day("2027-07-09")),
        chart(&sheet, Part::Whole),
    ] {
        assert!(!picture.contains("<script") && !picture.contains('\u{1}'));
        assert_eq!(picture.matches("<g").count(), picture.matches("</g>").count());
    }
}
