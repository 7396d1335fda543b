//! `/koordynator/…/wizyty`: the visits of a season, and what a coordinator does to one: cancel, move, note.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use storage::{StaffedVisit, Visit};
use vocabulary::{CivilWindow, Day, Minute, Minutes, ShiftState, Slug, VisitId, VisitState};
use wording::Words;

use super::{
    coordinator::season_line,
    delays,
    forms::{self, Desk, Done, Outcome, Posted, Signed},
    plan_again, reasons,
    views::{
        Alternatives, BoardLine, ConflictRow, EstateChoice, FieldError, FormErrors, LateForm, Tab, VisitConflict,
        VisitDay, VisitFilter, VisitForms, VisitLine, VisitPage, VisitsPage,
    },
};
use crate::app::{
    AppError, again, crew,
    error::{Cause, Fault, Reason},
    overview::{self, VisitSheet},
    season_model::Loaded,
    signups::Place,
    visits::{self, Cancel, LONGEST_TEXT, Move, Note, SHORTEST_REASON},
};

/// The visits.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/koordynator/sezony/{slug}/wizyty", "GET").route(web::get().to(list)))
        .service(resource("/koordynator/wizyty/{id}", "GET").route(web::get().to(show)))
        .service(resource("/koordynator/wizyty/{id}/odwolaj", "POST").route(web::post().to(cancel)))
        .service(resource("/koordynator/wizyty/{id}/przenies", "POST").route(web::post().to(reschedule)))
        .service(resource("/koordynator/wizyty/{id}/notatka", "POST").route(web::post().to(note)));
}

/// The filter. Without it, from today on; a field left empty is no filter.
#[derive(Deserialize)]
struct Question {
    od: Option<String>,
    #[serde(default)]
    osiedle: String,
    #[serde(default)]
    stan: String,
}

async fn list(signed: Signed, slug: Path<String>, question: web::Query<Question>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
            let (head, loaded, all) = overview::visits(&desk.app, &desk.caller, &slug)?;
            let filter = filter(&question, desk.app.today(), head.season.last_day);
            let (days, shown) = by_day(&loaded, &all, &filter);
            forms::page(&VisitsPage {
                frame: desk.frame(
                    &desk.words().staff().visits_heading(&head.season.name),
                    Tab::Coordinator,
                ),
                season: season_line(&head),
                filter,
                estates: estates(desk.words(), &loaded),
                days,
                shown,
                total: all.len(),
            })
        })
        .await
}

fn filter(question: &Question, today: Day, last: Day) -> VisitFilter {
    VisitFilter {
        from: match &question.od {
            None => (today <= last).then_some(today),
            Some(text) => text.parse().ok(),
        },
        estate: question.osiedle.parse().ok(),
        state: question.stan.parse().ok(),
    }
}

fn estates(words: Words, loaded: &Loaded) -> Vec<EstateChoice> {
    let choice = |estate: &season_files::Estate| EstateChoice {
        slug: estate.slug.clone(),
        name: estate.name.clone(),
    };
    let mut all: Vec<EstateChoice> = loaded.season.estates.iter().map(choice).collect();
    all.sort_by_key(|estate| words.language().sort_key(&estate.name));
    all
}

/// The visits that match, by day, and how many they are.
fn by_day(loaded: &Loaded, all: &[StaffedVisit], filter: &VisitFilter) -> (Vec<VisitDay>, usize) {
    let mut days: Vec<VisitDay> = Vec::new();
    let mut shown = 0;
    for staffed in all {
        let (place, estate) = place_of(loaded, &staffed.visit);
        let matches = filter.from.is_none_or(|from| staffed.visit.day >= from)
            && filter.state.is_none_or(|state| staffed.visit.state == state)
            && (filter.estate.is_none() || filter.estate == estate);
        let Some(line) = visit_line(staffed, &place).filter(|_| matches) else {
            continue;
        };
        shown += 1;
        match days.last_mut().filter(|group| group.day == line.day) {
            Some(group) => group.visits.push(line),
            None => days.push(VisitDay {
                day: line.day,
                visits: vec![line],
            }),
        }
    }
    (days, shown)
}

