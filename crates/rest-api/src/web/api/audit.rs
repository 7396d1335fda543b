//! Who did what to which thing.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use storage::{NumberedRecord, Paged};
use utoipa::{IntoParams, ToSchema};
use vocabulary::{PersonId, Timestamp};

use super::{
    input::{Call, Coordinator, PageQuery},
    output::{Answer, Listing, ok},
};
use crate::{
    app::{AppError, audit, error::Fault},
    schema,
    web::problem::Problem,
};

/// One line of the log.
#[derive(Serialize, ToSchema)]
pub struct AuditShape {
    /// Its place in the log.
    number: i64,
    #[schema(value_type = schema::Timestamp)]
    at: Timestamp,
    /// Who; null for the command line and for the software itself.
    #[schema(value_type = Option<schema::PersonId>)]
    actor: Option<PersonId>,
    /// What was done, as a fixed word.
    #[schema(example = "visit.cancel")]
    action: String,
    /// What kind of thing.
    #[schema(example = "visit")]
    thing: String,
    /// Which thing.
    thing_id: String,
    /// What is needed to understand it later.
    detail: Value,
}

impl AuditShape {
    fn of(NumberedRecord { number, record }: NumberedRecord) -> Result<Self, AppError> {
        Ok(Self {
            number,
            at: record.at,
            actor: record.actor,
            action: record.action,
            thing: record.thing,
            thing_id: record.thing_id,
            detail: record.detail.read()?,
        })
    }
}

/// Of which thing. Both or neither.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Its kind, e.g. `visit`.
    #[param(pattern = "^[a-z]+$", max_length = 40)]
    thing: Option<String>,
    /// Its id.
    #[param(pattern = "^[a-z]+_[0-9a-f]{32}$")]
    thing_id: Option<String>,
}

impl AuditQuery {
    fn thing(self) -> Result<Option<(String, String)>, Problem> {
        let plain =
            |text: &str| (1..=80).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        match (self.thing, self.thing_id) {
            (None, None) => Ok(None),
            (Some(thing), Some(id)) if plain(&thing) && plain(&id) => Ok(Some((thing, id))),
            _ => {
                let detail = "give thing and thing_id, or neither: a kind such as visit and an id such as vis_…";
                Err(Problem::malformed(vec![Fault::new("?thing", detail)]))
            }
        }
    }
}

/// Read the log
#[utoipa::path(get, path = "/audit", tag = "audit", params(AuditQuery, PageQuery),
    security(("bearer" = ["coordinator"])),
    responses((status = 200, description = "One portion, the newest first", body = Listing<AuditShape>)))]
pub async fn list(call: Call<Coordinator>) -> Answer {
    let page = call.input.page::<i64>()?;
    let of = call.input.query::<AuditQuery>()?.thing()?;
    let Paged { items, next } = call
        .run(move |app, caller| {
            let of = of.as_ref().map(|(thing, id)| (thing.as_str(), id.as_str()));
            audit::list(app, caller, of, &page)
        })
        .await?;
    let items = items.into_iter().map(AuditShape::of).collect::<Result<_, _>>()?;
    ok(&Listing { items, next })
}
