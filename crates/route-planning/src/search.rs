//! The search: ruin and recreate, annealed, with the day-set programme as the way to put a stop back.
//!
//! One iteration takes some visits out that are near each other, puts them back one stop after the other, and goes on from the
//! result unless it is too much worse. Tours may go over their limits meanwhile, at a price that is tuned so that the search
//! keeps crossing the border of what is possible; only a plan within all limits is ever the best one.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::{
    Breakdown, Cost, Observer, Plan, Problem, Progress, Step,
    amounts::{Amounts, Penalties},
    anchor,
    anneal::{Anneal, POINT, WHOLE},
    construct,
    moves::{Moves, change_days, reorder},
    report,
    solution::Solution,
    why_not,
    workshop::Workshop,
};

/// How to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolveSettings {
    /// Where its random choices start.
    pub seed: u64,
    /// After how many iterations to stop; `None`: when the observer says so.
    pub iterations: Option<u64>,
}

/// Without any limit the search cools over so many iterations, then over twice as many, and so on.
const FIRST_CYCLE: u64 = 2000;
/// Penalties and temperature are looked at every so many iterations.
const TUNE: u64 = 128;
/// The temperature at the beginning, in hundredths of what a typical visit costs, and how often it falls by half.
const TEMPERATURE: (i64, u64) = (60, 5);
/// The same where a season is a puzzle of days: who leaves a liked weekday sends others away, so the steps between good plans are
/// large to the end, and a search that cools as far as for ways stands still long before it is over.
const TEMPERATURE_OF_DAYS: (i64, u64) = (100, 3);
/// So many days of waiting too much, at a stop of the usual need, count as much as a visit costs: see [`Anneal`].
const FAIR_PRICE: i64 = 14;
/// After this part of the run a plan with every visit must have been found, or limits bind strictly.
const PATIENCE: u64 = 8;

/// Plans the season. The plan is always valid, however early the observer stops.
///
/// The same problem, seed and limit of iterations give the same plan. A limit in seconds is the observer's affair: it says how much of it
/// is spent ([`Observer::spent`]), so that the search comes to rest when the time is over.
pub fn solve(problem: &Problem, settings: SolveSettings, observer: &mut dyn Observer) -> Plan {
    let anchored = anchor::first(problem);
    let problem = anchored.as_ref();
    let mut workshop = Workshop::new(problem);
    let mut search = Search::new(&mut workshop, settings);
    let nothing_asked = problem.asking().next().is_none();
    let mut step = observer.progress(&search.progress);
    while step == Step::Continue
        && settings
            .iterations
            .is_none_or(|limit| search.progress.iteration < limit)
        && !nothing_asked
    {
        if search.progress.iteration.is_multiple_of(TUNE) {
            search.tune(&mut workshop, observer.spent());
            if observer.wants_best() {
                observer.best(&search.best_so_far(&mut workshop));
            }
        }
        search.iterate(&mut workshop);
        step = observer.progress(&search.progress);
    }
    let (mut best, iterations) = search.finish(&mut workshop);
    let settled = anchor::settle(problem, &mut best);
    let mut workshop = Workshop::going_on(settled.as_ref(), &best);
    let unmet = why_not::explain(&mut workshop, &best);
    report::plan(&mut workshop, &best, settings.seed, iterations, unmet)
}

/// Where the search stands.
struct Search {
    settings: SolveSettings,
    rng: Pcg64Mcg,
    moves: Moves,
    anneal: Anneal,
    /// A plan within all limits.
    best: Solution,
    current: Solution,
    /// Of the solutions since the last tuning, those that went over a limit.
    broken: Amounts,
    progress: Progress,
}

impl Search {
    fn new(workshop: &mut Workshop<'_>, settings: SolveSettings) -> Self {
        let problem = workshop.problem;
        let best = construct::first_plan(workshop);
        let leg = typical_leg(&best);
        workshop.penalties = Penalties::new(leg, typical_use(problem, &best));
        // Going over limits pays only where every visit can be had, and only where a tour needs no schedule.
        workshop.excess_allowed = problem.asking().any(|(_, request)| request.any_time);
        let mut current = best.clone();
        if workshop.excess_allowed {
            workshop.forget_prices(&mut current);
            complete(workshop, &mut current);
        }
        let (visit, waiting) = (typical_visit(&best), typical_need(problem) * FAIR_PRICE);
        let moves = Moves::new(problem, &best, !workshop.excess_allowed);
        let (hottest, halvings) = match moves.are_about_days() {
            true => TEMPERATURE_OF_DAYS,
            false => TEMPERATURE,
        };
        let mut search = Self {
            settings,
            rng: Pcg64Mcg::seed_from_u64(settings.seed),
            moves,
            anneal: Anneal::new(visit * hottest / 100, halvings, visit * POINT / waiting),
            current,
            best,
            broken: Amounts::ZERO,
            progress: Progress {
                iteration: 0,
                iterations: settings.iterations,
                best_found_at: 0,
                best: Breakdown::default(),
                visits: 0,
                unmet: 0,
            },
        };
        search.report_best(workshop);
        search
    }

    fn iterate(&mut self, workshop: &mut Workshop<'_>) {
        let before = workshop.cost(&self.current);
        workshop.journal.begin(&self.current);
        self.moves.step(workshop, &mut self.current, &mut self.rng);
        self.progress.iteration += 1;
        let after = workshop.cost(&self.current);
        if self.current.within_limits() && self.current.cost() < self.best.cost() {
            workshop.journal.close();
            self.best.clone_from(&self.current);
            self.progress.best_found_at = self.progress.iteration;
            self.report_best(workshop);
        } else if self.anneal.accepts(after, before, &mut self.rng) {
            workshop.journal.close();
        } else {
            workshop.journal.take_back(&mut self.current);
        }
        self.broken = self.broken + marks(self.current.excess);
    }

