//! Stops.

use vocabulary::StopId;

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery, Staff},
    output::{Answer, Listing, created_versioned, listing, versioned},
};
use crate::{
    app::stops::{self, MergeInput, StopInput, StopShape},
    schema,
};

/// List stops
#[utoipa::path(get, path = "/stops", tag = "town", params(PageQuery),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "One portion of all stops", body = Listing<StopShape>)))]
pub async fn list(call: Call<Staff>) -> Answer {
    let page = call.input.page::<StopId>()?;
    let paged = call.run(move |app, caller| stops::list(app, caller, &page)).await?;
    listing(paged, |stop| stop)
}

/// Read a stop
#[utoipa::path(get, path = "/stops/{id}", tag = "town", params(("id" = schema::StopId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The stop", body = StopShape)))]
pub async fn get(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let stop = call.run(move |app, caller| stops::get(app, caller, &id)).await?;
    versioned(&stop, stop.version)
}

/// Make a stop
#[utoipa::path(post, path = "/stops", tag = "town", params(IdempotencyKey), request_body = StopInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The new stop", body = StopShape),
        (status = 409, description = "Another stop has this short name, or had it; or there is no season yet")))]
pub async fn create(call: Call<Coordinator>) -> Answer {
    let input: StopInput = call.input.body()?;
    let stop = call.once(move |app, asked| stops::create(app, asked, &input)).await?;
    created_versioned(format!("/api/v1/stops/{}", stop.id), &stop, stop.version)
}

/// Change a stop
///
/// The public sees it at once. A short name that is given up goes on leading to the stop.
#[utoipa::path(put, path = "/stops/{id}", tag = "town", params(("id" = schema::StopId, Path), IfMatch),
    request_body = StopInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The stop as it now is", body = StopShape),
        (status = 409, description = "Another stop has this short name, or had it")))]
pub async fn update(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (call.input.id()?, call.input.version()?, call.input.body::<StopInput>()?);
    let stop = call
        .run(move |app, caller| stops::update(app, caller, &id, version, &input))
        .await?;
    versioned(&stop, stop.version)
}

/// Merge a stop into another
///
/// For two stops that turn out to be one place. The visits, requests and followers of this one are the other's from now on, and every address it ever
/// had leads there: pages, calendars, feeds. Visits keep their ids.
#[utoipa::path(post, path = "/stops/{id}/merge", tag = "town", params(("id" = schema::StopId, Path), IfMatch),
    request_body = MergeInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The stop that stays", body = StopShape),
        (status = 409, description = "Both ask for visits in one season, or the calendar could not show it")))]
pub async fn merge(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (
        call.input.id()?,
        call.input.version()?,
        call.input.body::<MergeInput>()?,
    );
    let stop = call
        .run(move |app, caller| stops::merge(app, caller, &id, version, &input))
        .await?;
    versioned(&stop, stop.version)
}
