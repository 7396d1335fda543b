use super::*;
use crate::{
    SetBy,
    rules::fixtures::{at, day, shift_id},
};

fn basis(set_by: SetBy) -> Basis {
    Basis {
        set_by,
        source: "the test".to_owned(),
    }
}

/// One of each, in the order of the codes; limits are set by this word.
fn one_of_each(set_by: SetBy) -> Vec<Refusal> {
    let on = day("2027-07-01");
    let (starts, ends) = (at("2027-07-01T09:30:00Z"), at("2027-07-01T13:30:00Z"));
    let (short, long) = (Minutes(60), Minutes(120));
    let with = shift_id(1);
    let (earliest, latest) = ("08:00".parse().unwrap(), "20:00".parse().unwrap());
    let age = AgeCategory::From13;
    let state = SignupState::Released;
    let basis = || basis(set_by);
    vec![
        Refusal::ShiftFull { places: 2 },
        Refusal::ShiftClosed,
        Refusal::VisitCancelled,
        Refusal::ShiftPast { started: starts },
        Refusal::AlreadySignedUp,
        Refusal::Overlap {
            with: with.clone(),
            starts,
            ends,
        },
        Refusal::NotCleared {
            on,
            cleared_until: None,
        },
        Refusal::WrongRole {
            needed: CrewRole::Leader,
            held: vec![CrewRole::Helper],
        },
        Refusal::TooYoung {
            minimum: AgeCategory::Adult,
            age,
        },
        Refusal::HoldsNoPlace { state },
        Refusal::NothingToReconfirm { state },
        Refusal::StepNotPossible {
            step: Step::Accept,
            state,
        },
        Refusal::NotYourStep {
            step: Step::Expire,
            by: Who::Person,
        },
        Refusal::NotYetOpen { opens: starts },
        Refusal::AlreadyAsked {
            state: SignupState::Waitlisted,
        },
        Refusal::TrainingFull { places: 1 },
        Refusal::TravelTooLong {
            with: with.clone(),
            starts,
            ends,
            between: short,
            needed: long,
        },
        Refusal::TooManyHours {
            period: Period::Week,
            first: on,
            limit: short,
            would_be: long,
            basis: basis(),
        },
        Refusal::RestTooShort {
            with,
            starts,
            ends,
            rest: short,
            needed: long,
            basis: basis(),
        },
        Refusal::TooManyDays {
            limit: 6,
            would_be: 7,
            basis: basis(),
        },
        Refusal::RoleEnded {
            role: CrewRole::Helper,
            until: on,
        },
        Refusal::QualificationMissing {
            needed: Qualification::FirstAid,
            claimed: true,
        },
        Refusal::QualificationEnded {
            needed: Qualification::FirstAid,
            until: on,
        },
        Refusal::ClearancePartMissing {
            part: ClearancePart::Register,
        },
        Refusal::ClearancePartTooOld {
            part: ClearancePart::Certificate,
            of: on,
            holds_until: on,
        },
        Refusal::StandardsNotRead {
            in_force: 2,
            read: Some(1),
        },
        Refusal::AgreementMissing,
        Refusal::AgreementEnded { until: on },
        Refusal::AgreementNotBegun { from: on },
        Refusal::AgreementNotInWriting {
            first: on,
            last: on,
            days: 31,
            limit: 30,
        },
        Refusal::InsuranceMissing { on },
        Refusal::ConsentMissing,
        Refusal::ConsentWithdrawn { from: on },
        Refusal::ConsentOutdated { given: 1, needed: 2 },
        Refusal::MinorHours {
            age,
            earliest,
            latest,
            basis: basis(),
        },
        Refusal::MinorTooLong {
            age,
            limit: short,
            would_be: long,
            basis: basis(),
        },
        Refusal::NoAdultOfStaff,
        Refusal::TooManyMinors {
            minors: 2,
            adults: 1,
            for_each: 1,
            basis: basis(),
        },
        Refusal::TooManyPsu {
            limit: 1,
            basis: basis(),
        },
        Refusal::NeedsApproval,
        Refusal::OfferEnded { ended: starts },
        Refusal::NotAskedYet { from: starts },
        Refusal::ReasonMissing,
        Refusal::SwapChangesNothing,
        Refusal::SwapOutdated,
        Refusal::SwapNotWaiting,
        Refusal::DayTooLong { limit: long },
    ]
}

