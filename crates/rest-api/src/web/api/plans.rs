//! Plans: asked for, watched, read, cancelled, published.

use serde::Deserialize;
use utoipa::ToSchema;
use vocabulary::{PlanId, SeasonId, TravelChoice};

use super::{
    input::{Call, Coordinator, IdempotencyKey, PageQuery},
    output::{Answer, Listing, accepted, created, listing, ok},
    progress,
};
use crate::{
    app::{
        AppError,
        plans::{self, PlanLimits, PlanShape},
        publish::{self, Outcome},
    },
    schema,
};

/// How a plan is to be made. The same season, seed and iterations give the same plan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanInput {
    /// The seed of the search.
    #[serde(default = "one")]
    #[schema(default = 1)]
    seed: u64,
    /// Stop after so many iterations, at most 10000000.
    #[serde(default)]
    #[schema(maximum = 10_000_000)]
    iterations: Option<u32>,
    /// Stop after so many seconds, at least 1 and at most what the settings allow (600 unless set). Give this, or iterations,
    /// or both.
    #[serde(default)]
    #[schema(minimum = 1)]
    seconds: Option<u32>,
    /// Which travel times: `usual` (the season's own matrix, else the engine of the settings, else the estimate), `estimate-gaps` (the
    /// same, but pairs for which the engine knows no way are estimated) or `estimate`. What is estimated is marked.
    #[serde(default = "usual")]
    #[schema(value_type = schema::TravelChoice, required = false, default = "usual")]
    travel: TravelChoice,
}

fn usual() -> TravelChoice {
    TravelChoice::Usual
}

pub(super) fn one() -> u64 {
    1
}

/// Ask for a plan
///
/// The planner takes it up soon; watch `Location`, or its `/events`. All faults of the season are told at once.
#[utoipa::path(post, path = "/seasons/{id}/plans", tag = "plans",
    params(("id" = schema::SeasonId, Path), IdempotencyKey), request_body = PlanInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 202, description = "It waits for a planner", body = PlanShape)))]
pub async fn request(call: Call<Coordinator>) -> Answer {
    let (season, input): (SeasonId, PlanInput) = (call.input.id()?, call.input.body()?);
    let PlanInput {
        seed,
        iterations,
        seconds,
        travel,
    } = input;
    let limits = PlanLimits {
        seed,
        iterations,
        seconds,
        travel,
    };
    let plan = call
        .once(move |app, asked| plans::request_once(app, asked, &season, limits))
        .await?;
    accepted(format!("/api/v1/plans/{}", plan.id), &plan)
}

/// List a season's plans
#[utoipa::path(get, path = "/seasons/{id}/plans", tag = "plans", params(("id" = schema::SeasonId, Path), PageQuery),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "One portion, the newest first", body = Listing<PlanShape>)))]
pub async fn list(call: Call<Coordinator>) -> Answer {
    let (season, page): (SeasonId, _) = (call.input.id()?, call.input.page::<PlanId>()?);
    let paged = call
        .run(move |app, caller| plans::shapes(app, caller, &season, &page))
        .await?;
    listing(paged, |plan| plan)
}

/// Read a plan's state
#[utoipa::path(get, path = "/plans/{id}", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "How far it is", body = PlanShape)))]
pub async fn get(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let plan = call.run(move |app, caller| plans::get(app, caller, &id)).await?;
    ok(&PlanShape::of(&plan)?)
}

/// Watch a plan
///
/// Server-sent events: `progress` with how far it is, and at its end one `end` with the plan's state; then the stream closes.
#[utoipa::path(get, path = "/plans/{id}/events", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The events", body = String, content_type = "text/event-stream")))]
pub async fn events(call: Call<Coordinator>) -> Answer {
    let id: PlanId = call.input.id()?;
    let known = id.clone();
    call.run(move |app, caller| plans::get(app, caller, &known)).await?;
    Ok(progress::stream(call.app, id))
}

/// Read a plan's result
#[utoipa::path(get, path = "/plans/{id}/result", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Visits, tours, figures, cost, and why a request is not met", body = Object),
        (status = 404, description = "There is no such plan, or it has no result yet")))]
pub async fn result(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let plan = call.run(move |app, caller| plans::result(app, caller, &id)).await?;
    ok(&plan.ok_or(AppError::NotFound)?)
}

/// Cancel a plan
///
/// What is published stays as it is. Cancelling a cancelled plan changes nothing.
#[utoipa::path(post, path = "/plans/{id}/cancel", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is cancelled", body = PlanShape),
        (status = 409, description = "It had ended before")))]
pub async fn cancel(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let plan = call.run(move |app, caller| plans::cancel(app, caller, &id)).await?;
    ok(&PlanShape::of(&plan)?)
}

/// Take a plan as it stands
///
/// A plan that is being made ends with the best that was found so far, soon after this answer. One that was cancelled, failed or
/// lost its planner becomes ready with the best that was stored, at once.
#[utoipa::path(post, path = "/plans/{id}/keep", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It ends, or is ready", body = PlanShape),
        (status = 409, description = "It is ready, or nothing has been found yet")))]
pub async fn keep(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let plan = call.run(move |app, caller| plans::keep(app, caller, &id)).await?;
    ok(&PlanShape::of(&plan)?)
}

/// Publish a plan
///
/// It becomes the season's next release, in one step: visits, shifts and the public calendar follow at once.
#[utoipa::path(post, path = "/plans/{id}/publish", tag = "plans", params(("id" = schema::PlanId, Path), IdempotencyKey),
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The release", body = Outcome),
        (status = 409, description = "The plan is not ready, or no longer fits the season")))]
pub async fn publish(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let outcome = call
        .once(move |app, asked| publish::publish_once(app, asked, &id))
        .await?;
    created(format!("/api/v1/releases/{}", outcome.release), &outcome)
}
