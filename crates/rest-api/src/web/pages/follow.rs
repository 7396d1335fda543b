//! `/powiadomienia`: somebody without an account asks to be told of visits by e-mail; behind the link of every letter they confirm or end it.
//!
//! Looking changes nothing, since mail programs follow links by themselves. The token is in the address, so its forms need no other guard; a mail
//! program may post to it itself (RFC 8058).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Path, Query, ServiceConfig},
};
use serde::Deserialize;
use wording::{Language, Words};

use super::{
    errors,
    forms::{self, Outcome},
    frames, links,
    views::{FieldFaults, FollowAskPage, FollowPage, FollowWays, Frame, MessagePage},
};
use crate::{
    app::{
        App, AppError,
        follow::{self, EmailInput, Place, Sheet, link::PATH},
    },
    web::{InTime, client_address, session},
};

/// The addresses, in every language.
pub fn routes(config: &mut ServiceConfig) {
    for language in Language::ALL {
        let resource = |rest: &str, allowed| {
            let address = format!("{}{PATH}{rest}", language.path_prefix());
            web::resource(address).default_service(crate::web::wrong_method(allowed))
        };
        config
            .service(
                resource("", "GET, POST")
                    .route(web::get().to(form))
                    .route(web::post().to(ask)),
            )
            .service(
                resource("/{token}", "GET, POST")
                    .route(web::get().to(show))
                    .route(web::post().to(stop)),
            )
            .service(resource("/{token}/potwierdz", "POST").route(web::post().to(confirm)))
            .service(resource("/{token}/mniej", "POST").route(web::post().to(stop_one)));
    }
}

/// How somebody may be told, for the box on public pages.
pub fn ways(app: &App) -> FollowWays {
    FollowWays {
        email: follow::by_email_works(app),
        push_key: app.push_is_on().then(|| app.vapid.public().to_owned()),
    }
}

fn frame(app: &App, words: Words, heading: &str) -> Frame {
    let snapshot = app.public.newest();
    Frame {
        service: snapshot
            .publication
            .as_ref()
            .map(|public| public.data().service.name.clone()),
        ..frames::beside(app, words, heading)
    }
}

/// What the form says, as typed.
#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default)]
    place: String,
    #[serde(default)]
    email: String,
}

async fn form(request: HttpRequest, typed: Query<Typed>) -> HttpResponse {
    let typed = typed.into_inner();
    links::open(&request, move |app, words| {
        let place = typed.place.parse().unwrap_or(Place::Town);
        forms::page(&ask_page(app, words, &place, typed.email, FieldFaults::default())?)
    })
    .await
}

async fn ask(request: HttpRequest, InTime(form): InTime<web::Form<Typed>>) -> HttpResponse {
    if !session::same_site(&request) {
        return errors::stale_form(&request, StatusCode::FORBIDDEN);
    }
    let client = match session::state(&request) {
        Ok((app, _)) => client_address(&app, &request),
        Err(error) => return errors::page(&request, &error),
    };
    let Typed { place, email } = form.into_inner();
    links::open(&request, move |app, words| {
        let place: Place = place.parse().map_err(|_| AppError::NotFound)?;
        let input = EmailInput {
            email: email.clone(),
            place: place.clone(),
            language: words.language().tag().to_owned(),
        };
        match follow::ask_by_email(app, &input, &client) {
            Ok(()) => asked(app, words),
            Err(AppError::Invalid(_)) => {
                let mut faults = FieldFaults::default();
                faults.add("email", words.follow().email_wrong());
                forms::again(&ask_page(app, words, &place, email, faults)?)
            }
            Err(other) => Err(other),
        }
    })
    .await
}

fn ask_page(
    app: &App,
    words: Words,
    place: &Place,
    email: String,
    errors: FieldFaults,
) -> Result<FollowAskPage, AppError> {
    let heading = words.follow().form_heading(&follow::name_of(app, words, place)?);
    Ok(FollowAskPage {
        frame: Frame {
            follow: Some(ways(app)),
            ..frame(app, words, &heading)
        },
        heading,
        place: place.to_string(),
        email,
        errors,
    })
}

/// The same for every address.
fn asked(app: &App, words: Words) -> Result<Outcome, AppError> {
    let said = words.follow();
    let mut paragraphs = vec![said.asked(), said.asked_after()];
    paragraphs.extend(app.demo.then(|| said.asked_demo()));
    message(app, words, StatusCode::OK, said.asked_heading(), paragraphs)
}

fn message(
    app: &App,
    words: Words,
    status: StatusCode,
    heading: String,
    paragraphs: Vec<String>,
) -> Result<Outcome, AppError> {
    let view = MessagePage {
        frame: frame(app, words, &heading),
        heading,
        paragraphs,
        link: None,
    };
    forms::page_with(status, &view)
}

fn ended(app: &App, words: Words, status: StatusCode) -> Result<Outcome, AppError> {
    let said = words.follow();
    message(app, words, status, said.ended_heading(), vec![said.ended()])
}

async fn show(request: HttpRequest, token: Path<String>) -> HttpResponse {
    links::open(&request, move |app, words| {
        follow::link::read(app, &token)?;
        match follow::look(app, &token) {
            Ok(sheet) => forms::page(&page(app, words, &token, &sheet, None)),
            // The link is ours, and its follower is forgotten.
            Err(AppError::NotFound) => ended(app, words, StatusCode::GONE),
            Err(other) => Err(other),
        }
    })
    .await
}

fn page(app: &App, words: Words, token: &str, sheet: &Sheet, said: Option<String>) -> FollowPage {
    let heading = words.follow().page_heading();
    let places = |confirmed: bool| {
        let fits = sheet.places.iter().filter(|place| place.confirmed == confirmed);
        fits.map(|place| (place.key.clone(), place.name.clone())).collect()
    };
    FollowPage {
        frame: frame(app, words, &heading),
        heading,
        path: format!("{}{PATH}/{token}", words.language().path_prefix()),
        said,
        pending: places(false),
        followed: places(true),
    }
}

async fn confirm(request: HttpRequest, token: Path<String>) -> HttpResponse {
    links::open(&request, move |app, words| {
        follow::link::read(app, &token)?;
        match follow::confirm(app, &token) {
            Ok(sheet) => {
                let said = Some(words.follow().confirmed());
                forms::page(&page(app, words, &token, &sheet, said))
            }
            Err(AppError::NotFound) => ended(app, words, StatusCode::GONE),
            Err(other) => Err(other),
        }
    })
    .await
}

async fn stop(request: HttpRequest, token: Path<String>) -> HttpResponse {
    links::open(&request, move |app, words| {
        follow::link::read(app, &token)?;
        match follow::stop(app, &token) {
            // Pressed twice is pressed once.
            Ok(()) | Err(AppError::NotFound) => ended(app, words, StatusCode::OK),
            Err(other) => Err(other),
        }
    })
    .await
}

#[derive(Deserialize)]
struct Less {
    #[serde(default)]
    place: String,
}

async fn stop_one(request: HttpRequest, token: Path<String>, InTime(form): InTime<web::Form<Less>>) -> HttpResponse {
    let Less { place } = form.into_inner();
    links::open(&request, move |app, words| {
        follow::link::read(app, &token)?;
        match follow::stop_one(app, &token, &place) {
            Ok(()) | Err(AppError::NotFound) => {}
            Err(other) => return Err(other),
        }
        match follow::look(app, &token) {
            Ok(sheet) => forms::page(&page(app, words, &token, &sheet, None)),
            Err(AppError::NotFound) => ended(app, words, StatusCode::OK),
            Err(other) => Err(other),
        }
    })
    .await
}
