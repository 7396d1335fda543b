//! Erasing a person (GDPR art. 17): what is theirs goes, future places are given back, hours stay as counts. What the law makes the centre keep
//! is on paper in its files; here it is only named, with the day until which it must be kept.

use serde::Serialize;
use storage::{Act, Db, Person};
use vocabulary::{Day, PersonId, PersonKind, SignupState, Timestamp};
use volunteer_roster::{self as roster, Step, Who};

use super::{
    App, AppError, Caller, audit, crew,
    error::Fault,
    facts, me,
    notices::{self, AccountNotice},
    papers::Papers,
    people,
    signups::{self, Place},
    waiting,
};

/// Within so many days a request must be answered (GDPR art. 12 section 3: one month).
const ANSWER_WITHIN: i64 = 30;

/// A paper that the centre must keep in its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum KeptPaper {
    /// A volunteer's agreement, for claims from it (Civil Code art. 118: six years, to the end of the year).
    Agreement {
        /// Its first day.
        from: Day,
        /// Its last day; none: it runs on until it is ended.
        to: Option<Day>,
        /// Until when; none while it runs.
        until: Option<Day>,
    },
    /// The monthly sheets of socially useful work.
    Sheets {
        /// Until when.
        until: Day,
    },
}

/// A place that will be given back.
#[derive(Debug, Clone)]
pub struct GivenBack {
    /// The day.
    pub day: Day,
    /// Where.
    pub place: Place,
}

/// What an erasure would do.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Whose data.
    pub person: Person,
    /// Future places that will be given back.
    pub given_back: Vec<GivenBack>,
    /// How many shifts they were at; these stay as counts.
    pub attended: usize,
    /// What stays on paper.
    pub papers: Vec<KeptPaper>,
    /// Until when a request must be answered.
    pub answer_by: Option<Day>,
}

/// What erasing somebody would do. Changes nothing. For coordinators, and for oneself.
pub fn sheet(app: &App, caller: &Caller, id: &PersonId) -> Result<Sheet, AppError> {
    if *id != caller.person {
        caller.coordinator()?;
    }
    let (now, today) = (app.now(), app.today());
    app.read(|db| {
        let person = people::living(db, id)?;
        let places = signups::places(db)?;
        let since = app.zone.day(person.created_at).plus_days(-1);
        let all = storage::signups::of_person(db, id, since)?;
        let mut given_back = Vec::new();
        for one in all.iter().filter(|one| !one.signup.state.is_over()) {
            let zone = storage::seasons::get(db, &one.visit.season_id)?.zone;
            if facts::instants(&one.shift, zone)?.0 > now {
                given_back.push(GivenBack {
                    day: one.shift.crew_day,
                    place: places.get(&one.visit.stop_id).cloned().unwrap_or_default(),
                });
            }
        }
        let attended = all.iter().filter(|one| one.signup.state == SignupState::Attended);
        Ok(Sheet {
            attended: attended.count(),
            given_back,
            papers: kept_papers(app, &person, today)?,
            answer_by: answer_by(app, &person),
            person,
        })
    })
}

/// Until when staff must answer somebody who asked; none if they did not.
pub fn answer_by(app: &App, person: &Person) -> Option<Day> {
    let asked = person.erasure_asked_at?;
    Some(app.zone.day(asked).plus_days(ANSWER_WITHIN))
}

fn kept_papers(app: &App, person: &Person, today: Day) -> Result<Vec<KeptPaper>, AppError> {
    let retention = &app.config.retention;
    let papers = Papers::of(person)?;
    let kept = papers.agreements.iter().map(|agreement| KeptPaper::Agreement {
        from: agreement.from,
        to: agreement.to,
        until: agreement.to.map(|to| to.plus_days(i64::from(retention.agreement_days))),
    });
    let mut kept: Vec<KeptPaper> = kept
        .filter(|paper| !matches!(paper, KeptPaper::Agreement { until: Some(until), .. } if *until < today))
        .collect();
    if person.kind == PersonKind::Psu {
        let until = today.plus_days(i64::from(retention.sheet_days));
        kept.push(KeptPaper::Sheets { until });
    }
    Ok(kept)
}

