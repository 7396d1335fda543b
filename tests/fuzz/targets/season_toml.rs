//! Any bytes as season.toml, beside the small folder's tables.
#![no_main]

mod folder;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| folder::check(&folder::with("season.toml", bytes)));
