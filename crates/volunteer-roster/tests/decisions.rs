//! The decisions as the app calls them: whole tables of circumstances against whole answers.
#![allow(clippy::unwrap_used, reason = "a fixture that does not parse is a failed test")]

use proptest::prelude::*;
use vocabulary::{
    CrewRole, Minutes, ShiftState,
    SignupState::{
        self, Attended, Confirmed, Offered, Released, Requested, ToReconfirm, Waitlisted, Withdrawn, WithdrawnLate,
    },
    Timestamp,
};
use volunteer_roster::{
    Age, AgeCategory, Commitment, DependsOn, Person, Refusal, Shift, Signup, Step, Who, Withdrawal, decide_reconfirm,
    decide_signup, decide_withdrawal,
};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const STARTS: &str = "2027-07-01T09:30:00Z";
const ENDS: &str = "2027-07-01T13:30:00Z";

struct Case {
    shift: Shift,
    person: Person,
    commitments: Vec<Commitment>,
    now: Timestamp,
}

/// Nothing against it: a helper's shift with a free place, asked for the day before by a cleared adult.
fn case() -> Case {
    Case {
        shift: Shift {
            id: format!("shf_{:032x}", 1).parse().unwrap(),
            role: CrewRole::Helper,
            day: "2027-07-01".parse().unwrap(),
            starts: at(STARTS),
            ends: at(ENDS),
            places: 2,
            taken: 1,
            state: ShiftState::Open,
            minimum_age: AgeCategory::From16,
        },
        person: Person {
            id: format!("per_{:032x}", 1).parse().unwrap(),
            roles: vec![CrewRole::Helper],
            age: Age::Adult,
            cleared_until: Some("2027-12-31".parse().unwrap()),
        },
        commitments: vec![],
        now: at("2027-06-30T12:00:00Z"),
    }
}

fn commitment(shift: u128) -> Commitment {
    Commitment {
        shift: format!("shf_{shift:032x}").parse().unwrap(),
        starts: at(STARTS),
        ends: at(ENDS),
    }
}

fn signup(state: SignupState) -> Signup {
    Signup {
        id: format!("sgn_{:032x}", 1).parse().unwrap(),
        shift: format!("shf_{:032x}", 1).parse().unwrap(),
        person: format!("per_{:032x}", 1).parse().unwrap(),
        state,
    }
}

fn codes(refusals: &[Refusal]) -> Vec<&'static str> {
    refusals.iter().map(Refusal::code).collect()
}

