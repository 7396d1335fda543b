//! Planning again after something changed: least change first, then cost.
//!
//! Every visit of the plan before stays on its day, with its bus and at its hour, if that is still allowed. Then what is missing
//! is placed round the others. Only when a least visit is still missing may other visits move, as few as possible: they count as
//! announced, which in the cost comes right after the least visits.
//!
//! What this does *not* do: make the plan better where nothing broke. [`crate::solve`] does that, at the price of moving visits.

mod evaluate;
pub(crate) mod repair;
pub(crate) mod standing;
pub(crate) mod tours;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::Slug;

use crate::{
    Breakdown, Change, ChangeFault, Observer, Plan, PlanDifference, Problem, ProblemFault, ProblemParts, Progress,
    SolveSettings, Step, anchor, changed, difference,
    draft::{Bench, Draft},
    report,
    solution::Solution,
    why_not,
    workshop::Workshop,
};

pub(crate) use evaluate::breakdown_of;

/// Plans again from a plan that stands, after the problem changed: a day closed, a bus broken, a visit cancelled, a stop, event
/// or request new ([`Change`] has them as values). `from` may be older than the problem in any way.
///
/// In this order: the least visits; the days of the visits in `from`; the visits wanted; fairness; the hours of the visits in `from`;
/// preferences, travel and spread of work. A visit of `from` that the problem still allows moves only when a least visit cannot
/// be placed otherwise. The plan is always valid, however early the observer stops. Reasons for what is missing are given with
/// the visits that stand left where they are.
pub fn replan(problem: &Problem, from: &Plan, settings: SolveSettings, observer: &mut dyn Observer) -> Plan {
    plan_again(problem, from, &[], settings, observer)
}

/// What a season would be like with other rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIf {
    /// The plan under the changed rules, made from the plan that stands with least change.
    pub plan: Plan,
    /// How it differs; figures and costs side by side.
    pub difference: PlanDifference,
}

/// Why a "what if" has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "because", content = "faults", rename_all = "kebab-case")]
pub enum WhatIfFault {
    /// Changes that name what is not there, each with its place in the list (from 0).
    #[error("{}", list(.0.iter().map(|(i, fault)| format!("change {}: {fault}", i + 1))))]
    Changes(Vec<(usize, ChangeFault)>),
    /// The changed problem cannot be planned.
    #[error("{}", list(.0.iter().map(ToString::to_string)))]
    Problem(Vec<ProblemFault>),
}

fn list(faults: impl Iterator<Item = String>) -> String {
    faults.collect::<Vec<_>>().join("; ")
}

/// The same season with these changes, planned again from `plan` with least change: what would it give, and what would it cost?
pub fn what_if(
    parts: &ProblemParts,
    changes: &[Change],
    plan: &Plan,
    settings: SolveSettings,
    observer: &mut dyn Observer,
) -> Result<WhatIf, WhatIfFault> {
    let parts = changed(parts, changes).map_err(WhatIfFault::Changes)?;
    let problem = Problem::build(parts).map_err(WhatIfFault::Problem)?;
    let about: Vec<&Slug> = changes.iter().filter_map(Change::stop).collect();
    let stops = problem.parts().stops.iter().enumerate();
    let first: Vec<usize> = stops
        .filter(|(_, stop)| about.contains(&&stop.slug))
        .map(|(i, _)| i)
        .collect();
    let after = plan_again(&problem, plan, &first, settings, observer);
    Ok(WhatIf {
        difference: difference(plan, &after),
        plan: after,
    })
}

/// `first`: stops that are served before others, and may move their own visits for one more.
fn plan_again(
    problem: &Problem,
    from: &Plan,
    first: &[usize],
    settings: SolveSettings,
    observer: &mut dyn Observer,
) -> Plan {
    let anchored = anchor::of_plan(problem, from);
    let problem = &anchored;
    let published = standing::announced(problem, from);
    let mut soft = Bench::new(&published);
    let stands = tours::of_plan(&mut soft, from);
    // All standing visits at their hours: what finds a place now disturbs nobody.
    let held = standing::held(&published, &mut soft, &stands, from, |_| false);
    let mut held_bench = Bench::new(&held);
    let mut draft = held_bench.draft(stands.tours().to_vec()).unwrap_or(stands);
    let before = draft.clone();
    for turn in in_turn(&held_bench, &draft, from, first) {
        held_bench.settle(&mut draft, turn.stop);
    }
    // Hours of others may give way for what was lost, days of others only for least visits.
    let mut steps = 0;
    for turn in in_turn(&soft, &draft, from, first) {
        if turn.named || turn.lost {
            soft.settle(&mut draft, turn.stop);
        }
        if turn.named {
            own_days_free(problem, &mut soft, &mut draft, turn.stop);
        }
    }
    if !repair::lacking(&soft, &draft).is_empty() {
        let mut watch = Watch { settings, observer };
        steps = repair::least_visits(&mut soft, &mut draft, settings.seed, |steps, draft| {
            watch.go_on(steps, draft)
        });
    }
    let touched = |bus_day: usize| draft.tours()[bus_day] != before.tours()[bus_day];
    let held = standing::held(&published, &mut held_bench, &before, from, touched);
    let mut held_bench = Bench::new(&held);
    let mut draft = match held_bench.draft(draft.tours().to_vec()) {
        Some(same) => same,
        None => draft,
    };
    for turn in in_turn(&held_bench, &draft, from, first) {
        held_bench.settle(&mut draft, turn.stop);
    }
    finish(problem, &held, &draft, settings, steps)
}

