//! The example season, Ostrołęka in summer 2027, embedded in the program.

use rust_embed::RustEmbed;
use season_files::Files;

#[derive(RustEmbed)]
#[folder = "../../config/examples/ostroleka"]
#[include = "*.toml"]
#[include = "*.csv"]
#[include = "*.geojson"]
struct Ostroleka;

/// Its files.
pub fn ostroleka() -> Files {
    Ostroleka::iter()
        .filter_map(|name| Some((name.to_string(), Ostroleka::get(&name)?.data.into_owned())))
        .collect()
}
