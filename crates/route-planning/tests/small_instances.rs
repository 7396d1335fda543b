//! Problems of a size at which the answer is seen by eye.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use route_planning::*;
use vocabulary::{Minutes, Sameness, Weekday, Weekdays};

/// Two visits a day fit: 10 + 15 + 120 + 15 + 10 + 15 + 120 + 15 + 10 = 330 of 480 minutes; a third would need 480 with starts on
/// the quarter hour.
#[test]
fn one_stop_is_spread_over_the_season() {
    let mut parts = with_stops(15, &[("a", 3)]);
    parts.requests[0].gap_min = Some(7);
    assert_eq!(days_of(&planned(&parts, 20), "a"), [0, 7, 14]);
}

#[test]
fn times_of_a_single_visit() {
    let plan = planned(&with_stops(1, &[("a", 1)]), 0);
    let visit = &plan.visits[0];
    // Leaves at 10:00 at the earliest: there 10:10, set up 10:25, so public from 10:30; the bus leaves five minutes later.
    let times = [
        visit.arrival,
        visit.set_up_start,
        visit.public_start,
        visit.public_end,
        visit.departure,
    ];
    assert_eq!(
        times.map(|t| t.to_string()),
        ["10:15", "10:15", "10:30", "12:30", "12:45"]
    );
    assert_eq!(
        (plan.tours[0].depart.to_string(), plan.tours[0].back.to_string()),
        ("10:05".into(), "12:55".into())
    );
    assert_eq!(
        (plan.figures.travel, plan.figures.distance.get()),
        (Minutes(20), 10_000)
    );
}

#[test]
fn forbidden_weekdays_are_kept_and_preferred_ones_taken() {
    let mut parts = with_stops(14, &[("a", 2), ("b", 2)]);
    parts.requests[0].preferred_weekdays = [Weekday::Wed].into_iter().collect();
    let all_but_friday = Weekdays::ALL.iter().filter(|d| *d != Weekday::Fri);
    parts.requests[1].forbidden_weekdays = all_but_friday.collect();
    let plan = planned(&parts, 50);
    assert_eq!((days_of(&plan, "a"), days_of(&plan, "b")), (vec![2, 9], vec![4, 11]));
}

#[test]
fn the_same_weekday_is_kept_when_liked() {
    let mut parts = with_stops(21, &[("a", 3)]);
    parts.requests[0] = Request {
        gap_min: Some(5),
        same_weekday: Sameness::Liked,
        ..parts.requests[0].clone()
    };
    parts.days[7].hours = None; // the second Monday
    let days = days_of(&planned(&parts, 50), "a");
    assert!(days.len() == 3 && days.iter().all(|d| d % 7 == days[0] % 7), "{days:?}");
}

#[test]
fn a_longest_gap_brings_more_visits_than_wanted() {
    let mut parts = with_stops(20, &[("a", 1)]);
    let request = &mut parts.requests[0];
    (request.most, request.gap_max) = (5, Some(6));
    (request.first_by, request.last_from) = (Some(nth(2)), Some(nth(19)));
    let days = days_of(&planned(&parts, 20), "a");
    assert_eq!(days.len(), 4); // by day 2, then steps of at most 6 to day 19
}

#[test]
fn neighbours_share_a_day() {
    let mut parts = with_stops(8, &[("a", 1), ("b", 1)]);
    parts.weights.spread = 0;
    let plan = planned(&parts, 50);
    assert_eq!(plan.tours.len(), 1); // one way out and back instead of two
}

#[test]
fn a_heavy_spread_parts_them() {
    let mut parts = with_stops(8, &[("a", 1), ("b", 1)]);
    parts.weights.spread = 1000;
    assert_eq!(planned(&parts, 50).tours.len(), 2);
}

#[test]
fn a_shortage_is_shared() {
    // Four bus-days with room for two visits each, and three stops that want four: 8 of 12, not 4 + 4 + 0.
    let plan = planned(&with_stops(4, &[("a", 4), ("b", 4), ("c", 4)]), 200);
    let mut got = ["a", "b", "c"].map(|stop| days_of(&plan, stop).len());
    got.sort_unstable();
    assert_eq!(got, [2, 3, 3]);
}

