//! The same problem with other rules for one stop, or for buses and days: to prove reasons, where only that stop is placed again. What
//! does not differ is shared with the problem, so that this is quick.

use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

use vocabulary::Sameness;

use super::{
    compile,
    dense::{Fixed, Job, Problem, StopRules},
    parts::{Apart, ApartBy, Bus, ProblemParts},
    shifts,
};
use crate::Travel;

/// What the parts of a problem say about one stop, about buses and days, and about what people fixed: little enough to be copied
/// and changed many times.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// The number of the stop in the problem.
    stop: usize,
    /// The stop comes first, then those of fixed visits.
    pub(crate) parts: ProblemParts,
}

/// A problem with other rules. Its [`Problem::parts`] are still those without the change.
#[derive(Debug)]
pub(crate) struct Changed {
    about: About,
    pub(crate) problem: Problem,
}

impl Changed {
    /// The same with this anchor for the stop.
    pub(crate) fn anchored(&self, anchor: Option<u32>) -> Cow<'_, Problem> {
        let (problem, stop) = (&self.problem, self.about.stop);
        if problem.anchors[stop] == anchor {
            return Cow::Borrowed(problem);
        }
        let mut other = problem.clone();
        other.anchors[stop] = anchor;
        other.stops[stop] = Arc::new(self.about.rules(problem, &problem.fixed, anchor));
        Cow::Owned(other)
    }
}

impl About {
    fn rules(&self, problem: &Problem, fixed: &[Fixed], anchor: Option<u32>) -> StopRules {
        let stop = (self.stop, &self.parts.stops[0]); // `Problem::about` put it there.
        compile::stop_rules(&self.parts, &problem.index, fixed, stop, anchor)
    }

    /// Whether visits may be at the same times as in the problem, as far as buses, days and events go: then only what buses can take
    /// upon themselves may differ.
    fn has_the_hours_of(&self, parts: &ProblemParts) -> bool {
        let own = &self.parts;
        let alike = |(one, other): (&Bus, &Bus)| {
            one.hours == other.hours
                && one.closed_days == other.closed_days
                && one.capabilities == other.capabilities
                && one.breaks.is_some() == other.breaks.is_some()
                && one.max_driving.is_some() == other.max_driving.is_some()
        };
        own.buses.len() == parts.buses.len()
            && own.buses.iter().zip(&parts.buses).all(alike)
            && own.days == parts.days
            && own.events == parts.events
    }

    fn has_the_rules_of(&self, parts: &ProblemParts) -> bool {
        let stop = &self.parts.stops[0];
        let request = |parts: &ProblemParts| parts.requests.iter().find(|r| r.stop == stop.slug).cloned();
        parts.stops.get(self.stop) == Some(stop) && request(parts) == request(&self.parts)
    }
}

impl Problem {
    /// What its parts say about a stop.
    pub(crate) fn about(&self, stop: usize) -> About {
        let (parts, own) = (&self.parts, &self.parts.stops[stop].slug);
        let mut numbers: BTreeSet<usize> = self.fixed.iter().map(|fixed| fixed.stop).collect();
        numbers.remove(&stop);
        let stops = std::iter::once(stop).chain(numbers).map(|s| parts.stops[s].clone());
        let stops: Vec<_> = stops.collect();
        let asks = |request: &&crate::Request| stops.iter().any(|stop| stop.slug == request.stop);
        About {
            stop,
            parts: ProblemParts {
                version: parts.version,
                days: parts.days.clone(),
                depots: Vec::new(),
                buses: parts.buses.clone(),
                requests: parts.requests.iter().filter(asks).cloned().collect(),
                events: parts.events.clone(),
                pins: parts.pins.clone(),
                announced: parts.announced.iter().filter(|a| a.stop == *own).cloned().collect(),
                apart: parts
                    .apart
                    .iter()
                    .filter(|rule| rule.stops.contains(own))
                    .cloned()
                    .collect(),
                planned_on: parts.planned_on,
                travel: Travel {
                    places: Vec::new(),
                    minutes: Vec::new(),
                    metres: Vec::new(),
                    estimated: parts.travel.estimated,
                    estimated_pairs: Vec::new(),
                },
                weights: parts.weights,
                start_step: parts.start_step,
                stops,
            },
        }
    }

    /// The problem in which these rules hold instead of what its own parts say of the same. The rules of other stops are taken over as
    /// they are, and so are the tours of fixed visits.
    pub(crate) fn changed_for(&self, about: About) -> Changed {
        let (parts, stop) = (&about.parts, about.stop);
        let same_fleet = parts.days == self.parts.days && parts.buses == self.parts.buses;
        let same_hours = about.has_the_hours_of(&self.parts);
        let same_rules = about.has_the_rules_of(&self.parts);
        let mut anchors = self.anchors.clone();
        // The start of a stop that is placed again is chosen anew, where it is a rule.
        let request = parts
            .requests
            .iter()
            .find(|request| request.stop == parts.stops[0].slug);
        if request.is_none_or(|request| request.same_start != Sameness::Liked) {
            anchors[stop] = None;
        }
        let keeps_anchor = anchors[stop] == self.anchors[stop];
        let has_fixed = || self.fixed.iter().any(|fixed| fixed.stop == stop);
        let fixed = if same_hours && (same_rules || !has_fixed()) {
            Arc::clone(&self.fixed)
        } else {
            compile::fixed_visits(parts, &self.index).into()
        };
        let mut stops = self.stops.clone();
        if !(same_hours && same_rules && keeps_anchor) {
            stops[stop] = Arc::new(about.rules(self, &fixed, anchors[stop]));
        }
        let problem = Problem {
            parts: Arc::clone(&self.parts),
            index: Arc::clone(&self.index),
            first_day: self.first_day,
            days: self.days,
            buses: parts.buses.len(),
            shifts: match same_fleet {
                true => Arc::clone(&self.shifts),
                false => shifts::all(parts, &self.index).into(),
            },
            roads: Arc::clone(&self.roads),
            stops,
            fixed,
            anchors,
            apart: self.apart_for(stop, &parts.apart),
            fixed_tours: self.fixed_tours_of(parts.buses.len()),
            step: self.step,
            weights: self.weights,
        };
        Changed { about, problem }
    }

    /// With these rules for a stop instead of its own.
    fn apart_for(&self, stop: usize, rules: &[Apart]) -> Arc<[Vec<(usize, ApartBy)>]> {
        let own = &self.parts.stops[stop].slug;
        let before = self.parts.apart.iter().filter(|rule| rule.stops.contains(own));
        if before.eq(rules) {
            return Arc::clone(&self.apart);
        }
        let mut apart = self.apart.to_vec();
        apart[stop].clear();
        for others in &mut apart {
            others.retain(|(other, _)| *other != stop);
        }
        for rule in rules {
            let others = rule.stops.iter().filter(|slug| *slug != own);
            for other in others.filter_map(|slug| self.index.number(slug)) {
                apart[stop].push((other, rule.by));
                apart[other].push((stop, rule.by));
            }
        }
        apart.into()
    }

    /// By the bus-days that there are with so many buses.
    fn fixed_tours_of(&self, buses: usize) -> Arc<[Vec<Job>]> {
        if buses == self.buses {
            return Arc::clone(&self.fixed_tours);
        }
        let tour = |bus_day: usize| match bus_day % buses {
            bus if bus < self.buses => self.fixed_tours[self.bus_day(bus, bus_day / buses)].clone(),
            _ => Vec::new(),
        };
        (0..buses * self.days).map(tour).collect()
    }
}
