//! `/koordynator/…/plany`: asking for a plan, watching it come into being, reading what could not be met, publishing it.

use std::collections::BTreeSet;

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use route_planning::{CostGroup, Plan, Reason, Relaxation, RuleFamily, Unmet};
use serde::Deserialize;
use vocabulary::{Day, PlanId, PlanState, Slug, TravelChoice, Weekdays};
use wording::Words;

use super::{
    breaches::{self, Names},
    coordinator::{plan_line, season_line},
    fairness,
    forms::{self, Button, Desk, Done, Outcome, Posted, Signed},
    plan_again, reasons,
    views::{
        FieldError, FormErrors, PlanFigures, PlanPage, PlanResult, PlansPage, Progress, ReasonLine, ResultLine,
        StartForm, Tab, UnmetLine, WithoutRoads,
    },
};
use crate::{
    app::{
        AppError, draw,
        error::{Cause, Fault},
        idempotency::{Asked, Key},
        overview::{self, PlanSheet},
        plans::{self, PlanLimits},
        publish,
        season_model::Loaded,
        seasons, travel,
    },
    planner::News,
    travel::TravelFailure,
};

/// What the start form offers.
const USUAL_SECONDS: &str = "20";
const USUAL_SEED: &str = "1";

/// The plans.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/koordynator/sezony/{slug}/plany", "GET, POST")
                .route(web::get().to(list))
                .route(web::post().to(start)),
        )
        .service(resource("/koordynator/plany/{id}", "GET").route(web::get().to(show)))
        .service(resource("/koordynator/plany/{id}/anuluj", "POST").route(web::post().to(stop)))
        .service(resource("/koordynator/plany/{id}/zachowaj", "POST").route(web::post().to(keep)))
        .service(resource("/koordynator/plany/{id}/opublikuj", "POST").route(web::post().to(publish_plan)));
}

async fn list(signed: Signed, slug: Path<String>) -> HttpResponse {
    let form = StartForm {
        seconds: USUAL_SECONDS.to_owned(),
        seed: USUAL_SEED.to_owned(),
    };
    signed
        .answer(move |desk| forms::page(&plans_page(desk, &slug, form, FormErrors::default())?))
        .await
}

/// What is asked of the planner, as typed.
#[derive(Deserialize)]
struct Start {
    #[serde(default)]
    seconds: String,
    #[serde(default)]
    seed: String,
    /// A word of [`TravelChoice`]; none of the form's own field means the usual.
    #[serde(default)]
    travel: String,
}

async fn start(posted: Posted<Start>, slug: Path<String>) -> HttpResponse {
    let Posted { signed, form, key } = posted;
    signed
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let most = desk.app.config.planner.max_seconds;
            let asked = limits(desk.words(), &form, most).and_then(|limits| request(desk, &slug, limits, &key));
            match asked {
                Ok(id) => Ok(Outcome::See(format!("/koordynator/plany/{id}"), None)),
                Err(NotStarted::Form(errors)) => {
                    let Start { seconds, seed, .. } = form;
                    forms::again(&plans_page(desk, &slug, StartForm { seconds, seed }, errors)?)
                }
                Err(NotStarted::App(error)) => Err(error),
            }
        })
        .await
}

enum NotStarted {
    Form(FormErrors),
    App(AppError),
}

