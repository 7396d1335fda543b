//! The description of the API and the reference that draws it: both from this program, nothing from anyone else.

use std::sync::{Arc, LazyLock};

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use utoipa_swagger_ui::Config;

use super::openapi;
use crate::{
    app::AppError,
    web::{bytes::Ready, problem::Problem, wrong_method},
};

static DESCRIPTION: LazyLock<Ready> = LazyLock::new(|| {
    let text = openapi::document().to_string();
    Ready::new(text, "application/json", "public, max-age=300", None)
});

/// Read this description
#[utoipa::path(get, path = "/openapi.json", tag = "public",
    responses((status = 200, description = "This document, OpenAPI 3.1", body = Object),
        (status = 304, description = "Nothing has changed")))]
pub async fn description(request: HttpRequest) -> HttpResponse {
    DESCRIPTION.respond(&request)
}

static REFERENCE: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
    Arc::new(
        Config::from("../v1/openapi.json")
            .use_base_layout()
            .validator_url("none")
            .deep_linking(true)
            .default_models_expand_depth(0)
            .doc_expansion("list"),
    )
});

/// `/api/docs/` and the files of its page.
pub fn reference(config: &mut web::ServiceConfig) {
    let page = |address: &'static str| web::resource(address).default_service(wrong_method("GET, HEAD"));
    config
        .service(
            page("/api/docs")
                .route(web::get().to(to_the_page))
                .route(web::head().to(to_the_page)),
        )
        .service(
            page("/api/docs/{file:[^/]*}")
                .route(web::get().to(file))
                .route(web::head().to(file)),
        );
}

/// The links of the page are relative, so its address ends in a slash.
async fn to_the_page() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, "/api/docs/"))
        .finish()
}

async fn file(name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let found = utoipa_swagger_ui::serve(&name, REFERENCE.clone()).map_err(|e| anyhow::anyhow!("{e}"));
    let file = found.map_err(AppError::from)?.ok_or(AppError::NotFound)?;
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_TYPE, file.content_type));
    response.insert_header((header::CACHE_CONTROL, "public, max-age=86400"));
    if file.gzpipped {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    Ok(response.body(file.bytes.into_owned()))
}