/// Tells the observer about the repair, and when to stop.
struct Watch<'a> {
    settings: SolveSettings,
    observer: &'a mut dyn Observer,
}

/// Steps after which a repair is given up, whatever the limit.
const MOST_STEPS: u64 = 1_000;

impl Watch<'_> {
    fn go_on(&mut self, steps: u64, draft: &Draft) -> bool {
        let cost = draft.cost();
        let progress = Progress {
            iteration: steps,
            iterations: self.settings.iterations,
            best_found_at: 0,
            best: Breakdown {
                unserved_least: cost.least,
                announced_moved: cost.moved,
                unserved_wanted: cost.wanted,
                fairness: cost.fairness,
                ..Breakdown::default()
            },
            visits: draft.tours().iter().map(|jobs| jobs.len() as u32).sum(),
            unmet: 0,
        };
        let limit = self.settings.iterations.unwrap_or(MOST_STEPS).min(MOST_STEPS);
        steps < limit && self.observer.progress(&progress) == Step::Continue
    }
}

/// Moves the stop's own visits if that gives it one more, as few as possible.
fn own_days_free(problem: &Problem, bench: &mut Bench<'_>, draft: &mut Draft, stop: usize) {
    /// What moving a visit costs, in points: more than any place.
    const MOVING: i64 = 1 << 32;
    let Some(request) = &problem.stops[stop].request else {
        return;
    };
    if let Some(changed) = bench.with_best_days(draft, stop, &request.sets, -MOVING)
        && bench.got(&changed, stop) > bench.got(draft, stop)
    {
        *draft = changed;
    }
}

/// A stop with fewer visits than it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Turn {
    stop: usize,
    /// What is changed is about this stop.
    named: bool,
    /// It had more visits before.
    lost: bool,
    lacks_least: bool,
    /// Days on which a visit may be.
    open: usize,
}

/// Stops with fewer visits than they want: those named first, then those that lost visits, then the others; of each, those that
/// lack least visits and have few days to choose from come first.
fn in_turn(bench: &Bench<'_>, draft: &Draft, from: &Plan, first: &[usize]) -> Vec<Turn> {
    let parts = bench.problem.parts();
    let mut before: BTreeMap<&Slug, u32> = BTreeMap::new();
    for visit in &from.visits {
        *before.entry(&visit.stop).or_default() += 1;
    }
    let mut turns: Vec<Turn> = Vec::new();
    for (stop, request) in bench.problem.asking() {
        let got = bench.got(draft, stop);
        if got < request.wanted {
            turns.push(Turn {
                named: first.contains(&stop),
                lost: before.get(&parts.stops[stop].slug).is_some_and(|had| got < *had),
                lacks_least: got < request.least,
                open: request.slots.iter().filter(|slots| !slots.is_empty()).count(),
                stop,
            });
        }
    }
    turns.sort_unstable_by_key(|turn| (!turn.named, !turn.lost, !turn.lacks_least, turn.open, turn.stop));
    turns
}

/// The plan of a draft: times and reasons as in `held`, costs as in the problem itself.
fn finish(problem: &Problem, held: &Problem, draft: &Draft, settings: SolveSettings, iterations: u64) -> Plan {
    let mut workshop = Workshop::new(held);
    let solution = solution_of(&mut workshop, draft);
    let unmet = why_not::explain(&mut workshop, &solution);
    let mut plan = report::plan(&mut workshop, &solution, settings.seed, iterations, unmet);
    plan.cost = breakdown_of(problem, &plan);
    plan
}

/// The same tours as the search holds them.
pub(crate) fn solution_of(workshop: &mut Workshop<'_>, draft: &Draft) -> Solution {
    let mut solution = workshop.only_fixed();
    for bus_day in 0..draft.tours().len() {
        // A bus that stays at home can always be "driven".
        workshop.replace_if_drivable(&mut solution, bus_day, &[]);
    }
    for (bus_day, jobs) in draft.tours().iter().enumerate() {
        workshop.replace_if_drivable(&mut solution, bus_day, jobs);
    }
    for stop in 0..workshop.problem.stops.len() {
        solution.asked[stop] = draft.asked(stop).to_vec();
        workshop.count_own(&mut solution, stop);
    }
    solution
}
