//! The crew: which shifts a visit needs, who may take one, and every reason why not.
//!
//! What this crate does *not* know: a clock (`now` is handed in), a database, a network, a language, randomness, and
//! how a season is planned. It is told plain facts and answers with values. "No" is a list of [`Refusal`]s, all of them
//! at once; the app turns them into sentences and status codes, and closes the race for the last place in the
//! database, which no pure rule can do.
//!
//! - [`needs`]: from a [`CrewRule`] and the children expected to the [`ShiftNeed`]s of a visit.
//! - [`decide_signup`], [`decide_withdrawal`], [`decide_reconfirm`]: the decisions.
//! - [`fill`]: proposes a whole crew for a season.
//! - `rules/`: one file a rule. A new rule is a file, a [`Refusal`], a line in `rules.rs` and a heading in
//!   docs/problems.md.
//!
//! Legal sources are named at the rule that rests on them. They are no legal advice: the centre's lawyer confirms them.
#![forbid(unsafe_code)]

mod age;
mod decide;
pub mod fill;
mod model;
mod needs;
mod refusal;
mod rules;

pub use age::{Age, AgeCategory, UnknownAgeCategory};
pub use decide::{
    Accepted, Withdrawal, after_visit_cancelled, after_visit_moved, decide_reconfirm, decide_signup, decide_withdrawal,
    withdrawal_deadline,
};
pub use model::{Commitment, Person, Shift, Signup};
pub use needs::{CrewRule, CrewRuleFault, ShiftNeed, needs};
pub use refusal::{DependsOn, Refusal};
