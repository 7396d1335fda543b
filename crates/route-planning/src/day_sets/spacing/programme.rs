//! The dynamic programme over (visits so far, unit of the last one), exact for any spacing, fixed days, fees and limits of the first and
//! last visit, in O(visits x units): the least over all units before comes from sliding windows.
//!
//! A wait costs nothing up to the fair one and its need for each day beyond. So the units before fall into two windows: those within a
//! fair wait, where what they cost is compared as it is, and those farther off, where it is compared less need x day; what is left of the
//! wait's fee is then the same for all of them.

use vocabulary::Weekday;

use super::{SameWeekday, Spacing, Unit};
use crate::{
    Cost,
    day_sets::{DaySet, NO_PRICE, rank::Rank},
};

/// The best set found: what it costs, its visits less one, its last unit.
type Best = Option<(Cost, usize, usize)>;

/// Memory of the programme.
#[derive(Default)]
struct Table {
    /// By unit: what it costs by itself.
    own: Vec<Rank>,
    /// By unit: the cheapest way to have as many visits as the row says, with the last at this unit.
    row: Vec<Rank>,
    before: Vec<Rank>,
    /// By row, then unit: the unit before it on that way.
    parents: Vec<u16>,
    near: Window,
    far: Window,
}

impl Spacing {
    /// As [`crate::DaySets::cheapest`], with at most `cap` visits (more only where they are fixed).
    pub(crate) fn cheapest_up_to(&self, price: &[i64], cap: u32) -> Option<(Cost, DaySet)> {
        let mut table = Table::default();
        if self.rules.same_weekday == SameWeekday::No {
            return self.cheapest_with(price, cap, None, &mut table);
        }
        // The fee is the number of visits off the most frequent weekday: the least over all weekdays taken as the liked one. A weekday
        // on which no visit may be can only be dearer; with no unit at all, any will do.
        let present = |liked: &Weekday| {
            self.units
                .iter()
                .any(|unit| self.rules.weekdays[usize::from(unit.start)] == *liked)
        };
        let all = Weekday::ALL
            .into_iter()
            .filter(|liked| present(liked) || self.units.is_empty());
        let each = all.filter_map(|liked| self.cheapest_with(price, cap, Some(liked), &mut table));
        each.min_by(|a, b| a.0.cmp(&b.0))
    }

    fn cheapest_with(
        &self,
        price: &[i64],
        cap: u32,
        liked: Option<Weekday>,
        table: &mut Table,
    ) -> Option<(Cost, DaySet)> {
        let units = self.units.len();
        let fixed = self.units.iter().filter(|unit| unit.fixed).count();
        let most = (self.rules.most.min(cap) as usize).max(fixed);
        table.own.clear();
        table
            .own
            .extend(self.units.iter().map(|unit| self.own(unit, price, liked)));
        table.parents.clear();
        let mut best: Best = None;
        for visits in 0..most {
            table.start_row(units);
            let reached = if visits == 0 {
                self.first_row(table)
            } else {
                self.next_row(table)
            };
            if !reached {
                break;
            }
            self.note_best(table, visits, &mut best);
        }
        match (best, self.nothing()) {
            (Some((cost, ..)), Some(nothing)) if nothing <= cost => Some((nothing, DaySet::new())),
            (Some((cost, visits, last)), _) => Some((cost, self.trace(table, visits, last))),
            (None, nothing) => nothing.map(|cost| (cost, DaySet::new())),
        }
    }

    fn own(&self, unit: &Unit, price: &[i64], liked: Option<Weekday>) -> Rank {
        let Some(mut points) = self.weekday_fee(unit, liked) else {
            return Rank::BARRED;
        };
        for day in self.days_of(unit).iter().filter(|_| !unit.fixed) {
            let price = price[usize::from(*day)];
            if price >= NO_PRICE {
                return Rank::BARRED;
            }
            points += price;
        }
        unit.fee + Rank::comfort(points)
    }

    /// Sets of one visit; whether there is one.
    fn first_row(&self, table: &mut Table) -> bool {
        let latest = self.fixed_units.map_or(self.units.len(), |(first, _)| first + 1);
        let mut reached = false;
        for (number, unit) in self.units[..latest].iter().enumerate() {
            let (own, opening) = (table.own[number], unit.opening);
            if !own.is_barred() && !opening.is_barred() {
                table.row[number] = own + opening;
                reached = true;
            }
        }
        reached
    }

