//! The tours of a finished plan in a problem that may have changed: every visit that is still allowed stays on its day, with its
//! bus, in its order. What no longer fits is left out, as little as possible.

use std::collections::BTreeMap;

use vocabulary::Slug;

use crate::{
    Plan, PlannedVisit, VisitReason, apart,
    day_sets::{DaySets, NO_PRICE},
    draft::{Bench, Draft, days_of},
    problem::{Job, Problem},
};

/// How many ways to leave visits out of one tour are tried before the rest is left to chance: 13 visits with 5 to leave out.
const MOST_TRIES: u32 = 4_000;

/// The plan as far as the problem still allows it. All fixed visits of the problem are in it.
pub(crate) fn of_plan(bench: &mut Bench<'_>, plan: &Plan) -> Draft {
    let problem = bench.problem;
    let mut tours = named(problem, plan);
    // What people fixed since may be too near to a visit of a stop that is kept apart; the visit gives way.
    let nothing_asked = vec![Vec::new(); problem.stops.len()];
    for (bus_day, jobs) in tours.iter_mut().enumerate() {
        let day = problem.day_of(bus_day);
        jobs.retain(|job| {
            let stop = *job as usize;
            stop >= problem.stops.len() || !apart::too_near(problem, &nothing_asked, stop, day)
        });
    }
    for day in 0..problem.days {
        fit_day(bench, &mut tours, day);
    }
    loop {
        let too_near = against_spacing(problem, &tours);
        if too_near.is_empty() {
            break;
        }
        for (stop, bus_day) in too_near {
            tours[bus_day].retain(|job| *job as usize != stop);
            // Without the visit a tour may take longer where a detour is quicker than the direct way.
            fit_day(bench, &mut tours, problem.day_of(bus_day));
        }
    }
    match bench.draft(tours) {
        Some(draft) => draft,
        // Cannot be: each tour was driven above. The fixed tours always can.
        None => only_fixed(bench),
    }
}

fn only_fixed(bench: &mut Bench<'_>) -> Draft {
    let none = vec![Vec::new(); bench.problem.shifts.len()];
    let fixed = bench.draft(bench.problem.fixed_tours.to_vec());
    #[allow(clippy::expect_used)]
    fixed
        .or_else(|| bench.draft(none))
        .expect("an empty tour can be driven")
}

/// The visits of the plan as jobs of the problem, by bus-day and order, as far as they still have a name in it.
fn named(problem: &Problem, plan: &Plan) -> Vec<Vec<Job>> {
    let parts = problem.parts();
    let number = |slugs: &mut dyn Iterator<Item = &Slug>| -> BTreeMap<Slug, usize> {
        slugs.cloned().enumerate().map(|(i, slug)| (slug, i)).collect()
    };
    let stops = number(&mut parts.stops.iter().map(|stop| &stop.slug));
    let buses = number(&mut parts.buses.iter().map(|bus| &bus.slug));
    let mut visits: Vec<&PlannedVisit> = plan.visits.iter().collect();
    visits.sort_by_key(|visit| (visit.day, visit.order));
    let mut tours: Vec<Vec<Job>> = vec![Vec::new(); problem.shifts.len()];
    for visit in visits {
        let (Some(stop), Some(bus)) = (stops.get(&visit.stop), buses.get(&visit.bus)) else {
            continue;
        };
        let day = usize::try_from(problem.first_day.days_until(visit.day)).ok();
        let Some(day) = day.filter(|day| *day < problem.days) else {
            continue;
        };
        if let Some(job) = job(problem, visit, *stop, *bus, day) {
            let bus_day = problem.bus_day(*bus, day);
            let twice = (0..problem.buses).any(|bus| tours[problem.bus_day(bus, day)].contains(&job));
            if !twice {
                tours[bus_day].push(job);
            }
        }
    }
    tours
}

