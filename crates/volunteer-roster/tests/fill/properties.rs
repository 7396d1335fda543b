//! What holds for every season, whatever chance makes up.

use proptest::prelude::*;
use volunteer_roster::fill::{
    Assignment, Exclusion, Fill, Problem, Progress, Settings, Step, Unfilled, Unwatched, Verdict, Violation,
    VisitIndex, check, explain, solve,
};

use crate::common::{filled, made_up};

/// Whether adding the person breaks just this.
fn is(violation: &Violation, exclusion: Exclusion, one: Assignment) -> bool {
    let pair = |first: VisitIndex, second: VisitIndex, with: VisitIndex| {
        [(first, second), (second, first)].contains(&(one.visit, with))
    };
    match exclusion {
        Exclusion::HasPlaceHere => matches!(violation, Violation::TwicePresent { .. }),
        Exclusion::NotAvailable => matches!(violation, Violation::NotOffered { .. }),
        Exclusion::WrongPost => matches!(violation, Violation::WrongPost { .. }),
        Exclusion::Barred { reason } => matches!(violation, Violation::Barred { reason: r, .. } if *r == reason),
        Exclusion::Overlap { with } => {
            matches!(violation, Violation::Overlap { first, second, .. } if pair(*first, *second, with))
        }
        Exclusion::Travel { with } => {
            matches!(violation, Violation::Travel { first, second, .. } if pair(*first, *second, with))
        }
        Exclusion::Rest { with } => {
            matches!(violation, Violation::Rest { first, second, .. } if pair(*first, *second, with))
        }
        Exclusion::DayLimit => matches!(violation, Violation::Day { .. }),
        Exclusion::WeekLimit => matches!(violation, Violation::Week { .. }),
        Exclusion::MonthLimit => matches!(violation, Violation::Month { .. }),
        Exclusion::SeasonLimit => matches!(violation, Violation::Season { .. }),
        Exclusion::DaysInRow => matches!(violation, Violation::DaysInRow { .. }),
        Exclusion::MinorsMix => matches!(
            violation,
            Violation::TooManyMinors { .. } | Violation::MinorsAlone { .. }
        ),
        Exclusion::UsefulWorkLimit => matches!(violation, Violation::TooMuchUsefulWork { .. }),
    }
}

/// Every verdict is true: who is excluded breaks each rule named when they are added, who is free costs what is said.
fn judge_verdicts(problem: &Problem, fill: &Fill, place: &Unfilled) {
    for (person, verdict) in (0..).zip(&place.people) {
        let one = crate::common::assignment(person, place.visit.0, place.post);
        let mut more = fill.clone();
        more.assignments.push(one);
        match verdict {
            Verdict::Free { costs } => {
                more.cost += costs;
                assert!(check(problem, &more).is_ok(), "{one:?} {verdict:?}");
            }
            Verdict::Excluded(reasons) => {
                let violations = check(problem, &more).unwrap_err();
                for reason in reasons {
                    assert!(
                        violations.iter().any(|v| is(v, *reason, one)),
                        "{one:?} {reason:?} {violations:?}"
                    );
                }
                // And nothing else is broken.
                for violation in &violations {
                    assert!(
                        reasons.iter().any(|r| is(violation, *r, one)),
                        "{one:?} {violation:?} {reasons:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn proposals_are_lawful_and_empty_places_explained(season in any::<u64>(), visits in 0_u32..12, people in 0_u32..9) {
        let problem = Problem::build(made_up(season, visits, people)).unwrap();
        let (fill, _) = filled(&problem, season, 12);
        for place in explain(&problem, &fill) {
            judge_verdicts(&problem, &fill, &place);
        }
    }

    #[test]
    fn the_same_seed_and_rounds_give_the_same_crew(season in any::<u64>(), seed in any::<u64>()) {
        let problem = Problem::build(made_up(season, 9, 7)).unwrap();
        prop_assert_eq!(filled(&problem, seed, 10), filled(&problem, seed, 10));
    }

    #[test]
    fn what_is_pinned_is_kept(season in any::<u64>()) {
        let mut parts = made_up(season, 9, 7);
        let (fill, _) = filled(&Problem::build(parts.clone()).unwrap(), 1, 2);
        // All of one visit's crew at a time keeps the rules by itself.
        parts.pinned = fill.assignments.iter().copied().filter(|a| a.visit.0 % 3 == 0).collect();
        parts.offers.iter_mut().for_each(|offer| offer.price = 900);
        let problem = Problem::build(parts.clone()).unwrap();
        let (fill, _) = filled(&problem, 2, 10);
        prop_assert!(parts.pinned.iter().all(|pin| fill.assignments.contains(pin)));
    }

    #[test]
    fn whoever_stops_at_once_has_a_lawful_proposal(season in any::<u64>(), after in 0_u64..40) {
        let problem = Problem::build(made_up(season, 12, 9)).unwrap();
        let settings = Settings { seed: 1, rounds: None };
        let mut costs = Vec::new();
        let fill = solve(&problem, settings, &mut |progress: &Progress| {
            costs.push(progress.cost);
            if progress.round < after { Step::Continue } else { Step::Stop }
        });
        prop_assert!(check(&problem, &fill).is_ok());
        prop_assert!(costs.is_sorted_by(|a, b| a >= b));
        prop_assert_eq!(costs.last(), Some(&fill.cost));
    }
}

/// A standing crew that is as good as any stays when changes have a price.
#[test]
fn what_stands_is_not_changed_for_nothing() {
    let mut parts = made_up(5, 12, 9);
    parts.standing.clear();
    let (fill, cost) = filled(&Problem::build(parts.clone()).unwrap(), 1, 20);
    parts.standing = fill.assignments.clone();
    parts.weights.change = 1000;
    let settings = Settings {
        seed: 9,
        rounds: Some(20),
    };
    let again = solve(&Problem::build(parts).unwrap(), settings, &mut Unwatched);
    assert_eq!(again.assignments, fill.assignments);
    assert_eq!(again.cost, cost.total());
}
