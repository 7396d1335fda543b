//! The problem, only constructible valid.

mod fault;
mod parts;

pub use fault::{ProblemFault, Thing};
pub use parts::{
    Announced, Bus, BusHours, Depot, Event, EventRule, PROBLEM_VERSION, Pin, ProblemParts, Request, Scope, SeasonDay,
    SiteException, SiteWindow, Stop, Weights,
};
