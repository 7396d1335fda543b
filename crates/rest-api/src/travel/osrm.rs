//! OSRM's table service, <https://project-osrm.org/docs/v5.24.0/api/#table-service>.

use std::fmt::Write as _;

use route_planning::Road;
use serde::Deserialize;

use super::{
    Engine, Place,
    ask::{Block, Said, road},
    client::{Question, Reply},
};

#[derive(Deserialize)]
struct Table {
    durations: Vec<Vec<Option<f64>>>,
    distances: Option<Vec<Vec<Option<f64>>>>,
    sources: Vec<Waypoint>,
    destinations: Vec<Waypoint>,
}

/// Where OSRM put a point on the road.
#[derive(Deserialize)]
struct Waypoint {
    /// Metres from the point that was asked for.
    distance: f64,
}

#[derive(Deserialize)]
struct No {
    code: String,
    #[serde(default)]
    message: String,
}

/// `GET /table/v1/driving/LON,LAT;…?annotations=duration,distance&sources=0;…&destinations=…`. All coordinates of the sources
/// come first.
pub(super) fn question(engine: &Engine, from: &[Place], to: &[Place]) -> Question {
    let mut path = format!("/table/v1/{}/", engine.profile);
    for (i, place) in from.iter().chain(to).enumerate() {
        let _ = write!(
            path,
            "{}{:.6},{:.6}",
            if i == 0 { "" } else { ";" },
            place.lon(),
            place.lat()
        );
    }
    let numbers = |range: std::ops::Range<usize>| range.map(|i| i.to_string()).collect::<Vec<_>>().join(";");
    let _ = write!(
        path,
        "?annotations=duration,distance&generate_hints=false&sources={}&destinations={}",
        numbers(0..from.len()),
        numbers(from.len()..from.len() + to.len())
    );
    Question::Get(path)
}

pub(super) fn read(reply: &Reply, from: &[Place], to: &[Place]) -> Said {
    if !reply.ok {
        return match serde_json::from_slice::<No>(&reply.body) {
            Ok(no) if matches!(no.code.as_str(), "NoSegment" | "NoTable") => Said::Apart,
            Ok(no) if no.code == "TooBig" => Said::Refused(format!(
                "{}: lower travel.batch, or start osrm-routed with a larger --max-table-size",
                no.message
            )),
            Ok(no) => Said::Refused(format!("{} ({})", no.message, no.code)),
            Err(_) => Said::Refused("it says no, and not in OSRM's way: is the address right?".to_owned()),
        };
    }
    match serde_json::from_slice::<Table>(&reply.body) {
        Ok(table) => block(&table, from.len(), to.len()).map_or_else(Said::Unreadable, Said::Block),
        Err(error) => Said::Unreadable(error.to_string()),
    }
}

fn block(table: &Table, from: usize, to: usize) -> Result<Block, String> {
    let distances = table
        .distances
        .as_ref()
        .ok_or("it has no distances: OSRM 5.15 or newer is needed")?;
    let fits = |rows: &Vec<Vec<Option<f64>>>| rows.len() == from && rows.iter().all(|row| row.len() == to);
    if !fits(&table.durations) || !fits(distances) || table.sources.len() != from || table.destinations.len() != to {
        return Err(format!("it is no table of {from} by {to}"));
    }
    let cells = table.durations.iter().flatten().zip(distances.iter().flatten());
    let cells = cells.map(|cell| match cell {
        (Some(seconds), Some(metres)) => road(*seconds, *metres).map(Some),
        _ => Ok(None),
    });
    let off = |waypoints: &[Waypoint]| waypoints.iter().map(|w| Some(w.distance)).collect();
    Ok(Block {
        roads: cells.collect::<Result<Vec<Option<Road>>, String>>()?,
        from_off: off(&table.sources),
        to_off: off(&table.destinations),
    })
}
