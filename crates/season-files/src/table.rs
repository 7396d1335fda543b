//! A CSV file as rows of named cells. Finds the separator, the faults of form and the names of columns; knows nothing of
//! what the cells mean.

use std::collections::BTreeMap;

use crate::cell::{Cell, LONGEST_TEXT};
use crate::fault::{Fault, FaultKind};

/// The largest file, bytes.
pub(crate) const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// The most rows of a table.
pub(crate) const MOST_ROWS: usize = 20_000;
/// The most stops: the planner keeps the way between every two of 5000 places, depots included.
pub(crate) const MOST_STOPS: usize = 4_900;
/// The most faults that are told.
pub(crate) const MOST_FAULTS: usize = 1_000;

/// Collects faults up to [`MOST_FAULTS`].
#[derive(Debug, Default)]
pub(crate) struct Faults {
    told: Vec<Fault>,
}

impl Faults {
    pub(crate) fn push(&mut self, fault: Fault) {
        match self.told.len() {
            n if n < MOST_FAULTS => self.told.push(fault),
            MOST_FAULTS => {
                let kind = FaultKind::TooManyFaults { most: MOST_FAULTS };
                self.told.push(Fault {
                    kind,
                    row: None,
                    column: None,
                    ..fault
                });
            }
            _ => {}
        }
    }

    pub(crate) fn add(&mut self, file: &str, row: Option<u64>, column: Option<&str>, kind: FaultKind) {
        self.push(Fault::new(file, row, column, kind));
    }

    pub(crate) fn len(&self) -> usize {
        self.told.len()
    }

    pub(crate) fn into_vec(self) -> Vec<Fault> {
        self.told
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Its head.
    pub(crate) name: &'static str,
    /// Whether the table must have it.
    pub(crate) required: bool,
}

/// The name nearest to what was written, if any is near.
pub(crate) fn nearest<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let found: String = found.chars().take(100).flat_map(char::to_lowercase).collect();
    let scored = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&found, name), name));
    let (distance, name) = scored.min()?;
    (distance <= 1 + found.chars().count() / 3).then(|| name.to_owned())
}

/// The text of a file: UTF-8, with or without byte order mark, not too large.
pub(crate) fn text<'a>(file: &str, bytes: &'a [u8], faults: &mut Faults) -> Option<&'a str> {
    if bytes.len() > LARGEST_FILE {
        faults.add(
            file,
            None,
            None,
            FaultKind::TooLarge {
                bytes: bytes.len(),
                most: LARGEST_FILE,
            },
        );
        return None;
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        faults.add(file, None, None, FaultKind::Utf16);
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let row = line_at(bytes, error.valid_up_to());
            faults.add(file, Some(row), None, FaultKind::NotUtf8);
            None
        }
    }
}

/// The line of a byte, from 1.
pub(crate) fn line_at(bytes: &[u8], offset: usize) -> u64 {
    1 + bytes.iter().take(offset).filter(|b| **b == b'\n').count() as u64
}

/// The separator of a file: whichever of `;` and `,` its head line has more of, outside quotes.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let mut quoted = false;
    let (mut semicolons, mut commas) = (0, 0);
    for c in head.chars() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => semicolons += 1,
            ',' if !quoted => commas += 1,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

/// A row of named cells, and where its faults go.
pub(crate) struct Row<'a> {
    pub(crate) file: &'a str,
    pub(crate) number: Option<u64>,
    pub(crate) cells: BTreeMap<&'static str, String>,
    pub(crate) faults: &'a mut Faults,
}

impl Row<'_> {
    /// The cell, empty when the column is absent.
    pub(crate) fn raw(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub(crate) fn fault(&mut self, column: &str, kind: FaultKind) {
        self.faults.add(self.file, self.number, Some(column), kind);
    }

    /// The text of a cell, empty when there is none.
    pub(crate) fn text(&mut self, column: &str) -> String {
        self.optional(column).unwrap_or_default()
    }

    /// The value of a cell; `None`, without a fault, when it is empty.
    pub(crate) fn optional<T: Cell>(&mut self, column: &str) -> Option<T> {
        let cell = self.raw(column);
        if cell.is_empty() {
            return None;
        }
        let characters = cell.chars().count();
        let kind = if characters > LONGEST_TEXT {
            FaultKind::TooLong {
                characters,
                most: LONGEST_TEXT,
            }
        } else {
            match T::parse(cell) {
                Some(value) => return Some(value),
                None => FaultKind::Malformed {
                    found: short(cell),
                    expected: T::expected(),
                },
            }
        };
        self.fault(column, kind);
        None
    }

    /// The value of a cell that must not be empty. Silent when the whole column is missing: that is told at the head.
    pub(crate) fn required<T: Cell>(&mut self, column: &str) -> Option<T> {
        if self.cells.get(column).is_some_and(String::is_empty) {
            self.fault(
                column,
                FaultKind::Blank {
                    expected: T::expected(),
                },
            );
            return None;
        }
        self.optional(column)
    }
}

