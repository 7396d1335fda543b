//! Whole folders: the example, round trips, faults, and bytes that are no season at all.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use season_files::{FaultKind, Files, Season, read, settings_schema, write};

mod example;
mod faults;
mod imports;
mod noise;

/// The folder of the example season.
fn example_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../config/examples/ostroleka")
}

/// The files of the example season.
fn example_files() -> Files {
    let entries = std::fs::read_dir(example_dir()).unwrap().map(Result::unwrap);
    entries
        .map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap()))
        .collect()
}

fn example_season() -> Season {
    read(&example_files()).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

#[test]
fn what_is_written_is_read_back() {
    let season = example_season();
    let files = write(&season);
    assert_eq!(read(&files).as_ref(), Ok(&season));
    assert_eq!(write(&season), files);
}

/// What the database keeps.
#[test]
fn a_season_survives_json() {
    let season = example_season();
    let json = serde_json::to_string(&season).unwrap();
    assert_eq!(serde_json::from_str::<Season>(&json).unwrap(), season);
}

/// Run `cargo run -p season-files --example schema > docs/season.schema.json` when this fails.
#[test]
fn the_schema_in_docs_is_the_schema_of_the_types() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/season.schema.json");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, settings_schema());
}

/// An unknown key in every table makes the reader list the keys it knows: they are those of the schema.
#[test]
fn the_reader_and_the_schema_know_the_same_keys() {
    let text = "zz = 1\n[hours]\nzz = 1\n[[closed]]\nzz = 1\n[[school_holidays]]\nzz = 1\n[[buses]]\nzz = 1\n\
        [buses.breaks]\nzz = 1\n[[buses.depots]]\nzz = 1\n[buses.depot]\nzz = 1\n[buses.depot.coordinate]\nzz = 1\n[[themes]]\nzz = 1\n[defaults]\nzz = 1\n\
        [travel]\nzz = 1\n[crew]\nzz = 1\n[crew.regular]\nzz = 1\n[crew.regular.qualifications]\nzz = 1\n[weights]\nzz = 1\n";
    let mut files = example_files();
    files.insert("season.toml", text);
    let mut known: Vec<Vec<String>> = Vec::new();
    for fault in read(&files).unwrap_err() {
        if let FaultKind::UnknownKey { all, .. } = fault.kind {
            let mut keys: Vec<_> = all.split(", ").map(str::to_owned).collect();
            keys.sort();
            known.push(keys);
        }
    }
    let mut promised = Vec::new();
    objects(&serde_json::from_str(&settings_schema()).unwrap(), &mut promised);
    known.sort();
    known.dedup();
    promised.sort();
    promised.dedup();
    assert_eq!(known, promised);
}

/// The keys of every object in a schema.
fn objects(schema: &serde_json::Value, found: &mut Vec<Vec<String>>) {
    if let Some(keys) = schema.get("properties").and_then(|p| p.as_object()) {
        assert_eq!(schema["additionalProperties"], false);
        let mut keys: Vec<_> = keys.keys().cloned().collect();
        keys.sort();
        found.push(keys);
    }
    let inner: Vec<_> = match schema {
        serde_json::Value::Object(object) => object.values().collect(),
        serde_json::Value::Array(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    inner.into_iter().for_each(|inner| objects(inner, found));
}

/// docs/season-files.md tells of every column.
#[test]
fn the_docs_tell_every_column() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/season-files.md");
    let docs = std::fs::read_to_string(path).unwrap();
    for (name, bytes) in write(&example_season())
        .iter()
        .filter(|(name, _)| name.ends_with(".csv"))
    {
        let section = docs
            .split("\n## ")
            .find(|s| s.starts_with(name))
            .unwrap_or_else(|| panic!("{name} has no section"));
        let head = std::str::from_utf8(bytes).unwrap().lines().next().unwrap();
        for column in head.split(',') {
            assert!(section.contains(&format!("\n| {column} |")), "{name}: {column}");
        }
    }
}

/// The files that a worked example of the docs shows.
fn shown(title: &str, names: &[&'static str]) -> Files {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/season-files.md");
    let docs = std::fs::read_to_string(path).unwrap();
    let section = docs.split("\n## ").find(|s| s.lines().next() == Some(title)).unwrap();
    let blocks: Vec<_> = section
        .split("```")
        .skip(1)
        .step_by(2)
        .map(|b| b.trim_start_matches("toml").trim_start())
        .collect();
    assert_eq!(blocks.len(), names.len());
    names.iter().copied().zip(blocks).collect()
}

/// The worked examples of the docs are sound seasons, and are written as they were read.
#[test]
fn the_docs_show_sound_seasons() {
    let tables = ["season.toml", "estates.csv", "stops.csv", "requests.csv"];
    let season = read(&shown("A worked example", &tables)).unwrap();
    assert_eq!(season.requests.len(), 2);
    let tables = ["season.toml", "estates.csv", "stops.csv", "requests.csv", "events.csv"];
    let season = read(&shown("A worked example of buses and hours", &tables)).unwrap();
    assert_eq!(read(&write(&season)).as_ref(), Ok(&season));
    assert_eq!(season.settings.buses[0].depots.len(), 1);
    assert_eq!(season.stops[1].details.exceptions[0].reason, "targ staroci");
    assert_eq!(season.requests[0].rules.hours_forbidden.len(), 1);
    assert_eq!(season.events[0].bus.as_ref().map(|bus| bus.as_str()), Some("duzy"));
}
