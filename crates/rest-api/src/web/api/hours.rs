//! Hours that were worked, and what staff corrects.

use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::{CrewRole, Day, Minutes, PersonId, SignupId, SignupState, Timestamp, VisitId};

use super::{
    input::{Anyone, Call, Coordinator},
    output::{Answer, ok},
};
use crate::{
    app::{
        hours::{self, CorrectionInput, Hours, PresenceInput, WorkedShift},
        signups::SignupShape,
    },
    schema,
};

/// All that somebody worked.
#[derive(Serialize, ToSchema)]
pub struct HoursShape {
    #[schema(value_type = schema::PersonId)]
    person: PersonId,
    /// All together, in minutes.
    #[schema(value_type = u32)]
    minutes: Minutes,
    /// By school year, the first first.
    by_school_year: Vec<YearShape>,
    /// Every shift that was attended or missed, the newest first.
    shifts: Vec<WorkedShape>,
}

/// One school year.
#[derive(Serialize, ToSchema)]
pub struct YearShape {
    /// 1 September to 31 August.
    #[schema(example = "2026/2027")]
    year: String,
    #[schema(value_type = u32)]
    minutes: Minutes,
}

/// A shift that was attended or missed.
#[derive(Serialize, ToSchema)]
pub struct WorkedShape {
    #[schema(value_type = schema::SignupId)]
    signup: SignupId,
    #[schema(value_type = schema::VisitId)]
    visit: VisitId,
    #[schema(value_type = schema::Day)]
    day: Day,
    #[schema(value_type = schema::CrewRole)]
    role: CrewRole,
    /// The name of the stop.
    stop: String,
    /// `attended` or `no-show`.
    #[schema(value_type = schema::SignupState)]
    state: SignupState,
    /// How many minutes count; null of a no-show.
    #[schema(value_type = Option<u32>)]
    minutes: Option<Minutes>,
    /// What was recorded on the day; null of a no-show.
    #[schema(value_type = Option<u32>)]
    recorded: Option<Minutes>,
    /// What was said later, the first first; the last counts.
    corrections: Vec<CorrectionShape>,
}

/// A later word on how long somebody was there.
#[derive(Serialize, ToSchema)]
pub struct CorrectionShape {
    #[schema(value_type = u32)]
    minutes: Minutes,
    reason: String,
    /// Who said so.
    #[schema(value_type = Option<schema::PersonId>)]
    by: Option<PersonId>,
    #[schema(value_type = schema::Timestamp)]
    at: Timestamp,
}

impl WorkedShape {
    fn of(one: &WorkedShift) -> Self {
        let corrections = one.attendance.iter().flat_map(|attendance| &attendance.corrections);
        let correction = |said: &volunteer_roster::Correction| CorrectionShape {
            minutes: said.minutes,
            reason: said.reason.clone(),
            by: said.by.clone(),
            at: said.at,
        };
        Self {
            signup: one.signup.id.clone(),
            visit: one.visit.id.clone(),
            day: one.shift.crew_day,
            role: one.shift.role,
            stop: one.place.stop.clone(),
            state: one.signup.state,
            minutes: one.attendance.as_ref().map(volunteer_roster::Attendance::counted),
            recorded: one.attendance.as_ref().map(|attendance| attendance.recorded),
            corrections: corrections.map(correction).collect(),
        }
    }
}

impl HoursShape {
    /// The shape of somebody's hours.
    pub fn of(hours: &Hours) -> Self {
        let year = |(year, minutes): (volunteer_roster::SchoolYear, Minutes)| YearShape {
            year: year.to_string(),
            minutes,
        };
        Self {
            person: hours.person.id.clone(),
            minutes: hours.total(),
            by_school_year: hours.by_school_year().into_iter().map(year).collect(),
            shifts: hours.shifts.iter().map(WorkedShape::of).collect(),
        }
    }
}

/// Read one's own hours
///
/// Only attended shifts count, for the day on which they began.
#[utoipa::path(get, path = "/me/hours", tag = "hours",
    security(("bearer" = ["coordinator", "animator", "volunteer"])),
    responses((status = 200, description = "All that the caller worked", body = HoursShape)))]
pub async fn own(call: Call<Anyone>) -> Answer {
    let hours = call.run(|app, caller| hours::of(app, caller, &caller.person)).await?;
    ok(&HoursShape::of(&hours))
}

/// Read somebody's hours
#[utoipa::path(get, path = "/people/{id}/hours", tag = "hours", params(("id" = schema::PersonId, Path)),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "All that they worked", body = HoursShape)))]
pub async fn of_person(call: Call<Coordinator>) -> Answer {
    let id: PersonId = call.input.id()?;
    let hours = call.run(move |app, caller| hours::of(app, caller, &id)).await?;
    ok(&HoursShape::of(&hours))
}

/// Correct how long somebody was there
///
/// What was said before stays readable. Certificates that were issued before say on their public page that the record changed.
#[utoipa::path(post, path = "/signups/{id}/hours", tag = "hours", params(("id" = schema::SignupId, Path)),
    request_body = CorrectionInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The sign-up", body = SignupShape),
        (status = 409, description = "The shift was not attended, the reason lacks, or a day has not so many hours")))]
pub async fn correct(call: Call<Coordinator>) -> Answer {
    let id: SignupId = call.input.id()?;
    let input: CorrectionInput = call.input.body()?;
    let signup = call
        .run(move |app, caller| hours::correct(app, caller, &id, &input))
        .await?;
    ok(&SignupShape::of(&signup))
}

/// Correct whether somebody was there
///
/// Who was there after all has the hours that were counted before, else the shift's. What is so already stays as it is.
#[utoipa::path(post, path = "/signups/{id}/presence", tag = "hours", params(("id" = schema::SignupId, Path)),
    request_body = PresenceInput, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The sign-up", body = SignupShape),
        (status = 409, description = "Nobody has written down yet who came, or the reason lacks")))]
pub async fn correct_presence(call: Call<Coordinator>) -> Answer {
    let id: SignupId = call.input.id()?;
    let input: PresenceInput = call.input.body()?;
    let signup = call
        .run(move |app, caller| hours::correct_presence(app, caller, &id, &input))
        .await?;
    ok(&SignupShape::of(&signup))
}
