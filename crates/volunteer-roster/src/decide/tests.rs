//! The decisions as the app calls them: whole tables of circumstances against whole answers.

use proptest::prelude::*;
use vocabulary::{
    CrewRole, Minutes, ShiftState,
    SignupState::{
        self, Attended, Confirmed, Offered, Released, Requested, ToReconfirm, Waitlisted, Withdrawn, WithdrawnLate,
    },
};

use super::*;
use crate::{
    Age, AgeCategory, Commitment, Consent, DependsOn, MinorHours, PersonKind, Place, Qualification, Remedy,
    rules::fixtures::{Facts, at, commitment, day, facts, hours, member, set, shift_id, work},
};

const STARTS: &str = "2027-07-01T09:30:00Z";
const ENDS: &str = "2027-07-01T13:30:00Z";

fn codes(refusals: &[Refusal]) -> Vec<&'static str> {
    refusals.iter().map(Refusal::code).collect()
}

fn signup(state: SignupState) -> Signup {
    Signup {
        id: format!("sgn_{:032x}", 1).parse().unwrap(),
        shift: shift_id(1),
        person: crate::rules::fixtures::person_id(1),
        state,
    }
}

fn place(number: u128) -> Option<Place> {
    Some(Place {
        stop: format!("stp_{number:032x}").parse().unwrap(),
        estate: None,
        point: None,
        bus: None,
    })
}

/// Nothing against it, and nothing against a minor of 17 either.
fn base() -> Facts {
    let mut facts = facts();
    facts.rules.minors.from_16 = set(MinorHours {
        earliest: "00:00".parse().unwrap(),
        latest: "24:00".parse().unwrap(),
        a_day: Minutes(24 * 60),
        days_in_a_row: 100,
    });
    facts.rules.volunteer.day = hours(24);
    facts.shift.place = place(1);
    facts.person.consent = Some(Consent {
        given_on: day("2027-01-01"),
        text_version: 1,
        withdrawn_on: None,
        standing_approval: true,
    });
    facts
}

fn minor(facts: &mut Facts) {
    facts.person.age = Age::BornOn(day("2010-01-01"));
}

