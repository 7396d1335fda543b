//! `replan`: a plan that stands, after something changed: least change first, then cost.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use clap::Args;
use route_planning::{Change, Plan, PlanDifference, Problem, Progress, SolveSettings, Step};
use serde::Serialize;
use vocabulary::{Day, Minutes, Slug};

use super::{
    explain,
    failure::Failure,
    folder,
    plan::{self, differs, names::Names, svg},
    print, travel,
};
use crate::app::problem;

/// Plans again from a plan that stands: a day closed, a bus away, a visit cancelled, longer visits, or an edited folder
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    swietlicobus replan config/examples/ostroleka --from plan.json --close-day 2027-07-06 --out plan2.json\n  \
    swietlicobus replan config/examples/ostroleka --from plan.json --cancel centrum-sikorskiego@2027-07-06\n  \
    swietlicobus replan config/examples/ostroleka --from plan.json --bus-away swietlicobus:2027-07-05..2027-07-09\n  \
    swietlicobus replan config/examples/ostroleka --from plan.json --changes changes.json --json\n\n\
    Visits that are still allowed stay where they are; others move only so that every stop keeps its least visits. The folder is not\n\
    changed: what is to last (a closed day, longer visits) belongs into its files. Without a change the folder as it is now counts.")]
pub struct Replan {
    /// The folder that holds season.toml and the tables
    #[arg(value_name = "SEASON_DIR")]
    folder: PathBuf,
    /// The plan that stands, as `plan --out` wrote it
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// No bus runs on this day; may be given again
    #[arg(long, value_name = "DAY")]
    close_day: Vec<Day>,
    /// A bus is away on these days: 2027-07-05,2027-07-09 or 2027-07-05..2027-07-09; may be given again
    #[arg(long, value_name = "BUS:DAYS", value_parser = bus_away)]
    bus_away: Vec<Change>,
    /// A visit will not be; may be given again
    #[arg(long, value_name = "STOP@DAY", value_parser = explain::visit)]
    cancel: Vec<(Slug, Day)>,
    /// Visits of a stop are to have so many public minutes; may be given again
    #[arg(long, value_name = "STOP:MINUTES", value_parser = longer)]
    longer: Vec<Change>,
    /// More changes (new stops, new events, other requests) as a JSON list; docs/planning.md shows each
    #[arg(long, value_name = "FILE")]
    changes: Option<PathBuf>,
    /// Write the plan to this file, as JSON
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Draw the plan into this folder
    #[arg(long, value_name = "DIR")]
    svg: Option<PathBuf>,
    /// Stop after so many seconds
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: Option<u64>,
    /// Where the random choices of a repair start
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print difference and plan as JSON instead of sentences
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    travel: travel::Travel,
}

/// What is answered, as JSON.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    changes: &'a [Change],
    difference: &'a PlanDifference,
    plan: &'a Plan,
}

impl Replan {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let season = folder::season(&self.folder)?;
        let from = explain::read(&self.from)?;
        let changes = self.all_changes()?;
        let mut parts = problem::parts(&season, &[], None);
        self.travel.fill(&season, &mut parts)?;
        let parts = route_planning::changed(&parts, &changes).map_err(|faults| {
            for (_, fault) in &faults {
                print::say(format!("  - {fault}"));
            }
            print::error("these changes mean nothing in this season; nothing was planned");
            Failure::Told
        })?;
        let problem = plan::build(&parts, &self.folder)?;
        let plan = self.replan(&problem, &from);
        plan::judge(&parts, &plan)?;
        let difference = route_planning::difference(&from, &plan);
        if let Some(path) = &self.out {
            print::write_whole(path, format!("{}\n", print::json_text(&plan)?).as_bytes())?;
        }
        if let Some(folder) = &self.svg {
            svg::write(folder, &season, &parts, &plan)?;
        }
        if self.json {
            let answer = Answer {
                changes: &changes,
                difference: &difference,
                plan: &plan,
            };
            print::json(&answer)?;
        } else {
            let names = Names::of(&season);
            print::out(differs::difference(&names, &difference));
            print::out(format!("\n{}", plan::reasons::all(&names, &plan.unmet)));
        }
        if let Some(path) = &self.out {
            print::done(format!("the plan is in {}", path.display()));
        }
        Ok(())
    }

    fn all_changes(&self) -> Result<Vec<Change>, Failure> {
        let mut changes: Vec<Change> = self
            .close_day
            .iter()
            .map(|day| Change::CloseDay { day: *day })
            .collect();
        changes.extend(self.bus_away.iter().cloned());
        let cancelled = self.cancel.iter().cloned();
        changes.extend(cancelled.map(|(stop, day)| Change::CancelVisit { stop, day }));
        changes.extend(self.longer.iter().cloned());
        if let Some(path) = &self.changes {
            let more: Vec<Change> = serde_json::from_slice(&folder::bytes(path)?)
                .map_err(|said| Failure::input(format!("{} is no list of changes: {said}", path.display())))?;
            changes.extend(more);
        }
        Ok(changes)
    }

    fn replan(&self, problem: &Problem, from: &Plan) -> Plan {
        let (started, limit) = (Instant::now(), self.seconds.map(Duration::from_secs));
        let bar = print::spinner("planning again");
        let mut watch = |progress: &Progress| {
            bar.set_position(progress.iteration);
            let over = limit.is_some_and(|limit| started.elapsed() >= limit);
            if over { Step::Stop } else { Step::Continue }
        };
        let settings = SolveSettings {
            seed: self.seed,
            iterations: None,
        };
        let plan = route_planning::replan(problem, from, settings, &mut watch);
        bar.finish_and_clear();
        plan
    }
}

/// `BUS:DAY,DAY` or `BUS:FIRST..LAST`.
fn bus_away(text: &str) -> Result<Change, String> {
    let (bus, days) = text
        .split_once(':')
        .ok_or("write it as BUS:DAYS, e.g. bus:2027-07-05..2027-07-09")?;
    let bus = bus
        .parse::<Slug>()
        .map_err(|e| format!("{bus} is no short name of a bus: {e}"))?;
    let day = |text: &str| text.parse::<Day>().map_err(|e| format!("{text} is no day: {e}"));
    let mut all = Vec::new();
    for part in days.split(',') {
        match part.split_once("..") {
            None => all.push(day(part)?),
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                if first.days_until(last) > 366 {
                    return Err(format!("{part} is more than a year"));
                }
                all.extend(first.through(last));
            }
        }
    }
    if all.is_empty() {
        return Err(format!("{days} holds no day"));
    }
    Ok(Change::BusAway { bus, days: all })
}

/// `STOP:MINUTES`.
fn longer(text: &str) -> Result<Change, String> {
    let (stop, minutes) = text
        .split_once(':')
        .ok_or("write it as STOP:MINUTES, e.g. lazek-plac:150")?;
    let stop = stop
        .parse::<Slug>()
        .map_err(|e| format!("{stop} is no short name of a stop: {e}"))?;
    let minutes = minutes
        .parse::<u32>()
        .ok()
        .filter(|minutes| (1..=1440).contains(minutes));
    let public = minutes.map(Minutes).ok_or("the minutes are 1 to 1440")?;
    Ok(Change::LongerService { stop, public })
}
