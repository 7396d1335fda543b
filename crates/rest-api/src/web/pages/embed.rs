//! Visits on pages of others: `/osadz` makes the snippet, `/osadz/wizyty` is what stands in a frame.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{CONTENT_SECURITY_POLICY, HeaderValue},
    },
    web::{Data, Query, ServiceConfig},
};
use askama::Template;
use public_calendar::{
    Publication, addresses,
    json::Part,
    mix::Mix,
    pages::{EmbedWish, count_of, text},
};
use serde::Deserialize;
use wording::Language;

use super::{
    errors, forms,
    public::{Asked, draw_page, nothing_yet, page, ready, spoken},
    views::{EmbedPage, EmbeddedPage, Frame, MessagePage},
};
use crate::{
    app::{App, AppError},
    web::reads::reads,
};

/// Any page may show these in a frame; nothing runs in them and nothing is sent.
const FRAME_POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// How many visits are shown where nobody says.
const USUAL: usize = 5;

/// The pages, in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    for language in Language::ALL {
        config
            .service(reads(&addresses::embed(*language), maker))
            .service(reads(&addresses::embed_frame(*language), frame));
    }
}

/// What somebody chose on the page.
#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    m: String,
    jezyk: Option<String>,
    ile: Option<usize>,
}

async fn maker(app: Data<App>, request: HttpRequest, chosen: Query<Chosen>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let asked = Asked::by(&request);
    let snapshot = app.public.newest();
    let drawn = draw_page(&app, &snapshot, asked, |pages, draw| {
        let mix = snapshot.publication.as_ref().and_then(|p| Mix::read(p, &chosen.m).ok());
        let part = match mix.as_ref().map(|mix| (mix.estates(), mix.stops())) {
            Some(([estate, ..], _)) => Part::Estate(estate),
            Some((_, [stop, ..])) => Part::Stop(stop),
            _ => Part::Town,
        };
        let language = chosen.jezyk.as_deref().and_then(Language::from_tag);
        let view = pages.embed(&EmbedWish {
            part,
            language: language.unwrap_or(spoken(&request)),
            count: count_of(chosen.ile.unwrap_or(USUAL)),
        });
        draw(&view.frame, &|frame| EmbedPage { frame, view: &view }.render(), &|_| {
            text::embed(&view)
        })
    });
    match drawn {
        Ok(drawn) => ready(asked, drawn).respond(&request),
        Err(error) => errors::page(&request, &error),
    }
}

/// What stands in the address of a frame.
#[derive(Deserialize)]
struct Framed {
    osiedle: Option<String>,
    przystanek: Option<String>,
    ile: Option<usize>,
}

impl Framed {
    fn part<'p>(&self, publication: &'p Publication) -> Option<Part<'p>> {
        Some(match (&self.osiedle, &self.przystanek) {
            (Some(estate), _) => Part::Estate(publication.estate(&estate.parse().ok()?)?),
            (None, Some(stop)) => Part::Stop(publication.stop(&stop.parse().ok()?)?),
            (None, None) => Part::Town,
        })
    }
}

async fn frame(app: Data<App>, request: HttpRequest, framed: Query<Framed>) -> HttpResponse {
    let count = count_of(framed.ile.unwrap_or(USUAL));
    let snapshot = app.public.newest();
    let part = snapshot.publication.as_ref().and_then(|p| framed.part(p));
    let mut response = match (part, snapshot.publication.is_some()) {
        (Some(part), _) => {
            let key = |language| format!("frame {} {count}", part_address(part, language));
            page(&app, &request, key, |pages, draw| {
                let view = pages.embedded(part, count);
                draw(
                    &view.frame,
                    &|frame| EmbeddedPage { frame, view: &view }.render(),
                    &|words| text::embedded(words, &view),
                )
            })
        }
        (None, true) => unknown(&app, &request),
        (None, false) => errors::nothing_yet(&request, false),
    };
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAME_POLICY));
    response
}

fn part_address(part: Part<'_>, language: Language) -> String {
    match part {
        Part::Town => addresses::home(language),
        Part::Estate(estate) => addresses::estate(language, &estate.slug),
        Part::Stop(stop) => addresses::stop(language, &stop.slug),
    }
}

fn unknown(app: &App, request: &HttpRequest) -> HttpResponse {
    let words = wording::Words::of(spoken(request));
    let heading = words.embed().unknown();
    let view = MessagePage {
        frame: Frame::bare(words, app.zone, heading.clone()),
        heading,
        paragraphs: Vec::new(),
        link: Some((words.pages().to_home(), addresses::home(spoken(request)))),
    };
    match view.render() {
        Ok(html) => forms::html_response(StatusCode::NOT_FOUND, html),
        Err(e) => errors::page(request, &AppError::Internal(anyhow::anyhow!("{e}"))),
    }
}
