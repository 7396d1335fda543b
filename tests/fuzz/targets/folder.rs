//! A small season's files, and what must hold whatever stands in one of them.

use season_files::{Files, read, write};

/// The files of a season folder: as small as may be, so that a run takes microseconds.
pub(crate) const SMALL: [(&str, &str); 6] = [
    (
        "season.toml",
        r#"slug = "lato"
name = "Lato"
town = "Miasto"
first_day = 2027-06-28
last_day = 2027-07-31
hours = { mon = "10:00-18:00", tue = ["10:00-13:00", "14:00-18:00"] }
[[closed]]
day = 2027-07-06
weekday = "tue"
reason = "Przegląd"
[[themes]]
first_day = 2027-07-05
title = "Woda"
[[buses]]
slug = "bus"
name = "Bus"
max_duty_minutes = 480
depot = { name = "Baza", coordinate = { lat = 53.08, lon = 21.57 }, certainty = "checked" }
[defaults]
wanted = 3
[travel]
speed_kmh = 25.5
[crew.regular]
leaders = 1
[weights]
spread = 3
"#,
    ),
    (
        "estates.csv",
        "slug,name,lat,lon,certainty,weight\ncentrum,Centrum,53.07,21.58,estimated,2.5\nlazek,Łazek,53.09,21.57,estimated,\n",
    ),
    (
        "stops.csv",
        "slug,name,estate,kind,lat,lon,hours,exceptions,gtfs_stop_id\n\
        plac,Plac,centrum,square,,,mon-fri 12:00-18:00,2027-07-05 closed | 2027-07-12 12:00-15:00,\n\
        park,Park,,park,53.08,21.57,,,7\n",
    ),
    (
        "streets.csv",
        "name,estate,scope,numbers\nDługa,centrum,whole,\nKrótka,lazek,numbers,\"1, 3\"\n",
    ),
    (
        "requests.csv",
        "stop,least,wanted,most,gap_min_days,gap_max_days,weekdays_preferred,fixed\nplac,1,2,3,5,,mon,\npark,,,,,none,,2027-07-05 12:00\n",
    ),
    (
        "events.csv",
        "slug,name,day,weekday,hours,stop,effect\nfestyn,Festyn,2027-07-03,sob,11:00-14:00,plac,take-part\n",
    ),
];

/// The small folder with one file replaced.
#[allow(dead_code)] // Each target uses its part.
pub(crate) fn with(name: &str, bytes: &[u8]) -> Files {
    let mut files: Files = SMALL.into_iter().collect();
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
