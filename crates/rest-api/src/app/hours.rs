//! Hours that were worked: a person's, shift by shift, and what staff corrects afterwards.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use storage::{Act, Db, Person, Shift, Signup, SignupOfPerson, Visit, Worked};
use utoipa::ToSchema;
use vocabulary::{Minutes, PersonId, SignupId, SignupState};
use volunteer_roster::{self as roster, Attendance, Correction, SchoolYear, Who};

use super::{
    App, AppError, Caller, audit, crew,
    crew_board::held,
    facts,
    signups::{self, Place, refused},
    text,
};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// A shift that somebody was on, or was expected on.
#[derive(Debug, Clone)]
pub struct WorkedShift {
    /// The sign-up: attended, or a no-show.
    pub signup: Signup,
    /// Its shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// Where.
    pub place: Place,
    /// How long they were there; none of a no-show.
    pub attendance: Option<Attendance>,
}

/// All that somebody worked.
#[derive(Debug, Clone)]
pub struct Hours {
    /// Who.
    pub person: Person,
    /// The newest first.
    pub shifts: Vec<WorkedShift>,
    /// The names of those who corrected something.
    pub names: HashMap<PersonId, String>,
}

impl Hours {
    /// What was attended.
    pub fn attended(&self) -> impl Iterator<Item = &Attendance> {
        self.shifts.iter().filter_map(|one| one.attendance.as_ref())
    }

    /// By school year, the first first.
    pub fn by_school_year(&self) -> BTreeMap<SchoolYear, Minutes> {
        let all: Vec<_> = self.attended().cloned().collect();
        roster::by_school_year(&all)
    }

    /// All together.
    pub fn total(&self) -> Minutes {
        self.attended().map(Attendance::counted).sum()
    }
}

/// A person's hours: a coordinator sees all, everybody their own.
pub fn of(app: &App, caller: &Caller, id: &PersonId) -> Result<Hours, AppError> {
    if *id != caller.person {
        caller.coordinator()?;
    }
    app.read(|db| read(db, id))
}

/// The same inside a transaction.
pub fn read(db: &mut Db, id: &PersonId) -> Result<Hours, AppError> {
    let person = storage::people::get(db, id)?;
    let mut shifts = attended_or_missed(db, &person)?;
    shifts.reverse();
    let mut names = HashMap::new();
    let attended = shifts.iter().filter_map(|one| one.attendance.as_ref());
    let corrections = attended.flat_map(|attendance| &attendance.corrections);
    for by in corrections.filter_map(|correction| correction.by.as_ref()) {
        if !names.contains_key(by) {
            names.insert(by.clone(), storage::people::get(db, by)?.name);
        }
    }
    Ok(Hours { person, shifts, names })
}

/// What a person attended or missed, the oldest first.
fn attended_or_missed(db: &mut Db, person: &Person) -> Result<Vec<WorkedShift>, AppError> {
    // Nobody was on a shift before they had an account; two days are left for zones and for a clock that was put right.
    let since = vocabulary::Zone::WARSAW.day(person.created_at).plus_days(-2);
    let was = |one: &SignupOfPerson| matches!(one.signup.state, SignupState::Attended | SignupState::NoShow);
    let all = storage::signups::of_person(db, &person.id, since)?;
    let mut lines: HashMap<SignupId, Vec<Worked>> = HashMap::new();
    for line in storage::worked::of_person(db, &person.id)? {
        lines.entry(line.signup_id.clone()).or_default().push(line);
    }
    let places = signups::places(db)?;
    let mut known = facts::Known::default();
    let mut found = Vec::new();
    for one in all.into_iter().filter(was) {
        let zone = known.season(db, &one.visit.season_id)?.zone();
        let lines = lines.remove(&one.signup.id).unwrap_or_default();
        let attendance = match one.signup.state {
            SignupState::Attended => Some(attendance(&one, zone, &lines)?),
            _ => None,
        };
        found.push(WorkedShift {
            place: places.get(&one.visit.stop_id).cloned().unwrap_or_default(),
            signup: one.signup,
            shift: one.shift,
            visit: one.visit,
            attendance,
        });
    }
    Ok(found)
}

