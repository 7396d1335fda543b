//! The example season's files, and what must hold whatever stands in one of them.

use season_files::{Files, read, write};

/// The files of a season folder.
pub(crate) const EXAMPLE: [(&str, &[u8]); 6] = [
    (
        "season.toml",
        include_bytes!("../../../config/examples/ostroleka/season.toml"),
    ),
    (
        "estates.csv",
        include_bytes!("../../../config/examples/ostroleka/estates.csv"),
    ),
    (
        "stops.csv",
        include_bytes!("../../../config/examples/ostroleka/stops.csv"),
    ),
    (
        "streets.csv",
        include_bytes!("../../../config/examples/ostroleka/streets.csv"),
    ),
    (
        "requests.csv",
        include_bytes!("../../../config/examples/ostroleka/requests.csv"),
    ),
    (
        "events.csv",
        include_bytes!("../../../config/examples/ostroleka/events.csv"),
    ),
];

/// The example with one file replaced.
#[allow(dead_code)] // Each target uses its part.
pub(crate) fn with(name: &str, bytes: &[u8]) -> Files {
    let mut files: Files = EXAMPLE.into_iter().collect();
    files.insert(name, bytes);
    files
}

/// What is read can be written and read again; what is not has a fault that tells its file, in words and as JSON.
#[allow(dead_code)]
pub(crate) fn check(files: &Files) {
    match read(files) {
        Ok(season) => assert_eq!(read(&write(&season)).as_ref(), Ok(&season)),
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a fault");
            for fault in &faults {
                assert!(fault.to_string().starts_with(&fault.file), "{fault:?}");
                assert!(serde_json::to_string(fault).is_ok(), "{fault:?}");
            }
        }
    }
}
