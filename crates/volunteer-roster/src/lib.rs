//! The crew: which shifts a visit needs, who may take one, and every reason why not.
//!
//! What this crate does *not* know: a clock (`now` is handed in), a database, a network, a language, randomness, and
//! how a season is planned. It is told plain facts and answers with values. "No" is a list of [`Refusal`]s, all of them
//! at once, each with its facts, its [`Remedy`] and whether staff may decide otherwise; the app turns them into sentences
//! and status codes, and closes the race for the last place in the database, which no pure rule can do.
//!
//! - [`needs`]: from a [`CrewRule`] and the children expected to the [`ShiftNeed`]s of a visit.
//! - [`next`]: the table of states and steps of a sign-up, with who may take which.
//! - [`Rules`]: every limit, dated, with its source.
//! - [`Ask`] and [`decide_signup`], [`decide_assignment`], [`decide_approval`], [`decide_reconfirm`],
//!   [`decide_withdrawal`]: the decisions on one sign-up.
//! - [`promote`], [`decide_accept_offer`]: the waiting list. [`decide_proposal`], [`decide_swap_answer`]: swaps.
//!   [`choose`]: whom to ask to cover.
//! - [`Attendance`], [`certificate`], [`psu_sheet`]: hours that were worked.
//! - [`CrewProblem`]: the crew of a whole season from these facts, proposed by [`fill`], with why a place stays empty.
//! - `rules/`: one file a rule. A new rule is a file, a [`Refusal`], a line in `rules.rs` and a heading in
//!   docs/problems.md.
//!
//! Legal sources are named at the rule that rests on them. They are no legal advice: the centre's lawyer confirms them.
#![forbid(unsafe_code)]

mod age;
mod cover;
mod decide;
mod facts;
pub mod fill;
mod hours;
mod limits;
mod missing;
mod money;
mod needs;
mod proposal;
mod refusal;
mod rules;
mod states;
mod swap;
mod waiting;

pub use age::{Age, AgeCategory, UnknownAgeCategory};
pub use cover::{Asked, Candidate, Cover, LeftOut, choose};
pub use decide::{
    Accepted, Assigned, Assignment, Override, Wish, Withdrawal, decide_approval, decide_assignment, decide_reconfirm,
    decide_signup, decide_withdrawal, judge_held, needs_approval, withdrawal_deadline,
};
pub use facts::{
    Agreement, AgreementKind, Clearance, ClearancePart, Commitment, Confirmation, Consent, CrewMember, DaySpan,
    Insurance, Paper, Person, PersonKind, Place, PsuTerms, Qualification, QualificationHeld, RoleHeld, Shift, Signup,
    StandardsRead, Tongue,
};
pub use hours::{
    Absence, Attendance, CertificateHours, Correction, PsuSheet, SchoolYear, SheetDay, SheetWeek, by_month,
    by_school_year, by_week, certificate, decide_correction, decide_presence_correction, psu_sheet,
};
pub use limits::{
    AgreementRules, Basis, ClearanceRules, CrewLimits, Dated, MinorHours, MinorRules, Rules, RulesFault,
    RulesFaultKind, SetBy, Setting, TravelRules, WaitingRules, WorkLimits,
};
pub use missing::missing_papers;
pub use money::Grosze;
pub use needs::{CrewRule, CrewRuleFault, ShiftNeed, missing_tongues, needs};
pub use proposal::{CrewAsk, CrewProblem, ELSEWHERE, Hand, LIKED, Obstacle, Opening, Placement, UNSAID, Why};
pub use refusal::{DependsOn, Period, Refusal, Remedy};
pub use rules::Ask;
pub use states::{FIRST, Step, Who, after_visit_cancelled, after_visit_moved, next};
pub use swap::{
    Party, Stake, Swap, SwapAsk, SwapOutcome, SwapPart, SwapRefusals, SwapState, Swapped, decide_open_proposal,
    decide_proposal, decide_swap_answer, decide_swap_approval, still_stands,
};
pub use waiting::{
    Offer, Promotion, Waiting, after_due, asks_all_from, at_start, decide_accept_offer, decide_decline, offer_expiry,
    promote, proposal_expiry,
};
