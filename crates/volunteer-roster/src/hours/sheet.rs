//! The monthly sheet of socially useful work for the labour office: days, weeks, pay, absences.
//!
//! Source: act of 20 April 2004, art. 73a: paid for each hour worked, at most so many a week and a month. Agreements from
//! before 1 June 2025 go on under that act; which limit and rate hold is told by the agreement, else by the settings.

use std::collections::BTreeMap;

use vocabulary::{Day, Minutes};

use super::{Attendance, by_week};
use crate::{DaySpan, Grosze, Period, Person, Refusal, Rules, rules::hours::limit};

/// A day on which somebody was expected and did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Which.
    pub day: Day,
    /// Why, as staff wrote it down.
    pub reason: String,
}

/// A day of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetDay {
    /// Which.
    pub day: Day,
    /// How long was worked.
    pub worked: Minutes,
    /// The rate of that day for an hour; none if nobody has set one.
    pub rate: Option<Grosze>,
}

/// A week of the sheet, whole, also where it reaches beyond the month: the week's limit does not end with the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetWeek {
    /// Monday to Sunday.
    pub days: DaySpan,
    /// How long was worked in it.
    pub worked: Minutes,
}

/// The sheet of one person and month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PsuSheet {
    /// The calendar month.
    pub month: DaySpan,
    /// The days on which something was worked, the first first.
    pub days: Vec<SheetDay>,
    /// The weeks that touch the month and have work in them.
    pub weeks: Vec<SheetWeek>,
    /// All of the month.
    pub worked: Minutes,
    /// For all hours whose rate is known; the minutes of one rate are added up before rounding.
    pub pay: Grosze,
    /// The absences of the month, by day.
    pub absences: Vec<Absence>,
    /// Where a week or the month is longer than allowed, each as [`Refusal::TooManyHours`]: what was worked was worked, and
    /// the office must be told.
    pub breaches: Vec<Refusal>,
}

/// The sheet for the month of a day.
///
/// `attended` is the person's attended work of that month and of the weeks at its ends; other days count for nothing.
pub fn psu_sheet(
    person: &Person,
    month_of: Day,
    attended: &[Attendance],
    absences: &[Absence],
    rules: &Rules,
) -> PsuSheet {
    let month = DaySpan::month_of(month_of);
    let days = sheet_days(person, month, attended, rules);
    let weeks: Vec<SheetWeek> = by_week(attended)
        .into_iter()
        .map(|(monday, worked)| SheetWeek {
            days: DaySpan::week_of(monday),
            worked,
        })
        .filter(|week| week.days.first <= month.last && month.first <= week.days.last)
        .collect();
    let worked = days.iter().map(|day| day.worked).sum();
    let spans = weeks.iter().map(|week| (Period::Week, week.days, week.worked));
    let breaches = spans
        .chain([(Period::Month, month, worked)])
        .filter_map(|(period, span, worked)| breach(person, rules, period, span, worked))
        .collect();
    let mut absences: Vec<Absence> = absences.iter().filter(|a| month.contains(a.day)).cloned().collect();
    absences.sort_by_key(|absence| absence.day);
    PsuSheet {
        month,
        pay: pay(&days),
        days,
        weeks,
        worked,
        absences,
        breaches,
    }
}

fn sheet_days(person: &Person, month: DaySpan, attended: &[Attendance], rules: &Rules) -> Vec<SheetDay> {
    let within = attended.iter().filter(|attendance| month.contains(attendance.day));
    let mut worked: BTreeMap<Day, Minutes> = BTreeMap::new();
    for attendance in within {
        *worked.entry(attendance.day).or_default() += attendance.counted();
    }
    let day = |(day, worked)| SheetDay {
        day,
        worked,
        rate: rate(person, rules, day),
    };
    worked.into_iter().map(day).collect()
}

/// The rate that the agreement in force says, else the setting's.
fn rate(person: &Person, rules: &Rules, day: Day) -> Option<Grosze> {
    let mut terms = person.agreements_on(day).filter_map(|agreement| agreement.psu.as_ref());
    let agreed = terms.find_map(|terms| terms.rate.on(day));
    agreed.or_else(|| rules.psu_rate.on(day)).map(|dated| dated.value)
}