fn place_of(loaded: &Loaded, visit: &Visit) -> (Place, Option<Slug>) {
    let season = &loaded.season;
    let stop = loaded.stop_slug(&visit.stop_id).and_then(|slug| season.stop(slug));
    let estate = stop.and_then(|stop| stop.estate.clone());
    let name = estate.as_ref().and_then(|slug| season.estate(slug));
    let place = Place {
        stop: stop.map(|s| s.name.clone()).unwrap_or_default(),
        estate: name.map(|e| e.name.clone()).unwrap_or_default(),
        address: String::new(),
    };
    (place, estate)
}

/// None for a visit without public hours, which the database rules out.
fn visit_line(staffed: &StaffedVisit, place: &Place) -> Option<VisitLine> {
    let visit = &staffed.visit;
    let (places, filled) = crew::staffing(&staffed.shifts);
    Some(VisitLine {
        id: visit.id.clone(),
        day: visit.day,
        open: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
        stop: place.stop.clone(),
        estate: place.estate.clone(),
        state: visit.state,
        reason: visit.reason.clone(),
        moved_from: super::moved_from(visit),
        note: visit.note.clone(),
        places: places as usize,
        filled: filled as usize,
    })
}

/// What an alternative puts into the form that moves the visit.
#[derive(Deserialize)]
struct Fill {
    dzien: Option<String>,
    start: Option<String>,
}

async fn show(signed: Signed, id: Path<String>, fill: web::Query<Fill>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let sheet = overview::visit(&desk.app, &desk.caller, &parse(&id)?)?;
            let mut page = visit_page(desk, &sheet, None, FormErrors::default())?;
            // Only what reads as a day and a time, and as the field wants it written.
            let day: Option<Day> = fill.dzien.as_ref().and_then(|text| text.parse().ok());
            let start: Option<Minute> = fill.start.as_ref().and_then(|text| text.parse().ok());
            if let (Some(day), Some(start)) = (day, start) {
                (page.forms.day, page.forms.start) = (day.to_string(), start.to_string());
            }
            forms::page(&page)
        })
        .await
}

/// One of the three forms, as typed.
enum Sent {
    Cancel {
        reason: String,
    },
    Move {
        day: String,
        start: String,
        reason: String,
        anyway: bool,
    },
    Note {
        note: String,
    },
}

impl Sent {
    const fn action(&self) -> &'static str {
        match self {
            Self::Cancel { .. } => "odwolaj",
            Self::Move { .. } => "przenies",
            Self::Note { .. } => "notatka",
        }
    }

    const fn done(&self) -> Done {
        match self {
            Self::Cancel { .. } => Done::VisitCancelled,
            Self::Move { .. } => Done::VisitMoved,
            Self::Note { .. } => Done::NoteSaved,
        }
    }

    /// Whether the visit is already as the form wants it: it was sent twice.
    fn is_done(&self, visit: &Visit) -> bool {
        match self {
            Self::Cancel { reason } => {
                visit.state == VisitState::Cancelled && visit.reason.as_deref() == Some(reason.trim())
            }
            Self::Move { day, start, .. } => {
                let here = day.parse() == Ok(visit.day) && start.parse() == Ok(visit.public_start);
                visit.state == VisitState::Planned && here
            }
            Self::Note { note } => visit.note.as_deref().unwrap_or_default() == note.trim(),
        }
    }

    /// The fields, to be sent again.
    fn fields(&self) -> Vec<(String, String)> {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        match self {
            Self::Cancel { reason } => vec![field("reason", reason)],
            Self::Move {
                day,
                start,
                reason,
                anyway,
            } => {
                let mut fields = vec![field("day", day), field("start", start), field("move_reason", reason)];
                fields.extend(anyway.then(|| field("override", "yes")));
                fields
            }
            Self::Note { note } => vec![field("note", note)],
        }
    }
}

