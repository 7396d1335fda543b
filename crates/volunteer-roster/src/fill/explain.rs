//! Why a place stayed empty: for each person every rule that keeps them from it as the rest stands.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Assignment, Fill, Kind, Parts, PersonIndex, Post, Problem, Visit, VisitIndex};

/// Places of one post that stayed empty on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unfilled {
    /// Which visit.
    pub visit: VisitIndex,
    /// Which post.
    pub post: Post,
    /// How many, at least 1.
    pub empty: u32,
    /// What is said of each person, by [`PersonIndex`].
    pub people: Vec<Verdict>,
}

/// Why somebody does not take an empty place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// These rules exclude them, never none.
    Excluded(Vec<Exclusion>),
    /// No rule does: they would cost so much more than the empty place, 0 or more in the best proposal. Below 0 the place is better filled.
    Free {
        /// What the proposal would cost more with them.
        costs: i64,
    },
}

/// A rule that keeps somebody from a place. The list is closed: match on it without a wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "exclusion", rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Exclusion {
    /// They have a place on this visit.
    HasPlaceHere,
    /// They did not offer to come.
    NotAvailable,
    /// They may not take this post on any visit.
    WrongPost,
    /// The caller barred them from it.
    Barred { reason: u32 },
    /// They are on this visit at that time.
    Overlap { with: VisitIndex },
    /// They cannot get here or there in time.
    Travel { with: VisitIndex },
    /// They would rest too little.
    Rest { with: VisitIndex },
    /// They do what they may on that day, in visits or minutes.
    DayLimit,
    /// In that week.
    WeekLimit,
    /// In that month.
    MonthLimit,
    /// In the season, in visits or minutes.
    SeasonLimit,
    /// They would work too many days in a row.
    DaysInRow,
    /// Too few adults are in the crew, or nobody of the staff.
    MinorsMix,
    /// So many participants of socially useful work are there already.
    UsefulWorkLimit,
}

/// Every empty place of a lawful proposal, in the order of visits and posts.
pub fn explain(problem: &Problem, fill: &Fill) -> Vec<Unfilled> {
    let facts = Facts::of(problem, fill);
    let mut unfilled = Vec::new();
    for index in 0..facts.parts.visits.len() as u32 {
        for post in Post::ALL {
            unfilled.extend(facts.unfilled(VisitIndex(index), post));
        }
    }
    unfilled
}

/// The same for the empty places of one post on one visit; none if there are none.
pub fn explain_place(problem: &Problem, fill: &Fill, visit: VisitIndex, post: Post) -> Option<Unfilled> {
    let known = visit.get() < problem.parts().visits.len();
    known.then(|| Facts::of(problem, fill).unfilled(visit, post)).flatten()
}

struct Facts<'a> {
    parts: &'a Parts,
    crews: Vec<Vec<Assignment>>,
    work: Vec<Vec<VisitIndex>>,
    offers: BTreeMap<(PersonIndex, VisitIndex), u32>,
}

impl<'a> Facts<'a> {
    fn of(problem: &'a Problem, fill: &Fill) -> Self {
        let parts = problem.parts();
        let mut facts = Facts {
            parts,
            crews: vec![Vec::new(); parts.visits.len()],
            work: vec![Vec::new(); parts.people.len()],
            offers: parts.offers.iter().map(|o| ((o.person, o.visit), o.price)).collect(),
        };
        for one in &fill.assignments {
            if one.visit.get() < parts.visits.len() && one.person.get() < parts.people.len() {
                facts.crews[one.visit.get()].push(*one);
                facts.work[one.person.get()].push(one.visit);
            }
        }
        facts
    }

    fn unfilled(&self, visit: VisitIndex, post: Post) -> Option<Unfilled> {
        let taken = self.crews[visit.get()].iter().filter(|a| a.post == post).count() as u32;
        let empty = self.parts.visits[visit.get()].places[post.index()]
            .wanted
            .saturating_sub(taken);
        let people = || (0..self.parts.people.len() as u32).map(PersonIndex);
        (empty > 0).then(|| Unfilled {
            visit,
            post,
            empty,
            people: people()
                .map(|person| self.verdict(Assignment { visit, post, person }))
                .collect(),
        })
    }

