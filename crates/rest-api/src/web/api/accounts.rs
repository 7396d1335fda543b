//! Accounts beside what a coordinator types: registering, erasing, people from a table, one's own calendar and data.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    input::{Anyone, Call, Coordinator, Input, Oneself},
    output::{Answer, gone, ok, versioned},
};
use crate::{
    app::{
        erasure, me,
        people::PersonShape,
        people_import::{self, How, Imported},
        personal_feed,
        registration::{self, RegistrationInput},
    },
    schema,
    web::{block, client_address, session::state},
};

/// What is answered to who registers, whether or not the address has an account.
#[derive(Serialize, ToSchema)]
pub struct Registered {
    /// Always `letter-sent`: what comes next stands in the letter to the address.
    next: &'static str,
}

/// Register
///
/// Where the service lets people register themselves. A letter goes to the address; a coordinator says yes or no. The answer does not tell whether the
/// address has an account.
#[utoipa::path(post, path = "/registrations", tag = "people", request_body = RegistrationInput,
    responses((status = 200, description = "Taken", body = Registered),
        (status = 404, description = "Nobody may register here"),
        (status = 422, description = "Something in it does not fit"),
        (status = 429, description = "Too many from this network address")))]
pub async fn register(input: Input) -> Answer {
    let asked: RegistrationInput = input.body()?;
    let (app, _) = state(&input.request)?;
    let client = client_address(&app, &input.request);
    block(move || registration::register(&app, &asked, &client)).await?;
    ok(&Registered { next: "letter-sent" })
}

/// Approve who registered
#[utoipa::path(post, path = "/people/{id}/approve", tag = "people", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The account works", body = PersonShape),
        (status = 409, description = "It does not wait")))]
pub async fn approve(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let person = call
        .run(move |app, caller| registration::approve(app, caller, &id))
        .await?;
    versioned(&PersonShape::of(&person)?, person.version)
}

/// Refuse who registered
///
/// Everything of them is erased.
#[utoipa::path(post, path = "/people/{id}/refuse", tag = "people", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "Refused and erased"), (status = 409, description = "The account does not wait")))]
pub async fn refuse(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    call.run(move |app, caller| registration::refuse(app, caller, &id))
        .await?;
    gone()
}

/// Read all of one's own data
#[utoipa::path(get, path = "/me/data", tag = "people", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "Everything that is kept about the caller", body = Object)))]
pub async fn own_data(call: Call<Oneself>) -> Answer {
    ok(&call.run(me::export).await?)
}

/// Read all data of a person
#[utoipa::path(get, path = "/people/{id}/data", tag = "people", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Everything that is kept about them", body = Object)))]
pub async fn data(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    ok(&call.run(move |app, caller| erasure::export(app, caller, &id)).await?)
}

/// Whose data is erased.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EraseInput {
    /// The person's name as it stands in the account, so that nobody is erased by a slip.
    name: String,
}

/// Erase a person
///
/// Their data goes for good, future places are given back, hours stay as counts. What the law makes the centre keep is on paper.
#[utoipa::path(post, path = "/people/{id}/erase", tag = "people", params(("id" = schema::PersonId, Path)),
    request_body = EraseInput, security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "Erased"), (status = 422, description = "Not the person's name, or one's own account")))]
pub async fn erase(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let EraseInput { name } = call.input.body()?;
    call.run(move |app, caller| erasure::erase(app, caller, &id, &name))
        .await?;
    gone()
}

/// Ask for one's own data to be erased
///
/// A coordinator does it within a month.
#[utoipa::path(post, path = "/me/erasure", tag = "people", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 204, description = "Asked")))]
pub async fn ask_erasure(call: Call<Oneself>) -> Answer {
    call.input.no_body()?;
    call.run(|app, caller| erasure::ask(app, caller, true)).await?;
    gone()
}

/// Take that back
#[utoipa::path(delete, path = "/me/erasure", tag = "people", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 204, description = "Not asked any more")))]
pub async fn keep_data(call: Call<Oneself>) -> Answer {
    call.input.no_body()?;
    call.run(erasure::take_back).await?;
    gone()
}

/// A calendar's address.
#[derive(Serialize, ToSchema)]
pub struct FeedShape {
    /// Whoever has it reads the caller's shifts. It is told this once.
    address: String,
}

/// Make one's own calendar feed
///
/// One made before ends.
#[utoipa::path(post, path = "/me/calendar", tag = "people", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The address", body = FeedShape)))]
pub async fn make_feed(call: Call<Anyone>) -> Answer {
    call.input.no_body()?;
    let address = call.run(personal_feed::make).await?;
    ok(&FeedShape { address })
}

/// Switch one's own calendar feed off
#[utoipa::path(delete, path = "/me/calendar", tag = "people", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 204, description = "Its address works no more")))]
pub async fn end_feed(call: Call<Anyone>) -> Answer {
    call.input.no_body()?;
    call.run(personal_feed::end).await?;
    gone()
}

/// What to do with a table of people.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ImportQuery {
    /// Only look at the table.
    #[serde(default)]
    #[param(default = false, required = false)]
    dry_run: bool,
    /// Send each new person a letter with a link by which to set a password.
    #[serde(default)]
    #[param(default = false, required = false)]
    invite: bool,
}

/// Bring in people
///
/// A table as CSV: `name` and `email`, and more columns that docs/people-table.md lists. All or nothing; whoever has an account stays as they are.
#[utoipa::path(post, path = "/people/import", tag = "people", params(ImportQuery),
    request_body(content = String, content_type = "text/csv"), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Who was added, or would be", body = Imported),
        (status = 422, description = "Every fault, with row and column")))]
pub async fn import(call: Call<Coordinator>) -> Answer {
    let ImportQuery { dry_run, invite } = call.input.query()?;
    let bytes = call.input.bytes(&["text/csv"])?;
    let how = match (dry_run, invite) {
        (true, _) => How::Check,
        (false, true) => How::AddAndInvite,
        (false, false) => How::Add,
    };
    let done = call
        .run(move |app, caller| {
            let outcome = people_import::import(app, caller, &bytes, how)?;
            outcome.map_err(|found| people_import::invalid(&found))
        })
        .await?;
    ok(&done)
}
