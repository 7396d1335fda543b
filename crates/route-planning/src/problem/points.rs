//! Points that cannot be right: so far from all others that no bus gets there in a day. Most are latitude and longitude
//! exchanged, or a place of the same name in another country.

use std::collections::BTreeSet;

use geo::{Distance, Haversine, Point};
use vocabulary::{Coordinate, Slug};

use super::{fault::ProblemFault as Fault, parts::ProblemParts};

/// How far from the middle of all places one may lie. No bus drives there and back in a day; whoever reads a town's files asks
/// for less.
const MOST_KM: u32 = 500;

/// A fault for every place astray. Of two places nobody can tell which one is.
pub(super) fn astray(parts: &ProblemParts) -> Vec<(Slug, Fault)> {
    let depots = parts.depots.iter().map(|d| (&d.slug, d.coordinate));
    let all: Vec<(&Slug, Coordinate)> = depots
        .chain(parts.stops.iter().map(|s| (&s.slug, s.coordinate)))
        .collect();
    // The median in each direction: a few places astray do not move it.
    let median = |of: fn(Coordinate) -> f64| {
        let mut values: Vec<f64> = all.iter().map(|(_, at)| of(*at)).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let (Some(lat), Some(lon), true) = (median(Coordinate::lat), median(Coordinate::lon), all.len() >= 3) else {
        return Vec::new();
    };
    let middle = Point::new(lon, lat);
    let km = |lat: f64, lon: f64| (Haversine.distance(middle, Point::new(lon, lat)) / 1000.0) as u32;
    let fault = |(place, at): &(&Slug, Coordinate)| {
        let far = km(at.lat(), at.lon());
        let place = (*place).clone();
        if far <= MOST_KM {
            return None;
        }
        // A longitude beyond 90 degrees is no latitude.
        let swapped = at.lon().abs() <= 90.0 && km(at.lon(), at.lat()) <= MOST_KM;
        let fault = match swapped {
            true => Fault::PlaceSwapped { place: place.clone() },
            false => Fault::PlaceFarAway {
                place: place.clone(),
                km: far,
                most: MOST_KM,
            },
        };
        Some((place, fault))
    };
    let mut seen = BTreeSet::new();
    all.iter()
        .filter_map(fault)
        .filter(|(place, _)| seen.insert(place.clone()))
        .collect()
}
