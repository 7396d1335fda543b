//! Who is asking: a Bearer token for programs, `__Host-` cookies for pages.
//!
//! A cookie never authorises an unsafe call of the API, so no other site can make a browser change anything there; forms of
//! pages carry a token of their session besides, and must come from this site.

use std::{future::Future, pin::Pin, sync::Arc};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    body::MessageBody,
    cookie::{Cookie, SameSite, time::Duration},
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use storage::TokenHash;
use vocabulary::TokenId;

use super::{
    problem::Problem,
    tokens::{RefreshToken, TokenKeys},
};
use crate::app::{
    App, AppError, Caller, SharedApp, fresh,
    sessions::{self, Refreshed},
};

const ACCESS: &str = "__Host-access";
const REFRESH: &str = "__Host-refresh";

/// The two tokens that a client gets at sign-in and at each refresh.
pub struct TokenPair {
    /// The access token.
    pub access: String,
    /// The refresh token.
    pub refresh: RefreshToken,
}

/// A new refresh token.
pub fn new_refresh() -> Result<RefreshToken, AppError> {
    Ok(RefreshToken::from_random(fresh::bytes()?))
}

/// The hash under which a refresh token is stored.
pub fn hash_of(token: &RefreshToken) -> TokenHash {
    TokenHash::new(token.hash())
}

/// An access token for this session.
pub fn access(app: &App, keys: &TokenKeys, caller: &Caller) -> Result<String, AppError> {
    let seconds = app.config.sign_in.access_minutes * 60;
    let token = keys.issue_access(&caller.person, caller.role, &caller.family, app.now(), seconds);
    Ok(token.map_err(|e| anyhow::anyhow!(e))?)
}

/// Whom an access token speaks for, as their account stands now.
pub fn caller_of(app: &App, keys: &TokenKeys, token: &str) -> Result<Caller, AppError> {
    let claims = keys.verify_access(token, app.now()).map_err(|refusal| {
        tracing::debug!(%refusal, "a token was refused");
        AppError::Unauthenticated
    })?;
    sessions::caller(app, &claims.person, &claims.family)
}

/// The cookies of a signed-in browser.
pub fn cookies(app: &App, pair: &TokenPair) -> [Cookie<'static>; 2] {
    let refresh_days = i64::from(app.config.sign_in.refresh_days);
    let access_minutes = i64::from(app.config.sign_in.access_minutes);
    [
        cookie(ACCESS, pair.access.clone(), Duration::minutes(access_minutes)),
        cookie(REFRESH, pair.refresh.reveal().to_owned(), Duration::days(refresh_days)),
    ]
}

/// Cookies that take the two away.
pub fn no_cookies() -> [Cookie<'static>; 2] {
    [
        cookie(ACCESS, String::new(), Duration::ZERO),
        cookie(REFRESH, String::new(), Duration::ZERO),
    ]
}

fn cookie(name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    // `__Host-` asks browsers to insist on Secure, Path=/ and no Domain (RFC 6265bis section 4.1.3.2).
    Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}

/// Cookies that the response is to set; [`attach`] does it.
struct Fresh([Cookie<'static>; 2]);

/// The person behind the request's cookies, if there is one: renews the access token by the refresh token when it has run out.
pub struct Visitor(pub Option<Caller>);

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let value = |name| {
                request
                    .cookie(name)
                    .map(|c| c.value().to_owned())
                    .filter(|v| !v.is_empty())
            };
            let (access, refresh) = (value(ACCESS), value(REFRESH));
            if access.is_none() && refresh.is_none() {
                return Ok(Self(None));
            }
            let (app, keys) = state(&request)?;
            let found =
                super::block(move || Ok(from_cookies(&app, &keys, access.as_deref(), refresh.as_deref()))).await?;
            match found {
                Ok((caller, pair)) => {
                    if let Some(cookies) = pair {
                        request.extensions_mut().insert(Fresh(cookies));
                    }
                    Ok(Self(Some(caller)))
                }
                Err(AppError::Unauthenticated) => {
                    request.extensions_mut().insert(Fresh(no_cookies()));
                    Ok(Self(None))
                }
                Err(other) => Err(other.into()),
            }
        })
    }
}

