//! Everything that the rules of swaps read, and the order in which it is held.

use storage::{Db, Shift, Signup, StaffedShift, StoreError, Swap, Visit};
use vocabulary::{Day, PersonId, SignupId, Timestamp};
use volunteer_roster::{self as roster, DependsOn, Refusal, SwapRefusals};

use crate::app::{
    AppError,
    error::{Reason, RefusedBy, Side},
    facts::{self, Known},
    papers, signups,
};

/// Holds both persons by id, then both visits, then both shifts; only what is read afterwards counts.
pub(super) fn hold(
    db: &mut Db,
    giver: &PersonId,
    taker: Option<&PersonId>,
    given: &SignupId,
    back: Option<&SignupId>,
) -> Result<(), AppError> {
    let mut people: Vec<_> = std::iter::once(giver).chain(taker).collect();
    people.sort();
    people.dedup();
    for person in people {
        match storage::people::hold(db, person) {
            Ok(_) => {}
            // An account that was switched off neither gives nor takes.
            Err(StoreError::NotFound) => return Err(signups::refused(&[Refusal::SwapOutdated])),
            Err(other) => return Err(other.into()),
        }
    }
    let given = storage::signups::get(db, given)?.shift_id;
    match back {
        None => storage::shifts::hold(db, &given).map(drop)?,
        Some(back) => {
            let back = storage::signups::get(db, back)?.shift_id;
            storage::shifts::hold_both(db, &given, &back).map(drop)?;
        }
    }
    Ok(())
}

/// A sign-up with its shift as the rules read them.
pub(super) struct Stake {
    row: Signup,
    signup: roster::Signup,
    shift: roster::Shift,
}

impl Stake {
    pub(super) fn read(db: &mut Db, known: &mut Known, row: Signup) -> Result<Self, AppError> {
        let shift = storage::shifts::get(db, &row.shift_id)?;
        let visit = storage::visits::get(db, &shift.visit_id)?;
        let staffed = facts::staffed(db, &visit)?;
        Self::of(db, known, row, (&shift, &visit), &staffed)
    }

    /// The same of rows that are read already.
    pub(super) fn of(
        db: &mut Db,
        known: &mut Known,
        row: Signup,
        (shift, visit): (&Shift, &Visit),
        staffed: &[StaffedShift],
    ) -> Result<Self, AppError> {
        Ok(Self {
            shift: known.shift(db, shift, visit, staffed)?,
            signup: facts::signup(&row),
            row,
        })
    }

    pub(super) fn stake(&self) -> roster::Stake<'_> {
        roster::Stake {
            signup: &self.signup,
            version: self.row.version,
            shift: &self.shift,
        }
    }

    /// The local day.
    pub(super) fn today(&self, now: Timestamp) -> Day {
        self.shift.zone.day(now)
    }

    /// When the crew's time begins.
    pub(super) fn starts(&self) -> Timestamp {
        self.shift.starts
    }
}

/// Somebody with their shifts.
pub(super) struct Party {
    pub(super) person: roster::Person,
    pub(super) commitments: Vec<roster::Commitment>,
}

impl Party {
    /// What somebody has taken on around the shift of a sign-up.
    pub(super) fn read(db: &mut Db, known: &mut Known, person: &PersonId, about: &Signup) -> Result<Self, AppError> {
        let shift = storage::shifts::get(db, &about.shift_id)?;
        let season = storage::visits::get(db, &shift.visit_id)?.season_id;
        Ok(Self {
            person: papers::facts(&storage::people::get(db, person)?)?,
            commitments: known.commitments(db, person, &shift, &season)?,
        })
    }

    pub(super) fn party(&self) -> roster::Party<'_> {
        roster::Party {
            person: &self.person,
            commitments: &self.commitments,
        }
    }
}

/// The limits of a sign-up's season.
pub(super) fn rules(db: &mut Db, known: &mut Known, about: &Signup) -> Result<roster::Rules, AppError> {
    let shift = storage::shifts::get(db, &about.shift_id)?;
    let season = storage::visits::get(db, &shift.visit_id)?.season_id;
    Ok(known.season(db, &season)?.rules.clone())
}

/// A swap with both sides.
pub(super) struct SwapCase {
    /// As the rules read it.
    pub(super) swap: roster::Swap,
    giver: Party,
    given: Stake,
    taker: Party,
    back: Option<Stake>,
    rules: roster::Rules,
}