impl From<AppError> for NotStarted {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

/// Under the form's key, so that a button pressed twice starts one plan; other numbers in the same form are another request.
fn request(desk: &Desk, slug: &str, limits: PlanLimits, key: &str) -> Result<PlanId, NotStarted> {
    let season = seasons::by_slug(&desk.app, &slug.parse().map_err(|_| AppError::NotFound)?)?;
    let key = ((1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic())).then(|| Key {
        name: format!("{key} {limits:?}"),
        request_hash: format!("plan {}", season.id),
    });
    let asked = Asked {
        caller: &desk.caller,
        key: key.as_ref(),
    };
    match plans::request_once(&desk.app, asked, &season.id, limits) {
        Ok(plan) => Ok(plan.id),
        Err(AppError::Invalid(faults)) => {
            let most = desk.app.config.planner.max_seconds;
            let errors = faults.iter().map(|fault| start_fault(desk.words(), fault, most));
            Err(NotStarted::Form(FormErrors(errors.collect())))
        }
        Err(other) => Err(other.into()),
    }
}

fn limits(words: Words, form: &Start, most: u64) -> Result<PlanLimits, NotStarted> {
    let said = words.reasons();
    let mut found = Vec::new();
    let seconds = form.seconds.trim().parse::<u32>().ok();
    let seconds = seconds.filter(|s| (1..=most).contains(&u64::from(*s)));
    if seconds.is_none() {
        found.push(field("seconds", said.number_between(1, most)));
    }
    let seed = form.seed.trim().parse::<u64>().ok();
    if seed.is_none() {
        found.push(field("seed", said.whole_number()));
    }
    match (seconds, seed) {
        (Some(seconds), Some(seed)) => Ok(PlanLimits {
            seed,
            iterations: None,
            seconds: Some(seconds),
            travel: form.travel.parse().unwrap_or(TravelChoice::Usual),
        }),
        _ => Err(NotStarted::Form(FormErrors(found))),
    }
}

fn start_fault(words: Words, fault: &Fault, most: u64) -> FieldError {
    let said = words.reasons();
    match fault.pointer.as_str() {
        "/seconds" => field("seconds", said.number_between(1, most)),
        pointer => field(
            "form",
            match (pointer.strip_prefix(travel::LACKS), pointer.strip_prefix(travel::MOVED)) {
                (Some(slug), _) => words.travel().matrix_lacks(slug),
                (_, Some(slug)) => words.travel().matrix_moved(slug),
                _ => said.season_fault(&fault.detail),
            },
        ),
    }
}

fn field(field: &'static str, text: String) -> FieldError {
    FieldError { field, text }
}

fn plans_page(desk: &Desk, slug: &str, form: StartForm, errors: FormErrors) -> Result<PlansPage, AppError> {
    let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
    let (head, plans) = overview::plans(&desk.app, &desk.caller, &slug)?;
    Ok(PlansPage {
        frame: desk.frame(&desk.words().staff().plans_heading(&head.season.name), Tab::Coordinator),
        season: season_line(&head),
        form,
        errors,
        plans: plans.iter().map(plan_line).collect(),
        measured: desk
            .app
            .read(|db| travel::is_measured(&desk.app, db, &head.season.id))?,
    })
}

async fn show(signed: Signed, id: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| forms::page(&plan_page(desk, &parse(&id)?, FormErrors::default())?))
        .await
}

async fn stop(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    posted
        .signed
        .answer(move |desk| {
            let id = parse(&id)?;
            let done = match plans::cancel(&desk.app, &desk.caller, &id) {
                Ok(_) => Done::PlanStopped,
                Err(AppError::Refused { .. }) => Done::PlanEnded,
                Err(other) => return Err(other),
            };
            forms::see(format!("/koordynator/plany/{id}"), done)
        })
        .await
}

async fn keep(posted: Posted<Button>, id: Path<String>) -> HttpResponse {
    posted
        .signed
        .answer(move |desk| {
            let id = parse(&id)?;
            match plans::keep(&desk.app, &desk.caller, &id) {
                Ok(_) => forms::see(format!("/koordynator/plany/{id}"), Done::PlanKept),
                Err(AppError::Refused { reasons, .. }) => refused(desk, &id, &reasons),
                Err(other) => Err(other),
            }
        })
        .await
}

#[derive(Deserialize)]
struct Confirmed {
    confirmed: Option<String>,
}

async fn publish_plan(posted: Posted<Confirmed>, id: Path<String>) -> HttpResponse {
    let Posted { signed, form, .. } = posted;
    signed
        .answer(move |desk| {
            desk.caller.coordinator()?;
            let id = parse(&id)?;
            if form.confirmed.is_none() {
                let missing = field("confirmed", desk.words().reasons().confirm_missing());
                return forms::again(&plan_page(desk, &id, FormErrors(vec![missing]))?);
            }
            match publish::publish(&desk.app, &desk.caller, &id) {
                Ok(_) => forms::see(format!("/koordynator/plany/{id}"), Done::Published),
                Err(AppError::Refused { reasons, .. }) => refused(desk, &id, &reasons),
                Err(other) => Err(other),
            }
        })
        .await
}

