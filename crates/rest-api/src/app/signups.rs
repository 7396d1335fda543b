//! Volunteers and their shifts: what is open, taking a place, giving it back, saying yes again after a move.

use std::collections::HashMap;

use season_files as files;
use serde::{Deserialize, Serialize};
use storage::{Act, Db, Shift, Signup, Taking, Visit};
use utoipa::ToSchema;
use vocabulary::{PersonId, SeasonId, ShiftId, SignupId, SignupState, Timestamp, Zone};
use volunteer_roster::{self as roster, DependsOn, Refusal, Wish, Withdrawal};

use super::{
    App, AppError, Caller, audit, crew,
    error::{Reason, RefusedBy},
    fresh,
    idempotency::Asked,
};
use crate::schema;

/// A shift as somebody who might take it sees it.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// The stop and estate, by name.
    pub place: Place,
    /// Every reason why not; none: it may be taken.
    pub refusals: Vec<Refusal>,
}

/// Where a visit is, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The stop.
    pub stop: String,
    /// Its estate; empty when unknown.
    pub estate: String,
    /// Its address; empty when unknown.
    pub address: String,
}

/// A sign-up as its person sees it.
#[derive(Debug, Clone)]
pub struct Own {
    /// The sign-up.
    pub signup: Signup,
    /// Its shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// Where.
    pub place: Place,
    /// Whether it may be given back now, and whether that is in time.
    pub withdrawal: Result<Withdrawal, Vec<Refusal>>,
    /// Until when it can be given back in time.
    pub deadline: vocabulary::Timestamp,
}

/// What a person sees of the roster.
#[derive(Debug, Clone)]
pub struct Board {
    /// Open shifts from now on.
    pub offers: Vec<Offer>,
    /// The person's own sign-ups that hold a place, from today on.
    pub own: Vec<Own>,
}

/// The open shifts, each with every reason why the caller may not take it, and the caller's own.
pub fn board(app: &App, caller: &Caller) -> Result<Board, AppError> {
    let (now, today) = (app.now(), app.today());
    app.read(|db| {
        let person = storage::people::get(db, &caller.person)?;
        let (facts, rules) = (crew::rule_person(&person), crew::rules());
        let places = places(db)?;
        let mut seasons = Seasons::default();
        let all = storage::signups::of_person(db, &caller.person, today)?;
        let mut held = Vec::new();
        let mut own = Vec::new();
        for found in all.into_iter().filter(|o| o.signup.state.holds_place()) {
            let settings = seasons.get(db, &found.visit.season_id)?;
            let commitment = crew::commitment(&found.shift, settings.zone)?;
            let (starts, ends) = (commitment.starts, commitment.ends);
            held.push(commitment);
            if ends < now {
                continue;
            }
            let notice = crew::withdrawal_deadline(settings);
            own.push(Own {
                withdrawal: roster::decide_withdrawal(&rule_signup(&found.signup), starts, notice, now),
                deadline: roster::withdrawal_deadline(starts, notice),
                place: places.get(&found.visit.stop_id).cloned().unwrap_or_default(),
                signup: found.signup,
                shift: found.shift,
                visit: found.visit,
            });
        }
        let mut offers = Vec::new();
        for open in storage::shifts::open_from(db, today)? {
            let zone = seasons.get(db, &open.visit.season_id)?.zone;
            let shift = crew::rule_shift(&open.shift, zone)?;
            if shift.starts <= now || held.iter().any(|h| h.shift == open.shift.id) {
                continue;
            }
            let ask = roster::Ask {
                shift: &shift,
                person: &facts,
                commitments: &held,
                own: None,
                rules: &rules,
                now,
            };
            let refusals = roster::decide_signup(&ask, Wish::Place).err().unwrap_or_default();
            let place = places.get(&open.visit.stop_id).cloned().unwrap_or_default();
            offers.push(Offer {
                shift: open.shift,
                visit: open.visit,
                place,
                refusals,
            });
        }
        Ok(Board { offers, own })
    })
}

/// What came of a sign-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SignedUp {
    /// A place was taken now.
    Now(SignupShape),
    /// The person held a place on this shift before.
    Before(SignupShape),
}

