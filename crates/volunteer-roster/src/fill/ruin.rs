//! Ruin and recreate: a few visits and people lose their places, and what fits best comes back, with some carelessness. It reaches what
//! no chain reaches, because many people of one visit may change at once.

use rand_pcg::Pcg64Mcg;

use super::{
    chain::{Chain, below},
    crew::Crew,
    dense::NONE,
};

/// Visits that lose their crews at most.
const VISITS: usize = 3;
/// People who lose all their places at most.
const PEOPLE: usize = 2;
/// One in so many is passed over, or taken though they cost more than the empty place: another number for each ruin.
const CARELESS: [usize; 4] = [2, 4, 8, 16];

/// What the proposal costs more after it; `None` if what came back is not lawful, since somebody is missing whom a minor needs.
pub(super) fn ruin_and_recreate(
    crew: &mut Crew<'_>,
    places: &[u32],
    empty: &mut Vec<u32>,
    rng: &mut Pcg64Mcg,
) -> Option<i64> {
    empty.clear();
    let mut cost = 0;
    choose(crew, places, empty, rng);
    for place in empty.iter() {
        if crew.who[*place as usize] != NONE {
            cost += leave(crew, *place as usize);
        }
    }
    let careless = CARELESS[below(rng, CARELESS.len())];
    // In any order.
    for at in (1..empty.len()).rev() {
        empty.swap(at, below(rng, at + 1));
    }
    for place in empty.iter() {
        if let Some(chain) = best(crew, *place as usize, careless, rng)
            && (chain.cost() < 0 || below(rng, careless) == 0)
        {
            chain.apply(crew);
            cost += chain.cost();
        }
    }
    let lawful = empty.iter().all(|place| crew.is_lawful(crew.visit_at(*place as usize)));
    lawful.then_some(cost)
}

/// All places of some visits, and those that some people of theirs hold elsewhere.
fn choose(crew: &Crew<'_>, places: &[u32], chosen: &mut Vec<u32>, rng: &mut Pcg64Mcg) {
    if places.is_empty() {
        return;
    }
    for _ in 0..=below(rng, VISITS) {
        let visit = crew.visit_at(places[below(rng, places.len())] as usize);
        let open = crew.dense.places_of(visit).filter(|p| !crew.dense.places[*p].pinned);
        chosen.extend(open.map(|place| place as u32));
    }
    for _ in 0..below(rng, PEOPLE + 1) {
        let person = crew.who[chosen[below(rng, chosen.len())] as usize];
        if person != NONE {
            chosen.extend(&crew.held[person as usize]);
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
}

/// Everybody leaves, lawful meanwhile or not; what that costs more.
fn leave(crew: &mut Crew<'_>, place: usize) -> i64 {
    let person = crew.who[place] as usize;
    let visit = crew.visit_at(place);
    let own = crew.person_side(person, place as u32, NONE).unwrap_or(0);
    let before = crew.crew_price(visit);
    crew.take(place);
    own + crew.crew_price(visit) - before
}

/// The cheapest who may take the place, some passed over.
fn best(crew: &Crew<'_>, place: usize, careless: usize, rng: &mut Pcg64Mcg) -> Option<Chain> {
    let mut best: Option<Chain> = None;
    for person in crew.candidates(place) {
        if below(rng, careless) > 0
            && crew.clashing(*person as usize, crew.visit_at(place)) == 0
            && let Some(chain) = Chain::single(crew, place, *person)
            && best.is_none_or(|best| chain.cost() < best.cost())
        {
            best = Some(chain);
        }
    }
    best
}
