//! What all staff pages share: who is signed in, forms that are guarded, answers that are never kept.
//!
//! A handler extracts a [`Desk`] (and a form), makes one call of the app and gives back an [`Outcome`]. Whoever is not signed
//! in is led to the sign-in page and back.

mod done;

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse, ResponseError,
    cookie::{Cookie, SameSite, time::Duration},
    dev::Payload,
    error::InternalError,
    http::{StatusCode, header},
    web,
};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use vocabulary::{AccountRole, Zone};
use wording::Words;

use super::{
    errors,
    views::{Frame, SignedIn, Tab},
};
use crate::{
    app::{AppError, Caller, SharedApp, fresh, idempotency::Key},
    web::{
        InTime,
        session::{self, Visitor},
    },
};

pub use done::Done;

/// The page for who is not signed in.
pub const SIGN_IN: &str = "/logowanie";

/// What somebody may open who registered and waits for staff's yes: their own data, and the way out.
const OPEN_TO_WAITING: [&str; 6] = [
    "/moje",
    "/moje/dane.json",
    "/moje/jezyk",
    "/moje/usun",
    "/moje/usun/cofnij",
    "/wyloguj",
];

const FLASH: &str = "__Host-flash";
const HTML: &str = "text/html; charset=utf-8";

/// What a staff page is made with.
#[derive(Clone)]
pub struct Desk {
    /// The use cases.
    pub app: SharedApp,
    /// Whose page it is.
    pub caller: Caller,
    flash: Option<Done>,
    form_key: String,
}

impl Desk {
    /// The words of the language in which this person is spoken to.
    pub fn words(&self) -> Words {
        Words::of(self.caller.language)
    }

    /// What stands around the page of this name.
    pub fn frame(&self, page: &str, tab: Tab) -> Frame {
        let zone = self.zone();
        let person = SignedIn {
            id: self.caller.person.clone(),
            name: self.caller.name.clone(),
            role: self.caller.role,
            awaits_approval: self.caller.awaits_approval,
        };
        let words = self.words();
        let csrf = session::form_token(&self.app, &self.caller.family);
        Frame {
            pretended_day: self.app.clock.pretended_day(zone),
            flash: self.flash.map(|done| done.flash(words)),
            ..Frame::staff(words, zone, page, person, tab, csrf, self.form_key.clone())
        }
    }

    /// The zone in which instants are shown.
    pub fn zone(&self) -> Zone {
        self.app.zone
    }
}

/// The key of a form that is carried out once: its name, and a digest of what was sent. None for one that no page of ours made.
pub fn key_of(name: &str, sent: &[&str]) -> Option<Key> {
    let ours = (1..=100).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_graphic());
    ours.then(|| {
        let mut digest = Sha256::new();
        for part in sent {
            digest.update(part.as_bytes());
            digest.update([0]);
        }
        Key {
            name: name.to_owned(),
            request_hash: digest.finalize().iter().map(|b| format!("{b:02x}")).collect(),
        }
    })
}

/// Where somebody goes after signing in.
pub fn home_of(role: AccountRole) -> &'static str {
    match role {
        AccountRole::Coordinator => "/koordynator",
        AccountRole::Animator => "/dzis",
        AccountRole::Volunteer => "/dyzury",
    }
}

/// What a page or a form leads to.
pub enum Outcome {
    /// A page.
    Page(StatusCode, String),
    /// Another address of ours (303), which tells what was done.
    See(String, Option<Done>),
    /// A file to keep.
    File(Download),
}

/// A file to keep. Nobody else may keep it on the way: it is about people.
pub struct Download {
    /// Its media type.
    pub content_type: &'static str,
    /// What it is called; ASCII without quotes.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Download {
    /// As it is sent.
    pub fn respond(self) -> HttpResponse {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, self.content_type))
            .insert_header((header::CONTENT_DISPOSITION, disposition))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(self.bytes)
    }
}

/// A page, drawn.
pub fn page(view: &impl Template) -> Result<Outcome, AppError> {
    page_with(StatusCode::OK, view)
}

