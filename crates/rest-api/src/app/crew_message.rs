//! A message from staff to everybody who holds a place on a shift, or on all shifts of a visit.

use serde::{Deserialize, Serialize};
use storage::{Db, Signup};
use utoipa::ToSchema;
use vocabulary::{MessageId, PersonId, ShiftId, SignupState, VisitId};

use super::{
    App, AppError, audit, fresh,
    idempotency::Asked,
    notices::{self, ShiftNotice},
    text::{Lines, has_controls},
};

/// The longest message, in characters.
pub const LONGEST: usize = 2_000;

/// To whom staff writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Crew {
    /// Everybody on a shift.
    Shift(ShiftId),
    /// Everybody on a visit.
    Visit(VisitId),
}

/// What staff writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CrewMessageInput {
    /// Plain text, from 1 to 2000 characters.
    #[schema(max_length = 2000)]
    pub text: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CrewMessageSent {
    /// To so many people a message was written.
    pub people: usize,
}

/// Writes to a crew. The log keeps that it was done, and not the text.
pub fn send(app: &App, asked: Asked<'_>, crew: &Crew, input: &CrewMessageInput) -> Result<CrewMessageSent, AppError> {
    asked.caller.coordinator()?;
    let text = input.text.replace("\r\n", "\n").trim().to_owned();
    if !(1..=LONGEST).contains(&text.chars().count()) || has_controls(&text, Lines::Several) {
        let said = format!("write from 1 to {LONGEST} characters of plain text");
        return Err(AppError::invalid("/text", said));
    }
    let now = app.now();
    app.write(|db| {
        asked.once(db, now, |db| {
            let members = members(db, crew)?;
            let press = fresh::id(MessageId::from_uuid);
            for (person, shift) in &members {
                let notice = ShiftNotice::Crew {
                    shift: shift.clone(),
                    text: text.clone(),
                };
                notices::crew(db, now, &press, person, notice)?;
            }
            let (action, thing) = match crew {
                Crew::Shift(id) => ("shift.message", id.as_str()),
                Crew::Visit(id) => ("visit.message", id.as_str()),
            };
            audit::note(db, now, Some(&asked.caller.person), action, thing, &members.len())?;
            Ok(CrewMessageSent { people: members.len() })
        })
    })
}

/// Everybody who is expected, each once with a shift of theirs.
fn members(db: &mut Db, crew: &Crew) -> Result<Vec<(PersonId, ShiftId)>, AppError> {
    let shifts = match crew {
        Crew::Shift(id) => vec![storage::shifts::get(db, id)?],
        Crew::Visit(id) => {
            storage::visits::get(db, id)?;
            storage::shifts::of_visit(db, id)?
        }
    };
    let mut members: Vec<(PersonId, ShiftId)> = Vec::new();
    for shift in shifts {
        for signup in storage::signups::of_shift(db, &shift.id)? {
            if is_expected(&signup) && !members.iter().any(|(person, _)| *person == signup.person_id) {
                members.push((signup.person_id, shift.id.clone()));
            }
        }
    }
    Ok(members)
}

fn is_expected(signup: &Signup) -> bool {
    signup.state != SignupState::NoShow
}
