//! How long a large season takes: `cargo run --release -p route-planning --example town -- --stops 1000 --buses 20 --days 65 --seconds S
//! [--seed N] [--iterations K]`, or `--growth --seconds S` for the time of an iteration at 100 to 5,000 visits, S seconds each.
//!
//! The district is made up (`made_up`). Prints one line of JSON, with `--growth` one for each size. docs/benchmarks.md tells what the
//! figures mean.

mod made_up;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use made_up::Size;
use route_planning::{Breakdown, Problem, Progress, SolveSettings, Step, check, solve};
use serde::Serialize;

const USAGE: &str = "--stops N --buses N --days N --seconds S [--seed N] [--iterations K], or --growth --seconds S";

/// What is printed.
#[derive(Debug, Serialize)]
struct Line {
    stops: usize,
    buses: usize,
    days: usize,
    /// Visits that all stops want.
    wanted: u32,
    /// Of these, in no day of the plan.
    missing: u32,
    /// From the parts to a checked problem.
    build_seconds: f64,
    /// From the problem to the first plan that could be handed out.
    first_plan_seconds: f64,
    /// What that first plan cost.
    first_plan: Breakdown,
    /// After the first plan, until the search stopped.
    search_seconds: f64,
    iterations: u64,
    ms_per_iteration: Option<f64>,
    /// Polishing and reasons, after the search stopped.
    last_seconds: f64,
    cost: Breakdown,
    /// Rules that the independent checker finds broken.
    violations: usize,
    /// The most memory the process ever had, where the system tells it.
    peak_mb: Option<u64>,
    seed: u64,
}

#[derive(Debug, Default)]
struct Arguments {
    stops: Option<usize>,
    buses: Option<usize>,
    days: Option<usize>,
    seconds: Option<f64>,
    seed: Option<u64>,
    iterations: Option<u64>,
    growth: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("town: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let asked = arguments(std::env::args().skip(1))?;
    let time = asked.seconds.ok_or_else(|| format!("usage: {USAGE}"))?;
    let time = Duration::try_from_secs_f64(time).map_err(|e| format!("--seconds: {e}"))?;
    let settings = SolveSettings {
        seed: asked.seed.unwrap_or(1),
        iterations: asked.iterations,
    };
    for size in sizes(&asked)? {
        let line = planned(size, settings, time)?;
        println!("{}", serde_json::to_string(&line).map_err(|e| e.to_string())?);
    }
    Ok(())
}

/// Five visits a stop and 250 a bus, as in the large season.
fn sizes(asked: &Arguments) -> Result<Vec<Size>, String> {
    if asked.growth {
        let of = |visits: usize| Size {
            stops: visits / 5,
            buses: (visits / 250).max(1),
            days: 65,
        };
        return Ok([100, 300, 1000, 3000, 5000].map(of).to_vec());
    }
    match (asked.stops, asked.buses, asked.days) {
        (Some(stops), Some(buses), Some(days)) => Ok(vec![Size { stops, buses, days }]),
        _ => Err(format!("usage: {USAGE}")),
    }
}

fn planned(size: Size, settings: SolveSettings, time: Duration) -> Result<Line, String> {
    let parts = made_up::parts(size)?;
    let begun = Instant::now();
    let problem = Problem::build(parts.clone()).map_err(|faults| format!("{faults:?}"))?;
    let built = begun.elapsed();
    let begun = Instant::now();
    let (mut first, mut last) = (None, begun);
    let mut watch = |progress: &Progress| {
        last = Instant::now();
        let (since, _) = *first.get_or_insert_with(|| {
            let waited = seconds(last.duration_since(begun));
            eprintln!(
                "{} stops: first plan after {waited} s, {} visits",
                size.stops, progress.visits
            );
            (last, progress.best)
        });
        match last.duration_since(since) < time {
            true => Step::Continue,
            false => Step::Stop,
        }
    };
    let plan = solve(&problem, settings, &mut watch);
    let ended = Instant::now();
    eprintln!("{} iterations, then the plan with its reasons", plan.iterations);
    let (first, first_plan) = first.unwrap_or((ended, plan.cost));
    let searched = last.duration_since(first);
    for violation in check(&parts, &plan) {
        eprintln!("broken: {violation:?}");
    }
    Ok(Line {
        stops: size.stops,
        buses: size.buses,
        days: size.days,
        wanted: plan.figures.wanted,
        missing: plan.figures.missing,
        build_seconds: seconds(built),
        first_plan_seconds: seconds(first.duration_since(begun)),
        first_plan,
        search_seconds: seconds(searched),
        iterations: plan.iterations,
        ms_per_iteration: (plan.iterations > 0).then(|| 1000.0 * searched.as_secs_f64() / plan.iterations as f64),
        last_seconds: seconds(ended.duration_since(last)),
        cost: plan.cost,
        violations: check(&parts, &plan).len(),
        peak_mb: peak_mb(),
        seed: settings.seed,
    })
}

fn seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).round() / 1000.0
}

/// Linux tells it in kB.
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kb| kb / 1024)
}

fn arguments(given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut asked, mut given) = (Arguments::default(), given);
    while let Some(flag) = given.next() {
        if flag == "--growth" {
            asked.growth = true;
            continue;
        }
        let value = given
            .next()
            .ok_or_else(|| format!("{flag} needs a value. Usage: {USAGE}"))?;
        match flag.as_str() {
            "--stops" => asked.stops = Some(number(&flag, &value)?),
            "--buses" => asked.buses = Some(number(&flag, &value)?),
            "--days" => asked.days = Some(number(&flag, &value)?),
            "--seconds" => asked.seconds = Some(number(&flag, &value)?),
            "--seed" => asked.seed = Some(number(&flag, &value)?),
            "--iterations" => asked.iterations = Some(number(&flag, &value)?),
            _ => return Err(format!("{flag} is unknown. Usage: {USAGE}")),
        }
    }
    Ok(asked)
}

fn number<T: std::str::FromStr>(flag: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{flag} {text}: not a number"))
}
