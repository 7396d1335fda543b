//! What staff does about crews.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{PersonId, SignupId};

use super::{
    input::{Call, Coordinator, IdempotencyKey, Staff},
    output::{Answer, ok},
    shifts::RefusalShape,
};
use crate::{
    app::{
        crew_board::{self, AssignInput, Candidate, Deed, OverrideInput},
        shift_conditions::{self, Conditions, ConditionsInput},
        signups::SignupShape,
    },
    schema,
};

/// Somebody who might take a shift.
#[derive(Serialize, ToSchema)]
pub struct CandidateShape {
    #[schema(value_type = schema::PersonId)]
    person: PersonId,
    /// As they want to be called.
    name: String,
    /// Every reason against it; none: they may be asked.
    refusals: Vec<RefusalShape>,
    /// Whether staff may decide against all of them, with a reason.
    overridable: bool,
}

impl CandidateShape {
    fn of(candidate: Candidate) -> Self {
        Self {
            overridable: candidate.overridable(),
            person: candidate.id,
            name: candidate.name,
            refusals: candidate.refusals.into_iter().map(RefusalShape::of).collect(),
        }
    }
}

/// List who might take a shift
///
/// Everybody without a sign-up on it: those first who may, then those whom staff may put on it against a rule of the house.
#[utoipa::path(get, path = "/shifts/{id}/candidates", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Everybody, each with every reason", body = Vec<CandidateShape>)))]
pub async fn candidates(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let board = call.run(move |app, caller| crew_board::board(app, caller, &id)).await?;
    let all: Vec<_> = board.candidates.into_iter().map(CandidateShape::of).collect();
    ok(&all)
}

/// Put somebody on a shift
///
/// The place is offered to them, or theirs if they have said yes. Staff may decide against rules of the house, each with its reason; against the
/// law nobody may.
#[utoipa::path(post, path = "/shifts/{id}/assignments", tag = "shifts", params(("id" = schema::ShiftId, Path), IdempotencyKey),
    request_body = AssignInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The sign-up", body = SignupShape),
        (status = 409, description = "The state of things stands against it"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn assign(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let input: AssignInput = call.input.body()?;
    let signup = call
        .once(move |app, asked| crew_board::assign(app, asked, &id, &input))
        .await?;
    ok(&signup)
}

/// What staff decides against.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApproveInput {
    /// Rules of the house, each with a reason.
    overrides: Vec<OverrideInput>,
}

/// Approve a request
#[utoipa::path(post, path = "/signups/{id}/approve", tag = "shifts", params(("id" = schema::SignupId, Path)),
    request_body(content = Option<ApproveInput>), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The place is theirs", body = SignupShape),
        (status = 409, description = "Not a request, or the place is gone"),
        (status = 422, description = "Papers, role or age stand against it")))]
pub async fn approve(call: Call<Coordinator>) -> Answer {
    let id: SignupId = call.input.id()?;
    let input: ApproveInput = call.input.body_or_default()?;
    let signup = call
        .run(move |app, caller| crew_board::approve(app, caller, &id, &input.overrides))
        .await?;
    ok(&SignupShape::of(&signup))
}

/// Turn a request down
#[utoipa::path(post, path = "/signups/{id}/reject", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is rejected", body = SignupShape), (status = 409, description = "Not a request")))]
pub async fn reject(call: Call<Coordinator>) -> Answer {
    done(call, Deed::Reject).await
}

/// Take a place away
///
/// Whoever waits is offered it.
#[utoipa::path(post, path = "/signups/{id}/release", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The place is free", body = SignupShape), (status = 409, description = "It holds none")))]
pub async fn release(call: Call<Coordinator>) -> Answer {
    done(call, Deed::Release).await
}

async fn done<R>(call: Call<R>, deed: Deed) -> Answer {
    let id: SignupId = call.input.id()?;
    call.input.no_body()?;
    let signup = call
        .run(move |app, caller| crew_board::deed(app, caller, &id, deed))
        .await?;
    ok(&SignupShape::of(&signup))
}

/// Write down that somebody has come
#[utoipa::path(post, path = "/signups/{id}/check-in", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "They are there", body = SignupShape), (status = 409, description = "Not on the day, or not expected")))]
pub async fn check_in(call: Call<Staff>) -> Answer {
    done(call, Deed::CheckIn).await
}

/// Write down that somebody was there
///
/// The length of the shift counts as worked.
#[utoipa::path(post, path = "/signups/{id}/attend", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The hours count", body = SignupShape), (status = 409, description = "Not on the day, or not expected")))]
pub async fn attend(call: Call<Staff>) -> Answer {
    done(call, Deed::Attend).await
}

/// Write down that somebody did not come
#[utoipa::path(post, path = "/signups/{id}/no-show", tag = "shifts", params(("id" = schema::SignupId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "No hours count", body = SignupShape), (status = 409, description = "Not on the day, or not expected")))]
pub async fn no_show(call: Call<Staff>) -> Answer {
    done(call, Deed::MissShift).await
}

/// Read what a shift asks for
///
/// From when on it may be taken, and with which papers: by the season, and by the coordinator's word for this shift.
#[utoipa::path(get, path = "/shifts/{id}/conditions", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "What holds, and whose word it is", body = Conditions)))]
pub async fn conditions(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    ok(&call
        .run(move |app, caller| shift_conditions::get(app, caller, &id))
        .await?)
}

/// Say what a shift asks for
///
/// Sets the shift's own opening and papers. Nobody is taken off it; of those who wait, whoever may now come is asked.
#[utoipa::path(put, path = "/shifts/{id}/conditions", tag = "shifts", params(("id" = schema::ShiftId, Path)),
    request_body = ConditionsInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "What holds now", body = Conditions)))]
pub async fn set_conditions(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let input: ConditionsInput = call.input.body()?;
    ok(&call
        .run(move |app, caller| shift_conditions::set(app, caller, &id, &input))
        .await?)
}
