#![allow(clippy::unwrap_used)] // Tests, helpers included.

use proptest::prelude::*;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use vocabulary::{Minutes, Weekday};

use super::{Moves, exchange::Exchange, make_room::make_room, one_that_pays};
use crate::{
    Problem, ProblemParts, Travel,
    common::{add_stop, nth, quiet, random},
    construct,
    solution::Solution,
    workshop::{Offer, Workshop},
};

/// The solution, counted anew from its tours: what it costs, and the days of each stop.
fn counted_anew(problem: &Problem, solution: &Solution) -> Solution {
    // In a workshop of its own: the other's journal tells how to take a step back.
    let (mut workshop, mut anew) = (Workshop::new(problem), Solution::empty(problem));
    for (bus_day, route) in solution.routes.iter().enumerate() {
        assert!(workshop.replace_if_drivable(&mut anew, bus_day, &route.jobs));
        for stop in route.jobs.iter().map(|job| *job as usize) {
            if stop < problem.stops.len() {
                anew.asked[stop].push(bus_day);
            }
        }
    }
    for stop in 0..anew.own.len() {
        anew.asked[stop].sort_unstable();
        workshop.count_own(&mut anew, stop);
    }
    anew
}

/// Between any two places the quickest and the shortest way there is (Floyd 1962).
fn no_detour_is_quicker(travel: &mut Travel) {
    let n = travel.places.len();
    for way in [&mut travel.minutes, &mut travel.metres] {
        for over in 0..n {
            for (from, to) in (0..n * n).map(|pair| (pair / n, pair % n)) {
                way[from * n + to] = way[from * n + to].min(way[from * n + over] + way[over * n + to]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever they do, the books are right, and an exchange costs nothing; but that is sure only where no detour is quicker than the
    /// direct way, because the search for the cheapest place in a tour counts on it.
    #[test]
    fn steps_about_days_keep_count(choices in prop::collection::vec(any::<u32>(), 200), seed: u64, direct: bool) {
        let mut parts = random(&choices);
        if direct {
            no_detour_is_quicker(&mut parts.travel);
        }
        let problem = Problem::build(parts);
        prop_assume!(problem.is_ok());
        let problem = problem.unwrap();
        let (mut workshop, mut rng) = (Workshop::new(&problem), Pcg64Mcg::seed_from_u64(seed));
        let mut solution = construct::first_plan(&mut workshop);
        let mut exchange = Exchange::new(&problem);
        let asking: Vec<usize> = problem.asking().map(|(stop, _)| stop).collect();
        for stop in asking {
            workshop.journal.begin(&solution);
            make_room(&mut workshop, &mut solution, stop, &mut Vec::new(), &mut rng);
            let anew = counted_anew(&problem, &solution);
            prop_assert_eq!((anew.cost(), &anew.asked), (solution.cost(), &solution.asked));
            // Steps that break a rule are never kept.
            if solution.cost().is_forbidden() {
                workshop.journal.take_back(&mut solution);
            }
            let before = solution.cost();
            exchange.exchange(&mut workshop, &mut solution, &mut rng);
            prop_assert!(!direct || solution.cost() <= before, "{:?} after {before:?}", solution.cost());
            let anew = counted_anew(&problem, &solution);
            prop_assert_eq!((anew.cost(), &anew.asked), (solution.cost(), &solution.asked));
        }
    }
}

/// Days from Monday 28 June on which the stop of that number is visited.
fn days(problem: &Problem, solution: &Solution, stop: usize) -> Vec<usize> {
    solution.asked[stop]
        .iter()
        .map(|bus_day| problem.day_of(*bus_day))
        .collect()
}

/// One bus and three days, Monday to Wednesday, and for each a stop that likes it.
fn three_liked_days() -> ProblemParts {
    let mut parts = quiet(3);
    for (name, weekday) in [("mon", Weekday::Mon), ("tue", Weekday::Tue), ("wed", Weekday::Wed)] {
        add_stop(&mut parts, name, 1);
        let request = parts.requests.last_mut().unwrap();
        request.preferred_weekdays = [weekday].into_iter().collect();
    }
    parts
}

/// A plan with one visit of each stop, on these days of the only bus.
fn placed(workshop: &mut Workshop<'_>, days: &[usize]) -> Solution {
    let mut solution = workshop.only_fixed();
    for (stop, day) in days.iter().enumerate() {
        let bus_day = workshop.problem.bus_day(0, *day);
        let price = workshop.price_tour(&solution, stop, bus_day).unwrap();
        assert!(workshop.insert(&mut solution, stop, price.1));
        workshop.count_own(&mut solution, stop);
    }
    solution
}

/// Three stops, each on a day that the next one would like better, and no day with room for two.
#[test]
fn three_visits_change_places_in_a_ring() {
    let mut parts = three_liked_days();
    for request in &mut parts.requests {
        request.public = Minutes(400);
    }
    let problem = Problem::build(parts).unwrap();
    let mut workshop = Workshop::new(&problem);
    let mut solution = placed(&mut workshop, &[1, 2, 0]);
    Exchange::new(&problem).exchange(&mut workshop, &mut solution, &mut Pcg64Mcg::seed_from_u64(1));
    let found = [0, 1, 2].map(|stop| days(&problem, &solution, stop));
    assert_eq!(found, [vec![0], vec![1], vec![2]], "{} is a Monday", nth(0));
}

/// No tour can do without either of two stops once it visits the other, and both like the other day: they go there as one piece.
#[test]
fn a_whole_tour_moves_though_no_part_of_it_is_drivable() {
    let mut parts = quiet(2);
    for name in ["out", "back"] {
        add_stop(&mut parts, name, 1);
    }
    for request in &mut parts.requests {
        request.preferred_weekdays = [Weekday::Tue].into_iter().collect();
    }
    // Places: depot, out, back. From "out" home, and from home to "back", the road is closed for good.
    let day = 24 * 60;
    parts.travel.minutes[3] = day;
    parts.travel.minutes[2] = day;
    let problem = Problem::build(parts).unwrap();
    let mut workshop = Workshop::new(&problem);
    let [monday, tuesday] = [0, 1].map(|day| problem.bus_day(0, day));
    let start = |workshop: &mut Workshop<'_>| {
        let mut solution = workshop.only_fixed();
        assert!(workshop.insert_many(
            &mut solution,
            0..2,
            Offer {
                bus_day: monday,
                position: 0
            }
        ));
        for stop in 0..2 {
            workshop.count_own(&mut solution, stop);
        }
        solution
    };
    let alone = start(&mut workshop);
    assert!(
        workshop.price_tour(&alone, 0, tuesday).is_none(),
        "not without the other"
    );
    let mut moved = 0;
    for seed in 0..16 {
        let mut solution = start(&mut workshop);
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        Exchange::new(&problem).exchange(&mut workshop, &mut solution, &mut rng);
        moved += usize::from(solution.asked == [vec![tuesday], vec![tuesday]]);
        let anew = counted_anew(&problem, &solution);
        assert_eq!((anew.cost(), &anew.asked), (solution.cost(), &solution.asked));
    }
    assert!(moved > 0);
}

/// Who stands on a day that another would like better goes elsewhere.
#[test]
fn room_is_made_for_a_better_day() {
    let mut parts = quiet(2);
    for name in ["wishes", "stands-there"] {
        add_stop(&mut parts, name, 1);
    }
    for request in &mut parts.requests {
        request.public = Minutes(400);
    }
    parts.requests[0].preferred_weekdays = [Weekday::Tue].into_iter().collect();
    let problem = Problem::build(parts).unwrap();
    let mut workshop = Workshop::new(&problem);
    let mut solution = placed(&mut workshop, &[0, 1]);
    let mut moved = Vec::new();
    let mut rng = Pcg64Mcg::seed_from_u64(1);
    make_room(&mut workshop, &mut solution, 0, &mut moved, &mut rng);
    let found = [0, 1].map(|stop| days(&problem, &solution, stop));
    assert_eq!(found, [vec![1], vec![0]]);
    assert!(moved.iter().map(|one| one.stop).eq([0, 1]));
}

/// Of three stops one is off its weekday: room is made for it every other time, and else for anyone.
#[test]
fn who_pays_for_its_days_comes_first() {
    let problem = Problem::build(three_liked_days()).unwrap();
    let mut workshop = Workshop::new(&problem);
    let mut drawn = |days: [usize; 3]| {
        let (solution, mut rng) = (placed(&mut workshop, &days), Pcg64Mcg::seed_from_u64(1));
        let times = (0..100).filter_map(|_| one_that_pays(&problem, &solution, &mut rng));
        times.collect::<Vec<_>>()
    };
    assert!(drawn([0, 1, 2]).is_empty(), "all are where they like to be");
    let one = drawn([0, 0, 2]);
    assert!(
        (30..70).contains(&one.len()) && one.iter().all(|stop| *stop == 1),
        "{one:?}"
    );
    let two = drawn([0, 0, 1]);
    assert!(
        [1, 2].iter().all(|stop| two.contains(stop)) && !two.contains(&0),
        "{two:?}"
    );
}

/// A day of one long visit is a puzzle of days, a day of many short ones is not; nor is any where tours may go over their limits.
#[test]
fn few_visits_a_tour_make_a_puzzle_of_days() {
    let mut parts = quiet(1);
    for name in ["a", "b", "c", "d"] {
        add_stop(&mut parts, name, 1);
    }
    for (minutes, stiff, about_days) in [(400, true, true), (400, false, false), (30, true, false)] {
        for request in &mut parts.requests {
            request.public = Minutes(minutes);
        }
        let problem = Problem::build(parts.clone()).unwrap();
        let first = construct::first_plan(&mut Workshop::new(&problem));
        let moves = Moves::new(&problem, &first, stiff);
        assert_eq!(moves.are_about_days(), about_days, "{minutes} minutes, stiff: {stiff}");
    }
}
