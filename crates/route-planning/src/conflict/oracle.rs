//! Can this be planned? A plan that was found is proof; that none was found is proof only where every possibility was tried.

use std::{borrow::Cow, collections::BTreeSet};

use vocabulary::{Sameness, Slug};

use super::ConflictProof;
use crate::{
    Breakdown, Observer, Problem, ProblemFault, ProblemParts, Progress, Step, anchor,
    draft::{Bench, Draft},
    problem::{RequestRules, Slot},
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
    let fixed = Bench::new(&problem).draft(problem.fixed_tours.to_vec());
    let Some((anchored, mut draft)) = fixed.and_then(|draft| construct(&problem, draft)) else {
        return Answer::None(ConflictProof::Search);
    };
    let mut bench = Bench::new(&anchored);
    repair::search(&mut bench, &mut draft, 1, |steps, _| steps < STEPS);
    let lacking = repair::lacking(&bench, &draft);
    if lacking.is_empty() || start_anew(&anchored, &draft, &lacking) {
        return Answer::Plan;
    }
    Answer::None(if alone(&problem) {
        ConflictProof::Exact
    } else {
        ConflictProof::Search
    })
}

/// Stops one after the other, those with the fewest days to choose from first. One that always starts at the same time gets the
/// start that suits it best, and keeps it.
fn construct(problem: &Problem, mut draft: Draft) -> Option<(Cow<'_, Problem>, Draft)> {
    let open = |slots: &[Vec<Slot>]| slots.iter().filter(|slots| !slots.is_empty()).count();
    let asking = problem.asking();
    let mut order: Vec<(usize, usize)> = asking.map(|(stop, request)| (open(&request.slots), stop)).collect();
    order.sort_unstable();
    let mut anchored = Cow::Borrowed(problem);
    for (_, stop) in order {
        if keeps_start(&anchored, stop) {
            let (other, settled) = best_start(&anchored, &draft, stop)?;
            (anchored, draft) = (Cow::Owned(other), settled);
        } else {
            Bench::new(&anchored).settle(&mut draft, stop);
        }
    }
    Some((anchored, draft))
}

fn keeps_start(problem: &Problem, stop: usize) -> bool {
    let request = problem.stops[stop].request.as_ref();
    request.is_some_and(|request| request.same_start == Sameness::Always)
}

/// The stop settled with the start that makes the draft cheapest, all other visits staying where they are.
fn best_start(problem: &Problem, draft: &Draft, stop: usize) -> Option<(Problem, Draft)> {
    let mut tours = draft.tours().to_vec();
    for bus_day in draft.asked(stop) {
        tours[*bus_day].retain(|job| *job as usize != stop);
    }
    let mut best: Option<(Problem, Draft)> = None;
    for anchor in anchor::choices(problem, stop) {
        let other = problem.anchored_at(stop, anchor);
        let mut bench = Bench::new(&other);
        let Some(mut settled) = bench.draft(tours.clone()) else {
            continue;
        };
        bench.settle(&mut settled, stop);
        if best.as_ref().is_none_or(|(_, best)| settled.cost() < best.cost()) {
            best = Some((other, settled));
        }
    }
    best
}

/// Whether nothing lacks any more when those that lack visits start at another time.
fn start_anew(problem: &Problem, draft: &Draft, lacking: &[usize]) -> bool {
    let (mut anchored, mut draft) = (Cow::Borrowed(problem), draft.clone());
    for stop in lacking.iter().filter(|stop| keeps_start(problem, **stop)) {
        if let Some((other, settled)) = best_start(&anchored, &draft, *stop) {
            (anchored, draft) = (Cow::Owned(other), settled);
        }
    }
    repair::lacking(&Bench::new(&anchored), &draft).is_empty()
}

/// Whether one stop asks and nothing is fixed: then its places do not depend on others, and the day-set programme is exact.
fn alone(problem: &Problem) -> bool {
    let mut asking = problem.asking().filter(|(_, request)| request.least > 0);
    let one = asking.next().filter(|_| asking.next().is_none());
    let proves = |(stop, request)| !keeps_start(problem, stop) || tries_every_start(problem, request);
    problem.fixed.is_empty() && one.is_some_and(proves)
}

/// Of very many starts only some are tried, and none that one bus alone can have.
fn tries_every_start(problem: &Problem, request: &RequestRules) -> bool {
    let slots = request.slots.iter().chain(request.slots_of_bus.values()).flatten();
    let all: BTreeSet<u32> = slots
        .flat_map(|slot| (slot.first..=slot.last).step_by(problem.step as usize))
        .collect();
    all.iter().eq(&request.starts)
}

/// Stops that cannot have their least visits even if all buses were there for them alone, from a problem without fault. In empty tours
/// places do not depend on one another, and the day-set programme is exact.
pub(super) fn hopeless(problem: &Problem) -> Vec<usize> {
    let mut bench = Bench::new(problem);
    let Some(empty) = bench.draft(vec![Vec::new(); problem.shifts.len()]) else {
        return Vec::new();
    };
    let falls_short = |bench: &mut Bench<'_>, stop: usize| {
        let request = bench.problem.stops[stop].request.as_ref();
        request.is_some_and(|request| {
            let alone = bench.with_best_days(&empty, stop, &request.sets, 0);
            alone.is_some_and(|draft| bench.got(&draft, stop) < request.least)
        })
    };
    let asking = problem.asking().filter(|(_, request)| request.least > 0);
    let hopeless = asking.filter(|(stop, _)| match keeps_start(problem, *stop) {
        true => anchor::choices(problem, *stop)
            .into_iter()
            .all(|anchor| falls_short(&mut Bench::new(&problem.anchored_at(*stop, anchor)), *stop)),
        false => falls_short(&mut bench, *stop),
    });
    hopeless.map(|(stop, _)| stop).collect()
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
