//! The way of one sign-up: every state, every step, and who may take it.
//!
//! One function answers, [`next`]; the decisions ask it and add what hangs on facts and time. A sign-up begins in one of
//! [`FIRST`], which is no step: nothing was there before.

use vocabulary::{
    SignupState::{
        self, Attended, CheckedIn, Closed, Confirmed, Declined, Expired, NoShow, Offered, Rejected, Released,
        Requested, ToReconfirm, Waitlisted, Withdrawn, WithdrawnLate,
    },
    word_lists,
};

use crate::Refusal;

/// The states in which a sign-up may begin.
pub const FIRST: [SignupState; 4] = [Requested, Waitlisted, Offered, Confirmed];

word_lists! {
    /// Who takes a step.
    Who {
        /// The person whose sign-up it is.
        Person = "person",
        /// A coordinator, or an animator on the spot.
        Staff = "staff",
        /// The service by itself: a timer, a plan that is published, a visit that is cancelled.
        Software = "software",
    }

    /// What happens to a sign-up.
    Step {
        /// Staff says yes to a request.
        Approve = "approve",
        /// Staff says no to a request.
        Reject = "reject",
        /// Somebody who waits is offered a place.
        Offer = "offer",
        /// An offer is taken; in the last hours also by somebody who still waits.
        Accept = "accept",
        /// An offer is turned down.
        Decline = "decline",
        /// The time to answer an offer or a moved visit is over.
        Expire = "expire",
        /// Given back, or taken off the list, in time.
        Withdraw = "withdraw",
        /// Given back after the deadline.
        WithdrawLate = "withdraw-late",
        /// Staff takes the place away.
        Release = "release",
        /// The visit is at another time or place now.
        Move = "move",
        /// Yes to the new time.
        Reconfirm = "reconfirm",
        /// The visit will not be.
        CancelVisit = "cancel-visit",
        /// The crew's time begins: nobody waits any more.
        Start = "start",
        /// The person has come.
        CheckIn = "check-in",
        /// The person was there; the hours count.
        Attend = "attend",
        /// The person did not come.
        MissShift = "miss-shift",
        /// Attended turns out to be a no-show, or the other way round; with a reason.
        Correct = "correct",
    }
}

impl Step {
    /// Whether the step is taken only with a reason in words, for the log.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Correct)
    }

    /// Who may take it.
    pub const fn takers(self) -> &'static [Who] {
        match self {
            Self::Approve | Self::Reject | Self::MissShift | Self::Correct => &[Who::Staff],
            // Staff writes down what a person said on the telephone.
            Self::Accept | Self::Decline | Self::Withdraw | Self::WithdrawLate | Self::Reconfirm | Self::CheckIn => {
                &[Who::Person, Who::Staff]
            }
            Self::Offer | Self::Release | Self::Move | Self::CancelVisit | Self::Attend => &[Who::Staff, Who::Software],
            Self::Expire | Self::Start => &[Who::Software],
        }
    }
}

/// The state after a step, or the one reason why there is none.
///
/// Who may not take the step at all is told so first, and learns nothing of the state. Whether the facts and the time
/// allow it (a deadline, a rule of the roster, a missing reason) is for the decisions to say.
pub fn next(state: SignupState, step: Step, by: Who) -> Result<SignupState, Refusal> {
    if !step.takers().contains(&by) {
        return Err(Refusal::NotYourStep { step, by });
    }
    after(state, step).ok_or(match step {
        Step::Withdraw | Step::WithdrawLate if !state.holds_place() => Refusal::HoldsNoPlace { state },
        Step::Reconfirm => Refusal::NothingToReconfirm { state },
        _ => Refusal::StepNotPossible { step, state },
    })
}

/// The table itself: where a step leads from a state, whoever takes it.
const fn after(state: SignupState, step: Step) -> Option<SignupState> {
    Some(match (step, state) {
        (Step::Approve, Requested) | (Step::Accept, Offered | Waitlisted) | (Step::Reconfirm, ToReconfirm) => Confirmed,
        (Step::Reject, Requested) => Rejected,
        (Step::Offer, Waitlisted) => Offered,
        (Step::Decline, Offered) => Declined,
        (Step::Expire, Offered) => Expired,
        (Step::Withdraw, Requested | Waitlisted | Confirmed | ToReconfirm) => Withdrawn,
        (Step::WithdrawLate, Confirmed | ToReconfirm) => WithdrawnLate,
        (Step::Expire, ToReconfirm)
        | (Step::Release | Step::CancelVisit, Offered | Confirmed | ToReconfirm | CheckedIn) => Released,
        (Step::CancelVisit | Step::Start, Requested | Waitlisted) => Closed,
        (Step::Start, Offered) => Expired,
        (Step::Move, Confirmed | ToReconfirm) => ToReconfirm,
        // Nobody has said yes to the old time, so nobody is asked again.
        (Step::Move, Requested | Waitlisted | Offered) => state,
        // Whoever comes has said yes by coming.
        (Step::CheckIn, Confirmed | ToReconfirm) => CheckedIn,
        // From a paper list, afterwards, nobody was checked in.
        (Step::Attend, CheckedIn | Confirmed) | (Step::Correct, NoShow) => Attended,
        (Step::MissShift, Confirmed) | (Step::Correct, Attended) => NoShow,
        (
            Step::Approve
            | Step::Reject
            | Step::Offer
            | Step::Accept
            | Step::Decline
            | Step::Expire
            | Step::Withdraw
            | Step::WithdrawLate
            | Step::Release
            | Step::Move
            | Step::Reconfirm
            | Step::CancelVisit
            | Step::Start
            | Step::CheckIn
            | Step::Attend
            | Step::MissShift
            | Step::Correct,
            Requested | Rejected | Offered | Waitlisted | Closed | Confirmed | ToReconfirm | Declined | Expired
            | Withdrawn | WithdrawnLate | Released | CheckedIn | Attended | NoShow,
        ) => return None,
    })
}

