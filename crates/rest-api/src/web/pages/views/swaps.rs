//! Swaps, covers and messages to a crew.

use askama::Template;
use vocabulary::{PersonId, ShiftId, SignupId, SwapId};

use super::{FormErrors, Frame, ShiftFacts};

/// `/zapisy/{id}/oddaj`: what may be done with one's own shift.
#[derive(Debug, Clone, Template)]
#[template(path = "staff/swap.html")]
pub struct SwapPage {
    /// What stands around.
    pub frame: Frame,
    /// The sign-up.
    pub signup: SignupId,
    /// Its shift.
    pub shift: ShiftFacts,
    /// Every reason why it cannot be given, worded.
    pub refusals: Vec<String>,
    /// The proposal that waits already, and how it stands.
    pub open: Option<MySwap>,
    /// Who may take it: id and name.
    pub people: Vec<(PersonId, String)>,
    /// So many of them by their yes alone.
    pub takers: usize,
    /// What it may be traded for: sign-up, and shift and person in words.
    pub trades: Vec<(SignupId, String)>,
    /// What was chosen and typed before a fault was found.
    pub typed: SwapTyped,
    /// The longest word to the other, in characters.
    pub longest: usize,
    /// What is wrong: field `to`, `back`, `to_message` or `back_message`.
    pub errors: FormErrors,
}

/// What was chosen and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SwapTyped {
    /// To whom.
    pub to: String,
    /// For what.
    pub back: String,
    /// The word to the other.
    pub message: String,
}

/// A proposal of one's own that waits.
#[derive(Debug, Clone)]
pub struct MySwap {
    /// The swap.
    pub id: SwapId,
    /// For whom it waits, in words.
    pub said: String,
}

/// Somebody else's proposal.
#[derive(Debug, Clone)]
pub struct SwapCard {
    /// The swap.
    pub id: SwapId,
    /// Who gives, as a sentence.
    pub said: String,
    /// What is given.
    pub given: ShiftFacts,
    /// What is wanted for it.
    pub back: Option<ShiftFacts>,
    /// What the giver writes.
    pub message: Option<String>,
    /// Whether one may take it.
    pub may_take: bool,
    /// Whether a no is wanted: it is for this person alone.
    pub may_decline: bool,
}

/// A shift that one is asked to cover.
#[derive(Debug, Clone)]
pub struct CoverCard {
    /// The shift.
    pub shift: ShiftFacts,
}

/// A swap that staff is to decide.
#[derive(Debug, Clone)]
pub struct BoardSwap {
    /// The swap.
    pub id: SwapId,
    /// Who gives.
    pub giver: String,
    /// Who takes.
    pub taker: String,
    /// What is wanted for it.
    pub back: Option<ShiftFacts>,
    /// What the giver writes.
    pub message: Option<String>,
    /// Every reason against it, worded, by side.
    pub reasons: Vec<String>,
    /// Whether a reason must be given for deciding against them.
    pub needs_reason: bool,
    /// Whether it may be approved at all.
    pub may_approve: bool,
}

/// Asking people to cover, and writing to the crew, on the board of a shift.
#[derive(Debug, Clone)]
pub struct BoardAsks {
    /// The shift.
    pub shift: ShiftId,
    /// Whether it lacks somebody who may be asked for.
    pub may_ask: bool,
    /// How many, as typed.
    pub people: String,
    /// The most at once.
    pub most: u32,
    /// Who was asked, and what they said, in words.
    pub asked: Vec<(String, String)>,
    /// How many are on the shift; nobody is written to where there is none.
    pub crew: usize,
    /// The message, as typed.
    pub text: String,
    /// The longest message, in characters.
    pub longest: usize,
    /// What is wrong: field `people` or `text`.
    pub errors: FormErrors,
}
