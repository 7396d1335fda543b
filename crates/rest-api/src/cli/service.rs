//! The use cases for commands that work on the database without serving.

use std::path::{Path, PathBuf};

use storage::{Store, StoreOptions};

use super::{Settings, failure::Failure};
use crate::{
    app::{Clock, SharedApp},
    config::Config,
    server,
};

/// What marks the database of a demo; its value is the day on which it was made ready.
pub const DEMO_KEY: &str = "demo";

/// The use cases on the database of these settings, its tables brought up to date.
pub fn app(settings: &Settings) -> Result<SharedApp, Failure> {
    let config = settings.load()?;
    let address = config.public_url(config.server.port);
    quiet_logs();
    Ok(server::build_app(config, Clock::Machine, address, None, false)?)
}

/// The database as it is, without a change of its tables. It must be there already.
pub fn existing_store(config: &Config) -> Result<Store, Failure> {
    let url = config.database.url.reveal();
    if let Some(file) = sqlite_file(url)
        && !file.exists()
    {
        return Err(Failure::failed(format!(
            "there is no database {}: name the settings file with --config, or set SWIETLICOBUS_DATABASE_URL",
            file.display()
        )));
    }
    Ok(Store::open(url, StoreOptions::default())?)
}

/// The file of an SQLite address.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    Some(Path::new(path.strip_prefix("//").unwrap_or(path)).to_owned())
}

/// Only warnings, to standard error: a command has its own words for what it does.
pub fn quiet_logs() {
    let format = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::WARN)
        .with_writer(std::io::stderr)
        .with_target(false)
        .without_time();
    // A second subscriber is refused, and the first is good enough.
    let _ = format.try_init();
}
