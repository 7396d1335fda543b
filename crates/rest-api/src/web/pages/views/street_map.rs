//! The map of the streets on public pages.

use askama::filters::{Html, escape};
use vocabulary::Coordinate;

use super::Frame;
use crate::street_map::Bounds;

/// What pages need to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Streets {
    /// Whose data it shows.
    pub attribution: String,
    /// Tells this file from one that stood in its place.
    pub version: String,
    /// What it covers.
    pub bounds: Bounds,
}

impl Streets {
    /// Whether a point ("53.0692,21.5885") lies on it.
    pub fn show(&self, point: Option<&str>) -> bool {
        let point = point.and_then(|text| text.split_once(','));
        let degrees = point.and_then(|(lat, lon)| Some((lat.parse().ok()?, lon.parse().ok()?)));
        degrees
            .and_then(|(lat, lon)| Coordinate::new(lat, lon).ok())
            .is_some_and(|at| self.bounds.contain(at))
    }

    /// What stands in the corner of the map, as HTML: data of OpenStreetMap lead to their licence, as that asks.
    pub fn credit(&self) -> String {
        let name = escape(&self.attribution, Html).map_or_else(|_| String::new(), |safe| safe.to_string());
        if self.attribution.contains("OpenStreetMap") {
            format!("<a href=\"https://www.openstreetmap.org/copyright\">{name}</a>")
        } else {
            name
        }
    }
}

impl Frame {
    /// The map, if that point lies on it.
    pub fn streets_at(&self, point: Option<&str>) -> Option<&Streets> {
        self.streets.as_ref().filter(|streets| streets.show(point))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_on_the_map_or_not() {
        let mut streets = Streets {
            attribution: "© Miasto & <powiat>".to_owned(),
            version: String::new(),
            bounds: Bounds {
                west: 21.5,
                south: 53.0,
                east: 21.7,
                north: 53.1,
            },
        };
        for (point, expected) in [
            (Some("53.0692,21.5885"), true),
            (Some("53.2,21.5885"), false),
            (Some("21.5885,53.0692"), false),
            (Some("53.0692"), false),
            (None, false),
        ] {
            assert_eq!(streets.show(point), expected, "{point:?}");
        }
        assert_eq!(streets.credit(), "© Miasto &#38; &#60;powiat&#62;");
        streets.attribution = "© OpenStreetMap".to_owned();
        assert!(
            streets
                .credit()
                .starts_with("<a href=\"https://www.openstreetmap.org/copyright\">©")
        );
    }
}
