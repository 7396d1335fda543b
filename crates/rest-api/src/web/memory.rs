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

use super::{bytes::Ready, pages::public::kept_under};
use crate::app::App;

/// Answers from memory, or goes on.
pub async fn first<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    match kept(&request) {
        Some(answer) => Ok(request.into_response(answer.map_into_right_body())),
        None => Ok(next.call(request).await?.map_into_left_body()),
    }
}

fn kept(request: &ServiceRequest) -> Option<actix_web::HttpResponse> {
    if *request.method() != Method::GET && *request.method() != Method::HEAD {
        return None;
    }
    let snapshot = request.app_data::<Data<App>>()?.public.newest();
    let address = request.uri().path_and_query()?.as_str();
    let ready = match snapshot.found::<Ready>(address) {
        Some(ready) => ready,
        // Pages depend on more than their address, and have none with a question in it.
        None if request.uri().query().is_none() => {
            snapshot.found::<Ready>(&kept_under(request.request(), &snapshot, address)?)?
        }
        None => return None,
    };
    Some(ready.respond(request.request()))
}
