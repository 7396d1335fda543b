//! What a shift asks of whoever takes it beside its role: from when on, and with which papers. The season says it for all shifts and for a
//! kind of visit; a coordinator may say otherwise, or more, for one.

use serde::{Deserialize, Serialize};
use storage::{Db, Json, Shift};
use utoipa::ToSchema;
use vocabulary::{Qualification, ShiftId, Timestamp};

use super::{App, AppError, Caller, audit, crew, facts::SeasonFacts, waiting};
use crate::schema;

/// What a coordinator says for one shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsInput {
    /// From when on people may sign up; null: as the season says. An instant that is past opens the shift at once.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub opens_at: Option<Timestamp>,
    /// What one must be qualified for beside what the season asks of the role; each once.
    #[serde(default)]
    #[schema(value_type = Vec<schema::Qualification>)]
    pub qualifications: Vec<Qualification>,
}

/// What holds for a shift, and whose word it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Conditions {
    /// From when on people may sign up; null: from the publication on.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub opens_at: Option<Timestamp>,
    /// The shift's own opening; null: the season's holds.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub own_opens_at: Option<Timestamp>,
    /// The season's opening for this shift.
    #[schema(value_type = Option<schema::Timestamp>)]
    pub season_opens_at: Option<Timestamp>,
    /// What the season asks of the role on visits of this kind.
    #[schema(value_type = Vec<schema::Qualification>)]
    pub season_qualifications: Vec<Qualification>,
    /// What this shift asks for beside.
    #[schema(value_type = Vec<schema::Qualification>)]
    pub own_qualifications: Vec<Qualification>,
}

/// Reads them.
pub fn get(app: &App, caller: &Caller, id: &ShiftId) -> Result<Conditions, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let shift = storage::shifts::get(db, id)?;
        read(db, &shift)
    })
}

/// Those of a shift that was read already.
pub fn read(db: &mut Db, shift: &Shift) -> Result<Conditions, AppError> {
    let visit = storage::visits::get(db, &shift.visit_id)?;
    let season = SeasonFacts::read(db, &visit.season_id)?;
    let season_opens_at = crew::signups_open(&season.settings, shift.crew_day)?;
    Ok(Conditions {
        opens_at: shift.opens_at.or(season_opens_at),
        own_opens_at: shift.opens_at,
        season_opens_at,
        season_qualifications: crew::qualifications(&season.settings, &visit, shift.role).to_vec(),
        own_qualifications: shift.qualifications.read()?,
    })
}

/// Sets them. Nobody is taken off the shift; of those who wait, whoever may now come is asked.
pub fn set(app: &App, caller: &Caller, id: &ShiftId, input: &ConditionsInput) -> Result<Conditions, AppError> {
    caller.coordinator()?;
    let now = app.now();
    let mut qualifications = input.qualifications.clone();
    qualifications.sort_unstable();
    qualifications.dedup();
    app.write(|db| {
        let was = storage::shifts::hold(db, id)?;
        let next = Shift {
            opens_at: input.opens_at,
            qualifications: Json::of(&qualifications)?,
            ..was.clone()
        };
        if next != was {
            crew::saved(storage::shifts::save(db, &next)?)?;
            audit::note(db, now, Some(&caller.person), "shift.conditions", id.as_str(), input)?;
            waiting::promote(db, id, now)?;
        }
        read(db, &next)
    })
}
