//! `/dzis`: the day sheet.

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use season_files::StopDetails;
use serde::Deserialize;
use storage::StaffedShift;
use vocabulary::{Certainty, CivilWindow, Day, SignupId, SignupState, StopKind, VisitState};
use wording::Words;

use super::{
    delays,
    forms::{self, Button, Desk, Done, Posted, Signed},
    views::{CrewLine, Presence, Tab, TodayPage, TodayStop},
};
use crate::app::{
    AppError,
    crew_board::{self, Deed},
    day_sheet::{self, DaySheet, SheetVisit},
};

/// The day sheet.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/dzis", "GET").route(web::get().to(show)))
        .service(resource("/dzis/zapisy/{id}/{deed}", "POST").route(web::post().to(write_down)));
}

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    data: String,
}

async fn show(signed: Signed, question: web::Query<Question>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let today = desk.app.today();
            // A date that is none shows today: the field of the form can send nothing else.
            let day = question.data.parse().unwrap_or(today);
            let sheet = day_sheet::of_day(&desk.app, &desk.caller, day)?;
            forms::page(&view(desk, sheet, today))
        })
        .await
}

/// Who came, written down where the crew looks all day; leads back to the visit.
async fn write_down(posted: Posted<Button>, path: Path<(String, String)>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let (id, word) = path.into_inner();
        let id: SignupId = id.parse().map_err(|_| AppError::NotFound)?;
        let said = Presence::ALL
            .into_iter()
            .find(|one| one.word() == word)
            .ok_or(AppError::NotFound)?;
        let deed = match said {
            Presence::Came => Deed::CheckIn,
            Presence::Attended => Deed::Attend,
            Presence::Missed => Deed::MissShift,
        };
        let (day, visit, now) = day_sheet::place_of(&desk.app, &desk.caller, &id)?;
        let back = format!("/dzis?data={day}#{visit}");
        // Sent twice: it is written down.
        let done = match (said, now) {
            (Presence::Came, SignupState::CheckedIn | SignupState::Attended)
            | (Presence::Attended, SignupState::Attended)
            | (Presence::Missed, SignupState::NoShow) => Done::NothingToDo,
            _ => {
                crew_board::deed(&desk.app, &desk.caller, &id, deed)?;
                Done::WrittenDown
            }
        };
        forms::see(back, done)
    };
    posted.signed.back_to("/dzis").answer(act).await
}

fn view(desk: &Desk, sheet: DaySheet, today: Day) -> TodayPage {
    let mut buses: Vec<&str> = sheet.visits.iter().map(|v| v.bus.as_str()).collect();
    buses.sort_unstable();
    buses.dedup();
    let several = buses.len() > 1;
    TodayPage {
        frame: desk.frame(&desk.words().staff().tab_today(), Tab::Today),
        day: sheet.day,
        today,
        stops: sheet
            .visits
            .iter()
            .filter_map(|visit| stop(desk, visit, several))
            .collect(),
        theme: sheet.theme.map(|theme| theme.title),
        closed: sheet.closed,
    }
}

/// None for a visit without public hours, which the database rules out.
fn stop(desk: &Desk, of: &SheetVisit, several_buses: bool) -> Option<TodayStop> {
    let visit = &of.staffed.visit;
    let stop = of.stop.as_ref();
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(TodayStop {
        visit: visit.id.clone(),
        bus: several_buses.then(|| of.bus.clone()),
        arrival: visit.arrival,
        set_up: visit.set_up,
        open: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
        departure: visit.departure,
        breaks: of.breaks.clone(),
        stop: stop.map_or_else(String::new, |s| s.name.clone()),
        estate: of.estate.clone().unwrap_or_default(),
        kind: stop.map_or(StopKind::ToBeAgreed, |s| s.kind),
        address: stop.and_then(|s| text(&s.address)),
        directions: stop.and_then(|s| text(&s.directions)),
        facts: stop.map(|s| facts(desk.words(), &s.details)).unwrap_or_default(),
        point: of.position.map(|p| p.coordinate),
        certainty: of.position.map_or(Certainty::Unknown, |p| p.certainty),
        state: visit.state,
        reason: visit.reason.clone(),
        note: visit.note.clone(),
        crew: of.staffed.shifts.iter().flat_map(|shift| crew(desk, shift)).collect(),
        missing: if visit.state == VisitState::Planned {
            super::missing(&of.staffed.shifts)
        } else {
            Vec::new()
        },
        missing_tongues: of.missing_tongues.clone(),
        said_late: delays::said(desk.words(), visit),
        late: delays::form(desk, visit),
    })
}

fn crew(desk: &Desk, of: &StaffedShift) -> Vec<CrewLine> {
    let (day, minute) = desk.zone().civil(desk.app.now());
    let its_day = desk.caller.staff().is_ok() && day >= of.shift.crew_day;
    let since = |from| its_day && (day, minute) >= (of.shift.crew_day, from);
    let (begun, ended) = (since(of.shift.crew_start), since(of.shift.crew_end));
    let line = |member: &storage::CrewMember| CrewLine {
        signup: member.signup.id.clone(),
        state: member.signup.state,
        may: may(member.signup.state, its_day, begun, ended),
        name: member.name.clone(),
        role: of.shift.role,
        to_reconfirm: member.signup.state == SignupState::ToReconfirm,
    };
    of.crew.iter().map(line).collect()
}

/// What may be written down, as [`crew_board::deed`] allows it. Few buttons: whoever is there is checked in first, and hours are counted of
/// those, or of everybody once the shift is over.
fn may(state: SignupState, its_day: bool, begun: bool, ended: bool) -> Vec<Presence> {
    let expected = matches!(state, SignupState::Confirmed | SignupState::ToReconfirm);
    let table = [
        (Presence::Came, its_day && expected && !ended),
        (
            Presence::Attended,
            (begun && state == SignupState::CheckedIn) || (ended && state == SignupState::Confirmed),
        ),
        (Presence::Missed, begun && state == SignupState::Confirmed),
    ];
    table.into_iter().filter_map(|(one, may)| may.then_some(one)).collect()
}

/// What is known about the site, each in a phrase; what nobody knows is left out.
fn facts(words: Words, details: &StopDetails) -> Vec<String> {
    let (calendar, staff) = (words.calendar(), words.staff());
    let known = [
        ("shade", details.shade),
        ("toilet", details.toilets),
        ("water", details.water),
        ("step-free", details.step_free),
    ];
    let mut facts = Vec::new();
    facts.extend(details.surface.map(|surface| staff.surface(surface.as_str())));
    facts.extend(details.power.map(|is| staff.power(is)));
    facts.extend(
        known
            .into_iter()
            .filter_map(|(fact, is)| Some(calendar.fact(fact, is?))),
    );
    if !details.indoor.is_empty() {
        facts.push(calendar.wet_weather_place(&details.indoor));
    }
    if !details.notes.is_empty() {
        facts.push(details.notes.clone());
    }
    facts
}
