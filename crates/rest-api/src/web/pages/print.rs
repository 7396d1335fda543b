//! `/druk`: what there is to print, to be chosen; and all posters in one file for the coordinator.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, Query, ServiceConfig},
};
use askama::Template;
use public_calendar::pages::text;
use serde::Deserialize;
use wording::Language;

use super::{
    errors,
    forms::{Download, Outcome, Signed},
    public::{Asked, draw_page, nothing_yet, ready},
    views::PrintPage,
};
use crate::{
    app::{App, AppError},
    web::{
        print::{Paper, made, wanted},
        reads::InEveryLanguage,
        wrong_method,
    },
};

/// The page in every language, and the file of all posters.
pub(super) fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config).at("/druk", choose);
    let posters = web::resource("/koordynator/plakaty.pdf").default_service(wrong_method("GET"));
    config.service(posters.route(web::get().to(all)));
}

#[derive(Deserialize)]
struct Choice {
    /// What is chosen beforehand: `stop:plac-zabaw`.
    #[serde(default)]
    co: String,
}

/// The form. It is made for each question, since any may be chosen beforehand.
async fn choose(app: Data<App>, request: HttpRequest, choice: Query<Choice>) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let asked = Asked::by(&request);
    let snapshot = app.public.newest();
    let drawn = draw_page(&app, &snapshot, asked, |pages, draw| {
        let view = pages.print();
        draw(
            &view.frame,
            &|frame| {
                let page = PrintPage {
                    frame,
                    view: &view,
                    chosen: &choice.co,
                };
                page.render()
            },
            &|_| text::print(&view),
        )
    });
    match drawn {
        Ok(drawn) => ready(asked, drawn).respond(&request),
        Err(error) => errors::page(&request, &error),
    }
}

#[derive(Deserialize)]
struct How {
    #[serde(default)]
    rozmiar: String,
    #[serde(default)]
    jezyki: String,
}

/// The posters of all stops with visits ahead, in one file. For staff alone, since it takes long to make.
async fn all(app: Data<App>, signed: Signed, Query(how): Query<How>) -> HttpResponse {
    let wanted = wanted(Language::Polish, &how.rozmiar, &how.jezyki).map_err(AppError::Invalid);
    let made = match signed.caller().staff().and(wanted) {
        Ok(wanted) => made(&app, Paper::AllStops, wanted).await.map(|ready| (wanted, ready)),
        Err(error) => Err(error),
    };
    signed
        .answer(move |_| {
            let (wanted, ready) = made?;
            Ok(Outcome::File(Download {
                content_type: "application/pdf",
                name: Paper::AllStops.name(wanted),
                bytes: ready.body().to_vec(),
            }))
        })
        .await
}