/// The first line is what was recorded on the day, the others correct it.
fn attendance(one: &SignupOfPerson, zone: vocabulary::Zone, lines: &[Worked]) -> Result<Attendance, AppError> {
    let recorded = match lines.first() {
        Some(first) => first.minutes,
        None => length(&one.shift, zone)?,
    };
    let correction = |line: &Worked| Correction {
        minutes: line.minutes,
        reason: line.reason.clone().unwrap_or_default(),
        by: line.by.clone(),
        at: line.at,
    };
    Ok(Attendance {
        signup: one.signup.id.clone(),
        day: one.shift.crew_day,
        recorded,
        corrections: lines.iter().skip(1).map(correction).collect(),
    })
}

/// The crew's time of a shift.
pub fn length(shift: &Shift, zone: vocabulary::Zone) -> Result<Minutes, AppError> {
    let (starts, ends) = facts::instants(shift, zone)?;
    Ok(Minutes(u32::try_from(starts.seconds_until(ends) / 60).unwrap_or(0)))
}

/// How long somebody really was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionInput {
    /// How many minutes count, in place of what counted before.
    #[schema(value_type = u32, minimum = 0, maximum = 1500)]
    pub minutes: Minutes,
    /// Why, in words; everybody whose hours they are can read it.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Corrects how long somebody was there. What was said before stays and can be read.
pub fn correct(app: &App, caller: &Caller, id: &SignupId, input: &CorrectionInput) -> Result<Signup, AppError> {
    caller.coordinator()?;
    reasonable(&input.reason)?;
    let act = act(app, caller, &input.reason);
    app.write(|db| {
        let (signup, shift) = held(db, id)?;
        let decided = roster::decide_correction(&facts::signup(&signup), input.minutes, &input.reason, Who::Staff);
        decided.map_err(|refusals| refused(&refusals))?;
        record(db, &signup, &shift, &act)?;
        let line = Worked {
            signup_id: id.clone(),
            minutes: input.minutes,
            reason: act.reason.clone(),
            by: act.by.clone(),
            at: act.at,
        };
        storage::worked::add(db, &line)?;
        audit::note(
            db,
            act.at,
            act.by.as_ref(),
            "signup.hours",
            id.as_str(),
            &input.minutes.get(),
        )?;
        Ok(signup)
    })
}

/// Whether somebody was there after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PresenceInput {
    /// Whether they were there.
    pub attended: bool,
    /// Why the record was wrong, in words.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Turns attended into a no-show or the other way round. Who is there after all has the hours that were counted before, else the shift's.
pub fn correct_presence(app: &App, caller: &Caller, id: &SignupId, input: &PresenceInput) -> Result<Signup, AppError> {
    caller.coordinator()?;
    reasonable(&input.reason)?;
    let act = act(app, caller, &input.reason);
    let wanted = match input.attended {
        true => SignupState::Attended,
        false => SignupState::NoShow,
    };
    app.write(|db| {
        let (signup, shift) = held(db, id)?;
        if signup.state == wanted {
            return Ok(signup);
        }
        let decided = roster::decide_presence_correction(&facts::signup(&signup), &input.reason, Who::Staff);
        let to = decided.map_err(|refusals| refused(&refusals))?;
        let signup = crew::stepped(storage::signups::step(db, id, (signup.state, to), None, &act)?)?;
        if to == SignupState::Attended {
            record(db, &signup, &shift, &act)?;
        }
        audit::note(db, act.at, act.by.as_ref(), "signup.presence", id.as_str(), &to)?;
        Ok(signup)
    })
}

/// Writes down the shift's own length if nothing is written down yet: what is corrected must be readable beside the correction.
fn record(db: &mut Db, signup: &Signup, shift: &Shift, act: &Act) -> Result<(), AppError> {
    if !storage::worked::of_signup(db, &signup.id)?.is_empty() {
        return Ok(());
    }
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let zone = storage::seasons::get(db, &visit.season_id)?.zone;
    let line = Worked {
        signup_id: signup.id.clone(),
        minutes: length(shift, zone)?,
        reason: None,
        by: act.by.clone(),
        at: act.at,
    };
    Ok(storage::worked::add(db, &line)?)
}

fn act(app: &App, caller: &Caller, reason: &str) -> Act {
    Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: Some(reason.trim().to_owned()),
    }
}

/// An empty reason is the rules' affair.
fn reasonable(reason: &str) -> Result<(), AppError> {
    let fits = reason.chars().count() <= LONGEST_REASON && !text::has_controls(reason, text::Lines::One);
    match fits {
        true => Ok(()),
        false => Err(AppError::invalid(
            "/reason",
            format!("one line of at most {LONGEST_REASON} characters"),
        )),
    }
}
