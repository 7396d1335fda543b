//! The table of routes and middleware. The only part of the program that names actix-web.

pub mod api;
pub mod assets;
pub mod bytes;
pub mod cards;
pub mod feeds;
pub mod headers;
pub mod health;
pub mod memory;
pub mod missing;
pub mod observe;
pub mod pages;
pub mod print;
pub mod problem;
pub mod qr;
pub mod reads;
pub mod session;
pub mod street_map;
pub mod tls;
pub mod tokens;

use std::{
    net::{IpAddr, TcpListener},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use actix_web::{
    App as ActixApp, FromRequest, HttpRequest, HttpResponse, HttpServer,
    dev::Payload,
    middleware::{Compress, from_fn},
    web::{self as actix, Data, ServiceConfig},
};

use crate::app::{App, AppError, SharedApp};
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
            .wrap(from_fn(memory::first))
            .configure(routes)
    })
    .disable_signals()
    .workers(settings.workers)
    .client_request_timeout(Duration::from_secs(15))
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
        .configure(problem::routes)
        .configure(feeds::routes)
        .configure(feeds::machine_routes)
        .configure(print::routes)
        .configure(cards::routes)
        .configure(api::routes)
        .route("/assets/{name:.*}", actix::get().to(assets::get))
        .route("/assets/{name:.*}", actix::head().to(assets::get))
        .route("/osadz.js", actix::get().to(assets::embed))
        .route("/osadz.js", actix::head().to(assets::embed))
        .route("/sw.js", actix::get().to(assets::worker))
        .route("/sw.js", actix::head().to(assets::worker))
        .configure(street_map::routes)
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
async fn nowhere(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if request.path().starts_with("/api/") {
        return actix_web::ResponseError::error_response(&Problem::from(AppError::NotFound));
    }
    let (_, path) = wording::Language::of_path(request.path());
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    missing::page(&app, &request, missing::Sought::Page(path.into_owned())).await
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
        Err(_) => Err(AppError::Internal(anyhow::anyhow!("a use case stopped by a defect"))),
    }
}

/// So long a body may take to arrive. A slower one would hold a connection for as long as its sender likes.
const BODY_WITHIN: Duration = Duration::from_secs(30);

/// What is read from a body, if that arrives in time.
pub struct InTime<T>(pub T);

impl<T: FromRequest<Error: Into<actix_web::Error>> + 'static> FromRequest for InTime<T> {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let reading = T::from_request(request, payload);
        Box::pin(async move {
            Ok(Self(
                within(BODY_WITHIN, async { reading.await.map_err(Into::into) }).await?,
            ))
        })
    }
}

async fn within<T>(
    limit: Duration,
    reading: impl Future<Output = Result<T, actix_web::Error>>,
) -> Result<T, actix_web::Error> {
    match tokio::time::timeout(limit, reading).await {
        Ok(read) => read,
        Err(_) => Err(Problem::new(Kind::TOO_SLOW, "the body did not arrive in time: send it again").into()),
    }
}

/// The client's address, for counting wrong passwords: the connection's, or what a trusted proxy says.
pub fn client_address(app: &crate::app::App, request: &HttpRequest) -> String {
    let lines = request.headers().get_all("x-forwarded-for");
    let lines: Vec<&str> = lines.map(|line| line.to_str().unwrap_or("")).collect();
    let peer = request.peer_addr().map(|address| address.ip());
    let client = peer.map(|peer| client(peer, &app.config.server.trusted_proxies, &lines));
    client.map(|ip| ip.to_string()).unwrap_or_default()
}

/// The last entry that no trusted proxy added is the client; what stands before it, anybody may have written. An entry that
/// is no address ends the search: behind it nothing can be told from inventions.
fn client(peer: IpAddr, proxies: &[IpAddr], lines: &[&str]) -> IpAddr {
    // A socket that takes both families shows 192.0.2.1 as ::ffff:192.0.2.1.
    let trusted = |ip: IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == ip);
    let mut nearest = peer.to_canonical();
    for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !trusted(nearest) {
            break;
        }
        match entry.trim().parse::<IpAddr>() {
            Ok(ip) => nearest = ip.to_canonical(),
            Err(_) => break,
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use actix_web::ResponseError as _;

    use super::*;

    #[test]
    fn the_client_is_the_last_address_that_no_proxy_of_ours_added() {
        let proxies: Vec<IpAddr> = ["10.0.0.1", "10.0.0.2", "::ffff:10.0.0.3"]
            .map(|ip| ip.parse().unwrap())
            .to_vec();
        for (peer, lines, expected) in [
            ("192.0.2.9", vec!["198.51.100.1"], "192.0.2.9"),
            ("10.0.0.1", vec![], "10.0.0.1"),
            ("10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.3", vec!["::ffff:198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", vec!["203.0.113.5, 198.51.100.1, 10.0.0.2"], "198.51.100.1"),
            (
                "10.0.0.1",
                vec!["203.0.113.5", "198.51.100.1", "10.0.0.2"],
                "198.51.100.1",
            ),
            ("10.0.0.1", vec!["203.0.113.5, nobody, 10.0.0.2"], "10.0.0.2"),
            ("10.0.0.1", vec!["203.0.113.5, unknown"], "10.0.0.1"),
            ("10.0.0.1", vec!["203.0.113.5", ""], "10.0.0.1"),
            ("2001:db8::1", vec!["198.51.100.1"], "2001:db8::1"),
        ] {
            let found = client(peer.parse().unwrap(), &proxies, &lines);
            assert_eq!(found.to_string(), expected, "{peer} {lines:?}");
        }
    }

    #[actix_web::test]
    async fn a_body_that_does_not_arrive_is_not_waited_for() {
        let slow = within(Duration::ZERO, std::future::pending::<Result<(), actix_web::Error>>());
        let status = slow.await.unwrap_err().as_response_error().status_code();
        assert_eq!(status, Kind::TOO_SLOW.status);
        let there = within(Duration::ZERO, std::future::ready(Ok(7)));
        assert_eq!(there.await.unwrap(), 7);
    }

    #[actix_web::test]
    async fn a_defect_is_not_taken_for_a_busy_database() {
        let stopped = block(|| -> Result<(), AppError> { panic!("a defect") }).await;
        assert_eq!(Problem::from(stopped.unwrap_err()).status_code(), Kind::INTERNAL.status);
    }
}
