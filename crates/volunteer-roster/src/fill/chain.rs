//! The moves of the search: chains of people who follow one another.
//!
//! Somebody takes a place; who sat there goes, or takes the place that the first one left; or a third one follows. So a chain covers
//! filling a place, replacing, moving to another visit, exchanging, and pushing on. No person and no visit is named twice in
//! a chain, so its price is the sum of its sides (see `delta.rs`); only changes of two places of one visit (here and in
//! `chain/together.rs`) are counted apart.

mod together;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::{crew::Crew, dense::NONE};
use together::two_at_once;

/// The longest chain.
const LONGEST: usize = 4;

/// A change that was priced but not made: places, and who sits there after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    changes: [(u32, u32); LONGEST],
    length: usize,
    cost: i64,
}

impl Chain {
    pub(super) const EMPTY: Self = Self {
        changes: [(NONE, NONE); LONGEST],
        length: 0,
        cost: 0,
    };

    /// What the proposal costs more after it.
    pub(super) const fn cost(&self) -> i64 {
        self.cost
    }

    /// A change of one place whose new person leaves no other.
    pub(super) fn single(crew: &Crew<'_>, place: usize, into: u32) -> Option<Self> {
        let out = crew.who[place];
        let mut chain = Self::EMPTY;
        chain.person(crew, into, NONE, place as u32)?;
        chain.person(crew, out, place as u32, NONE)?;
        chain.sit(crew, place as u32, into)?;
        Some(chain)
    }

    /// The person's side, if there is a person.
    #[inline]
    fn person(&mut self, crew: &Crew<'_>, person: u32, out: u32, into: u32) -> Option<()> {
        if person != NONE {
            self.cost += crew.person_side(person as usize, out, into)?;
        }
        Some(())
    }

    /// The visit's side.
    #[inline]
    fn sit(&mut self, crew: &Crew<'_>, place: u32, into: u32) -> Option<()> {
        self.cost += crew.visit_side(place as usize, crew.who[place as usize], into)?;
        self.changes[self.length] = (place, into);
        self.length += 1;
        Some(())
    }

    /// Makes the change.
    pub(super) fn apply(&self, crew: &mut Crew<'_>) {
        let changes = &self.changes[..self.length];
        for (place, _) in changes {
            if crew.who[*place as usize] != NONE {
                crew.take(*place as usize);
            }
        }
        for (place, person) in changes {
            if *person != NONE {
                crew.put(*place as usize, *person as usize);
            }
        }
    }
}

/// Uniform below `n`, which is not 0.
#[inline]
pub(super) fn below(rng: &mut Pcg64Mcg, n: usize) -> usize {
    ((u64::from(rng.random::<u32>()) * n as u64) >> 32) as usize
}

#[inline]
fn pick(rng: &mut Pcg64Mcg, list: &[u32]) -> Option<u32> {
    if list.is_empty() {
        None
    } else {
        Some(list[below(rng, list.len())])
    }
}

/// One of the list, the earlier the likelier.
#[inline]
fn pick_early(rng: &mut Pcg64Mcg, list: &[u32]) -> Option<u32> {
    let (a, b) = (rng.random::<u32>(), rng.random::<u32>());
    let low = a.min(b).min(rng.random::<u32>());
    list.get(((u64::from(low) * list.len() as u64) >> 32) as usize).copied()
}

/// A chain drawn at random that begins at one of the places and that the rules allow; `None` if the draw was none.
#[inline]
pub(super) fn draw(crew: &Crew<'_>, places: &[u32], rng: &mut Pcg64Mcg) -> Option<Chain> {
    let first = pick(rng, places)?;
    let sitting = crew.who[first as usize];
    let dice = rng.random::<u32>();
    if sitting != NONE && dice & 63 == 0 {
        return Chain::single(crew, first as usize, NONE);
    }
    if dice >> 26 == 0 {
        return two_at_once(crew, rng, first);
    }
    let comer = pick_early(rng, crew.candidates(first as usize))?;
    if comer == sitting {
        return None;
    }
    let visit = crew.visit_at(first as usize);
    let there = crew.seat(comer as usize, visit);
    if there != NONE {
        return exchange_posts(crew, first, there);
    }
    let left = match crew.clashing(comer as usize, visit) {
        0 if dice & 64 == 0 => return Chain::single(crew, first as usize, comer),
        0 => pick(rng, &crew.held[comer as usize])?,
        1 => clashing_place(crew, comer, visit)?,
        _ => return None,
    };
    follow(crew, rng, first, comer, left)
}

