//! What a finished plan costs under a problem: from its visits and tours as they are, not from how the search would time them.

use std::collections::BTreeMap;

use vocabulary::Slug;

use crate::{Breakdown, Cost, Plan, Problem, VisitReason, day_sets::DaySets, schedule::misses};

/// The cost of an allowed plan in parts. Of a plan that breaks rules: the parts that can still be told.
pub(crate) fn breakdown_of(problem: &Problem, plan: &Plan) -> Breakdown {
    let own = own_costs(problem, plan);
    let (travel, spread) = on_the_road(problem, plan);
    Breakdown {
        hard_rules: 0,
        unserved_least: own.least,
        announced_moved: own.moved,
        unserved_wanted: own.wanted,
        fairness: own.fairness,
        preferences: own.comfort + missed_hours(problem, plan),
        travel,
        spread,
    }
}

fn stops(problem: &Problem) -> BTreeMap<&Slug, usize> {
    let slugs = problem.parts().stops.iter().map(|stop| &stop.slug);
    slugs.enumerate().map(|(number, slug)| (slug, number)).collect()
}

/// What the days of each stop cost by themselves.
fn own_costs(problem: &Problem, plan: &Plan) -> Cost {
    let stops = stops(problem);
    let mut days: Vec<Vec<u16>> = vec![Vec::new(); problem.stops.len()];
    for visit in plan.visits.iter().filter(|visit| visit.reason == VisitReason::Asked) {
        if let (Some(stop), Ok(day)) = (
            stops.get(&visit.stop),
            u16::try_from(problem.first_day.days_until(visit.day)),
        ) {
            days[*stop].push(day);
        }
    }
    let own = problem.asking().map(|(stop, request)| {
        let mut all = std::mem::take(&mut days[stop]);
        let fixed = request.sets.fixed().iter().enumerate().filter(|(_, fixed)| **fixed);
        all.extend(fixed.map(|(day, _)| day as u16));
        all.sort_unstable();
        all.dedup();
        request.sets.cost(&all).unwrap_or(Cost::ZERO)
    });
    own.sum()
}

/// Fees for public hours that are not as preferred.
fn missed_hours(problem: &Problem, plan: &Plan) -> i64 {
    let stops = stops(problem);
    let missed = plan
        .visits
        .iter()
        .filter(|visit| visit.reason == VisitReason::Asked)
        .filter(|visit| {
            let request = stops
                .get(&visit.stop)
                .and_then(|stop| problem.stops[*stop].request.as_ref());
            let day = usize::try_from(problem.first_day.days_until(visit.day)).unwrap_or(usize::MAX);
            let preferred = request.and_then(|r| r.preferred_hours.get(day).copied().flatten());
            misses(
                preferred,
                visit.public_start.get(),
                visit.public_end.get().saturating_sub(visit.public_start.get()),
            )
        });
    missed.count() as i64 * i64::from(problem.weights.hours_not_preferred)
}

/// Points for travel and for the spread of work.
fn on_the_road(problem: &Problem, plan: &Plan) -> (i64, i64) {
    let places: BTreeMap<&Slug, usize> = problem
        .parts()
        .travel
        .places
        .iter()
        .enumerate()
        .map(|(i, p)| (p, i))
        .collect();
    let legs = plan
        .tours
        .iter()
        .flat_map(|tour| tour.legs.iter().map(move |leg| (tour, leg)));
    let fee = legs.filter_map(|(tour, leg)| {
        let bus = problem.parts().buses.iter().position(|bus| bus.slug == tour.bus)?;
        let day = usize::try_from(problem.first_day.days_until(tour.day)).ok();
        let day = day.filter(|day| *day < problem.days)?;
        let shift = problem.shifts[problem.bus_day(bus, day)].as_ref()?;
        let fee = problem
            .roads
            .fee_of(shift, *places.get(&leg.from)?, *places.get(&leg.to)?);
        Some(fee)
    });
    let spread = plan.tours.iter().map(|tour| {
        let duty = i64::from(tour.duty().get());
        i64::from(problem.weights.spread) * duty * duty / 1000
    });
    (fee.sum(), spread.sum())
}
