//! `validate`: every fault of a season folder.

use std::path::PathBuf;

use clap::Args;
use season_files::{Fault, Season};
use serde::Serialize;

use super::{
    failure::Failure,
    folder,
    print::{self, GOOD, styled},
};

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
    faults: &'a [Fault],
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
        let read = season_files::read(&folder::files(&self.folder)?);
        let (counts, faults) = match &read {
            Ok(season) => (Some(counts(season)), [].as_slice()),
            Err(faults) => (None, faults.as_slice()),
        };
        match (&counts, self.json) {
            (_, true) => print::json(&Report {
                valid: faults.is_empty(),
                faults,
                counts,
            })?,
            (Some(counts), false) => print::out(in_words(counts)),
            (None, false) => {
                print::out(folder::told(faults));
                print::error(format!("{}: {}", self.folder.display(), folder::count(faults)));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Failure::Told) }
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
