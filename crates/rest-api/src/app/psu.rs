//! Socially useful work: the monthly sheet for the labour office, and the days on which somebody did not come.

mod csv;

pub use csv::{csv, month};

use serde::{Deserialize, Serialize};
use storage::{Absence, Db, Person};
use utoipa::ToSchema;
use vocabulary::{Day, Minutes, PersonId, PersonKind};
use volunteer_roster::{self as roster, Attendance, DaySpan, Period, PsuSheet, Refusal};
use wording::{Language, Words};

use super::{App, AppError, Caller, audit, crew_board::everybody, error::Reason, hours, lacking, papers, text};
use crate::schema;

/// The language of the sheet: the office's.
const WORDS: Words = Words::of(Language::Polish);

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// The sheet of one person.
#[derive(Debug, Clone)]
pub struct PersonSheet {
    /// Who.
    pub person: Person,
    /// Their month.
    pub sheet: PsuSheet,
}

/// The sheets of everybody in socially useful work for the month of a day, by name.
pub fn sheets(app: &App, caller: &Caller, month_of: Day) -> Result<Vec<PersonSheet>, AppError> {
    caller.coordinator()?;
    let month = DaySpan::month_of(month_of);
    app.read(|db| {
        let rules = lacking::rules(db, month.last)?;
        let mut found = Vec::new();
        for person in everybody(db)?.into_iter().filter(|one| one.kind == PersonKind::Psu) {
            let sheet = sheet(db, &person, month, &rules)?;
            // Whoever left is still on the sheets of the months in which they worked.
            if person.active || !sheet.days.is_empty() || !sheet.absences.is_empty() {
                found.push(PersonSheet { person, sheet });
            }
        }
        found.sort_by_cached_key(|one| WORDS.language().sort_key(&one.person.name));
        Ok(found)
    })
}

fn sheet(db: &mut Db, person: &Person, month: DaySpan, rules: &roster::Rules) -> Result<PsuSheet, AppError> {
    let worked: Vec<Attendance> = hours::read(db, &person.id)?.attended().cloned().collect();
    let noted = storage::absences::of_person(db, &person.id, month.first, month.last)?;
    let absence = |one: Absence| roster::Absence {
        day: one.day,
        reason: one.reason,
    };
    let absences: Vec<_> = noted.into_iter().map(absence).collect();
    let facts = papers::facts(person)?;
    Ok(roster::psu_sheet(&facts, month.first, &worked, &absences, rules))
}

/// A limit that was not kept, in words.
pub fn over(breach: &Refusal) -> String {
    let (said, dates) = (WORDS.hours(), WORDS.dates());
    match breach {
        Refusal::TooManyHours {
            period: Period::Week,
            first,
            limit,
            would_be,
            ..
        } => said.over_week(
            &dates.with_year(*first),
            &dates.length(*would_be),
            &dates.length(*limit),
        ),
        Refusal::TooManyHours { limit, would_be, .. } => {
            said.over_month(&dates.length(*would_be), &dates.length(*limit))
        }
        other => other.to_string(),
    }
}

/// A day on which somebody did not come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AbsenceInput {
    /// Which.
    #[schema(value_type = schema::Day)]
    pub day: Day,
    /// Why, in words for the labour office.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Notes an absence, in place of what was noted for the same day.
pub fn note_absence(app: &App, caller: &Caller, id: &PersonId, input: &AbsenceInput) -> Result<(), AppError> {
    caller.coordinator()?;
    let reason = input.reason.trim();
    let long = reason.chars().count() > LONGEST_REASON;
    if reason.is_empty() || long || text::has_controls(reason, text::Lines::One) {
        let detail = format!("one line of 1 to {LONGEST_REASON} characters");
        return Err(AppError::invalid("/reason", detail));
    }
    let now = app.now();
    app.write(|db| {
        held(db, id)?;
        let absence = Absence {
            person_id: id.clone(),
            day: input.day,
            reason: reason.to_owned(),
            noted_by: Some(caller.person.clone()),
            noted_at: now,
        };
        storage::absences::note(db, &absence)?;
        // Why somebody was away may be their health: only that and when goes into the log.
        audit::note(db, now, Some(&caller.person), "person.absence", id.as_str(), &input.day)
    })
}

/// Takes a note back; not found if there is none.
pub fn remove_absence(app: &App, caller: &Caller, id: &PersonId, day: Day) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        held(db, id)?;
        if !storage::absences::remove(db, id, day)? {
            return Err(AppError::NotFound);
        }
        audit::note(
            db,
            now,
            Some(&caller.person),
            "person.absence-removed",
            id.as_str(),
            &day,
        )
    })
}

/// Of whoever works on this footing only; an account that was switched off can still be corrected.
fn held(db: &mut Db, id: &PersonId) -> Result<(), AppError> {
    let _held = storage::people::hold(db, id).ok();
    match storage::people::get(db, id)?.kind {
        PersonKind::Psu => Ok(()),
        PersonKind::Staff | PersonKind::Volunteer => Err(AppError::refused(
            "not-in-psu",
            "absences are noted of people in socially useful work only",
        )),
    }
}

/// A sheet as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetShape {
    #[schema(value_type = schema::PersonId)]
    person: PersonId,
    name: String,
    /// The first day of the month.
    #[schema(value_type = schema::Day)]
    month: Day,
    days: Vec<SheetDayShape>,
    /// Whole weeks, also where they reach beyond the month.
    weeks: Vec<SheetWeekShape>,
    /// All of the month, in minutes.
    #[schema(value_type = u32)]
    minutes: Minutes,
    /// In grosze.
    pay: u64,
    absences: Vec<AbsenceInput>,
    /// Where a week or the month is longer than allowed.
    breaches: Vec<BreachShape>,
}

/// A day on which something was worked.
#[derive(Debug, Serialize, ToSchema)]
struct SheetDayShape {
    #[schema(value_type = schema::Day)]
    day: Day,
    #[schema(value_type = u32)]
    minutes: Minutes,
    /// For an hour, in grosze; null while nobody has set one.
    rate: Option<u64>,
}

/// A week, Monday to Sunday.
#[derive(Debug, Serialize, ToSchema)]
struct SheetWeekShape {
    #[schema(value_type = schema::Day)]
    monday: Day,
    #[schema(value_type = u32)]
    minutes: Minutes,
}

/// A limit that was not kept.
#[derive(Debug, Serialize, ToSchema)]
struct BreachShape {
    code: &'static str,
    detail: String,
}

impl From<PersonSheet> for SheetShape {
    fn from(of: PersonSheet) -> Self {
        let PersonSheet { person, sheet } = of;
        let day = |day: roster::SheetDay| SheetDayShape {
            day: day.day,
            minutes: day.worked,
            rate: day.rate.map(roster::Grosze::get),
        };
        let week = |week: roster::SheetWeek| SheetWeekShape {
            monday: week.days.first,
            minutes: week.worked,
        };
        let absence = |one: roster::Absence| AbsenceInput {
            day: one.day,
            reason: one.reason,
        };
        let breach = |refusal: Refusal| {
            let reason = Reason::from(refusal);
            BreachShape {
                code: reason.code,
                detail: reason.detail,
            }
        };
        Self {
            person: person.id,
            name: person.name,
            month: sheet.month.first,
            days: sheet.days.into_iter().map(day).collect(),
            weeks: sheet.weeks.into_iter().map(week).collect(),
            minutes: sheet.worked,
            pay: sheet.pay.get(),
            absences: sheet.absences.into_iter().map(absence).collect(),
            breaches: sheet.breaches.into_iter().map(breach).collect(),
        }
    }
}
