//! Plans that start from a plan: the "relax this" buttons, writing a change into the season, the day of a plan; and the words for
//! changes, differences and alternatives.

use std::collections::BTreeSet;

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use route_planning::{
    Alternative, Breakdown, Change, EventRule, Figures, MovedVisit, NoAlternatives, PlanDifference, PlannedVisit,
    Reason, Relaxation, VisitPlace, VisitReason,
};
use serde::Deserialize;
use vocabulary::{CivilWindow, Day, PlanId, PlanKind, Slug};
use wording::Words;

use super::{
    breaches::{self, Names},
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    plans::{day_list, enough, group_code, parse, refused, stop_name},
    reasons,
    views::{
        AgainNote, AlternativeLine, Alternatives, Differs, HaltLine, PlanDay, PlanDayPage, PlanDayVisit, PlanWeek,
        SeasonChart, Tab, TourLines,
    },
};
use crate::app::{
    AppError,
    again::{self, Again},
    apply::{self, Home},
    day_sheet::breaks_at,
    draw::{self, For, Part, Sheet},
    error::{Cause, Reason as Refused},
    idempotency::Asked,
    overview::{self, PlanDaySheet, PlanSheet},
    plans::{self, PlanLimits},
    season_model::Loaded,
    seasons,
};

/// Planning again repairs; it needs no long search.
const SECONDS: u32 = 10;

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/koordynator/plany/{id}/co-jesli", "POST").route(web::post().to(what_if)))
        .service(resource("/koordynator/plany/{id}/wpisz", "POST").route(web::post().to(write_down)))
        .service(resource("/koordynator/plany/{id}/dni/{day}", "GET").route(web::get().to(day)))
        .service(resource("/koordynator/sezony/{slug}/zmiana", "POST").route(web::post().to(replan)));
}

#[derive(Deserialize)]
struct Relax {
    #[serde(default)]
    stop: String,
    #[serde(default)]
    reason: String,
}

async fn what_if(posted: Posted<Relax>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    signed
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let id = parse(&id)?;
            let plan = plans::result(&desk.app, &desk.caller, &id)?.ok_or(AppError::NotFound)?;
            let stop: Slug = form.stop.parse().map_err(|_| AppError::NotFound)?;
            let unmet = plan.unmet.iter().find(|unmet| unmet.stop == stop);
            let reason = form
                .reason
                .parse()
                .ok()
                .and_then(|number: usize| unmet?.reasons.get(number));
            let Some(Reason::OneRule { relaxation, .. }) = reason else {
                return Err(AppError::NotFound);
            };
            let change = Change::Relax {
                stop,
                relaxation: relaxation.clone(),
            };
            start(desk, &key, vec![change], |asked, wanted| {
                again::what_if_once(&desk.app, asked, &id, wanted)
            })
            .or_else(|error| or_refused(desk, &id, error))
        })
        .await
}

#[derive(Deserialize)]
struct ClosedDay {
    #[serde(default)]
    day: String,
}

async fn replan(posted: Posted<ClosedDay>, slug: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    let back = format!("/koordynator/sezony/{slug}/plany");
    signed
        .back_to(back)
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let slug = slug.parse().map_err(|_| AppError::NotFound)?;
            let season = seasons::by_slug(&desk.app, &slug)?;
            let Ok(day) = form.day.parse() else {
                return Err(AppError::invalid("/day", desk.words().reasons().day_missing()));
            };
            start(desk, &key, vec![Change::CloseDay { day }], |asked, wanted| {
                again::replan_once(&desk.app, asked, &season.id, wanted)
            })
        })
        .await
}

