//! A sketch of the town: a number at each place where the bus stops, made from the published points alone, so that it needs
//! no map server, prints, and works without a network. It is no map, and the page says so.

use std::fmt::Write as _;

use vocabulary::{Coordinate, ShapeKind};

use crate::{Publication, Stop, xml::escaped};

/// Width of the picture; its height follows the town.
const WIDTH: f64 = 1000.0;
/// Room around the outermost numbers.
const EDGE: f64 = 60.0;
/// Height of the letters of names (`.sketch .name` in the stylesheet).
const NAME: f64 = 26.0;
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
    /// River, outlines and landmarks, as they lie in the picture; what lies wholly outside is not among them.
    shapes: Vec<Drawn<'a>>,
    height: f64,
    scale: Scale,
}

/// A shape in picture units.
#[derive(Debug, Clone, PartialEq)]
struct Drawn<'a> {
    kind: ShapeKind,
    name: Option<&'a str>,
    lines: Vec<Vec<(f64, f64)>>,
}

/// From degrees to picture units.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    north: f64,
    west: f64,
    /// Kilometres that are a degree of longitude here.
    right: f64,
    /// Picture units that are a kilometre.
    kilometre: f64,
}

impl Scale {
    /// Kilometres that are a degree of latitude.
    const UP: f64 = 111.2;

    fn place(&self, at: Coordinate) -> (f64, f64) {
        (
            EDGE + (at.lon() - self.west) * self.right * self.kilometre,
            EDGE + (self.north - at.lat()) * Self::UP * self.kilometre,
        )
    }
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
    let right = Scale::UP * ((south + north) / 2.0).to_radians().cos();
    // A town of one point, or on one line, is drawn as if it were a kilometre wide.
    let wide = ((east - west) * right).max(1.0);
    let kilometre = (WIDTH - 2.0 * EDGE) / wide;
    let height = ((north - south) * Scale::UP).max(0.3) * kilometre + 2.0 * EDGE;
    let scale = Scale {
        north,
        west,
        right,
        kilometre,
    };
    let mut spots: Vec<Spot<'_>> = Vec::new();
    for (stop, at) in points {
        let (x, y) = scale.place(at);
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
        shapes: shapes(publication, scale, height),
        height,
        scale,
    })
}

/// The shapes that reach into the picture.
fn shapes(publication: &Publication, scale: Scale, height: f64) -> Vec<Drawn<'_>> {
    let inside = |(x, y): &(f64, f64)| (0.0..=WIDTH).contains(x) && (0.0..=height).contains(y);
    let drawn = publication.data().sketch.iter().map(|shape| Drawn {
        kind: shape.kind,
        name: shape.name.as_deref(),
        lines: shape
            .lines
            .iter()
            .map(|line| line.iter().map(|at| scale.place(*at)).collect())
            .collect(),
    });
    // A course or an area may cross the picture with every corner outside it: only points are sure to be out of it.
    let shown = |shape: &Drawn<'_>| shape.kind != ShapeKind::Landmark || shape.lines.iter().flatten().any(inside);
    drawn.filter(shown).collect()
}

impl Drawn<'_> {
    /// Draws it, without its name.
    fn draw(&self, svg: &mut String) {
        for line in &self.lines {
            let Some((first, rest)) = line.split_first() else {
                continue;
            };
            if self.kind == ShapeKind::Landmark {
                let (x, y) = *first;
                let _ = write!(
                    svg,
                    "<path class=\"landmark\" d=\"M{x:.0} {:.0}l9 9-9 9-9-9z\"/>",
                    y - 9.0
                );
                continue;
            }
            let _ = write!(
                svg,
                "<path class=\"{}\" d=\"M{:.0} {:.0}",
                self.kind.as_str(),
                first.0,
                first.1
            );
            for (x, y) in rest {
                let _ = write!(svg, "L{x:.0} {y:.0}");
            }
            let closed = if self.kind == ShapeKind::River { "" } else { "z" };
            let _ = write!(svg, "{closed}\"/>");
        }
    }

    /// Where its name may stand, the best place first.
    fn name_places(&self, height: f64) -> Vec<(f64, f64)> {
        let Some(line) = self.lines.first() else {
            return Vec::new();
        };
        match self.kind {
            ShapeKind::Landmark => {
                let Some((x, y)) = line.first().copied() else {
                    return Vec::new();
                };
                let aside = NAME * 0.6 * self.name.map_or(0, |name| name.chars().count()) as f64 / 2.0 + 36.0;
                vec![
                    (x, y - 18.0),
                    (x, y + 34.0),
                    (x + aside, y + 9.0),
                    (x - aside, y + 9.0),
                    (x, y - 45.0),
                    (x, y + 62.0),
                ]
            }
            ShapeKind::River => {
                // Beside the corner of its course that is nearest to the middle of the picture.
                let far = |at: &(f64, f64)| (at.0 - WIDTH / 2.0).hypot(at.1 - height / 2.0);
                let mut corners = line.clone();
                corners.sort_by(|a, b| far(a).total_cmp(&far(b)));
                let beside = |(x, y): (f64, f64)| [(x - 80.0, y - 22.0), (x + 80.0, y + 40.0)];
                corners.into_iter().flat_map(beside).collect()
            }
            ShapeKind::Water | ShapeKind::Estate => {
                let corners = line.len() as f64;
                let (x, y) = line.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
                let (x, y) = (x / corners, y / corners);
                vec![(x, y), (x, y - 48.0), (x, y + 62.0)]
            }
        }
    }
}

