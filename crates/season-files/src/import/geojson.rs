//! The points of a GeoJSON file (RFC 7946), for instance from OpenStreetMap. Its point is taken as sourced.
//!
//! Properties with the name of a column of stops.csv fill that column; of OpenStreetMap's tags, `addr:*`, `wheelchair` and the
//! kind of place are understood; all others are passed over.

use std::collections::BTreeMap;

use geojson::{Feature, GeometryValue};
use serde_json::{Map, Value};

use crate::Surface;
use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::table::{Faults, short, text};
use crate::tables::stops::COLUMNS;

use super::Proposed;

/// The most features of one file.
const MOST: usize = crate::table::MOST_ROWS;

/// Tags of OpenStreetMap and the kind of stop they make.
const KINDS: [(&str, &str, &str); 8] = [
    ("leisure", "playground", "playground"),
    ("leisure", "pitch", "pitch"),
    ("leisure", "park", "park"),
    ("place", "square", "square"),
    ("amenity", "school", "school"),
    ("amenity", "kindergarten", "preschool"),
    ("amenity", "community_centre", "club"),
    ("amenity", "events_venue", "event-site"),
];

pub(super) fn stops(file: &str, bytes: &[u8], faults: &mut Faults) -> Vec<Proposed> {
    let Some(input) = text(file, bytes, faults) else {
        return Vec::new();
    };
    let features = match features(input) {
        Ok(features) => features,
        Err(message) => {
            faults.add(file, None, None, FaultKind::NotGeoJson { message });
            return Vec::new();
        }
    };
    if features.len() > MOST {
        faults.add(file, None, None, FaultKind::TooManyRows { most: MOST as u64 });
        return Vec::new();
    }
    let mut stops = Vec::new();
    for (index, value) in features.into_iter().enumerate() {
        // Features have no lines of their own: the row of a fault is the number of the feature, from 1.
        let row = Some(index as u64 + 1);
        let feature: Result<Feature, _> = serde_json::from_value(value);
        let cells = feature
            .map_err(|error| short(&error.to_string()))
            .and_then(|feature| point(&feature));
        match cells {
            Ok(cells) => stops.push(Proposed { row, cells }),
            Err(found) => faults.add(file, row, None, FaultKind::NotAPoint { found }),
        }
    }
    stops
}

/// The features of a collection, or the one feature, not yet looked at: one that is bad does not spoil the others.
pub(crate) fn features(input: &str) -> Result<Vec<Value>, String> {
    let value: Value = serde_json::from_str(input).map_err(|error| short(&error.to_string()))?;
    let kind = value
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("unknown")
        .to_owned();
    match (kind.as_str(), value) {
        ("FeatureCollection", Value::Object(mut collection)) => match collection.remove("features") {
            Some(Value::Array(features)) => Ok(features),
            _ => Err("a FeatureCollection without a list of features".to_owned()),
        },
        ("Feature", feature) => Ok(vec![feature]),
        _ => Err(format!("JSON of type {}", short(&kind))),
    }
}

/// The cells that a feature fills, if it is a point; otherwise what it is.
fn point(feature: &Feature) -> Result<BTreeMap<&'static str, String>, String> {
    let geometry = feature.geometry.as_ref().ok_or("a feature without geometry")?;
    let GeometryValue::Point { coordinates } = &geometry.value else {
        return Err(format!("a {}", geometry.value.type_name()));
    };
    let [lon, lat, ..] = coordinates.as_slice() else {
        return Err("a point without longitude and latitude".to_owned());
    };
    let empty = Map::new();
    let properties = feature.properties.as_ref().unwrap_or(&empty);
    let mut cells: BTreeMap<&'static str, String> = COLUMNS
        .iter()
        .filter_map(|column| {
            Some((
                column.name,
                understood(column.name, cell(properties.get(column.name)?)?)?,
            ))
        })
        .collect();
    cells.insert("lat", lat.to_string());
    cells.insert("lon", lon.to_string());
    cells.entry("certainty").or_insert_with(|| "sourced".to_owned());
    cells.entry("uncertainty_m").or_insert_with(|| "0".to_owned());
    from_tags(feature, properties, &mut cells);
    Ok(cells)
}

/// What OpenStreetMap's tags say, where our own names say nothing.
fn from_tags(feature: &Feature, properties: &Map<String, Value>, cells: &mut BTreeMap<&'static str, String>) {
    let tag = |name: &str| properties.get(name).and_then(Value::as_str);
    if let Some((.., kind)) = KINDS.iter().find(|(key, value, _)| tag(key) == Some(value)) {
        cells.entry("kind").or_insert_with(|| (*kind).to_owned());
    }
    if let Some(street) = tag("addr:street") {
        let number = tag("addr:housenumber").map_or_else(String::new, |number| format!(" {number}"));
        cells.entry("address").or_insert_with(|| format!("{street}{number}"));
    }
    if let Some(step_free @ ("yes" | "no")) = tag("wheelchair") {
        cells.entry("step_free").or_insert_with(|| step_free.to_owned());
    }
    let id = match &feature.id {
        Some(geojson::feature::Id::String(id)) => Some(id.clone()),
        Some(geojson::feature::Id::Number(id)) => Some(id.to_string()),
        None => tag("@id").map(str::to_owned),
    };
    let source = id.map_or_else(|| "GeoJSON".to_owned(), |id| format!("GeoJSON {}", short(&id)));
    cells.entry("source").or_insert(source);
}

/// A property under the name of one of our site facts may be OpenStreetMap's tag of that name, with words of its own: those
/// are translated or passed over, not told as faults.
fn understood(column: &str, cell: String) -> Option<String> {
    let is_yes_or_no = || bool::parse(&cell).is_some();
    match column {
        "surface" => surface(&cell).map(str::to_owned),
        "shade" | "power" | "toilets" | "water" | "step_free" => is_yes_or_no().then_some(cell),
        "indoor" => (!is_yes_or_no()).then_some(cell),
        _ => Some(cell),
    }
}

/// Our word for a surface of OpenStreetMap (or ours).
fn surface(tag: &str) -> Option<&'static str> {
    match tag {
        "asphalt" | "concrete" | "paving_stones" | "sett" | "bricks" => Some("paved"),
        "fine_gravel" | "compacted" | "pebblestone" => Some("gravel"),
        "tartan" | "rubber" => Some("safety"),
        ours => Surface::parse(ours).map(Surface::as_str),
    }
}

/// A property as a cell; lists and objects are none.
fn cell(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
