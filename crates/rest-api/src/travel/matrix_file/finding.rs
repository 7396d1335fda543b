//! What can be wrong with a matrix, each with its place.

use std::fmt;

use serde::Serialize;
use vocabulary::Slug;

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
