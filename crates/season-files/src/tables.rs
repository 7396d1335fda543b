//! The five tables: their columns, and one row of each to and from its value. Reading and writing name the same columns in
//! the same order, so the two stand side by side.

pub(crate) mod estates;
pub(crate) mod events;
pub(crate) mod requests;
pub(crate) mod stops;
pub(crate) mod streets;

use vocabulary::{Certainty, Coordinate, Metres};

use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Faults, Head, MOST_ROWS, MOST_STOPS, Row, rows};

pub(crate) const ESTATES: &str = "estates.csv";
pub(crate) const STOPS: &str = "stops.csv";
pub(crate) const STREETS: &str = "streets.csv";
pub(crate) const REQUESTS: &str = "requests.csv";
pub(crate) const EVENTS: &str = "events.csv";

/// A value with the row it came from.
#[derive(Debug, Clone)]
pub(crate) struct Located<T> {
    pub(crate) row: u64,
    pub(crate) value: T,
}

/// What was read of a table: the rows that are whole, and the keys of all rows, so that a reference to a row that has a
/// fault of its own is not told as a second fault.
#[derive(Debug)]
pub(crate) struct Rows<T> {
    pub(crate) whole: Vec<Located<T>>,
    pub(crate) keys: Vec<Located<String>>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            whole: Vec::new(),
            keys: Vec::new(),
        }
    }
}

/// Reads a table; `key` is the column others refer to.
pub(crate) fn read<T>(
    file: &str,
    bytes: &[u8],
    columns: &[Column],
    key: &str,
    faults: &mut Faults,
    mut one: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Rows<T> {
    let mut read = Rows::default();
    let head = Head {
        columns,
        most: if file == STOPS { MOST_STOPS } else { MOST_ROWS },
        strangers: false,
    };
    rows(file, bytes, head, faults, |mut row| {
        let number = row.number.unwrap_or_default();
        let value = row.raw(key).to_owned();
        read.keys.push(Located { row: number, value });
        if let Some(value) = one(&mut row) {
            read.whole.push(Located { row: number, value });
        }
    });
    read
}

/// The bytes of a table: UTF-8, commas, LF.
pub(crate) fn write<'a, T: 'a>(
    columns: &[Column],
    values: impl IntoIterator<Item = &'a T>,
    cells: impl Fn(&T) -> Vec<(&'static str, String)>,
) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory fails only on rows of unequal length, and each row has one cell a column.
    let _ = writer.write_record(columns.iter().map(|column| column.name));
    for value in values {
        let _ = writer.write_record(cells(value).into_iter().map(|(_, cell)| cell));
    }
    writer.into_inner().unwrap_or_default()
}

/// Shorthand for a table of columns; `*` marks those that a file must have.
macro_rules! columns {
    (@one * $name:literal) => { $crate::table::Column { name: $name, required: true } };
    (@one $name:literal) => { $crate::table::Column { name: $name, required: false } };
    ($([$($column:tt)+])+) => { &[$($crate::tables::columns!(@one $($column)+)),+] };
}
pub(crate) use columns;

/// The text of an optional value, empty when there is none.
fn blank<T: Cell>(value: Option<&T>) -> String {
    value.map_or_else(String::new, Cell::write)
}

/// `yes`, or empty.
fn flag(value: bool) -> String {
    if value { true.write() } else { String::new() }
}

/// The point of a row, from `lat` and `lon`. The outer `None`: there is a fault; the inner: both cells are empty.
fn point(row: &mut Row<'_>) -> Option<Option<Coordinate>> {
    let empty = |row: &Row<'_>, column| row.raw(column).is_empty();
    match (empty(row, "lat"), empty(row, "lon")) {
        (true, true) => return Some(None),
        (true, false) => row.fault("lat", FaultKind::HalfCoordinate { missing: "lat" }),
        (false, true) => row.fault("lon", FaultKind::HalfCoordinate { missing: "lon" }),
        (false, false) => {}
    }
    let (lat, lon): (Option<f64>, Option<f64>) = (row.optional("lat"), row.optional("lon"));
    let (lat, lon) = (lat?, lon?);
    match Coordinate::new(lat, lon) {
        Ok(point) => Some(Some(point)),
        Err(error) => {
            row.fault(
                "lat",
                FaultKind::BadCoordinate {
                    found: format!("{lat}, {lon}"),
                    error,
                },
            );
            None
        }
    }
}

/// The certainty and uncertainty of a row's point.
fn trust(row: &mut Row<'_>) -> (Option<Certainty>, Metres) {
    (
        row.optional("certainty"),
        row.optional("uncertainty_m").unwrap_or_default(),
    )
}

/// Metres, empty when 0: nobody said.
fn metres(value: Metres) -> String {
    if value == Metres::ZERO {
        String::new()
    } else {
        value.write()
    }
}

/// A number that must lie in a range.
fn within(row: &mut Row<'_>, column: &str, value: Option<f64>, least: f64, most: f64) -> Option<f64> {
    let value = value?;
    if (least..=most).contains(&value) {
        return Some(value);
    }
    let kind = FaultKind::OutOfRange {
        found: value.to_string(),
        least: least.to_string(),
        most: most.to_string(),
    };
    row.fault(column, kind);
    None
}

/// Least and most weight of need.
const WEIGHTS: (f64, f64) = (0.001, 1e9);
