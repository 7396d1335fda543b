//! Shifts and sign-ups: what is open to the caller, taking a place, giving it back, saying yes again.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CrewRole, Day, Minute, ShiftId, SignupId, SignupState, Timestamp, VisitId};
use volunteer_roster::Refusal;
use volunteer_roster::Wish;

use super::{
    input::{Anyone, Call, IdempotencyKey, PageQuery},
    output::{Answer, Listing, created, listing, ok},
};
use crate::{
    app::{
        paging,
        signups::{self, Offer, Own, Place, SignedUp, SignupShape},
    },
    schema,
};

/// A reason for a "no". Further fields are the facts behind it; they depend on the code.
#[derive(Serialize, ToSchema)]
pub struct RefusalShape {
    #[serde(flatten)]
    #[schema(value_type = RefusalCode, inline)]
    refusal: Refusal,
    /// A sentence for people.
    detail: String,
}

/// The stable word of a refusal.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct RefusalCode {
    /// A stable word for programs; docs/problems.md explains each.
    #[schema(example = "shift-full")]
    code: String,
}

impl RefusalShape {
    /// With its sentence.
    pub fn of(refusal: Refusal) -> Self {
        Self {
            detail: refusal.to_string(),
            refusal,
        }
    }
}

/// A shift and where it is.
#[derive(Serialize, ToSchema)]
pub struct ShiftShape {
    #[schema(value_type = schema::ShiftId)]
    id: ShiftId,
    #[schema(value_type = schema::VisitId)]
    visit: VisitId,
    /// What one does.
    #[schema(value_type = schema::CrewRole)]
    role: CrewRole,
    /// How many people are wanted.
    places: u32,
    /// How many places are held.
    taken: u32,
    /// The day the crew meets.
    #[schema(value_type = schema::Day)]
    day: Day,
    #[schema(value_type = schema::Minute)]
    start: Minute,
    #[schema(value_type = schema::Minute)]
    end: Minute,
    /// How old one must be, in years.
    minimum_age: Option<u32>,
    /// The stop, by name.
    stop: String,
    /// Its estate; empty when unknown.
    estate: String,
    /// Its address; empty when unknown.
    address: String,
}

impl ShiftShape {
    /// A shift at a place.
    pub fn of(shift: storage::Shift, place: Place) -> Self {
        Self {
            id: shift.id,
            visit: shift.visit_id,
            role: shift.role,
            places: shift.places,
            taken: shift.taken,
            day: shift.crew_day,
            start: shift.crew_start,
            end: shift.crew_end,
            minimum_age: shift.minimum_age,
            stop: place.stop,
            estate: place.estate,
            address: place.address,
        }
    }
}

/// An open shift as the caller sees it.
#[derive(Serialize, ToSchema)]
pub struct OfferShape {
    #[serde(flatten)]
    shift: ShiftShape,
    /// Every reason why the caller may not take it; none: they may.
    refusals: Vec<RefusalShape>,
    /// Whether the caller may wait for it.
    may_wait: bool,
    /// How many wait for it.
    waiting: u32,
}

impl OfferShape {
    fn of(offer: Offer) -> Self {
        Self {
            shift: ShiftShape::of(offer.shift, offer.place),
            refusals: offer.refusals.into_iter().map(RefusalShape::of).collect(),
            may_wait: offer.may_wait,
            waiting: offer.waiting,
        }
    }
}

/// What a sign-up asks for; no body at all asks for a place.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignupInput {
    /// Where there is no place, or papers are on their way: wait for one.
    wait: bool,
}

/// A sign-up of the caller's that is not over.
#[derive(Serialize, ToSchema)]
pub struct OwnShape {
    #[serde(flatten)]
    signup: SignupShape,
    /// The shift with its visit and place.
    on: ShiftShape,
    /// Until when it can be given back in time.
    #[schema(value_type = schema::Timestamp)]
    withdraw_by: Timestamp,
    /// What it would be if it were given back now; null: it cannot be.
    #[schema(value_type = Option<schema::SignupState>)]
    withdrawn_now: Option<SignupState>,
    /// Every reason why it cannot be given back.
    refusals: Vec<RefusalShape>,
    /// The place on the waiting list, from 1.
    turn: Option<u32>,
    /// Who else is on the visit, by first name.
    others: Vec<String>,
}

impl OwnShape {
    fn of(own: Own) -> Self {
        let (withdrawn_now, refusals) = match own.withdrawal {
            Ok(withdrawal) => (Some(withdrawal.state()), Vec::new()),
            Err(refusals) => (None, refusals),
        };
        Self {
            signup: SignupShape::of(&own.signup),
            on: ShiftShape::of(own.shift, own.place),
            withdraw_by: own.deadline,
            withdrawn_now,
            turn: own.turn,
            others: own.others,
            refusals: refusals.into_iter().map(RefusalShape::of).collect(),
        }
    }
}