/// Under the form's key, so that a button pressed twice starts one plan.
fn start(
    desk: &Desk,
    key: &str,
    changes: Vec<Change>,
    ask: impl FnOnce(Asked<'_>, &Again) -> Result<plans::PlanShape, AppError>,
) -> Result<Outcome, AppError> {
    let key = forms::key_of(key, &["again", &format!("{changes:?}")]);
    let asked = Asked {
        caller: &desk.caller,
        key: key.as_ref(),
    };
    let most = u32::try_from(desk.app.config.planner.max_seconds).unwrap_or(SECONDS);
    let wanted = Again {
        changes,
        limits: PlanLimits {
            seed: 1,
            iterations: None,
            seconds: Some(SECONDS.min(most)),
            travel: vocabulary::TravelChoice::Usual,
        },
    };
    let plan = ask(asked, &wanted)?;
    Ok(Outcome::See(format!("/koordynator/plany/{}", plan.id), None))
}

async fn write_down(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    posted
        .signed
        .answer(move |desk| {
            let id = parse(&id)?;
            match apply::apply(&desk.app, &desk.caller, &id) {
                Ok(_) => forms::see(format!("/koordynator/plany/{id}"), Done::ChangeApplied),
                Err(error) => or_refused(desk, &id, error),
            }
        })
        .await
}

/// The plan again with every reason, where rules say no.
fn or_refused(desk: &Desk, id: &PlanId, error: AppError) -> Result<Outcome, AppError> {
    match error {
        AppError::Refused { reasons, .. } => refused(desk, id, &reasons),
        other => Err(other),
    }
}

async fn day(signed: Signed, path: Path<(String, String)>) -> HttpResponse {
    let (id, day) = path.into_inner();
    signed
        .back_to(format!("/koordynator/plany/{id}"))
        .answer(move |desk| {
            let id = parse(&id)?;
            let day: Day = day.parse().map_err(|_| AppError::NotFound)?;
            let sheet = overview::plan_day(&desk.app, &desk.caller, &id, day)?;
            forms::page(&day_page(desk, &id, day, &sheet))
        })
        .await
}

fn day_page(desk: &Desk, id: &PlanId, day: Day, sheet: &PlanDaySheet) -> PlanDayPage {
    let season = &sheet.loaded.season;
    let days: BTreeSet<Day> = sheet.plan.tours.iter().map(|tour| tour.day).collect();
    let picture = Sheet {
        words: desk.words(),
        season,
        parts: &sheet.parts,
        plan: &sheet.plan,
        place: For::Page,
    };
    let mut number = 0;
    let of_day = sheet.plan.days().filter(|(tour, _)| tour.day == day);
    let tours = of_day.map(|(tour, visits)| {
        let halt = |visit: &&PlannedVisit| {
            number += 1;
            let stop = season.stop(&visit.stop);
            let estate = stop.and_then(|stop| season.estate(stop.estate.as_ref()?));
            let leg = tour.legs.iter().find(|leg| leg.to == visit.stop);
            Some(HaltLine {
                number,
                slug: visit.stop.clone(),
                stop: stop_name(&sheet.loaded, &visit.stop),
                estate: estate.map(|estate| estate.name.clone()).unwrap_or_default(),
                drive: leg.map(|leg| leg.minutes),
                arrival: visit.arrival,
                open: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
                departure: visit.departure,
                breaks: breaks_at(tour, &visit.stop).collect(),
                reason: reason_of(desk.words(), &sheet.loaded, visit),
                published: sheet.published.get(&visit.stop).cloned(),
            })
        };
        TourLines {
            bus: bus_name(&sheet.loaded, &tour.bus),
            depart: tour.depart,
            back: tour.back,
            halts: visits.iter().filter_map(halt).collect(),
        }
    });
    PlanDayPage {
        tours: tours.collect(),
        frame: desk.frame(&desk.words().dates().long(day), Tab::Coordinator),
        plan: id.clone(),
        day,
        earlier: days.range(..day).next_back().copied(),
        later: days.range(day.plus_days(1)..).next().copied(),
        sketch: draw::route(&picture, day),
    }
}

fn reason_of(words: Words, loaded: &Loaded, visit: &PlannedVisit) -> Option<String> {
    match &visit.reason {
        VisitReason::Asked => None,
        VisitReason::Event { event } => Some(words.again().event_reason(&event_name(loaded, event))),
        VisitReason::Pin => Some(words.again().pin_reason()),
    }
}

pub(super) fn event_name(loaded: &Loaded, slug: &Slug) -> String {
    let event = loaded.season.events.iter().find(|event| event.slug == *slug);
    event.map_or_else(|| slug.to_string(), |event| event.name.clone())
}

pub(super) fn bus_name(loaded: &Loaded, slug: &Slug) -> String {
    let bus = loaded.season.settings.buses.iter().find(|bus| bus.slug == *slug);
    bus.map_or_else(|| slug.to_string(), |bus| bus.name.clone())
}

/// The weeks of a plan, every day of the season in its week.
pub(super) fn weeks(sheet: &PlanSheet) -> Vec<PlanWeek> {
    let (Some(plan), Some(parts)) = (&sheet.result, &sheet.parts) else {
        return Vec::new();
    };
    let mut weeks: Vec<PlanWeek> = Vec::new();
    for season_day in &parts.days {
        let day = season_day.day;
        let mut visits: Vec<&PlannedVisit> = plan.visits_on(day).collect();
        visits.sort_by_key(|visit| visit.public_start);
        let visit = |visit: &&PlannedVisit| {
            Some(PlanDayVisit {
                slug: visit.stop.clone(),
                open: CivilWindow::new(visit.public_start, visit.public_end).ok()?,
                stop: stop_name(&sheet.loaded, &visit.stop),
            })
        };
        let line = PlanDay {
            day,
            closed: season_day.closed_because.clone(),
            visits: visits.iter().filter_map(visit).collect(),
        };
        match weeks.last_mut().filter(|week| week.first.monday() == day.monday()) {
            Some(week) => {
                week.last = day;
                week.days.push(line);
            }
            None => weeks.push(PlanWeek {
                first: day,
                last: day,
                days: vec![line],
            }),
        }
    }
    weeks
}

/// The chart of a plan, in its three pictures.
pub(super) fn chart(words: Words, sheet: &PlanSheet) -> Option<SeasonChart> {
    let picture = Sheet {
        words,
        season: &sheet.loaded.season,
        parts: sheet.parts.as_ref()?,
        plan: sheet.result.as_ref()?,
        place: For::Page,
    };
    Some(SeasonChart {
        names: draw::chart(&picture, Part::Names),
        days: draw::chart(&picture, Part::Days),
        legend: draw::chart(&picture, Part::Legend),
    })
}

/// What is said of a plan that starts from a plan.
pub(super) fn note(desk: &Desk, sheet: &PlanSheet) -> Option<AgainNote> {
    let row = &sheet.plan.plan;
    if row.kind == PlanKind::Solve {
        return None;
    }
    let homes: Vec<Home> = sheet.changes.iter().map(apply::home_of).collect();
    let by_hand = sheet
        .changes
        .iter()
        .zip(&homes)
        .filter(|(_, home)| **home == Home::ByHand);
    let by_hand: BTreeSet<String> = by_hand
        .map(|(change, _)| desk.words().again().by_hand(place_of(change)))
        .collect();
    Some(AgainNote {
        kind: row.kind,
        base: row.base_plan.clone().filter(|_| row.kind == PlanKind::WhatIf),
        changes: sheet
            .changes
            .iter()
            .map(|change| change_in_words(desk.words(), change, &sheet.loaded))
            .collect(),
        obstacles: sheet
            .obstacles
            .iter()
            .map(|reason| obstacle(desk, reason, &sheet.loaded))
            .collect(),
        can_be_applied: homes.iter().any(|home| *home != Home::ByHand),
        by_hand: by_hand.into_iter().collect(),
    })
}

/// That the season changed, as a plan that was overtaken is told, is not so here: the plan is what is otherwise.
fn obstacle(desk: &Desk, reason: &Refused, loaded: &Loaded) -> String {
    match (&reason.cause, reason.code) {
        (Some(Cause::Plan(violation)), _) => breaches::one(desk.words(), violation, Names(Some(loaded))),
        (_, "plan-no-longer-fits") => desk.words().again().obstacle(&reason.detail),
        _ => reasons::one(desk.words(), desk.zone(), reason),
    }
}

/// Where a change is made by hand, as the message `by_hand` knows it.
fn place_of(change: &Change) -> &'static str {
    match change {
        Change::AddEvent { .. } => "events",
        Change::AddStop { .. } | Change::ChangeRequest { .. } | Change::CancelVisit { .. } => "stops",
        Change::Relax { relaxation, .. } => match relaxation {
            Relaxation::SiteHours { .. } | Relaxation::SiteOpen { .. } => "hours",
            Relaxation::Events { .. } => "events",
            _ => "settings",
        },
        Change::CloseDay { .. } | Change::BusAway { .. } | Change::LongerService { .. } => "settings",
    }
}

