//! Headers that every response bears.

use std::sync::LazyLock;

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use public_calendar::addresses;
use sha2::{Digest as _, Sha256};

use super::assets;

/// The one script that stands inside pages is named by its hash (CSP level 3, section 2.3.1).
static PAGE_POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(assets::START.as_bytes()));
    let policy = PAGE_PARTS.replace("'hash'", &format!("'sha256-{hash}'"));
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
});

const PAGE_PARTS: &str = "default-src 'none'; script-src 'self' 'hash'; style-src 'self'; img-src 'self'; font-src 'self'; \
     connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// The reference under /api/docs draws with data: images and sets styles on elements; it is the only page that may.
const REFERENCE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// Adds them; a response that has set one itself keeps its own.
pub async fn secure<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let asked = Asked::by(&request);
    let mut response = next.call(request).await?;
    drop_identity(response.headers_mut());
    asked.add(response.headers_mut());
    Ok(response)
}

/// "identity" is what keeps the compressing middleware away, and is no coding to tell of (RFC 9110 section 8.4.1).
fn drop_identity(headers: &mut HeaderMap) {
    if headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|coding| coding == "identity")
    {
        headers.remove(header::CONTENT_ENCODING);
    }
}

/// Adds them to an answer that has no other way to them.
pub fn add(request: &ServiceRequest, headers: &mut HeaderMap) {
    Asked::by(request).add(headers);
}

/// What of a request decides on them.
#[derive(Clone, Copy)]
struct Asked {
    reference: bool,
    public: bool,
    secure: bool,
}

impl Asked {
    fn by(request: &ServiceRequest) -> Self {
        Self {
            reference: request.path().starts_with("/api/docs"),
            public: is_public(request.method(), request.path()),
            secure: request.connection_info().scheme() == "https",
        }
    }

    fn add(self, headers: &mut HeaderMap) {
        if !self.reference && !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
            headers.insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY.clone());
        }
        let mut set = |name: HeaderName, value: &'static str| {
            if !headers.contains_key(&name) {
                headers.insert(name, HeaderValue::from_static(value));
            }
        };
        set(header::CONTENT_SECURITY_POLICY, REFERENCE_POLICY);
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::REFERRER_POLICY, "same-origin");
        set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
        set(
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(self)",
        );
        if self.public {
            set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            set(header::ACCESS_CONTROL_EXPOSE_HEADERS, "etag, last-modified");
        }
        if self.secure {
            set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        }
    }
}

/// Whether pages of other hosts may read it: what everybody may read, and nothing that depends on who asks.
fn is_public(method: &Method, path: &str) -> bool {
    let read = matches!(*method, Method::GET | Method::HEAD);
    let feed = [".ics", ".atom"].iter().any(|ending| path.ends_with(ending)) && !path.starts_with("/moje-dyzury/");
    read && (feed || path == addresses::EMBED_SCRIPT || path.starts_with("/api/v1/public/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_hosts_read_what_everybody_may() {
        for (method, path, expected) in [
            (Method::GET, "/api/v1/public/visits", true),
            (Method::HEAD, "/uk/stops/lazek.ics", true),
            (Method::GET, "/changes.atom", true),
            (Method::GET, "/osadz.js", true),
            (Method::GET, "/osadz", false),
            (Method::POST, "/api/v1/public/followers", false),
            (Method::GET, "/moje-dyzury/secret.ics", false),
            (Method::GET, "/api/v1/people", false),
            (Method::GET, "/", false),
        ] {
            assert_eq!(is_public(&method, path), expected, "{method} {path}");
        }
    }
}
