//! From rows to the facts that the roster's rules read: the shift with its visit's crew, the person with their papers, what they have
//! taken on already, and the limits of the season.

use std::collections::HashMap;

use season_files as files;
use storage::{Db, Shift, Signup, StaffedShift, Stop, Visit};
use vocabulary::{Minutes, PersonId, SeasonId, SignupState, StopId, Timestamp, Zone};
use volunteer_roster::{self as roster, DaySpan};

use super::{AppError, crew, papers};

/// What a season says of its crews.
#[derive(Debug, Clone)]
pub struct SeasonFacts {
    /// Its settings.
    pub settings: files::Settings,
    /// Its limits.
    pub rules: roster::Rules,
}

impl SeasonFacts {
    /// Those of a stored season; the program's limits where it has none of its own.
    pub fn read(db: &mut Db, id: &SeasonId) -> Result<Self, AppError> {
        let settings = storage::seasons::get(db, id)?.settings.read()?;
        let stored = storage::roster_rules::of_season(db, id)?;
        let rules = stored.map(|stored| stored.rules.read()).transpose()?;
        Ok(Self {
            settings,
            rules: rules.unwrap_or_default(),
        })
    }

    /// Its zone.
    pub fn zone(&self) -> Zone {
        self.settings.zone
    }

    /// Its days.
    pub fn span(&self) -> DaySpan {
        DaySpan {
            first: self.settings.first_day,
            last: self.settings.last_day,
        }
    }
}

/// The facts of the few seasons that a list of shifts is about, each read once; and all stops.
#[derive(Default)]
pub struct Known {
    seasons: HashMap<SeasonId, SeasonFacts>,
    stops: HashMap<StopId, Stop>,
}

impl Known {
    /// A season.
    pub fn season(&mut self, db: &mut Db, id: &SeasonId) -> Result<&SeasonFacts, AppError> {
        if !self.seasons.contains_key(id) {
            let facts = SeasonFacts::read(db, id)?;
            self.seasons.insert(id.clone(), facts);
        }
        self.seasons.get(id).ok_or(AppError::NotFound)
    }

    /// Where a visit is, as far as the way to the next one needs it.
    fn place(&mut self, db: &mut Db, visit: &Visit) -> Result<roster::Place, AppError> {
        if !self.stops.contains_key(&visit.stop_id) {
            let stop = storage::stops::get(db, &visit.stop_id)?;
            self.stops.insert(visit.stop_id.clone(), stop);
        }
        let stop = self.stops.get(&visit.stop_id);
        Ok(roster::Place {
            stop: visit.stop_id.clone(),
            estate: stop.and_then(|stop| stop.estate_id.clone()),
            point: stop.and_then(|stop| stop.point),
            bus: Some(visit.bus.clone()),
        })
    }

    /// A shift as the rules read it, with everybody who holds a place on its visit.
    pub fn shift(
        &mut self,
        db: &mut Db,
        shift: &Shift,
        visit: &Visit,
        staffed: &[StaffedShift],
    ) -> Result<roster::Shift, AppError> {
        let place = self.place(db, visit)?;
        let season = self.season(db, &visit.season_id)?;
        let (starts, ends) = instants(shift, season.zone())?;
        let mut qualifications: Vec<roster::Qualification> = shift.qualifications.read()?;
        qualifications.extend(crew::qualifications(&season.settings, visit, shift.role));
        qualifications.sort_unstable();
        qualifications.dedup();
        let opens_at = match shift.opens_at {
            Some(own) => Some(own),
            None => crew::signups_open(&season.settings, shift.crew_day)?,
        };
        Ok(roster::Shift {
            id: shift.id.clone(),
            role: shift.role,
            qualifications,
            day: shift.crew_day,
            starts,
            ends,
            zone: season.zone(),
            opens_at,
            season: Some(season.span()),
            place: Some(place),
            places: shift.places,
            taken: shift.taken,
            training_places: shift.training_places,
            training_taken: shift.training_taken,
            state: shift.state,
            minimum_age: roster::AgeCategory::of_years(shift.minimum_age.unwrap_or(0)),
            crew: crew_of(staffed),
        })
    }

    /// The shifts on which a person holds a place, since the limits about a shift first look back: the first day of its season, its month and its
    /// week.
    pub fn commitments(
        &mut self,
        db: &mut Db,
        person: &PersonId,
        about: &Shift,
        season: &SeasonId,
    ) -> Result<Vec<roster::Commitment>, AppError> {
        let day = about.crew_day;
        let month = DaySpan::month_of(day).first;
        let week = DaySpan::week_of(day).first;
        let from = month.min(week).min(self.season(db, season)?.span().first);
        let all = storage::signups::of_person(db, person, from)?;
        self.held(db, all)
    }

