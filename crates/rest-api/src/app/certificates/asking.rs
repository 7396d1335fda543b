//! Who asks for a certificate. Staff answers by issuing one: the paper is signed by hand.

use serde::{Deserialize, Serialize};
use storage::CertificateAsk;
use utoipa::ToSchema;
use vocabulary::{Day, PersonId, PersonKind, Timestamp};

use super::{IssueInput, Record};
use crate::{
    app::{App, AppError, Caller, audit, notices},
    schema,
};

/// Of which days somebody asks for a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskInput {
    /// The first day that counts.
    #[schema(value_type = schema::Day)]
    pub first: Day,
    /// The last.
    #[schema(value_type = schema::Day)]
    pub last: Day,
}

/// The caller asks for a certificate, in place of what they asked for before. Staff sees it and issues it: the paper is signed by hand.
pub fn ask(app: &App, caller: &Caller, input: &AskInput) -> Result<AskShape, AppError> {
    let wanted = IssueInput {
        first: input.first,
        last: input.last,
        name: None,
    };
    let faults = wanted.faults();
    if !faults.is_empty() {
        return Err(AppError::Invalid(faults));
    }
    let now = app.now();
    app.write(|db| {
        let _held = storage::people::hold(db, &caller.person)?;
        if storage::people::get(db, &caller.person)?.kind != PersonKind::Volunteer {
            return Err(AppError::refused(
                "not-a-volunteer",
                "certificates under art. 44 are for volunteers",
            ));
        }
        if Record::read(db, &caller.person, (input.first, input.last))?
            .0
            .is_empty()
        {
            return Err(AppError::refused(
                "nothing-attended",
                "no shift of these days was attended: there is nothing to certify",
            ));
        }
        let ask = CertificateAsk {
            person_id: caller.person.clone(),
            first_day: input.first,
            last_day: input.last,
            asked_at: now,
        };
        storage::certificates::ask(db, &ask)?;
        notices::certificate_asked(db, now, &caller.person)?;
        audit::note(
            db,
            now,
            Some(&caller.person),
            "certificate.ask",
            caller.person.as_str(),
            &(input.first, input.last),
        )?;
        Ok(AskShape::of(&ask))
    })
}

/// Everybody who asks for one, the oldest first.
pub fn asks(app: &App, caller: &Caller) -> Result<Vec<AskShape>, AppError> {
    caller.coordinator()?;
    app.read(|db| Ok(storage::certificates::asks(db)?.iter().map(AskShape::of).collect()))
}

/// Somebody who asks for a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AskShape {
    /// Who.
    #[schema(value_type = schema::PersonId)]
    pub person: PersonId,
    /// The first day.
    #[schema(value_type = schema::Day)]
    pub first: Day,
    /// The last.
    #[schema(value_type = schema::Day)]
    pub last: Day,
    /// When they asked.
    #[schema(value_type = schema::Timestamp)]
    pub asked_at: Timestamp,
}

impl AskShape {
    fn of(ask: &CertificateAsk) -> Self {
        Self {
            person: ask.person_id.clone(),
            first: ask.first_day,
            last: ask.last_day,
            asked_at: ask.asked_at,
        }
    }
}
