//! A week of visits with people of every kind; and that whoever is proposed may be asked.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use vocabulary::{CrewRole, Day, PersonKind, ShiftId, Timestamp};

use super::*;
use crate::{
    Age, AgeCategory, Assignment, Consent, CrewMember, Place, Refusal, decide_assignment,
    fill::{Settings, Unwatched, solve},
    rules::fixtures,
};

const BEFORE: &str = "2027-06-25T12:00:00Z";

/// A shift of the visit with this number: two a day from 28 June on, at 10:00 and 15:00 in Warsaw, for four hours.
fn opening(visit: usize, role: CrewRole, youngest: AgeCategory, places: u32) -> Opening {
    let day = fixtures::day("2027-06-28").plus_days(visit as i64 / 2);
    let at = |hour: usize| -> Timestamp { fixtures::at(&format!("{day}T{:02}:00:00Z", hour + visit % 2 * 5)) };
    let number = (visit * 8 + role as usize * 2 + usize::from(youngest < AgeCategory::Adult)) as u128;
    Opening {
        shift: Shift {
            role,
            day,
            starts: at(8),
            ends: at(12),
            places,
            taken: 0,
            minimum_age: youngest,
            crew: vec![],
            ..fixtures::shift(1000 + number)
        },
        visit,
        holders: vec![],
        tongues: vec![],
        wanted: true,
    }
}

fn visit(number: usize) -> Vec<Opening> {
    vec![
        opening(number, CrewRole::Leader, AgeCategory::Adult, 1),
        opening(number, CrewRole::Helper, AgeCategory::Adult, 1),
        opening(number, CrewRole::Helper, AgeCategory::From16, 1),
    ]
}

fn hand(number: u128, kind: PersonKind, roles: &[CrewRole], visits: usize) -> Hand {
    Hand {
        person: Person {
            kind,
            roles: roles.iter().map(|role| fixtures::role(*role)).collect(),
            ..fixtures::person(number)
        },
        commitments: vec![],
        most_visits: None,
        prices: vec![Some(UNSAID); visits],
        asked: vec![],
        said_no: BTreeSet::new(),
    }
}

fn minor(number: u128, visits: usize) -> Hand {
    let mut hand = hand(number, PersonKind::Volunteer, &[CrewRole::Helper], visits);
    hand.person.age = Age::BornOn(fixtures::day("2010-03-01"));
    hand.person.consent = Some(Consent {
        given_on: fixtures::day("2027-06-01"),
        text_version: 1,
        withdrawn_on: None,
        standing_approval: false,
    });
    hand
}

fn ask(openings: Vec<Opening>, hands: Vec<Hand>) -> CrewAsk {
    CrewAsk {
        openings,
        hands,
        rules: Rules::default(),
        now: fixtures::at(BEFORE),
    }
}

fn solved(problem: &CrewProblem) -> Vec<Placement> {
    let settings = Settings {
        seed: 1,
        rounds: Some(30),
    };
    let fill = solve(problem.problem(), settings, &mut Unwatched);
    fill::check(problem.problem(), &fill).unwrap();
    problem.placements(&fill)
}

/// Puts somebody who holds a place on a shift, with everything that follows for the shift's visit and the person.
fn put(ask: &mut CrewAsk, placement: Placement) {
    let (shift, visit) = {
        let opening = &mut ask.openings[placement.opening];
        opening.shift.taken += 1;
        opening.holders.push(ask.hands[placement.hand].person.id.clone());
        (opening.shift.clone(), opening.visit)
    };
    let hand = &mut ask.hands[placement.hand];
    hand.commitments.push(Commitment {
        shift: shift.id.clone(),
        day: shift.day,
        starts: shift.starts,
        ends: shift.ends,
        place: shift.place.clone(),
    });
    let member = CrewMember {
        person: hand.person.id.clone(),
        kind: hand.person.kind,
        age: hand.person.category_on(shift.day),
        role: shift.role,
        in_training: false,
    };
    for opening in ask.openings.iter_mut().filter(|opening| opening.visit == visit) {
        opening.shift.crew.push(member.clone());
    }
}

