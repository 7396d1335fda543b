//! Passing a shift on, trading it, asking somebody to cover one, writing to a crew.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{PersonId, ShiftId, SignupId, SwapId};

use super::{
    input::{Anyone, Call, Coordinator, IdempotencyKey},
    output::{Answer, created, gone, ok},
    shifts::{RefusalShape, ShiftShape},
};
use crate::{
    app::{
        App, AppError, Caller,
        covers::{self, CoverAsked, CoverInput, CoverShape},
        crew_board::OverrideInput,
        crew_message::{self, Crew, CrewMessageInput, CrewMessageSent},
        signups::SignupShape,
        swaps::{self, Choices, Part, Partner, SwapInput, SwapShape, SwapView, Trade},
    },
    schema,
};

/// Somebody to whom a shift may be passed on.
#[derive(Serialize, ToSchema)]
pub struct PartnerShape {
    #[schema(value_type = schema::PersonId)]
    person: PersonId,
    /// First name and the first letter of the last.
    name: String,
    /// Whether staff would have to decide after their yes.
    needs_staff: bool,
}

impl PartnerShape {
    fn of(partner: Partner) -> Self {
        Self {
            person: partner.id,
            name: partner.name,
            needs_staff: partner.needs_staff,
        }
    }
}

/// A shift for which one's own may be traded.
#[derive(Serialize, ToSchema)]
pub struct TradeShape {
    /// Whose.
    of: PartnerShape,
    /// Their sign-up: `back` of a proposal.
    #[schema(value_type = schema::SignupId)]
    signup: SignupId,
    on: ShiftShape,
}

impl TradeShape {
    fn of(trade: Trade) -> Self {
        Self {
            of: PartnerShape::of(trade.partner),
            signup: trade.signup,
            on: on(trade.part),
        }
    }
}

fn on(part: Part) -> ShiftShape {
    ShiftShape::of(part.shift, part.place)
}

/// What may be done with one's own shift.
#[derive(Serialize, ToSchema)]
pub struct ChoicesShape {
    /// Every reason why it cannot be passed on to anybody.
    refusals: Vec<RefusalShape>,
    /// Who may take it.
    people: Vec<PartnerShape>,
    /// What it may be traded for.
    trades: Vec<TradeShape>,
    /// The proposal that waits already.
    open: Option<SwapShape>,
}

impl ChoicesShape {
    fn of(choices: Choices) -> Self {
        Self {
            refusals: choices.refusals.into_iter().map(RefusalShape::of).collect(),
            people: choices.people.into_iter().map(PartnerShape::of).collect(),
            trades: choices.trades.into_iter().map(TradeShape::of).collect(),
            open: choices.open.map(|view| SwapShape::of(&view.swap)),
        }
    }
}

/// A swap that concerns the caller.
#[derive(Serialize, ToSchema)]
pub struct SwapViewShape {
    #[serde(flatten)]
    swap: SwapShape,
    /// Who gives, by first name and a letter.
    giver_name: String,
    /// Who takes; null while it is for anybody.
    taker_name: Option<String>,
    /// The shift that is given.
    given_shift: ShiftShape,
    /// The shift that is wanted for it.
    back_shift: Option<ShiftShape>,
}

impl SwapViewShape {
    fn of(view: SwapView) -> Self {
        Self {
            swap: SwapShape::of(&view.swap),
            giver_name: view.giver,
            taker_name: view.taker,
            given_shift: on(view.given),
            back_shift: view.back.map(on),
        }
    }
}

/// The caller's swaps.
#[derive(Serialize, ToSchema)]
pub struct MySwaps {
    /// Proposed to the caller, who is to answer.
    to_answer: Vec<SwapViewShape>,
    /// For anybody who may, and the caller may.
    for_anybody: Vec<SwapViewShape>,
    /// Proposed by the caller, or waiting for staff after the caller's yes.
    waiting: Vec<SwapViewShape>,
}

/// Ask what may be done with one's own shift
#[utoipa::path(get, path = "/signups/{id}/swap-choices", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "Only what would be allowed now", body = ChoicesShape)))]
pub async fn choices(call: Call<Anyone>) -> Answer {
    let id = call.input.id()?;
    let choices = call.run(move |app, caller| swaps::choices(app, caller, &id)).await?;
    ok(&ChoicesShape::of(choices))
}

