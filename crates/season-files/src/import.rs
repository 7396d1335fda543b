//! Stop lists of others: bytes in, proposed changes out. Nothing is written: the caller shows the [`Changes`], asks, and
//! [`apply`]s them.
//!
//! A proposal is a set of cells of stops.csv. It is laid over the stop it belongs to and read by the reader of stops.csv,
//! so an import can bring in nothing that the file could not hold.

mod csv;
pub(crate) mod geojson;
mod gtfs;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use vocabulary::{Certainty, Slug};

use crate::check::{astray, middle};
use crate::fault::{Fault, FaultKind};
use crate::table::{Faults, MOST_STOPS, Row, nearest, short};
use crate::tables::ESTATES;
use crate::tables::stops::{COLUMNS, stop, stop_cells};
use crate::{Season, Stop, slugify, slugify_unique};

/// In which form a stop list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns of stops.csv, any of them; an empty cell or an absent column leaves what is there.
    Csv,
    /// A GeoJSON (RFC 7946) feature collection; its points become stops.
    GeoJson,
    /// `stops.txt` of a GTFS feed.
    Gtfs,
}

impl Format {
    /// The form that a file of that name has: `stops.txt` and other `.txt` are GTFS, `.geojson` and `.json` GeoJSON, `.csv` CSV.
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "geojson" | "json" => Some(Self::GeoJson),
            "txt" => Some(Self::Gtfs),
            _ => None,
        }
    }
}

/// What a stop list says, not yet held against the season.
#[derive(Debug)]
pub struct Proposal {
    file: String,
    format: Format,
    stops: Vec<Proposed>,
    faults: Faults,
}

/// Cells of stops.csv, as a stop list says them; those that are absent or empty say nothing.
#[derive(Debug)]
struct Proposed {
    row: Option<u64>,
    cells: BTreeMap<&'static str, String>,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    /// New stops.
    pub added: Vec<Stop>,
    /// Stops that would change.
    pub changed: Vec<ChangedStop>,
    /// Stops of the list that already are as it says.
    pub unchanged: Vec<Slug>,
    /// Entries of the list that are left out, and why.
    pub faults: Vec<Fault>,
}

impl Changes {
    /// Whether there is nothing to apply.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

/// A stop that would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedStop {
    /// The stop as it would be.
    pub stop: Stop,
    /// What would change in it, at least one.
    pub fields: Vec<FieldChange>,
}

/// A column of stops.csv that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The column.
    pub column: &'static str,
    /// The cell as it is; may be empty.
    pub old: String,
    /// The cell as it would be.
    pub new: String,
}

/// Reads a stop list. `file` is only used to name it in faults.
pub fn propose(format: Format, file: &str, bytes: &[u8]) -> Proposal {
    let mut faults = Faults::default();
    let stops = match format {
        Format::Csv => csv::stops(file, bytes, &mut faults),
        Format::GeoJson => geojson::stops(file, bytes, &mut faults),
        Format::Gtfs => gtfs::stops(file, bytes, &mut faults),
    };
    Proposal {
        file: file.to_owned(),
        format,
        stops,
        faults,
    }
}

/// Holds a proposal against the season's stops. An entry belongs to the stop with its slug, else with its GTFS `stop_id`,
/// else with its name (without regard to case and diacritics) when only one stop has that name; otherwise it is new.
/// A point that somebody of the service has `checked` is changed by CSV only.
pub fn compare(season: &Season, proposal: Proposal) -> Changes {
    let Proposal {
        file,
        format,
        stops,
        mut faults,
    } = proposal;
    let mut changes = Changes {
        added: Vec::new(),
        changed: Vec::new(),
        unchanged: Vec::new(),
        faults: Vec::new(),
    };
    let mut taken: BTreeSet<Slug> = season.stops.iter().map(|stop| stop.slug.clone()).collect();
    let mut met = BTreeSet::new();
    let town = middle(
        season
            .stops
            .iter()
            .filter_map(|s| s.coordinate)
            .chain(season.estates.iter().map(|e| e.coordinate)),
    );
    for proposed in stops {
        let existing = owner(season, &proposed, &met);
        let cells = match existing {
            Some(stop) => laid_over(stop, &proposed, format),
            None => new_cells(&proposed, &taken),
        };
        let before = faults.len();
        let mut row = Row {
            file: &file,
            number: proposed.row,
            cells,
            faults: &mut faults,
        };
        let read = stop(&mut row);
        let Some(stop) = read.filter(|stop| sound(season, town, stop, existing, &mut row)) else {
            continue;
        };
        if faults.len() > before {
            continue;
        }
        if !met.insert(stop.slug.clone()) {
            let kind = FaultKind::Duplicate {
                what: "stop",
                found: stop.slug.to_string(),
                first_row: None,
            };
            faults.add(&file, proposed.row, Some("slug"), kind);
            continue;
        }
        if existing.is_none() && season.stops.len() + changes.added.len() >= MOST_STOPS {
            let most = MOST_STOPS as u64;
            faults.add(&file, proposed.row, None, FaultKind::TooManyRows { most });
            break;
        }
        taken.insert(stop.slug.clone());
        file_under(&mut changes, existing, stop);
    }
    changes.faults = faults.into_vec();
    changes.faults.sort_by_key(|fault| fault.row);
    changes
}

