//! The decisions on one sign-up: each takes facts and `now`, and answers with yes and what follows, or with every reason
//! why not.

mod assign;
mod withdraw;

pub(crate) use assign::lift;
pub use assign::{Assigned, Assignment, Override, decide_approval, decide_assignment};
pub use withdraw::{Withdrawal, decide_withdrawal, withdrawal_deadline};

use vocabulary::{PersonId, ShiftId, SignupState};

use crate::{
    Refusal, Signup, Step, Who,
    rules::{self, Ask, HELD, SIGNUP},
    states,
};

/// A sign-up that may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The shift.
    pub shift: ShiftId,
    /// The person.
    pub person: PersonId,
    /// The state to store it in.
    pub state: SignupState,
    /// Whether it is one of the places in training, which do not count as crew.
    pub in_training: bool,
}

impl Accepted {
    pub(crate) fn of(ask: &Ask<'_>, state: SignupState) -> Self {
        Self {
            shift: ask.shift.id.clone(),
            person: ask.person.id.clone(),
            state,
            in_training: ask.in_training(),
        }
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A place, or nothing.
    Place,
    /// A place, or a turn on the waiting list.
    PlaceOrWaiting,
}

/// May this person take a place on this shift now? Every refusal at once, in the order of the rules.
///
/// Yes is [`SignupState::Confirmed`], or [`SignupState::Requested`] for a minor whose sign-ups staff approves one by one.
/// Whoever would also wait gets [`SignupState::Waitlisted`] where nothing stands against it but what time may lift
/// ([`Refusal::may_wait`]): a full or closed shift, papers on their way. Yes is only advice: whoever stores it must take
/// the place by a guarded update, since somebody else may take the last one meanwhile.
pub fn decide_signup(ask: &Ask<'_>, wish: Wish) -> Result<Accepted, Vec<Refusal>> {
    let refusals = rules::judge(SIGNUP, ask);
    if refusals.is_empty() {
        let state = if needs_approval(ask) {
            SignupState::Requested
        } else {
            SignupState::Confirmed
        };
        return Ok(Accepted::of(ask, state));
    }
    match wish {
        Wish::PlaceOrWaiting if refusals.iter().all(Refusal::may_wait) => {
            Ok(Accepted::of(ask, SignupState::Waitlisted))
        }
        Wish::Place | Wish::PlaceOrWaiting => Err(refusals),
    }
}

/// Whether staff approves this person's sign-up for this shift: a minor's, unless guardian and staff have said yes to all.
pub fn needs_approval(ask: &Ask<'_>) -> bool {
    let day = ask.shift.day;
    let standing = ask
        .person
        .consent
        .as_ref()
        .is_some_and(|consent| consent.standing_approval);
    ask.person.is_minor_on(day) && ask.rules.minors.approval.asks_on(day) && !standing
}

/// The visit moved and the person says yes to the new time: may the sign-up be confirmed again?
///
/// The person and the new time are judged by the sign-up rules, save those about free places: the place is already held,
/// so a full or closed shift is no reason. The commitments may contain this very shift.
pub fn decide_reconfirm(signup: &Signup, ask: &Ask<'_>) -> Result<Accepted, Vec<Refusal>> {
    let judged = rules::judge(HELD, ask);
    step_and(signup, Step::Reconfirm, Who::Person, judged).map(|state| Accepted::of(ask, state))
}

/// What stands against a place that is held already: every rule but those about free places. Nothing is decided by it.
pub fn judge_held(ask: &Ask<'_>) -> Vec<Refusal> {
    rules::judge(HELD, ask)
}

/// The state after a step that the rules must allow too; else the reason of the step, then those of the rules.
pub(crate) fn step_and(
    signup: &Signup,
    step: Step,
    by: Who,
    judged: Vec<Refusal>,
) -> Result<SignupState, Vec<Refusal>> {
    match states::next(signup.state, step, by) {
        Ok(state) if judged.is_empty() => Ok(state),
        Ok(_) => Err(judged),
        Err(refusal) => Err(std::iter::once(refusal).chain(judged).collect()),
    }
}

#[cfg(test)]
mod tests;
