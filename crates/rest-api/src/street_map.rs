//! The operator's own map of the streets: one file of tiles (PMTiles), looked at when the service starts and then served as it is.
//!
//! Nothing here draws; browsers do. What is looked at is what goes wrong with such files: one of another kind or version, pictures in place of
//! vectors, half a copy, layers that the drawing does not know. Such a file is told of in one sentence, and the service goes on with the sketch.

mod header;

#[cfg(test)]
mod tests;

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    time::SystemTime,
};

use flate2::read::GzDecoder;
use public_calendar::Publication;
use vocabulary::Coordinate;

use crate::config::Map;
use header::{Compression, Header, Section};

pub use header::Bounds;

/// Metadata longer than this, packed or unpacked, is not read: that of a whole country takes a few kilobytes.
const MOST_METADATA: u64 = 4 << 20;

/// A layer that every town has in the schema that is drawn (Protomaps basemaps).
const DRAWN_LAYER: &str = "roads";

/// A file that browsers can draw.
#[derive(Debug, Clone, PartialEq)]
pub struct StreetMap {
    /// Where it lies.
    pub file: PathBuf,
    /// Whose data it shows.
    pub attribution: String,
    /// Tells this file from one that stood in its place: length and time.
    pub version: String,
    /// What it covers.
    pub bounds: Bounds,
}

/// Why a file is not used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("it cannot be read ({0})")]
    Unreadable(#[from] io::Error),
    /// A folder, a pipe.
    #[error("it is no file")]
    NoFile,
    /// Another kind of file.
    #[error("it does not begin with \"PMTiles\" and a header of 127 bytes: it is a file of another kind")]
    NoPmtiles,
    /// Another version of the format.
    #[error("it is PMTiles of version {0}; version 3 is expected, into which `pmtiles convert` brings older ones")]
    Version(u8),
    /// Pictures, or something that is not told.
    #[error("its tiles are {0}; vector tiles (MVT) are expected")]
    Tiles(&'static str),
    /// Packed in a way that browsers cannot undo.
    #[error("its {part} are packed as {found}; gzip, or nothing, is expected")]
    Packed {
        /// Tiles or directories.
        part: &'static str,
        /// The name of the other way.
        found: &'static str,
    },
    /// The rest is missing.
    #[error("it is cut short: it has {has} bytes of {needs}; copy it again")]
    Cut {
        /// Bytes that its header tells of.
        needs: u64,
        /// Bytes that are there.
        has: u64,
    },
    /// Browsers read the first 16 KiB and look for the directory there.
    #[error("its directory does not lie within the first 16 KiB, where version 3 wants it")]
    Directory,
    /// The description of its layers cannot be read.
    #[error("its metadata cannot be read ({0})")]
    Metadata(String),
    /// Tiles of another schema would be an empty picture.
    #[error(
        "its layers are {}; those of the Protomaps basemap are expected (earth, water, landuse, roads, buildings, places)",
        .0.join(", ")
    )]
    Layers(Vec<String>),
}

/// Looks at the file of the settings; what is wrong with it is logged, and then there is none.
pub fn look(settings: &Map) -> Option<StreetMap> {
    let file = settings.file.clone()?;
    match read(&file) {
        Ok(found) => Some(StreetMap {
            file,
            attribution: settings.attribution.clone(),
            version: found.version,
            bounds: found.bounds,
        }),
        Err(fault) => {
            tracing::warn!(
                file = %file.display(),
                "map.file is not used and pages show the sketch alone: {fault}. docs/map.md tells how a good file is made"
            );
            None
        }
    }
}

/// Says so if the map covers no stop of the season: it is of another town, or cut too small. Pages then do not offer it.
pub fn warn_if_elsewhere(map: &StreetMap, publication: &Publication) {
    let mut points = publication
        .data()
        .stops
        .iter()
        .filter_map(|stop| stop.coordinate)
        .peekable();
    if points.peek().is_some() && !points.any(|at| map.bounds.contain(at)) {
        let Bounds {
            west,
            south,
            east,
            north,
        } = map.bounds;
        tracing::warn!(
            file = %map.file.display(),
            "map.file covers {west},{south} to {east},{north} (longitude, latitude) and no stop of the season; pages show the sketch alone. \
             docs/map.md tells how to cut out your town"
        );
    }
}

struct Found {
    version: String,
    bounds: Bounds,
}

/// What a file says of itself, if browsers can draw it.
fn read(path: &Path) -> Result<Found, Fault> {
    // Asked first: opening a pipe would wait for its other end.
    if !path.metadata()?.is_file() {
        return Err(Fault::NoFile);
    }
    let mut file = File::open(path)?;
    let about = file.metadata()?;
    let mut start = Vec::with_capacity(Header::LENGTH);
    (&mut file).take(Header::LENGTH as u64).read_to_end(&mut start)?;
    let header = Header::read(&start)?;
    header.check(about.len())?;
    let layers = layers(&mut file, header.metadata, header.directories_packed)?;
    if !layers.is_empty() && !layers.iter().any(|layer| layer == DRAWN_LAYER) {
        return Err(Fault::Layers(layers));
    }
    let changed = about.modified()?.duration_since(SystemTime::UNIX_EPOCH);
    Ok(Found {
        // Before 1970 there was none.
        version: format!("{:x}-{:x}", about.len(), changed.unwrap_or_default().as_secs()),
        bounds: header.bounds,
    })
}

/// The names of the layers, which the metadata should list (section "Metadata" of the specification); none if it does not.
fn layers(file: &mut File, at: Section, packed: Compression) -> Result<Vec<String>, Fault> {
    #[derive(serde::Deserialize)]
    struct Metadata {
        #[serde(default)]
        vector_layers: Vec<Layer>,
    }
    #[derive(serde::Deserialize)]
    struct Layer {
        id: String,
    }
    let told = |said: String| Fault::Metadata(said);
    if at.length > MOST_METADATA {
        return Err(told(format!("it has {} bytes", at.length)));
    }
    file.seek(SeekFrom::Start(at.offset))?;
    let raw = file.take(at.length);
    let mut text = Vec::new();
    match packed {
        Compression::Gzip => GzDecoder::new(raw).take(MOST_METADATA).read_to_end(&mut text),
        _ => raw.take(MOST_METADATA).read_to_end(&mut text),
    }
    .map_err(|said| told(said.to_string()))?;
    let metadata: Metadata = serde_json::from_slice(&text).map_err(|said| told(said.to_string()))?;
    Ok(metadata.vector_layers.into_iter().map(|layer| layer.id).collect())
}

impl Bounds {
    /// Whether a point lies within.
    pub fn contain(&self, at: Coordinate) -> bool {
        (self.south..=self.north).contains(&at.lat()) && (self.west..=self.east).contains(&at.lon())
    }
}
