//! The evening before: one announcement of all of tomorrow's visits.

use storage::Db;
use vocabulary::{Day, SeasonId, Timestamp, VisitState};

use super::announce::{self, Content};
use crate::app::{App, AppError, calendar};

/// Writes down that tomorrow's visits are to be told, once it is evening by the clocks of the season; whether it did. Run again, it does nothing.
pub fn write(app: &App, now: Timestamp) -> Result<bool, AppError> {
    // Looked at before anything is held: the whole evening long there is nothing left to write.
    let due = app.read(|db| due(app, db, now))?;
    let Some((season, day, matter)) = due else {
        return Ok(false);
    };
    app.write(|db| {
        let content = Content::Tomorrow { day };
        announce::put(db, now, now, &season, Some(matter.clone()), &content)
    })
}

fn due(app: &App, db: &mut Db, now: Timestamp) -> Result<Option<(SeasonId, Day, String)>, AppError> {
    let Some(season) = calendar::season_to_show(db, app.zone.day(now))? else {
        return Ok(None);
    };
    let (today, minute) = storage::seasons::get(db, &season)?.zone.civil(now);
    if minute < app.config.follow.evening {
        return Ok(None);
    }
    let day = today.plus_days(1);
    let visits = storage::visits::of_day(db, day)?;
    let planned = |visit: &storage::Visit| visit.season_id == season && visit.state == VisitState::Planned;
    let matter = format!("tomorrow:{season}:{day}");
    let due = visits.iter().any(planned) && !storage::announcements::known(db, &matter)?;
    Ok(due.then_some((season, day, matter)))
}
