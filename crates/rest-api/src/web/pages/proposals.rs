//! `/koordynator/sezony/{slug}/obsada` and `/koordynator/obsada/{id}`: the crew of a season proposed, changed and offered.

use std::collections::HashMap;

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use serde::Deserialize;
use storage::{StaffedShift, StaffedVisit};
use vocabulary::{CivilWindow, Day, PersonId, ProposalId, ShiftId, SignupState, Slug, StopId};
use volunteer_roster::{AgeCategory, Obstacle, Why};
use wording::Words;

use super::{
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    reasons,
    views::{
        Answer, FieldError, FormErrors, ProposalLine, ProposalPage, ProposalPlacePage, ProposalsPage, ProposedPerson,
        ProposedShift, ProposedVisit, ShareLine, ShiftFacts, Tab,
    },
};
use crate::app::{
    AppError,
    error::{Cause, Reason},
    idempotency::Asked,
    overview,
    proposals::{self, Outcome as Asking, ProposeInput, Season, Stored},
    signups::{self, Place},
};

/// Proposals and what is done with them.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/koordynator/sezony/{slug}/obsada", "GET, POST")
                .route(web::get().to(list))
                .route(web::post().to(propose)),
        )
        .service(resource("/koordynator/obsada/{id}", "GET").route(web::get().to(show)))
        .service(resource("/koordynator/obsada/{id}/wyjmij", "POST").route(web::post().to(take_out)))
        .service(resource("/koordynator/obsada/{id}/zapytaj", "POST").route(web::post().to(offer)))
        .service(resource("/koordynator/obsada/{id}/odrzuc", "POST").route(web::post().to(discard)))
        .service(
            resource("/koordynator/obsada/{id}/dyzury/{shift}", "GET, POST")
                .route(web::get().to(place))
                .route(web::post().to(put_in)),
        );
}

/// What the form asks for, as typed.
#[derive(Deserialize)]
struct Propose {
    from: String,
    to: String,
    seconds: String,
}

fn path_of(id: &ProposalId) -> String {
    format!("/koordynator/obsada/{id}")
}

async fn list(signed: Signed, slug: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| forms::page(&list_page(desk, &slug, None, FormErrors::default())?))
        .await
}

fn list_page(desk: &Desk, slug: &str, typed: Option<Propose>, errors: FormErrors) -> Result<ProposalsPage, AppError> {
    let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
    let (head, _, visits) = overview::visits(&desk.app, &desk.caller, &slug)?;
    let season = head.season;
    let all = proposals::list(&desk.app, &desk.caller, &season.id)?;
    let first = desk.app.today().max(season.first_day).to_string();
    let typed = typed.unwrap_or(Propose {
        from: first,
        to: season.last_day.to_string(),
        seconds: ProposeInput::default().seconds.to_string(),
    });
    let line = |stored: Stored| ProposalLine {
        id: stored.row.id,
        made_at: stored.row.made_at,
        state: stored.row.state,
        places: stored.proposal.places.len(),
    };
    Ok(ProposalsPage {
        frame: desk.frame(&desk.words().proposals().heading(), Tab::Coordinator),
        season: slug,
        name: season.name,
        has_shifts: visits.iter().any(|visit| !visit.shifts.is_empty()),
        from: typed.from,
        to: typed.to,
        seconds: typed.seconds.parse().unwrap_or(ProposeInput::default().seconds),
        errors,
        proposals: all.into_iter().map(line).collect(),
    })
}

async fn propose(posted: Posted<Propose>, slug: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    let act = move |desk: &Desk| {
        let input = match input(desk.words(), &form) {
            Ok(input) => input,
            Err(errors) => return forms::again(&list_page(desk, &slug, Some(form), errors)?),
        };
        let season = slug.parse().map_err(|_| AppError::NotFound)?;
        let season = crate::app::seasons::by_slug(&desk.app, &season)?;
        // A button pressed twice makes one proposal; other days in the same form are another request.
        let name = format!("{key}-{}", input.seconds);
        let key = forms::key_of(
            &name,
            &["crew", season.id.as_str(), &format!("{:?} {:?}", input.from, input.to)],
        );
        let asked = Asked {
            caller: &desk.caller,
            key: key.as_ref(),
        };
        match proposals::propose(&desk.app, asked, &season.id, &input) {
            Ok(id) => Ok(Outcome::See(path_of(&id), None)),
            Err(AppError::Invalid(faults)) => {
                let field = |pointer: &str| match pointer {
                    "/to" => "to",
                    "/from" => "from",
                    _ => "seconds",
                };
                let said = |fault: &crate::app::error::Fault| FieldError {
                    field: field(&fault.pointer),
                    text: match field(&fault.pointer) {
                        "to" => desk.words().proposals().to_before_from(),
                        _ => desk.words().reasons().number_between(1, 60),
                    },
                };
                let errors = FormErrors(faults.iter().map(said).collect());
                forms::again(&list_page(desk, &slug, Some(form), errors)?)
            }
            Err(other) => Err(other),
        }
    };
    signed.answer(act).await
}

