//! The coordinator's crew board: who is on a shift, who could be and why not, and what staff does about it.

use serde::{Deserialize, Serialize};
use storage::{Act, Beginning, Begun, Db, Person, Shift, Signup, Visit, Worked};
use utoipa::ToSchema;
use vocabulary::{PersonId, ShiftId, SignupId, SignupState, Timestamp, Tongue};
use volunteer_roster::{self as roster, Assignment, Override, Refusal, Step, Who};

use super::{
    App, AppError, Caller, audit, crew,
    facts::{self, Case},
    fresh,
    idempotency::Asked,
    notices,
    signups::{self, Place, SignupShape, refused},
    waiting,
};

/// Somebody with a sign-up on the shift that is not over, or who was there.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their sign-up.
    pub signup: Signup,
    /// As they want to be called.
    pub name: String,
}

/// Somebody who might take the shift.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub id: PersonId,
    /// As they want to be called.
    pub name: String,
    /// Every reason against it; none: they may be asked.
    pub refusals: Vec<Refusal>,
}

impl Candidate {
    /// Whether staff may decide otherwise, with a reason.
    pub fn overridable(&self) -> bool {
        self.refusals.iter().all(Refusal::overridable)
    }
}

/// One shift with everybody.
#[derive(Debug, Clone)]
pub struct ShiftBoard {
    /// The shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// Where.
    pub place: Place,
    /// When the crew's time begins.
    pub starts: Timestamp,
    /// Languages that the visit's crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// Who is on it, waits for it or was there, in the order of coming.
    pub members: Vec<Member>,
    /// Everybody else, those first who may take it, then those whom staff may put on it against a rule of the house.
    pub candidates: Vec<Candidate>,
}

/// A shift with its people and everybody who might be.
pub fn board(app: &App, caller: &Caller, id: &ShiftId) -> Result<ShiftBoard, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let shift = storage::shifts::get(db, id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let season = facts::SeasonFacts::read(db, &visit.season_id)?;
        let staffed = facts::staffed(db, &visit)?;
        let there = |state: &SignupState| !state.is_over() || state.holds_place();
        let states: Vec<_> = SignupState::ALL.iter().copied().filter(there).collect();
        let mut members = Vec::new();
        for signup in storage::signups::of_shift_in(db, id, &states)? {
            let name = storage::people::get(db, &signup.person_id)?.name;
            members.push(Member { signup, name });
        }
        let mut candidates = Vec::new();
        for person in everybody(db)?
            .into_iter()
            .filter(|person| person.active && !person.awaits_approval)
        {
            if members.iter().any(|member| member.signup.person_id == person.id) {
                continue;
            }
            let case = Case::read(db, &shift, &person.id)?;
            let refusals = roster::decide_assignment(&case.ask(now), Assignment::Offer, &[]).err();
            candidates.push(Candidate {
                id: person.id,
                name: person.name,
                refusals: refusals.unwrap_or_default(),
            });
        }
        candidates.sort_by_key(|one| (!one.refusals.is_empty(), !one.overridable()));
        Ok(ShiftBoard {
            starts: facts::instants(&shift, season.zone())?.0,
            missing_tongues: crew::missing_tongues(db, &season.settings, &visit, &staffed)?,
            place: signups::places(db)?.remove(&visit.stop_id).unwrap_or_default(),
            shift,
            visit,
            members,
            candidates,
        })
    })
}

/// Everybody with an account.
pub fn everybody(db: &mut Db) -> Result<Vec<Person>, AppError> {
    Ok(storage::whole(|page| storage::people::list(db, page))?)
}

/// A rule of the house that staff decides against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OverrideInput {
    /// The code of the refusal.
    pub code: String,
    /// Why, in words, for the log.
    pub reason: String,
}

/// Whom staff puts on a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignInput {
    /// Who.
    #[schema(value_type = crate::schema::PersonId)]
    pub person: PersonId,
    /// Whether they have said yes already; if not, the place is offered to them.
    #[serde(default)]
    pub agreed: bool,
    /// Rules of the house that staff decides against, each with its reason.
    #[serde(default)]
    pub overrides: Vec<OverrideInput>,
}

