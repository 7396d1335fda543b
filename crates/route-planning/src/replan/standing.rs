//! The problem as it is seen from a plan that people already know: its visits count as announced, and their hours can be held.

use std::sync::Arc;

use crate::{
    Announced, Plan, Problem, VisitReason,
    draft::{Bench, Draft},
    problem::Slot,
};

/// The same problem in which every visit of the plan that was asked for (or fixed by people who no longer fix it) counts as
/// announced on its day and at its hour: after the least visits, keeping it comes before all else.
pub(super) fn announced(problem: &Problem, plan: &Plan) -> Problem {
    let mut parts = problem.parts().clone();
    let known: std::collections::BTreeSet<_> = parts.announced.iter().map(|a| (a.stop.clone(), a.day)).collect();
    let stops: std::collections::BTreeSet<_> = parts.stops.iter().map(|stop| &stop.slug).collect();
    let standing = plan.visits.iter().filter(|visit| match visit.reason {
        VisitReason::Asked | VisitReason::Pin => true,
        VisitReason::Event { .. } => false,
    });
    let new: Vec<Announced> = standing
        .filter(|visit| stops.contains(&visit.stop) && !known.contains(&(visit.stop.clone(), visit.day)))
        .map(|visit| Announced {
            stop: visit.stop.clone(),
            day: visit.day,
            public_start: Some(visit.public_start),
        })
        .collect();
    parts.announced.extend(new);
    let weights = &mut parts.weights;
    weights.announced_moved = weights.announced_moved.max(1);
    // Announced hours are kept before anything that is added up with them.
    weights.hours_not_preferred = MOST_WEIGHT;
    // An announced visit can be no fault in a problem that had none.
    Problem::build(parts).unwrap_or_else(|_| problem.clone())
}

/// The greatest weight that a problem may have.
const MOST_WEIGHT: u32 = 100_000;

/// The same problem in which the visits of the draft may only be at the hours at which they are now. `but` says which bus-days
/// are left free.
pub(super) fn held(problem: &Problem, bench: &mut Bench<'_>, draft: &Draft, but: impl Fn(usize) -> bool) -> Problem {
    let mut held = problem.clone();
    for (bus_day, jobs) in draft.tours().iter().enumerate().filter(|(b, _)| !but(*b)) {
        let Some(schedule) = bench.schedule(bus_day, jobs) else {
            continue;
        };
        let (bus, day) = (problem.bus_of(bus_day), problem.day_of(bus_day));
        for (job, start) in jobs.iter().zip(&schedule.starts) {
            let stop = *job as usize;
            if problem.fixed_of(*job).is_some() || !start.is_multiple_of(problem.step) {
                continue;
            }
            let Some(request) = &mut Arc::make_mut(&mut held.stops[stop]).request else {
                continue;
            };
            let here = |slot: &&Slot| (slot.first..=slot.last).contains(start);
            let at = request.slots_with(bus, day).iter().find(here).map(|slot| Slot {
                first: *start,
                last: *start,
                ..*slot
            });
            let at: Vec<Slot> = at.into_iter().collect();
            request.slots[day].clone_from(&at);
            request.slots_of_bus.retain(|(_, d), _| *d != day);
        }
    }
    held
}