/// Propose a swap
///
/// To a person, to anybody who may (neither `to` nor `back`), or for another's sign-up (`back`). The shift stays the caller's until somebody says yes. Reasons bear a `side`: `giver`, `taker` or `crew`.
#[utoipa::path(post, path = "/signups/{id}/swaps", tag = "shifts",
    params(("id" = schema::SignupId, Path), IdempotencyKey), request_body = SwapInput,
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 201, description = "It waits for an answer", body = SwapShape),
        (status = 409, description = "The state of things stands against it, on either side"),
        (status = 422, description = "Faults of the body; papers, role or age; or the key was used for another request")))]
pub async fn propose(call: Call<Anyone>) -> Answer {
    let id: SignupId = call.input.id()?;
    let input: SwapInput = call.input.body()?;
    let swap = call
        .once(move |app, asked| swaps::propose(app, asked, &id, &input))
        .await?;
    created(format!("/api/v1/swaps/{}", swap.id), &swap)
}

/// List the caller's swaps
#[utoipa::path(get, path = "/swaps", tag = "shifts", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "Those that still stand", body = MySwaps)))]
pub async fn mine(call: Call<Anyone>) -> Answer {
    let mine = call.run(swaps::mine).await?;
    let shapes = |views: Vec<SwapView>| views.into_iter().map(SwapViewShape::of).collect();
    ok(&MySwaps {
        to_answer: shapes(mine.to_answer),
        for_anybody: shapes(mine.for_anybody),
        waiting: shapes(mine.waiting),
    })
}

/// Read a swap
#[utoipa::path(get, path = "/swaps/{id}", tag = "shifts", params(("id" = schema::SwapId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The swap", body = SwapShape)))]
pub async fn get(call: Call<Anyone>) -> Answer {
    let id = call.input.id()?;
    ok(&call.run(move |app, caller| swaps::get(app, caller, &id)).await?)
}

async fn step<R>(call: Call<R>, step: fn(&App, &Caller, &SwapId) -> Result<SwapShape, AppError>) -> Answer {
    let id: SwapId = call.input.id()?;
    call.input.no_body()?;
    ok(&call.run(move |app, caller| step(app, caller, &id)).await?)
}

/// Say yes to a swap
///
/// Done at once where every rule allows it; else it waits for staff (`accepted`).
#[utoipa::path(post, path = "/swaps/{id}/accept", tag = "shifts", params(("id" = schema::SwapId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "`done` or `accepted`", body = SwapShape),
        (status = 409, description = "It waits for nobody any more, or a sign-up changed"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn accept(call: Call<Anyone>) -> Answer {
    step(call, swaps::accept).await
}

/// Say no to a swap
#[utoipa::path(post, path = "/swaps/{id}/decline", tag = "shifts", params(("id" = schema::SwapId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "It is declined", body = SwapShape), (status = 409, description = "It does not wait for the caller")))]
pub async fn decline(call: Call<Anyone>) -> Answer {
    step(call, swaps::decline).await
}

/// Take one's own proposal back
#[utoipa::path(post, path = "/swaps/{id}/withdraw", tag = "shifts", params(("id" = schema::SwapId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "It is cancelled", body = SwapShape), (status = 409, description = "It is over")))]
pub async fn withdraw(call: Call<Anyone>) -> Answer {
    step(call, swaps::withdraw).await
}

/// What staff decides against.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SwapApproveInput {
    /// Rules of the house, each with a reason.
    overrides: Vec<OverrideInput>,
}

/// Approve a swap
///
/// One to which both have said yes and which a rule makes staff's to decide.
#[utoipa::path(post, path = "/swaps/{id}/approve", tag = "shifts", params(("id" = schema::SwapId, Path)),
    request_body(content = Option<SwapApproveInput>), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is done", body = SwapShape),
        (status = 409, description = "It does not wait for staff, or a rule stands against it"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn approve(call: Call<Coordinator>) -> Answer {
    let id: SwapId = call.input.id()?;
    let input: SwapApproveInput = call.input.body_or_default()?;
    let swap = call
        .run(move |app, caller| swaps::approve(app, caller, &id, &input.overrides))
        .await?;
    ok(&swap)
}

/// Turn a swap down
#[utoipa::path(post, path = "/swaps/{id}/reject", tag = "shifts", params(("id" = schema::SwapId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is rejected", body = SwapShape), (status = 409, description = "It does not wait for staff")))]
pub async fn reject(call: Call<Coordinator>) -> Answer {
    step(call, swaps::reject).await
}

/// Ask people to cover a shift
///
/// So many suitable people, the least recently asked first; nobody again who was asked about this shift.
#[utoipa::path(post, path = "/shifts/{id}/cover-asks", tag = "shifts",
    params(("id" = schema::ShiftId, Path), IdempotencyKey), request_body = CoverInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "Who is asked", body = Vec<CoverShape>),
        (status = 409, description = "The shift lacks nobody, or nobody is left to ask"),
        (status = 422, description = "Faults of the body; or the key was used for another request")))]