/// What the rules say to each of these people, one after the other.
fn asked_in_turn(ask: &CrewAsk, placements: &[Placement]) -> Vec<(Placement, Vec<Refusal>)> {
    let mut ask = ask.clone();
    let mut refused = Vec::new();
    for placement in placements {
        let hand = &ask.hands[placement.hand];
        let asked = crate::Ask {
            shift: &ask.openings[placement.opening].shift,
            person: &hand.person,
            commitments: &hand.commitments,
            own: None,
            rules: &ask.rules,
            now: ask.now,
        };
        match decide_assignment(&asked, Assignment::Offer, &[]) {
            Ok(_) => put(&mut ask, *placement),
            Err(refusals) => refused.push((*placement, refusals)),
        }
    }
    refused
}

#[test]
fn adults_come_before_the_minor_who_needs_them() {
    let hands = vec![
        minor(1, 1),
        hand(2, PersonKind::Staff, &[CrewRole::Leader, CrewRole::Helper], 1),
        hand(3, PersonKind::Volunteer, &[CrewRole::Helper], 1),
    ];
    let problem = CrewProblem::build(ask(visit(0), hands)).unwrap();
    let placements = solved(&problem);
    let told: Vec<_> = placements.iter().map(|one| (one.opening, one.hand)).collect();
    assert_eq!(told, [(0, 1), (1, 2), (2, 0)]);
    assert_eq!(asked_in_turn(problem.ask(), &placements), []);
    assert_eq!(problem.why(&placements, 0), None, "nothing is empty");
}

#[test]
fn an_empty_place_says_why_of_each() {
    let mut hands = vec![
        hand(1, PersonKind::Volunteer, &[CrewRole::Helper], 2), // proposed for the helper's place
        hand(2, PersonKind::Staff, &[CrewRole::Leader], 2),
        hand(3, PersonKind::Volunteer, &[CrewRole::Leader], 2),
        hand(4, PersonKind::Volunteer, &[CrewRole::Leader], 2),
        hand(5, PersonKind::Volunteer, &[CrewRole::Leader], 2),
    ];
    hands[1].person.clearance.register_on = None;
    hands[2].prices = vec![None, None];
    hands[3].said_no = [fixtures::shift_id(1000)].into();
    hands[4].person.roles[0].in_training = true;
    let mut openings = visit(0);
    openings.truncate(2);
    let problem = CrewProblem::build(ask(openings, hands)).unwrap();
    let placements = solved(&problem);
    assert_eq!(placements, [Placement { opening: 1, hand: 0 }]);
    let why = problem.why(&placements, 0).unwrap();
    let obstacles = |hand: usize| match &why[hand] {
        Why::Obstacles(found) => found.clone(),
        Why::Free(costs) => panic!("{hand} is free at {costs}"),
    };
    assert_eq!(obstacles(0), [Obstacle::OnThisVisit, Obstacle::NotTheirRole]);
    assert!(
        matches!(&obstacles(1)[..], [Obstacle::Rule(refusal)] if refusal.code() == "clearance-part-missing"),
        "{:?}",
        obstacles(1)
    );
    assert_eq!(obstacles(2), [Obstacle::NotAvailable]);
    assert_eq!(obstacles(3), [Obstacle::SaidNo]);
    assert_eq!(obstacles(4), [Obstacle::NotTheirRole]);
}

#[test]
fn what_stands_is_kept_and_counts() {
    // Two volunteers for two visits at which one helper each is wanted; the first wishes for one visit and has it.
    let mut openings = vec![
        opening(0, CrewRole::Helper, AgeCategory::Adult, 1),
        opening(2, CrewRole::Helper, AgeCategory::Adult, 1),
    ];
    openings[1].visit = 1;
    let mut hands = vec![
        hand(1, PersonKind::Volunteer, &[CrewRole::Helper], 2),
        hand(2, PersonKind::Volunteer, &[CrewRole::Helper], 2),
    ];
    hands[0].most_visits = Some(1);
    let mut ask = ask(openings, hands);
    put(&mut ask, Placement { opening: 0, hand: 0 });
    let problem = CrewProblem::build(ask).unwrap();
    let placements = solved(&problem);
    assert_eq!(placements, [Placement { opening: 1, hand: 1 }]);
    assert_eq!(problem.share(0), 1);
    let Some(why) = problem.why(&[], 1) else {
        panic!("the place is empty")
    };
    assert_eq!(why[0], Why::Obstacles(vec![Obstacle::SeasonFull]));
    assert!(matches!(why[1], Why::Free(costs) if costs < 0));
}