/// A form again, with what is wrong and what was typed.
pub fn again(view: &impl Template) -> Result<Outcome, AppError> {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view)
}

/// A page with another status.
pub fn page_with(status: StatusCode, view: &impl Template) -> Result<Outcome, AppError> {
    let html = view
        .render()
        .map_err(|e| anyhow::anyhow!("a page could not be drawn: {e}"))?;
    Ok(Outcome::Page(status, html))
}

/// Leads on, telling what was done.
pub fn see(address: impl Into<String>, done: Done) -> Result<Outcome, AppError> {
    Ok(Outcome::See(address.into(), Some(done)))
}

/// Somebody who is signed in, asking for a page.
pub struct Signed {
    desk: Desk,
    request: HttpRequest,
    back: Option<String>,
}

impl Signed {
    /// Where "back" leads on a page that says "no"; without it, to the person's own first page.
    pub fn back_to(self, address: impl Into<String>) -> Self {
        Self {
            back: Some(address.into()),
            ..self
        }
    }

    /// The page from which the form was sent; one's own first page where nobody says.
    pub fn came_from(&self) -> String {
        let page = way_back(&self.request).filter(|path| local(path).is_some());
        page.unwrap_or_else(|| home_of(self.desk.caller.role).to_owned())
    }

    /// Who is signed in.
    pub fn caller(&self) -> &Caller {
        &self.desk.caller
    }

    /// Runs the use case away from the threads that answer, and sends what came of it.
    pub async fn answer(self, make: impl FnOnce(&Desk) -> Result<Outcome, AppError> + Send + 'static) -> HttpResponse {
        let Self { desk, request, back } = self;
        let inside = desk.clone();
        match crate::web::block(move || make(&inside)).await {
            Ok(Outcome::Page(status, html)) => {
                let mut response = html_response(status, html);
                if desk.flash.is_some() {
                    // A cookie that cannot be written would only leave the sentence on the next page too.
                    let _ = response.add_cookie(&flash_cookie("", Duration::ZERO));
                }
                response
            }
            Ok(Outcome::See(address, done)) => redirect(&address, done),
            Ok(Outcome::File(download)) => download.respond(),
            Err(error) => {
                let back = back.as_deref().unwrap_or_else(|| home_of(desk.caller.role));
                errors::staff_page(&request, &desk, &error, back)
            }
        }
    }
}

/// A page that nobody may keep.
pub fn html_response(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, HTML))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(html)
}

/// 303 (RFC 9110 section 15.4.4): the next request is a GET whatever this one was.
pub fn redirect(address: &str, done: Option<Done>) -> HttpResponse {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, address));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(done) = done {
        response.cookie(flash_cookie(done.code(), Duration::minutes(1)));
    }
    response.finish()
}

