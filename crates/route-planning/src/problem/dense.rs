//! The problem as the search reads it: dense indices and whole minutes after midnight, nothing left to doubt.

use std::{collections::BTreeMap, sync::Arc};

use vocabulary::{Day, Sameness};

use super::{
    index::Index,
    parts::{ApartBy, ProblemParts, Weights},
};
use crate::{day_sets::Sets, plan::VisitReason};

/// Something to do on a tour: a visit that a stop asks for (its number) or a fixed visit (number of stops + its number).
pub(crate) type Job = u32;

/// A problem without a fault; only [`Problem::build`] makes one. What is large is shared: a problem that differs from another in
/// little is made quickly.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) parts: Arc<ProblemParts>,
    pub(super) index: Arc<Index>,
    pub(crate) first_day: Day,
    /// Number of days, closed ones included.
    pub(crate) days: usize,
    pub(crate) buses: usize,
    /// By bus-day ([`BusDays`]); `None` where the bus does not run.
    pub(crate) shifts: Arc<[Option<Shift>]>,
    pub(crate) roads: Arc<Roads>,
    pub(crate) stops: Vec<Arc<StopRules>>,
    pub(crate) fixed: Arc<[Fixed]>,
    /// By stop: the start that its visits have, where the same one is wanted each time.
    pub(crate) anchors: Vec<Option<u32>>,
    /// By stop: those it is kept apart from.
    pub(crate) apart: Arc<[Vec<(usize, ApartBy)>]>,
    /// By bus-day: the fixed visits in an order that can be driven.
    pub(crate) fixed_tours: Arc<[Vec<Job>]>,
    /// Public start times the planner chooses are multiples of this.
    pub(crate) step: u32,
    pub(crate) weights: Weights,
}

/// The numbers of bus-days: the only place that knows their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BusDays {
    pub(crate) buses: usize,
    pub(crate) days: usize,
}

impl BusDays {
    pub(crate) fn count(self) -> usize {
        self.buses * self.days
    }

    pub(crate) fn number(self, bus: usize, day: usize) -> usize {
        // By day, so that all buses of a day lie side by side.
        day * self.buses + bus
    }

    pub(crate) fn bus_of(self, bus_day: usize) -> usize {
        bus_day % self.buses
    }

    pub(crate) fn day_of(self, bus_day: usize) -> usize {
        bus_day / self.buses
    }
}

/// Travel by number of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roads {
    pub(crate) places: usize,
    pub(crate) minutes: Vec<u32>,
    pub(crate) metres: Vec<u32>,
    /// Points for the way: a whole matrix for the season's weights, then one for each other price that buses have.
    pub(crate) fee: Vec<i64>,
}

impl Roads {
    pub(crate) fn minutes(&self, from: usize, to: usize) -> u32 {
        self.minutes[from * self.places + to]
    }

    pub(crate) fn metres(&self, from: usize, to: usize) -> u32 {
        self.metres[from * self.places + to]
    }

    /// Points by the season's weights, whichever bus.
    pub(crate) fn fee(&self, from: usize, to: usize) -> i64 {
        self.fee[from * self.places + to]
    }

    /// Points for the bus of a shift.
    pub(crate) fn fee_of(&self, shift: &Shift, from: usize, to: usize) -> i64 {
        self.fee[shift.prices + from * self.places + to]
    }
}

/// One bus on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) max_duty: u32,
    pub(crate) capacity: u32,
    /// Metres.
    pub(crate) range: u32,
    pub(crate) max_driving: u32,
    pub(crate) breaks: Option<Breaks>,
    /// Where its prices begin in [`Roads::fee`].
    pub(crate) prices: usize,
    /// Place it leaves from.
    pub(crate) from: usize,
    /// Place it comes back to.
    pub(crate) to: usize,
}

/// A rule for breaks; a limit that is not there is `u32::MAX`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Breaks {
    pub(crate) length: u32,
    pub(crate) driving: u32,
    pub(crate) work: u32,
}

/// Public start times from `first` to `last`, both included and both multiples of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// Whether a start in it may miss the preferred hours.
    pub(crate) misses_preference: bool,
}

/// All about a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StopRules {
    pub(crate) place: usize,
    pub(crate) request: Option<RequestRules>,
}

/// What a stop asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequestRules {
    pub(crate) wanted: u32,
    pub(crate) least: u32,
    pub(crate) set_up: u32,
    pub(crate) public: u32,
    pub(crate) same_start: Sameness,
    /// Where the same start is wanted: those it may be, at most [`super::slots::MOST_STARTS`], spread over all there are.
    pub(crate) starts: Vec<u32>,
    pub(crate) teardown: u32,
    /// By day: as the request says, or the hours that were announced for it.
    pub(crate) preferred_hours: Vec<Option<(u32, u32)>>,
    /// What one visit takes of a bus's capacity.
    pub(crate) load: u32,
    pub(crate) sets: Sets,
    /// Whether a visit that counts is fixed on any day.
    pub(crate) has_fixed: bool,
    /// Whether a visit may start at any minute at which a bus is out, on every day: then its tour needs no schedule.
    pub(crate) any_time: bool,
    /// By day: when the public hours may start; empty where no visit may be.
    pub(crate) slots: Vec<Vec<Slot>>,
    /// Where an event closes a bus, or its working windows are its own: its slots of that day instead, by bus and day. Not by
    /// bus-day, whose numbers change with the number of buses.
    pub(crate) slots_of_bus: BTreeMap<(usize, usize), Vec<Slot>>,
    /// By bus: whether it lacks what the stop needs.
    pub(crate) unable: Vec<bool>,
}

