//! Proposed crews.

use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::{PersonId, ProposalId, ProposalState, SeasonId, ShiftId, Timestamp};
use volunteer_roster::{Obstacle, Why};

use super::{
    input::{Call, Coordinator, IdempotencyKey},
    output::{Answer, created, ok},
    shifts::RefusalShape,
};
use crate::{
    app::proposals::{self, Offering, Proposal, ProposeInput, Stored},
    schema,
};

/// A proposed crew.
#[derive(Serialize, ToSchema)]
pub struct ProposalShape {
    #[schema(value_type = schema::ProposalId)]
    id: ProposalId,
    #[schema(value_type = schema::SeasonId)]
    season: SeasonId,
    /// Where it stands.
    #[schema(value_type = schema::ProposalState)]
    state: ProposalState,
    /// The seed of its search.
    seed: u64,
    /// Who asked for it; nobody once their account is erased.
    #[schema(value_type = Option<schema::PersonId>)]
    made_by: Option<PersonId>,
    #[schema(value_type = schema::Timestamp)]
    made_at: Timestamp,
    /// When its people were asked, or it was thrown away.
    #[schema(value_type = Option<schema::Timestamp>)]
    ended_at: Option<Timestamp>,
    #[serde(flatten)]
    proposal: Proposal,
    version: u32,
}

impl ProposalShape {
    fn of(stored: Stored) -> Self {
        let Stored { row, proposal } = stored;
        Self {
            id: row.id,
            season: row.season_id,
            state: row.state,
            seed: row.seed,
            made_by: row.made_by,
            made_at: row.made_at,
            ended_at: row.ended_at,
            proposal,
            version: row.version,
        }
    }
}

/// Why somebody is not on an empty place.
#[derive(Serialize, ToSchema)]
pub struct WhyShape {
    #[schema(value_type = schema::PersonId)]
    person: PersonId,
    /// What stands against it; none: they may be put there.
    obstacles: Vec<ObstacleShape>,
    /// How much worse the whole proposal would be with them; below 0, better. None if something stands against it.
    costs: Option<i64>,
}

/// Something that stands against it.
#[derive(Serialize, ToSchema)]
#[serde(tag = "obstacle", rename_all = "kebab-case")]
enum ObstacleShape {
    /// A rule about the person and the shift.
    Rule {
        /// Which, with its facts.
        refusal: RefusalShape,
    },
    /// They are on this visit.
    OnThisVisit,
    /// They said that they cannot come then.
    NotAvailable,
    /// They do not have the role.
    NotTheirRole,
    /// They would only come along to learn.
    InTraining,
    /// They said no to this shift.
    SaidNo,
    /// They would be elsewhere at that time.
    Meanwhile {
        /// On this shift.
        #[schema(value_type = schema::ShiftId)]
        shift: ShiftId,
    },
    /// The way from or to another shift is too long.
    TooFar {
        /// Which.
        #[schema(value_type = schema::ShiftId)]
        shift: ShiftId,
    },
    /// Too little rest before or after another shift.
    TooLittleRest {
        /// Which.
        #[schema(value_type = schema::ShiftId)]
        shift: ShiftId,
    },
    /// Too many hours on the day, with what is proposed.
    DayFull,
    /// In the week.
    WeekFull,
    /// In the month.
    MonthFull,
    /// In the season, or more visits than they wish for.
    SeasonFull,
    /// Too many days in a row.
    TooManyDays,
    /// Too few adults for a minor.
    TooFewAdults,
    /// As many people of socially useful work as may be.
    TooManyPsu,
}

impl ObstacleShape {
    fn of(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Rule(refusal) => Self::Rule {
                refusal: RefusalShape::of(refusal),
            },
            Obstacle::OnThisVisit => Self::OnThisVisit,
            Obstacle::NotAvailable => Self::NotAvailable,
            Obstacle::NotTheirRole => Self::NotTheirRole,
            Obstacle::InTraining => Self::InTraining,
            Obstacle::SaidNo => Self::SaidNo,
            Obstacle::Meanwhile(shift) => Self::Meanwhile { shift },
            Obstacle::TooFar(shift) => Self::TooFar { shift },
            Obstacle::TooLittleRest(shift) => Self::TooLittleRest { shift },
            Obstacle::DayFull => Self::DayFull,
            Obstacle::WeekFull => Self::WeekFull,
            Obstacle::MonthFull => Self::MonthFull,
            Obstacle::SeasonFull => Self::SeasonFull,
            Obstacle::TooManyDays => Self::TooManyDays,
            Obstacle::TooFewAdults => Self::TooFewAdults,
            Obstacle::TooManyPsu => Self::TooManyPsu,
        }
    }
}

/// Propose the crew of a season
///
/// From what people wish and may do; who holds a place keeps it. Nobody is asked yet. The answer comes after `seconds`.
#[utoipa::path(post, path = "/seasons/{id}/crew-proposals", tag = "crew-proposals",
    params(("id" = schema::SeasonId, Path), IdempotencyKey), request_body = ProposeInput,
    security(("bearer" = ["coordinator"])),
    responses((status = 201, description = "The proposal", body = ProposalShape)))]
