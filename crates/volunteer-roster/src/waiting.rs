//! The waiting list: who is offered a place that became free, for how long, and what becomes of those who wait.
//!
//! While there is time, each free place is offered to one person, in the order of joining, and held for them. In the last
//! hours there is no time to ask one after the other: all who wait are asked at once and the first to say yes has it. The
//! order is fixed by when somebody joined, then by the id of the sign-up.

use vocabulary::{Minutes, PersonId, SignupId, SignupState, Timestamp};

use crate::{
    Accepted, Commitment, Person, Refusal, Rules, Setting, Shift, Signup, Step, Who,
    decide::{needs_approval, step_and},
    rules::{self, Ask, HELD, SIGNUP, mix},
    states,
};

/// Somebody on the waiting list of a shift.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The sign-up, which is waitlisted.
    pub signup: SignupId,
    /// When it was put on the list.
    pub joined_at: Timestamp,
    /// Whose it is.
    pub person: Person,
    /// The person's shifts, as in [`Ask::commitments`].
    pub commitments: Vec<Commitment>,
}

/// A place offered to somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The sign-up.
    pub signup: SignupId,
    /// Whose it is.
    pub person: PersonId,
    /// The last instant at which it can be taken.
    pub expires_at: Timestamp,
    /// Whether the place is held for them: it is stored as offered. If not, the sign-up stays on the waiting list and the
    /// first of those asked to say yes takes the place.
    pub held: bool,
}

/// What promotion comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Promotion {
    /// Who is offered a place, in the order of the list. Those whose offer is held are as many as places were free.
    pub offers: Vec<Offer>,
    /// Who was passed over though a place was free, and every reason why. They keep their turn.
    pub passed_over: Vec<(SignupId, Vec<Refusal>)>,
}

/// Offers the free places of a shift to those who wait.
///
/// Nobody is offered anything on a shift that is cancelled, has begun or has no free place. A shift that staff closed goes
/// on down its list: closed is for newcomers. Somebody in training waits for a place of that kind.
pub fn promote(shift: &Shift, waiting: &[Waiting], rules: &Rules, now: Timestamp) -> Promotion {
    let mut list: Vec<&Waiting> = waiting.iter().collect();
    list.sort_by_key(|one| (one.joined_at, &one.signup));
    let all_at_once = asks_all_from(shift, rules) <= now;
    let mut shift = shift.clone();
    let mut promotion = Promotion::default();
    for one in list {
        let ask = ask_of(&shift, one, rules, now);
        let refusals = if free(&shift, ask.in_training()) {
            rules::judge(HELD, &ask)
        } else {
            continue;
        };
        if !refusals.is_empty() {
            promotion.passed_over.push((one.signup.clone(), refusals));
            continue;
        }
        promotion.offers.push(Offer {
            signup: one.signup.clone(),
            person: one.person.id.clone(),
            expires_at: if all_at_once {
                shift.starts
            } else {
                offer_expiry(&shift, rules, now)
            },
            held: !all_at_once,
        });
        if !all_at_once {
            let member = mix::joining(&ask);
            let taken = if member.in_training {
                &mut shift.training_taken
            } else {
                &mut shift.taken
            };
            *taken += 1;
            shift.crew.push(member);
        }
    }
    promotion
}

fn ask_of<'a>(shift: &'a Shift, one: &'a Waiting, rules: &'a Rules, now: Timestamp) -> Ask<'a> {
    Ask {
        shift,
        person: &one.person,
        commitments: &one.commitments,
        own: Some(SignupState::Waitlisted),
        rules,
        now,
    }
}

fn free(shift: &Shift, in_training: bool) -> bool {
    if in_training {
        shift.training_taken < shift.training_places
    } else {
        shift.taken < shift.places
    }
}

/// Until when an offer made now holds: as long as the setting says, at most half of the time left until the start; without
/// a setting that half.
pub fn offer_expiry(shift: &Shift, rules: &Rules, now: Timestamp) -> Timestamp {
    expiry(shift, &rules.waiting.offer, now)
}

/// The same for a place of a proposed crew: there is more time, and whoever is asked has several to think about.
pub fn proposal_expiry(shift: &Shift, rules: &Rules, now: Timestamp) -> Timestamp {
    expiry(shift, &rules.waiting.proposal, now)
}

fn expiry(shift: &Shift, most: &Setting<Minutes>, now: Timestamp) -> Timestamp {
    let half = now.seconds_until(shift.starts).max(0) / 2;
    let usual = most
        .on(shift.day)
        .map_or(half, |dated| 60 * i64::from(dated.value.get()));
    now.plus_seconds(usual.min(half))
}

/// From when on all who wait are asked at once; without a setting never before the start.
pub fn asks_all_from(shift: &Shift, rules: &Rules) -> Timestamp {
    let before = rules.waiting.ask_all.on(shift.day);
    let before = before.map_or(0, |dated| 60 * i64::from(dated.value.get()));
    shift.starts.plus_seconds(-before)
}

/// May this offer be taken, by its person or by staff on their word?
///
/// An offer that is held ends at `expires_at`, that instant itself still counts; the rules are asked again, since papers
/// and other shifts may have changed. Whoever still waits may take a free place only when all are asked, and is then in
/// a race like any newcomer. A minor's yes needs staff, unless guardian and staff have said yes to all.
pub fn decide_accept_offer(
    signup: &Signup,
    expires_at: Option<Timestamp>,
    ask: &Ask<'_>,
    by: Who,
) -> Result<Accepted, Vec<Refusal>> {
    let mut refusals = Vec::new();
    if signup.state == SignupState::Waitlisted {
        let from = asks_all_from(ask.shift, ask.rules);
        refusals.extend((ask.now < from).then_some(Refusal::NotAskedYet { from }));
        // Not a newcomer, so what keeps newcomers off is no reason; whether a place is free is.
        let judged = rules::judge(SIGNUP, &Ask { own: None, ..*ask });
        let for_newcomers = |refusal: &Refusal| matches!(refusal, Refusal::ShiftClosed | Refusal::NotYetOpen { .. });
        refusals.extend(judged.into_iter().filter(|refusal| !for_newcomers(refusal)));
    } else {
        let ended = expires_at.filter(|ended| *ended < ask.now);
        refusals.extend(ended.map(|ended| Refusal::OfferEnded { ended }));
        refusals.extend(rules::judge(HELD, ask));
    }
    refusals.extend((by != Who::Staff && needs_approval(ask)).then_some(Refusal::NeedsApproval));
    step_and(signup, Step::Accept, by, refusals).map(|state| Accepted::of(ask, state))
}

/// May this offer be turned down? The state to store.
pub fn decide_decline(signup: &Signup, by: Who) -> Result<SignupState, Refusal> {
    states::next(signup.state, Step::Decline, by)
}

/// What the timer makes of a sign-up whose answer was due at `due`: none while there is time, or if no answer is due.
pub fn after_due(state: SignupState, due: Timestamp, now: Timestamp) -> Option<SignupState> {
    (due < now)
        .then(|| states::next(state, Step::Expire, Who::Software).ok())
        .flatten()
}

/// What the start of the crew's time makes of a sign-up: nobody waits any more. None if it stays as it is.
pub fn at_start(state: SignupState) -> Option<SignupState> {
    states::next(state, Step::Start, Who::Software).ok()
}

#[cfg(test)]
mod tests;
