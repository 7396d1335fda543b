//! The judge: a good plan is broken in each way, and the judge must say so.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use route_planning::*;
use vocabulary::{Metres, Minute, Minutes, Sameness, Weekday, Weekdays};

/// Two stops on two days, an event on the third, a pin on the fourth.
fn parts() -> ProblemParts {
    let mut parts = with_stops(8, &[("a", 2), ("b", 2), ("c", 0)]);
    parts.requests.pop();
    parts.requests[0].gap_min = Some(2);
    let rule = EventRule::TakePart {
        stop: slug("c"),
        hours: hours("12:00-14:00"),
        bus: None,
        counts: false,
    };
    parts.events.push(Event {
        slug: slug("fete"),
        day: nth(2),
        rule,
    });
    parts.pins.push(Pin {
        stop: slug("b"),
        day: nth(3),
        bus: None,
        public_start: None,
        public: None,
    });
    parts
}

fn at(text: &str) -> Minute {
    text.parse().unwrap()
}

/// The first asked visit at a.
fn first(plan: &mut Plan) -> &mut PlannedVisit {
    plan.visits.iter_mut().find(|v| v.stop == slug("a")).unwrap()
}

/// Breaks the plan, or the rules after it was made, and expects a violation among those found.
fn check_broken(spoil: impl Fn(&mut ProblemParts, &mut Plan), expected: impl Fn(&Violation) -> bool, what: &str) {
    let (mut parts, mut plan) = (parts(), planned(&parts(), 5));
    spoil(&mut parts, &mut plan);
    let found = check(&parts, &plan);
    assert!(found.iter().any(expected), "{what} is not among {found:#?}");
}

macro_rules! broken {
    ($spoil:expr, $violation:ident) => {
        check_broken(
            $spoil,
            |v| matches!(v, Violation::$violation { .. }),
            stringify!($violation),
        )
    };
}

#[test]
fn a_visit() {
    broken!(|_, plan| plan.version = 9, Version);
    broken!(|_, plan| first(plan).stop = slug("zzz"), UnknownStop);
    broken!(|_, plan| first(plan).bus = slug("zzz"), UnknownBus);
    broken!(|_, plan| first(plan).arrival = at("18:00"), TimesDisordered);
    broken!(
        |_, plan| first(plan).public_end = first(plan).public_start,
        TimesDisordered
    );
    broken!(
        |_, plan| first(plan).set_up_start = first(plan).public_start,
        SetUpTooShort
    );
    broken!(
        |_, plan| first(plan).departure = first(plan).public_end,
        TeardownTooShort
    );
    broken!(|_, plan| first(plan).public_end = first(plan).departure, PublicLength);
    broken!(|parts, _| parts.requests[0].public = Minutes(60), PublicLength);
    broken!(
        |_, plan| first(plan).public_start = first(plan).public_start.plus(Minutes(1)).unwrap(),
        StartStep
    );
    broken!(
        |parts, _| parts.stops[0].windows = vec![SiteWindow {
            weekdays: Weekdays::ALL,
            hours: hours("08:00-09:00")
        }],
        SiteWindow
    );
    broken!(closed_that_day, SiteWindow);
    broken!(
        |parts, _| parts.stops[0].permission_until = Some(nth(-1)),
        PermissionEnded
    );
    broken!(
        |parts, _| parts.requests[0].forbidden_weekdays = Weekdays::ALL,
        ForbiddenWeekday
    );
    broken!(|parts, _| drop(parts.requests.remove(0)), NotAsked);
    broken!(|_, plan| first(plan).reason = VisitReason::Pin, NotAsked);
    broken!(
        |_, plan| first(plan).reason = VisitReason::Event { event: slug("fete") },
        NotAsked
    );
}

#[test]
fn a_bus_and_its_hours() {
    broken!(
        |parts, _| parts
            .days
            .iter_mut()
            .for_each(|day| day.windows = vec![hours("17:00-18:00")]),
        WorkingWindow
    );
    broken!(
        |parts, _| parts.requests[0].forbidden_hours = vec![hours("10:00-18:00")],
        ForbiddenHours
    );
    broken!(|parts, _| parts.stops[0].needs = vec![slug("lift")], BusUnable);
    // Of a visit fixed without a bus, and of an event without one.
    broken!(|parts, _| parts.stops[1].needs = vec![slug("lift")], BusUnable);
    broken!(|parts, _| parts.stops[2].needs = vec![slug("lift")], BusUnable);
    broken!(|parts, _| parts.buses[0].max_driving = Some(Minutes(15)), Driving);
    broken!(|parts, _| parts.requests[0].set_up = Some(Minutes(16)), SetUpTooShort);
    broken!(
        |parts, _| parts.requests[0].teardown = Some(Minutes(16)),
        TeardownTooShort
    );
    broken!(
        |parts, plan| {
            let day = first(plan).day;
            parts.depots.push(Depot {
                slug: slug("yard"),
                ..parts.depots[0].clone()
            });
            parts.buses[0].depots = vec![BusDepots {
                day,
                depart_from: slug("yard"),
                return_to: slug("depot"),
            }];
        },
        LegWrong
    );
}