#[derive(Deserialize)]
struct CancelForm {
    #[serde(default)]
    version: String,
    #[serde(default)]
    reason: String,
}

async fn cancel(posted: Posted<CancelForm>, id: Path<String>) -> HttpResponse {
    let CancelForm { version, reason } = posted.form;
    carry_out(posted.signed, id, version, Sent::Cancel { reason }).await
}

#[derive(Deserialize)]
struct MoveForm {
    #[serde(default)]
    version: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    start: String,
    #[serde(default)]
    move_reason: String,
    r#override: Option<String>,
}

async fn reschedule(posted: Posted<MoveForm>, id: Path<String>) -> HttpResponse {
    let form = posted.form;
    let sent = Sent::Move {
        day: form.day,
        start: form.start,
        reason: form.move_reason,
        anyway: form.r#override.is_some(),
    };
    carry_out(posted.signed, id, form.version, sent).await
}

#[derive(Deserialize)]
struct NoteForm {
    #[serde(default)]
    version: String,
    #[serde(default)]
    note: String,
}

async fn note(posted: Posted<NoteForm>, id: Path<String>) -> HttpResponse {
    let NoteForm { version, note } = posted.form;
    carry_out(posted.signed, id, version, Sent::Note { note }).await
}

async fn carry_out(signed: Signed, id: Path<String>, version: String, sent: Sent) -> HttpResponse {
    let make = move |desk: &Desk| {
        desk.caller.coordinator()?;
        let id = parse(&id)?;
        // A version that is none was never seen by anybody: the answer is the conflict page.
        let version = version.parse().unwrap_or(0);
        match ask(desk, &id, version, &sent) {
            Ok(()) => forms::see(address(&id), sent.done()),
            Err(error) => not_done(desk, &id, &sent, error),
        }
    };
    signed.answer(make).await
}

fn ask(desk: &Desk, id: &VisitId, version: u32, sent: &Sent) -> Result<(), AppError> {
    let (app, caller) = (&desk.app, &desk.caller);
    match sent {
        Sent::Cancel { reason } => {
            let cancel = Cancel { reason: reason.clone() };
            visits::cancel(app, caller, id, version, &cancel)?;
        }
        Sent::Move {
            day,
            start,
            reason,
            anyway,
        } => {
            let to = Move {
                override_rules: *anyway,
                reason: reason.clone(),
                ..moved_to(day, start)?
            };
            visits::reschedule(app, caller, id, version, &to)?;
        }
        Sent::Note { note } => {
            visits::note(app, caller, id, version, &Note { note: note.clone() })?;
        }
    }
    Ok(())
}

fn moved_to(day: &str, start: &str) -> Result<Move, AppError> {
    let mut faults = Vec::new();
    let day: Option<Day> = day.trim().parse().ok();
    if day.is_none() {
        faults.push(Fault::new(NO_DAY, "a day is missing"));
    }
    let public_start: Option<Minute> = start.trim().parse().ok();
    if public_start.is_none() {
        faults.push(Fault::new(NO_START, "a time is missing"));
    }
    match (day, public_start) {
        (Some(day), Some(public_start)) => Ok(Move {
            day,
            public_start,
            reason: String::new(),
            override_rules: false,
        }),
        _ => Err(AppError::Invalid(faults)),
    }
}

/// Pointers of faults that only a form can have.
const NO_DAY: &str = "form:day";
const NO_START: &str = "form:start";

