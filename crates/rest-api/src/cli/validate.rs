//! `validate`: every fault of a season folder.

use std::path::PathBuf;

use clap::Args;
use route_planning::Problem;
use season_files::{Fault, Season};
use serde::Serialize;

use super::{
    failure::Failure,
    folder,
    print::{self, GOOD, styled},
};
use crate::app::problem;

/// Checks a season folder and prints every fault with its file, row, column and what to do
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  swietlicobus validate config/examples/ostroleka\n\n\
    Exit code 0: no fault; 2: at least one. Nothing is changed.")]
pub struct Validate {
    /// The folder that holds season.toml and the tables
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Report<'a> {
    valid: bool,
    /// Of the files.
    faults: &'a [Fault],
    /// Of the season that the files tell, as sentences; looked for when the files have none.
    season_faults: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts>,
}

#[derive(Debug, Serialize)]
struct Counts {
    days: i64,
    working_days: usize,
    buses: usize,
    estates: usize,
    stops: usize,
    streets: usize,
    requests: usize,
    events: usize,
}

impl Validate {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let (season, faults) = match season_files::read(&folder::files(&self.folder)?) {
            Ok(season) => (Some(season), Vec::new()),
            Err(faults) => (None, faults),
        };
        let season_faults = season.as_ref().map(unplannable).unwrap_or_default();
        let number = faults.len() + season_faults.len();
        let counts = season.as_ref().map(counts);
        if self.json {
            print::json(&Report {
                valid: number == 0,
                faults: &faults,
                season_faults: &season_faults,
                counts,
            })?;
        } else if let (Some(counts), 0) = (&counts, number) {
            print::out(in_words(counts));
        } else {
            if !faults.is_empty() {
                print::out(folder::told(&faults));
            }
            for fault in &season_faults {
                print::out(fault);
            }
            print::error(format!(
                "{}: {}",
                self.folder.display(),
                print::count(number, "fault", "faults")
            ));
        }
        if number == 0 { Ok(()) } else { Err(Failure::Told) }
    }
}

/// Why a season whose files are well formed cannot be planned: visits that contradict each other, days without a bus.
fn unplannable(season: &Season) -> Vec<String> {
    match Problem::build(problem::parts(season, &[], None)) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

fn counts(season: &Season) -> Counts {
    let settings = &season.settings;
    Counts {
        days: settings.first_day.days_until(settings.last_day) + 1,
        working_days: settings.working_days().count(),
        buses: settings.buses.len(),
        estates: season.estates.len(),
        stops: season.stops.len(),
        streets: season.streets.len(),
        requests: season.requests.len(),
        events: season.events.len(),
    }
}

fn in_words(counts: &Counts) -> String {
    let parts = [
        print::count(counts.estates, "estate", "estates"),
        print::count(counts.stops, "stop", "stops"),
        print::count(counts.streets, "street", "streets"),
        print::count(counts.requests, "request", "requests"),
        print::count(counts.events, "event", "events"),
        print::count(counts.buses, "bus", "buses"),
        format!("{} working days of {}", counts.working_days, counts.days),
    ];
    format!("{} {}", styled(GOOD, "valid:"), parts.join(", "))
}
