//! Settings about the map of the streets.

use std::path::PathBuf;

/// A map of the streets on /mapa, beside the sketch of the town (docs/map.md).
#[derive(Debug, Clone, confique::Config)]
pub struct Map {
    /// A PMTiles file with vector tiles of your town in the schema of the Protomaps basemap. It is looked at when the service starts; unset, or with
    /// a file that cannot be used, pages show the sketch alone.
    #[config(env = "SWIETLICOBUS_MAP_FILE")]
    pub file: Option<PathBuf>,
    /// Whose data the map shows; stands in its corner, as the licence of the data asks.
    #[config(env = "SWIETLICOBUS_MAP_ATTRIBUTION", default = "© OpenStreetMap")]
    pub attribution: String,
}

impl Map {
    /// What is said of settings that do not fit.
    pub(super) fn check(&self) -> Result<(), String> {
        let length = self.attribution.trim().chars().count();
        if !(1..=200).contains(&length) {
            return Err("map.attribution must name in 1 to 200 characters whose data the map shows".to_owned());
        }
        Ok(())
    }
}
