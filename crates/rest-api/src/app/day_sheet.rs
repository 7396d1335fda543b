//! The day of a crew: stops in order, times, place, people.

use route_planning::{PlannedVisit, Tour};
use season_files as files;
use serde::Deserialize;
use storage::{Db, StaffedVisit, Visit};
use vocabulary::{CivilWindow, Day, SignupId, SignupState, Slug, Tongue, VisitId, VisitState};

use super::{
    App, AppError, Caller, crew,
    season_model::{self, Loaded},
};

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
    /// Languages that its crew should speak and does not.
    pub missing_tongues: Vec<Tongue>,
    /// Breaks that the crew has there, as planned.
    pub breaks: Vec<CivilWindow>,
}

/// On which day and visit a sign-up is, and where it stands. For staff.
pub fn place_of(app: &App, caller: &Caller, id: &SignupId) -> Result<(Day, VisitId, SignupState), AppError> {
    caller.staff()?;
    app.read(|db| {
        let signup = storage::signups::get(db, id)?;
        let shift = storage::shifts::get(db, &signup.shift_id)?;
        Ok((shift.crew_day, shift.visit_id, signup.state))
    })
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
        let planned = planned(db, &loaded, day)?;
        let mut sheet = |staffed: StaffedVisit| {
            let missing_tongues = crew::missing_tongues(db, settings, &staffed.visit, &staffed.shifts)?;
            let breaks = planned
                .as_ref()
                .map_or_else(Vec::new, |planned| planned.breaks(&loaded, &staffed.visit));
            let stop = loaded
                .stop_slug(&staffed.visit.stop_id)
                .and_then(|slug| loaded.season.stop(slug));
            let estate = stop
                .and_then(|s| s.estate.as_ref())
                .and_then(|slug| loaded.season.estate(slug));
            let bus = settings.buses.iter().find(|b| b.slug == staffed.visit.bus);
            Ok(SheetVisit {
                missing_tongues,
                estate: estate.map(|e| e.name.clone()),
                position: stop.and_then(|s| loaded.season.position(s)),
                bus: bus.map_or_else(|| staffed.visit.bus.to_string(), |b| b.name.clone()),
                stop: stop.cloned(),
                breaks,
                staffed,
            })
        };
        Ok(DaySheet {
            day,
            visits: staffed.into_iter().map(&mut sheet).collect::<Result<_, AppError>>()?,
            theme: settings.theme_on(day).cloned(),
            closed,
        })
    })
}

/// The breaks of a tour's crew at a stop.
pub fn breaks_at<'a>(tour: &'a Tour, stop: &'a Slug) -> impl Iterator<Item = CivilWindow> + 'a {
    let there = tour.breaks.iter().filter(move |pause| pause.place == *stop);
    there.filter_map(|pause| CivilWindow::new(pause.start, pause.end).ok())
}

/// The part of a plan that tells of breaks; the rest is not read.
#[derive(Deserialize)]
struct Planned {
    visits: Vec<PlannedVisit>,
    tours: Vec<Tour>,
}

/// The day in the plan of the newest release; none where no bus has a rule for breaks.
fn planned(db: &mut Db, loaded: &Loaded, day: Day) -> Result<Option<Planned>, AppError> {
    if loaded.season.settings.buses.iter().all(|bus| bus.breaks.is_none()) {
        return Ok(None);
    }
    let releases = storage::releases::of_season(db, &loaded.id)?;
    let Some(id) = releases.into_iter().find_map(|release| release.plan_id) else {
        return Ok(None);
    };
    let Some(json) = storage::plans::result(db, &id)? else {
        return Ok(None);
    };
    let mut planned: Planned = json.read()?;
    planned.visits.retain(|visit| visit.day == day);
    planned.tours.retain(|tour| tour.day == day);
    Ok(Some(planned))
}

impl Planned {
    /// The breaks at a visit. One that is cancelled, or stands otherwise than planned, has none that we know of.
    fn breaks(&self, loaded: &Loaded, visit: &Visit) -> Vec<CivilWindow> {
        let Some(stop) = loaded.stop_slug(&visit.stop_id) else {
            return Vec::new();
        };
        let as_planned = visit.state == VisitState::Planned
            && self.visits.iter().any(|planned| {
                (&planned.stop, &planned.bus) == (stop, &visit.bus)
                    && (planned.arrival, planned.departure) == (visit.arrival, visit.departure)
            });
        let tours = self.tours.iter().filter(|tour| as_planned && tour.bus == visit.bus);
        tours.flat_map(|tour| breaks_at(tour, stop)).collect()
    }
}
