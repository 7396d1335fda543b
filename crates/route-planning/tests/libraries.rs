//! The example `libraries` on a timetable so small that one sees the answer.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.
#![allow(dead_code)] // The example reads files, too.

#[path = "../examples/common/plain.rs"]
mod plain;
#[path = "../examples/libraries/read.rs"]
mod read;
#[path = "../examples/libraries/translate.rs"]
mod translate;

use read::{Human, StopRow};
use route_planning::*;
use vocabulary::Coordinate;

fn row(stop_id: &str, lon: f64, cycle_weeks: u32) -> StopRow {
    StopRow {
        stop_id: stop_id.to_owned(),
        name: format!("Stop at {lon}"),
        lat: 53.0,
        lon,
        dwell_min: 60,
        cycle_weeks,
        visits_per_cycle: 1,
    }
}

/// Two weeks, one vehicle, four tours, duty for two stops a day.
fn human() -> Human {
    Human {
        tours: 4,
        cycle_weeks: 2,
        km: 100.0,
        detour: 1.5,
        speed_kmh: 30.0,
        longest_day: 150,
        first_arrival: 600,
        last_departure: 780,
        depots: vec![Coordinate::new(53.0, -1.0).unwrap()],
    }
}

fn planned(parts: &ProblemParts) -> Plan {
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(50),
    };
    let plan = solve(&problem, settings, &mut Unwatched);
    assert_eq!(check(parts, &plan), []);
    plan
}

#[test]
fn as_many_bus_days_as_tours_spread_over_the_cycle() {
    let parts = translate::parts(&[row("s1", -1.01, 2)], &human(), true).unwrap();
    let bus = &parts.buses[0];
    let open = parts
        .days
        .iter()
        .filter(|d| d.hours.is_some() && !bus.closed_days.contains(&d.day));
    let open: Vec<_> = open.map(|d| parts.days[0].day.days_until(d.day)).collect();
    // Days 0, 2, 5 and 7 of ten working days.
    assert_eq!(open, [0, 2, 7, 9]);
}

#[test]
fn minutes_are_to_the_nearest_and_metres_are_straight() {
    let parts = translate::parts(&[row("s1", -1.01, 2)], &human(), true).unwrap();
    // cos 53 degrees x 0.01 degrees x 111 195 m = 669 m; x 1.5 at 500 m a minute: 2.007 minutes.
    assert_eq!((parts.travel.metres[1], parts.travel.minutes[1]), (669, 2));
}

#[test]
fn a_stop_served_weekly_is_visited_in_both_weeks() {
    let rows = [
        row("weekly", -1.01, 1),
        row("once", -1.02, 2),
        row("twice", -1.03, 2),
        row("twice-again", -1.03, 2),
    ];
    let spaced = translate::parts(&rows, &human(), true).unwrap();
    assert_eq!(spaced.requests.iter().map(|r| r.wanted).collect::<Vec<_>>(), [2, 1, 2]);
    let plan = planned(&spaced);
    assert_eq!(plan.figures.missing, 0);
    for stop in ["weekly", "twice"] {
        let slug = stop.parse().unwrap();
        let days: Vec<_> = plan.visits_at(&slug).map(|visit| visit.day).collect();
        assert!((5..=9).contains(&days[0].days_until(days[1])), "{days:?}");
    }
    // Nothing keeps visits of one stop apart when each is a stop of its own.
    let free = translate::parts(&rows, &human(), false).unwrap();
    assert_eq!(free.stops.len(), 5);
    assert!(planned(&free).figures.distance <= plan.figures.distance);
}
