//! A page in place of the one asked for.

use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;
use vocabulary::{AccountRole, Timestamp, Zone};
use wording::Words;

use super::{
    forms::{self, Desk},
    frames,
    public::spoken,
    reasons,
    views::{ErrorKind, ErrorPage, Frame, MessagePage, Tab},
};
use crate::{
    app::AppError,
    web::{observe::RequestId, session},
};

/// The page for an error, with its status code, for who is not signed in or where it does not matter.
pub fn page(request: &HttpRequest, error: &AppError) -> HttpResponse {
    draw(request, bare(request), error, None)
}

/// The same inside the staff pages, with a way back.
pub fn staff_page(request: &HttpRequest, desk: &Desk, error: &AppError, back: &str) -> HttpResponse {
    let tab = match desk.caller.role {
        AccountRole::Coordinator => Tab::Coordinator,
        AccountRole::Animator => Tab::Today,
        AccountRole::Volunteer => Tab::Shifts,
    };
    let frame = Frame {
        tab: None,
        ..desk.frame("", tab)
    };
    draw(request, frame, error, Some(back.to_owned()))
}

/// A form that is too old, or was not sent from a page of ours.
pub fn stale_form(request: &HttpRequest, status: StatusCode) -> HttpResponse {
    let frame = bare(request);
    let html = error_page(frame, ErrorKind::StaleForm, Vec::new(), None, None);
    forms::html_response(status, html)
}

/// In place of the public pages while nothing has been published yet.
pub fn nothing_yet(request: &HttpRequest, coordinator: bool) -> HttpResponse {
    let pages = Words::of(spoken(request)).pages();
    let heading = pages.preparing_heading();
    let view = MessagePage {
        frame: Frame {
            title: pages.window_title(&heading),
            ..bare(request)
        },
        paragraphs: vec![pages.preparing_help()],
        link: coordinator.then(|| (pages.to_plans(), "/koordynator".to_owned())),
        heading,
    };
    let html = view.render().unwrap_or_default();
    forms::html_response(StatusCode::OK, html)
}

fn bare(request: &HttpRequest) -> Frame {
    let app = session::state(request).ok().map(|(app, _)| app);
    let words = Words::of(spoken(request));
    match app {
        Some(app) => frames::beside(&app, words, ""),
        None => Frame::bare(words, Zone::WARSAW, String::new()),
    }
}

fn draw(request: &HttpRequest, frame: Frame, error: &AppError, back: Option<String>) -> HttpResponse {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    if let AppError::Internal(cause) = error {
        tracing::error!(cause = format!("{cause:#}"), id, "internal error");
    }
    let kind = kind(error);
    let request_id = matches!(kind, ErrorKind::Broken).then_some(id).flatten();
    let reasons = reasons::of(frame.words, frame.zone, error);
    let html = error_page(frame, kind, reasons, request_id, back);
    let mut response = forms::html_response(error.kind().status, html);
    let retry = match error {
        AppError::Busy => Some(1),
        AppError::Unavailable => Some(5),
        AppError::TooManyTries(until) => Some(seconds_until(request, *until)),
        _ => None,
    };
    if let Some(seconds) = retry {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn seconds_until(request: &HttpRequest, until: Timestamp) -> i64 {
    let now = session::state(request).map(|(app, _)| app.now());
    now.map_or(60, |now| now.seconds_until(until).max(1))
}

fn error_page(
    frame: Frame,
    kind: ErrorKind,
    reasons: Vec<String>,
    request_id: Option<String>,
    back: Option<String>,
) -> String {
    let heading = ErrorPage::heading(frame.words, kind);
    let frame = Frame {
        title: frame.words.pages().window_title(&heading),
        ..frame
    };
    let view = ErrorPage {
        frame,
        kind,
        reasons,
        request_id,
        back,
    };
    view.render().unwrap_or(heading)
}

fn kind(error: &AppError) -> ErrorKind {
    match error {
        AppError::NotFound | AppError::NothingPublished => ErrorKind::NotFound,
        AppError::Unauthenticated | AppError::WrongCredentials | AppError::NotAllowed => ErrorKind::NotAllowed,
        AppError::Invalid(_) | AppError::Refused { .. } | AppError::TooManyTries(_) => ErrorKind::Refused,
        AppError::Stale { .. } | AppError::Conflict(_) => ErrorKind::Conflict,
        AppError::KeyReused => ErrorKind::StaleForm,
        AppError::Busy | AppError::Unavailable => ErrorKind::Busy,
        AppError::Internal(_) => ErrorKind::Broken,
    }
}
