//! Volunteers and their shifts: what is open, taking a place, giving it back, saying yes again after a move.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use storage::{Act, Beginning, Begun, Db, Shift, Signup, Visit};
use utoipa::ToSchema;
use vocabulary::{PersonId, SeasonId, ShiftId, SignupId, SignupState, Timestamp};
use volunteer_roster::{self as roster, DependsOn, Refusal, Who, Wish, Withdrawal};

use super::{
    App, AppError, Caller, audit, crew,
    error::{Reason, RefusedBy},
    facts::{self, Case, Known, SeasonFacts},
    fresh,
    idempotency::Asked,
    notices, papers, waiting,
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
    /// Whether the person may wait for it.
    pub may_wait: bool,
    /// How many wait for it already.
    pub waiting: u32,
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
    pub deadline: Timestamp,
    /// The place on the waiting list, from 1, of a sign-up that waits.
    pub turn: Option<u32>,
    /// From when on a free place goes to the first of those who wait to say yes; none of a sign-up that does not wait.
    pub asked_from: Option<Timestamp>,
    /// Who else holds a place on the visit, by first name.
    pub others: Vec<String>,
}

/// What a person sees of the roster.
#[derive(Debug, Clone)]
pub struct Board {
    /// Open shifts from now on.
    pub offers: Vec<Offer>,
    /// The person's own sign-ups that are not over, from today on.
    pub own: Vec<Own>,
}

/// The open shifts, each with every reason why the caller may not take it, and the caller's own.
pub fn board(app: &App, caller: &Caller) -> Result<Board, AppError> {
    let (now, today) = (app.now(), app.today());
    app.read(|db| {
        let facts = papers::facts(&storage::people::get(db, &caller.person)?)?;
        let places = places(db)?;
        let mut known = Known::default();
        let all = storage::signups::of_person(db, &caller.person, today)?;
        let mut own = Vec::new();
        for found in all.into_iter().filter(|o| !o.signup.state.is_over()) {
            let (starts, ends) = facts::instants(&found.shift, known.season(db, &found.visit.season_id)?.zone())?;
            if ends < now {
                continue;
            }
            let notice = facts::notice(&known.season(db, &found.visit.season_id)?.settings);
            own.push(Own {
                withdrawal: roster::decide_withdrawal(&facts::signup(&found.signup), starts, notice, now),
                deadline: roster::withdrawal_deadline(starts, notice),
                place: places.get(&found.visit.stop_id).cloned().unwrap_or_default(),
                turn: turn(db, &found.signup)?,
                asked_from: match found.signup.state {
                    SignupState::Waitlisted => {
                        let shift = known.shift(db, &found.shift, &found.visit, &[])?;
                        let rules = &known.season(db, &found.visit.season_id)?.rules;
                        Some(roster::asks_all_from(&shift, rules))
                    }
                    _ => None,
                },
                others: others(db, &found.visit, &caller.person)?,
                signup: found.signup,
                shift: found.shift,
                visit: found.visit,
            });
        }
        let mut offers = Vec::new();
        let open = storage::shifts::open_from(db, today)?;
        let mut visits: Vec<Visit> = open.iter().map(|open| open.visit.clone()).collect();
        visits.dedup_by(|a, b| a.id == b.id);
        let staffed = storage::shifts::with_crew(db, visits)?;
        let crews: HashMap<_, _> = staffed.iter().map(|one| (&one.visit.id, &one.shifts[..])).collect();
        let waiting = storage::signups::waiting(db, today)?;
        let mut held = Held::default();
        for open in open {
            let crew = crews.get(&open.visit.id).copied().unwrap_or_default();
            let shift = known.shift(db, &open.shift, &open.visit, crew)?;
            if shift.starts <= now || own.iter().any(|own| own.shift.id == open.shift.id) {
                continue;
            }
            let ask = roster::Ask {
                shift: &shift,
                person: &facts,
                commitments: held.since(db, &mut known, &caller.person, &open)?,
                own: None,
                rules: &known.season(db, &open.visit.season_id)?.rules,
                now,
            };
            let refusals = roster::decide_signup(&ask, Wish::Place).err().unwrap_or_default();
            let place = places.get(&open.visit.stop_id).cloned().unwrap_or_default();
            offers.push(Offer {
                may_wait: roster::decide_signup(&ask, Wish::PlaceOrWaiting).is_ok(),
                waiting: waiting.get(&open.shift.id).copied().unwrap_or(0),
                shift: open.shift,
                visit: open.visit,
                place,
                refusals,
            });
        }
        Ok(Board { offers, own })
    })
}

