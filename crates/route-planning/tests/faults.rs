//! Faults of a problem: each is found, in words, and all at once.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use route_planning::*;
use vocabulary::{Minutes, Weekdays};

/// What is wrong with two good stops over ten days after a change.
fn faults(spoil: impl Fn(&mut ProblemParts)) -> Vec<String> {
    let mut parts = with_stops(10, &[("a", 2), ("b", 2)]);
    assert!(Problem::build(parts.clone()).is_ok());
    spoil(&mut parts);
    let faults = Problem::build(parts).expect_err("a fault");
    faults.iter().map(ToString::to_string).collect()
}

fn check(spoil: impl Fn(&mut ProblemParts), expected: &str) {
    let found = faults(spoil);
    assert!(
        found.iter().any(|fault| fault.contains(expected)),
        "{expected:?} is not in {found:#?}"
    );
}

fn take_part(stop: &str, on: i64, at: &str) -> Event {
    let rule = EventRule::TakePart {
        stop: slug(stop),
        hours: hours(at),
        bus: None,
        counts: false,
    };
    Event {
        slug: slug("fete"),
        day: nth(on),
        rule,
    }
}

fn stay_away(scope: Scope) -> Event {
    Event {
        slug: slug("fair"),
        day: nth(1),
        rule: EventRule::StayAway { hours: None, scope },
    }
}

fn pin(stop: &str, on: i64, start: Option<&str>) -> Pin {
    let public_start = start.map(|at| at.parse().unwrap());
    Pin {
        stop: slug(stop),
        day: nth(on),
        bus: None,
        public_start,
        public: None,
    }
}

#[test]
fn of_the_whole() {
    check(|p| p.version = 9, "version 9");
    check(|p| p.days.clear(), "no day");
    check(|p| drop(p.days.remove(4)), "without a hole");
    check(|p| p.buses.clear(), "no bus");
    check(|p| p.start_step = Minutes(7), "every 7 minutes");
    check(|p| p.start_step = Minutes(0), "every 0 minutes");
    check(|p| p.weights.spread = u32::MAX, "the weight spread");
    check(|p| p.stops[1].slug = slug("a"), "the stop a is there twice");
    check(|p| p.stops[1].slug = slug("depot"), "the stop depot is there twice");
    check(|p| p.buses.push(bus("bus")), "the bus bus is there twice");
    check(
        |p| {
            p.days = nth(0)
                .through(nth(800))
                .map(|day| SeasonDay {
                    day,
                    ..p.days[0].clone()
                })
                .collect()
        },
        "at most 731",
    );
}

#[test]
fn of_travel() {
    check(
        |p| p.travel.minutes.truncate(8),
        "9 minutes and metres each; it has 8 and 9",
    );
    check(|p| p.travel = uniform(&["depot", "a"], 10), "no place b");
    check(|p| p.travel.minutes[1] = 2000, "2000 minutes");
}

#[test]
fn of_buses_and_stops() {
    check(|p| p.buses[0].depart_from = slug("a"), "bus bus names the depot a");
    check(|p| p.buses[0].closed_days = vec![nth(99)], "is not in the season");
    check(|p| p.buses[0].max_duty = Some(Minutes(0)), "on duty for 0");
    check(
        |p| {
            p.days[2].hours = None;
            p.buses[0].hours = vec![BusHours {
                day: nth(2),
                hours: hours("10:00-12:00"),
            }];
        },
        "season is closed",
    );
    check(|p| p.stops[0].need = 0, "the need of a is 0");
    check(|p| p.stops[0].need = 1001, "the need of a is 1001");
    check(|p| p.stops[0].set_up = Minutes(u32::MAX), "longer than any day");
    check(
        |p| {
            p.stops[0].exceptions = vec![SiteException {
                day: nth(-1),
                hours: Vec::new(),
            }]
        },
        "is not in the season",
    );
}

