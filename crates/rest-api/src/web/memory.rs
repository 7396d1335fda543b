//! The shortest way to an answer: what was made for an address before is sent again, before any route is looked for.
//!
//! Pages and feeds are kept under their one address (`public.rs`), with what else their bytes depend on. A request that spells the address in
//! exactly that way finds them here; any other spelling, and whatever is not kept, goes on to its route.

use actix_web::{
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};

use super::{bytes::Ready, headers, pages::public::kept_under};
use crate::app::App;

/// Answers from memory, or goes on. It stands before all else, so it adds the headers that every response bears and the line of the log.
pub async fn first<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let Some(mut answer) = kept(&request) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    headers::add(&request, answer.headers_mut());
    tracing::debug!(
        method = request.method().as_str(),
        route = "(memory)",
        status = answer.status().as_u16(),
        "answered"
    );
    Ok(request.into_response(answer.map_into_right_body()))
}

fn kept(request: &ServiceRequest) -> Option<actix_web::HttpResponse> {
    if *request.method() != Method::GET && *request.method() != Method::HEAD {
        return None;
    }
    let snapshot = request.app_data::<Data<App>>()?.public.newest();
    let address = request.uri().path_and_query()?.as_str();
    // Files are told by their address alone; pages depend on more, and have none with a question in it.
    let file = address.starts_with("/api/") || request.path().contains('.');
    let ready = match (file, request.uri().query()) {
        (true, _) => snapshot.found::<Ready>(address)?,
        (false, None) => snapshot.found::<Ready>(&kept_under(request.request(), &snapshot, address)?)?,
        (false, Some(_)) => return None,
    };
    Some(ready.respond(request.request()))
}
