//! The cost of a lawful proposal, counted from the plain parts.

use std::collections::{BTreeMap, BTreeSet};

use crate::fill::{Assignment, Cost, Parts, Person, Post};

pub(super) fn of(parts: &Parts, assignments: &[Assignment]) -> Cost {
    let mut cost = Cost::default();
    crews(parts, assignments, &mut cost);
    people(parts, assignments, &mut cost);
    let given: BTreeSet<&Assignment> = assignments.iter().collect();
    let not_kept = parts
        .standing
        .iter()
        .filter(|standing| !given.contains(standing))
        .count();
    cost.changes = not_kept as i64 * i64::from(parts.weights.change);
    cost
}

fn crews(parts: &Parts, assignments: &[Assignment], cost: &mut Cost) {
    let weights = &parts.weights;
    for (index, visit) in parts.visits.iter().enumerate() {
        let crew: Vec<(Post, &Person)> = assignments
            .iter()
            .filter(|a| a.visit.get() == index)
            .map(|a| (a.post, &parts.people[a.person.get()]))
            .collect();
        for post in Post::ALL {
            let here = crew.iter().filter(|(p, _)| *p == post).count();
            let (places, price) = (visit.places[post.index()], weights.missing[post.index()]);
            for place in here..places.wanted as usize {
                let needed = place < places.minimum as usize;
                cost.missing += i64::from(if needed { price.to_minimum } else { price.to_wanted });
            }
        }
        if visit.first_aid && !crew.iter().any(|(_, who)| who.first_aid) {
            cost.first_aid += i64::from(weights.no_first_aid);
        }
        for language in 0..u32::BITS {
            let asked_for = visit.languages >> language & 1 == 1;
            if asked_for && !crew.iter().any(|(_, who)| who.languages >> language & 1 == 1) {
                cost.language += i64::from(weights.no_language);
            }
        }
    }
}

fn people(parts: &Parts, assignments: &[Assignment], cost: &mut Cost) {
    let weights = &parts.weights;
    let mut estates: BTreeMap<(u32, i32), BTreeSet<u32>> = BTreeMap::new();
    let mut visits = vec![0_i64; parts.people.len()];
    let offers: BTreeMap<_, _> = parts.offers.iter().map(|o| ((o.person, o.visit), o.price)).collect();
    for one in assignments {
        let visit = &parts.visits[one.visit.get()];
        estates
            .entry((one.person.0, visit.day))
            .or_default()
            .insert(visit.estate);
        visits[one.person.get()] += 1;
        cost.wishes += offers
            .get(&(one.person, one.visit))
            .map_or(0, |price| i64::from(*price));
    }
    for there in estates.values() {
        cost.estates += (there.len() as i64 - 1) * i64::from(weights.change_of_estate);
    }
    for (person, visits) in std::iter::zip(&parts.people, visits) {
        for step in 0..visits.abs_diff(i64::from(person.share)) {
            let near = step < u64::from(weights.fair_near);
            cost.fairness += i64::from(if near { weights.fair } else { weights.unfair });
        }
    }
}
