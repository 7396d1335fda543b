//! Public pages: rendered once for each revision and local day, then sent from memory.
//!
//! Search and pages that show the minute are made for each question; nothing here asks the database.

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    http::header::{ACCEPT, AcceptLanguage, Header as _, Preference, USER_AGENT},
    web::{self, Data, ServiceConfig},
};
use askama::Template;
use public_calendar::{
    Moment, Publication, addresses,
    pages::{self, Pages, text},
};
use serde::Deserialize;
use std::str::FromStr;
use vocabulary::{AccountRole, Day, VisitId};
use wording::{Language, Words};

use super::{
    errors,
    views::{
        EstatePage, Frame, HomePage, MapPage, PublicVisitPage, SearchPage, SeasonListPage, StopPage, Streets, StylePage,
    },
};
use crate::{
    app::{App, AppError},
    public::Snapshot,
    web::{
        bytes::Ready,
        missing::{self, Sought},
        reads::{InEveryLanguage, reads},
        session::Visitor,
    },
};

/// The addresses of `public_calendar::addresses`, in every language.
pub fn routes(config: &mut ServiceConfig) {
    config.service(reads(addresses::STYLE, style));
    for language in Language::ALL
        .iter()
        .filter(|language| !language.path_prefix().is_empty())
    {
        let address = format!("{}/", language.path_prefix());
        config.service(web::redirect(language.path_prefix(), address));
    }
    InEveryLanguage(config)
        .at("/", home)
        .at("/szukaj", search)
        .at("/osiedla/{slug}", estate)
        .at("/przystanki/{slug}", stop)
        .at("/wizyty/{id}", visit)
        .at("/mapa", map)
        .at("/sezon", season);
}

async fn home(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(&app, &request, addresses::home, |pages, draw| {
        let view = pages.home();
        draw(
            &view.frame,
            &|frame| HomePage { frame, view: &view }.render(),
            &|words| text::home(words, &view),
        )
    })
}

async fn season(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(&app, &request, addresses::season, |pages, draw| {
        let view = pages.season();
        draw(
            &view.frame,
            &|frame| SeasonListPage { frame, view: &view }.render(),
            &|words| text::season(words, &view),
        )
    })
}

async fn map(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(&app, &request, addresses::map, |pages, draw| {
        let view = pages.map().ok_or(AppError::NotFound)?;
        draw(
            &view.frame,
            &|frame| MapPage { frame, view: &view }.render(),
            &|words| text::map(words, &view),
        )
    })
}

async fn style(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    page(
        &app,
        &request,
        |_| addresses::STYLE.to_owned(),
        |pages, draw| {
            let view = pages.style().ok_or(AppError::NotFound)?;
            let html = |frame: &Frame| StylePage { frame, view: &view }.render();
            draw(&view.frame, &html, &|words| words.style().style_help())
        },
    )
}

async fn estate(app: Data<App>, request: HttpRequest, asked: web::Path<String>) -> HttpResponse {
    let Some((slug, now)) = known(&app, &asked, |p, slug| p.estate(slug).map(|found| found.slug.clone())) else {
        return missing::page(&app, &request, Sought::Estate(asked.into_inner())).await;
    };
    if slug != now {
        return moved(addresses::estate(spoken(&request), &now));
    }
    page(
        &app,
        &request,
        |language| addresses::estate(language, &slug),
        |pages, draw| {
            let view = pages.estate(&slug).ok_or(AppError::NotFound)?;
            draw(
                &view.frame,
                &|frame| EstatePage { frame, view: &view }.render(),
                &|words| text::estate(words, &view),
            )
        },
    )
}

async fn stop(app: Data<App>, request: HttpRequest, asked: web::Path<String>) -> HttpResponse {
    let Some((slug, now)) = known(&app, &asked, |p, slug| p.stop(slug).map(|found| found.slug.clone())) else {
        return missing::page(&app, &request, Sought::Stop(asked.into_inner())).await;
    };
    if slug != now {
        return moved(addresses::stop(spoken(&request), &now));
    }
    page(
        &app,
        &request,
        |language| addresses::stop(language, &slug),
        |pages, draw| {
            let view = pages.stop(&slug).ok_or(AppError::NotFound)?;
            draw(
                &view.frame,
                &|frame| StopPage { frame, view: &view }.render(),
                &|words| text::stop(words, &view),
            )
        },
    )
}

async fn visit(app: Data<App>, request: HttpRequest, asked: web::Path<String>) -> HttpResponse {
    let Some((id, _)) = known(&app, &asked, |p, id: &VisitId| p.visit(id).map(|_| ())) else {
        return missing::page(&app, &request, Sought::Visit(asked.into_inner())).await;
    };
    page(
        &app,
        &request,
        |language| addresses::visit(language, &id),
        |pages, draw| {
            let view = pages.visit(&id).ok_or(AppError::NotFound)?;
            draw(
                &view.frame,
                &|frame| PublicVisitPage { frame, view: &view }.render(),
                &|words| text::visit(words, &view),
            )
        },
    )
}

/// What stands in the address, read, and what the calendar has under it.
pub fn known<Id: FromStr, T>(
    app: &App,
    asked: &str,
    find: impl FnOnce(&Publication, &Id) -> Option<T>,
) -> Option<(Id, T)> {
    let id = asked.parse().ok()?;
    let found = find(app.public.newest().publication.as_ref()?, &id)?;
    Some((id, found))
}

