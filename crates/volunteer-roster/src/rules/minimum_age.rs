//! A shift may ask for an age; it is the age on the day of the visit, not today's.

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let minimum = asked.shift.minimum_age;
    let age = asked.person.age.category_on(asked.shift.day);
    (age < minimum)
        .then_some(Refusal::TooYoung { minimum, age })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age, AgeCategory,
        rules::fixtures::{check, codes, day},
    };

    #[test]
    fn table() {
        use AgeCategory::{Adult, From13, From16, Under13};
        let born = |text| Age::BornOn(day(text));
        // The visit is on 1 July 2027.
        let cases = [
            (Age::Adult, Adult, ""),
            (Age::Adult, Under13, ""),
            (born("2009-07-01"), Adult, ""), // 18 on the day of the visit
            (born("2009-07-02"), Adult, "too-young"),
            (born("2009-07-02"), From16, ""),
            (born("2011-07-01"), From16, ""),
            (born("2011-07-02"), From16, "too-young"),
            (born("2014-07-01"), From13, ""),
            (born("2014-07-02"), From13, "too-young"),
            (born("2014-07-02"), Under13, ""),
        ];
        for (age, minimum, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.age = age;
                facts.shift.minimum_age = minimum;
            });
            assert_eq!(codes(&got), expected, "{age:?}, at least {minimum}");
        }
    }

    #[test]
    fn says_both_ages() {
        let got = check(rule, |facts| {
            facts.person.age = Age::BornOn(day("2012-01-01"));
            facts.shift.minimum_age = AgeCategory::Adult;
        });
        let expected = Refusal::TooYoung {
            minimum: AgeCategory::Adult,
            age: AgeCategory::From13,
        };
        assert_eq!(got, [expected]);
    }
}