fn pay(days: &[SheetDay]) -> Grosze {
    let mut by_rate: BTreeMap<Grosze, Minutes> = BTreeMap::new();
    for day in days {
        if let Some(rate) = day.rate {
            *by_rate.entry(rate).or_default() += day.worked;
        }
    }
    let each = by_rate.into_iter().map(|(rate, worked)| rate.for_time(worked));
    each.fold(Grosze::default(), Grosze::plus)
}

/// Judged by the limit of the last day of the span.
fn breach(person: &Person, rules: &Rules, period: Period, span: DaySpan, worked: Minutes) -> Option<Refusal> {
    let (limit, basis) = limit(person, rules, period, span.last)?;
    (worked > limit).then_some(Refusal::TooManyHours {
        period,
        first: span.first,
        limit,
        would_be: worked,
        basis,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Dated, PersonKind, PsuTerms, SetBy, Setting,
        rules::fixtures::{day, person, set, work},
    };

    fn attended(on: &str, minutes: u32) -> Attendance {
        Attendance {
            signup: format!("sgn_{minutes:032x}").parse().unwrap(),
            day: day(on),
            recorded: work(1, on, minutes).length(),
            corrections: vec![],
        }
    }

    fn psu(terms: Option<PsuTerms>) -> Person {
        let mut person = person(1);
        person.kind = PersonKind::Psu;
        person.agreements[0].psu = terms;
        person
    }

    #[test]
    fn a_month() {
        let work = [
            attended("2027-06-30", 300), // June, in the week of 1 July
            attended("2027-07-01", 200),
            attended("2027-07-01", 101),
            attended("2027-07-12", 30),
            attended("2027-08-01", 60), // Sunday of the last week of July
            attended("2027-08-02", 60),
        ];
        let absent = |on, reason: &str| Absence {
            day: day(on),
            reason: reason.to_owned(),
        };
        let absences = [
            absent("2027-07-20", "ill"),
            absent("2027-07-05", "ill"),
            absent("2027-08-05", "ill"),
        ];
        let sheet = psu_sheet(&psu(None), day("2027-07-15"), &work, &absences, &Rules::default());
        let days: Vec<_> = sheet
            .days
            .iter()
            .map(|d| format!("{} {}", d.day, d.worked.get()))
            .collect();
        assert_eq!(days, ["2027-07-01 301", "2027-07-12 30"]);
        let weeks: Vec<_> = sheet
            .weeks
            .iter()
            .map(|w| format!("{} {}", w.days.first, w.worked.get()))
            .collect();
        assert_eq!(weeks, ["2027-06-28 601", "2027-07-12 30", "2027-07-26 60"]);
        // 331 minutes at 10.90: 60.13 and a bit.
        assert_eq!((sheet.worked, sheet.pay), (Minutes(331), Grosze(6013)));
        let days: Vec<_> = sheet.absences.iter().map(|a| a.day.to_string()).collect();
        assert_eq!(days, ["2027-07-05", "2027-07-20"]);
        let [
            Refusal::TooManyHours {
                period: Period::Week,
                first,
                limit,
                ..
            },
        ] = &sheet.breaches[..]
        else {
            panic!("{:?}", sheet.breaches)
        };
        assert_eq!((*first, *limit), (day("2027-06-28"), Minutes(600)));
    }

    #[test]
    fn the_rate_of_the_day_and_of_the_agreement() {
        let dated = |from: &str, grosze| Dated {
            from: day(from),
            value: Grosze(grosze),
            set_by: SetBy::Law,
            source: "the test".to_owned(),
            doubt: None,
        };
        let rules = Rules {
            psu_rate: Setting::of(vec![dated("2027-07-01", 1000), dated("2027-07-10", 1200)]),
            ..Rules::default()
        };
        let work = [attended("2027-07-09", 60), attended("2027-07-10", 60)];
        let agreed = PsuTerms {
            rate: set(Grosze(900)),
            ..PsuTerms::default()
        };
        let cases = [
            (psu(None), rules.clone(), 2200),
            (psu(Some(PsuTerms::default())), rules.clone(), 2200),
            (psu(Some(agreed)), rules, 1800),
            (psu(None), Rules::unlimited(), 0), // no rate known
        ];
        for (person, rules, expected) in cases {
            let sheet = psu_sheet(&person, day("2027-07-01"), &work, &[], &rules);
            assert_eq!(sheet.pay, Grosze(expected));
        }
    }
}
