//! The first complete proposal, at once: place after place, the scarcest first, each with whom it costs least.

use super::{
    Assignment, Kind, Post,
    chain::Chain,
    crew::Crew,
    dense::{Dense, NONE},
};

/// What is pinned, then what stands as far as it is possible and worth it, and on every other place who makes it cheapest, if that is cheaper than an empty place.
pub(super) fn first<'p>(dense: &'p Dense) -> Crew<'p> {
    let mut crew = Crew::new(dense);
    keep_standing(&mut crew);
    for place in order(dense) {
        if crew.who[place] == NONE
            && let Some(chain) = cheapest(&crew, place)
        {
            chain.apply(&mut crew);
        }
    }
    crew
}

/// Minors come last: they may need the others.
fn keep_standing(crew: &mut Crew<'_>) {
    let dense = crew.dense;
    if dense.weights.change == 0 {
        return;
    }
    let (minors, others): (Vec<&Assignment>, Vec<&Assignment>) = dense
        .standing
        .iter()
        .partition(|one| dense.people[one.person.get()].kind == Kind::Minor);
    for one in others.into_iter().chain(minors) {
        let mut places = dense.places_of(one.visit.get());
        let free = places.find(|p| crew.who[*p] == NONE && dense.places[*p].post == one.post as u8);
        if let Some(place) = free
            && crew.seat(one.person.get(), one.visit.get()) == NONE
            && let Some(chain) = Chain::single(crew, place, one.person.0)
            && chain.cost() < 0
        {
            chain.apply(crew);
        }
    }
}

/// Posts that few may take come first, then the helpers needed, then those wanted; among equals the visit with the fewest people.
fn order(dense: &Dense) -> Vec<usize> {
    let mut order: Vec<(bool, u32, usize, usize)> = Vec::with_capacity(dense.open.len());
    for visit in 0..dense.visits.len() {
        let mut nth = [0; Post::COUNT];
        for place in dense.places_of(visit) {
            let post = usize::from(dense.places[place].post);
            let beyond_needed = nth[post] >= u32::from(dense.visits[visit].minimum[post]);
            let turn = if dense.helps(post) { 1 + nth[post] } else { 0 };
            nth[post] += 1;
            let who = dense.candidates_of(visit, post).len();
            if !dense.places[place].pinned {
                order.push((beyond_needed, turn, who, place));
            }
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(.., place)| place).collect()
}

fn cheapest(crew: &Crew<'_>, place: usize) -> Option<Chain> {
    let candidates = crew.candidates(place).iter();
    candidates
        .filter_map(|person| Chain::single(crew, place, *person))
        .min_by_key(Chain::cost)
        .filter(|chain| chain.cost() < 0)
}