/// The page in place of all others while nothing has been published. Only here does a public page ask who is there: it is
/// not kept, and a coordinator is shown the way on.
pub(super) async fn nothing_yet(app: &App, request: &HttpRequest) -> Option<HttpResponse> {
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
    let asked = Asked::by(&request);
    match draw_page(&app, &snapshot, asked, |pages, draw| {
        let view = pages.search(&question.q);
        draw(
            &view.frame,
            &|frame| SearchPage { frame, view: &view }.render(),
            &|_| text::search(&view),
        )
    }) {
        Ok(drawn) => ready(asked, drawn).respond(&request),
        Err(error) => errors::page(&request, &error),
    }
}

/// The language of the address, and the one that the browser asks for where we speak it and it is another.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct Asked {
    language: Language,
    preferred: Option<Language>,
    form: Form,
}

/// In which form somebody reads a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// In a browser.
    Html,
    /// In a terminal: whoever asks for `text/plain`, or a program that shows what it is sent.
    Text,
}

impl Form {
    fn by(request: &HttpRequest) -> Self {
        let header = |name| {
            request
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or("")
        };
        let (accepted, program) = (header(ACCEPT), header(USER_AGENT));
        let terminal = ["curl/", "Wget/", "HTTPie/"]
            .iter()
            .any(|name| program.starts_with(name));
        match (accepted.contains("text/html"), accepted.contains("text/plain")) {
            (false, true) => Self::Text,
            (false, false) if terminal => Self::Text,
            _ => Self::Html,
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

impl Asked {
    /// For a page that has no other form.
    pub(super) fn html(request: &HttpRequest) -> Self {
        Self {
            form: Form::Html,
            ..Self::by(request)
        }
    }

    /// A page is kept for each language that a browser may prefer, each form and each local day.
    fn key(&self, address: &str, today: Day) -> String {
        let preferred = self.preferred.unwrap_or(self.language).tag();
        let form = if self.form == Form::Text { " text" } else { "" };
        format!("{address} {preferred} {today}{form}")
    }

    /// The media type of what is drawn for it.
    pub(in crate::web) const fn media_type(self) -> &'static str {
        self.form.media_type()
    }

    /// As the request says.
    pub(in crate::web) fn by(request: &HttpRequest) -> Self {
        let language = spoken(request);
        let preferred = AcceptLanguage::parse(request).ok().and_then(|accepted| {
            let mut ranked = accepted.ranked().into_iter();
            ranked.find_map(|tag| match tag {
                Preference::Any => Some(language),
                Preference::Specific(tag) => Language::from_tag(tag.primary_language()),
            })
        });
        Self {
            language,
            preferred: preferred.filter(|preferred| *preferred != language),
            form: Form::by(request),
        }
    }
}

/// The key under which the page of this address is kept for whoever asks in this way.
pub fn kept_under(request: &HttpRequest, snapshot: &Snapshot, address: &str) -> Option<String> {
    let app = request.app_data::<Data<App>>()?;
    Some(Asked::by(request).key(address, today(app, snapshot)))
}

/// The language of the address asked for.
pub fn spoken(request: &HttpRequest) -> Language {
    Language::of_path(request.path()).0
}

pub(super) fn ready(asked: Asked, drawn: String) -> Ready {
    let vary = "Accept, Accept-Encoding, Accept-Language, User-Agent";
    Ready::new(drawn, asked.form.media_type(), "no-cache", None).varying(vary)
}

/// A permanent redirect from a former address.
pub fn moved(to: String) -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(("Location", to))
        .finish()
}

type Html<'a> = &'a dyn Fn(&Frame) -> askama::Result<String>;
type Text<'a> = &'a dyn Fn(Words) -> String;
/// Draws a page in the form asked for.
pub(in crate::web) type Draw<'a> = &'a dyn Fn(&pages::Frame, Html<'_>, Text<'_>) -> Result<String, AppError>;

/// A page that is the same for everybody on one local day: kept until the next revision, under the one address that we give
/// it. The request may spell that in many ways (`/s%65zon`), which would fill the memory.
pub(super) fn page(
    app: &App,
    request: &HttpRequest,
    address: impl Fn(Language) -> String,
    make: impl FnOnce(&Pages<'_>, Draw<'_>) -> Result<String, AppError>,
) -> HttpResponse {
    let snapshot = app.public.newest();
    let asked = Asked::by(request);
    let key = asked.key(&address(asked.language), today(app, &snapshot));
    let kept = snapshot.kept(&key, || {
        Ok::<_, AppError>(ready(asked, draw_page(app, &snapshot, asked, make)?))
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

/// A page as it is asked for, not kept.
pub(in crate::web) fn draw_page(
    app: &App,
    snapshot: &Snapshot,
    asked: Asked,
    make: impl FnOnce(&Pages<'_>, Draw<'_>) -> Result<String, AppError>,
) -> Result<String, AppError> {
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let words = Words::of(asked.language);
    let zone = publication.data().zone;
    let pages = Pages::new(publication, words, Moment::day(today(app, snapshot)));
    let draw = |page: &pages::Frame, html: Html<'_>, text: Text<'_>| {
        if asked.form == Form::Text {
            return Ok(text(words));
        }
        let mut frame = Frame::public(words, zone, page, app.clock.pretended_day(zone));
        frame.asked_for = asked.preferred;
        frame.declared = app.config.declaration.body.is_some();
        frame.follow = Some(super::follow::ways(app));
        frame.streets = app.street_map.as_ref().map(|map| Streets {
            attribution: map.attribution.clone(),
            version: map.version.clone(),
            bounds: map.bounds,
        });
        html(&frame).map_err(|e| AppError::Internal(anyhow::anyhow!("a page could not be drawn: {e}")))
    };
    make(&pages, &draw)
}
