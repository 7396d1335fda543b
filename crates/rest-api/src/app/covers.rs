//! Asking people to cover a shift that lacks somebody: so many at once, those who were asked least recently first. The first to say yes has the
//! place; whoever says no is not asked about this shift again.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use storage::{Act, Beginning, Begun, CoverAsk, Db, Shift, Visit};
use utoipa::ToSchema;
use vocabulary::{CoverAnswer, PersonId, ShiftId, ShiftState, SignupId, Timestamp};
use volunteer_roster::{self as roster, Asked as AskedBefore, Wish};

use super::{
    App, AppError, Caller, audit, crew, crew_board,
    facts::{self, Case, Known},
    fresh,
    idempotency::Asked,
    notices, papers,
    signups::{self, Place, SignupShape, refused},
};
use crate::schema;

/// The most people asked by one press.
pub const MOST_AT_ONCE: u32 = 20;

/// How many are to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverInput {
    /// From 1 to 20.
    #[schema(minimum = 1, maximum = 20)]
    pub people: u32,
}

/// Somebody who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CoverShape {
    /// Who.
    #[schema(value_type = schema::PersonId)]
    pub person: PersonId,
    /// As they want to be called.
    pub name: String,
    /// When they were asked.
    #[schema(value_type = schema::Timestamp)]
    pub asked_at: Timestamp,
    /// What they said; null so far.
    #[schema(value_type = Option<schema::CoverAnswer>)]
    pub answer: Option<CoverAnswer>,
    /// When.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub answered_at: Option<Timestamp>,
}

/// Asks so many people to cover a shift; whom, in the order of asking.
pub fn ask(app: &App, asked: Asked<'_>, id: &ShiftId, input: &CoverInput) -> Result<Vec<CoverShape>, AppError> {
    asked.caller.coordinator()?;
    if !(1..=MOST_AT_ONCE).contains(&input.people) {
        return Err(AppError::invalid(
            "/people",
            format!("ask from 1 to {MOST_AT_ONCE} people"),
        ));
    }
    let now = app.now();
    app.write(|db| {
        asked.once(db, now, |db| {
            let shift = storage::shifts::hold(db, id)?;
            gap(db, &shift, now)?;
            let chosen = choose(db, &shift, input.people, now)?;
            if chosen.is_empty() {
                return Err(AppError::refused(
                    "nobody-to-ask",
                    "everybody who may take it was asked or is on it",
                ));
            }
            let mut told = Vec::new();
            for person in chosen {
                let ask = CoverAsk {
                    shift_id: id.clone(),
                    person_id: person.clone(),
                    asked_at: now,
                    asked_by: Some(asked.caller.person.clone()),
                    answer: None,
                    answered_at: None,
                };
                storage::covers::ask(db, &ask)?;
                notices::cover(db, now, id, &person)?;
                told.push(shape(db, ask)?);
            }
            let by = Some(&asked.caller.person);
            audit::note(db, now, by, "shift.cover", id.as_str(), &told.len())?;
            Ok(told)
        })
    })
}

/// Nobody is asked about a shift that lacks nobody, has begun or takes none.
fn gap(db: &mut Db, shift: &Shift, now: Timestamp) -> Result<(), AppError> {
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let zone = storage::seasons::get(db, &visit.season_id)?.zone;
    let (started, _) = facts::instants(shift, zone)?;
    let mut found = Vec::new();
    match shift.state {
        ShiftState::Open => {}
        ShiftState::Closed => found.push(roster::Refusal::ShiftClosed),
        ShiftState::Cancelled => found.push(roster::Refusal::VisitCancelled),
    }
    found.extend((started <= now).then_some(roster::Refusal::ShiftPast { started }));
    let places = shift.places;
    found.extend((shift.taken >= places).then_some(roster::Refusal::ShiftFull { places }));
    if found.is_empty() { Ok(()) } else { Err(refused(&found)) }
}

fn choose(db: &mut Db, shift: &Shift, people: u32, now: Timestamp) -> Result<Vec<PersonId>, AppError> {
    let mut known = Known::default();
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let staffed = facts::staffed(db, &visit)?;
    let facts = known.shift(db, shift, &visit, &staffed)?;
    let before: HashMap<_, _> = storage::covers::of_shift(db, &shift.id)?
        .into_iter()
        .map(|ask| (ask.person_id, ask.answer))
        .collect();
    let last_asked = storage::covers::last_asked(db)?;
    let mut candidates = Vec::new();
    for person in crew_board::everybody(db)?.into_iter().filter(|person| person.active) {
        candidates.push(roster::Candidate {
            commitments: known.commitments(db, &person.id, shift, &visit.season_id)?,
            own: storage::signups::present_of(db, &person.id, &shift.id)?.map(|own| own.state),
            asked: match before.get(&person.id) {
                None => AskedBefore::No,
                Some(None) => AskedBefore::Silent,
                // Who took it and gave it back has said what there is to say.
                Some(Some(CoverAnswer::No | CoverAnswer::Yes)) => AskedBefore::SaidNo,
            },
            last_asked: last_asked.get(&person.id).copied(),
            person: papers::facts(&person)?,
        });
    }
    let rules = &known.season(db, &visit.season_id)?.rules;
    Ok(roster::choose(&facts, &candidates, people as usize, rules, now).ask)
}

