//! The demo's people take shifts, so that day sheets have names and gaps. By the same use case as everybody, with every
//! rule; whom a rule refuses does not come.

use storage::Shift;
use vocabulary::{AccountRole, CrewRole, PersonKind, SignupState, VisitId};
use volunteer_roster::Wish;

use crate::{
    app::{
        App, AppError, Caller,
        crew_board::{self, Deed},
        demo::{ACCOUNTS, Account},
        fresh, signups,
    },
    cli::failure::Failure,
};

/// After so many first shifts, and among as many, somebody in socially useful work looks for free places: in the first days of July.
const FIRST_SHIFTS: usize = 14;
/// So many of them they take.
const SHIFTS_OF_PSU: usize = 3;

/// Fills most places: leaders and drivers nearly always, helpers often. What stays free makes the demo worth trying.
pub(super) fn sign_up(app: &App) -> Result<(), Failure> {
    let (callers, others): (Vec<_>, Vec<_>) = callers(app)?
        .into_iter()
        .partition(|(account, _)| account.kind != PersonKind::Psu);
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
    for (account, caller) in &others {
        socially_useful(app, caller, &open, account)?;
    }
    Ok(())
}

/// Somebody in socially useful work takes what is left of the first days.
fn socially_useful(
    app: &App,
    caller: &Caller,
    open: &[storage::ShiftOfVisit],
    account: &Account,
) -> Result<(), Failure> {
    let fitting = open
        .iter()
        .filter(|found| account.crew_roles.contains(&found.shift.role));
    let mut taken = 0;
    for found in fitting.skip(FIRST_SHIFTS).take(FIRST_SHIFTS) {
        if taken == SHIFTS_OF_PSU {
            break;
        }
        match signups::sign_up(app, caller, &found.shift.id, Wish::Place) {
            Ok(_) => taken += 1,
            Err(AppError::Refused { .. }) => {}
            Err(other) => return Err(Failure::failed(format!("{}: {other}", account.email))),
        }
    }
    Ok(())
}

/// Writes down who came on the days that the demo pretends are over, so that there are hours: nearly everybody.
pub(super) fn write_down(app: &App) -> Result<(), Failure> {
    let staff = callers(app)?
        .into_iter()
        .find(|(account, _)| account.role == AccountRole::Coordinator);
    let Some((_, coordinator)) = staff else {
        return Ok(());
    };
    let yesterday = app.today().plus_days(-1);
    let past = app.read(|db| Ok(storage::signups::up_to(db, yesterday, &[SignupState::Confirmed])?))?;
    for (number, signup) in past.iter().enumerate() {
        let deed = match number % 9 {
            4 => Deed::MissShift,
            _ => Deed::Attend,
        };
        crew_board::deed(app, &coordinator, &signup.id, deed)?;
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
            language: wording::Language::Polish,
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
