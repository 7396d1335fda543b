//! `/deklaracja-dostepnosci`: the accessibility declaration, from the settings, in every language.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, ServiceConfig},
};
use askama::Template;

use super::{
    errors, frames,
    public::{Asked, ready, spoken},
    views::DeclarationPage,
};
use crate::{
    app::{App, AppError},
    web::reads::InEveryLanguage,
};

/// The declaration.
pub(super) const PATH: &str = "/deklaracja-dostepnosci";

/// The form on which anybody tells of a barrier.
pub(super) const BARRIER: &str = "/deklaracja-dostepnosci/bariera";

/// One page in every language.
pub(super) fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config).at(PATH, show);
}

async fn show(app: Data<App>, request: HttpRequest) -> HttpResponse {
    let settings = &app.config.declaration;
    let Some(complete) = settings.complete() else {
        return errors::page(&request, &AppError::NotFound);
    };
    let words = wording::Words::of(spoken(&request));
    let mut frame = frames::beside(&app, words, &words.declaration().heading());
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
