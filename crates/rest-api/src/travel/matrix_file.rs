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

mod finding;
mod judge;
mod lines;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, fmt};

use route_planning::{Road, Travel, TravelEstimate, TravelPoint, measured};
use serde::{Deserialize, Serialize};
use vocabulary::{Coordinate, Slug};

pub use finding::{Finding, What};
use judge::Judge;

/// More rows than a matrix of a thousand places is no matrix of a town.
const MOST_ROWS: usize = 1_000_000;
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
        lines::of_json(text).map_err(|said| whole(What::NotJson { said }))?
    } else {
        lines::of_table(text)?
    };
    if lines.len() > MOST_ROWS {
        return Err(whole(What::TooLong { most: MOST_ROWS }));
    }
    Judge::new(points).judge(&lines)
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
