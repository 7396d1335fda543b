//! `AppError` as an RFC 9457 problem. The only file that knows status codes; it matches without a wildcard, so a new error
//! cannot be forgotten. Every problem type is a heading of docs/problems.md (a test compares the two lists).

use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    http::{StatusCode, header},
    web::ServiceConfig,
};
use serde_json::{Map, Value, json};

use crate::app::{
    AppError,
    error::{Fault, RefusedBy},
};

/// What the `type` of every problem leads to.
const EXPLAINED: &str = include_str!("../../../../docs/problems.md");

/// `/problems`.
pub fn routes(config: &mut ServiceConfig) {
    config.service(super::reads::reads("/problems", explained));
}

async fn explained() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/markdown; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(EXPLAINED)
}

/// A kind of problem: the last part of its `type` address, its title and its status code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The heading in docs/problems.md.
    pub slug: &'static str,
    /// What it is, in few words.
    pub title: &'static str,
    /// The HTTP status code.
    pub status: StatusCode,
}

macro_rules! kinds {
    ($($name:ident = $slug:literal, $title:literal, $status:ident;)+) => {
        impl Kind {
            $(#[allow(missing_docs)] pub const $name: Self = Self { slug: $slug, title: $title, status: StatusCode::$status };)+
            /// Every kind there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

kinds! {
    MALFORMED = "malformed", "The request cannot be read", BAD_REQUEST;
    UNAUTHENTICATED = "unauthenticated", "Sign in first", UNAUTHORIZED;
    WRONG_CREDENTIALS = "wrong-credentials", "The e-mail address or the password is wrong", UNAUTHORIZED;
    NOT_ALLOWED = "not-allowed", "Your role does not allow this", FORBIDDEN;
    NOT_FOUND = "not-found", "There is no such thing", NOT_FOUND;
    METHOD_NOT_ALLOWED = "method-not-allowed", "This address does not take this method", METHOD_NOT_ALLOWED;
    TOO_SLOW = "too-slow", "The body did not arrive in time", REQUEST_TIMEOUT;
    GONE = "gone", "It was there and is no more", GONE;
    CONFLICT = "conflict", "It clashes with something that exists", CONFLICT;
    REFUSED = "refused", "Rules do not allow it now", CONFLICT;
    STALE = "stale", "It was changed by somebody else meanwhile", PRECONDITION_FAILED;
    TOO_LARGE = "too-large", "The request is too large", PAYLOAD_TOO_LARGE;
    UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type", "The content type is not understood here", UNSUPPORTED_MEDIA_TYPE;
    INVALID = "invalid", "The input has faults", UNPROCESSABLE_ENTITY;
    NOT_ELIGIBLE = "not-eligible", "Rules do not allow it", UNPROCESSABLE_ENTITY;
    KEY_REUSED = "key-reused", "The idempotency key was used for another request", UNPROCESSABLE_ENTITY;
    PRECONDITION_REQUIRED = "precondition-required", "If-Match is missing", PRECONDITION_REQUIRED;
    TOO_MANY_TRIES = "too-many-tries", "Too many tries", TOO_MANY_REQUESTS;
    INTERNAL = "internal", "Something went wrong on our side", INTERNAL_SERVER_ERROR;
    BUSY = "busy", "Busy, try again soon", SERVICE_UNAVAILABLE;
}

impl AppError {
    /// Which kind of problem it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NotFound | Self::NothingPublished => Kind::NOT_FOUND,
            Self::Unauthenticated => Kind::UNAUTHENTICATED,
            Self::WrongCredentials => Kind::WRONG_CREDENTIALS,
            Self::NotAllowed => Kind::NOT_ALLOWED,
            Self::Invalid(_) => Kind::INVALID,
            Self::Refused {
                by: RefusedBy::State, ..
            } => Kind::REFUSED,
            Self::Refused {
                by: RefusedBy::Request, ..
            } => Kind::NOT_ELIGIBLE,
            Self::Stale { .. } => Kind::STALE,
            Self::Conflict(_) => Kind::CONFLICT,
            Self::KeyReused => Kind::KEY_REUSED,
            Self::TooManyTries(_) => Kind::TOO_MANY_TRIES,
            Self::Busy | Self::Unavailable => Kind::BUSY,
            Self::Internal(_) => Kind::INTERNAL,
        }
    }
}

/// A problem on its way out of the API: an `AppError`, or a failure before any use case was reached.
#[derive(Debug)]
pub struct Problem {
    kind: Kind,
    detail: String,
    extra: Map<String, Value>,
    retry_after: Option<i64>,
}

impl Problem {
    /// A problem of this kind, with a sentence for people.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            extra: Map::new(),
            retry_after: None,
        }
    }

    /// The same with a field more.
    pub fn with(mut self, key: &str, value: Value) -> Self {
        self.extra.insert(key.to_owned(), value);
        self
    }

    /// A body or an address that does not have the right shape.
    pub fn malformed(faults: Vec<Fault>) -> Self {
        let detail = faults.iter().map(|f| f.detail.as_str()).collect::<Vec<_>>().join("; ");
        Self::new(Kind::MALFORMED, detail).with("errors", json!(faults))
    }

    fn body(&self, instance: &str) -> Value {
        let mut body = json!({
            "type": format!("/problems#{}", self.kind.slug),
            "title": self.kind.title,
            "status": self.kind.status.as_u16(),
            "detail": self.detail,
            "instance": instance,
        });
        if let Some(object) = body.as_object_mut() {
            object.extend(self.extra.clone());
        }
        body
    }

    /// The response, with the id under which the request was logged as `instance`.
    pub fn respond(&self, instance: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.kind.status);
        response.insert_header((header::CONTENT_TYPE, "application/problem+json"));
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        if self.kind.status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"swietlicobus\""));
        }
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        response.body(self.body(instance).to_string())
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        let problem = Self::new(error.kind(), error.to_string());
        match error {
            AppError::Invalid(faults) => problem.with("errors", json!(faults)),
            AppError::Refused { reasons, .. } => problem.with("refusals", json!(reasons)),
            AppError::Stale { current, asked } => problem.with("current", current).with("asked", asked),
            AppError::TooManyTries(until) => problem.with("until", json!(until)).retry(60),
            AppError::Busy => problem.retry(1),
            AppError::Unavailable => problem.retry(5),
            AppError::Internal(cause) => {
                tracing::error!(cause = format!("{cause:#}"), "internal error");
                problem
            }
            AppError::NotFound
            | AppError::NothingPublished
            | AppError::Unauthenticated
            | AppError::WrongCredentials
            | AppError::NotAllowed
            | AppError::Conflict(_)
            | AppError::KeyReused => problem,
        }
    }
}

