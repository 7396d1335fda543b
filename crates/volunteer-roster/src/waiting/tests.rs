use proptest::prelude::*;
use vocabulary::{
    Minutes, ShiftState,
    SignupState::{Confirmed, Expired, Offered, Released, ToReconfirm, Waitlisted},
};

use super::*;
use crate::{
    Age, AgeCategory, Clearance, Consent, PersonKind,
    rules::fixtures::{at, commitment, day, person, set, shift},
};

fn signup_id(number: u128) -> SignupId {
    format!("sgn_{number:032x}").parse().unwrap()
}

/// Person and sign-up of one number, who joined so many minutes after noon of 1 June.
fn waits(number: u128, minute: i64) -> Waiting {
    Waiting {
        signup: signup_id(number),
        joined_at: at("2027-06-01T12:00:00Z").plus_seconds(60 * minute),
        person: person(number),
        commitments: vec![],
    }
}

fn minor(mut waiting: Waiting) -> Waiting {
    waiting.person.age = Age::BornOn(day("2010-01-01"));
    waiting.person.consent = Some(Consent {
        given_on: day("2027-01-01"),
        text_version: 1,
        withdrawn_on: None,
        standing_approval: true,
    });
    waiting
}

fn numbers<'a>(signups: impl Iterator<Item = &'a SignupId>) -> Vec<u128> {
    signups
        .map(|id| u128::from_str_radix(&id.as_str()[4..], 16).unwrap())
        .collect()
}

/// Who is offered a place and who is passed over, by number; the shift has so many free places and starts in so many minutes.
fn check(waiting: &[Waiting], free: u32, minutes: i64, offered: &[u128], passed_over: &[u128]) {
    let mut shift = shift(1);
    (shift.places, shift.taken) = (5, 5 - free);
    let now = shift.starts.plus_seconds(-60 * minutes);
    let promotion = promote(&shift, waiting, &Rules::default(), now);
    assert_eq!(numbers(promotion.offers.iter().map(|o| &o.signup)), offered);
    assert_eq!(numbers(promotion.passed_over.iter().map(|(id, _)| id)), passed_over);
    let last_hours = minutes <= 180;
    assert!(promotion.offers.iter().all(|o| o.held != last_hours));
}

#[test]
fn in_the_order_of_joining_then_of_the_id() {
    let three = [waits(3, 0), waits(1, 1), waits(2, 0)];
    check(&three, 0, 6000, &[], &[]);
    check(&three, 1, 6000, &[2], &[]);
    check(&three, 2, 6000, &[2, 3], &[]);
    check(&three, 5, 6000, &[2, 3, 1], &[]);
}

#[test]
fn whoever_cannot_is_passed_over_and_keeps_the_turn() {
    let mut busy = waits(1, 0);
    busy.commitments = vec![commitment(7, ("2027-07-01T09:30:00Z", "2027-07-01T13:30:00Z"))];
    let mut uncleared = waits(2, 1);
    uncleared.person.clearance = Clearance::default();
    check(&[busy, uncleared, waits(3, 2), waits(4, 3)], 1, 6000, &[3], &[1, 2]);
}

#[test]
fn each_offer_counts_for_the_next() {
    // One adult of the staff is there: one minor may come, a second only with another adult before.
    check(
        &[minor(waits(1, 0)), minor(waits(2, 1)), waits(3, 2)],
        3,
        6000,
        &[1, 3],
        &[2],
    );
    check(
        &[waits(3, 0), minor(waits(1, 1)), minor(waits(2, 2))],
        3,
        6000,
        &[3, 1, 2],
        &[],
    );
    let psu = |number, minute| {
        let mut one = waits(number, minute);
        one.person.kind = PersonKind::Psu;
        one
    };
    check(&[psu(1, 0), psu(2, 1)], 2, 6000, &[1], &[2]);
}

#[test]
fn in_the_last_hours_all_are_asked() {
    let three = [waits(1, 0), waits(2, 1), waits(3, 2)];
    check(&three, 1, 181, &[1], &[]);
    check(&three, 1, 180, &[1, 2, 3], &[]);
    check(&three, 1, 1, &[1, 2, 3], &[]);
    check(&three, 1, 0, &[], &[1, 2, 3]);
    check(&three, 0, 60, &[], &[]);
}

#[test]
fn a_closed_shift_goes_down_its_list_and_a_cancelled_one_does_not() {
    for (state, expected) in [
        (ShiftState::Open, 1),
        (ShiftState::Closed, 1),
        (ShiftState::Cancelled, 0),
    ] {
        let mut shift = shift(1);
        shift.state = state;
        let promotion = promote(&shift, &[waits(1, 0)], &Rules::default(), at("2027-06-20T00:00:00Z"));
        assert_eq!(promotion.offers.len(), expected, "{state}");
    }
}

#[test]
fn how_long_an_offer_holds() {
    let cases = [
        // minutes left, setting, minutes it holds
        (10_000, Some(720), 720),
        (1440, Some(720), 720),
        (1000, Some(720), 500),
        (181, Some(720), 90),
        (1000, Some(60), 60),
        (1000, None, 500),
        (-5, Some(720), 0),
    ];
    for (left, setting, expected) in cases {
        let mut rules = Rules::default();
        rules.waiting.offer = setting.map(|minutes| set(Minutes(minutes))).unwrap_or_default();
        let shift = shift(1);
        let now = shift.starts.plus_seconds(-60 * left);
        let minutes = now.seconds_until(offer_expiry(&shift, &rules, now)) / 60;
        assert_eq!(minutes, expected, "{left} left, {setting:?}");
    }
}

