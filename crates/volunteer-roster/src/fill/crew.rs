//! A proposal while it is searched: who sits on which place, and every sum that a rule or a price asks for, kept up to date.
//!
//! Invariant (with that of `dense.rs`): `who`, `held_at` are by place; `seat`, `clashing` by person and visit; the sums by person and
//! day, week or month; and each says what the assignments are at this moment. Only [`Crew::put`] and [`Crew::take`] change them.

use super::{
    Assignment, Kind, PersonIndex, Post, VisitIndex,
    dense::{Dense, NONE, Visit},
};

#[derive(Debug, Clone)]
pub(super) struct Crew<'p> {
    pub(super) dense: &'p Dense,
    /// Who sits on the place, or [`NONE`].
    pub(super) who: Vec<u32>,
    /// The place on which the person sits on the visit, or [`NONE`].
    seat: Vec<u32>,
    /// How many visits of the person clash with the visit, itself included.
    clashing: Vec<u16>,
    /// The places that a person sits on and may leave, and where each stands in that list.
    pub(super) held: Vec<Vec<u32>>,
    held_at: Vec<u32>,
    pub(super) tallies: Vec<Tally>,
    pub(super) sums: Vec<Sums>,
    pub(super) day_minutes: Vec<i32>,
    pub(super) day_visits: Vec<i32>,
    /// By person `most_visits` entries; from a day's `first` on, as many as `day_visits` are their visits of that day.
    on_day: Vec<u32>,
    pub(super) week_minutes: Vec<i32>,
    pub(super) month_minutes: Vec<i32>,
}

/// What a crew is counted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) taken: [u8; Post::COUNT],
    /// Staff and adults who look after the minors.
    pub(super) adults: i16,
    pub(super) minors: i16,
    pub(super) staff: i16,
    pub(super) useful_work: i16,
    pub(super) first_aid: i16,
    /// How many speak each language, one byte each; a crew has at most 100 people.
    pub(super) speakers: u64,
}

/// What a person is counted by over the season.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) visits: i32,
    pub(super) minutes: i32,
}

impl Tally {
    /// With `by` = 1 the person joins, with -1 they leave.
    #[inline]
    pub(super) fn count(&mut self, dense: &Dense, person: usize, post: u8, by: i16) {
        let who = &dense.people[person];
        self.taken[usize::from(post)] = (i16::from(self.taken[usize::from(post)]) + by) as u8;
        let looks_after = if dense.look_after & (1 << post) != 0 { by } else { 0 };
        match who.kind {
            Kind::Minor => self.minors += by,
            Kind::Staff => {
                self.staff += by;
                self.adults += looks_after;
            }
            Kind::Adult => self.adults += looks_after,
            Kind::UsefulWork => self.useful_work += by,
        }
        self.first_aid += if who.first_aid { by } else { 0 };
        let by = i64::from(by) as u64;
        self.speakers = self.speakers.wrapping_add(who.speaks.wrapping_mul(by));
    }

    /// How many of these languages nobody speaks.
    #[inline]
    pub(super) fn unspoken(&self, languages: u32) -> u32 {
        let (mut left, mut unspoken) = (languages, 0);
        while left != 0 {
            let speakers = self.speakers >> (8 * left.trailing_zeros()) & 0xff;
            unspoken += u32::from(speakers == 0);
            left &= left - 1;
        }
        unspoken
    }
}

impl<'p> Crew<'p> {
    /// Only what is pinned.
    pub(super) fn new(dense: &'p Dense) -> Self {
        let (visits, people) = (dense.visits.len(), dense.people.len());
        let mut crew = Self {
            dense,
            who: vec![NONE; dense.places.len()],
            seat: vec![NONE; people * visits],
            clashing: vec![0; people * visits],
            held: (0..people).map(|_| Vec::with_capacity(dense.most_visits)).collect(),
            held_at: vec![NONE; dense.places.len()],
            tallies: vec![Tally::default(); visits],
            sums: vec![Sums::default(); people],
            day_minutes: vec![0; people * dense.days.len()],
            day_visits: vec![0; people * dense.days.len()],
            on_day: vec![NONE; people * dense.most_visits],
            week_minutes: vec![0; people * dense.weeks],
            month_minutes: vec![0; people * dense.months],
        };
        for (place, person) in &dense.pinned {
            crew.put(*place as usize, *person as usize);
        }
        crew
    }

    #[inline]
    pub(super) fn seat(&self, person: usize, visit: usize) -> u32 {
        self.seat[person * self.dense.visits.len() + visit]
    }

