//! What somebody sees of swaps: those that wait for their answer, their own, and those that are for anybody.

use storage::{Db, Shift, Swap, Visit};
use vocabulary::{ShiftId, SignupId, SwapState, Timestamp};
use volunteer_roster::{self as roster, SwapRefusals};

use super::{
    audit,
    case::{self, SwapCase},
    notices, stepped,
};
use crate::app::{
    App, AppError, Caller,
    signups::{self, Place},
};

/// A shift in a swap.
#[derive(Debug, Clone)]
pub struct Part {
    /// The shift.
    pub shift: Shift,
    /// Its visit.
    pub visit: Visit,
    /// Where.
    pub place: Place,
}

/// A swap that waits for somebody.
#[derive(Debug, Clone)]
pub struct SwapView {
    /// The swap.
    pub swap: Swap,
    /// Who gives, as volunteers are told of each other.
    pub giver: String,
    /// Who takes; none while it is for anybody.
    pub taker: Option<String>,
    /// What is given.
    pub given: Part,
    /// What is wanted for it.
    pub back: Option<Part>,
}

/// What concerns one person.
#[derive(Debug, Clone, Default)]
pub struct Mine {
    /// Proposed to them: they are to answer.
    pub to_answer: Vec<SwapView>,
    /// For anybody who may, and they may.
    pub for_anybody: Vec<SwapView>,
    /// What they proposed, or said yes to and staff is to decide.
    pub waiting: Vec<SwapView>,
}

/// The caller's swaps that still stand.
pub fn mine(app: &App, caller: &Caller) -> Result<Mine, AppError> {
    let now = app.now();
    let me = &caller.person;
    app.read(|db| {
        let mut mine = Mine::default();
        for swap in storage::swaps::open(db)? {
            let given = swap.giver == *me;
            let asked = swap.taker.as_ref() == Some(me);
            let open = swap.taker.is_none() && !given;
            if !(given || asked || open) || !case::stands(db, &swap, now)? {
                continue;
            }
            if open {
                let case = SwapCase::read(db, &swap, me)?;
                if roster::decide_proposal(&case.ask(now)).is_err() {
                    continue;
                }
            }
            let list = match (open, asked && swap.state == SwapState::Proposed) {
                (true, _) => &mut mine.for_anybody,
                (false, true) => &mut mine.to_answer,
                (false, false) => &mut mine.waiting,
            };
            list.push(view(db, swap)?);
        }
        Ok(mine)
    })
}

/// A swap to which both have said yes and which a rule makes staff's to decide.
#[derive(Debug, Clone)]
pub struct Awaiting {
    /// The swap, with the whole names.
    pub view: SwapView,
    /// Every reason that stands against it, by side.
    pub refusals: SwapRefusals,
}

/// The swaps of a shift that wait for staff.
pub fn awaiting_staff(app: &App, caller: &Caller, shift: &ShiftId) -> Result<Vec<Awaiting>, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let mut awaiting = Vec::new();
        for swap in storage::swaps::open(db)? {
            let Some(taker) = swap.taker.clone().filter(|_| swap.state == SwapState::Accepted) else {
                continue;
            };
            if !case::stands(db, &swap, now)? {
                continue;
            }
            let case = SwapCase::read(db, &swap, &taker)?;
            let refusals = roster::decide_swap_approval(&case.swap, &case.ask(now), &[]).err();
            let mut view = view(db, swap)?;
            let of_shift = |part: &Part| part.shift.id == *shift;
            if !of_shift(&view.given) && !view.back.as_ref().is_some_and(of_shift) {
                continue;
            }
            view.giver = storage::people::get(db, &view.swap.giver)?.name;
            view.taker = Some(storage::people::get(db, &taker)?.name);
            awaiting.push(Awaiting {
                view,
                refusals: refusals.unwrap_or_default(),
            });
        }
        Ok(awaiting)
    })
}

/// The shifts with a swap that waits for staff.
pub fn shifts_awaiting(app: &App, caller: &Caller) -> Result<Vec<Part>, AppError> {
    caller.coordinator()?;
    let now = app.now();
    app.read(|db| {
        let mut found = Vec::new();
        for swap in storage::swaps::open(db)? {
            if swap.state == SwapState::Accepted && case::stands(db, &swap, now)? {
                found.push(part(db, &swap.given)?);
            }
        }
        Ok(found)
    })
}

fn view(db: &mut Db, swap: Swap) -> Result<SwapView, AppError> {
    let name = |db: &mut Db, id| -> Result<String, AppError> { Ok(short(&storage::people::get(db, id)?.name)) };
    Ok(SwapView {
        giver: name(db, &swap.giver)?,
        taker: swap.taker.as_ref().map(|id| name(db, id)).transpose()?,
        given: part(db, &swap.given)?,
        back: swap.back.as_ref().map(|id| part(db, id)).transpose()?,
        swap,
    })
}

/// The shift of a sign-up.
pub(super) fn part(db: &mut Db, signup: &SignupId) -> Result<Part, AppError> {
    let signup = storage::signups::get(db, signup)?;
    let shift = storage::shifts::get(db, &signup.shift_id)?;
    let visit = storage::visits::get(db, &shift.visit_id)?;
    Ok(Part {
        place: signups::places(db)?.remove(&visit.stop_id).unwrap_or_default(),
        shift,
        visit,
    })
}

/// The first name and the first letter of the last: what volunteers learn of each other.
pub(in crate::app) fn short(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.last().and_then(|last| last.chars().next()) {
        Some(letter) => format!("{first} {letter}."),
        None => first.to_owned(),
    }
}

/// Ends a swap that stands no more, and tells those who wait. Whether it did.
pub(super) fn lapse(db: &mut Db, swap: &Swap, now: Timestamp) -> Result<bool, AppError> {
    let waits = matches!(swap.state, SwapState::Proposed | SwapState::Accepted);
    if !waits || case::stands(db, swap, now)? {
        return Ok(false);
    }
    let was = swap.state;
    let swap = stepped(db, swap.clone(), SwapState::Cancelled, None, now)?;
    audit::note(db, now, None, "swap.lapse", swap.id.as_str(), &())?;
    let taker = swap.taker.iter().filter(|_| was == SwapState::Accepted);
    for person in std::iter::once(&swap.giver).chain(taker) {
        notices::swap_ended(db, now, &swap, person)?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn volunteers_learn_little_of_each_other() {
        for (name, told) in [
            ("Zofia Kowalska", "Zofia K."),
            ("Anna Maria Żak", "Anna Ż."),
            ("Adam", "Adam"),
            ("", ""),
        ] {
            assert_eq!(short(name), told);
        }
    }
}