fn not_done(desk: &Desk, id: &VisitId, sent: &Sent, error: AppError) -> Result<Outcome, AppError> {
    let sheet = overview::visit(&desk.app, &desk.caller, id)?;
    match error {
        AppError::Stale { .. } if sent.is_done(&sheet.visit.visit) => forms::see(address(id), sent.done()),
        AppError::Stale { .. } => forms::page_with(StatusCode::PRECONDITION_FAILED, &conflict(desk, &sheet, sent)?),
        AppError::Invalid(faults) => {
            let errors = faults.iter().map(|fault| fault_of(fault, sent, &sheet, desk));
            let errors = FormErrors(errors.collect());
            forms::again(&visit_page(desk, &sheet, Some((sent, false)), errors)?)
        }
        AppError::Refused { reasons, .. } => {
            let offer = reasons.iter().all(|r| matches!(r.cause, Some(Cause::Visit(_))));
            let page = visit_page(desk, &sheet, Some((sent, offer)), said(desk, &reasons))?;
            forms::page_with(StatusCode::CONFLICT, &page)
        }
        other => Err(other),
    }
}

fn said(desk: &Desk, found: &[Reason]) -> FormErrors {
    let worded = reasons::all(desk.words(), desk.zone(), found).into_iter();
    FormErrors(worded.map(|text| FieldError { field: "form", text }).collect())
}

fn fault_of(fault: &Fault, sent: &Sent, sheet: &VisitSheet, desk: &Desk) -> FieldError {
    let (said, dates) = (desk.words().reasons(), desk.words().dates());
    let first = sheet.head.season.first_day.max(desk.app.today());
    let (field, text) = match fault.pointer.as_str() {
        NO_DAY => ("day", said.day_missing()),
        NO_START => ("start", said.time_missing()),
        "/day" => (
            "day",
            said.day_between(&dates.short(first), &dates.with_year(sheet.head.season.last_day)),
        ),
        "/public_start" => ("start", said.time_does_not_fit()),
        "/note" => ("note", said.text_length(LONGEST_TEXT)),
        "/reason" => (
            if matches!(sent, Sent::Move { .. }) {
                "move_reason"
            } else {
                "reason"
            },
            said.reason_length(SHORTEST_REASON, LONGEST_TEXT),
        ),
        _ => ("form", said.other(&fault.detail)),
    };
    FieldError { field, text }
}

fn visit_page(
    desk: &Desk,
    sheet: &VisitSheet,
    sent: Option<(&Sent, bool)>,
    errors: FormErrors,
) -> Result<VisitPage, AppError> {
    let visit = &sheet.visit.visit;
    Ok(VisitPage {
        frame: desk.frame(&sheet.place.stop, Tab::Coordinator),
        season: season_line(&sheet.head),
        visit: line(sheet)?,
        version: visit.version.to_string(),
        is_over: visit.day < desk.app.today(),
        forms: typed(visit, sent),
        boards: boards(&sheet.visit),
        missing_tongues: sheet.missing_tongues.clone(),
        late: delays::form(desk, visit),
        alternatives: other_places(desk, visit)?,
        errors,
    })
}

/// The page again with what is wrong with the form that says that the visit is late, and what was typed.
pub(super) fn again(
    desk: &Desk,
    id: &VisitId,
    errors: FormErrors,
    change: impl FnOnce(&mut LateForm),
) -> Result<Outcome, AppError> {
    let sheet = overview::visit(&desk.app, &desk.caller, id)?;
    let mut page = visit_page(desk, &sheet, None, errors)?;
    page.late.as_mut().map(change);
    forms::again(&page)
}

fn boards(staffed: &StaffedVisit) -> Vec<BoardLine> {
    let on = staffed
        .shifts
        .iter()
        .filter(|one| one.shift.state != ShiftState::Cancelled);
    let line = |one: &storage::StaffedShift| BoardLine {
        shift: one.shift.id.clone(),
        role: one.shift.role,
        places: one.shift.places as usize,
        taken: one.shift.taken as usize,
        names: one.crew.iter().map(|member| member.name.clone()).collect(),
    };
    on.map(line).collect()
}

/// Where else the visit could be, three places at most.
fn other_places(desk: &Desk, visit: &Visit) -> Result<Option<Alternatives>, AppError> {
    let found = again::alternatives_of_visit(&desk.app, &desk.caller, &visit.id, 3)?;
    Ok(found.map(|(loaded, found)| plan_again::alternatives(desk.words(), found, &loaded, &visit.bus)))
}

