//! The problem as the search reads it: dense numbers, tables instead of questions.
//!
//! Invariant: it is made of parts without a fault, so every visit, person, place, day, week and month number that stands in one of
//! its tables is an index into the table it names, and all tables by person and visit have `people * visits` entries. The
//! search only uses numbers that it read here.

use std::collections::BTreeMap;

use super::{Assignment, Kind, Mix, Parts, Post, Weights};

/// A limit that never binds; it may be added to without overflow.
pub(super) const NO_LIMIT: i32 = i32::MAX / 2;
/// No place, no person, no day.
pub(super) const NONE: u32 = u32::MAX;

#[derive(Debug, Clone)]
pub(super) struct Dense {
    pub(super) visits: Vec<Visit>,
    pub(super) people: Vec<Person>,
    pub(super) days: Vec<Day>,
    pub(super) weeks: usize,
    pub(super) months: usize,
    /// By person, then visit.
    pub(super) pairs: Vec<Pair>,
    pub(super) places: Vec<Place>,
    /// Places that are not pinned: those that the search may fill.
    pub(super) open: Vec<u32>,
    /// By visit: itself and the visits that nobody can do besides it, sorted.
    pub(super) clashes: Lists,
    /// By visit and post: who may take it, the cheapest first.
    pub(super) candidates: Lists,
    /// By person: the visits on which they may take some post, the cheapest first.
    pub(super) offered: Lists,
    /// Visits on one day that one person can do, at most.
    pub(super) most_a_day: usize,
    /// What is pinned: place and person.
    pub(super) pinned: Vec<(u32, u32)>,
    /// Standing assignments, whether or not they are still possible.
    pub(super) standing: Vec<Assignment>,
    pub(super) mix: Mix,
    pub(super) weights: Weights,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Visit {
    pub(super) starts: i64,
    pub(super) ends: i64,
    pub(super) minutes: i32,
    pub(super) day: u32,
    pub(super) week: u32,
    pub(super) month: u32,
    pub(super) estate: u32,
    pub(super) first_place: u32,
    pub(super) wanted: [u8; 4],
    pub(super) minimum: [u8; 4],
    pub(super) first_aid: bool,
    /// The bit of the language asked for, or 0.
    pub(super) language: u32,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) kind: Kind,
    pub(super) first_aid: bool,
    pub(super) languages: u32,
    pub(super) share: i32,
    pub(super) day_minutes: i32,
    pub(super) week_minutes: i32,
    pub(super) month_minutes: i32,
    pub(super) season_minutes: i32,
    pub(super) day_visits: i32,
    pub(super) season_visits: i32,
    pub(super) days_in_row: i32,
}

/// A day with visits, and the days just before and after it, if they have visits too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) before: u32,
    pub(super) after: u32,
}

/// What is known of a person on a visit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pair {
    pub(super) price: i32,
    /// One bit a post: may take it.
    pub(super) posts: u8,
    /// One bit a post: stands there now.
    pub(super) standing: u8,
}

/// One place for one person on a visit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) visit: u32,
    pub(super) post: u8,
    pub(super) pinned: bool,
}

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    begins: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    fn push(&mut self, list: impl Iterator<Item = u32>) {
        if self.begins.is_empty() {
            self.begins.push(0);
        }
        self.items.extend(list);
        self.begins.push(self.items.len() as u32);
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> &[u32] {
        &self.items[self.begins[index] as usize..self.begins[index + 1] as usize]
    }
}

impl Dense {
    pub(super) fn compile(parts: &Parts) -> Self {
        let (days, weeks, months) = (
            number(parts.visits.iter().map(|v| v.day)),
            number(parts.visits.iter().map(|v| v.week)),
            number(parts.visits.iter().map(|v| v.month)),
        );
        let mut first_place = 0;
        let mut visits = Vec::with_capacity(parts.visits.len());
        let mut places = Vec::new();
        for (index, visit) in parts.visits.iter().enumerate() {
            visits.push(Visit {
                starts: visit.starts,
                ends: visit.ends,
                minutes: (visit.ends - visit.starts) as i32,
                day: days[&visit.day],
                week: weeks[&visit.week],
                month: months[&visit.month],
                estate: visit.estate,
                first_place,
                wanted: visit.places.map(|p| p.wanted as u8),
                minimum: visit.places.map(|p| p.minimum as u8),
                first_aid: visit.first_aid,
                language: visit.language.map_or(0, |bit| 1 << bit),
            });
            for post in Post::ALL {
                let wanted = visit.places[post.index()].wanted;
                places.extend((0..wanted).map(|_| Place {
                    visit: index as u32,
                    post: post as u8,
                    pinned: false,
                }));
                first_place += wanted;
            }
        }
        let clashes = clashes(parts);
        let mut dense = Self {
            most_a_day: most_a_day(&visits),
            visits,
            people: parts.people.iter().map(person).collect(),
            days: days
                .keys()
                .map(|day| Day {
                    before: day.checked_sub(1).and_then(|d| days.get(&d)).copied().unwrap_or(NONE),
                    after: day.checked_add(1).and_then(|d| days.get(&d)).copied().unwrap_or(NONE),
                })
                .collect(),
            weeks: weeks.len(),
            months: months.len(),
            pairs: pairs(parts),
            places,
            open: Vec::new(),
            clashes,
            candidates: Lists::default(),
            offered: Lists::default(),
            pinned: Vec::new(),
            standing: parts.standing.clone(),
            mix: parts.rules.mix,
            weights: parts.weights,
        };
        dense.pin(parts);
        dense.list_candidates();
        dense
    }

