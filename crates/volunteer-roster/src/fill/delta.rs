//! What a change would cost, and whether the rules allow it, without making it.
//!
//! A change is cut in two kinds of sides. A person's side: leaves one place, takes another, or both. A visit's side: on one place one
//! goes, another comes, or both. As long as a change names every person and every visit once, its price is the sum of its sides.

use super::{
    Post,
    crew::{Crew, Tally},
    dense::{Dense, NO_LIMIT, NONE},
};

impl Crew<'_> {
    /// What it costs if the person leaves the place `out` and takes the place `into` (each may be [`NONE`]); `None` if their own rules do
    /// not allow it. A place they leave is one they hold.
    #[inline]
    pub(super) fn person_side(&self, person: usize, out: u32, into: u32) -> Option<i64> {
        let dense = self.dense;
        let mut cost = 0;
        let mut net = 0;
        let (mut left, mut taken) = (NONE, NONE);
        if out != NONE {
            let place = dense.places[out as usize];
            left = place.visit;
            net -= 1;
            cost -= self.own_price(person, left as usize, place.post);
        }
        if into != NONE {
            let place = dense.places[into as usize];
            taken = place.visit;
            net += 1;
            if dense.pair(person, taken as usize).posts & (1 << place.post) == 0
                || !self.fits(person, taken as usize, left)
            {
                return None;
            }
            cost += self.own_price(person, taken as usize, place.post);
        }
        if net != 0 {
            let visits = self.sums[person].visits;
            cost += fairness(dense, person, visits + net) - fairness(dense, person, visits);
        }
        if dense.weights.change_of_estate > 0 {
            cost += self.estates_side(person, left, taken);
        }
        Some(cost)
    }

    /// The prices of an assignment that do not depend on any other.
    #[inline]
    fn own_price(&self, person: usize, visit: usize, post: u8) -> i64 {
        let pair = self.dense.pair(person, visit);
        let kept = i64::from(pair.standing >> post & 1);
        i64::from(pair.price) - kept * i64::from(self.dense.weights.change)
    }

    /// Whether the person can do the visit beside all their others, `left` (or [`NONE`]) excepted.
    #[inline]
    pub(super) fn fits(&self, person: usize, visit: usize, left: u32) -> bool {
        let dense = self.dense;
        let clashing = self.clashing(person, visit);
        let without = if left == NONE {
            None
        } else {
            Some((left as usize, &dense.visits[left as usize]))
        };
        match without {
            None if clashing > 0 => return false,
            Some((left, _))
                if clashing > 0
                    && (clashing > 1 || dense.clashes.get(visit).binary_search(&(left as u32)).is_err()) =>
            {
                return false;
            }
            _ => {}
        }
        let (who, facts) = (&dense.people[person], &dense.visits[visit]);
        let left = without.map(|(_, left)| left);
        let back = |same: bool, amount: i32| if same { amount } else { 0 };
        let less = |same: fn(&super::dense::Visit, &super::dense::Visit) -> bool| {
            left.map_or(0, |left| back(same(left, facts), left.minutes))
        };
        let sums = self.sums[person];
        if sums.visits + 1 - i32::from(left.is_some()) > who.season_visits {
            return false;
        }
        let week = self.week_minutes[person * dense.weeks + facts.week as usize];
        if week + facts.minutes - less(|a, b| a.week == b.week) > who.week_minutes {
            return false;
        }
        let day = person * dense.days.len() + facts.day as usize;
        let that_day = self.day_visits[day] - i32::from(left.is_some_and(|left| left.day == facts.day));
        if that_day + 1 > who.day_visits
            || self.day_minutes[day] + facts.minutes - less(|a, b| a.day == b.day) > who.day_minutes
            || sums.minutes + facts.minutes - less(|_, _| true) > who.season_minutes
        {
            return false;
        }
        let month = self.month_minutes[person * dense.months + facts.month as usize];
        if month + facts.minutes - less(|a, b| a.month == b.month) > who.month_minutes {
            return false;
        }
        that_day > 0
            || who.days_in_row == NO_LIMIT
            || self.row_with(person, facts.day, left.map_or(NONE, |l| l.day)) <= who.days_in_row
    }

    /// The days in a row that the person would work around a day they do not work on yet, with one visit less on the day `less`.
    fn row_with(&self, person: usize, day: u32, less: u32) -> i32 {
        let dense = self.dense;
        let first = person * dense.days.len();
        let works = |day: u32| day != NONE && self.day_visits[first + day as usize] - i32::from(day == less) > 0;
        let mut row = 1;
        let mut at = dense.days[day as usize].before;
        while works(at) {
            row += 1;
            at = dense.days[at as usize].before;
        }
        at = dense.days[day as usize].after;
        while works(at) {
            row += 1;
            at = dense.days[at as usize].after;
        }
        row
    }

    fn estates_side(&self, person: usize, left: u32, taken: u32) -> i64 {
        let dense = self.dense;
        let day = |visit: u32| {
            if visit == NONE {
                NONE
            } else {
                dense.visits[visit as usize].day
            }
        };
        let (from, to) = (day(left), day(taken));
        let mut changes = 0;
        if from == to && from != NONE {
            changes += self.estates(person, from, left, taken) - self.estates(person, from, NONE, NONE);
        } else {
            if from != NONE {
                changes += self.estates(person, from, left, NONE) - self.estates(person, from, NONE, NONE);
            }
            if to != NONE {
                changes += self.estates(person, to, NONE, taken) - self.estates(person, to, NONE, NONE);
            }
        }
        changes * i64::from(dense.weights.change_of_estate)
    }

    /// Estates after the first on the person's day, with one visit less and one more.
    #[inline]
    fn estates(&self, person: usize, day: u32, less: u32, more: u32) -> i64 {
        let visits = self.on_day(person, day);
        let estate = |visit: u32| self.dense.visits[visit as usize].estate;
        let mut distinct = 0;
        for (at, visit) in visits.iter().copied().enumerate() {
            let again = visits[..at].iter().any(|v| *v != less && estate(*v) == estate(visit));
            distinct += i64::from(visit != less && !again);
        }
        if more != NONE {
            let again = visits.iter().any(|v| *v != less && estate(*v) == estate(more));
            distinct += i64::from(!again);
        }
        (distinct - 1).max(0)
    }

    /// What it costs if on this place, whose visit is named nowhere else in the change, `out` goes and `into` comes (each may be
    /// [`NONE`]); `None` if the crew would be mixed against the rules.
    #[inline]
    pub(super) fn visit_side(&self, place: usize, out: u32, into: u32) -> Option<i64> {
        let dense = self.dense;
        let (visit, post) = (self.visit_at(place), dense.places[place].post);
        let before = self.tallies[visit];
        let mut after = before;
        if out != NONE {
            after.count(dense, out as usize, post, -1);
        }
        if into != NONE {
            after.count(dense, into as usize, post, 1);
        }
        if !lawful(dense, &after) {
            return None;
        }
        Some(crew_cost(dense, visit, &after, &before, post))
    }
}

