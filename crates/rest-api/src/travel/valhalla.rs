//! Valhalla's matrix service, <https://valhalla.github.io/valhalla/api/matrix/api-reference/>.

use route_planning::Road;
use serde::Deserialize;
use serde_json::json;

use super::{
    Engine, Place,
    ask::{Block, Said, road},
    client::{Question, Reply},
};

#[derive(Deserialize)]
struct Matrix {
    sources_to_targets: Vec<Vec<Cell>>,
}

#[derive(Deserialize)]
struct Cell {
    from_index: usize,
    to_index: usize,
    /// Seconds; null where there is no way.
    time: Option<f64>,
    /// Kilometres, as asked for.
    distance: Option<f64>,
    /// Where Valhalla put the ends on the road.
    begin_lat: Option<f64>,
    begin_lon: Option<f64>,
    end_lat: Option<f64>,
    end_lon: Option<f64>,
}

#[derive(Deserialize)]
struct No {
    error_code: u32,
    #[serde(default)]
    error: String,
}

/// Of the numbers of <https://valhalla.github.io/valhalla/api/turn-by-turn/api-reference/#internal-error-codes-and-conditions>:
/// the way is too long for it, the points lie in parts of the map that no road joins, there is no road near, there is no path.
const APART: [u32; 4] = [154, 170, 171, 442];
/// More pairs than `service_limits.*.max_matrix_location_pairs`, or more locations than `max_locations`.
const TOO_MANY: u32 = 150;

pub(super) fn question(engine: &Engine, from: &[Place], to: &[Place]) -> Question {
    let list = |places: &[Place]| -> Vec<_> {
        let point = |place: &Place| json!({"lat": place.lat(), "lon": place.lon()});
        places.iter().map(point).collect()
    };
    let body = json!({
        "sources": list(from),
        "targets": list(to),
        "costing": engine.profile,
        "units": "kilometers",
        "verbose": true,
    });
    Question::Post("/sources_to_targets", body.to_string())
}

pub(super) fn read(reply: &Reply, from: &[Place], to: &[Place]) -> Said {
    if !reply.ok {
        return match serde_json::from_slice::<No>(&reply.body) {
            Ok(no) if APART.contains(&no.error_code) => Said::Apart,
            Ok(no) if no.error_code == TOO_MANY => Said::Refused(format!(
                "{}: lower travel.batch, or raise max_matrix_location_pairs of Valhalla's service_limits",
                no.error
            )),
            Ok(no) => Said::Refused(format!("{} ({})", no.error, no.error_code)),
            Err(_) => Said::Refused("it says no, and not in Valhalla's way: is the address right?".to_owned()),
        };
    }
    match serde_json::from_slice::<Matrix>(&reply.body) {
        Ok(matrix) => block(&matrix, from, to).map_or_else(Said::Unreadable, Said::Block),
        Err(error) => Said::Unreadable(error.to_string()),
    }
}

fn block(matrix: &Matrix, from: &[Place], to: &[Place]) -> Result<Block, String> {
    let rows = &matrix.sources_to_targets;
    if rows.len() != from.len() || rows.iter().any(|row| row.len() != to.len()) {
        return Err(format!("it is no matrix of {} by {}", from.len(), to.len()));
    }
    let mut block = Block {
        roads: Vec::with_capacity(from.len() * to.len()),
        from_off: vec![None; from.len()],
        to_off: vec![None; to.len()],
    };
    for (i, row) in rows.iter().enumerate() {
        for (j, cell) in row.iter().enumerate() {
            if (cell.from_index, cell.to_index) != (i, j) {
                return Err("its pairs are in another order than was asked for".to_owned());
            }
            block.roads.push(way(cell)?);
            if cell.time.is_some() {
                farther(&mut block.from_off[i], from[i], cell.begin_lat, cell.begin_lon)?;
                farther(&mut block.to_off[j], to[j], cell.end_lat, cell.end_lon)?;
            }
        }
    }
    Ok(block)
}

fn way(cell: &Cell) -> Result<Option<Road>, String> {
    match (cell.time, cell.distance) {
        (Some(seconds), Some(kilometres)) => road(seconds, kilometres * 1000.0).map(Some),
        _ => Ok(None),
    }
}

/// Each pair may start on another of the roads around a point; the farthest counts.
fn farther(known: &mut Option<f64>, asked: Place, lat: Option<f64>, lon: Option<f64>) -> Result<(), String> {
    let (Some(lat), Some(lon)) = (lat, lon) else {
        return Err(
            "it does not say where it put the points on the road (begin_lat): use a newer Valhalla, e.g. 3.9"
                .to_owned(),
        );
    };
    let metres = asked.metres_to(lat, lon)?;
    *known = Some(known.map_or(metres, |known| known.max(metres)));
    Ok(())
}