#[test]
fn least_visits_come_before_any_wanted_one() {
    // One day with room for two; a wants both days' room, b and c need one each.
    let mut parts = with_stops(1, &[("a", 1), ("b", 1), ("c", 1)]);
    parts.stops[0].need = 1000;
    (parts.requests[1].least, parts.requests[2].least) = (1, 1);
    let plan = planned(&parts, 50);
    assert_eq!(
        plan.visits
            .iter()
            .map(|v| v.stop.to_string())
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
        2
    );
    assert_eq!(days_of(&plan, "a"), Vec::<i64>::new());
}

#[test]
fn events_and_pins_stand() {
    let mut parts = with_stops(10, &[("a", 2), ("b", 0)]);
    parts.requests.pop();
    parts.events.push(Event {
        slug: slug("fete"),
        day: nth(3),
        rule: EventRule::TakePart {
            stop: slug("b"),
            hours: hours("12:07-15:03"),
            bus: None,
            counts: false,
        },
    });
    parts.pins.push(Pin {
        stop: slug("a"),
        day: nth(6),
        bus: None,
        public_start: Some("11:11".parse().unwrap()),
        public: None,
    });
    let plan = planned(&parts, 20);
    assert_eq!(days_of(&plan, "b"), [3]);
    assert_eq!(
        plan.visits_at(&slug("b")).next().unwrap().public_start.to_string(),
        "12:07"
    );
    let pinned = plan.visits_on(nth(6)).find(|v| v.reason == VisitReason::Pin).unwrap();
    assert_eq!(
        (pinned.public_start.to_string(), pinned.public_end.to_string()),
        ("11:11".into(), "13:11".into())
    );
    assert_eq!(days_of(&plan, "a").len(), 2);
}

#[test]
fn the_bus_stays_away_from_an_event() {
    let mut parts = with_stops(2, &[("a", 1)]);
    parts.days[1].hours = None;
    let away = |at: &str| Event {
        slug: slug("market"),
        day: nth(0),
        rule: EventRule::StayAway {
            hours: Some(hours(at)),
            scope: Scope::Estate(slug("estate-of-a")),
        },
    };
    parts.events = vec![away("09:00-13:00")];
    assert_eq!(planned(&parts, 0).visits[0].set_up_start.to_string(), "13:00");
    parts.events = vec![away("12:00-16:00")];
    assert_eq!(planned(&parts, 0).visits, []);
}

#[test]
fn announced_visits_stay_where_they_are() {
    let mut parts = with_stops(14, &[("a", 2)]);
    parts.requests[0].preferred_weekdays = [Weekday::Mon].into_iter().collect();
    parts.announced = vec![Announced {
        stop: slug("a"),
        day: nth(3),
        public_start: None,
    }];
    let plan = planned(&parts, 20);
    assert!(days_of(&plan, "a").contains(&3));
    assert_eq!(plan.cost.announced_moved, 0);
    parts.days[3].hours = None;
    assert_eq!(planned(&parts, 20).cost.announced_moved, 1);
}

#[test]
fn announced_hours_stay_as_they_are() {
    // Two stops on one day: whichever order is the shorter, both orders are kept once they are announced.
    for (a, b) in [("11:00", "15:00"), ("15:00", "11:00")] {
        let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
        let announced = [("a", a), ("b", b)].map(|(stop, start)| Announced {
            stop: slug(stop),
            day: nth(0),
            public_start: Some(start.parse().unwrap()),
        });
        parts.announced = announced.to_vec();
        let plan = planned(&parts, 20);
        let start = |stop: &str| plan.visits_at(&slug(stop)).next().unwrap().public_start.to_string();
        assert_eq!((start("a").as_str(), start("b").as_str()), (a, b));
    }
}

