//! Solves a classical instance with the product's own planner: Cordeau's text format or CVRPLIB's `.vrp`.
//!
//! `cargo run --release -p route-planning --example pvrp -- FILE --seconds S --seed N [--iterations K] [--out FILE.json]`
//!
//! The file becomes an ordinary [`ProblemParts`]: customers are stops, the days of the instance are days of a season, allowed combinations
//! are listed day sets, a vehicle is a bus with a capacity. One thread. Prints one line of JSON.
//!
//! With `--cpu` the seconds are those that this thread really had a processor (Linux), for a machine that does other things meanwhile.

#[path = "pvrp/instance.rs"]
mod instance;
#[path = "common/plain.rs"]
mod plain;
#[path = "pvrp/translate.rs"]
mod translate;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use route_planning::{Observer, Problem, Progress, SolveSettings, Step, check, solve};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("pvrp: {message}");
            ExitCode::from(2)
        }
    }
}

struct Arguments {
    file: String,
    seconds: f64,
    seed: u64,
    iterations: Option<u64>,
    out: Option<String>,
    cpu: bool,
}

const USAGE: &str = "usage: pvrp FILE --seconds S --seed N [--iterations K] [--cpu] [--out FILE.json]";

fn arguments() -> Result<Arguments, String> {
    let mut given = std::env::args().skip(1);
    let mut found = Arguments {
        file: String::new(),
        seconds: f64::INFINITY,
        seed: 1,
        iterations: None,
        out: None,
        cpu: false,
    };
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value; {USAGE}"));
        let bad = |what: &str| format!("{argument}: {what}; {USAGE}");
        match argument.as_str() {
            "--seconds" => found.seconds = value()?.parse().map_err(|_| bad("seconds expected"))?,
            "--seed" => found.seed = value()?.parse().map_err(|_| bad("a whole number expected"))?,
            "--iterations" => found.iterations = Some(value()?.parse().map_err(|_| bad("a whole number expected"))?),
            "--cpu" => found.cpu = true,
            "--out" => found.out = Some(value()?),
            _ if argument.starts_with("--") || !found.file.is_empty() => return Err(bad("not understood")),
            _ => found.file = argument,
        }
    }
    if found.file.is_empty() || (found.seconds.is_infinite() && found.iterations.is_none()) {
        return Err(USAGE.to_owned());
    }
    Ok(found)
}

fn run() -> Result<(), String> {
    let arguments = arguments()?;
    let text = std::fs::read_to_string(&arguments.file).map_err(|e| format!("{}: {e}", arguments.file))?;
    let instance = instance::read(&text).map_err(|e| format!("{}: {e}", arguments.file))?;
    let started = Instant::now();
    let parts = translate::parts(&instance)?;
    let problem = Problem::build(parts.clone())
        .map_err(|faults| faults.iter().map(|f| format!("\n  {f}")).collect::<String>())?;
    let mut watch = Watch {
        started,
        limit: Duration::try_from_secs_f64(arguments.seconds).ok(),
        cpu: arguments.cpu,
        spent: Duration::ZERO,
        calls: 0,
        told: started,
    };
    let settings = SolveSettings {
        seed: arguments.seed,
        iterations: arguments.iterations,
    };
    let plan = solve(&problem, settings, &mut watch);
    let seconds = started.elapsed().as_secs_f64();
    let violations = check(&parts, &plan);
    for violation in violations.iter().take(5) {
        eprintln!("  {violation}");
    }
    let routes = translate::routes(&parts, &plan);
    let faults = instance.faults(&routes);
    for fault in faults.iter().take(5) {
        eprintln!("  {fault}");
    }
    let name = std::path::Path::new(&arguments.file).file_stem().unwrap_or_default();
    let line = serde_json::json!({
        "instance": name.to_string_lossy(),
        "cost": (instance.cost(&routes) * 100.0).round() / 100.0,
        "feasible": violations.is_empty() && faults.is_empty(),
        "seconds": (seconds * 100.0).round() / 100.0,
        "iterations": plan.iterations,
        "seed": arguments.seed,
    });
    println!("{line}");
    if let Some(path) = &arguments.out {
        let text = serde_json::to_string(&translate::json(&routes)).map_err(|e| e.to_string())?;
        std::fs::write(path, text).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

/// The clock is here, not in the planner.
struct Watch {
    started: Instant,
    limit: Option<Duration>,
    cpu: bool,
    spent: Duration,
    calls: u32,
    told: Instant,
}

impl Watch {
    /// The time this thread had a processor, from the first number of its `schedstat` (nanoseconds).
    fn look(&mut self) {
        self.calls += 1;
        if !self.cpu {
            self.spent = self.started.elapsed();
        } else if self.calls % 32 == 1 {
            let read = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
            let nanoseconds = read.split_whitespace().next().and_then(|word| word.parse().ok());
            self.spent = nanoseconds.map_or_else(|| self.started.elapsed(), Duration::from_nanos);
        }
    }
}

impl Observer for Watch {
    fn progress(&mut self, progress: &Progress) -> Step {
        self.look();
        if self.told.elapsed() >= Duration::from_secs(1) {
            self.told = Instant::now();
            let best = progress.best.travel + progress.best.preferences + progress.best.spread;
            eprint!(
                "\r{:6.1} s  {} iterations  {} visits  {} unmet  {best} points ",
                self.spent.as_secs_f64(),
                progress.iteration,
                progress.visits,
                progress.unmet
            );
        }
        if self.limit.is_some_and(|limit| self.spent >= limit) {
            eprintln!();
            return Step::Stop;
        }
        Step::Continue
    }

    fn spent(&self) -> Option<u64> {
        let whole = f64::from(1 << 20);
        self.limit
            .map(|limit| (self.spent.as_secs_f64() / limit.as_secs_f64() * whole) as u64)
    }
}
