//! The problem: plain data in, every fault at once or a [`Problem`] that the rest of the crate may trust.

mod changed;
mod compile;
mod dense;
mod fault;
mod fixed;
mod index;
mod parts;
mod points;
mod shifts;
mod slots;
mod validate;

pub(crate) use changed::About;
pub use dense::Problem;
pub(crate) use dense::{Breaks, Fixed, Job, RequestRules, Roads, Shift, Slot, Task};
pub use fault::{ProblemFault, Thing};
pub use parts::{
    Announced, Apart, ApartBy, Block, BreakRule, Bus, BusDepots, BusHours, Depot, Event, EventRule, PROBLEM_VERSION,
    Pin, ProblemParts, Request, Scope, SeasonDay, SiteException, SiteWindow, Stop, Weights,
};

impl Problem {
    /// Checks the parts and turns them into what the search reads. `Err` holds every fault that was found, never none.
    pub fn build(parts: ProblemParts) -> Result<Self, Vec<ProblemFault>> {
        let faults = validate::faults(&parts);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut problem = compile::compile(parts);
        let faults = fixed::place(&mut problem);
        if faults.is_empty() { Ok(problem) } else { Err(faults) }
    }

    /// The same problem with this anchor for a stop.
    pub(crate) fn anchored_at(&self, stop: usize, anchor: Option<u32>) -> Self {
        let mut anchors = self.anchors.clone();
        anchors[stop] = anchor;
        self.anchored(anchors)
    }

    /// The same problem with these anchors: by stop, the start that its visits have.
    pub(crate) fn anchored(&self, anchors: Vec<Option<u32>>) -> Self {
        let mut problem = self.clone();
        problem.anchors = anchors;
        for stop in (0..self.stops.len()).filter(|stop| self.anchors[*stop] != problem.anchors[*stop]) {
            problem.stops[stop] = compile::stop_again(&problem, stop);
        }
        problem
    }
}