#[test]
fn preferred_hours_are_met_when_they_can_be() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.requests[0].preferred_hours = Some(hours("14:00-17:00"));
    let plan = planned(&parts, 20);
    let start = |stop: &str| plan.visits_at(&slug(stop)).next().unwrap().public_start.to_string();
    assert!(
        ("14:00".to_string().."15:01".to_string()).contains(&start("a")),
        "{plan:#?}"
    );
    assert_eq!(plan.cost.preferences, 0);
}

#[test]
fn several_windows_on_a_day() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    let window = |at: &str| SiteWindow {
        weekdays: Weekdays::ALL,
        hours: hours(at),
    };
    parts.stops[0].windows = vec![window("10:00-11:30"), window("15:00-17:00")];
    let plan = planned(&parts, 10);
    assert_eq!(
        plan.visits_at(&slug("a")).next().unwrap().public_start.to_string(),
        "15:00"
    );
    assert_eq!(plan.visits.len(), 2);
}

#[test]
fn a_short_duty_allows_one_visit_a_day() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.buses[0].max_duty = Some(Minutes(300));
    assert_eq!(planned(&parts, 10).visits.len(), 1);
}

#[test]
fn two_buses_with_their_own_calendars() {
    let mut parts = with_stops(2, &[("a", 1), ("b", 1), ("c", 1), ("d", 1)]);
    parts.buses.push(Bus {
        closed_days: vec![nth(0)],
        ..bus("second")
    });
    parts.buses[0].closed_days = vec![nth(1)];
    let plan = planned(&parts, 50);
    assert_eq!(plan.visits.len(), 4);
    assert!(plan.visits.iter().all(|v| (v.bus == slug("bus")) == (v.day == nth(0))));
}

#[test]
fn nothing_asked_nothing_planned() {
    let plan = planned(&quiet(3), 10);
    assert_eq!(
        (plan.visits.len(), plan.iterations, plan.cost),
        (0, 0, Breakdown::default())
    );
}

#[test]
fn the_observer_stops_the_search() {
    let problem = Problem::build(with_stops(10, &[("a", 3), ("b", 3)])).unwrap();
    let mut seen = Vec::new();
    let mut watch = |progress: &Progress| {
        seen.push(progress.iteration);
        if progress.iteration == 5 {
            Step::Stop
        } else {
            Step::Continue
        }
    };
    let plan = solve(
        &problem,
        SolveSettings {
            seed: 1,
            iterations: None,
        },
        &mut watch,
    );
    assert_eq!((plan.iterations, seen), (5, vec![0, 1, 2, 3, 4, 5]));
}

/// Asks for the best plan whenever it may.
struct Curious<'a> {
    parts: &'a ProblemParts,
    handed: u32,
}

impl Observer for Curious<'_> {
    fn progress(&mut self, _: &Progress) -> Step {
        Step::Continue
    }

    fn wants_best(&mut self) -> bool {
        true
    }

    fn best(&mut self, plan: &Plan) {
        assert_eq!(check(self.parts, plan), []);
        self.handed += 1;
    }
}

#[test]
fn the_best_plan_so_far_may_always_be_kept_and_asking_changes_nothing() {
    let parts = town(26, 1);
    let problem = Problem::build(parts.clone()).unwrap();
    let settings = SolveSettings {
        seed: 1,
        iterations: Some(300),
    };
    let mut curious = Curious {
        parts: &parts,
        handed: 0,
    };
    let plan = solve(&problem, settings, &mut curious);
    assert_eq!(curious.handed, 3);
    assert_eq!(plan, solve(&problem, settings, &mut Unwatched));
}

/// A Spielmobil: Monday to Friday at one place, the buses off at the weekend.
#[test]
fn a_week_at_one_place() {
    let mut parts = with_stops(21, &[("a", 1), ("b", 1), ("c", 1)]);
    for request in &mut parts.requests {
        request.block = Some(Block {
            days: 5,
            within_week: true,
        });
        request.public = Minutes(300); // nothing else fits on the day
    }
    for weekend in [5, 6, 12, 13, 19, 20] {
        parts.days[weekend].hours = None;
    }
    let plan = planned(&parts, 30);
    assert_eq!((plan.figures.visits, plan.figures.missing), (15, 0));
    let mut mondays: Vec<i64> = ["a", "b", "c"].iter().map(|stop| days_of(&plan, stop)[0]).collect();
    mondays.sort_unstable();
    assert_eq!(mondays, [0, 7, 14]);
}

