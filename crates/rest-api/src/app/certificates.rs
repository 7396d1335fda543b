//! Certificates of voluntary work (act of 24 April 2003, art. 44.2): issued by staff from attended hours only, never changed afterwards. A
//! correction makes the next edition of the same number possible; the one before says on its public page that it was replaced.

mod asking;
mod check;
mod paper;
mod shape;

pub use asking::{AskInput, AskShape, ask, asks};
pub use check::{Checked, Standing, check, standing};
pub use paper::{in_groups, pdf};
pub use shape::CertificateShape;

use serde::{Deserialize, Serialize};
use storage::{Certificate, CertificateAsk, Db, Json, Person};
use utoipa::ToSchema;
use vocabulary::{CertificateId, CrewRole, Day, Minutes, PersonId, PersonKind};
use volunteer_roster::{self as roster, Attendance};

use super::{App, AppError, Caller, audit, error::Fault, fresh, hours, idempotency::Asked, notices, seasons, text};
use crate::schema;

/// The longest name on a certificate, in characters.
const LONGEST_NAME: usize = 100;

/// What a certificate says, as it is stored. The paper is drawn from nothing else, so that it is the same whenever it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Who did the work, as it stands on the paper.
    pub name: String,
    /// Who says so.
    pub issuer: String,
    /// The place beside the date.
    pub place: String,
    /// The first day that was asked about.
    pub asked_first: Day,
    /// The last.
    pub asked_last: Day,
    /// The first day on which something was attended.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// How many shifts.
    pub shifts: usize,
    /// All together.
    pub total: Minutes,
    /// The scope: how long in each role.
    pub by_role: Vec<(CrewRole, Minutes)>,
    /// By the calendar year in which a school year begins.
    pub by_school_year: Vec<(i32, Minutes)>,
}

/// A certificate, read.
#[derive(Debug, Clone)]
pub struct Issued {
    /// Number, edition, code, day.
    pub row: Certificate,
    /// What it says.
    pub content: Content,
    /// Whether it still holds.
    pub standing: Standing,
}

/// All certificates of a person, the newest first, and what they ask for: a coordinator sees all, everybody their own.
pub fn of(app: &App, caller: &Caller, id: &PersonId) -> Result<(Vec<Issued>, Option<CertificateAsk>), AppError> {
    if *id != caller.person {
        caller.coordinator()?;
    }
    app.read(|db| Ok((of_person(app, db, id)?, storage::certificates::ask_of(db, id)?)))
}

/// The same inside a transaction, without what they ask for.
pub fn of_person(app: &App, db: &mut Db, id: &PersonId) -> Result<Vec<Issued>, AppError> {
    let rows = storage::certificates::of_person(db, id)?;
    rows.into_iter().map(|row| issued(app, db, row)).collect()
}

/// One certificate: a coordinator sees all, everybody their own; another's is not found, so that nobody learns of it.
pub fn get(app: &App, caller: &Caller, id: &CertificateId) -> Result<Issued, AppError> {
    app.read(|db| {
        let row = storage::certificates::get(db, id)?;
        if row.person_id.as_ref() != Some(&caller.person) && caller.coordinator().is_err() {
            return Err(AppError::NotFound);
        }
        issued(app, db, row)
    })
}

fn issued(app: &App, db: &mut Db, row: Certificate) -> Result<Issued, AppError> {
    let content: Content = row.content.read()?;
    Ok(Issued {
        standing: standing(app, db, &row, &content)?,
        row,
        content,
    })
}

/// Of which days a certificate is to be, and under which name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueInput {
    /// The first day that counts.
    #[schema(value_type = schema::Day)]
    pub first: Day,
    /// The last.
    #[schema(value_type = schema::Day)]
    pub last: Day,
    /// First and last name as they are to stand on the paper; none: the account's.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub name: Option<String>,
}

impl IssueInput {
    fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        if self.last < self.first {
            found.push(Fault::new("/last", format!("is before {}, the first day", self.first)));
        }
        if let Some(name) = &self.name {
            let long = name.chars().count() > LONGEST_NAME;
            if name.trim().is_empty() || long || text::has_controls(name, text::Lines::One) {
                let detail = format!("one line of 1 to {LONGEST_NAME} characters");
                found.push(Fault::new("/name", detail));
            }
        }
        found
    }
}

/// Issues a certificate, and with it answers what the person asked for.
pub fn issue_once(
    app: &App,
    asked: Asked<'_>,
    person: &PersonId,
    input: &IssueInput,
) -> Result<CertificateShape, AppError> {
    asked.caller.coordinator()?;
    let faults = input.faults();
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let (now, code) = (app.now(), code()?);
    app.write(|db| asked.once(db, now, |db| issue(app, db, asked.caller, person, input, &code)))
}

fn issue(
    app: &App,
    db: &mut Db,
    caller: &Caller,
    id: &PersonId,
    input: &IssueInput,
    code: &str,
) -> Result<CertificateShape, AppError> {
    let _held = storage::people::hold(db, id).ok();
    let person = storage::people::get(db, id)?;
    if person.kind != PersonKind::Volunteer {
        return Err(AppError::refused(
            "not-a-volunteer",
            "certificates under art. 44 are for volunteers",
        ));
    }
    let name = input.name.as_ref().unwrap_or(&person.name).trim().to_owned();
    let content = content(app, db, &person, name, (input.first, input.last))?;
    let row = Certificate {
        id: fresh::id(CertificateId::from_uuid),
        person_id: Some(id.clone()),
        number: storage::certificates::next_number(db)?,
        edition: 1,
        code: code.to_owned(),
        content: Json::of(&content)?,
        issued_by: Some(caller.person.clone()),
        issued_at: app.now(),
    };
    store(db, &row, "certificate.issue")?;
    storage::certificates::answered(db, id)?;
    Ok(CertificateShape::new(row, content, Standing::InForce))
}