fn input(words: Words, form: &Propose) -> Result<ProposeInput, FormErrors> {
    let mut found = Vec::new();
    let mut day = |field, text: &str| {
        let day = text.trim().parse::<Day>().ok();
        if day.is_none() {
            found.push(FieldError {
                field,
                text: words.proposals().no_day(),
            });
        }
        day
    };
    let (from, to) = (day("from", &form.from), day("to", &form.to));
    let seconds = form.seconds.trim().parse().unwrap_or(0);
    match found.is_empty() {
        true => Ok(ProposeInput {
            from,
            to,
            seconds,
            ..ProposeInput::default()
        }),
        false => Err(FormErrors(found)),
    }
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let id: ProposalId = id.parse().map_err(|_| AppError::NotFound)?;
            let (stored, season) = proposals::sheet(&desk.app, &desk.caller, &id)?;
            let names = names(desk)?;
            forms::page(&page(desk, stored, &season, &names)?)
        })
        .await
}

fn names(desk: &Desk) -> Result<HashMap<StopId, Place>, AppError> {
    desk.app.read(signups::places)
}

fn page(
    desk: &Desk,
    stored: Stored,
    season: &Season,
    places: &HashMap<StopId, Place>,
) -> Result<ProposalPage, AppError> {
    let (row, proposal) = (stored.row, stored.proposal);
    let slug = crate::app::seasons::get(&desk.app, &desk.caller, &row.season_id)?.slug;
    let within = |visit: &StaffedVisit| proposal.from <= visit.visit.day && visit.visit.day <= proposal.to;
    let visit = |(number, visit): (usize, &StaffedVisit)| {
        within(visit).then_some(())?;
        proposed_visit(desk.words(), season, &proposal, number, visit, places)
    };
    let visits: Vec<ProposedVisit> = season.visits.iter().enumerate().filter_map(visit).collect();
    let mut people: Vec<&PersonId> = proposal.places.iter().map(|place| &place.person).collect();
    people.sort_unstable();
    people.dedup();
    let when = desk.words().dates().instant(row.made_at, desk.zone());
    Ok(ProposalPage {
        frame: desk.frame(&desk.words().proposals().proposal_of(&when), Tab::Coordinator),
        id: row.id,
        season: slug,
        made_at: row.made_at,
        days: (proposal.from, proposal.to),
        state: row.state,
        places: proposal.places.len(),
        people: people.len(),
        empty: visits
            .iter()
            .flat_map(|visit| &visit.shifts)
            .map(|shift| shift.empty)
            .sum(),
        proved: proposal.proved,
        shares: shares(desk.words(), season, &proposal),
        visits,
    })
}

/// Whose name is not known any more has left.
fn name(season: &Season, person: &PersonId) -> String {
    season.names.get(person).cloned().unwrap_or_else(|| "–".to_owned())
}

fn shares(words: Words, season: &Season, proposal: &proposals::Proposal) -> Vec<ShareLine> {
    let proposed = |person: &PersonId| proposal.places.iter().filter(|place| place.person == *person).count();
    let line = |share: &proposals::Share| ShareLine {
        name: name(season, &share.person),
        held: share.held,
        proposed: proposed(&share.person),
        fair: share.fair,
        most: share.most,
    };
    let mut lines: Vec<ShareLine> = proposal.shares.iter().map(line).collect();
    lines.sort_by_cached_key(|line| words.language().sort_key(&line.name));
    lines
}

fn proposed_visit(
    words: Words,
    season: &Season,
    proposal: &proposals::Proposal,
    number: usize,
    visit: &StaffedVisit,
    places: &HashMap<StopId, Place>,
) -> Option<ProposedVisit> {
    let place = places.get(&visit.visit.stop_id).cloned().unwrap_or_default();
    let shift = |staffed: &StaffedShift| proposed_shift(words, season, proposal, staffed, &place);
    let mut shifts: Vec<ProposedShift> = visit.shifts.iter().filter_map(shift).collect();
    shifts.sort_by_key(|shift| (shift.role, shift.extra));
    Some(ProposedVisit {
        visit: visit.visit.id.clone(),
        day: visit.visit.day,
        open: CivilWindow::new(visit.visit.public_start, visit.visit.public_end).ok()?,
        stop: place.stop.clone(),
        estate: place.estate,
        missing_tongues: season.missing_tongues(number, proposal),
        shifts,
    })
}