/// Gaps are from the last day of a block to the first of the next, and a closed day breaks none.
#[test]
fn blocks_of_three_days() {
    let mut parts = with_stops(10, &[("a", 2)]);
    parts.requests[0].block = Some(Block {
        days: 3,
        within_week: false,
    });
    parts.requests[0].gap_min = Some(4);
    parts.days[1].hours = None;
    assert_eq!(days_of(&planned(&parts, 20), "a"), [0, 2, 3, 7, 8, 9]);
}

/// The weekday of the only day off is no reason to leave it: with the rule, the visit falls away.
#[test]
fn always_the_same_weekday() {
    let mut parts = with_stops(14, &[("a", 2)]);
    parts.requests[0].same_weekday = Sameness::Always;
    for closed in (0..14).filter(|day| *day != 1 && *day != 9) {
        parts.days[closed].hours = None; // a Tuesday and a Wednesday are left
    }
    let plan = planned(&parts, 20);
    assert_eq!(days_of(&plan, "a").len(), 1);
    parts.requests[0].same_weekday = Sameness::Liked;
    assert_eq!(days_of(&planned(&parts, 20), "a"), [1, 9]);
}

/// Every two weeks; a turn on a closed day is left out and told, not moved.
#[test]
fn a_cycle_leaves_out_a_holiday() {
    let mut parts = with_stops(42, &[("a", 2)]);
    let request = &mut parts.requests[0];
    (request.every_weeks, request.most) = (Some(2), 3);
    request.previous_visit = Some(nth(-12)); // so its turns are days 2, 16 and 30
    parts.days[16].hours = None;
    let plan = planned(&parts, 10);
    assert_eq!(days_of(&plan, "a"), [2, 30]);
    let skipped = Skipped {
        stop: slug("a"),
        day: nth(16),
        because: LeftOut::Closed,
    };
    assert_eq!(plan.skipped, [skipped]);
    // Without a visit before the season the phase is free, and one without a holiday is better when three are wanted.
    let request = &mut parts.requests[0];
    (request.previous_visit, request.wanted) = (None, 3);
    let plan = planned(&parts, 10);
    assert_eq!((days_of(&plan, "a").len(), plan.skipped.len()), (3, 0));
}

/// Of a turn that is left out though the bus runs, the plan says whether it was wanted.
#[test]
fn a_cycle_says_why_it_leaves_out_a_turn() {
    let mut parts = with_stops(21, &[("a", 3), ("b", 1)]);
    parts.requests[0].every_weeks = Some(1);
    parts.requests[0].previous_visit = Some(nth(-7)); // so its turns are days 0, 7 and 14
    // A whole day at b, fixed, leaves no room for a.
    parts.requests[1].public = Minutes(400);
    parts.pins = vec![Pin {
        stop: slug("b"),
        day: nth(7),
        bus: None,
        public_start: None,
        public: None,
    }];
    let because = |parts: &ProblemParts| {
        let plan = planned(parts, 10);
        let told = plan.skipped.iter().map(|skipped| (skipped.day, skipped.because));
        told.collect::<Vec<_>>()
    };
    assert_eq!(because(&parts), [(nth(7), LeftOut::NoRoom)]);
    let mut wrongly = planned(&parts, 10);
    wrongly.skipped[0].because = LeftOut::Enough;
    assert_eq!(
        check(&parts, &wrongly),
        [Violation::SkippedMisstated { stop: slug("a") }]
    );
    (parts.requests[0].wanted, parts.requests[0].most) = (1, 1);
    assert_eq!(because(&parts), [(nth(7), LeftOut::Enough), (nth(14), LeftOut::Enough)]);
}

