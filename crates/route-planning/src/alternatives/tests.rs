//! Each alternative is tested by taking it: the visit is put there, every other one held where it is, and the judge looks at the plan
//! that comes out.

use proptest::prelude::*;

use super::*;
use crate::{
    CostGroup, Pin, ProblemParts, SolveSettings, Unwatched, check,
    common::{bus, days_of as days, hours, nth, planned, random, slug, town, with_stops},
    difference,
    replan::{breakdown_of, solution_of},
    report,
    workshop::Workshop,
};

fn of(parts: &ProblemParts, plan: &Plan, stop: &str, day: Day, count: usize) -> Vec<Alternative> {
    let problem = Problem::build(parts.clone()).unwrap();
    alternatives(&problem, plan, &slug(stop), day, count).unwrap()
}

/// The plan in which the visit is where the alternative says and all others are as they were; panics when that breaks a rule.
fn taken(problem: &Problem, plan: &Plan, from: &PlannedVisit, to: &Alternative) -> Plan {
    let parts = problem.parts();
    let number = parts.stops.iter().position(|stop| stop.slug == from.stop).unwrap();
    let bus_day = |slug: &Slug, day: Day| {
        let bus = parts.buses.iter().position(|bus| bus.slug == *slug).unwrap();
        problem.bus_day(bus, problem.first_day.days_until(day) as usize)
    };
    let (old, new) = (bus_day(&from.bus, from.day), bus_day(&to.place.bus, to.place.day));
    let mut bench = Bench::new(problem);
    let draft = tours::of_plan(&mut bench, plan);
    let mut fixed = standing::held(problem, &mut bench, &draft, plan, |_| false);
    let start = to.place.public_start.get();
    let only = Slot {
        first: start,
        last: start,
        misses_preference: false,
    };
    let request = &mut std::sync::Arc::make_mut(&mut fixed.stops[number]).request;
    let request = request.as_mut().unwrap();
    (request.slots[problem.day_of(new)], request.any_time) = (vec![only], false);
    request.slots_of_bus.retain(|(_, day), _| *day != problem.day_of(new));
    let mut bench = Bench::new(&fixed);
    let mut all = draft.tours().to_vec();
    all[old].retain(|job| *job as usize != number);
    let orders = (0..=all[new].len()).map(|position| {
        let mut jobs = all[new].clone();
        jobs.insert(position, number as Job);
        jobs
    });
    let drivable = orders.filter_map(|jobs| Some((bench.points(new, &jobs)?, jobs)));
    all[new] = drivable.min().unwrap().1;
    let draft = bench.draft(all).unwrap();
    let mut workshop = Workshop::new(&fixed);
    let solution = solution_of(&mut workshop, &draft);
    let after = report::plan(&mut workshop, &solution, 1, 0, plan.unmet.clone());
    assert_eq!(check(parts, &after), [], "{to:?}");
    let change = difference(plan, &after).counts;
    assert_eq!((change.moved, change.kept), (1, plan.figures.visits - 1), "{to:?}");
    after
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn an_alternative_that_is_taken_keeps_every_rule_and_costs_what_it_says(choices in prop::collection::vec(any::<u32>(), 900)) {
        let parts = random(&choices);
        let Ok(problem) = Problem::build(parts.clone()) else { return Ok(()) };
        // A liked start is priced against the one that most visits have, which may change with the visit.
        prop_assume!(parts.requests.iter().all(|r| r.same_start != vocabulary::Sameness::Liked));
        let settings = SolveSettings { seed: 1, iterations: Some(3) };
        let plan = crate::solve(&problem, settings, &mut Unwatched);
        for visit in plan.visits.iter().filter(|visit| visit.reason == VisitReason::Asked) {
            let found = alternatives(&problem, &plan, &visit.stop, visit.day, 3).unwrap();
            prop_assert!(found.len() <= 3);
            for alternative in &found {
                prop_assert_ne!(&alternative.place, &VisitPlace::from(visit));
            }
            for alternative in found.iter().filter(|a| a.shifted.is_empty()) {
                let after = taken(&problem, &plan, visit, alternative);
                let price = breakdown_of(&problem, &after) - breakdown_of(&problem, &plan);
                prop_assert_eq!(price.rank(), alternative.cost.rank(), "{:?}", alternative);
            }
        }
    }
}

#[test]
fn another_hour_another_bus_another_day() {
    let mut parts = with_stops(2, &[("a", 1)]);
    let plan = planned(&parts, 5);
    let first = plan.visits[0].clone();
    let found = of(&parts, &plan, "a", first.day, 9);
    // Three parts of two days, less its own.
    assert_eq!(found.len(), 5);
    let mut places: Vec<_> = found.iter().map(|a| (a.place.day, a.place.public_start)).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), 5);
    parts.buses.push(bus("second"));
    let found = of(&parts, &plan, "a", first.day, 9);
    let swapped = found.iter().find(|a| a.place.bus == slug("second")).unwrap();
    assert_eq!(swapped.cost.rank(), [0; 6]);
}

#[test]
fn spacing_with_the_other_visits_is_kept() {
    let mut parts = with_stops(15, &[("a", 3)]);
    parts.requests[0].gap_min = Some(7);
    let plan = planned(&parts, 5);
    assert_eq!(days(&plan, "a"), [0, 7, 14]);
    let found = of(&parts, &plan, "a", nth(7), 9);
    assert!(found.iter().all(|a| a.place.day == nth(7)), "{found:?}");
}

#[test]
fn the_price_says_what_is_lost() {
    let mut parts = with_stops(2, &[("a", 1)]);
    parts.requests[0].preferred_hours = Some(hours("10:00-13:00"));
    let plan = planned(&parts, 5);
    let found = of(&parts, &plan, "a", plan.visits[0].day, 9);
    let (same, later) = (&found[0], found.last().unwrap());
    assert_eq!(same.cost.rank(), [0; 6]);
    let preferences = later
        .cost
        .groups()
        .into_iter()
        .find(|(group, _)| *group == CostGroup::Preferences);
    assert_eq!(preferences, Some((CostGroup::Preferences, 600)));
}

#[test]
fn fixed_visits_say_why_there_is_nothing() {
    let mut parts = with_stops(3, &[("a", 1), ("b", 1)]);
    parts.pins.push(Pin {
        stop: slug("a"),
        day: nth(0),
        bus: None,
        public_start: None,
        public: None,
    });
    let plan = planned(&parts, 5);
    let problem = Problem::build(parts).unwrap();
    let answer = alternatives(&problem, &plan, &slug("a"), nth(0), 3);
    let (stop, day) = (slug("a"), nth(0));
    assert_eq!(answer, Err(NoAlternatives::Pinned { stop, day }));
    let answer = alternatives(&problem, &plan, &slug("a"), nth(2), 3);
    let (stop, day) = (slug("a"), nth(2));
    assert_eq!(answer, Err(NoAlternatives::NotInPlan { stop, day }));
}

/// In a full season a visit can only take the place that it leaves; with room there are three for nearly every visit.
#[test]
fn a_town_with_room_has_three_for_nearly_every_visit() {
    let parts = town(12, 1);
    let plan = planned(&parts, 20);
    let problem = Problem::build(parts).unwrap();
    let asked = plan.visits.iter().filter(|visit| visit.reason == VisitReason::Asked);
    let numbers: Vec<usize> = asked
        .map(|visit| alternatives(&problem, &plan, &visit.stop, visit.day, 3).unwrap().len())
        .collect();
    let full = numbers.iter().filter(|number| **number == 3).count();
    assert!(full * 10 >= numbers.len() * 9, "{full} of {}", numbers.len());
}
