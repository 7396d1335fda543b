//! Calendar feeds: rendered once for each revision, then sent from memory with a strong ETag.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data, ServiceConfig},
};
use public_calendar::{
    Publication,
    ical::{self, Feed, Flavour},
    mix::{Mix, MixFault},
    sitemap,
};
use serde::Deserialize;
use vocabulary::Slug;
use wording::Words;

use super::{
    bytes::Ready,
    missing::{self, Sought},
    pages::public::spoken,
    problem::{Kind, Problem},
    reads::{InEveryLanguage, reads},
};
use crate::{
    app::{App, AppError, error::Fault},
    public::Snapshot,
};

/// `/calendar.ics`, `/estates/{slug}.ics`, `/stops/{slug}.ics`, `/kalendarz/moj.ics`, in every language.
pub fn routes(config: &mut ServiceConfig) {
    InEveryLanguage(config)
        .at("/calendar.ics", season)
        .at("/estates/{slug}.ics", estate)
        .at("/stops/{slug}.ics", stop)
        .at("/kalendarz/moj.ics", own_mix);
}

/// `/sitemap.xml`, `/robots.txt`, `/manifest.webmanifest`.
pub fn machine_routes(config: &mut ServiceConfig) {
    config
        .service(reads("/sitemap.xml", site))
        .service(reads("/manifest.webmanifest", manifest))
        .service(reads("/robots.txt", robots));
}

async fn site(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    of_publication(&app, &request, "/sitemap.xml", sitemap::MEDIA_TYPE, sitemap::sitemap)
}

/// So that a phone can put the calendar on its home screen.
async fn manifest(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    of_publication(
        &app,
        &request,
        "/manifest.webmanifest",
        "application/manifest+json",
        |publication| {
            let name = &publication.data().service.name;
            serde_json::json!({
            "name": name,
            "short_name": name,
            "lang": "pl",
            "id": "/",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#f3f6ee",
            "theme_color": "#cfeaf0",
            "icons": [{ "src": super::assets::address("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" }],
        })
        .to_string()
        },
    )
}

async fn robots(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    of_publication(
        &app,
        &request,
        "/robots.txt",
        "text/plain; charset=utf-8",
        sitemap::robots,
    )
}

/// A file that is the same for everybody until the next public change.
pub fn of_publication(
    app: &App,
    request: &HttpRequest,
    key: &str,
    media_type: &'static str,
    write: impl Fn(&Publication) -> String,
) -> Result<HttpResponse, Problem> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let ready = snapshot.kept(key, || {
        let changed = Some(publication.data().changed_at);
        Ok::<_, AppError>(Ready::new(
            write(publication),
            media_type,
            "public, max-age=300",
            changed,
        ))
    })?;
    Ok(ready.respond(request))
}

#[derive(Deserialize)]
struct Client {
    client: Option<String>,
}

type Query = web::Query<Client>;

async fn season(app: Data<App>, request: HttpRequest, query: Query) -> Result<HttpResponse, Problem> {
    respond(&app, &request, &query, |_| Some(Feed::Season)).unwrap_or_else(|| Err(AppError::NothingPublished.into()))
}

async fn estate(
    app: Data<App>,
    request: HttpRequest,
    asked: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Problem> {
    let slug = asked.parse::<Slug>().ok();
    let found = respond(&app, &request, &query, |publication| {
        Some(Feed::Estate(publication.estate(slug.as_ref()?)?))
    });
    match found {
        Some(answer) => answer,
        None => Err(missing::problem(&app, spoken(&request), Sought::Estate(asked.into_inner())).await),
    }
}

async fn stop(
    app: Data<App>,
    request: HttpRequest,
    asked: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Problem> {
    let slug = asked.parse::<Slug>().ok();
    let found = respond(&app, &request, &query, |publication| {
        Some(Feed::Stop(publication.stop(slug.as_ref()?)?))
    });
    match found {
        Some(answer) => answer,
        None => Err(missing::problem(&app, spoken(&request), Sought::Stop(asked.into_inner())).await),
    }
}

/// `/kalendarz/moj.ics?m=o.lazek,p.plac-zabaw`: a visitor's own mix of places.
async fn own_mix(app: Data<App>, request: HttpRequest, query: Query, places: Places) -> Result<HttpResponse, Problem> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let mix = Mix::read(publication, &named(&places)).map_err(|fault| match fault {
        MixFault::Nothing => Problem::new(Kind::NOT_FOUND, fault.to_string()),
        MixFault::TooMany | MixFault::TooLong => Problem::malformed(vec![Fault::new("?m", fault.to_string())]),
    })?;
    let feed = match (mix.estates(), mix.stops()) {
        ([estate], []) => Feed::Estate(estate),
        ([], [stop]) => Feed::Stop(stop),
        _ => Feed::Mix(&mix),
    };
    send(&snapshot, publication, &request, &query, feed)
}

/// The query as it stands, pair by pair: a form names each place that is ticked by itself.
pub(super) type Places = web::Query<Vec<(String, String)>>;

/// The places that a query names.
pub(super) fn named(query: &[(String, String)]) -> String {
    let places = query.iter().filter(|(name, _)| name == "m");
    places.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(",")
}

/// The feed that is found; none where none is. A former slug is answered like the present one: not every calendar follows a redirect, and one that
/// does not would keep what it has for ever.
fn respond(
    app: &App,
    request: &HttpRequest,
    query: &Client,
    find: impl for<'p> Fn(&'p Publication) -> Option<Feed<'p>>,
) -> Option<Result<HttpResponse, Problem>> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref()?;
    let feed = find(publication)?;
    Some(send(&snapshot, publication, request, query, feed))
}

fn send(
    snapshot: &Snapshot,
    publication: &Publication,
    request: &HttpRequest,
    query: &Client,
    feed: Feed<'_>,
) -> Result<HttpResponse, Problem> {
    let language = spoken(request);
    let flavour = Flavour::from_client(query.client.as_deref());
    let key = flavour.address(feed.path(language));
    let make = || {
        let text = ical::write(publication, Words::of(language), feed, flavour);
        Ok::<_, AppError>(Ready::new(
            text,
            ical::MEDIA_TYPE,
            "public, max-age=900",
            Some(publication.data().changed_at),
        ))
    };
    let ready = match feed {
        Feed::Season | Feed::Estate(_) | Feed::Stop(_) => snapshot.kept(&key, make),
        // Anybody may make one up.
        Feed::Mix(_) => snapshot.kept_apart(&key, make),
    };
    Ok(ready?.respond(request))
}