#[test]
fn what_staff_decided_against_a_rule_stands_and_stops_nothing() {
    // On two visits at the same time, and a minor alone: neither could be proposed.
    let mut openings = vec![
        opening(0, CrewRole::Helper, AgeCategory::Adult, 2),
        opening(0, CrewRole::Helper, AgeCategory::Adult, 2),
        opening(4, CrewRole::Helper, AgeCategory::From16, 3),
    ];
    openings[1].shift.id = fixtures::shift_id(7);
    (openings[1].visit, openings[2].visit) = (1, 2);
    let hands = vec![
        hand(1, PersonKind::Volunteer, &[CrewRole::Helper], 3),
        hand(2, PersonKind::Volunteer, &[CrewRole::Helper], 3),
        minor(3, 3),
        minor(4, 3),
    ];
    let mut ask = ask(openings, hands);
    put(&mut ask, Placement { opening: 0, hand: 0 });
    put(&mut ask, Placement { opening: 1, hand: 0 });
    put(&mut ask, Placement { opening: 2, hand: 2 });
    let problem = CrewProblem::build(ask).unwrap();
    let placements = solved(&problem);
    // The other adult is proposed once at the time of the two, and with the minor; the second minor is not, for there are no adults enough.
    assert_eq!(asked_in_turn(problem.ask(), &placements), []);
    let visits: Vec<_> = placements
        .iter()
        .map(|one| (problem.ask().openings[one.opening].visit, one.hand))
        .collect();
    assert!(visits.contains(&(2, 0)) || visits.contains(&(2, 1)), "{visits:?}");
    assert!(!visits.iter().any(|(_, hand)| *hand == 3), "{visits:?}");
}

#[test]
fn nothing_is_proposed_for_what_is_not_wanted() {
    let mut ask = ask(visit(0), vec![hand(1, PersonKind::Staff, &[CrewRole::Leader], 1)]);
    ask.openings.iter_mut().for_each(|opening| opening.wanted = false);
    let problem = CrewProblem::build(ask).unwrap();
    assert_eq!(solved(&problem), []);
    let nowhere = CrewAsk {
        openings: vec![],
        ..problem.ask().clone()
    };
    assert_eq!(solved(&CrewProblem::build(nowhere).unwrap()), []);
}

/// Whoever is proposed is let in by every rule of the roster, asked in the order of the placements.
#[test]
fn whoever_is_proposed_may_be_asked() {
    for seed in 0..60 {
        let ask = made_up(&mut Pcg64Mcg::seed_from_u64(seed));
        let problem = CrewProblem::build(ask).unwrap();
        let placements = solved(&problem);
        assert!(!placements.is_empty(), "seed {seed} proposes nobody");
        assert_eq!(asked_in_turn(problem.ask(), &placements), [], "seed {seed}");
    }
}

/// A week with ten visits on two buses, and a dozen people with this and that missing; some places are taken, by the rules.
fn made_up(rng: &mut Pcg64Mcg) -> CrewAsk {
    const VISITS: usize = 10;
    let mut openings: Vec<Opening> = (0..VISITS).flat_map(visit).collect();
    for number in 0..VISITS {
        let stop = rng.random_range(0..4_u128);
        let place = Place {
            stop: format!("stp_{stop:032x}").parse().unwrap(),
            estate: None,
            point: None,
            bus: (rng.random_range(0..3) > 0).then(|| format!("bus-{}", rng.random_range(0..2)).parse().unwrap()),
        };
        // Early mornings after late evenings, and visits that overlap.
        let later = 3600 * (rng.random_range(-3..=1) + 2 * (number as i64 % 2));
        for opening in openings.iter_mut().filter(|opening| opening.visit == number) {
            opening.shift.place = Some(place.clone());
            opening.shift.starts = opening.shift.starts.plus_seconds(later);
            opening.shift.ends = opening.shift.ends.plus_seconds(later);
        }
    }
    let hands: Vec<Hand> = (1..13).map(|number| made_up_hand(number, VISITS, rng)).collect();
    let mut ask = ask(openings, hands);
    for _ in 0..10 {
        let placement = Placement {
            opening: rng.random_range(0..ask.openings.len()),
            hand: rng.random_range(0..ask.hands.len()),
        };
        if asked_in_turn(&ask, &[placement]).is_empty() {
            put(&mut ask, placement);
        }
    }
    ask
}