/// What the visit is in the problem, if it may still be there on that day with that bus.
fn job(problem: &Problem, visit: &PlannedVisit, stop: usize, bus: usize, day: usize) -> Option<Job> {
    let fixed = problem
        .fixed
        .iter()
        .position(|fixed| (fixed.stop, fixed.day) == (stop, day));
    if let Some(number) = fixed {
        let fixed = &problem.fixed[number];
        // At other hours its place in the tour is looked for anew, so that it pushes no other visit from its hours.
        let start = visit.public_start.get();
        let as_it_was = fixed.slots.iter().any(|slot| (slot.first..=slot.last).contains(&start));
        let allowed = as_it_was && fixed.buses.contains(&bus);
        return allowed.then_some((problem.stops.len() + number) as Job);
    }
    // A visit of an event that is no more was never asked for; one that people had fixed was.
    let was_asked = match visit.reason {
        VisitReason::Asked | VisitReason::Pin => true,
        VisitReason::Event { .. } => false,
    };
    let request = problem.stops[stop].request.as_ref().filter(|_| was_asked)?;
    let open = problem.shifts[problem.bus_day(bus, day)].is_some() && !request.slots_with(bus, day).is_empty();
    open.then_some(stop as Job)
}

/// Makes all tours of a day such that they can be driven and have the fixed visits of the day.
fn fit_day(bench: &mut Bench<'_>, tours: &mut [Vec<Job>], day: usize) {
    let problem = bench.problem;
    let bus_days: Vec<usize> = (0..problem.buses).map(|bus| problem.bus_day(bus, day)).collect();
    let asked: Vec<(usize, Job)> = bus_days
        .iter()
        .flat_map(|bus_day| tours[*bus_day].iter().map(move |job| (*bus_day, *job)))
        .filter(|(_, job)| problem.fixed_of(*job).is_none())
        .collect();
    if fit_all(bench, tours, day, &bus_days).is_some() {
        return;
    }
    // The fixed visits do not go together where the plan had them: as they were found to go together, and the others round them.
    for bus_day in &bus_days {
        tours[*bus_day] = problem.fixed_tours[*bus_day].clone();
    }
    for (bus_day, job) in asked {
        let jobs = &tours[bus_day];
        let orders = (0..=jobs.len()).map(|position| with(jobs, position, job));
        let best = orders
            .filter_map(|order| Some((bench.points(bus_day, &order)?, order)))
            .min_by_key(|(points, _)| *points);
        if let Some((_, order)) = best {
            tours[bus_day] = order;
        }
    }
}

fn with(jobs: &[Job], position: usize, job: Job) -> Vec<Job> {
    let mut order = jobs.to_vec();
    order.insert(position, job);
    order
}

/// `None`: the fixed visits cannot all be driven in this order.
fn fit_all(bench: &mut Bench<'_>, tours: &mut [Vec<Job>], day: usize, bus_days: &[usize]) -> Option<()> {
    let problem = bench.problem;
    for bus_day in bus_days {
        tours[*bus_day] = fit(bench, *bus_day, &tours[*bus_day])?;
    }
    let missing: Vec<usize> = (0..problem.fixed.len())
        .filter(|number| problem.fixed[*number].day == day)
        .filter(|number| {
            let job = (problem.stops.len() + number) as Job;
            !bus_days.iter().any(|bus_day| tours[*bus_day].contains(&job))
        })
        .collect();
    for number in missing {
        let job = (problem.stops.len() + number) as Job;
        let mut best: Option<(usize, i64, usize, Vec<Job>)> = None;
        for bus in &problem.fixed[number].buses {
            let bus_day = problem.bus_day(*bus, day);
            for position in 0..=tours[bus_day].len() {
                let Some(jobs) = fit(bench, bus_day, &with(&tours[bus_day], position, job)) else {
                    continue;
                };
                let lost = tours[bus_day].len() + 1 - jobs.len();
                let points = bench.points(bus_day, &jobs)?;
                if best.as_ref().is_none_or(|(l, p, ..)| (lost, points) < (*l, *p)) {
                    best = Some((lost, points, bus_day, jobs));
                }
            }
        }
        let (_, _, bus_day, jobs) = best?;
        tours[bus_day] = jobs;
    }
    Some(())
}

