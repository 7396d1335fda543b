//! Any bytes as the JSON of a season, as the database keeps it and as the API takes its parts: what reads can be written as files, and
//! the files are read or told to be faulty.
#![no_main]

mod folder;

use season_files::{Season, write};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(season) = serde_json::from_slice::<Season>(bytes) {
        folder::check(&write(&season));
        let json = serde_json::to_vec(&season).expect("a season has a JSON form");
        assert_eq!(serde_json::from_slice::<Season>(&json).expect("it reads back"), season);
    }
});
