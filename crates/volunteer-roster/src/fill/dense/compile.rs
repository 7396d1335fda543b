//! The single tables of the dense problem, from parts without a fault.

use std::collections::BTreeMap;

use super::{Day, Lists, NO_LIMIT, NONE, Pair, Person, Visit};
use crate::fill::{self, Parts};

/// The distinct values, numbered in their order.
pub(super) fn number(values: impl Iterator<Item = i32>) -> BTreeMap<i32, u32> {
    let mut numbers: BTreeMap<i32, u32> = values.map(|value| (value, 0)).collect();
    for (number, entry) in numbers.values_mut().enumerate() {
        *entry = number as u32;
    }
    numbers
}

pub(super) fn person(person: &fill::Person) -> Person {
    let limit = |limit: Option<u32>| limit.map_or(NO_LIMIT, |l| l.min(NO_LIMIT as u32) as i32);
    let limits = person.limits;
    Person {
        kind: person.kind,
        first_aid: person.first_aid,
        languages: person.languages,
        speaks: (0..fill::MOST_LANGUAGES)
            .map(|bit| u64::from(person.languages >> bit & 1) << (8 * bit))
            .sum(),
        share: person.share as i32,
        day_minutes: limit(limits.day_minutes),
        week_minutes: limit(limits.week_minutes),
        month_minutes: limit(limits.month_minutes),
        season_minutes: limit(limits.season_minutes),
        day_visits: limit(limits.day_visits),
        season_visits: limit(limits.season_visits),
        days_in_row: limit(limits.days_in_row),
    }
}

pub(super) fn pairs(parts: &Parts) -> Vec<Pair> {
    let visits = parts.visits.len();
    let mut pairs = vec![Pair::default(); parts.people.len() * visits];
    for offer in &parts.offers {
        let posts = parts.people[offer.person.get()].posts;
        let pair = &mut pairs[offer.person.get() * visits + offer.visit.get()];
        pair.price = offer.price as i32;
        pair.posts = (0..fill::Post::COUNT).filter(|p| posts[*p]).map(|p| 1 << p).sum();
    }
    for bar in &parts.bars {
        pairs[bar.person.get() * visits + bar.visit.get()].posts &= !(1 << bar.post.index());
    }
    for standing in &parts.standing {
        pairs[standing.person.get() * visits + standing.visit.get()].standing = 1 << standing.post.index();
    }
    pairs
}

/// Whether nobody can do both: they overlap, or leave too little time for the way or for rest.
fn clash(parts: &Parts, a: usize, b: usize) -> bool {
    let (a, b) = (&parts.visits[a], &parts.visits[b]);
    let (first, second) = if a.starts <= b.starts { (a, b) } else { (b, a) };
    let gap = second.starts - first.ends;
    let way = parts
        .rules
        .travel_minutes
        .get(first.estate as usize * parts.rules.estates as usize + second.estate as usize)
        .filter(|_| first.bus != second.bus || first.day != second.day);
    gap < 0
        || gap < i64::from(way.copied().unwrap_or(0))
        || (first.day != second.day && gap < i64::from(parts.rules.rest_minutes))
}

pub(super) fn clashes(parts: &Parts) -> Lists {
    let longest_way = parts.rules.travel_minutes.iter().copied().max().unwrap_or(0);
    // Nothing that begins later than this after the beginning of a visit (of 24 hours at most) can clash with it.
    let reach = 1440 + i64::from(longest_way.max(parts.rules.rest_minutes));
    let mut order: Vec<usize> = (0..parts.visits.len()).collect();
    order.sort_by_key(|v| (parts.visits[*v].starts, *v));
    let mut found: Vec<Vec<u32>> = (0..parts.visits.len()).map(|v| vec![v as u32]).collect();
    for (at, a) in order.iter().copied().enumerate() {
        for b in order[at + 1..].iter().copied() {
            if parts.visits[b].starts - parts.visits[a].starts > reach {
                break;
            }
            if clash(parts, a, b) {
                found[a].push(b as u32);
                found[b].push(a as u32);
            }
        }
    }
    let mut lists = Lists::default();
    for mut list in found {
        list.sort_unstable();
        lists.push(list.into_iter());
    }
    lists
}

pub(super) fn number_days(days: &BTreeMap<i32, u32>, most: &[u32]) -> Vec<Day> {
    let at = |day: Option<i32>| day.and_then(|day| days.get(&day)).copied().unwrap_or(NONE);
    let mut first = 0;
    std::iter::zip(days.keys(), most)
        .map(|(day, most)| {
            first += most;
            Day {
                before: at(day.checked_sub(1)),
                after: at(day.checked_add(1)),
                first: first - most,
            }
        })
        .collect()
}

/// By day: the visits of which no two overlap, at most. Take always the one that ends first.
pub(super) fn most_a_day(visits: &[Visit], days: usize) -> Vec<u32> {
    let mut order: Vec<&Visit> = visits.iter().collect();
    order.sort_by_key(|v| v.ends);
    let (mut most, mut free_from) = (vec![0; days], vec![i64::MIN; days]);
    for visit in order {
        let day = visit.day as usize;
        if visit.starts >= free_from[day] {
            most[day] += 1;
            free_from[day] = visit.ends;
        }
    }
    most
}
