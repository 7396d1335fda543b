//! From the search's solution to the plan that leaves the crate.

use std::collections::BTreeMap;

use vocabulary::{Metres, Minute, Minutes, Slug};

use crate::{
    Break, Breakdown, EstateFairness, Figures, LeftOut, Leg, PLAN_VERSION, Plan, PlannedVisit, Problem, Skipped, Tour,
    Unmet, VisitReason, apart,
    schedule::{Points, Schedule},
    solution::Solution,
    workshop::Workshop,
};

/// The cost of a solution in parts.
pub(crate) fn breakdown(workshop: &mut Workshop<'_>, solution: &Solution) -> Breakdown {
    let cost = solution.cost();
    let mut points = Points::default();
    for (bus_day, route) in solution.routes.iter().enumerate() {
        // Every tour of a solution can be driven.
        let of_tour = workshop
            .scheduler
            .points(workshop.problem, bus_day, &route.jobs)
            .unwrap_or_default();
        points.preferences += of_tour.preferences;
        points.travel += of_tour.travel;
        points.spread += of_tour.spread;
    }
    let weekdays: i64 = (0..workshop.problem.stops.len())
        .map(|stop| solution.own_cost(stop).comfort)
        .sum();
    Breakdown {
        hard_rules: 0,
        unserved_least: cost.least,
        announced_moved: cost.moved,
        unserved_wanted: cost.wanted,
        fairness: cost.fairness,
        preferences: points.preferences + weekdays,
        travel: points.travel,
        spread: points.spread,
    }
}

/// The finished plan.
pub(crate) fn plan(
    workshop: &mut Workshop<'_>,
    solution: &Solution,
    seed: u64,
    iterations: u64,
    unmet: Vec<Unmet>,
) -> Plan {
    let problem = workshop.problem;
    let (mut visits, mut tours) = (Vec::new(), Vec::new());
    for day in 0..problem.days {
        for bus in 0..problem.buses {
            let bus_day = problem.bus_day(bus, day);
            let jobs = &solution.routes[bus_day].jobs;
            if jobs.is_empty() {
                continue;
            }
            if let Some(schedule) = workshop.scheduler.schedule(problem, bus_day, jobs) {
                let (tour, of_tour) = tour(problem, bus_day, jobs, &schedule);
                tours.push(tour);
                visits.extend(of_tour);
            }
        }
    }
    Plan {
        version: PLAN_VERSION,
        seed,
        iterations,
        estimated_travel: problem.parts().travel.estimated,
        figures: figures(problem, solution, &visits, &tours),
        cost: breakdown(workshop, solution),
        fairness: fairness(problem, &visits),
        visits,
        tours,
        unmet,
        skipped: skipped(workshop, solution),
    }
}

/// Turns of cycles without a visit. The phase is that of the first visit that was chosen.
fn skipped(workshop: &Workshop<'_>, solution: &Solution) -> Vec<Skipped> {
    let problem = workshop.problem;
    let requests = problem.parts().requests.iter();
    let of_request = |request: &crate::Request| {
        let weeks = request.every_weeks?;
        let stop = problem
            .parts()
            .stops
            .iter()
            .position(|stop| stop.slug == request.stop)?;
        let first = problem.day_of(*solution.asked[stop].first()?);
        let visited = solution.days(problem, stop);
        let turns = (0..problem.days).filter(|day| day.abs_diff(first).is_multiple_of(7 * weeks as usize));
        let missed = turns.filter(|day| !visited.contains(&(*day as u16)));
        let rules = problem.stops[stop].request.as_ref()?;
        let because = |day: usize| {
            let open = |bus: &usize| {
                let runs = problem.shifts[problem.bus_day(*bus, day)].is_some();
                runs && !rules.slots_with(*bus, day).is_empty()
            };
            if !(0..problem.buses).any(|bus| open(&bus)) || apart::too_near(problem, &solution.asked, stop, day) {
                LeftOut::Closed
            } else if solution.got(problem, stop) >= rules.wanted {
                LeftOut::Enough
            } else {
                LeftOut::NoRoom
            }
        };
        let skipped = |day| Skipped {
            stop: request.stop.clone(),
            day: problem.date(day),
            because: because(day),
        };
        Some(missed.map(skipped).collect::<Vec<_>>())
    };
    requests.filter_map(of_request).flatten().collect()
}

fn minute(minutes: u32) -> Minute {
    // Tours lie within the hours of a day.
    Minute::new(minutes).unwrap_or(Minute::END_OF_DAY)
}

