//! Chains in which one visit changes on two places at once. They are drawn rarely and priced by counting each visit whole.

use rand_pcg::Pcg64Mcg;

use super::{Chain, below, clashing_place, pick, pick_early};
use crate::fill::{crew::Crew, dense::NONE};

/// On two places of one visit others come, from another visit or from home, or nobody: some come only together, like minors
/// and staff. Or one comes, and who sat there steps aside to another post.
pub(super) fn two_at_once(crew: &Crew<'_>, rng: &mut Pcg64Mcg, first: u32) -> Option<Chain> {
    let dense = crew.dense;
    let visit = crew.visit_at(first as usize);
    let all = dense.places_of(visit);
    let second = (all.start + below(rng, all.len())) as u32;
    if second == first || dense.places[second as usize].pinned {
        return None;
    }
    let mut chain = Chain::EMPTY;
    let sitting = crew.who[first as usize];
    if sitting != NONE && below(rng, 2) == 0 {
        chain.come(crew, rng, first)?;
        chain.step_aside(crew, first, second)?;
        return Some(chain);
    }
    for place in [first, second] {
        chain.come(crew, rng, place)?;
        chain.person(crew, crew.who[place as usize], place, NONE)?;
    }
    let [a, b] = [first, second].map(|place| chain.comer(place));
    if a == b && a != NONE {
        return None;
    }
    chain.count_visits(crew)?;
    Some(chain)
}

/// The place that somebody leaves to come on a visit that they are not on, or [`NONE`] if they come from home.
fn left_for(crew: &Crew<'_>, rng: &mut Pcg64Mcg, person: u32, visit: usize) -> Option<u32> {
    if crew.seat(person as usize, visit) != NONE {
        return None;
    }
    match crew.clashing(person as usize, visit) {
        0 if below(rng, 2) == 0 => Some(NONE),
        0 => Some(pick(rng, &crew.held[person as usize]).unwrap_or(NONE)),
        1 => clashing_place(crew, person, visit),
        _ => None,
    }
}

impl Chain {
    pub(super) fn then(&mut self, place: u32, into: u32) {
        self.changes[self.length] = (place, into);
        self.length += 1;
    }

    /// Somebody who is not on the visit, or nobody, comes on the place.
    fn come(&mut self, crew: &Crew<'_>, rng: &mut Pcg64Mcg, place: u32) -> Option<()> {
        let mut into = NONE;
        if below(rng, 4) > 0 {
            into = pick_early(rng, crew.candidates(place as usize))?;
            let left = left_for(crew, rng, into, crew.visit_at(place as usize))?;
            self.person(crew, into, left, place)?;
            if left != NONE {
                self.then(left, NONE);
            }
        }
        self.then(place, into);
        Some(())
    }

    /// Who sat on the first place takes the second, of the same visit; who sat there goes home.
    fn step_aside(&mut self, crew: &Crew<'_>, first: u32, second: u32) -> Option<()> {
        let (from, to) = (crew.dense.places[first as usize], crew.dense.places[second as usize]);
        let sitting = crew.who[first as usize];
        self.cost += crew.change_of_post(sitting, from.visit as usize, from.post, to.post)?;
        self.person(crew, crew.who[second as usize], second, NONE)?;
        self.then(second, sitting);
        self.count_visits(crew)
    }

    fn comer(&self, place: u32) -> u32 {
        let found = self.changes[..self.length].iter().find(|(p, _)| *p == place);
        found.map_or(NONE, |(_, into)| *into)
    }

    /// Adds the sides of all visits, of which each may be named more than once.
    pub(super) fn count_visits(&mut self, crew: &Crew<'_>) -> Option<()> {
        let visit = |at: usize, chain: &Self| crew.visit_at(chain.changes[at].0 as usize);
        for at in 0..self.length {
            let here = visit(at, self);
            if (0..at).any(|before| visit(before, self) == here) {
                continue;
            }
            let mut after = crew.tallies[here];
            for later in (at..self.length).filter(|later| visit(*later, self) == here) {
                let (place, into) = self.changes[later];
                let post = crew.dense.places[place as usize].post;
                for (person, by) in [(crew.who[place as usize], -1), (into, 1)] {
                    if person != NONE {
                        after.count(crew.dense, person as usize, post, by);
                    }
                }
            }
            self.cost += crew.whole_visit_side(here, &after)?;
        }
        Some(())
    }
}
