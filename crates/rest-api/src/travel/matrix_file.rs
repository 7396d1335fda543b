//! A travel matrix that somebody made: a table with a row for each pair, or the same as JSON.
//!
//! ```csv
//! from,to,seconds,metres
//! swietlicobus-depot,centrum-sp10,340,2410
//! centrum-sp10,swietlicobus-depot,365,2590
//! ```
//!
//! ```json
//! {"ways": [{"from": "swietlicobus-depot", "to": "centrum-sp10", "seconds": 340, "metres": 2410}]}
//! ```
//!
//! Every pair of different places must be there, both ways. All faults are told at once, each with its row and column.

use std::{collections::HashMap, fmt};

use route_planning::{Road, Travel, TravelEstimate, TravelPoint, measured, straight_line};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vocabulary::{Coordinate, Slug};

/// Faster than this is no road.
const MOST_KMH: f64 = 200.0;
/// A way may be so much shorter than the straight line before a warning: points are rounded.
const SHORTER_BY: f64 = 0.02;
const MOST_SECONDS: f64 = 86_400.0;
const MOST_METRES: f64 = 5_000_000.0;
/// More rows than a matrix of a thousand places is no matrix of a town.
const MOST_ROWS: usize = 1_000_000;
/// So many holes are told by name.
const MOST_HOLES: usize = 1_000;
const COLUMNS: [&str; 4] = ["from", "to", "seconds", "metres"];

/// A checked matrix with the points that it was made for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// [`Matrix::FORM`].
    pub form: u32,
    /// The places in the order of rows and columns, and where they were.
    pub places: Vec<(Slug, Coordinate)>,
    /// Row by row; 0 on the diagonal.
    pub seconds: Vec<u32>,
    /// Row by row; 0 on the diagonal.
    pub metres: Vec<u32>,
}

/// A fault or a warning with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The row of the table, the header being 1, or the number of the way in the JSON form, from 1; none: the file as a whole.
    pub row: Option<usize>,
    /// The column.
    pub column: Option<&'static str>,
    /// What was found, what was expected, what to do.
    #[serde(flatten)]
    pub what: What,
}

/// What can be wrong with a matrix. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
#[allow(missing_docs)] // The messages say it.
pub enum What {
    #[error("the file is no text in UTF-8: save it as \"CSV UTF-8\"")]
    NotUtf8,
    #[error("this is no table: {said}")]
    NotTable { said: String },
    #[error(
        "this is no matrix in JSON: {said}; expected {{\"ways\": [{{\"from\", \"to\", \"seconds\", \"metres\"}}, …]}}"
    )]
    NotJson { said: String },
    #[error("the header lacks {column}; it must name from, to, seconds and metres")]
    NoColumn { column: String },
    #[error("the header names {column}, which means nothing here: leave it out")]
    UnknownColumn { column: String },
    #[error("the header names {column} twice")]
    ColumnTwice { column: String },
    #[error("there are more than {most} rows")]
    TooLong { most: usize },
    #[error(
        "{found:?} is no place of this season{}: expected the short name of a stop, or of a bus with -depot",
        meant(near)
    )]
    UnknownPlace { found: String, near: Option<Slug> },
    #[error("{place} to itself: leave the row out")]
    ToItself { place: Slug },
    #[error("{from} to {to} stands in row {first} already: keep one of the two")]
    Twice { from: Slug, to: Slug, first: usize },
    #[error("{found:?} is no number: expected a whole or decimal number of 0 or more, e.g. 340")]
    NoNumber { found: String },
    #[error("{found} is negative: expected 0 or more")]
    Negative { found: String },
    #[error("{found} is too large: at most {most}")]
    TooLarge { found: String, most: u32 },
    #[error(
        "{from} to {to}: {metres} m in {seconds} s is {kmh} km/h; no bus is faster than 200: are seconds or metres in another unit?"
    )]
    TooFast {
        from: Slug,
        to: Slug,
        seconds: u32,
        metres: u32,
        kmh: u32,
    },
    #[error("{from} to {to} is missing: every pair must be there, both ways")]
    Hole { from: Slug, to: Slug },
    #[error("{count} more pairs are missing")]
    MoreHoles { count: usize },
    #[error("{from} to {to} has {metres} m, shorter than the straight line of {straight} m: is it the right place?")]
    ShorterThanStraight {
        from: Slug,
        to: Slug,
        metres: u32,
        straight: u32,
    },
}

