//! The day of a crew: stops in order, times, place, people.

use season_files as files;
use storage::StaffedVisit;
use vocabulary::Day;

use super::{App, AppError, Caller, season_model};

/// One day of the service, for its crew.
#[derive(Debug, Clone)]
pub struct DaySheet {
    /// The day.
    pub day: Day,
    /// Its visits by bus and arrival, cancelled ones included.
    pub visits: Vec<SheetVisit>,
    /// The theme of the week, title and text.
    pub theme: Option<files::Theme>,
    /// Why nobody works that day, when nobody does.
    pub closed: Option<String>,
}

/// One visit of the day.
#[derive(Debug, Clone)]
pub struct SheetVisit {
    /// The visit with its shifts and people.
    pub staffed: StaffedVisit,
    /// The stop with all that is known of the place.
    pub stop: Option<files::Stop>,
    /// The name of its estate.
    pub estate: Option<String>,
    /// Where the stop is.
    pub position: Option<files::Position>,
    /// The name of the bus.
    pub bus: String,
}

/// The sheet of a day. For staff, and for volunteers who hold a place that day.
pub fn of_day(app: &App, caller: &Caller, day: Day) -> Result<DaySheet, AppError> {
    app.read(|db| {
        let visits = storage::visits::of_day(db, day)?;
        let staffed = storage::shifts::with_crew(db, visits)?;
        let of_crew = staffed.iter().flat_map(|v| &v.shifts).flat_map(|s| &s.crew);
        if !of_crew
            .into_iter()
            .any(|member| member.signup.person_id == caller.person)
        {
            caller.staff()?;
        }
        let Some(season) = storage::seasons::around(db, day)? else {
            return Ok(DaySheet {
                day,
                visits: Vec::new(),
                theme: None,
                closed: None,
            });
        };
        let loaded = season_model::load(db, &season.id)?;
        let settings = &loaded.season.settings;
        let closed = match settings.day_off(day) {
            Some(files::DayOff::Closed(row)) => Some(row.reason.clone()),
            Some(files::DayOff::PublicHoliday(holiday)) => Some(holiday.name.to_owned()),
            Some(files::DayOff::Weekday) | None => None,
        };
        let sheet = |staffed: StaffedVisit| {
            let stop = loaded
                .stop_slug(&staffed.visit.stop_id)
                .and_then(|slug| loaded.season.stop(slug));
            let estate = stop
                .and_then(|s| s.estate.as_ref())
                .and_then(|slug| loaded.season.estate(slug));
            let bus = settings.buses.iter().find(|b| b.slug == staffed.visit.bus);
            SheetVisit {
                estate: estate.map(|e| e.name.clone()),
                position: stop.and_then(|s| loaded.season.position(s)),
                bus: bus.map_or_else(|| staffed.visit.bus.to_string(), |b| b.name.clone()),
                stop: stop.cloned(),
                staffed,
            }
        };
        Ok(DaySheet {
            day,
            visits: staffed.into_iter().map(sheet).collect(),
            theme: settings.theme_on(day).cloned(),
            closed,
        })
    })
}
