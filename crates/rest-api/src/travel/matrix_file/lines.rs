//! Rows as they were written, from a table or from JSON; nothing is judged but the form.

use serde::Deserialize;
use serde_json::Value;

use super::{COLUMNS, Finding, MOST_ROWS, What};

/// A row as it was written.
pub(super) struct Line {
    pub row: usize,
    pub from: String,
    pub to: String,
    pub seconds: String,
    pub metres: String,
}

/// The ways of the JSON form; what the reader said otherwise.
pub(super) fn of_json(text: &str) -> Result<Vec<Line>, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Ways {
        ways: Vec<Way>,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Way {
        from: String,
        to: String,
        seconds: Value,
        metres: Value,
    }
    let Ways { ways } = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let number = |value: Value| match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text,
        other => other.to_string(),
    };
    let line = |(i, way): (usize, Way)| Line {
        row: i + 1,
        from: way.from,
        to: way.to,
        seconds: number(way.seconds),
        metres: number(way.metres),
    };
    Ok(ways.into_iter().enumerate().map(line).collect())
}

/// The rows of a table whose header names every column once.
pub(super) fn of_table(text: &str) -> Result<Vec<Line>, Vec<Finding>> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') && !header.contains(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let no_table = |said: csv::Error| {
        let row = said.position().and_then(|p| usize::try_from(p.line()).ok());
        vec![Finding {
            row,
            column: None,
            what: What::NotTable { said: said.to_string() },
        }]
    };
    let header = reader.headers().map_err(no_table)?.clone();
    let places = columns(&header)?;
    let mut lines = Vec::new();
    for record in reader.records().take(MOST_ROWS + 1) {
        let record = record.map_err(no_table)?;
        let cell = |column: usize| record.get(places[column]).unwrap_or_default().to_owned();
        let row = record.position().and_then(|p| usize::try_from(p.line()).ok());
        lines.push(Line {
            row: row.unwrap_or(lines.len() + 2),
            from: cell(0),
            to: cell(1),
            seconds: cell(2),
            metres: cell(3),
        });
    }
    Ok(lines)
}

/// Where each of [`COLUMNS`] stands.
fn columns(header: &csv::StringRecord) -> Result<[usize; 4], Vec<Finding>> {
    let mut found: [Option<usize>; 4] = [None; 4];
    let mut faults = Vec::new();
    let fault = |what| Finding {
        row: Some(1),
        column: None,
        what,
    };
    for (place, name) in header.iter().enumerate() {
        match COLUMNS.iter().position(|column| *column == name) {
            None => faults.push(fault(What::UnknownColumn {
                column: name.to_owned(),
            })),
            Some(known) if found[known].is_some() => faults.push(fault(What::ColumnTwice {
                column: name.to_owned(),
            })),
            Some(known) => found[known] = Some(place),
        }
    }
    for (column, name) in found.iter().zip(COLUMNS) {
        if column.is_none() {
            faults.push(fault(What::NoColumn {
                column: name.to_owned(),
            }));
        }
    }
    match found {
        [Some(from), Some(to), Some(seconds), Some(metres)] if faults.is_empty() => Ok([from, to, seconds, metres]),
        _ => Err(faults),
    }
}
