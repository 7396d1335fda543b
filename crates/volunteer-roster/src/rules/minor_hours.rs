//! Minors work at their hours: not early, not late, not long. The age is the one on the day, the hours are local ones.
//!
//! Source: none in law. Labour law does not bind volunteers and no other hours could be found, so these are proposals of
//! the house, in settings; staff may decide otherwise in a single case where they stay that.

use vocabulary::{Minute, Minutes};

use super::Ask;
use crate::Refusal;

pub(super) fn rule(asked: &Ask<'_>) -> Vec<Refusal> {
    let (shift, day) = (asked.shift, asked.shift.day);
    let age = asked.person.category_on(day);
    let Some(hours) = asked.rules.minors.hours(age, day) else {
        return vec![];
    };
    let (basis, hours) = (hours.basis(), &hours.value);
    let mut refusals = Vec::new();
    if on_its_day(asked, shift.starts) < hours.earliest || hours.latest < on_its_day(asked, shift.ends) {
        refusals.push(Refusal::MinorHours {
            age,
            earliest: hours.earliest,
            latest: hours.latest,
            basis: basis.clone(),
        });
    }
    let that_day = asked.others().filter(|held| held.day == day);
    let would_be: Minutes = that_day.map(crate::Commitment::length).sum::<Minutes>() + shift.length();
    if would_be > hours.a_day {
        refusals.push(Refusal::MinorTooLong {
            age,
            limit: hours.a_day,
            would_be,
            basis,
        });
    }
    refusals
}

/// The local time of an instant, on the scale of the shift's day: what is after its midnight is 24:00, what is before it
/// 0:00.
fn on_its_day(asked: &Ask<'_>, instant: vocabulary::Timestamp) -> Minute {
    let (day, minute) = asked.shift.zone.civil(instant);
    match day.cmp(&asked.shift.day) {
        std::cmp::Ordering::Less => Minute::new(0).unwrap_or(minute),
        std::cmp::Ordering::Equal => minute,
        std::cmp::Ordering::Greater => Minute::END_OF_DAY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Age,
        rules::fixtures::{at, check, codes, day, work},
    };

    #[test]
    fn by_age() {
        // Born on the first day of a category, as of 1 July 2027; Warsaw is two hours ahead of UTC.
        let (twelve, thirteen, sixteen) = ("2015-01-01", "2014-07-01", "2011-07-01");
        let cases = [
            (twelve, ("09:30", "10:30"), "minor-too-long"),
            (thirteen, ("09:30", "12:30"), ""),
            (thirteen, ("09:30", "12:31"), "minor-too-long"),
            (sixteen, ("09:30", "15:30"), ""),
            (sixteen, ("09:30", "15:31"), "minor-too-long"),
            (sixteen, ("06:00", "09:00"), ""),
            (sixteen, ("05:59", "09:00"), "minor-hours"),
            (sixteen, ("15:00", "18:00"), ""), // until 20:00 in Warsaw
            (sixteen, ("15:00", "18:01"), "minor-hours"),
            (sixteen, ("15:00", "22:30"), "minor-hours minor-too-long"), // past midnight
            ("2009-07-01", ("02:00", "22:30"), ""),                      // 18 on the day
        ];
        for (born, (from, to), expected) in cases {
            let got = check(rule, |facts| {
                facts.person.age = Age::BornOn(day(born));
                facts.shift.starts = at(&format!("2027-07-01T{from}:00Z"));
                facts.shift.ends = at(&format!("2027-07-01T{to}:00Z"));
            });
            assert_eq!(codes(&got), expected, "{born}, {from} to {to}");
        }
    }

    #[test]
    fn the_whole_day_counts() {
        let cases = [
            ("2027-07-01", 120, ""),
            ("2027-07-01", 121, "minor-too-long"),
            ("2027-07-02", 600, ""),
        ];
        for (on, minutes, expected) in cases {
            let got = check(rule, |facts| {
                facts.person.age = Age::BornOn(day("2011-07-01")); // 6 hours, of which the shift takes 4
                facts.commitments = vec![work(2, on, minutes)];
            });
            assert_eq!(codes(&got), expected, "{minutes} on {on}");
        }
    }
}