impl RequestRules {
    /// When the public hours may start with that bus on that day.
    pub(crate) fn slots_with(&self, bus: usize, day: usize) -> &[Slot] {
        if self.unable.get(bus) == Some(&true) {
            return &[];
        }
        if self.slots_of_bus.is_empty() {
            return &self.slots[day];
        }
        self.slots_of_bus.get(&(bus, day)).unwrap_or(&self.slots[day])
    }
}

/// A visit that people fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub(crate) stop: usize,
    pub(crate) day: usize,
    /// Buses that may do it.
    pub(crate) buses: Vec<usize>,
    pub(crate) set_up: u32,
    pub(crate) public: u32,
    pub(crate) teardown: u32,
    pub(crate) slots: Vec<Slot>,
    /// Buses whose working windows of that day are their own: their slots instead.
    pub(crate) slots_of_bus: BTreeMap<usize, Vec<Slot>>,
    pub(crate) step: u32,
    /// Whether it counts towards the stop's request.
    pub(crate) counts: bool,
    pub(crate) reason: VisitReason,
}

impl Fixed {
    pub(crate) fn slots_with(&self, bus: usize) -> &[Slot] {
        self.slots_of_bus.get(&bus).unwrap_or(&self.slots)
    }
}

/// What scheduling needs of a job.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Task<'a> {
    pub(crate) place: usize,
    pub(crate) set_up: u32,
    pub(crate) public: u32,
    pub(crate) teardown: u32,
    pub(crate) slots: &'a [Slot],
    pub(crate) step: u32,
}

impl Problem {
    /// The data it was built from.
    pub fn parts(&self) -> &ProblemParts {
        &self.parts
    }

    pub(crate) fn bus_days(&self) -> BusDays {
        BusDays {
            buses: self.buses,
            days: self.days,
        }
    }

    pub(crate) fn bus_day(&self, bus: usize, day: usize) -> usize {
        self.bus_days().number(bus, day)
    }

    pub(crate) fn bus_of(&self, bus_day: usize) -> usize {
        self.bus_days().bus_of(bus_day)
    }

    pub(crate) fn day_of(&self, bus_day: usize) -> usize {
        self.bus_days().day_of(bus_day)
    }

    pub(crate) fn date(&self, day: usize) -> Day {
        self.first_day.plus_days(day as i64)
    }

    /// The stop of a job.
    pub(crate) fn stop_of(&self, job: Job) -> usize {
        match self.fixed_of(job) {
            Some(fixed) => fixed.stop,
            None => job as usize,
        }
    }

    /// The fixed visit that a job is, if it is one.
    pub(crate) fn fixed_of(&self, job: Job) -> Option<&Fixed> {
        (job as usize).checked_sub(self.stops.len()).map(|i| &self.fixed[i])
    }

    /// What scheduling needs; a job of a stop without a request has no slot anywhere.
    pub(crate) fn task(&self, job: Job, bus_day: usize) -> Task<'_> {
        self.task_on(job, self.bus_of(bus_day), self.day_of(bus_day))
    }

    pub(crate) fn task_on(&self, job: Job, bus: usize, day: usize) -> Task<'_> {
        let stop = &self.stops[self.stop_of(job)];
        match (self.fixed_of(job), &stop.request) {
            (Some(fixed), _) => Task {
                place: stop.place,
                set_up: fixed.set_up,
                public: fixed.public,
                teardown: fixed.teardown,
                slots: fixed.slots_with(bus),
                step: fixed.step,
            },
            (None, Some(request)) => Task {
                place: stop.place,
                set_up: request.set_up,
                public: request.public,
                teardown: request.teardown,
                slots: request.slots_with(bus, day),
                step: self.step,
            },
            (None, None) => Task {
                place: stop.place,
                set_up: 0,
                public: 0,
                teardown: 0,
                slots: &[],
                step: self.step,
            },
        }
    }

    /// Whether a tour with these jobs keeps the bus's capacity and range. Hours are the schedule's affair.
    pub(crate) fn within_limits(&self, bus_day: usize, jobs: &[Job]) -> bool {
        let Some(shift) = &self.shifts[bus_day] else {
            return jobs.is_empty();
        };
        let (mut load, mut metres, mut at) = (0u64, 0u64, shift.from);
        for stop in jobs.iter().map(|job| &self.stops[self.stop_of(*job)]) {
            load += stop.request.as_ref().map_or(0, |request| u64::from(request.load));
            metres += u64::from(self.roads.metres(at, stop.place));
            at = stop.place;
        }
        if !jobs.is_empty() {
            metres += u64::from(self.roads.metres(at, shift.to));
        }
        load <= u64::from(shift.capacity) && metres <= u64::from(shift.range)
    }

    /// Stops that ask for visits.
    pub(crate) fn asking(&self) -> impl Iterator<Item = (usize, &RequestRules)> {
        self.stops
            .iter()
            .enumerate()
            .filter_map(|(s, rules)| Some((s, rules.request.as_ref()?)))
    }
}
