//! Published visits: listed, read, cancelled, moved, noted.

use serde::Deserialize;
use utoipa::IntoParams;
use vocabulary::{Day, StopId};

use super::{
    input::{Call, Coordinator, IdempotencyKey, IfMatch, PageQuery, Staff},
    output::{Answer, Listing, listing, versioned},
};
use crate::{
    app::{
        paging,
        visits::{
            self, Cancel, Move, Note, VisitShape,
            delays::{self, Delay},
        },
    },
    schema,
};

/// Which visits are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct VisitQuery {
    /// From this day on.
    #[param(value_type = Option<schema::Day>)]
    from: Option<Day>,
    /// Up to this day, included.
    #[param(value_type = Option<schema::Day>)]
    to: Option<Day>,
    /// Only at this stop.
    #[param(value_type = Option<schema::StopId>)]
    stop: Option<StopId>,
}

impl VisitQuery {
    fn wants(&self, visit: &storage::Visit) -> bool {
        self.from.is_none_or(|from| visit.day >= from)
            && self.to.is_none_or(|to| visit.day <= to)
            && self.stop.as_ref().is_none_or(|stop| visit.stop_id == *stop)
    }
}

/// List a season's visits
#[utoipa::path(get, path = "/seasons/{id}/visits", tag = "visits",
    params(("id" = schema::SeasonId, Path), VisitQuery, PageQuery),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "One portion by day and time, cancelled ones included",
        body = Listing<VisitShape>)))]
pub async fn list(call: Call<Staff>) -> Answer {
    let (season, page) = (call.input.id()?, call.input.page::<String>()?);
    let query: VisitQuery = call.input.query()?;
    let mut all = call.run(move |app, caller| visits::list(app, caller, &season)).await?;
    all.retain(|visit| query.wants(visit));
    let place = |visit: &storage::Visit| format!("{}~{}~{}", visit.day, visit.public_start, visit.id);
    listing(paging::cut(all, &page, place), |visit| VisitShape::of(&visit))
}

/// Read a visit
#[utoipa::path(get, path = "/visits/{id}", tag = "visits", params(("id" = schema::VisitId, Path)),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The visit", body = VisitShape)))]
pub async fn get(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    let visit = call.run(move |app, caller| visits::get(app, caller, &id)).await?;
    versioned(&VisitShape::of(&visit), visit.version)
}

/// Cancel a visit
///
/// It stays in every list and feed, marked. Its shifts are cancelled and their people let go. The public sees it at once.
#[utoipa::path(post, path = "/visits/{id}/cancel", tag = "visits", params(("id" = schema::VisitId, Path), IfMatch),
    request_body = Cancel, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The visit as it now is", body = VisitShape),
        (status = 409, description = "The visit is over")))]
pub async fn cancel(call: Call<Coordinator>) -> Answer {
    let (id, version, body) = (call.input.id()?, call.input.version()?, call.input.body::<Cancel>()?);
    let visit = call
        .run(move |app, caller| visits::cancel(app, caller, &id, version, &body))
        .await?;
    versioned(&VisitShape::of(&visit), visit.version)
}

/// Move a visit
///
/// To another day or hour; it keeps its length. A cancelled visit is thereby on again. Its people are asked to confirm anew.
/// Rules of the plan that the new time breaks are all told, and may be overridden with a reason.
#[utoipa::path(post, path = "/visits/{id}/move", tag = "visits", params(("id" = schema::VisitId, Path), IfMatch),
    request_body = Move, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The visit as it now is", body = VisitShape),
        (status = 409, description = "The visit is over, or rules of the plan say no")))]
pub async fn reschedule(call: Call<Coordinator>) -> Answer {
    let (id, version, body) = (call.input.id()?, call.input.version()?, call.input.body::<Move>()?);
    let visit = call
        .run(move |app, caller| visits::reschedule(app, caller, &id, version, &body))
        .await?;
    versioned(&VisitShape::of(&visit), visit.version)
}

/// Note something on a visit
///
/// A word to the public; an empty one takes the note away.
#[utoipa::path(post, path = "/visits/{id}/note", tag = "visits", params(("id" = schema::VisitId, Path), IfMatch),
    request_body = Note, security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "The visit as it now is", body = VisitShape)))]
pub async fn note(call: Call<Coordinator>) -> Answer {
    let (id, version, body) = (call.input.id()?, call.input.version()?, call.input.body::<Note>()?);
    let visit = call
        .run(move |app, caller| visits::note(app, caller, &id, version, &body))
        .await?;
    versioned(&VisitShape::of(&visit), visit.version)
}

/// Say that a visit is late
///
/// A visit of today that is neither over nor cancelled. The public sees it at once; it is gone when the visit is over. The last word wins, so no
/// `If-Match` is asked for.
#[utoipa::path(post, path = "/visits/{id}/delay", tag = "visits", params(("id" = schema::VisitId, Path), IdempotencyKey),
    request_body = Delay, security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The visit as it now is", body = VisitShape),
        (status = 409, description = "The visit is over, cancelled or not today")))]
pub async fn late(call: Call<Staff>) -> Answer {
    let (id, body) = (call.input.id()?, call.input.body::<Delay>()?);
    let visit = call
        .once(move |app, asked| delays::late(app, asked, &id, &body))
        .await?;
    versioned(&visit, visit.version)
}

/// Say that a visit is on time after all
#[utoipa::path(post, path = "/visits/{id}/on-time", tag = "visits", params(("id" = schema::VisitId, Path), IdempotencyKey),
    security(("bearer" = ["coordinator", "animator"])),
    responses((status = 200, description = "The visit as it now is", body = VisitShape),
        (status = 409, description = "The visit is over, cancelled or not today")))]
pub async fn on_time(call: Call<Staff>) -> Answer {
    let id = call.input.id()?;
    call.input.no_body()?;
    let visit = call.once(move |app, asked| delays::on_time(app, asked, &id)).await?;
    versioned(&visit, visit.version)
}
