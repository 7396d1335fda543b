//! Each hard rule: a season in which breaking it would be cheaper. The search keeps it, the judge sees it broken, the explanation
//! names it.

use volunteer_roster::fill::{
    Bar, Exclusion, Fill, Kind, Parts, PersonIndex, Places, Post, Problem, Verdict, Violation, VisitIndex, check,
    explain,
};

use crate::common::{HELPER, assignment, filled, person, season, visit};

/// Two visits that one adult can do, a morning and an afternoon.
fn base() -> Parts {
    season(vec![visit(0, 9, 12), visit(0, 14, 17)], vec![person(Kind::Adult)])
}

/// With the rule, so many places stay empty; without, none.
fn rule(
    without: Parts,
    change: fn(&mut Parts),
    empty: u32,
    seen: fn(&Violation) -> bool,
    said: fn(&Exclusion) -> bool,
) {
    let free = Problem::build(without.clone()).unwrap();
    let (all, cost) = filled(&free, 1, 4);
    assert_eq!(cost.missing, 0);
    let mut with = without;
    change(&mut with);
    let bound = Problem::build(with).unwrap();
    let (fill, _) = filled(&bound, 1, 4);
    let unfilled = explain(&bound, &fill);
    assert_eq!(unfilled.iter().map(|place| place.empty).sum::<u32>(), empty);
    let violations = check(&bound, &all).unwrap_err();
    assert!(violations.iter().any(seen), "{violations:?}");
    for place in unfilled {
        let says = |verdict: &Verdict| match verdict {
            Verdict::Excluded(reasons) => reasons.iter().any(said),
            Verdict::Free { .. } => false,
        };
        assert!(place.people.iter().any(says), "{place:?}");
    }
}

macro_rules! rules {
    ($($name:ident: $base:expr, $change:expr, $empty:literal => [$violation:pat, $exclusion:pat];)*) => {$(
        #[test]
        fn $name() {
            rule($base, $change, $empty, |v| matches!(v, $violation), |e| matches!(e, $exclusion));
        }
    )*};
}

rules! {
    nobody_is_in_two_places: base(), |p| p.visits[1].starts -= 150, 1 => [Violation::Overlap { .. }, Exclusion::Overlap { .. }];
    the_way_takes_time: base(), |p| {
        (p.visits[1].estate, p.visits[1].bus) = (1, 1);
        p.rules.travel_minutes = vec![0, 121, 0, 0];
    }, 1 => [Violation::Travel { .. }, Exclusion::Travel { .. }];
    people_rest_between_days: late_and_early(), |p| p.rules.rest_minutes = 421, 1 => [Violation::Rest { .. }, Exclusion::Rest { .. }];
    visits_in_a_day: base(), |p| p.people[0].limits.day_visits = Some(1), 1 => [Violation::Day { .. }, Exclusion::DayLimit];
    minutes_in_a_day: base(), |p| p.people[0].limits.day_minutes = Some(359), 1 => [Violation::Day { .. }, Exclusion::DayLimit];
    minutes_in_a_week: base(), |p| p.people[0].limits.week_minutes = Some(359), 1 => [Violation::Week { .. }, Exclusion::WeekLimit];
    minutes_in_a_month: base(), |p| p.people[0].limits.month_minutes = Some(359), 1 => [Violation::Month { .. }, Exclusion::MonthLimit];
    visits_in_the_season: base(), |p| p.people[0].limits.season_visits = Some(1), 1 => [Violation::Season { .. }, Exclusion::SeasonLimit];
    minutes_in_the_season: base(), |p| p.people[0].limits.season_minutes = Some(359), 1 => [Violation::Season { .. }, Exclusion::SeasonLimit];
    days_in_a_row: late_and_early(), |p| p.people[0].limits.days_in_row = Some(1), 1 => [Violation::DaysInRow { .. }, Exclusion::DaysInRow];
    only_who_offered: base(), |p| { p.offers.pop(); }, 1 => [Violation::NotOffered { .. }, Exclusion::NotAvailable];
    only_posts_they_may_take: base(), |p| p.people[0].posts = [true, false, true, true, true], 2 => [Violation::WrongPost { .. }, Exclusion::WrongPost];
    nobody_who_is_barred: base(), |p| p.bars.push(Bar {
        person: PersonIndex(0),
        visit: VisitIndex(1),
        post: Post::Helper,
        reason: 17,
    }), 1 => [Violation::Barred { reason: 17, .. }, Exclusion::Barred { reason: 17 }];
    no_more_minors_than_adults: crew(&[Kind::Adult, Kind::Minor, Kind::Minor]), |p| p.rules.mix.minors_for_each_adult = Some(1), 1 => [Violation::TooManyMinors { .. }, Exclusion::MinorsMix];
    two_minors_for_each_adult_at_most: crew(&[Kind::Adult, Kind::Minor, Kind::Minor, Kind::Minor]), |p| p.rules.mix.minors_for_each_adult = Some(2), 1 => [Violation::TooManyMinors { .. }, Exclusion::MinorsMix];
    no_minors_without_staff: crew(&[Kind::Adult, Kind::Minor, Kind::UsefulWork]), |p| p.rules.mix.minors_with_staff = true, 1 => [Violation::MinorsAlone { .. }, Exclusion::MinorsMix];
    not_too_much_useful_work: crew(&[Kind::UsefulWork, Kind::UsefulWork]), |p| p.rules.mix.most_useful_work = Some(1), 1 => [Violation::TooMuchUsefulWork { .. }, Exclusion::UsefulWorkLimit];
}