fn change_in_words(words: Words, change: &Change, loaded: &Loaded) -> String {
    let (said, dates) = (words.again(), words.dates());
    match change {
        Change::CloseDay { day } => said.close_day(&dates.medium(*day)),
        Change::BusAway { bus, days } => said.bus_away(&bus_name(loaded, bus), &day_list(words, days)),
        Change::CancelVisit { stop, day } => said.cancel_visit(&stop_name(loaded, stop), &dates.medium(*day)),
        Change::AddStop { stop, .. } => said.add_stop(stop.slug.as_str()),
        Change::AddEvent { event } => {
            let name = match &event.rule {
                EventRule::TakePart { stop, .. } => stop_name(loaded, stop),
                EventRule::StayAway { .. } => event_name(loaded, &event.slug),
            };
            said.add_event(&name, &dates.medium(event.day))
        }
        Change::LongerService { stop, public } => said.longer_service(&stop_name(loaded, stop), &dates.length(*public)),
        Change::Relax { stop, relaxation } => {
            said.relaxed(&stop_name(loaded, stop), &enough(words, relaxation, loaded))
        }
        Change::ChangeRequest { request } => said.change_request(&stop_name(loaded, &request.stop)),
    }
}

/// A difference in words.
pub(super) fn differs(words: Words, sheet: &PlanSheet) -> Option<Differs> {
    let found: &PlanDifference = sheet.difference.as_ref()?;
    let loaded = &sheet.loaded;
    let several = loaded.season.settings.buses.len() > 1;
    let line = |place: &VisitPlace| {
        let line = words
            .again()
            .visit_line(&stop_name(loaded, &place.stop), &when(words, place));
        with_bus(words, line, several.then(|| bus_name(loaded, &place.bus)))
    };
    let moved = |moved: &MovedVisit| {
        let (from, to) = (&moved.from, &moved.to);
        let line = words
            .again()
            .moved_line(&stop_name(loaded, &from.stop), &when(words, from), &when(words, to));
        with_bus(words, line, moved.other_bus().then(|| bus_name(loaded, &to.bus)))
    };
    Some(Differs {
        from_base: sheet.plan.plan.kind == PlanKind::WhatIf,
        moved: found.moved.iter().map(moved).collect(),
        added: found.added.iter().map(line).collect(),
        removed: found.removed.iter().map(line).collect(),
        kept: found.counts.kept,
        figures: figures(words, &found.figures.from, &found.figures.to),
    })
}

