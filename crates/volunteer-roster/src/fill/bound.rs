//! A bound that every proposal keeps, from each visit and each person alone: weak, but it can be right, and then nothing is left to search.

use super::{
    Post,
    delta::{fairness, missing},
    dense::Dense,
};

/// No lawful proposal costs less.
///
/// Each person's fairness is at its best number of visits, each visit takes who is cheapest for each place or leaves it empty, first aid
/// and languages are there if anybody who may come has them, and nobody changes the estate.
pub(super) fn below(dense: &Dense) -> i64 {
    let visits = (0..dense.visits.len())
        .map(|visit| visit_alone(dense, visit))
        .sum::<i64>();
    let people = (0..dense.people.len())
        .map(|person| person_alone(dense, person))
        .sum::<i64>();
    visits + people + changes(dense)
}

fn person_alone(dense: &Dense, person: usize) -> i64 {
    let most = dense.offered.get(person).len() as i32;
    fairness(dense, person, dense.people[person].share.min(most))
}

fn visit_alone(dense: &Dense, visit: usize) -> i64 {
    let facts = &dense.visits[visit];
    let mut cost = 0;
    let (mut aid, mut language) = (!facts.first_aid, facts.language == 0);
    for post in Post::ALL.map(Post::index) {
        let who = dense.candidates.get(visit * 4 + post);
        for person in who.iter().map(|person| &dense.people[*person as usize]) {
            aid |= person.first_aid;
            language |= person.languages & facts.language != 0;
        }
        // Sorted by price; with pins the cheapest may be other people's places, which only makes the bound lower.
        let mut prices = who
            .iter()
            .map(|person| i64::from(dense.pair(*person as usize, visit).price));
        let mut here = missing(dense, visit, post, 0);
        let mut paid = 0;
        let mut least = here;
        for taken in 1..=facts.wanted[post] {
            let Some(price) = prices.next() else { break };
            paid += price;
            here = missing(dense, visit, post, taken) + paid;
            least = least.min(here);
        }
        cost += least;
    }
    cost += i64::from(!aid) * i64::from(dense.weights.no_first_aid);
    cost + i64::from(!language) * i64::from(dense.weights.no_language)
}

/// The standing assignments that nobody may keep.
fn changes(dense: &Dense) -> i64 {
    let kept = dense
        .pairs
        .iter()
        .filter(|pair| pair.standing & pair.posts != 0)
        .count() as i64;
    (dense.standing.len() as i64 - kept) * i64::from(dense.weights.change)
}
