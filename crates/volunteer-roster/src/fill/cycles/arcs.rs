//! The arcs of the graph, priced when the search first comes to their node.

use super::{Arc, Cycles};
use crate::fill::{crew::Crew, dense::NONE};

/// Arcs kept of a node: the cheapest.
const ARCS: usize = 48;
/// Visits that a person may go to: the cheapest for them.
const REACH: usize = 80;
/// Newcomers that each place may take from the pool, besides nobody.
const NEWCOMERS: usize = 4;

impl Cycles {
    /// Whoever sits on the place may go to any other where they fit, or home.
    pub(super) fn arcs_of(&mut self, crew: &Crew<'_>, place: u32) {
        if self.fresh[place as usize] == self.sweep {
            return;
        }
        self.fresh[place as usize] = self.sweep;
        let dense = crew.dense;
        let person = crew.who[place as usize];
        let node = &mut self.arcs[place as usize];
        node.clear();
        if person == NONE {
            node.push(Arc {
                cost: 0,
                to: NONE,
                person: NONE,
            });
            return;
        }
        if let Some(cost) = crew.person_side(person as usize, place, NONE) {
            node.push(Arc {
                cost,
                to: NONE,
                person: NONE,
            });
        }
        for visit in dense.offered.get(person as usize).iter().take(REACH) {
            way_to(crew, node, place, person, *visit as usize);
        }
        if node.len() > ARCS {
            node.select_nth_unstable(ARCS);
            node.truncate(ARCS);
        }
        node.sort_unstable();
    }

    /// The arcs from the pool to a place.
    pub(super) fn newcomers(&mut self, crew: &Crew<'_>, place: u32) {
        let person = crew.who[place as usize];
        let pool = self.arcs.len() - 1;
        let arcs = &mut self.arcs[pool];
        if person != NONE
            && let Some(cost) = crew.visit_side(place as usize, person, NONE)
        {
            arcs.push(Arc {
                cost,
                to: place,
                person: NONE,
            });
        }
        let visit = crew.visit_at(place as usize);
        let first = arcs.len();
        for comer in crew.candidates(place as usize) {
            if crew.clashing(*comer as usize, visit) == 0
                && let Some(own) = crew.person_side(*comer as usize, NONE, place)
                && let Some(here) = crew.visit_side(place as usize, person, *comer)
            {
                arcs.push(Arc {
                    cost: own + here,
                    to: place,
                    person: *comer,
                });
            }
        }
        arcs[first..].sort_unstable();
        arcs.truncate(first + NEWCOMERS);
    }
}

/// The arcs from a place to those of one visit.
fn way_to(crew: &Crew<'_>, arcs: &mut Vec<Arc>, place: u32, person: u32, visit: usize) {
    let dense = crew.dense;
    if crew.seat(person as usize, visit) != NONE || crew.clashing(person as usize, visit) > 1 {
        return;
    }
    let mut side = (u8::MAX, None);
    for to in dense.places_of(visit) {
        let post = dense.places[to].post;
        if dense.places[to].pinned {
            continue;
        }
        if side.0 != post {
            side = (post, crew.person_side(person as usize, place, to as u32));
        }
        if let Some(own) = side.1
            && let Some(here) = crew.visit_side(to, crew.who[to], person)
        {
            arcs.push(Arc {
                cost: own + here,
                to: to as u32,
                person,
            });
        }
    }
}
