//! A season's own travel matrix.

use actix_web::{HttpResponse, http::header};
use vocabulary::SeasonId;

use super::{
    input::{Call, Coordinator},
    output::{Answer, gone, ok},
};
use crate::{
    app::travel::{self, Uploaded},
    schema,
};

/// Upload a season's travel matrix
///
/// Seconds and metres for every pair of its places, both ways, as a table `from,to,seconds,metres` or as JSON
/// `{"ways": [{"from", "to", "seconds", "metres"}]}`. Places are the short names of stops, and each bus's with `-depot`. Plans asked for
/// from now on use it, until a place is added or moved: then they are refused until a new matrix comes. Every fault is told with row
/// and column. At most 16 MiB.
#[utoipa::path(put, path = "/seasons/{id}/travel-matrix", tag = "plans", params(("id" = schema::SeasonId, Path)),
    request_body(content((String = "text/csv"), (Object = "application/json"))),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is stored in place of the one before", body = Uploaded)))]
pub async fn upload(call: Call<Coordinator>) -> Answer {
    let (season, bytes): (SeasonId, _) = (call.input.id()?, call.input.bytes(&["text/csv", "application/json"])?);
    let done = call
        .run(move |app, caller| travel::upload(app, caller, &season, &bytes))
        .await?;
    ok(&done)
}

/// Read a season's travel matrix
///
/// The table that can be uploaded again.
#[utoipa::path(get, path = "/seasons/{id}/travel-matrix", tag = "plans", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv")))]
pub async fn table(call: Call<Coordinator>) -> Answer {
    let season: SeasonId = call.input.id()?;
    let table = call.run(move |app, caller| travel::table(app, caller, &season)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(table))
}

/// Take a season's travel matrix away
///
/// Plans then use the routing engine of the settings, or the estimate.
#[utoipa::path(delete, path = "/seasons/{id}/travel-matrix", tag = "plans", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "It is gone")))]
pub async fn remove(call: Call<Coordinator>) -> Answer {
    let season: SeasonId = call.input.id()?;
    call.input.no_body()?;
    call.run(move |app, caller| travel::remove(app, caller, &season))
        .await?;
    gone()
}
