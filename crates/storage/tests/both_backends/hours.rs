//! Hours that were worked, absences, certificates and who asks for one.

use storage::{
    Absence, Certificate, CertificateAsk, Json, StoreError, Worked, absences, certificates, people, signups, worked,
};
use vocabulary::{CertificateId, Minutes, SignupState};

use crate::{on_both, samples::*};

fn line(minutes: u32, reason: Option<&str>, at: i64) -> Worked {
    Worked {
        signup_id: signup_id(1),
        minutes: Minutes(minutes),
        reason: reason.map(str::to_owned),
        by: reason.map(|_| person_id(2)),
        at: now(at),
    }
}

#[test]
fn hours_are_only_added_to() {
    on_both(|store| {
        store.write(|db| fill(db, 2, 2)).unwrap();
        let begun = store.write(|db| {
            let person = people::hold(db, &person_id(1))?;
            signups::begin(db, &person, &beginning(1, SignupState::Confirmed), &act(1))
        });
        assert!(matches!(begun.unwrap(), storage::Begun::Done(_)));
        // The longest day there is, and the same instant twice: the order of writing decides.
        let lines = [line(1500, None, 5), line(90, Some("poszedł wcześniej 🚌"), 5)];
        for line in &lines {
            store.write(|db| worked::add(db, line)).unwrap();
        }
        assert_eq!(store.read(|db| worked::of_signup(db, &signup_id(1))).unwrap(), lines);
        assert_eq!(store.read(|db| worked::of_person(db, &person_id(1))).unwrap(), lines);
        assert_eq!(store.read(|db| worked::of_person(db, &person_id(2))).unwrap(), []);
        let too_long = store.write(|db| worked::add(db, &line(1501, None, 6)));
        assert!(matches!(too_long, Err(StoreError::Conflict(_))), "{too_long:?}");
    });
}

#[test]
fn one_absence_a_day() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 2)).unwrap();
        let absence = |who, on: &str, reason: &str| Absence {
            person_id: person_id(who),
            day: day(on),
            reason: reason.to_owned(),
            noted_by: Some(person_id(2)),
            noted_at: now(1),
        };
        for noted in [
            absence(1, "2027-07-31", "choroba"),
            absence(1, "2027-07-01", "urząd"),
            absence(1, "2027-07-01", "choroba"),
            absence(1, "2027-08-01", "choroba"),
            absence(2, "2027-07-02", "choroba"),
        ] {
            store.write(|db| absences::note(db, &noted)).unwrap();
        }
        let july = || {
            let found = store.read(|db| absences::of_person(db, &person_id(1), day("2027-07-01"), day("2027-07-31")));
            found.unwrap()
        };
        let expected = [absence(1, "2027-07-01", "choroba"), absence(1, "2027-07-31", "choroba")];
        assert_eq!(july(), expected, "the later word counts, both ends included");
        let remove = || {
            store
                .write(|db| absences::remove(db, &person_id(1), day("2027-07-01")))
                .unwrap()
        };
        assert_eq!((remove(), remove()), (true, false));
        assert_eq!(july(), expected[1..]);
    });
}

#[test]
fn editions_of_certificates() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 2)).unwrap();
        let certificate = |id: u128, number, edition, code: &str| Certificate {
            id: CertificateId::from_uuid(n(id)),
            person_id: Some(person_id(1)),
            number,
            edition,
            code: code.to_owned(),
            content: Json::of("Zażółć").unwrap(),
            issued_by: Some(person_id(2)),
            issued_at: now(id.try_into().unwrap()),
        };
        let next = || store.read(certificates::next_number).unwrap();
        assert_eq!(next(), 1);
        let all = [
            certificate(1, 1, 1, "AAAA"),
            certificate(2, 2, 1, "BBBB"),
            certificate(3, 1, 2, "CCCC"),
        ];
        for one in &all {
            store.write(|db| certificates::insert(db, one)).unwrap();
        }
        assert_eq!(next(), 3);
        for clash in [certificate(4, 1, 2, "DDDD"), certificate(4, 4, 1, "AAAA")] {
            let said = store.write(|db| certificates::insert(db, &clash));
            assert!(matches!(said, Err(StoreError::Conflict(_))), "{said:?}");
        }
        let [first, second, third] = all;
        let of = |who| store.read(|db| certificates::of_person(db, &person_id(who))).unwrap();
        assert_eq!((of(1), of(2)), (vec![second, third.clone(), first.clone()], vec![]));
        assert_eq!(store.read(|db| certificates::by_code(db, "AAAA")).unwrap(), first);
        assert_eq!(store.read(|db| certificates::newest(db, 1)).unwrap(), third);
        let unknown = store.read(|db| certificates::by_code(db, "aaaa"));
        assert_eq!(unknown, Err(StoreError::NotFound));
    });
}

#[test]
fn one_wish_a_person() {
    on_both(|store| {
        store.write(|db| fill(db, 1, 2)).unwrap();
        let wish = |who, last: &str, at| CertificateAsk {
            person_id: person_id(who),
            first_day: day("2026-09-01"),
            last_day: day(last),
            asked_at: now(at),
        };
        let all = [
            wish(1, "2027-06-30", 1),
            wish(2, "2027-07-31", 2),
            wish(1, "2027-08-31", 3),
        ];
        for one in &all {
            store.write(|db| certificates::ask(db, one)).unwrap();
        }
        let [_, second, third] = all;
        assert_eq!(store.read(certificates::asks).unwrap(), [second, third.clone()]);
        let of = || store.read(|db| certificates::ask_of(db, &person_id(1))).unwrap();
        assert_eq!(of(), Some(third));
        store.write(|db| certificates::answered(db, &person_id(1))).unwrap();
        assert_eq!(of(), None);
    });
}