#[test]
fn stops_kept_apart() {
    let mut parts = with_stops(14, &[("a", 2), ("b", 2)]);
    for day in &mut parts.days {
        // Monday and Tuesday of both weeks are left.
        day.hours = day
            .hours
            .filter(|_| matches!(day.day.weekday(), Weekday::Mon | Weekday::Tue));
    }
    let mut apart = |by| {
        parts.apart = vec![Apart {
            stops: [slug("b"), slug("a")],
            by,
        }];
        planned(&parts, 50)
    };
    let by_day = apart(ApartBy::Day);
    assert_eq!(by_day.figures.missing, 0);
    let days = [days_of(&by_day, "a"), days_of(&by_day, "b")];
    assert!(days[0].iter().all(|day| !days[1].contains(day)), "{days:?}");
    let by_week = apart(ApartBy::Week);
    let weeks = |stop: &str| days_of(&by_week, stop).iter().map(|day| day / 7).collect::<Vec<_>>();
    assert!(weeks("a").iter().all(|week| !weeks("b").contains(week)), "{by_week:?}");
    assert_eq!(by_week.figures.missing, 0); // Monday and Tuesday of one week each
}

/// Two stops were announced for days on which only one can be; the one with shorter notice stays.
#[test]
fn short_notice_weighs_more() {
    let mut parts = with_stops(30, &[("a", 1), ("b", 1)]);
    let announced = |stop: &str, on: i64| Announced {
        stop: slug(stop),
        day: nth(on),
        public_start: None,
    };
    parts.announced = vec![announced("a", 2), announced("b", 20)];
    parts.apart = vec![Apart {
        stops: [slug("a"), slug("b")],
        by: ApartBy::Week,
    }];
    for (day, open) in parts.days.iter_mut().zip(0..) {
        day.hours = day.hours.filter(|_| open == 2 || open == 20);
    }
    let plan = planned(&parts, 10);
    assert_eq!((days_of(&plan, "a"), days_of(&plan, "b")), (vec![2], vec![20]));
    parts.requests[0].forbidden_weekdays = Weekdays::ALL;
    parts.requests[1].forbidden_weekdays = Weekdays::ALL;
    for (planned_on, expected) in [
        (None, 2),
        (Some(nth(0)), 8 + 1),
        (Some(nth(1)), 16 + 1),
        (Some(nth(-5)), 4 + 1),
    ] {
        parts.planned_on = planned_on;
        assert_eq!(planned(&parts, 0).cost.announced_moved, expected, "{planned_on:?}");
    }
}

/// The place opens at other hours each day; with the rule, only days with a common start are left.
#[test]
fn always_the_same_start() {
    let mut parts = with_stops(3, &[("a", 3), ("b", 1)]);
    let open = |weekday: Weekday, at: &str| SiteWindow {
        weekdays: [weekday].into_iter().collect(),
        hours: hours(at),
    };
    parts.stops[0].windows = vec![
        open(Weekday::Mon, "10:30-13:00"),
        open(Weekday::Tue, "12:00-16:00"),
        open(Weekday::Wed, "13:45-17:00"),
    ];
    let starts = |parts: &ProblemParts| -> Vec<String> {
        let plan = planned(parts, 20);
        plan.visits_at(&slug("a"))
            .map(|visit| visit.public_start.to_string())
            .collect()
    };
    assert_eq!(starts(&parts).len(), 3);
    parts.requests[0].same_start = Sameness::Always;
    let found = starts(&parts);
    assert!(found.len() == 2 && found[0] == found[1], "{found:?}"); // 13:45 or 14:00, Tuesday and Wednesday
    parts.requests[0].same_start = Sameness::Liked;
    let found = starts(&parts);
    assert!(found.len() == 3 && found[1] == found[2], "{found:?}");
    // What was announced is what people know.
    parts.announced = vec![Announced {
        stop: slug("a"),
        day: nth(1),
        public_start: Some("12:15".parse().unwrap()),
    }];
    parts.requests[0].same_start = Sameness::Always;
    parts.requests[0].wanted = 1;
    assert_eq!(starts(&parts), ["12:15"]);
}

