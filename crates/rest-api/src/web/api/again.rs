//! Plans that start from a plan, and what can be asked about one: what if, planned again, difference, alternatives, conflict, drawings.

use actix_web::{HttpResponse, http::header};
use route_planning::{Alternative, Change, Conflict, PlanDifference, Unmet};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vocabulary::{Day, PlanId, SeasonId, Slug};

use super::{
    input::{Call, Coordinator, IdempotencyKey},
    output::{Answer, accepted, ok},
};
use crate::{
    app::{
        AppError,
        again::{self, Again, Against},
        apply,
        draw::{For, Part},
        pictures::{self, Picture},
        plans::{self, PlanLimits, PlanShape},
    },
    schema,
    web::problem::Problem,
};

/// What is changed, and how the plan is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgainInput {
    /// 1 to 50 changes, each an object with `change` and its facts; docs/planning.md shows each.
    #[schema(value_type = Vec<Object>, example = json!([{"change": "close-day", "day": "2027-07-06"}]))]
    changes: Vec<Change>,
    /// The seed of the search.
    #[serde(default = "super::plans::one")]
    #[schema(default = 1)]
    seed: u64,
    /// Stop after so many iterations, at most 10000000.
    #[serde(default)]
    #[schema(maximum = 10_000_000)]
    iterations: Option<u32>,
    /// Stop after so many seconds; 10 unless iterations are given.
    #[serde(default)]
    #[schema(minimum = 1)]
    seconds: Option<u32>,
}

/// Planning again repairs; it needs no long search.
const USUAL_SECONDS: u32 = 10;

impl AgainInput {
    fn again(self) -> Again {
        let usual = self.iterations.is_none().then_some(USUAL_SECONDS);
        Again {
            changes: self.changes,
            limits: PlanLimits {
                seed: self.seed,
                iterations: self.iterations,
                seconds: self.seconds.or(usual),
                travel: vocabulary::TravelChoice::Usual,
            },
        }
    }
}

/// Ask what would be if a rule were another
///
/// The plan again, with these changes and as few visits moved as can be. The season itself is not changed, so the new plan can be
/// published only if it keeps the season's rules, or once they are changed too. Watch it as any plan; then ask for its difference.
#[utoipa::path(post, path = "/plans/{id}/what-if", tag = "plans", params(("id" = schema::PlanId, Path), IdempotencyKey),
    request_body = AgainInput, security(("bearer" = ["coordinator"])),
    responses((status = 202, description = "It waits for a planner", body = PlanShape),
        (status = 409, description = "The plan is not ready")))]
pub async fn what_if(call: Call<Coordinator>) -> Answer {
    let (base, input): (PlanId, AgainInput) = (call.input.id()?, call.input.body()?);
    let again = input.again();
    let plan = call
        .once(move |app, asked| again::what_if_once(app, asked, &base, &again))
        .await?;
    accepted(format!("/api/v1/plans/{}", plan.id), &plan)
}

/// Plan a season again after something changed
///
/// From what is published now: visits that are still allowed stay where they are. The changes are not written into the season.
#[utoipa::path(post, path = "/seasons/{id}/replan", tag = "plans", params(("id" = schema::SeasonId, Path), IdempotencyKey),
    request_body = AgainInput, security(("bearer" = ["coordinator"])),
    responses((status = 202, description = "It waits for a planner", body = PlanShape),
        (status = 409, description = "No plan of the season has been published")))]
pub async fn replan(call: Call<Coordinator>) -> Answer {
    let (season, input): (SeasonId, AgainInput) = (call.input.id()?, call.input.body()?);
    let again = input.again();
    let plan = call
        .once(move |app, asked| again::replan_once(app, asked, &season, &again))
        .await?;
    accepted(format!("/api/v1/plans/{}", plan.id), &plan)
}

/// What was written into the season.
#[derive(Serialize, ToSchema)]
struct Applied {
    /// So many changes; the others stand in no request and no stop, and are edited by hand.
    changes: usize,
}

/// Make a "what if" so
///
/// Writes the changes of the plan into the requests and stops that they are about, in one step. Then the plan keeps the season's
/// rules and can be published.
#[utoipa::path(post, path = "/plans/{id}/apply", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "How many changes were written", body = Applied),
        (status = 409, description = "None of its changes stands in a request or a stop")))]
pub async fn apply(call: Call<Coordinator>) -> Answer {
    let id: PlanId = call.input.id()?;
    call.input.no_body()?;
    let changes = call.run(move |app, caller| apply::apply(app, caller, &id)).await?;
    ok(&Applied { changes })
}

/// What a plan is compared with.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AgainstQuery {
    /// `published`, or the id of another plan of the season. Without it: the plan that a "what if" started from, else what is
    /// published.
    against: Option<String>,
}

impl AgainstQuery {
    fn read(self) -> Result<Against, Problem> {
        match self.against.as_deref() {
            None => Ok(Against::Base),
            Some("published") => Ok(Against::Published),
            Some(id) => match id.parse() {
                Ok(id) => Ok(Against::Plan(id)),
                Err(_) => Err(AppError::NotFound.into()),
            },
        }
    }
}

/// Compare a plan
///
/// Visits added, removed and moved, and figures and costs side by side. What is over before the plan begins is left out.
#[utoipa::path(get, path = "/plans/{id}/difference", tag = "plans", params(("id" = schema::PlanId, Path), AgainstQuery),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "How it differs", body = Object),
        (status = 404, description = "There is no such plan, it has no result yet, or there is nothing to compare it with")))]
