//! The table of routes and middleware. The only part of the program that names actix-web.

pub mod api;
pub mod assets;
pub mod bytes;
pub mod feeds;
pub mod headers;
pub mod health;
pub mod observe;
pub mod pages;
pub mod problem;
pub mod session;
pub mod tls;
pub mod tokens;

use std::{net::TcpListener, sync::Arc};

use actix_web::{
    App as ActixApp, HttpRequest, HttpResponse, HttpServer,
    middleware::{Compress, from_fn},
    web::{self as actix, Data, ServiceConfig},
};

use crate::app::{AppError, SharedApp};
use problem::{Kind, Problem};
use tokens::TokenKeys;

/// The largest JSON or form body that is read, in bytes; season folders have their own limit.
const LARGEST_BODY: usize = 256 * 1024;

/// Answers requests until `stop` comes, then lets open ones finish.
pub async fn serve(
    app: SharedApp,
    keys: Arc<TokenKeys>,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let settings = app.config.server.clone();
    let (app, keys) = (Data::from(app), Data::from(keys));
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(app.clone())
            .app_data(keys.clone())
            .wrap(from_fn(session::attach))
            .wrap(Compress::default())
            .wrap(from_fn(headers::secure))
            .wrap(from_fn(observe::observe))
            .configure(routes)
    })
    .disable_signals()
    .workers(settings.workers)
    .client_request_timeout(std::time::Duration::from_secs(15))
    .shutdown_timeout(settings.shutdown_seconds);
    let server = match (&settings.tls_cert, &settings.tls_key) {
        (Some(cert), Some(key)) => server.listen_rustls_0_23(listener, tls::config(cert, key)?)?,
        _ => server.listen(listener)?,
    };
    let server = server.run();
    let handle = server.handle();
    let mut serving = std::pin::pin!(server);
    tokio::select! {
        ended = &mut serving => return Ok(ended?),
        () = stop => {}
    }
    let (ended, ()) = tokio::join!(serving, handle.stop(true));
    Ok(ended?)
}

/// Every address of the service.
pub fn routes(config: &mut ServiceConfig) {
    config
        .app_data(
            actix::JsonConfig::default()
                .limit(LARGEST_BODY)
                .error_handler(|e, r| refuse(e.into(), r)),
        )
        .app_data(actix::PathConfig::default().error_handler(|_, _| AppErrorAsProblem(AppError::NotFound).into()))
        .app_data(actix::QueryConfig::default().error_handler(|e, r| refuse(e.into(), r)))
        .app_data(
            actix::FormConfig::default()
                .limit(LARGEST_BODY)
                .error_handler(|e, r| refuse(e.into(), r)),
        )
        .app_data(actix::PayloadConfig::default().limit(LARGEST_BODY))
        .configure(health::routes)
        .configure(feeds::routes)
        .configure(api::routes)
        .route("/assets/{name:.*}", actix::get().to(assets::get))
        .route("/assets/{name:.*}", actix::head().to(assets::get))
        .configure(pages::routes)
        .default_service(actix::to(nowhere));
}

fn refuse(error: actix_web::Error, request: &HttpRequest) -> actix_web::Error {
    problem::extractor_failure(&error, request).into()
}

struct AppErrorAsProblem(AppError);

impl From<AppErrorAsProblem> for actix_web::Error {
    fn from(error: AppErrorAsProblem) -> Self {
        Problem::from(error.0).into()
    }
}

/// An address that is none of ours.
async fn nowhere(request: HttpRequest) -> HttpResponse {
    if request.path().starts_with("/api/") {
        actix_web::ResponseError::error_response(&Problem::from(AppError::NotFound))
    } else {
        pages::errors::page(&request, &AppError::NotFound)
    }
}

/// The answer of a known address to a method that it does not take. `allowed` goes into `Allow` (RFC 9110 section 15.5.6).
pub fn wrong_method(allowed: impl Into<String>) -> actix_web::Route {
    let allowed = allowed.into();
    actix::to(move || {
        let allowed = allowed.clone();
        async move {
            let problem = Problem::new(Kind::METHOD_NOT_ALLOWED, format!("this address takes {allowed}"));
            let mut response = actix_web::ResponseError::error_response(&problem);
            // The names of methods are ASCII.
            if let Ok(value) = actix_web::http::header::HeaderValue::try_from(allowed) {
                response.headers_mut().insert(actix_web::http::header::ALLOW, value);
            }
            response
        }
    })
}

/// Runs a use case away from the threads that answer requests: it may wait for the database.
pub async fn block<T: Send + 'static>(
    use_case: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    match actix::block(use_case).await {
        Ok(outcome) => outcome,
        Err(_) => Err(AppError::Busy),
    }
}

/// The client's address, for counting wrong passwords: the connection's, or what a trusted proxy says.
pub fn client_address(app: &crate::app::App, request: &HttpRequest) -> String {
    let peer = request.peer_addr().map(|address| address.ip());
    let trusted = |ip: &std::net::IpAddr| app.config.server.trusted_proxies.contains(ip);
    if peer.as_ref().is_some_and(trusted)
        && let Some(chain) = request.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok())
    {
        // The last entry that no trusted proxy added is the client; what stands before it, anybody may have written.
        let entries = chain
            .rsplit(',')
            .filter_map(|entry| entry.trim().parse::<std::net::IpAddr>().ok());
        if let Some(client) = entries.into_iter().find(|ip| !trusted(ip)) {
            return client.to_string();
        }
    }
    peer.map(|ip| ip.to_string()).unwrap_or_default()
}
