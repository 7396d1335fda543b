//! Faults of a problem: each is found, in words, and all at once.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use route_planning::*;
use vocabulary::{Coordinate, Minutes, Weekdays};

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
    check(
        |p| p.travel.minutes[1] = u32::MAX,
        "from depot to a takes 4294967295 minutes",
    );
    check(
        |p| p.travel.metres[1] = 20_100_001,
        "from depot to a are 20100001 metres",
    );
}

/// A matrix with a hole is no matrix: JSON has `null` there, or fewer numbers.
#[test]
fn of_a_hole_in_travel() {
    let json = serde_json::to_value(with_stops(10, &[("a", 2)])).unwrap();
    let with = |cell: serde_json::Value| {
        let mut json = json.clone();
        json["travel"]["minutes"][1] = cell;
        serde_json::from_value::<ProblemParts>(json).map_err(|e| e.to_string())
    };
    assert!(with(10.into()).is_ok());
    for hole in [serde_json::Value::Null, (-1).into(), 2.5.into(), "".into()] {
        let found = with(hole.clone()).unwrap_err();
        assert!(found.contains("expected u32"), "{hole}: {found}");
    }
    for number in ["NaN", "Infinity", "1e999", "-1e999"] {
        let text = json
            .to_string()
            .replacen("\"lat\":53.0625", &format!("\"lat\":{number}"), 1);
        assert!(text.contains(number));
        assert!(serde_json::from_str::<ProblemParts>(&text).is_err(), "{number}");
    }
}

/// 53.06 north, 21.5 east is the middle.
#[test]
fn of_points() {
    let at = |lat, lon| move |p: &mut ProblemParts| p.stops[0].coordinate = Coordinate::new(lat, lon).unwrap();
    check(at(21.5, 53.06), "latitude and longitude of a are exchanged");
    check(at(-53.06, 21.5), "a lies 11");
    check(at(53.06, 151.5), "from the middle of all places, at most 500");
    let depot = |p: &mut ProblemParts| p.depots[0].coordinate = Coordinate::new(21.5, 53.06).unwrap();
    check(depot, "latitude and longitude of depot are exchanged");
    // Told once, not with every way to it.
    let far = faults(|p| {
        at(21.5, 53.06)(p);
        p.travel = estimate(&travel_points(&p.depots, &p.stops), &TravelEstimate::default());
    });
    assert_eq!(far.len(), 1, "{far:#?}");
    // Of two places nobody can tell which one is astray.
    let mut two = with_stops(10, &[("a", 2)]);
    two.stops[0].coordinate = Coordinate::new(21.5, 53.06).unwrap();
    assert!(Problem::build(two).is_ok());
}

#[test]
fn of_too_many_places() {
    let many = |p: &mut ProblemParts, number: usize| {
        let stop = p.stops[0].clone();
        p.stops.extend((0..number).map(|n| Stop {
            slug: slug(&format!("x{n}")),
            ..stop.clone()
        }));
    };
    let found = faults(|p| many(p, 10_000));
    assert_eq!(
        found,
        ["there are 10003 depots and stops; at most 5000 can be planned at once"]
    );
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
                windows: Vec::new(),
            }];
        },
        "season is closed",
    );
    check(
        |p| p.days[1].windows = vec![hours("9:00-12:00")],
        "working windows of 2027-06-29",
    );
    check(
        |p| p.days[1].windows = vec![hours("13:00-16:00"), hours("10:00-14:00")],
        "working windows of 2027-06-29",
    );
    check(|p| p.buses[0].max_driving = Some(Minutes(0)), "driven for 0 minutes");
    let rule = |length: u32, after_work: Option<u32>| BreakRule {
        length: Minutes(length),
        after_driving: None,
        after_work: after_work.map(Minutes),
    };
    check(
        |p| p.buses[0].breaks = Some(rule(0, Some(60))),
        "bus bus has a break of",
    );
    check(|p| p.buses[0].breaks = Some(rule(15, None)), "bus bus has a break of");
    check(
        |p| p.buses[0].breaks = Some(rule(15, Some(0))),
        "bus bus has a break of",
    );
    check(
        |p| p.buses[0].breaks = Some(rule(u32::MAX, Some(60))),
        "bus bus has a break of",
    );
    check(
        |p| p.buses[0].travel_km = Some(u32::MAX),
        "the weight travel_km of bus bus",
    );
    check(
        |p| {
            p.buses[0].depots = vec![BusDepots {
                day: nth(99),
                depart_from: slug("depot"),
                return_to: slug("b"),
            }];
        },
        "bus bus names the depot b",
    );
    check(
        |p| p.stops[0].needs = vec![slug("lift"), slug("power")],
        "a needs lift, power, and no bus has all of it",
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
        |p| p.requests[0].set_up = Some(Minutes(u32::MAX)),
        "longer than any day",
    );
    check(
        |p| p.requests[0].forbidden_hours = vec![hours("1:00-23:00")],
        "fit in none of its windows",
    );
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

#[test]
fn blocks() {
    let block = |days, within_week| Some(Block { days, within_week });
    check(
        |p| p.requests[0].block = block(1, false),
        "blocks of 1 days; a block has 2 to 31",
    );
    check(|p| p.requests[0].block = block(11, false), "nowhere in the season");
    check(
        |p| {
            p.requests[0].block = block(5, true);
            p.days[2].hours = None; // Wednesday
            p.days[8].hours = None;
            p.days[6].hours = None;
            p.days[4].hours = None;
        },
        "so many days in a row within a week",
    );
    check(
        |p| (p.requests[0].block, p.requests[0].wanted, p.requests[0].most) = (block(3, false), 4, 4),
        "asks for 12 visits",
    );
    check(
        |p| {
            let request = &mut p.requests[0];
            (request.block, request.least, request.gap_min) = (block(3, false), 2, Some(6));
        },
        "at least 6 days apart; the season has room for 1",
    );
}

#[test]
fn cycles_and_pairs() {
    check(
        |p| p.requests[0].every_weeks = Some(0),
        "every 0 weeks; it must be 1 to 52",
    );
    check(
        |p| {
            p.requests[0].every_weeks = Some(1);
            p.requests[0].block = Some(Block {
                days: 2,
                within_week: false,
            });
        },
        "every 1 weeks and for blocks",
    );
    check(
        |p| p.requests[0].every_weeks = Some(2),
        "2 visits every 2 weeks; the season has room for 1",
    );
    let apart = |one: &str, other: &str| Apart {
        stops: [slug(one), slug(other)],
        by: ApartBy::Day,
    };
    check(|p| p.apart = vec![apart("a", "a")], "a is kept apart from itself");
    check(
        |p| p.apart = vec![apart("a", "z")],
        "a pair kept apart names the stop z",
    );
    check(
        |p| p.weights.notice_3_days = 100_001,
        "the weight notice_3_days is 100001",
    );
}