/// What of the picture is taken by numbers and names: left, top, right, bottom.
struct Taken {
    boxes: Vec<[f64; 4]>,
    height: f64,
}

impl Taken {
    /// Writes a name at the first of these places where it covers no number and no other name, and lies within the picture; a name that finds none is
    /// left out.
    fn write(&mut self, svg: &mut String, class: &str, name: &str, places: &[(f64, f64)]) {
        let half = NAME * 0.6 * name.chars().count() as f64 / 2.0;
        let around = |(x, y): &(f64, f64)| [x - half, y - NAME, x + half, y + 6.0];
        let free = |own: &[f64; 4]| {
            let within = own[0] >= 0.0 && own[1] >= 0.0 && own[2] <= WIDTH && own[3] <= self.height;
            within
                && self
                    .boxes
                    .iter()
                    .all(|other| own[2] < other[0] || other[2] < own[0] || own[3] < other[1] || other[3] < own[1])
        };
        if let Some(at) = places.iter().find(|at| free(&around(at))) {
            self.boxes.push(around(at));
            let (x, y, name) = (at.0, at.1, escaped(name));
            // Writing to a text cannot fail.
            let _ = write!(
                svg,
                "<text class=\"name {class}\" x=\"{x:.0}\" y=\"{y:.0}\">{name}</text>"
            );
        }
    }
}

impl Sketch<'_> {
    /// The picture. Readers of screens hear its label alone: the list beside it says the same. Colours are the page's (`.sketch` in the stylesheet).
    pub fn svg(&self, label: &str) -> String {
        let label = escaped(label);
        let mut svg = format!(
            "<svg class=\"sketch\" viewBox=\"0 0 {WIDTH:.0} {:.0}\" role=\"img\" aria-label=\"{label}\">",
            self.height + 50.0
        );
        for shape in &self.shapes {
            shape.draw(&mut svg);
        }
        let disc = |spot: &Spot<'_>| [spot.x - DISC, spot.y - DISC, spot.x + DISC, spot.y + DISC];
        let mut taken = Taken {
            boxes: self.spots.iter().map(disc).collect(),
            height: self.height,
        };
        for shape in &self.shapes {
            if let Some(name) = shape.name {
                taken.write(&mut svg, shape.kind.as_str(), name, &shape.name_places(self.height));
            }
        }
        for spot in &self.spots {
            let (x, y, number) = (spot.x, spot.y, spot.number);
            // Writing to a text cannot fail.
            let _ = write!(svg, "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{DISC:.0}\"/>");
            let _ = write!(svg, "<text x=\"{x:.0}\" y=\"{:.0}\">{number}</text>", y + 11.0);
        }
        let (x, y, end) = (EDGE, self.height + 20.0, EDGE + self.scale.kilometre);
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

    /// Names stand beside the numbers, never across one; where there is no room there is no name.
    #[test]
    fn names_keep_clear_of_numbers() {
        let mut data = examples::data();
        let at = data.stops[0].coordinate.unwrap();
        let landmark = |name: &str| crate::Shape {
            kind: ShapeKind::Landmark,
            name: Some(name.to_owned()),
            lines: vec![vec![at]],
        };
        data.sketch = vec![landmark("Fara"), landmark("Dwór"), landmark(&"Dom ".repeat(30))];
        let publication = Publication::build(data).unwrap();
        let sketch = sketch(&publication).unwrap();
        let (x, _) = (sketch.spots[0].x, sketch.spots[0].y);
        let svg = sketch.svg("");
        let places: Vec<(f64, f64)> = svg
            .match_indices("name landmark\" x=\"")
            .map(|(at, found)| {
                let mut numbers = svg[at + found.len()..].split('"');
                (
                    numbers.next().unwrap().parse().unwrap(),
                    numbers.nth(1).unwrap().parse().unwrap(),
                )
            })
            .collect();
        assert_eq!(places.len(), 2, "{svg}");
        assert!(places[0].0 - x > DISC, "beside the number: {places:?}");
        assert_ne!(places[0], places[1]);
    }
}
