//! Tiny seasons, in which every proposal can be tried: the search finds the best.

use volunteer_roster::fill::{Assignment, Fill, Kind, Post, Problem, Violation, check};

use crate::common::{assignment, filled, made_up, person, season, visit};

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
    for seed in 0..40 {
        let mut parts = made_up(seed, 3, 3);
        parts.offers.truncate(5);
        let offers: Vec<_> = parts.offers.iter().map(|o| (o.person.0, o.visit.0)).collect();
        let problem = Problem::build(parts).unwrap();
        let least = best(&problem, &offers, &mut Vec::new()).unwrap();
        // Nothing is called proved that is not the best.
        let first = filled(&problem, seed, 0).0;
        assert!(!first.proved || first.cost == least, "season {seed}: {first:?}");
        // What a short search misses, a longer one finds.
        let found = |rounds| filled(&problem, seed, rounds).0.cost;
        let cost = Some(found(100))
            .filter(|cost| *cost == least)
            .unwrap_or_else(|| found(1000));
        assert_eq!(cost, least, "season {seed}");
    }
}

#[test]
fn what_cannot_be_better_is_proved_at_once() {
    let parts = season(vec![visit(0, 9, 12), visit(0, 14, 17)], vec![person(Kind::Adult)]);
    let (fill, cost) = filled(&Problem::build(parts).unwrap(), 1, 1_000_000);
    assert_eq!((fill.proved, cost.missing), (true, 0));
}
