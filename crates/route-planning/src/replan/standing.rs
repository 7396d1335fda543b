//! The problem as it is seen from a plan that people already know: its visits count as announced, and their hours can be held.

use std::{collections::BTreeMap, sync::Arc};

use vocabulary::Slug;

use crate::{
    Announced, Plan, PlannedVisit, Problem, VisitReason,
    draft::{Bench, Draft},
    problem::{Job, Slot},
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
    let built = Problem::build(parts).map(|published| published.anchored(problem.anchors.clone()));
    built.unwrap_or_else(|_| problem.clone())
}

/// The greatest weight that a problem may have.
const MOST_WEIGHT: u32 = 100_000;

/// When each job of a tour starts.
type Starts = Vec<u32>;

/// The same problem in which the visits of the draft may only be at the hours at which the plan has them, where that can be driven;
/// else at those at which they would be driven now. `but` says which bus-days are left free.
pub(crate) fn held(
    problem: &Problem,
    bench: &mut Bench<'_>,
    draft: &Draft,
    plan: &Plan,
    but: impl Fn(usize) -> bool,
) -> Problem {
    let known = hours(problem, plan);
    let planned = |bus_day: usize, jobs: &[Job]| -> Option<Starts> {
        let start = |job: &Job| known.get(&(problem.stop_of(*job), bus_day)).copied();
        jobs.iter().map(start).collect()
    };
    let tours = || draft.tours().iter().enumerate().filter(|(bus_day, _)| !but(*bus_day));
    let mut held = problem.clone();
    for (bus_day, jobs) in tours() {
        if let Some(starts) = planned(bus_day, jobs) {
            hold(problem, &mut held, bus_day, jobs, &starts);
        }
    }
    let mut trial = Bench::new(&held);
    let undrivable =
        tours().filter(|(bus_day, jobs)| planned(*bus_day, jobs).is_none() || trial.points(*bus_day, jobs).is_none());
    let others: Vec<(usize, Starts)> = undrivable
        .filter_map(|(bus_day, jobs)| Some((bus_day, bench.schedule(bus_day, jobs)?.starts)))
        .collect();
    for (bus_day, starts) in others {
        hold(problem, &mut held, bus_day, &draft.tours()[bus_day], &starts);
    }
    held
}

/// When the plan has the visits, by stop and bus-day.
fn hours(problem: &Problem, plan: &Plan) -> BTreeMap<(usize, usize), u32> {
    let number = |slugs: &mut dyn Iterator<Item = &Slug>| -> BTreeMap<Slug, usize> {
        slugs.cloned().enumerate().map(|(i, slug)| (slug, i)).collect()
    };
    let parts = problem.parts();
    let stops = number(&mut parts.stops.iter().map(|stop| &stop.slug));
    let buses = number(&mut parts.buses.iter().map(|bus| &bus.slug));
    let at = |visit: &PlannedVisit| {
        let day = usize::try_from(problem.first_day.days_until(visit.day)).ok();
        let bus_day = problem.bus_day(*buses.get(&visit.bus)?, day.filter(|day| *day < problem.days)?);
        Some(((*stops.get(&visit.stop)?, bus_day), visit.public_start.get()))
    };
    plan.visits.iter().filter_map(at).collect()
}

fn hold(problem: &Problem, held: &mut Problem, bus_day: usize, jobs: &[Job], starts: &[u32]) {
    let (bus, day) = (problem.bus_of(bus_day), problem.day_of(bus_day));
    for (job, start) in jobs.iter().zip(starts) {
        let stop = *job as usize;
        if problem.fixed_of(*job).is_some() || !start.is_multiple_of(problem.step) {
            continue;
        }
        let Some(rules) = &problem.stops[stop].request else {
            continue;
        };
        let here = |slot: &&Slot| (slot.first..=slot.last).contains(start);
        let at = rules.slots_with(bus, day).iter().find(here).map(|slot| Slot {
            first: *start,
            last: *start,
            ..*slot
        });
        if let (Some(at), Some(request)) = (at, &mut Arc::make_mut(&mut held.stops[stop]).request) {
            request.slots[day] = vec![at];
            request.any_time = false;
            request.slots_of_bus.retain(|(_, d), _| *d != day);
        }
    }
}
