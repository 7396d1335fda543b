//! Tiny seasons, in which every proposal can be tried: the search finds the best, and a bound that it calls proved is one.

use volunteer_roster::fill::{Assignment, Fill, Post, Problem, Violation, check};

use crate::common::{assignment, filled, made_up};

/// The least cost of all proposals that go on from these choices.
fn best(problem: &Problem, offers: &[(u32, u32)], chosen: &mut Vec<Assignment>) -> Option<i64> {
    let Some(((person, visit), rest)) = offers.split_first() else {
        let fill = Fill {
            assignments: chosen.clone(),
            cost: i64::MIN,
            proved: false,
            rounds: 0,
        };
        return match check(problem, &fill).unwrap_err()[..] {
            [Violation::WrongCost { found, .. }] => Some(found),
            _ => None,
        };
    };
    let mut least = best(problem, rest, chosen);
    for post in Post::ALL {
        chosen.push(assignment(*person, *visit, post));
        let here = best(problem, rest, chosen);
        least = least.into_iter().chain(here).min();
        chosen.pop();
    }
    least
}

#[test]
fn the_search_finds_the_best_of_tiny_seasons() {
    let mut proved = 0;
    for seed in 0..40 {
        let mut parts = made_up(seed, 3, 3);
        parts.offers.truncate(5);
        let offers: Vec<_> = parts.offers.iter().map(|o| (o.person.0, o.visit.0)).collect();
        let problem = Problem::build(parts).unwrap();
        let least = best(&problem, &offers, &mut Vec::new()).unwrap();
        let (fill, _) = filled(&problem, seed, 24);
        assert_eq!(fill.cost, least, "season {seed}");
        proved += u32::from(fill.proved);
    }
    assert!(proved > 0);
}
