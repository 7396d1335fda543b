//! Where else a visit could be: the next-best days, buses and hours, with what each would cost, so that a person can move the
//! visit with open eyes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Minute, Minutes, Slug};

use crate::{
    Breakdown, Cost, MovedVisit, Plan, PlannedVisit, Problem, VisitPlace, VisitReason, anchor,
    day_sets::DaySets,
    draft::{Bench, Draft, Place, breakdown, days_of},
    problem::{Job, Slot},
    replan::{standing, tours},
};

/// Another place for a visit, with all other visits on their days, with their buses and in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Where it would be.
    pub place: VisitPlace,
    /// What it would cost more than the plan as it stands, part by part; less than nothing is a gain. Compare two by
    /// [`Breakdown::rank`].
    pub cost: Breakdown,
    /// Visits of the same two days whose hours would change with it.
    pub shifted: Vec<MovedVisit>,
}

/// Why there is no alternative to a visit. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum NoAlternatives {
    #[error("the plan has no visit at {stop} on {day}")]
    NotInPlan { stop: Slug, day: Day },
    #[error("the visit at {stop} on {day} belongs to the event {event}: it is where and when the event is")]
    Event { stop: Slug, day: Day, event: Slug },
    #[error("people fixed the visit at {stop} on {day}: it moves only when they no longer fix it")]
    Pinned { stop: Slug, day: Day },
    #[error("the rules no longer allow the visit at {stop} on {day}: plan again from this plan")]
    NoLongerAllowed { stop: Slug, day: Day },
}

/// The next-best places for the visit of a stop on a day, at most `count`: of each day and part of the day (until 12:00, until
/// 15:00, later) the cheapest one, so that they really differ. Only this visit moves: the other visits of its stop stay, all others
/// keep their day, bus and order, and all rules are kept. First come places at which no other visit changes its hours, then those
/// at which some of the same tours do; in both, the cheapest first. Empty: the rules leave no other place among the other visits.
///
/// Visits of the plan that the rules no longer allow are looked on as gone.
pub fn alternatives(
    problem: &Problem,
    plan: &Plan,
    stop: &Slug,
    day: Day,
    count: usize,
) -> Result<Vec<Alternative>, NoAlternatives> {
    let visit = plan.visits.iter().find(|visit| visit.stop == *stop && visit.day == day);
    let (slug, stop_day) = (|| stop.clone(), day);
    let Some(visit) = visit else {
        return Err(NoAlternatives::NotInPlan { stop: slug(), day });
    };
    match &visit.reason {
        VisitReason::Asked => {}
        VisitReason::Pin => return Err(NoAlternatives::Pinned { stop: slug(), day }),
        VisitReason::Event { event } => {
            let event = event.clone();
            return Err(NoAlternatives::Event {
                stop: slug(),
                day,
                event,
            });
        }
    }
    let gone = || NoAlternatives::NoLongerAllowed {
        stop: slug(),
        day: stop_day,
    };
    let anchored = anchor::of_plan(problem, plan);
    let problem = &anchored;
    let mut bench = Bench::new(problem);
    let draft = tours::of_plan(&mut bench, plan);
    let number = problem
        .parts()
        .stops
        .iter()
        .position(|s| s.slug == *stop)
        .ok_or_else(gone)?;
    let is_it = |bus_day: &&usize| problem.date(problem.day_of(**bus_day)) == day;
    let bus_day = *draft.asked(number).iter().find(is_it).ok_or_else(gone)?;
    let search = Search {
        problem,
        plan,
        visit,
        stop: number,
        bus_day,
    };
    Ok(search.run(&mut bench, &draft, count))
}

/// Parts of a day, by public start; the ends are multiples of every possible step.
const PARTS_OF_DAY: [(u32, u32); 3] = [(0, 720), (720, 900), (900, 1440)];

struct Search<'a> {
    problem: &'a Problem,
    plan: &'a Plan,
    visit: &'a PlannedVisit,
    stop: usize,
    bus_day: usize,
}

/// The problem from which places are looked for: with the hours of the others held, or free.
struct View<'a> {
    base: &'a Problem,
    /// The plan, and the plan without the visit.
    draft: Draft,
    without: Draft,
    /// By part of the day: the base in which the stop can be visited then only.
    parts: Vec<Problem>,
}

struct Found {
    cost: Cost,
    part: usize,
    place: Place,
}

