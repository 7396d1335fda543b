//! Socially useful work: the monthly sheet and the absences.

use actix_web::{HttpResponse, http::header};
use serde::Deserialize;
use utoipa::IntoParams;
use vocabulary::{Day, PersonId};

use super::{
    input::{Call, Coordinator, Input},
    output::{Answer, gone, ok},
};
use crate::{
    app::{
        error::Fault,
        psu::{self, AbsenceInput, SheetShape},
    },
    schema,
    web::problem::Problem,
};

/// Which month.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct MonthQuery {
    /// Year and month.
    #[param(example = "2027-07")]
    month: String,
}

fn month(input: &Input) -> Result<Day, Problem> {
    let MonthQuery { month } = input.query()?;
    let first = format!("{month}-01").parse();
    first.map_err(|_| Problem::malformed(vec![Fault::new("?month", "must be a year and a month: 2027-07")]))
}

/// Read the sheets of a month
///
/// Of everybody in socially useful work: days, weeks, pay by the rate of the day, absences, and where a limit was not kept.
#[utoipa::path(get, path = "/psu-sheets", tag = "hours", params(MonthQuery), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "One sheet a person, by name", body = Vec<SheetShape>)))]
pub async fn sheets(call: Call<Coordinator>) -> Answer {
    let month = month(&call.input)?;
    let sheets = call.run(move |app, caller| psu::sheets(app, caller, month)).await?;
    let shapes: Vec<_> = sheets.into_iter().map(SheetShape::from).collect();
    ok(&shapes)
}

/// Read the sheets of a month as a table
#[utoipa::path(get, path = "/psu-sheets.csv", tag = "hours", params(MonthQuery), security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv")))]
pub async fn table(call: Call<Coordinator>) -> Answer {
    let month = month(&call.input)?;
    let table = call
        .run(move |app, caller| psu::csv(&psu::sheets(app, caller, month)?))
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(table))
}

/// Note an absence
///
/// In place of what was noted for the same day.
#[utoipa::path(post, path = "/people/{id}/absences", tag = "hours", params(("id" = schema::PersonId, Path)),
    request_body = AbsenceInput, security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "It stands on the sheet"),
        (status = 409, description = "The person does no socially useful work")))]
pub async fn note_absence(call: Call<Coordinator>) -> Answer {
    let id: PersonId = call.input.id()?;
    let input: AbsenceInput = call.input.body()?;
    call.run(move |app, caller| psu::note_absence(app, caller, &id, &input))
        .await?;
    gone()
}

/// Take the note of an absence back
#[utoipa::path(delete, path = "/people/{id}/absences/{day}", tag = "hours",
    params(("id" = schema::PersonId, Path), ("day" = schema::Day, Path)), security(("bearer" = ["coordinator"])),
    responses((status = 204, description = "It is gone")))]
pub async fn remove_absence(call: Call<Coordinator>) -> Answer {
    let (id, day): (PersonId, Day) = (call.input.id()?, call.input.part("day")?);
    call.input.no_body()?;
    call.run(move |app, caller| psu::remove_absence(app, caller, &id, day))
        .await?;
    gone()
}
