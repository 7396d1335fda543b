//! The steps of the search, one file each.
//!
//! - `ruin`: which visits to take out together before they are put back.
//! - `recreate`: puts them back, one stop after the other.
//! - `make_room`: gives a stop the days it would like best, and sends away who stands there.
//! - `exchange`: visits and whole tours change their days among each other; `assignment` says how.
//! - `local`: moves of single visits, made until none helps.
//! - `change_days`: take a stop out of all its days and put it back on the best day set. Moving one visit, adding one and dropping
//!   one are special cases of it, so they have no move of their own.
//! - `reorder`: another order inside one tour.

mod assignment;
pub(crate) mod change_days;
mod exchange;
mod local;
mod make_room;
mod recreate;
pub(crate) mod reorder;
mod ruin;
#[cfg(test)]
mod tests;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use crate::{Problem, solution::Solution, workshop::Workshop};
use exchange::Exchange;
use local::Local;
use ruin::{Ruin, Ruined};

/// One step of the search, of whichever kind, and the memory of all kinds.
pub(crate) struct Moves {
    ruin: Ruin,
    local: Local,
    exchange: Exchange,
    /// Stops that the present step moves.
    ruined: Vec<Ruined>,
    changed: Vec<usize>,
    /// How many of [`STEPS`] steps are about days alone.
    about_days: u32,
}

const STEPS: u32 = 64;
/// Of the steps about days one in so many makes room; the others exchange.
const MAKE_ROOM: u32 = 5;

impl Moves {
    /// `first` is a plan of the season, `stiff`: no tour may go over its limits even for a while, so who wants a day must send somebody away.
    ///
    /// Where a tour holds two visits, the season is a puzzle of days, and three steps of four are about days alone; where it holds
    /// many, it is one of ways. Where tours may go over their limits, `local` and `recreate` use that, and such steps find no more.
    pub(crate) fn new(problem: &Problem, first: &Solution, stiff: bool) -> Self {
        let ruin = Ruin::new(problem);
        let driven = || first.routes.iter().filter(|route| !route.jobs.is_empty());
        let (tours, visits) = (driven().count(), driven().map(|route| route.jobs.len()).sum::<usize>());
        // Three steps of four for two visits a tour, and less by the square.
        let steps = STEPS as usize;
        let share = (steps * 3 / 4).min(3 * steps * tours * tours / (visits * visits).max(1));
        let about_days = if stiff { share as u32 } else { 0 };
        let exchange = Exchange::new(problem);
        // An exchange does for many visits at once what the local search tries for two.
        let across_days = !mostly(about_days) || !exchange.is_of_use();
        Self {
            local: Local::new(problem, &ruin.near, across_days),
            exchange,
            ruin,
            ruined: Vec::new(),
            changed: Vec::new(),
            about_days,
        }
    }

    /// Whether most steps are about days alone.
    pub(crate) fn are_about_days(&self) -> bool {
        mostly(self.about_days)
    }

    /// Makes one step.
    pub(crate) fn step(&mut self, workshop: &mut Workshop<'_>, solution: &mut Solution, rng: &mut Pcg64Mcg) {
        let about_days = self.about_days > 0 && rng.random_range(0..STEPS) < self.about_days;
        if about_days && self.exchange.is_of_use() && rng.random_range(0..MAKE_ROOM) > 0 {
            self.exchange.exchange(workshop, solution, rng);
            self.local.note_changed(workshop.journal.changed_routes());
            return;
        }
        if about_days {
            let stop = one_that_pays(workshop.problem, solution, rng).unwrap_or_else(|| self.ruin.any(rng));
            make_room::make_room(workshop, solution, stop, &mut self.ruined, rng);
        } else {
            self.ruin.ruin(workshop, solution, &mut self.ruined, rng);
            recreate::recreate(workshop, solution, &mut self.ruined, rng);
        }
        self.changed.clear();
        self.changed.extend(workshop.journal.changed_routes());
        let stops = self.ruined.iter().map(|one| one.stop);
        self.local.improve_from(workshop, solution, stops, &self.changed, rng);
    }

    /// Everything may have changed.
    pub(crate) fn forget(&mut self) {
        self.local.forget();
    }
}

/// Every other time a stop that pays for its days: one of its visits is off its weekday, say. When most of a plan is good, these few are
/// what is left to mend.
fn one_that_pays(problem: &Problem, solution: &Solution, rng: &mut Pcg64Mcg) -> Option<usize> {
    let pays = |stop: &usize| solution.own_cost(*stop).comfort > 0;
    let all: Vec<usize> = match rng.random_range(0..2u32) {
        0 => problem.asking().map(|(stop, _)| stop).filter(pays).collect(),
        _ => Vec::new(),
    };
    all.get(rng.random_range(0..all.len().max(1) as u32) as usize).copied()
}

/// Whether so many of [`STEPS`] are most of them.
fn mostly(steps: u32) -> bool {
    steps >= STEPS / 2
}
