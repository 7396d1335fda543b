//! `/latwe`: the page that is easy to read; `…/miesiac`: the visits of a month as a table.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path, Query, ServiceConfig},
};
use askama::Template;
use public_calendar::{Publication, addresses, json::Part, pages::text};
use serde::Deserialize;
use vocabulary::Slug;

use super::{
    public::{moved, nothing_yet, page, spoken},
    views::{Contact, EasyPage, MonthPage},
};
use crate::{
    app::{App, AppError},
    web::{
        missing::{self, Sought},
        reads::InEveryLanguage,
    },
};

/// The pages, in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config)
        .at("/latwe", easy)
        .at("/miesiac", town)
        .at("/miesiac/{month}", town)
        .at("/osiedla/{slug}/miesiac", estate)
        .at("/osiedla/{slug}/miesiac/{month}", estate)
        .at("/przystanki/{slug}/miesiac", stop)
        .at("/przystanki/{slug}/miesiac/{month}", stop);
}

#[derive(Deserialize)]
struct Home {
    #[serde(default)]
    osiedle: String,
}

async fn easy(app: Data<App>, request: HttpRequest, home: Query<Home>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let snapshot = app.public.newest();
    let known = |p: &Publication| Some(p.estate(&home.osiedle.parse().ok()?)?.slug.clone());
    let estate = snapshot.publication.as_ref().and_then(known);
    let chosen = estate.as_ref().map(|slug| format!(" {slug}")).unwrap_or_default();
    let key = |language| format!("{}{chosen}", addresses::easy(language));
    page(&app, &request, key, |pages, draw| {
        let view = pages.easy(estate.as_ref());
        let contact = app.config.declaration.complete().map(|it| Contact {
            name: it.contact,
            phone: it.phone,
            email: it.email,
        });
        draw(
            &view.frame,
            &|frame| {
                EasyPage {
                    frame,
                    view: &view,
                    contact,
                }
                .render()
            },
            &|words| text::easy(words, &view),
        )
    })
}

async fn town(app: Data<App>, request: HttpRequest, asked: Path<Asked>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    month(&app, &request, Part::Town, asked.month.as_deref()).await
}

/// What stands in the address.
#[derive(Deserialize)]
struct Asked {
    slug: Option<String>,
    month: Option<String>,
}

impl Asked {
    fn slug(&self) -> &str {
        self.slug.as_deref().unwrap_or_default()
    }
}

async fn estate(app: Data<App>, request: HttpRequest, asked: Path<Asked>) -> HttpResponse {
    let snapshot = app.public.newest();
    let slug = asked.slug().parse::<Slug>().ok();
    let found = snapshot
        .publication
        .as_ref()
        .zip(slug.as_ref())
        .and_then(|(p, slug)| p.estate(slug));
    match found {
        None => missing::page(&app, &request, Sought::Estate(asked.slug().to_owned())).await,
        Some(found) if Some(&found.slug) != slug.as_ref() => {
            let month = asked.month.as_deref().unwrap_or_default();
            moved(
                addresses::estate_month(spoken(&request), &found.slug, month)
                    .trim_end_matches('/')
                    .to_owned(),
            )
        }
        Some(found) => month(&app, &request, Part::Estate(found), asked.month.as_deref()).await,
    }
}

async fn stop(app: Data<App>, request: HttpRequest, asked: Path<Asked>) -> HttpResponse {
    let snapshot = app.public.newest();
    let slug = asked.slug().parse::<Slug>().ok();
    let found = snapshot
        .publication
        .as_ref()
        .zip(slug.as_ref())
        .and_then(|(p, slug)| p.stop(slug));
    match found {
        None => missing::page(&app, &request, Sought::Stop(asked.slug().to_owned())).await,
        Some(found) if Some(&found.slug) != slug.as_ref() => {
            let month = asked.month.as_deref().unwrap_or_default();
            moved(
                addresses::stop_month(spoken(&request), &found.slug, month)
                    .trim_end_matches('/')
                    .to_owned(),
            )
        }
        Some(found) => month(&app, &request, Part::Stop(found), asked.month.as_deref()).await,
    }
}

/// Only the months of the season are there, so that addresses cannot fill the memory.
async fn month(app: &Data<App>, request: &HttpRequest, part: Part<'_>, asked: Option<&str>) -> HttpResponse {
    let snapshot = app.public.newest();
    let there = snapshot.publication.as_ref().is_some_and(|p| {
        let season = &p.data().season;
        asked.is_none_or(|month| {
            let within = |day: vocabulary::Day| day.to_string().get(..7).map(str::to_owned);
            let (first, last) = (within(season.first), within(season.last));
            month.len() == 7 && first.is_some_and(|first| *first <= *month) && last.is_some_and(|last| *month <= *last)
        })
    });
    if !there {
        return missing::page(app, request, Sought::Page(request.path().to_owned())).await;
    }
    let text_of = asked.unwrap_or("now").to_owned();
    let key = |language| {
        let base = match part {
            Part::Town => addresses::home(language),
            Part::Estate(estate) => addresses::estate(language, &estate.slug),
            Part::Stop(stop) => addresses::stop(language, &stop.slug),
        };
        format!("month {base} {text_of}")
    };
    page(app, request, key, |pages, draw| {
        let view = pages.month(part, asked).ok_or(AppError::NotFound)?;
        draw(&view.frame, &|frame| MonthPage { frame, view: &view }.render(), &|_| {
            text::month(&view)
        })
    })
}