fn meant(near: &Option<Slug>) -> String {
    near.as_ref()
        .map_or_else(String::new, |near| format!(" (meant: {near}?)"))
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.row {
            write!(f, "row {row}")?;
            match self.column {
                Some(column) => write!(f, ", {column}: ")?,
                None => f.write_str(": ")?,
            }
        }
        self.what.fmt(f)
    }
}

/// A row as it was written.
struct Line {
    row: usize,
    from: String,
    to: String,
    seconds: String,
    metres: String,
}

/// The matrix in these bytes for exactly these points, with warnings; or every fault. JSON begins with `{`, a table with anything
/// else.
pub fn read(bytes: &[u8], points: &[TravelPoint]) -> Result<(Matrix, Vec<Finding>), Vec<Finding>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let whole = |what| {
        vec![Finding {
            row: None,
            column: None,
            what,
        }]
    };
    let text = std::str::from_utf8(bytes).map_err(|_| whole(What::NotUtf8))?;
    let lines = if text.trim_start().starts_with('{') {
        lines_of_json(text).map_err(|said| whole(What::NotJson { said }))?
    } else {
        lines_of_table(text)?
    };
    if lines.len() > MOST_ROWS {
        return Err(whole(What::TooLong { most: MOST_ROWS }));
    }
    Judge::new(points).judge(&lines)
}

fn lines_of_json(text: &str) -> Result<Vec<Line>, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Ways {
        ways: Vec<Way>,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Way {
        from: String,
        to: String,
        seconds: Value,
        metres: Value,
    }
    let Ways { ways } = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let number = |value: Value| match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text,
        other => other.to_string(),
    };
    let line = |(i, way): (usize, Way)| Line {
        row: i + 1,
        from: way.from,
        to: way.to,
        seconds: number(way.seconds),
        metres: number(way.metres),
    };
    Ok(ways.into_iter().enumerate().map(line).collect())
}

fn lines_of_table(text: &str) -> Result<Vec<Line>, Vec<Finding>> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') && !header.contains(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let no_table = |said: csv::Error| {
        let row = said.position().and_then(|p| usize::try_from(p.line()).ok());
        vec![Finding {
            row,
            column: None,
            what: What::NotTable { said: said.to_string() },
        }]
    };
    let header = reader.headers().map_err(no_table)?.clone();
    let places = columns(&header)?;
    let mut lines = Vec::new();
    for record in reader.records().take(MOST_ROWS + 1) {
        let record = record.map_err(no_table)?;
        let cell = |column: usize| record.get(places[column]).unwrap_or_default().to_owned();
        let row = record.position().and_then(|p| usize::try_from(p.line()).ok());
        lines.push(Line {
            row: row.unwrap_or(lines.len() + 2),
            from: cell(0),
            to: cell(1),
            seconds: cell(2),
            metres: cell(3),
        });
    }
    Ok(lines)
}

/// Where each of [`COLUMNS`] stands.
fn columns(header: &csv::StringRecord) -> Result<[usize; 4], Vec<Finding>> {
    let mut found: [Option<usize>; 4] = [None; 4];
    let mut faults = Vec::new();
    let fault = |what| Finding {
        row: Some(1),
        column: None,
        what,
    };
    for (place, name) in header.iter().enumerate() {
        match COLUMNS.iter().position(|column| *column == name) {
            None => faults.push(fault(What::UnknownColumn {
                column: name.to_owned(),
            })),
            Some(known) if found[known].is_some() => faults.push(fault(What::ColumnTwice {
                column: name.to_owned(),
            })),
            Some(known) => found[known] = Some(place),
        }
    }
    for (column, name) in found.iter().zip(COLUMNS) {
        if column.is_none() {
            faults.push(fault(What::NoColumn {
                column: name.to_owned(),
            }));
        }
    }
    match found {
        [Some(from), Some(to), Some(seconds), Some(metres)] if faults.is_empty() => Ok([from, to, seconds, metres]),
        _ => Err(faults),
    }
}

