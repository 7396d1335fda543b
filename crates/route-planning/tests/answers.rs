//! Answers about a plan that stands: planning again with least change, "what if", conflicts, changes as values.

#![allow(clippy::unwrap_used, clippy::expect_used)] // Tests, helpers included.

mod common;

use common::*;
use proptest::prelude::*;
use route_planning::*;
use vocabulary::{CivilWindow, Minute, Minutes};

const SETTINGS: SolveSettings = SolveSettings {
    seed: 1,
    iterations: Some(40),
};

/// The parts with the changes; all of them mean something.
fn with(parts: &ProblemParts, changes: &[Change]) -> ProblemParts {
    changed(parts, changes).unwrap()
}

/// Plans again and has the judge look at it.
fn again(parts: &ProblemParts, from: &Plan) -> Plan {
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let plan = replan(&problem, from, SETTINGS, &mut Unwatched);
    assert_eq!(check(parts, &plan), [], "{plan:#?}");
    plan
}

fn counts(from: &Plan, to: &Plan) -> [u32; 4] {
    let c = difference(from, to).counts;
    [c.kept, c.added, c.removed, c.moved]
}

#[test]
fn nothing_changed_nothing_moves() {
    let parts = town(26, 1);
    let plan = planned(&parts, 20);
    let same = again(&parts, &plan);
    assert_eq!(counts(&plan, &same), [plan.figures.visits, 0, 0, 0]);
    assert_eq!(same.cost, plan.cost);
}

#[test]
fn a_cancelled_visit_is_made_up_for_elsewhere() {
    let parts = with_stops(10, &[("a", 2), ("b", 2)]);
    let plan = planned(&parts, 20);
    let (stop, day) = (slug("a"), plan.visits_at(&slug("a")).next().unwrap().day);
    let changes = [Change::CancelVisit {
        stop: stop.clone(),
        day,
    }];
    let after = again(&with(&parts, &changes), &plan);
    assert_eq!(counts(&plan, &after), [3, 0, 0, 1]);
    assert!(after.visits_at(&stop).all(|visit| visit.day != day));
}

#[test]
fn a_closed_day_moves_its_own_visits_only() {
    let parts = with_stops(10, &[("a", 2), ("b", 2), ("c", 3)]);
    let plan = planned(&parts, 20);
    let day = plan.visits[0].day;
    let hit = plan.visits_on(day).count() as u32;
    let after = again(&with(&parts, &[Change::CloseDay { day }]), &plan);
    assert_eq!(counts(&plan, &after), [7 - hit, 0, 0, hit]);
}

#[test]
fn a_broken_bus_hands_its_visits_over() {
    let mut parts = with_stops(4, &[("a", 4), ("b", 4)]);
    parts.buses.push(bus("second"));
    let plan = planned(&parts, 20);
    let day = plan.visits[0].day;
    let (on_it, bus) = (plan.visits_on(day).count(), plan.visits[0].bus.clone());
    let after = again(
        &with(
            &parts,
            &[Change::BusAway {
                bus: bus.clone(),
                days: vec![day],
            }],
        ),
        &plan,
    );
    assert!(after.visits_on(day).all(|visit| visit.bus != bus));
    assert_eq!(after.visits_on(day).count(), on_it);
    assert_eq!(difference(&plan, &after).counts.other_day, 0);
}

#[test]
fn a_new_stop_and_a_new_event_push_nobody_away() {
    let mut parts = with_stops(10, &[("a", 2), ("b", 2)]);
    let plan = planned(&parts, 20);
    add_stop(&mut parts, "new", 2);
    let (stop, request) = (parts.stops.pop().unwrap(), parts.requests.pop().unwrap());
    parts.travel = uniform(&["depot", "a", "b"], 10);
    let changes = [Change::AddStop {
        stop: Box::new(stop),
        request: Some(Box::new(request)),
        legs: Vec::new(),
        estimate: TravelEstimate::default(),
    }];
    let more = with(&parts, &changes);
    assert!(more.travel.estimated);
    assert_eq!(more.travel.minutes.len(), 16);
    let after = again(&more, &plan);
    assert_eq!(counts(&plan, &after), [4, 2, 0, 0]);

    let day = plan.visits[0].day;
    let event = Event {
        slug: slug("fete"),
        day,
        rule: EventRule::TakePart {
            stop: slug("new"),
            hours: CivilWindow::new(
                plan.visits[0].public_end,
                plan.visits[0].public_end.plus(Minutes(60)).unwrap(),
            )
            .unwrap(),
            bus: None,
            counts: false,
        },
    };
    let after = again(&with(&more, &[Change::AddEvent { event }]), &plan);
    assert!(
        after
            .visits_on(day)
            .any(|visit| matches!(visit.reason, VisitReason::Event { .. }))
    );
    assert_eq!(after.figures.missing, 0);
}