/// What can stand against a sign-up: its code, how it comes about, and whether it also stands against a reconfirmation.
type Obstacle = (&'static str, fn(&mut Case), bool);

const OBSTACLES: [Obstacle; 8] = [
    ("shift-closed", |c| c.shift.state = ShiftState::Closed, false),
    ("shift-past", |c| c.now = at("2027-07-01T12:00:00Z"), true),
    ("already-signed-up", |c| c.commitments.push(commitment(1)), false),
    ("shift-full", |c| c.shift.taken = 2, false),
    ("overlap", |c| c.commitments.push(commitment(2)), true),
    ("wrong-role", |c| c.shift.role = CrewRole::Leader, true),
    (
        "too-young",
        |c| c.person.age = Age::BornOn("2012-01-01".parse().unwrap()),
        true,
    ),
    ("not-cleared", |c| c.person.cleared_until = None, true),
];

/// Every combination of obstacles gives exactly its own refusals, in the order of the rules: none hides another.
#[test]
fn matrix_of_all_obstacles() {
    for chosen in 0_u32..1 << OBSTACLES.len() {
        let mut case = case();
        let present = || {
            OBSTACLES
                .iter()
                .enumerate()
                .filter(|(i, _)| chosen & (1 << i) != 0)
                .map(|(_, o)| o)
        };
        present().for_each(|(_, arise, _)| arise(&mut case));

        let answer = decide_signup(&case.shift, &case.person, &case.commitments, case.now);
        let expected: Vec<_> = present().map(|(code, ..)| *code).collect();
        assert_eq!(codes(&answer.err().unwrap_or_default()), expected);

        let asked_again = signup(ToReconfirm);
        let answer = decide_reconfirm(&asked_again, &case.shift, &case.person, &case.commitments, case.now);
        let expected: Vec<_> = present().filter(|(.., again)| *again).map(|(code, ..)| *code).collect();
        assert_eq!(codes(&answer.err().unwrap_or_default()), expected);
    }
}

#[test]
fn yes_says_what_to_store() {
    let Case {
        shift,
        person,
        commitments,
        now,
    } = case();
    let accepted = decide_signup(&shift, &person, &commitments, now).unwrap();
    assert_eq!(
        (accepted.shift, accepted.person, accepted.state),
        (shift.id, person.id, Confirmed)
    );
}

#[test]
fn cancelled_visit_takes_nobody() {
    let mut case = case();
    case.shift.state = ShiftState::Cancelled;
    let Case {
        shift,
        person,
        commitments,
        now,
    } = &case;
    assert_eq!(
        decide_signup(shift, person, commitments, *now),
        Err(vec![Refusal::VisitCancelled])
    );
    let again = decide_reconfirm(&signup(ToReconfirm), shift, person, commitments, *now);
    assert_eq!(again, Err(vec![Refusal::VisitCancelled]));
}

/// A minor may take a shift for minors: too young is about the shift, not the person.
#[test]
fn a_minor_takes_what_is_open_to_minors() {
    let born = Age::BornOn("2010-07-01".parse().unwrap()); // 17 on the day
    for (minimum_age, expected) in [(AgeCategory::From16, true), (AgeCategory::Adult, false)] {
        let mut case = case();
        case.person.age = born;
        case.shift.minimum_age = minimum_age;
        let answer = decide_signup(&case.shift, &case.person, &case.commitments, case.now);
        assert_eq!(answer.is_ok(), expected, "{minimum_age}");
    }
}

#[test]
fn withdrawal() {
    const DAY: Minutes = Minutes(24 * 60);
    type Expected = Result<Withdrawal, &'static [&'static str]>;
    let cases: [(SignupState, &str, Expected); 14] = [
        (Confirmed, "2027-06-01T00:00:00Z", Ok(Withdrawal::InTime)),
        (Confirmed, "2027-06-30T09:30:00Z", Ok(Withdrawal::InTime)), // the deadline itself
        (Confirmed, "2027-06-30T09:30:01Z", Ok(Withdrawal::Late)),
        (Confirmed, "2027-07-01T09:29:59Z", Ok(Withdrawal::Late)),
        (ToReconfirm, "2027-06-01T00:00:00Z", Ok(Withdrawal::InTime)),
        (Waitlisted, "2027-07-01T09:29:59Z", Ok(Withdrawal::InTime)), // holds no place, so nothing is late
        (Requested, "2027-07-01T09:29:59Z", Ok(Withdrawal::InTime)),
        (Offered, "2027-06-01T00:00:00Z", Err(&["step-not-possible"])), // one declines an offer
        (Attended, ENDS, Err(&["step-not-possible", "shift-past"])),
        (Confirmed, STARTS, Err(&["shift-past"])),
        (Withdrawn, "2027-06-01T00:00:00Z", Err(&["holds-no-place"])),
        (WithdrawnLate, "2027-06-30T12:00:00Z", Err(&["holds-no-place"])),
        (Released, "2027-06-01T00:00:00Z", Err(&["holds-no-place"])),
        (Released, ENDS, Err(&["holds-no-place", "shift-past"])),
    ];
    for (state, now, expected) in cases {
        let got = decide_withdrawal(&signup(state), at(STARTS), DAY, at(now));
        let expected = expected.map_err(<[_]>::to_vec);
        assert_eq!(got.map_err(|refusals| codes(&refusals)), expected, "{state} at {now}");
    }
    // Without a deadline nothing is late.
    let got = decide_withdrawal(
        &signup(Confirmed),
        at(STARTS),
        Minutes::ZERO,
        at("2027-07-01T09:29:59Z"),
    );
    assert_eq!(got, Ok(Withdrawal::InTime));
}

#[test]
fn reconfirming_tells_the_state_and_all_else() {
    let mut case = case();
    case.person.cleared_until = None;
    let Case {
        shift,
        person,
        commitments,
        now,
    } = &case;
    let refusals = decide_reconfirm(&signup(Withdrawn), shift, person, commitments, *now).unwrap_err();
    assert_eq!(codes(&refusals), ["nothing-to-reconfirm", "not-cleared"]);
}

