//! Can this be planned? A plan that was found is proof; that none was found is proof only where every possibility was tried.

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
        Err(faults) => return Answer::None(proof_of(&faults)),
    };
    let mut bench = Bench::new(&problem);
    let Some(mut draft) = bench.draft(problem.fixed_tours.clone()) else {
        return Answer::None(ConflictProof::Search);
    };
    construct(&mut bench, &mut draft);
    repair::least_visits(&mut bench, &mut draft, 1, |steps, _| steps < STEPS);
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

/// Faults are proved by what they say; only the packing of fixed visits is given up after many tries.
fn proof_of(faults: &[ProblemFault]) -> ConflictProof {
    let packing = |fault: &ProblemFault| matches!(fault, ProblemFault::FixedCollide { .. });
    if faults.iter().any(packing) {
        ConflictProof::Search
    } else {
        ConflictProof::Exact
    }
}
