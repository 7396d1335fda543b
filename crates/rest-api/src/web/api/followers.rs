//! Being told of visits without an account. Who asks is nobody to us: the answer is the same for every address.

use actix_web::{HttpResponse, web::Data};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    input::Input,
    output::{Answer, gone, ok},
};
use crate::{
    app::{
        App, AppError,
        follow::{self, EmailInput, Place, push::PushInput},
    },
    web::{block, client_address, session::state},
};

/// What comes next.
#[derive(Serialize, ToSchema)]
pub struct FollowAsked {
    /// `letter-sent`: a letter goes to the address, and nothing is told before its link is used.
    #[schema(example = "letter-sent")]
    next: &'static str,
}

/// Follow visits by e-mail
///
/// A letter with a link asks to confirm it; at most one an hour goes to an address. What is not confirmed is forgotten after 48 hours, everything
/// after the season. The answer does not tell whether the address is known.
#[utoipa::path(post, path = "/public/followers/email", tag = "public", request_body = EmailInput,
    responses((status = 200, description = "Taken", body = FollowAsked),
        (status = 404, description = "There is no such place, or nothing has been published yet"),
        (status = 409, description = "This service sends no e-mail, or the season is over"),
        (status = 422, description = "Something in it does not fit"),
        (status = 429, description = "Too many for this address, or from this network address")))]
pub async fn by_email(input: Input) -> Answer {
    let asked: EmailInput = input.body()?;
    let (app, _) = state(&input.request)?;
    let client = client_address(&app, &input.request);
    block(move || follow::ask_by_email(&app, &asked, &client)).await?;
    ok(&FollowAsked { next: "letter-sent" })
}

/// What a browser subscribes with.
#[derive(Serialize, ToSchema)]
pub struct PushKey {
    /// `applicationServerKey` of `pushManager.subscribe`: an uncompressed point of P-256, base64url.
    key: String,
}

/// Read the key of push messages
#[utoipa::path(get, path = "/public/push-key", tag = "public",
    responses((status = 200, description = "What a browser subscribes with", body = PushKey),
        (status = 404, description = "This service sends no push messages")))]
pub async fn push_key(app: Data<App>) -> Answer {
    if !app.push_is_on() {
        return Err(AppError::NotFound.into());
    }
    let key = app.vapid.public().to_owned();
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=3600"))
        .json(PushKey { key }))
}

/// What a browser keeps.
#[derive(Serialize, ToSchema)]
pub struct Subscribed {
    /// By which the wish is ended.
    token: String,
}

/// Follow visits by push
///
/// The address of the push service must be of a host that the settings name. The same subscription may follow several places; the token is the same.
#[utoipa::path(post, path = "/public/followers/push", tag = "public", request_body = PushInput,
    responses((status = 200, description = "Taken", body = Subscribed),
        (status = 404, description = "There is no such place, or nothing has been published yet"),
        (status = 409, description = "This service sends no push messages, or the season is over"),
        (status = 422, description = "Something in it does not fit"),
        (status = 429, description = "Too many from this network address")))]
pub async fn by_push(input: Input) -> Answer {
    let asked: PushInput = input.body()?;
    let (app, _) = state(&input.request)?;
    let client = client_address(&app, &input.request);
    let token = block(move || follow::push::subscribe(&app, &asked, &client)).await?;
    ok(&Subscribed { token })
}

/// What to end.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Ending {
    /// One place only: `town`, or `estate:` or `stop:` and a slug.
    #[param(value_type = Option<String>, example = "stop:plac-zabaw")]
    place: Option<Place>,
}

/// End all that somebody follows, or one place
///
/// The token is the last part of the link in every letter, or what subscribing gave. Without a place, everything that is known of the follower is
/// deleted; likewise with the last place.
#[utoipa::path(delete, path = "/public/followers/{token}", tag = "public", params(("token" = String, Path), Ending),
    responses((status = 204, description = "Ended and forgotten"),
        (status = 400, description = "The place is none"),
        (status = 404, description = "No such follower or place, or not any more")))]
pub async fn stop(input: Input) -> Answer {
    let token: String = input.part("token")?;
    let Ending { place } = input.query()?;
    input.no_body()?;
    let (app, _) = state(&input.request)?;
    block(move || match place {
        Some(place) => follow::push::stop_place(&app, &token, &place),
        None => follow::stop(&app, &token),
    })
    .await?;
    gone()
}