#[test]
fn a_longer_service_stays_on_its_day() {
    let parts = with_stops(10, &[("a", 3), ("b", 3)]);
    let plan = planned(&parts, 20);
    let change = Change::LongerService {
        stop: slug("a"),
        public: Minutes(150),
    };
    let after = again(&with(&parts, &[change]), &plan);
    assert_eq!(days_of(&after, "a"), days_of(&plan, "a"));
    assert_eq!(days_of(&after, "b"), days_of(&plan, "b"));
}

/// Day 0 has room for one visit only. "a" can only be there; "b", which stands there, can go elsewhere.
#[test]
fn a_least_visit_makes_another_move_and_a_wanted_one_does_not() {
    let mut parts = with_stops(3, &[("b", 1)]);
    for day in &mut parts.days {
        day.hours = Some(hours("10:00-13:00"));
    }
    let plan = planned(&parts, 10);
    let day = plan.visits[0].day;
    add_stop(&mut parts, "a", 1);
    let stop = parts.stops.last_mut().unwrap();
    stop.exceptions = parts
        .days
        .iter()
        .filter(|d| d.day != day)
        .map(|d| SiteException {
            day: d.day,
            hours: Vec::new(),
        })
        .collect();
    let wanted = again(&parts, &plan);
    assert_eq!(counts(&plan, &wanted), [1, 0, 0, 0]);
    parts.requests.last_mut().unwrap().least = 1;
    let least = again(&parts, &plan);
    assert_eq!(counts(&plan, &least), [0, 1, 0, 1]);
}

#[test]
fn what_if_a_rule_were_relaxed() {
    let mut parts = with_stops(11, &[("a", 3)]);
    parts.requests[0].gap_min = Some(7);
    let plan = planned(&parts, 10);
    assert_eq!(plan.unmet[0].got, 2);
    let Reason::OneRule { relaxation, .. } = plan.unmet[0].reasons[0].clone() else {
        panic!()
    };
    let change = Change::Relax {
        stop: slug("a"),
        relaxation,
    };
    let answer = what_if(&parts, &[change], &plan, SETTINGS, &mut Unwatched).unwrap();
    assert_eq!(answer.plan.figures.missing, 0);
    assert!(answer.difference.price().unserved_wanted < 0);
    assert_eq!(
        answer.difference.figures.from.visits + 1,
        answer.difference.figures.to.visits
    );
}

#[test]
fn what_if_with_names_that_are_not_there() {
    let parts = with_stops(2, &[("a", 1)]);
    let plan = planned(&parts, 0);
    let stop = slug("nowhere");
    let changes = [
        Change::CloseDay { day: nth(9) },
        Change::CloseDay { day: nth(1) },
        Change::CancelVisit {
            stop: stop.clone(),
            day: nth(0),
        },
    ];
    let faults = vec![
        (0, ChangeFault::OutsideSeason { day: nth(9) }),
        (2, ChangeFault::UnknownStop { stop }),
    ];
    let answer = what_if(&parts, &changes, &plan, SETTINGS, &mut Unwatched);
    assert_eq!(answer, Err(WhatIfFault::Changes(faults)));
    let short = Change::LongerService {
        stop: slug("a"),
        public: Minutes(2000),
    };
    let answer = what_if(&parts, &[short], &plan, SETTINGS, &mut Unwatched);
    assert!(matches!(answer, Err(WhatIfFault::Problem(_))));
}