fn late_and_early() -> Parts {
    season(vec![visit(0, 20, 23), visit(1, 6, 9)], vec![person(Kind::Adult)])
}

/// One visit with a helper's place for each of these.
fn crew(kinds: &[Kind]) -> Parts {
    let mut parts = season(vec![visit(0, 9, 12)], kinds.iter().copied().map(person).collect());
    parts.visits[0].places[Post::Helper.index()] = Places {
        wanted: kinds.len() as u32,
        minimum: 1,
    };
    parts
}

/// Whoever stays with the bus is at its next visit when the bus is.
#[test]
fn along_with_the_bus_there_is_no_way() {
    let mut parts = base();
    parts.visits[1].estate = 1;
    parts.rules.travel_minutes = vec![0, 121, 0, 0];
    let problem = Problem::build(parts).unwrap();
    let (fill, _) = filled(&problem, 1, 4);
    assert_eq!(fill.assignments.len(), 2);
    assert!(explain(&problem, &fill).is_empty());
}

/// A leader looks after minors only where the mix says so.
#[test]
fn who_looks_after_minors() {
    for (leaders_look_after, helpers) in [(false, 0), (true, 1)] {
        let mut parts = season(vec![visit(0, 9, 12)], vec![person(Kind::Adult), person(Kind::Minor)]);
        parts.visits[0].places[Post::Leader.index()] = HELPER;
        parts.people[0].posts = std::array::from_fn(|post| post == Post::Leader.index());
        parts.people[1].posts = std::array::from_fn(|post| post == Post::Helper.index());
        parts.rules.mix.minors_for_each_adult = Some(1);
        parts.rules.mix.leaders_look_after = leaders_look_after;
        let problem = Problem::build(parts).unwrap();
        let (fill, _) = filled(&problem, 1, 4);
        let helps = fill.assignments.iter().filter(|one| one.post == Post::Helper);
        assert_eq!(helps.count(), helpers);
    }
}

#[test]
fn staff_lets_minors_come() {
    let mut parts = crew(&[Kind::Staff, Kind::Minor, Kind::Minor]);
    parts.rules.mix.minors_with_staff = true;
    let (_, cost) = filled(&Problem::build(parts).unwrap(), 1, 4);
    assert_eq!(cost.missing, 0);
}

/// A proposal by hand for two visits and two people, against the season in which it would be good.
fn judged(assignments: &[(u32, u32, Post)], cost: i64) -> Vec<Violation> {
    let mut parts = season(
        vec![visit(0, 9, 12), visit(0, 14, 17)],
        vec![person(Kind::Adult), person(Kind::Staff)],
    );
    parts.visits[0].places[Post::Leader.index()] = HELPER;
    parts.pinned = vec![assignment(1, 1, Post::Helper)];
    let assignments = assignments
        .iter()
        .map(|(p, v, post)| assignment(*p, *v, *post))
        .collect();
    let fill = Fill {
        assignments,
        cost,
        proved: false,
        rounds: 0,
    };
    check(&Problem::build(parts).unwrap(), &fill).err().unwrap_or_default()
}

#[test]
fn the_judge_sees_what_is_broken() {
    let (pin, helper) = ((1, 1, Post::Helper), Post::Helper);
    assert_eq!(judged(&[pin, (0, 0, helper)], 100), []);
    let wrong = Violation::WrongCost { told: 99, found: 100 };
    assert_eq!(judged(&[pin, (0, 0, helper)], 99), [wrong]);
    let too_many = Violation::TooMany {
        visit: VisitIndex(0),
        post: helper,
    };
    assert_eq!(judged(&[pin, (0, 0, helper), (1, 0, helper)], 0), [too_many]);
    let twice = Violation::TwicePresent {
        person: PersonIndex(0),
        visit: VisitIndex(0),
    };
    assert_eq!(judged(&[pin, (0, 0, helper), (0, 0, Post::Leader)], 0), [twice]);
    let lost = Violation::PinNotKept {
        pin: assignment(1, 1, helper),
    };
    assert_eq!(judged(&[(0, 0, helper)], 0), [lost]);
    let unknown = |person, visit| Violation::Unknown {
        assignment: assignment(person, visit, helper),
    };
    assert_eq!(
        judged(&[pin, (2, 0, helper), (0, 9, helper)], 0),
        [unknown(2, 0), unknown(0, 9)]
    );
}