/// A day with a break of half an hour after at most five hours: two visits of two hours and their set-up and teardown take longer.
fn rested() -> (ProblemParts, Plan) {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.buses[0].breaks = Some(BreakRule {
        length: Minutes(30),
        after_driving: Some(Minutes(25)),
        after_work: Some(Minutes(300)),
    });
    let plan = planned(&parts, 5);
    assert_eq!(plan.tours[0].breaks.len(), 1, "{plan:#?}");
    (parts, plan)
}

fn check_rested(spoil: impl Fn(&mut ProblemParts, &mut Tour), expected: impl Fn(&Violation) -> bool) {
    let (mut parts, mut plan) = rested();
    spoil(&mut parts, &mut plan.tours[0]);
    let found = check(&parts, &plan);
    assert!(found.iter().any(expected), "{found:#?}");
}

#[test]
fn breaks() {
    check_rested(
        |_, tour| tour.breaks.clear(),
        |v| matches!(v, Violation::BreakAfterWork { .. }),
    );
    check_rested(
        |_, tour| tour.breaks.clear(),
        |v| matches!(v, Violation::BreakAfterDriving { .. }),
    );
    check_rested(
        |_, tour| tour.breaks[0].end = tour.breaks[0].start.plus(Minutes(29)).unwrap(),
        |v| matches!(v, Violation::BreakTooShort { .. }),
    );
    // While children are there, at another place, and backwards.
    check_rested(
        |_, tour| (tour.breaks[0].start, tour.breaks[0].end) = (at("11:30"), at("12:00")),
        |v| matches!(v, Violation::BreakMisplaced { .. }),
    );
    check_rested(
        |_, tour| tour.breaks[0].place = slug("depot"),
        |v| matches!(v, Violation::BreakMisplaced { .. }),
    );
    check_rested(
        |_, tour| tour.breaks[0].end = tour.breaks[0].start,
        |v| matches!(v, Violation::BreakMisplaced { .. }),
    );
    check_rested(
        |parts, _| parts.buses[0].breaks.as_mut().unwrap().length = Minutes(400),
        |v| matches!(v, Violation::BreakTooShort { .. }),
    );
}

fn closed_that_day(parts: &mut ProblemParts, plan: &mut Plan) {
    parts.stops[0].exceptions = vec![SiteException {
        day: first(plan).day,
        hours: Vec::new(),
    }];
}

#[test]
fn kept_away() {
    for scope in [
        Scope::All,
        Scope::Stop(slug("a")),
        Scope::Estate(slug("estate-of-a")),
        Scope::Bus(slug("bus")),
    ] {
        broken!(
            |parts: &mut ProblemParts, plan: &mut Plan| {
                let rule = EventRule::StayAway {
                    hours: None,
                    scope: scope.clone(),
                };
                parts.events.push(Event {
                    slug: slug("fair"),
                    day: first(plan).day,
                    rule,
                });
            },
            EventKeepsAway
        );
    }
}

#[test]
fn a_tour() {
    broken!(
        |parts, plan| parts
            .days
            .iter_mut()
            .filter(|d| d.day == first(plan).day)
            .for_each(|d| d.hours = None),
        ClosedDay
    );
    broken!(
        |parts, plan| parts.buses[0].closed_days = vec![first(plan).day],
        ClosedDay
    );
    broken!(
        |parts, _| parts.days.iter_mut().for_each(|d| d.hours = Some(hours("12:00-13:00"))),
        BusHours
    );
    broken!(|_, plan| plan.tours[0].back = at("23:00"), BusHours);
    broken!(|parts, _| parts.buses[0].max_duty = Some(Minutes(60)), Duty);
    broken!(
        |parts, _| (parts.buses[0].capacity, parts.requests[0].load) = (Some(1), 2),
        Overloaded
    );
    broken!(|parts, _| parts.buses[0].range = Some(Metres(100)), BeyondRange);
    broken!(
        |parts, plan| parts.requests[0].day_sets = vec![vec![first(plan).day]],
        DaySetNotListed
    );
    broken!(|_, plan| drop(plan.tours.pop()), TourMismatch);
    broken!(|_, plan| drop(plan.tours[0].legs.pop()), TourMismatch);
    broken!(|_, plan| plan.tours.push(plan.tours[0].clone()), TourMismatch);
    broken!(
        |parts, _| parts.travel.minutes.iter_mut().for_each(|m| *m *= 10),
        LegTooShort
    );
    broken!(|_, plan| plan.tours[0].depart = plan.visits[0].arrival, LegTooShort);
    broken!(|_, plan| plan.tours[0].legs[0].metres = Metres(1), LegWrong);
    broken!(|_, plan| plan.tours[0].legs[0].from = slug("a"), LegWrong);
    broken!(|_, plan| first(plan).order = 7, OrderBroken);
    broken!(|_, plan| plan.figures.travel = Minutes(1), FiguresWrong);
    broken!(|_, plan| plan.figures.visits += 1, FiguresWrong);
}