    /// Sets of one visit more than the row before; whether there is one.
    fn next_row(&self, table: &mut Table) -> bool {
        let (need, fair_wait) = (i64::from(self.rules.need), i64::from(self.rules.fair_wait));
        let Table {
            own,
            row,
            before,
            parents,
            near,
            far,
        } = table;
        let parents_from = parents.len() - self.units.len();
        near.clear();
        far.clear();
        let mut reached = false;
        for (number, unit) in self.units.iter().enumerate() {
            if own[number].is_barred() {
                continue;
            }
            let near = near.least(unit.fair, unit.to, |j| before[j]);
            let far = far.least(unit.from, unit.fair, |j| {
                let day = i64::from(self.units[j].end);
                // Less nothing is still barred, so only what can be reached is made less.
                if before[j].is_barred() {
                    Rank::BARRED
                } else {
                    before[j] + Rank::fairness(-day * need)
                }
            });
            let beyond = Rank::fairness((i64::from(unit.start) - fair_wait) * need);
            let far = far.map(|(rank, j)| (rank + beyond, j));
            let fixed = unit.after_fixed.filter(|j| !before[*j].is_barred()).map(|j| {
                let gap = usize::from(unit.start - self.units[j].end);
                (before[j] + Rank::fairness(self.wait_fee(gap)), j)
            });
            if let Some((rank, parent)) = [near, far, fixed].into_iter().flatten().min() {
                row[number] = rank + own[number];
                parents[parents_from + number] = parent as u16;
                reached = true;
            }
        }
        reached
    }

    fn note_best(&self, table: &Table, visits: usize, best: &mut Best) {
        let from = self.fixed_units.map_or(0, |(_, last)| last);
        let ends = (from..self.units.len()).filter_map(|number| {
            let (reached, closing) = (table.row[number], self.units[number].closing);
            (!reached.is_barred() && !closing.is_barred()).then(|| (reached + closing, number))
        });
        if let Some((rank, last)) = ends.min() {
            let cost = rank.unpack() + self.count_cost(visits + 1);
            if best.is_none_or(|(least, ..)| cost < least) {
                *best = Some((cost, visits, last));
            }
        }
    }

    fn trace(&self, table: &Table, visits: usize, last: usize) -> DaySet {
        let (mut unit, mut days) = (last, Vec::with_capacity((visits + 1) * self.rules.block));
        for row in (0..=visits).rev() {
            days.extend(self.days_of(&self.units[unit]).iter().rev());
            unit = usize::from(table.parents[row * self.units.len() + unit]);
        }
        days.reverse();
        days
    }
}

impl Table {
    fn start_row(&mut self, units: usize) {
        std::mem::swap(&mut self.row, &mut self.before);
        self.row.clear();
        self.row.resize(units, Rank::BARRED);
        self.parents.resize(self.parents.len() + units, 0);
    }
}

/// The least of a range of units whose ends only move on (a monotone queue: behind the least stand those that may follow it).
#[derive(Default)]
struct Window {
    waiting: Vec<(Rank, usize)>,
    head: usize,
    /// The unit that comes in next.
    next: usize,
}

impl Window {
    fn clear(&mut self) {
        self.waiting.clear();
        (self.head, self.next) = (0, 0);
    }

    /// The least value of `from..to` with the first unit that has it; none where all are barred.
    fn least(&mut self, from: usize, to: usize, value: impl Fn(usize) -> Rank) -> Option<(Rank, usize)> {
        for unit in self.next.max(from)..to {
            let value = value(unit);
            if value.is_barred() {
                continue;
            }
            while self.waiting.len() > self.head && self.waiting[self.waiting.len() - 1].0 > value {
                self.waiting.pop();
            }
            self.waiting.push((value, unit));
        }
        self.next = self.next.max(to);
        while self.waiting.get(self.head).is_some_and(|(_, unit)| *unit < from) {
            self.head += 1;
        }
        self.waiting.get(self.head).copied()
    }
}
