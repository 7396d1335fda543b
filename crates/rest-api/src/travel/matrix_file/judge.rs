//! Whether rows make a whole matrix: known places, sound numbers, every pair once.

use std::collections::HashMap;

use route_planning::{Road, TravelPoint, straight_line};

use super::{Finding, Matrix, What, lines::Line};

/// Faster than this is no road.
const MOST_KMH: f64 = 200.0;
/// A way may be so much shorter than the straight line before a warning: points are rounded.
const SHORTER_BY: f64 = 0.02;
const MOST_SECONDS: f64 = 86_400.0;
const MOST_METRES: f64 = 5_000_000.0;
/// So many holes are told by name.
const MOST_HOLES: usize = 1_000;

/// Reads rows one after another and remembers what it saw.
pub(super) struct Judge<'a> {
    points: &'a [TravelPoint],
    numbers: HashMap<&'a str, usize>,
    /// The row in which a pair stands, and its way.
    ways: HashMap<(usize, usize), (usize, Option<Road>)>,
    faults: Vec<Finding>,
    warnings: Vec<Finding>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(points: &'a [TravelPoint]) -> Self {
        let numbers = points.iter().enumerate().map(|(i, p)| (p.slug.as_str(), i));
        Self {
            points,
            numbers: numbers.collect(),
            ways: HashMap::new(),
            faults: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// The matrix of all rows, with warnings; or every fault.
    pub(super) fn judge(mut self, lines: &[Line]) -> Result<(Matrix, Vec<Finding>), Vec<Finding>> {
        for line in lines {
            self.line(line);
        }
        self.holes();
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let n = self.points.len();
        let (mut seconds, mut metres) = (vec![0; n * n], vec![0; n * n]);
        for (&(from, to), &(_, road)) in &self.ways {
            if let Some(road) = road {
                seconds[from * n + to] = road.seconds;
                metres[from * n + to] = road.metres;
            }
        }
        let places = self.points.iter().map(|p| (p.slug.clone(), p.coordinate));
        let matrix = Matrix {
            form: Matrix::FORM,
            places: places.collect(),
            seconds,
            metres,
        };
        Ok((matrix, self.warnings))
    }

    fn line(&mut self, line: &Line) {
        let from = self.place(line, "from", &line.from);
        let to = self.place(line, "to", &line.to);
        let seconds = self.number(line, "seconds", &line.seconds, MOST_SECONDS);
        let metres = self.number(line, "metres", &line.metres, MOST_METRES);
        let (Some(from), Some(to)) = (from, to) else { return };
        let slug = |i: usize| self.points[i].slug.clone();
        let at = |what| Finding {
            row: Some(line.row),
            column: None,
            what,
        };
        if from == to {
            let what = What::ToItself { place: slug(from) };
            self.faults.push(at(what));
            return;
        }
        if let Some((first, _)) = self.ways.get(&(from, to)) {
            let what = What::Twice {
                from: slug(from),
                to: slug(to),
                first: *first,
            };
            self.faults.push(at(what));
            return;
        }
        let road = seconds.zip(metres).map(|(seconds, metres)| Road {
            // Within the bounds of `number`.
            seconds: seconds.ceil() as u32,
            metres: metres.round() as u32,
        });
        if let Some(road) = road {
            self.sense(line, from, to, road);
        }
        self.ways.insert((from, to), (line.row, road));
    }

    fn place(&mut self, line: &Line, column: &'static str, name: &str) -> Option<usize> {
        let known = self.numbers.get(name).copied();
        if known.is_none() {
            let near = self
                .points
                .iter()
                .map(|p| (strsim::jaro_winkler(p.slug.as_str(), name), p));
            let near = near
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .filter(|(alike, _)| *alike > 0.9);
            let what = What::UnknownPlace {
                found: cut(name),
                near: near.map(|(_, point)| point.slug.clone()),
            };
            self.faults.push(Finding {
                row: Some(line.row),
                column: Some(column),
                what,
            });
        }
        known
    }

    fn number(&mut self, line: &Line, column: &'static str, text: &str, most: f64) -> Option<f64> {
        let fault = match text.parse::<f64>() {
            Ok(number) if !number.is_finite() => What::NoNumber { found: cut(text) },
            Ok(number) if number < 0.0 => What::Negative { found: cut(text) },
            Ok(number) if number > most => What::TooLarge {
                found: cut(text),
                most: most as u32,
            },
            Ok(number) => return Some(number),
            Err(_) => What::NoNumber { found: cut(text) },
        };
        self.faults.push(Finding {
            row: Some(line.row),
            column: Some(column),
            what: fault,
        });
        None
    }

    fn sense(&mut self, line: &Line, from: usize, to: usize, road: Road) {
        let (a, b) = (&self.points[from], &self.points[to]);
        let kmh = f64::from(road.metres) / f64::from(road.seconds.max(1)) * 3.6;
        if kmh > MOST_KMH {
            let what = What::TooFast {
                from: a.slug.clone(),
                to: b.slug.clone(),
                seconds: road.seconds,
                metres: road.metres,
                kmh: kmh.round() as u32,
            };
            self.faults.push(Finding {
                row: Some(line.row),
                column: None,
                what,
            });
        }
        let straight = straight_line(a.coordinate, b.coordinate);
        if f64::from(road.metres) < straight * (1.0 - SHORTER_BY) - 1.0 {
            let what = What::ShorterThanStraight {
                from: a.slug.clone(),
                to: b.slug.clone(),
                metres: road.metres,
                straight: straight.round() as u32,
            };
            self.warnings.push(Finding {
                row: Some(line.row),
                column: Some("metres"),
                what,
            });
        }
    }

    fn holes(&mut self) {
        let n = self.points.len();
        let pairs = (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
        let mut missing = 0;
        for (from, to) in pairs.filter(|(from, to)| from != to) {
            if self.ways.contains_key(&(from, to)) {
                continue;
            }
            missing += 1;
            if missing <= MOST_HOLES {
                let what = What::Hole {
                    from: self.points[from].slug.clone(),
                    to: self.points[to].slug.clone(),
                };
                self.faults.push(Finding {
                    row: None,
                    column: None,
                    what,
                });
            }
        }
        if missing > MOST_HOLES {
            let what = What::MoreHoles {
                count: missing - MOST_HOLES,
            };
            self.faults.push(Finding {
                row: None,
                column: None,
                what,
            });
        }
    }
}

/// Of a cell that is wrong so many characters are shown.
fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