/// Whether this remedy is among those of the first request that is not met.
fn assert_lifted_by(plan: &Plan, expected: &Relaxation) {
    let found = |reason: &Reason| matches!(reason, Reason::OneRule { relaxation, .. } if relaxation == expected);
    assert!(plan.unmet[0].reasons.iter().any(found), "{:?}", plan.unmet);
}

fn visits_of(plan: &Plan) -> Vec<(String, String, String)> {
    let text = |v: &PlannedVisit| (v.stop.to_string(), v.bus.to_string(), v.public_start.to_string());
    plan.visits.iter().map(text).collect()
}

/// 9:00-12:00 and 13:30-16:30: two hours for children fit into each, and the crew drives and packs up at noon.
#[test]
fn two_working_windows_a_day() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.days[0].hours = Some(hours("9:00-16:30"));
    parts.days[0].windows = vec![hours("9:00-12:00"), hours("13:30-16:30")];
    let starts = |parts: &ProblemParts| {
        visits_of(&planned(parts, 20))
            .into_iter()
            .map(|v| v.2)
            .collect::<Vec<_>>()
    };
    // Three hours and a quarter would fit between 9:00 and 16:30, but into neither window.
    assert_eq!(starts(&parts), ["10:00", "13:30"]);
    parts.requests[0].public = Minutes(195);
    assert_eq!(starts(&parts).len(), 1);
    let plan = planned(&parts, 20);
    let Reason::OneRule { relaxation, .. } = &plan.unmet[0].reasons[0] else {
        panic!("{:?}", plan.unmet)
    };
    assert_eq!(*relaxation, Relaxation::BusHours { longer_by: Minutes(30) });
    // A bus with hours of its own is out all day.
    parts.buses[0].hours = vec![BusHours {
        day: nth(0),
        hours: hours("9:00-18:00"),
        windows: Vec::new(),
    }];
    assert_eq!(starts(&parts).len(), 2);
}

#[test]
fn only_a_bus_that_can_goes_there() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1), ("c", 1)]);
    let lift = Bus {
        capabilities: vec![slug("lift"), slug("power")],
        ..bus("lift-bus")
    };
    parts.buses.push(lift);
    for stop in &mut parts.stops {
        stop.needs = vec![slug("lift")];
    }
    let plan = planned(&parts, 20);
    assert!(plan.visits.iter().all(|v| v.bus == slug("lift-bus")), "{plan:#?}");
    // The other bus is free, but cannot.
    assert_eq!(plan.visits.len(), 2);
    assert_lifted_by(
        &plan,
        &Relaxation::Capability {
            without: vec![slug("lift")],
        },
    );
    // A person who names the bus knows why.
    parts.pins.push(Pin {
        stop: slug("a"),
        day: nth(0),
        bus: Some(slug("bus")),
        public_start: None,
        public: None,
    });
    assert_eq!(planned(&parts, 20).unmet, []);
}

#[test]
fn forbidden_hours_are_kept_where_preferred_ones_are_a_wish() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.requests[0].forbidden_hours = vec![hours("10:00-12:00"), hours("13:30-15:00")];
    parts.requests[0].preferred_hours = Some(hours("10:00-14:00"));
    assert_eq!(visits_of(&planned(&parts, 5))[0].2, "15:00");
    parts.requests[0].forbidden_hours.push(hours("16:30-18:00"));
    let plan = planned(&parts, 5);
    assert_lifted_by(&plan, &Relaxation::AllHours);
}

/// Three stops a day would be 40 minutes on the road.
#[test]
fn nobody_drives_longer_than_allowed() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.buses[0].max_driving = Some(Minutes(29));
    let plan = planned(&parts, 20);
    assert_eq!(plan.visits.len(), 1);
    assert_lifted_by(&plan, &Relaxation::Driving { longer_by: Minutes(15) });
}

