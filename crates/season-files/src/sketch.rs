//! `sketch.geojson` (RFC 7946): what the sketch of the town shows beside the stops. Optional.
//!
//! Each feature has a property `kind`: `river` (a line), `water` (an area), `estate` (an area, with the estate's short name in `estate`) or
//! `landmark` (a point with a `name`). `source` says where it comes from. Holes of areas are not kept.

use geojson::{Feature, GeometryValue, Position};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use vocabulary::{Coordinate, ShapeKind, Slug};

use crate::cell::Cell;
use crate::fault::FaultKind;
use crate::import::geojson::features;
use crate::table::{Faults, short, text};
use crate::tables::Located;

/// The name of the file.
pub(crate) const SKETCH: &str = "sketch.geojson";

/// The most features of a sketch.
const MOST_SHAPES: usize = 300;
/// The most points of all features together: a sketch is sent with a page.
const MOST_POINTS: usize = 4000;
/// The most letters of a name or source.
const LONGEST: usize = 300;

/// Something on the sketch of the town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// What it is.
    pub kind: ShapeKind,
    /// Its name as people write it; a landmark has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The estate whose outline it is; an outline has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estate: Option<Slug>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// A river's courses, an area's outer rings (closed: the last point is the first), a landmark's one point; none is empty.
    pub lines: Vec<Vec<Coordinate>>,
}

/// The shapes of the file, each with the number of its feature from 1.
pub(crate) fn read(bytes: &[u8], faults: &mut Faults) -> Vec<Located<Shape>> {
    let Some(input) = text(SKETCH, bytes, faults) else {
        return Vec::new();
    };
    let features = match features(input) {
        Ok(features) => features,
        Err(message) => {
            faults.add(SKETCH, None, None, FaultKind::NotGeoJson { message });
            return Vec::new();
        }
    };
    if features.len() > MOST_SHAPES {
        let most = MOST_SHAPES as u64;
        faults.add(SKETCH, None, None, FaultKind::TooManyRows { most });
        return Vec::new();
    }
    let mut shapes = Vec::new();
    for (value, row) in features.into_iter().zip(1..) {
        let mut bad = |column: Option<&str>, kind| faults.add(SKETCH, Some(row), column, kind);
        match serde_json::from_value::<Feature>(value) {
            Ok(feature) => shapes.extend(shape(&feature, &mut bad).map(|value| Located { row, value })),
            Err(error) => {
                let message = short(&error.to_string());
                bad(None, FaultKind::NotGeoJson { message });
            }
        }
    }
    let points: usize = shapes.iter().flat_map(|shape| &shape.value.lines).map(Vec::len).sum();
    if points > MOST_POINTS {
        let kind = FaultKind::OutOfRange {
            found: format!("{points} points"),
            least: "1".to_owned(),
            most: MOST_POINTS.to_string(),
        };
        faults.add(SKETCH, None, None, kind);
    }
    shapes
}

/// One feature, or all that is wrong with it.
fn shape(feature: &Feature, bad: &mut impl FnMut(Option<&str>, FaultKind)) -> Option<Shape> {
    let empty = Map::new();
    let properties = feature.properties.as_ref().unwrap_or(&empty);
    let word = |name: &str| properties.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    for name in ["name", "source"] {
        let characters = word(name).chars().count();
        if characters > LONGEST {
            bad(
                Some(name),
                FaultKind::TooLong {
                    characters,
                    most: LONGEST,
                },
            );
        }
    }
    let Some(kind) = ShapeKind::parse(word("kind")) else {
        let expected = ShapeKind::expected();
        bad(
            Some("kind"),
            FaultKind::Malformed {
                found: short(word("kind")),
                expected,
            },
        );
        return None;
    };
    let estate = match (kind, Slug::parse(word("estate"))) {
        (ShapeKind::Estate, None) => {
            let (found, expected) = (short(word("estate")), Slug::expected());
            bad(Some("estate"), FaultKind::Malformed { found, expected });
            return None;
        }
        (ShapeKind::Estate, estate) => estate,
        _ => None,
    };
    if kind == ShapeKind::Landmark && word("name").is_empty() {
        bad(
            Some("name"),
            FaultKind::Blank {
                expected: "the landmark's name".to_owned(),
            },
        );
    }
    let lines = positions(kind, feature).map_err(|(found, expected)| {
        bad(
            None,
            FaultKind::WrongType {
                found,
                expected: expected.to_owned(),
            },
        );
    });
    let mut points = Vec::new();
    for line in lines.ok()? {
        let line: Result<Vec<Coordinate>, _> = line.iter().map(point).collect();
        match line {
            Ok(line) => points.push(line),
            Err(kind) => bad(None, kind),
        }
    }
    (!points.is_empty()).then(|| Shape {
        kind,
        name: word("name").to_owned(),
        estate,
        source: word("source").to_owned(),
        lines: points,
    })
}

