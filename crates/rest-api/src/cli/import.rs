//! `import`: a season folder into the database; stop lists of others into a folder or the database.

mod stops;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Settings, failure::Failure, folder, print, service};
use crate::app::seasons;

/// Brings in season folders and stop lists
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  swietlicobus import season config/examples/ostroleka\n  \
    swietlicobus import stops --from playgrounds.geojson --into config/examples/ostroleka")]
pub struct Import {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Season(Season),
    Stops(stops::Stops),
}

/// Brings a season folder into the database, all of it or nothing
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus import season config/examples/ostroleka --config /etc/swietlicobus/settings.toml\n\n\
    A season that is there already is brought up to date. Of a published season names and places change for the public at \
        once, visits with the next release."
)]
struct Season {
    /// The folder that holds season.toml and the tables
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

impl Import {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Season(season) => season.run(),
            Command::Stops(stops) => stops.run(),
        }
    }
}

impl Season {
    fn run(self) -> Result<(), Failure> {
        let season = folder::season(&self.folder)?;
        let app = service::app(&self.settings)?;
        let done = seasons::write(&app, None, &season)?;
        if self.json {
            return print::json(&done);
        }
        print::out(&done.season);
        print::done(format!(
            "{}: {} added, {} changed, {} removed",
            season.settings.name, done.added, done.changed, done.removed
        ));
        Ok(())
    }
}
