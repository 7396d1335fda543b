use vocabulary::{
    CrewRole,
    SignupState::{Confirmed, Offered, Released, ToReconfirm, Withdrawn},
};

use super::*;
use crate::{
    Age, AgeCategory, Clearance, Consent, PersonKind,
    rules::fixtures::{at, commitment, day, hours, member, person, person_id, role, shift},
};

type Base = fn() -> Case;
type Change = fn(&mut Case);

/// Ala (1) gives her shift (1) on 1 July to Bea (2), perhaps for Bea's shift (2) on 8 July.
struct Case {
    giver: Person,
    given: (Signup, u32, Shift),
    taker: Person,
    taker_holds: Vec<Commitment>,
    back: Option<(Signup, u32, Shift)>,
    rules: Rules,
    swap: Swap,
}

fn signup(number: u128) -> Signup {
    Signup {
        id: format!("sgn_{number:032x}").parse().unwrap(),
        shift: shift(number).id,
        person: person_id(number),
        state: Confirmed,
    }
}

fn held(number: u128, on: &str) -> (Signup, u32, Shift) {
    let mut shift = shift(number);
    shift.day = day(on);
    (shift.starts, shift.ends) = (at(&format!("{on}T09:30:00Z")), at(&format!("{on}T13:30:00Z")));
    shift.taken = shift.places;
    let who = member(number, PersonKind::Volunteer, AgeCategory::Adult, CrewRole::Helper);
    shift.crew.push(who);
    (signup(number), 3, shift)
}

fn give() -> Case {
    let part = |number| SwapPart {
        signup: signup(number).id,
        version: 3,
    };
    Case {
        giver: person(1),
        given: held(1, "2027-07-01"),
        taker: person(2),
        taker_holds: vec![],
        back: None,
        rules: Rules::default(),
        swap: Swap {
            giver: person_id(1),
            given: part(1),
            taker: Some(person_id(2)),
            back: None,
            state: SwapState::Proposed,
        },
    }
}

fn trade() -> Case {
    let mut case = give();
    case.back = Some(held(2, "2027-07-08"));
    case.taker_holds = vec![commitment(2, ("2027-07-08T09:30:00Z", "2027-07-08T13:30:00Z"))];
    case.swap.back = Some(SwapPart {
        signup: signup(2).id,
        version: 3,
    });
    case
}

fn with<T>(case: &Case, use_it: impl FnOnce(&SwapAsk<'_>) -> T) -> T {
    let stake = |held: &'_ (Signup, u32, Shift)| -> (Signup, u32, Shift) { held.clone() };
    let (given, back) = (stake(&case.given), case.back.as_ref().map(stake));
    let as_stake = |held| {
        let (signup, version, shift): &(Signup, u32, Shift) = held;
        Stake {
            signup,
            version: *version,
            shift,
        }
    };
    let giver_holds = [commitment(1, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))];
    use_it(&SwapAsk {
        giver: Party {
            person: &case.giver,
            commitments: &giver_holds,
        },
        given: as_stake(&given),
        taker: Party {
            person: &case.taker,
            commitments: &case.taker_holds,
        },
        back: back.as_ref().map(as_stake),
        rules: &case.rules,
        now: at("2027-06-30T12:00:00Z"),
    })
}

