//! The problem as the search reads it: dense numbers, tables instead of questions.
//!
//! Invariant: it is made of parts without a fault, so every visit, person, place, day, week and month number that stands in one of
//! its tables is an index into the table it names, and all tables by person and visit have `people * visits` entries. The
//! search only uses numbers that it read here.

mod compile;

use super::{Assignment, Kind, Mix, Parts, Post, Weights};
use compile::{clashes, most_a_day, number, number_days, pairs, person};

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
    /// Visits that one person can do if each day is as full as can be.
    pub(super) most_visits: usize,
    /// What is pinned: place and person.
    pub(super) pinned: Vec<(u32, u32)>,
    /// Standing assignments, whether or not they are still possible.
    pub(super) standing: Vec<Assignment>,
    pub(super) mix: Mix,
    /// The posts on which adults look after minors, one bit each.
    pub(super) look_after: u8,
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
    pub(super) wanted: [u8; Post::COUNT],
    pub(super) minimum: [u8; Post::COUNT],
    pub(super) first_aid: bool,
    /// The languages asked for, one bit each.
    pub(super) languages: u32,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) kind: Kind,
    pub(super) first_aid: bool,
    pub(super) languages: u32,
    /// The same, one byte each that is 1 or 0.
    pub(super) speaks: u64,
    pub(super) share: i32,
    pub(super) day_minutes: i32,
    pub(super) week_minutes: i32,
    pub(super) month_minutes: i32,
    pub(super) season_minutes: i32,
    pub(super) day_visits: i32,
    pub(super) season_visits: i32,
    pub(super) days_in_row: i32,
}

/// A day with visits; `before` and `after` are the days next to it, if they have visits too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) before: u32,
    pub(super) after: u32,
    /// The visits that one person can do on the days before this one in the list, at most.
    pub(super) first: u32,
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
                languages: visit.languages,
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
        let most = most_a_day(&visits, days.len());
        let mut dense = Self {
            most_visits: most.iter().sum::<u32>() as usize,
            visits,
            people: parts.people.iter().map(person).collect(),
            days: number_days(&days, &most),
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
            look_after: look_after(&parts.rules.mix),
            weights: parts.weights,
        };
        dense.pin(parts);
        dense.list_candidates();
        dense
    }

    /// Who may take a post of a visit, by their indices, the cheapest first.
    #[inline]
    pub(super) fn candidates_of(&self, visit: usize, post: usize) -> &[u32] {
        self.candidates.get(visit * Post::COUNT + post)
    }

    /// Whether the post, by its index, is one of those who help.
    pub(super) fn helps(&self, post: usize) -> bool {
        Post::ALL.get(post).is_some_and(|post| post.helps())
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

fn look_after(mix: &Mix) -> u8 {
    let there = |post: &Post| post.helps() || (*post == Post::Leader && mix.leaders_look_after);
    Post::ALL.into_iter().filter(there).map(|post| 1 << post.index()).sum()
}