/// At most 60 characters of a text, on one line.
pub(crate) fn short(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ");
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The head line a table may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    pub(crate) columns: &'a [Column],
    /// The most rows below the head.
    pub(crate) most: usize,
    /// Whether columns that are not listed are passed over (tables of others) or told as faults (our own).
    pub(crate) strangers: bool,
}

/// Hands every row to `each`, and tells every fault of form. A row of the wrong length is told and left out.
pub(crate) fn rows(file: &str, bytes: &[u8], form: Head<'_>, faults: &mut Faults, mut each: impl FnMut(Row<'_>)) {
    let Some(text) = text(file, bytes, faults) else { return };
    if text.trim().is_empty() {
        faults.add(file, None, None, FaultKind::NoHead);
        return;
    }
    let mut reader = csv::ReaderBuilder::new();
    reader
        .delimiter(separator(text))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All);
    let records = reader.from_reader(text.as_bytes()).into_records();
    let mut last_row = 1;
    let mut counted = 0;
    let mut head: Option<Vec<Option<&'static str>>> = None;
    let mut count = 0;
    for record in records {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let kind = FaultKind::Unreadable {
                    what: error.to_string(),
                };
                faults.add(file, None, None, kind);
                return;
            }
        };
        // A record's own position is taken before blank lines are skipped, so the line is counted from the last break.
        let bytes = text.as_bytes();
        let start = record
            .position()
            .map_or(0, |p| p.byte() as usize)
            .clamp(counted, bytes.len());
        let blank = bytes[start..]
            .iter()
            .take_while(|b| matches!(**b, b'\n' | b'\r'))
            .count();
        last_row += line_at(&bytes[counted..], start + blank - counted) - 1;
        counted = start + blank;
        let Some(names) = &head else {
            head = Some(read_head(file, last_row, &record, form, faults));
            continue;
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        count += 1;
        if count > form.most {
            faults.add(
                file,
                Some(last_row),
                None,
                FaultKind::TooManyRows { most: form.most as u64 },
            );
            return;
        }
        let full = full_cells(&record);
        if record.len() < names.len() || full > names.len() {
            let kind = FaultKind::WrongCellCount {
                found: record.len(),
                head: names.len(),
            };
            faults.add(file, Some(last_row), None, kind);
            continue;
        }
        let named = names.iter().zip(record.iter());
        let cells = named
            .filter_map(|(name, cell)| Some(((*name)?, cell.to_owned())))
            .collect();
        each(Row {
            file,
            number: Some(last_row),
            cells,
            faults,
        });
    }
    // Quotes come in pairs, also the doubled ones inside a cell.
    if text.bytes().filter(|b| *b == b'"').count() % 2 == 1 {
        faults.add(file, Some(last_row), None, FaultKind::UnclosedQuote);
    }
}

/// How many cells a record has up to its last that is not empty: spreadsheets like to add empty ones.
fn full_cells(record: &csv::StringRecord) -> usize {
    record
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(at, _)| at + 1)
        .last()
        .unwrap_or(0)
}

/// The column each cell of the head names; `None` for one that is refused.
fn read_head(
    file: &str,
    row: u64,
    record: &csv::StringRecord,
    form: Head<'_>,
    faults: &mut Faults,
) -> Vec<Option<&'static str>> {
    let columns = form.columns;
    let full = full_cells(record);
    let mut names: Vec<Option<&'static str>> = Vec::with_capacity(full);
    for cell in record.iter().take(full) {
        let name = columns.iter().map(|c| c.name).find(|name| *name == cell);
        match name {
            Some(name) if names.contains(&Some(name)) => {
                faults.add(
                    file,
                    Some(row),
                    None,
                    FaultKind::DuplicateColumn { found: name.to_owned() },
                );
                names.push(None);
            }
            Some(name) => names.push(Some(name)),
            None if form.strangers => names.push(None),
            None => {
                let all: Vec<_> = columns.iter().map(|c| c.name).collect();
                let kind = FaultKind::UnknownColumn {
                    found: short(cell),
                    nearest: nearest(cell, all.iter().copied()),
                    all: all.join(", "),
                };
                faults.add(file, Some(row), None, kind);
                names.push(None);
            }
        }
    }
    for column in columns.iter().filter(|c| c.required) {
        if !names.contains(&Some(column.name)) {
            faults.add(file, Some(row), None, FaultKind::MissingColumn { name: column.name });
        }
    }
    names
}