    #[inline]
    pub(super) fn clashing(&self, person: usize, visit: usize) -> u16 {
        self.clashing[person * self.dense.visits.len() + visit]
    }

    #[inline]
    pub(super) fn visit_at(&self, place: usize) -> usize {
        self.dense.places[place].visit as usize
    }

    /// Who may take the place at all, the cheapest first.
    pub(super) fn candidates(&self, place: usize) -> &'p [u32] {
        let place = self.dense.places[place];
        self.dense.candidates_of(place.visit as usize, usize::from(place.post))
    }

    /// The person's visits on the day.
    #[inline]
    pub(super) fn on_day(&self, person: usize, day: u32) -> &[u32] {
        let at = person * self.dense.days.len() + day as usize;
        let first = self.first_on(person, day);
        &self.on_day[first..first + self.day_visits[at] as usize]
    }

    #[inline]
    fn first_on(&self, person: usize, day: u32) -> usize {
        person * self.dense.most_visits + self.dense.days[day as usize].first as usize
    }

    /// Sits the person on an empty place of a visit that they are not on and that clashes with none of theirs.
    pub(super) fn put(&mut self, place: usize, person: usize) {
        let visit = self.visit_at(place);
        self.who[place] = person as u32;
        self.seat[person * self.dense.visits.len() + visit] = place as u32;
        if !self.dense.places[place].pinned {
            self.held_at[place] = self.held[person].len() as u32;
            self.held[person].push(place as u32);
        }
        let facts = self.dense.visits[visit];
        let at = person * self.dense.days.len() + facts.day as usize;
        let next = self.first_on(person, facts.day) + self.day_visits[at] as usize;
        self.on_day[next] = visit as u32;
        self.count(person, place, visit, &facts, 1);
    }

    /// Takes whoever sits there off the place, which is not pinned.
    pub(super) fn take(&mut self, place: usize) {
        let visit = self.visit_at(place);
        let person = self.who[place] as usize;
        self.who[place] = NONE;
        self.seat[person * self.dense.visits.len() + visit] = NONE;
        let at = self.held_at[place] as usize;
        self.held[person].swap_remove(at);
        if let Some(moved) = self.held[person].get(at) {
            self.held_at[*moved as usize] = at as u32;
        }
        let facts = self.dense.visits[visit];
        let at = person * self.dense.days.len() + facts.day as usize;
        let first = self.first_on(person, facts.day);
        let last = first + self.day_visits[at] as usize - 1;
        if let Some(found) = (first..last).find(|i| self.on_day[*i] == visit as u32) {
            self.on_day[found] = self.on_day[last];
        }
        self.count(person, place, visit, &facts, -1);
    }

    fn count(&mut self, person: usize, place: usize, visit: usize, facts: &Visit, by: i32) {
        let dense = self.dense;
        let row = person * dense.visits.len();
        for other in dense.clashes.get(visit) {
            let entry = &mut self.clashing[row + *other as usize];
            *entry = entry.wrapping_add_signed(by as i16);
        }
        let minutes = by * facts.minutes;
        self.sums[person].visits += by;
        self.sums[person].minutes += minutes;
        let day = person * dense.days.len() + facts.day as usize;
        self.day_visits[day] += by;
        self.day_minutes[day] += minutes;
        self.week_minutes[person * dense.weeks + facts.week as usize] += minutes;
        self.month_minutes[person * dense.months + facts.month as usize] += minutes;
        self.tallies[visit].count(dense, person, dense.places[place].post, by as i16);
    }

    /// Makes the places those of another proposal for the same problem.
    pub(super) fn become_like(&mut self, who: &[u32]) {
        for place in &self.dense.open {
            let place = *place as usize;
            if self.who[place] != NONE && self.who[place] != who[place] {
                self.take(place);
            }
        }
        for place in &self.dense.open {
            let place = *place as usize;
            if self.who[place] == NONE && who[place] != NONE {
                self.put(place, who[place] as usize);
            }
        }
    }

    /// Who goes where, sorted.
    pub(super) fn assignments(dense: &Dense, who: &[u32]) -> Vec<Assignment> {
        let mut all: Vec<Assignment> = std::iter::zip(&dense.places, who)
            .filter(|(_, who)| **who != NONE)
            .map(|(place, who)| Assignment {
                visit: VisitIndex(place.visit),
                post: Post::ALL[usize::from(place.post)],
                person: PersonIndex(*who),
            })
            .collect();
        all.sort_unstable();
        all
    }
}