fn point(position: &Position) -> Result<Coordinate, FaultKind> {
    let [lon, lat, ..] = position.as_slice() else {
        return Err(FaultKind::WrongType {
            found: "a point without longitude and latitude".to_owned(),
            expected: "[longitude, latitude]".to_owned(),
        });
    };
    Coordinate::new(*lat, *lon).map_err(|error| FaultKind::BadCoordinate {
        found: format!("{lat}, {lon}"),
        error,
    })
}

/// The lines of a feature's geometry, if it is of the form that its kind has; else what it is and what was expected.
fn positions(kind: ShapeKind, feature: &Feature) -> Result<Vec<Vec<Position>>, (String, &'static str)> {
    let expected = match kind {
        ShapeKind::River => "a LineString or MultiLineString of at least two points",
        ShapeKind::Water | ShapeKind::Estate => "a Polygon or MultiPolygon of at least three corners",
        ShapeKind::Landmark => "a Point",
    };
    let Some(geometry) = &feature.geometry else {
        return Err(("a feature without geometry".to_owned(), expected));
    };
    let (lines, least): (Vec<Vec<Position>>, usize) = match (&geometry.value, kind) {
        (GeometryValue::LineString { coordinates }, ShapeKind::River) => (vec![coordinates.clone()], 2),
        (GeometryValue::MultiLineString { coordinates }, ShapeKind::River) => (coordinates.clone(), 2),
        (GeometryValue::Polygon { coordinates }, ShapeKind::Water | ShapeKind::Estate) => {
            (coordinates.iter().take(1).cloned().collect(), 4)
        }
        (GeometryValue::MultiPolygon { coordinates }, ShapeKind::Water | ShapeKind::Estate) => (
            coordinates.iter().filter_map(|rings| rings.first().cloned()).collect(),
            4,
        ),
        (GeometryValue::Point { coordinates }, ShapeKind::Landmark) => (vec![vec![coordinates.clone()]], 1),
        (other, _) => return Err((format!("a {}", other.type_name()), expected)),
    };
    match lines.is_empty() || lines.iter().any(|line| line.len() < least) {
        true => Err((format!("a {} of too few points", geometry.value.type_name()), expected)),
        false => Ok(lines),
    }
}

/// The file of these shapes.
pub(crate) fn write(shapes: &[Shape]) -> Vec<u8> {
    let features: Vec<Value> = shapes.iter().map(feature).collect();
    let file = json!({ "type": "FeatureCollection", "features": features });
    // Every value has a JSON form.
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn feature(shape: &Shape) -> Value {
    let position = |at: &Coordinate| json!([at.lon(), at.lat()]);
    let lines: Vec<Vec<Value>> = shape
        .lines
        .iter()
        .map(|line| line.iter().map(position).collect())
        .collect();
    let geometry = match shape.kind {
        ShapeKind::River => json!({ "type": "MultiLineString", "coordinates": lines }),
        ShapeKind::Water | ShapeKind::Estate => {
            let polygons: Vec<_> = lines.iter().map(|ring| [ring]).collect();
            json!({ "type": "MultiPolygon", "coordinates": polygons })
        }
        ShapeKind::Landmark => json!({ "type": "Point", "coordinates": lines.first().and_then(|line| line.first()) }),
    };
    let mut properties = Map::from_iter([("kind".to_owned(), json!(shape.kind))]);
    let words = [
        ("name", shape.name.as_str()),
        ("source", &shape.source),
        ("estate", shape.estate.as_ref().map_or("", Slug::as_str)),
    ];
    for (name, word) in words.into_iter().filter(|(_, word)| !word.is_empty()) {
        properties.insert(name.to_owned(), json!(word));
    }
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
}
