//! From rows to what the roster proposes a season's crew from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use storage::{Db, Person, Signup, StaffedVisit};
use vocabulary::{
    CivilWindow, Day, EstateId, PersonId, SeasonId, ShiftId, ShiftState, SignupId, SignupState, StopId, Timestamp,
    Tongue, VisitState,
};
use volunteer_roster::{self as roster, CrewAsk, Hand, Opening};

use super::{
    super::{AppError, crew, crew_board, facts::Known, papers, wishes::Wishes},
    Place, Proposal,
};

/// The days for whose visits a crew is proposed, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// A season's crew as it stands, and what may be asked of whom.
pub struct Season {
    /// For the roster.
    pub ask: CrewAsk,
    /// The visits that will be and have shifts, by day and time; [`Opening::visit`] counts in them.
    pub visits: Vec<StaffedVisit>,
    /// Where every sign-up of the season stands.
    pub states: HashMap<SignupId, SignupState>,
    /// What people are called.
    pub names: HashMap<PersonId, String>,
}

impl Season {
    /// Reads everything in one snapshot.
    pub fn read(db: &mut Db, season: &SeasonId, days: Days, now: Timestamp) -> Result<Self, AppError> {
        let mut known = Known::default();
        let mut visits = storage::visits::of_season(db, season)?;
        visits.retain(|visit| visit.state == VisitState::Planned);
        let mut visits = storage::shifts::with_crew(db, visits)?;
        visits.retain(|visit| !visit.shifts.is_empty());
        let from = first_day_that_counts(&visits, known.season(db, season)?.span().first);
        let openings = openings(db, &mut known, &visits, days, now)?;
        let people = crew_board::everybody(db)?;
        let signups = storage::signups::of_season(db, season)?;
        let states = signups.iter().map(|signup| (signup.id.clone(), signup.state)).collect();
        let signups = of_people(signups);
        let estates: HashMap<StopId, Option<EstateId>> = storage::town::read(db)?
            .stops
            .into_iter()
            .map(|stop| (stop.id, stop.estate_id))
            .collect();
        let none = Vec::new();
        let mut hands = Vec::with_capacity(people.len());
        for person in &people {
            let own = signups.get(&person.id).unwrap_or(&none);
            let commitments = storage::signups::of_person(db, &person.id, from)?;
            let commitments = known.held(db, commitments)?;
            hands.push(hand(person, commitments, own, &visits, &estates)?);
        }
        Ok(Self {
            ask: CrewAsk {
                openings,
                hands,
                rules: known.season(db, season)?.rules.clone(),
                now,
            },
            names: people.into_iter().map(|person| (person.id, person.name)).collect(),
            visits,
            states,
        })
    }
}

impl Season {
    /// The languages that a visit, by its place in [`Season::visits`], asks for and nobody speaks who holds a place on it or is proposed for one.
    pub fn missing_tongues(&self, visit: usize, proposal: &Proposal) -> Vec<Tongue> {
        let of_visit = |opening: &&Opening| opening.visit == visit;
        let openings: Vec<&Opening> = self.ask.openings.iter().filter(of_visit).collect();
        let waits = |place: &&Place| place.outcome.is_none() && openings.iter().any(|one| one.shift.id == place.shift);
        let proposed = proposal.places.iter().filter(waits).map(|place| &place.person);
        let crew: Vec<&PersonId> = openings.iter().flat_map(|one| &one.holders).chain(proposed).collect();
        let there = self.ask.hands.iter().filter(|hand| crew.contains(&&hand.person.id));
        let spoken: Vec<Tongue> = there.flat_map(|hand| hand.person.tongues.iter().copied()).collect();
        let wanted = openings.first().map(|one| &one.tongues[..]).unwrap_or_default();
        wanted.iter().copied().filter(|one| !spoken.contains(one)).collect()
    }
}

fn openings(
    db: &mut Db,
    known: &mut Known,
    visits: &[StaffedVisit],
    days: Days,
    now: Timestamp,
) -> Result<Vec<Opening>, AppError> {
    let mut openings = Vec::new();
    for (number, visit) in visits.iter().enumerate() {
        for staffed in &visit.shifts {
            let shift = known.shift(db, &staffed.shift, &visit.visit, &visit.shifts)?;
            let counted = staffed.crew.iter().filter(|member| !member.signup.in_training);
            let there = counted.filter(|member| member.signup.state != SignupState::NoShow);
            let asked_for = days.from <= shift.day && shift.day <= days.to;
            openings.push(Opening {
                wanted: asked_for && now < shift.starts && shift.state == ShiftState::Open,
                holders: there.map(|member| member.signup.person_id.clone()).collect(),
                visit: number,
                tongues: crew::rule(&known.season(db, &visit.visit.season_id)?.settings, &visit.visit)
                    .languages
                    .clone(),
                shift,
            });
        }
    }
    Ok(openings)
}

fn of_people(signups: Vec<Signup>) -> BTreeMap<PersonId, Vec<Signup>> {
    let mut by_person: BTreeMap<PersonId, Vec<Signup>> = BTreeMap::new();
    for signup in signups {
        by_person.entry(signup.person_id.clone()).or_default().push(signup);
    }
    by_person
}

fn hand(
    person: &Person,
    commitments: Vec<roster::Commitment>,
    own: &[Signup],
    visits: &[StaffedVisit],
    estates: &HashMap<StopId, Option<EstateId>>,
) -> Result<Hand, AppError> {
    let wishes = Wishes::of(person)?;
    let price = |visit: &StaffedVisit| {
        let estate = estates.get(&visit.visit.stop_id).and_then(Option::as_ref);
        let may = person.active && !person.awaits_approval;
        may.then(|| crew_hours(visit))
            .flatten()
            .and_then(|hours| wishes.price(estate, visit.visit.day, hours))
    };
    let prices = visits.iter().map(price).collect();
    let open = |signup: &&Signup| !signup.state.is_over() && !signup.state.holds_place();
    let asked = own
        .iter()
        .filter(open)
        .map(|signup| (signup.shift_id.clone(), signup.state));
    Ok(Hand {
        person: papers::facts(person)?,
        commitments,
        most_visits: wishes.visits,
        prices,
        asked: asked.collect(),
        said_no: said_no(own),
    })
}

/// Limits of a season, of its months and of its weeks look back so far.
fn first_day_that_counts(visits: &[StaffedVisit], season: Day) -> Day {
    let first = visits.first().map_or(season, |visit| visit.visit.day.min(season));
    roster::DaySpan::month_of(first).first.min(first.monday())
}

/// The crew's hours of a visit, from the first shift's beginning to the last one's end.
fn crew_hours(visit: &StaffedVisit) -> Option<CivilWindow> {
    let start = visit.shifts.iter().map(|one| one.shift.crew_start).min()?;
    let end = visit.shifts.iter().map(|one| one.shift.crew_end).max()?;
    CivilWindow::new(start, end).ok()
}

/// The shifts to which the last answer was no: the person's, or staff's to their request.
fn said_no(own: &[Signup]) -> BTreeSet<ShiftId> {
    use SignupState::{Declined, Expired, Rejected, Withdrawn, WithdrawnLate};
    let no = |signup: &&Signup| matches!(signup.state, Declined | Expired | Rejected | Withdrawn | WithdrawnLate);
    own.iter().filter(no).map(|signup| signup.shift_id.clone()).collect()
}
