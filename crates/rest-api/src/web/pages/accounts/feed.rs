//! One's own calendar: the buttons on `/moje`, and the file at its secret address.
//!
//! The file needs no cookie: whoever has the address reads it. The address is in no log (`observe.rs` writes the pattern of a route), nothing in the
//! file leads elsewhere with it, and no shared cache keeps it.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, Path, ServiceConfig},
};
use public_calendar::ical::{self, Flavour};
use serde::Deserialize;

use super::super::{
    forms::{self, Button, Desk, Done, Posted},
    views::{FeedPage, Tab},
};
use crate::{
    app::{App, personal_feed},
    web::{bytes::Ready, problem::Problem},
};

pub(super) fn routes(config: &mut ServiceConfig) {
    let resource = |path, allowed| web::resource(path).default_service(crate::web::wrong_method(allowed));
    config
        .service(resource("/moje/kalendarz", "POST").route(web::post().to(make)))
        .service(resource("/moje/kalendarz/wylacz", "POST").route(web::post().to(end)))
        .service(
            resource("/moje-dyzury/{token}.ics", "GET, HEAD")
                .route(web::get().to(file))
                .route(web::head().to(file)),
        );
}

/// The address stands on this one page and nowhere else.
async fn make(posted: Posted<Button>) -> HttpResponse {
    let act = |desk: &Desk| {
        let link = personal_feed::make(&desk.app, &desk.caller)?;
        let rest = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
        forms::page(&FeedPage {
            frame: desk.frame(&desk.words().accounts().feed_made_heading(), Tab::Me),
            webcal: format!("webcal://{rest}"),
            google: Flavour::Google.address(link.clone()),
            link,
        })
    };
    posted.signed.back_to("/moje").answer(act).await
}

async fn end(posted: Posted<Button>) -> HttpResponse {
    let act = |desk: &Desk| {
        personal_feed::end(&desk.app, &desk.caller)?;
        forms::see("/moje", Done::FeedEnded)
    };
    posted.signed.back_to("/moje").answer(act).await
}

#[derive(Deserialize)]
struct Client {
    client: Option<String>,
}

async fn file(
    app: Data<App>,
    request: HttpRequest,
    token: Path<String>,
    query: web::Query<Client>,
) -> Result<HttpResponse, Problem> {
    let flavour = Flavour::from_client(query.client.as_deref());
    let (text, changed) = crate::web::block(move || personal_feed::read(&app, &token, flavour)).await?;
    Ok(Ready::new(text, ical::MEDIA_TYPE, "private, max-age=900", changed).respond(&request))
}
