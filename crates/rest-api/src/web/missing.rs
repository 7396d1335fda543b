//! What is answered where nothing is, or is no more: 404 with the names that come nearest, 410 with what took its place. As a page for people, as
//! a problem for programs.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use askama::Template;
use public_calendar::{
    Publication, addresses,
    pages::{Lost, text},
    search::{self, Hit, Thing},
};
use serde_json::json;
use vocabulary::{Slug, VisitId};
use wording::Language;

use super::{
    block,
    pages::{
        errors,
        public::{Asked, draw_page},
        views::MissingPage,
    },
    problem::{Kind, Problem},
};
use crate::app::{App, AppError, former};

/// What was asked for in vain, as it stood in the address.
#[derive(Debug, Clone)]
pub enum Sought {
    /// An estate.
    Estate(String),
    /// A stop.
    Stop(String),
    /// A visit.
    Visit(String),
    /// Whatever else.
    Page(String),
}

/// The same, and whether it once was. Asks the database, so it is for addresses that are not in memory.
async fn lost(app: &Data<App>, sought: &Sought) -> Result<Option<former::Former>, AppError> {
    let (visit, stop) = match sought {
        Sought::Visit(text) => (text.parse::<VisitId>().ok(), None),
        Sought::Stop(text) => (None, text.parse::<Slug>().ok()),
        Sought::Estate(_) | Sought::Page(_) => (None, None),
    };
    let app = app.clone();
    match (visit, stop) {
        (Some(id), _) => block(move || former::visit(&app, &id)).await,
        (_, Some(slug)) => block(move || former::stop(&app, &slug)).await,
        (None, None) => Ok(None),
    }
}

fn described<'a>(sought: &'a Sought, former: Option<&'a former::Former>) -> Lost<'a> {
    match (sought, former) {
        (
            _,
            Some(former::Former::Visit {
                season,
                stop,
                slug,
                day,
            }),
        ) => Lost::FormerVisit {
            season,
            stop,
            day: *day,
            at: Some(slug),
        },
        (_, Some(former::Former::Stop(name))) => Lost::FormerStop(name),
        (Sought::Estate(text), None) => Lost::Estate(text),
        (Sought::Stop(text), None) => Lost::Stop(text),
        (Sought::Visit(_), None) => Lost::Visit,
        (Sought::Page(path), None) => Lost::Page(path),
    }
}

const fn status(lost: &Lost<'_>) -> StatusCode {
    if lost.is_former() {
        StatusCode::GONE
    } else {
        StatusCode::NOT_FOUND
    }
}

/// The page in place of the one asked for, in the language and the form of the request.
pub async fn page(app: &Data<App>, request: &HttpRequest, sought: Sought) -> HttpResponse {
    let former = match lost(app, &sought).await {
        Ok(former) => former,
        Err(error) => return errors::page(request, &error),
    };
    let lost = described(&sought, former.as_ref());
    let asked = Asked::by(request);
    let drawn = draw_page(app, &app.public.newest(), asked, |pages, draw| {
        let view = pages.missing(&lost);
        draw(
            &view.frame,
            &|frame| {
                let frame = super::pages::views::Frame {
                    canonical: None,
                    ..frame.clone()
                };
                MissingPage {
                    frame: &frame,
                    view: &view,
                }
                .render()
            },
            &|_| text::missing(&view),
        )
    });
    match drawn {
        Ok(drawn) => HttpResponse::build(status(&lost))
            .insert_header((header::CONTENT_TYPE, asked.media_type()))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::VARY, "Accept, Accept-Encoding, Accept-Language, User-Agent"))
            .body(drawn),
        Err(error) => errors::page(request, &error),
    }
}

/// The same for a feed or the API.
pub async fn problem(app: &Data<App>, language: Language, sought: Sought) -> Problem {
    let former = match lost(app, &sought).await {
        Ok(former) => former,
        Err(error) => return error.into(),
    };
    let lost = described(&sought, former.as_ref());
    let snapshot = app.public.newest();
    let Some(publication) = snapshot.publication.as_ref() else {
        return AppError::NothingPublished.into();
    };
    let hits = search::nearest(publication, language, lost.text());
    let nearest: Vec<_> = hits.iter().map(|hit| near(publication, language, hit)).collect();
    let successor = match &lost {
        Lost::FormerVisit { at: Some(slug), .. } => publication.stop(slug),
        _ => None,
    };
    let successor = successor.map(|stop| publication.absolute(&addresses::stop(language, &stop.slug)));
    let problem = if lost.is_former() {
        Problem::new(
            Kind::GONE,
            "it was published once, and is not in the timetable any more",
        )
    } else {
        Problem::new(Kind::NOT_FOUND, "there is no such thing in the timetable")
    };
    let problem = problem.with("nearest", json!(nearest));
    match successor {
        Some(address) => problem.with("successor", json!(address)),
        None => problem,
    }
}

fn near(publication: &Publication, language: Language, hit: &Hit<'_>) -> serde_json::Value {
    let (kind, address) = match hit.thing {
        Thing::Estate(estate) => ("estate", Some(addresses::estate(language, &estate.slug))),
        Thing::Stop(stop) => ("stop", Some(addresses::stop(language, &stop.slug))),
        Thing::Street(street) => {
            let estate = street.estate.as_ref();
            ("street", estate.map(|slug| addresses::estate(language, slug)))
        }
    };
    let url = address.map(|address| publication.absolute(&address));
    json!({ "kind": kind, "name": hit.thing.name(), "url": url })
}
