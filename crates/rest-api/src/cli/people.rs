//! `people`: the crew from a table that a spreadsheet keeps.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Settings, failure::Failure, print, service};
use crate::app::people_import::{self, How};

/// Brings in people from a table
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  swietlicobus people template > people.csv\n  swietlicobus people import people.csv --dry-run"
)]
pub struct People {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Import(Import),
    Template,
}

/// Adds everybody in a table, or tells every fault by row and column and adds nobody
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus people import people.csv --invite\n\nWhoever has an account with the same e-mail address stays as they are. \
        docs/people-table.md lists the columns."
)]
struct Import {
    /// The table: CSV in UTF-8, with commas or semicolons
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only look at the table
    #[arg(long, conflicts_with = "invite")]
    dry_run: bool,
    /// Send each new person a letter with a link by which to set a password
    #[arg(long)]
    invite: bool,
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

impl People {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Import(import) => import.run(),
            Command::Template => {
                print::out(people_import::template().trim_start_matches('\u{feff}').trim_end());
                Ok(())
            }
        }
    }
}

impl Import {
    fn run(self) -> Result<(), Failure> {
        let bytes = std::fs::read(&self.file).map_err(|said| Failure::file("read", &self.file, &said))?;
        let app = service::app(&self.settings)?;
        let how = match (self.dry_run, self.invite) {
            (true, _) => How::Check,
            (false, true) => How::AddAndInvite,
            (false, false) => How::Add,
        };
        let done = people_import::run(&app, None, &bytes, how)?.map_err(|found| {
            let lines: Vec<_> = found
                .iter()
                .map(|one| format!("  {}: {}", one.place(), one.what))
                .collect();
            Failure::input(format!(
                "nothing was added; the table has faults:\n{}",
                lines.join("\n")
            ))
        })?;
        if self.json {
            return print::json(&done);
        }
        for email in &done.added {
            print::out(email);
        }
        let would = if self.dry_run { "would be " } else { "" };
        print::done(format!(
            "{} {would}added, {} known already and left as they are",
            done.added.len(),
            done.known.len()
        ));
        Ok(())
    }
}
