//! Fills the crew of a benchmark season with the product's own solver.
//!
//! `cargo run --release -p volunteer-roster --example fill -- FILE --seconds S --seed N [--iterations K] [--cpu] [--out FILE.json]`
//!
//! The file becomes ordinary [`Parts`](volunteer_roster::fill::Parts); there is no second model. Seconds count from the program's start; with
//! `--cpu` they are those that the program really had a processor (Linux), for a machine that does other things meanwhile. One thread. Prints one line of JSON, progress on standard error, and writes `[[person, visit, "L" or "H"], ...]`.

mod season;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use volunteer_roster::fill::{Observer, Post, Problem, Progress, Settings, Step, check, solve};

fn main() -> ExitCode {
    let started = Instant::now();
    match run(started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("fill: {message}");
            ExitCode::from(2)
        }
    }
}

const USAGE: &str = "usage: fill FILE --seconds S --seed N [--iterations K] [--cpu] [--out FILE.json]";

struct Arguments {
    file: String,
    seconds: Option<f64>,
    seed: u64,
    rounds: Option<u64>,
    out: Option<String>,
    cpu: bool,
}

fn arguments() -> Result<Arguments, String> {
    let mut given = std::env::args().skip(1);
    let mut found = Arguments {
        file: String::new(),
        seconds: None,
        seed: 1,
        rounds: None,
        out: None,
        cpu: false,
    };
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value; {USAGE}"));
        let bad = |what: &str| format!("{argument}: {what}; {USAGE}");
        match argument.as_str() {
            "--seconds" => found.seconds = Some(value()?.parse().map_err(|_| bad("seconds expected"))?),
            "--seed" => found.seed = value()?.parse().map_err(|_| bad("a whole number expected"))?,
            "--iterations" => found.rounds = Some(value()?.parse().map_err(|_| bad("a whole number expected"))?),
            "--cpu" => found.cpu = true,
            "--out" => found.out = Some(value()?),
            _ if argument.starts_with("--") || !found.file.is_empty() => return Err(bad("not understood")),
            _ => found.file = argument,
        }
    }
    if found.file.is_empty() || (found.seconds.is_none() && found.rounds.is_none()) {
        return Err(USAGE.to_owned());
    }
    Ok(found)
}

fn run(started: Instant) -> Result<(), String> {
    let arguments = arguments()?;
    let text = std::fs::read_to_string(&arguments.file).map_err(|e| format!("{}: {e}", arguments.file))?;
    let season: season::Season = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", arguments.file))?;
    let problem =
        Problem::build(season.parts()?).map_err(|all| all.iter().map(|f| format!("\n  {f}")).collect::<String>())?;
    let limit = arguments.seconds.map(Duration::try_from_secs_f64).transpose();
    let mut watch = Watch {
        started,
        limit: limit.map_err(|e| format!("--seconds: {e}"))?,
        told: None,
        cpu: arguments.cpu,
        calls: 0,
        spent: Duration::ZERO,
    };
    let settings = Settings {
        seed: arguments.seed,
        rounds: arguments.rounds,
    };
    let fill = solve(&problem, settings, &mut watch);
    let seconds = watch.now().as_secs_f64();
    let judged = check(&problem, &fill).map_err(|all| all.iter().map(|v| format!("\n  {v}")).collect::<String>())?;
    eprintln!("{judged:?} after {} rounds", fill.rounds);
    let line = serde_json::json!({
        "cost": fill.cost,
        "seconds": (seconds * 1000.0).round() / 1000.0,
        "proved": fill.proved,
    });
    println!("{line}");
    if let Some(path) = &arguments.out {
        let letter = |post| if post == Post::Leader { "L" } else { "H" };
        let rows = fill.assignments.iter().map(|a| (a.person.0, a.visit.0, letter(a.post)));
        let text = serde_json::to_string(&rows.collect::<Vec<_>>()).map_err(|e| e.to_string())?;
        std::fs::write(path, text).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

/// The clock is here, not in the solver.
struct Watch {
    started: Instant,
    limit: Option<Duration>,
    told: Option<Duration>,
    cpu: bool,
    calls: u64,
    spent: Duration,
}

impl Watch {
    /// The time, or what the one thread had a processor for, from the first number of its `schedstat` (nanoseconds).
    fn now(&self) -> Duration {
        if self.cpu {
            let read = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
            let nanoseconds = read.split_whitespace().next().and_then(|word| word.parse().ok());
            nanoseconds.map_or_else(|| self.started.elapsed(), Duration::from_nanos)
        } else {
            self.started.elapsed()
        }
    }
}

impl Observer for Watch {
    fn progress(&mut self, progress: &Progress) -> Step {
        if !self.cpu || self.calls.is_multiple_of(8) {
            self.spent = self.now();
        }
        self.calls += 1;
        if self
            .told
            .is_none_or(|told| self.spent - told >= Duration::from_millis(500))
        {
            self.told = Some(self.spent);
            eprintln!(
                "{:7.3} s  round {:7}  cost {:6}  {:4} places empty",
                self.spent.as_secs_f64(),
                progress.round,
                progress.cost,
                progress.empty,
            );
        }
        if self.limit.is_some_and(|limit| self.spent >= limit) {
            Step::Stop
        } else {
            Step::Continue
        }
    }

    fn spent(&self) -> Option<u64> {
        let limit = self.limit?.as_micros().max(1);
        Some((self.spent.as_micros() * (1 << 20) / limit) as u64)
    }
}
