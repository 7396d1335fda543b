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
    /// Whether these are estimates and no router's answer, all or some of them; shown wherever travel is shown.
    pub estimated: bool,
    /// Where only some are: from and to of each pair that is an estimate. Empty where all are, and where none is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub estimated_pairs: Vec<(Slug, Slug)>,
}

/// A way that somebody measured: a routing engine, or people with a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Road {
    /// Driving alone, without the buffers of [`TravelEstimate`].
    pub seconds: u32,
    /// Its length.
    pub metres: u32,
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
    measured(points, how, |_, _| None)
}

/// Travel from measured ways: seconds rounded up to whole minutes, plus the same buffers as an estimate has. `road` gets the places
/// of from and to in `points` and is not asked for the diagonal, which is 0. A pair that it does not know is estimated, and
/// marked so.
pub fn measured(
    points: &[TravelPoint],
    how: &TravelEstimate,
    mut road: impl FnMut(usize, usize) -> Option<Road>,
) -> Travel {
    let (mut minutes, mut metres, mut guessed) = (Vec::new(), Vec::new(), Vec::new());
    for (i, from) in points.iter().enumerate() {
        for (j, to) in points.iter().enumerate() {
            if i == j {
                minutes.push(0);
                metres.push(0);
                continue;
            }
            let (driving, length) = match road(i, j) {
                Some(road) => (road.seconds.div_ceil(60), road.metres),
                None => {
                    guessed.push((from.slug.clone(), to.slug.clone()));
                    guess(from, to, how)
                }
            };
            metres.push(length);
            minutes.push(driving.saturating_add(buffers(from, to, how)));
        }
    }
    let known = points.len() * points.len().saturating_sub(1) - guessed.len();
    Travel {
        places: points.iter().map(|p| p.slug.clone()).collect(),
        minutes,
        metres,
        estimated: known == 0 || !guessed.is_empty(),
        estimated_pairs: if known == 0 { Vec::new() } else { guessed },
    }
}

/// Metres in a straight line (haversine on the GRS 80 mean radius of 6 371 008.8 m).
pub fn straight_line(from: Coordinate, to: Coordinate) -> f64 {
    let point = |at: Coordinate| Point::new(at.lon(), at.lat());
    Haversine.distance(point(from), point(to))
}

/// Minutes of driving and metres of road, from the distance alone.
fn guess(from: &TravelPoint, to: &TravelPoint, how: &TravelEstimate) -> (u32, u32) {
    let usable = |given: f64, otherwise: f64| {
        if given.is_finite() && given > 0.0 {
            given
        } else {
            otherwise
        }
    };
    let detour = usable(how.detour, TravelEstimate::default().detour);
    let metres_a_minute = usable(how.speed_kmh, TravelEstimate::default().speed_kmh) * 1000.0 / 60.0;
    let road = (straight_line(from.coordinate, to.coordinate) * detour).round();
    // Float to integer casts saturate; half the Earth's girth is 20 million metres.
    ((road / metres_a_minute).ceil() as u32, road as u32)
}

/// What is added to every leg, whoever measured it.
fn buffers(from: &TravelPoint, to: &TravelPoint, how: &TravelEstimate) -> u32 {
    let uncertain = |p: &TravelPoint| match p.certainty {
        Certainty::Estimated | Certainty::Unknown => how.uncertain_buffer_minutes,
        Certainty::Sourced | Certainty::Checked => 0,
    };
    how.buffer_minutes
        .saturating_add(uncertain(from))
        .saturating_add(uncertain(to))
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
    fn measured_ways_get_whole_minutes_and_the_same_buffers() {
        let points = [
            point("a", 53.08, 21.57, Certainty::Checked),
            point("b", 53.09, 21.57, Certainty::Estimated),
            point("c", 53.09, 21.57, Certainty::Checked),
        ];
        let how = TravelEstimate::default();
        let road = |seconds, metres| Some(Road { seconds, metres });
        let ways = |i, j| match (i, j) {
            (0, 1) => road(60, 500),
            (1, 0) => road(61, 900),
            (0, 2) | (2, 0) => road(0, 0),
            (1, 2) => road(u32::MAX, 3),
            _ => None,
        };
        let travel = measured(&points, &how, ways);
        // c to b lies at one point: 0 minutes of driving, and the buffers.
        let longest = u32::MAX.div_ceil(60) + 5;
        assert_eq!(travel.minutes, [0, 6, 3, 7, 0, longest, 3, 5, 0]);
        assert_eq!(travel.metres, [0, 500, 0, 900, 0, 3, 0, 0, 0]);
        let pair = |from: &str, to: &str| (from.parse().unwrap(), to.parse().unwrap());
        assert!(travel.estimated);
        assert_eq!(travel.estimated_pairs, [pair("c", "b")]);
        let all = measured(&points, &how, |_, _| road(60, 500));
        assert!(!all.estimated && all.estimated_pairs.is_empty());
    }

    #[test]
    fn a_stored_matrix_of_before_still_reads() {
        let old = r#"{"places":["a"],"minutes":[0],"metres":[0],"estimated":true}"#;
        let travel: Travel = serde_json::from_str(old).unwrap();
        assert!(travel.estimated_pairs.is_empty());
        assert_eq!(serde_json::to_string(&travel).unwrap(), old);
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