/// The place of the one visit of the person that clashes, if they may leave it.
fn clashing_place(crew: &Crew<'_>, person: u32, visit: usize) -> Option<u32> {
    let held = |visit: &u32| crew.seat(person as usize, *visit as usize);
    let place = crew
        .dense
        .clashes
        .get(visit)
        .iter()
        .map(held)
        .find(|place| *place != NONE)?;
    (!crew.dense.places[place as usize].pinned).then_some(place)
}

/// `comer` leaves `left` for `first`. Then who sat on `first` takes `left`, or somebody else does, or nobody.
fn follow(crew: &Crew<'_>, rng: &mut Pcg64Mcg, first: u32, comer: u32, left: u32) -> Option<Chain> {
    let mut chain = Chain::EMPTY;
    let sitting = crew.who[first as usize];
    chain.person(crew, comer, left, first)?;
    let dice = rng.random::<u32>();
    chain.sit(crew, first, comer)?;
    if sitting != NONE && dice & 1 == 0 {
        // The two exchange their places.
        if crew.seat(sitting as usize, crew.visit_at(left as usize)) != NONE {
            return None;
        }
        chain.person(crew, sitting, first, left)?;
        chain.sit(crew, left, sitting)?;
        return Some(chain);
    }
    if dice & 14 == 0 {
        chain.person(crew, sitting, first, NONE)?;
        chain.sit(crew, left, NONE)?;
        return Some(chain);
    }
    let second = pick_early(rng, crew.candidates(left as usize))?;
    let visit = crew.visit_at(left as usize);
    if second == comer || second == sitting || crew.seat(second as usize, visit) != NONE {
        return None;
    }
    let second_left = match crew.clashing(second as usize, visit) {
        0 if dice & 48 != 0 => NONE,
        0 => pick(rng, &crew.held[second as usize])?,
        1 => clashing_place(crew, second, visit)?,
        _ => return None,
    };
    chain.person(crew, second, second_left, left)?;
    chain.sit(crew, left, second)?;
    if second_left == NONE {
        chain.person(crew, sitting, first, NONE)?;
        return Some(chain);
    }
    let third_visit = crew.visit_at(second_left as usize);
    if third_visit == crew.visit_at(first as usize) {
        return None;
    }
    let last = if dice & 192 == 0 { NONE } else { sitting };
    if last != NONE && crew.seat(last as usize, third_visit) != NONE {
        return None;
    }
    chain.person(crew, sitting, first, if last == NONE { NONE } else { second_left })?;
    chain.sit(crew, second_left, last)?;
    Some(chain)
}

/// Two people of one crew, or one and an empty place, exchange their posts.
fn exchange_posts(crew: &Crew<'_>, a: u32, b: u32) -> Option<Chain> {
    let dense = crew.dense;
    let (place_a, place_b) = (dense.places[a as usize], dense.places[b as usize]);
    if place_b.pinned || place_a.post == place_b.post {
        return None;
    }
    let (visit, mover, other) = (place_a.visit as usize, crew.who[b as usize], crew.who[a as usize]);
    let mut chain = Chain::EMPTY;
    chain.cost = crew.change_of_post(mover, visit, place_b.post, place_a.post)?;
    if other != NONE {
        chain.cost += crew.change_of_post(other, visit, place_a.post, place_b.post)?;
    }
    chain.then(a, mover);
    chain.then(b, other);
    chain.count_visits(crew)?;
    Some(chain)
}
