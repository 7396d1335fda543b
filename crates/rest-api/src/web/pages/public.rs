//! Public pages: rendered once for each revision and local day, then sent from memory.
//!
//! Search and pages that show the minute are made for each question; nothing here asks the database.

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use askama::Template;
use public_calendar::{
    Moment, Publication, addresses,
    pages::{self, Pages},
};
use serde::Deserialize;
use vocabulary::{AccountRole, Day, Slug, VisitId};
use wording::{Language, Words};

use super::{
    errors,
    views::{EstatePage, Frame, HomePage, PublicVisitPage, SearchPage, SeasonListPage, StopPage},
};
use crate::{
    app::{App, AppError},
    public::Snapshot,
    web::{bytes::Ready, session::Visitor, wrong_method},
};

/// The addresses of `public_calendar::addresses`.
pub fn routes(config: &mut ServiceConfig) {
    let (get, head) = (web::get, web::head);
    let page = |address: &str| web::resource(address.to_owned()).default_service(wrong_method("GET, HEAD"));
    config
        .service(page("/").route(get().to(home)).route(head().to(home)))
        .service(page("/szukaj").route(get().to(search)).route(head().to(search)))
        .service(page("/osiedla/{slug}").route(get().to(estate)).route(head().to(estate)))
        .service(page("/przystanki/{slug}").route(get().to(stop)).route(head().to(stop)))
        .service(page("/wizyty/{id}").route(get().to(visit)).route(head().to(visit)))
        .service(page("/sezon").route(get().to(season)).route(head().to(season)));
}

async fn home(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(&app, &request, &addresses::home(LANGUAGE), |pages, draw| {
        let view = pages.home();
        draw(&view.frame, &|frame| HomePage { frame, view: &view }.render())
    })
}

async fn season(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(&app, &request, &addresses::season(LANGUAGE), |pages, draw| {
        let view = pages.season();
        draw(&view.frame, &|frame| SeasonListPage { frame, view: &view }.render())
    })
}

async fn estate(app: Data<App>, request: HttpRequest, slug: web::Path<String>) -> HttpResponse {
    let Ok(slug) = slug.parse::<Slug>() else {
        return errors::page(&request, &AppError::NotFound);
    };
    if let Some(moved) = moved(&app, |p| {
        p.estate(&slug)
            .filter(|found| found.slug != slug)
            .map(|found| addresses::estate(LANGUAGE, &found.slug))
    }) {
        return moved;
    }
    page(&app, &request, &addresses::estate(LANGUAGE, &slug), |pages, draw| {
        let view = pages.estate(&slug).ok_or(AppError::NotFound)?;
        draw(&view.frame, &|frame| EstatePage { frame, view: &view }.render())
    })
}

async fn stop(app: Data<App>, request: HttpRequest, slug: web::Path<String>) -> HttpResponse {
    let Ok(slug) = slug.parse::<Slug>() else {
        return errors::page(&request, &AppError::NotFound);
    };
    if let Some(moved) = moved(&app, |p| {
        p.stop(&slug)
            .filter(|found| found.slug != slug)
            .map(|found| addresses::stop(LANGUAGE, &found.slug))
    }) {
        return moved;
    }
    page(&app, &request, &addresses::stop(LANGUAGE, &slug), |pages, draw| {
        let view = pages.stop(&slug).ok_or(AppError::NotFound)?;
        draw(&view.frame, &|frame| StopPage { frame, view: &view }.render())
    })
}

async fn visit(app: Data<App>, request: HttpRequest, id: web::Path<String>) -> HttpResponse {
    let Ok(id) = id.parse::<VisitId>() else {
        return errors::page(&request, &AppError::NotFound);
    };
    page(&app, &request, &addresses::visit(LANGUAGE, &id), |pages, draw| {
        let view = pages.visit(&id).ok_or(AppError::NotFound)?;
        draw(&view.frame, &|frame| PublicVisitPage { frame, view: &view }.render())
    })
}

/// The page in place of all others while nothing has been published. Only here does a public page ask who is there: it is
/// not kept, and a coordinator is shown the way on.
async fn nothing_yet(app: &App, request: &HttpRequest) -> Option<HttpResponse> {
    if app.public.newest().publication.is_some() {
        return None;
    }
    let visitor = Visitor::extract(request).await.ok().and_then(|visitor| visitor.0);
    let coordinator = visitor.is_some_and(|caller| caller.role == AccountRole::Coordinator);
    Some(errors::nothing_yet(request, coordinator))
}

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    q: String,
}

async fn search(app: Data<App>, request: HttpRequest, question: web::Query<Question>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let snapshot = app.public.newest();
    // Each question is its own page; they are not kept, so that odd ones cannot fill the memory.
    match draw_page(&app, &snapshot, |pages, draw| {
        let view = pages.search(&question.q);
        draw(&view.frame, &|frame| SearchPage { frame, view: &view }.render())
    }) {
        Ok(html) => Ready::new(html, HTML, "no-cache", None).respond(&request),
        Err(error) => errors::page(&request, &error),
    }
}

const LANGUAGE: Language = Language::Polish;
const HTML: &str = "text/html; charset=utf-8";

/// A permanent redirect if the address is a former one.
fn moved(app: &App, to: impl Fn(&Publication) -> Option<String>) -> Option<HttpResponse> {
    let snapshot = app.public.newest();
    let address = to(snapshot.publication.as_ref()?)?;
    Some(
        HttpResponse::PermanentRedirect()
            .insert_header(("Location", address))
            .finish(),
    )
}

type Draw<'a> = &'a dyn Fn(&pages::Frame, &dyn Fn(&Frame) -> askama::Result<String>) -> Result<String, AppError>;

/// A page that is the same for everybody on one local day: kept until the next revision, under the one address that we give
/// it. The request may spell that in many ways (`/s%65zon`), which would fill the memory.
fn page(
    app: &App,
    request: &HttpRequest,
    address: &str,
    make: impl FnOnce(&Pages<'_>, Draw<'_>) -> Result<String, AppError>,
) -> HttpResponse {
    let snapshot = app.public.newest();
    let key = format!("{address} {} {}", LANGUAGE.tag(), today(app, &snapshot));
    let kept = snapshot.kept(&key, || {
        let html = draw_page(app, &snapshot, make)?;
        Ok::<_, AppError>(Ready::new(html, HTML, "no-cache", None))
    });
    match kept {
        Ok(ready) => ready.respond(request),
        Err(error) => errors::page(request, &error),
    }
}

fn today(app: &App, snapshot: &Snapshot) -> Day {
    let zone = snapshot.publication.as_ref().map_or(app.zone, |p| p.data().zone);
    zone.day(app.now())
}

fn draw_page(
    app: &App,
    snapshot: &Snapshot,
    make: impl FnOnce(&Pages<'_>, Draw<'_>) -> Result<String, AppError>,
) -> Result<String, AppError> {
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let words = Words::of(LANGUAGE);
    let zone = publication.data().zone;
    let pages = Pages::new(publication, words, Moment::day(today(app, snapshot)));
    let draw = |page: &pages::Frame, template: &dyn Fn(&Frame) -> askama::Result<String>| {
        let frame = Frame::public(words, zone, page, app.clock.pretended_day(zone));
        template(&frame).map_err(|e| AppError::Internal(anyhow::anyhow!("a page could not be drawn: {e}")))
    };
    make(&pages, &draw)
}
