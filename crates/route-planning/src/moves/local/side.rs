//! One tour, as moves look at it.

use crate::{
    problem::{Job, Roads},
    solution::Solution,
    workshop::Workshop,
};

/// Parts of a point in which a minute is counted.
const PARTS: i64 = 1024;

/// A tour with its ends and the prices of its bus.
pub(super) struct Side<'s> {
    jobs: &'s [Job],
    places: &'s [usize],
    roads: &'s Roads,
    /// Where the prices of the bus begin.
    prices: usize,
    /// What a minute more or less of work costs, in 1/[`PARTS`] points: the slope of the spread at the tour's present length.
    pace: i64,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl<'s> Side<'s> {
    pub(super) fn new(workshop: &'s Workshop<'_>, solution: &'s Solution, bus_day: usize) -> Self {
        let shift = workshop.problem.shifts[bus_day].as_ref();
        let (from, to, prices) = shift.map_or((0, 0, 0), |shift| (shift.from, shift.to, shift.prices));
        let route = &solution.routes[bus_day];
        Self {
            jobs: &route.jobs,
            places: &workshop.places,
            roads: &workshop.problem.roads,
            prices,
            pace: i64::from(workshop.problem.weights.spread) * 2 * route.measure.used.minutes * PARTS / 1000,
            from,
            to,
        }
    }

    /// What a way costs in this tour.
    pub(super) fn leg(&self, from: usize, to: usize) -> i64 {
        let way = from * self.roads.places + to;
        let fee = self.roads.fee[self.prices + way];
        if self.pace == 0 {
            return fee;
        }
        fee + self.pace * i64::from(self.roads.minutes[way]) / PARTS
    }

    pub(super) fn len(&self) -> usize {
        self.jobs.len()
    }

    pub(super) fn at(&self, position: usize) -> usize {
        self.places[self.jobs[position] as usize]
    }

    pub(super) fn before(&self, position: usize) -> usize {
        if position == 0 {
            self.from
        } else {
            self.at(position - 1)
        }
    }

    pub(super) fn after(&self, position: usize) -> usize {
        if position + 1 < self.jobs.len() {
            self.at(position + 1)
        } else {
            self.to
        }
    }

    /// Whether the ends of two tours can change places at the price of two legs.
    pub(super) fn same_ways(&self, other: &Self) -> bool {
        self.from == other.from && self.to == other.to && self.prices == other.prices
    }
}
