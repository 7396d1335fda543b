//! Why a request is not met in full, proved: a rule is named only after the stop, placed again with that one rule relaxed and all
//! other stops as they are, got at least one visit more. With each rule comes what the plan would then cost more, or less.
//!
//! What this does *not* do: guess. When no single rule is enough, it says which ones together are, none of them to be left out.

mod cheapest;
mod price;
mod reason;
mod relax;
mod room;

pub use reason::{Reason, Relaxation, RuleFamily};
pub(crate) use relax::fullest;

use crate::{
    Breakdown, Unmet, anchor,
    day_sets::DaySet,
    problem::{About, Problem, Request, Stop},
    solution::Solution,
    workshop::Workshop,
};
use price::Others;
use room::Standing;

/// Every request that is not met in full, with its reasons.
pub(crate) fn explain(workshop: &mut Workshop<'_>, solution: &Solution) -> Vec<Unmet> {
    let problem = workshop.problem;
    let short = problem
        .asking()
        .filter(|(stop, request)| solution.got(problem, *stop) < request.wanted);
    let stops: Vec<usize> = short.map(|(stop, _)| stop).collect();
    let standing = Standing::of(problem, solution);
    let explained = stops.into_iter().filter_map(|stop| {
        let case = Case::new(&standing, stop)?;
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
    about: About,
    number: usize,
    stop: &'a Stop,
    request: &'a Request,
    got: u32,
    /// The plan without what this stop asked for.
    others: Others<'a>,
}

/// The stop placed again.
#[derive(Debug, Clone)]
struct Placed {
    days: DaySet,
    /// How many visits these are.
    visits: u32,
    /// What the plan then costs more.
    price: Breakdown,
}

impl<'a> Case<'a> {
    fn new(standing: &'a Standing<'a>, number: usize) -> Option<Self> {
        let Standing { problem, solution, .. } = *standing;
        let stop = &problem.parts().stops[number];
        let mut requests = problem.parts().requests.iter();
        Some(Self {
            problem,
            about: problem.about(number),
            number,
            stop,
            request: requests.find(|request| request.stop == stop.slug)?,
            got: solution.got(problem, number),
            others: Others::of(standing, number),
        })
    }

    fn reasons(&self) -> Vec<Reason> {
        let fullest: Vec<Relaxation> = RuleFamily::ALL
            .into_iter()
            .filter_map(|family| relax::fullest(family, self.problem.parts(), self.stop, self.request))
            .collect();
        let single = fullest.iter().filter_map(|full| {
            let placed = self.placed(std::slice::from_ref(full))?;
            let (relaxation, placed) = cheapest::of(self, (full, placed));
            Some((relaxation, placed.price))
        });
        let single: Vec<(Relaxation, Breakdown)> = single.collect();
        if single.is_empty() {
            return vec![self.together(fullest)];
        }
        let dearness = |(relaxation, price): &&(Relaxation, Breakdown)| (relaxation.needs_another_bus(), price.rank());
        let best = single
            .iter()
            .min_by_key(dearness)
            .map(|(relaxation, _)| relaxation.clone());
        let reason = |(relaxation, price): (Relaxation, Breakdown)| Reason::OneRule {
            family: relaxation.family(),
            cheapest: best.as_ref() == Some(&relaxation),
            relaxation,
            price,
        };
        single.into_iter().map(reason).collect()
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

    /// Places the stop again with these relaxations: how, if it has more visits then.
    fn placed(&self, relaxations: &[Relaxation]) -> Option<Placed> {
        let mut about = self.about.clone();
        for relaxation in relaxations {
            relaxation.apply(&mut about.parts, &self.stop.slug);
        }
        let free = self.problem.changed_for(about);
        // Under the rule of the same start, any one start will do.
        let choices = anchor::choices(&free.problem, self.number).into_iter();
        let placed = choices.filter_map(|anchor| self.others.place(&free.anchored(anchor)));
        placed.into_iter().find(|placed| placed.visits > self.got)
    }
}

#[cfg(test)]
mod tests;
