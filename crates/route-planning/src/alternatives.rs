//! Where else a visit could be: the next-best days, buses and hours, with what each would cost, so that a person can move the
//! visit with open eyes.

use serde::{Deserialize, Serialize};
use vocabulary::{Day, Minute, Minutes, Slug};

use crate::{
    Breakdown, Cost, MovedVisit, Plan, PlannedVisit, Problem, VisitPlace, VisitReason,
    day_sets::DaySets,
    draft::{Bench, Draft, Place},
    problem::{Job, Slot},
    replan::tours,
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

/// The next-best places for the visit of a stop on a day, cheapest first, at most `count`: of each day and part of the day
/// (until 12:00, until 15:00, later) the cheapest one, so that they really differ. Only this visit moves: the other visits of its
/// stop stay, and all rules are kept. Empty: the rules leave no other place among the other visits.
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

struct Found {
    cost: Cost,
    part: usize,
    place: Place,
}

impl Search<'_> {
    fn run(&self, bench: &mut Bench<'_>, draft: &Draft, count: usize) -> Vec<Alternative> {
        let mut without = draft.clone();
        if !bench.take_out(&mut without, self.stop, self.bus_day) {
            // The tour needs the visit as a way round; nothing else can be said of it.
            return Vec::new();
        }
        let parts: Vec<Problem> = PARTS_OF_DAY.iter().map(|part| self.only_in(*part)).collect();
        let mut found: Vec<Found> = Vec::new();
        for (part, problem) in parts.iter().enumerate() {
            let mut bench = Bench::new(problem);
            for day in 0..problem.days {
                found.extend(self.best_of(&mut bench, &without, day, part));
            }
        }
        found.sort_by_key(|f| (f.cost, f.place.bus_day, f.part));
        let best = found.into_iter().take(count);
        best.filter_map(|found| self.alternative(bench, &parts[found.part], draft, &without, &found))
            .collect()
    }

    /// The problem in which the stop can be visited in one part of the day only.
    fn only_in(&self, (from, to): (u32, u32)) -> Problem {
        let mut problem = self.problem.clone();
        let step = problem.step;
        let cut = |slots: &mut Vec<Slot>| {
            for slot in slots.iter_mut() {
                (slot.first, slot.last) = (slot.first.max(from), slot.last.min(to - step));
            }
            slots.retain(|slot| slot.first <= slot.last);
        };
        let rules = std::sync::Arc::make_mut(&mut problem.stops[self.stop]);
        if let Some(request) = &mut rules.request {
            request.slots.iter_mut().for_each(cut);
            request.slots_of_bus.values_mut().for_each(cut);
        }
        problem
    }

    fn best_of(&self, bench: &mut Bench<'_>, without: &Draft, day: usize, part: usize) -> Option<Found> {
        let request = self.problem.stops[self.stop].request.as_ref()?;
        let mut days = bench.days(without, self.stop);
        days.push(day as u16);
        days.sort_unstable();
        if days.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        let own = request.sets.cost(&days)?;
        let (from, to) = PARTS_OF_DAY[part];
        let is_now = |bus_day: usize| bus_day == self.bus_day && (from..to).contains(&self.visit.public_start.get());
        let open = bench.open_bus_days(self.stop, day).into_iter().filter(|b| !is_now(*b));
        let places: Vec<usize> = open.collect();
        let best = places
            .into_iter()
            .filter_map(|bus_day| bench.place_in(without, self.stop, bus_day));
        let place = best.min_by_key(|place| place.points)?;
        Some(Found {
            cost: own + Cost::comfort(place.points),
            part,
            place,
        })
    }

    fn alternative(
        &self,
        bench: &mut Bench<'_>,
        only: &Problem,
        draft: &Draft,
        without: &Draft,
        found: &Found,
    ) -> Option<Alternative> {
        let mut theirs = Bench::new(only);
        let at = found.place.bus_day;
        let mut jobs = without.tours()[at].clone();
        jobs.insert(found.place.position, self.stop as Job);
        let schedule = theirs.schedule(at, &jobs)?;
        let request = self.problem.stops[self.stop].request.as_ref()?;
        let start = Minute::new(schedule.starts[found.place.position])?;
        let parts = self.problem.parts();
        let place = VisitPlace {
            stop: self.visit.stop.clone(),
            day: self.problem.date(self.problem.day_of(at)),
            bus: parts.buses[self.problem.bus_of(at)].slug.clone(),
            public_start: start,
            public_end: start.plus(Minutes(request.public))?,
        };
        let mut after = vec![(at, jobs, schedule.starts)];
        if at != self.bus_day {
            let left = without.tours()[self.bus_day].clone();
            let starts = bench.schedule(self.bus_day, &left).map_or(Vec::new(), |s| s.starts);
            after.push((self.bus_day, left, starts));
        }
        Some(Alternative {
            place,
            cost: self.difference(bench, &mut theirs, draft, without, found)?,
            shifted: after
                .iter()
                .flat_map(|(b, jobs, starts)| self.shifted(*b, jobs, starts))
                .collect(),
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

    fn difference(
        &self,
        bench: &mut Bench<'_>,
        theirs: &mut Bench<'_>,
        draft: &Draft,
        without: &Draft,
        found: &Found,
    ) -> Option<Breakdown> {
        let request = self.problem.stops[self.stop].request.as_ref()?;
        let own = |bus_days: &[usize]| {
            request
                .sets
                .cost(&crate::draft::days_of(self.problem, bus_days, self.stop))
        };
        let (at, now) = (found.place.bus_day, self.bus_day);
        let mut moved = without.asked(self.stop).to_vec();
        moved.push(at);
        let own = own(&moved)? - own(draft.asked(self.stop))?;
        let mut jobs = without.tours()[at].clone();
        jobs.insert(found.place.position, self.stop as Job);
        let mut points = theirs.parts(at, &jobs)?;
        let before = bench.parts(now, &draft.tours()[now])?;
        let mut less = |p: crate::schedule::Points| {
            points.preferences -= p.preferences;
            points.travel -= p.travel;
            points.spread -= p.spread;
        };
        less(before);
        if at != now {
            less(bench.parts(at, &without.tours()[at])?);
            let left = bench.parts(now, &without.tours()[now])?;
            points.preferences += left.preferences;
            points.travel += left.travel;
            points.spread += left.spread;
        }
        Some(Breakdown {
            hard_rules: 0,
            unserved_least: own.least,
            announced_moved: own.moved,
            unserved_wanted: own.wanted,
            fairness: own.fairness,
            preferences: own.comfort + points.preferences,
            travel: points.travel,
            spread: points.spread,
        })
    }
}
