//! What the public once saw and the calendar shows no more. For anybody: nothing is told but what was published.

use storage::StoreError;
use vocabulary::{Day, Slug, VisitId};

use super::{App, AppError};

/// Something that was, and is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Former {
    /// A visit of a season that is not shown now.
    Visit {
        /// The season's name.
        season: String,
        /// The stop's name.
        stop: String,
        /// The stop's present slug, whether it is shown or not.
        slug: Slug,
        /// The day of the visit.
        day: Day,
    },
    /// A stop where the bus once came, by its name.
    Stop(String),
}

/// The visit of this id in whichever season; none if there never was one.
pub fn visit(app: &App, id: &VisitId) -> Result<Option<Former>, AppError> {
    app.read(|db| {
        let Some(visit) = known(storage::visits::get(db, id))? else {
            return Ok(None);
        };
        let stop = storage::stops::get(db, &visit.stop_id)?;
        let season = storage::seasons::get(db, &visit.season_id)?;
        Ok(Some(Former::Visit {
            season: season.name,
            stop: stop.name,
            slug: stop.slug,
            day: visit.day,
        }))
    })
}

/// The stop that has or had this slug; none if no visit was ever published there.
pub fn stop(app: &App, slug: &Slug) -> Result<Option<Former>, AppError> {
    app.read(|db| {
        let Some(stop) = known(storage::stops::by_slug(db, slug))? else {
            return Ok(None);
        };
        let was = storage::visits::ever_at(db, &stop.id)?;
        Ok(was.then_some(Former::Stop(stop.name)))
    })
}

fn known<T>(found: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match found {
        Ok(thing) => Ok(Some(thing)),
        Err(StoreError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}
