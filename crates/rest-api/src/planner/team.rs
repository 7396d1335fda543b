//! Several searches of one problem at the same time, each from a seed of its own; the best plan wins.
//!
//! With a limit in iterations the answer is the same on every machine: each search runs in full, and of equally good plans the one
//! with the lowest seed is taken. The plan tells its seed.

use std::sync::{Mutex, PoisonError};

use route_planning::{Observer, Plan, Problem, Progress, SolveSettings, Step, solve as search};

/// Searches with `threads` seeds from `settings.seed` on. The observer is told of the best search so far and stops them all.
pub(crate) fn solve<O: Observer + Send>(
    problem: &Problem,
    settings: SolveSettings,
    threads: usize,
    observer: &mut O,
) -> Plan {
    if threads <= 1 {
        return search(problem, settings, observer);
    }
    let team = Mutex::new(Team {
        observer,
        seats: vec![None; threads],
        stopped: false,
    });
    let seeds = (0..threads).map(|number| (number, settings.seed.wrapping_add(number as u64)));
    let plans: Vec<Plan> = std::thread::scope(|scope| {
        let running: Vec<_> = seeds
            .map(|(number, seed)| {
                let mut seat = Seat { team: &team, number };
                let settings = SolveSettings { seed, ..settings };
                scope.spawn(move || search(problem, settings, &mut seat))
            })
            .collect();
        let joined = running.into_iter().map(|thread| match thread.join() {
            Ok(plan) => plan,
            // As if it had happened in this thread.
            Err(defect) => std::panic::resume_unwind(defect),
        });
        joined.collect()
    });
    // The first of equally good ones: the lowest place.
    let best = plans.into_iter().min_by_key(|plan| plan.cost.rank());
    #[allow(clippy::expect_used)]
    best.expect("at least two threads were asked for")
}

struct Team<'a, O> {
    observer: &'a mut O,
    seats: Vec<Option<Progress>>,
    stopped: bool,
}

/// One search of the team.
struct Seat<'a, 'b, O> {
    team: &'a Mutex<Team<'b, O>>,
    number: usize,
}

impl<O: Observer> Observer for Seat<'_, '_, O> {
    fn progress(&mut self, progress: &Progress) -> Step {
        let mut team = self.team.lock().unwrap_or_else(PoisonError::into_inner);
        if team.stopped {
            return Step::Stop;
        }
        if let Some(seat) = team.seats.get_mut(self.number) {
            *seat = Some(*progress);
        }
        let told = team.seats.iter().flatten();
        let best = told
            .clone()
            .min_by_key(|seat| seat.best.rank())
            .copied()
            .unwrap_or(*progress);
        // How far the slowest is: the team ends with it.
        let iteration = told.map(|seat| seat.iteration).min().unwrap_or(progress.iteration);
        let step = team.observer.progress(&Progress { iteration, ..best });
        team.stopped = step == Step::Stop;
        step
    }

    fn spent(&self) -> Option<u64> {
        let team = self.team.lock().unwrap_or_else(PoisonError::into_inner);
        team.observer.spent()
    }

    fn wants_best(&mut self) -> bool {
        let mut team = self.team.lock().unwrap_or_else(PoisonError::into_inner);
        team.observer.wants_best()
    }

    fn best(&mut self, plan: &Plan) {
        let mut team = self.team.lock().unwrap_or_else(PoisonError::into_inner);
        team.observer.best(plan);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::app::problem;

    fn example() -> Problem {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/examples/ostroleka");
        let season = crate::cli::folder::season(&folder).unwrap();
        Problem::build(problem::parts(&season, &[], None)).unwrap()
    }

    struct Watch {
        told: u32,
        most: u32,
    }

    impl Observer for Watch {
        fn progress(&mut self, _: &Progress) -> Step {
            self.told += 1;
            if self.told >= self.most {
                Step::Stop
            } else {
                Step::Continue
            }
        }
    }

    #[test]
    fn the_best_of_several_seeds_is_the_best_of_each() {
        let problem = example();
        let settings = SolveSettings {
            seed: 5,
            iterations: Some(8),
        };
        let alone = |seed| {
            search(
                &problem,
                SolveSettings { seed, ..settings },
                &mut route_planning::Unwatched,
            )
        };
        let best = (5..8).map(alone).min_by_key(|plan| plan.cost.rank()).unwrap();
        let mut watch = Watch {
            told: 0,
            most: u32::MAX,
        };
        assert_eq!(solve(&problem, settings, 3, &mut watch), best);
        assert!(watch.told >= 3 * 8);
    }

    #[test]
    fn a_stop_stops_all() {
        let problem = example();
        let settings = SolveSettings {
            seed: u64::MAX,
            iterations: None,
        };
        let mut watch = Watch { told: 0, most: 12 };
        let plan = solve(&problem, settings, 2, &mut watch);
        assert_eq!(watch.told, 12);
        assert!(route_planning::check(problem.parts(), &plan).is_empty());
    }
}
