//! The operator's map of the streets: a file of many megabytes, of which browsers ask for a few kilobytes at a time.

use actix_files::NamedFile;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, ContentEncoding, HeaderValue},
    web::{Data, ServiceConfig},
};
use public_calendar::addresses;

use super::{block, problem::Problem, reads::reads};
use crate::app::{App, AppError};

/// The media type that the specification of PMTiles registers.
const MEDIA_TYPE: &str = "application/vnd.pmtiles";

/// One file, in no language.
pub fn routes(config: &mut ServiceConfig) {
    config.service(reads(addresses::STREET_MAP, file));
}

/// GET /mapa/ulice.pmtiles, as a whole or by ranges (RFC 9110 section 14). Pages ask with the file's version in the query, so that no cache mixes
/// parts of two files; the answer is that of the file as it now is.
///
/// Each answer opens the file anew and takes length, validator and bytes from what it opened, so one that is moved into its place while the service
/// runs gives other answers and never a mixed one: its strong ETag is made of inode, length and time, and the reader in the browser begins anew
/// when it sees another.
async fn file(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let path = app.street_map.as_ref().ok_or(AppError::NotFound)?.file.clone();
    let opened = block(move || {
        NamedFile::open(path).map_err(|said| match said.kind() {
            std::io::ErrorKind::NotFound => AppError::NotFound,
            _ => AppError::Internal(anyhow::anyhow!("map.file cannot be read: {said}")),
        })
    })
    .await?;
    // Its tiles are compressed already, and a range is one of the bytes as they lie in the file.
    let named = opened
        .disable_content_disposition()
        .set_content_encoding(ContentEncoding::Identity);
    let mut answer = named.into_response(&request);
    let refused = answer.status().is_client_error();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if !refused {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    }
    Ok(answer)
}
