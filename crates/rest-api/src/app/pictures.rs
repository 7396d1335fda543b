//! Pictures of plans that are stored.

use route_planning::{Plan, ProblemParts};
use vocabulary::{Day, PlanId};
use wording::{Language, Words};

use super::{
    App, AppError, Caller,
    draw::{self, For, Part, Sheet},
    plans, season_model,
};

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// The season, or a part of its chart.
    Season(Part),
    /// The routes of a day.
    Day(Day),
}

/// A picture of a plan that is ready. `NotFound` also for a day on which no bus is out.
pub fn of_plan(app: &App, caller: &Caller, id: &PlanId, picture: Picture, place: For) -> Result<String, AppError> {
    caller.coordinator()?;
    app.read(|db| {
        let row = storage::plans::get(db, id)?;
        let plan: Plan = plans::read_result(db, id)?.ok_or(AppError::NotFound)?;
        let parts: ProblemParts = storage::plans::problem(db, id)?.read()?;
        let season = season_model::load(db, &row.season_id)?.season;
        let sheet = Sheet {
            words: Words::of(Language::Polish),
            season: &season,
            parts: &parts,
            plan: &plan,
            place,
        };
        match picture {
            Picture::Season(part) => Ok(draw::chart(&sheet, part)),
            Picture::Day(day) if plan.tours.iter().any(|tour| tour.day == day) => Ok(draw::route(&sheet, day)),
            Picture::Day(_) => Err(AppError::NotFound),
        }
    })
}
