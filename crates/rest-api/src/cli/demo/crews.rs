//! The demo's people take shifts, so that day sheets have names and gaps. By the same use case as everybody, with every
//! rule; whom a rule refuses does not come.

use storage::Shift;
use vocabulary::{CrewRole, VisitId};
use volunteer_roster::Wish;

use crate::{
    app::{
        App, AppError, Caller,
        demo::{ACCOUNTS, Account},
        fresh, signups,
    },
    cli::failure::Failure,
};

/// Fills most places: leaders and drivers nearly always, helpers often. What stays free makes the demo worth trying.
pub(super) fn sign_up(app: &App) -> Result<(), Failure> {
    let callers = callers(app)?;
    let today = app.today();
    let open = app.read(|db| Ok(storage::shifts::open_from(db, today)?))?;
    let mut visits: Vec<&VisitId> = Vec::new();
    for found in &open {
        if visits.last() != Some(&&found.visit.id) {
            visits.push(&found.visit.id);
        }
        let turn = visits.len();
        let wanted = wanted(&found.shift, turn);
        let mut taken = 0;
        // Whose turn it is first goes round.
        let round = (0..callers.len()).map(|i| &callers[(i + turn) % callers.len()]);
        for (account, caller) in round.filter(|(account, _)| account.crew_roles.contains(&found.shift.role)) {
            if taken == wanted {
                break;
            }
            match signups::sign_up(app, caller, &found.shift.id, Wish::Place) {
                Ok(_) => taken += 1,
                Err(AppError::Refused { .. }) => {}
                Err(other) => {
                    return Err(Failure::failed(format!(
                        "{} could not be signed up: {other}",
                        account.email
                    )));
                }
            }
        }
    }
    Ok(())
}

fn callers(app: &App) -> Result<Vec<(Account, Caller)>, Failure> {
    let caller = |account: Account| {
        let person = app.read(|db| Ok(storage::people::by_email(db, account.email)?))?;
        let caller = Caller {
            person: person.id,
            name: person.name,
            role: person.role,
            family: fresh::id(vocabulary::TokenId::from_uuid),
            awaits_approval: false,
        };
        Ok((account, caller))
    };
    ACCOUNTS.into_iter().map(caller).collect()
}

/// How many of a shift's places are to be taken on the visit with this number.
fn wanted(shift: &Shift, turn: usize) -> u32 {
    let gap = match shift.role {
        CrewRole::Leader | CrewRole::Driver => turn % 9 == 8,
        CrewRole::FirstAider => turn % 3 == 2,
        CrewRole::Helper => turn % 2 == usize::from(is_for_minors(shift)),
    };
    shift.places.saturating_sub(u32::from(gap))
}

fn is_for_minors(shift: &Shift) -> bool {
    shift.minimum_age.is_some_and(|age| age < 18)
}