/// The plan again with every reason; a form sent twice finds that it is done.
pub(super) fn refused(desk: &Desk, id: &PlanId, found: &[crate::app::error::Reason]) -> Result<Outcome, AppError> {
    if found.iter().any(|reason| reason.code == "plan-already-published") {
        return forms::see(format!("/koordynator/plany/{id}"), Done::Published);
    }
    let sheet = overview::plan(&desk.app, &desk.caller, id)?;
    let worded = found.iter().map(|reason| match &reason.cause {
        Some(Cause::Plan(violation)) => {
            let broken = breaches::one(desk.words(), violation, Names(Some(&sheet.loaded)));
            desk.words().reasons().plan_no_longer_fits(&broken)
        }
        _ => reasons::one(desk.words(), desk.zone(), reason),
    });
    let errors = worded.map(|text| field("form", text)).collect();
    forms::page_with(StatusCode::CONFLICT, &page_of(desk, sheet, FormErrors(errors)))
}

pub(super) fn parse(id: &str) -> Result<PlanId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn plan_page(desk: &Desk, id: &PlanId, errors: FormErrors) -> Result<PlanPage, AppError> {
    Ok(page_of(desk, overview::plan(&desk.app, &desk.caller, id)?, errors))
}

fn page_of(desk: &Desk, sheet: PlanSheet, errors: FormErrors) -> PlanPage {
    let asked = desk.words().dates().instant(sheet.plan.plan.requested_at, desk.zone());
    let working = matches!(sheet.plan.plan.state, PlanState::Queued | PlanState::Running);
    PlanPage {
        frame: desk.frame(&desk.words().staff().plan_of(&asked), Tab::Coordinator),
        season: season_line(&sheet.head),
        plan: plan_line(&sheet.plan),
        progress: sheet.news.as_ref().filter(|_| working).map(progress),
        best_stored: sheet.plan.plan.best_at.is_some(),
        failure: failure(desk.words(), &sheet),
        without_roads: without_roads(&sheet),
        again: plan_again::note(desk, &sheet),
        differs: plan_again::differs(desk.words(), &sheet),
        result: sheet
            .result
            .as_ref()
            .and_then(|plan| result(desk.words(), plan, &sheet)),
        next_release: sheet.next_release,
        errors,
    }
}

/// Why there is no plan, in words where the facts are kept.
fn failure(words: Words, sheet: &PlanSheet) -> Option<String> {
    let plan = &sheet.plan.plan;
    match travel_failure(sheet) {
        Some(failure) => Some(reasons::travel(words, &failure, &|slug| stop_name(&sheet.loaded, slug))),
        None => plan.error.as_deref().map(|reason| words.staff().plan_failed(reason)),
    }
}

fn travel_failure(sheet: &PlanSheet) -> Option<TravelFailure> {
    sheet.plan.plan.failure.as_ref().and_then(|json| json.read().ok())
}

/// The same plan with estimated travel, for one that failed for want of measured travel.
fn without_roads(sheet: &PlanSheet) -> Option<WithoutRoads> {
    let failure = travel_failure(sheet)?;
    let plan = &sheet.plan.plan;
    Some(WithoutRoads {
        seconds: plan
            .second_limit
            .map_or_else(|| USUAL_SECONDS.to_owned(), |s| s.to_string()),
        seed: plan.seed.to_string(),
        gaps: matches!(failure, TravelFailure::Gaps { .. }),
    })
}

fn progress(news: &News) -> Progress {
    Progress {
        asking: news.asking.map(|batches| (batches.done, batches.of)),
        percent: (news.share() * 100.0).round() as u8,
        iterations: news.iteration,
        placed: news.visits as usize,
        unmet: news.unmet as usize,
        seconds_left: news
            .second_limit
            .map(|limit| (f64::from(limit) - news.seconds).max(0.0).ceil() as u32),
    }
}

