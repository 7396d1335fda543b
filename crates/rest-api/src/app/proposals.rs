//! The crew of a season as the program proposes it: made, looked at, changed, and then offered to its people, who say yes or no themselves.
//!
//! A proposal is one document with the ids of shifts and people. It holds no place: that is done by offering, one person and shift at a
//! time, each judged by every rule as things then are.

mod ask;
mod offer;

use std::{
    collections::BTreeMap,
    sync::PoisonError,
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};
use storage::{CrewProposal, Db, Guarded, Json};
use utoipa::ToSchema;
use vocabulary::{Day, PersonId, ProposalId, ProposalState, SeasonId, ShiftId, SignupId};
use volunteer_roster::{
    CrewProblem, Placement, Why,
    fill::{self, Progress, Settings, Step},
};

pub use ask::{Days, Season};
pub use offer::{Offering, offer};

use super::{
    App, AppError, Caller, audit,
    error::{Fault, Reason, RefusedBy},
    fresh,
    idempotency::Asked,
};
use crate::{planner::parts_of_limit, schema};

/// How long the search may take, in seconds.
const SECONDS: std::ops::RangeInclusive<u32> = 1..=60;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProposeInput {
    /// The first day; without it, today.
    #[schema(value_type = Option<schema::Day>)]
    pub from: Option<Day>,
    /// The last day; without it, the season's.
    #[schema(value_type = Option<schema::Day>)]
    pub to: Option<Day>,
    /// How long to search, 1 to 60 seconds. A lawful crew is there at once; time makes it better.
    #[schema(minimum = 1, maximum = 60)]
    pub seconds: u32,
    /// The seed of the search: another one gives another crew that is about as good.
    pub seed: u64,
}

impl Default for ProposeInput {
    fn default() -> Self {
        Self {
            from: None,
            to: None,
            seconds: 2,
            seed: 1,
        }
    }
}

/// A proposal, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Proposal {
    /// The first day.
    #[schema(value_type = schema::Day)]
    pub from: Day,
    /// The last day.
    #[schema(value_type = schema::Day)]
    pub to: Day,
    /// Who is to be asked for what, in the order in which to ask.
    pub places: Vec<Place>,
    /// What each could fairly be asked for, when the proposal was made.
    pub shares: Vec<Share>,
    /// Whether no lawful crew could have been better.
    pub proved: bool,
}

/// Somebody is to be asked for a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// The shift.
    #[schema(value_type = schema::ShiftId)]
    pub shift: ShiftId,
    /// Who.
    #[schema(value_type = schema::PersonId)]
    pub person: PersonId,
    /// What came of asking; none before.
    pub outcome: Option<Outcome>,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The place is held for them until they answer.
    Offered {
        /// Their sign-up.
        #[schema(value_type = schema::SignupId)]
        signup: SignupId,
    },
    /// By then a rule stood against it.
    Refused {
        /// The codes of the reasons.
        codes: Vec<String>,
    },
}

/// What somebody could fairly be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Share {
    /// Who.
    #[schema(value_type = schema::PersonId)]
    pub person: PersonId,
    /// The fair number of visits in the season: each place shared evenly by all who could take it.
    pub fair: u32,
    /// The visits of the season on which they held a place already.
    pub held: u32,
    /// The most that they wish for.
    pub most: Option<u32>,
}

/// A proposal with its row.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The row.
    pub row: CrewProposal,
    /// What it says.
    pub proposal: Proposal,
}

impl Stored {
    fn of(row: CrewProposal) -> Result<Self, AppError> {
        Ok(Self {
            proposal: row.proposal.read()?,
            row,
        })
    }
}

/// Makes a proposal. One at a time in a process: the search takes all of a core.
pub fn propose(app: &App, asked: Asked<'_>, season: &SeasonId, input: &ProposeInput) -> Result<ProposalId, AppError> {
    asked.caller.coordinator()?;
    let now = app.now();
    let days = app.read(|db| {
        let row = storage::seasons::get(db, season)?;
        days(input, app.today().max(row.first_day), row.last_day)
    })?;
    let _one_at_a_time = app.proposing.lock().unwrap_or_else(PoisonError::into_inner);
    let found = app.read(|db| Season::read(db, season, days, now))?;
    let proposal = solve(found, days, input)?;
    app.write(|db| {
        asked.once(db, now, |db| {
            let row = CrewProposal {
                id: fresh::id(ProposalId::from_uuid),
                season_id: season.clone(),
                state: ProposalState::Draft,
                seed: input.seed,
                proposal: Json::of(&proposal)?,
                made_by: Some(asked.caller.person.clone()),
                made_at: now,
                ended_at: None,
                version: 1,
            };
            storage::crew_proposals::insert(db, &row)?;
            note(db, app, asked.caller, "crew.propose", &row)?;
            Ok(row.id)
        })
    })
}

