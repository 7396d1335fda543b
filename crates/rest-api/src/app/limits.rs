//! The limits of a season's crew as a coordinator reads and changes them. What the law sets is shown and stays; what the house sets may be changed,
//! from any day on. Nothing that stands already is taken away by a change: what now breaks a rule is listed.

mod leaves;

use serde_json::Value;
use storage::{Db, Guarded, Json, RosterRules, Season, SignupOfPerson};
use vocabulary::{Day, SeasonId, Slug};
use volunteer_roster::{self as roster, Refusal, Rules, SetBy};

use super::{
    App, AppError, Caller, audit,
    error::Fault,
    facts::{self, Case},
    signups::{self, Place},
};

pub use leaves::{Form, Leaf, always, hours, leaves, of_house, with};

/// The limits of a season.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The season.
    pub season: Season,
    /// Its limits: its own, or the program's.
    pub rules: Rules,
    /// Whether they are its own.
    pub own: bool,
    /// The version that a change names; 0 while they are the program's.
    pub version: u32,
}

/// A sign-up that breaks a rule as the rules are now.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Whose it is.
    pub name: String,
    /// When.
    pub day: Day,
    /// Where.
    pub place: Place,
    /// Every rule it breaks.
    pub refusals: Vec<Refusal>,
}

/// The limits of the season with this name in addresses. For coordinators.
pub fn by_slug(app: &App, caller: &Caller, slug: &Slug) -> Result<Sheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let season = storage::seasons::by_slug(db, slug)?;
        sheet(db, season)
    })
}

/// The limits of a season. For coordinators.
pub fn get(app: &App, caller: &Caller, id: &SeasonId) -> Result<Sheet, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let season = storage::seasons::get(db, id)?;
        sheet(db, season)
    })
}

fn sheet(db: &mut Db, season: Season) -> Result<Sheet, AppError> {
    let stored = storage::roster_rules::of_season(db, &season.id)?;
    Ok(match stored {
        Some(stored) => Sheet {
            rules: stored.rules.read()?,
            own: true,
            version: stored.version,
            season,
        },
        None => Sheet {
            rules: Rules::default(),
            own: false,
            version: 0,
            season,
        },
    })
}

/// Sets a season's limits, if they still are in the version that was read. Every fault at once; the law's own stay as they are.
pub fn set(app: &App, caller: &Caller, id: &SeasonId, version: u32, rules: &Rules) -> Result<Sheet, AppError> {
    caller.coordinator()?;
    let now = app.now();
    let text = Json::of(rules)?;
    app.write(|db| {
        let season = storage::seasons::get(db, id)?;
        let before = sheet(db, season)?;
        let found = faults(&before.rules, rules)?;
        if !found.is_empty() {
            return Err(AppError::Invalid(found));
        }
        let next = RosterRules {
            season_id: id.clone(),
            rules: text.clone(),
            changed_by: Some(caller.person.clone()),
            changed_at: now,
            version,
        };
        if before.version != version {
            return Err(stale(&before, rules));
        }
        match storage::roster_rules::save(db, &next)? {
            Guarded::Done(_) => {}
            Guarded::Stale(_) => return Err(AppError::Busy),
        }
        let changed = changed(&before.rules, rules)?;
        audit::note(db, now, Some(&caller.person), "season.limits", id.as_str(), &changed)?;
        sheet(db, before.season)
    })
}

/// Goes back to the program's own limits, and to what later versions of the program say.
pub fn reset(app: &App, caller: &Caller, id: &SeasonId, version: u32) -> Result<(), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.write(|db| {
        let season = storage::seasons::get(db, id)?;
        let before = sheet(db, season)?;
        if before.version != version {
            return Err(stale(&before, &Rules::default()));
        }
        storage::roster_rules::forget(db, id)?;
        audit::note(db, now, Some(&caller.person), "season.limits-reset", id.as_str(), &())
    })
}

fn stale(now: &Sheet, asked: &Rules) -> AppError {
    AppError::Stale {
        current: serde_json::json!(now.rules),
        asked: serde_json::json!(asked),
    }
}

/// Everything that is wrong with new limits, each with its place in the document.
fn faults(before: &Rules, next: &Rules) -> Result<Vec<Fault>, AppError> {
    let mut found: Vec<Fault> = next
        .faults()
        .iter()
        .map(|fault| Fault::new(pointer(&fault.at), fault.kind.to_string()))
        .collect();
    let was = leaves(before)?;
    for (leaf, next) in was.iter().zip(leaves(next)?) {
        let of_law = |value: &&Value| value["set_by"] == SetBy::Law.as_str();
        let kept: Vec<&Value> = leaf.values.iter().filter(of_law).collect();
        if kept.is_empty() {
            continue;
        }
        let at = pointer(&leaf.name);
        if kept.iter().any(|value| !next.values.contains(value)) {
            let said = "this is the law's: what it says stays, and a later law is added with its own day";
            found.push(Fault::new(at.clone(), said));
        }
        for (i, value) in next.values.iter().enumerate() {
            if !of_law(&value) {
                found.push(Fault::new(
                    format!("{at}/{i}/set_by"),
                    "where the law sets a limit the house sets none",
                ));
            }
        }
    }
    Ok(found)
}

/// `volunteer.day[0]` as a JSON pointer (RFC 6901).
fn pointer(at: &str) -> String {
    format!("/{}", at.replace(['.', '['], "/").replace(']', ""))
}

/// The names of the limits that differ.
fn changed(before: &Rules, next: &Rules) -> Result<Vec<String>, AppError> {
    let pairs = leaves(before)?.into_iter().zip(leaves(next)?);
    Ok(pairs
        .filter(|(was, now)| was.values != now.values)
        .map(|(was, _)| was.name)
        .collect())
}

/// Future sign-ups of a season that break a rule as the rules are now; nobody is taken off a shift by it. For coordinators.
pub fn broken(app: &App, caller: &Caller, id: &SeasonId) -> Result<Vec<Broken>, AppError> {
    caller.coordinator()?;
    let (now, today) = (app.now(), app.today());
    app.read(|db| {
        let places = signups::places(db)?;
        let mut found = Vec::new();
        for one in storage::signups::counted_from(db, id, today)? {
            found.extend(judged(db, &one, now, &places)?);
        }
        Ok(found)
    })
}

fn judged(
    db: &mut Db,
    one: &SignupOfPerson,
    now: vocabulary::Timestamp,
    places: &std::collections::HashMap<vocabulary::StopId, Place>,
) -> Result<Option<Broken>, AppError> {
    let case = Case::read(db, &one.shift, &one.signup.person_id)?;
    if facts::instants(&one.shift, case.season.zone())?.0 <= now {
        return Ok(None);
    }
    let refusals = roster::judge_held(&case.ask(now));
    if refusals.is_empty() {
        return Ok(None);
    }
    Ok(Some(Broken {
        name: storage::people::get(db, &one.signup.person_id)?.name,
        day: one.shift.crew_day,
        place: places.get(&one.visit.stop_id).cloned().unwrap_or_default(),
        refusals,
    }))
}

#[cfg(test)]
mod tests;
