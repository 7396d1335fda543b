//! The search: chains of changes drawn at random, annealed.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use super::{
    Fill, Observer, Problem, Progress, Step,
    anneal::{Anneal, POINT, WHOLE},
    chain,
    crew::Crew,
    greedy,
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
/// Without any limit the search cools over so many rounds, then over twice as many, and so on.
const FIRST_CYCLE: u64 = 2000;

/// Proposes a crew. It is always lawful, however early the observer stops.
///
/// The same problem, seed and limit of rounds give the same crew. A limit in seconds is the observer's affair: it says how much of it is
/// spent ([`Observer::spent`]), so that the search comes to rest when the time is over.
pub fn solve(problem: &Problem, settings: Settings, observer: &mut dyn Observer) -> Fill {
    let mut search = Search::new(problem, settings);
    let mut step = observer.progress(&search.progress);
    while step == Step::Continue && settings.rounds.is_none_or(|limit| search.progress.round < limit) {
        search.cool(observer.spent());
        search.round();
        step = observer.progress(&search.progress);
    }
    search.finish()
}

struct Search<'p> {
    crew: Crew<'p>,
    rng: Pcg64Mcg,
    anneal: Anneal,
    cost: i64,
    /// Who sits where in the best proposal so far.
    best: Vec<u32>,
    progress: Progress,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, settings: Settings) -> Self {
        let crew = greedy::first(&problem.dense);
        let cost = crew.cost();
        let env = |name: &str, or: f64| {
            std::env::var(name)
                .ok()
                .and_then(|v| v.parse::<f64>().ok())
                .unwrap_or(or)
        };
        Self {
            rng: Pcg64Mcg::seed_from_u64(settings.seed),
            anneal: Anneal::new((env("HOT", 8.0) * POINT as f64) as i64, env("HALV", 5.0) as u64),
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

    fn cool(&mut self, spent: Option<u64>) {
        let round = self.progress.round;
        let by_rounds = self.progress.rounds.map(|limit| parts(round, limit));
        let spent = match (by_rounds, spent) {
            (None, None) => cycle(round),
            (a, b) => a.unwrap_or(0).max(b.unwrap_or(0)),
        };
        self.anneal.cool(spent);
    }

    fn round(&mut self) {
        self.progress.round += 1;
        for _ in 0..DRAWS {
            let Some(chain) = chain::draw(&self.crew, &mut self.rng) else {
                continue;
            };
            if chain.cost() > 0 && chain.cost() > self.anneal.allowance(&mut self.rng) {
                continue;
            }
            chain.apply(&mut self.crew);
            self.cost += chain.cost();
            if self.cost < self.progress.cost {
                self.progress.cost = self.cost;
                self.progress.best_found_at = self.progress.round;
                self.best.copy_from_slice(&self.crew.who);
            }
        }
    }

    fn finish(self) -> Fill {
        Fill {
            assignments: Crew::assignments(self.crew.dense, &self.best),
            cost: self.progress.cost,
            proved: false,
            rounds: self.progress.round,
        }
    }
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
