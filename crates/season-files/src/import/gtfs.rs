//! `stops.txt` of a GTFS feed: <https://gtfs.org/documentation/schedule/reference/#stopstxt>. Its point is taken as sourced.

use std::collections::BTreeMap;

use crate::fault::FaultKind;
use crate::table::{Faults, Head, MOST_ROWS, rows};
use crate::tables::columns;

use super::Proposed;

pub(super) fn stops(file: &str, bytes: &[u8], faults: &mut Faults) -> Vec<Proposed> {
    let columns = columns! {
        [*"stop_id"] [*"stop_name"] [*"stop_lat"] [*"stop_lon"] ["stop_desc"] ["location_type"] ["wheelchair_boarding"]
    };
    let mut stops = Vec::new();
    rows(
        file,
        bytes,
        Head {
            columns,
            most: MOST_ROWS,
            strangers: true,
        },
        faults,
        |mut row| {
            let location_type = row.raw("location_type").to_owned();
            if !matches!(location_type.as_str(), "" | "0") {
                row.fault("location_type", FaultKind::NotAStopPlace { location_type });
                return;
            }
            // Each of the four must be there: a stop without them is of no use here.
            let required = ["stop_id", "stop_name", "stop_lat", "stop_lon"].map(|c| row.required::<String>(c));
            let [Some(id), Some(name), Some(lat), Some(lon)] = required else {
                return;
            };
            let step_free = match row.raw("wheelchair_boarding") {
                "1" => "yes",
                "2" => "no",
                _ => "",
            };
            let cells = BTreeMap::from([
                ("name", name),
                ("lat", lat),
                ("lon", lon),
                ("certainty", "sourced".to_owned()),
                ("uncertainty_m", "0".to_owned()),
                ("directions", row.raw("stop_desc").to_owned()),
                ("step_free", step_free.to_owned()),
                ("source", format!("GTFS stop {id}")),
                ("gtfs_stop_id", id),
            ]);
            stops.push(Proposed { row: row.number, cells });
        },
    );
    stops
}
