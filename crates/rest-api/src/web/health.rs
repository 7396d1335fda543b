//! Is the process alive, and can it do its work?

use actix_web::{
    HttpResponse,
    http::header,
    web::{self, Data, ServiceConfig},
};

use crate::app::{App, AppError};

/// `/healthz` and `/readyz`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/healthz", web::get().to(healthz))
        .route("/healthz", web::head().to(healthz))
        .route("/readyz", web::get().to(readyz))
        .route("/readyz", web::head().to(readyz));
}

/// The process answers.
async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body("ok\n")
}

/// The database answers as well.
async fn readyz(app: Data<App>) -> HttpResponse {
    let ready = super::block(move || app.store.ping().map_err(AppError::from)).await;
    let mut response = if ready.is_ok() {
        HttpResponse::Ok()
    } else {
        HttpResponse::ServiceUnavailable()
    };
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    response.body(if ready.is_ok() {
        "ready\n"
    } else {
        "the database does not answer\n"
    })
}
