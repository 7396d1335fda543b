//! estates.csv

use crate::Estate;
use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Column, Row};

use super::{WEIGHTS, columns, metres, point, trust, within};

pub(crate) const COLUMNS: &[Column] = columns! {
    [*"slug"] [*"name"] [*"lat"] [*"lon"] [*"certainty"] ["uncertainty_m"] ["weight"] ["weight_source"] ["source"] ["note"]
};

pub(crate) fn estate(row: &mut Row<'_>) -> Option<Estate> {
    let (slug, name) = (row.required("slug"), row.required("name"));
    let coordinate = point(row);
    if coordinate == Some(None) && row.cells.contains_key("lat") && row.cells.contains_key("lon") {
        row.fault(
            "lat",
            FaultKind::Blank {
                expected: "a point in the estate, in degrees".to_owned(),
            },
        );
    }
    let certainty = row.required("certainty");
    let (_, uncertainty) = if certainty.is_some() {
        trust(row)
    } else {
        Default::default()
    };
    let weight = match row.optional::<f64>("weight") {
        None => Some(1.0),
        given => within(row, "weight", given, WEIGHTS.0, WEIGHTS.1),
    };
    let (weight_source, source, note) = (row.text("weight_source"), row.text("source"), row.text("note"));
    Some(Estate {
        slug: slug?,
        name: name?,
        coordinate: coordinate??,
        certainty: certainty?,
        uncertainty,
        weight: weight?,
        weight_source,
        source,
        note,
    })
}

pub(crate) fn cells(estate: &Estate) -> Vec<(&'static str, String)> {
    vec![
        ("slug", estate.slug.write()),
        ("name", estate.name.clone()),
        ("lat", estate.coordinate.lat().write()),
        ("lon", estate.coordinate.lon().write()),
        ("certainty", estate.certainty.write()),
        ("uncertainty_m", metres(estate.uncertainty)),
        ("weight", estate.weight.write()),
        ("weight_source", estate.weight_source.clone()),
        ("source", estate.source.clone()),
        ("note", estate.note.clone()),
    ]
}
