//! Seasons: listed, read, brought in from files.

use season_files as files;
use storage::{Db, Page, Paged, Season};
use vocabulary::{Day, ReleaseId, SeasonId, Slug};

use super::{
    App, AppError, Caller,
    error::Fault,
    idempotency::Asked,
    import::{self, Imported},
};

/// One portion of all seasons. Any signed-in person may know them.
pub fn list(app: &App, _caller: &Caller, page: &Page) -> Result<Paged<Season>, AppError> {
    app.read(|db| Ok(storage::seasons::list(db, page)?))
}

/// One season.
pub fn get(app: &App, caller: &Caller, id: &SeasonId) -> Result<Season, AppError> {
    caller.staff()?;
    app.read(|db| Ok(storage::seasons::get(db, id)?))
}

/// A season by its short name, present or former.
pub fn by_slug(app: &App, slug: &Slug) -> Result<Season, AppError> {
    app.read(|db| Ok(storage::seasons::by_slug(db, slug)?))
}

/// The town of the season that runs, or is next; nothing while there is none.
pub fn town(db: &mut Db, today: Day) -> Result<String, AppError> {
    match storage::seasons::around(db, today)? {
        Some(season) => Ok(season.settings.read::<files::Settings>()?.town),
        None => Ok(String::new()),
    }
}

/// A season folder into the database, all of it or nothing; every fault of the files is told at once. Under the key that
/// a client gave.
pub fn import_once(app: &App, asked: Asked<'_>, given: &files::Files) -> Result<Imported, AppError> {
    asked.caller.coordinator()?;
    let season = read(given)?;
    let (now, actor) = (app.now(), Some(&asked.caller.person));
    app.write_public(|db| asked.once(db, now, |db| import::season(db, &season, actor, now)))
}

/// The season that the files say, or every fault.
pub fn read(given: &files::Files) -> Result<files::Season, AppError> {
    files::read(given).map_err(|faults| AppError::Invalid(faults.iter().map(as_fault).collect()))
}

fn as_fault(fault: &files::Fault) -> Fault {
    let row = fault.row.map(|row| format!("/{row}")).unwrap_or_default();
    let column = fault
        .column
        .as_ref()
        .map(|column| format!("/{column}"))
        .unwrap_or_default();
    Fault::new(format!("/{}{row}{column}", fault.file), fault.to_string())
}

/// Writes a checked season; without a caller for the demo and the command line.
pub fn write(app: &App, caller: Option<&Caller>, season: &files::Season) -> Result<Imported, AppError> {
    let now = app.now();
    let written = |db: &mut Db| import::season(db, season, caller.map(|c| &c.person), now);
    // Names and places of a published season are seen by the public at once.
    app.write_public(written)
}

/// The releases of a season, the newest first.
pub fn releases(app: &App, caller: &Caller, id: &SeasonId) -> Result<Vec<storage::Release>, AppError> {
    caller.staff()?;
    app.read(|db| Ok(storage::releases::of_season(db, id)?))
}

/// A release and what it froze.
pub fn release(app: &App, caller: &Caller, id: &ReleaseId) -> Result<(storage::Release, storage::Json), AppError> {
    caller.staff()?;
    app.read(|db| Ok((storage::releases::get(db, id)?, storage::releases::publication(db, id)?)))
}
