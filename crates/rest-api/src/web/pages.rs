//! Pages for people: handlers that fill the views of [`views`].

mod accounts;
pub mod barriers;
mod breaches;
pub mod certificates;
mod changes;
pub mod conditions;
pub mod coordinator;
pub mod covers;
pub mod crew_board;
mod declaration;
pub mod delays;
mod easy;
mod embed;
pub mod errors;
mod fairness;
pub mod follow;
pub mod forms;
mod frames;
pub mod hours;
pub mod limits;
pub mod links;
pub mod me;
pub mod messages;
pub mod people;
pub mod places;
pub mod plan_again;
pub mod plans;
mod print;
pub mod proposals;
pub mod psu_sheet;
pub mod public;
pub mod reasons;
pub mod shifts;
pub mod sign_in;
mod subscribe;
pub mod swaps;
pub mod today;
pub mod travel;
pub mod unsubscribe;
pub mod upload;
pub mod views;
pub mod visits;

use std::collections::BTreeMap;

use actix_web::web::ServiceConfig;
use storage::{StaffedShift, Visit};
use vocabulary::{CivilWindow, Day, Minutes, ShiftState};

use views::MissingCrew;

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(public::routes)
        .configure(changes::routes)
        .configure(declaration::routes)
        .configure(barriers::routes)
        .configure(places::routes)
        .configure(subscribe::routes)
        .configure(embed::routes)
        .configure(easy::routes)
        .configure(print::routes)
        .configure(sign_in::routes)
        .configure(today::routes)
        .configure(shifts::routes)
        .configure(swaps::routes)
        .configure(conditions::routes)
        .configure(covers::routes)
        .configure(delays::routes)
        .configure(crew_board::routes)
        .configure(coordinator::routes)
        .configure(hours::routes)
        .configure(certificates::routes)
        .configure(psu_sheet::routes)
        .configure(accounts::routes)
        .configure(limits::routes)
        .configure(links::routes)
        .configure(me::routes)
        .configure(people::routes)
        .configure(plans::routes)
        .configure(plan_again::routes)
        .configure(proposals::routes)
        .configure(travel::routes)
        .configure(messages::routes)
        .configure(unsubscribe::routes)
        .configure(follow::routes)
        .configure(visits::routes);
}

/// When a visit was to be before it moved; none if it did not, or is back where it was.
fn moved_from(visit: &Visit) -> Option<(Day, CivilWindow)> {
    let (day, start) = (visit.moved_from_day?, visit.moved_from_start?);
    let length = Minutes(visit.public_end.get().saturating_sub(visit.public_start.get()));
    let hours = CivilWindow::new(start, start.plus(length)?).ok()?;
    ((day, start) != (visit.day, visit.public_start)).then_some((day, hours))
}

/// The free places of a visit by role; a role may have several shifts.
fn missing(shifts: &[StaffedShift]) -> Vec<MissingCrew> {
    let mut free = BTreeMap::new();
    for shift in shifts.iter().map(|s| &s.shift).filter(|s| s.state == ShiftState::Open) {
        *free.entry(shift.role).or_insert(0) += shift.places.saturating_sub(shift.taken) as usize;
    }
    free.into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(role, count)| MissingCrew { role, count })
        .collect()
}