impl Search<'_> {
    fn run(&self, bench: &mut Bench<'_>, draft: &Draft, count: usize) -> Vec<Alternative> {
        let held = standing::held(self.problem, bench, draft, self.plan, |_| false);
        let mut taken = BTreeSet::new();
        let mut alternatives = Vec::new();
        for base in [&held, self.problem] {
            // Without a view the tour needs the visit as a way round, and nothing can be said.
            let Some(view) = self.view(base, draft) else { continue };
            let mut found = self.found(&view);
            found.retain(|f| taken.insert((self.problem.day_of(f.place.bus_day), f.part)));
            let each = found.iter().filter_map(|found| self.alternative(&view, found));
            alternatives.extend(each.take(count));
        }
        alternatives.sort_by_key(|a| (!a.shifted.is_empty(), a.cost.rank(), a.place.clone()));
        alternatives.truncate(count);
        alternatives
    }

    fn view<'a>(&self, base: &'a Problem, draft: &Draft) -> Option<View<'a>> {
        let mut bench = Bench::new(base);
        let draft = bench.draft(draft.tours().to_vec())?;
        let mut without = draft.clone();
        let parts = PARTS_OF_DAY.iter().map(|part| self.only_in(base, *part)).collect();
        bench.take_out(&mut without, self.stop, self.bus_day).then_some(View {
            base,
            draft,
            without,
            parts,
        })
    }

    /// The cheapest place of each day and part of the day, cheapest first.
    fn found(&self, view: &View<'_>) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (part, problem) in view.parts.iter().enumerate() {
            let mut bench = Bench::new(problem);
            found.extend((0..problem.days).filter_map(|day| self.best_of(&mut bench, &view.without, day, part)));
        }
        found.sort_by_key(|f| (f.cost, f.place.bus_day, f.part));
        found
    }

    /// The problem in which the stop can be visited in one part of the day only.
    fn only_in(&self, base: &Problem, (from, to): (u32, u32)) -> Problem {
        let mut problem = base.clone();
        let step = problem.step;
        let cut = |slots: &mut Vec<Slot>| {
            for slot in slots.iter_mut() {
                (slot.first, slot.last) = (slot.first.max(from), slot.last.min(to - step));
            }
            slots.retain(|slot| slot.first <= slot.last);
        };
        // This stop is held nowhere: its other visits are on other days than those that are looked at.
        let mut rules = self.problem.stops[self.stop].clone();
        if let Some(request) = &mut std::sync::Arc::make_mut(&mut rules).request {
            request.any_time = false;
            request.slots.iter_mut().for_each(cut);
            request.slots_of_bus.values_mut().for_each(cut);
        }
        problem.stops[self.stop] = rules;
        problem
    }

    fn best_of(&self, bench: &mut Bench<'_>, without: &Draft, day: usize, part: usize) -> Option<Found> {
        let request = self.problem.stops[self.stop].request.as_ref()?;
        let mut days = bench.days(without, self.stop);
        if days.contains(&(day as u16)) {
            return None;
        }
        days.push(day as u16);
        days.sort_unstable();
        let own = request.sets.cost(&days)?;
        let (from, to) = PARTS_OF_DAY[part];
        let is_now = |bus_day: usize| bus_day == self.bus_day && (from..to).contains(&self.visit.public_start.get());
        let open = bench.open_bus_days(self.stop, day).into_iter();
        let places = open
            .filter(|bus_day| !is_now(*bus_day))
            .filter_map(|bus_day| bench.place_in(without, self.stop, bus_day));
        let place = places.min_by_key(|place| place.points)?;
        Some(Found {
            cost: own + Cost::comfort(place.points),
            part,
            place,
        })
    }

    fn alternative(&self, view: &View<'_>, found: &Found) -> Option<Alternative> {
        let (mut bench, mut theirs) = (Bench::new(view.base), Bench::new(&view.parts[found.part]));
        let (at, now) = (found.place.bus_day, self.bus_day);
        let mut jobs = view.without.tours()[at].clone();
        jobs.insert(found.place.position, self.stop as Job);
        let schedule = theirs.schedule(at, &jobs)?;
        let start = Minute::new(schedule.starts[found.place.position])?;
        let (request, parts) = (self.problem.stops[self.stop].request.as_ref()?, self.problem.parts());
        let place = VisitPlace {
            stop: self.visit.stop.clone(),
            day: self.problem.date(self.problem.day_of(at)),
            bus: parts.buses[self.problem.bus_of(at)].slug.clone(),
            public_start: start,
            public_end: start.plus(Minutes(request.public))?,
        };
        let mut points = theirs.parts(at, &jobs)? - bench.parts(now, &view.draft.tours()[now])?;
        let mut shifted = self.shifted(at, &jobs, &schedule.starts);
        if at != now {
            let left = &view.without.tours()[now];
            points = points + bench.parts(now, left)? - bench.parts(at, &view.without.tours()[at])?;
            if !left.is_empty() {
                shifted.extend(self.shifted(now, left, &bench.schedule(now, left)?.starts));
            }
        }
        let own = |asked: &[usize]| request.sets.cost(&days_of(self.problem, asked, self.stop));
        let mut moved = view.without.asked(self.stop).to_vec();
        moved.push(at);
        Some(Alternative {
            place,
            cost: breakdown(own(&moved)? - own(view.draft.asked(self.stop))?, points),
            shifted,
        })
    }

    /// Other visits of a tour whose hours would not be those of the plan.
    fn shifted(&self, bus_day: usize, jobs: &[Job], starts: &[u32]) -> Vec<MovedVisit> {
        let parts = self.problem.parts();
        let (day, bus) = (
            self.problem.date(self.problem.day_of(bus_day)),
            &parts.buses[self.problem.bus_of(bus_day)].slug,
        );
        let moved = |(job, start): (&Job, &u32)| {
            let slug = &parts.stops[self.problem.stop_of(*job)].slug;
            let now = self.plan.visits.iter();
            let now = now
                .into_iter()
                .find(|v| v.stop == *slug && v.day == day && v.bus == *bus)?;
            if now.public_start.get() == *start || *slug == self.visit.stop {
                return None;
            }
            let (from, start) = (VisitPlace::from(now), Minute::new(*start)?);
            let length = Minutes(now.public_end.get().saturating_sub(now.public_start.get()));
            let to = VisitPlace {
                public_start: start,
                public_end: start.plus(length)?,
                ..from.clone()
            };
            Some(MovedVisit { from, to })
        };
        jobs.iter().zip(starts).filter_map(moved).collect()
    }
}

#[cfg(test)]
mod tests;