fn flash_cookie(value: &'static str, age: Duration) -> Cookie<'static> {
    Cookie::build(FLASH, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}

/// The path if it is one of this host: `//host` and `/\host` are other hosts to browsers.
pub fn local(path: &str) -> Option<&str> {
    let ours = path.starts_with('/') && !path.starts_with("//") && path.len() <= 500;
    (ours && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')).then_some(path)
}

/// The sign-in page, with the way back.
pub fn sign_in_address(next: Option<&str>) -> String {
    match next.and_then(local) {
        Some(path) => format!("{SIGN_IN}?next={}", utf8_percent_encode(path, NON_ALPHANUMERIC)),
        None => SIGN_IN.to_owned(),
    }
}

/// Where a request came from, or asks for: to come back to after signing in. A form cannot be sent again by a redirect, so
/// there it is the page with the form.
fn way_back(request: &HttpRequest) -> Option<String> {
    if request.method().is_safe() {
        return request.uri().path_and_query().map(ToString::to_string);
    }
    let text = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
    let (_, rest) = text(header::REFERER)?.split_once("://")?;
    let path = rest.strip_prefix(text(header::HOST)?)?;
    Some(path.to_owned())
}

/// Ends a request before its handler runs.
pub(super) fn halt(response: HttpResponse) -> actix_web::Error {
    InternalError::from_response("answered with a page", response).into()
}

async fn desk(request: &HttpRequest, payload: &mut Payload) -> Result<Desk, actix_web::Error> {
    let visitor = Visitor::from_request(request, payload).await.map_err(|problem| {
        let error = match problem.status_code() {
            StatusCode::SERVICE_UNAVAILABLE => AppError::Busy,
            _ => AppError::Internal(anyhow::anyhow!("who is signed in could not be found out: {problem}")),
        };
        halt(errors::page(request, &error))
    })?;
    let Some(caller) = visitor.0 else {
        return Err(halt(redirect(&sign_in_address(way_back(request).as_deref()), None)));
    };
    if caller.awaits_approval && !OPEN_TO_WAITING.contains(&request.path()) {
        return Err(halt(redirect("/moje", None)));
    }
    let (app, _) = session::state(request).map_err(|error| halt(errors::page(request, &error)))?;
    let form_key = fresh::bytes::<12>().map_err(|error| halt(errors::page(request, &error)))?;
    Ok(Desk {
        app,
        caller,
        flash: request.cookie(FLASH).and_then(|cookie| Done::of_code(cookie.value())),
        form_key: form_key.iter().map(|b| format!("{b:02x}")).collect(),
    })
}

impl FromRequest for Signed {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { signed(&request).await })
    }
}

/// Whoever is signed in; anybody else is led to the sign-in page.
pub(super) async fn signed(request: &HttpRequest) -> Result<Signed, actix_web::Error> {
    Ok(Signed {
        desk: desk(request, &mut Payload::None).await?,
        request: request.clone(),
        back: None,
    })
}

/// Ends the request unless this is the token of the session's forms.
pub(super) fn guarded(request: &HttpRequest, signed: &Signed, csrf: &str) -> Result<(), actix_web::Error> {
    if session::form_token_is_right(&signed.desk.app, &signed.desk.caller.family, csrf) {
        return Ok(());
    }
    Err(halt(errors::stale_form(request, StatusCode::FORBIDDEN)))
}

/// A form with the two hidden fields that every form bears.
#[derive(Deserialize)]
struct Guarded<T> {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    idempotency_key: String,
    #[serde(flatten)]
    form: T,
}

/// A form that somebody signed in has sent from a page of ours. Anything else is answered before a handler runs.
pub struct Posted<T> {
    /// Who sent it.
    pub signed: Signed,
    /// The fields, as typed.
    pub form: T,
    /// The key under which it is carried out once.
    pub key: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = InTime::<web::Form<Guarded<T>>>::from_request(&request, payload);
        Box::pin(async move {
            if !session::same_site(&request) {
                return Err(halt(errors::stale_form(&request, StatusCode::FORBIDDEN)));
            }
            let signed = self::signed(&request).await?;
            let status = |e: &actix_web::Error| e.as_response_error().status_code();
            let InTime(sent) = body.await.map_err(|e| halt(errors::stale_form(&request, status(&e))))?;
            let Guarded {
                csrf,
                idempotency_key,
                form,
            } = sent.into_inner();
            guarded(&request, &signed, &csrf)?;
            Ok(Self {
                signed,
                form,
                key: idempotency_key,
            })
        })
    }
}

/// A form without fields of its own.
#[derive(Deserialize)]
pub struct Button {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_host_are_local() {
        for (path, ours) in [
            ("/dzis", true),
            ("/dzis?data=2027-07-01", true),
            ("/", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("/a\\b", false),
            ("https://evil.example", false),
            ("dzis", false),
            ("", false),
            ("/a\r\nSet-Cookie: x", false),
            ("/ą", false),
        ] {
            assert_eq!(local(path).is_some(), ours, "{path:?}");
        }
    }

    #[test]
    fn the_way_back_stays_inside_the_address() {
        assert_eq!(
            sign_in_address(Some("/dzis?a=1&b=2")),
            "/logowanie?next=%2Fdzis%3Fa%3D1%26b%3D2"
        );
        assert_eq!(sign_in_address(Some("//evil.example")), SIGN_IN);
    }
}