fn tour(problem: &Problem, bus_day: usize, jobs: &[u32], schedule: &Schedule) -> (Tour, Vec<PlannedVisit>) {
    let parts = problem.parts();
    let (bus, day) = (
        &parts.buses[problem.bus_of(bus_day)],
        problem.date(problem.day_of(bus_day)),
    );
    let mut legs = Vec::with_capacity(jobs.len() + 1);
    let mut visits = Vec::with_capacity(jobs.len());
    let (depart_from, return_to) = bus.depots_on(day);
    let (mut at, mut ready) = (depart_from.clone(), schedule.depart);
    let mut drive = |from: &Slug, to: &Slug| {
        let place = |slug: &Slug| parts.travel.places.iter().position(|p| p == slug).unwrap_or(0);
        let (i, j) = (place(from), place(to));
        let minutes = problem.roads.minutes(i, j);
        let metres = Metres(problem.roads.metres(i, j));
        legs.push(Leg {
            from: from.clone(),
            to: to.clone(),
            minutes: Minutes(minutes),
            metres,
        });
        minutes
    };
    for (i, (job, start)) in jobs.iter().zip(&schedule.starts).enumerate() {
        let (task, stop) = (problem.task(*job, bus_day), &parts.stops[problem.stop_of(*job)].slug);
        let arrival = ready + drive(&at, stop);
        let rested = schedule.breaks.iter().find(|rest| rest.at == i && rest.after);
        let departure = rested.map_or(start + task.public + task.teardown, |rest| rest.end);
        visits.push(PlannedVisit {
            stop: stop.clone(),
            bus: bus.slug.clone(),
            day,
            order: i as u32 + 1,
            arrival: minute(arrival),
            set_up_start: minute(start - task.set_up),
            public_start: minute(*start),
            public_end: minute(start + task.public),
            departure: minute(departure),
            reason: problem
                .fixed_of(*job)
                .map_or(VisitReason::Asked, |fixed| fixed.reason.clone()),
        });
        (at, ready) = (stop.clone(), departure);
    }
    drive(&at, return_to);
    let tour = Tour {
        bus: bus.slug.clone(),
        day,
        depart: minute(schedule.depart),
        back: minute(schedule.back),
        legs,
        breaks: schedule
            .breaks
            .iter()
            .map(|rest| Break {
                place: parts.stops[problem.stop_of(jobs[rest.at])].slug.clone(),
                start: minute(rest.start),
                end: minute(rest.end),
            })
            .collect(),
    };
    (tour, visits)
}

fn figures(problem: &Problem, solution: &Solution, visits: &[PlannedVisit], tours: &[Tour]) -> Figures {
    let stops: std::collections::BTreeSet<&Slug> = visits.iter().map(|v| &v.stop).collect();
    let legs = || tours.iter().flat_map(|tour| &tour.legs);
    let missing = problem
        .asking()
        .map(|(stop, request)| request.wanted.saturating_sub(solution.got(problem, stop)));
    Figures {
        visits: visits.len() as u32,
        stops_visited: stops.len() as u32,
        tours: tours.len() as u32,
        public: visits
            .iter()
            .map(|v| Minutes(v.public_end.get() - v.public_start.get()))
            .sum(),
        travel: legs().map(|leg| leg.minutes).sum(),
        distance: legs().map(|leg| leg.metres).sum(),
        duty: tours.iter().map(Tour::duty).sum(),
        longest_duty: tours.iter().map(Tour::duty).max().unwrap_or_default(),
        wanted: problem.asking().map(|(_, request)| request.wanted).sum(),
        missing: missing.sum(),
    }
}

fn fairness(problem: &Problem, visits: &[PlannedVisit]) -> Vec<EstateFairness> {
    let parts = problem.parts();
    let estate_of: BTreeMap<&Slug, &Slug> = parts.stops.iter().map(|s| (&s.slug, &s.estate)).collect();
    let mut need: BTreeMap<&Slug, u32> = parts.stops.iter().map(|s| (&s.estate, 0)).collect();
    for (stop, _) in problem.asking() {
        let stop = &parts.stops[stop];
        *need.entry(&stop.estate).or_default() += stop.need;
    }
    let of_estate = |(estate, need): (&Slug, u32)| {
        let days: Vec<i64> = visits
            .iter()
            .filter(|v| estate_of.get(&v.stop).copied() == Some(estate))
            .map(|v| problem.first_day.days_until(v.day))
            .collect();
        // Days without a visit before the first, between two, and after the last; visits come by day.
        let edges = || {
            std::iter::once(-1)
                .chain(days.iter().copied())
                .chain([problem.days as i64])
        };
        let longest = edges()
            .zip(edges().skip(1))
            .map(|(from, to)| to - from - 1)
            .max()
            .unwrap_or(0);
        EstateFairness {
            estate: estate.clone(),
            visits: days.len() as u32,
            need,
            visits_per_1000_need: (days.len() as u32 * 1000).checked_div(need),
            longest_wait_days: longest.max(0) as u32,
        }
    };
    need.into_iter().map(of_estate).collect()
}
