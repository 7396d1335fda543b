//! `/koordynator`: the seasons, and one season with its figures, gaps in the crew, releases and plans.

use std::collections::BTreeSet;

use actix_web::{
    HttpResponse,
    web::{self, Path, ServiceConfig},
};
use storage::{Release, StaffedVisit};
use vocabulary::{CivilWindow, Day, Slug, VisitState};

use super::{
    forms::{self, Desk, Signed},
    views::{Attention, GapLine, PlanLine, ReleaseLine, SeasonFigures, SeasonLine, SeasonPage, SeasonsPage, Tab},
};
use crate::app::{
    AppError, barriers, crew, outbox,
    overview::{self, PlanHead, SeasonHead, SeasonSheet},
    swaps,
};

/// The most gaps that are listed.
const GAPS_LISTED: usize = 20;

/// The seasons.
pub fn routes(config: &mut ServiceConfig) {
    let get = |path| web::resource(path).default_service(crate::web::wrong_method("GET"));
    config
        .service(get("/koordynator").route(web::get().to(seasons)))
        .service(get("/koordynator/sezony/{slug}").route(web::get().to(season)));
}

async fn seasons(signed: Signed) -> HttpResponse {
    signed
        .answer(|desk| {
            let heads = overview::seasons(&desk.app, &desk.caller)?;
            forms::page(&SeasonsPage {
                frame: desk.frame(&desk.words().staff().seasons(), Tab::Coordinator),
                seasons: heads.iter().map(season_line).collect(),
                attention: attention(desk)?,
            })
        })
        .await
}

/// What waits for a coordinator outside any one season's page.
fn attention(desk: &Desk) -> Result<Vec<Attention>, AppError> {
    let words = desk.words().swaps();
    let mut lines = Vec::new();
    let dead = outbox::given_up(&desk.app, &desk.caller)?;
    lines.extend((dead > 0).then(|| Attention {
        said: desk.words().notices().outbox_given_up(dead),
        link: desk.words().notices().outbox_look(),
        path: "/wiadomosci".to_owned(),
    }));
    let barriers = barriers::waiting(&desk.app, &desk.caller)? as usize;
    lines.extend((barriers > 0).then(|| Attention {
        said: desk.words().barriers().waiting(barriers),
        link: desk.words().barriers().look(),
        path: "/koordynator/bariery".to_owned(),
    }));
    for part in swaps::shifts_awaiting(&desk.app, &desk.caller)? {
        let when = desk.words().dates().medium(part.shift.crew_day);
        lines.push(Attention {
            said: words.swap_for_staff_subject(&when, &part.place.stop),
            link: words.swap_look(),
            path: format!("/koordynator/dyzury/{}#zamiany", part.shift.id),
        });
    }
    Ok(lines)
}

async fn season(signed: Signed, slug: Path<String>) -> HttpResponse {
    signed
        .answer(move |desk| {
            let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
            let sheet = overview::season(&desk.app, &desk.caller, &slug)?;
            forms::page(&season_page(desk, &sheet))
        })
        .await
}

/// A season in a list, and above its own pages.
pub fn season_line(head: &SeasonHead) -> SeasonLine {
    SeasonLine {
        slug: head.season.slug.clone(),
        name: head.season.name.clone(),
        first: head.season.first_day,
        last: head.season.last_day,
        release: head.release,
    }
}

/// A plan in a list, and above its own page.
pub fn plan_line(head: &PlanHead) -> PlanLine {
    PlanLine {
        id: head.plan.id.clone(),
        asked_at: head.plan.requested_at,
        state: head.plan.state,
        kind: head.plan.kind,
        visits: head.visits.map(|visits| visits as usize),
        release: head.release,
    }
}

fn season_page(desk: &Desk, sheet: &SeasonSheet) -> SeasonPage {
    let mut gaps = gaps(sheet, desk.app.today());
    let gaps_in_all = gaps.len();
    gaps.truncate(GAPS_LISTED);
    SeasonPage {
        frame: desk.frame(&sheet.head.season.name, Tab::Coordinator),
        season: season_line(&sheet.head),
        figures: figures(sheet),
        gaps,
        gaps_in_all,
        releases: sheet.releases.iter().map(|r| release_line(r, &sheet.visits)).collect(),
        plans: sheet.plans.iter().map(plan_line).collect(),
    }
}

fn planned(sheet: &SeasonSheet) -> impl Iterator<Item = &StaffedVisit> {
    sheet.visits.iter().filter(|v| v.visit.state == VisitState::Planned)
}

fn figures(sheet: &SeasonSheet) -> SeasonFigures {
    let stops: BTreeSet<_> = planned(sheet).map(|v| &v.visit.stop_id).collect();
    let places = stops.iter().filter_map(|stop| sheet.places.get(*stop));
    let estates: BTreeSet<_> = places.map(|p| &p.estate).filter(|e| !e.is_empty()).collect();
    let days: BTreeSet<Day> = planned(sheet).map(|v| v.visit.day).collect();
    let staffing = planned(sheet).map(|v| crew::staffing(&v.shifts));
    let (places, filled) = staffing.fold((0, 0), |(all, taken), (p, t)| (all + p, taken + t));
    SeasonFigures {
        visits: planned(sheet).count(),
        stops: stops.len(),
        estates: estates.len(),
        days: days.len(),
        places: places as usize,
        filled: filled as usize,
    }
}

/// Visits from today on that lack people.
fn gaps(sheet: &SeasonSheet, today: Day) -> Vec<GapLine> {
    let ahead = planned(sheet).filter(|v| v.visit.day >= today);
    ahead.filter_map(|v| gap(sheet, v)).collect()
}

fn gap(sheet: &SeasonSheet, of: &StaffedVisit) -> Option<GapLine> {
    let missing = super::missing(&of.shifts);
    if missing.is_empty() {
        return None;
    }
    Some(GapLine {
        visit: of.visit.id.clone(),
        day: of.visit.day,
        crew: CivilWindow::new(of.visit.arrival, of.visit.departure).ok()?,
        stop: sheet.places.get(&of.visit.stop_id).map(|p| p.stop.clone())?,
        missing,
    })
}

fn release_line(release: &Release, visits: &[StaffedVisit]) -> ReleaseLine {
    let in_it = |v: &&StaffedVisit| (v.visit.first_release..=v.visit.last_release).contains(&release.number);
    ReleaseLine {
        number: release.number,
        published_at: release.published_at,
        visits: visits.iter().filter(in_it).count(),
    }
}