    /// Those of these sign-ups that bind their person.
    pub fn held(
        &mut self,
        db: &mut Db,
        all: Vec<storage::SignupOfPerson>,
    ) -> Result<Vec<roster::Commitment>, AppError> {
        let binds = |signup: &Signup| signup.state.holds_place() && signup.state != SignupState::NoShow;
        let mut held = Vec::new();
        for one in all.iter().filter(|one| binds(&one.signup)) {
            let place = self.place(db, &one.visit)?;
            let (starts, ends) = instants(&one.shift, self.season(db, &one.visit.season_id)?.zone())?;
            held.push(roster::Commitment {
                shift: one.shift.id.clone(),
                day: one.shift.crew_day,
                starts,
                ends,
                place: Some(place),
            });
        }
        Ok(held)
    }
}

/// Everything that a decision about one person and one shift reads; the shift's row is held if it is to be changed.
pub struct Case {
    /// The shift's visit.
    pub visit: Visit,
    /// Of its season.
    pub season: SeasonFacts,
    /// The shift.
    pub shift: roster::Shift,
    /// The person.
    pub person: roster::Person,
    /// What they have taken on, this shift left out.
    pub commitments: Vec<roster::Commitment>,
    /// Their sign-up on it that is not over.
    pub own: Option<Signup>,
}

impl Case {
    /// Reads it.
    pub fn read(db: &mut Db, shift: &Shift, person: &PersonId) -> Result<Self, AppError> {
        let mut known = Known::default();
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let staffed = staffed(db, &visit)?;
        let facts = known.shift(db, shift, &visit, &staffed)?;
        let mut commitments = known.commitments(db, person, shift, &visit.season_id)?;
        commitments.retain(|one| one.shift != shift.id);
        Ok(Self {
            season: known.season(db, &visit.season_id)?.clone(),
            shift: facts,
            person: papers::facts(&storage::people::get(db, person)?)?,
            commitments,
            own: storage::signups::present_of(db, person, &shift.id)?,
            visit,
        })
    }

    /// As the rules are asked.
    pub fn ask(&self, now: Timestamp) -> roster::Ask<'_> {
        roster::Ask {
            shift: &self.shift,
            person: &self.person,
            commitments: &self.commitments,
            own: self.own.as_ref().map(|own| own.state),
            rules: &self.season.rules,
            now,
        }
    }
}

/// A visit's shifts with their crews.
pub fn staffed(db: &mut Db, visit: &Visit) -> Result<Vec<StaffedShift>, AppError> {
    let mut found = storage::shifts::with_crew(db, vec![visit.clone()])?;
    Ok(found.pop().map(|visit| visit.shifts).unwrap_or_default())
}

/// Everybody who holds a place on these shifts, as the rules see them; no-shows were not there.
pub fn crew_of(staffed: &[StaffedShift]) -> Vec<roster::CrewMember> {
    let of_shift = |staffed: &StaffedShift| {
        let there = |member: &&storage::CrewMember| member.signup.state != SignupState::NoShow;
        let members = staffed.crew.iter().filter(there);
        let member = |member: &storage::CrewMember| roster::CrewMember {
            person: member.signup.person_id.clone(),
            kind: member.kind,
            age: papers::age(member.born_on).category_on(staffed.shift.crew_day),
            role: staffed.shift.role,
            in_training: member.signup.in_training,
        };
        members.map(member).collect::<Vec<_>>()
    };
    staffed.iter().flat_map(of_shift).collect()
}

/// The instants of a shift's crew time.
pub fn instants(shift: &Shift, zone: Zone) -> Result<(Timestamp, Timestamp), AppError> {
    let resolve = |minute| zone.resolve(shift.crew_day, minute).map_err(|gap| anyhow::anyhow!(gap));
    Ok((resolve(shift.crew_start)?, resolve(shift.crew_end)?))
}

/// Until when whoever is on a shift that moved is to answer: the day on which a place can still be given back in time, and at least half of the
/// time that is left.
pub fn answer_due(db: &mut Db, shift: &Shift, now: Timestamp) -> Result<Timestamp, AppError> {
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let season = SeasonFacts::read(db, &visit.season_id)?;
    let (starts, _) = instants(shift, season.zone())?;
    let half = now.plus_seconds(now.seconds_until(starts).max(0) / 2);
    Ok(deadline(&season.settings, starts).max(half))
}

/// The last instant at which a place is given back in time.
pub fn deadline(settings: &files::Settings, starts: Timestamp) -> Timestamp {
    roster::withdrawal_deadline(starts, notice(settings))
}

/// How long before the crew's start that is.
pub fn notice(settings: &files::Settings) -> Minutes {
    crew::withdrawal_deadline(settings)
}

/// A sign-up as the rules read it.
pub fn signup(signup: &Signup) -> roster::Signup {
    roster::Signup {
        id: signup.id.clone(),
        shift: signup.shift_id.clone(),
        person: signup.person_id.clone(),
        state: signup.state,
    }
}
