//! What everybody may read: the visits as JSON, and the search. Nothing here is about a person.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use public_calendar::{
    Moment, Publication, addresses, geojson,
    json::{self, Part, Wanted},
    pages::COUNTS,
    search::{self, LONGEST_QUESTION, Thing},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use wording::Language;

use super::{input::Input, output::Answer};
use crate::{
    app::{App, AppError, error::Fault},
    web::{
        bytes::Ready,
        feeds::of_publication,
        missing::{self, Sought},
        problem::Problem,
    },
};

const LANGUAGE: Language = Language::Polish;

/// Which visits are wanted, and in which words.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wish {
    /// Of this estate, by its short name; one that it had before will do.
    #[param(value_type = Option<crate::schema::Slug>, example = "lazek")]
    estate: Option<String>,
    /// Of this stop, likewise. Not both.
    #[param(value_type = Option<crate::schema::Slug>)]
    stop: Option<String>,
    /// Only today's and later ones.
    #[serde(default)]
    ahead: bool,
    /// So many at most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<usize>,
    /// Also say each visit in words of this language: `pl`, `uk` or `en`.
    #[param(example = "uk")]
    language: Option<String>,
}

impl Wish {
    fn is_for_all(&self) -> bool {
        let Self {
            estate,
            stop,
            ahead,
            limit,
            language,
        } = self;
        estate.is_none() && stop.is_none() && !ahead && limit.is_none() && language.is_none()
    }

    /// Everything that is wrong with it; else the language.
    fn language(&self) -> Result<Option<Language>, Problem> {
        let mut faults = Vec::new();
        let language = self.language.as_deref().map(Language::from_tag);
        if language == Some(None) {
            faults.push(Fault::new("?language", "must be pl, uk or en"));
        }
        if self.limit.is_some_and(|limit| !(1..=500).contains(&limit)) {
            faults.push(Fault::new("?limit", "must be 1 to 500"));
        }
        if self.estate.is_some() && self.stop.is_some() {
            faults.push(Fault::new("?stop", "ask for an estate or for a stop, not for both"));
        }
        if faults.is_empty() {
            Ok(language.flatten())
        } else {
            Err(Problem::malformed(faults))
        }
    }
}

/// Read the public calendar
///
/// The newest release of the season that matters today, with every change since; cancelled visits stay in it, marked. Times
/// are RFC 3339 with the offset of that day. Sent with a strong ETag: ask again with `If-None-Match`.
///
/// All of it, or the visits of a place, those ahead, so many: `?estate=lazek&ahead=true&limit=5&language=uk` is what a page of another
/// site needs to show.
#[utoipa::path(get, path = "/public/visits", tag = "public", params(Wish),
    responses((status = 200, description = "The visits in the order of time", body = Object),
        (status = 304, description = "Nothing has changed"),
        (status = 400, description = "The question cannot be read"),
        (status = 404, description = "There is no such place, `nearest` lists what may have been meant; or nothing has been published yet"),
        (status = 410, description = "The bus does not come to this stop any more")))]
pub async fn visits(app: Data<App>, input: Input) -> Result<HttpResponse, Problem> {
    let wish: Wish = input.query()?;
    let language = wish.language()?;
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    if wish.is_for_all() {
        let ready = snapshot.kept("/api/v1/public/visits", || {
            document(publication, &json::visits(publication, LANGUAGE, |_| true))
        })?;
        return Ok(ready.respond(&input.request));
    }
    let Some(part) = part(publication, &wish) else {
        let sought = match (wish.estate, wish.stop) {
            (Some(estate), _) => Sought::Estate(estate),
            (None, stop) => Sought::Stop(stop.unwrap_or_default()),
        };
        return Err(missing::problem(&app, language.unwrap_or(LANGUAGE), sought).await);
    };
    let moment = Moment::day(publication.data().zone.day(app.now()));
    let wanted = Wanted {
        part,
        ahead: wish.ahead.then_some(moment),
        limit: wish.limit.unwrap_or(usize::MAX),
        words: language.map(|language| (language, moment)),
    };
    let make = || document(publication, &json::some_visits(publication, &wanted));
    // Only what our own embed asks for is kept: numbers without end would fill the memory.
    if !wish.ahead || !wish.limit.is_none_or(|limit| COUNTS.contains(&limit)) {
        return Ok(make()?.respond(&input.request));
    }
    let limit = wish.limit.unwrap_or(0);
    let tag = language.map_or("", Language::tag);
    let today = moment.today;
    let ready = snapshot.kept(&format!("api visits {} {limit} {tag} {today}", place_key(part)), make)?;
    Ok(ready.respond(&input.request))
}

fn place_key(part: Part<'_>) -> String {
    match part {
        Part::Town => "town".to_owned(),
        Part::Estate(estate) => format!("estate {}", estate.slug),
        Part::Stop(stop) => format!("stop {}", stop.slug),
    }
}

fn part<'p>(publication: &'p Publication, wish: &Wish) -> Option<Part<'p>> {
    Some(match (&wish.estate, &wish.stop) {
        (Some(estate), _) => Part::Estate(publication.estate(&estate.parse().ok()?)?),
        (None, Some(stop)) => Part::Stop(publication.stop(&stop.parse().ok()?)?),
        (None, None) => Part::Town,
    })
}

fn document(publication: &Publication, shown: &impl Serialize) -> Result<Ready, AppError> {
    let text = serde_json::to_string(shown).map_err(|e| anyhow::anyhow!(e))?;
    let changed = Some(publication.data().changed_at);
    Ok(Ready::new(text, "application/json", "public, max-age=300", changed))
}

/// Read one visit
///
/// As in `/public/visits`.
#[utoipa::path(get, path = "/public/visits/{id}", tag = "public",
    params(("id" = crate::schema::VisitId, Path, description = "The visit")),
    responses((status = 200, description = "The visit", body = Object),
        (status = 304, description = "Nothing has changed"),
        (status = 404, description = "There never was such a visit"),
        (status = 410, description = "It was in another season; `successor` is the page of its stop")))]
pub async fn visit(app: Data<App>, input: Input) -> Result<HttpResponse, Problem> {
    let id = input.request.match_info().get("id").unwrap_or_default().to_owned();
    let snapshot = app.public.newest();
    let publication = snapshot.publication.as_ref().ok_or(AppError::NothingPublished)?;
    let found = id.parse().ok().and_then(|id| publication.visit(&id));
    match found {
        Some(visit) => Ok(document(publication, &json::entry(publication, LANGUAGE, visit))?.respond(&input.request)),
        None => Err(missing::problem(&app, LANGUAGE, Sought::Visit(id)).await),
    }
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