#[test]
fn of_requests() {
    check(|p| p.requests.push(request("a", 1)), "a second request");
    check(|p| p.requests[0].stop = slug("zzz"), "names the stop zzz");
    check(|p| p.requests[0].least = 3, "least 3, wanted 2, most 2");
    check(|p| p.requests[0].most = 1, "wanted 2, most 1");
    check(
        |p| (p.requests[0].wanted, p.requests[0].most) = (11, 11),
        "asks for 11 visits",
    );
    check(|p| p.requests[0].public = Minutes(0), "no public time");
    check(|p| p.requests[0].public = Minutes(470), "longer than any day");
    check(
        |p| (p.requests[0].gap_min, p.requests[0].gap_max) = (Some(7), Some(5)),
        "at least 7 days",
    );
    check(
        |p| (p.requests[0].least, p.requests[0].gap_min) = (2, Some(10)),
        "room for 1",
    );
    check(
        |p| p.requests[0].previous_visit = Some(nth(0)),
        "is not before the season",
    );
    check(|p| p.requests[0].first_by = Some(nth(10)), "is not in the season");
    check(
        |p| {
            let r = &mut p.requests[0];
            (r.least, r.wanted, r.most, r.first_by, r.last_from) = (0, 1, 1, Some(nth(1)), Some(nth(8)));
        },
        "no day for a single visit",
    );
    let short = SiteWindow {
        weekdays: Weekdays::ALL,
        hours: hours("12:00-13:00"),
    };
    check(
        |p| p.stops[0].windows = vec![short.clone()],
        "fit in none of its windows",
    );
    check(
        |p| {
            p.announced = vec![Announced {
                stop: slug("zzz"),
                day: nth(1),
                public_start: None,
            }]
        },
        "an announced visit names the stop zzz",
    );
}

#[test]
fn of_fixed_visits() {
    check(
        |p| p.events = vec![take_part("zzz", 1, "12:00-14:00")],
        "names the stop zzz",
    );
    check(
        |p| p.events = vec![take_part("a", 10, "12:00-14:00")],
        "is not in the season",
    );
    check(
        |p| p.events = vec![take_part("a", 1, "07:00-09:00")],
        "no bus is out for all of 07:00-09:00",
    );
    check(
        |p| p.events = vec![stay_away(Scope::Estate(slug("zzz")))],
        "names the estate zzz",
    );
    check(
        |p| p.events = vec![stay_away(Scope::Bus(slug("zzz")))],
        "names the bus zzz",
    );
    check(
        |p| {
            p.days[1].hours = None;
            p.events = vec![take_part("a", 1, "12:00-14:00")];
        },
        "no bus runs that day",
    );
    check(
        |p| p.events = vec![take_part("a", 1, "12:00-14:00"), take_part("b", 1, "13:00-15:00")],
        "cannot all be driven: a, b",
    );
    check(
        |p| p.pins = vec![pin("a", 1, None), pin("a", 1, None)],
        "two fixed visits",
    );
    check(
        |p| (p.events, p.pins) = (vec![stay_away(Scope::All)], vec![pin("a", 1, Some("12:00"))]),
        "an event forbids there",
    );
    check(
        |p| (p.events, p.pins) = (vec![stay_away(Scope::All)], vec![pin("a", 1, None)]),
        "no window for it",
    );
    check(
        |p| {
            p.pins = vec![Pin {
                public: Some(Minutes(0)),
                ..pin("a", 1, None)
            }]
        },
        "has no length",
    );
    check(
        |p| {
            p.pins = vec![Pin {
                bus: Some(slug("zzz")),
                ..pin("a", 1, None)
            }]
        },
        "names the bus zzz",
    );
    check(|p| p.pins = vec![pin("a", 1, Some("23:30"))], "cannot all be driven");
}

#[test]
fn all_at_once() {
    let found = faults(|p| {
        p.start_step = Minutes(7);
        p.stops[0].need = 0;
        p.requests[1].public = Minutes(0);
        p.events = vec![take_part("zzz", 1, "12:00-14:00")];
    });
    assert_eq!(found.len(), 4, "{found:#?}");
}
