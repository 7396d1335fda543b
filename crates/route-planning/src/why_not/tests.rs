//! Each reason is tested by doing what it says: relax the rule in the parts, build the whole problem anew, put the plan's other
//! visits into it, place the stop, and let the independent checker judge the result.

use proptest::prelude::*;
use vocabulary::{Minutes, Weekday, Weekdays};

use super::*;
use crate::{
    Plan, PlannedVisit, SiteWindow, SolveSettings, Unwatched, Violation, VisitReason, check,
    common::{add_stop, day, hours, nth, planned, quiet, random, slug, with_stops},
    moves::change_days,
    problem::{Event, EventRule, Job, Scope},
    report, solve,
};

/// The visits at the stop when it is placed again under other parts; panics if the checker refuses the plan.
fn placed_under(parts: &ProblemParts, plan: &Plan, stop: &vocabulary::Slug) -> usize {
    let problem = Problem::build(parts.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut workshop = Workshop::new(&problem);
    let mut solution = workshop.only_fixed();
    for bus_day in 0..solution.routes.len() {
        workshop.replace_if_drivable(&mut solution, bus_day, &[]); // the plan may have fixed visits on other buses
    }
    for tour in &plan.tours {
        let of_tour = |visit: &&PlannedVisit| visit.day == tour.day && visit.bus == tour.bus;
        let visits: Vec<&PlannedVisit> = plan.visits.iter().filter(of_tour).collect();
        let jobs: Vec<Job> = visits.iter().map(|visit| job(&problem, visit)).collect();
        let bus = parts.buses.iter().position(|bus| bus.slug == tour.bus).unwrap();
        let bus_day = problem.bus_day(bus, problem.first_day.days_until(tour.day) as usize);
        assert!(workshop.replace_if_drivable(&mut solution, bus_day, &jobs));
        for visit in visits.iter().filter(|visit| visit.reason == VisitReason::Asked) {
            let stop = parts.stops.iter().position(|s| s.slug == visit.stop).unwrap();
            solution.asked[stop].push(bus_day);
        }
    }
    let number = parts.stops.iter().position(|s| s.slug == *stop).unwrap();
    workshop.remove_all(&mut solution, number);
    change_days::place(&mut workshop, &mut solution, number, u32::MAX);
    let after = report::plan(&mut workshop, &solution, 1, 0, Vec::new());
    let mut violations = check(parts, &after);
    violations.retain(|violation| !matches!(violation, Violation::UnmetUnexplained { .. }));
    assert_eq!(violations, []);
    solution.got(&problem, number) as usize
}

fn job(problem: &Problem, visit: &PlannedVisit) -> Job {
    let parts = problem.parts();
    let stop = parts.stops.iter().position(|s| s.slug == visit.stop).unwrap();
    let on_day = problem.first_day.days_until(visit.day) as usize;
    let fixed = problem
        .fixed
        .iter()
        .position(|f| f.stop == stop && f.day == on_day && f.reason == visit.reason);
    match visit.reason {
        VisitReason::Asked => stop as Job,
        VisitReason::Event { .. } | VisitReason::Pin => (problem.stops.len() + fixed.unwrap()) as Job,
    }
}

/// Proves every reason of a plan.
fn prove(parts: &ProblemParts, plan: &Plan) {
    for unmet in &plan.unmet {
        let got = unmet.got as usize;
        assert_eq!(
            placed_under(parts, plan, &unmet.stop),
            got,
            "{}: no rule had to be relaxed",
            unmet.stop
        );
        assert!(!unmet.reasons.is_empty());
        for reason in &unmet.reasons {
            if let Reason::OneRule { relaxation, .. } = reason {
                let mut relaxed = parts.clone();
                relaxation.apply(&mut relaxed, &unmet.stop);
                assert!(
                    placed_under(&relaxed, plan, &unmet.stop) > got,
                    "{}: {reason:?} does not help",
                    unmet.stop
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_stated_rule_when_lifted_places_the_visit(choices in prop::collection::vec(any::<u32>(), 400)) {
        let parts = random(&choices);
        if let Ok(problem) = Problem::build(parts.clone()) {
            prove(&parts, &solve(&problem, SolveSettings { seed: 1, iterations: Some(3) }, &mut Unwatched));
        }
    }
}

/// Plans, proves all reasons, and looks for the one of a family at the first unmet stop.
fn reason_of(parts: &ProblemParts, family: RuleFamily) -> Relaxation {
    let plan = planned(parts, 10);
    prove(parts, &plan);
    let reasons = plan.unmet.first().map_or(Vec::new(), |unmet| unmet.reasons.clone());
    let of_family = reasons.iter().find_map(|reason| match reason {
        Reason::OneRule {
            family: found,
            relaxation,
        } if *found == family => Some(relaxation.clone()),
        Reason::OneRule { .. } | Reason::SeveralRules { .. } | Reason::OutOfReach => None,
    });
    of_family.unwrap_or_else(|| panic!("{family:?} is not among {reasons:?}"))
}

#[test]
fn spacing() {
    let mut parts = with_stops(11, &[("a", 3)]);
    parts.requests[0].gap_min = Some(7);
    assert_eq!(
        reason_of(&parts, RuleFamily::LeastGap),
        Relaxation::LeastGap { asked: 7, enough: 5 }
    );
}

#[test]
fn longest_gap() {
    let mut parts = with_stops(12, &[("a", 2)]);
    parts.requests[0].gap_max = Some(3);
    for closed in 1..=8 {
        parts.days[closed].hours = None; // 0, then 9 to 11: fine for two visits there
    }
    parts.days[10].hours = None;
    parts.days[11].hours = None;
    assert_eq!(
        reason_of(&parts, RuleFamily::MostGap),
        Relaxation::MostGap {
            asked: Some(3),
            enough: Some(9)
        }
    );
}

#[test]
fn limits_of_the_last_visit() {
    let mut parts = with_stops(6, &[("a", 1)]);
    parts.requests[0].last_from = Some(nth(4));
    parts.days[4].hours = None;
    parts.days[5].hours = None;
    assert_eq!(
        reason_of(&parts, RuleFamily::MostGap),
        Relaxation::MostGap {
            asked: None,
            enough: None
        }
    );
}

#[test]
fn forbidden_weekdays() {
    let mut parts = with_stops(7, &[("a", 2)]);
    parts.requests[0].forbidden_weekdays = Weekdays::ALL.iter().filter(|d| *d != Weekday::Tue).collect();
    let Relaxation::Weekdays { allow } = reason_of(&parts, RuleFamily::Weekdays) else {
        panic!()
    };
    assert_eq!(allow.iter().count(), 1);
}

#[test]
fn hours_of_the_place() {
    let mut parts = with_stops(2, &[("a", 1)]);
    parts.requests[0].public = Minutes(120);
    parts.stops[0].windows = vec![
        SiteWindow {
            weekdays: [Weekday::Mon].into_iter().collect(),
            hours: hours("11:00-12:30"),
        },
        SiteWindow {
            weekdays: [Weekday::Sun].into_iter().collect(),
            hours: hours("11:00-14:00"),
        },
    ];
    // 30 minutes are missing: 15 at each end.
    assert_eq!(
        reason_of(&parts, RuleFamily::SiteHours),
        Relaxation::SiteHours { longer_by: Minutes(15) }
    );
    parts.stops[0].windows.remove(0);
    assert_eq!(
        reason_of(&parts, RuleFamily::SiteHours),
        Relaxation::SiteOpen { days: vec![nth(0)] }
    );
}

#[test]
fn permission() {
    let mut parts = with_stops(9, &[("a", 2)]);
    parts.requests[0].gap_min = Some(4);
    parts.stops[0].permission_until = Some(nth(3));
    assert_eq!(
        reason_of(&parts, RuleFamily::Permission),
        Relaxation::Permission { until: nth(4) }
    );
}

#[test]
fn event() {
    let mut parts = with_stops(1, &[("a", 1)]);
    for (name, at) in [("fair", None), ("rain", Some(hours("08:00-09:00")))] {
        let rule = EventRule::StayAway {
            hours: at,
            scope: Scope::Stop(slug("a")),
        };
        parts.events.push(Event {
            slug: slug(name),
            day: nth(0),
            rule,
        });
    }
    assert_eq!(
        reason_of(&parts, RuleFamily::Event),
        Relaxation::Events {
            events: vec![slug("fair")]
        }
    );
}

#[test]
fn closed_day() {
    let mut parts = with_stops(3, &[("a", 3)]);
    parts.days[1].hours = None;
    assert_eq!(
        reason_of(&parts, RuleFamily::ClosedDay),
        Relaxation::OpenDays { days: vec![nth(1)] }
    );
}

#[test]
fn hours_of_the_bus() {
    let mut parts = with_stops(1, &[("a", 1), ("b", 1)]);
    // From 9:45: public 10:15-12:15 and, on the quarter hour, 13:00-15:00; back at 15:25. So 15 minutes at each end fall short.
    parts.days[0].hours = Some(hours("10:00-15:00"));
    assert_eq!(
        reason_of(&parts, RuleFamily::BusHours),
        Relaxation::BusHours { longer_by: Minutes(30) }
    );
}

#[test]
fn duty() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.buses[0].max_duty = Some(Minutes(150)); // a visit takes 170
    assert_eq!(
        reason_of(&parts, RuleFamily::Duty),
        Relaxation::Duty { longer_by: Minutes(30) }
    );
}

#[test]
fn length_of_the_visit() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.days[0].hours = Some(hours("10:00-12:30")); // from 10:30, so until 12:05 at most
    assert_eq!(
        reason_of(&parts, RuleFamily::VisitLength),
        Relaxation::VisitLength {
            asked: Minutes(120),
            enough: Minutes(95)
        }
    );
}

#[test]
fn season_full() {
    let parts = with_stops(1, &[("a", 1), ("b", 1), ("c", 1)]);
    assert_eq!(
        reason_of(&parts, RuleFamily::SeasonFull),
        Relaxation::AnotherBus { days: vec![nth(0)] }
    );
}

#[test]
fn several_rules_together() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.requests[0].forbidden_weekdays = [Weekday::Mon].into_iter().collect();
    parts.stops[0].permission_until = Some(nth(-1));
    let plan = planned(&parts, 0);
    let families = vec![RuleFamily::Weekdays, RuleFamily::Permission];
    assert_eq!(plan.unmet[0].reasons, [Reason::SeveralRules { families }]);
}

#[test]
fn out_of_reach() {
    let mut parts = with_stops(1, &[("a", 1)]);
    parts.travel = crate::common::uniform(&["depot", "a"], 700);
    assert_eq!(planned(&parts, 0).unmet[0].reasons, [Reason::OutOfReach]);
}

#[test]
fn the_words_of_the_json_form() {
    let reason = Reason::OneRule {
        family: RuleFamily::ClosedDay,
        relaxation: Relaxation::OpenDays {
            days: vec![day("2027-07-04")],
        },
    };
    let text = r#"{"why":"one-rule","family":"closed-day","relaxation":{"relax":"open-days","days":["2027-07-04"]}}"#;
    assert_eq!(serde_json::to_string(&reason).unwrap(), text);
    let mut parts = quiet(1);
    add_stop(&mut parts, "a", 1);
    assert_eq!(planned(&parts, 0).unmet, []);
}