impl Problem {
    fn again(&self) -> Self {
        Self {
            kind: self.kind,
            detail: self.detail.clone(),
            extra: self.extra.clone(),
            retry_after: self.retry_after,
        }
    }

    fn retry(mut self, seconds: i64) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.kind.status
    }

    fn error_response(&self) -> HttpResponse {
        // The middleware `web::observe` puts the request's id in when it passes by.
        let mut response = self.respond("");
        response.extensions_mut().insert(Pending(self.again()));
        response
    }
}

/// A problem whose response still lacks the request's id.
pub struct Pending(pub Problem);

/// What actix says of a body, path or query that it cannot read, in our own form.
pub fn extractor_failure(error: &actix_web::Error, _req: &HttpRequest) -> Problem {
    if let Some(problem) = error.as_error::<Problem>() {
        return problem.again();
    }
    let text = error.to_string();
    match error.as_response_error().status_code() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(Kind::TOO_LARGE, text),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::new(
            Kind::UNSUPPORTED_MEDIA_TYPE,
            "send a JSON body with Content-Type: application/json",
        ),
        _ => Problem::malformed(vec![Fault::new("", text)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_a_heading_of_the_documentation_and_the_other_way_round() {
        let headings: Vec<_> = EXPLAINED.lines().filter_map(|l| l.strip_prefix("## ")).collect();
        let kinds: Vec<_> = Kind::ALL.iter().map(|k| k.slug).collect();
        assert_eq!(headings, kinds);
    }

    #[test]
    fn every_code_of_a_refusal_is_explained_and_the_other_way_round() {
        let explained: Vec<_> = EXPLAINED.lines().filter_map(|l| l.strip_prefix("### ")).collect();
        let codes = [volunteer_roster::Refusal::CODES, crate::app::error::Reason::CODES].concat();
        assert_eq!(explained, codes);
    }
}