#[test]
fn overlapping_visits() {
    // Both stops on one day, at the same time.
    let two_on_a_day = |plan: &mut Plan| {
        let mut twin = plan.visits[0].clone();
        (twin.stop, twin.order) = (slug("c"), 2);
        plan.visits.insert(1, twin);
    };
    broken!(|_: &mut ProblemParts, plan: &mut Plan| two_on_a_day(plan), OrderBroken);
}

#[test]
fn requests() {
    broken!(
        |_, plan| {
            let twin = first(plan).clone();
            plan.visits.push(twin);
        },
        TwiceADay
    );
    broken!(
        |parts, _| (parts.requests[0].wanted, parts.requests[0].most) = (1, 1),
        TooMany
    );
    broken!(|parts, _| parts.requests[0].gap_min = Some(8), GapTooShort);
    broken!(|parts, _| parts.requests[0].gap_max = Some(1), GapTooLong);
    broken!(
        |parts, _| (parts.requests[0].gap_min, parts.requests[0].previous_visit) = (Some(20), Some(nth(-1))),
        GapTooShort
    );
    let close_to_the_end = |parts: &mut ProblemParts| {
        (parts.requests[0].gap_max, parts.requests[0].gap_max_to_end) = (Some(1), true);
    };
    broken!(
        |parts: &mut ProblemParts, _: &mut Plan| close_to_the_end(parts),
        GapTooLong
    );
    let block = |days| {
        Some(Block {
            days,
            within_week: false,
        })
    };
    broken!(
        |parts: &mut ProblemParts, _: &mut Plan| parts.requests[0].block = block(2),
        BlockBroken
    );
    broken!(|parts, _| parts.requests[0].every_weeks = Some(3), OffCycle);
    let twice_told = |plan: &mut Plan| {
        let skipped = Skipped {
            stop: slug("a"),
            day: nth(1),
            because: LeftOut::Closed,
        };
        plan.skipped = vec![skipped.clone(), skipped];
    };
    broken!(
        |parts: &mut ProblemParts, plan: &mut Plan| {
            parts.requests[0].every_weeks = Some(1);
            twice_told(plan);
        },
        SkippedMisstated
    );
    broken!(
        |parts: &mut ProblemParts, _: &mut Plan| parts.requests[0].same_weekday = Sameness::Always,
        OtherWeekday
    );
    broken!(
        |parts: &mut ProblemParts, plan: &mut Plan| {
            parts.requests[0].same_start = Sameness::Always;
            let visit = plan.visits.iter_mut().rfind(|visit| visit.stop == slug("a")).unwrap();
            visit.public_start = visit.public_start.plus(Minutes(15)).unwrap();
        },
        OtherStart
    );
    for by in [ApartBy::Day, ApartBy::Week] {
        let stops = [slug("c"), slug("a")];
        let on_one_day = |plan: &mut Plan| {
            let at = plan.visits.iter().find(|visit| visit.stop == slug("c")).unwrap().day;
            first(plan).day = at;
        };
        broken!(
            |parts: &mut ProblemParts, plan: &mut Plan| {
                parts.apart = vec![Apart {
                    stops: stops.clone(),
                    by,
                }];
                on_one_day(plan);
            },
            NotApart
        );
    }
    broken!(|parts, _| parts.requests[0].first_by = Some(nth(-1)), FirstTooLate);
    broken!(|parts, _| parts.requests[0].last_from = Some(nth(50)), LastTooEarly);
    broken!(|_, plan| plan.visits.retain(|v| v.stop != slug("c")), EventMissed);
    broken!(|_, plan| plan.visits.retain(|v| v.day != nth(3)), PinMoved);
    broken!(|parts, _| parts.pins[0].public_start = Some(at("10:01")), PinMoved);
}

#[test]
fn honesty_about_what_is_missing() {
    broken!(
        |parts, _| (parts.requests[0].wanted, parts.requests[0].most) = (3, 3),
        UnmetUnexplained
    );
    let claim = |got: u32, reasons: Vec<Reason>| Unmet {
        stop: slug("a"),
        least: 0,
        wanted: 2,
        got,
        reasons,
    };
    broken!(
        |_: &mut ProblemParts, plan: &mut Plan| plan.unmet.push(claim(1, vec![Reason::OutOfReach])),
        UnmetMisstated
    );
    broken!(
        |_: &mut ProblemParts, plan: &mut Plan| plan.unmet.push(claim(2, Vec::new())),
        UnmetUnexplained
    );
}

#[test]
fn what_people_fixed_needs_no_spacing() {
    let mut parts = with_stops(4, &[("a", 3)]);
    parts.requests[0].gap_min = Some(3);
    parts.requests[0].forbidden_weekdays = [Weekday::Mon].into_iter().collect();
    let pin = |on: i64| Pin {
        stop: slug("a"),
        day: nth(on),
        bus: None,
        public_start: None,
        public: None,
    };
    parts.pins = vec![pin(0), pin(1), pin(2)];
    let plan = planned(&parts, 5);
    assert_eq!(days_of(&plan, "a"), [0, 1, 2]);
}