/// `giver: codes; taker: codes; crew: codes`, without the sides that have none.
fn told(found: &SwapRefusals) -> String {
    let side = |name: &str, refusals: &[Refusal]| {
        let codes: Vec<_> = refusals.iter().map(Refusal::code).collect();
        (!codes.is_empty()).then(|| format!("{name}: {}", codes.join(" ")))
    };
    let sides = [
        side("giver", &found.giver),
        side("taker", &found.taker),
        side("crew", &found.crew),
    ];
    sides.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What the other's yes comes to: `done`, `staff: reasons` or `no: reasons`.
fn answer(base: fn() -> Case, change: fn(&mut Case)) -> String {
    let mut case = base();
    change(&mut case);
    match with(&case, |ask| decide_swap_answer(&case.swap, ask, &person_id(2))) {
        Ok(SwapOutcome::Done(_)) => "done".to_owned(),
        Ok(SwapOutcome::ForStaff(found)) => format!("staff: {}", told(&found)),
        Err(found) => format!("no: {}", told(&found)),
    }
}

fn young(person: &mut Person, standing_approval: bool) {
    person.age = Age::BornOn(day("2010-01-01"));
    person.consent = Some(Consent {
        given_on: day("2027-01-01"),
        text_version: 1,
        withdrawn_on: None,
        standing_approval,
    });
}

#[test]
fn a_full_shift_changes_hands() {
    assert_eq!(answer(give, |_| {}), "done");
    assert_eq!(answer(trade, |_| {}), "done");
    let case = trade();
    let done = with(&case, |ask| decide_swap_answer(&case.swap, ask, &person_id(2))).unwrap();
    let SwapOutcome::Done(swapped) = done else {
        panic!("{done:?}")
    };
    assert_eq!(swapped.leave, [(signup(1).id, Released), (signup(2).id, Released)]);
    let enter: Vec<_> = swapped
        .enter
        .iter()
        .map(|a| (a.person.clone(), a.shift.clone(), a.state))
        .collect();
    let expected = [
        (person_id(2), shift(1).id, Confirmed),
        (person_id(1), shift(2).id, Confirmed),
    ];
    assert_eq!(enter, expected);
}

/// Passed on to anybody who may: whoever says yes is the taker, and is judged like one who was named.
#[test]
fn for_anybody_who_may() {
    assert_eq!(answer(give, |c| c.swap.taker = None), "done");
    let short: Change = |c| {
        c.swap.taker = None;
        c.taker.agreements.clear();
    };
    assert_eq!(answer(give, short), "no: taker: agreement-missing");
    let taken: Change = |c| {
        c.swap.taker = None;
        c.swap.state = SwapState::Done;
    };
    assert_eq!(answer(give, taken), "no: taker: swap-not-waiting");
    let mut case = give();
    case.swap.taker = None;
    let for_another = with(&case, |ask| decide_swap_answer(&case.swap, ask, &person_id(9)));
    assert_eq!(told(&for_another.unwrap_err()), "taker: swap-not-waiting");
}

#[test]
fn every_reason_of_both_sides() {
    let cases: [(Base, Change, &str); 13] = [
        (
            give,
            |c| c.taker.clearance = Clearance::default(),
            "no: taker: not-cleared standards-not-read",
        ),
        (
            trade,
            |c| {
                c.taker.clearance.standards_read = None;
                c.giver.agreements.clear();
                c.given.0.state = Withdrawn;
            },
            "no: giver: holds-no-place agreement-missing; taker: standards-not-read",
        ),
        (give, |c| c.given.0.state = ToReconfirm, "no: giver: step-not-possible"),
        (give, |c| c.given.0.state = Offered, "no: giver: step-not-possible"),
        (
            trade,
            |c| c.back.as_mut().unwrap().0.state = Withdrawn,
            "no: taker: holds-no-place",
        ),
        (
            give,
            |c| c.taker.roles = vec![role(CrewRole::Driver)],
            "no: taker: wrong-role",
        ),
        (
            give,
            |c| c.taker_holds = vec![commitment(1, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))],
            "no: taker: already-signed-up",
        ),
        // Busy then: staff may see it otherwise.
        (
            give,
            |c| c.taker_holds = vec![commitment(7, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))],
            "staff: taker: overlap",
        ),
        (
            give,
            |c| c.rules.volunteer.week = hours(3),
            "staff: taker: too-many-hours",
        ),
        (
            trade,
            |c| c.rules.volunteer.week = hours(3),
            "staff: giver: too-many-hours; taker: too-many-hours",
        ),
        (give, |c| young(&mut c.taker, false), "staff: taker: needs-approval"),
        (give, |c| young(&mut c.taker, true), "done"),
        (
            give,
            |c| c.taker.roles[0].in_training = true,
            "no: taker: training-full",
        ),
    ];
    for (base, change, expected) in cases {
        assert_eq!(answer(base, change), expected);
    }
}

/// The shift that one gives is free time: Bea's two shifts are on one day, and she trades one of them for Ala's at the same
/// hours.
#[test]
fn what_one_gives_is_not_in_the_way() {
    let same_day: fn(&mut Case) = |c| {
        let back = c.back.as_mut().unwrap();
        *back = held(2, "2027-07-01");
        c.taker_holds = vec![commitment(2, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))];
    };
    assert_eq!(answer(trade, same_day), "done");
}

/// The visit keeps its crew rules: who leaves may be the one whom the others need.
#[test]
fn the_crew_that_there_would_be() {
    // Ala is the only one of the staff, and a minor is on the visit.
    let only_one: fn(&mut Case) = |c| {
        c.giver.kind = PersonKind::Staff;
        c.given.2.crew = vec![
            member(1, PersonKind::Staff, AgeCategory::Adult, CrewRole::Helper),
            member(8, PersonKind::Volunteer, AgeCategory::From16, CrewRole::Helper),
        ];
    };
    assert_eq!(answer(give, only_one), "no: crew: no-adult-of-staff");
    // Ala and the leader are there for one minor; with a second instead of her there are too few.
    let one_for_each: fn(&mut Case) = |c| {
        young(&mut c.taker, true);
        let minor = member(8, PersonKind::Volunteer, AgeCategory::From16, CrewRole::Helper);
        c.given.2.crew.push(minor);
    };
    assert_eq!(answer(give, one_for_each), "staff: taker: too-many-minors");
    // Bea is on the visit already, with another shift, which she keeps: Ala is gone all the same.
    let on_it_already: fn(&mut Case) = |c| {
        young(&mut c.taker, true);
        c.taker_holds = vec![commitment(7, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))];
        c.given
            .2
            .crew
            .extend([2, 9].map(|n| member(n, PersonKind::Volunteer, AgeCategory::From16, CrewRole::Helper)));
    };
    assert_eq!(
        answer(give, on_it_already),
        "staff: taker: overlap minor-too-long too-many-minors"
    );
    // What was broken before is no reason against a swap that makes it no worse.
    let broken_before: fn(&mut Case) = |c| {
        c.given.2.crew = vec![
            member(1, PersonKind::Volunteer, AgeCategory::Adult, CrewRole::Helper),
            member(8, PersonKind::Volunteer, AgeCategory::From16, CrewRole::Helper),
        ];
    };
    assert_eq!(answer(give, broken_before), "done");
}

