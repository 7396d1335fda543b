//! Proposes the crew of a whole season: who goes on which visit on which post, from what people offer and wish, what they
//! may do, and what is a fair share.
//!
//! The way through: fill [`Parts`], make a [`Problem`] of it ([`Problem::build`] tells all faults at once), call [`solve`], have the
//! [`Fill`] judged by [`check`], which shares no code with the search, and ask [`explain`] why a place stayed empty.
//!
//! Hard rules are never broken. What is missing, disliked, unfair or changed has a price ([`Weights`]), and the search makes the sum
//! of the prices small.
//!
//! What this module does *not* know: a clock, randomness of its own, names, calendars, the law. Which person may take which post by
//! law or by the centre's decision is said from outside ([`Bar`]), with a reason that is handed back unread. The seed is handed in;
//! whoever wants to stop says so through the [`Observer`]. The same problem, seed and number of rounds give the same crew on every
//! machine: inside all is integers and dense indices, no hash order.

mod anneal;
mod bound;
mod chain;
mod check;
mod cost;
mod crew;
mod cycles;
mod delta;
mod dense;
mod explain;
mod fault;
mod greedy;
mod observer;
mod parts;
mod problem;
mod ruin;
mod search;
mod validate;
mod window;

pub use check::{Violation, check};
pub use cost::{Cost, CostGroup};
pub use explain::{Exclusion, Unfilled, Verdict, explain, explain_place};
pub use fault::{Fault, Thing};
pub use observer::{Observer, Progress, Step, Unwatched};
pub use parts::{
    Assignment, Bar, Kind, Limits, MOST_LANGUAGES, MissingPrice, Mix, Offer, Parts, Person, PersonIndex, Places, Post,
    Rules, Visit, VisitIndex, Weights,
};
pub use problem::{Fill, Problem};
pub use search::{Settings, solve};
