//! The crew filler as the app calls it. Every proposal is judged by `check`, which shares no code with the search.
#![allow(clippy::unwrap_used, reason = "what does not hold here is a failed test")]

mod common;
mod exhaustive;
mod faults;
mod properties;
mod rules;
