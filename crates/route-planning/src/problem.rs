//! The problem: plain data in, every fault at once or a [`Problem`] that the rest of the crate may trust.

mod compile;
mod dense;
mod fault;
mod fixed;
mod parts;
mod points;
mod slots;
mod validate;

pub use dense::Problem;
pub(crate) use dense::{Job, Shift, Slot, Task};
pub use fault::{ProblemFault, Thing};
pub use parts::{
    Announced, Bus, BusHours, Depot, Event, EventRule, PROBLEM_VERSION, Pin, ProblemParts, Request, Scope, SeasonDay,
    SiteException, SiteWindow, Stop, Weights,
};

impl Problem {
    /// Checks the parts and turns them into what the search reads. `Err` holds every fault that was found, never none.
    pub fn build(parts: ProblemParts) -> Result<Self, Vec<ProblemFault>> {
        let faults = validate::faults(&parts);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut problem = compile::compile(parts, None);
        let faults = fixed::place(&mut problem);
        if faults.is_empty() { Ok(problem) } else { Err(faults) }
    }

    /// The same problem with parts changed that touch only one stop or the buses. The rules of other stops are taken over as they
    /// are, and so are the tours of fixed visits. For proving reasons, where only one stop is placed again.
    pub(crate) fn changed_for(&self, parts: ProblemParts, stop: usize) -> Self {
        compile::compile(parts, Some((self, stop)))
    }
}
