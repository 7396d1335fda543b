//! `plan`: a season folder planned without server or database.

pub(super) mod differs;
pub(super) mod names;
pub(super) mod reasons;
mod report;
pub(super) mod svg;

use std::{
    num::NonZero,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use clap::Args;
use indicatif::ProgressBar;
use route_planning::{Observer, Problem, ProblemParts, Progress, SolveSettings, Step, check};

use super::{failure::Failure, folder, print, travel};
use crate::{
    app::problem,
    planner::{parts_of_limit, team},
};

/// Iterations without any limit on the command line.
const ITERATIONS: u64 = 10_000;
/// More searches are not begun unless they are asked for: each further one helps less than the one before.
const MOST_THREADS: usize = 8;

/// Plans a season folder: prints the days, the figures, and what could not be met and why
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  swietlicobus plan config/examples/ostroleka\n  \
    swietlicobus plan config/examples/ostroleka --iterations 2000 --seed 1 --out plan.json\n  \
    swietlicobus plan config/examples/ostroleka --svg drawings\n\n\
    The same folder, seed, threads and iterations give the same plan on every machine, byte for byte; a limit in seconds does not.\n\
    Exit code 0 also when some requests cannot be met; 2 when the folder has faults.")]
pub struct Plan {
    /// The folder that holds season.toml and the tables
    #[arg(value_name = "SEASON_DIR")]
    folder: PathBuf,
    /// Write the plan to this file, as JSON
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Draw the plan into this folder: season.svg, and day-YYYY-MM-DD.svg for each day with a tour
    #[arg(long, value_name = "DIR")]
    svg: Option<PathBuf>,
    /// Stop after so many seconds
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: Option<u64>,
    /// Stop after so many iterations [default: 10000, unless --seconds is given]
    #[arg(long)]
    iterations: Option<u64>,
    /// Where the random choices of the search start
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Search from so many seeds at once, from --seed on, and keep the best plan [default: 1, with --seconds as many as the machine has
    /// processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    threads: Option<u8>,
    /// Print the plan as JSON instead of tables
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    travel: travel::Travel,
}

impl Plan {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let season = folder::season(&self.folder)?;
        let mut parts = problem::parts(&season, &[], None);
        self.travel.fill(&season, &mut parts)?;
        let problem = build(&parts, &self.folder)?;
        let plan = self.solve(&problem);
        judge(&parts, &plan)?;
        let text = print::json_text(&plan)?;
        if let Some(path) = &self.out {
            print::write_whole(path, format!("{text}\n").as_bytes())?;
        }
        let drawn = self
            .svg
            .as_deref()
            .map(|folder| svg::write(folder, &season, &parts, &plan));
        let drawn = drawn.transpose()?;
        print::out(if self.json {
            text
        } else {
            report::report(&season, &parts, &plan)
        });
        if let Some(path) = &self.out {
            print::done(format!("the plan is in {}", path.display()));
        }
        if let (Some(folder), Some(drawn)) = (&self.svg, drawn) {
            let number = print::count(drawn, "drawing is", "drawings are");
            print::done(format!("{number} in {}", folder.display()));
        }
        Ok(())
    }

    fn solve(&self, problem: &Problem) -> route_planning::Plan {
        let iterations = match (self.iterations, self.seconds) {
            (None, None) => Some(ITERATIONS),
            (given, _) => given,
        };
        let limit = self.seconds.map(Duration::from_secs);
        let bar = match (iterations, limit) {
            (Some(iterations), _) => print::bar(iterations, "iterations"),
            (None, limit) => print::bar(limit.unwrap_or_default().as_secs(), "seconds"),
        };
        bar.set_message("planning");
        let mut watch = Watch {
            bar: &bar,
            by_time: iterations.is_none(),
            started: Instant::now(),
            limit,
        };
        let settings = SolveSettings {
            seed: self.seed,
            iterations,
        };
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        let threads = threads(self.threads, watch.by_time, processors);
        let plan = team::solve(problem, settings, threads, &mut watch);
        bar.finish_and_clear();
        plan
    }
}

/// In how many threads to search. A limit in iterations is there to get the same plan again, so the number of processors has no say in it.
fn threads(asked: Option<u8>, by_time: bool, processors: usize) -> usize {
    match asked {
        Some(threads) => usize::from(threads),
        None if by_time => processors.min(MOST_THREADS),
        None => 1,
    }
}

/// Shows how far the search is and ends it in time.
struct Watch<'a> {
    bar: &'a ProgressBar,
    by_time: bool,
    started: Instant,
    limit: Option<Duration>,
}

impl Observer for Watch<'_> {
    fn progress(&mut self, progress: &Progress) -> Step {
        let elapsed = self.started.elapsed();
        self.bar.set_position(if self.by_time {
            elapsed.as_secs()
        } else {
            progress.iteration
        });
        // Cheap to skip: the search runs thousands of iterations a second on small seasons.
        if progress.iteration.is_multiple_of(16) {
            self.bar
                .set_message(format!("{} visits, {} unmet", progress.visits, progress.unmet));
        }
        let over = self.limit.is_some_and(|limit| elapsed >= limit);
        if over { Step::Stop } else { Step::Continue }
    }

    fn spent(&self) -> Option<u64> {
        Some(parts_of_limit(self.started.elapsed(), self.limit?))
    }
}

/// The problem of a folder; all its faults are printed to standard error if it has any.
pub(super) fn build(parts: &ProblemParts, folder: &Path) -> Result<Problem, Failure> {
    Problem::build(parts.clone()).map_err(|faults| {
        for fault in &faults {
            print::say(format!("  - {fault}"));
        }
        print::error(format!(
            "{}: the season cannot be planned for {}; `explain` looks for what contradicts itself",
            folder.display(),
            print::count(faults.len(), "reason", "reasons")
        ));
        Failure::Told
    })
}

/// Nothing is shown or written that the independent checker does not accept.
pub(super) fn judge(parts: &ProblemParts, plan: &route_planning::Plan) -> Result<(), Failure> {
    let violations = check(parts, plan);
    match violations.first() {
        None => Ok(()),
        Some(first) => Err(Failure::failed(format!(
            "the planner's answer breaks {} (first: {first}), so nothing was written: please report this defect",
            print::count(violations.len(), "rule", "rules")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processors_count_only_against_the_clock() {
        for (asked, by_time, processors, threads_are) in [
            (None, false, 16, 1),
            (None, true, 1, 1),
            (None, true, 2, 2),
            (None, true, 16, MOST_THREADS),
            (Some(3), true, 2, 3),
            (Some(3), false, 16, 3),
        ] {
            assert_eq!(
                threads(asked, by_time, processors),
                threads_are,
                "{asked:?} {by_time} {processors}"
            );
        }
    }
}