#[test]
fn changes_in_json() {
    let change = Change::CancelVisit {
        stop: slug("a"),
        day: nth(0),
    };
    let text = r#"{"change":"cancel-visit","stop":"a","day":"2027-06-28"}"#;
    assert_eq!(serde_json::to_string(&change).unwrap(), text);
    assert_eq!(serde_json::from_str::<Change>(text).unwrap(), change);
    let relax = r#"{"change":"relax","stop":"a","relaxation":{"relax":"least-gap","asked":7,"enough":5}}"#;
    let change: Change = serde_json::from_str(relax).unwrap();
    assert_eq!(serde_json::to_string(&change).unwrap(), relax);
}

#[test]
fn given_travel_of_a_new_stop_is_no_estimate() {
    let mut parts = with_stops(3, &[("a", 1), ("b", 1)]);
    let (stop, request) = (parts.stops.pop().unwrap(), parts.requests.pop().unwrap());
    parts.travel = uniform(&["depot", "a"], 10);
    let leg = |place: &str, to: u32| NewLeg {
        place: slug(place),
        minutes_to: Minutes(to),
        metres_to: vocabulary::Metres(to * 500),
        minutes_from: Minutes(to + 1),
        metres_from: vocabulary::Metres(to * 500 + 1),
    };
    let changes = [Change::AddStop {
        stop: Box::new(stop),
        request: Some(Box::new(request)),
        legs: vec![leg("depot", 12), leg("a", 7)],
        estimate: TravelEstimate::default(),
    }];
    let travel = with(&parts, &changes).travel;
    assert!(!travel.estimated);
    assert_eq!(travel.minutes, [0, 10, 12, 10, 0, 7, 13, 8, 0]);
    assert_eq!(travel.metres, [0, 5000, 6000, 5000, 0, 3500, 6001, 3501, 0]);
}

#[test]
fn a_season_that_works_has_no_conflict() {
    assert_eq!(conflict(&town(12, 1), &mut Unwatched), Ok(None));
}

#[test]
fn visits_fixed_at_the_same_time_conflict() {
    let mut parts = with_stops(2, &[("a", 1), ("b", 1), ("c", 1)]);
    for (stop, minute) in [("a", 660), ("b", 700)] {
        parts.pins.push(Pin {
            stop: slug(stop),
            day: nth(0),
            bus: None,
            public_start: Minute::new(minute),
            public: None,
        });
    }
    let found = conflict(&parts, &mut Unwatched).unwrap().unwrap();
    let pin = |stop: &str| ConflictMember::Pin {
        stop: slug(stop),
        day: nth(0),
    };
    let buses = ConflictMember::SeasonRule {
        family: RuleFamily::SeasonFull,
    };
    assert_eq!(found.members, [pin("a"), pin("b"), buses]);
}

#[test]
fn spacing_and_permission_conflict_with_the_least_visits() {
    let mut parts = with_stops(14, &[("a", 2), ("b", 1)]);
    let request = &mut parts.requests[0];
    (request.least, request.gap_min) = (2, Some(7));
    parts.stops[0].permission_until = Some(nth(4));
    let found = conflict(&parts, &mut Unwatched).unwrap().unwrap();
    let rule = |family| ConflictMember::StopRule {
        stop: slug("a"),
        family,
    };
    let request = ConflictMember::Request {
        stop: slug("a"),
        least: 2,
    };
    assert_eq!(
        found.members,
        [request, rule(RuleFamily::LeastGap), rule(RuleFamily::Permission)]
    );
    assert_eq!(found.proof, ConflictProof::Exact);
    assert_eq!(found.members[0].to_string(), "a asks for at least 2 visits");
}

#[test]
fn always_the_same_start_conflicts_with_hours_that_differ() {
    let mut parts = with_stops(2, &[("a", 2)]);
    let request = &mut parts.requests[0];
    (request.least, request.same_start) = (2, vocabulary::Sameness::Always);
    let open = |weekday, at| SiteWindow {
        weekdays: [weekday].into_iter().collect(),
        hours: hours(at),
    };
    parts.stops[0].windows = vec![
        open(vocabulary::Weekday::Mon, "10:30-13:00"),
        open(vocabulary::Weekday::Tue, "14:00-16:30"),
    ];
    let found = conflict(&parts, &mut Unwatched).unwrap().unwrap();
    let stop = || slug("a");
    let rule = |family| ConflictMember::StopRule { stop: stop(), family };
    let request = ConflictMember::Request { stop: stop(), least: 2 };
    assert_eq!(
        found.members,
        [request, rule(RuleFamily::SameStart), rule(RuleFamily::SiteHours)]
    );
    assert_eq!(found.proof, ConflictProof::Exact);
    parts.stops[0].windows[1].hours = hours("10:30-13:00");
    assert_eq!(conflict(&parts, &mut Unwatched), Ok(None));
}