fn days(input: &ProposeInput, first: Day, last: Day) -> Result<Days, AppError> {
    let days = Days {
        from: input.from.unwrap_or(first),
        to: input.to.unwrap_or(last),
    };
    let mut faults = Vec::new();
    if days.to < days.from {
        faults.push(Fault::new(
            "/to",
            format!("the last day is before {}, the first", days.from),
        ));
    }
    if !SECONDS.contains(&input.seconds) {
        let (least, most) = (SECONDS.start(), SECONDS.end());
        faults.push(Fault::new("/seconds", format!("write a number from {least} to {most}")));
    }
    if faults.is_empty() {
        Ok(days)
    } else {
        Err(AppError::Invalid(faults))
    }
}

fn solve(season: Season, days: Days, input: &ProposeInput) -> Result<Proposal, AppError> {
    let problem = problem(season.ask)?;
    let mut clock = Clock {
        started: Instant::now(),
        limit: Duration::from_secs(input.seconds.into()),
    };
    let settings = Settings {
        seed: input.seed,
        rounds: None,
    };
    let fill = fill::solve(problem.problem(), settings, &mut clock);
    // The search and its judge share no code: what one got wrong the other stops here.
    fill::check(problem.problem(), &fill)
        .map_err(|broken| anyhow::anyhow!("a proposed crew breaks rules: {broken:?}"))?;
    let ask = problem.ask();
    let place = |one: Placement| {
        Some(Place {
            shift: ask.openings.get(one.opening)?.shift.id.clone(),
            person: ask.hands.get(one.hand)?.person.id.clone(),
            outcome: None,
        })
    };
    Ok(Proposal {
        from: days.from,
        to: days.to,
        places: problem.placements(&fill).into_iter().filter_map(place).collect(),
        shares: shares(&problem),
        proved: fill.proved,
    })
}

fn shares(problem: &CrewProblem) -> Vec<Share> {
    let ask = problem.ask();
    let held = |person: &PersonId| {
        ask.openings
            .iter()
            .filter(|opening| opening.holders.contains(person))
            .count() as u32
    };
    let share = |(at, hand): (usize, &volunteer_roster::Hand)| Share {
        fair: problem.share(at),
        held: held(&hand.person.id),
        most: hand.most_visits,
        person: hand.person.id.clone(),
    };
    let all = ask.hands.iter().enumerate().map(share);
    all.filter(|share| share.fair > 0 || share.held > 0).collect()
}

fn problem(ask: volunteer_roster::CrewAsk) -> Result<CrewProblem, AppError> {
    let told = |faults: Vec<fill::Fault>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    CrewProblem::build(ask).map_err(|faults| AppError::Conflict(told(faults)))
}

/// Stops the search when its time is over.
struct Clock {
    started: Instant,
    limit: Duration,
}

impl fill::Observer for Clock {
    fn progress(&mut self, _: &Progress) -> Step {
        match self.started.elapsed() < self.limit {
            true => Step::Continue,
            false => Step::Stop,
        }
    }

    fn spent(&self) -> Option<u64> {
        Some(parts_of_limit(self.started.elapsed(), self.limit))
    }
}

/// All of a season, the newest first.
pub fn list(app: &App, caller: &Caller, season: &SeasonId) -> Result<Vec<Stored>, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        storage::seasons::get(db, season)?;
        let rows = storage::crew_proposals::of_season(db, season)?;
        rows.into_iter().map(Stored::of).collect()
    })
}

/// One.
pub fn get(app: &App, caller: &Caller, id: &ProposalId) -> Result<Stored, AppError> {
    caller.coordinator()?;
    app.read(|db| Stored::of(storage::crew_proposals::get(db, id)?))
}

/// One with its season's crew as it stands now.
pub fn sheet(app: &App, caller: &Caller, id: &ProposalId) -> Result<(Stored, Season), AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let stored = Stored::of(storage::crew_proposals::get(db, id)?)?;
        let days = Days {
            from: stored.proposal.from,
            to: stored.proposal.to,
        };
        let season = Season::read(db, &stored.row.season_id, days, now)?;
        Ok((stored, season))
    })
}

/// Why a place of a shift is empty in a proposal, by person: as things stand now. Empty if no place is.
pub fn why(app: &App, caller: &Caller, id: &ProposalId, shift: &ShiftId) -> Result<BTreeMap<PersonId, Why>, AppError> {
    let (stored, season) = sheet(app, caller, id)?;
    reasons_of(&stored, season.ask, shift)
}

/// The same of what was read already.
pub fn reasons_of(
    stored: &Stored,
    ask: volunteer_roster::CrewAsk,
    shift: &ShiftId,
) -> Result<BTreeMap<PersonId, Why>, AppError> {
    reasons(&problem(ask)?, &stored.proposal, shift)
}

fn reasons(problem: &CrewProblem, proposal: &Proposal, shift: &ShiftId) -> Result<BTreeMap<PersonId, Why>, AppError> {
    let ask = problem.ask();
    let opening = |id: &ShiftId| ask.openings.iter().position(|opening| opening.shift.id == *id);
    let hand = |id: &PersonId| ask.hands.iter().position(|hand| hand.person.id == *id);
    let waits = proposal.places.iter().filter(|place| place.outcome.is_none());
    let placement = |place: &Place| {
        Some(Placement {
            opening: opening(&place.shift)?,
            hand: hand(&place.person)?,
        })
    };
    let placements: Vec<Placement> = waits.filter_map(placement).collect();
    let at = opening(shift).ok_or(AppError::NotFound)?;
    let whys = problem.why(&placements, at).unwrap_or_default();
    let ids = ask.hands.iter().map(|hand| hand.person.id.clone());
    Ok(ids.zip(whys).collect())
}

