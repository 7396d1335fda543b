//! Passing a shift on to somebody, or trading it for theirs.
//!
//! A proposal waits for the other's yes. Then it is done at once if both may take what they get and the visits keep their
//! crews; else staff decides, unless something stands against it that nobody can decide otherwise. Any change of either
//! sign-up ends the proposal: it names the versions that it was made for. Everybody learns every reason, on both sides.

mod judge;

pub use judge::SwapRefusals;

pub use vocabulary::SwapState;
use vocabulary::{PersonId, ShiftState, SignupId, SignupState};

use crate::{Accepted, Commitment, Override, Person, Refusal, Rules, Shift, Signup, decide::lift, rules::Ask};

/// A sign-up as it was when the swap was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapPart {
    /// The sign-up.
    pub signup: SignupId,
    /// Its version then.
    pub version: u32,
}

/// A swap that was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// Whose proposal it is.
    pub giver: PersonId,
    /// What they give.
    pub given: SwapPart,
    /// To whom; none while it is for anybody who may, and the first to say yes takes it.
    pub taker: Option<PersonId>,
    /// What they get for it; none if it is passed on for nothing.
    pub back: Option<SwapPart>,
    /// Where it stands.
    pub state: SwapState,
}

/// Somebody in a swap, with their shifts as in [`Ask::commitments`], the one they give among them.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    /// Who.
    pub person: &'a Person,
    /// Their shifts.
    pub commitments: &'a [Commitment],
}

/// What changes hands, as it stands now.
#[derive(Debug, Clone, Copy)]
pub struct Stake<'a> {
    /// The sign-up.
    pub signup: &'a Signup,
    /// Its version.
    pub version: u32,
    /// Its shift.
    pub shift: &'a Shift,
}

impl Stake<'_> {
    fn is(&self, part: &SwapPart) -> bool {
        self.signup.id == part.signup && self.version == part.version
    }
}

/// Everything that a decision on a swap is asked about.
#[derive(Debug, Clone, Copy)]
pub struct SwapAsk<'a> {
    /// Who gives.
    pub giver: Party<'a>,
    /// What they give.
    pub given: Stake<'a>,
    /// Who takes.
    pub taker: Party<'a>,
    /// What the giver gets for it; none if nothing.
    pub back: Option<Stake<'a>>,
    /// The limits.
    pub rules: &'a Rules,
    /// The present.
    pub now: vocabulary::Timestamp,
}

/// What is to be stored in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swapped {
    /// The sign-ups that end, and the state in which.
    pub leave: Vec<(SignupId, SignupState)>,
    /// The sign-ups that begin.
    pub enter: Vec<Accepted>,
    /// What staff decided against, each with its reason: for the log.
    pub overridden: Vec<(Refusal, String)>,
}

/// What the other's yes comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwapOutcome {
    /// It is done.
    Done(Swapped),
    /// Staff is to decide, and these are the reasons.
    ForStaff(SwapRefusals),
}

/// May this swap be proposed? Not if it changes nothing or could not be done even by staff. Yes comes with what staff would have to decide about;
/// none: the other's yes is enough.
pub fn decide_proposal(ask: &SwapAsk<'_>) -> Result<SwapRefusals, SwapRefusals> {
    let found = judge::all(ask);
    if found.staff_could_lift() {
        Ok(found)
    } else {
        Err(found)
    }
}