    #[inline]
    pub(super) fn pair(&self, person: usize, visit: usize) -> Pair {
        self.pairs[person * self.visits.len() + visit]
    }

    /// The places of a visit, as numbers.
    pub(super) fn places_of(&self, visit: usize) -> std::ops::Range<usize> {
        let first = self.visits[visit].first_place as usize;
        let wanted: usize = self.visits[visit].wanted.iter().map(|w| usize::from(*w)).sum();
        first..first + wanted
    }

    /// Puts every pinned person on a free place of its post; validation saw that there are enough.
    fn pin(&mut self, parts: &Parts) {
        for pin in &parts.pinned {
            let mut places = self.places_of(pin.visit.get());
            let free = places.find(|p| !self.places[*p].pinned && self.places[*p].post == pin.post as u8);
            if let Some(place) = free {
                self.places[place].pinned = true;
                self.pinned.push((place as u32, pin.person.0));
            }
        }
        self.open = (0..self.places.len() as u32)
            .filter(|p| !self.places[*p as usize].pinned)
            .collect();
    }

    fn list_candidates(&mut self) {
        let mut candidates = Lists::default();
        for visit in 0..self.visits.len() {
            for post in Post::ALL {
                let may = |person: &u32| self.pair(*person as usize, visit).posts & (1 << post.index()) != 0;
                let mut list: Vec<u32> = (0..self.people.len() as u32).filter(may).collect();
                list.sort_by_key(|person| self.pair(*person as usize, visit).price);
                candidates.push(list.into_iter());
            }
        }
        self.candidates = candidates;
        let mut offered = Lists::default();
        for person in 0..self.people.len() {
            let may = |visit: &u32| self.pair(person, *visit as usize).posts != 0;
            let mut list: Vec<u32> = (0..self.visits.len() as u32).filter(may).collect();
            list.sort_by_key(|visit| self.pair(person, *visit as usize).price);
            offered.push(list.into_iter());
        }
        self.offered = offered;
    }
}

/// The distinct values, numbered in their order.
fn number(values: impl Iterator<Item = i32>) -> BTreeMap<i32, u32> {
    let mut numbers: BTreeMap<i32, u32> = values.map(|value| (value, 0)).collect();
    for (number, entry) in numbers.values_mut().enumerate() {
        *entry = number as u32;
    }
    numbers
}

fn person(person: &super::Person) -> Person {
    let limit = |limit: Option<u32>| limit.map_or(NO_LIMIT, |l| l.min(NO_LIMIT as u32) as i32);
    let limits = person.limits;
    Person {
        kind: person.kind,
        first_aid: person.first_aid,
        languages: person.languages,
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

fn pairs(parts: &Parts) -> Vec<Pair> {
    let visits = parts.visits.len();
    let mut pairs = vec![Pair::default(); parts.people.len() * visits];
    for offer in &parts.offers {
        let posts = parts.people[offer.person.get()].posts;
        let pair = &mut pairs[offer.person.get() * visits + offer.visit.get()];
        pair.price = offer.price as i32;
        pair.posts = (0..4).filter(|p| posts[*p]).map(|p| 1 << p).sum();
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
        .get(first.estate as usize * parts.rules.estates as usize + second.estate as usize);
    gap < 0
        || gap < i64::from(way.copied().unwrap_or(0))
        || (first.day != second.day && gap < i64::from(parts.rules.rest_minutes))
}

fn clashes(parts: &Parts) -> Lists {
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

/// Visits on one day of which no two overlap, at most: take always the one that ends first.
fn most_a_day(visits: &[Visit]) -> usize {
    let mut order: Vec<&Visit> = visits.iter().collect();
    order.sort_by_key(|v| (v.day, v.ends));
    let (mut most, mut here, mut day, mut free_from) = (0, 0, NONE, i64::MIN);
    for visit in order {
        if visit.day != day {
            (here, day, free_from) = (0, visit.day, i64::MIN);
        }
        if visit.starts >= free_from {
            (here, free_from) = (here + 1, visit.ends);
        }
        most = most.max(here);
    }
    most
}
