//! Hours that were worked: corrections, totals for certificates, and the monthly sheet of socially useful work.
//!
//! Only attended shifts count, for the local day on which they began, wholly. What a correction says replaces what was
//! recorded; nothing is ever deleted.

mod sheet;

pub use sheet::{Absence, PsuSheet, SheetDay, SheetWeek, psu_sheet};

use std::{collections::BTreeMap, fmt};

use vocabulary::{Day, Minutes, PersonId, SignupId, SignupState, Timestamp};

use crate::{Commitment, DaySpan, Refusal, Signup, Step, Who, states};

/// The longest day there is: the one in October on which the clocks go back.
const LONGEST_DAY: Minutes = Minutes(25 * 60);

/// A later word on how long somebody worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// How long it was, instead of what was said before.
    pub minutes: Minutes,
    /// Why, in words.
    pub reason: String,
    /// Who says so; none once their data were erased.
    pub by: Option<PersonId>,
    /// When it was said.
    pub at: Timestamp,
}

/// One attended shift of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// The sign-up.
    pub signup: SignupId,
    /// The local day.
    pub day: Day,
    /// The crew time of the shift, as recorded.
    pub recorded: Minutes,
    /// What was said later, in any order.
    pub corrections: Vec<Correction>,
}

impl Attendance {
    /// What is recorded of an attended shift, before any correction; none of a sign-up that was not attended.
    pub fn of(signup: &Signup, shift: &Commitment) -> Option<Self> {
        (signup.state == SignupState::Attended).then(|| Self {
            signup: signup.id.clone(),
            day: shift.day,
            recorded: shift.length(),
            corrections: Vec::new(),
        })
    }

    /// How long counts: what the newest correction says, else what was recorded.
    pub fn counted(&self) -> Minutes {
        let newest = self.corrections.iter().max_by_key(|correction| correction.at);
        newest.map_or(self.recorded, |correction| correction.minutes)
    }
}

/// May the hours of this sign-up be corrected? Every reason why not.
///
/// Only staff, only of a shift that was attended, with a reason, and no more than a day has.
pub fn decide_correction(signup: &Signup, minutes: Minutes, reason: &str, by: Who) -> Result<(), Vec<Refusal>> {
    let state = signup.state;
    let step = Step::Correct;
    let refusals: Vec<Refusal> = [
        (by != Who::Staff).then_some(Refusal::NotYourStep { step, by }),
        (state != SignupState::Attended).then_some(Refusal::StepNotPossible { step, state }),
        reason.trim().is_empty().then_some(Refusal::ReasonMissing),
        (minutes > LONGEST_DAY).then_some(Refusal::DayTooLong { limit: LONGEST_DAY }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// May attended be turned into a no-show, or the other way round? The state to store, or every reason why not.
pub fn decide_presence_correction(signup: &Signup, reason: &str, by: Who) -> Result<SignupState, Vec<Refusal>> {
    let stepped = states::next(signup.state, Step::Correct, by);
    let wordless = reason.trim().is_empty().then_some(Refusal::ReasonMissing);
    match (stepped, wordless) {
        (Ok(state), None) => Ok(state),
        (stepped, wordless) => Err(stepped.err().into_iter().chain(wordless).collect()),
    }
}

/// A school year, 1 September to 31 August; a pupil's certificate counts by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// The school year of a day.
    pub fn of(day: Day) -> Self {
        Self(day.year() - i32::from(day.month() < 9))
    }

    /// The calendar year in which it begins.
    pub const fn begins(self) -> i32 {
        self.0
    }
}

impl fmt::Display for SchoolYear {
    /// `2026/2027`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, self.0 + 1)
    }
}

/// The hours by school year.
pub fn by_school_year(attended: &[Attendance]) -> BTreeMap<SchoolYear, Minutes> {
    totals(attended, SchoolYear::of)
}

/// The hours by calendar month, under its first day.
pub fn by_month(attended: &[Attendance]) -> BTreeMap<Day, Minutes> {
    totals(attended, |day| DaySpan::month_of(day).first)
}

/// The hours by week, under its Monday.
pub fn by_week(attended: &[Attendance]) -> BTreeMap<Day, Minutes> {
    totals(attended, Day::monday)
}

fn totals<K: Ord>(attended: &[Attendance], key: impl Fn(Day) -> K) -> BTreeMap<K, Minutes> {
    let mut sums = BTreeMap::new();
    for attendance in attended {
        *sums.entry(key(attendance.day)).or_insert(Minutes::ZERO) += attendance.counted();
    }
    sums
}

/// What a certificate of hours says (act of 24 April 2003, art. 44.2): attended hours only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateHours {
    /// From the first attended day to the last.
    pub period: DaySpan,
    /// How many shifts were attended.
    pub shifts: usize,
    /// All hours together.
    pub total: Minutes,
    /// The same by school year, the first first.
    pub by_school_year: Vec<(SchoolYear, Minutes)>,
}

