//! The independent judge of a proposal.
//!
//! It reads the plain parts and the plain assignments and shares no code with the search: no dense tables, no sums kept up to date.
//! So it finds the error that both the search and its author believe in.

mod price;
mod violation;

use std::collections::{BTreeMap, BTreeSet};

pub use violation::Violation;

use super::{Assignment, Cost, Fill, Kind, Parts, PersonIndex, Post, Problem, Visit, VisitIndex};

/// What the proposal costs, or every rule that it breaks: sorted, each violation once, never none.
pub fn check(problem: &Problem, fill: &Fill) -> Result<Cost, Vec<Violation>> {
    let parts = problem.parts();
    let mut found = broken_by(parts, &fill.assignments);
    for pin in parts.pinned.iter().filter(|pin| !fill.assignments.contains(pin)) {
        found.push(Violation::PinNotKept { pin: *pin });
    }
    if !found.is_empty() {
        found.sort();
        return Err(found);
    }
    let cost = price::of(parts, &fill.assignments);
    if cost.total() == fill.cost {
        Ok(cost)
    } else {
        Err(vec![Violation::WrongCost {
            told: fill.cost,
            found: cost.total(),
        }])
    }
}

/// Every hard rule, pins excepted, that these assignments break.
pub(super) fn broken_by(parts: &Parts, assignments: &[Assignment]) -> Vec<Violation> {
    let mut court = Court {
        parts,
        offers: parts.offers.iter().map(|o| (o.person, o.visit)).collect(),
        bars: BTreeMap::new(),
        crews: BTreeMap::new(),
        work: BTreeMap::new(),
        found: BTreeSet::new(),
    };
    for bar in &parts.bars {
        court
            .bars
            .entry((bar.person, bar.visit))
            .or_default()
            .push((bar.post, bar.reason));
    }
    for one in assignments {
        court.hear(*one);
    }
    court.judge_people();
    court.judge_crews();
    court.found.into_iter().collect()
}

/// What was said, sorted by who and by where, and what was found.
struct Court<'a> {
    parts: &'a Parts,
    offers: BTreeSet<(PersonIndex, VisitIndex)>,
    bars: BTreeMap<(PersonIndex, VisitIndex), Vec<(Post, u32)>>,
    crews: BTreeMap<VisitIndex, Vec<(Post, PersonIndex)>>,
    work: BTreeMap<PersonIndex, Vec<VisitIndex>>,
    found: BTreeSet<Violation>,
}

