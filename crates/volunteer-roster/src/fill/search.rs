//! The search: chains of changes drawn at random and annealed, then cyclic exchanges in turn with short annealings.
//!
//! Annealing alone comes near the best and then stays there: what is missing are long chains that chance does not find. Cyclic
//! exchanges find them, and a short annealing gives them something new to find.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use super::{
    Fill, Observer, Problem, Progress, Step,
    anneal::{Anneal, POINT, WHOLE},
    bound,
    chain::{self, Chain},
    crew::Crew,
    cycles::Cycles,
    greedy,
    ruin::ruin_and_recreate,
    window::Window,
};

/// How to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Where its random choices start.
    pub seed: u64,
    /// After how many rounds to stop; `None`: when the observer says so.
    pub rounds: Option<u64>,
}

/// Draws in a round.
const DRAWS: u32 = 4096;
/// Without any limit the search spends its two parts on so many rounds, then on twice as many, and so on.
const FIRST_CYCLE: u64 = 2000;
/// The first part of the run, in which the whole season cools slowly; in the second, exchanges and short annealings take turns.
const FIRST_PART: u64 = WHOLE / 2;
/// The temperature falls by half so many times in the first part.
const HALVINGS: u64 = 4;
/// Likewise in a short annealing, which begins at half of the first part's temperature.
const SHORT_HALVINGS: u64 = 2;
/// One in so many windows is ruined, the others are annealed.
const RUINS: usize = 3;
/// Draws in a short annealing, for each place.
const SHORT_DRAWS: u64 = 100;

/// Proposes a crew. It is always lawful, however early the observer stops.
///
/// The same problem, seed and limit of rounds give the same crew. A limit in seconds is the observer's affair: it says how much of it is
/// spent ([`Observer::spent`]), so that the search comes to rest when the time is over. With neither limit nor stop it ends only when the
/// proposal is proved to be the best.
pub fn solve(problem: &Problem, settings: Settings, observer: &mut dyn Observer) -> Fill {
    let mut search = Search::new(problem, settings);
    let mut step = observer.progress(&search.progress);
    while step == Step::Continue && search.rounds_left() && !search.proved() {
        let spent = search.spent(observer.spent());
        step = if spent < FIRST_PART {
            search.slow.cool(spent * (WHOLE / FIRST_PART));
            search.round();
            observer.progress(&search.progress)
        } else {
            search.dig(observer)
        };
    }
    search.finish()
}