/// What a person has taken on, read once for each season.
#[derive(Default)]
struct Held(HashMap<SeasonId, Vec<roster::Commitment>>);

impl Held {
    fn since(
        &mut self,
        db: &mut Db,
        known: &mut Known,
        person: &PersonId,
        open: &storage::ShiftOfVisit,
    ) -> Result<&[roster::Commitment], AppError> {
        let season = &open.visit.season_id;
        if !self.0.contains_key(season) {
            // The first open shift of a season is the earliest: what it looks back to is enough for all.
            let held = known.commitments(db, person, &open.shift, season)?;
            self.0.insert(season.clone(), held);
        }
        Ok(self.0.get(season).map(Vec::as_slice).unwrap_or_default())
    }
}

/// The place on the waiting list, from 1.
fn turn(db: &mut Db, signup: &Signup) -> Result<Option<u32>, AppError> {
    if signup.state != SignupState::Waitlisted {
        return Ok(None);
    }
    let list = storage::signups::of_shift_in(db, &signup.shift_id, &[SignupState::Waitlisted])?;
    let before = (1..).zip(&list).find(|(_, one)| one.id == signup.id);
    Ok(before.map(|(turn, _)| turn))
}

/// The first names of the others on a visit.
fn others(db: &mut Db, visit: &Visit, person: &PersonId) -> Result<Vec<String>, AppError> {
    let staffed = facts::staffed(db, visit)?;
    let crew = staffed.iter().flat_map(|shift| &shift.crew);
    let others = crew.filter(|member| member.signup.person_id != *person && member.signup.state != SignupState::NoShow);
    let first = |name: &str| name.split_whitespace().next().unwrap_or(name).to_owned();
    Ok(others.map(|member| first(&member.name)).collect())
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
    /// When an offer ends, or the answer to a moved visit is due.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub expires_at: Option<Timestamp>,
    /// Whether they come along to learn, on a place that does not count.
    pub in_training: bool,
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
            expires_at: signup.expires_at,
            in_training: signup.in_training,
        }
    }
}

/// Takes a place on a shift for the caller, or a turn on its waiting list where that is wished for and nothing else stands in the way.
///
/// Every reason against it is told at once. Races are closed in the database: the person's row is held first, then the
/// visit and the shift, and only then the rules are asked; the place is taken by a guarded update.
pub fn sign_up(app: &App, caller: &Caller, shift: &ShiftId, wish: Wish) -> Result<SignedUp, AppError> {
    app.write(|db| take(app, db, caller, shift, wish))
}

/// The same under the key that a client gave.
pub fn sign_up_once(app: &App, asked: Asked<'_>, shift: &ShiftId, wish: Wish) -> Result<SignedUp, AppError> {
    app.write(|db| asked.once(db, app.now(), |db| take(app, db, asked.caller, shift, wish)))
}

fn take(app: &App, db: &mut Db, caller: &Caller, shift: &ShiftId, wish: Wish) -> Result<SignedUp, AppError> {
    let act = act(app, caller);
    let held = storage::people::hold(db, &caller.person)?;
    let row = storage::shifts::hold(db, shift)?;
    let case = Case::read(db, &row, &caller.person)?;
    if let Some(before) = &case.own {
        return Ok(SignedUp::Before(SignupShape::of(before)));
    }
    let accepted = roster::decide_signup(&case.ask(act.at), wish).map_err(|refusals| refused(&refusals))?;
    let beginning = Beginning {
        id: fresh::id(SignupId::from_uuid),
        shift: shift.clone(),
        state: accepted.state,
        in_training: accepted.in_training,
        expires_at: None,
    };
    match storage::signups::begin(db, &held, &beginning, &act)? {
        Begun::Done(signup) => {
            audit::note(
                db,
                act.at,
                act.by.as_ref(),
                "signup.take",
                signup.id.as_str(),
                &signup.state,
            )?;
            notices::done(db, act.at, &signup)?;
            Ok(SignedUp::Now(SignupShape::of(&signup)))
        }
        Begun::Before(before) => Ok(SignedUp::Before(SignupShape::of(&before))),
        // The rules saw a free place on a row that is held: the database was asked wrongly, or changed under our hands. Run again.
        Begun::Full(_) => Err(AppError::Busy),
    }
}

