//! Bytes from anywhere give faults, never a panic, and a fault always tells its file.

use proptest::prelude::*;
use season_files::import::{Format, apply, compare, propose};
use season_files::{Files, read, write};
use vocabulary::Sameness;

use crate::{example_files, example_season};

const NAMES: [&str; 6] = [
    "season.toml",
    "estates.csv",
    "stops.csv",
    "streets.csv",
    "requests.csv",
    "events.csv",
];

/// Never panics; what is accepted can be written and read again.
fn check(files: &Files) {
    match read(files) {
        Ok(season) => assert_eq!(read(&write(&season)).as_ref(), Ok(&season)),
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in &faults {
                assert!(fault.to_string().starts_with(&fault.file));
            }
        }
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0..NAMES.len()) {
        let mut files = example_files();
        files.insert(NAMES[at], bytes);
        check(&files);
    }

    /// Text of the characters that mean something in the two forms.
    #[test]
    fn likely_text(text in "[a-z0-9\"',;|=\\[\\]{}.: \n\r\u{feff}ąŁ-]{0,300}", at in 0..NAMES.len()) {
        let mut files = example_files();
        files.insert(NAMES[at], text);
        check(&files);
    }

    /// The example with one stretch replaced.
    #[test]
    fn damaged_example(at in 0..NAMES.len(), from in any::<prop::sample::Index>(), cut in 0..40_usize, put in "[a-z0-9\",;|\n=-]{0,12}") {
        let mut files = example_files();
        let bytes = files.get(NAMES[at]).unwrap();
        let from = from.index(bytes.len());
        let to = (from + cut).min(bytes.len());
        let damaged = [&bytes[..from], put.as_bytes(), &bytes[to..]].concat();
        files.insert(NAMES[at], damaged);
        check(&files);
    }

    /// Stop lists of others.
    #[test]
    fn imports(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[a-z0-9\",{}\\[\\]:\n_.-]{0,200}", which in 0..3_usize) {
        let format = [Format::Csv, Format::GeoJson, Format::Gtfs][which];
        let heads = ["slug,name,lat,lon\n", "{\"type\":\"Feature\",\"properties\":", "stop_id,stop_name,stop_lat,stop_lon\n"];
        let season = example_season();
        for bytes in [bytes, [heads[which], &text].concat().into_bytes()] {
            let changes = compare(&season, propose(format, "list", &bytes));
            let mut after = season.clone();
            apply(&mut after, &changes);
            prop_assert_eq!(read(&write(&after)), Ok(after));
        }
    }

    /// Rules of every sort survive the file.
    #[test]
    fn requests_round_trip(least in 0..9_u32, more in 0..9_u32, gap in 0..20_u32, span in proptest::option::of(1..20_u32), days in 0..128_u8, note in "[ -~ąćęłńóśźż]{0,30}", yes in any::<bool>()) {
        let mut season = example_season();
        let first = season.settings.first_day;
        let others = [season.stops[0].slug.clone(), season.stops[1].slug.clone()];
        let rules = &mut season.requests[3].rules;
        (rules.least, rules.wanted, rules.most) = (least, least + more, least + more + 1);
        // 67 days must have room for the least visits.
        let gap = gap.min(66 / least.max(1));
        (rules.gap_min_days, rules.gap_max_days) = (gap, span.map(|s| gap + s));
        rules.weekdays_forbidden = vocabulary::Weekday::ALL.into_iter().filter(|d| days & (1 << d.index()) != 0).collect();
        rules.note = note.trim().to_owned();
        rules.load = span.unwrap_or(0);
        rules.same_weekday = Sameness::ALL[usize::from(days) % 3];
        rules.same_start = Sameness::ALL[usize::from(days) / 3 % 3];
        (rules.block_days, rules.block_within_week) = (yes.then_some(2), yes);
        (rules.every_weeks, rules.previous_visit) = ((!yes && least <= 2).then_some(1 + more % 4), span.map(|s| first.plus_days(-i64::from(s))));
        rules.first_by = yes.then(|| first.plus_days(i64::from(gap)));
        rules.gap_max_to_end = yes && span.is_some();
        rules.not_same_day = others[..usize::from(yes)].to_vec();
        rules.not_same_week = others[1..].to_vec();
        rules.fixed.clear();
        prop_assert_eq!(read(&write(&season)), Ok(season));
    }
}
