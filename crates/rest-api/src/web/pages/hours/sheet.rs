//! Somebody's hours and certificates in words.

use vocabulary::{CivilWindow, Day, PersonId, PersonKind};
use volunteer_roster::{Attendance, SchoolYear};
use wording::Words;

use crate::{
    app::{
        AppError,
        certificates::{self, Issued, Standing},
        hours::{self, Hours, WorkedShift},
    },
    web::pages::{
        forms::Desk,
        views::{CertificateLine, FieldFaults, HoursPage, Tab, WorkedLine},
    },
};

/// Everything that the page shows.
pub(super) struct Sheet {
    hours: Hours,
    certificates: Vec<Issued>,
    asked: Option<(Day, Day)>,
}

impl Sheet {
    pub(super) fn read(desk: &Desk, person: &PersonId) -> Result<Self, AppError> {
        let hours = hours::of(&desk.app, &desk.caller, person)?;
        let (certificates, asked) = certificates::of(&desk.app, &desk.caller, person)?;
        Ok(Self {
            hours,
            certificates,
            asked: asked.map(|ask| (ask.first_day, ask.last_day)),
        })
    }

    pub(super) fn page(&self, desk: &Desk, own: bool, errors: FieldFaults) -> Result<HoursPage, AppError> {
        let (said, dates) = (desk.words().hours(), desk.words().dates());
        let person = &self.hours.person;
        let (heading, tab) = match own {
            true => (said.my_heading(), Tab::Me),
            false => (said.heading(&person.name), Tab::People),
        };
        let (first, last) = self.asked.unwrap_or_else(|| proposed(desk.app.today()));
        let shifts = self.hours.shifts.iter().map(|one| self.line(desk, one));
        Ok(HoursPage {
            frame: desk.frame(&heading, tab),
            of: (!own).then(|| (person.id.clone(), person.name.clone())),
            years: years(desk.words(), &self.hours),
            total: dates.length(self.hours.total()),
            shifts: shifts.collect::<Option<_>>().ok_or(AppError::NotFound)?,
            certificates: self.certificates.iter().map(|one| certificate(desk, one)).collect(),
            asked: self
                .asked
                .map(|(first, last)| (dates.with_year(first), dates.with_year(last))),
            volunteer: person.kind == PersonKind::Volunteer,
            typed: [first.to_string(), last.to_string(), person.name.clone()],
            errors,
        })
    }

    fn line(&self, desk: &Desk, one: &WorkedShift) -> Option<WorkedLine> {
        let dates = desk.words().dates();
        let attendance = one.attendance.as_ref();
        let corrected = attendance.filter(|attendance| !attendance.corrections.is_empty());
        let counted = attendance.map(Attendance::counted);
        Some(WorkedLine {
            signup: one.signup.id.clone(),
            day: one.shift.crew_day,
            crew: CivilWindow::new(one.shift.crew_start, one.shift.crew_end).ok()?,
            stop: one.place.stop.clone(),
            role: one.shift.role,
            counted: counted.map(|length| dates.length(length)),
            recorded: corrected.map(|attendance| dates.length(attendance.recorded)),
            corrections: corrected
                .into_iter()
                .flat_map(|attendance| &attendance.corrections)
                .map(|correction| self.correction(desk, correction))
                .collect(),
            typed: [
                counted
                    .map(|length| format!("{}:{:02}", length.get() / 60, length.get() % 60))
                    .unwrap_or_default(),
                String::new(),
            ],
        })
    }

    fn correction(&self, desk: &Desk, correction: &volunteer_roster::Correction) -> String {
        let (said, dates) = (desk.words().hours(), desk.words().dates());
        let (when, length) = (
            dates.instant(correction.at, desk.zone()),
            dates.length(correction.minutes),
        );
        match correction.by.as_ref().and_then(|by| self.hours.names.get(by)) {
            Some(name) => said.corrected_by(&when, name, &length, &correction.reason),
            None => said.corrected(&when, &length, &correction.reason),
        }
    }
}

/// The school year of a day, from its beginning to today's end.
fn proposed(today: Day) -> (Day, Day) {
    let begins = SchoolYear::of(today).begins();
    let first = Day::from_ymd(begins, 9, 1).unwrap_or(today);
    let last = Day::from_ymd(begins + 1, 8, 31).unwrap_or(today);
    (first, last)
}

/// By school year: its name and how long.
pub(in crate::web::pages) fn years(words: Words, hours: &Hours) -> Vec<(String, String)> {
    let all = hours.by_school_year().into_iter();
    all.map(|(year, sum)| (year.to_string(), words.dates().length(sum)))
        .collect()
}

fn certificate(desk: &Desk, issued: &Issued) -> CertificateLine {
    let (said, dates) = (desk.words().hours(), desk.words().dates());
    let (row, content) = (&issued.row, &issued.content);
    CertificateLine {
        id: row.id.clone(),
        heading: said.certificate_line(&row.number.to_string(), row.edition),
        about: said.certificate_about(
            &content.name,
            &dates.with_year(content.first),
            &dates.with_year(content.last),
            &dates.length(content.total),
        ),
        issued: said.issued(&dates.with_year(desk.zone().day(row.issued_at))),
        standing: match issued.standing {
            Standing::InForce => said.in_force(),
            Standing::Replaced { edition, .. } => said.replaced_by(edition),
            Standing::Outdated => said.outdated(),
        },
        holds: issued.standing == Standing::InForce,
        outdated: issued.standing == Standing::Outdated,
        code: certificates::in_groups(&row.code),
    }
}
