//! Accounts.

use vocabulary::PersonId;

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery},
    output::{Answer, Listing, created_versioned, listing, versioned},
};
use crate::{
    app::people::{self, PersonInput, PersonShape},
    schema,
};

/// List accounts
#[utoipa::path(get, path = "/people", tag = "people", params(PageQuery), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "One portion of all accounts", body = Listing<PersonShape>)))]
pub async fn list(call: Call<Coordinator>) -> Answer {
    let page = call.input.page::<PersonId>()?;
    let paged = call.run(move |app, caller| people::list(app, caller, &page)).await?;
    let shapes = paged.items.iter().map(PersonShape::of).collect::<Result<_, _>>()?;
    listing(
        storage::Paged {
            items: shapes,
            next: paged.next,
        },
        |shape: PersonShape| shape,
    )
}

/// Read an account
#[utoipa::path(get, path = "/people/{id}", tag = "people", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The account, without its password", body = PersonShape)))]
pub async fn get(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let person = call.run(move |app, caller| people::get(app, caller, &id)).await?;
    versioned(&PersonShape::of(&person)?, person.version)
}

/// Make an account
///
/// It has no password yet; `swietlicobus user passwd` sets one.
#[utoipa::path(post, path = "/people", tag = "people", params(IdempotencyKey), request_body = PersonInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The new account", body = PersonShape),
        (status = 409, description = "An account with this e-mail address exists")))]
pub async fn create(call: Call<Coordinator>) -> Answer {
    let input: PersonInput = call.input.body()?;
    let person = call
        .once(move |app, asked| people::add_once(app, asked, &input))
        .await?;
    created_versioned(format!("/api/v1/people/{}", person.id), &person, person.version)
}

/// Change an account
///
/// Switched off, it is signed out everywhere.
#[utoipa::path(put, path = "/people/{id}", tag = "people", params(("id" = schema::PersonId, Path), IfMatch),
    request_body = PersonInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The account as it now is", body = PersonShape),
        (status = 409, description = "An account with this e-mail address exists")))]
pub async fn update(call: Call<Coordinator>) -> Answer {
    let (id, version, input) = (
        call.input.id()?,
        call.input.version()?,
        call.input.body::<PersonInput>()?,
    );
    let person = call
        .run(move |app, caller| people::update(app, caller, &id, version, &input))
        .await?;
    versioned(&PersonShape::of(&person)?, person.version)
}