impl Crew<'_> {
    /// What it costs if somebody in a crew changes their post; `None` if they may not take it.
    pub(super) fn change_of_post(&self, person: u32, visit: usize, from: u8, to: u8) -> Option<i64> {
        let may = self.dense.pair(person as usize, visit).posts & (1 << to) != 0;
        let price = |post| self.own_price(person as usize, visit, post);
        may.then(|| price(to) - price(from))
    }

    /// What the visit costs more if its crew were counted so; `None` if the crew would be mixed against the rules.
    pub(super) fn whole_visit_side(&self, visit: usize, after: &Tally) -> Option<i64> {
        lawful(self.dense, after).then(|| tally_price(self.dense, visit, after) - self.crew_price(visit))
    }

    /// Whether the visit's crew keeps the rules about mixing.
    pub(super) fn is_lawful(&self, visit: usize) -> bool {
        lawful(self.dense, &self.tallies[visit])
    }

    /// What the visit costs with its crew as it is.
    pub(super) fn crew_price(&self, visit: usize) -> i64 {
        tally_price(self.dense, visit, &self.tallies[visit])
    }
}

/// Whether the crew keeps the rules about mixing.
#[inline]
fn lawful(dense: &Dense, tally: &Tally) -> bool {
    let mix = &dense.mix;
    mix.minors_for_each_adult
        .is_none_or(|each| i64::from(tally.minors) <= i64::from(tally.adults) * i64::from(each))
        && (!mix.minors_with_staff || tally.minors == 0 || tally.staff > 0)
        && mix
            .most_useful_work
            .is_none_or(|most| i64::from(tally.useful_work) <= i64::from(most))
}