/// Takes somebody out of a proposal.
pub fn take_out(
    app: &App,
    caller: &Caller,
    id: &ProposalId,
    shift: &ShiftId,
    person: &PersonId,
) -> Result<Stored, AppError> {
    caller.coordinator()?;
    edit(app, caller, id, "crew.take-out", |_, stored| {
        let before = stored.proposal.places.len();
        stored
            .proposal
            .places
            .retain(|place| place.shift != *shift || place.person != *person);
        match stored.proposal.places.len() < before {
            true => Ok(()),
            false => Err(AppError::NotFound),
        }
    })
}

/// Puts somebody into an empty place of a proposal, if nothing stands against it.
pub fn put_in(
    app: &App,
    caller: &Caller,
    id: &ProposalId,
    shift: &ShiftId,
    person: &PersonId,
) -> Result<Stored, AppError> {
    caller.coordinator()?;
    let now = app.now();
    edit(app, caller, id, "crew.put-in", |db, stored| {
        let days = Days {
            from: stored.proposal.from,
            to: stored.proposal.to,
        };
        let season = Season::read(db, &stored.row.season_id, days, now)?;
        let problem = problem(season.ask)?;
        may_go(&problem, &stored.proposal, shift, person)?;
        stored.proposal.places.push(Place {
            shift: shift.clone(),
            person: person.clone(),
            outcome: None,
        });
        sort(&mut stored.proposal, &problem);
        Ok(())
    })
}

/// Every obstacle, where there is one.
fn may_go(problem: &CrewProblem, proposal: &Proposal, shift: &ShiftId, person: &PersonId) -> Result<(), AppError> {
    let refused = |reasons| AppError::Refused {
        by: RefusedBy::State,
        reasons,
    };
    if !problem.ask().hands.iter().any(|hand| hand.person.id == *person) {
        return Err(AppError::NotFound);
    }
    match reasons(problem, proposal, shift)?.remove(person) {
        Some(Why::Free(_)) => Ok(()),
        Some(Why::Obstacles(found)) => Err(refused(found.into_iter().map(Reason::from).collect())),
        None => Err(AppError::refused(
            "no-empty-place",
            "no place of this shift is empty in the proposal",
        )),
    }
}

/// In the order in which to ask: by time, and on one visit minors after the adults whom they need.
fn sort(proposal: &mut Proposal, problem: &CrewProblem) {
    let ask = problem.ask();
    proposal.places.sort_by_cached_key(|place| {
        let opening = ask.openings.iter().find(|opening| opening.shift.id == place.shift);
        let hand = ask.hands.iter().find(|hand| hand.person.id == place.person);
        let when = opening.map(|opening| (opening.shift.starts, opening.visit));
        let minor = opening
            .zip(hand)
            .is_some_and(|(o, hand)| hand.person.is_minor_on(o.shift.day));
        (when, minor)
    });
}

/// Throws a proposal away. Nobody has been asked, so nobody is told.
pub fn discard(app: &App, caller: &Caller, id: &ProposalId) -> Result<Stored, AppError> {
    caller.coordinator()?;
    let now = app.now();
    edit(app, caller, id, "crew.discard", |_, stored| {
        stored.row.state = ProposalState::Discarded;
        stored.row.ended_at = Some(now);
        Ok(())
    })
}

/// Changes a draft in one transaction.
fn edit(
    app: &App,
    caller: &Caller,
    id: &ProposalId,
    action: &str,
    mut change: impl FnMut(&mut Db, &mut Stored) -> Result<(), AppError>,
) -> Result<Stored, AppError> {
    app.write(|db| {
        let mut stored = draft(db, id)?;
        change(db, &mut stored)?;
        save(db, &mut stored)?;
        note(db, app, caller, action, &stored.row)?;
        Ok(stored)
    })
}

fn draft(db: &mut Db, id: &ProposalId) -> Result<Stored, AppError> {
    let stored = Stored::of(storage::crew_proposals::get(db, id)?)?;
    match stored.row.state {
        ProposalState::Draft => Ok(stored),
        ProposalState::Offered | ProposalState::Discarded => Err(AppError::Conflict(format!(
            "the proposal is {} and is changed no more",
            stored.row.state
        ))),
    }
}

fn save(db: &mut Db, stored: &mut Stored) -> Result<(), AppError> {
    stored.row.proposal = Json::of(&stored.proposal)?;
    match storage::crew_proposals::save(db, &stored.row)? {
        Guarded::Done(row) => {
            stored.row = row;
            Ok(())
        }
        Guarded::Stale(_) => Err(AppError::Busy),
    }
}

fn note(db: &mut Db, app: &App, caller: &Caller, action: &str, row: &CrewProposal) -> Result<(), AppError> {
    audit::note(db, app.now(), Some(&caller.person), action, row.id.as_str(), &row.state)
}
