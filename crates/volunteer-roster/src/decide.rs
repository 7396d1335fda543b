//! The decisions: each takes facts and `now`, and answers with yes and what follows, or with every reason why not.

use vocabulary::{Minutes, PersonId, ShiftId, SignupState, Timestamp};

use crate::{
    Commitment, Person, Refusal, Shift, Signup, Step, Who,
    rules::{self, Question, RECONFIRM, SIGNUP},
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
}

/// May this person take a place on this shift now? Every refusal at once, in the order of the rules.
///
/// `commitments` are the shifts on which the person holds a place; those at other times may be left out, this very
/// shift may not. Yes is only advice: whoever stores it must take the place by a guarded update, since somebody else
/// may take the last one meanwhile.
pub fn decide_signup(
    shift: &Shift,
    person: &Person,
    commitments: &[Commitment],
    now: Timestamp,
) -> Result<Accepted, Vec<Refusal>> {
    rules::judge(
        SIGNUP,
        &Question {
            shift,
            person,
            commitments,
            now,
        },
    )?;
    Ok(Accepted {
        shift: shift.id.clone(),
        person: person.id.clone(),
        state: SignupState::Confirmed,
    })
}

/// A withdrawal that may be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawal {
    /// Up to the deadline, the deadline itself included.
    InTime,
    /// After it; staff must be told.
    Late,
}

impl Withdrawal {
    /// The state to store.
    pub const fn state(self) -> SignupState {
        match self {
            Self::InTime => SignupState::Withdrawn,
            Self::Late => SignupState::WithdrawnLate,
        }
    }
}

/// The last instant at which a place is given back in time.
///
/// `deadline` is a setting: how long before the crew's start.
pub fn withdrawal_deadline(shift_starts: Timestamp, deadline: Minutes) -> Timestamp {
    shift_starts.plus_seconds(-60 * i64::from(deadline.get()))
}

/// May this sign-up be given back by its person, and is that in time?
///
/// Late is not refused: a person who cannot come must be able to say so until the crew's time begins. Only a place can be
/// given back late; a request or a turn on the waiting list is taken back in time until the end.
/// Refused are a sign-up from whose state nothing can be given back, and one whose shift has begun; both at once if both.
pub fn decide_withdrawal(
    signup: &Signup,
    shift_starts: Timestamp,
    deadline: Minutes,
    now: Timestamp,
) -> Result<Withdrawal, Vec<Refusal>> {
    let nothing_to_give = states::next(signup.state, Step::Withdraw, Who::Person).err();
    let past = (now >= shift_starts).then_some(Refusal::ShiftPast { started: shift_starts });
    let refusals: Vec<_> = nothing_to_give.into_iter().chain(past).collect();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    if now <= withdrawal_deadline(shift_starts, deadline) || !signup.state.holds_place() {
        Ok(Withdrawal::InTime)
    } else {
        Ok(Withdrawal::Late)
    }
}

/// The visit moved and the person says yes to the new time: may the sign-up be confirmed again?
///
/// The person and the new time are judged by the sign-up rules, save those about free places: the place is already held,
/// so a full or closed shift is no reason. `commitments` may contain this very shift.
pub fn decide_reconfirm(
    signup: &Signup,
    shift: &Shift,
    person: &Person,
    commitments: &[Commitment],
    now: Timestamp,
) -> Result<Accepted, Vec<Refusal>> {
    let judged = rules::judge(
        RECONFIRM,
        &Question {
            shift,
            person,
            commitments,
            now,
        },
    );
    let stepped = states::next(signup.state, Step::Reconfirm, Who::Person);
    match (stepped, judged) {
        (Ok(state), Ok(())) => Ok(Accepted {
            shift: signup.shift.clone(),
            person: signup.person.clone(),
            state,
        }),
        (stepped, judged) => Err(stepped
            .err()
            .into_iter()
            .chain(judged.err().into_iter().flatten())
            .collect()),
    }
}
