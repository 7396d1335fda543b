//! The two tables: stops of one timetable, and what people planned for all of them.

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, de::DeserializeOwned};
use vocabulary::Coordinate;

/// One row of a timetable.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct StopRow {
    pub(crate) stop_id: String,
    pub(crate) name: String,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) dwell_min: u32,
    /// The row is served every so many weeks; divides the timetable's cycle.
    pub(crate) cycle_weeks: u32,
    pub(crate) visits_per_cycle: u32,
}

/// What people planned.
#[derive(Debug)]
pub(crate) struct Human {
    pub(crate) tours: u32,
    pub(crate) cycle_weeks: u32,
    /// Great-circle kilometres a cycle.
    pub(crate) km: f64,
    /// Road metres per metre in a straight line.
    pub(crate) detour: f64,
    pub(crate) speed_kmh: f64,
    /// Minutes at stops and on the road.
    pub(crate) longest_day: u32,
    /// Minutes after midnight; the first arrival at any stop.
    pub(crate) first_arrival: u32,
    pub(crate) last_departure: u32,
    /// One a vehicle, by its name.
    pub(crate) depots: Vec<Coordinate>,
}

#[derive(Debug, Deserialize)]
struct HumanRow {
    council: String,
    vehicles: usize,
    tours: u32,
    cycle_weeks: u32,
    human_km_great_circle_per_cycle: f64,
    detour: f64,
    speed_kmh: f64,
    longest_day_work_min: u32,
    first_arrival_min: u32,
    last_departure_min: u32,
    depots: String,
}

/// The rows of a timetable.
pub(crate) fn stops(path: &Path) -> Result<Vec<StopRow>, String> {
    table(path)
}

/// The row of one council.
pub(crate) fn human(path: &Path, council: &str) -> Result<Human, String> {
    let rows: Vec<HumanRow> = table(path)?;
    let found = rows.into_iter().find(|row| row.council == council);
    let row = found.ok_or_else(|| format!("{}: no row of {council}", path.display()))?;
    let depots: BTreeMap<String, (f64, f64)> =
        serde_json::from_str(&row.depots).map_err(|e| format!("{council}, depots: {e}"))?;
    if depots.len() != row.vehicles {
        return Err(format!(
            "{council}: {} depots for {} vehicles",
            depots.len(),
            row.vehicles
        ));
    }
    let points = depots.into_values().map(|(lat, lon)| Coordinate::new(lat, lon));
    Ok(Human {
        tours: row.tours,
        cycle_weeks: row.cycle_weeks,
        km: row.human_km_great_circle_per_cycle,
        detour: row.detour,
        speed_kmh: row.speed_kmh,
        longest_day: row.longest_day_work_min,
        first_arrival: row.first_arrival_min,
        last_departure: row.last_departure_min,
        depots: points
            .collect::<Result<_, _>>()
            .map_err(|e| format!("{council}, depots: {e}"))?,
    })
}

fn table<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let told = |e: csv::Error| format!("{}: {e}", path.display());
    let mut reader = csv::Reader::from_path(path).map_err(told)?;
    reader.deserialize().collect::<Result<_, _>>().map_err(told)
}