pub async fn difference(call: Call<Coordinator>) -> Answer {
    let id: PlanId = call.input.id()?;
    let against = call.input.query::<AgainstQuery>()?.read()?;
    let found: Option<PlanDifference> = call
        .run(move |app, caller| again::difference(app, caller, &id, &against))
        .await?;
    ok(&found.ok_or(AppError::NotFound)?)
}

/// How many alternatives are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CountQuery {
    /// 1 to 20.
    #[serde(default = "three")]
    #[param(default = 3, minimum = 1, maximum = 20)]
    count: u8,
}

fn three() -> u8 {
    3
}

/// Other places for a visit, or why there are none.
#[derive(Serialize, ToSchema)]
struct Alternatives {
    /// Cheapest first: `place`, `cost` (what it would cost more than now, part by part), `shifted` (others whose hours change).
    #[schema(value_type = Vec<Object>)]
    alternatives: Vec<Alternative>,
    /// Why there are none, if there can be none: the visit belongs to an event, or people fixed it.
    none_because: Option<String>,
}

/// List where else a visit could be
#[utoipa::path(get, path = "/plans/{id}/visits/{stop}/{day}/alternatives", tag = "plans",
    params(("id" = schema::PlanId, Path), ("stop" = schema::Slug, Path), ("day" = schema::Day, Path), CountQuery),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The next-best days, buses and hours", body = Alternatives),
        (status = 404, description = "There is no such visit in the plan, or it has no result yet")))]
pub async fn alternatives(call: Call<Coordinator>) -> Answer {
    let id: PlanId = call.input.id()?;
    let (stop, day): (Slug, Day) = (call.input.part("stop")?, call.input.part("day")?);
    let CountQuery { count } = call.input.query()?;
    if !(1..=20).contains(&count) {
        return Err(AppError::invalid("?count", "must be 1 to 20").into());
    }
    let found = call
        .run(move |app, caller| again::alternatives(app, caller, &id, (&stop, day), usize::from(count)))
        .await?;
    let found = match found {
        Ok(alternatives) => Alternatives {
            alternatives,
            none_because: None,
        },
        Err(route_planning::NoAlternatives::NotInPlan { .. }) => return Err(AppError::NotFound.into()),
        Err(none) => Alternatives {
            alternatives: Vec::new(),
            none_because: Some(none.to_string()),
        },
    };
    ok(&found)
}

/// Why a plan does not meet every request.
#[derive(Serialize, ToSchema)]
struct Explanations {
    /// Each with its stop, its counts and its proved reasons.
    #[schema(value_type = Vec<Object>)]
    unmet: Vec<Unmet>,
}

/// Explain what a plan does not meet
///
/// Each reason is proved: the stop, placed again with this one rule relaxed, got one visit more. Send a relaxation as
/// `{"change": "relax", "stop": …, "relaxation": …}` to `what-if` to see what would come of it.
#[utoipa::path(get, path = "/plans/{id}/explanations", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Every request that is not met in full", body = Explanations),
        (status = 404, description = "There is no such plan, or it has no result yet")))]
pub async fn explanations(call: Call<Coordinator>) -> Answer {
    let id: PlanId = call.input.id()?;
    let plan = call.run(move |app, caller| plans::result(app, caller, &id)).await?;
    ok(&Explanations {
        unmet: plan.ok_or(AppError::NotFound)?.unmet,
    })
}

/// Whether something contradicts itself.
#[derive(Serialize, ToSchema)]
struct ConflictAnswer {
    /// `members` (requests, promises and rules, none of which can be left out) and `proof`; null: nothing contradicts itself.
    #[schema(value_type = Option<Object>)]
    conflict: Option<Conflict>,
}

/// Find what in a season contradicts itself
///
/// A set of requests, promises and rules that cannot be planned together, and can as soon as any one of them is left out. Takes
/// some seconds for a large season.
#[utoipa::path(get, path = "/seasons/{id}/conflict", tag = "plans", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The contradiction, or none", body = ConflictAnswer)))]
pub async fn conflict(call: Call<Coordinator>) -> Answer {
    let season: SeasonId = call.input.id()?;
    let conflict = call
        .run(move |app, caller| again::conflict(app, caller, &season))
        .await?;
    ok(&ConflictAnswer { conflict })
}

/// Draw a season
///
/// Stops by days, each visit a mark, as an SVG picture that follows the reader's light or dark theme.
#[utoipa::path(get, path = "/plans/{id}/drawings/season", tag = "plans", params(("id" = schema::PlanId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The chart", body = String, content_type = "image/svg+xml"),
        (status = 404, description = "There is no such plan, or it has no result yet")))]
pub async fn season_drawing(call: Call<Coordinator>) -> Answer {
    draw(&call, Picture::Season(Part::Whole)).await
}

/// Draw a day
///
/// The route of each bus with numbered stops, north, and a scale bar, as an SVG picture.
#[utoipa::path(get, path = "/plans/{id}/drawings/days/{day}", tag = "plans",
    params(("id" = schema::PlanId, Path), ("day" = schema::Day, Path)), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The sketch", body = String, content_type = "image/svg+xml"),
        (status = 404, description = "There is no such plan, it has no result yet, or no bus is out that day")))]
pub async fn day_drawing(call: Call<Coordinator>) -> Answer {
    draw(&call, Picture::Day(call.input.part("day")?)).await
}

/// A picture with styles of its own: it may run nothing and load nothing.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

async fn draw(call: &Call<Coordinator>, picture: Picture) -> Answer {
    let id: PlanId = call.input.id()?;
    let svg = call
        .run(move |app, caller| pictures::of_plan(app, caller, &id, picture, For::File))
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_SECURITY_POLICY, PICTURE_POLICY))
        .body(svg))
}