#[test]
fn a_change_or_another_answer_ends_it() {
    let cases: [(Change, &str); 6] = [
        (|c| c.given.1 = 4, "no: taker: swap-outdated"),
        (|c| c.back.as_mut().unwrap().1 = 4, "no: taker: swap-outdated"),
        (|c| c.back = None, "no: taker: swap-outdated"),
        (|c| c.swap.state = SwapState::Accepted, "no: taker: swap-not-waiting"),
        (|c| c.swap.taker = Some(person_id(9)), "no: taker: swap-not-waiting"),
        (
            |c| {
                c.swap.state = SwapState::Done;
                c.given.1 = 4;
            },
            "no: taker: swap-not-waiting swap-outdated",
        ),
    ];
    for (change, expected) in cases {
        assert_eq!(answer(trade, change), expected);
    }
    let swap = trade().swap;
    assert!(still_stands(&swap, 3, Some(3)));
    assert!(!still_stands(&swap, 4, Some(3)) && !still_stands(&swap, 3, Some(4)) && !still_stands(&swap, 3, None));
    for state in SwapState::ALL {
        let swap = Swap {
            state: *state,
            ..swap.clone()
        };
        let waits = matches!(state, SwapState::Proposed | SwapState::Accepted);
        assert_eq!(still_stands(&swap, 3, Some(3)), waits, "{state}");
    }
}

#[test]
fn proposing() {
    let check = |base: fn() -> Case, change: fn(&mut Case), expected: &str| {
        let mut case = base();
        change(&mut case);
        let found = match with(&case, decide_proposal) {
            Ok(found) if found.is_empty() => String::new(),
            Ok(found) => format!("staff: {}", told(&found)),
            Err(found) => told(&found),
        };
        assert_eq!(found, expected);
    };
    check(give, |_| {}, "");
    check(
        give,
        |c| c.rules.volunteer.week = hours(3),
        "staff: taker: too-many-hours",
    );
    check(give, |c| c.taker.id = person_id(1), "giver: swap-changes-nothing");
    check(give, |c| c.taker.agreements.clear(), "taker: agreement-missing");
    check(
        trade,
        |c| c.back.as_mut().unwrap().2.id = shift(1).id,
        "giver: swap-changes-nothing",
    );
}

#[test]
fn offering_to_anybody() {
    let check = |change: Change, expected: &str| {
        let mut case = give();
        change(&mut case);
        let found = with(&case, |ask| decide_open_proposal(&ask.given, ask.now));
        let codes = found.err().unwrap_or_default();
        let codes: Vec<_> = codes.iter().map(Refusal::code).collect();
        assert_eq!(codes.join(" "), expected);
    };
    check(|_| {}, "");
    check(|c| c.given.0.state = ToReconfirm, "step-not-possible");
    check(|c| c.given.0.state = Withdrawn, "holds-no-place");
    check(|c| c.given.2.starts = at("2027-06-30T12:00:00Z"), "shift-past");
    check(
        |c| {
            c.given.0.state = Released;
            c.given.2.state = vocabulary::ShiftState::Cancelled;
        },
        "holds-no-place visit-cancelled",
    );
}

#[test]
fn staff_approves() {
    let check = |change: fn(&mut Case), codes: &[&str], expected: Result<usize, &str>| {
        let mut case = trade();
        case.swap.state = SwapState::Accepted;
        change(&mut case);
        let overrides: Vec<Override> = codes
            .iter()
            .map(|code| Override {
                code: (*code).to_owned(),
                reason: "both agree".to_owned(),
            })
            .collect();
        let got = with(&case, |ask| decide_swap_approval(&case.swap, ask, &overrides));
        let got = got
            .map(|swapped| swapped.overridden.len())
            .map_err(|found| told(&found));
        assert_eq!(got, expected.map_err(str::to_owned));
    };
    check(|_| {}, &[], Ok(0));
    check(|c| young(&mut c.taker, false), &[], Ok(0)); // the approval itself
    check(
        |c| c.rules.volunteer.week = hours(3),
        &[],
        Err("giver: too-many-hours; taker: too-many-hours"),
    );
    check(|c| c.rules.volunteer.week = hours(3), &["too-many-hours"], Ok(2));
    check(
        |c| c.taker.clearance.standards_read = None,
        &["standards-not-read"],
        Err("taker: standards-not-read"),
    );
    check(
        |c| c.swap.state = SwapState::Proposed,
        &[],
        Err("taker: swap-not-waiting"),
    );
}
