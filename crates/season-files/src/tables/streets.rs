//! streets.csv

use vocabulary::{Certainty, StreetScope};

use crate::Street;
use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Row};

use super::{blank, columns};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"name"] ["estate"] ["scope"] ["numbers"] ["former_names"] ["certainty"] ["source"] ["note"]
};

pub(crate) fn street(row: &mut Row<'_>) -> Option<Street> {
    let name = row.required("name");
    let estate = row.optional("estate");
    let scope = row.optional("scope").unwrap_or(StreetScope::Unknown);
    let numbers = row.text("numbers");
    if scope == StreetScope::Numbers && numbers.is_empty() {
        row.fault("numbers", FaultKind::NumbersMissing);
    }
    let former_names = row.optional("former_names").unwrap_or_default();
    let certainty = row.optional("certainty").unwrap_or(Certainty::Unknown);
    let (source, note) = (row.text("source"), row.text("note"));
    Some(Street {
        name: name?,
        estate,
        scope,
        numbers,
        former_names,
        certainty,
        source,
        note,
    })
}

pub(crate) fn cells(street: &Street) -> Vec<(&'static str, String)> {
    vec![
        ("name", street.name.clone()),
        ("estate", blank(street.estate.as_ref())),
        ("scope", street.scope.write()),
        ("numbers", street.numbers.clone()),
        ("former_names", street.former_names.write()),
        ("certainty", street.certainty.write()),
        ("source", street.source.clone()),
        ("note", street.note.clone()),
    ]
}