#[test]
fn more_least_visits_than_days_have_room_for() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1), ("c", 1), ("d", 1)]);
    parts.requests.iter_mut().for_each(|request| request.least = 1);
    let found = conflict(&parts, &mut Unwatched).unwrap().unwrap();
    let requests = found
        .members
        .iter()
        .filter(|m| matches!(m, ConflictMember::Request { .. }));
    assert_eq!(requests.count(), 3); // two visits of 150 minutes fit into eight hours with their ways, a third does not
    assert_eq!(found.proof, ConflictProof::Search);
}

#[test]
fn faults_of_the_data_are_no_conflict() {
    let mut parts = with_stops(2, &[("a", 1)]);
    parts.stops[0].need = 0;
    assert!(conflict(&parts, &mut Unwatched).is_err());
}

/// A change of a random problem.
fn random_change(parts: &ProblemParts, choices: &[u32]) -> Change {
    let pick = |i: usize, of: usize| choices[i] as usize % of;
    let day = parts.days[pick(1, parts.days.len())].day;
    let request = &parts.requests[pick(2, parts.requests.len())];
    let stop = request.stop.clone();
    match choices[0] % 7 {
        0 => Change::CloseDay { day },
        1 => Change::BusAway {
            bus: parts.buses[0].slug.clone(),
            days: vec![day],
        },
        2 => Change::CancelVisit { stop, day },
        3 => Change::LongerService {
            stop,
            public: request.public + Minutes(30),
        },
        4 => Change::AddEvent {
            event: Event {
                slug: slug("new-event"),
                day,
                rule: EventRule::StayAway {
                    hours: None,
                    scope: Scope::All,
                },
            },
        },
        5 => Change::AddEvent {
            event: Event {
                slug: slug("new-fete"),
                day,
                rule: EventRule::TakePart {
                    stop,
                    hours: hours("12:00-13:00"),
                    bus: None,
                    counts: choices[1].is_multiple_of(2),
                },
            },
        },
        _ => Change::ChangeRequest {
            request: Box::new(Request {
                least: request.wanted,
                gap_min: None,
                ..request.clone()
            }),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// The judge accepts every plan that was made again, and the difference accounts for every visit.
    #[test]
    fn every_plan_made_again_is_allowed(
        choices in prop::collection::vec(any::<u32>(), 900),
        change in prop::collection::vec(any::<u32>(), 3),
    ) {
        let parts = random(&choices);
        if let Ok(problem) = Problem::build(parts.clone()) {
            let plan = solve(&problem, SolveSettings { seed: 1, iterations: Some(3) }, &mut Unwatched);
            let same = replan(&problem, &plan, SETTINGS, &mut Unwatched);
            prop_assert_eq!(check(&parts, &same), vec![]);
            // A least visit that the search had missed may make others move.
            if plan.unmet.iter().all(|unmet| unmet.got >= unmet.least) {
                prop_assert_eq!(counts(&plan, &same)[2..].to_vec(), vec![0, 0]);
            }
            let change = random_change(&parts, &change);
            match what_if(&parts, std::slice::from_ref(&change), &plan, SETTINGS, &mut Unwatched) {
                Ok(answer) => {
                    prop_assert_eq!(check(&with(&parts, &[change]), &answer.plan), vec![]);
                    let c = answer.difference.counts;
                    prop_assert_eq!(c.kept + c.moved + c.removed, plan.figures.visits);
                    prop_assert_eq!(c.kept + c.moved + c.added, answer.plan.figures.visits);
                }
                Err(fault) => prop_assert!(matches!(fault, WhatIfFault::Problem(_)), "{}", fault),
            }
        }
    }
}