fn accept(
    state: SignupState,
    minutes_left: i64,
    by: Who,
    change: fn(&mut Shift, &mut Person),
) -> Result<SignupState, Vec<&'static str>> {
    let (mut shift, mut person, rules) = (shift(1), minor(waits(1, 0)).person, Rules::default());
    change(&mut shift, &mut person);
    let now = shift.starts.plus_seconds(-60 * minutes_left);
    let ask = Ask {
        shift: &shift,
        person: &person,
        commitments: &[],
        own: Some(state),
        rules: &rules,
        now,
    };
    let signup = Signup {
        id: signup_id(1),
        shift: shift.id.clone(),
        person: person.id.clone(),
        state,
    };
    // The offer ends 1000 minutes before the start.
    let expires_at = shift.starts.plus_seconds(-60_000);
    let answer = decide_accept_offer(&signup, Some(expires_at), &ask, by);
    answer
        .map(|a| a.state)
        .map_err(|refusals| refusals.iter().map(Refusal::code).collect())
}

#[test]
fn taking_an_offer() {
    let as_is = |_: &mut Shift, _: &mut Person| {};
    let full = |shift: &mut Shift, _: &mut Person| shift.taken = shift.places;
    let closed = |shift: &mut Shift, _: &mut Person| shift.state = ShiftState::Closed;
    let one_by_one = |_: &mut Shift, person: &mut Person| person.consent.as_mut().unwrap().standing_approval = false;
    let uncleared = |_: &mut Shift, person: &mut Person| person.clearance = Clearance::default();

    assert_eq!(accept(Offered, 1001, Who::Person, as_is), Ok(Confirmed));
    assert_eq!(
        accept(Offered, 1000, Who::Person, as_is),
        Ok(Confirmed),
        "to the last instant"
    );
    assert_eq!(accept(Offered, 999, Who::Person, as_is), Err(vec!["offer-ended"]));
    assert_eq!(
        accept(Offered, 2000, Who::Person, full),
        Ok(Confirmed),
        "the place is held"
    );
    let expected = vec!["offer-ended", "not-cleared", "standards-not-read"];
    assert_eq!(accept(Offered, 999, Who::Person, uncleared), Err(expected));
    assert_eq!(
        accept(Offered, 2000, Who::Person, one_by_one),
        Err(vec!["needs-approval"])
    );
    assert_eq!(accept(Offered, 2000, Who::Staff, one_by_one), Ok(Confirmed));
    assert_eq!(accept(Offered, 2000, Who::Software, as_is), Err(vec!["not-your-step"]));
    assert_eq!(
        accept(Expired, 2000, Who::Person, as_is),
        Err(vec!["step-not-possible"])
    );

    // Whoever still waits is in the race of the last three hours.
    assert_eq!(accept(Waitlisted, 181, Who::Person, as_is), Err(vec!["not-asked-yet"]));
    assert_eq!(accept(Waitlisted, 180, Who::Person, as_is), Ok(Confirmed));
    assert_eq!(accept(Waitlisted, 180, Who::Person, closed), Ok(Confirmed));
    assert_eq!(accept(Waitlisted, 180, Who::Person, full), Err(vec!["shift-full"]));
    assert_eq!(accept(Waitlisted, 0, Who::Person, as_is), Err(vec!["shift-past"]));
}

#[test]
fn what_time_does() {
    let due = at("2027-06-30T12:00:00Z");
    assert_eq!(after_due(Offered, due, due), None, "to the last instant");
    assert_eq!(after_due(Offered, due, due.plus_seconds(1)), Some(Expired));
    assert_eq!(after_due(ToReconfirm, due, due.plus_seconds(1)), Some(Released));
    assert_eq!(after_due(Confirmed, due, due.plus_seconds(1)), None);
    assert_eq!(at_start(Waitlisted), Some(SignupState::Closed));
    assert_eq!(at_start(Offered), Some(Expired));
    assert_eq!(at_start(Confirmed), None);
}

proptest! {
    /// Never more held offers than free places, nobody twice, and nobody behind a person who was not passed over.
    #[test]
    fn promotion_is_fair_and_never_overfills(
        list in prop::collection::vec((1_u128..12, 0_i64..6, any::<bool>(), any::<bool>()), 0..10),
        free in 0_u32..5,
        minutes in 1_i64..400,
    ) {
        let mut seen = std::collections::BTreeSet::new();
        let unique = list.into_iter().filter(|(number, ..)| seen.insert(*number));
        let waiting: Vec<Waiting> = unique.map(|(number, minute, young, cleared)| {
            let mut one = waits(number, minute);
            if young { one = minor(one); }
            if !cleared { one.person.clearance = Clearance::default(); }
            one
        }).collect();
        let mut shift = shift(1);
        (shift.places, shift.taken) = (5, 5 - free);
        shift.minimum_age = AgeCategory::From13;
        let now = shift.starts.plus_seconds(-60 * minutes);
        let promotion = promote(&shift, &waiting, &Rules::default(), now);
        let held = promotion.offers.iter().filter(|o| o.held).count();
        prop_assert!(held <= free as usize);
        let order = |signup: &SignupId| waiting.iter().find(|w| w.signup == *signup).map(|w| (w.joined_at, w.signup.clone()));
        prop_assert!(promotion.offers.windows(2).all(|two| order(&two[0].signup) < order(&two[1].signup)));
        let last = promotion.offers.iter().map(|o| order(&o.signup)).max();
        for one in &waiting {
            let offered = promotion.offers.iter().any(|o| o.signup == one.signup);
            let passed = promotion.passed_over.iter().any(|(id, _)| *id == one.signup);
            prop_assert!(offered || passed || last.is_none() || order(&one.signup) > last.clone().flatten());
        }
    }
}
