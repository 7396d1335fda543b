//! Responses whose bytes are known beforehand: feeds, public pages, assets. Strong ETag, Last-Modified, 304, gzip.

use std::io::Write as _;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{self, HeaderValue, HttpDate},
    },
    web::Bytes,
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use vocabulary::Timestamp;

/// Bytes ready to be sent, plain and compressed.
#[derive(Debug, Clone)]
pub struct Ready {
    content_type: &'static str,
    cache_control: &'static str,
    vary: &'static str,
    plain: Bytes,
    gzip: Bytes,
    etag: String,
    /// The header of each form, written once.
    etag_plain: HeaderValue,
    etag_gzip: HeaderValue,
    last_modified: Option<(Timestamp, HeaderValue)>,
    disposition: Option<String>,
}

impl Ready {
    /// Prepares bytes once; they are then sent any number of times.
    pub fn new(
        body: impl Into<Bytes>,
        content_type: &'static str,
        cache_control: &'static str,
        last_modified: Option<Timestamp>,
    ) -> Self {
        let plain = body.into();
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to memory cannot fail; were it to, the plain bytes would be sent for both.
        let gzip = match encoder.write_all(&plain).and_then(|()| encoder.finish()) {
            Ok(bytes) => Bytes::from(bytes),
            Err(_) => Bytes::new(),
        };
        let digest = Sha256::digest(&plain);
        let etag: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
        // A strong validator names one form of the bytes (RFC 9110 section 8.8.3), so each encoding has its own.
        let (etag_plain, etag_gzip) = (ascii(format!("\"{etag}\"")), ascii(format!("\"{etag}-gz\"")));
        let last_modified = last_modified.map(|instant| (instant, ascii(http_date(instant).to_string())));
        Self {
            content_type,
            cache_control,
            vary: "Accept-Encoding",
            plain,
            gzip,
            etag,
            etag_plain,
            etag_gzip,
            last_modified,
            disposition: None,
        }
    }

    /// Shown in the browser; saved, it gets this name (ASCII without quotes).
    pub fn named(self, name: &str) -> Self {
        Self {
            disposition: Some(format!("inline; filename=\"{name}\"")),
            ..self
        }
    }

    /// The bytes, not compressed.
    pub fn body(&self) -> &[u8] {
        &self.plain
    }

    /// How many bytes it keeps.
    pub fn size(&self) -> usize {
        self.plain.len() + self.gzip.len()
    }

    /// The request headers on which the answer depends, where that is not only the encoding.
    pub fn varying(self, vary: &'static str) -> Self {
        Self { vary, ..self }
    }

    /// The answer to this request: 304 if the client has these very bytes, else the bytes in the form it takes.
    pub fn respond(&self, request: &HttpRequest) -> HttpResponse {
        let gzip = !self.gzip.is_empty() && self.gzip.len() < self.plain.len() && accepts_gzip(request);
        let etag = if gzip { &self.etag_gzip } else { &self.etag_plain };
        let mut response = HttpResponse::build(StatusCode::OK);
        response.insert_header((header::ETAG, etag.clone()));
        response.insert_header((header::CACHE_CONTROL, self.cache_control));
        response.insert_header((header::VARY, self.vary));
        if let Some((_, date)) = &self.last_modified {
            response.insert_header((header::LAST_MODIFIED, date.clone()));
        }
        if self.unchanged_for(request) {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
        response.insert_header((header::CONTENT_TYPE, self.content_type));
        if let Some(disposition) = &self.disposition {
            response.insert_header((header::CONTENT_DISPOSITION, disposition.as_str()));
        }
        if gzip {
            response.insert_header((header::CONTENT_ENCODING, "gzip"));
        }
        let body = if gzip { &self.gzip } else { &self.plain };
        if *request.method() == Method::HEAD {
            response.no_chunking(body.len() as u64);
        }
        response.body(body.clone())
    }

    fn unchanged_for(&self, request: &HttpRequest) -> bool {
        let header = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
        if let Some(known) = header(header::IF_NONE_MATCH) {
            return known
                .split(',')
                .map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"'))
                .any(|tag| tag == "*" || tag == self.etag || tag.strip_suffix("-gz") == Some(self.etag.as_str()));
        }
        let since = header(header::IF_MODIFIED_SINCE).and_then(|text| text.parse::<HttpDate>().ok());
        match (since, &self.last_modified) {
            (Some(since), Some((modified, _))) => {
                modified.unix_seconds() <= Timestamp::from(std::time::SystemTime::from(since)).unix_seconds()
            }
            _ => false,
        }
    }
}

/// A header's value; what is given here is always ASCII.
fn ascii(text: String) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

fn http_date(instant: Timestamp) -> HttpDate {
    // HTTP dates have whole seconds, so the fraction is cut off before comparing as well.
    HttpDate::from(std::time::SystemTime::from(
        Timestamp::from_unix_seconds(instant.unix_seconds()).utc(),
    ))
}

fn accepts_gzip(request: &HttpRequest) -> bool {
    let Some(accepted) = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
    else {
        return false;
    };
    accepted.split(',').any(|coding| {
        let (name, quality) = coding.trim().split_once(';').unwrap_or((coding.trim(), ""));
        name.trim().eq_ignore_ascii_case("gzip") && !quality.replace(' ', "").eq("q=0")
    })
}
