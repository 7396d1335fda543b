//! Any bytes as a stop list of others: CSV, GeoJSON or GTFS, by the first byte. What is brought in is a sound season, and the same list
//! again brings nothing more.
#![no_main]

mod folder;

use std::sync::OnceLock;

use season_files::import::{Format, apply, compare, propose};
use season_files::{Season, read, write};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((which, list)) = bytes.split_first() else {
        return;
    };
    let format = [Format::Csv, Format::GeoJson, Format::Gtfs][*which as usize % 3];
    static SEASON: OnceLock<Season> = OnceLock::new();
    let season = SEASON.get_or_init(|| read(&folder::SMALL.into_iter().collect()).expect("the small folder is sound"));
    let changes = compare(season, propose(format, "list", list));
    let mut after = season.clone();
    apply(&mut after, &changes);
    assert_eq!(read(&write(&after)).as_ref(), Ok(&after));
});
