//! Giving back.

use vocabulary::{Minutes, SignupState, Timestamp};

use crate::{Refusal, Signup, Step, Who, states};

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