/// On Fridays the bus stays at the yard, which is far from the depot and near the stop.
#[test]
fn a_bus_may_end_its_day_elsewhere() {
    let mut parts = with_stops(2, &[("a", 1)]);
    parts.depots.push(Depot {
        slug: slug("yard"),
        ..parts.depots[0].clone()
    });
    parts.travel = uniform(&["depot", "yard", "a"], 30);
    (parts.travel.minutes[5], parts.travel.minutes[7]) = (1, 1); // yard to a, a to yard
    parts.buses[0].depots = vec![BusDepots {
        day: nth(1),
        depart_from: slug("depot"),
        return_to: slug("yard"),
    }];
    let plan = planned(&parts, 5);
    let legs: Vec<_> = plan.tours[0]
        .legs
        .iter()
        .map(|leg| (leg.from.as_str(), leg.minutes.get()))
        .collect();
    assert_eq!((plan.tours[0].day, legs), (nth(1), vec![("depot", 30), ("a", 1)]));
}

/// The first bus is dear, so the second one goes.
#[test]
fn each_bus_has_its_price() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.buses.push(bus("cheap"));
    (parts.buses[0].travel_minute, parts.buses[0].travel_km) = (Some(50), Some(100));
    let plan = planned(&parts, 5);
    assert_eq!(visits_of(&plan)[0].1, "cheap");
    // Twenty minutes and ten kilometres at 10 and 5 points.
    assert_eq!(plan.cost.travel, 250);
    parts.buses.pop();
    assert_eq!(planned(&parts, 5).cost.travel, 2000);
}

#[test]
fn a_request_may_need_more_time_than_its_place() {
    let mut parts = with_stops(1, &[("a", 1)]);
    (parts.requests[0].set_up, parts.requests[0].teardown) = (Some(Minutes(45)), Some(Minutes(0)));
    let visit = planned(&parts, 5).visits.remove(0);
    assert_eq!(
        [visit.set_up_start, visit.public_start, visit.departure].map(|t| t.to_string()),
        ["10:15", "11:00", "13:00"]
    );
}

fn with_breaks(length: u32, after_work: u32) -> ProblemParts {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.buses[0].breaks = Some(BreakRule {
        length: Minutes(length),
        after_driving: None,
        after_work: Some(Minutes(after_work)),
    });
    parts
}

/// Two visits take 330 minutes with their ways; with a break after five hours it lies between them, and all waiting is part of it.
#[test]
fn the_crew_has_its_break() {
    let plan = planned(&with_breaks(30, 300), 5);
    let tour = &plan.tours[0];
    let breaks: Vec<_> = tour.breaks.iter().map(|b| b.end.get() - b.start.get()).collect();
    assert_eq!(plan.visits.len(), 2);
    assert!(breaks.len() == 1 && breaks[0] >= 30 && breaks[0] < 45, "{plan:#?}");
    // Whoever works no longer than the limit has none.
    assert_eq!(planned(&with_breaks(30, 345), 5).tours[0].breaks, []);
}

#[test]
fn a_break_that_leaves_no_time_is_told() {
    let plan = planned(&with_breaks(200, 300), 5);
    assert_eq!(plan.visits.len(), 1);
    let shorter = |reason: &Reason| match reason {
        Reason::OneRule {
            relaxation: Relaxation::Breaks { shorter_by },
            ..
        } => Some(*shorter_by),
        _ => None,
    };
    let shorter_by = plan.unmet[0].reasons.iter().find_map(shorter).unwrap();
    // Eight hours less two visits with their ways leave two hours and a half, less what the quarter hour takes.
    assert_eq!(shorter_by, Minutes(60));
}

/// Ways of ten minutes: after two of them the driver rests.
#[test]
fn a_break_after_driving() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    parts.buses[0].breaks = Some(BreakRule {
        length: Minutes(45),
        after_driving: Some(Minutes(20)),
        after_work: None,
    });
    let plan = planned(&parts, 5);
    assert_eq!((plan.visits.len(), plan.tours[0].breaks.len()), (2, 1), "{plan:#?}");
    // A single way that is too long needs no planner to be refused.
    parts.buses[0].breaks.as_mut().unwrap().after_driving = Some(Minutes(9));
    assert_eq!(planned(&parts, 5).visits, []);
}