/// Erases somebody. For coordinators, never themselves: another one must be left. `typed` must be the person's name, so that nobody is erased by
/// a slip.
pub fn erase(app: &App, caller: &Caller, id: &PersonId, typed: &str) -> Result<(), AppError> {
    caller.coordinator()?;
    if *id == caller.person {
        return Err(AppError::Invalid(vec![Fault::new(
            "/id",
            "you cannot erase your own account: ask another coordinator",
        )]));
    }
    let now = app.now();
    app.write(|db| {
        let name = people::living(db, id)?.name;
        if typed.trim().to_lowercase() != name.to_lowercase() {
            return Err(AppError::Invalid(vec![Fault::new(
                "/name",
                "type the person's name as it stands here",
            )]));
        }
        take_out(db, id, now, Some(&caller.person))?;
        audit::note(db, now, Some(&caller.person), "person.erase", id.as_str(), &())
    })?;
    settle(app);
    Ok(())
}

/// Takes a person out, within a transaction: the row first, then each future place with whoever waits for it, then everything else. The caller
/// writes why into the audit log, and calls [`settle`] afterwards.
pub fn take_out(db: &mut Db, id: &PersonId, now: Timestamp, by: Option<&PersonId>) -> Result<(), AppError> {
    storage::erasure::begin(db, id)?;
    let act = Act {
        at: now,
        by: by.cloned(),
        reason: None,
    };
    let long_ago = Day::from_ymd(2000, 1, 1).ok_or(AppError::NotFound)?;
    let mut open: Vec<_> = storage::signups::of_person(db, id, long_ago)?
        .into_iter()
        .filter(|one| !one.signup.state.is_over())
        .collect();
    // Always in the same order, so that two who hold many never wait for each other in a circle.
    open.sort_by(|a, b| (&a.visit.id, &a.shift.id).cmp(&(&b.visit.id, &b.shift.id)));
    for one in open {
        let shift = storage::shifts::hold(db, &one.shift.id)?;
        let zone = storage::seasons::get(db, &one.visit.season_id)?.zone;
        let signup = storage::signups::get(db, &one.signup.id)?;
        // What has begun is attended or not, as staff writes down.
        if facts::instants(&shift, zone)?.0 <= now || signup.state.is_over() {
            continue;
        }
        let steps = [Step::Withdraw, Step::Decline, Step::Release];
        let to = steps
            .iter()
            .find_map(|step| roster::next(signup.state, *step, Who::Staff).ok());
        let Some(to) = to else { continue };
        crew::stepped(storage::signups::step(db, &signup.id, (signup.state, to), None, &act)?)?;
        audit::note(db, now, by, "signup.erase", signup.id.as_str(), &to)?;
        waiting::promote(db, &shift.id, now)?;
    }
    Ok(storage::erasure::finish(db, id, now)?)
}

/// After an erasure: what the database's own files still hold is overwritten. A database that is busy does it at its next checkpoint.
pub fn settle(app: &App) {
    if let Err(error) = app.store.settle_erasure() {
        tracing::warn!(%error, "the database's files could not be cleaned after an erasure; the next one does it");
    }
}

/// Somebody asks for their own data to be erased; coordinators are told. `typed` must be the word that the page shows.
pub fn ask(app: &App, caller: &Caller, confirmed: bool) -> Result<(), AppError> {
    if !confirmed {
        return Err(AppError::Invalid(vec![Fault::new(
            "/word",
            "type the word that stands there",
        )]));
    }
    let now = app.now();
    app.write(|db| {
        let person = storage::people::get(db, &caller.person)?;
        if person.erasure_asked_at.is_some() {
            return Ok(());
        }
        let next = Person {
            erasure_asked_at: Some(now),
            ..person
        };
        crew::saved(storage::people::save(db, &next)?)?;
        let notice = AccountNotice::ErasureAsked {
            person: caller.person.clone(),
        };
        notices::account_staff(db, now, &caller.person, &notice)?;
        audit::note(
            db,
            now,
            Some(&caller.person),
            "person.erasure-ask",
            caller.person.as_str(),
            &(),
        )
    })
}

/// Somebody takes that back.
pub fn take_back(app: &App, caller: &Caller) -> Result<(), AppError> {
    let now = app.now();
    app.write(|db| {
        let person = storage::people::get(db, &caller.person)?;
        if person.erasure_asked_at.is_none() {
            return Ok(());
        }
        let next = Person {
            erasure_asked_at: None,
            ..person
        };
        crew::saved(storage::people::save(db, &next)?)?;
        audit::note(
            db,
            now,
            Some(&caller.person),
            "person.erasure-keep",
            caller.person.as_str(),
            &(),
        )
    })
}

/// All of somebody's data, for the coordinator who hands it over before it is erased.
pub fn export(app: &App, caller: &Caller, id: &PersonId) -> Result<me::Export, AppError> {
    caller.coordinator()?;
    me::export_of(app, id)
}
