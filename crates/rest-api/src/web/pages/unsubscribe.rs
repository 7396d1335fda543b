//! `/wypisz/{token}`: doing without a kind of message. Looking changes nothing, since mail programs follow links by themselves.
//!
//! The token is in the address, so no sign-in and no form token is needed; a mail program may post here itself (RFC 8058).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use askama::Template;
use wording::{Language, Words};

use super::{errors, forms, frames, public::spoken, views::UnsubscribePage};
use crate::{
    app::{App, AppError, SharedApp, unsubscribe},
    web::session,
};

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path: String, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    for language in Language::ALL {
        let at = |end: &str| format!("{}{}/{{token}}{end}", language.path_prefix(), unsubscribe::PATH);
        config
            .service(
                resource(at(""), "GET, POST")
                    .route(web::get().to(show))
                    .route(web::post().to(stop)),
            )
            .service(resource(at("/przywroc"), "POST").route(web::post().to(start)));
    }
}

async fn show(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, words, token| {
        let (kind, without) = unsubscribe::look(app, token)?;
        let of = words.notices().kind(kind);
        let said = if without {
            words.notices().unsubscribed(&of)
        } else {
            words.notices().unsubscribe_ask(&of)
        };
        Ok((said, without))
    })
    .await
}

async fn stop(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, words, token| {
        let kind = unsubscribe::set(app, token, true)?;
        Ok((words.notices().unsubscribed(&words.notices().kind(kind)), true))
    })
    .await
}

async fn start(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, words, token| {
        let kind = unsubscribe::set(app, token, false)?;
        Ok((words.notices().subscribed(&words.notices().kind(kind)), false))
    })
    .await
}

/// Runs the use case away from the threads that answer; it gives what there is to say, and whether the person does without.
async fn answer(
    request: HttpRequest,
    token: Path<String>,
    ask: impl FnOnce(&App, Words, &str) -> Result<(String, bool), AppError> + Send + 'static,
) -> HttpResponse {
    let app = match session::state(&request) {
        Ok((app, _)) => app,
        Err(error) => return errors::page(&request, &error),
    };
    let words = Words::of(spoken(&request));
    let (inside, asked) = (app.clone(), token.to_string());
    let drawn = crate::web::block(move || ask(&inside, words, &asked)).await;
    match drawn.and_then(|(said, without)| draw(&app, words, &token, said, without)) {
        Ok(html) => forms::html_response(StatusCode::OK, html),
        Err(error) => errors::page(&request, &error),
    }
}

fn draw(app: &SharedApp, words: Words, token: &str, said: String, without: bool) -> Result<String, AppError> {
    let path = format!("{}/{token}", unsubscribe::PATH);
    let mut frame = frames::beside(app, words, &words.notices().unsubscribe_heading());
    frame.in_every_language(&app.base_address, &path);
    let view = UnsubscribePage {
        path: frame.path(&path),
        frame,
        said,
        without,
    };
    Ok(view
        .render()
        .map_err(|e| anyhow::anyhow!("a page could not be drawn: {e}"))?)
}