/// The hours for a certificate; none if nothing was attended.
pub fn certificate(attended: &[Attendance]) -> Option<CertificateHours> {
    let days = || attended.iter().map(|attendance| attendance.day);
    Some(CertificateHours {
        period: DaySpan {
            first: days().min()?,
            last: days().max()?,
        },
        shifts: attended.len(),
        total: attended.iter().map(Attendance::counted).sum(),
        by_school_year: by_school_year(attended).into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use vocabulary::SignupState::{Attended, Confirmed, NoShow};

    use super::*;
    use crate::rules::fixtures::{at, day, person_id, shift_id, work};

    fn signup(state: SignupState) -> Signup {
        Signup {
            id: format!("sgn_{:032x}", 1).parse().unwrap(),
            shift: shift_id(1),
            person: person_id(1),
            state,
        }
    }

    fn attended(on: &str, minutes: u32) -> Attendance {
        Attendance::of(&signup(Attended), &work(1, on, minutes)).unwrap()
    }

    #[test]
    fn only_attended_shifts_count() {
        for state in SignupState::ALL {
            let counted = Attendance::of(&signup(*state), &work(1, "2027-07-01", 60)).map(|a| a.counted());
            assert_eq!(counted, (*state == Attended).then_some(Minutes(60)), "{state}");
        }
    }

    #[test]
    fn the_newest_correction_counts() {
        let correction = |minutes, when: &str| Correction {
            minutes: Minutes(minutes),
            reason: "went home early".to_owned(),
            by: Some(person_id(9)),
            at: at(when),
        };
        let mut one = attended("2027-07-01", 240);
        one.corrections = vec![
            correction(100, "2027-07-03T00:00:00Z"),
            correction(200, "2027-07-02T00:00:00Z"),
        ];
        assert_eq!(one.counted(), Minutes(100));
    }

    #[test]
    fn who_corrects_what() {
        let check = |state, minutes, reason: &str, by, expected: &[&str]| {
            let got = decide_correction(&signup(state), Minutes(minutes), reason, by);
            let codes: Vec<_> = got.err().unwrap_or_default().iter().map(Refusal::code).collect();
            assert_eq!(codes, expected);
        };
        check(Attended, 0, "x", Who::Staff, &[]);
        check(Attended, 1500, "x", Who::Staff, &[]);
        check(Attended, 1501, "x", Who::Staff, &["day-too-long"]);
        check(
            NoShow,
            1501,
            " ",
            Who::Person,
            &["not-your-step", "step-not-possible", "reason-missing", "day-too-long"],
        );
        let check = |state, reason: &str, by, expected: Result<SignupState, &[&str]>| {
            let got = decide_presence_correction(&signup(state), reason, by);
            let got = got.map_err(|refusals| refusals.iter().map(Refusal::code).collect::<Vec<_>>());
            assert_eq!(got, expected.map_err(<[_]>::to_vec));
        };
        check(Attended, "was not there", Who::Staff, Ok(NoShow));
        check(NoShow, "was there", Who::Staff, Ok(Attended));
        check(NoShow, "", Who::Staff, Err(&["reason-missing"]));
        check(Confirmed, "", Who::Staff, Err(&["step-not-possible", "reason-missing"]));
        check(NoShow, "was there", Who::Person, Err(&["not-your-step"]));
    }

    #[test]
    fn totals_by_time() {
        let all = [
            attended("2026-08-31", 60), // Monday, the last day of a school year
            attended("2026-09-01", 30),
            attended("2027-06-30", 90),
            attended("2027-07-01", 120), // the same week as the day before
        ];
        let told = |sums: BTreeMap<Day, Minutes>| {
            let each = sums.iter().map(|(day, minutes)| format!("{day} {}", minutes.get()));
            each.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told(by_week(&all)), "2026-08-31 90, 2027-06-28 210");
        assert_eq!(
            told(by_month(&all)),
            "2026-08-01 60, 2026-09-01 30, 2027-06-01 90, 2027-07-01 120"
        );
        let years: Vec<_> = by_school_year(&all)
            .iter()
            .map(|(year, m)| format!("{year} {}", m.get()))
            .collect();
        assert_eq!(years, ["2025/2026 60", "2026/2027 240"]);
        let hours = certificate(&all).unwrap();
        assert_eq!((hours.shifts, hours.total), (4, Minutes(300)));
        assert_eq!(
            (hours.period.first, hours.period.last),
            (day("2026-08-31"), day("2027-07-01"))
        );
        assert_eq!(certificate(&[]), None);
    }
}
