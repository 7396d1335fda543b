//! The JSON Schema of `season.toml`.

use schemars::{Schema, SchemaGenerator, json_schema};
use vocabulary::{Certainty, CrewRole, Qualification, Tongue, Weekday};

use crate::{HolidayRule, Settings};

/// The JSON Schema (draft 2020-12) of `season.toml`, pretty-printed, with a line end. Editors complete and check with it.
pub fn settings_schema() -> String {
    let mut schema = schemars::schema_for!(Settings).to_value();
    // Whether objects keep their order is for another crate's features to say; sorted, the bytes are always the same.
    schema.sort_all_objects();
    format!("{schema:#}\n")
}

pub(crate) fn slug(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80 })
}

/// A TOML date has no JSON form; editors that check TOML hand it over as text.
pub(crate) fn day(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date" })
}

pub(crate) fn zone(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "examples": ["Europe/Warsaw"] })
}

pub(crate) fn weekday(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Weekday::ALL.map(Weekday::as_str) })
}

pub(crate) fn weekdays(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": weekday(generator) })
}

pub(crate) fn tongues(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<_> = Tongue::ALL.iter().map(|w| w.as_str()).collect();
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}

pub(crate) fn qualifications(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<_> = Qualification::ALL.iter().map(|w| w.as_str()).collect();
    let list = json_schema!({ "type": "array", "items": { "type": "string", "enum": words } });
    let roles: serde_json::Map<_, _> = CrewRole::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), list.clone().to_value()))
        .collect();
    json_schema!({ "type": "object", "properties": roles, "additionalProperties": false })
}

pub(crate) fn slugs(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": slug(generator) })
}

pub(crate) fn holiday_rule(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<_> = HolidayRule::ALL.iter().map(|w| w.as_str()).collect();
    json_schema!({ "type": "string", "enum": words })
}

pub(crate) fn certainty(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<_> = Certainty::ALL.iter().map(|w| w.as_str()).collect();
    json_schema!({ "type": "string", "enum": words })
}

pub(crate) fn coordinate(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "description": "Degrees of WGS 84",
        "properties": {
            "lat": { "type": "number", "minimum": -90, "maximum": 90 },
            "lon": { "type": "number", "minimum": -180, "maximum": 180 },
        },
        "required": ["lat", "lon"],
        "additionalProperties": false,
    })
}

pub(crate) fn week_hours(_: &mut SchemaGenerator) -> Schema {
    let window = json_schema!({ "type": "string", "pattern": "^\\d{1,2}[:.]\\d{2} ?[-–] ?\\d{1,2}[:.]\\d{2}$" });
    let hours = json_schema!({ "anyOf": [window, { "type": "array", "items": window }] });
    let days: serde_json::Map<_, _> = Weekday::ALL
        .into_iter()
        .map(|d| (d.as_str().to_owned(), hours.clone().to_value()))
        .collect();
    json_schema!({ "type": "object", "properties": days, "additionalProperties": false })
}