/// Puts what [`compare`] found into the season: a stop takes the place of the one with its slug, or comes to the end.
pub fn apply(season: &mut Season, changes: &Changes) {
    for stop in changes
        .changed
        .iter()
        .map(|changed| &changed.stop)
        .chain(&changes.added)
    {
        match season.stops.iter_mut().find(|existing| existing.slug == stop.slug) {
            Some(existing) => existing.clone_from(stop),
            None => season.stops.push(stop.clone()),
        }
    }
}

fn file_under(changes: &mut Changes, existing: Option<&Stop>, stop: Stop) {
    let Some(existing) = existing else {
        changes.added.push(stop);
        return;
    };
    let pairs = stop_cells(existing).into_iter().zip(stop_cells(&stop));
    let fields: Vec<_> = pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((column, old), (_, new))| FieldChange { column, old, new })
        .collect();
    // A new source alone is no news: it says where a point comes from that did not change.
    if fields.iter().all(|field| field.column == "source") {
        changes.unchanged.push(stop.slug);
    } else {
        changes.changed.push(ChangedStop { stop, fields });
    }
}

/// The stop an entry belongs to. `met`: stops that an earlier entry already belongs to, which a name alone does not claim.
fn owner<'a>(season: &'a Season, proposed: &Proposed, met: &BTreeSet<Slug>) -> Option<&'a Stop> {
    let cell = |column| {
        proposed
            .cells
            .get(column)
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    };
    if let Some(slug) = cell("slug") {
        return season.stops.iter().find(|stop| stop.slug.as_str() == slug);
    }
    let id = cell("gtfs_stop_id");
    let by_id = season
        .stops
        .iter()
        .find(|stop| id.is_some() && stop.details.gtfs_stop_id.as_deref() == id);
    if by_id.is_some() {
        return by_id;
    }
    let name = slugify(cell("name")?)?;
    let mut namesakes = season
        .stops
        .iter()
        .filter(|stop| slugify(&stop.name).as_ref() == Some(&name));
    let only = namesakes.next().filter(|_| namesakes.next().is_none())?;
    let other_id = id.is_some() && only.details.gtfs_stop_id.is_some();
    (!met.contains(&only.slug) && !other_id).then_some(only)
}

/// Every column, those that nobody filled empty.
fn all_columns(cells: impl IntoIterator<Item = (&'static str, String)>) -> BTreeMap<&'static str, String> {
    let mut all: BTreeMap<_, _> = COLUMNS.iter().map(|column| (column.name, String::new())).collect();
    all.extend(cells);
    all
}

fn new_cells(proposed: &Proposed, taken: &BTreeSet<Slug>) -> BTreeMap<&'static str, String> {
    let mut cells = all_columns(proposed.cells.clone());
    if cells["slug"].is_empty() {
        // A name without a letter leaves the slug empty, and the reader tells it.
        if let Some(fallback) = slugify(&cells["name"]) {
            let slug = slugify_unique(&cells["name"], &fallback, |slug| taken.contains(slug));
            cells.insert("slug", slug.to_string());
        }
    }
    if cells["kind"].is_empty() {
        cells.insert("kind", vocabulary::StopKind::ToBeAgreed.to_string());
    }
    cells
}

/// The cells of a stop with what the entry says laid over them.
fn laid_over(stop: &Stop, proposed: &Proposed, format: Format) -> BTreeMap<&'static str, String> {
    let mut cells = all_columns(stop_cells(stop));
    let kept = |column: &str| match format {
        Format::Csv => false,
        _ if ["lat", "lon", "certainty", "uncertainty_m"].contains(&column) => stop.certainty == Certainty::Checked,
        // What people here wrote about a stop is better than what a feed of another purpose says.
        _ => !["gtfs_stop_id", "source"].contains(&column) && !cells_of(stop, column).is_empty(),
    };
    for (column, cell) in &proposed.cells {
        if cell.is_empty() || kept(column) {
            continue;
        }
        let cell = match *column {
            "source" if format != Format::Csv => more(&stop.source, cell),
            _ => cell.clone(),
        };
        cells.insert(column, cell);
    }
    cells
}

fn cells_of(stop: &Stop, column: &str) -> String {
    stop_cells(stop)
        .into_iter()
        .find(|(name, _)| *name == column)
        .map(|(_, cell)| cell)
        .unwrap_or_default()
}

/// Two sources in one cell, each once.
fn more(old: &str, new: &str) -> String {
    match old {
        "" => new.to_owned(),
        old if old.contains(new) => old.to_owned(),
        old => format!("{old}; {new}"),
    }
}

/// Whether a stop that was read is in the town and in an estate that exists.
fn sound(season: &Season, town: Option<(f64, f64)>, stop: &Stop, existing: Option<&Stop>, row: &mut Row<'_>) -> bool {
    if let Some(estate) = stop.estate.as_ref().filter(|estate| season.estate(estate).is_none()) {
        let kind = FaultKind::UnknownReference {
            what: "estate",
            found: short(estate.as_str()),
            nearest: nearest(estate.as_str(), season.estates.iter().map(|e| e.slug.as_str())),
            file: ESTATES,
        };
        row.fault("estate", kind);
        return false;
    }
    let moved = existing.is_none_or(|existing| existing.coordinate != stop.coordinate);
    let point = stop.coordinate.filter(|_| moved);
    if let Some(kind) = town.zip(point).and_then(|(town, point)| astray(town, point)) {
        row.fault("lat", kind);
        return false;
    }
    true
}
