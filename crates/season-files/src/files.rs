//! The folder as a whole: which files it has, how they become a season, how a season becomes them.

use std::collections::BTreeMap;

use crate::fault::{Fault, FaultKind};
use crate::sketch::{self, SKETCH};
use crate::table::{Faults, nearest};
use crate::tables::{self, ESTATES, EVENTS, REQUESTS, STOPS, STREETS, estates, events, requests, stops, streets};
use crate::toml_read::{self, SEASON};
use crate::{Season, check};

/// Every file of a season; the first four must be there.
pub(crate) const NAMES: [&str; 7] = [SEASON, ESTATES, STOPS, REQUESTS, STREETS, EVENTS, SKETCH];
const REQUIRED: [&str; 4] = [SEASON, ESTATES, STOPS, REQUESTS];

/// The bytes of a folder's files by name. Files that end in none of `.toml`, `.csv` and `.geojson` are not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// No file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in, in place of one of the same name.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), bytes.into());
    }

    /// The bytes of a file.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Names and bytes, in order of names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

impl<N: Into<String>, B: Into<Vec<u8>>> FromIterator<(N, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (N, B)>>(files: I) -> Self {
        Self(
            files
                .into_iter()
                .map(|(name, bytes)| (name.into(), bytes.into()))
                .collect(),
        )
    }
}

/// The season that the files tell, or every fault of theirs at once (at most 1000, and then one that says so), file by
/// file in the order `season.toml`, estates, stops, streets, requests, events, sketch; within a file by row.
///
/// # Errors
/// At least one fault; nothing of the season is then given.
pub fn read(files: &Files) -> Result<Season, Vec<Fault>> {
    let mut faults = Faults::default();
    folder(files, &mut faults);
    let bytes = |name| files.get(name);
    let settings = bytes(SEASON)
        .map(|b| toml_read::settings(b, &mut faults))
        .unwrap_or_default();
    let mut tables = check::Tables::default();
    if let Some(b) = bytes(ESTATES) {
        tables.estates = tables::read(ESTATES, b, estates::COLUMNS, "slug", &mut faults, estates::estate);
    }
    if let Some(b) = bytes(STOPS) {
        tables.stops = tables::read(STOPS, b, stops::COLUMNS, "slug", &mut faults, stops::stop);
    }
    if let Some(b) = bytes(STREETS) {
        tables.streets = tables::read(STREETS, b, streets::COLUMNS, "name", &mut faults, streets::street);
    }
    if let Some(b) = bytes(REQUESTS) {
        let one = |row: &mut crate::table::Row<'_>| requests::request(row, &settings.defaults, settings.days);
        tables.requests = tables::read(REQUESTS, b, requests::COLUMNS, "stop", &mut faults, one);
    }
    if let Some(b) = bytes(EVENTS) {
        tables.events = tables::read(EVENTS, b, events::COLUMNS, "slug", &mut faults, events::event);
    }
    if let Some(b) = bytes(SKETCH) {
        tables.sketch = sketch::read(b, &mut faults);
    }
    check::check(&settings, &tables, &mut faults);
    let faults = in_order(faults.into_vec());
    match settings.settings {
        Some(settings) if faults.is_empty() => Ok(tables.into_season(settings)),
        _ => Err(faults),
    }
}

/// Files that are missing, and files that look misspelt.
fn folder(files: &Files, faults: &mut Faults) {
    for name in REQUIRED.into_iter().filter(|name| files.get(name).is_none()) {
        faults.add(name, None, None, FaultKind::MissingFile);
    }
    let table_like = |name: &str| {
        [".csv", ".toml", ".geojson"]
            .iter()
            .any(|end| name.to_lowercase().ends_with(end))
    };
    for (name, _) in files
        .iter()
        .filter(|(name, _)| table_like(name) && !NAMES.contains(name))
    {
        faults.add(
            name,
            None,
            None,
            FaultKind::UnknownFile {
                nearest: nearest(name, NAMES),
            },
        );
    }
}

fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    let order = [SEASON, ESTATES, STOPS, STREETS, REQUESTS, EVENTS, SKETCH];
    let place = |fault: &Fault| order.iter().position(|name| *name == fault.file).unwrap_or(order.len());
    faults.sort_by_key(|fault| (place(fault), fault.row));
    faults
}

/// The files of a season: always the same bytes for the same season (UTF-8 without byte order mark, commas, LF). Comments
/// of a `season.toml` that was read are not in it. For a season that [`read`] gave, `read` gives it back.
pub fn write(season: &Season) -> Files {
    let mut files = Files::new();
    // Every value of `Settings` has a TOML form: text, numbers, lists and tables with text keys, nothing nested in a cycle.
    files.insert(SEASON, toml::to_string(&season.settings).unwrap_or_default());
    files.insert(
        ESTATES,
        tables::write(estates::COLUMNS, &season.estates, estates::cells),
    );
    files.insert(STOPS, tables::write(stops::COLUMNS, &season.stops, stops::stop_cells));
    files.insert(
        STREETS,
        tables::write(streets::COLUMNS, &season.streets, streets::cells),
    );
    files.insert(
        REQUESTS,
        tables::write(requests::COLUMNS, &season.requests, requests::cells),
    );
    files.insert(EVENTS, tables::write(events::COLUMNS, &season.events, events::cells));
    if !season.sketch.is_empty() {
        files.insert(SKETCH, sketch::write(&season.sketch));
    }
    files
}