/// The tour with as few asked visits left out as possible so that it can be driven, the least needed ones first; `None` if it
/// cannot even without all of them.
fn fit(bench: &mut Bench<'_>, bus_day: usize, jobs: &[Job]) -> Option<Vec<Job>> {
    let problem = bench.problem;
    if bench.points(bus_day, jobs).is_some() {
        return Some(jobs.to_vec());
    }
    let asked: Vec<usize> = (0..jobs.len())
        .filter(|i| problem.fixed_of(jobs[*i]).is_none())
        .collect();
    let need = |out: &[usize]| -> u64 {
        let of = |i: &usize| u64::from(problem.parts().stops[problem.stop_of(jobs[*i])].need);
        out.iter().map(of).sum()
    };
    let without = |out: &[usize]| -> Vec<Job> {
        let kept = (0..jobs.len()).filter(|i| !out.contains(i));
        kept.map(|i| jobs[i]).collect()
    };
    let mut tries = 0;
    for count in 1..asked.len() {
        let mut best: Option<(u64, Vec<Job>)> = None;
        let mut choice: Vec<usize> = (0..count).collect();
        loop {
            tries += 1;
            if tries > MOST_TRIES {
                return one_by_one(bench, bus_day, jobs);
            }
            let out: Vec<usize> = choice.iter().map(|c| asked[*c]).collect();
            let cheaper = best.as_ref().is_none_or(|(least, _)| need(&out) < *least);
            let kept = without(&out);
            if cheaper && bench.points(bus_day, &kept).is_some() {
                best = Some((need(&out), kept));
            }
            if !next_choice(&mut choice, asked.len()) {
                break;
            }
        }
        if let Some((_, kept)) = best {
            return Some(kept);
        }
    }
    let fixed = without(&asked);
    bench.points(bus_day, &fixed).is_some().then_some(fixed)
}

/// The next choice of so many numbers below `of`, in the order of the numbers; `false` after the last.
fn next_choice(choice: &mut [usize], of: usize) -> bool {
    let count = choice.len();
    let Some(i) = (0..count).rev().find(|i| choice[*i] < of - count + i) else {
        return false;
    };
    choice[i] += 1;
    for later in i + 1..count {
        choice[later] = choice[later - 1] + 1;
    }
    true
}

/// The fixed visits, and then each other one that still fits.
fn one_by_one(bench: &mut Bench<'_>, bus_day: usize, jobs: &[Job]) -> Option<Vec<Job>> {
    let problem = bench.problem;
    let mut kept: Vec<bool> = jobs.iter().map(|job| problem.fixed_of(*job).is_some()).collect();
    let tour = |kept: &[bool]| -> Vec<Job> {
        let both = jobs.iter().zip(kept).filter(|(_, kept)| **kept);
        both.map(|(job, _)| *job).collect()
    };
    bench.points(bus_day, &tour(&kept))?;
    for i in 0..jobs.len() {
        if !kept[i] {
            kept[i] = true;
            kept[i] = bench.points(bus_day, &tour(&kept)).is_some();
        }
    }
    Some(tour(&kept))
}

/// Visits (stop, bus-day) that have to go so that each stop's days keep its rules; the most valued subset stays.
fn against_spacing(problem: &Problem, tours: &[Vec<Job>]) -> Vec<(usize, usize)> {
    let mut asked: Vec<Vec<usize>> = vec![Vec::new(); problem.stops.len()];
    for (bus_day, jobs) in tours.iter().enumerate() {
        for job in jobs.iter().filter(|job| problem.fixed_of(**job).is_none()) {
            asked[*job as usize].push(bus_day);
        }
    }
    let mut out = Vec::new();
    for (stop, request) in problem.asking() {
        if request.sets.cost(&days_of(problem, &asked[stop], stop)).is_some() {
            continue;
        }
        let mut prices = vec![NO_PRICE; problem.days];
        for bus_day in &asked[stop] {
            prices[problem.day_of(*bus_day)] = 0;
        }
        let stay = request.sets.cheapest(&prices).map_or(Vec::new(), |(_, days)| days);
        let gone = asked[stop]
            .iter()
            .filter(|b| !stay.contains(&(problem.day_of(**b) as u16)));
        out.extend(gone.map(|bus_day| (stop, *bus_day)));
    }
    out
}
