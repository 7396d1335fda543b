//! Can this be planned? A plan that was found is proof; that none was found is proof only where every possibility was tried.

use vocabulary::Slug;

use super::ConflictProof;
use crate::{
    Breakdown, Observer, Problem, ProblemFault, ProblemParts, Progress, Step,
    draft::{Bench, Draft},
    replan::repair,
};

/// Steps of search before a set counts as one that cannot be planned.
const STEPS: u64 = 60;

pub(super) enum Answer {
    /// A plan with every least and every fixed visit was found.
    Plan,
    /// None was.
    None(ConflictProof),
}

pub(super) struct Oracle<'a> {
    observer: &'a mut dyn Observer,
    asked: u64,
    stopped: bool,
}

impl<'a> Oracle<'a> {
    pub(super) fn new(observer: &'a mut dyn Observer) -> Self {
        Self {
            observer,
            asked: 0,
            stopped: false,
        }
    }

    pub(super) fn stopped(&self) -> bool {
        self.stopped
    }

    pub(super) fn ask(&mut self, parts: &ProblemParts) -> Answer {
        let answer = answer(parts);
        self.asked += 1;
        let progress = Progress {
            iteration: self.asked,
            iterations: None,
            best_found_at: 0,
            best: Breakdown::default(),
            visits: 0,
            unmet: 0,
        };
        self.stopped |= self.observer.progress(&progress) == Step::Stop;
        answer
    }
}

fn answer(parts: &ProblemParts) -> Answer {
    let problem = match Problem::build(parts.clone()) {
        Ok(problem) => problem,
        Err(faults) => return Answer::None(proof_of(parts, &faults)),
    };
    let mut bench = Bench::new(&problem);
    let Some(mut draft) = bench.draft(problem.fixed_tours.to_vec()) else {
        return Answer::None(ConflictProof::Search);
    };
    construct(&mut bench, &mut draft);
    repair::search(&mut bench, &mut draft, 1, |steps, _| steps < STEPS);
    if repair::lacking(&bench, &draft).is_empty() {
        return Answer::Plan;
    }
    Answer::None(if alone(&problem) {
        ConflictProof::Exact
    } else {
        ConflictProof::Search
    })
}

/// Stops one after the other, those with the fewest days to choose from first.
fn construct(bench: &mut Bench<'_>, draft: &mut Draft) {
    let open = |slots: &[Vec<crate::problem::Slot>]| slots.iter().filter(|slots| !slots.is_empty()).count();
    let asking = bench.problem.asking();
    let mut order: Vec<(usize, usize)> = asking.map(|(stop, request)| (open(&request.slots), stop)).collect();
    order.sort_unstable();
    for (_, stop) in order {
        bench.settle(draft, stop);
    }
}

/// Whether one stop asks and nothing is fixed: then its places do not depend on others, and the day-set programme is exact.
fn alone(problem: &Problem) -> bool {
    problem.fixed.is_empty() && problem.asking().filter(|(_, request)| request.least > 0).count() == 1
}

/// Stops that cannot have their least visits even if all buses were there for them alone, from a problem without fault. Proved: in
/// empty tours places do not depend on one another, and the day-set programme is exact.
pub(super) fn hopeless(problem: &Problem) -> Vec<usize> {
    let mut bench = Bench::new(problem);
    let Some(empty) = bench.draft(vec![Vec::new(); problem.shifts.len()]) else {
        return Vec::new();
    };
    let asking = problem.asking().filter(|(_, request)| request.least > 0);
    asking
        .filter(|(stop, request)| {
            let alone = bench.with_best_days(&empty, *stop, &request.sets, 0);
            alone.is_some_and(|draft| bench.got(&draft, *stop) < request.least)
        })
        .map(|(stop, _)| stop)
        .collect()
}

/// Faults are proved by what they say; that fixed visits do not go together is proved when every order was tried.
fn proof_of(parts: &ProblemParts, faults: &[ProblemFault]) -> ConflictProof {
    let open = |fault: &ProblemFault| match fault {
        ProblemFault::FixedCollide { stops, .. } => {
            !Problem::tries_every_order(stops.len(), parts.buses.len()) || detours_help(parts, stops)
        }
        _ => false,
    };
    if faults.iter().all(open) {
        ConflictProof::Search
    } else {
        ConflictProof::Exact
    }
}

/// Whether the way over one of these stops, with its whole visit, is somewhere quicker than the direct way: then a tour that
/// cannot be driven might be mended by one more visit.
fn detours_help(parts: &ProblemParts, stops: &[Slug]) -> bool {
    let travel = &parts.travel;
    let number = |slug: &Slug| travel.places.iter().position(|place| place == slug);
    let way = |from: usize, to: usize| {
        travel
            .minutes
            .get(from * travel.places.len() + to)
            .copied()
            .unwrap_or(0)
    };
    let depots = parts.buses.iter().flat_map(|bus| [&bus.depart_from, &bus.return_to]);
    let places: Vec<usize> = stops.iter().chain(depots).filter_map(number).collect();
    stops.iter().filter_map(number).any(|over| {
        let pairs = places.iter().flat_map(|from| places.iter().map(move |to| (*from, *to)));
        pairs
            .into_iter()
            .any(|(from, to)| u64::from(way(from, over)) + u64::from(way(over, to)) < u64::from(way(from, to)))
    })
}
