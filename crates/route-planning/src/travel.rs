//! Minutes and metres between places: a given matrix, or an estimate from coordinates that is marked as such.
//!
//! What this does *not* know: any routing engine. Who has one fills a [`Travel`] from it.

use geo::{Distance, Haversine, Point};
use serde::{Deserialize, Serialize};
use vocabulary::{Certainty, Coordinate, Slug};

use crate::{Depot, Stop};

/// Travel between all places, not necessarily the same both ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Travel {
    /// The places in the order of rows and columns.
    pub places: Vec<Slug>,
    /// Whole minutes, row by row: from `places[i]` to `places[j]` at `i * places.len() + j`.
    pub minutes: Vec<u32>,
    /// Metres, in the same order.
    pub metres: Vec<u32>,
    /// Whether these are estimates and no router's answer; shown wherever travel is shown.
    pub estimated: bool,
}

/// A place to estimate travel for.
#[derive(Debug, Clone, PartialEq)]
pub struct TravelPoint {
    /// Its name.
    pub slug: Slug,
    /// Where it is.
    pub coordinate: Coordinate,
    /// How far the point can be trusted.
    pub certainty: Certainty,
}

/// The places of a problem, depots first.
pub fn travel_points(depots: &[Depot], stops: &[Stop]) -> Vec<TravelPoint> {
    let point = |slug: &Slug, coordinate: Coordinate, certainty: Certainty| TravelPoint {
        slug: slug.clone(),
        coordinate,
        certainty,
    };
    let of_depots = depots
        .iter()
        .map(|depot| point(&depot.slug, depot.coordinate, depot.certainty));
    of_depots
        .chain(
            stops
                .iter()
                .map(|stop| point(&stop.slug, stop.coordinate, stop.certainty)),
        )
        .collect()
}

/// How to estimate travel from the distance in a straight line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TravelEstimate {
    /// Road metres per metre in a straight line, 1 or more. In 27 published mobile-library services: 1.27 to 1.48, median 1.37.
    pub detour: f64,
    /// Mean speed on the road in km/h, above 0. In the same services 28 to 52; in a town 25.
    pub speed_kmh: f64,
    /// Minutes added to every leg: parking, turning, lights.
    pub buffer_minutes: u32,
    /// Minutes added for each end of the leg whose point is only estimated or unknown.
    pub uncertain_buffer_minutes: u32,
}

impl Default for TravelEstimate {
    /// A bus in a town.
    fn default() -> Self {
        Self {
            detour: 1.4,
            speed_kmh: 25.0,
            buffer_minutes: 3,
            uncertain_buffer_minutes: 2,
        }
    }
}

/// Travel estimated from great-circle distance (haversine on the GRS 80 mean radius of 6 371 008.8 m) x detour / speed, rounded
/// up to whole minutes, plus the buffers. The diagonal is 0. A detour or speed that is not a positive number counts as the
/// default's.
pub fn estimate(points: &[TravelPoint], how: &TravelEstimate) -> Travel {
    let usable = |given: f64, otherwise: f64| {
        if given.is_finite() && given > 0.0 {
            given
        } else {
            otherwise
        }
    };
    let detour = usable(how.detour, TravelEstimate::default().detour);
    let metres_a_minute = usable(how.speed_kmh, TravelEstimate::default().speed_kmh) * 1000.0 / 60.0;
    let at = |p: &TravelPoint| Point::new(p.coordinate.lon(), p.coordinate.lat());
    let uncertain = |p: &TravelPoint| match p.certainty {
        Certainty::Estimated | Certainty::Unknown => how.uncertain_buffer_minutes,
        Certainty::Sourced | Certainty::Checked => 0,
    };
    let (mut minutes, mut metres) = (Vec::new(), Vec::new());
    for (i, from) in points.iter().enumerate() {
        for (j, to) in points.iter().enumerate() {
            if i == j {
                minutes.push(0);
                metres.push(0);
                continue;
            }
            let road = (Haversine.distance(at(from), at(to)) * detour).round();
            // Float to integer casts saturate; half the Earth's girth is 20 million metres.
            metres.push(road as u32);
            let buffer = how
                .buffer_minutes
                .saturating_add(uncertain(from))
                .saturating_add(uncertain(to));
            minutes.push(((road / metres_a_minute).ceil() as u32).saturating_add(buffer));
        }
    }
    Travel {
        places: points.iter().map(|p| p.slug.clone()).collect(),
        minutes,
        metres,
        estimated: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(slug: &str, lat: f64, lon: f64, certainty: Certainty) -> TravelPoint {
        TravelPoint {
            slug: slug.parse().unwrap(),
            coordinate: Coordinate::new(lat, lon).unwrap(),
            certainty,
        }
    }

    #[test]
    fn a_hundredth_of_a_degree_of_latitude() {
        let points = [
            point("a", 53.08, 21.57, Certainty::Checked),
            point("b", 53.09, 21.57, Certainty::Estimated),
        ];
        let travel = estimate(&points, &TravelEstimate::default());
        // 6 371 008.8 m x pi / 18 000 = 1 111.95 m; x 1.4 = 1 556.7 m; at 416.7 m a minute 3.74, so 4, + 3 + 2 for b.
        assert_eq!(travel.metres, [0, 1557, 1557, 0]);
        assert_eq!(travel.minutes, [0, 9, 9, 0]);
        assert!(travel.estimated);
    }

    #[test]
    fn senseless_speed_falls_back() {
        let points = [
            point("a", 53.08, 21.57, Certainty::Checked),
            point("b", 53.09, 21.57, Certainty::Checked),
        ];
        let how = TravelEstimate {
            speed_kmh: f64::NAN,
            detour: -1.0,
            ..TravelEstimate::default()
        };
        assert_eq!(estimate(&points, &how), estimate(&points, &TravelEstimate::default()));
    }
}
