//! `/deklaracja-dostepnosci`: the accessibility declaration, from the settings, in every language.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use askama::Template;
use wording::Language;

use super::{
    errors,
    public::{Asked, ready, spoken},
    views::{DeclarationPage, Frame},
};
use crate::{
    app::{App, AppError},
    web::wrong_method,
};

/// The declaration.
pub(super) const PATH: &str = "/deklaracja-dostepnosci";

/// The form on which anybody tells of a barrier.
pub(super) const BARRIER: &str = "/deklaracja-dostepnosci/bariera";

/// One page in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    for language in Language::ALL {
        let resource = web::resource(format!("{}{PATH}", language.path_prefix()));
        let resource = resource.default_service(wrong_method("GET, HEAD"));
        config.service(resource.route(web::get().to(show)).route(web::head().to(show)));
    }
}

async fn show(app: Data<App>, request: HttpRequest) -> HttpResponse {
    let settings = &app.config.declaration;
    let Some(complete) = settings.complete() else {
        return errors::page(&request, &AppError::NotFound);
    };
    let words = wording::Words::of(spoken(&request));
    let mut frame = Frame::bare(
        words,
        app.zone,
        words.pages().window_title(&words.declaration().heading()),
    );
    frame.declared = true;
    frame.in_every_language(&app.base_address, PATH);
    let page = DeclarationPage {
        frame: &frame,
        it: complete,
        settings,
        address: &app.base_address,
    };
    match page.render() {
        Ok(html) => ready(Asked::html(&request), html).respond(&request),
        Err(e) => errors::page(&request, &AppError::Internal(anyhow::anyhow!("{e}"))),
    }
}