/// List open shifts
///
/// From now on, each with every reason why the caller may not take it. The caller's own are under `/signups`.
#[utoipa::path(get, path = "/shifts", tag = "shifts", params(PageQuery),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "One portion by day and time", body = Listing<OfferShape>)))]
pub async fn list(call: Call<Anyone>) -> Answer {
    let page = call.input.page::<String>()?;
    let board = call.run(signups::board).await?;
    let place = |offer: &Offer| {
        let shift = &offer.shift;
        format!("{}~{}~{}", shift.crew_day, shift.crew_start, shift.id)
    };
    listing(paging::cut(board.offers, &page, place), OfferShape::of)
}

/// List the caller's sign-ups
#[utoipa::path(get, path = "/signups", tag = "shifts", params(PageQuery),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "One portion of those that hold a place, from today on, by day and time",
        body = Listing<OwnShape>)))]
pub async fn own(call: Call<Anyone>) -> Answer {
    let page = call.input.page::<String>()?;
    let board = call.run(signups::board).await?;
    let place = |own: &Own| format!("{}~{}~{}", own.shift.crew_day, own.shift.crew_start, own.signup.id);
    listing(paging::cut(board.own, &page, place), OwnShape::of)
}

/// Take a place on a shift
///
/// Where the shift is full, `{"wait": true}` asks for a turn on its waiting list. Every reason against it is told at once in `refusals`: 409 when the state of things is the cause, 422 when the caller's
/// papers, role or age are.
#[utoipa::path(post, path = "/shifts/{id}/signups", tag = "shifts",
    params(("id" = schema::ShiftId, Path), IdempotencyKey),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    request_body(content = Option<SignupInput>, description = "Whether to wait where there is no place"),
    responses((status = 201, description = "The place is the caller's; or their turn, or their request: see `state`", body = SignupShape),
        (status = 200, description = "The caller has a sign-up for this shift; this is it", body = SignupShape),
        (status = 409, description = "Full, closed, past, cancelled, or at the same time as another"),
        (status = 422, description = "Not cleared, not this role, too young; or the key was used for another request")))]
pub async fn sign_up(call: Call<Anyone>) -> Answer {
    let shift = call.input.id()?;
    let input: SignupInput = call.input.body_or_default()?;
    let wish = if input.wait { Wish::PlaceOrWaiting } else { Wish::Place };
    match call
        .once(move |app, asked| signups::sign_up_once(app, asked, &shift, wish))
        .await?
    {
        SignedUp::Now(signup) => created(format!("/api/v1/signups/{}", signup.id), &signup),
        SignedUp::Before(signup) => ok(&signup),
    }
}

/// Read a sign-up
///
/// One's own; staff may read all.
#[utoipa::path(get, path = "/signups/{id}", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The sign-up", body = SignupShape)))]
pub async fn get(call: Call<Anyone>) -> Answer {
    let id = call.input.id()?;
    let signup = call.run(move |app, caller| signups::get(app, caller, &id)).await?;
    ok(&SignupShape::of(&signup))
}

/// Give a place back
#[utoipa::path(post, path = "/signups/{id}/withdraw", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The place is free", body = SignupShape),
        (status = 409, description = "It holds no place, or the shift has begun")))]
pub async fn withdraw(call: Call<Anyone>) -> Answer {
    let id: SignupId = call.input.id()?;
    call.input.no_body()?;
    let signup = call.run(move |app, caller| signups::withdraw(app, caller, &id)).await?;
    ok(&SignupShape::of(&signup))
}

/// Confirm after a move
///
/// Says yes to the new time of a visit that moved.
#[utoipa::path(post, path = "/signups/{id}/confirm", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The place stays the caller's", body = SignupShape),
        (status = 409, description = "Nothing waits for a yes, or the new time is at the same time as another shift"),
        (status = 422, description = "Not cleared, not this role, too young")))]
pub async fn confirm(call: Call<Anyone>) -> Answer {
    let id: SignupId = call.input.id()?;
    call.input.no_body()?;
    let signup = call
        .run(move |app, caller| signups::reconfirm(app, caller, &id))
        .await?;
    ok(&SignupShape::of(&signup))
}

/// Take an offered place
///
/// Or, in the last hours before the start, a free place of a shift that the caller waits for: the first to say yes has it.
#[utoipa::path(post, path = "/signups/{id}/accept", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "The place is the caller's", body = SignupShape),
        (status = 409, description = "Nothing is offered, the offer has ended, or somebody else was first"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn accept(call: Call<Anyone>) -> Answer {
    let id: SignupId = call.input.id()?;
    call.input.no_body()?;
    let signup = call.run(move |app, caller| signups::accept(app, caller, &id)).await?;
    ok(&SignupShape::of(&signup))
}

/// Turn an offered place down
#[utoipa::path(post, path = "/signups/{id}/decline", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "It is offered to the next who waits", body = SignupShape),
        (status = 409, description = "Nothing is offered")))]
pub async fn decline(call: Call<Anyone>) -> Answer {
    let id: SignupId = call.input.id()?;
    call.input.no_body()?;
    let signup = call.run(move |app, caller| signups::decline(app, caller, &id)).await?;
    ok(&SignupShape::of(&signup))
}