/// A sign-up as the API shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SignupShape {
    /// Its id.
    #[schema(value_type = schema::SignupId)]
    pub id: SignupId,
    /// The shift.
    #[schema(value_type = schema::ShiftId)]
    pub shift: ShiftId,
    /// Whose it is.
    #[schema(value_type = schema::PersonId)]
    pub person: PersonId,
    /// How it stands.
    #[schema(value_type = schema::SignupState)]
    pub state: SignupState,
    /// When the place was taken.
    #[schema(value_type = schema::Timestamp)]
    pub created_at: Timestamp,
    /// When the state last changed.
    #[schema(value_type = schema::Timestamp)]
    pub changed_at: Timestamp,
}

impl SignupShape {
    /// The shape of a row.
    pub fn of(signup: &Signup) -> Self {
        Self {
            id: signup.id.clone(),
            shift: signup.shift_id.clone(),
            person: signup.person_id.clone(),
            state: signup.state,
            created_at: signup.created_at,
            changed_at: signup.changed_at,
        }
    }
}

/// Takes a place on a shift for the caller.
///
/// Every reason against it is told at once. Races are closed in the database: the person's row is held first, then the
/// place is taken by a guarded update, and only then the rules are asked; a "no" rolls all of it back.
pub fn sign_up(app: &App, caller: &Caller, shift: &ShiftId) -> Result<SignedUp, AppError> {
    app.write(|db| take(app, db, caller, shift))
}

/// The same under the key that a client gave.
pub fn sign_up_once(app: &App, asked: Asked<'_>, shift: &ShiftId) -> Result<SignedUp, AppError> {
    app.write(|db| asked.once(db, app.now(), |db| take(app, db, asked.caller, shift)))
}

fn take(app: &App, db: &mut Db, caller: &Caller, shift: &ShiftId) -> Result<SignedUp, AppError> {
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: None,
    };
    let held = storage::people::hold(db, &caller.person)?;
    let person = storage::people::get(db, &caller.person)?;
    let taking = storage::signups::take_place(db, &held, fresh::id(SignupId::from_uuid), shift, &act)?;
    let signup = match taking {
        Taking::AlreadyHeld(signup) => return Ok(SignedUp::Before(SignupShape::of(&signup))),
        Taking::Taken(signup) => Some(signup),
        Taking::Full(_) | Taking::NotOpen(_) => None,
    };
    let mut row = storage::shifts::get(db, shift)?;
    if signup.is_some() {
        // The place just taken is the caller's own: the rules are asked about the shift as it was before.
        row.taken = row.taken.saturating_sub(1);
    }
    let zone = zone_of(db, &row)?;
    let facts = crew::rule_shift(&row, zone)?;
    let mut commitments = crew::commitments(db, &caller.person, row.crew_day, zone)?;
    commitments.retain(|c| c.shift != row.id);
    let ask = roster::Ask {
        shift: &facts,
        person: &crew::rule_person(&person),
        commitments: &commitments,
        // storage: the caller's own request or turn on the waiting list for this shift.
        own: None,
        rules: &crew::rules(),
        now: act.at,
    };
    match (roster::decide_signup(&ask, Wish::Place), signup) {
        (Ok(_), Some(signup)) => {
            audit::note(db, act.at, act.by.as_ref(), "signup.take", signup.id.as_str(), &shift)?;
            Ok(SignedUp::Now(SignupShape::of(&signup)))
        }
        (Err(refusals), _) => Err(refused(&refusals)),
        // The rules see a free place that the database did not: it was given back in between. Run again.
        (Ok(_), None) => Err(AppError::Busy),
    }
}

/// Gives the caller's place back.
pub fn withdraw(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: None,
    };
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        let signup = own(db, caller, id)?;
        let shift = storage::shifts::get(db, &signup.shift_id)?;
        let settings = settings_of(db, &shift)?;
        let (starts, _) = crew::instants(&shift, settings.zone)?;
        let notice = crew::withdrawal_deadline(&settings);
        let decided = roster::decide_withdrawal(&rule_signup(&signup), starts, notice, act.at);
        let withdrawal = decided.map_err(|refusals| refused(&refusals))?;
        let signup = crew::saved(storage::signups::give_back(db, id, withdrawal.state(), &act)?)?;
        audit::note(
            db,
            act.at,
            act.by.as_ref(),
            "signup.withdraw",
            id.as_str(),
            &signup.state,
        )?;
        Ok(signup)
    })
}