/// What can stand against a sign-up: its code, how it comes about, and whether it also stands against somebody who holds
/// the place already.
type Obstacle = (&'static str, fn(&mut Facts), bool);

/// In the order of the rules. Each comes about without any other, and each two can come about together.
const OBSTACLES: [Obstacle; 19] = [
    ("shift-closed", |f| f.shift.state = ShiftState::Closed, false),
    ("shift-past", |f| f.now = at("2027-07-01T12:00:00Z"), true),
    (
        "not-yet-open",
        |f| f.shift.opens_at = Some(at("2028-01-01T00:00:00Z")),
        false,
    ),
    (
        "already-signed-up",
        |f| f.commitments.push(commitment(1, (STARTS, ENDS))),
        false,
    ),
    ("shift-full", |f| f.shift.taken = 2, false),
    ("overlap", |f| f.commitments.push(commitment(2, (STARTS, ENDS))), true),
    (
        "travel-too-long",
        |f| {
            let mut before = commitment(3, ("2027-07-01T09:20:00Z", "2027-07-01T09:25:00Z"));
            before.place = place(2);
            f.commitments.push(before);
        },
        true,
    ),
    ("too-many-hours", |f| f.rules.volunteer.week = hours(3), true),
    (
        "rest-too-short",
        |f| {
            let mut night = commitment(4, ("2027-06-30T21:00:00Z", "2027-06-30T22:45:00Z"));
            night.day = day("2027-06-30");
            f.commitments.push(night);
        },
        true,
    ),
    ("too-many-days", |f| f.rules.volunteer.days_in_a_row = set(0), true),
    ("wrong-role", |f| f.person.roles.clear(), true),
    (
        "qualification-missing",
        |f| f.shift.qualifications = vec![Qualification::FirstAid],
        true,
    ),
    (
        "too-young",
        |f| {
            minor(f);
            f.shift.minimum_age = AgeCategory::Adult;
        },
        true,
    ),
    (
        "not-cleared",
        |f| f.person.clearance.held_until = Some(day("2027-06-30")),
        true,
    ),
    ("standards-not-read", |f| f.person.clearance.standards_read = None, true),
    ("agreement-missing", |f| f.person.agreements.clear(), true),
    (
        "consent-missing",
        |f| {
            minor(f);
            f.person.consent = None;
        },
        true,
    ),
    (
        "minor-hours",
        |f| {
            minor(f);
            f.rules.minors.from_16 = set(MinorHours {
                earliest: "12:00".parse().unwrap(),
                latest: "24:00".parse().unwrap(),
                a_day: Minutes(24 * 60),
                days_in_a_row: 100,
            });
        },
        true,
    ),
    (
        "no-adult-of-staff",
        |f| {
            minor(f);
            f.shift.crew = vec![member(80, PersonKind::Volunteer, AgeCategory::Adult, CrewRole::Leader)];
        },
        true,
    ),
];

fn with(chosen: u32) -> (Facts, Vec<Obstacle>) {
    let mut facts = base();
    let numbered = OBSTACLES.iter().enumerate();
    let present: Vec<Obstacle> = numbered
        .filter(|(i, _)| chosen & (1 << i) != 0)
        .map(|(_, o)| *o)
        .collect();
    present.iter().for_each(|(_, arise, _)| arise(&mut facts));
    (facts, present)
}

/// One, two, three obstacles, all of them, and all but one: each gives exactly its own refusals, in the order of the rules.
/// None hides another, and each is gone as soon as its fact is changed.
#[test]
fn matrix_of_obstacles() {
    let all = (1_u32 << OBSTACLES.len()) - 1;
    let few_or_many = (0..=all).filter(|chosen| chosen.count_ones() <= 3 || (all ^ chosen).count_ones() <= 1);
    for chosen in few_or_many {
        let (facts, present) = with(chosen);
        let expected: Vec<_> = present.iter().map(|(code, ..)| *code).collect();
        let answer = decide_signup(&facts.ask(), Wish::Place);
        assert_eq!(codes(&answer.err().unwrap_or_default()), expected);

        let answer = decide_reconfirm(&signup(ToReconfirm), &facts.ask());
        let expected: Vec<_> = present
            .iter()
            .filter(|(.., held)| *held)
            .map(|(code, ..)| *code)
            .collect();
        assert_eq!(codes(&answer.err().unwrap_or_default()), expected);
    }
}

#[test]
fn yes_says_what_to_store() {
    let check = |change: fn(&mut Facts), expected: (SignupState, bool)| {
        let mut facts = base();
        change(&mut facts);
        let accepted = decide_signup(&facts.ask(), Wish::PlaceOrWaiting).unwrap();
        assert_eq!((&accepted.shift, &accepted.person), (&facts.shift.id, &facts.person.id));
        assert_eq!((accepted.state, accepted.in_training), expected);
    };
    check(|_| {}, (Confirmed, false));
    check(minor, (Confirmed, false)); // with standing approval
    check(
        |f| {
            minor(f);
            f.person.consent.as_mut().unwrap().standing_approval = false;
        },
        (Requested, false),
    );
    check(
        |f| {
            f.person.roles[0].in_training = true;
            f.shift.training_places = 1;
        },
        (Confirmed, true),
    );
    check(|f| f.shift.taken = 2, (Waitlisted, false));
    check(|f| f.shift.state = ShiftState::Closed, (Waitlisted, false));
    // Papers on their way: one may wait, and only that.
    check(
        |f| f.person.clearance.held_until = Some(day("2027-01-01")),
        (Waitlisted, false),
    );
}

/// Who would also wait is refused for every reason that time does not lift, and told all of them.
#[test]
fn who_may_wait() {
    for (index, (code, ..)) in OBSTACLES.iter().enumerate() {
        let (facts, _) = with(1 << index);
        let waits = matches!(
            *code,
            "shift-full" | "shift-closed" | "not-cleared" | "standards-not-read"
        );
        let answer = decide_signup(&facts.ask(), Wish::PlaceOrWaiting);
        assert_eq!(answer.is_ok(), waits, "{code}");
        let full_too = with(1 << index | 1 << 4).0;
        assert_eq!(
            decide_signup(&full_too.ask(), Wish::PlaceOrWaiting).is_ok(),
            waits,
            "{code}, and full"
        );
        assert!(decide_signup(&full_too.ask(), Wish::Place).is_err());
    }
}

#[test]
fn cancelled_visit_takes_nobody() {
    let mut facts = base();
    facts.shift.state = ShiftState::Cancelled;
    let expected = Err(vec![Refusal::VisitCancelled]);
    assert_eq!(decide_signup(&facts.ask(), Wish::PlaceOrWaiting), expected);
    assert_eq!(decide_reconfirm(&signup(ToReconfirm), &facts.ask()), expected);
}

fn because(code: &str) -> Override {
    Override {
        code: code.to_owned(),
        reason: "she knows the way".to_owned(),
    }
}

/// What staff may decide against, and what nobody may; the rest of the refusals is in the matrix of the judgement.
#[test]
fn assignment_against_each_reason() {
    let open = [
        "shift-closed",
        "shift-past",
        "overlap",
        "travel-too-long",
        "too-many-hours",
        "rest-too-short",
        "too-many-days",
        "minor-hours",
    ];
    for (index, (code, ..)) in OBSTACLES.iter().enumerate() {
        let (facts, _) = with(1 << index);
        let check = |overrides: &[Override]| decide_assignment(&facts.ask(), Assignment::Agreed, overrides);
        if *code == "not-yet-open" {
            // For those who sign up themselves; staff may ask before.
            assert_eq!(check(&[]).unwrap().overridden, []);
            continue;
        }
        assert_eq!(codes(&check(&[]).unwrap_err()), [*code], "without an override");
        match check(&[because(code)]) {
            Ok(assigned) => {
                assert!(open.contains(code), "{code} was lifted");
                assert_eq!(assigned.overridden.len(), 1);
                assert_eq!(assigned.overridden[0].1, "she knows the way");
            }
            Err(refusals) => {
                assert!(!open.contains(code), "{code} was not lifted");
                assert_eq!(codes(&refusals), [*code]);
            }
        }
        let wordless = Override {
            code: (*code).to_owned(),
            reason: "  ".to_owned(),
        };
        let expected: &[&str] = if open.contains(code) {
            &[code, "reason-missing"]
        } else {
            &[code]
        };
        assert_eq!(codes(&check(&[wordless]).unwrap_err()), expected);
    }
}

#[test]
fn clearance_has_no_override_for_anybody() {
    for kind in PersonKind::ALL {
        let mut facts = base();
        facts.person.kind = *kind;
        facts.person.clearance = crate::Clearance::default();
        let overrides = ["not-cleared", "standards-not-read", "clearance-part-missing"].map(because);
        let answer = decide_assignment(&facts.ask(), Assignment::Agreed, &overrides);
        assert_eq!(
            codes(&answer.unwrap_err()),
            ["not-cleared", "standards-not-read"],
            "{kind}"
        );
    }
}

#[test]
fn an_assignment_is_an_offer_or_agreed() {
    let facts = base();
    for (assignment, state) in [(Assignment::Offer, Offered), (Assignment::Agreed, Confirmed)] {
        let assigned = decide_assignment(&facts.ask(), assignment, &[because("overlap")]).unwrap();
        assert_eq!((assigned.accepted.state, assigned.overridden), (state, vec![]));
    }
}

/// Somebody may be picked from the waiting list; a request is approved, not assigned over.
#[test]
fn an_assignment_of_somebody_who_asked_before() {
    let check = |own: SignupState, expected: &[&str]| {
        let mut facts = base();
        facts.own = Some(own);
        let answer = decide_assignment(&facts.ask(), Assignment::Offer, &[]);
        assert_eq!(codes(&answer.err().unwrap_or_default()), expected, "{own}");
    };
    check(Waitlisted, &[]);
    check(Withdrawn, &[]);
    check(Requested, &["already-asked"]);
    check(Offered, &["already-signed-up"]);
    check(Confirmed, &["already-signed-up"]);
}

#[test]
fn approval_judges_anew() {
    let check = |state, change: fn(&mut Facts), expected: Result<SignupState, &[&str]>| {
        let mut facts = base();
        minor(&mut facts);
        facts.own = Some(state);
        change(&mut facts);
        let got = decide_approval(&signup(state), &facts.ask(), &[]);
        let got = got.map(|assigned| assigned.accepted.state);
        assert_eq!(
            got.map_err(|refusals| codes(&refusals)),
            expected.map_err(<[_]>::to_vec)
        );
    };
    check(Requested, |_| {}, Ok(Confirmed));
    check(Requested, |f| f.shift.taken = 2, Err(&["shift-full"]));
    check(
        Requested,
        |f| f.person.consent.as_mut().unwrap().withdrawn_on = Some(day("2027-06-30")),
        Err(&["consent-withdrawn"]),
    );
    check(
        Withdrawn,
        |f| f.shift.taken = 2,
        Err(&["step-not-possible", "shift-full"]),
    );
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
    let mut facts = base();
    facts.person.clearance = crate::Clearance::default();
    let refusals = decide_reconfirm(&signup(Withdrawn), &facts.ask()).unwrap_err();
    assert_eq!(
        codes(&refusals),
        ["nothing-to-reconfirm", "not-cleared", "standards-not-read"]
    );
}

#[test]
fn what_helps() {
    let remedy = |index: usize| {
        let (facts, _) = with(1 << index);
        decide_signup(&facts.ask(), Wish::Place).unwrap_err()[0].remedy()
    };
    assert_eq!(
        remedy(2),
        Remedy::WaitUntil {
            at: at("2028-01-01T00:00:00Z")
        }
    );
    assert_eq!(remedy(4), Remedy::JoinWaitingList);
    assert_eq!(remedy(5), Remedy::GiveBack { shift: shift_id(2) });
    assert_eq!(remedy(10), Remedy::AskStaff);
    assert_eq!(
        remedy(13),
        Remedy::HandIn {
            paper: crate::Paper::Clearance
        }
    );
    assert_eq!(remedy(3), Remedy::Nothing);
}

#[test]
fn one_reason_in_the_person_makes_the_answer_depend_on_the_person() {
    let full = Refusal::ShiftFull { places: 2 };
    let check = |refusals: &[Refusal], expected| assert_eq!(Refusal::all_depend_on(refusals), expected);
    check(&[], None);
    check(std::slice::from_ref(&full), Some(DependsOn::State));
    check(&[full, Refusal::ConsentMissing], Some(DependsOn::Person));
}

fn any_commitment() -> impl Strategy<Value = Commitment> {
    (2_u128..40, -40_i64..40, 0_i64..20 * 60, 1_i64..8 * 60, 1_u128..4).prop_map(
        |(number, days, from, length, stop)| {
            let on = day("2027-07-01").plus_days(days);
            let starts = at("2027-06-30T22:00:00Z").plus_seconds(86_400 * days + 60 * from);
            Commitment {
                day: on,
                starts,
                ends: starts.plus_seconds(60 * length),
                place: place(stop),
                ..work(number, "2027-07-01", 0)
            }
        },
    )
}

proptest! {
    /// More work never makes anything possible that was not.
    #[test]
    fn more_commitments_take_no_refusal_away(
        chosen in 0_u32..1 << OBSTACLES.len(),
        kind in prop::sample::select(PersonKind::ALL),
        held in prop::collection::vec(any_commitment(), 0..12),
        more in prop::collection::vec(any_commitment(), 0..4),
    ) {
        let (mut facts, _) = with(chosen);
        facts.person.kind = kind;
        facts.person.agreements.iter_mut().for_each(|agreement| agreement.paper_on_file = false);
        facts.commitments.extend(held);
        let before = decide_signup(&facts.ask(), Wish::Place).err().unwrap_or_default();
        facts.commitments.extend(more);
        let after = decide_signup(&facts.ask(), Wish::Place).err().unwrap_or_default();
        for refusal in &before {
            prop_assert!(codes(&after).contains(&refusal.code()), "{} is gone", refusal);
        }
    }

    /// Overlap does not depend on which of the two shifts was taken first.
    #[test]
    fn overlap_is_symmetric(a in 0_i64..500, a_length in 1_i64..200, b in 0_i64..500, b_length in 1_i64..200) {
        let minute = |m: i64| at("2027-07-01T00:00:00Z").plus_seconds(60 * m);
        let overlaps = |asked: (i64, i64), held: (i64, i64)| {
            let mut facts = base();
            (facts.shift.starts, facts.shift.ends) = (minute(asked.0), minute(asked.0 + asked.1));
            facts.commitments = vec![Commitment {
                starts: minute(held.0),
                ends: minute(held.0 + held.1),
                ..commitment(2, (STARTS, ENDS))
            }];
            decide_signup(&facts.ask(), Wish::Place).is_err()
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
