//! To whom somebody may pass a shift on, and for which it may be traded: only what would be allowed now is offered.

use std::collections::HashMap;

use storage::{Db, Person, Signup, SignupOfPerson, StaffedShift, Swap};
use vocabulary::{PersonId, SignupId, SignupState, StopId, Timestamp, VisitId};
use volunteer_roster::{self as roster, Refusal, SwapAsk};

use super::{
    board::{Part, SwapView, mine, part, short},
    case::{self, Party, Stake},
};
use crate::app::{
    App, AppError, Caller, crew_board,
    facts::{self, Known},
    signups,
};

/// The most trades offered; the nearest days first.
const MOST_TRADES: usize = 60;

/// Somebody who may take the shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Who.
    pub id: PersonId,
    /// As volunteers are told of each other.
    pub name: String,
    /// Whether their yes is not enough: a rule of the house stands against it, and staff is to decide.
    pub needs_staff: bool,
}

/// Somebody's shift for which one's own may be traded.
#[derive(Debug, Clone)]
pub struct Trade {
    /// Whose.
    pub partner: Partner,
    /// Their sign-up.
    pub signup: SignupId,
    /// The shift.
    pub part: Part,
}

/// What may be done with one's own shift.
#[derive(Debug, Clone)]
pub struct Choices {
    /// One's own.
    pub own: Part,
    /// Every reason why it cannot be passed on to anybody.
    pub refusals: Vec<Refusal>,
    /// Who may take it, by name.
    pub people: Vec<Partner>,
    /// What it may be traded for, by day.
    pub trades: Vec<Trade>,
    /// The proposal that waits already.
    pub open: Option<SwapView>,
}

/// What may be done with a shift of the caller's.
pub fn choices(app: &App, caller: &Caller, given: &SignupId) -> Result<Choices, AppError> {
    let now = app.now();
    let waiting = mine(app, caller)?.waiting;
    app.read(|db| {
        let signup = storage::signups::get(db, given)?;
        if signup.person_id != caller.person {
            return Err(AppError::NotFound);
        }
        let mut found = Search::read(db, &signup, now)?;
        let refusals = roster::decide_open_proposal(&found.given.stake(), now).err();
        let mut choices = Choices {
            own: part(db, given)?,
            open: waiting.iter().find(|view| is_open(&view.swap, given)).cloned(),
            refusals: refusals.unwrap_or_default(),
            people: Vec::new(),
            trades: Vec::new(),
        };
        if choices.refusals.is_empty() {
            let others = crew_board::everybody(db)?;
            for person in others.iter().filter(|one| one.active && one.id != caller.person) {
                found.look_at(db, person, &mut choices)?;
            }
        }
        choices
            .people
            .sort_by(|a, b| (a.needs_staff, &a.name, &a.id).cmp(&(b.needs_staff, &b.name, &b.id)));
        choices.trades.sort_by_key(|trade| {
            (
                trade.part.shift.crew_day,
                trade.part.shift.crew_start,
                trade.signup.clone(),
            )
        });
        choices.trades.truncate(MOST_TRADES);
        Ok(choices)
    })
}

fn is_open(swap: &Swap, given: &SignupId) -> bool {
    swap.given == *given
}

/// What is read once for all who are looked at.
struct Search {
    known: Known,
    now: Timestamp,
    rules: roster::Rules,
    giver: Party,
    given: Stake,
    signup: Signup,
    /// The names of all stops.
    places: HashMap<StopId, signups::Place>,
    /// The crews of visits, each read once.
    crews: HashMap<VisitId, Vec<StaffedShift>>,
}

impl Search {
    fn read(db: &mut Db, signup: &Signup, now: Timestamp) -> Result<Self, AppError> {
        let mut known = Known::default();
        Ok(Self {
            rules: case::rules(db, &mut known, signup)?,
            giver: Party::read(db, &mut known, &signup.person_id, signup)?,
            given: Stake::read(db, &mut known, signup.clone())?,
            places: signups::places(db)?,
            crews: HashMap::new(),
            signup: signup.clone(),
            known,
            now,
        })
    }

    /// Whether it may be proposed, and then whether staff would have to decide.
    fn allowed(&self, taker: &Party, back: Option<&Stake>) -> Option<bool> {
        let ask = SwapAsk {
            giver: self.giver.party(),
            given: self.given.stake(),
            taker: taker.party(),
            back: back.map(Stake::stake),
            rules: &self.rules,
            now: self.now,
        };
        let found = roster::decide_proposal(&ask).ok()?;
        Some(!found.is_empty())
    }

    fn look_at(&mut self, db: &mut Db, person: &Person, choices: &mut Choices) -> Result<(), AppError> {
        let taker = Party::read(db, &mut self.known, &person.id, &self.signup)?;
        let partner = |needs_staff| Partner {
            id: person.id.clone(),
            name: short(&person.name),
            needs_staff,
        };
        choices.people.extend(self.allowed(&taker, None).map(partner));
        let today = self.given.today(self.now);
        for theirs in storage::signups::of_person(db, &person.id, today)? {
            let SignupOfPerson { signup, shift, visit } = theirs;
            if signup.state != SignupState::Confirmed || shift.id == self.signup.shift_id {
                continue;
            }
            let id = signup.id.clone();
            if !self.crews.contains_key(&visit.id) {
                self.crews.insert(visit.id.clone(), facts::staffed(db, &visit)?);
            }
            let crew = self.crews.get(&visit.id).map(Vec::as_slice).unwrap_or_default();
            let back = Stake::of(db, &mut self.known, signup, (&shift, &visit), crew)?;
            if let Some(needs_staff) = self.allowed(&taker, Some(&back)) {
                choices.trades.push(Trade {
                    partner: partner(needs_staff),
                    signup: id,
                    part: Part {
                        place: self.places.get(&visit.stop_id).cloned().unwrap_or_default(),
                        shift,
                        visit,
                    },
                });
            }
        }
        Ok(())
    }
}