/// Gives the caller's place back, or their turn on the waiting list; whoever waits is offered the place.
pub fn withdraw(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = act(app, caller);
    app.write(|db| {
        let (signup, shift) = held_own(db, caller, id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let season = SeasonFacts::read(db, &visit.season_id)?;
        let (starts, _) = facts::instants(&shift, season.zone())?;
        let notice = facts::notice(&season.settings);
        let decided = roster::decide_withdrawal(&facts::signup(&signup), starts, notice, act.at);
        let withdrawal = decided.map_err(|refusals| refused(&refusals))?;
        let to = withdrawal.state();
        let signup = crew::stepped(storage::signups::step(db, id, (signup.state, to), None, &act)?)?;
        audit::note(db, act.at, act.by.as_ref(), "signup.withdraw", id.as_str(), &to)?;
        notices::done(db, act.at, &signup)?;
        if to == SignupState::WithdrawnLate {
            notices::late(db, act.at, &signup)?;
        }
        waiting::promote(db, &signup.shift_id, act.at)?;
        Ok(signup)
    })
}

/// Says yes to the new time of a visit that moved.
pub fn reconfirm(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = act(app, caller);
    app.write(|db| {
        let (signup, shift) = held_own(db, caller, id)?;
        let case = Case::read(db, &shift, &caller.person)?;
        let decided = roster::decide_reconfirm(&facts::signup(&signup), &case.ask(act.at));
        let accepted = decided.map_err(|refusals| refused(&refusals))?;
        let states = (signup.state, accepted.state);
        let signup = crew::stepped(storage::signups::step(db, id, states, None, &act)?)?;
        audit::note(
            db,
            act.at,
            act.by.as_ref(),
            "signup.reconfirm",
            id.as_str(),
            &signup.state,
        )?;
        notices::done(db, act.at, &signup)?;
        Ok(signup)
    })
}

/// Takes an offered place, or in the last hours a free one that the caller waits for.
pub fn accept(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = act(app, caller);
    app.write(|db| {
        let (signup, shift) = held_own(db, caller, id)?;
        let case = Case::read(db, &shift, &caller.person)?;
        let ask = case.ask(act.at);
        let decided = roster::decide_accept_offer(&facts::signup(&signup), signup.expires_at, &ask, Who::Person);
        let accepted = decided.map_err(|refusals| refused(&refusals))?;
        let states = (signup.state, accepted.state);
        let signup = crew::stepped(storage::signups::step(db, id, states, None, &act)?)?;
        audit::note(db, act.at, act.by.as_ref(), "signup.accept", id.as_str(), &signup.state)?;
        notices::done(db, act.at, &signup)?;
        Ok(signup)
    })
}

/// Turns an offered place down; the next who waits is offered it.
pub fn decline(app: &App, caller: &Caller, id: &SignupId) -> Result<Signup, AppError> {
    let act = act(app, caller);
    app.write(|db| {
        let (signup, _) = held_own(db, caller, id)?;
        let to = roster::decide_decline(&facts::signup(&signup), Who::Person).map_err(|one| refused(&[one]))?;
        let signup = crew::stepped(storage::signups::step(db, id, (signup.state, to), None, &act)?)?;
        audit::note(db, act.at, act.by.as_ref(), "signup.decline", id.as_str(), &to)?;
        waiting::promote(db, &signup.shift_id, act.at)?;
        Ok(signup)
    })
}

fn act(app: &App, caller: &Caller) -> Act {
    Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: None,
    }
}

/// The caller's sign-up and its shift, both read while person, visit and shift are held.
fn held_own(db: &mut Db, caller: &Caller, id: &SignupId) -> Result<(Signup, Shift), AppError> {
    let _held = storage::people::hold(db, &caller.person)?;
    let shift = own(db, caller, id)?.shift_id;
    let shift = storage::shifts::hold(db, &shift)?;
    Ok((own(db, caller, id)?, shift))
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

/// Refusals as an error: about the person if one of them is.
pub fn refused(refusals: &[Refusal]) -> AppError {
    let by = match Refusal::all_depend_on(refusals) {
        Some(DependsOn::Person) => RefusedBy::Request,
        Some(DependsOn::State) | None => RefusedBy::State,
    };
    let reasons = refusals.iter().cloned().map(Reason::from).collect();
    AppError::Refused { by, reasons }
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
