//! `/wypisz/{token}`: doing without a kind of message. Looking changes nothing, since mail programs follow links by themselves.
//!
//! The token is in the address, so no sign-in and no form token is needed; a mail program may post here itself (RFC 8058).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, ServiceConfig},
};
use askama::Template;
use vocabulary::MessageKind;

use super::{
    errors,
    forms::{self, WORDS},
    frames,
    views::UnsubscribePage,
};
use crate::{
    app::{App, AppError, SharedApp, unsubscribe},
    web::session,
};

/// The addresses.
pub fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(
            resource("/wypisz/{token}", "GET, POST")
                .route(web::get().to(show))
                .route(web::post().to(stop)),
        )
        .service(resource("/wypisz/{token}/przywroc", "POST").route(web::post().to(start)));
}

async fn show(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, token| {
        let (kind, without) = unsubscribe::look(app, token)?;
        let of = WORDS.notices().kind(kind);
        let said = if without {
            WORDS.notices().unsubscribed(&of)
        } else {
            WORDS.notices().unsubscribe_ask(&of)
        };
        Ok((said, without))
    })
    .await
}

async fn stop(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, token| {
        let kind = unsubscribe::set(app, token, true)?;
        Ok((WORDS.notices().unsubscribed(&of(kind)), true))
    })
    .await
}

async fn start(request: HttpRequest, token: Path<String>) -> HttpResponse {
    answer(request, token, |app, token| {
        let kind = unsubscribe::set(app, token, false)?;
        Ok((WORDS.notices().subscribed(&of(kind)), false))
    })
    .await
}

fn of(kind: MessageKind) -> String {
    WORDS.notices().kind(kind)
}

/// Runs the use case away from the threads that answer; it gives what there is to say, and whether the person does without.
async fn answer(
    request: HttpRequest,
    token: Path<String>,
    ask: impl FnOnce(&App, &str) -> Result<(String, bool), AppError> + Send + 'static,
) -> HttpResponse {
    let app = match session::state(&request) {
        Ok((app, _)) => app,
        Err(error) => return errors::page(&request, &error),
    };
    let (inside, asked) = (app.clone(), token.to_string());
    let drawn = crate::web::block(move || ask(&inside, &asked)).await;
    match drawn.and_then(|(said, without)| draw(&app, &token, said, without)) {
        Ok(html) => forms::html_response(StatusCode::OK, html),
        Err(error) => errors::page(&request, &error),
    }
}

fn draw(app: &SharedApp, token: &str, said: String, without: bool) -> Result<String, AppError> {
    let view = UnsubscribePage {
        frame: frames::beside(app, WORDS, &WORDS.notices().unsubscribe_heading()),
        said,
        path: format!("{}/{token}", unsubscribe::PATH),
        without,
    };
    Ok(view
        .render()
        .map_err(|e| anyhow::anyhow!("a page could not be drawn: {e}"))?)
}
