//! A table with any columns of stops.csv.

use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Faults, Head, MOST_ROWS, rows};
use crate::tables::stops::COLUMNS;

use super::Proposed;

pub(super) fn stops(file: &str, bytes: &[u8], faults: &mut Faults) -> Vec<Proposed> {
    let columns: Vec<Column> = COLUMNS
        .iter()
        .map(|column| Column {
            required: false,
            ..*column
        })
        .collect();
    let mut stops = Vec::new();
    rows(
        file,
        bytes,
        Head {
            columns: &columns,
            most: MOST_ROWS,
            strangers: false,
        },
        faults,
        |mut row| {
            if row.raw("slug").is_empty() && row.raw("name").is_empty() {
                row.fault(
                    "name",
                    FaultKind::Blank {
                        expected: format!("{} (or a slug)", String::expected()),
                    },
                );
            } else {
                stops.push(Proposed {
                    row: row.number,
                    cells: row.cells,
                });
            }
        },
    );
    stops
}