/// The codes and their facts are an agreement with every client: this list may grow, its lines may not change.
const JSON: &str = r#"
{"code":"shift-full","places":2}
{"code":"shift-closed"}
{"code":"visit-cancelled"}
{"code":"shift-past","started":"2027-07-01T09:30:00Z"}
{"code":"already-signed-up"}
{"code":"overlap","with":"shf_00000000000000000000000000000001","starts":"2027-07-01T09:30:00Z","ends":"2027-07-01T13:30:00Z"}
{"code":"not-cleared","on":"2027-07-01","cleared_until":null}
{"code":"wrong-role","needed":"leader","held":["helper"]}
{"code":"too-young","minimum":"adult","age":"13-15"}
{"code":"holds-no-place","state":"released"}
{"code":"nothing-to-reconfirm","state":"released"}
{"code":"step-not-possible","step":"accept","state":"released"}
{"code":"not-your-step","step":"expire","by":"person"}
{"code":"not-yet-open","opens":"2027-07-01T09:30:00Z"}
{"code":"already-asked","state":"waitlisted"}
{"code":"training-full","places":1}
{"code":"travel-too-long","with":"shf_00000000000000000000000000000001","starts":"2027-07-01T09:30:00Z","ends":"2027-07-01T13:30:00Z","between":60,"needed":120}
{"code":"too-many-hours","period":"week","first":"2027-07-01","limit":60,"would_be":120,"basis":{"set_by":"law","source":"the test"}}
{"code":"rest-too-short","with":"shf_00000000000000000000000000000001","starts":"2027-07-01T09:30:00Z","ends":"2027-07-01T13:30:00Z","rest":60,"needed":120,"basis":{"set_by":"law","source":"the test"}}
{"code":"too-many-days","limit":6,"would_be":7,"basis":{"set_by":"law","source":"the test"}}
{"code":"role-ended","role":"helper","until":"2027-07-01"}
{"code":"qualification-missing","needed":"first-aid","claimed":true}
{"code":"qualification-ended","needed":"first-aid","until":"2027-07-01"}
{"code":"clearance-part-missing","part":"register"}
{"code":"clearance-part-too-old","part":"certificate","of":"2027-07-01","holds_until":"2027-07-01"}
{"code":"standards-not-read","in_force":2,"read":1}
{"code":"agreement-missing"}
{"code":"agreement-ended","until":"2027-07-01"}
{"code":"agreement-not-begun","from":"2027-07-01"}
{"code":"agreement-not-in-writing","first":"2027-07-01","last":"2027-07-01","days":31,"limit":30}
{"code":"insurance-missing","on":"2027-07-01"}
{"code":"consent-missing"}
{"code":"consent-withdrawn","from":"2027-07-01"}
{"code":"consent-outdated","given":1,"needed":2}
{"code":"minor-hours","age":"13-15","earliest":"08:00","latest":"20:00","basis":{"set_by":"law","source":"the test"}}
{"code":"minor-too-long","age":"13-15","limit":60,"would_be":120,"basis":{"set_by":"law","source":"the test"}}
{"code":"no-adult-of-staff"}
{"code":"too-many-minors","minors":2,"adults":1,"for_each":1,"basis":{"set_by":"law","source":"the test"}}
{"code":"too-many-psu","limit":1,"basis":{"set_by":"law","source":"the test"}}
{"code":"needs-approval"}
{"code":"offer-ended","ended":"2027-07-01T09:30:00Z"}
{"code":"not-asked-yet","from":"2027-07-01T09:30:00Z"}
{"code":"reason-missing"}
{"code":"swap-changes-nothing"}
{"code":"swap-outdated"}
{"code":"swap-not-waiting"}
{"code":"day-too-long","limit":120}
"#;

#[test]
fn codes_and_json_are_stable() {
    let all = one_of_each(SetBy::Law);
    let codes: Vec<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes, Refusal::CODES);
    let json: Vec<String> = all
        .iter()
        .map(|refusal| serde_json::to_string(refusal).unwrap())
        .collect();
    let expected: Vec<&str> = JSON.trim().lines().collect();
    assert_eq!(json, expected);
}

/// The codes for which something holds.
fn where_true(set_by: SetBy, holds: impl Fn(&Refusal) -> bool) -> String {
    let all = one_of_each(set_by);
    let found: Vec<_> = all.iter().filter(|refusal| holds(refusal)).map(Refusal::code).collect();
    found.join(" ")
}

#[test]
fn what_staff_may_decide_against() {
    assert_eq!(
        where_true(SetBy::Law, Refusal::overridable),
        "shift-closed shift-past overlap not-yet-open travel-too-long needs-approval"
    );
    assert_eq!(
        where_true(SetBy::House, Refusal::overridable),
        "shift-closed shift-past overlap not-yet-open travel-too-long too-many-hours rest-too-short too-many-days \
         minor-hours minor-too-long too-many-minors too-many-psu needs-approval"
    );
}

#[test]
fn what_one_may_wait_with() {
    assert_eq!(
        where_true(SetBy::Law, Refusal::may_wait),
        "shift-full shift-closed not-cleared training-full clearance-part-missing clearance-part-too-old \
         standards-not-read"
    );
}

#[test]
fn what_lies_in_the_person() {
    assert_eq!(
        where_true(SetBy::Law, |refusal| refusal.depends_on() == DependsOn::Person),
        "not-cleared wrong-role too-young not-your-step role-ended qualification-missing qualification-ended \
         clearance-part-missing clearance-part-too-old standards-not-read agreement-missing agreement-ended \
         agreement-not-begun agreement-not-in-writing insurance-missing consent-missing consent-withdrawn \
         consent-outdated minor-hours needs-approval reason-missing swap-changes-nothing day-too-long"
    );
}

/// Whatever hands in a paper lies in the person, and whatever lies in the State's order of things is lifted by none.
#[test]
fn papers_are_the_persons_own() {
    for refusal in one_of_each(SetBy::Law) {
        if matches!(refusal.remedy(), Remedy::HandIn { .. }) {
            assert_eq!(refusal.depends_on(), DependsOn::Person, "{refusal}");
            assert!(!refusal.overridable(), "{refusal}");
        }
    }
    let json = serde_json::to_string(&Refusal::ConsentMissing.remedy()).unwrap();
    assert_eq!(json, r#"{"remedy":"hand-in","paper":"consent"}"#);
}