impl SwapCase {
    /// A swap and whoever takes, or might.
    pub(super) fn read(db: &mut Db, swap: &Swap, taker: &PersonId) -> Result<Self, AppError> {
        let mut known = Known::default();
        let given = storage::signups::get(db, &swap.given)?;
        let back = swap.back.as_ref().map(|id| storage::signups::get(db, id)).transpose()?;
        let rules = rules(db, &mut known, &given)?;
        let party = |db: &mut Db, known: &mut Known, person| Party::read(db, known, person, &given);
        Ok(Self {
            swap: facts_of(swap),
            giver: party(db, &mut known, &swap.giver)?,
            taker: party(db, &mut known, taker)?,
            given: Stake::read(db, &mut known, given.clone())?,
            back: back.map(|row| Stake::read(db, &mut known, row)).transpose()?,
            rules,
        })
    }

    /// As the rules are asked.
    pub(super) fn ask(&self, now: Timestamp) -> roster::SwapAsk<'_> {
        roster::SwapAsk {
            giver: self.giver.party(),
            given: self.given.stake(),
            taker: self.taker.party(),
            back: self.back.as_ref().map(Stake::stake),
            rules: &self.rules,
            now,
        }
    }
}

fn facts_of(swap: &Swap) -> roster::Swap {
    let part = |signup: &SignupId, version| roster::SwapPart {
        signup: signup.clone(),
        version,
    };
    roster::Swap {
        giver: swap.giver.clone(),
        given: part(&swap.given, swap.given_version),
        taker: swap.taker.clone(),
        back: swap
            .back
            .as_ref()
            .zip(swap.back_version)
            .map(|(id, version)| part(id, version)),
        state: swap.state,
    }
}

/// Whether a swap still waits for somebody: both sign-ups are what they were, and neither shift has begun.
pub(in crate::app) fn stands(db: &mut Db, swap: &Swap, now: Timestamp) -> Result<bool, AppError> {
    let mut known = Known::default();
    let given = storage::signups::get(db, &swap.given)?;
    let back = swap.back.as_ref().map(|id| storage::signups::get(db, id)).transpose()?;
    let versions = (given.version, back.as_ref().map(|signup| signup.version));
    if !roster::still_stands(&facts_of(swap), versions.0, versions.1) {
        return Ok(false);
    }
    for signup in std::iter::once(given).chain(back) {
        if Stake::read(db, &mut known, signup)?.starts() <= now {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a sign-up may be passed on to anybody at all, whoever takes it.
pub(super) fn may_be_given(db: &mut Db, signup: &Signup, now: Timestamp) -> Result<(), AppError> {
    let stake = Stake::read(db, &mut Known::default(), signup.clone())?;
    let decided = roster::decide_open_proposal(&stake.stake(), now);
    decided.map_err(|giver| {
        refused_swap(
            SwapRefusals {
                giver,
                ..SwapRefusals::default()
            },
            Viewer::Giver,
        )
    })
}

/// Who reads why a swap cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Viewer {
    /// Whoever proposed it.
    Giver,
    /// The other person.
    Taker,
    /// A coordinator.
    Staff,
}

/// Every reason of both sides and of the crews. What lies in the other person, papers and age and what else they do among it, is told to them and to
/// staff only: to the one who reads, it is one sentence.
pub(super) fn refused_swap(found: SwapRefusals, viewer: Viewer) -> AppError {
    let state = Refusal::all_depend_on(&found.all().cloned().collect::<Vec<_>>()) != Some(DependsOn::Person);
    let mut reasons = side(found.giver, Side::Giver, viewer == Viewer::Taker);
    reasons.extend(side(found.taker, Side::Taker, viewer == Viewer::Giver));
    reasons.extend(side(found.crew, Side::Crew, false));
    AppError::Refused {
        by: if state { RefusedBy::State } else { RefusedBy::Request },
        reasons,
    }
}

fn side(refusals: Vec<Refusal>, side: Side, of_another: bool) -> Vec<Reason> {
    let timetable = |refusal: &Refusal| {
        matches!(
            refusal,
            Refusal::Overlap { .. }
                | Refusal::TravelTooLong { .. }
                | Refusal::TooManyHours { .. }
                | Refusal::RestTooShort { .. }
                | Refusal::TooManyDays { .. }
        )
    };
    let private = |refusal: &Refusal| of_another && (refusal.depends_on() == DependsOn::Person || timetable(refusal));
    let (hidden, told): (Vec<_>, Vec<_>) = refusals.into_iter().partition(private);
    let mut reasons: Vec<_> = told.into_iter().map(Reason::from).collect();
    let general = || {
        Reason::new(
            "other-person-may-not",
            "the other person may not take it; they and staff see why",
        )
    };
    reasons.extend((!hidden.is_empty()).then(general));
    for reason in &mut reasons {
        reason.side = Some(side);
    }
    reasons
}
