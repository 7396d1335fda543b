//! Whether a season still holds after one thing of it was edited: the season files' own checks, asked before and after.
//!
//! The edit is written first, in the transaction of the caller; then the season is written as files and read back. So an
//! edited thing is told the same faults as a row of a spreadsheet, and no rule stands twice. Faults that were there before
//! hinder no edit of something else.

use season_files as files;
use storage::Db;
use vocabulary::{Day, SeasonId, Slug};

use super::{AppError, error::Fault, season_model};

/// Which table the edited thing stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// estates.csv
    Estates,
    /// stops.csv
    Stops,
    /// requests.csv; a request is named by its stop.
    Requests,
    /// events.csv
    Events,
}

/// The line of the first row below the head.
const FIRST_ROW: u64 = 2;

/// The seasons that an edit of the town may hurt: those that are not over, else the last one. A reason if there is none.
pub fn concerned(db: &mut Db, today: Day) -> Result<Vec<SeasonId>, AppError> {
    let seasons = storage::whole(|page| storage::seasons::list(db, page))?;
    let ahead: Vec<_> = seasons
        .into_iter()
        .filter(|s| s.last_day >= today)
        .map(|s| s.id)
        .collect();
    if !ahead.is_empty() {
        return Ok(ahead);
    }
    match storage::seasons::around(db, today)? {
        Some(season) => Ok(vec![season.id]),
        None => Err(AppError::refused(
            "no-season",
            "there is no season yet: bring one in first, its files bring the town with them",
        )),
    }
}

/// Makes an edit, and takes it back if a season would have faults that it did not have before. The edit names the thing as it
/// is afterwards; none: it is gone.
pub fn guarded<T>(
    db: &mut Db,
    seasons: &[SeasonId],
    table: Table,
    edit: impl FnOnce(&mut Db) -> Result<(T, Option<Slug>), AppError>,
) -> Result<T, AppError> {
    let before = seasons
        .iter()
        .map(|id| Ok(faults(season_model::load(db, id)?.season)))
        .collect::<Result<Vec<_>, AppError>>()?;
    let (done, slug) = edit(db)?;
    let mut found = Vec::new();
    for (id, mut known) in seasons.iter().zip(before) {
        let mut season = season_model::load(db, id)?.season;
        let present = slug.as_ref().is_some_and(|slug| put_first(&mut season, table, slug));
        for fault in faults(season) {
            let own = present && fault.file == table.file() && fault.row == Some(FIRST_ROW);
            let same = |other: &files::Fault| {
                (&other.file, &other.column, &other.kind) == (&fault.file, &fault.column, &fault.kind)
            };
            match known.iter().position(same) {
                Some(at) if !own => drop(known.swap_remove(at)),
                _ => found.push(told(table, &fault, own)),
            }
        }
    }
    found.dedup();
    if found.is_empty() {
        Ok(done)
    } else {
        Err(AppError::Invalid(found))
    }
}

fn faults(season: files::Season) -> Vec<files::Fault> {
    files::read(&files::write(&season)).err().unwrap_or_default()
}

/// Puts the thing where its row number is known, however many lines the cells of others have.
fn put_first(season: &mut files::Season, table: Table, slug: &Slug) -> bool {
    fn first<T>(all: &mut [T], this: impl Fn(&T) -> bool) -> bool {
        let at = all.iter().position(this);
        if let Some(at) = at {
            all.swap(0, at);
        }
        at.is_some()
    }
    match table {
        Table::Estates => first(&mut season.estates, |e| e.slug == *slug),
        Table::Stops => first(&mut season.stops, |s| s.slug == *slug),
        Table::Requests => first(&mut season.requests, |r| r.stop == *slug),
        Table::Events => first(&mut season.events, |e| e.slug == *slug),
    }
}

impl Table {
    fn file(self) -> &'static str {
        match self {
            Self::Estates => "estates.csv",
            Self::Stops => "stops.csv",
            Self::Requests => "requests.csv",
            Self::Events => "events.csv",
        }
    }

    /// The JSON pointer of a column.
    fn pointer(self, column: &str) -> String {
        const OF_STOP: &[&str] = &[
            "slug",
            "name",
            "estate",
            "kind",
            "address",
            "directions",
            "certainty",
            "uncertainty_m",
            "source",
        ];
        match (self, column) {
            (Self::Estates | Self::Stops, "lat" | "lon") => "/point".to_owned(),
            (Self::Stops, _) if !OF_STOP.contains(&column) => format!("/details/{column}"),
            (Self::Requests, _) if column != "stop" => format!("/rules/{column}"),
            _ => format!("/{column}"),
        }
    }
}

fn told(table: Table, fault: &files::Fault, own: bool) -> Fault {
    let sentence = format!(
        "found {}; expected {}. {}.",
        fault.found(),
        fault.expected(),
        fault.advice()
    );
    match (&fault.column, own) {
        (Some(column), true) => Fault::new(table.pointer(column), sentence),
        (None, true) => Fault::new("", sentence),
        (Some(column), false) => Fault::new("", format!("{}, {column}: {sentence}", fault.file)),
        (None, false) => Fault::new("", format!("{}: {sentence}", fault.file)),
    }
}