/// How somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// For this shift, by a message of its own.
    Alone,
    /// As one of a proposed crew: there is more time to answer, and one message for all of a person's shifts, which the caller writes.
    Proposed,
}

/// Offers a place to somebody, or writes down that they have said yes.
pub fn assign(app: &App, asked: Asked<'_>, id: &ShiftId, input: &AssignInput) -> Result<SignupShape, AppError> {
    asked.caller.coordinator()?;
    app.write(|db| {
        asked.once(db, app.now(), |db| {
            let signup = put_on(db, app, asked.caller, id, input, Asking::Alone)?;
            Ok(SignupShape::of(&signup))
        })
    })
}

/// The same as a part of a transaction. A refusal is told before anything is written.
pub fn put_on(
    db: &mut Db,
    app: &App,
    caller: &Caller,
    id: &ShiftId,
    input: &AssignInput,
    asking: Asking,
) -> Result<Signup, AppError> {
    let held = storage::people::hold(db, &input.person)?;
    let shift = storage::shifts::hold(db, id)?;
    let case = Case::read(db, &shift, &input.person)?;
    let ask = case.ask(app.now());
    let how = if input.agreed {
        Assignment::Agreed
    } else {
        Assignment::Offer
    };
    let assigned = roster::decide_assignment(&ask, how, &overrides(&input.overrides));
    let assigned = assigned.map_err(|refusals| refused(&refusals))?;
    let act = act(app, caller, reasons(&assigned.overridden));
    let offered = assigned.accepted.state == SignupState::Offered;
    let expires = match asking {
        Asking::Alone => roster::offer_expiry,
        Asking::Proposed => roster::proposal_expiry,
    };
    let expires_at = offered.then(|| expires(&case.shift, &case.season.rules, act.at));
    let signup = match &case.own {
        Some(waits) => {
            let states = (waits.state, assigned.accepted.state);
            crew::stepped(storage::signups::step(db, &waits.id, states, expires_at, &act)?)?
        }
        None => {
            let beginning = Beginning {
                id: fresh::id(SignupId::from_uuid),
                shift: id.clone(),
                state: assigned.accepted.state,
                in_training: assigned.accepted.in_training,
                expires_at,
            };
            match storage::signups::begin(db, &held, &beginning, &act)? {
                Begun::Done(signup) => signup,
                Begun::Before(_) | Begun::Full(_) => return Err(AppError::Busy),
            }
        }
    };
    audit::note(
        db,
        act.at,
        act.by.as_ref(),
        "signup.assign",
        signup.id.as_str(),
        &signup.state,
    )?;
    match (asking, expires_at) {
        (Asking::Proposed, _) => {}
        (Asking::Alone, None) => notices::changed(db, act.at, &signup)?,
        (Asking::Alone, Some(expires_at)) => {
            let offer = roster::Offer {
                signup: signup.id.clone(),
                person: signup.person_id.clone(),
                expires_at,
                held: true,
            };
            notices::offered(db, act.at, &offer)?;
        }
    }
    Ok(signup)
}

/// Says yes to a request.
pub fn approve(app: &App, caller: &Caller, id: &SignupId, given: &[OverrideInput]) -> Result<Signup, AppError> {
    caller.coordinator()?;
    app.write(|db| {
        let (signup, shift) = held(db, id)?;
        let case = Case::read(db, &shift, &signup.person_id)?;
        let decided = roster::decide_approval(&facts::signup(&signup), &case.ask(app.now()), &overrides(given));
        let assigned = decided.map_err(|refusals| refused(&refusals))?;
        let act = act(app, caller, reasons(&assigned.overridden));
        store(db, &signup, assigned.accepted.state, &act)
    })
}

/// What staff does to a sign-up by one press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// No to a request.
    Reject,
    /// The place is taken away.
    Release,
    /// The person has come.
    CheckIn,
    /// The person was there; the shift's length counts as worked.
    Attend,
    /// The person did not come.
    MissShift,
}