type Found = (Caller, Option<[Cookie<'static>; 2]>);

fn from_cookies(app: &App, keys: &TokenKeys, token: Option<&str>, refresh: Option<&str>) -> Result<Found, AppError> {
    if let Some(token) = token {
        match caller_of(app, keys, token) {
            Ok(caller) => return Ok((caller, None)),
            Err(AppError::Unauthenticated) => {}
            Err(other) => return Err(other),
        }
    }
    let presented: RefreshToken = refresh.and_then(|t| t.parse().ok()).ok_or(AppError::Unauthenticated)?;
    let next = new_refresh()?;
    match sessions::refresh(app, &hash_of(&presented), hash_of(&next))? {
        Refreshed::Renewed(caller) => {
            let pair = TokenPair {
                access: access(app, keys, &caller)?,
                refresh: next,
            };
            Ok((caller, Some(cookies(app, &pair))))
        }
        Refreshed::JustNow(caller) => Ok((caller, None)),
    }
}

/// The signed-in caller of an API call: by Bearer token, or by cookie where the method is safe.
pub struct ApiCaller(pub Caller);

impl FromRequest for ApiCaller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bearer = request
            .headers()
            .get(header::AUTHORIZATION)
            .and_then(|v| v.to_str().ok())
            .and_then(|text| {
                let (scheme, token) = text.split_once(' ')?;
                scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
            });
        let named = request.headers().contains_key(header::AUTHORIZATION);
        let request = request.clone();
        let by_cookie = Visitor::from_request(&request, payload);
        Box::pin(async move {
            if let Some(token) = bearer {
                let (app, keys) = state(&request)?;
                return Ok(Self(super::block(move || caller_of(&app, &keys, &token)).await?));
            }
            if named || !request.method().is_safe() {
                return Err(AppError::Unauthenticated.into());
            }
            by_cookie
                .await?
                .0
                .map(Self)
                .ok_or_else(|| AppError::Unauthenticated.into())
        })
    }
}

/// The app and its keys, as every request carries them.
pub fn state(request: &HttpRequest) -> Result<(SharedApp, Arc<TokenKeys>), AppError> {
    let app = request
        .app_data::<web::Data<App>>()
        .map(|data| data.clone().into_inner());
    let keys = request
        .app_data::<web::Data<TokenKeys>>()
        .map(|data| data.clone().into_inner());
    app.zip(keys)
        .ok_or_else(|| anyhow::anyhow!("the server was built without its app").into())
}

/// Sets the cookies that were renewed on the way.
pub async fn attach<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let mut response = next.call(request).await?;
    let fresh = response.request().extensions_mut().remove::<Fresh>();
    if let Some(Fresh(cookies)) = fresh {
        for cookie in cookies {
            // A handler that set or took the cookie away itself knows better.
            let set = response.response().cookies().any(|own| own.name() == cookie.name());
            if !set {
                response.response_mut().add_cookie(&cookie)?;
            }
        }
    }
    Ok(response)
}

/// The token that forms of this session carry.
pub fn form_token(app: &App, family: &TokenId) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.form_secret.reveal().as_bytes()) else {
        // HMAC takes keys of any length (RFC 2104).
        return String::new();
    };
    mac.update(family.as_str().as_bytes());
    mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

/// Whether a form's token is the session's.
pub fn form_token_is_right(app: &App, family: &TokenId, given: &str) -> bool {
    let right = form_token(app, family);
    // Compared through a hash, so that time tells nothing of how much of it was right.
    let digest = |text: &str| <Sha256 as sha2::Digest>::digest(text);
    !right.is_empty() && digest(&right) == digest(given)
}

/// Whether a form was sent from a page of this site, as far as the browser says.
pub fn same_site(request: &HttpRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, rest)| rest == host),
        _ => true,
    }
}
