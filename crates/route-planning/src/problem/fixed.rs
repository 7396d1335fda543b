//! Finds tours in which all fixed visits can be driven, before anything else is planned: the search starts from them and never
//! breaks them, so every plan has them all.

use vocabulary::Slug;

use super::{
    dense::{Job, Problem},
    fault::ProblemFault,
};
use crate::schedule::Scheduler;

/// Tries to place more than this many partial tours on one day before giving the day up as impossible.
const TRIES_PER_DAY: u32 = 20_000;

impl Problem {
    /// Whether so few visits fixed on one day are tried in every order on every bus before they are given up.
    pub(crate) fn tries_every_order(visits: usize, buses: usize) -> bool {
        let (mut ways, mut tries) = (1u64, 0u64);
        for placed in 0..visits {
            ways = ways.saturating_mul((placed + buses) as u64);
            tries = tries.saturating_add(ways);
        }
        tries <= u64::from(TRIES_PER_DAY)
    }
}

/// Fills the problem's `fixed_tours`; a fault for each day on which it cannot be done.
pub(super) fn place(problem: &mut Problem) -> Vec<ProblemFault> {
    let (mut faults, mut fixed_tours) = (Vec::new(), problem.fixed_tours.to_vec());
    for day in 0..problem.days {
        let first = problem.stops.len();
        let mut jobs: Vec<Job> = (0..problem.fixed.len()).map(|i| (first + i) as Job).collect();
        jobs.retain(|job| problem.fixed_of(*job).is_some_and(|f| f.day == day));
        // In order of time the last place of a tour is nearly always right, and tried first.
        jobs.sort_by_key(|job| {
            problem
                .fixed_of(*job)
                .and_then(|f| f.slots.first())
                .map(|slot| slot.first)
        });
        if jobs.is_empty() {
            continue;
        }
        let tours = vec![Vec::new(); problem.buses];
        let mut attempt = Attempt {
            problem,
            day,
            tours,
            scheduler: Scheduler::default(),
            tries: 0,
        };
        if attempt.place_all(&jobs) {
            for (bus, tour) in attempt.tours.into_iter().enumerate() {
                let bus_day = problem.bus_day(bus, day);
                fixed_tours[bus_day] = tour;
            }
        } else {
            let slug = |job: &Job| problem.parts.stops[problem.stop_of(*job)].slug.clone();
            let stops: Vec<Slug> = jobs.iter().map(slug).collect();
            faults.push(ProblemFault::FixedCollide {
                day: problem.date(day),
                stops,
            });
        }
    }
    problem.fixed_tours = fixed_tours.into();
    faults
}

struct Attempt<'a> {
    problem: &'a Problem,
    day: usize,
    tours: Vec<Vec<Job>>,
    scheduler: Scheduler,
    tries: u32,
}

impl Attempt<'_> {
    /// Depth first: each job at each place of each bus. A tour that cannot be driven will not be mended by more visits.
    fn place_all(&mut self, jobs: &[Job]) -> bool {
        let Some((job, rest)) = jobs.split_first() else {
            return true;
        };
        let Some(fixed) = self.problem.fixed_of(*job) else {
            return false;
        };
        for bus in fixed.buses.clone() {
            for position in (0..=self.tours[bus].len()).rev() {
                self.tries += 1;
                if self.tries > TRIES_PER_DAY {
                    return false;
                }
                self.tours[bus].insert(position, *job);
                let bus_day = self.problem.bus_day(bus, self.day);
                let fits = self.problem.within_limits(bus_day, &self.tours[bus])
                    && self.scheduler.points(self.problem, bus_day, &self.tours[bus]).is_some();
                if fits && self.place_all(rest) {
                    return true;
                }
                self.tours[bus].remove(position);
            }
        }
        false
    }
}