fn proposed_shift(
    words: Words,
    season: &Season,
    proposal: &proposals::Proposal,
    staffed: &StaffedShift,
    place: &Place,
) -> Option<ProposedShift> {
    let shift = &staffed.shift;
    let of_shift: Vec<&proposals::Place> = proposal.places.iter().filter(|place| place.shift == shift.id).collect();
    let any_asked = of_shift
        .iter()
        .any(|one| matches!(one.outcome, Some(Asking::Offered { .. })));
    let by_signup =
        |place: &&proposals::Place, id| matches!(&place.outcome, Some(Asking::Offered { signup }) if signup == id);
    // Who was asked by this proposal is told among its people, not twice.
    let before = staffed
        .crew
        .iter()
        .filter(|member| !of_shift.iter().any(|place| by_signup(place, &member.signup.id)));
    let waits = of_shift.iter().filter(|place| place.outcome.is_none()).count();
    let opening = season.ask.openings.iter().find(|opening| opening.shift.id == shift.id);
    let wanted = opening.is_some_and(|opening| opening.wanted);
    let free = shift.places.saturating_sub(shift.taken) as usize;
    let stands: Vec<String> = before.map(|member| member.name.clone()).collect();
    if !wanted && !any_asked && stands.is_empty() {
        return None;
    }
    let crew = CivilWindow::new(shift.crew_start, shift.crew_end).ok()?;
    let dates = words.dates();
    let role = words.common().crew_role(shift.role);
    let when = words
        .staff()
        .shift_name(&dates.medium(shift.crew_day), &dates.span(crew), &place.stop);
    Some(ProposedShift {
        id: shift.id.clone(),
        role: shift.role,
        extra: shift
            .minimum_age
            .is_some_and(|years| AgeCategory::of_years(years) < AgeCategory::Adult),
        name: format!("{when}, {role}"),
        stands,
        proposed: of_shift.iter().map(|place| proposed_person(season, place)).collect(),
        empty: if wanted { free.saturating_sub(waits) } else { 0 },
    })
}

fn proposed_person(season: &Season, place: &proposals::Place) -> ProposedPerson {
    ProposedPerson {
        person: place.person.clone(),
        name: name(season, &place.person),
        outcome: place.outcome.as_ref().map(|outcome| answer(season, outcome)),
    }
}

fn answer(season: &Season, outcome: &Asking) -> Answer {
    let Asking::Offered { signup } = outcome else {
        return Answer::Refused;
    };
    match season.states.get(signup) {
        Some(SignupState::Offered) => Answer::Waits,
        Some(state) if state.holds_place() => Answer::Yes,
        Some(_) | None => Answer::No,
    }
}

async fn place(signed: Signed, path: Path<(String, String)>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let (id, shift) = ids(&path)?;
            forms::page(&place_page(desk, &id, &shift, None)?)
        })
        .await
}

fn ids(path: &(String, String)) -> Result<(ProposalId, ShiftId), AppError> {
    let id = path.0.parse().map_err(|_| AppError::NotFound)?;
    Ok((id, path.1.parse().map_err(|_| AppError::NotFound)?))
}

/// The page, or the same after somebody could not be chosen for these reasons.
fn place_page(
    desk: &Desk,
    id: &ProposalId,
    shift: &ShiftId,
    refused: Option<(&PersonId, &[Reason])>,
) -> Result<ProposalPlacePage, AppError> {
    let (stored, season) = proposals::sheet(&desk.app, &desk.caller, id)?;
    let places = names(desk)?;
    let whys = proposals::reasons_of(&stored, season.ask.clone(), shift)?;
    let found = season.visits.iter().find_map(|visit| {
        let staffed = visit.shifts.iter().find(|staffed| staffed.shift.id == *shift)?;
        Some((visit, staffed))
    });
    let (visit, staffed) = found.ok_or(AppError::NotFound)?;
    let mut free: Vec<(i64, PersonId, String)> = Vec::new();
    let mut kept_away = Vec::new();
    for (person, why) in whys {
        let name = name(&season, &person);
        match why {
            Why::Free(costs) => free.push((costs, person, name)),
            Why::Obstacles(found) => {
                let worded = found.iter().map(|one| obstacle(desk, &season, &places, one));
                kept_away.push((found.len(), name, worded.collect::<Vec<_>>()));
            }
        }
    }
    let worded = |reason: &Reason| match &reason.cause {
        Some(Cause::Crew(found)) => obstacle(desk, &season, &places, found),
        _ => reasons::one(desk.words(), desk.zone(), reason),
    };
    let refused = refused.map(|(person, found)| (name(&season, person), found.iter().map(worded).collect()));
    free.sort();
    // Who is kept away by little may be worth a word.
    kept_away.sort_by_cached_key(|(count, name, _)| (*count, desk.words().language().sort_key(name)));
    let window = |start, end| CivilWindow::new(start, end).map_err(|_| AppError::NotFound);
    let where_ = places.get(&visit.visit.stop_id).cloned().unwrap_or_default();
    Ok(ProposalPlacePage {
        frame: desk.frame(&desk.words().proposals().place_heading(), Tab::Coordinator),
        id: id.clone(),
        draft: stored.row.state == vocabulary::ProposalState::Draft,
        shift: ShiftFacts {
            id: shift.clone(),
            day: staffed.shift.crew_day,
            crew: window(staffed.shift.crew_start, staffed.shift.crew_end)?,
            open: window(visit.visit.public_start, visit.visit.public_end)?,
            stop: where_.stop,
            estate: where_.estate,
            role: staffed.shift.role,
        },
        refused,
        free: free.into_iter().map(|(_, person, name)| (person, name)).collect(),
        kept_away: alike(kept_away),
    })
}