/// Says yes to the new time of a visit that moved.
pub fn reconfirm(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: None,
    };
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        let signup = own(db, caller, id)?;
        let shift = storage::shifts::get(db, &signup.shift_id)?;
        let zone = zone_of(db, &shift)?;
        let person = storage::people::get(db, &caller.person)?;
        let commitments = crew::commitments(db, &caller.person, shift.crew_day, zone)?;
        let ask = roster::Ask {
            shift: &crew::rule_shift(&shift, zone)?,
            person: &crew::rule_person(&person),
            commitments: &commitments,
            own: Some(signup.state),
            rules: &crew::rules(),
            now: act.at,
        };
        let decided = roster::decide_reconfirm(&rule_signup(&signup), &ask);
        let accepted = decided.map_err(|refusals| refused(&refusals))?;
        let signup = crew::saved(storage::signups::keep_place(db, id, accepted.state, &act)?)?;
        audit::note(
            db,
            act.at,
            act.by.as_ref(),
            "signup.reconfirm",
            id.as_str(),
            &signup.state,
        )?;
        Ok(signup)
    })
}

/// A sign-up of the caller's; another person's is not found, so that nobody learns of it. Staff may see all.
pub fn get(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    app.read(|db| match caller.staff() {
        Ok(()) => Ok(storage::signups::get(db, id)?),
        Err(_) => own(db, caller, id),
    })
}

fn own(db: &mut Db, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let signup = storage::signups::get(db, id)?;
    if signup.person_id == caller.person {
        Ok(signup)
    } else {
        Err(AppError::NotFound)
    }
}

fn rule_signup(signup: &Signup) -> roster::Signup {
    roster::Signup {
        id: signup.id.clone(),
        shift: signup.shift_id.clone(),
        person: signup.person_id.clone(),
        state: signup.state,
    }
}

/// Refusals as an error: about the person if one of them is.
pub fn refused(refusals: &[Refusal]) -> AppError {
    let by = match Refusal::all_depend_on(refusals) {
        Some(DependsOn::Person) => RefusedBy::Request,
        Some(DependsOn::State) | None => RefusedBy::State,
    };
    let reasons = refusals.iter().cloned().map(Reason::from).collect();
    AppError::Refused { by, reasons }
}

fn settings_of(db: &mut Db, shift: &Shift) -> Result<files::Settings, AppError> {
    let visit = storage::visits::get(db, &shift.visit_id)?;
    Ok(storage::seasons::get(db, &visit.season_id)?.settings.read()?)
}

fn zone_of(db: &mut Db, shift: &Shift) -> Result<Zone, AppError> {
    let visit = storage::visits::get(db, &shift.visit_id)?;
    Ok(storage::seasons::get(db, &visit.season_id)?.zone)
}

/// The settings of the few seasons that a list of shifts is about, each read once.
#[derive(Default)]
struct Seasons(HashMap<SeasonId, files::Settings>);

impl Seasons {
    fn get(&mut self, db: &mut Db, id: &SeasonId) -> Result<&files::Settings, AppError> {
        if !self.0.contains_key(id) {
            let settings = storage::seasons::get(db, id)?.settings.read()?;
            self.0.insert(id.clone(), settings);
        }
        self.0.get(id).ok_or(AppError::NotFound)
    }
}

/// The names of all stops, by id.
pub fn places(db: &mut Db) -> Result<HashMap<vocabulary::StopId, Place>, AppError> {
    let town = storage::town::read(db)?;
    let estates: HashMap<_, _> = town.estates.into_iter().map(|e| (e.id, e.name)).collect();
    let place = |stop: storage::Stop| {
        let estate = stop
            .estate_id
            .as_ref()
            .and_then(|id| estates.get(id))
            .cloned()
            .unwrap_or_default();
        (
            stop.id,
            Place {
                stop: stop.name,
                estate,
                address: stop.address,
            },
        )
    };
    Ok(town.stops.into_iter().map(place).collect())
}