fn result(words: Words, plan: &Plan, sheet: &PlanSheet) -> Option<PlanResult> {
    let days: BTreeSet<Day> = plan.visits.iter().map(|visit| visit.day).collect();
    Some(PlanResult {
        figures: PlanFigures {
            visits: plan.figures.visits as usize,
            wanted: (plan.figures.visits + plan.figures.missing) as usize,
            days: days.len(),
            distance: plan.figures.distance,
            driving: plan.figures.travel,
        },
        estimated_travel: plan.estimated_travel,
        breakdown: breakdown(words, plan),
        unmet: plan
            .unmet
            .iter()
            .map(|unmet| unmet_line(words, unmet, &sheet.loaded))
            .collect(),
        estates: fairness::estates(plan, &sheet.loaded),
        skipped: fairness::skipped(words, plan, sheet),
        weeks: plan_again::weeks(sheet),
        chart: plan_again::chart(words, sheet)?,
    })
}

fn breakdown(words: Words, plan: &Plan) -> Vec<ResultLine> {
    let groups = plan.cost.groups().into_iter().filter(|(_, amount)| *amount != 0);
    let line = |(group, amount)| ResultLine {
        label: words.planning().group(group_code(group)),
        value: words.planning().points(amount),
    };
    groups.map(line).collect()
}

pub(super) const fn group_code(group: CostGroup) -> &'static str {
    match group {
        CostGroup::HardRules => "hard-rules",
        CostGroup::UnservedLeast => "unserved-least",
        CostGroup::AnnouncedMoved => "announced-moved",
        CostGroup::UnservedWanted => "unserved-wanted",
        CostGroup::Fairness => "fairness",
        CostGroup::Preferences => "preferences",
        CostGroup::Travel => "travel",
        CostGroup::Spread => "spread",
    }
}

pub(super) fn stop_name(loaded: &Loaded, slug: &Slug) -> String {
    let found = loaded.season.stop(slug);
    found.map_or_else(|| slug.to_string(), |stop| draw::distinct_name(&loaded.season, stop))
}

fn unmet_line(words: Words, unmet: &Unmet, loaded: &Loaded) -> UnmetLine {
    let season = &loaded.season;
    let estate = season.stop(&unmet.stop).and_then(|stop| stop.estate.as_ref());
    UnmetLine {
        slug: unmet.stop.clone(),
        stop: stop_name(loaded, &unmet.stop),
        estate: estate
            .and_then(|slug| season.estate(slug))
            .map(|estate| estate.name.clone())
            .unwrap_or_default(),
        got: unmet.got as usize,
        least: unmet.least as usize,
        wanted: unmet.wanted as usize,
        reasons: unmet
            .reasons
            .iter()
            .enumerate()
            .map(|(i, reason)| reason_line(words, i, reason, loaded))
            .collect(),
    }
}

fn reason_line(words: Words, number: usize, reason: &Reason, loaded: &Loaded) -> ReasonLine {
    ReasonLine {
        text: why(words, reason, loaded),
        relax: matches!(reason, Reason::OneRule { .. }).then_some(number),
    }
}

fn why(words: Words, reason: &Reason, loaded: &Loaded) -> String {
    let said = words.planning();
    match reason {
        Reason::OneRule { relaxation, .. } => enough(words, relaxation, loaded),
        Reason::SeveralRules { families } => {
            let names = families.iter().map(|family| said.rule(rule_code(*family)));
            said.several_rules(&names.collect::<Vec<_>>().join(", "))
        }
        Reason::OutOfReach => said.out_of_reach(),
    }
}

