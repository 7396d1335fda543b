//! Plans a published mobile library timetable anew and compares kilometres per cycle with what people planned.
//!
//! `cargo run --release -p route-planning --example libraries -- STOPS.csv HUMAN.csv --seconds S --seed N [--iterations K] [--out FILE.json]
//! [--without-spacing]`
//!
//! The same stops, minutes and cycle, the same vehicles and depots, no more tours than people used, no day longer than their
//! longest. All of it becomes the product's own [`ProblemParts`] (see `translate`): there is no second model. Prints one line of
//! JSON; a line a second on standard error tells where the search stands. docs/benchmarks.md tells what the figures mean.

mod arguments;
#[path = "../common/plain.rs"]
mod plain;
mod read;
mod translate;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use route_planning::{Plan, Problem, ProblemParts, Progress, SolveSettings, Step, check, solve};
use serde::Serialize;

use crate::{arguments::Arguments, read::Human};

/// What is printed.
#[derive(Debug, Serialize)]
struct Line {
    instance: String,
    /// Great-circle kilometres a cycle, over all tours, from and to the depots.
    km: f64,
    human_km: f64,
    /// `km / human_km`; below 1 is better than people.
    ratio: f64,
    /// Every stop is served as often as the timetable serves it, and [`check`] finds nothing.
    feasible: bool,
    seconds: f64,
    iterations: u64,
    seed: u64,
    tours: u32,
    human_tours: u32,
    /// In whole minutes a leg, as the plan counts.
    longest_day_min: u32,
    human_longest_day_min: u32,
    /// Visits that are missing.
    missing: u32,
    /// Rules that [`check`] finds broken.
    violations: usize,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("libraries: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = arguments::read(std::env::args().skip(1))?;
    let rows = read::stops(&arguments.stops)?;
    let human = read::human(&arguments.human, &arguments.instance())?;
    let parts = translate::parts(&rows, &human, !arguments.without_spacing)?;
    let problem = Problem::build(parts.clone()).map_err(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let begun = Instant::now();
    let plan = planned(&problem, &arguments, begun);
    let line = line(&parts, &plan, &human, &arguments, begun.elapsed());
    println!("{}", json(&line)?);
    if let Some(path) = &arguments.out {
        std::fs::write(path, json(&plan)?).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|e| e.to_string())
}

fn planned(problem: &Problem, arguments: &Arguments, begun: Instant) -> Plan {
    let mut told = 0;
    let mut watch = |progress: &Progress| {
        let seconds = begun.elapsed().as_secs();
        if seconds > told {
            told = seconds;
            // Metres are the only points: see `translate`.
            let (km, unmet) = (progress.best.travel as f64 / 1000.0, progress.unmet);
            eprintln!(
                "{seconds} s, iteration {}: {km:.1} km, {unmet} unmet",
                progress.iteration
            );
        }
        match begun.elapsed() < arguments.time {
            true => Step::Continue,
            false => Step::Stop,
        }
    };
    let settings = SolveSettings {
        seed: arguments.seed,
        iterations: arguments.iterations,
    };
    solve(problem, settings, &mut watch)
}

fn line(parts: &ProblemParts, plan: &Plan, human: &Human, arguments: &Arguments, spent: Duration) -> Line {
    let broken = check(parts, plan);
    for violation in &broken {
        eprintln!("broken: {violation:?}");
    }
    let km = f64::from(plan.figures.distance.get()) / 1000.0;
    Line {
        instance: arguments.instance(),
        km,
        human_km: human.km,
        ratio: (km / human.km * 10_000.0).round() / 10_000.0,
        feasible: broken.is_empty() && plan.figures.missing == 0,
        seconds: (spent.as_secs_f64() * 100.0).round() / 100.0,
        iterations: plan.iterations,
        seed: arguments.seed,
        tours: plan.figures.tours,
        human_tours: human.tours,
        longest_day_min: plan.figures.longest_duty.get(),
        human_longest_day_min: human.longest_day,
        missing: plan.figures.missing,
        violations: broken.len(),
    }
}
