//! What everybody may read: the visits as JSON, and the search. Nothing here is about a person.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use public_calendar::{
    Publication, addresses, geojson, json,
    search::{self, LONGEST_QUESTION, Thing},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use wording::Language;

use super::{input::Input, output::Answer};
use crate::{
    app::{App, AppError, error::Fault},
    web::{bytes::Ready, feeds::of_publication, problem::Problem},
};

const LANGUAGE: Language = Language::Polish;

/// Read the public calendar
///
/// The newest release of the season that matters today, with every change since; cancelled visits stay in it, marked. Times
/// are RFC 3339 with the offset of that day. Sent with a strong ETag: ask again with `If-None-Match`.
#[utoipa::path(get, path = "/public/visits", tag = "public",
    responses((status = 200, description = "All visits in the order of time", body = Object),
        (status = 304, description = "Nothing has changed"),
        (status = 404, description = "Nothing has been published yet")))]
pub async fn visits(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let ready = snapshot.kept("/api/v1/public/visits", || {
        let document = json::visits(publication, LANGUAGE, |_| true);
        let text = serde_json::to_string(&document).map_err(|e| anyhow::anyhow!(e))?;
        let changed = Some(publication.data().changed_at);
        Ok::<_, AppError>(Ready::new(text, "application/json", "public, max-age=300", changed))
    })?;
    Ok(ready.respond(&request))
}

/// Read all visits on the map
///
/// GeoJSON (RFC 7946): one feature a visit, cancelled ones included; `properties` are as in `/public/visits`. A stop whose point nobody
/// knows has a null geometry.
#[utoipa::path(get, path = "/public/visits.geojson", tag = "public",
    responses((status = 200, description = "A feature for each visit, in the order of time", body = Object, content_type = "application/geo+json"),
        (status = 304, description = "Nothing has changed"),
        (status = 404, description = "Nothing has been published yet")))]
pub async fn visits_on_map(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let write = |publication: &Publication| geojson::visits(publication, LANGUAGE);
    of_publication(
        &app,
        &request,
        "/api/v1/public/visits.geojson",
        geojson::MEDIA_TYPE,
        write,
    )
}

/// Read all stops on the map
///
/// GeoJSON (RFC 7946): one feature a stop, with its visits. A stop whose point nobody knows has a null geometry; `approximate` tells where the
/// point is only near the place.
#[utoipa::path(get, path = "/public/stops.geojson", tag = "public",
    responses((status = 200, description = "A feature for each stop", body = Object, content_type = "application/geo+json"),
        (status = 304, description = "Nothing has changed"),
        (status = 404, description = "Nothing has been published yet")))]
pub async fn stops_on_map(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let write = |publication: &Publication| geojson::stops(publication, LANGUAGE);
    of_publication(
        &app,
        &request,
        "/api/v1/public/stops.geojson",
        geojson::MEDIA_TYPE,
        write,
    )
}

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// The first letters of an estate, a stop or a street; Polish letters may be left out.
    #[param(example = "lazek", max_length = 100)]
    q: String,
}

/// Something found.
#[derive(Serialize, ToSchema)]
pub struct FoundShape {
    /// `estate`, `stop` or `street`.
    kind: &'static str,
    /// Its name.
    name: String,
    /// The former name by which it was found.
    former_name: Option<String>,
    /// The name of the estate it lies in; null when nobody knows.
    estate: Option<String>,
    /// The page to look at: its own, or its estate's.
    url: Option<String>,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub struct FoundList {
    /// Best first, at most 20.
    items: Vec<FoundShape>,
}

/// Search estates, stops and streets
#[utoipa::path(get, path = "/public/search", tag = "public", params(Question),
    responses((status = 200, description = "What was found, best first", body = FoundList),
        (status = 400, description = "The question is missing or too long"),
        (status = 404, description = "Nothing has been published yet")))]
pub async fn find(app: Data<App>, input: Input) -> Answer {
    let Question { q } = input.query()?;
    if q.chars().count() > LONGEST_QUESTION {
        let detail = format!("ask with at most {LONGEST_QUESTION} characters");
        return Err(Problem::malformed(vec![Fault::new("?q", detail)]));
    }
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let hits = search::search(publication, LANGUAGE, &q);
    let items = hits.iter().map(|hit| found(publication, hit)).collect();
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=300"))
        .json(FoundList { items }))
}

fn found(publication: &Publication, hit: &search::Hit<'_>) -> FoundShape {
    let (kind, estate, address) = match hit.thing {
        Thing::Estate(estate) => (
            "estate",
            Some(&estate.slug),
            Some(addresses::estate(LANGUAGE, &estate.slug)),
        ),
        Thing::Stop(stop) => ("stop", Some(&stop.estate), Some(addresses::stop(LANGUAGE, &stop.slug))),
        Thing::Street(street) => {
            let estate = street.estate.as_ref();
            ("street", estate, estate.map(|slug| addresses::estate(LANGUAGE, slug)))
        }
    };
    FoundShape {
        kind,
        name: hit.thing.name().to_owned(),
        former_name: hit.former.map(str::to_owned),
        estate: estate
            .and_then(|slug| publication.estate(slug))
            .map(|estate| estate.name.clone()),
        url: address.map(|address| publication.absolute(&address)),
    }
}
