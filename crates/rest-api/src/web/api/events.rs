//! Events of a season.

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery, Staff},
    output::{Answer, Listing, created_versioned, gone, listing, versioned},
};
use crate::{
    app::events::{self, EventInput, EventShape},
    schema,
};

/// List a season's events
#[utoipa::path(get, path = "/seasons/{id}/events", tag = "seasons", params(("id" = schema::SeasonId, Path), PageQuery),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "One portion of the season's events", body = Listing<EventShape>)))]
pub async fn list(call: Call<Staff>) -> Answer {
    let (season, page) = (call.input.id()?, call.input.page::<String>()?);
    let paged = call
        .run(move |app, caller| events::list(app, caller, &season, &page))
        .await?;
    listing(paged, |event| event)
}

/// Read an event
#[utoipa::path(get, path = "/events/{id}", tag = "seasons", params(("id" = schema::EventId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The event", body = EventShape)))]
pub async fn get(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let event = call.run(move |app, caller| events::get(app, caller, &id)).await?;
    versioned(&event, event.version)
}

/// Make an event
#[utoipa::path(post, path = "/seasons/{id}/events", tag = "seasons",
    params(("id" = schema::SeasonId, Path), IdempotencyKey), request_body = EventInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The new event", body = EventShape),
        (status = 409, description = "Another event of this season has this short name")))]
pub async fn create(call: Call<Coordinator>) -> Answer {
    let (season, input) = (call.input.id()?, call.input.body::<EventInput>()?);
    let event = call
        .once(move |app, asked| events::create(app, asked, &season, &input))
        .await?;
    created_versioned(format!("/api/v1/events/{}", event.id), &event, event.version)
}

/// Change an event
#[utoipa::path(put, path = "/events/{id}", tag = "seasons", params(("id" = schema::EventId, Path), IfMatch),
    request_body = EventInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The event as it now is", body = EventShape),
        (status = 409, description = "Another event of this season has this short name")))]
pub async fn update(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (
        call.input.id()?,
        call.input.version()?,
        call.input.body::<EventInput>()?,
    );
    let event = call
        .run(move |app, caller| events::update(app, caller, &id, version, &input))
        .await?;
    versioned(&event, event.version)
}

/// Delete an event
#[utoipa::path(delete, path = "/events/{id}", tag = "seasons", params(("id" = schema::EventId, Path), IfMatch),
    security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "It is gone"),
        (status = 409, description = "A visit was published for this event")))]
pub async fn delete(call: Call<Coordinator>) -> Answer {
    let (id, version) = (call.input.id()?, call.input.version()?);
    call.input.no_body()?;
    call.run(move |app, caller| events::delete(app, caller, &id, version))
        .await?;
    gone()
}
