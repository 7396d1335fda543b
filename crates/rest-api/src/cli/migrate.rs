//! `migrate`: the database's tables brought up to date.

use clap::Args;
use storage::{Store, StoreOptions};

use super::{Settings, failure::Failure, print, service};

/// Brings the tables of the database up to date; `serve` does the same when it starts
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  swietlicobus migrate --config /etc/swietlicobus/settings.toml\n\n\
    All missing steps are done together or not at all. A database of a newer version is refused."
)]
pub struct Migrate {
    #[command(flatten)]
    settings: Settings,
}

impl Migrate {
    /// Runs it.
    pub fn run(self) -> Result<(), Failure> {
        let config = self.settings.load()?;
        let url = config.database.url.reveal();
        if let Some(folder) = service::sqlite_file(url).as_deref().and_then(|file| file.parent()) {
            std::fs::create_dir_all(folder).map_err(|said| Failure::file("make the folder", folder, &said))?;
        }
        let store = Store::open(url, StoreOptions::default())?;
        let steps = store.migrate().map_err(|e| Failure::failed(e.to_string()))?;
        for step in &steps {
            print::out(step);
        }
        match steps.len() {
            0 => print::done(format!("the {} database was up to date", store.kind())),
            n => print::done(format!(
                "{} done; the {} database is up to date",
                print::count(n, "step", "steps"),
                store.kind()
            )),
        }
        Ok(())
    }
}
