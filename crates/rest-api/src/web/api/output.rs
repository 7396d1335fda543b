//! What a call gets back. Nothing of it may be kept by a cache on the way: it is about people.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use serde::Serialize;
use storage::Paged;
use utoipa::ToSchema;

use crate::web::problem::Problem;

/// The end of every handler.
pub type Answer = Result<HttpResponse, Problem>;

/// One portion of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listing<T> {
    /// The things, in the order of the list.
    pub items: Vec<T>,
    /// What to give as `after` for the next portion; null at the end.
    pub next: Option<String>,
}

/// One portion of a list, each thing in its shape.
pub fn listing<T, S: Serialize>(paged: Paged<T>, shape: impl FnMut(T) -> S) -> Answer {
    let Paged { items, next } = paged;
    ok(&Listing {
        items: items.into_iter().map(shape).collect(),
        next,
    })
}

/// 200.
pub fn ok(body: &impl Serialize) -> Answer {
    Ok(json(StatusCode::OK, body))
}

/// 200 with the ETag that a change must name in `If-Match`.
pub fn versioned(body: &impl Serialize, version: u32) -> Answer {
    let mut response = json(StatusCode::OK, body);
    tag(&mut response, version);
    Ok(response)
}

/// 201 with the address of the new thing.
pub fn created(address: String, body: &impl Serialize) -> Answer {
    Ok(at(json(StatusCode::CREATED, body), address))
}

/// 201 with the address and the ETag of the new thing.
pub fn created_versioned(address: String, body: &impl Serialize, version: u32) -> Answer {
    let mut response = at(json(StatusCode::CREATED, body), address);
    tag(&mut response, version);
    Ok(response)
}

/// 202 with the address at which to see what becomes of it.
pub fn accepted(address: String, body: &impl Serialize) -> Answer {
    Ok(at(json(StatusCode::ACCEPTED, body), address))
}

/// 204.
pub fn gone() -> Answer {
    Ok(HttpResponse::NoContent().finish())
}

fn json(status: StatusCode, body: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(body)
}

fn at(mut response: HttpResponse, address: String) -> HttpResponse {
    // Addresses are made of ids, which are ASCII.
    if let Ok(value) = header::HeaderValue::try_from(address) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

fn tag(response: &mut HttpResponse, version: u32) {
    if let Ok(value) = header::HeaderValue::try_from(format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, value);
    }
}
