//! Seasons and their releases.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use storage::{Release, Season};
use utoipa::ToSchema;
use vocabulary::{Day, PersonId, PlanId, ReleaseId, SeasonId, Slug, Timestamp, Zone};

use super::{
    input::{Anyone, Call, Coordinator, IdempotencyKey, PageQuery, Staff},
    output::{Answer, Listing, created, listing, ok, versioned},
};
use crate::{
    app::{AppError, import::Imported, paging, seasons},
    schema,
    web::problem::Problem,
};

/// A season in few words.
#[derive(Serialize, ToSchema)]
pub struct SeasonShape {
    #[schema(value_type = schema::SeasonId)]
    id: SeasonId,
    #[schema(value_type = schema::Slug)]
    slug: Slug,
    name: String,
    #[schema(value_type = schema::Day)]
    first_day: Day,
    /// The last day, included.
    #[schema(value_type = schema::Day)]
    last_day: Day,
    /// The zone of all its times of day.
    #[schema(value_type = schema::Zone)]
    zone: Zone,
    version: u32,
}

impl SeasonShape {
    fn of(season: Season) -> Self {
        Self {
            id: season.id,
            slug: season.slug,
            name: season.name,
            first_day: season.first_day,
            last_day: season.last_day,
            zone: season.zone,
            version: season.version,
        }
    }
}

/// A season with its settings.
#[derive(Serialize, ToSchema)]
pub struct WholeSeasonShape {
    #[serde(flatten)]
    season: SeasonShape,
    /// What season.toml says: docs/season.schema.json describes it.
    #[schema(value_type = Object)]
    settings: Value,
}

/// The files of a season folder: name to text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeasonFiles {
    /// `season.toml`, `estates.csv`, `stops.csv` and `requests.csv`; `streets.csv`, `events.csv` and `sketch.geojson` if there are any.
    #[schema(example = json!({"season.toml": "…", "estates.csv": "…", "stops.csv": "…", "requests.csv": "…"}))]
    files: BTreeMap<String, String>,
}

/// List seasons
#[utoipa::path(get, path = "/seasons", tag = "seasons", params(PageQuery),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "One portion of all seasons", body = Listing<SeasonShape>)))]
pub async fn list(call: Call<Anyone>) -> Answer {
    let page = call.input.page::<SeasonId>()?;
    let paged = call.run(move |app, caller| seasons::list(app, caller, &page)).await?;
    listing(paged, SeasonShape::of)
}

/// Read a season
#[utoipa::path(get, path = "/seasons/{id}", tag = "seasons", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The season with its settings", body = WholeSeasonShape)))]
pub async fn get(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let season = call.run(move |app, caller| seasons::get(app, caller, &id)).await?;
    let settings = season.settings.read().map_err(AppError::from)?;
    let version = season.version;
    let season = SeasonShape::of(season);
    versioned(&WholeSeasonShape { season, settings }, version)
}

/// Bring a season folder in
///
/// All of it or nothing; every fault is told with file, row and column. A season of this short name that is there already is
/// changed: its requests, events and the town's streets are then those of the files, and nothing else is taken away.
/// At most 8 MiB.
#[utoipa::path(post, path = "/seasons", tag = "seasons", params(IdempotencyKey), request_body = SeasonFiles,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "What was added, changed and removed", body = Imported)))]
pub async fn import(call: Call<Coordinator>) -> Answer {
    let SeasonFiles { files } = call.input.body()?;
    let files = files
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    let imported = call
        .once(move |app, asked| seasons::import_once(app, asked, &files))
        .await?;
    created(format!("/api/v1/seasons/{}", imported.season), &imported)
}

/// A release in few words.
#[derive(Serialize, ToSchema)]
pub struct ReleaseShape {
    #[schema(value_type = schema::ReleaseId)]
    id: ReleaseId,
    #[schema(value_type = schema::SeasonId)]
    season: SeasonId,
    /// 1, 2, 3… within the season.
    number: u32,
    /// The plan it was made from.
    #[schema(value_type = Option<schema::PlanId>)]
    plan: Option<PlanId>,
    /// Who published it; null for the command line.
    #[schema(value_type = Option<schema::PersonId>)]
    published_by: Option<PersonId>,
    #[schema(value_type = schema::Timestamp)]
    published_at: Timestamp,
}

impl ReleaseShape {
    fn of(release: Release) -> Self {
        Self {
            id: release.id,
            season: release.season_id,
            number: release.number,
            plan: release.plan_id,
            published_by: release.published_by,
            published_at: release.published_at,
        }
    }
}

/// A release and what it froze.
#[derive(Serialize, ToSchema)]
pub struct WholeReleaseShape {
    #[serde(flatten)]
    release: ReleaseShape,
    /// The public calendar as it was published: season, estates, stops, streets, visits, themes, events.
    #[schema(value_type = Object)]
    publication: Value,
}

/// List a season's releases
#[utoipa::path(get, path = "/seasons/{id}/releases", tag = "releases",
    params(("id" = schema::SeasonId, Path), PageQuery),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "One portion, the oldest first", body = Listing<ReleaseShape>)))]
pub async fn releases(call: Call<Staff>) -> Answer {
    let (id, page) = (call.input.id()?, call.input.page::<String>()?);
    let all = call.run(move |app, caller| {
        seasons::get(app, caller, &id)?;
        seasons::releases(app, caller, &id)
    });
    // Ten digits hold every number there can be, so text and number have one order.
    listing(
        paging::cut(all.await?, &page, |release| format!("{:010}", release.number)),
        ReleaseShape::of,
    )
}

/// Read a release
#[utoipa::path(get, path = "/releases/{id}", tag = "releases", params(("id" = schema::ReleaseId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The release and the publication that it froze", body = WholeReleaseShape)))]
pub async fn release(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let (release, publication) = call.run(move |app, caller| seasons::release(app, caller, &id)).await?;
    let publication = publication
        .read()
        .map_err(|error| Problem::from(AppError::from(error)))?;
    ok(&WholeReleaseShape {
        release: ReleaseShape::of(release),
        publication,
    })
}
