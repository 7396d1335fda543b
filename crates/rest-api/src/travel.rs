//! Travel times from outside: a routing engine asked over HTTP, with a cache on disk, or a matrix that somebody uploaded.
//!
//! Everything here waits for answers: call it from a planner thread or a command, never from a thread that serves requests.
//! Nothing falls back to an estimate by itself. What is missing is a [`TravelFailure`], and whoever asked may then choose the
//! estimate, which is marked.

mod ask;
pub mod cache;
mod client;
mod engine;
mod failure;
pub mod matrix_file;
mod osrm;
#[cfg(test)]
mod tests;
mod valhalla;

use route_planning::{Road, Travel, TravelEstimate, TravelPoint, measured};
use vocabulary::{Coordinate, Slug};

pub use ask::ask;
pub use cache::Cache;
pub use engine::{Engine, Kind, usable_profile, usable_url};
pub use failure::{OffRoad, TravelFailure};

/// A point as engines and the cache know it: millionths of a degree, some ten centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Place {
    lat: i32,
    lon: i32,
}

impl Place {
    fn of(at: Coordinate) -> Self {
        // 180 million fits, and a cast of a float saturates.
        let micro = |degrees: f64| (degrees * 1e6).round() as i32;
        Self {
            lat: micro(at.lat()),
            lon: micro(at.lon()),
        }
    }

    fn lat(self) -> f64 {
        f64::from(self.lat) / 1e6
    }

    fn lon(self) -> f64 {
        f64::from(self.lon) / 1e6
    }

    /// Metres in a straight line to a point that a stranger named; why it is none otherwise.
    fn metres_to(self, lat: f64, lon: f64) -> Result<f64, String> {
        let own = Coordinate::new(self.lat(), self.lon()).map_err(|e| e.to_string())?;
        let other = Coordinate::new(lat, lon).map_err(|e| e.to_string())?;
        Ok(route_planning::straight_line(own, other))
    }
}

/// What to do where an engine knows no way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    /// No matrix at all; every pair is told.
    Refuse,
    /// These pairs are estimated, and marked so.
    Estimate,
}

/// What an engine said about every pair of some points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Row by row, in the order of the points; `None`: no way, or an end of it is too far from any road.
    roads: Vec<Option<Road>>,
    /// From and to of each pair without a way.
    no_way: Vec<(Slug, Slug)>,
    /// Points too far from any road.
    off_road: Vec<OffRoad>,
}

impl Answers {
    /// The matrix, or every pair that is missing in it.
    pub fn travel(&self, points: &[TravelPoint], how: &TravelEstimate, gaps: Gaps) -> Result<Travel, TravelFailure> {
        let whole = self.no_way.is_empty() && self.off_road.is_empty();
        if gaps == Gaps::Refuse && !whole {
            return Err(TravelFailure::gaps(self.no_way.clone(), self.off_road.clone()));
        }
        let road = |i: usize, j: usize| self.roads.get(i * points.len() + j).copied().flatten();
        Ok(measured(points, how, road))
    }
}