fn made_up_hand(number: u128, visits: usize, rng: &mut Pcg64Mcg) -> Hand {
    let mut made = match rng.random_range(0..5) {
        0 | 1 => hand(number, PersonKind::Staff, &[CrewRole::Leader, CrewRole::Helper], visits),
        2 => minor(number, visits),
        3 => {
            let mut psu = hand(number, PersonKind::Psu, &[CrewRole::Helper], visits);
            psu.person.agreements = fixtures::person(number).agreements;
            psu
        }
        _ => hand(number, PersonKind::Volunteer, &[CrewRole::Helper], visits),
    };
    for price in &mut made.prices {
        *price = [None, Some(LIKED), Some(UNSAID), Some(ELSEWHERE)][rng.random_range(0..4)];
    }
    if rng.random_range(0..6) == 0 {
        made.person.clearance.certificate_on = None;
    }
    made.most_visits = rng.random::<bool>().then(|| rng.random_range(1..5));
    made
}

#[test]
fn the_ids_of_the_tests_shifts_differ() {
    let ids: BTreeSet<ShiftId> = (0..10).flat_map(visit).map(|opening| opening.shift.id).collect();
    let first: Day = visit(0)[0].shift.day;
    assert_eq!((ids.len(), first), (30, fixtures::day("2027-06-28")));
}

/// The languages asked for, what the two helpers speak, who leads already, and which helper is proposed.
type LanguageCase<'a> = (&'a [Tongue], [&'a [Tongue]; 2], Option<usize>, usize);

/// A missing language costs more than a wish and less than an empty place.
#[test]
fn whoever_speaks_the_language_is_rather_proposed() {
    use crate::Tongue::{English, Ukrainian};
    let check = |tongues: &[Tongue], speaks: [&[Tongue]; 2], held_by: Option<usize>| {
        let mut openings = vec![
            opening(0, CrewRole::Helper, AgeCategory::Adult, 1),
            opening(0, CrewRole::Leader, AgeCategory::Adult, 1),
        ];
        openings.iter_mut().for_each(|one| one.tongues = tongues.to_vec());
        let mut hands = vec![
            hand(1, PersonKind::Volunteer, &[CrewRole::Helper], 1),
            hand(2, PersonKind::Volunteer, &[CrewRole::Helper], 1),
            hand(3, PersonKind::Staff, &[CrewRole::Leader], 1),
        ];
        hands[0].prices = vec![Some(LIKED)];
        hands[1].prices = vec![Some(ELSEWHERE)];
        for (hand, tongues) in hands.iter_mut().zip(speaks) {
            hand.person.tongues = tongues.to_vec();
        }
        let mut ask = ask(openings, hands);
        if let Some(hand) = held_by {
            ask.hands[2].person.tongues = vec![Ukrainian];
            put(&mut ask, Placement { opening: 1, hand });
        }
        let problem = CrewProblem::build(ask).unwrap();
        let placed = solved(&problem);
        let helper = placed.iter().find(|one| one.opening == 0).map(|one| one.hand);
        helper.unwrap()
    };
    let cases: [LanguageCase<'_>; 6] = [
        (&[], [&[], &[Ukrainian]], None, 0),          // nobody asks for it: who likes to come
        (&[Ukrainian], [&[], &[Ukrainian]], None, 1), // the only one who speaks it
        (&[Ukrainian], [&[], &[]], None, 0),          // nobody speaks it: the place is filled all the same
        (&[Ukrainian], [&[], &[Ukrainian]], Some(2), 0), // the leader speaks it already
        (&[Ukrainian, English], [&[Ukrainian], &[Ukrainian, English]], None, 1), // each language counts
        (&[Ukrainian, English], [&[Ukrainian], &[English]], None, 0), // one is missing either way
    ];
    for (tongues, speaks, held_by, expected) in cases {
        assert_eq!(
            check(tongues, speaks, held_by),
            expected,
            "{tongues:?} {speaks:?} {held_by:?}"
        );
    }
}