    fn verdict(&self, one: Assignment) -> Verdict {
        let mut found = Vec::new();
        self.alone(one, &mut found);
        if !found.contains(&Exclusion::HasPlaceHere) {
            self.beside(one, &mut found);
            self.limits(one, &mut found);
            self.mix(one, &mut found);
        }
        if found.is_empty() {
            return Verdict::Free { costs: self.costs(one) };
        }
        found.sort();
        found.dedup();
        Verdict::Excluded(found)
    }

    fn alone(&self, one: Assignment, found: &mut Vec<Exclusion>) {
        if self.crews[one.visit.get()].iter().any(|a| a.person == one.person) {
            found.push(Exclusion::HasPlaceHere);
        }
        if !self.offers.contains_key(&(one.person, one.visit)) {
            found.push(Exclusion::NotAvailable);
        }
        if !self.parts.people[one.person.get()].posts[one.post.index()] {
            found.push(Exclusion::WrongPost);
        }
        let bars = self.parts.bars.iter();
        let bars = bars.filter(|b| (b.person, b.visit, b.post) == (one.person, one.visit, one.post));
        found.extend(bars.map(|bar| Exclusion::Barred { reason: bar.reason }));
    }

    fn beside(&self, one: Assignment, found: &mut Vec<Exclusion>) {
        let (visit, rules) = (&self.parts.visits[one.visit.get()], &self.parts.rules);
        for with in self.work[one.person.get()].iter().copied() {
            let other = &self.parts.visits[with.get()];
            let (first, second) = if other.starts <= visit.starts {
                (other, visit)
            } else {
                (visit, other)
            };
            let gap = second.starts - first.ends;
            let at = first.estate as usize * rules.estates as usize + second.estate as usize;
            if gap < 0 {
                found.push(Exclusion::Overlap { with });
            } else if !(first.bus == second.bus && first.day == second.day)
                && gap < i64::from(rules.travel_minutes.get(at).copied().unwrap_or(0))
            {
                found.push(Exclusion::Travel { with });
            }
            if first.day != second.day && gap < i64::from(rules.rest_minutes) {
                found.push(Exclusion::Rest { with });
            }
        }
    }

    fn limits(&self, one: Assignment, found: &mut Vec<Exclusion>) {
        let (visit, limits) = (
            &self.parts.visits[one.visit.get()],
            &self.parts.people[one.person.get()].limits,
        );
        let work = || {
            self.work[one.person.get()]
                .iter()
                .map(|v| &self.parts.visits[v.get()])
                .chain([visit])
        };
        let minutes = |same: fn(&Visit, &Visit) -> bool| -> i64 {
            work().filter(|v| same(v, visit)).map(|v| v.ends - v.starts).sum()
        };
        let over = |sum: i64, limit: Option<u32>| limit.is_some_and(|limit| sum > i64::from(limit));
        let that_day = work().filter(|v| v.day == visit.day).count() as i64;
        let rules = [
            (
                Exclusion::DayLimit,
                over(that_day, limits.day_visits) || over(minutes(|a, b| a.day == b.day), limits.day_minutes),
            ),
            (
                Exclusion::WeekLimit,
                over(minutes(|a, b| a.week == b.week), limits.week_minutes),
            ),
            (
                Exclusion::MonthLimit,
                over(minutes(|a, b| a.month == b.month), limits.month_minutes),
            ),
            (
                Exclusion::SeasonLimit,
                over(work().count() as i64, limits.season_visits) || over(minutes(|_, _| true), limits.season_minutes),
            ),
            (Exclusion::DaysInRow, over(self.row(one, visit.day), limits.days_in_row)),
        ];
        found.extend(rules.into_iter().filter(|(_, broken)| *broken).map(|(rule, _)| rule));
    }