fn one_of_each() -> Vec<Refusal> {
    let shift = case().shift;
    vec![
        Refusal::ShiftFull { places: 2 },
        Refusal::ShiftClosed,
        Refusal::VisitCancelled,
        Refusal::ShiftPast { started: shift.starts },
        Refusal::AlreadySignedUp,
        Refusal::Overlap {
            with: shift.id,
            starts: shift.starts,
            ends: shift.ends,
        },
        Refusal::NotCleared {
            on: shift.day,
            cleared_until: None,
        },
        Refusal::WrongRole {
            needed: CrewRole::Leader,
            held: vec![CrewRole::Helper],
        },
        Refusal::TooYoung {
            minimum: AgeCategory::Adult,
            age: AgeCategory::From13,
        },
        Refusal::HoldsNoPlace { state: Released },
        Refusal::NothingToReconfirm { state: Confirmed },
        Refusal::StepNotPossible {
            step: Step::Accept,
            state: Confirmed,
        },
        Refusal::NotYourStep {
            step: Step::Expire,
            by: Who::Person,
        },
    ]
}

/// The codes are an agreement with every client: this list may grow, its lines may not change.
#[test]
fn codes_and_json_are_stable() {
    let all = one_of_each();
    assert_eq!(codes(&all), Refusal::CODES);
    let json: Vec<String> = all.iter().map(|r| serde_json::to_string(r).unwrap()).collect();
    let expected = [
        r#"{"code":"shift-full","places":2}"#,
        r#"{"code":"shift-closed"}"#,
        r#"{"code":"visit-cancelled"}"#,
        r#"{"code":"shift-past","started":"2027-07-01T09:30:00Z"}"#,
        r#"{"code":"already-signed-up"}"#,
        r#"{"code":"overlap","with":"shf_00000000000000000000000000000001","starts":"2027-07-01T09:30:00Z","ends":"2027-07-01T13:30:00Z"}"#,
        r#"{"code":"not-cleared","on":"2027-07-01","cleared_until":null}"#,
        r#"{"code":"wrong-role","needed":"leader","held":["helper"]}"#,
        r#"{"code":"too-young","minimum":"adult","age":"13-15"}"#,
        r#"{"code":"holds-no-place","state":"released"}"#,
        r#"{"code":"nothing-to-reconfirm","state":"confirmed"}"#,
        r#"{"code":"step-not-possible","step":"accept","state":"confirmed"}"#,
        r#"{"code":"not-your-step","step":"expire","by":"person"}"#,
    ];
    assert_eq!(json, expected);
}

#[test]
fn one_reason_in_the_person_makes_the_answer_depend_on_the_person() {
    let all = one_of_each();
    let in_person: Vec<_> = all
        .iter()
        .filter(|r| r.depends_on() == DependsOn::Person)
        .cloned()
        .collect();
    assert_eq!(
        codes(&in_person),
        ["not-cleared", "wrong-role", "too-young", "not-your-step"]
    );
    assert_eq!(Refusal::all_depend_on(&[]), None);
    assert_eq!(Refusal::all_depend_on(&all[..1]), Some(DependsOn::State));
    assert_eq!(Refusal::all_depend_on(&all), Some(DependsOn::Person));
}

proptest! {
    /// Overlap does not depend on which of the two shifts was taken first.
    #[test]
    fn overlap_is_symmetric(a in 0_i64..500, a_length in 1_i64..200, b in 0_i64..500, b_length in 1_i64..200) {
        let now = at("2027-06-30T12:00:00Z");
        let minute = |m: i64| at("2027-07-01T00:00:00Z").plus_seconds(60 * m);
        let overlaps = |asked: (i64, i64), held: (i64, i64)| {
            let mut case = case();
            (case.shift.starts, case.shift.ends) = (minute(asked.0), minute(asked.0 + asked.1));
            let held = Commitment { starts: minute(held.0), ends: minute(held.0 + held.1), ..commitment(2) };
            decide_signup(&case.shift, &case.person, &[held], now).is_err()
        };
        let share_a_minute = (a..a + a_length).any(|m| (b..b + b_length).contains(&m));
        prop_assert_eq!(overlaps((a, a_length), (b, b_length)), share_a_minute);
        prop_assert_eq!(overlaps((b, b_length), (a, a_length)), share_a_minute);
    }

    /// Once it is late it stays late, and once refused for the time it stays refused.
    #[test]
    fn withdrawal_never_gets_better_with_time(deadline in 0_u32..5000, early in -400_000_i64..1000, wait in 0_i64..400_000) {
        let rank = |now| match decide_withdrawal(&signup(Confirmed), at(STARTS), Minutes(deadline), now) {
            Ok(Withdrawal::InTime) => 0,
            Ok(Withdrawal::Late) => 1,
            Err(_) => 2,
        };
        let first = at(STARTS).plus_seconds(early);
        prop_assert!(rank(first) <= rank(first.plus_seconds(wait)));
    }
}
