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
    let (mut aid, mut spoken) = (!facts.first_aid, 0);
    for post in Post::ALL.map(Post::index) {
        let who = dense.candidates_of(visit, post);
        for person in who.iter().map(|person| &dense.people[*person as usize]) {
            aid |= person.first_aid;
            spoken |= person.languages;
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
    cost + i64::from((facts.languages & !spoken).count_ones()) * i64::from(dense.weights.no_language)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fill::{
        Kind, Limits, MissingPrice, Offer, Parts, Person, PersonIndex, Places, Problem, Visit, VisitIndex, Weights,
    };

    /// Each visit has one helper's place and one helper of its own, at a price of its own: the bound is the sum of the prices, whichever post
    /// of whichever visit is looked up.
    #[test]
    fn each_visit_is_read_with_its_own_people() {
        const VISITS: u32 = 4;
        let only_helps: [bool; Post::COUNT] = std::array::from_fn(|post| post == Post::Helper.index());
        let visit = |number: u32| Visit {
            starts: i64::from(number) * 1440,
            ends: i64::from(number) * 1440 + 60,
            day: number as i32,
            week: 0,
            month: 0,
            estate: 0,
            bus: 0,
            places: only_helps.map(|wanted| Places {
                wanted: u32::from(wanted),
                minimum: u32::from(wanted),
            }),
            first_aid: false,
            languages: 0,
        };
        let helper = Person {
            kind: Kind::Adult,
            posts: only_helps,
            first_aid: false,
            languages: 0,
            limits: Limits::default(),
            share: 0,
        };
        let missing = MissingPrice {
            to_minimum: 100,
            to_wanted: 100,
        };
        let mut parts = Parts {
            visits: (0..VISITS).map(visit).collect(),
            people: vec![helper; VISITS as usize],
            offers: (0..VISITS)
                .map(|number| Offer {
                    person: PersonIndex(number),
                    visit: VisitIndex(number),
                    price: number + 1,
                })
                .collect(),
            weights: Weights {
                missing: [missing; Post::COUNT],
                ..Weights::default()
            },
            ..Parts::default()
        };
        parts.rules.estates = 1;
        let problem = Problem::build(parts).unwrap();
        assert_eq!(below(&problem.dense), 1 + 2 + 3 + 4);
    }
}