/// The state of a sign-up after its visit moved to another time or place: whoever said yes to the old time is asked
/// again, and keeps the place meanwhile; all others stay as they are.
pub fn after_visit_moved(state: SignupState) -> SignupState {
    after(state, Step::Move).unwrap_or(state)
}

/// The state of a sign-up after its visit was cancelled: nobody is held to it, and nobody waits for it.
pub fn after_visit_cancelled(state: SignupState) -> SignupState {
    after(state, Step::CancelVisit).unwrap_or(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole matrix: a line for each state, a column for each step in the order of `Step::ALL`; `.` is refused.
    const MATRIX: &str = "
                  approve   reject   offer   accept    decline  expire   withdraw  withdraw-late  release  move         reconfirm cancel-visit start   check-in   attend   miss-shift correct
   requested      confirmed rejected .       .         .        .        withdrawn .              .        requested    .         closed       closed  .          .        .          .
   rejected       .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   offered        .         .        .       confirmed declined expired  .         .              released offered      .         released     expired .          .        .          .
   waitlisted     .         .        offered confirmed .        .        withdrawn .              .        waitlisted   .         closed       closed  .          .        .          .
   closed         .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   confirmed      .         .        .       .         .        .        withdrawn withdrawn-late released to-reconfirm .         released     .       checked-in attended no-show    .
   to-reconfirm   .         .        .       .         .        released withdrawn withdrawn-late released to-reconfirm confirmed released     .       checked-in .        .          .
   declined       .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   expired        .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   withdrawn      .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   withdrawn-late .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   released       .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          .
   checked-in     .         .        .       .         .        .        .         .              released .            .         released     .       .          attended .          .
   attended       .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          no-show
   no-show        .         .        .       .         .        .        .         .              .        .            .         .            .       .          .        .          attended
    ";

    #[test]
    fn the_whole_matrix() {
        let mut lines = MATRIX.lines().filter(|line| !line.trim().is_empty());
        let steps: Vec<_> = lines.next().unwrap().split_whitespace().collect();
        assert_eq!(steps, Step::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>());
        let mut seen = Vec::new();
        for line in lines {
            let words: Vec<_> = line.split_whitespace().collect();
            let state: SignupState = words[0].parse().unwrap();
            seen.push(state);
            assert_eq!(words.len(), Step::ALL.len() + 1, "{state}");
            for (step, expected) in Step::ALL.iter().zip(&words[1..]) {
                let expected: Option<SignupState> = (*expected != ".").then(|| expected.parse().unwrap());
                for who in Who::ALL {
                    let got = next(state, *step, *who);
                    if step.takers().contains(who) {
                        assert_eq!(got.ok(), expected, "{state}, {step} by {who}");
                    } else {
                        assert_eq!(got, Err(Refusal::NotYourStep { step: *step, by: *who }), "{state}");
                    }
                }
            }
        }
        assert_eq!(seen, SignupState::ALL);
    }

    #[test]
    fn who_may_take_a_step() {
        let check = |who: Who, expected: &str| {
            let own = Step::ALL.iter().filter(|step| step.takers().contains(&who));
            let own: Vec<_> = own.map(|step| step.as_str()).collect();
            assert_eq!(own.join(" "), expected, "{who}");
        };
        check(Who::Person, "accept decline withdraw withdraw-late reconfirm check-in");
        check(
            Who::Staff,
            "approve reject offer accept decline withdraw withdraw-late release move reconfirm cancel-visit check-in \
             attend miss-shift correct",
        );
        check(Who::Software, "offer expire release move cancel-visit start attend");
    }

    /// Every state can be reached from a first one, and only corrections lead out of an end.
    #[test]
    fn no_state_is_cut_off_and_ends_are_ends() {
        let mut reached = FIRST.to_vec();
        let mut next_up = 0;
        while let Some(&state) = reached.get(next_up) {
            next_up += 1;
            for step in Step::ALL {
                let Some(to) = after(state, *step) else { continue };
                assert!(
                    !state.is_over() || *step == Step::Correct,
                    "{state} is over, yet {step}"
                );
                if !reached.contains(&to) {
                    reached.push(to);
                }
            }
        }
        assert_eq!(reached.len(), SignupState::ALL.len());
    }

    #[test]
    fn a_refused_step_says_why() {
        let cases = [
            (Withdrawn, Step::Withdraw, "holds-no-place"),
            (Attended, Step::Withdraw, "step-not-possible"),
            (Confirmed, Step::Reconfirm, "nothing-to-reconfirm"),
            (Confirmed, Step::Accept, "step-not-possible"),
            (Confirmed, Step::Expire, "not-your-step"),
        ];
        for (state, step, expected) in cases {
            assert_eq!(
                next(state, step, Who::Person).unwrap_err().code(),
                expected,
                "{state}, {step}"
            );
        }
    }
}
