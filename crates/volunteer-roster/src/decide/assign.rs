//! What staff decides: putting somebody on a shift, also against what the house has set, and approving a request.

use vocabulary::SignupState;

use super::{Accepted, step_and};
use crate::{
    Refusal, Signup, Step, Who,
    rules::{self, Ask, SIGNUP},
};

/// How staff puts somebody on a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignment {
    /// The person is asked, and holds the place until the offer runs out.
    Offer,
    /// The person has said yes already, on the telephone for example.
    Agreed,
}

/// Staff decides against one kind of reason, and says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The code of the refusal.
    pub code: String,
    /// Why, in words, for the log; never empty.
    pub reason: String,
}

/// What may be stored after an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The sign-up.
    pub accepted: Accepted,
    /// What was decided against, each with its reason: for the log.
    pub overridden: Vec<(Refusal, String)>,
}

/// May staff put this person on this shift?
///
/// Judged by the same rules as the person's own sign-up. A reason that is [`Refusal::overridable`] falls where an override
/// names its code with a reason in words; all others stand, whatever is written. The refusals of a no are all that still
/// stand, so an override that was not allowed shows as its own reason, and one without words as
/// [`Refusal::ReasonMissing`] besides. An override of what does not stand in the way is no fault.
pub fn decide_assignment(
    ask: &Ask<'_>,
    assignment: Assignment,
    overrides: &[Override],
) -> Result<Assigned, Vec<Refusal>> {
    // Whoever waits may be picked from the list; a request is for `decide_approval`.
    let own = ask.own.filter(|state| *state != SignupState::Waitlisted);
    let (overridden, standing) = lift(judged(&Ask { own, ..*ask }), overrides);
    if !standing.is_empty() {
        return Err(standing);
    }
    let state = match assignment {
        Assignment::Offer => SignupState::Offered,
        Assignment::Agreed => SignupState::Confirmed,
    };
    Ok(Assigned {
        accepted: Accepted::of(ask, state),
        overridden,
    })
}

/// May staff say yes to a request? It is judged anew: the place may be gone, or the consent.
///
/// The commitments must not contain this very shift: a request holds no place.
pub fn decide_approval(signup: &Signup, ask: &Ask<'_>, overrides: &[Override]) -> Result<Assigned, Vec<Refusal>> {
    let fresh = Ask { own: None, ..*ask };
    let (overridden, standing) = lift(judged(&fresh), overrides);
    let state = step_and(signup, Step::Approve, Who::Staff, standing)?;
    Ok(Assigned {
        accepted: Accepted::of(ask, state),
        overridden,
    })
}

/// Every refusal but that sign-ups are not open yet: that day is for those who sign up themselves, and staff may have asked before.
fn judged(ask: &Ask<'_>) -> Vec<Refusal> {
    let mut refusals = rules::judge(SIGNUP, ask);
    refusals.retain(|refusal| !matches!(refusal, Refusal::NotYetOpen { .. }));
    refusals
}

/// What overrides lift, with their reasons, and what still stands.
pub(crate) fn lift(refusals: Vec<Refusal>, overrides: &[Override]) -> (Vec<(Refusal, String)>, Vec<Refusal>) {
    let (mut lifted, mut standing) = (Vec::new(), Vec::new());
    let mut wordless = false;
    for refusal in refusals {
        let named = overrides.iter().find(|given| given.code == refusal.code());
        match named.filter(|_| refusal.overridable()) {
            Some(given) if !given.reason.trim().is_empty() => lifted.push((refusal, given.reason.trim().to_owned())),
            found => {
                wordless |= found.is_some();
                standing.push(refusal);
            }
        }
    }
    standing.extend(wordless.then_some(Refusal::ReasonMissing));
    (lifted, standing)
}