pub async fn ask_cover(call: Call<Coordinator>) -> Answer {
    let id: ShiftId = call.input.id()?;
    let input: CoverInput = call.input.body()?;
    let location = format!("/api/v1/shifts/{id}/cover-asks");
    let asked = call
        .once(move |app, asked| covers::ask(app, asked, &id, &input))
        .await?;
    created(location, &asked)
}

/// List who was asked to cover a shift
#[utoipa::path(get, path = "/shifts/{id}/cover-asks", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Who, when, and what they said", body = Vec<CoverShape>)))]
pub async fn covers_of(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    ok(&call.run(move |app, caller| covers::of_shift(app, caller, &id)).await?)
}

/// A shift that the caller is asked to cover.
#[derive(Serialize, ToSchema)]
pub struct CoverAskedShape {
    #[serde(flatten)]
    shift: ShiftShape,
    /// When the caller was asked.
    #[schema(value_type = schema::Timestamp)]
    asked_at: vocabulary::Timestamp,
}

impl CoverAskedShape {
    fn of(asked: CoverAsked) -> Self {
        Self {
            shift: ShiftShape::of(asked.shift, asked.place),
            asked_at: asked.asked_at,
        }
    }
}

/// List what the caller is asked to cover
#[utoipa::path(get, path = "/cover-asks", tag = "shifts", security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "Not answered yet, and still lacking somebody", body = Vec<CoverAskedShape>)))]
pub async fn my_covers(call: Call<Anyone>) -> Answer {
    let asked = call.run(covers::mine).await?;
    ok(&asked.into_iter().map(CoverAskedShape::of).collect::<Vec<_>>())
}

/// Cover a shift
///
/// The first of those who were asked to say yes has the place.
#[utoipa::path(post, path = "/shifts/{id}/cover", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The place is the caller's", body = SignupShape),
        (status = 409, description = "The place is gone, or the caller was not asked"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn cover(call: Call<Anyone>) -> Answer {
    let id: ShiftId = call.input.id()?;
    call.input.no_body()?;
    ok(&call.run(move |app, caller| covers::accept(app, caller, &id)).await?)
}

/// Say that one cannot cover a shift
#[utoipa::path(post, path = "/shifts/{id}/cover-no", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 204, description = "Nobody asks again about this shift"), (status = 409, description = "The caller was not asked, or has answered")))]
pub async fn decline_cover(call: Call<Anyone>) -> Answer {
    let id: ShiftId = call.input.id()?;
    call.input.no_body()?;
    call.run(move |app, caller| covers::decline(app, caller, &id)).await?;
    gone()
}

/// Write to the crew of a shift
///
/// To everybody who holds a place. The text leaves by e-mail; the log does not keep it.
#[utoipa::path(post, path = "/shifts/{id}/messages", tag = "shifts",
    params(("id" = schema::ShiftId, Path), IdempotencyKey), request_body = CrewMessageInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "To how many", body = CrewMessageSent),
        (status = 422, description = "The text is empty or too long; or the key was used for another request")))]
pub async fn write_to_shift(call: Call<Coordinator>) -> Answer {
    let id: ShiftId = call.input.id()?;
    write(call, Crew::Shift(id)).await
}

/// Write to the crew of a visit
///
/// To everybody who holds a place on one of its shifts, once each.
#[utoipa::path(post, path = "/visits/{id}/messages", tag = "shifts",
    params(("id" = schema::VisitId, Path), IdempotencyKey), request_body = CrewMessageInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "To how many", body = CrewMessageSent),
        (status = 422, description = "The text is empty or too long; or the key was used for another request")))]
pub async fn write_to_visit(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    write(call, Crew::Visit(id)).await
}

async fn write(call: Call<Coordinator>, crew: Crew) -> Answer {
    let input: CrewMessageInput = call.input.body()?;
    let sent = call
        .once(move |app, asked| crew_message::send(app, asked, &crew, &input))
        .await?;
    created("/api/v1/audit".to_owned(), &sent)
}