impl Deed {
    const fn step(self) -> Step {
        match self {
            Self::Reject => Step::Reject,
            Self::Release => Step::Release,
            Self::CheckIn => Step::CheckIn,
            Self::Attend => Step::Attend,
            Self::MissShift => Step::MissShift,
        }
    }

    /// Whether it is part of the day: written down by whoever is there.
    const fn on_the_day(self) -> bool {
        matches!(self, Self::CheckIn | Self::Attend | Self::MissShift)
    }

    /// Whether the crew's time must have begun: before that nobody can have been there, or be missing.
    const fn after_the_start(self) -> bool {
        matches!(self, Self::Attend | Self::MissShift)
    }
}

/// Does it. Who has come is written down by animators too.
pub fn deed(app: &App, caller: &Caller, id: &SignupId, deed: Deed) -> Result<Signup, AppError> {
    match deed.on_the_day() {
        true => caller.staff()?,
        false => caller.coordinator()?,
    }
    app.write(|db| {
        let (signup, shift) = held(db, id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let zone = storage::seasons::get(db, &visit.season_id)?.zone;
        let (starts, ends) = facts::instants(&shift, zone)?;
        let too_early = if deed.after_the_start() {
            app.now() < starts
        } else {
            deed.on_the_day() && zone.day(app.now()) < shift.crew_day
        };
        if too_early {
            return Err(AppError::Conflict(format!("the shift begins at {starts}")));
        }
        let state = roster::next(signup.state, deed.step(), Who::Staff).map_err(|one| refused(&[one]))?;
        let act = act(app, caller, None);
        let signup = store(db, &signup, state, &act)?;
        if state == SignupState::Attended {
            let worked = Worked {
                signup_id: id.clone(),
                minutes: vocabulary::Minutes(u32::try_from(starts.seconds_until(ends) / 60).unwrap_or(0)),
                reason: None,
                by: act.by.clone(),
                at: act.at,
            };
            storage::worked::add(db, &worked)?;
        }
        Ok(signup)
    })
}

/// Takes the step, writes the audit, tells the person and goes on down the list.
fn store(db: &mut Db, signup: &Signup, state: SignupState, act: &Act) -> Result<Signup, AppError> {
    let was = signup.state;
    let outcome = storage::signups::step(db, &signup.id, (was, state), None, act)?;
    let signup = match outcome {
        storage::Stepped::Full(shift) => return Err(refused(&[Refusal::ShiftFull { places: shift.places }])),
        other => crew::stepped(other)?,
    };
    audit::note(db, act.at, act.by.as_ref(), "signup.staff", signup.id.as_str(), &state)?;
    if matches!(
        state,
        SignupState::Confirmed | SignupState::Rejected | SignupState::Released
    ) {
        notices::changed(db, act.at, &signup)?;
    }
    if was.holds_place() && !state.holds_place() {
        waiting::promote(db, &signup.shift_id, act.at)?;
    }
    Ok(signup)
}

/// A sign-up and its shift, read while its person, visit and shift are held.
pub(super) fn held(db: &mut Db, id: &SignupId) -> Result<(Signup, Shift), AppError> {
    let signup = storage::signups::get(db, id)?;
    // An account that was switched off is not held, and its sign-ups can still be taken away.
    let _held = storage::people::hold(db, &signup.person_id).ok();
    let shift = storage::shifts::hold(db, &signup.shift_id)?;
    Ok((storage::signups::get(db, id)?, shift))
}

fn act(app: &App, caller: &Caller, reason: Option<String>) -> Act {
    Act {
        at: app.now(),
        by: Some(caller.person.clone()),
        reason,
    }
}

pub(super) fn overrides(given: &[OverrideInput]) -> Vec<Override> {
    let one = |given: &OverrideInput| Override {
        code: given.code.clone(),
        reason: given.reason.clone(),
    };
    given.iter().map(one).collect()
}

/// What was decided against, for the log.
pub(super) fn reasons(overridden: &[(Refusal, String)]) -> Option<String> {
    let one = |(refusal, reason): &(Refusal, String)| format!("{}: {reason}", refusal.code());
    let all: Vec<_> = overridden.iter().map(one).collect();
    (!all.is_empty()).then(|| all.join("; "))
}
