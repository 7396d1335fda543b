//! The same start each time: every stop that wants it gets a start (its anchor) which narrows when its visits may begin.
//!
//! Anchors hold for a whole search, which then needs to know nothing of them: a rule leaves only slots that begin at the anchor, a wish
//! makes the anchor's hours the preferred ones. They are chosen from a first plan without them; after the search, a stop under the rule
//! that lacks visits is tried with every other start. So a plan, a reason and a proof all speak of the same starts ([`choices`]).

use std::{borrow::Cow, cmp::Reverse, collections::BTreeMap};

use vocabulary::Sameness;

use crate::{
    Plan, Problem, VisitReason, construct, moves::change_days, problem::RequestRules, search, solution::Solution,
    workshop::Workshop,
};

/// The problem with an anchor for every stop that wants one; as it is when none does.
pub(crate) fn first(problem: &Problem) -> Cow<'_, Problem> {
    if problem.asking().all(|(_, request)| request.same_start == Sameness::No) {
        return Cow::Borrowed(problem);
    }
    let mut workshop = Workshop::new(problem);
    let plan = construct::first_plan(&mut workshop);
    let seen = starts(&mut workshop, &plan);
    let mut anchors = vec![None; problem.stops.len()];
    for (stop, request) in problem
        .asking()
        .filter(|(_, request)| request.same_start != Sameness::No)
    {
        let announced: BTreeMap<u32, u32> = count(announced(problem, stop));
        let often = announced
            .into_iter()
            .max_by_key(|(start, times)| (*times, Reverse(*start)));
        anchors[stop] = often
            .map(|(start, _)| start)
            .or_else(|| best(request, &count(seen[stop].iter().copied())));
    }
    Cow::Owned(problem.anchored(anchors))
}

/// The start that is possible on as many days as there are visits wanted, seen most often in the first plan, possible on most days.
fn best(request: &RequestRules, seen: &BTreeMap<u32, u32>) -> Option<u32> {
    let days = |start: u32| {
        request
            .slots
            .iter()
            .filter(|slots| slots.iter().any(|s| s.first <= start && start <= s.last))
            .count()
    };
    let starts = request.starts.iter().chain(seen.keys()).copied();
    starts.max_by_key(|start| {
        let (possible, often) = (days(*start), seen.get(start).copied().unwrap_or(0));
        (possible.min(request.wanted as usize), often, possible, Reverse(*start))
    })
}

fn count(starts: impl Iterator<Item = u32>) -> BTreeMap<u32, u32> {
    let mut times = BTreeMap::new();
    for start in starts {
        *times.entry(start).or_default() += 1;
    }
    times
}

/// Starts that were announced: what people know.
fn announced(problem: &Problem, stop: usize) -> impl Iterator<Item = u32> {
    let slug = &problem.parts().stops[stop].slug;
    let of_stop = problem.parts().announced.iter().filter(move |a| a.stop == *slug);
    of_stop.filter_map(|a| a.public_start).map(|start| start.get())
}

/// By stop: the starts of the visits that it asked for.
fn starts(workshop: &mut Workshop<'_>, plan: &Solution) -> Vec<Vec<u32>> {
    let problem = workshop.problem;
    let mut starts = vec![Vec::new(); problem.stops.len()];
    for (bus_day, route) in plan
        .routes
        .iter()
        .enumerate()
        .filter(|(_, route)| !route.jobs.is_empty())
    {
        let Some(schedule) = workshop.scheduler.schedule(problem, bus_day, &route.jobs) else {
            continue;
        };
        for (job, start) in route.jobs.iter().zip(schedule.starts) {
            if problem.fixed_of(*job).is_none() {
                starts[*job as usize].push(start);
            }
        }
    }
    starts
}

/// The anchors that a stop may have when it is placed again: all its starts under the rule, else the one it has.
pub(crate) fn choices(problem: &Problem, stop: usize) -> Vec<Option<u32>> {
    match &problem.stops[stop].request {
        Some(request) if request.same_start == Sameness::Always && !request.starts.is_empty() => {
            request.starts.iter().copied().map(Some).collect()
        }
        Some(_) | None => vec![problem.anchors[stop]],
    }
}

/// Tries other anchors for stops that lack visits under the rule, until none helps. The plan may be of another problem then.
pub(crate) fn settle<'a>(problem: &'a Problem, plan: &mut Solution) -> Cow<'a, Problem> {
    let mut settled = Cow::Borrowed(problem);
    while let Some((other, better)) = improved(&settled, plan) {
        (settled, *plan) = (Cow::Owned(other), better);
    }
    settled
}

fn improved(problem: &Problem, plan: &Solution) -> Option<(Problem, Solution)> {
    let lacking = problem
        .asking()
        .filter(|(stop, request)| request.same_start == Sameness::Always && plan.got(problem, *stop) < request.wanted);
    for (stop, _) in lacking {
        for anchor in choices(problem, stop) {
            let other = problem.anchored_at(stop, anchor);
            let mut workshop = Workshop::going_on(&other, plan);
            let mut changed = plan.clone();
            workshop.remove_all(&mut changed, stop);
            change_days::place(&mut workshop, &mut changed, stop, u32::MAX);
            if changed.cost() < plan.cost() {
                search::polish(&mut workshop, &mut changed);
                return Some((other, changed));
            }
        }
    }
    None
}

/// The problem with the anchors of a finished plan: the start that each stop has most often in it, or the likeliest one.
pub(crate) fn of_plan<'a>(problem: &'a Problem, plan: &Plan) -> Cow<'a, Problem> {
    let regular = || {
        problem
            .asking()
            .filter(|(_, request)| request.same_start != Sameness::No)
    };
    if regular().next().is_none() {
        return Cow::Borrowed(problem);
    }
    let mut anchors = vec![None; problem.stops.len()];
    for (stop, request) in regular() {
        let slug = &problem.parts().stops[stop].slug;
        let asked = plan.visits_at(slug).filter(|visit| visit.reason == VisitReason::Asked);
        let times = count(asked.map(|visit| visit.public_start.get()));
        let most = times.into_iter().max_by_key(|(start, times)| (*times, Reverse(*start)));
        anchors[stop] = most.map(|(start, _)| start).or_else(|| best(request, &BTreeMap::new()));
    }
    Cow::Owned(problem.anchored(anchors))
}