struct Judge<'a> {
    points: &'a [TravelPoint],
    numbers: HashMap<&'a str, usize>,
    /// The row in which a pair stands, and its way.
    ways: HashMap<(usize, usize), (usize, Option<Road>)>,
    faults: Vec<Finding>,
    warnings: Vec<Finding>,
}

impl<'a> Judge<'a> {
    fn new(points: &'a [TravelPoint]) -> Self {
        let numbers = points.iter().enumerate().map(|(i, p)| (p.slug.as_str(), i));
        Self {
            points,
            numbers: numbers.collect(),
            ways: HashMap::new(),
            faults: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn judge(mut self, lines: &[Line]) -> Result<(Matrix, Vec<Finding>), Vec<Finding>> {
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

/// What has changed since a matrix was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Outdated {
    /// Places that it does not have.
    pub new: Vec<Slug>,
    /// Places that are somewhere else now.
    pub moved: Vec<Slug>,
}

impl Matrix {
    /// The number of the stored form.
    pub const FORM: u32 = 1;

    /// The table that [`read`] takes.
    pub fn table(&self) -> String {
        let n = self.places.len();
        let mut text = format!("{}\n", COLUMNS.join(","));
        for (i, (from, _)) in self.places.iter().enumerate() {
            for (j, (to, _)) in self.places.iter().enumerate() {
                let cells = (self.seconds.get(i * n + j), self.metres.get(i * n + j));
                if let ((Some(seconds), Some(metres)), true) = (cells, i != j) {
                    // Slugs need no quotes.
                    text.push_str(&format!("{from},{to},{seconds},{metres}\n"));
                }
            }
        }
        text
    }

    /// The travel between these points; or which of them the matrix was not made for. Places that it has beyond are left out.
    pub fn travel(&self, points: &[TravelPoint], how: &TravelEstimate) -> Result<Travel, Outdated> {
        let own: HashMap<&Slug, (usize, Coordinate)> = self
            .places
            .iter()
            .enumerate()
            .map(|(i, (slug, at))| (slug, (i, *at)))
            .collect();
        let mut outdated = Outdated::default();
        let mut numbers = Vec::with_capacity(points.len());
        for point in points {
            match own.get(&point.slug) {
                None => outdated.new.push(point.slug.clone()),
                Some((_, at)) if *at != point.coordinate => outdated.moved.push(point.slug.clone()),
                Some((number, _)) => numbers.push(*number),
            }
        }
        if outdated != Outdated::default() {
            return Err(outdated);
        }
        let n = self.places.len();
        Ok(measured(points, how, |i, j| {
            let at = numbers[i] * n + numbers[j];
            Some(Road {
                seconds: *self.seconds.get(at)?,
                metres: *self.metres.get(at)?,
            })
        }))
    }
}

impl fmt::Display for Outdated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |slugs: &[Slug]| slugs.iter().map(Slug::as_str).collect::<Vec<_>>().join(", ");
        let new = (!self.new.is_empty()).then(|| format!("it lacks {}", list(&self.new)));
        let moved = (!self.moved.is_empty()).then(|| format!("it was made for other points of {}", list(&self.moved)));
        let said: Vec<_> = new.into_iter().chain(moved).collect();
        write!(f, "the season's travel matrix is out of date: {}", said.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::travel::tests::point;

    fn points() -> Vec<TravelPoint> {
        vec![
            point("bus-depot", 53.08, 21.57),
            point("lazek", 53.09, 21.57),
            point("stacja", 53.08, 21.60),
        ]
    }

    /// Every pair, 5 km in 10 minutes, with some rows in place of others.
    fn table(header: &str, changed: &[(usize, &str)]) -> String {
        let mut rows = vec![header.to_owned()];
        for from in ["bus-depot", "lazek", "stacja"] {
            for to in ["bus-depot", "lazek", "stacja"].iter().filter(|to| **to != from) {
                rows.push(format!("{from},{to},600,5000"));
            }
        }
        for (row, text) in changed {
            rows[row - 1] = (*text).to_owned();
        }
        rows.join("\n")
    }

    const HEADER: &str = "from,to,seconds,metres";

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = match read(text.as_bytes(), &points()) {
            Ok((_, warnings)) => warnings,
            Err(faults) => faults,
        };
        let found: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_whole_matrix_becomes_travel() {
        for text in [
            table(
                HEADER,
                &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek , bus-depot,61,1500.4")],
            ),
            format!(
                "\u{feff}{}",
                table(
                    HEADER,
                    &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek,bus-depot,61,1500")]
                )
            ),
            table(
                HEADER,
                &[(2, "bus-depot,lazek,60.2,1400"), (4, "lazek,bus-depot,61,1500")],
            )
            .replace(',', ";"),
            table("metres,from,to,seconds", &[])
                .replace("bus-depot,lazek,600,5000", "X")
                .replace("lazek,bus-depot,600,5000", "Y")
                .lines()
                .map(|line| match line {
                    "X" => "1400,bus-depot,lazek,60.2".to_owned(),
                    "Y" => "1500,lazek,bus-depot,61".to_owned(),
                    "metres,from,to,seconds" => line.to_owned(),
                    other => {
                        let cells: Vec<_> = other.split(',').collect();
                        format!("{},{},{},{}", cells[3], cells[0], cells[1], cells[2])
                    }
                })
                .collect::<Vec<_>>()
                .join("\r\n"),
        ] {
            let (matrix, warnings) = read(text.as_bytes(), &points()).unwrap();
            assert_eq!(warnings, []);
            let travel = matrix.travel(&points(), &TravelEstimate::default()).unwrap();
            assert_eq!(travel.minutes, [0, 5, 13, 5, 0, 13, 13, 13, 0]);
            assert_eq!(travel.metres, [0, 1400, 5000, 1500, 0, 5000, 5000, 5000, 0]);
            assert_eq!(read(matrix.table().as_bytes(), &points()).unwrap().0, matrix);
            assert!(!travel.estimated);
        }
        let way = |from: &str, to: &str| serde_json::json!({"from": from, "to": to, "seconds": 600, "metres": 5000.0});
        let names = ["bus-depot", "lazek", "stacja"];
        let ways: Vec<_> = names
            .iter()
            .flat_map(|from| names.iter().filter(move |to| *to != from).map(move |to| way(from, to)))
            .collect();
        let json = serde_json::json!({"ways": ways}).to_string();
        let (matrix, _) = read(json.as_bytes(), &points()).unwrap();
        assert_eq!(matrix.seconds, [0, 600, 600, 600, 0, 600, 600, 600, 0]);
    }

    #[test]
    fn every_fault_has_its_row_and_column() {
        check(
            &table(
                HEADER,
                &[
                    (2, "bus-depo,lazek,600,5000"),
                    (3, "bus-depot,nowhere-at-all,-1,5000"),
                    (4, "lazek,bus-depot,NaN,x"),
                    (5, "lazek,lazek,inf,99999999"),
                    (6, "stacja,bus-depot,60,5000"),
                    (7, "stacja,bus-depot,600,5000"),
                ],
            ),
            &[
                "row 2, from: \"bus-depo\" is no place of this season (meant: bus-depot?): expected the short name of a stop, or of a bus with -depot",
                "row 3, to: \"nowhere-at-all\" is no place of this season: expected the short name of a stop, or of a bus with -depot",
                "row 3, seconds: -1 is negative: expected 0 or more",
                "row 4, seconds: \"NaN\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
                "row 4, metres: \"x\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
                "row 5, seconds: \"inf\" is no number: expected a whole or decimal number of 0 or more, e.g. 340",
                "row 5, metres: 99999999 is too large: at most 5000000",
                "row 5: lazek to itself: leave the row out",
                "row 6: stacja to bus-depot: 5000 m in 60 s is 300 km/h; no bus is faster than 200: are seconds or metres in another unit?",
                "row 7: stacja to bus-depot stands in row 6 already: keep one of the two",
                "bus-depot to lazek is missing: every pair must be there, both ways",
                "bus-depot to stacja is missing: every pair must be there, both ways",
                "lazek to stacja is missing: every pair must be there, both ways",
                "stacja to lazek is missing: every pair must be there, both ways",
            ],
        );
    }

    #[test]
    fn headers_and_forms() {
        check(
            &table("from,to,seconds,from,minutes", &[]),
            &[
                "row 1: the header names from twice",
                "row 1: the header names minutes, which means nothing here: leave it out",
                "row 1: the header lacks metres; it must name from, to, seconds and metres",
            ],
        );
        let lacks =
            |column: &str| format!("row 1: the header lacks {column}; it must name from, to, seconds and metres");
        let all: Vec<String> = COLUMNS.iter().map(|c| lacks(c)).collect();
        check("", &all.iter().map(String::as_str).collect::<Vec<_>>());
        let found = read(table(HEADER, &[(3, "bus-depot,stacja")]).as_bytes(), &points()).unwrap_err();
        assert!(
            found[0].to_string().starts_with("row 3: this is no table: "),
            "{}",
            found[0]
        );
        let found = read(b"{\"ways\": 1}", &points()).unwrap_err();
        assert!(
            found[0].to_string().starts_with("this is no matrix in JSON: "),
            "{}",
            found[0]
        );
        assert_eq!(read(&[0xff, 0xfe], &points()).unwrap_err()[0].what, What::NotUtf8);
    }

    #[test]
    fn a_way_shorter_than_the_straight_line_is_a_warning() {
        // From the depot to lazek the straight line has 1112 m.
        check(&table(HEADER, &[(2, "bus-depot,lazek,600,1090")]), &[]);
        check(
            &table(HEADER, &[(2, "bus-depot,lazek,600,1000")]),
            &[
                "row 2, metres: bus-depot to lazek has 1000 m, shorter than the straight line of 1112 m: is it the right place?",
            ],
        );
    }

    #[test]
    fn a_season_that_has_changed_since_is_told() {
        let (matrix, _) = read(table(HEADER, &[]).as_bytes(), &points()).unwrap();
        let how = TravelEstimate::default();
        assert!(
            matrix.travel(&points()[..2], &how).is_ok(),
            "a stop that is no more needs no new matrix"
        );
        let mut other = points();
        other[1] = point("lazek", 53.0901, 21.57);
        other.push(point("nowy", 53.0, 21.5));
        let outdated = matrix.travel(&other, &how).unwrap_err();
        assert_eq!(
            outdated.to_string(),
            "the season's travel matrix is out of date: it lacks nowy; it was made for other points of lazek"
        );
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes, &points());
        }

        /// Closer to a table: cells of all kinds behind a right header.
        #[test]
        fn arbitrary_tables_are_read_or_told(rows in prop::collection::vec(
            ("(bus-depot|lazek|stacja|x)?", "(bus-depot|lazek|stacja|\")?", "-?[0-9]{0,12}(\\.[0-9]{0,3})?(e[0-9]{1,3})?", "[0-9]{0,9}"), 0..12
        )) {
            let lines = rows.iter().map(|(a, b, c, d)| format!("{a},{b},{c},{d}"));
            let text = std::iter::once(HEADER.to_owned()).chain(lines).collect::<Vec<_>>().join("\n");
            match read(text.as_bytes(), &points()) {
                Ok((matrix, _)) => prop_assert_eq!(matrix.seconds.len(), 9),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }

        #[test]
        fn arbitrary_json_never_panics(text in "\\{\"ways\": ?\\[(\\{\"from\":\"(lazek|a)\",\"to\":\"stacja\",\"seconds\":(1e400|-1|null|\"5\"|7),\"metres\":[0-9]{1,25}\\},?){0,3}\\]\\}") {
            let _ = read(text.as_bytes(), &points());
        }
    }
}