/// The rule in the way, and how little would do.
pub(super) fn enough(words: Words, relaxation: &Relaxation, loaded: &Loaded) -> String {
    let (said, dates) = (words.planning(), words.dates());
    match relaxation {
        Relaxation::LeastGap { asked, enough } => said.least_gap(*asked, *enough),
        Relaxation::MostGap { asked, enough } => match (asked, enough) {
            (Some(asked), Some(enough)) => said.most_gap(*asked, *enough),
            (Some(asked), None) => said.most_gap_unlimited(*asked),
            (None, Some(enough)) => said.first_and_last_within(*enough),
            (None, None) => said.first_and_last(),
        },
        Relaxation::BlockDays { asked, enough } => said.block_days(*asked, *enough),
        Relaxation::OffCycle { weeks } => said.off_cycle(*weeks),
        Relaxation::AnyWeekday => said.any_weekday(),
        Relaxation::AnyStart => said.any_start(),
        Relaxation::Together { stops } => {
            let names: Vec<String> = stops.iter().map(|stop| stop_name(loaded, stop)).collect();
            said.together(&names.join(", "))
        }
        Relaxation::Weekdays { allow } => said.weekdays(&weekdays(words, *allow)),
        Relaxation::SiteHours { longer_by } => said.site_hours(&dates.length(*longer_by)),
        Relaxation::SiteOpen { days } => said.site_open(&day_list(words, days)),
        Relaxation::Permission { until } => said.permission(&dates.with_year(*until)),
        Relaxation::Events { events } => said.events(&event_names(events, loaded)),
        Relaxation::OpenDays { days } => said.open_days(&day_list(words, days)),
        Relaxation::BusHours { longer_by } => said.bus_hours(&dates.length(*longer_by)),
        Relaxation::Duty { longer_by } => said.duty(&dates.length(*longer_by)),
        Relaxation::Driving { longer_by } => said.driving(&dates.length(*longer_by)),
        Relaxation::Capacity { more_by } => said.capacity(&more_by.to_string()),
        Relaxation::Range { farther_by } => said.range(&words.staff().kilometres(farther_by.get().div_ceil(1000))),
        Relaxation::Breaks { shorter_by } => said.breaks(&dates.length(*shorter_by)),
        Relaxation::AllHours => said.forbidden_hours(),
        Relaxation::Capability { without } => {
            said.capability(&without.iter().map(Slug::as_str).collect::<Vec<_>>().join(", "))
        }
        Relaxation::VisitLength { asked, enough } => said.visit_length(&dates.length(*asked), &dates.length(*enough)),
        Relaxation::AnotherBus { days } => said.another_bus(&day_list(words, days)),
    }
}

const fn rule_code(family: RuleFamily) -> &'static str {
    match family {
        RuleFamily::LeastGap => "least-gap",
        RuleFamily::MostGap => "most-gap",
        RuleFamily::Block => "block",
        RuleFamily::Cycle => "cycle",
        RuleFamily::SameWeekday => "same-weekday",
        RuleFamily::SameStart => "same-start",
        RuleFamily::Apart => "apart",
        RuleFamily::Weekdays => "weekdays",
        RuleFamily::SiteHours => "site-hours",
        RuleFamily::Permission => "permission",
        RuleFamily::Event => "event",
        RuleFamily::ClosedDay => "closed-day",
        RuleFamily::BusHours => "bus-hours",
        RuleFamily::Duty => "duty",
        RuleFamily::Driving => "driving",
        RuleFamily::Capacity => "capacity",
        RuleFamily::Range => "range",
        RuleFamily::Breaks => "breaks",
        RuleFamily::ForbiddenHours => "forbidden-hours",
        RuleFamily::Capability => "capability",
        RuleFamily::VisitLength => "visit-length",
        RuleFamily::SeasonFull => "season-full",
    }
}

pub(super) fn day_list(words: Words, days: &[Day]) -> String {
    let names: Vec<String> = days.iter().map(|day| words.dates().short(*day)).collect();
    names.join(", ")
}

fn weekdays(words: Words, days: Weekdays) -> String {
    let names: Vec<String> = days.iter().map(|day| words.dates().name_of_weekday(day)).collect();
    names.join(", ")
}

fn event_names(slugs: &[Slug], loaded: &Loaded) -> String {
    let name = |slug: &Slug| {
        let event = loaded.season.events.iter().find(|event| event.slug == *slug);
        event.map_or_else(|| slug.to_string(), |event| event.name.clone())
    };
    slugs.iter().map(name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A family without its own variant would silently be said as the default one.
    #[test]
    fn every_family_and_group_is_said_apart() {
        let words = Words::of(wording::Language::Polish);
        let said: std::collections::BTreeSet<String> = RuleFamily::ALL
            .iter()
            .map(|family| words.planning().rule(rule_code(*family)))
            .collect();
        assert_eq!(said.len(), RuleFamily::ALL.len());
        let groups = route_planning::Breakdown::default().groups();
        let said: std::collections::BTreeSet<String> = groups
            .iter()
            .map(|(group, _)| words.planning().group(group_code(*group)))
            .collect();
        assert_eq!(said.len(), groups.len());
    }
}
