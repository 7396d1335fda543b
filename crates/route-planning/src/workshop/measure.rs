//! What a tour would cost and use.

use super::Workshop;
use crate::{
    Cost,
    amounts::{Amounts, Penalties},
    problem::{Job, Shift},
    solution::{Measure, Solution},
};

/// No limit.
const ANY: i64 = 1 << 40;

impl Workshop<'_> {
    /// What a tour with these jobs would be like; `None` if it cannot be driven in time.
    pub(super) fn measure(&mut self, bus_day: usize, jobs: &[Job]) -> Option<Measure> {
        let legs = self.legs(bus_day, jobs)?;
        self.timed_as_well(bus_day, jobs, legs)
    }

    /// The same without a schedule: as if nobody waited and every hour were a preferred one, so that it never costs more than
    /// [`Workshop::measure`].
    fn legs(&self, bus_day: usize, jobs: &[Job]) -> Option<Measure> {
        if jobs.is_empty() {
            return Some(Measure::default());
        }
        let (shift, roads) = (self.problem.shifts[bus_day].as_ref()?, &self.problem.roads);
        let mut measure = Measure::default();
        let mut at = shift.from;
        for job in jobs {
            let place = self.places[*job as usize];
            measure.fee += roads.fee_of(shift, at, place);
            measure.used = measure.used + self.uses[*job as usize];
            measure.used.minutes += i64::from(roads.minutes(at, place));
            measure.used.metres += i64::from(roads.metres(at, place));
            measure.timed += u32::from(self.timed[*job as usize]);
            at = place;
        }
        measure.fee += roads.fee_of(shift, at, shift.to);
        measure.used.minutes += i64::from(roads.minutes(at, shift.to));
        measure.used.metres += i64::from(roads.metres(at, shift.to));
        measure.points = measure.fee + self.spread(measure.used.minutes);
        measure.excess = measure.used.above(self.limits[bus_day]);
        if measure.timed > 0 && measure.excess.minutes > 0 {
            return None;
        }
        let allowed = self.excess_allowed || measure.excess == Amounts::ZERO;
        allowed.then_some(measure)
    }

    /// Puts the points of the schedule in place of those of the legs, where the tour needs one.
    fn timed_as_well(&mut self, bus_day: usize, jobs: &[Job], legs: Measure) -> Option<Measure> {
        if legs.timed == 0 {
            return Some(legs);
        }
        let points = self.scheduler.points(self.problem, bus_day, jobs)?.sum();
        Some(Measure { points, ..legs })
    }

    pub(super) fn spread(&self, minutes: i64) -> i64 {
        i64::from(self.problem.weights.spread) * minutes * minutes / 1000
    }

    /// Points with penalties.
    pub(crate) fn paid(&self, measure: &Measure) -> i64 {
        measure.points + self.penalties.points(measure.excess)
    }

    /// Points of a tour with these jobs, penalties included, if it may be.
    pub(crate) fn points(&mut self, bus_day: usize, jobs: &[Job]) -> Option<i64> {
        self.measure(bus_day, jobs).map(|measure| self.paid(&measure))
    }

    /// The same if it is less than so many.
    pub(crate) fn points_below(&mut self, bus_day: usize, jobs: &[Job], bar: i64) -> Option<i64> {
        let legs = self.legs(bus_day, jobs).filter(|legs| self.paid(legs) < bar)?;
        let measure = self.timed_as_well(bus_day, jobs, legs)?;
        Some(self.paid(&measure)).filter(|points| *points < bar)
    }

    /// Puts other jobs on two tours if they and what the days of stops then cost more (`own`) are cheaper; whether it did.
    pub(crate) fn replace_pair_if_better(
        &mut self,
        solution: &mut Solution,
        (a, first): (usize, &[Job]),
        (b, second): (usize, &[Job]),
        own: Cost,
    ) -> bool {
        let old = self.paid(&solution.routes[a].measure) + self.paid(&solution.routes[b].measure);
        let (Some(of_first), Some(of_second)) = (self.legs(a, first), self.legs(b, second)) else {
            return false;
        };
        let legs = self.paid(&of_first) + self.paid(&of_second);
        let better = |points: i64| Cost::comfort(points - old) + own < Cost::ZERO;
        if !better(legs) {
            return false;
        }
        let beside = self.paid(&of_second);
        let of_first = self.timed_as_well(a, first, of_first);
        let Some(of_first) = of_first.filter(|one| better(self.paid(one) + beside)) else {
            return false;
        };
        let beside = self.paid(&of_first);
        let of_second = self.timed_as_well(b, second, of_second);
        let Some(of_second) = of_second.filter(|one| better(self.paid(one) + beside)) else {
            return false;
        };
        self.put(solution, a, first, of_first);
        self.put(solution, b, second, of_second);
        true
    }

    /// What a tour costs beside its legs and the length of its work: changing its legs can save no more than this and them.
    pub(crate) fn slack(&self, measure: &Measure) -> i64 {
        self.paid(measure) - measure.fee - self.spread(measure.used.minutes)
    }

    /// The same without what too much load costs.
    pub(crate) fn slack_beside_load(&self, measure: &Measure) -> i64 {
        let load = Amounts {
            load: measure.excess.load,
            ..Amounts::ZERO
        };
        self.slack(measure) - self.penalties.points(load)
    }

    /// How the load and the work of two tours are paid.
    pub(crate) fn scale(&self, solution: &Solution, a: usize, b: usize) -> Scale {
        let above = |bus_day: usize| solution.routes[bus_day].measure.used.load - self.limits[bus_day].load;
        let minutes = |bus_day: usize| solution.routes[bus_day].measure.used.minutes;
        Scale {
            penalties: self.penalties,
            spread: i64::from(self.problem.weights.spread),
            above_a: above(a),
            above_b: above(b),
            minutes_a: minutes(a),
            minutes_b: minutes(b),
        }
    }
}

/// How too much load and the spread of work are paid in two tours, a and b.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    penalties: Penalties,
    spread: i64,
    /// Load above the limit, below 0 where there is room.
    above_a: i64,
    above_b: i64,
    minutes_a: i64,
    minutes_b: i64,
}

impl Scale {
    /// What changes when so much goes from a to b.
    pub(crate) fn points(&self, goes_over: Amounts) -> i64 {
        let over = |above: i64| above.max(0);
        let load = goes_over.load;
        let change = over(self.above_a - load) - over(self.above_a) + over(self.above_b + load) - over(self.above_b);
        let paid = self.penalties.points(Amounts {
            load: change,
            ..Amounts::ZERO
        });
        let minutes = goes_over.minutes;
        paid + self.spread * 2 * minutes * (minutes + self.minutes_b - self.minutes_a) / 1000
    }

    /// The most that moving work from one to the other can save.
    pub(crate) fn most_by_balance(&self) -> i64 {
        let apart = self.minutes_a - self.minutes_b;
        self.spread * apart * apart / 2000
    }
}

/// The limits of a bus-day, as far as they bind whatever the hours of its visits are.
pub(super) fn limits(shift: Option<&Shift>) -> Amounts {
    let Some(shift) = shift else {
        return Amounts {
            load: ANY,
            metres: ANY,
            minutes: ANY,
        };
    };
    let bounded = |limit: u32| if limit == u32::MAX { ANY } else { i64::from(limit) };
    Amounts {
        load: bounded(shift.capacity),
        metres: bounded(shift.range),
        minutes: i64::from(shift.max_duty.min(shift.end - shift.start)),
    }
}