/// Those of whom the same is said, together, in the order of the first of them.
fn alike(all: Vec<(usize, String, Vec<String>)>) -> Vec<(Vec<String>, Vec<String>)> {
    let mut grouped: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for (_, name, reasons) in all {
        match grouped.iter_mut().find(|(_, other)| *other == reasons) {
            Some((names, _)) => names.push(name),
            None => grouped.push((vec![name], reasons)),
        }
    }
    grouped
}

/// An obstacle in words.
fn obstacle(desk: &Desk, season: &Season, places: &HashMap<StopId, Place>, obstacle: &Obstacle) -> String {
    reasons::obstacle(desk.words(), desk.zone(), obstacle, &|id| {
        shift_name(desk.words(), season, places, id)
    })
}

fn shift_name(words: Words, season: &Season, places: &HashMap<StopId, Place>, id: &ShiftId) -> String {
    let found = season.visits.iter().find_map(|visit| {
        let staffed = visit.shifts.iter().find(|staffed| staffed.shift.id == *id)?;
        let crew = CivilWindow::new(staffed.shift.crew_start, staffed.shift.crew_end).ok()?;
        let stop = places
            .get(&visit.visit.stop_id)
            .map(|place| place.stop.clone())
            .unwrap_or_default();
        let dates = words.dates();
        Some(
            words
                .staff()
                .shift_name(&dates.medium(staffed.shift.crew_day), &dates.span(crew), &stop),
        )
    });
    found.unwrap_or_default()
}

/// Who is put into an empty place.
#[derive(Deserialize)]
struct Who {
    person: String,
}

async fn put_in(posted: Posted<Who>, path: Path<(String, String)>) -> HttpResponse {
    let form = posted.form;
    let act = move |desk: &Desk| {
        let (id, shift) = ids(&path)?;
        let person: PersonId = form.person.parse().map_err(|_| AppError::NotFound)?;
        match proposals::put_in(&desk.app, &desk.caller, &id, &shift, &person) {
            // Things changed since the page was read: it says what stands against it now.
            Err(AppError::Refused { reasons, .. }) => {
                let page = place_page(desk, &id, &shift, Some((&person, &reasons)))?;
                forms::page_with(StatusCode::CONFLICT, &page)
            }
            outcome => outcome.and_then(|_| forms::see(path_of(&id), Done::ProposalChanged)),
        }
    };
    posted.signed.answer(act).await
}

/// Who is taken out of where.
#[derive(Deserialize)]
struct TakeOut {
    shift: String,
    person: String,
}

async fn take_out(posted: Posted<TakeOut>, id: Path<String>) -> HttpResponse {
    let form = posted.form;
    let act = move |desk: &Desk| {
        let id: ProposalId = id.parse().map_err(|_| AppError::NotFound)?;
        let shift: ShiftId = form.shift.parse().map_err(|_| AppError::NotFound)?;
        let person: PersonId = form.person.parse().map_err(|_| AppError::NotFound)?;
        match proposals::take_out(&desk.app, &desk.caller, &id, &shift, &person) {
            // Pressed twice: they are out.
            Ok(_) | Err(AppError::NotFound) => forms::see(path_of(&id), Done::ProposalChanged),
            Err(other) => Err(other),
        }
    };
    posted.signed.answer(act).await
}

async fn offer(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: ProposalId = id.parse().map_err(|_| AppError::NotFound)?;
        proposals::offer(&desk.app, &desk.caller, &id)?;
        forms::see(path_of(&id), Done::CrewAsked)
    };
    posted.signed.answer(act).await
}

async fn discard(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    let act = move |desk: &Desk| {
        let id: ProposalId = id.parse().map_err(|_| AppError::NotFound)?;
        proposals::discard(&desk.app, &desk.caller, &id)?;
        forms::see(path_of(&id), Done::ProposalDiscarded)
    };
    posted.signed.answer(act).await
}
