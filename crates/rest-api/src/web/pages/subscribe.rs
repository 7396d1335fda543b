//! `/kalendarz?m=`: how to bring the visits of the town, of a place or of a mix of places into a calendar.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use askama::Template;
use public_calendar::{
    addresses,
    mix::Mix,
    pages::{Pages, text},
};
use wording::Language;

use super::{
    errors,
    public::{Asked, Draw, draw_page, nothing_yet, page, ready},
    views::SubscribePage,
};
use crate::{
    app::{App, AppError},
    web::{
        feeds::{Places, named},
        qr::qr,
        wrong_method,
    },
};

/// The page, in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    for language in Language::ALL {
        let resource = web::resource(addresses::subscribe(*language, "")).default_service(wrong_method("GET, HEAD"));
        config.service(resource.route(web::get().to(show)).route(web::head().to(show)));
    }
}

async fn show(app: Data<App>, request: HttpRequest, places: Places) -> HttpResponse {
    if let Some(nothing) = nothing_yet(&app, &request).await {
        return nothing;
    }
    let asked = named(&places);
    // The town's page and those of single places are kept; mixes are without number.
    if let Some(text) = one_place(&app, &asked) {
        let address = |language| addresses::subscribe(language, &text);
        return page(&app, &request, address, |pages, draw| draw_it(pages, draw, &text));
    }
    let spoken = Asked::by(&request);
    let drawn = draw_page(&app, &app.public.newest(), spoken, |pages, draw| {
        draw_it(pages, draw, &asked)
    });
    match drawn {
        Ok(drawn) => ready(spoken, drawn).respond(&request),
        Err(error) => errors::page(&request, &error),
    }
}

/// The canonical text of what was asked for, if it is the town or one place.
fn one_place(app: &App, asked: &str) -> Option<String> {
    if asked.is_empty() {
        return Some(String::new());
    }
    let snapshot = app.public.newest();
    let mix = Mix::read(snapshot.publication.as_ref()?, asked).ok()?;
    (mix.estates().len() + mix.stops().len() == 1).then(|| mix.text())
}

fn draw_it(pages: &Pages<'_>, draw: Draw<'_>, mix: &str) -> Result<String, AppError> {
    let view = pages.subscribe(mix);
    let qr = qr(&view.page);
    draw(
        &view.frame,
        &|frame| {
            SubscribePage {
                frame,
                view: &view,
                qr: qr.as_ref(),
            }
            .render()
        },
        &|words| text::subscribe(words, &view),
    )
}
