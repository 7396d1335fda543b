//! Asking the people of a proposal: each place is offered by itself, as the rules then are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{PersonId, ProposalId, ProposalState, SignupId};

use super::{Outcome, Place, Stored, draft, note, save};
use crate::app::{
    App, AppError, Caller,
    crew_board::{self, Asking, AssignInput},
    error::Reason,
    notices,
};

/// How offering went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Offering {
    /// Places that are held for somebody who was asked.
    pub offered: u32,
    /// Places against which something stood by then.
    pub refused: u32,
    /// People who were asked.
    pub people: u32,
}

/// Asks everybody of a proposal for their places, and writes one message to each.
///
/// Each place is a transaction of its own: what came of it is written down with it, so that pressing again after a broken connection goes
/// on where it ended. Nobody is put on a shift: the place is held until the person answers or the time for it is over.
pub fn offer(app: &App, caller: &Caller, id: &ProposalId) -> Result<Offering, AppError> {
    caller.coordinator()?;
    loop {
        let asked_one = app.write(|db| {
            let stored = draft(db, id)?;
            match stored.proposal.places.iter().position(|place| place.outcome.is_none()) {
                None => Ok(false),
                Some(next) => offer_one(db, app, caller, stored, next).map(|()| true),
            }
        })?;
        if !asked_one {
            break;
        }
    }
    app.write(|db| {
        let mut stored = draft(db, id)?;
        let now = app.now();
        let by_person = offered(&stored.proposal.places);
        for (person, signups) in &by_person {
            notices::proposed(db, now, id, person, signups)?;
        }
        stored.row.state = ProposalState::Offered;
        stored.row.ended_at = Some(now);
        save(db, &mut stored)?;
        note(db, app, caller, "crew.offer", &stored.row)?;
        let offered: usize = by_person.values().map(Vec::len).sum();
        Ok(Offering {
            offered: offered as u32,
            refused: (stored.proposal.places.len() - offered) as u32,
            people: by_person.len() as u32,
        })
    })
}

fn offer_one(
    db: &mut storage::Db,
    app: &App,
    caller: &Caller,
    mut stored: Stored,
    next: usize,
) -> Result<(), AppError> {
    let Some(place) = stored.proposal.places.get_mut(next) else {
        return Ok(());
    };
    let input = AssignInput {
        person: place.person.clone(),
        agreed: false,
        overrides: Vec::new(),
    };
    let outcome = match crew_board::put_on(db, app, caller, &place.shift, &input, Asking::Proposed) {
        Ok(signup) => Outcome::Offered { signup: signup.id },
        Err(AppError::Refused { reasons, .. }) => Outcome::Refused { codes: codes(&reasons) },
        // The account was switched off or erased, or the shift is gone.
        Err(AppError::NotFound) => Outcome::Refused {
            codes: vec!["not-found".to_owned()],
        },
        Err(other) => return Err(other),
    };
    place.outcome = Some(outcome);
    save(db, &mut stored)
}

fn codes(reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|reason| reason.code.to_owned()).collect()
}

fn offered(places: &[Place]) -> BTreeMap<PersonId, Vec<SignupId>> {
    let mut by_person: BTreeMap<PersonId, Vec<SignupId>> = BTreeMap::new();
    for place in places {
        if let Some(Outcome::Offered { signup }) = &place.outcome {
            by_person.entry(place.person.clone()).or_default().push(signup.clone());
        }
    }
    by_person
}