    /// The days in a row around this one that the person would work.
    fn row(&self, one: Assignment, day: i32) -> i64 {
        let works = |day: i32| {
            self.work[one.person.get()]
                .iter()
                .any(|v| self.parts.visits[v.get()].day == day)
        };
        let before = (1..).take_while(|n| day.checked_sub(*n).is_some_and(works)).count();
        let after = (1..).take_while(|n| day.checked_add(*n).is_some_and(works)).count();
        (before + 1 + after) as i64
    }

    fn mix(&self, one: Assignment, found: &mut Vec<Exclusion>) {
        let mix = &self.parts.rules.mix;
        let crew = || {
            self.crews[one.visit.get()]
                .iter()
                .filter(|a| a.person != one.person)
                .chain([&one])
        };
        let kind = |a: &Assignment| self.parts.people[a.person.get()].kind;
        let looks_after = |a: &&Assignment| {
            let there = a.post.helps() || (a.post == Post::Leader && mix.leaders_look_after);
            there && matches!(kind(a), Kind::Staff | Kind::Adult)
        };
        let all = |wanted: Kind| crew().filter(|a| kind(a) == wanted).count();
        match self.parts.people[one.person.get()].kind {
            Kind::Minor => {
                let adults = || crew().filter(looks_after).count();
                let each = mix.minors_for_each_adult;
                let many = |each: u32| all(Kind::Minor) > adults() * each as usize;
                if each.is_some_and(many) || (mix.minors_with_staff && all(Kind::Staff) == 0) {
                    found.push(Exclusion::MinorsMix);
                }
            }
            Kind::UsefulWork => {
                if mix
                    .most_useful_work
                    .is_some_and(|most| all(Kind::UsefulWork) > most as usize)
                {
                    found.push(Exclusion::UsefulWorkLimit);
                }
            }
            Kind::Staff | Kind::Adult => {}
        }
    }

    /// What the proposal would cost more with this person on one of the empty places.
    fn costs(&self, one: Assignment) -> i64 {
        let (visit, who) = (
            &self.parts.visits[one.visit.get()],
            &self.parts.people[one.person.get()],
        );
        let (weights, crew) = (&self.parts.weights, &self.crews[one.visit.get()]);
        let taken = crew.iter().filter(|a| a.post == one.post).count();
        let price = weights.missing[one.post.index()];
        let needed = taken < visit.places[one.post.index()].minimum as usize;
        let mut costs = -i64::from(if needed { price.to_minimum } else { price.to_wanted });
        costs += self
            .offers
            .get(&(one.person, one.visit))
            .map_or(0, |price| i64::from(*price));
        let there = |has: &dyn Fn(&super::Person) -> bool| crew.iter().any(|a| has(&self.parts.people[a.person.get()]));
        if visit.first_aid && who.first_aid && !there(&|p| p.first_aid) {
            costs -= i64::from(weights.no_first_aid);
        }
        let spoken = crew
            .iter()
            .fold(0, |all, a| all | self.parts.people[a.person.get()].languages);
        let newly = visit.languages & who.languages & !spoken;
        costs -= i64::from(newly.count_ones()) * i64::from(weights.no_language);
        let work = || self.work[one.person.get()].iter().map(|v| &self.parts.visits[v.get()]);
        let visits = work().count() as i64;
        costs += self.unfair(who.share, visits + 1) - self.unfair(who.share, visits);
        let mut that_day = work().filter(|v| v.day == visit.day).peekable();
        let elsewhere = that_day.peek().is_some() && that_day.all(|v| v.estate != visit.estate);
        costs += i64::from(elsewhere) * i64::from(weights.change_of_estate);
        costs - i64::from(self.parts.standing.contains(&one)) * i64::from(weights.change)
    }

    fn unfair(&self, share: u32, visits: i64) -> i64 {
        let weights = &self.parts.weights;
        let away = (visits - i64::from(share)).abs();
        let near = away.min(i64::from(weights.fair_near));
        near * i64::from(weights.fair) + (away - near) * i64::from(weights.unfair)
    }
}
