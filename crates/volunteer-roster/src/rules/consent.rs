//! A minor works only with the guardian's consent, as long as it is not withdrawn.
//!
//! Source: Civil Code of 23 April 1964, art. 15 and 17 (from 13 to 17 with consent), art. 12 and 14 (under 13 the guardian
//! acts for the child). Kept is that it was given, in which version, and when it was withdrawn. Whoever is 18 on the day
//! needs none.

use vocabulary::Day;

use super::Ask;
use crate::{Person, Refusal, Rules};

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    on_day(asked.person, asked.shift.day, asked.rules)
}

/// What lacks on a day, whatever the shift.
pub(crate) fn on_day(person: &Person, day: Day, rules: &Rules) -> Vec<Refusal> {
    let rules = &rules.minors;
    if !person.is_minor_on(day) || !rules.consent.asks_on(day) {
        return vec![];
    }
    let Some(consent) = person.consent.as_ref().filter(|consent| consent.given_on <= day) else {
        return vec![Refusal::ConsentMissing];
    };
    let withdrawn = consent.withdrawn_on.filter(|from| *from <= day);
    let oldest = rules.oldest_consent.on(day).map_or(0, |oldest| oldest.value);
    let outdated = (consent.text_version < oldest).then_some(Refusal::ConsentOutdated {
        given: consent.text_version,
        needed: oldest,
    });
    let withdrawn = withdrawn.map(|from| Refusal::ConsentWithdrawn { from });
    withdrawn.into_iter().chain(outdated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age, Consent,
        rules::fixtures::{check, codes, day, set},
    };

    fn given(on: &str, withdrawn: Option<&str>) -> Option<Consent> {
        Some(Consent {
            given_on: day(on),
            text_version: 2,
            withdrawn_on: withdrawn.map(day),
            standing_approval: false,
        })
    }

    #[test]
    fn table() {
        let minor = Age::BornOn(day("2009-07-02")); // 17 on the day of the visit
        let cases = [
            (minor, None, 0, "consent-missing"),
            (minor, given("2027-06-01", None), 0, ""),
            (minor, given("2027-07-02", None), 0, "consent-missing"),
            (minor, given("2027-06-01", Some("2027-07-01")), 0, "consent-withdrawn"),
            (minor, given("2027-06-01", Some("2027-07-02")), 0, ""),
            (minor, given("2027-06-01", None), 2, ""),
            (minor, given("2027-06-01", None), 3, "consent-outdated"),
            (
                minor,
                given("2027-06-01", Some("2027-06-02")),
                3,
                "consent-withdrawn consent-outdated",
            ),
            (Age::BornOn(day("2009-07-01")), None, 0, ""), // 18 on the very day
            (Age::Adult, None, 0, ""),
        ];
        for (age, consent, oldest, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.age = age;
                facts.person.consent = consent.clone();
                facts.rules.minors.oldest_consent = set(oldest);
            });
            assert_eq!(codes(&got), expected, "{age:?}, {consent:?}, {oldest}");
        }
    }
}
