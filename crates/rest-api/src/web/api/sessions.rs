//! Signing in, staying signed in, signing out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    input::{Call, Input, Oneself},
    output::{Answer, created, gone, ok},
};
use crate::{
    app::{
        App, AppError, Caller,
        people::{self, PersonShape},
        sessions::{self, Refreshed},
    },
    web::{
        block, client_address,
        session::{access, hash_of, new_refresh, state},
        tokens::{RefreshToken, TokenKeys},
    },
};

/// E-mail address and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    #[schema(example = "anna@example.pl", max_length = 254)]
    email: String,
    #[schema(max_length = 1024)]
    password: String,
}

/// The refresh token of the last answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refresh {
    refresh_token: String,
}

/// A session.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// To be sent as `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds until the access token ends.
    expires_in: u32,
    /// For the next access token. Works once; who sends it again ends the session.
    refresh_token: String,
    /// Seconds until the refresh token ends, if it is not used.
    refresh_expires_in: u32,
}

fn session(app: &App, keys: &TokenKeys, caller: &Caller, refresh: &RefreshToken) -> Result<Session, AppError> {
    Ok(Session {
        access_token: access(app, keys, caller)?,
        token_type: "Bearer",
        expires_in: app.config.sign_in.access_minutes * 60,
        refresh_token: refresh.reveal().to_owned(),
        refresh_expires_in: app.config.sign_in.refresh_days * 86_400,
    })
}

/// Sign in
///
/// A wrong address and a wrong password are answered alike. After too many tries the account and the client's address wait.
#[utoipa::path(post, path = "/sessions", tag = "sessions", request_body = Credentials,
    responses((status = 201, description = "Signed in", body = Session),
        (status = 401, description = "E-mail address or password is wrong"),
        (status = 429, description = "Too many wrong passwords")))]
pub async fn sign_in(input: Input) -> Answer {
    let Credentials { email, password } = input.body()?;
    let (app, keys) = state(&input.request)?;
    let address = client_address(&app, &input.request);
    let signed_in = block(move || {
        let refresh = new_refresh()?;
        let caller = sessions::sign_in(&app, &email, &password, &address, hash_of(&refresh))?;
        session(&app, &keys, &caller, &refresh)
    });
    created("/api/v1/me".to_owned(), &signed_in.await?)
}

/// Get the next access token
///
/// The refresh token is used up and a new one comes. One that was used up before is refused, and ten seconds after its use it
/// ends the session, because somebody else may hold it.
#[utoipa::path(post, path = "/sessions/refresh", tag = "sessions", request_body = Refresh,
    responses((status = 200, description = "A new pair of tokens", body = Session),
        (status = 401, description = "The refresh token is not accepted: sign in")))]
pub async fn refresh(input: Input) -> Answer {
    let Refresh { refresh_token } = input.body()?;
    let presented: RefreshToken = refresh_token.parse().map_err(|_| AppError::Unauthenticated)?;
    let (app, keys) = state(&input.request)?;
    let renewed = block(move || {
        let next = new_refresh()?;
        match sessions::refresh(&app, &hash_of(&presented), hash_of(&next))? {
            Refreshed::Renewed(caller) => session(&app, &keys, &caller, &next),
            // Of two who ask at once, one has the successor; a program does not get a second one.
            Refreshed::JustNow(_) => Err(AppError::Unauthenticated),
        }
    });
    ok(&renewed.await?)
}

/// Sign out
#[utoipa::path(delete, path = "/sessions/current", tag = "sessions",
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 204, description = "The session is over, its tokens are void")))]
pub async fn sign_out(call: Call<Oneself>) -> Answer {
    call.input.no_body()?;
    call.run(sessions::sign_out).await?;
    gone()
}

/// Who am I
#[utoipa::path(get, path = "/me", tag = "sessions",
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The caller's own account", body = PersonShape)))]
pub async fn me(call: Call<Oneself>) -> Answer {
    let person = call.run(|app, caller| people::get(app, caller, &caller.person)).await?;
    ok(&PersonShape::of(&person)?)
}
