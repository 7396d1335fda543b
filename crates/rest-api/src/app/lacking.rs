//! What people lack before they may take a shift, and what ends soon: asked of the roster's rules.

use storage::{Db, Person};
use vocabulary::{Day, PersonId};
use volunteer_roster::{self as roster, Refusal};

use super::{App, AppError, Caller, facts::SeasonFacts, papers, people};

/// What ends within so many days is told beforehand.
const SOON: i64 = 30;

/// What somebody lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Today.
    pub now: Vec<Refusal>,
    /// What is there today and will not be at some day of the next thirty.
    pub soon: Vec<Refusal>,
}

/// Somebody, with what they lack.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Who.
    pub person: Person,
    /// What lacks.
    pub lacking: Lacking,
}

/// Everybody, each with what they lack; in no order.
pub fn everybody(app: &App, caller: &Caller) -> Result<Vec<Checked>, AppError> {
    caller.coordinator()?;
    let today = app.today();
    app.read(|db| {
        let rules = rules(db, today)?;
        let people = storage::whole(|page| storage::people::list(db, page))?;
        let check = |person| {
            let lacking = of(&person, today, &rules)?;
            Ok(Checked { person, lacking })
        };
        people.into_iter().map(check).collect()
    })
}

/// One person: a coordinator sees all, everybody themselves.
pub fn one(app: &App, caller: &Caller, id: &PersonId) -> Result<Checked, AppError> {
    if *id != caller.person {
        caller.coordinator()?;
    }
    let today = app.today();
    app.read(|db| {
        let rules = rules(db, today)?;
        let person = people::living(db, id)?;
        Ok(Checked {
            lacking: of(&person, today, &rules)?,
            person,
        })
    })
}

/// The limits of the season that runs, or is next; the program's own where there is none.
pub fn rules(db: &mut Db, today: Day) -> Result<roster::Rules, AppError> {
    match storage::seasons::around(db, today)? {
        Some(season) => Ok(SeasonFacts::read(db, &season.id)?.rules),
        None => Ok(roster::Rules::default()),
    }
}

fn of(person: &Person, today: Day, rules: &roster::Rules) -> Result<Lacking, AppError> {
    let facts = papers::facts(person)?;
    let now = roster::missing_papers(&facts, today, rules);
    let last = today.plus_days(SOON);
    let mut soon: Vec<Refusal> = Vec::new();
    for ahead in 1..=SOON {
        for refusal in roster::missing_papers(&facts, today.plus_days(ahead), rules) {
            let told = now.iter().chain(&soon).any(|other| other.code() == refusal.code());
            if !told {
                soon.push(refusal);
            }
        }
    }
    let ends = |until: &Day| (today..=last).contains(until);
    let roles = facts.roles.iter().filter(|held| held.confirmed.counts());
    soon.extend(roles.filter_map(|held| {
        let until = held.until.filter(ends)?;
        Some(Refusal::RoleEnded { role: held.role, until })
    }));
    let papers = facts.qualifications.iter().filter(|held| held.confirmed.counts());
    soon.extend(papers.filter_map(|held| {
        let until = held.until.filter(ends)?;
        let needed = held.qualification;
        Some(Refusal::QualificationEnded { needed, until })
    }));
    Ok(Lacking { now, soon })
}
