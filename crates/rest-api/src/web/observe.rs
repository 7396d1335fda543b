//! Every request gets an id, one log line, and the id into the problem it may end with.
//!
//! The line has method, route pattern, status and time; never an address, a query, a name or a token.

use std::time::Instant;

use actix_web::{
    HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::Next,
};
use tracing::Instrument;
use uuid::Uuid;

use super::problem::Pending;

/// The id under which a request is logged.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Adds the id, logs the answer, completes problems.
pub async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let id = format!("req_{}", Uuid::now_v7().simple());
    request.extensions_mut().insert(RequestId(id.clone()));
    let started = Instant::now();
    let span = tracing::info_span!("request", id);
    let mut response = next.call(request).instrument(span).await?.map_into_boxed_body();
    let status = response.status();
    let milliseconds = started.elapsed().as_millis() as u64;
    let method = response.request().method().as_str().to_owned();
    let route = response
        .request()
        .match_pattern()
        .unwrap_or_else(|| "(none)".to_owned());
    if status.is_server_error() && status != StatusCode::SERVICE_UNAVAILABLE {
        tracing::error!(id, method, route, status = status.as_u16(), milliseconds, "answered");
    } else {
        tracing::debug!(id, method, route, status = status.as_u16(), milliseconds, "answered");
    }
    let pending = response.response_mut().extensions_mut().remove::<Pending>();
    Ok(match pending {
        Some(Pending(problem)) => {
            let (request, unnamed) = response.into_parts();
            let mut named = problem.respond(&id);
            let own: Vec<_> = named.headers().keys().cloned().collect();
            for (name, value) in unnamed.headers() {
                // The body is another one, so what was said about the old one's bytes does not hold.
                let of_the_body = name == header::CONTENT_ENCODING || name == header::CONTENT_LENGTH;
                if !of_the_body && !own.contains(name) {
                    named.headers_mut().append(name.clone(), value.clone());
                }
            }
            ServiceResponse::new(request, named)
        }
        None => response,
    })
}

#[cfg(test)]
mod tests {
    use actix_web::{App, HttpResponse, ResponseError, cookie::Cookie, middleware::from_fn, test, web};

    use super::*;
    use crate::{app::AppError, web::problem::Problem};

    async fn no_with_two_cookies() -> HttpResponse {
        let mut response = Problem::from(AppError::NotFound).error_response();
        for name in ["a", "b"] {
            response.add_cookie(&Cookie::new(name, "1")).unwrap();
        }
        response
    }

    #[actix_web::test]
    async fn a_problem_keeps_every_cookie_and_bears_the_id() {
        let app = App::new()
            .wrap(from_fn(observe))
            .route("/", web::get().to(no_with_two_cookies));
        let app = test::init_service(app).await;
        let answer = test::call_service(&app, test::TestRequest::get().uri("/").to_request()).await;
        let cookies: Vec<_> = answer.headers().get_all(header::SET_COOKIE).cloned().collect();
        assert_eq!(cookies, ["a=1", "b=1"]);
        assert_eq!(answer.headers().get_all(header::CONTENT_TYPE).count(), 1);
        let body: serde_json::Value = test::read_body_json(answer).await;
        assert!(body["instance"].as_str().unwrap().starts_with("req_"), "{body}");
    }
}
