//! Points on the map.

use serde::{Deserialize, Serialize};

/// A point in WGS 84, degrees. Finite, within range, and not the 0,0 that a failed geocoder gives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Raw")]
pub struct Coordinate {
    lat: f64,
    lon: f64,
}

#[derive(Deserialize)]
struct Raw {
    lat: f64,
    lon: f64,
}

/// Numbers that are no point on the map.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum CoordinateError {
    /// Not a number, or infinite.
    #[error("a coordinate must be a finite number")]
    NotFinite,
    /// Latitude outside -90..=90 or longitude outside -180..=180.
    #[error("latitude {lat} or longitude {lon} is out of range (-90 to 90, -180 to 180)")]
    OutOfRange {
        /// The latitude given.
        lat: f64,
        /// The longitude given.
        lon: f64,
    },
    /// Exactly 0,0: what geocoders print when they found nothing.
    #[error("0,0 lies in the Gulf of Guinea: the point was probably never set")]
    NullIsland,
}

impl Coordinate {
    /// A checked point from degrees north and degrees east.
    pub fn new(lat: f64, lon: f64) -> Result<Self, CoordinateError> {
        if !lat.is_finite() || !lon.is_finite() {
            return Err(CoordinateError::NotFinite);
        }
        if lat.abs() > 90.0 || lon.abs() > 180.0 {
            return Err(CoordinateError::OutOfRange { lat, lon });
        }
        if lat == 0.0 && lon == 0.0 {
            return Err(CoordinateError::NullIsland);
        }
        Ok(Self { lat, lon })
    }

    /// Degrees north.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    pub fn lon(self) -> f64 {
        self.lon
    }
}

impl TryFrom<Raw> for Coordinate {
    type Error = CoordinateError;

    fn try_from(raw: Raw) -> Result<Self, CoordinateError> {
        Self::new(raw.lat, raw.lon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_points_on_the_map() {
        assert!(Coordinate::new(53.08, 21.57).is_ok());
        assert_eq!(Coordinate::new(0.0, 0.0), Err(CoordinateError::NullIsland));
        assert_eq!(Coordinate::new(f64::NAN, 1.0), Err(CoordinateError::NotFinite));
        assert!(matches!(
            Coordinate::new(91.0, 1.0),
            Err(CoordinateError::OutOfRange { .. })
        ));
        assert!(serde_json::from_str::<Coordinate>(r#"{"lat":95.0,"lon":1.0}"#).is_err());
    }
}
