//! `backup`: a checked copy of the database while the service goes on.

use std::path::PathBuf;

use clap::Args;
use storage::Backup as Outcome;

use super::{Settings, failure::Failure, print, service};

/// Copies the database to a new file and checks the copy; the service may go on meanwhile
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus backup --config /etc/swietlicobus/settings.toml --to /srv/backup/swietlicobus-$(date +%F).db\n\n\
    To restore: stop the service, put the copy in the place of the database, start the service (docs/operating.md).\n\
    For PostgreSQL the command to use is printed instead."
)]
pub struct Backup {
    #[command(flatten)]
    settings: Settings,
    /// The file to write; one that exists is never overwritten
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

impl Backup {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let store = service::existing_store(&self.settings.load()?)?;
        match store.backup(&self.to).map_err(|e| Failure::failed(e.to_string()))? {
            Outcome::Written { path, bytes } => {
                print::out(path.display());
                print::done(format!("{} KiB written and checked", bytes.div_ceil(1024)));
            }
            Outcome::UsePgDump { command } => {
                print::out(command);
                print::say("PostgreSQL makes its own copies: run the command above.");
            }
        }
        Ok(())
    }
}
