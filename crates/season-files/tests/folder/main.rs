//! Whole folders: the example, round trips, faults, and bytes that are no season at all.

use std::path::PathBuf;

use season_files::{Files, Season, read, settings_schema, write};

mod example;
mod faults;
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

/// Every key of the schema is a key that the reader knows, and the other way round: the file that is written has all of them.
#[test]
fn the_schema_knows_every_key_that_is_written() {
    let schema: serde_json::Value = serde_json::from_str(&settings_schema()).unwrap();
    let files = write(&example_season());
    let text = std::str::from_utf8(files.get("season.toml").unwrap()).unwrap();
    let written: toml::Table = text.parse().unwrap();
    let known = schema["properties"].as_object().unwrap();
    assert_eq!(written.keys().collect::<Vec<_>>(), known.keys().collect::<Vec<_>>());
}
