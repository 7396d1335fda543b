//! The independent judge of a finished plan.
//!
//! It reads the plain parts and the plain plan and shares no code with the search: no dense problem, no schedule, no slots, no cost.
//! So it finds the error that both the search and its author believe in. It judges whether a plan is allowed, not how good it is.

mod breaks;
mod counted;
mod requests;
mod together;
mod tours;
mod violation;
mod visits;

pub use violation::Violation;

use std::collections::BTreeMap;

use vocabulary::{CivilWindow, Day, Slug};

use crate::{PLAN_VERSION, Plan, PlannedVisit, ProblemParts, Request, Stop};

/// Every rule of the problem that the plan breaks; empty: the plan is allowed. Sorted, each violation once.
///
/// The parts may be newer than those the plan was made from: then this tells what no longer fits.
pub fn check(parts: &ProblemParts, plan: &Plan) -> Vec<Violation> {
    if plan.version != PLAN_VERSION {
        return vec![Violation::Version {
            found: plan.version,
            known: PLAN_VERSION,
        }];
    }
    let mut court = Court::new(parts);
    for visit in &plan.visits {
        visits::judge(&mut court, visit);
    }
    tours::judge(&mut court, plan);
    requests::judge(&mut court, plan);
    court.found.sort();
    court.found.dedup();
    court.found
}

/// What is looked up again and again, and what was found.
struct Court<'a> {
    parts: &'a ProblemParts,
    stops: BTreeMap<&'a Slug, &'a Stop>,
    requests: BTreeMap<&'a Slug, &'a Request>,
    places: BTreeMap<&'a Slug, usize>,
    found: Vec<Violation>,
}

impl<'a> Court<'a> {
    fn new(parts: &'a ProblemParts) -> Self {
        Self {
            parts,
            stops: parts.stops.iter().map(|stop| (&stop.slug, stop)).collect(),
            requests: parts.requests.iter().map(|request| (&request.stop, request)).collect(),
            places: parts
                .travel
                .places
                .iter()
                .enumerate()
                .map(|(i, place)| (place, i))
                .collect(),
            found: Vec::new(),
        }
    }

    fn hold(&mut self, kept: bool, otherwise: impl FnOnce() -> Violation) {
        if !kept {
            self.found.push(otherwise());
        }
    }

    /// The hours of a bus on a day, if it runs.
    fn hours(&self, bus: &Slug, day: Day) -> Option<CivilWindow> {
        self.working(bus, day).map(|(hours, _)| hours)
    }

    /// The hours of a bus on a day and the windows for the public in them, if it runs.
    fn working(&self, bus: &Slug, day: Day) -> Option<(CivilWindow, &'a [CivilWindow])> {
        let bus = self.parts.buses.iter().find(|b| b.slug == *bus)?;
        let season = self.parts.days.iter().find(|d| d.day == day)?;
        let hours = season.hours?;
        if bus.closed_days.contains(&day) {
            return None;
        }
        let own = bus.hours.iter().find(|own| own.day == day);
        Some(own.map_or((hours, &season.windows), |own| (own.hours, &own.windows)))
    }

    /// Minutes and metres of the matrix.
    fn travel(&self, from: &Slug, to: &Slug) -> Option<(u32, u32)> {
        let travel = &self.parts.travel;
        let cell = self.places.get(from)? * travel.places.len() + self.places.get(to)?;
        Some((*travel.minutes.get(cell)?, *travel.metres.get(cell)?))
    }
}

/// The public hours of a visit; `None` when they are out of order.
fn public_hours(visit: &PlannedVisit) -> Option<CivilWindow> {
    CivilWindow::new(visit.public_start, visit.public_end).ok()
}
