//! A page in place of the one asked for.

use actix_web::{HttpMessage, HttpRequest, HttpResponse, http::header};
use askama::Template;
use wording::{Language, Words};

use super::views::{ErrorKind, ErrorPage, Frame};
use crate::{
    app::AppError,
    web::{observe::RequestId, session},
};

/// The page for an error, with its status code.
pub fn page(request: &HttpRequest, error: &AppError) -> HttpResponse {
    let reasons = match error {
        AppError::Refused { reasons, .. } => reasons.iter().map(|r| r.detail.clone()).collect(),
        AppError::Invalid(faults) => faults.iter().map(|f| f.detail.clone()).collect(),
        AppError::Conflict(text) => vec![text.clone()],
        _ => Vec::new(),
    };
    page_with(request, error, reasons, None)
}

/// The same with reasons in the reader's words and a way back.
pub fn page_with(request: &HttpRequest, error: &AppError, reasons: Vec<String>, back: Option<String>) -> HttpResponse {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    if let AppError::Internal(cause) = error {
        tracing::error!(cause = format!("{cause:#}"), id, "internal error");
    }
    let words = Words::of(Language::Polish);
    let kind = kind(error);
    let heading = ErrorPage::heading(words, kind);
    let app = session::state(request).ok().map(|(app, _)| app);
    let zone = app.as_ref().map_or(vocabulary::Zone::WARSAW, |app| app.zone);
    let mut frame = Frame::bare(words, zone, words.pages().window_title(&heading));
    frame.pretended_day = app.as_ref().and_then(|app| app.clock.pretended_day(zone));
    let request_id = matches!(kind, ErrorKind::Broken).then_some(id).flatten();
    let body = ErrorPage {
        frame,
        kind,
        reasons,
        request_id,
        back,
    }
    .render()
    .unwrap_or(heading);
    let mut response = HttpResponse::build(error.kind().status);
    response.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if matches!(error, AppError::Busy) {
        response.insert_header((header::RETRY_AFTER, "1"));
    }
    response.body(body)
}

fn kind(error: &AppError) -> ErrorKind {
    match error {
        AppError::NotFound | AppError::NothingPublished => ErrorKind::NotFound,
        AppError::Unauthenticated | AppError::WrongCredentials | AppError::NotAllowed => ErrorKind::NotAllowed,
        AppError::Invalid(_) | AppError::Refused { .. } | AppError::TooManyTries(_) => ErrorKind::Refused,
        AppError::Stale { .. } | AppError::Conflict(_) => ErrorKind::Conflict,
        AppError::KeyReused => ErrorKind::StaleForm,
        AppError::Busy => ErrorKind::Busy,
        AppError::Internal(_) => ErrorKind::Broken,
    }
}
