//! What stands against a swap, on each side and in the crews.

use serde::Serialize;
use vocabulary::SignupState;

use super::{Party, Stake, SwapAsk};
use crate::{
    Commitment, CrewMember, Refusal, Shift, Step, Who,
    decide::needs_approval,
    rules::{self, Ask, HELD, mix},
    states,
};

/// Every reason against a swap, by whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SwapRefusals {
    /// Against the person who proposed it: what they give, and in a trade what they get.
    pub giver: Vec<Refusal>,
    /// Against the other person.
    pub taker: Vec<Refusal>,
    /// Against the crews that there would be.
    pub crew: Vec<Refusal>,
}

impl SwapRefusals {
    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// Every reason.
    pub fn all(&self) -> impl Iterator<Item = &Refusal> {
        self.giver.iter().chain(&self.taker).chain(&self.crew)
    }

    pub(super) fn staff_could_lift(&self) -> bool {
        self.all().all(Refusal::overridable)
    }
}

/// Both sides and both crews.
pub(super) fn all(ask: &SwapAsk<'_>) -> SwapRefusals {
    let mut found = SwapRefusals::default();
    let same_shift = ask.back.is_some_and(|back| back.shift.id == ask.given.shift.id);
    if ask.giver.person.id == ask.taker.person.id || same_shift {
        found.giver.push(Refusal::SwapChangesNothing);
    }
    found.giver.extend(cannot_leave(&ask.given));
    found
        .taker
        .extend(takes(ask, &ask.given, &ask.taker, ask.back.as_ref()));
    if let Some(back) = &ask.back {
        found.taker.extend(cannot_leave(back));
        found.giver.extend(takes(ask, back, &ask.giver, Some(&ask.given)));
    }
    let known: Vec<&str> = found.all().map(Refusal::code).collect();
    let mut crew = crews(ask);
    crew.retain(|refusal| !known.contains(&refusal.code()));
    found.crew = crew;
    found
}

/// Only a place that is held and confirmed changes hands.
pub(super) fn cannot_leave(stake: &Stake<'_>) -> Option<Refusal> {
    let state = stake.signup.state;
    match state {
        SignupState::Confirmed => None,
        // It would be another's to confirm the new time; and only what can be withdrawn can be passed on.
        SignupState::ToReconfirm => Some(Refusal::StepNotPossible {
            step: Step::Withdraw,
            state,
        }),
        _ if state.holds_place() => states::next(state, Step::Withdraw, Who::Person).err(),
        _ => Some(Refusal::HoldsNoPlace { state }),
    }
}

/// What stands against somebody who takes a shift and gives another for it.
fn takes(ask: &SwapAsk<'_>, stake: &Stake<'_>, party: &Party<'_>, gives: Option<&Stake<'_>>) -> Vec<Refusal> {
    let kept: Vec<Commitment> = party
        .commitments
        .iter()
        .filter(|held| gives.is_none_or(|given| given.shift.id != held.shift))
        .cloned()
        .collect();
    let shift = Shift {
        crew: crew_after(ask, stake),
        ..stake.shift.clone()
    };
    let asked = Ask {
        shift: &shift,
        person: party.person,
        commitments: &kept,
        own: None,
        rules: ask.rules,
        now: ask.now,
    };
    let holds = kept.iter().any(|held| held.shift == shift.id);
    let mut found: Vec<Refusal> = holds.then_some(Refusal::AlreadySignedUp).into_iter().collect();
    found.extend(rules::judge(HELD, &asked));
    found.extend(needs_approval(&asked).then_some(Refusal::NeedsApproval));
    // A place of the crew does not become one in training.
    let places = shift.training_places;
    found.extend(asked.in_training().then_some(Refusal::TrainingFull { places }));
    found
}

/// What the crews break afterwards that they did not break before.
fn crews(ask: &SwapAsk<'_>) -> Vec<Refusal> {
    let stakes = std::iter::once(&ask.given).chain(&ask.back);
    let mut found: Vec<Refusal> = Vec::new();
    for stake in stakes {
        let after = crew_after(ask, stake);
        for refusal in mix::new_breaches(&stake.shift.crew, &after, ask.rules, stake.shift.day) {
            if !found.contains(&refusal) {
                found.push(refusal);
            }
        }
    }
    found
}

/// The crew of a stake's visit with both people in each other's place, where they have one.
fn crew_after(ask: &SwapAsk<'_>, stake: &Stake<'_>) -> Vec<CrewMember> {
    let as_member = |party: &Party<'_>, in_place_of: &CrewMember| CrewMember {
        person: party.person.id.clone(),
        kind: party.person.kind,
        age: party.person.category_on(stake.shift.day),
        ..in_place_of.clone()
    };
    let after = |member: &CrewMember| {
        if member.person == ask.giver.person.id {
            as_member(&ask.taker, member)
        } else if member.person == ask.taker.person.id && ask.back.is_some() {
            as_member(&ask.giver, member)
        } else {
            member.clone()
        }
    };
    stake.shift.crew.iter().map(after).collect()
}