fn line(sheet: &VisitSheet) -> Result<VisitLine, AppError> {
    let line = visit_line(&sheet.visit, &sheet.place);
    Ok(line.ok_or_else(|| anyhow::anyhow!("a visit has no public hours"))?)
}

/// The visit's own values, but what was sent as it was typed.
fn typed(visit: &Visit, sent: Option<(&Sent, bool)>) -> VisitForms {
    let mut forms = VisitForms {
        reason: String::new(),
        day: visit.day.to_string(),
        start: visit.public_start.to_string(),
        move_reason: String::new(),
        offer_override: false,
        note: visit.note.clone().unwrap_or_default(),
    };
    match sent {
        None => {}
        Some((Sent::Cancel { reason }, _)) => forms.reason.clone_from(reason),
        Some((Sent::Note { note }, _)) => forms.note.clone_from(note),
        Some((
            Sent::Move {
                day,
                start,
                reason,
                anyway,
            },
            offer,
        )) => {
            forms.day.clone_from(day);
            forms.start.clone_from(start);
            forms.move_reason.clone_from(reason);
            forms.offer_override = offer || *anyway;
        }
    }
    forms
}

fn conflict(desk: &Desk, sheet: &VisitSheet, sent: &Sent) -> Result<VisitConflict, AppError> {
    let id = &sheet.visit.visit.id;
    Ok(VisitConflict {
        frame: desk.frame(&sheet.place.stop, Tab::Coordinator),
        visit: line(sheet)?,
        version: sheet.visit.visit.version.to_string(),
        rows: rows(desk.words(), &sheet.visit.visit, sent),
        action: format!("{}/{}", address(id), sent.action()),
        fields: sent.fields(),
    })
}

/// Both versions: as it is now, and what the sender wanted to change.
fn rows(words: Words, visit: &Visit, sent: &Sent) -> Vec<ConflictRow> {
    let (said, common) = (words.reasons(), words.common());
    let text = |text: &str| match text.trim() {
        "" => said.empty(),
        words => words.to_owned(),
    };
    let mut yours: [Option<String>; 4] = [None, None, None, None];
    match sent {
        Sent::Cancel { reason } => {
            yours[1] = Some(common.visit_state(VisitState::Cancelled));
            yours[2] = Some(text(reason));
        }
        Sent::Move { day, start, reason, .. } => {
            let asked = day.parse().ok().zip(start.parse().ok());
            yours[0] = asked.map(|(day, start)| when(words, visit, day, start));
            yours[1] = Some(common.visit_state(VisitState::Planned));
            yours[2] = Some(text(reason));
        }
        Sent::Note { note } => yours[3] = Some(text(note)),
    }
    let now = [
        (said.row_when(), when(words, visit, visit.day, visit.public_start)),
        (said.row_state(), common.visit_state(visit.state)),
        (said.row_reason(), text(visit.reason.as_deref().unwrap_or_default())),
        (said.row_note(), text(visit.note.as_deref().unwrap_or_default())),
    ];
    let row = |((label, now), yours): ((String, String), Option<String>)| ConflictRow {
        label,
        now,
        yours: yours.unwrap_or_else(|| said.as_now()),
    };
    now.into_iter().zip(yours).map(row).collect()
}

fn when(words: Words, visit: &Visit, day: Day, start: Minute) -> String {
    let length = Minutes(visit.public_end.get().saturating_sub(visit.public_start.get()));
    let hours = start.plus(length).and_then(|end| CivilWindow::new(start, end).ok());
    let dates = words.dates();
    let hours = hours.map_or_else(|| dates.time(start), |window| dates.span(window));
    words.calendar().day_and_hours(&dates.medium(day), &hours)
}

fn parse(id: &str) -> Result<VisitId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

/// Where the page of a visit is.
pub(super) fn address(id: &VisitId) -> String {
    format!("/koordynator/wizyty/{id}")
}
