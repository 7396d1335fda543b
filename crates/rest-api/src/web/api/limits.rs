//! The limits of a season's crew.

use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::SeasonId;
use volunteer_roster::Rules;

use super::{
    input::{Call, Coordinator, IfMatch},
    output::{Answer, gone, versioned},
};
use crate::{
    app::limits::{self, Sheet},
    schema,
};

/// The limits of a season's crew.
#[derive(Serialize, ToSchema)]
pub struct LimitsShape {
    /// Whether they are the season's own; else the program's.
    own: bool,
    /// Every setting, as docs/roster-rules.md names them: each a list of values with `from`, `value`, `set_by`, `source`, `doubt`.
    #[schema(value_type = Object)]
    limits: Rules,
}

fn answer(sheet: Sheet) -> Answer {
    let shape = LimitsShape {
        own: sheet.own,
        limits: sheet.rules,
    };
    versioned(&shape, sheet.version)
}

/// Read the limits of a season's crew
#[utoipa::path(get, path = "/seasons/{id}/limits", tag = "seasons", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Every limit, whose it is and where it comes from", body = LimitsShape)))]
pub async fn get(call: Call<Coordinator>) -> Answer {
    let id: SeasonId = call.input.id()?;
    answer(call.run(move |app, caller| limits::get(app, caller, &id)).await?)
}

/// Set the limits of a season's crew
///
/// The whole document as it was read, changed. What the law sets stays, and may be followed by a later law; what the house sets is the house's. Nobody is taken
/// off a shift by it.
#[utoipa::path(put, path = "/seasons/{id}/limits", tag = "seasons", params(("id" = schema::SeasonId, Path), IfMatch),
    request_body = Object, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The limits as they now are", body = LimitsShape),
        (status = 422, description = "Every fault, with its place")))]
pub async fn set(call: Call<Coordinator>) -> Answer {
    let (id, version, rules): (SeasonId, u32, Rules) = (call.input.id()?, call.input.version()?, call.input.body()?);
    let sheet = call
        .run(move |app, caller| limits::set(app, caller, &id, version, &rules))
        .await?;
    answer(sheet)
}

/// Go back to the program's own limits
#[utoipa::path(delete, path = "/seasons/{id}/limits", tag = "seasons", params(("id" = schema::SeasonId, Path), IfMatch),
    security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "The season has none of its own any more")))]
pub async fn reset(call: Call<Coordinator>) -> Answer {
    let (id, version): (SeasonId, u32) = (call.input.id()?, call.input.version()?);
    call.input.no_body()?;
    call.run(move |app, caller| limits::reset(app, caller, &id, version))
        .await?;
    gone()
}