struct Search<'p> {
    crew: Crew<'p>,
    cost: i64,
    rng: Pcg64Mcg,
    slow: Anneal,
    short: Anneal,
    window: Window,
    /// The places at which exchanges begin.
    touched: Vec<u32>,
    cycles: Cycles,
    /// No proposal costs less.
    bound: i64,
    /// Who sits where in the best proposal so far.
    best: Vec<u32>,
    progress: Progress,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, settings: Settings) -> Self {
        let crew = greedy::first(&problem.dense);
        let cost = crew.cost();
        let hottest = grain(problem);
        Self {
            rng: Pcg64Mcg::seed_from_u64(settings.seed),
            slow: Anneal::new(hottest, HALVINGS),
            short: Anneal::new(hottest / 2, SHORT_HALVINGS),
            cycles: Cycles::new(&crew),
            window: Window::new(crew.dense),
            touched: Vec::new(),
            bound: bound::below(&problem.dense),
            cost,
            best: crew.who.clone(),
            progress: Progress {
                round: 0,
                rounds: settings.rounds,
                best_found_at: 0,
                cost,
                empty: crew.empty(),
            },
            crew,
        }
    }

    fn rounds_left(&self) -> bool {
        self.progress.rounds.is_none_or(|limit| self.progress.round < limit)
    }

    fn proved(&self) -> bool {
        self.progress.cost <= self.bound
    }

    /// How much of the limits is spent, in parts of [`WHOLE`].
    fn spent(&self, of_time: Option<u64>) -> u64 {
        let round = self.progress.round;
        match (self.progress.rounds.map(|limit| parts(round, limit)), of_time) {
            (None, None) => cycle(round),
            (a, b) => a.unwrap_or(0).max(b.unwrap_or(0)),
        }
    }

    /// Draws anywhere, at the slow temperature.
    fn round(&mut self) {
        self.progress.round += 1;
        for _ in 0..DRAWS {
            let dense = self.crew.dense;
            if let Some(chain) = chain::draw(&self.crew, &dense.open, &mut self.rng)
                && (chain.cost() <= 0 || chain.cost() <= self.slow.allowance(&mut self.rng))
            {
                self.make(&chain);
            }
        }
    }

    fn make(&mut self, chain: &Chain) {
        chain.apply(&mut self.crew);
        self.cost += chain.cost();
        self.keep_if_best();
    }

    /// In one window: a short annealing or a ruin, then cyclic exchanges until there are none that help. Goes back to the best if it
    /// was better.
    fn dig(&mut self, observer: &mut dyn Observer) -> Step {
        self.window.choose(&self.crew, &mut self.rng);
        let step = if chain::below(&mut self.rng, RUINS) != 0 {
            self.anneal_shortly(observer)
        } else {
            self.ruin();
            Step::Continue
        };
        if step == Step::Stop || !self.rounds_left() {
            return step;
        }
        loop {
            let (gained, step) = self.sweep(observer);
            if gained == 0 || step == Step::Stop || !self.rounds_left() {
                if self.cost > self.progress.cost {
                    self.back_to_best();
                } else {
                    self.best.copy_from_slice(&self.crew.who);
                }
                return step;
            }
        }
    }

    fn back_to_best(&mut self) {
        self.crew.become_like(&self.best);
        self.cost = self.progress.cost;
    }

    fn ruin(&mut self) {
        match ruin_and_recreate(&mut self.crew, &self.window.places, &mut self.touched, &mut self.rng) {
            Some(cost) => {
                self.cost += cost;
                self.keep_if_best();
            }
            None => self.back_to_best(),
        }
    }

    fn anneal_shortly(&mut self, observer: &mut dyn Observer) -> Step {
        self.touched.clone_from(&self.window.places);
        let draws = self.window.places.len() as u64 * SHORT_DRAWS;
        for draw in 0..draws {
            if draw % u64::from(DRAWS / 4) == 0 {
                self.short.cool(parts(draw, draws));
                self.progress.round += 1;
                let step = observer.progress(&self.progress);
                if step == Step::Stop || !self.rounds_left() {
                    return step;
                }
            }
            if let Some(chain) = chain::draw(&self.crew, &self.window.places, &mut self.rng)
                && (chain.cost() <= 0 || chain.cost() <= self.short.allowance(&mut self.rng))
            {
                self.make(&chain);
            }
        }
        Step::Continue
    }

    /// What one sweep of cyclic exchanges gained, as a sum of costs.
    fn sweep(&mut self, observer: &mut dyn Observer) -> (i64, Step) {
        let mut step = Step::Continue;
        let progress = &mut self.progress;
        let gained = self.cycles.sweep(&mut self.crew, &self.touched, &mut || {
            progress.round += 1;
            step = observer.progress(progress);
            step == Step::Continue && progress.rounds.is_none_or(|limit| progress.round < limit)
        });
        self.cost += gained;
        self.keep_if_best();
        (gained, step)
    }

    fn keep_if_best(&mut self) {
        if self.cost < self.progress.cost {
            self.progress.cost = self.cost;
            self.progress.best_found_at = self.progress.round;
            self.progress.empty = self.crew.empty();
            self.best.copy_from_slice(&self.crew.who);
        }
    }

    fn finish(self) -> Fill {
        Fill {
            assignments: Crew::assignments(self.crew.dense, &self.best),
            cost: self.progress.cost,
            proved: self.proved(),
            rounds: self.progress.round,
        }
    }
}

/// How much two choices between which people hesitate differ, in parts of [`POINT`]: the temperature to begin with. It follows from the
/// prices alone: how far they lie from their mean, or a quarter of an unfair visit.
fn grain(problem: &Problem) -> i64 {
    let (offers, weights) = (&problem.parts().offers, &problem.parts().weights);
    let count = offers.len().max(1) as i64;
    let mean = offers.iter().map(|offer| i64::from(offer.price)).sum::<i64>() / count;
    let apart: i64 = offers.iter().map(|offer| (i64::from(offer.price) - mean).abs()).sum();
    let by_prices = apart * POINT / count * 3 / 4;
    by_prices.max(i64::from(weights.fair) * POINT / 4).max(POINT / 4)
}

fn parts(part: u64, of: u64) -> u64 {
    (u128::from(part) * u128::from(WHOLE) / u128::from(of.max(1))) as u64
}

/// How much of the present cycle is over.
fn cycle(round: u64) -> u64 {
    let (mut begin, mut length) = (0, FIRST_CYCLE);
    while round - begin >= length {
        begin += length;
        length *= 2;
    }
    parts(round - begin, length)
}