fn shape(db: &mut Db, ask: CoverAsk) -> Result<CoverShape, AppError> {
    Ok(CoverShape {
        name: storage::people::get(db, &ask.person_id)?.name,
        person: ask.person_id,
        asked_at: ask.asked_at,
        answer: ask.answer,
        answered_at: ask.answered_at,
    })
}

/// Who was asked about a shift, when, and what they said.
pub fn of_shift(app: &App, caller: &Caller, id: &ShiftId) -> Result<Vec<CoverShape>, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        storage::shifts::get(db, id)?;
        let all = storage::covers::of_shift(db, id)?;
        all.into_iter().map(|ask| shape(db, ask)).collect()
    })
}

/// A shift that somebody is asked to cover.
#[derive(Debug, Clone)]
pub struct CoverAsked {
    /// The shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// Where.
    pub place: Place,
    /// When they were asked.
    pub asked_at: Timestamp,
}

/// What the caller is asked to cover and still may.
pub fn mine(app: &App, caller: &Caller) -> Result<Vec<CoverAsked>, AppError> {
    let now = app.now();
    app.read(|db| {
        let mut mine = Vec::new();
        for ask in storage::covers::unanswered(db, &caller.person)? {
            let shift = storage::shifts::get(db, &ask.shift_id)?;
            match gap(db, &shift, now) {
                Ok(()) => {}
                Err(AppError::Refused { .. }) => continue,
                Err(other) => return Err(other),
            }
            if storage::signups::present_of(db, &caller.person, &shift.id)?.is_some() {
                continue;
            }
            let visit = storage::visits::get(db, &shift.visit_id)?;
            mine.push(CoverAsked {
                place: signups::places(db)?.remove(&visit.stop_id).unwrap_or_default(),
                asked_at: ask.asked_at,
                shift,
                visit,
            });
        }
        Ok(mine)
    })
}

/// Whether somebody was asked about a shift and has not answered.
pub(super) fn is_open(db: &mut Db, shift: &ShiftId, person: &PersonId) -> Result<bool, AppError> {
    let open = storage::covers::unanswered(db, person)?;
    Ok(open.iter().any(|ask| ask.shift_id == *shift))
}

/// Says yes: the place is the caller's if it still is free and every rule allows it. Whoever comes second is told that it is gone, and is asked no
/// more.
pub fn accept(app: &App, caller: &Caller, id: &ShiftId) -> Result<SignupShape, AppError> {
    let act = Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason: None,
    };
    app.write(|db| {
        let held = storage::people::hold(db, &caller.person)?;
        let shift = storage::shifts::hold(db, id)?;
        let mut case = Case::read(db, &shift, &caller.person)?;
        // Sign-ups that are not open yet are so for those who come by themselves; this one was asked.
        case.shift.opens_at = None;
        if let Some(own) = case.own.as_ref().filter(|own| own.state.holds_place()) {
            return Ok(SignupShape::of(own));
        }
        if !is_open(db, id, &caller.person)? {
            return Err(AppError::refused("not-asked", "you were not asked, or have answered"));
        }
        // Who waits for it, or has asked, takes the place that they are asked to take.
        let ask = roster::Ask {
            own: None,
            ..case.ask(act.at)
        };
        let accepted = roster::decide_signup(&ask, Wish::Place).map_err(|refusals| refused(&refusals))?;
        let signup = match &case.own {
            Some(own) => {
                let states = (own.state, accepted.state);
                crew::stepped(storage::signups::step(db, &own.id, states, None, &act)?)?
            }
            None => {
                let beginning = Beginning {
                    id: fresh::id(SignupId::from_uuid),
                    shift: id.clone(),
                    state: accepted.state,
                    in_training: accepted.in_training,
                    expires_at: None,
                };
                match storage::signups::begin(db, &held, &beginning, &act)? {
                    Begun::Done(signup) => signup,
                    Begun::Before(_) | Begun::Full(_) => return Err(AppError::Busy),
                }
            }
        };
        storage::covers::answer(db, id, &caller.person, CoverAnswer::Yes, act.at)?;
        audit::note(
            db,
            act.at,
            act.by.as_ref(),
            "signup.cover",
            signup.id.as_str(),
            &signup.state,
        )?;
        notices::done(db, act.at, &signup)?;
        Ok(SignupShape::of(&signup))
    })
}

/// Says no; nobody asks again about this shift.
pub fn decline(app: &App, caller: &Caller, id: &ShiftId) -> Result<(), AppError> {
    let now = app.now();
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        if !storage::covers::answer(db, id, &caller.person, CoverAnswer::No, now)? {
            return Err(AppError::refused("not-asked", "you were not asked, or have answered"));
        }
        audit::note(db, now, Some(&caller.person), "shift.cover-no", id.as_str(), &())
    })
}