/// May this sign-up be offered to anybody who may take it? Only what its own state and its shift say stands against it; whoever says yes is judged
/// then.
pub fn decide_open_proposal(given: &Stake<'_>, now: vocabulary::Timestamp) -> Result<(), Vec<Refusal>> {
    let mut found: Vec<Refusal> = judge::cannot_leave(given).into_iter().collect();
    let started = given.shift.starts;
    found.extend((started <= now).then_some(Refusal::ShiftPast { started }));
    found.extend((given.shift.state == ShiftState::Cancelled).then_some(Refusal::VisitCancelled));
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// The other person says yes: is it done, does staff decide, or can it not be?
///
/// Refused are an answer that nobody waits for ([`Refusal::SwapNotWaiting`]), a sign-up that has changed since
/// ([`Refusal::SwapOutdated`]: store the swap as cancelled), and what nobody can decide otherwise.
pub fn decide_swap_answer(swap: &Swap, ask: &SwapAsk<'_>, by: &PersonId) -> Result<SwapOutcome, SwapRefusals> {
    let asked = swap.taker.as_ref().is_none_or(|taker| taker == by);
    let waits = swap.state == SwapState::Proposed && asked && ask.taker.person.id == *by;
    let found = with_standing(swap, ask, waits);
    if found.is_empty() {
        Ok(SwapOutcome::Done(swapped(ask, Vec::new())))
    } else if found.staff_could_lift() {
        Ok(SwapOutcome::ForStaff(found))
    } else {
        Err(found)
    }
}

/// Staff says yes, and why against each reason that stands: by its code, for either side.
pub fn decide_swap_approval(swap: &Swap, ask: &SwapAsk<'_>, overrides: &[Override]) -> Result<Swapped, SwapRefusals> {
    let found = with_standing(swap, ask, swap.state == SwapState::Accepted);
    // That staff must approve is what staff just does.
    let approved = |refusals: Vec<Refusal>| -> Vec<Refusal> {
        let others = refusals
            .into_iter()
            .filter(|refusal| *refusal != Refusal::NeedsApproval);
        others.collect()
    };
    let (mut overridden, giver) = lift(approved(found.giver), overrides);
    let (of_taker, taker) = lift(approved(found.taker), overrides);
    let (of_crew, crew) = lift(approved(found.crew), overrides);
    overridden.extend(of_taker);
    overridden.extend(of_crew);
    let standing = SwapRefusals { giver, taker, crew };
    if standing.is_empty() {
        Ok(swapped(ask, overridden))
    } else {
        Err(standing)
    }
}

/// Whether a swap that is not over still stands when its sign-ups have these versions now; if not, it is cancelled.
pub fn still_stands(swap: &Swap, given: u32, back: Option<u32>) -> bool {
    let waiting = match swap.state {
        SwapState::Proposed | SwapState::Accepted => true,
        SwapState::Done | SwapState::Declined | SwapState::Rejected | SwapState::Cancelled => false,
    };
    waiting && swap.given.version == given && swap.back.as_ref().map(|part| part.version) == back
}

/// Everything against it, that it is not at this point or outdated before all else.
fn with_standing(swap: &Swap, ask: &SwapAsk<'_>, waits: bool) -> SwapRefusals {
    let same_parts = ask.given.is(&swap.given)
        && match (&ask.back, &swap.back) {
            (Some(stake), Some(part)) => stake.is(part),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
    let mut found = judge::all(ask);
    let mut first = Vec::new();
    first.extend((!waits).then_some(Refusal::SwapNotWaiting));
    first.extend((!same_parts).then_some(Refusal::SwapOutdated));
    first.append(&mut found.taker);
    SwapRefusals { taker: first, ..found }
}

fn swapped(ask: &SwapAsk<'_>, overridden: Vec<(Refusal, String)>) -> Swapped {
    let enter = |stake: &Stake<'_>, party: &Party<'_>| {
        let asked = Ask {
            shift: stake.shift,
            person: party.person,
            commitments: party.commitments,
            own: None,
            rules: ask.rules,
            now: ask.now,
        };
        Accepted::of(&asked, SignupState::Confirmed)
    };
    let stakes = std::iter::once(&ask.given).chain(&ask.back);
    Swapped {
        leave: stakes
            .map(|stake| (stake.signup.id.clone(), SignupState::Released))
            .collect(),
        enter: std::iter::once(enter(&ask.given, &ask.taker))
            .chain(ask.back.iter().map(|back| enter(back, &ask.giver)))
            .collect(),
        overridden,
    }
}

#[cfg(test)]
mod tests;