    /// Every [`TUNE`] iterations: cools, and makes limits dearer or cheaper.
    fn tune(&mut self, workshop: &mut Workshop<'_>, spent: Option<u64>) {
        let iteration = self.progress.iteration;
        let by_iterations = self.settings.iterations.map(|limit| parts(iteration, limit));
        let spent = match (by_iterations, spent) {
            (None, None) => cycle(iteration),
            (a, b) => a.unwrap_or(0).max(b.unwrap_or(0)),
        };
        self.anneal.cool(spent);
        if workshop.excess_allowed && spent > WHOLE / PATIENCE && lacks(self.best.cost()) && !lacks(self.current.cost())
        {
            // No plan with every visit was found: from here on as many as there is room for.
            workshop.excess_allowed = false;
            self.current.clone_from(&self.best);
            self.moves.forget();
            workshop.forget_prices(&mut self.current);
        }
        if workshop.excess_allowed && iteration > 0 {
            workshop.penalties.tune(self.broken, TUNE as i64);
            workshop.forget_prices(&mut self.current);
        }
        self.broken = Amounts::ZERO;
    }

    fn best_so_far(&self, workshop: &mut Workshop<'_>) -> Plan {
        let unmet = why_not::explain(workshop, &self.best);
        report::plan(workshop, &self.best, self.settings.seed, self.progress.iteration, unmet)
    }

    /// The best plan, with what can be had without a search.
    fn finish(mut self, workshop: &mut Workshop<'_>) -> (Solution, u64) {
        workshop.excess_allowed = false;
        workshop.forget_prices(&mut self.best);
        polish(workshop, &mut self.best);
        (self.best, self.progress.iteration)
    }

    fn report_best(&mut self, workshop: &mut Workshop<'_>) {
        let (problem, best) = (workshop.problem, &self.best);
        self.progress.best = report::breakdown(workshop, best);
        self.progress.visits = best.routes.iter().map(|route| route.jobs.len() as u32).sum();
        let short = problem
            .asking()
            .filter(|(stop, request)| best.got(problem, *stop) < request.wanted);
        self.progress.unmet = short.count() as u32;
    }
}

/// Every visit that is wanted, also where it goes over a limit.
fn complete(workshop: &mut Workshop<'_>, solution: &mut Solution) {
    let problem = workshop.problem;
    for (stop, request) in problem.asking() {
        if solution.got(problem, stop) < request.wanted {
            change_days::improve(workshop, solution, stop);
        }
    }
}

fn lacks(cost: Cost) -> bool {
    cost.least > 0 || cost.wanted > 0
}

/// 1 for each kind that is over its limit.
fn marks(excess: Amounts) -> Amounts {
    Amounts {
        load: i64::from(excess.load > 0),
        metres: i64::from(excess.metres > 0),
        minutes: i64::from(excess.minutes > 0),
    }
}

fn parts(part: u64, of: u64) -> u64 {
    (u128::from(part) * u128::from(WHOLE) / u128::from(of.max(1))) as u64
}

/// How much of the present cycle is over.
fn cycle(iteration: u64) -> u64 {
    let (mut begin, mut length) = (0, FIRST_CYCLE);
    while iteration - begin >= length {
        begin += length;
        length *= 2;
    }
    parts(iteration - begin, length)
}

/// The points of a leg, on average.
fn typical_leg(solution: &Solution) -> i64 {
    let driven = || solution.routes.iter().filter(|route| !route.jobs.is_empty());
    let legs: usize = driven().map(|route| route.jobs.len() + 1).sum();
    let fee: i64 = driven().map(|route| route.measure.fee).sum();
    (fee / legs.max(1) as i64).max(1)
}

/// What a visit costs, on average, in points of comfort: its ways, its share of a day's length, its hours and weekday.
fn typical_visit(solution: &Solution) -> i64 {
    let visits: usize = solution.routes.iter().map(|route| route.jobs.len()).sum();
    (solution.cost().comfort / visits.max(1) as i64).max(1)
}

/// How much a stop needs the bus, on average.
fn typical_need(problem: &Problem) -> i64 {
    let needs = || problem.asking().map(|(_, request)| i64::from(request.sets.need()));
    (needs().sum::<i64>() / needs().count().max(1) as i64).max(1)
}

/// What a visit uses, on average.
fn typical_use(problem: &Problem, solution: &Solution) -> Amounts {
    let visits = solution
        .routes
        .iter()
        .map(|route| route.jobs.len())
        .sum::<usize>()
        .max(1) as i64;
    let all = solution
        .routes
        .iter()
        .fold(Amounts::ZERO, |sum, route| sum + route.measure.used);
    let most_load = problem.asking().map(|(_, request)| i64::from(request.load)).max();
    Amounts {
        load: (all.load / visits).max(most_load.unwrap_or(0) / 4),
        metres: all.metres / visits,
        minutes: all.minutes / visits,
    }
}

/// Every stop on its best days and every tour in its best order, until nothing helps.
pub(crate) fn polish(workshop: &mut Workshop<'_>, solution: &mut Solution) {
    loop {
        let mut improved = false;
        for bus_day in 0..solution.routes.len() {
            improved |= reorder::improve(workshop, solution, bus_day);
        }
        for stop in 0..workshop.problem.stops.len() {
            improved |= change_days::improve(workshop, solution, stop);
        }
        if !improved {
            return;
        }
    }
}