/// The next edition of a certificate, with the hours as they are now and perhaps another spelling of the name.
pub fn renew_once(
    app: &App,
    asked: Asked<'_>,
    id: &CertificateId,
    name: Option<&str>,
) -> Result<CertificateShape, AppError> {
    asked.caller.coordinator()?;
    let (now, code) = (app.now(), code()?);
    app.write(|db| asked.once(db, now, |db| renew(app, db, asked.caller, id, name, &code)))
}

fn renew(
    app: &App,
    db: &mut Db,
    caller: &Caller,
    id: &CertificateId,
    name: Option<&str>,
    code: &str,
) -> Result<CertificateShape, AppError> {
    let person = storage::certificates::get(db, id)?
        .person_id
        .ok_or(AppError::NotFound)?;
    let _held = storage::people::hold(db, &person).ok();
    let number = storage::certificates::get(db, id)?.number;
    let before = storage::certificates::newest(db, number)?;
    let said: Content = before.content.read()?;
    let input = IssueInput {
        first: said.asked_first,
        last: said.asked_last,
        name: Some(name.unwrap_or(&said.name).to_owned()),
    };
    let faults = input.faults();
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let name = input.name.unwrap_or_default().trim().to_owned();
    let person = storage::people::get(db, &person)?;
    let content = content(app, db, &person, name, (said.asked_first, said.asked_last))?;
    if content == said {
        return Err(AppError::refused(
            "certificate-unchanged",
            "the newest edition says what the record says: print it again",
        ));
    }
    let row = Certificate {
        id: fresh::id(CertificateId::from_uuid),
        edition: before.edition + 1,
        code: code.to_owned(),
        content: Json::of(&content)?,
        issued_by: Some(caller.person.clone()),
        issued_at: app.now(),
        ..before
    };
    store(db, &row, "certificate.renew")?;
    Ok(CertificateShape::new(row, content, Standing::InForce))
}

/// Adds it. Another transaction that took the same number or edition meanwhile makes this one run again.
fn store(db: &mut Db, row: &Certificate, action: &str) -> Result<(), AppError> {
    storage::certificates::insert(db, row).map_err(|error| match error {
        storage::StoreError::Conflict(_) => AppError::Busy,
        other => other.into(),
    })?;
    if let Some(person) = &row.person_id {
        notices::certificate_issued(db, row.issued_at, person, &row.id)?;
    }
    let detail = serde_json::json!({"number": row.number, "edition": row.edition});
    audit::note(
        db,
        row.issued_at,
        row.issued_by.as_ref(),
        action,
        row.id.as_str(),
        &detail,
    )
}

/// What a certificate of these days would say now.
fn content(
    app: &App,
    db: &mut Db,
    person: &Person,
    name: String,
    (first, last): (Day, Day),
) -> Result<Content, AppError> {
    let record = Record::read(db, &person.id, (first, last))?;
    let hours = record.hours().ok_or_else(|| {
        AppError::refused(
            "nothing-attended",
            "no shift of these days was attended: there is nothing to certify",
        )
    })?;
    let papers = &app.config.papers;
    let issuer = papers.issuer.as_ref().unwrap_or(&app.config.calendar.service_name);
    let place = match &papers.place {
        Some(place) => place.clone(),
        None => seasons::town(db, app.today())?,
    };
    Ok(Content {
        name,
        issuer: issuer.clone(),
        place,
        asked_first: first,
        asked_last: last,
        first: hours.period.first,
        last: hours.period.last,
        shifts: hours.shifts,
        total: hours.total,
        by_role: record.by_role(),
        by_school_year: hours
            .by_school_year
            .iter()
            .map(|(year, sum)| (year.begins(), *sum))
            .collect(),
    })
}

/// What was attended within some days, each with its role.
struct Record(Vec<(CrewRole, Attendance)>);

impl Record {
    fn read(db: &mut Db, person: &PersonId, (first, last): (Day, Day)) -> Result<Self, AppError> {
        let all = hours::read(db, person)?.shifts;
        let within = all
            .into_iter()
            .filter(|one| (first..=last).contains(&one.shift.crew_day));
        let attended = within.filter_map(|one| Some((one.shift.role, one.attendance?)));
        Ok(Self(attended.collect()))
    }

    fn hours(&self) -> Option<roster::CertificateHours> {
        let attended: Vec<_> = self.0.iter().map(|(_, attendance)| attendance.clone()).collect();
        roster::certificate(&attended)
    }

    fn by_role(&self) -> Vec<(CrewRole, Minutes)> {
        let of = |role: CrewRole| -> Minutes {
            let own = self.0.iter().filter(|(other, _)| *other == role);
            own.map(|(_, attendance)| attendance.counted()).sum()
        };
        let all = CrewRole::ALL.iter().map(|role| (*role, of(*role)));
        all.filter(|(_, sum)| *sum > Minutes::ZERO).collect()
    }
}

/// A code that nobody guesses: 100 bits in Crockford's letters, without those that look alike.
fn code() -> Result<String, AppError> {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let random = fresh::bytes::<20>()?;
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    Ok(random.iter().map(letter).collect())
}
