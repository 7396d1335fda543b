//! What somebody does with their own data: sees it, says when they can come, confirms the standards, takes all of it along.

use serde::Serialize;
use storage::{Estate, Person};
use vocabulary::{Day, Minutes, PersonId, SignupId, Timestamp};
use volunteer_roster::StandardsRead;
use wording::Language;

use super::{
    App, AppError, Caller, audit,
    certificates::{self, CertificateShape},
    crew,
    error::Fault,
    hours::{self, Hours},
    lacking::{self, Checked},
    papers::Papers,
    people::{self, PersonShape},
    psu::AbsenceInput,
    signups::SignupShape,
    wishes::Wishes,
};

/// What one's own page shows.
#[derive(Debug, Clone)]
pub struct Mine {
    /// Oneself, and what lacks.
    pub checked: Checked,
    /// Which version of the standards is in force.
    pub standards: Option<u32>,
    /// Every estate, to choose from.
    pub estates: Vec<Estate>,
    /// All that one worked.
    pub hours: Hours,
}

/// The caller's own page.
pub fn mine(app: &App, caller: &Caller) -> Result<Mine, AppError> {
    let checked = lacking::one(app, caller, &caller.person)?;
    let today = app.today();
    app.read(|db| {
        let standards = lacking::rules(db, today)?
            .clearance
            .standards
            .on(today)
            .map(|dated| dated.value);
        let mut estates = storage::whole(|page| storage::estates::list(db, page))?;
        estates.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
        Ok(Mine {
            checked: checked.clone(),
            standards,
            estates,
            hours: hours::read(db, &caller.person)?,
        })
    })
}

/// Keeps what the caller wishes.
pub fn wish(app: &App, caller: &Caller, wishes: &Wishes) -> Result<(), AppError> {
    let found = wishes.faults();
    if !found.is_empty() {
        return Err(AppError::Invalid(found));
    }
    change(app, caller, "person.wishes", |person| {
        Ok(Person {
            wishes: wishes.store()?,
            ..person
        })
    })
}

/// In which language the caller is spoken to from now on, on pages and in letters.
pub fn speak(app: &App, caller: &Caller, language: Language) -> Result<(), AppError> {
    change(app, caller, "person.language", |person| {
        Ok(Person {
            language: language.tag().to_owned(),
            ..person
        })
    })
}

/// Keeps that the caller has read the standards in this version, which must be the one in force: nobody confirms what they were not shown.
pub fn read_standards(app: &App, caller: &Caller, version: u32) -> Result<(), AppError> {
    let today = app.today();
    let in_force = app.read(|db| {
        Ok(lacking::rules(db, today)?
            .clearance
            .standards
            .on(today)
            .map(|dated| dated.value))
    })?;
    if in_force != Some(version) {
        let fault = Fault::new("/version", "another version is in force: read that one");
        return Err(AppError::Invalid(vec![fault]));
    }
    change(app, caller, "person.standards", |person| {
        let mut papers = Papers::of(&person)?;
        papers.clearance.standards_read = Some(StandardsRead { version, on: today });
        Ok(Person {
            papers: papers.store()?,
            ..person
        })
    })
}

/// Writes one's own row as it is now, changed, with its line in the log.
fn change(
    app: &App,
    caller: &Caller,
    action: &str,
    next: impl Fn(Person) -> Result<Person, AppError>,
) -> Result<(), AppError> {
    let now = app.now();
    app.write(|db| {
        let person = storage::people::get(db, &caller.person)?;
        let before = person.clone();
        let next = next(person)?;
        if next == before {
            return Ok(());
        }
        crew::saved(storage::people::save(db, &next)?)?;
        audit::note(db, now, Some(&caller.person), action, caller.person.as_str(), &())
    })
}

/// Everything that is kept about somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Export {
    /// When it was put together.
    pub made_at: Timestamp,
    /// The account and the papers.
    pub person: PersonShape,
    /// When the account was made.
    pub created_at: Timestamp,
    /// What they wish.
    pub wishes: Wishes,
    /// Their sign-ups, in every state.
    pub signups: Vec<ExportedSignup>,
    /// What is written about how long they were there, the first first; the last word on a sign-up counts.
    pub hours: Vec<ExportedHours>,
    /// Days on which they were expected and did not come, with the reason.
    pub absences: Vec<AbsenceInput>,
    /// Certificates that were issued to them.
    pub certificates: Vec<CertificateShape>,
}

/// A word on how long somebody was there.
#[derive(Debug, Clone, Serialize)]
pub struct ExportedHours {
    /// Of which sign-up.
    pub signup: SignupId,
    /// How long.
    pub minutes: Minutes,
    /// Why it was corrected; none for what was recorded on the day.
    pub reason: Option<String>,
    /// When it was written down.
    pub at: Timestamp,
}

/// A sign-up with the day and the role of its shift.
#[derive(Debug, Clone, Serialize)]
pub struct ExportedSignup {
    /// The day of the visit.
    pub day: Day,
    /// What one does.
    pub role: vocabulary::CrewRole,
    /// The sign-up.
    #[serde(flatten)]
    pub signup: SignupShape,
}

/// All of the caller's own data.
pub fn export(app: &App, caller: &Caller) -> Result<Export, AppError> {
    export_of(app, &caller.person)
}

/// All of somebody's data. Who may: whoever calls has asked.
pub(super) fn export_of(app: &App, id: &PersonId) -> Result<Export, AppError> {
    let made_at = app.now();
    app.read(|db| {
        let person = people::living(db, id)?;
        // No visit is older than the account.
        let since = app.zone.day(person.created_at).plus_days(-1);
        let all = storage::signups::of_person(db, id, since)?;
        let exported = |one: storage::SignupOfPerson| ExportedSignup {
            day: one.shift.crew_day,
            role: one.shift.role,
            signup: SignupShape::of(&one.signup),
        };
        let hours = |line: storage::Worked| ExportedHours {
            signup: line.signup_id,
            minutes: line.minutes,
            reason: line.reason,
            at: line.at,
        };
        let absence = |one: storage::Absence| AbsenceInput {
            day: one.day,
            reason: one.reason,
        };
        Ok(Export {
            made_at,
            person: PersonShape::of(&person)?,
            created_at: person.created_at,
            wishes: Wishes::of(&person)?,
            signups: all.into_iter().map(exported).collect(),
            hours: storage::worked::of_person(db, &person.id)?
                .into_iter()
                .map(hours)
                .collect(),
            absences: storage::absences::of_person(db, &person.id, since, app.today())?
                .into_iter()
                .map(absence)
                .collect(),
            certificates: certificates::of_person(app, db, &person.id)?
                .into_iter()
                .map(CertificateShape::from)
                .collect(),
        })
    })
}
