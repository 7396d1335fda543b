//! Why a request is not met in full, proved: a rule is named only after the stop, placed again with that one rule relaxed and all
//! other stops as they are, got at least one visit more.
//!
//! What this does *not* do: guess. When no single rule is enough, it says which ones together are, none of them to be left out.

mod cheapest;
mod reason;
mod relax;

pub use reason::{Reason, Relaxation, RuleFamily};
pub(crate) use relax::fullest;

use crate::{
    ProblemParts, Unmet,
    day_sets::DaySet,
    problem::{Problem, Request, Stop},
    solution::Solution,
    workshop::Workshop,
};

/// Every request that is not met in full, with its reasons.
pub(crate) fn explain(workshop: &mut Workshop<'_>, solution: &Solution) -> Vec<Unmet> {
    let problem = workshop.problem;
    let short = problem
        .asking()
        .filter(|(stop, request)| solution.got(problem, *stop) < request.wanted);
    let stops: Vec<usize> = short.map(|(stop, _)| stop).collect();
    let explained = stops.into_iter().filter_map(|stop| {
        let case = Case::new(workshop, solution, stop)?;
        let Request { least, wanted, .. } = *case.request;
        Some(Unmet {
            stop: case.stop.slug.clone(),
            least,
            wanted,
            got: case.got,
            reasons: case.reasons(),
        })
    });
    explained.collect()
}

/// One stop with too few visits.
struct Case<'a> {
    problem: &'a Problem,
    number: usize,
    stop: &'a Stop,
    request: &'a Request,
    got: u32,
    /// The plan without what this stop asked for.
    others: Solution,
}

impl<'a> Case<'a> {
    fn new(workshop: &mut Workshop<'a>, solution: &Solution, number: usize) -> Option<Self> {
        let problem = workshop.problem;
        let stop = &problem.parts().stops[number];
        let request = problem
            .parts()
            .requests
            .iter()
            .find(|request| request.stop == stop.slug)?;
        let mut others = solution.clone();
        workshop.remove_all(&mut others, number);
        Some(Self {
            problem,
            number,
            stop,
            request,
            got: solution.got(problem, number),
            others,
        })
    }

    fn reasons(&self) -> Vec<Reason> {
        let fullest: Vec<Relaxation> = RuleFamily::ALL
            .into_iter()
            .filter_map(|family| relax::fullest(family, self.problem.parts(), self.stop, self.request))
            .collect();
        let single: Vec<Reason> = fullest
            .iter()
            .filter_map(|full| {
                let days = self.placed(std::slice::from_ref(full))?;
                let relaxation = cheapest::of(self, full, &days);
                Some(Reason::OneRule {
                    family: relaxation.family(),
                    relaxation,
                })
            })
            .collect();
        if single.is_empty() {
            vec![self.together(fullest)]
        } else {
            single
        }
    }

    /// The smallest set that is left when every rule is dropped that is not needed (deletion filter).
    fn together(&self, mut needed: Vec<Relaxation>) -> Reason {
        if self.placed(&needed).is_none() {
            return Reason::OutOfReach;
        }
        for i in (0..needed.len()).rev() {
            let mut fewer = needed.clone();
            fewer.remove(i);
            if self.placed(&fewer).is_some() {
                needed = fewer;
            }
        }
        Reason::SeveralRules {
            families: needed.iter().map(Relaxation::family).collect(),
        }
    }

    /// Places the stop again with these relaxations: its days, if there are more than it got.
    fn placed(&self, relaxations: &[Relaxation]) -> Option<DaySet> {
        let mut parts: ProblemParts = self.problem.parts().clone();
        for relaxation in relaxations {
            relaxation.apply(&mut parts, &self.stop.slug);
        }
        let relaxed = self.problem.changed_for(parts, self.number);
        let others = self.others.with_buses_of(self.problem, &relaxed);
        let mut workshop = Workshop::new(&relaxed);
        workshop.price_days(&others, self.number, || false);
        let sets = &relaxed.stops[self.number].request.as_ref()?.sets;
        let (_, days) = sets.cheapest_up_to(&workshop.prices, u32::MAX)?;
        (days.len() > self.got as usize).then_some(days)
    }
}

#[cfg(test)]
mod tests;