impl<'a> Court<'a> {
    fn visit(&self, visit: VisitIndex) -> &'a Visit {
        &self.parts.visits[visit.get()]
    }

    /// The rules that one assignment breaks alone. What names nobody or no visit is not heard further.
    fn hear(&mut self, one: Assignment) {
        let Assignment { visit, post, person } = one;
        let (Some(who), true) = (
            self.parts.people.get(person.get()),
            visit.get() < self.parts.visits.len(),
        ) else {
            self.found.insert(Violation::Unknown { assignment: one });
            return;
        };
        if !self.offers.contains(&(person, visit)) {
            self.found.insert(Violation::NotOffered { person, visit });
        }
        if !who.posts[post.index()] {
            self.found.insert(Violation::WrongPost { assignment: one });
        }
        let bars = self.bars.get(&(person, visit)).into_iter().flatten();
        self.found.extend(
            bars.filter(|(barred, _)| *barred == post)
                .map(|(_, reason)| Violation::Barred {
                    assignment: one,
                    reason: *reason,
                }),
        );
        let crew = self.crews.entry(visit).or_default();
        if crew.iter().any(|(_, other)| *other == person) {
            self.found.insert(Violation::TwicePresent { person, visit });
            return;
        }
        crew.push((post, person));
        self.work.entry(person).or_default().push(visit);
    }

    fn judge_people(&mut self) {
        for (person, visits) in std::mem::take(&mut self.work) {
            for (at, a) in visits.iter().enumerate() {
                for b in &visits[at + 1..] {
                    self.judge_pair(person, *a, *b);
                }
            }
            self.judge_limits(person, &visits);
        }
    }

    fn judge_pair(&mut self, person: PersonIndex, a: VisitIndex, b: VisitIndex) {
        let (first, second) = if self.visit(a).starts <= self.visit(b).starts {
            (a, b)
        } else {
            (b, a)
        };
        let (early, late) = (self.visit(first), self.visit(second));
        let rules = &self.parts.rules;
        let at = early.estate as usize * rules.estates as usize + late.estate as usize;
        let along = early.bus == late.bus && early.day == late.day;
        let way = match rules.travel_minutes.get(at) {
            Some(minutes) if !along => i64::from(*minutes),
            _ => 0,
        };
        if late.starts < early.ends {
            self.found.insert(Violation::Overlap { person, first, second });
        } else if late.starts < early.ends + way {
            self.found.insert(Violation::Travel { person, first, second });
        }
        if early.day != late.day && late.starts < early.ends + i64::from(rules.rest_minutes) {
            self.found.insert(Violation::Rest { person, first, second });
        }
    }

    fn judge_limits(&mut self, person: PersonIndex, visits: &[VisitIndex]) {
        let limits = self.parts.people[person.get()].limits;
        let sum_by = |key: fn(&Visit) -> i32| {
            let mut sums: BTreeMap<i32, (u64, u64)> = BTreeMap::new();
            for visit in visits.iter().map(|v| self.visit(*v)) {
                let sum = sums.entry(key(visit)).or_default();
                *sum = (sum.0 + 1, sum.1 + visit.ends.abs_diff(visit.starts));
            }
            sums
        };
        let over = |sum: u64, limit: Option<u32>| limit.is_some_and(|limit| sum > u64::from(limit));
        let days = sum_by(|v| v.day);
        let mut found = Vec::new();
        for (day, (visits, minutes)) in &days {
            if over(*visits, limits.day_visits) || over(*minutes, limits.day_minutes) {
                found.push(Violation::Day { person, day: *day });
            }
        }
        for (week, (_, minutes)) in sum_by(|v| v.week) {
            if over(minutes, limits.week_minutes) {
                found.push(Violation::Week { person, week });
            }
        }
        for (month, (_, minutes)) in sum_by(|v| v.month) {
            if over(minutes, limits.month_minutes) {
                found.push(Violation::Month { person, month });
            }
        }
        let season = sum_by(|_| 0).remove(&0).unwrap_or_default();
        if over(season.0, limits.season_visits) || over(season.1, limits.season_minutes) {
            found.push(Violation::Season { person });
        }
        let mut row: Option<(i32, u64)> = None;
        for day in days.into_keys() {
            let length = row
                .filter(|(last, _)| last.checked_add(1) == Some(day))
                .map_or(1, |(_, n)| n + 1);
            if over(length, limits.days_in_row) {
                found.push(Violation::DaysInRow { person, day });
            }
            row = Some((day, length));
        }
        self.found.extend(found);
    }

    fn judge_crews(&mut self) {
        for (visit, crew) in std::mem::take(&mut self.crews) {
            let count = |post: Option<Post>, kinds: &[Kind]| {
                let counts = |(p, who): &&(Post, PersonIndex)| {
                    post.is_none_or(|post| post == *p) && kinds.contains(&self.parts.people[who.get()].kind)
                };
                crew.iter().filter(counts).count()
            };
            let all = [Kind::Staff, Kind::Adult, Kind::Minor, Kind::UsefulWork];
            let mut found = Vec::new();
            for post in Post::ALL {
                if count(Some(post), &all) > self.visit(visit).places[post.index()].wanted as usize {
                    found.push(Violation::TooMany { visit, post });
                }
            }
            let mix = &self.parts.rules.mix;
            let looking_after = [Post::Helper, Post::ExtraHelper, Post::Leader];
            let looking_after = looking_after.iter().filter(|p| p.helps() || mix.leaders_look_after);
            let adults: usize = looking_after
                .map(|p| count(Some(*p), &[Kind::Staff, Kind::Adult]))
                .sum();
            let minors = count(None, &[Kind::Minor]);
            if mix
                .minors_for_each_adult
                .is_some_and(|each| minors > adults * each as usize)
            {
                found.push(Violation::TooManyMinors { visit });
            }
            if mix.minors_with_staff && count(None, &[Kind::Minor]) > 0 && count(None, &[Kind::Staff]) == 0 {
                found.push(Violation::MinorsAlone { visit });
            }
            let useful_work = count(None, &[Kind::UsefulWork]);
            if mix.most_useful_work.is_some_and(|most| useful_work > most as usize) {
                found.push(Violation::TooMuchUsefulWork { visit });
            }
            self.found.extend(found);
        }
    }
}
