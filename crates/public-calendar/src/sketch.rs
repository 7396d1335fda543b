//! A sketch of the town: a number at each place where the bus stops, made from the published points alone, so that it needs
//! no map server, prints, and works without a network. It is no map, and the page says so.

use std::fmt::Write as _;

use vocabulary::Coordinate;

use crate::{Publication, Stop, xml::escaped};

/// Width of the picture; its height follows the town.
const WIDTH: f64 = 1000.0;
/// Room around the outermost numbers.
const EDGE: f64 = 60.0;
/// Radius of a number's disc.
const DISC: f64 = 30.0;

/// A number on the sketch, and the stops that are there: those whose discs would cover each other share one.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot<'a> {
    /// From 1, north to south as one reads.
    pub number: usize,
    /// In the order of the publication; never empty.
    pub stops: Vec<&'a Stop>,
    x: f64,
    y: f64,
}

/// The sketch of a town.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch<'a> {
    /// The numbers.
    pub spots: Vec<Spot<'a>>,
    /// Stops whose point nobody knows.
    pub unplaced: Vec<&'a Stop>,
    height: f64,
    /// Picture units that are a kilometre.
    kilometre: f64,
}

/// Draws the stops that have visits this season; none if no point is known.
pub fn sketch(publication: &Publication) -> Option<Sketch<'_>> {
    let visited = |stop: &&Stop| publication.visits_of_stop(&stop.slug).next().is_some();
    let (placed, unplaced): (Vec<&Stop>, Vec<&Stop>) = publication
        .data()
        .stops
        .iter()
        .filter(visited)
        .partition(|stop| stop.coordinate.is_some());
    let points: Vec<(&Stop, Coordinate)> = placed
        .into_iter()
        .filter_map(|stop| Some((stop, stop.coordinate?)))
        .collect();
    let span = |value: fn(&Coordinate) -> f64| {
        let values = points.iter().map(|(_, at)| value(at));
        (
            values.clone().fold(f64::INFINITY, f64::min),
            values.fold(f64::NEG_INFINITY, f64::max),
        )
    };
    points.first()?;
    let ((south, north), (west, east)) = (span(|at| at.lat()), span(|at| at.lon()));
    // Degrees as kilometres, good enough for a sketch of a town.
    let up = 111.2;
    let right = up * ((south + north) / 2.0).to_radians().cos();
    // A town of one point, or on one line, is drawn as if it were a kilometre wide.
    let wide = ((east - west) * right).max(1.0);
    let kilometre = (WIDTH - 2.0 * EDGE) / wide;
    let height = ((north - south) * up).max(0.3) * kilometre + 2.0 * EDGE;
    let mut spots: Vec<Spot<'_>> = Vec::new();
    for (stop, at) in points {
        let (x, y) = (
            EDGE + (at.lon() - west) * right * kilometre,
            EDGE + (north - at.lat()) * up * kilometre,
        );
        match spots
            .iter_mut()
            .find(|spot| (spot.x - x).hypot(spot.y - y) < 1.7 * DISC)
        {
            Some(spot) => spot.stops.push(stop),
            None => spots.push(Spot {
                number: 0,
                stops: vec![stop],
                x,
                y,
            }),
        }
    }
    spots.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal));
    for (place, spot) in spots.iter_mut().enumerate() {
        spot.number = place + 1;
    }
    Some(Sketch {
        spots,
        unplaced,
        height,
        kilometre,
    })
}

impl Sketch<'_> {
    /// The picture: numbers alone, no name stands in it. Colours are the page's (`.sketch` in the stylesheet).
    pub fn svg(&self, label: &str) -> String {
        let label = escaped(label);
        let mut svg = format!(
            "<svg class=\"sketch\" viewBox=\"0 0 {WIDTH:.0} {:.0}\" role=\"img\" aria-label=\"{label}\">",
            self.height + 50.0
        );
        for spot in &self.spots {
            let (x, y, number) = (spot.x, spot.y, spot.number);
            // Writing to a text cannot fail.
            let _ = write!(svg, "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{DISC:.0}\"/>");
            let _ = write!(svg, "<text x=\"{x:.0}\" y=\"{:.0}\">{number}</text>", y + 11.0);
        }
        let (x, y, end) = (EDGE, self.height + 20.0, EDGE + self.kilometre);
        let _ = write!(
            svg,
            "<path d=\"M{x:.0} {y:.0}v14H{end:.0}v-14\"/><text class=\"scale\" x=\"{:.0}\" y=\"{y:.0}\">1 km</text></svg>",
            (x + end) / 2.0
        );
        svg
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn each_visited_stop_has_its_number_or_is_named_as_unplaced() {
        let publication = examples::publication();
        let sketch = sketch(&publication).unwrap();
        let on_it: usize = sketch.spots.iter().map(|spot| spot.stops.len()).sum();
        let visited = publication
            .data()
            .stops
            .iter()
            .filter(|stop| publication.visits_of_stop(&stop.slug).next().is_some());
        assert_eq!(on_it + sketch.unplaced.len(), visited.count());
        assert!(
            sketch
                .spots
                .iter()
                .enumerate()
                .all(|(place, spot)| spot.number == place + 1)
        );
        insta::assert_snapshot!("sketch", sketch.svg("Szkic <miasta> & \"okolic\""));
    }

    /// Places too near to tell apart share a number; one place alone is a picture too.
    #[test]
    fn near_places_share_a_number() {
        let mut data = examples::data();
        for (place, stop) in data.stops.iter_mut().enumerate() {
            let lat = 53.08 + place as f64 * 1e-6;
            stop.coordinate = Some(vocabulary::Coordinate::new(lat, 21.57).unwrap());
        }
        let publication = Publication::build(data).unwrap();
        let all = sketch(&publication).unwrap();
        assert_eq!(all.spots.len(), 1);
        assert!(!all.svg("").contains("NaN"));
        let mut data = examples::data();
        for stop in &mut data.stops {
            stop.coordinate = None;
        }
        assert_eq!(sketch(&Publication::build(data).unwrap()), None);
    }
}