/// What the crew costs more after than before, when only the number on one post changed.
#[inline]
fn crew_cost(dense: &Dense, visit: usize, after: &Tally, before: &Tally, post: u8) -> i64 {
    let facts = &dense.visits[visit];
    let index = usize::from(post);
    let mut cost = 0;
    if after.taken[index] != before.taken[index] {
        cost += missing(dense, visit, index, after.taken[index]) - missing(dense, visit, index, before.taken[index]);
    }
    if facts.first_aid || facts.languages != 0 {
        cost += uncovered(dense, visit, after) - uncovered(dense, visit, before);
    }
    cost
}

fn tally_price(dense: &Dense, visit: usize, tally: &Tally) -> i64 {
    let posts = Post::ALL.into_iter().map(Post::index);
    let empty: i64 = posts.map(|post| missing(dense, visit, post, tally.taken[post])).sum();
    empty + uncovered(dense, visit, tally)
}

/// The price of first aid and of the languages that nobody in the crew has.
#[inline]
fn uncovered(dense: &Dense, visit: usize, tally: &Tally) -> i64 {
    let (facts, weights) = (&dense.visits[visit], &dense.weights);
    let aid = i64::from(facts.first_aid && tally.first_aid == 0) * i64::from(weights.no_first_aid);
    aid + i64::from(tally.unspoken(facts.languages)) * i64::from(weights.no_language)
}

/// The price of the people missing on a post that has so many.
pub(super) fn missing(dense: &Dense, visit: usize, post: usize, taken: u8) -> i64 {
    let (facts, price) = (&dense.visits[visit], &dense.weights.missing[post]);
    let needed = i64::from(facts.minimum[post].saturating_sub(taken));
    let wanted = i64::from(facts.wanted[post].saturating_sub(taken.max(facts.minimum[post])));
    needed * i64::from(price.to_minimum) + wanted * i64::from(price.to_wanted)
}

/// The price of so many visits for a person.
#[inline]
pub(super) fn fairness(dense: &Dense, person: usize, visits: i32) -> i64 {
    let weights = &dense.weights;
    let away = i64::from((visits - dense.people[person].share).abs());
    let near = away.min(i64::from(weights.fair_near));
    near * i64::from(weights.fair) + (away - near) * i64::from(weights.unfair)
}

impl Crew<'_> {
    /// The whole price, from the sums.
    pub(super) fn cost(&self) -> i64 {
        let dense = self.dense;
        let mut cost = dense.standing.len() as i64 * i64::from(dense.weights.change);
        cost += (0..dense.visits.len()).map(|visit| self.crew_price(visit)).sum::<i64>();
        for person in 0..dense.people.len() {
            cost += fairness(dense, person, self.sums[person].visits);
            for day in 0..dense.days.len() as u32 {
                cost += self.estates(person, day, NONE, NONE) * i64::from(dense.weights.change_of_estate);
            }
        }
        for (place, who) in self.who.iter().enumerate().filter(|(_, who)| **who != NONE) {
            cost += self.own_price(*who as usize, self.visit_at(place), dense.places[place].post);
        }
        cost
    }

    /// Places that nobody sits on.
    pub(super) fn empty(&self) -> u32 {
        self.who.iter().filter(|who| **who == NONE).count() as u32
    }
}
