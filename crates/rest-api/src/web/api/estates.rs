//! Estates.

use vocabulary::EstateId;

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery, Staff},
    output::{Answer, Listing, created_versioned, listing, versioned},
};
use crate::{
    app::estates::{self, EstateInput, EstateShape},
    schema,
};

/// List estates
#[utoipa::path(get, path = "/estates", tag = "town", params(PageQuery),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "One portion of all estates", body = Listing<EstateShape>)))]
pub async fn list(call: Call<Staff>) -> Answer {
    let page = call.input.page::<EstateId>()?;
    let paged = call.run(move |app, caller| estates::list(app, caller, &page)).await?;
    listing(paged, EstateShape::of)
}

/// Read an estate
#[utoipa::path(get, path = "/estates/{id}", tag = "town", params(("id" = schema::EstateId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The estate", body = EstateShape)))]
pub async fn get(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let estate = call.run(move |app, caller| estates::get(app, caller, &id)).await?;
    versioned(&estate, estate.version)
}

/// Make an estate
#[utoipa::path(post, path = "/estates", tag = "town", params(IdempotencyKey), request_body = EstateInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The new estate", body = EstateShape),
        (status = 409, description = "Another estate has this short name, or had it; or there is no season yet")))]
pub async fn create(call: Call<Coordinator>) -> Answer {
    let input: EstateInput = call.input.body()?;
    let estate = call.once(move |app, asked| estates::create(app, asked, &input)).await?;
    created_versioned(format!("/api/v1/estates/{}", estate.id), &estate, estate.version)
}

/// Change an estate
///
/// The public sees it at once. A short name that is given up goes on leading to the estate.
#[utoipa::path(put, path = "/estates/{id}", tag = "town", params(("id" = schema::EstateId, Path), IfMatch),
    request_body = EstateInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The estate as it now is", body = EstateShape),
        (status = 409, description = "Another estate has this short name, or had it")))]
pub async fn update(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (
        call.input.id()?,
        call.input.version()?,
        call.input.body::<EstateInput>()?,
    );
    let estate = call
        .run(move |app, caller| estates::update(app, caller, &id, version, &input))
        .await?;
    versioned(&estate, estate.version)
}
