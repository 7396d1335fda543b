//! Which papers somebody lacks on a day, asked of the same rules that judge a sign-up, but about no shift.

use vocabulary::Day;

use crate::{
    Person, Refusal, Rules,
    rules::{agreement, clearance, consent, insurance, standards},
};

/// Every paper that would keep this person from any shift on this day, in the order in which the rules tell it. What a shift asks for
/// beyond that (a role, a qualification, an age) is not among them.
pub fn missing_papers(person: &Person, day: Day, rules: &Rules) -> Vec<Refusal> {
    [
        clearance::on_day(person, day, rules),
        standards::on_day(person, day, rules),
        agreement::on_day(person, day, rules, &[]),
        insurance::on_day(person, day, rules),
        consent::on_day(person, day, rules),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age, Agreement, AgreementKind, Clearance, PersonKind,
        rules::fixtures::{day, person},
    };

    fn check(change: impl FnOnce(&mut Person), on: &str, expected: &[&str]) {
        let mut who = person(1);
        change(&mut who);
        let found = missing_papers(&who, day(on), &Rules::default());
        let codes: Vec<&str> = found.iter().map(Refusal::code).collect();
        assert_eq!(codes, expected, "on {on}");
    }

    fn short(who: &mut Person) {
        who.agreements = vec![Agreement {
            kind: AgreementKind::Written,
            signed_on: Some(day("2027-07-01")),
            from: day("2027-07-01"),
            to: Some(day("2027-07-10")),
            paper_on_file: true,
            psu: None,
        }];
    }

    #[test]
    fn what_lacks_on_a_day() {
        check(|_| (), "2027-07-01", &[]);
        check(
            |who| who.clearance = Clearance::default(),
            "2027-07-01",
            &["not-cleared", "standards-not-read"],
        );
        check(
            |who| who.clearance.certificate_on = None,
            "2027-07-01",
            &["clearance-part-missing"],
        );
        check(
            |who| who.clearance.held_until = Some(day("2027-07-09")),
            "2027-07-09",
            &[],
        );
        check(
            |who| who.clearance.held_until = Some(day("2027-07-09")),
            "2027-07-10",
            &["not-cleared"],
        );
        check(|who| who.agreements.clear(), "2027-07-01", &["agreement-missing"]);
        check(short, "2027-07-10", &["insurance-missing"]);
        check(short, "2027-07-11", &["agreement-ended"]);
        check(short, "2027-06-30", &["agreement-not-begun"]);
        check(
            |who| who.age = Age::BornOn(day("2010-03-01")),
            "2027-07-01",
            &["consent-missing"],
        );
        check(|who| who.age = Age::BornOn(day("2009-07-01")), "2027-07-01", &[]);
        let of_staff = |who: &mut Person| {
            who.kind = PersonKind::Staff;
            who.agreements.clear();
        };
        check(of_staff, "2027-07-01", &[]);
    }
}