pub async fn propose(call: Call<Coordinator>) -> Answer {
    let (season, input): (SeasonId, ProposeInput) = (call.input.id()?, call.input.body()?);
    let stored = call
        .once(move |app, asked| {
            let id = proposals::propose(app, asked, &season, &input)?;
            proposals::get(app, asked.caller, &id)
        })
        .await?;
    created(
        format!("/api/v1/crew-proposals/{}", stored.row.id),
        &ProposalShape::of(stored),
    )
}

/// List the proposed crews of a season
#[utoipa::path(get, path = "/seasons/{id}/crew-proposals", tag = "crew-proposals", params(("id" = schema::SeasonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "All, the newest first", body = Vec<ProposalShape>)))]
pub async fn list(call: Call<Coordinator>) -> Answer {
    let season = call.input.id()?;
    let all = call
        .run(move |app, caller| proposals::list(app, caller, &season))
        .await?;
    ok(&all.into_iter().map(ProposalShape::of).collect::<Vec<_>>())
}

/// Read a proposed crew
#[utoipa::path(get, path = "/crew-proposals/{id}", tag = "crew-proposals", params(("id" = schema::ProposalId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Who is to be asked for what, and what came of it", body = ProposalShape)))]
pub async fn get(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    let stored = call.run(move |app, caller| proposals::get(app, caller, &id)).await?;
    ok(&ProposalShape::of(stored))
}

/// Explain an empty place
///
/// Why each person is not on the empty places of a shift, as things stand now. An empty list: no place of it is empty.
#[utoipa::path(get, path = "/crew-proposals/{id}/shifts/{shift}/people", tag = "crew-proposals",
    params(("id" = schema::ProposalId, Path), ("shift" = schema::ShiftId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "Everybody", body = Vec<WhyShape>)))]
pub async fn people(call: Call<Coordinator>) -> Answer {
    let (id, shift): (ProposalId, ShiftId) = (call.input.id()?, call.input.part("shift")?);
    let whys = call
        .run(move |app, caller| proposals::why(app, caller, &id, &shift))
        .await?;
    let shape = |(person, why): (PersonId, Why)| match why {
        Why::Free(costs) => WhyShape {
            person,
            obstacles: Vec::new(),
            costs: Some(costs),
        },
        Why::Obstacles(found) => WhyShape {
            person,
            obstacles: found.into_iter().map(ObstacleShape::of).collect(),
            costs: None,
        },
    };
    ok(&whys.into_iter().map(shape).collect::<Vec<_>>())
}

/// Put somebody into an empty place of a proposed crew
///
/// What stands against it is told at once in `refusals`, as the list of people says it.
#[utoipa::path(put, path = "/crew-proposals/{id}/shifts/{shift}/people/{person}", tag = "crew-proposals",
    params(("id" = schema::ProposalId, Path), ("shift" = schema::ShiftId, Path), ("person" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The proposal with them", body = ProposalShape),
        (status = 409, description = "Something stands against it, no place is empty, or it is not a draft any more")))]
pub async fn put_in(call: Call<Coordinator>) -> Answer {
    call.input.no_body()?;
    let (id, shift, person) = parts(&call)?;
    let stored = call
        .run(move |app, caller| proposals::put_in(app, caller, &id, &shift, &person))
        .await?;
    ok(&ProposalShape::of(stored))
}

/// Take somebody out of a proposed crew
#[utoipa::path(delete, path = "/crew-proposals/{id}/shifts/{shift}/people/{person}", tag = "crew-proposals",
    params(("id" = schema::ProposalId, Path), ("shift" = schema::ShiftId, Path), ("person" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The proposal without them", body = ProposalShape),
        (status = 409, description = "It is not a draft any more")))]
pub async fn take_out(call: Call<Coordinator>) -> Answer {
    call.input.no_body()?;
    let (id, shift, person) = parts(&call)?;
    let stored = call
        .run(move |app, caller| proposals::take_out(app, caller, &id, &shift, &person))
        .await?;
    ok(&ProposalShape::of(stored))
}

fn parts(call: &Call<Coordinator>) -> Result<(ProposalId, ShiftId, PersonId), crate::web::problem::Problem> {
    Ok((call.input.id()?, call.input.part("shift")?, call.input.part("person")?))
}

/// Ask the people of a proposed crew
///
/// Each place is offered as the rules then are, and held until its person answers; each person gets one message. Asking again after a broken
/// connection goes on where it ended.
#[utoipa::path(post, path = "/crew-proposals/{id}/offer", tag = "crew-proposals", params(("id" = schema::ProposalId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "How it went", body = Offering), (status = 409, description = "It is not a draft any more")))]
pub async fn offer(call: Call<Coordinator>) -> Answer {
    let id: ProposalId = call.input.id()?;
    call.input.no_body()?;
    let done: Offering = call.run(move |app, caller| proposals::offer(app, caller, &id)).await?;
    ok(&done)
}

/// Throw a proposed crew away
#[utoipa::path(post, path = "/crew-proposals/{id}/discard", tag = "crew-proposals", params(("id" = schema::ProposalId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "It is thrown away", body = ProposalShape), (status = 409, description = "It is not a draft any more")))]
pub async fn discard(call: Call<Coordinator>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let stored = call
        .run(move |app, caller| proposals::discard(app, caller, &id))
        .await?;
    ok(&ProposalShape::of(stored))
}
