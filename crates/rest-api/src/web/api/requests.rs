//! Requests of a season.

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery},
    output::{Answer, Listing, created_versioned, gone, listing, versioned},
};
use crate::{
    app::requests::{self, RequestInput, RequestShape},
    schema,
};

/// List a season's requests
#[utoipa::path(get, path = "/seasons/{id}/requests", tag = "seasons", params(("id" = schema::SeasonId, Path), PageQuery),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "One portion of the season's requests", body = Listing<RequestShape>)))]
pub async fn list(call: Call<Coordinator>) -> Answer {
    let (season, page) = (call.input.id()?, call.input.page::<String>()?);
    let paged = call
        .run(move |app, caller| requests::list(app, caller, &season, &page))
        .await?;
    listing(paged, |request| request)
}

/// Read a request
#[utoipa::path(get, path = "/requests/{id}", tag = "seasons", params(("id" = schema::RequestId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The request", body = RequestShape)))]
pub async fn get(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let request = call.run(move |app, caller| requests::get(app, caller, &id)).await?;
    versioned(&request, request.version)
}

/// Make a request
#[utoipa::path(post, path = "/seasons/{id}/requests", tag = "seasons",
    params(("id" = schema::SeasonId, Path), IdempotencyKey), request_body = RequestInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The new request", body = RequestShape),
        (status = 409, description = "This stop has a request in this season")))]
pub async fn create(call: Call<Coordinator>) -> Answer {
    let (season, input) = (call.input.id()?, call.input.body::<RequestInput>()?);
    let request = call
        .once(move |app, asked| requests::create(app, asked, &season, &input))
        .await?;
    created_versioned(format!("/api/v1/requests/{}", request.id), &request, request.version)
}

/// Change a request
#[utoipa::path(put, path = "/requests/{id}", tag = "seasons", params(("id" = schema::RequestId, Path), IfMatch),
    request_body = RequestInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The request as it now is", body = RequestShape),
        (status = 409, description = "This stop has a request in this season")))]
pub async fn update(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (
        call.input.id()?,
        call.input.version()?,
        call.input.body::<RequestInput>()?,
    );
    let request = call
        .run(move |app, caller| requests::update(app, caller, &id, version, &input))
        .await?;
    versioned(&request, request.version)
}

/// Delete a request
#[utoipa::path(delete, path = "/requests/{id}", tag = "seasons", params(("id" = schema::RequestId, Path), IfMatch),
    security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "It is gone")))]
pub async fn delete(call: Call<Coordinator>) -> Answer {
    let (id, version) = (call.input.id()?, call.input.version()?);
    call.input.no_body()?;
    call.run(move |app, caller| requests::delete(app, caller, &id, version))
        .await?;
    gone()
}