fn with_bus(words: Words, line: String, bus: Option<String>) -> String {
    match bus {
        Some(bus) => words.again().with_bus(&line, &bus),
        None => line,
    }
}

fn when(words: Words, place: &VisitPlace) -> String {
    let dates = words.dates();
    let hours = CivilWindow::new(place.public_start, place.public_end);
    let hours = hours.map_or_else(|_| dates.time(place.public_start), |hours| dates.span(hours));
    words.calendar().day_and_hours(&dates.medium(place.day), &hours)
}

fn figures(words: Words, from: &Figures, to: &Figures) -> Vec<(String, String, String)> {
    let (said, staff, dates) = (words.again(), words.staff(), words.dates());
    let row = |what: String, of: &dyn Fn(&Figures) -> String| (what, of(from), of(to));
    vec![
        row(staff.figure_visits(), &|f| f.visits.to_string()),
        row(said.figure_missing(), &|f| f.missing.to_string()),
        row(staff.figure_days(), &|f| f.tours.to_string()),
        row(staff.figure_distance(), &|f| {
            staff.kilometres(f.distance.get().saturating_add(500) / 1000)
        }),
        row(staff.figure_driving(), &|f| dates.length(f.travel)),
        row(said.figure_duty(), &|f| dates.length(f.longest_duty)),
    ]
}

/// Alternatives of a visit in words; `bus` is the visit's own, which a move keeps.
pub(super) fn alternatives(
    words: Words,
    found: Result<Vec<Alternative>, NoAlternatives>,
    loaded: &Loaded,
    bus: &Slug,
) -> Alternatives {
    let said = words.again();
    match found {
        Ok(found) if found.is_empty() => Alternatives::None(said.no_alternative()),
        Ok(found) => Alternatives::Some(
            found
                .iter()
                .filter_map(|one| alternative(words, one, loaded, bus))
                .collect(),
        ),
        Err(NoAlternatives::Event { event, .. }) => Alternatives::None(said.of_event(&event_name(loaded, &event))),
        Err(NoAlternatives::Pinned { .. }) => Alternatives::None(said.of_people()),
        Err(NoAlternatives::NotInPlan { .. } | NoAlternatives::NoLongerAllowed { .. }) => {
            Alternatives::None(said.no_longer_allowed())
        }
    }
}

fn alternative(words: Words, one: &Alternative, loaded: &Loaded, bus: &Slug) -> Option<AlternativeLine> {
    let place = &one.place;
    let mut costs = cost_in_words(words, &one.cost);
    let shifted = u32::try_from(one.shifted.len()).unwrap_or(u32::MAX);
    costs.extend((shifted > 0).then(|| words.again().shifts(shifted)));
    Some(AlternativeLine {
        day: place.day,
        open: CivilWindow::new(place.public_start, place.public_end).ok()?,
        costs,
        other_bus: (place.bus != *bus).then(|| words.again().other_bus(&bus_name(loaded, &place.bus))),
    })
}

/// What becomes worse, and what better. That an announced visit moves is what is asked for, so it is not said.
fn cost_in_words(words: Words, cost: &Breakdown) -> Vec<String> {
    let said = words.again();
    let part = |worse: bool| {
        let groups = cost.groups().into_iter().filter(|(group, amount)| {
            *amount != 0 && (*amount > 0) == worse && *group != route_planning::CostGroup::AnnouncedMoved
        });
        let parts = groups.map(|(group, amount)| {
            let group = words.planning().group(group_code(group));
            said.part(&group, &words.planning().points(amount.abs()))
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    let (worse, better) = (part(true), part(false));
    let mut sentences = Vec::new();
    sentences.extend((!worse.is_empty()).then(|| said.worse(&worse)));
    sentences.extend((!better.is_empty()).then(|| said.better(&better)));
    if sentences.is_empty() {
        sentences.push(said.as_good());
    }
    sentences
}
